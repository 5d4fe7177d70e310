"""Paragraphs, runs and tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tools.forms.ooxml import XML_SPACE, Element, twips, w


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with its own look; without one it looks as the paragraph's style says."""

    text: str
    bold: bool | None = None
    italic: bool | None = None
    color: str | None = None
    size: float | None = None
    shade: str | None = None


def bold(text: str) -> Run:
    """`text` in bold."""
    return Run(text, bold=True)


def _text_of(run: Run) -> list[Element]:
    pieces: list[Element] = []
    for number, line in enumerate(run.text.split("\n")):
        if number:
            pieces.append(w("br"))
        text = w("t")
        text.text = line
        text.set(XML_SPACE, "preserve")
        pieces.append(text)
    return pieces


def _look_of(run: Run) -> Element | None:
    look = w("rPr")
    for tag, state in (("b", run.bold), ("i", run.italic)):
        if state is not None:
            look.append(w(tag) if state else w(tag, val=0))
    if run.color:
        look.append(w("color", val=run.color))
    if run.size:
        look.append(w("sz", val=round(run.size * 2)))
        look.append(w("szCs", val=round(run.size * 2)))
    if run.shade:
        look.append(w("shd", val="clear", color="auto", fill=run.shade))
    return look if len(look) else None


def paragraph(style: str, *runs: str | Run, keep_next: bool = False) -> Element:
    """A paragraph of the style with that id."""
    look = w("pPr", w("pStyle", val=style))
    if keep_next:
        look.append(w("keepNext"))
    element = w("p", look)
    for run in runs:
        run = Run(run) if isinstance(run, str) else run
        element.append(w("r", _look_of(run), *_text_of(run)))
    return element


def command(text: str) -> Element:
    """A paragraph that holds a block tag and vanishes when the form is filled."""
    return paragraph("The", "{%p " + text + " %}")


def each(loop: str, *inside: Element) -> list[Element]:
    """What stands `inside`, once for every turn of the loop (`doan in thanh_tich`)."""
    return [command(f"for {loop}"), *inside, command("endfor")]


def when(condition: str, *inside: Element, otherwise: Sequence[Element] = ()) -> list[Element]:
    """What stands `inside` if the condition holds, else `otherwise`."""
    other = [command("else"), *otherwise] if otherwise else []
    return [command(f"if {condition}"), *inside, *other, command("endif")]


def rule(length_mm: float, inside_mm: float, weight: int, gap_pt: float = 1) -> Element:
    """A drawn line, centred in a width of `inside_mm`: the border of a paragraph of its own."""
    side = max(0, twips((inside_mm - length_mm) / 2))
    border = w("pBdr", w("top", val="single", sz=weight, space=0, color="auto"))
    spacing = w("spacing", before=round(gap_pt * 20), after=0, line=40, lineRule="exact")
    look = w("pPr", w("pStyle", val="DuongKe"), border, spacing, w("ind", left=side, right=side))
    return w("p", look)


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its paragraphs, and how far it reaches."""

    inside: tuple[Element, ...]
    columns: int = 1
    merge: str | None = None  # "restart" or "continue" downwards


def cell(style: str, *runs: str | Run, columns: int = 1, merge: str | None = None) -> Cell:
    """A cell with one paragraph."""
    return Cell((paragraph(style, *runs),), columns, merge)


def _cell(content: Cell, width: int, centre: bool) -> Element:
    look = w("tcPr", w("tcW", w=width, type="dxa"))
    if content.columns > 1:
        look.append(w("gridSpan", val=content.columns))
    if content.merge:
        look.append(w("vMerge", val="restart") if content.merge == "restart" else w("vMerge"))
    if centre:
        look.append(w("vAlign", val="center"))
    return w("tc", look, *content.inside)


def row(cells: Sequence[Cell], widths: Sequence[int], *, is_head: bool = False, centre: bool = True) -> Element:
    """A row that no page break tears; a head is repeated on each page."""
    element = w("tr", w("trPr", w("cantSplit"), w("tblHeader") if is_head else None))
    at = 0
    for content in cells:
        element.append(_cell(content, sum(widths[at : at + content.columns]), centre))
        at += content.columns
    if at != len(widths):
        raise ValueError(f"the row reaches {at} of {len(widths)} columns")
    return element


def row_command(text: str, widths: Sequence[int]) -> Element:
    """A table row that holds a row tag and vanishes when the form is filled."""
    return row((cell("The", "{%tr " + text + " %}", columns=len(widths)),), widths)


def table(widths: Sequence[int], rows: Iterable[Element], *, ruled: bool = True) -> Element:
    """A table of fixed column widths (twips), with lines or without."""
    look = w("tblPr")
    if ruled:
        look.append(w("tblStyle", val="TableGrid"))
    look.append(w("tblW", w=sum(widths), type="dxa"))
    if ruled:
        look.append(w("jc", val="center"))
    look.append(w("tblLayout", type="fixed"))
    sides = 85 if ruled else 0
    look.append(w("tblCellMar", w("left", w=sides, type="dxa"), w("right", w=sides, type="dxa")))
    return w("tbl", look, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)


def columns(*shares: float, body_mm: float) -> list[int]:
    """Widths in twips of columns that share the body's width in those proportions."""
    whole = twips(body_mm)
    widths = [round(whole * share / sum(shares)) for share in shares]
    widths[-1] += whole - sum(widths)
    return widths
