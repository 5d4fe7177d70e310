"""A table → which of its rows are heads, which of its columns are labels, and what remains: the cells of data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from docgen.figures.table_formula import formula_of, identity_of
from docgen.figures.table_unit import is_named, unit_written
from docgen.model.text import Cell, Document, Table
from docgen.vi.normal import normal

_NUMBER = re.compile(r"[(+\-−–]?\s?\d[\d.,  ]*\s?(?:%|‰)?\s?\)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ZERO = re.compile(r"[-−–—]+|0")
_MOST_TITLE_CELLS = 2


def is_number(text: str) -> bool:
    """Whether a cell holds a number and nothing else but a sign, brackets and a percent sign."""
    return _NUMBER.fullmatch(text) is not None and text.count("(") == text.count(")")


def is_dash(text: str) -> bool:
    """Whether a cell says that there is nothing: a dash or a zero."""
    return _ZERO.fullmatch(text) is not None


@dataclass
class Layout:
    """A stretch of a table with one head: rows `first` to `last` (exclusive), of which those up to `data` are the head.

    `texts` are the texts of the cells by their upper left place, `owner` gives that place for every place in the grid.
    """

    first: int
    data: int
    last: int
    columns: int
    texts: dict[tuple[int, int], str]
    owner: dict[tuple[int, int], tuple[int, int]]
    index_row: int | None = None

    def text(self, row: int, column: int) -> str:
        """The text shown at a place, that of the merged cell over it included."""
        place = self.owner.get((row, column))
        return "" if place is None else self.texts.get(place, "")

    def heads(self, column: int) -> tuple[str, ...]:
        """The heads over a column from the top, each merged head once; the row of column numbers is none of them."""
        found: list[str] = []
        seen: set[tuple[int, int]] = set()
        for row in range(self.first, self.data):
            place = self.owner.get((row, column))
            if row == self.index_row or place is None or place in seen:
                continue
            seen.add(place)
            text = self.texts.get(place, "")
            if text and (not found or found[-1] != text):
                found.append(text)
        return tuple(found)

    def identity(self, column: int) -> str | None:
        """The number by which the table calls a column (`3`, `A`)."""
        if self.index_row is None:
            return None
        text = self.text(self.index_row, column)
        formula = formula_of(text)
        return formula.target if formula else identity_of(text)

    @cached_property
    def rows(self) -> range:
        """The rows of data."""
        return range(self.data, self.last)

    @cached_property
    def number_columns(self) -> frozenset[int]:
        """The columns whose cells are data: most are numbers, and the head does not say that they count nothing."""
        return frozenset(column for column in range(self.columns) if self._holds_data(column))

    def _holds_data(self, column: int) -> bool:
        heads = self.heads(column)
        if heads and is_named(heads[-1], "not_data"):
            return False
        own = [self.texts.get((row, column), "") for row in self.rows]
        filled = [text for text in own if text and not is_dash(text)]
        numbers = [text for text in filled if is_number(text)]
        if not filled:
            return column > 0 and any(map(is_dash, own))
        if len(numbers) < 0.5 * len(filled):
            return False
        return not self._is_ordinal(column, numbers)

    def _is_ordinal(self, column: int, numbers: list[str]) -> bool:
        """Whether a column only counts its rows (1, 2, 3) or lists years: it is left of every other number."""
        if any(is_number(self.texts.get((row, left), "")) for row in self.rows for left in range(column)):
            return False
        if column == self.columns - 1 or len(numbers) < 2:
            return False
        plain = [text.strip("(). ") for text in numbers]
        if all(_YEAR.fullmatch(text) for text in plain):
            return True
        is_counting = [text for text in plain if text.isdecimal()] == [str(n + 1) for n in range(len(plain))]
        return is_counting and len(plain) > 1

    @cached_property
    def label_columns(self) -> tuple[int, ...]:
        """The columns whose texts say what a row is, from the left; those of ordinals, codes and units are none."""
        end = min(self.number_columns, default=self.columns)
        found = []
        for column in range(end):
            texts = [self.text(row, column) for row in self.rows]
            is_wordy = any(any(char.isalpha() for char in text) and len(text) > 3 for text in texts)
            if is_wordy and column != self.unit_column:
                found.append(column)
        if not found and end:
            found = [column for column in range(end) if column != self.ordinal_column][-1:]
        return tuple(found)

    @cached_property
    def ordinal_column(self) -> int | None:
        """The column of `STT`: `I`, `1`, `a)`; `None` where there is none."""
        for column in range(min(min(self.number_columns, default=self.columns), 2)):
            heads = self.heads(column)
            texts = [self.text(row, column) for row in self.rows]
            short = [text for text in texts if text]
            if all(_YEAR.fullmatch(text) for text in short):
                continue
            if heads and is_named(heads[-1], "not_data") and any(len(text) <= 5 for text in short):
                return column
            if short and all(len(text) <= 5 for text in short) and identity_of(short[0].strip(".)( ")):
                return column
        return None

    @cached_property
    def silent(self) -> frozenset[tuple[int, int]]:
        """The places whose numbers count nothing: the head, ordinals, and columns of codes and dates."""
        head = {(row, column) for row in range(self.first, self.data) for column in range(self.columns)}
        other = {column for column in range(self.columns) if self._is_silent(column)}
        return frozenset(head | {(row, column) for row in self.rows for column in other})

    def _is_silent(self, column: int) -> bool:
        heads = self.heads(column)
        if column == self.ordinal_column or (heads and is_named(heads[-1], "not_data")):
            return True
        numbers = [text for row in self.rows if is_number(text := self.texts.get((row, column), ""))]
        return column not in self.number_columns and bool(numbers) and self._is_ordinal(column, numbers)

    @cached_property
    def unit_column(self) -> int | None:
        """The column that gives each row its unit; `None` where there is none."""
        for column in range(self.columns):
            heads = self.heads(column)
            if not heads or not is_named(heads[-1], "unit_column"):
                continue
            texts = [text for row in self.rows if (text := self.text(row, column))]
            if 2 * sum(unit_written(text) is not None for text in texts) > len(texts):
                return column
        return None


@dataclass
class _Rows:
    """The texts of a table by place."""

    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    owner: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    by_row: dict[int, list[Cell]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, table: Table) -> "_Rows":
        rows = cls()
        for cell in table.cells:
            text = " ".join(document.text_of(document.blocks[index]) for index in cell.blocks)
            place = (cell.row, cell.column)
            rows.texts[place] = " ".join(normal(text).text.split())
            rows.by_row.setdefault(cell.row, []).append(cell)
            for row in range(cell.row, cell.row + cell.rowspan):
                for column in range(cell.column, cell.column + cell.colspan):
                    rows.owner.setdefault((row, column), place)
        return rows

    def filled(self, row: int) -> list[Cell]:
        return [cell for cell in self.by_row.get(row, ()) if self.texts[cell.row, cell.column]]

    def is_index(self, row: int) -> bool:
        """Whether a row numbers the columns: `A B 1 2 3=1+2`."""
        texts = [self.texts[cell.row, cell.column] for cell in self.filled(row)]
        numbers = [identity_of(text) for text in texts]
        if len(texts) < 3 or not all(number or formula_of(text) for number, text in zip(numbers, texts, strict=True)):
            return False
        if any(formula_of(text) for text in texts):
            return True
        plain = [int(number) for number in numbers if number and number.isdecimal()]
        return bool(plain) and plain == list(range(plain[0], plain[0] + len(plain))) and plain[0] in (0, 1, 2)

    def holds_data(self, row: int) -> bool:
        """Whether a row has a number that is no year."""
        texts = [self.texts[cell.row, cell.column] for cell in self.filled(row)]
        numbers = [text for text in texts if is_number(text)]
        if all(_YEAR.fullmatch(text) for text in numbers):
            return False
        return not self.is_index(row)


def layouts_of(document: Document, table: Table) -> Iterator[Layout]:
    """The stretches of a table, each with its own head; a sheet may hold several tables under each other."""
    rows = _Rows.of(document, table)
    first = _first_head(rows, 0, table)
    while first < table.rows:
        data, index = _first_data(rows, first, table)
        if data is None:
            return
        last = _next_head(rows, data, table)
        yield Layout(first, data, last, table.columns, rows.texts, rows.owner, index)
        first = _first_head(rows, last, table)


def _first_head(rows: _Rows, start: int, table: Table) -> int:
    """The first row that is no title: titles stand alone in their row above the head."""
    for row in range(start, table.rows):
        filled = rows.filled(row)
        covered = sum(cell.colspan for cell in filled)
        is_title = len(filled) < _MOST_TITLE_CELLS or (
            len(filled) == _MOST_TITLE_CELLS and covered < 0.4 * table.columns
        )
        if not is_title or rows.holds_data(row):
            return row
    return start


def _first_data(rows: _Rows, first: int, table: Table) -> tuple[int | None, int | None]:
    """The first row of data, and the row that numbers the columns."""
    index = None
    for row in range(first, table.rows):
        if index is None and rows.is_index(row):
            index = row
            continue
        begins_section = index is not None or (row > first and _is_section(rows, row, table))
        is_data = rows.holds_data(row) and not _is_under_head(rows, row, first, table)
        if is_data or (begins_section and rows.filled(row)):
            return row, index
    return None, index


def _is_under_head(rows: _Rows, row: int, first: int, table: Table) -> bool:
    """Whether a cell that began in the head still covers a place of this row: it is a row of the head."""
    owners = (rows.owner.get((row, column)) for column in range(table.columns))
    return any(owner is not None and first <= owner[0] < row for owner in owners)


def _is_section(rows: _Rows, row: int, table: Table) -> bool:
    """Whether a row only names the rows below it: one text from the left, alone or behind an ordinal."""
    filled = rows.filled(row)
    if len(filled) == 2 and filled[1].column == 1:
        return len(rows.texts[row, filled[0].column]) <= 5 and filled[1].colspan >= 0.6 * (table.columns - 1)
    return len(filled) == 1 and (filled[0].column == 0 or filled[0].colspan >= 0.6 * table.columns)


def _next_head(rows: _Rows, data: int, table: Table) -> int:
    """The row after the stretch of data: where a blank row and then a row of heads follow."""
    for row in range(data + 1, table.rows):
        filled = rows.filled(row)
        texts = [rows.texts[cell.row, cell.column] for cell in filled]
        is_head = len(filled) >= 3 and not any(is_number(text) or is_dash(text) for text in texts)
        if is_head and not rows.filled(row - 1):
            return row
    return table.rows
