"""The numeric cells of tables: what their heads say of them, and the figures they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from docgen.figures.table_formula import formula_of, identity_of
from docgen.figures.table_heads import Heads, Place, Stretch, announced_in
from docgen.figures.table_layout import is_dash, is_number, layouts_of
from docgen.model.fact import Figure, Kind, Part
from docgen.model.quantity import Quantity
from docgen.model.text import Block, Cell, Document, Span, Table
from docgen.vi.normal import normal
from docgen.vi.numerals import Numeral, scan

_MINUS = re.compile(r"[\s(]*([-−–])\s*(?=\d)")
_LOSS = re.compile(r"\s*\(\s*\d[^()]*\)\s*")
_PERCENT = re.compile(r"\s?[%‰]")
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class TableReading:
    """A table as its heads tell it: the cells of data, and the cells whose numbers count nothing (ordinals, codes)."""

    heads: dict[Place, Heads]
    silent: frozenset[Place]


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A document that is equal to itself only, so that what was read of it can be remembered."""

    document: Document

    def __hash__(self) -> int:
        return id(self.document)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.document is other.document


@lru_cache(maxsize=2)
def _tables_read(of: _Same) -> dict[int, tuple[Table, TableReading]]:
    """The tables of a document that were read so far, by their identity: one reading serves figures and facts."""
    return {}


def reading_of(document: Document, table: Table) -> TableReading:
    """What the heads of a table say; empty for a table without numbers."""
    known = _tables_read(_Same(document))
    if id(table) not in known:
        known[id(table)] = table, _reading_of(document, table)
    return known[id(table)][1]


def _reading_of(document: Document, table: Table) -> TableReading:
    heads: dict[Place, Heads] = {}
    silent: set[Place] = set()
    announced = announced_in(document, table)
    for layout in layouts_of(document, table):
        if layout.number_columns:
            heads |= Stretch(layout, announced).heads()
            silent |= layout.silent
    return TableReading(heads, frozenset(silent))


def heads_of(document: Document, table: Table) -> dict[Place, Heads]:
    """The heads of every cell of data by its upper left place, blank cells included."""
    return reading_of(document, table).heads


def figures_in_table(document: Document, table: Table) -> list[Figure]:
    """The figures of the table's cells of data in the order of the text; a cell with words in it is left out."""
    return sorted(_figures(document, table, reading_of(document, table)).values(), key=lambda figure: figure.span)


def number_blocks(document: Document) -> dict[int, list[Figure]]:
    """The figures of all tables by the index of their block.

    A block whose number is an ordinal, a code, a year in a head or the number of a column has none. Blocks that are not
    listed are text to be read as any other.
    """
    found: dict[int, list[Figure]] = {}
    for table in document.tables:
        reading = reading_of(document, table)
        figures = _figures(document, table, reading)
        for cell in table.cells:
            for index in cell.blocks:
                if index in figures:
                    found[index] = [figures[index]]
                elif (cell.row, cell.column) in reading.silent and _is_alone(document.text_of(document.blocks[index])):
                    found[index] = []
    return found


def cells_of(document: Document, figures: Sequence[Figure]) -> dict[int, tuple[int, Place]]:
    """Where the figures of tables stand: index of the figure → index of the table and place in its grid."""
    places = {
        index: (number, (cell.row, cell.column))
        for number, table in enumerate(document.tables)
        for cell in table.cells
        for index in cell.blocks
    }
    found = {}
    for index, figure in enumerate(figures):
        block = document.block_at(figure.span.start)
        if block in places:
            found[index] = places[block]
    return found


def _figures(document: Document, table: Table, reading: TableReading) -> dict[int, Figure]:
    """The figures of the cells of data by their block."""
    figures: dict[int, Figure] = {}
    for cell in table.cells:
        heads = reading.heads.get((cell.row, cell.column))
        if heads is not None and heads.content != "blank" and len(cell.blocks) == 1:
            figure = _figure(document, document.blocks[cell.blocks[0]], cell, heads)
            if figure is not None:
                figures[cell.blocks[0]] = figure
    return figures


def _is_alone(text: str) -> bool:
    plain = normal(text).text.strip()
    return is_number(plain) or is_dash(plain) or formula_of(plain) is not None or identity_of(plain) is not None


def _figure(document: Document, block: Block, cell: Cell, heads: Heads) -> Figure | None:
    plain = normal(document.text_of(block))
    numerals = scan(plain.text)
    if len(numerals) != 1 or not is_number(plain.text.strip()):
        return None
    numeral, unit = numerals[0], heads.unit
    percent = _PERCENT.match(plain.text, numeral.end)
    minus = _MINUS.match(plain.text)
    readings = _readings(numeral, cell.value, percent is not None)
    first, *others = [_quantity(value, step, heads) for value, step in readings]
    start = minus.start(1) if minus else numeral.start
    span = _span(block, plain.span(start, percent.end() if percent else numeral.end))
    return Figure(
        span,
        _span(block, plain.span(numeral.start, numeral.end)),
        block.anchor,
        unit.kind,
        first,
        "table cell",
        (Part("table cell", span, str(first.value)),),
        tuple(others),
        (numeral.fault,) if numeral.fault and cell.value is None else (),
        -1 if minus or _LOSS.fullmatch(plain.text) else 1,
    )


def _readings(numeral: Numeral, stored: Decimal | None, is_percent: bool) -> list[tuple[Decimal, Decimal]]:
    """The values with the weights of their last digits; what a sheet stores leaves nothing to read."""
    if stored is None:
        return [(numeral.value, numeral.step), *numeral.alternatives]
    exact = abs(stored) * (100 if is_percent else 1)
    exponent = exact.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= 0:
        return [(exact.quantize(_ONE) if exact.adjusted() < 27 else exact, Decimal(0))]
    return [(exact.normalize(), _ONE.scaleb(exponent))]


def _quantity(value: Decimal, step: Decimal, heads: Heads) -> Quantity:
    """The quantity in the cell's unit; a whole number is exact only where it counts single things."""
    unit = heads.unit
    is_rounded = unit.scale > 1 or unit.kind in (Kind.PERCENT, Kind.MEASURE, Kind.MULTIPLE)
    weight = step * unit.scale if step else unit.scale if is_rounded else Decimal(0)
    return Quantity(abs(value) * unit.scale, unit.name, weight)


def _span(block: Block, inside: Span) -> Span:
    return Span(block.span.start + inside.start, block.span.start + inside.end)
