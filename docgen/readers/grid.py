"""A table of Word → its grid: merged cells listed once, columns counted through the grid."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.readers.ooxml import Element, child, is_on, name, value

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo"})
_MOST_COLUMNS = 1_000


@dataclass(slots=True)
class GridCell:
    """A cell at its upper left place in the grid."""

    row: int
    column: int
    element: Element
    rowspan: int = 1
    colspan: int = 1


def rows_of(table: Element, hidden: frozenset[str]) -> list[Element]:
    """The rows a reader sees: those tracked as deleted are left out."""
    return [row for row in _inside(table, "tr") if not _is_hidden(row, hidden)]


def cells_of(row: Element) -> Iterator[tuple[int, int, Element]]:
    """The cells of a row: grid column, columns spanned, element."""
    column = _count(child(row, "trPr", "gridBefore"), 0)
    for cell in _inside(row, "tc"):
        span = max(_count(child(cell, "tcPr", "gridSpan"), 1), 1)
        yield column, span, cell
        column += span


def grid_of(table: Element, hidden: frozenset[str]) -> tuple[list[GridCell], int, int]:
    """The cells of a table in reading order, and its numbers of rows and columns."""
    cells: list[GridCell] = []
    open_merges: dict[int, GridCell] = {}
    columns = 0
    rows = rows_of(table, hidden)
    for number, row in enumerate(rows):
        for column, span, element in cells_of(row):
            columns = max(columns, column + span)
            merge = child(element, "tcPr", "vMerge")
            above = open_merges.get(column)
            if merge is not None and value(merge) != "restart" and above is not None:
                above.rowspan = number - above.row + 1
                continue
            cell = GridCell(number, column, element, 1, span)
            cells.append(cell)
            if merge is not None:
                open_merges[column] = cell
            else:
                open_merges.pop(column, None)
    return cells, len(rows), columns


def _inside(node: Element, wanted: str) -> Iterator[Element]:
    for each in node:
        kind = name(each)
        if kind == wanted:
            yield each
        elif kind in _WRAPPERS:
            yield from _inside(each, wanted)


def _is_hidden(row: Element, hidden: frozenset[str]) -> bool:
    properties = child(row, "trPr")
    if properties is None:
        return False
    return any(name(each) in hidden for each in properties) or is_on(child(properties, "hidden"))


def _count(element: Element | None, default: int) -> int:
    text = None if element is None else value(element)
    return min(int(text), _MOST_COLUMNS) if text and text.isdecimal() else default
