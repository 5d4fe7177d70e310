"""Sáng kiến: the report on one and the request to have it recognised."""

from tools.forms.blocks import (
    BLANK,
    Signer,
    after_table,
    article,
    before_table,
    closing,
    day,
    letterhead,
    nation_alone,
    prose,
    ruled,
    section,
    signatures,
    text,
    title,
    value,
)
from tools.forms.decree import PAGE
from tools.forms.ooxml import Element
from tools.forms.people import head
from tools.forms.words import cell, columns, each, paragraph, row, when


def _authors() -> list[Element]:
    widths = columns(10, 35, 25, 33, 22, 22, 18, body_mm=PAGE.body_mm)
    names = ("TT", "Họ và tên", "Ngày, tháng, năm sinh", "Nơi công tác", "Chức danh", "Trình độ chuyên môn")
    tags = (
        ("BangGiua", "{{ loop.index }}"),
        ("BangChu", "{{ r.ho_ten }}"),
        ("BangGiua", value("r.ngay_sinh")),
        ("BangChu", value("r.noi_cong_tac")),
        ("BangChu", value("r.chuc_danh")),
        ("BangChu", value("r.trinh_do")),
        ("BangGiua", value("r.ty_le|so")),
    )
    inside = row([cell(*tag) for tag in tags], widths)
    filled = ruled(widths, [head(*names, "Tỷ lệ (%) đóng góp")], "r in tac_gia", [inside])
    return when("tac_gia", filled, after_table(), otherwise=[text(BLANK)])


def _helpers() -> list[Element]:
    widths = columns(12, 50, 55, 48, body_mm=PAGE.body_mm)
    names = ("TT", "Họ và tên", "Nơi công tác", "Nội dung công việc hỗ trợ")
    tags = (
        ("BangGiua", "{{ loop.index }}"),
        ("BangChu", "{{ r.ho_ten }}"),
        ("BangChu", value("r.noi_cong_tac")),
        ("BangChu", value("r.cong_viec")),
    )
    inside = row([cell(*tag) for tag in tags], widths)
    intro = text("Danh sách những người đã tham gia áp dụng thử hoặc áp dụng sáng kiến lần đầu:")
    return when(
        "nguoi_ap_dung_thu",
        intro,
        before_table(),
        ruled(widths, [head(*names)], "r in nguoi_ap_dung_thu", [inside]),
        after_table(),
    )


def _told(label: str, name: str, blank: str = BLANK) -> list[Element]:
    """A point of the request: on the line of its label where it is short enough to be one paragraph."""
    first = text(f'- {label}: {{{{ {name}|dong|first|default("{blank}", true) }}}}')
    rest = each(f"doan in ({name}|dong)[1:]", text("{{ doan }}"))
    return [first, *rest]


def request_body() -> list[Element]:
    """Đơn yêu cầu công nhận sáng kiến."""
    return [
        *nation_alone(),
        *title("ĐƠN YÊU CẦU CÔNG NHẬN SÁNG KIẾN", is_ruled=False),
        paragraph("KinhGui", f"Kính gửi: {value('kinh_gui')}"),
        text("Tôi (chúng tôi) ghi tên dưới đây:"),
        before_table(),
        *_authors(),
        text(f"là tác giả (đồng tác giả) đề nghị xét công nhận sáng kiến: {value('ten_sang_kien')}."),
        text(f"- Chủ đầu tư tạo ra sáng kiến: {value('chu_dau_tu')}."),
        text(f"- Lĩnh vực áp dụng sáng kiến: {value('linh_vuc')}."),
        text(f"- Ngày sáng kiến được áp dụng lần đầu hoặc áp dụng thử: {value('ngay_ap_dung')}."),
        *_told("Mô tả bản chất của sáng kiến", "noi_dung_giai_phap"),
        *_told("Tính mới của sáng kiến", "tinh_moi"),
        *_told("Những thông tin cần được bảo mật (nếu có)", "thong_tin_bao_mat", "không"),
        *_told("Các điều kiện cần thiết để áp dụng sáng kiến", "dieu_kien_ap_dung"),
        *_told("Lợi ích thu được theo ý kiến của tác giả", "loi_ich_tac_gia"),
        *_told("Lợi ích thu được theo ý kiến của tổ chức, cá nhân đã áp dụng", "loi_ich_to_chuc"),
        *_helpers(),
        closing(
            "Tôi (chúng tôi) xin cam đoan mọi thông tin nêu trong đơn là trung thực, đúng sự thật và hoàn toàn chịu "
            "trách nhiệm trước pháp luật."
        ),
        *signatures(
            None,
            Signer(
                "NGƯỜI NỘP ĐƠN",
                '{{ tac_gia|map(attribute="ho_ten")|first|default("") }}',
                "(Ký và ghi rõ họ tên)",
                place=f"{value('dia_danh')}, {day('ngay_ky')}",
            ),
        ),
    ]


def report_body() -> list[Element]:
    """Báo cáo sáng kiến."""
    return [
        *letterhead(None),
        *title("BÁO CÁO SÁNG KIẾN", "{{ ten_sang_kien }}"),
        section("THÔNG TIN CHUNG"),
        article("Tên sáng kiến, lĩnh vực áp dụng"),
        text(f"- Tên sáng kiến: {value('ten_sang_kien')}."),
        text(f"- Lĩnh vực áp dụng: {value('linh_vuc')}."),
        text(f"- Ngày áp dụng lần đầu: {value('ngay_ap_dung')}."),
        article("Tác giả"),
        before_table(),
        *_authors(),
        section("NỘI DUNG SÁNG KIẾN"),
        article("Tình trạng giải pháp đã biết"),
        *prose("tinh_trang_da_biet"),
        article("Nội dung giải pháp đề nghị công nhận"),
        *prose("noi_dung_giai_phap"),
        article("Tính mới của giải pháp"),
        *prose("tinh_moi"),
        article("Khả năng áp dụng"),
        *prose("kha_nang_ap_dung"),
        article("Điều kiện cần thiết để áp dụng"),
        *prose("dieu_kien_ap_dung"),
        section("HIỆU QUẢ VÀ PHẠM VI ẢNH HƯỞNG"),
        article("Hiệu quả, lợi ích thu được"),
        *prose("loi_ich_tac_gia"),
        article("Phạm vi ảnh hưởng"),
        *prose("pham_vi_anh_huong"),
        closing("Tôi (chúng tôi) cam đoan nội dung báo cáo là trung thực, đúng sự thật./."),
        *signatures(
            Signer("XÁC NHẬN CỦA\nTHỦ TRƯỞNG ĐƠN VỊ", "{{ thu_truong }}", "(Ký, đóng dấu)"),
            Signer("TÁC GIẢ SÁNG KIẾN", '{{ tac_gia|map(attribute="ho_ten")|join("\\n") }}', "(Ký, ghi rõ họ và tên)"),
        ),
    ]
