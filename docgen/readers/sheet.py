"""Workbook (.xlsx, .xls, .ods) → Document: a table a sheet."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from docgen.errors import DocgenError
from docgen.model.text import Anchor, Block, BlockKind, Cell, Document, Notice, Span, Table
from docgen.readers.archive import too_large
from docgen.readers.cell_formats import Looks, looks_of
from docgen.readers.sheet_rows import SheetRows, sheets_of

MOST_FILLED = 400_000  # cells with something in them; a statistics table of a whole country has 20,000
Merged = dict[tuple[int, int], tuple[int, int]]


def read_sheet(data: bytes, source: str) -> Document:
    """The document of a workbook: the visible sheets, one table each, cells with the text that a reader sees.

    Anchors name the sheet and the cell's row and column, from 0. Formulas count by their stored results.
    """
    looks = looks_of(data, source)
    book = _Book(source)
    for sheet in sheets_of(data, source):
        if sheet.is_visible:
            book.read(sheet, looks)
        else:
            book.notices.append(Notice("N107", f"bỏ qua trang tính ẩn «{sheet.name}»", source))
    if not book.blocks:
        raise DocgenError("E103", "bảng tính không có ô nào có chữ", where=source, hint="kiểm tra lại đúng tệp cần đọc")
    for name in looks.uncounted:
        hint = "mở bằng Excel rồi lưu lại"
        book.notices.append(Notice("N108", f"trang «{name}» có công thức chưa có kết quả; {hint}", source))
    return Document(source, "\n".join(book.texts), tuple(book.blocks), tuple(book.tables), tuple(book.notices))


@dataclass
class _Book:
    """The blocks and tables found so far."""

    source: str
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    length: int = 0

    def read(self, sheet: SheetRows, looks: Looks) -> None:
        """Reads one sheet."""
        if not sheet.rows:
            return
        merged = _merged(sheet.merged)
        hidden = {
            (row + down, column + right)
            for (row, column), (rows, columns) in merged.items()
            for down in range(rows)
            for right in range(columns)
        } - set(merged)
        cells: list[Cell] = []
        height = width = 0
        for row, values in enumerate(sheet.rows):
            for column, value in enumerate(values):
                if value is None or value == "" or (row, column) in hidden:
                    continue
                cell = self._cell(sheet.name, row, column, value, looks, merged)
                if cell:
                    cells.append(cell)
                    height, width = max(height, row + cell.rowspan), max(width, column + cell.colspan)
        self.tables.append(Table(Anchor(f"sheet:{sheet.name}", ()), height, width, tuple(cells)))

    def _cell(self, sheet: str, row: int, column: int, value: object, looks: Looks, merged: Merged) -> Cell | None:
        look = looks.of(sheet, row, column)
        number = None
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            number = Decimal(f"{value:.15g}").scaleb(-3 * look.thousands)  # a workbook holds 15 digits, no more
            text = look.written(number)
        else:
            text = _text_of(value)
        if not text.strip():
            return None
        anchor = Anchor(f"sheet:{sheet}", (row, column))
        start = self.length + 1 if self.blocks else 0
        self.length = start + len(text)
        if len(self.blocks) == MOST_FILLED:
            raise too_large(self.source, f"hơn {MOST_FILLED} ô có chữ")
        self.blocks.append(Block(Span(start, self.length), anchor, BlockKind.CELL))
        self.texts.append(text)
        return Cell(row, column, anchor, (len(self.blocks) - 1,), *merged.get((row, column), (1, 1)), number)


def _merged(ranges: list[tuple[tuple[int, int], tuple[int, int]]]) -> Merged:
    return {start: (end[0] - start[0] + 1, end[1] - start[1] + 1) for start, end in ranges}


def _text_of(value: object) -> str:
    if isinstance(value, bool):
        return "đúng" if value else "sai"
    if isinstance(value, datetime):
        day = f"{value:%d/%m/%Y}"
        return day if value.time() == time() else f"{day} {value:%H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return str(value)
    return str(value)
