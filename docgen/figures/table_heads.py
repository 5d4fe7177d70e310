"""What the heads of a table say of each of its cells of data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.figures.table_formula import Formula, formula_of, row_formula_of
from docgen.figures.table_layout import Layout, is_dash
from docgen.figures.table_unit import (
    PERCENT,
    TableUnit,
    is_additive,
    is_named,
    unit_announced,
    unit_in_head,
    unit_written,
)
from docgen.model.fact import Kind
from docgen.model.text import Document, Table

Place = tuple[int, int]

_NOTHING = TableUnit(None)
_MILLION = 10**6
_LEVELS = (
    re.compile(r"[A-H]"),
    re.compile(r"[IVX]{1,5}"),
    re.compile(r"\d{1,3}"),
    re.compile(r"\d+(?:\.\d+)+"),
    re.compile(r"[a-zđ]"),
)


@dataclass(frozen=True, slots=True)
class Heads:
    """What a table says of one of its cells of data.

    `row` is the path of row labels from the outermost section to the row's own label, `column` that of the heads over
    it from the top. `unit` with its scale counts for the number as it is shown. `content` is `number`, `zero` (a dash
    or 0) or `blank`. `row_id` and `column_id` are the numbers by which the table calls its row (`STT`) and its column.
    `formula` and `row_formula` are equations over them: `c7 = c3 - c6`, `rIII = rI + rII`. `is_total` tells a row that
    adds up others (`Cộng`); `adds_up` that the number may be a part or a total at all: rates, averages, prices may not.
    """

    row: tuple[str, ...]
    column: tuple[str, ...]
    unit: TableUnit
    content: str
    row_id: str | None = None
    column_id: str | None = None
    formula: str | None = None
    row_formula: str | None = None
    is_total: bool = False
    adds_up: bool = True

    @property
    def label(self) -> str:
        """The row's own label; empty where the table has none."""
        return self.row[-1] if self.row else ""


def announced_in(document: Document, table: Table) -> TableUnit | None:
    """The unit of the whole table: from the caption, else from a cell that announces it."""
    texts = [document.text_of(document.blocks[index]) for index in reversed(table.caption)]
    texts += [document.text_of(document.blocks[index]) for cell in table.cells for index in cell.blocks]
    return next((unit for unit in map(unit_announced, texts) if unit is not None), None)


class Stretch:
    """One stretch of a table with its head, on the way to the heads of its cells."""

    def __init__(self, layout: Layout, announced: TableUnit | None) -> None:
        self.layout = layout
        self.announced = announced
        self.columns = sorted(layout.number_columns)
        self.column_heads = {column: layout.heads(column) for column in self.columns}
        self.formulas = self._formulas()
        self.column_units = {column: self._column_unit(column) for column in self.columns}
        self._lend_units()
        self.row_ids = {row: self._row_id(row) for row in layout.rows}

    def heads(self) -> dict[Place, Heads]:
        """The heads of the cells of data."""
        found: dict[Place, Heads] = {}
        known = {identity for identity in self.row_ids.values() if identity}
        for row, path in self._paths():
            label = path[-1] if path else ""
            row_formula = row_formula_of(label, self.row_ids[row], known)
            is_total = is_named(re.sub(r"\(.*", "", label), "total")
            row_adds = is_additive(label)
            for column in self.columns:
                if self.layout.owner.get((row, column), (row, column)) != (row, column):
                    continue
                unit = self._unit(row, column, path)
                formula = self.formulas.get(column) if row_adds else None
                found[row, column] = Heads(
                    path,
                    self.column_heads[column],
                    unit,
                    _content(self.layout.texts.get((row, column), "")),
                    self.row_ids[row],
                    self.layout.identity(column),
                    _expression(formula, unit) if formula else None,
                    row_formula.expression("r") if row_formula else None,
                    is_total,
                    row_adds and self._adds_up(column, unit),
                )
        return found

    def _formulas(self) -> dict[int, Formula]:
        """The formulas of columns whose every operand is a column of the table."""
        layout = self.layout
        identities = {layout.identity(column) for column in self.columns}
        found = {}
        for column in self.columns:
            texts = list(self.column_heads[column])
            if layout.index_row is not None:
                texts.append(layout.text(layout.index_row, column))
            formula = next((each for each in map(formula_of, reversed(texts)) if each), None)
            if formula and formula.operands <= identities and formula.target == layout.identity(column):
                found[column] = formula
        return found

    def _row_id(self, row: int) -> str | None:
        column = self.layout.ordinal_column
        text = "" if column is None else self.layout.text(row, column)
        if not text:
            labels = [self.layout.text(row, each) for each in self.layout.label_columns]
            match = re.match(r"([IVX]{1,5}|[A-H]|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s", labels[0] if labels else "")
            return match[1] if match else None
        return text.strip(".)( ") or None

    def _paths(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Each row of data with its path of labels: sections above it, then its own labels."""
        above: list[tuple[int, str]] = []
        section: str | None = None
        for row in self.layout.rows:
            own = self._labels(row)
            if not own:
                yield row, ()
                continue
            level = _level(self.row_ids[row])
            is_section = all(not self.layout.texts.get((row, column)) for column in self.columns)
            if level is None and is_section:
                section, above = own[-1], []
                continue
            while level is not None and above and above[-1][0] >= level:
                above.pop()
            outer = tuple(label for _, label in above) if level is not None else ()
            yield row, (*((section,) if section else ()), *outer, *own)
            if level is not None:
                above.append((level, own[-1]))

    def _labels(self, row: int) -> tuple[str, ...]:
        found: list[str] = []
        for column in self.layout.label_columns:
            text = self.layout.text(row, column)
            if text and text not in found:
                found.append(text)
        return tuple(found)

    def _column_unit(self, column: int) -> TableUnit | None:
        heads = self.column_heads[column][::-1]
        units = (*map(unit_in_head, heads), *map(unit_written, heads))
        return next((unit for unit in units if unit is not None), None)

    def _adds_up(self, column: int, unit: TableUnit) -> bool:
        """Whether the numbers of a column may be added from row to row."""
        return unit.kind not in (Kind.PERCENT, Kind.MULTIPLE) and all(map(is_additive, self.column_heads[column]))

    def _words(self, column: int) -> list[str]:
        """The heads over a column without what stands in brackets."""
        return [re.sub(r"[(\[].*", "", head) for head in self.column_heads[column]]

    def _lend_units(self) -> None:
        """Gives a sum or difference of columns of one unit that unit, where its own head tells none."""
        of_identity = {self.layout.identity(column): unit for column, unit in self.column_units.items()}
        for column, formula in self.formulas.items():
            units = {of_identity[operand] for operand in formula.operands}
            if self.column_units[column] is None and len(units) == 1 and not {"*", "/"} & set(formula.right):
                self.column_units[column] = units.pop()

    def _unit(self, row: int, column: int, path: tuple[str, ...]) -> TableUnit:
        """The unit of a cell: a percentage of its column first, then the row's, the column's, the table's."""
        text = self.layout.texts.get((row, column), "")
        if "%" in text:
            return PERCENT
        of_column = self.column_units[column]
        if of_column is not None and of_column.kind in (Kind.PERCENT, Kind.MULTIPLE):
            return of_column
        of_row = None
        if self.layout.unit_column is not None:
            of_row = unit_written(self.layout.text(row, self.layout.unit_column))
        label = path[-1] if path else ""
        of_row = of_row or unit_in_head(label)
        found = of_row or of_column or self.announced or unit_written(label) or _NOTHING
        if found.name is None and found is not _NOTHING:
            other = next((unit for unit in (of_column, self.announced) if unit is not None and unit.name), None)
            is_money = found.scale >= _MILLION and any(is_named(word, "money") for word in self._words(column))
            return TableUnit(other.name if other else "đồng" if is_money else None, found.scale)
        return found


def _content(text: str) -> str:
    if not text:
        return "blank"
    return "zero" if is_dash(text) else "number"


def _level(identity: str | None) -> int | None:
    """How deep in the table an ordinal stands: `I` above `1` above `1.1` above `a`."""
    if identity is None:
        return None
    for level, shape in enumerate(_LEVELS):
        if shape.fullmatch(identity):
            return level + identity.count(".")
    return None


def _expression(formula: Formula, unit: TableUnit) -> str:
    told = formula.expression("c")
    is_rate = unit.kind is Kind.PERCENT and "/" in formula.right and "100" not in formula.right
    return f"{told.replace(' = ', ' = ( ')} ) * 100" if is_rate else told
