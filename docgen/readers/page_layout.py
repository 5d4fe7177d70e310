"""Strips of text on a page → lines in reading order, columns after each other, and the rows of tables.

A strip is a stretch of characters on one baseline without a wide gap. Coordinates are points from the lower left.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_LEAST_ROWS = 5  # so many lines side by side make columns of text; fewer are a heading in two halves
_LEAST_LETTERS = 18  # a line of a text column is longer on average, a table's cell shorter
_BIN = 4  # gaps within so many points are the same gutter


@dataclass(frozen=True, slots=True)
class Strip:
    """Text on one baseline and its box."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """The height of its letters."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """The height of its middle on the page."""
        return (self.top + self.bottom) / 2


Row = list[Strip]


@dataclass(frozen=True, slots=True)
class Region:
    """Rows that are read together: a column of text, or a table whose cells stand between `edges`."""

    rows: tuple[Row, ...]
    edges: tuple[float, ...] | None = None


def rows_of(strips: Sequence[Strip]) -> list[Row]:
    """The strips by baseline, from the top of the page, each row from the left."""
    rows: list[Row] = []
    for strip in sorted(strips, key=lambda each: -each.middle):
        if rows and abs(rows[-1][0].middle - strip.middle) <= 0.4 * min(rows[-1][0].height, strip.height):
            rows[-1].append(strip)
        else:
            rows.append([strip])
    return [sorted(row, key=lambda each: each.left) for row in rows]


def regions_of(strips: Sequence[Strip]) -> Iterator[Region]:
    """The regions of a page in reading order."""
    rows = rows_of(strips)
    band = _column_band(rows)
    if band is None:
        yield from _with_tables(rows)
        return
    first, last, gutter = band
    yield from regions_of([strip for row in rows[:first] for strip in row])
    inside = [strip for row in rows[first:last] for strip in row]
    yield from regions_of([strip for strip in inside if strip.right <= gutter])
    yield from regions_of([strip for strip in inside if strip.right > gutter])
    yield from regions_of([strip for row in rows[last:] for strip in row])


def _column_band(rows: list[Row]) -> tuple[int, int, float] | None:
    """The first and last row (exclusive) of text in columns, and the gutter left of which the first column stands."""
    gaps = Counter(round((left.right + right.left) / 2 / _BIN) for row in rows for left, right in pairwise(row))
    for place, count in gaps.most_common(8):
        near = count + gaps[place - 1] + gaps[place + 1]
        if near < _LEAST_ROWS:
            return None
        gutter = float(place * _BIN)
        for first, last in _uncrossed(rows, gutter):
            if _is_text(rows[first:last], gutter):
                return first, last, gutter
    return None


def _uncrossed(rows: list[Row], gutter: float) -> Iterator[tuple[int, int]]:
    """The stretches of rows in which no strip lies across the gutter."""
    first = 0
    for index, row in enumerate(rows):
        if any(strip.left < gutter - 1 and strip.right > gutter + 1 for strip in row):
            if index > first:
                yield first, index
            first = index + 1
    if len(rows) > first:
        yield first, len(rows)


def _is_text(rows: list[Row], gutter: float) -> bool:
    """Whether the rows are lines of two texts side by side, not cells."""
    sides = [[strip for row in rows for strip in row if (strip.left >= gutter - 1) is right] for right in (False, True)]
    lines = [sum(any((strip.left >= gutter - 1) is right for strip in row) for row in rows) for right in (False, True)]
    return all(
        count >= _LEAST_ROWS
        and len(side) <= 1.3 * count
        and sum(len(strip.text) for strip in side) >= _LEAST_LETTERS * len(side)
        for side, count in zip(sides, lines, strict=True)
    )


def _with_tables(rows: list[Row]) -> Iterator[Region]:
    """The rows parted into running text and tables."""
    index = start = 0
    while index < len(rows):
        last = _table_end(rows, index)
        if last is None:
            index += 1
            continue
        first = _table_start(rows, index, start)
        if first > start:
            yield Region(tuple(rows[start:first]))
        yield Region(tuple(rows[first:last]), _edges(rows[first:last]))
        index = start = last
    if len(rows) > start:
        yield Region(tuple(rows[start:]))


def _table_end(rows: list[Row], first: int) -> int | None:
    """The row after a table that begins at `first`: rows of three cells or more, at most a few shorter ones between."""
    if len(rows[first]) < 3:
        return None
    last = first + 1
    count = 1
    for index in range(first + 1, min(len(rows), first + 2_000)):
        is_near = rows[index - 1][0].bottom - rows[index][0].top < 3 * rows[index][0].height
        if not is_near or index - last > 3:
            break
        if len(rows[index]) >= 3:
            last, count = index + 1, count + 1
    if count < 2:
        return None
    edges = _edges(rows[first:last])
    while last < len(rows) and _fits(rows[last], rows[last - 1], edges):
        last += 1
    return last


def _table_start(rows: list[Row], first: int, least: int) -> int:
    """The first row of a table's head: rows of several short pieces just above it belong to it."""
    while first > least and len(rows[first - 1]) >= 2 and all(len(strip.text) < 40 for strip in rows[first - 1]):
        first -= 1
    return first


def _fits(row: Row, above: Row, edges: tuple[float, ...]) -> bool:
    """Whether a row of a few cells goes on with a table: near below it, and no piece crosses a column."""
    if len(row) < 2 or above[0].bottom - row[0].top > 2 * row[0].height:
        return False
    return not any(edge > strip.left + 2 and edge < strip.right - 2 for strip in row for edge in edges)


def _edges(rows: list[Row]) -> tuple[float, ...]:
    """The left edges of a table's columns: the pieces of its fullest rows, grown by what overlaps one of them alone."""
    most = max(len(row) for row in rows)
    columns = [[strip.left, strip.right] for strip in max(rows, key=len)]
    for row in rows:
        for strip in row:
            over = [each for each in columns if strip.left < each[1] and strip.right > each[0]]
            if len(over) == 1:
                over[0][0], over[0][1] = min(over[0][0], strip.left), max(over[0][1], strip.right)
            elif not over and most < 60:
                columns.append([strip.left, strip.right])
    columns.sort()
    return tuple(left for left, _ in columns)


def table_cells(rows: Sequence[Row], edges: Sequence[float]) -> list[tuple[int, int, list[Strip]]]:
    """The cells of a table: row, column and the strips in it; the lines of one head are one cell, in its first row."""
    cells: list[tuple[int, int, list[Strip]]] = []
    above: dict[int, list[Strip]] = {}
    is_head = True
    for number, row in enumerate(rows):
        is_head = is_head and sum(any(char.isdigit() for char in strip.text) for strip in row) < 2
        found: dict[int, list[Strip]] = {}
        for strip in row:
            found.setdefault(max(sum(edge <= strip.left + 2 for edge in edges) - 1, 0), []).append(strip)
        for column, strips in sorted(found.items()):
            over = above.get(column)
            if is_head and over and over[-1].bottom - strips[0].top < 0.7 * strips[0].height:
                over += strips
                continue
            cells.append((number, column, strips))
            above[column] = strips
    return cells


def text_lines(rows: Sequence[Row]) -> Iterator[tuple[str, Strip]]:
    """The text and the box of each row of running text."""
    for row in rows:
        text = " ".join(strip.text for strip in row)
        box = Strip(
            text,
            row[0].left,
            min(strip.bottom for strip in row),
            max(strip.right for strip in row),
            max(strip.top for strip in row),
        )
        yield text, box


def _pitch(lines: Sequence[Strip], height: float) -> float:
    """The distance from line to line within paragraphs: a small one among those that occur, as set by the writer."""
    found = sorted(above.middle - below.middle for above, below in pairwise(lines))
    sound = [each for each in found if 0.9 * height < each < 3 * height]
    return sound[len(sound) // 4] if sound else 1.75 * height


def paragraphs(lines: Sequence[Strip]) -> Iterator[list[Strip]]:
    """The lines gathered into paragraphs: a line that ends short, a wider gap or an indent ends one."""
    if not lines:
        return
    right = max(line.right for line in lines)
    left = min(line.left for line in lines)
    height = median(line.height for line in lines)
    pitch = _pitch(lines, height)
    gathered = [lines[0]]
    for line in lines[1:]:
        before = gathered[-1]
        is_full = before.right > right - 6 * height
        is_near = before.middle - line.middle < 1.2 * pitch
        is_indented = line.left > left + 0.8 * height and line.left > gathered[-1].left + 0.5 * height
        same_size = abs(line.height - before.height) < 0.4 * height
        if is_full and is_near and not is_indented and same_size:
            gathered.append(line)
        else:
            yield gathered
            gathered = [line]
    yield gathered
