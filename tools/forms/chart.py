"""A bar chart that Word draws from a table: the bars are cells that span as many columns as their value asks for."""

from tools.forms.decree import PAGE
from tools.forms.ooxml import Element, twips, w
from tools.forms.words import Run, paragraph, when

STEPS = 40  # the longest bar, in columns of the grid
REST = 8  # room for the figure behind the longest bar
LABEL_MM = 48
BAR_MM = 5
GAP_MM = 2
BEFORE, NOW = "BFBFBF", "2F5597"  # the earlier period pale, this one dark: told apart in a black-and-white print too

SHOWN = "so_lieu_don_vi|selectattr('chi_tieu', 'equalto', (so_lieu_don_vi|first).chi_tieu)|rejectattr('la_tong')|list"
FIRST = "(so_lieu_don_vi|first)"
TOLD = "({0}|map(attribute='{1}')|select|list)"
LONGEST = "((" + " + ".join(TOLD.format(SHOWN, name) for name in ("nam_truoc", "nam_nay")) + " + [0])|max or 1)"


def _cell(width: int, inside: Element, merge: str | None = None) -> Element:
    look = w("tcPr", w("tcW", w=width, type="dxa"))
    if merge:
        look.append(w("vMerge", val="restart") if merge == "restart" else w("vMerge"))
    look.append(w("vAlign", val="center"))
    return w("tc", look, inside)


def _bar(name: str, colour: str, widths: list[int], merge: str | None) -> Element:
    columns = f"[(r.{name} * {STEPS} / {LONGEST})|round|int, 1]|max"
    tied = merge == "restart"  # both bars of a unit stay on one page
    bar = paragraph("ODoThi", f'{{% colspan {columns} %}}{{% cellbg "{colour}" %}}', keep_next=tied)
    rest = f"{{% colspan {STEPS + REST} - ({columns}) %}}"
    figure = paragraph("ODoThi", rest, Run(f" {{{{ r.{name}|so }}}}", bold=name == "nam_nay"), keep_next=tied)
    label = "" if merge == "continue" else "{{ r.ten_don_vi }}"
    cells = (
        _cell(widths[0], paragraph("ODoThi", label, keep_next=tied), merge),
        _cell(widths[1], bar),
        _cell(widths[1] * (STEPS + REST - 1), figure),
    )
    return w("tr", w("trPr", w("cantSplit"), w("trHeight", val=twips(BAR_MM), hRule="atLeast")), *cells)


def _whole(inside: Element, widths: list[int], height_mm: float = 0) -> Element:
    """A row of one cell over the whole grid."""
    look = w("tcPr", w("tcW", w=sum(widths), type="dxa"), w("gridSpan", val=len(widths)))
    height = w("trHeight", val=twips(height_mm), hRule="exact") if height_mm else None
    return w("tr", w("trPr", w("cantSplit"), height), w("tc", look, inside))


def _table(widths: list[int]) -> Element:
    def tag(text: str) -> Element:
        return _whole(paragraph("The", "{%tr " + text + " %}"), widths)

    rows = [
        tag(f"for r in {SHOWN}"),
        tag("if r.nam_truoc is not none and r.nam_nay is not none"),
        _bar("nam_truoc", BEFORE, widths, "restart"),
        _bar("nam_nay", NOW, widths, "continue"),
        tag("elif r.nam_nay is not none"),
        _bar("nam_nay", NOW, widths, None),
        tag("endif"),
        _whole(paragraph("Nho", ""), widths, GAP_MM),
        tag("endfor"),
    ]
    look = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=40, type="dxa")),
    )
    return w("tbl", look, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)


def unit_chart() -> list[Element]:
    """The chart of the first indicator by unit, this period under the earlier; nothing for a single unit."""
    step = twips((PAGE.body_mm - LABEL_MM) / (STEPS + REST))
    name = f"Biểu đồ. {{{{ {FIRST}.chi_tieu }}}} theo đơn vị"
    unit = f"{{% if {FIRST}.don_vi %}} ({{{{ {FIRST}.don_vi }}}}){{% endif %}}"
    legend = (
        Run("    ", shade=BEFORE),
        ' {{ ky_truoc or "kỳ trước" }}    ',
        Run("    ", shade=NOW),
        ' {{ ky_bao_cao or "kỳ này" }}',
    )
    return when(
        f"{SHOWN}|length > 1",
        paragraph("TieuDeBang", name + unit),
        paragraph("DonViTinh", *legend),
        _table([twips(LABEL_MM)] + [step] * (STEPS + REST)),
        paragraph("SauBang", ""),
    )
