"""The papers of the council: biên bản họp, biên bản kiểm phiếu, phiếu bầu."""

from tools.forms.blocks import (
    BLANK,
    Signer,
    after_table,
    article,
    before_table,
    closing,
    day,
    letterhead,
    number,
    prose,
    recipients,
    section,
    signatures,
    text,
    title,
    value,
)
from tools.forms.decree import PAGE
from tools.forms.ooxml import Element
from tools.forms.people import BORN, COUNTS, POST, SHARE, VOTES, head, roll, two_row_head
from tools.forms.words import bold, columns, each, paragraph, when

COUNCIL = "Hội đồng Thi đua - Khen thưởng"


def _number(name: str) -> str:
    return value(f"{name}|so")


def _line(label: str, tag: str) -> Element:
    return text(bold(label + ": "), tag)


def _voted() -> Element:
    widths = columns(11, 46, 44, 30, 15, 19, body_mm=PAGE.body_mm)
    names = ("TT", "Tập thể, cá nhân", "Chức vụ, đơn vị", "Danh hiệu, hình thức đề nghị", "Số phiếu", "Tỷ lệ")
    same = (("BangChu", "{{ r.hinh_thuc }}"), ("BangGiua", VOTES), ("BangGiua", SHARE))
    index = ("BangGiua", "{{ loop.index }}")
    collective = (index, ("BangChu", "{{ r.ten }}"), ("BangChu", '{{ r.don_vi or "" }}'), *same)
    person = (index, ("BangChu", "{{ r.ho_ten }}"), ("BangChu", POST), *same)
    return roll(widths, [head(*names)], collective, person)


def minutes_body() -> list[Element]:
    """Biên bản họp Hội đồng."""
    post = "{% if r.chuc_vu %}, {{ r.chuc_vu }}{% endif %}{% if r.vai_tro %} - {{ r.vai_tro }}{% endif %};"
    members = each("r in thanh_vien", text("- {{ r.ho_ten }}" + post))
    return [
        *letterhead(number("BB"), is_dated=False),
        *title("BIÊN BẢN", f"Họp {COUNCIL} xét khen thưởng {value('dip_khen')}"),
        _line("Thời gian bắt đầu", value("gio_bat_dau")),
        _line("Địa điểm", value("dia_diem")),
        _line("Thành phần tham dự", ""),
        text(
            f"Tổng số thành viên Hội đồng: {_number('so_thanh_vien')}; có mặt: {_number('so_co_mat')}; "
            f"vắng mặt: {_number('so_vang')}" + "{% if ly_do_vang %} (lý do: {{ ly_do_vang }}){% endif %}."
        ),
        *when("thanh_vien", text("Các thành viên dự họp:"), *members),
        _line("Chủ trì", value("chu_tri") + "{% if chuc_vu_chu_tri %}, {{ chuc_vu_chu_tri }}{% endif %}."),
        _line("Thư ký", value("thu_ky") + "{% if chuc_vu_thu_ky %}, {{ chuc_vu_thu_ky }}{% endif %}."),
        section("NỘI DUNG CUỘC HỌP"),
        *prose("dien_bien"),
        section("KẾT QUẢ"),
        text(
            f"Hội đồng đã {value('hinh_thuc_bieu_quyet')} và thống nhất đề nghị khen thưởng {COUNTS}; "
            "tỷ lệ phiếu tính trên tổng số thành viên Hội đồng, cụ thể:"
        ),
        before_table(),
        _voted(),
        after_table(),
        *when("y_kien_khac|dong", article("Ý kiến khác"), *prose("y_kien_khac")),
        closing(
            f"Cuộc họp kết thúc vào {value('gio_ket_thuc')}. Biên bản đã được đọc cho các thành viên dự họp nghe và "
            "thống nhất thông qua./."
        ),
        *signatures(Signer("THƯ KÝ", "{{ thu_ky }}"), Signer("CHỦ TỌA", "{{ chu_tri }}")),
        *_filed(),
    ]


def _filed() -> list[Element]:
    lines = recipients(None)
    lines[-1] = paragraph("NoiNhan", "- Lưu: VT, Hồ sơ.")
    return [after_table(), *lines]


def _counted() -> Element:
    """The table of votes, name by name."""
    widths = columns(11, 47, 15, 15, 43, 17, 17, body_mm=PAGE.body_mm)
    heads = two_row_head("TT", "Tập thể, cá nhân", ("Năm sinh", ("Nam", "Nữ")), "Chức vụ, đơn vị", "Số phiếu", "Tỷ lệ")
    votes = (("BangGiua", VOTES), ("BangGiua", SHARE))
    index = ("BangGiua", "{{ loop.index }}")
    blank = ("BangGiua", "")
    person = (
        index,
        ("BangChu", "{{ r.ho_ten }}"),
        *BORN,
        ("BangChu", POST),
        *votes,
    )
    collective = (index, ("BangChu", "{{ r.ten }}"), blank, blank, ("BangChu", '{{ r.don_vi or "" }}'), *votes)
    return roll(widths, heads, collective, person)


# How many reach the threshold, counted by the form itself on the whole membership.
REACHED = (
    "{% set dat = namespace(so=0) %}{% for r in tap_the + ca_nhan %}"
    "{% if r.so_phieu is not none and so_thanh_vien and nguong_phan_tram is not none "
    "and 100 * r.so_phieu >= nguong_phan_tram * so_thanh_vien %}{% set dat.so = dat.so + 1 %}{% endif %}"
    "{% endfor %}{% if so_thanh_vien and nguong_phan_tram is not none %}{{ dat.so|so }}{% else %}"
    + BLANK
    + "{% endif %}"
)


def count_body() -> list[Element]:
    """Biên bản kiểm phiếu."""
    return [
        *letterhead(None),
        *title("BIÊN BẢN KIỂM PHIẾU", f"Xét khen thưởng {value('dip_khen')}"),
        text(f"1. {COUNCIL} được thành lập theo {value('so_quyet_dinh_hoi_dong')}."),
        text(f"2. Hội đồng họp {day('ngay_hop')} để bỏ phiếu xét khen thưởng các tập thể, cá nhân."),
        text("3. Ban kiểm phiếu gồm:"),
        text(f"- Trưởng ban: {value('truong_ban')};"),
        text('- Ủy viên: {{ uy_vien_kiem_phieu|dong|join(", ") or "……" }}.'),
        text(f"4. Tổng số thành viên Hội đồng theo Quyết định: {_number('so_thanh_vien')}."),
        text(f"- Số thành viên tham gia bỏ phiếu: {_number('so_co_mat')};"),
        text(
            f"- Số thành viên không tham gia bỏ phiếu: {_number('so_vang')}"
            + "{% if ly_do_vang %} (lý do: {{ ly_do_vang }}){% endif %};"
        ),
        text(f"- Số phiếu phát ra: {_number('phieu_phat_ra')};"),
        text(f"- Số phiếu thu về: {_number('phieu_thu_ve')};"),
        text(f"- Số phiếu hợp lệ: {_number('phieu_hop_le')};"),
        text(f"- Số phiếu không hợp lệ: {_number('phieu_khong_hop_le')}."),
        text(f"5. Số tập thể, cá nhân được đưa vào danh sách bỏ phiếu: {COUNTS}."),
        text("6. Kết quả kiểm phiếu (tỷ lệ tính trên tổng số thành viên Hội đồng):"),
        before_table(),
        _counted(),
        after_table(),
        text(
            f"Số tập thể, cá nhân đạt từ {value('nguong_phan_tram|so')}% số phiếu đồng ý trở lên trên tổng số thành "
            f"viên Hội đồng theo Quyết định thành lập: {REACHED}."
        ),
        closing("Biên bản được lập thành 02 bản và được các thành viên Ban kiểm phiếu thống nhất thông qua./."),
        *signatures(
            Signer("ỦY VIÊN BAN KIỂM PHIẾU", '{{ uy_vien_kiem_phieu|dong|join("\\n") }}'),
            Signer("TRƯỞNG BAN KIỂM PHIẾU", "{{ truong_ban }}"),
        ),
    ]


def ballot_body() -> list[Element]:
    """Phiếu bầu."""
    widths = columns(12, 55, 48, 25, 25, body_mm=PAGE.body_mm)
    heads = two_row_head(
        "TT", "Tập thể, cá nhân", "Danh hiệu, hình thức đề nghị", ("Ý kiến", ("Đồng ý", "Không đồng ý"))
    )
    box = ("BangGiua", "☐")
    same = (("BangChu", "{{ r.hinh_thuc }}"), box, box)
    index = ("BangGiua", "{{ loop.index }}")
    person = (index, ("BangChu", "{{ r.ho_ten }}{% if r.chuc_vu %}, {{ r.chuc_vu }}{% endif %}"), *same)
    return [
        *letterhead(None),
        *title("PHIẾU BẦU", f"Xét khen thưởng {value('dip_khen')}"),
        before_table(),
        roll(widths, heads, (index, ("BangChu", "{{ r.ten }}"), *same), person),
        paragraph(
            "GhiChu",
            "Ghi chú: Mỗi tập thể, cá nhân chỉ đánh dấu X vào một ô. Phiếu không hợp lệ là phiếu không do Ban kiểm "
            "phiếu phát ra hoặc đánh dấu cả hai ô. Phiếu không phải ký tên.",
        ),
    ]
