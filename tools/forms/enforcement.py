"""Báo cáo kết quả thi hành án dân sự, and biểu tổng hợp khen thưởng."""

from tools.forms.blocks import (
    HEAD_OF_OFFICE,
    NO_FIGURE,
    Signer,
    after_table,
    article,
    before_table,
    closing,
    ending,
    letterhead,
    number,
    prose,
    section,
    signatures,
    text,
    title,
    value,
)
from tools.forms.decree import PAGE
from tools.forms.figures import ANNEXES, annexes, figures_table, sentence
from tools.forms.ooxml import Element
from tools.forms.people import two_row_head
from tools.forms.words import bold, cell, columns, each, paragraph, row, row_command, table, when

GROUPS = (
    ("viec", "Kết quả thi hành án dân sự về việc"),
    ("tien", "Kết quả thi hành án dân sự về tiền"),
    ("hanh_chinh", "Theo dõi thi hành án hành chính"),
    ("khac", "Công tác giải quyết khiếu nại, tố cáo và các công tác khác"),
)


def _group(id: str, name: str) -> list[Element]:
    rows = f'ket_qua|selectattr("nhom", "equalto", "{id}")'
    filled = (
        *each(f"r in {rows}", text(sentence(is_planned=True))),
        paragraph("TieuDeBang", name + " {{ ky_bao_cao or '……' }}"),
        figures_table(f"r in {rows}", is_planned=True),
        after_table(),
    )
    return [article(name), *when(f"{rows}|list", *filled, otherwise=[text(NO_FIGURE)])]


def body() -> list[Element]:
    """The whole report."""
    subject = "kết quả công tác thi hành án dân sự, theo dõi thi hành án hành chính {{ ky_bao_cao or '……' }}"
    following = "{% if ky_sau %}; phương hướng, nhiệm vụ {{ ky_sau }}{% endif %}"
    return [
        *letterhead(number("BC")),
        *title("BÁO CÁO", "Kết " + subject.removeprefix("kết ") + following),
        *when("kinh_gui|dong", paragraph("KinhGui", 'Kính gửi: {{ kinh_gui|dong|join("; ") }}')),
        *when(
            "mo_dau|dong",
            *each("doan in mo_dau|dong", text("{{ doan }}")),
            otherwise=[text(f"{{{{ co_quan or '……' }}}} báo cáo {subject}" + ANNEXES + " như sau:")],
        ),
        section("TÌNH HÌNH CHUNG VÀ CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH"),
        article("Tình hình chung"),
        *prose("tinh_hinh"),
        article("Công tác chỉ đạo, điều hành"),
        *prose("chi_dao"),
        section("KẾT QUẢ THỰC HIỆN NHIỆM VỤ {{ ky_bao_cao|hoa }}"),
        *(element for id, name in GROUPS for element in _group(id, name)),
        article("Công tác tổ chức cán bộ, xây dựng ngành"),
        *prose("xay_dung_nganh"),
        section("ĐÁNH GIÁ CHUNG"),
        article("Ưu điểm"),
        *prose("uu_diem"),
        article("Hạn chế"),
        *prose("han_che"),
        article("Nguyên nhân"),
        *prose("nguyen_nhan"),
        section("PHƯƠNG HƯỚNG, NHIỆM VỤ{% if ky_sau %} {{ ky_sau|hoa }}{% else %} TRỌNG TÂM{% endif %}"),
        *prose("phuong_huong"),
        section("KIẾN NGHỊ, ĐỀ XUẤT"),
        *prose("kien_nghi"),
        closing(f"Trên đây là báo cáo {subject} của {{{{ co_quan or '……' }}}}./."),
        *ending(first=None),
        *annexes(),
    ]


NUMBERS = ("de_nghi_tap_the", "de_nghi_ca_nhan", "tap_the", "ca_nhan", "lanh_dao", "truc_tiep")


def summary_body() -> list[Element]:
    """Biểu tổng hợp khen thưởng, on its side."""
    wide = PAGE.landscape_body_mm
    widths = columns(12, 74, 24, 24, 24, 24, 26, 26, 18, body_mm=wide)
    heads = two_row_head(
        "TT",
        "Danh hiệu thi đua, hình thức khen thưởng",
        ("Đề nghị", ("Tập thể", "Cá nhân")),
        ("Đã được tặng", ("Tập thể", "Cá nhân")),
        ("Trong số cá nhân đã được tặng", ("Lãnh đạo, quản lý", "Trực tiếp lao động, công tác")),
        "Ghi chú",
    )
    line = [cell("BangGiua", "{{ loop.index }}"), cell("BangChu", "{{ r.hinh_thuc }}")]
    line += [cell("BangSo", f'{{{{ r.{name}|so or "-" }}}}') for name in NUMBERS]
    sums = [f'{{{{ (tong_hop|selectattr("{name}")|sum(attribute="{name}") or none)|so or "-" }}}}' for name in NUMBERS]
    total = [cell("BangGiua", ""), cell("BangGiua", bold("Tổng cộng")), *(cell("BangSo", bold(tag)) for tag in sums)]
    rows = [
        *(row(cells, widths, is_head=True) for cells in heads),
        row_command("for r in tong_hop", widths),
        row([*line, cell("BangChu", '{{ r.ghi_chu or "" }}')], widths),
        row_command("endfor", widths),
        row([*total, cell("BangChu", "")], widths),
    ]
    return [
        *letterhead(None, body_mm=wide),
        *title("BIỂU TỔNG HỢP", f"Kết quả khen thưởng {value('ky_bao_cao')}", body_mm=wide),
        before_table(),
        table(widths, rows),
        paragraph("SauBang", "", keep_next=True),
        *signatures(
            Signer("NGƯỜI LẬP BIỂU", "{{ nguoi_lap_bieu }}"),
            HEAD_OF_OFFICE,
            body_mm=wide,
        ),
    ]
