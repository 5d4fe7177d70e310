"""Báo cáo tổng kết phong trào thi đua và công tác khen thưởng."""

from tools.forms.blocks import (
    BLANK,
    NO_FIGURE,
    after_table,
    annex,
    article,
    closing,
    ending,
    letterhead,
    number,
    page_break,
    prose,
    ruled,
    section,
    text,
    title,
)
from tools.forms.decree import PAGE
from tools.forms.ooxml import Element
from tools.forms.words import Cell, Run, bold, cell, columns, each, paragraph, row, row_command, when

UNIT = '{% if r.don_vi == "%" %}%{% elif r.don_vi %} {{ r.don_vi }}{% endif %}'
DIFFERENCE = '{% if r.don_vi == "%" %} điểm %{% elif r.don_vi %} {{ r.don_vi }}{% endif %}'
BEFORE = f"so với {{{{ ky_truoc }}}} ({{{{ r.nam_truoc|so }}}}{UNIT})"
TOTAL = 'khen_thuong|selectattr("{0}")|sum(attribute="{0}")'


def _moved(verb: str) -> str:
    rate = "{% if r.ty_le is not none %} ({{ r.ty_le|abs|phan_tram }}){% endif %}"
    return f", {verb} {{{{ r.chenh_lech|abs|so }}}}{DIFFERENCE}{rate} {BEFORE}"


SENTENCE = (
    "- {% if r.cau %}{{ r.cau }}"
    f"{{% elif r.nam_nay is none %}}{{{{ r.chi_tieu }}}}: {NO_FIGURE}."
    f"{{% else %}}{{{{ r.chi_tieu }}}}: {{{{ r.nam_nay|so }}}}{UNIT}"
    f"{{% if r.nam_truoc is none or r.chenh_lech is none %}}; {{{{ ky_truoc }}}}: {NO_FIGURE}"
    f"{{% elif r.chenh_lech > 0 %}}{_moved('tăng')}"
    f"{{% elif r.chenh_lech < 0 %}}{_moved('giảm')}"
    "{% else %}, bằng {{ ky_truoc }}{% endif %}.{% endif %}"
)


def _number(name: str, blank: str = BLANK) -> str:
    return f'{{{{ r.{name}|so or "{blank}" }}}}'


def _signed(name: str, blank: str = BLANK) -> str:
    return f"{{% if r.{name} is not none and r.{name} > 0 %}}+{{% endif %}}" + _number(name, blank)


def _head(*names: str) -> list[Cell]:
    return [cell("BangDau", name) for name in names]


def _row(widths: list[int], *cells: tuple[str, str | Run]) -> Element:
    return row([cell(style, words) for style, words in cells], widths)


PERIODS = ("{{ ky_truoc|capitalize }}", "{{ ky_bao_cao|capitalize }}")


def figures_table() -> Element:
    """The table of indicators: previous period, this period, difference, rate."""
    widths = columns(10, 52, 19, 26, 26, 22, 20, body_mm=PAGE.body_mm)
    heads = _head("TT", "Chỉ tiêu", "Đơn vị tính", *PERIODS, "Tăng (+), giảm (-)", "Tỷ lệ tăng, giảm (%)")
    line = _row(
        widths,
        ("BangGiua", "{{ loop.index }}"),
        ("BangChu", "{{ r.chi_tieu }}"),
        ("BangGiua", '{{ r.don_vi or "" }}'),
        ("BangSo", _number("nam_truoc")),
        ("BangSo", _number("nam_nay")),
        ("BangSo", _signed("chenh_lech")),
        ("BangSo", _signed("ty_le", "-")),
    )
    return ruled(widths, [heads], "r in so_lieu", [line])


def awards_table() -> Element:
    """The table of awards with its total."""
    widths = columns(10, 83, 22, 22, 28, body_mm=PAGE.body_mm)
    heads = _head("TT", "Danh hiệu thi đua, hình thức khen thưởng", "Tập thể", "Cá nhân", "Ghi chú")
    line = _row(
        widths,
        ("BangGiua", "{{ loop.index }}"),
        ("BangChu", "{{ r.hinh_thuc }}"),
        ("BangSo", _number("tap_the", "-")),
        ("BangSo", _number("ca_nhan", "-")),
        ("BangChu", '{{ r.ghi_chu or "" }}'),
    )
    total = _row(
        widths,
        ("BangGiua", ""),
        ("BangGiua", bold("Tổng cộng")),
        ("BangSo", bold("{{ " + TOTAL.format("tap_the") + "|so }}")),
        ("BangSo", bold("{{ " + TOTAL.format("ca_nhan") + "|so }}")),
        ("BangChu", ""),
    )
    return ruled(widths, [heads], "r in khen_thuong", [line], [total])


def unit_table() -> Element:
    """The annex of figures by unit, the totals in bold."""
    widths = columns(10, 51, 44, 20, 20, 20, body_mm=PAGE.body_mm)
    heads = _head("TT", "Chỉ tiêu (đơn vị tính)", "Đơn vị báo cáo", *PERIODS, "Tăng (+), giảm (-)")
    words = (
        ("BangGiua", "{{ loop.index }}"),
        ("BangChu", "{{ r.chi_tieu }}{% if r.don_vi %} ({{ r.don_vi }}){% endif %}"),
        ("BangChu", "{{ r.ten_don_vi }}"),
        ("BangSo", _number("nam_truoc")),
        ("BangSo", _number("nam_nay")),
        ("BangSo", _signed("chenh_lech")),
    )
    inside = [
        row_command("if r.la_tong", widths),
        _row(widths, *((style, bold(tag)) for style, tag in words)),
        row_command("else", widths),
        _row(widths, *words),
        row_command("endif", widths),
    ]
    return ruled(widths, [heads], "r in so_lieu_don_vi", inside)


def source_table() -> Element:
    """The annex that says where each figure was taken from."""
    widths = columns(10, 38, 46, 71, body_mm=PAGE.body_mm)
    heads = _head("TT", "Số liệu", "Tài liệu nguồn", "Câu hoặc ô bảng nguồn")
    tags = ("loop.index", "r.so_lieu", "r.tai_lieu", "r.cau")
    line = _row(widths, *(("BangChu", "{{ " + tag + " }}") for tag in tags))
    return ruled(widths, [heads], "r in nguon_so_lieu", [line])


def results() -> list[Element]:
    """The indicators: one sentence each, then the table; a visible blank where there are none."""
    annexes = (
        "{% if so_lieu_don_vi %} (chi tiết theo đơn vị tại Phụ lục{% if nguon_so_lieu %} I{% endif %}){% endif %}"
        "{% if nguon_so_lieu %} (nguồn số liệu tại Phụ lục{% if so_lieu_don_vi %} II{% endif %}){% endif %}"
    )
    figures = [
        text("Kết quả thực hiện các chỉ tiêu, nhiệm vụ {{ ky_bao_cao }}" + annexes + ":"),
        *each("r in so_lieu", text(SENTENCE)),
        paragraph("TieuDeBang", "Bảng 1. Kết quả thực hiện các chỉ tiêu, nhiệm vụ {{ ky_bao_cao }}"),
        figures_table(),
        after_table(),
    ]
    return when("so_lieu", *figures, otherwise=[text(NO_FIGURE)])


def awards() -> list[Element]:
    """The awards: one sentence with the totals, then the table."""
    counts = (
        "{{ " + TOTAL.format("tap_the") + "|so }} lượt tập thể, {{ " + TOTAL.format("ca_nhan") + "|so }} lượt cá nhân"
    )
    sentence = text(
        "Trong {{ ky_bao_cao }}, số lượt tập thể, cá nhân được tặng danh hiệu thi đua, hình thức khen thưởng: "
        + counts
        + "."
    )
    caption = paragraph("TieuDeBang", "Bảng 2. Kết quả khen thưởng {{ ky_bao_cao }}")
    inside = (sentence, caption, awards_table(), after_table())
    return [
        *when("cong_tac_khen_thuong|dong", *each("doan in cong_tac_khen_thuong|dong", text("{{ doan }}"))),
        *when("khen_thuong", *inside, otherwise=[text("Kết quả khen thưởng: " + NO_FIGURE + ".")]),
    ]


def annexes() -> list[Element]:
    """The two annexes, each on its own pages."""
    units = annex("SỐ LIỆU THEO ĐƠN VỊ {{ ky_bao_cao|hoa }}", "Báo cáo BC", "{% if nguon_so_lieu %} I{% endif %}")
    sources = annex("NGUỒN SỐ LIỆU", "Báo cáo BC", "{% if so_lieu_don_vi %} II{% endif %}")
    return [
        *when("so_lieu_don_vi", page_break(), *units, unit_table(), after_table()),
        *when("nguon_so_lieu", page_break(), *sources, source_table(), after_table()),
    ]


def body() -> list[Element]:
    """The whole report."""
    subject = "phong trào thi đua và công tác khen thưởng {{ ky_bao_cao }}"
    following = "{% if ky_sau %};\nphương hướng, nhiệm vụ {{ ky_sau }}{% endif %}"
    return [
        *letterhead(number("BC")),
        *title("BÁO CÁO", f"Tổng kết {subject}{following}"),
        *when("kinh_gui|dong", paragraph("KinhGui", 'Kính gửi: {{ kinh_gui|dong|join("; ") }}')),
        *when(
            "mo_dau|dong",
            *each("doan in mo_dau|dong", text("{{ doan }}")),
            otherwise=[text(f"{{{{ co_quan }}}} báo cáo kết quả {subject} như sau:")],
        ),
        section("CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO"),
        *prose("chi_dao"),
        section("KẾT QUẢ PHONG TRÀO THI ĐUA"),
        article("Phong trào thi đua do cấp trên phát động"),
        *prose("phong_trao_cap_tren"),
        article("Phong trào thi đua của đơn vị; thi đua theo chuyên đề"),
        *prose("phong_trao_don_vi"),
        article("Kết quả thực hiện nhiệm vụ chính trị, chuyên môn"),
        *results(),
        article("Xây dựng, nhân rộng điển hình tiên tiến"),
        *prose("dien_hinh"),
        section("CÔNG TÁC KHEN THƯỞNG"),
        *awards(),
        section("TỔ CHỨC BỘ MÁY; QUỸ THI ĐUA, KHEN THƯỞNG; KIỂM TRA, GIÁM SÁT"),
        *prose("to_chuc_bo_may"),
        section("ĐÁNH GIÁ CHUNG"),
        article("Ưu điểm"),
        *prose("uu_diem"),
        article("Hạn chế"),
        *prose("han_che"),
        article("Nguyên nhân"),
        *prose("nguyen_nhan"),
        article("Bài học kinh nghiệm"),
        *prose("bai_hoc"),
        section("PHƯƠNG HƯỚNG, NHIỆM VỤ{% if ky_sau %} {{ ky_sau|hoa }}{% else %} TRỌNG TÂM{% endif %}"),
        *prose("phuong_huong"),
        section("KIẾN NGHỊ, ĐỀ XUẤT"),
        *prose("kien_nghi"),
        closing(f"Trên đây là báo cáo tổng kết {subject} của {{{{ co_quan }}}}./."),
        *ending(first=None),
        *annexes(),
    ]
