"""What tables state: formulas in their heads, rows and columns that add up others."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from docgen.checks.engine import verdict_of
from docgen.checks.kinds import readings_of
from docgen.checks.slack import cut_off
from docgen.figures.table import cells_of, heads_of
from docgen.figures.table_heads import Heads, Place
from docgen.figures.table_unit import is_named
from docgen.model.fact import Figure, Kind
from docgen.model.finding import Claim, Verdict
from docgen.model.text import Document

_NAME = re.compile(r"[cr][\dA-Za-z.]+")
_SUM = re.compile(r"(\w[\w.]*) = (\w[\w.]*(?: \+ \w[\w.]*)+)")
# Columns whose cells cannot be added up, whatever their unit.
_UNADDED = re.compile(
    r"bình quân|trung bình|tỷ lệ|tỉ lệ|tỷ trọng|đơn giá|định mức|mức lương|hệ số|xếp hạng|%", re.IGNORECASE
)
_AMONG = re.compile(r"trong đó|tr\.đó|trong số", re.IGNORECASE)
_ADDED = (Kind.COUNT, Kind.MONEY, Kind.MEASURE)

Holds = Callable[[Claim], bool]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells of data: their heads, and the figure in each that has one."""

    heads: dict[Place, Heads]
    figures: dict[Place, int]

    @property
    def rows(self) -> list[int]:
        """The rows with data from the top."""
        return sorted({row for row, _ in self.heads})

    @property
    def columns(self) -> list[int]:
        """The columns with data from the left."""
        return sorted({column for _, column in self.heads})

    def path(self, row: int) -> tuple[str, ...]:
        """The labels of a row, outermost first."""
        return next(heads.row for (r, _), heads in self.heads.items() if r == row)

    def head(self, column: int) -> tuple[str, ...]:
        """The heads over a column, from the top."""
        return next(heads.column for (_, c), heads in self.heads.items() if c == column)

    def is_read(self, places: Iterable[Place]) -> bool:
        """Whether every cell that holds something was read as a figure; a blank or a dash counts as nothing."""
        return all(p in self.figures or p not in self.heads or self.heads[p].content != "number" for p in places)


def table_claims(document: Document, figures: Sequence[Figure]) -> tuple[Claim, ...]:
    """The claims of all tables of a document, in their order."""
    cells = cells_of(document, figures)
    values = [cut_off(figure.quantity) for figure in figures]

    def holds(claim: Claim) -> bool:
        return verdict_of(readings_of(claim), [values[i] for i in claim.figures]) is Verdict.HOLDS

    claims: list[Claim] = []
    for number, table in enumerate(document.tables):
        # A figure below zero is left out: what it is part of stays unchecked.
        found = {place: index for index, (at, place) in cells.items() if at == number and figures[index].sign > 0}
        if len(found) > 2:
            grid = Grid(heads_of(document, table), found)
            claims += _claims(grid, figures, holds)
    return tuple(claims)


def _claims(grid: Grid, figures: Sequence[Figure], holds: Holds) -> Iterator[Claim]:
    yield from _trusted(_column_formulas(grid), holds)
    yield from _trusted(_row_formulas(grid), holds)
    stated = {place for place, heads in grid.heads.items() if heads.formula or heads.row_formula}
    added = [column for column in grid.columns if _is_added(grid, column, figures)]
    for row in grid.rows:
        by_formula = any(heads.row_formula for (r, _), heads in grid.heads.items() if r == row)
        if _is_total_row(grid, row) and not by_formula:
            yield from _best([_down(grid, row, parts, added) for parts in _rows_below(grid, row)], holds)
    for column in added:
        if _is_total(grid, column) and not any(place[1] == column for place in stated):
            yield from _best([_across(grid, column, parts) for parts in _columns_beside(grid, column, added)], holds)


def _column_formulas(grid: Grid) -> Iterator[Claim]:
    for (row, column), heads in grid.heads.items():
        if heads.formula:
            names = {grid.heads[row, c].column_id: (row, c) for c in grid.columns if (row, c) in grid.heads}
            yield from _formula(grid, heads.formula, "c", names, (row, column))


def _row_formulas(grid: Grid) -> Iterator[Claim]:
    for (row, column), heads in grid.heads.items():
        if heads.row_formula:
            names = {grid.heads[r, column].row_id: (r, column) for r in grid.rows if (r, column) in grid.heads}
            # A total row without a number of its own is called 0.
            names.setdefault("0", (row, column))
            yield from _formula(grid, heads.row_formula, "r", names, (row, column))


def _formula(
    grid: Grid, expression: str, letter: str, names: dict[str | None, Place], target: Place
) -> Iterator[Claim]:
    """The claim that a formula makes of one row or column, where all it needs is written."""
    roles = list(dict.fromkeys(_NAME.findall(expression)))
    places = {role: names.get(role.removeprefix(letter)) for role in roles}
    if target not in grid.figures or len(roles) < len(_NAME.findall(expression)):
        return
    is_sum = _SUM.fullmatch(expression) is not None
    written = {role: place for role, place in places.items() if place is not None and place in grid.figures}
    if not grid.is_read(place for place in places.values() if place is not None):
        return
    if is_sum and roles[0] in written and len(written) > 2:
        members = tuple(grid.figures[written[role]] for role in roles if role in written)
        yield Claim("SUM302", "sum", members, ("total", *["part"] * (len(members) - 1)), expression)
    elif len(written) == len(roles):
        members = tuple(grid.figures[written[role]] for role in roles)
        safe = tuple(role.replace(".", "_") for role in roles)
        yield Claim("SUM302", "identity", members, safe, expression, expression=expression.replace(".", "_"))


def _trusted(claims: Iterable[Claim], holds: Holds) -> Iterator[Claim]:
    """The claims of each formula; one that fails more often than it holds is not what the table means."""
    by_formula: dict[str, list[Claim]] = {}
    for claim in claims:
        by_formula.setdefault(claim.cue, []).append(claim)
    for group in by_formula.values():
        kept = sum(map(holds, group))
        if len(group) == 1 or kept * 2 >= len(group):
            yield from group


def _is_added(grid: Grid, column: int, figures: Sequence[Figure]) -> bool:
    kinds = {figures[i].kind for (_, c), i in grid.figures.items() if c == column}
    if not any(heads.adds_up for (_, c), heads in grid.heads.items() if c == column):
        return False
    return bool(kinds) and kinds <= set(_ADDED) and not _UNADDED.search(" ".join(grid.head(column)))


def _rows_below(grid: Grid, total: int) -> Iterator[list[int]]:
    """The rows that a row of totals may add up, the likeliest reading first."""
    others = [row for row in grid.rows if not _is_total_row(grid, row) and not _AMONG.search(_label(grid, row))]
    above = [row for row in others if row < total]
    before = max((row for row in grid.rows if row < total and _is_total_row(grid, row)), default=-1)
    after = min((row for row in grid.rows if row > total and _is_total_row(grid, row)), default=10**9)
    seen: list[list[int]] = [[]]
    for near in (
        [row for row in above if row > before],
        [row for row in others if total < row < after],
        above,
        [row for row in others if row > total],
    ):
        for rows in (near, _at_depth(grid, near, min), _at_depth(grid, near, max)):
            if rows not in seen and len(rows) > 1:
                seen.append(rows)
                yield rows


def _is_total_row(grid: Grid, row: int) -> bool:
    return any(heads.is_total for (r, _), heads in grid.heads.items() if r == row)


def _label(grid: Grid, row: int) -> str:
    path = grid.path(row)
    return path[-1] if path else ""


def _at_depth(grid: Grid, rows: Sequence[int], which: Callable[[Iterable[int]], int]) -> list[int]:
    """The rows of the outermost or of the innermost level."""
    if not rows:
        return []
    depth = which([len(grid.path(row)) for row in rows])
    return [row for row in rows if len(grid.path(row)) == depth]


def _down(grid: Grid, total: int, parts: Sequence[int], columns: Sequence[int]) -> list[Claim]:
    claims = (_sum(grid, (total, c), [(row, c) for row in parts], "cộng dòng") for c in columns)
    return [claim for claim in claims if claim is not None]


def _is_total(grid: Grid, column: int) -> bool:
    head = grid.head(column)
    return bool(head) and is_named(re.sub(r"[(\[].*", "", head[-1]), "total")


def _columns_beside(grid: Grid, total: int, added: Sequence[int]) -> Iterator[list[int]]:
    """The columns that a column of totals may add up, the likeliest reading first."""
    above = grid.head(total)[:-1]
    kin = [c for c in added if c != total and grid.head(c)[: len(above)] == above and not _is_total(grid, c)]
    after = next((i for i, c in enumerate(kin) if c > total), len(kin))
    for columns in (kin, kin[after:], kin[:after]):
        # A group of columns may end anywhere after the first two: "Tổng số | Nam | Nữ | Số tiền".
        for end in range(len(columns), 1, -1):
            yield columns[:end]


def _across(grid: Grid, total: int, parts: Sequence[int]) -> list[Claim]:
    claims = (_sum(grid, (row, total), [(row, c) for c in parts], "cộng cột") for row in grid.rows)
    return [claim for claim in claims if claim is not None]


def _sum(grid: Grid, total: Place, parts: Sequence[Place], cue: str) -> Claim | None:
    written = [place for place in parts if place in grid.figures]
    if total not in grid.figures or len(written) < 2 or not grid.is_read(parts):
        return None
    members = (grid.figures[total], *(grid.figures[place] for place in written))
    return Claim("SUM301", "sum", members, ("total", *["part"] * len(written)), cue)


def _best(readings: Sequence[list[Claim]], holds: Holds) -> Iterator[Claim]:
    """The claims of the reading that holds most often, the first of equals.

    Where it holds in most cells, the rest is wrong; where it holds in some or cannot show itself, only a plain slip is.
    """
    kept = [(sum(map(holds, claims)), claims) for claims in readings if claims]
    if not kept:
        return
    held, claims = max(kept, key=lambda each: each[0] / len(each[1]))
    if held == 0 and len(claims) > 1:
        return
    sure = held * 2 > len(claims)
    yield from (claim if sure else replace(claim, soft=True) for claim in claims)
