"""An earlier table of figures (`so_lieu.xlsx`, written by `tables`) → the facts it was written from."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from docgen.model.fact import Fact, Figure, Kind, Measure, Period
from docgen.model.finding import Report
from docgen.model.quantity import Approx, Quantity
from docgen.model.text import Cell, Document, Table
from docgen.outputs.tables import APPROX, BOUNDED, COLUMNS, WAYS
from docgen.outputs.terminal import MEASURES

_NAMES = frozenset(name for name, _ in COLUMNS)
_NEEDED = ("Số liệu", "Giá trị", "Đơn vị", "Đo cái gì", "Cách đo", "Kỳ", "Loại")
_MEASURES = {words: measure for measure, words in MEASURES.items()}
_APPROX = {
    words: (approx, bounded) for bounded in (False, True) for approx, words in (APPROX, BOUNDED)[bounded].items()
}
_WAYS = {words: way for way, words in WAYS.items()}

Row = Mapping[str, tuple[str, Cell]]


def earlier_facts(document: Document) -> Report | None:
    """The facts of a table that docgen wrote, one a row; `None` where no table of the document is one.

    The columns are found by their names, in any order; a row without a value that can be read is left out.
    """
    figures: list[Figure] = []
    facts: list[Fact] = []
    found = False
    for table in document.tables:
        rows = _rows(document, table)
        found = found or rows is not None
        for row in rows or ():
            figure = _figure(document, row)
            if figure is not None:
                facts.append(_fact(len(figures), row))
                figures.append(figure)
    return Report(document, tuple(figures), tuple(facts)) if found else None


def origin_of(document: Document) -> dict[int, str]:
    """Where the figure of each row stood, by the block that holds it: file and place, as they were written down."""
    told: dict[int, str] = {}
    for table in document.tables:
        for row in _rows(document, table) or ():
            words = ", ".join(_word(row, name) for name in ("Tệp", "Vị trí") if _word(row, name))
            if "Số liệu" in row and words:
                told[row["Số liệu"][1].blocks[0]] = words
    return told


def _rows(document: Document, table: Table) -> list[Row] | None:
    """The filled cells of each row by the name of their column; `None` where the head is another."""
    grid: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        if cell.blocks:
            grid.setdefault(cell.row, {})[cell.column] = cell
    if not grid:
        return None
    first = min(grid)
    names = {column: _text(document, cell) for column, cell in grid[first].items()}
    names = {column: name for column, name in names.items() if name in _NAMES}
    if not set(_NEEDED) <= set(names.values()):
        return None
    return [
        {names[column]: (_text(document, cell), cell) for column, cell in cells.items() if column in names}
        for number, cells in sorted(grid.items())
        if number != first
    ]


def _text(document: Document, cell: Cell) -> str:
    return " ".join(document.text_of(document.blocks[cell.blocks[0]]).split())


def _word(row: Row, name: str) -> str:
    return row[name][0] if name in row else ""


def _number(row: Row, name: str) -> Decimal | None:
    if name not in row:
        return None
    text, cell = row[name]
    if cell.value is not None:
        return cell.value
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _figure(document: Document, row: Row) -> Figure | None:
    value, kind = _number(row, "Giá trị"), _word(row, "Loại")
    if value is None or "Số liệu" not in row or kind not in set(Kind):
        return None
    block = document.blocks[row["Số liệu"][1].blocks[0]]
    approx, bounded = _APPROX.get(_word(row, "Ước lượng"), (None, False))
    step = _number(row, "Chữ số cuối") or Decimal(0)
    quantity = Quantity(value, _word(row, "Đơn vị") or None, step, Approx(approx) if approx else None, bounded)
    sign = _WAYS.get(_word(row, "Chiều"), (0, 1))[1]
    return Figure(block.span, block.span, block.anchor, Kind(kind), quantity, "earlier table", sign=sign)


def _fact(figure: int, row: Row) -> Fact:
    return Fact(
        figure,
        _word(row, "Đo cái gì") or None,
        _word(row, "Mã chỉ tiêu") or None,
        _period(row),
        _word(row, "Nơi") or None,
        _MEASURES.get(_word(row, "Cách đo"), Measure.LEVEL),
        _word(row, "So với") or None,
        _WAYS.get(_word(row, "Chiều"), (0, 1))[0],
        _word(row, "Phạm vi") or None,
    )


def _period(row: Row) -> Period | None:
    label = _word(row, "Kỳ")
    if not label:
        return None
    return Period(label, _day(_word(row, "Từ ngày")), _day(_word(row, "Đến ngày")))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
