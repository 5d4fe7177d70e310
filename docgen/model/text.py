"""A document as it is read: its text, and the exact place in the file of every piece of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points in `Document.text`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Anchor:
    """The exact place in the file.

    `part`: `body`, `header:N`, `footer:N`, `footnote:ID`, `endnote:ID`, `textbox:N`, `sheet:NAME`, `page:N`.
    `path`: 0-based steps from the part's root. In Word: the block's place among its siblings, and through a table
    block, row, grid column, block in the cell, and so on inwards (`(13, 2, 0, 1)`). In a sheet: row, column. In a
    plain text: the line. On a page of a PDF: the line and its box in points (left, bottom, right, top).
    """

    part: str
    path: tuple[int, ...]


class BlockKind(StrEnum):
    """What a block is to a reader."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"
    NOTE = "note"
    MARGIN = "margin"  # page header or footer


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or line: where it stands in the text and in the file.

    `level` is the outline level of a heading (1 is the highest) or the depth of a list item.
    """

    span: Span
    anchor: Anchor
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `row` and `column` are its upper left place in the grid.

    `blocks` index `Document.blocks`; an empty cell has none. `value` is the typed number of a sheet's cell, exact as
    stored, `None` in Word.
    """

    row: int
    column: int
    anchor: Anchor
    blocks: tuple[int, ...]
    rowspan: int = 1
    colspan: int = 1
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells; merged cells are listed once. `caption` are the blocks just before it that speak of it."""

    anchor: Anchor
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    caption: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader did that the user should know: a legacy encoding converted, a macro left out."""

    code: str
    message: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in the file that speaks to docgen: the characters it stands on, and what it says."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader gives back.

    `text` is the text of the blocks joined by one line break; for a plain text file it is the decoded file, unchanged,
    and its blocks are the lines that are not blank. Every span in the program counts code points of this text.
    """

    source: str
    text: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    notices: tuple[Notice, ...] = field(default=())
    remarks: tuple[Remark, ...] = field(default=())

    def text_of(self, block: Block) -> str:
        """The block's own text."""
        return block.span.of(self.text)

    def block_at(self, offset: int) -> int | None:
        """The index of the block that holds the code point at `offset`; `None` between blocks."""
        low, high = 0, len(self.blocks)
        while low < high:
            middle = (low + high) // 2
            if self.blocks[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.blocks) and self.blocks[low].span.start <= offset:
            return low
        return None

    def cells(self) -> Iterator[tuple[Table, Cell]]:
        """Every cell of every table, in reading order."""
        for table in self.tables:
            for cell in table.cells:
                yield table, cell
