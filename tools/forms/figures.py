"""Figures in a report: a sentence each, the table of indicators, the annexes by unit and by source."""

from tools.forms.blocks import BLANK, NO_FIGURE, after_table, annex, page_break, ruled
from tools.forms.chart import unit_chart
from tools.forms.decree import PAGE
from tools.forms.ooxml import Element
from tools.forms.people import head
from tools.forms.words import Run, bold, cell, columns, row, row_command, when

UNIT = '{% if r.don_vi == "%" %}%{% elif r.don_vi %} {{ r.don_vi }}{% endif %}'
DIFFERENCE = '{% if r.don_vi == "%" %} điểm %{% elif r.don_vi %} {{ r.don_vi }}{% endif %}'
BEFORE = f"so với {{{{ ky_truoc or 'kỳ trước' }}}} ({{{{ r.nam_truoc|so }}}}{UNIT})"


def _moved(verb: str) -> str:
    rate = "{% if r.ty_le is not none %} ({{ r.ty_le|abs|phan_tram }}){% endif %}"
    return f", {verb} {{{{ r.chenh_lech|abs|so }}}}{DIFFERENCE}{rate} {BEFORE}"


PLAN = (
    f"{{% if r.ke_hoach is not none %}}; chỉ tiêu được giao {{{{ r.ke_hoach|so }}}}{UNIT}"
    "{% if r.so_ke_hoach is not none and r.so_ke_hoach != 0 %}"
    "{% if r.so_ke_hoach > 0 %}, vượt {% else %}, thiếu {% endif %}"
    f"{{{{ r.so_ke_hoach|abs|so }}}}{DIFFERENCE}{{% endif %}}{{% endif %}}"
)


def sentence(*, is_planned: bool = False) -> str:
    """The sentence that tells the figure of the row `r`: its own words, or this period against the previous one."""
    return (
        "- {% if r.cau %}{{ r.cau }}"
        f"{{% elif r.nam_nay is none %}}{{{{ r.chi_tieu }}}}: {NO_FIGURE}."
        f"{{% else %}}{{{{ r.chi_tieu }}}}: {{{{ r.nam_nay|so }}}}{UNIT}"
        f"{{% if r.nam_truoc is none or r.chenh_lech is none %}}; {{{{ ky_truoc or 'kỳ trước' }}}}: {NO_FIGURE}"
        f"{{% elif r.chenh_lech > 0 %}}{_moved('tăng')}"
        f"{{% elif r.chenh_lech < 0 %}}{_moved('giảm')}"
        "{% else %}, bằng {{ ky_truoc or 'kỳ trước' }}{% endif %}" + (PLAN if is_planned else "") + ".{% endif %}"
    )


def _number(name: str, blank: str = BLANK) -> str:
    return f'{{{{ r.{name}|so or "{blank}" }}}}'


def _signed(name: str, blank: str = BLANK) -> str:
    return f"{{% if r.{name} is not none and r.{name} > 0 %}}+{{% endif %}}" + _number(name, blank)


def _row(widths: list[int], *cells: tuple[str, str | Run]) -> Element:
    return row([cell(style, words) for style, words in cells], widths)


PERIODS = ('{{ (ky_truoc or "kỳ trước")|dau_cau }}', '{{ (ky_bao_cao or "kỳ này")|dau_cau }}')


def figures_table(loop: str, *, is_planned: bool = False) -> Element:
    """The table of indicators: previous period, this period, difference, rate, and where asked for the plan."""
    shares = [10.0, 37, 15, 29, 29, 27, 18]  # a sum of ten digits fits on one line
    names = ["TT", "Chỉ tiêu", "Đơn vị tính", *PERIODS, "Tăng (+), giảm (-)", "Tỷ lệ tăng, giảm (%)"]
    cells = [
        ("BangGiua", "{{ loop.index }}"),
        ("BangChu", "{{ r.chi_tieu }}"),
        ("BangGiua", '{{ r.don_vi or "" }}'),
        ("BangSo", _number("nam_truoc")),
        ("BangSo", _number("nam_nay")),
        ("BangSo", _signed("chenh_lech")),
        ("BangSo", _signed("ty_le", "-")),
    ]
    if is_planned:
        shares = [9.5, 29, 14, 28.5, 28.5, 26, 15, 15]
        names += ["Chỉ tiêu được giao"]
        cells += [("BangSo", _number("ke_hoach", "-"))]
    widths = columns(*shares, body_mm=PAGE.body_mm)
    return ruled(widths, [head(*names)], loop, [_row(widths, *cells)])


def unit_table() -> Element:
    """The annex of figures by unit, the totals in bold."""
    widths = columns(11, 38, 34, 28, 28, 26, body_mm=PAGE.body_mm)
    heads = head("TT", "Chỉ tiêu (đơn vị tính)", "Đơn vị báo cáo", *PERIODS, "Tăng (+), giảm (-)")
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
    heads = head("TT", "Số liệu", "Tài liệu nguồn", "Câu hoặc ô bảng nguồn")
    tags = ("loop.index", "r.so_lieu", "r.tai_lieu", "r.cau")
    line = _row(widths, *(("BangChu", "{{ " + tag + " }}") for tag in tags))
    return ruled(widths, [heads], "r in nguon_so_lieu", [line])


ANNEXES = (
    "{% if so_lieu_don_vi and nguon_so_lieu %} (chi tiết theo đơn vị tại Phụ lục I, nguồn số liệu tại Phụ lục II)"
    "{% elif so_lieu_don_vi %} (chi tiết theo đơn vị tại Phụ lục)"
    "{% elif nguon_so_lieu %} (nguồn số liệu tại Phụ lục){% endif %}"
)


def annexes() -> list[Element]:
    """The two annexes, each on its own pages, left out where they are empty."""
    units = annex("SỐ LIỆU THEO ĐƠN VỊ {{ ky_bao_cao|hoa }}", "Báo cáo BC", "{% if nguon_so_lieu %} I{% endif %}")
    sources = annex("NGUỒN SỐ LIỆU", "Báo cáo BC", "{% if so_lieu_don_vi %} II{% endif %}")
    return [
        *when("so_lieu_don_vi", page_break(), *units, unit_table(), after_table(), *unit_chart()),
        *when("nguon_so_lieu", page_break(), *sources, source_table(), after_table()),
    ]
