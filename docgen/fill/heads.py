"""The heads of a sheet's columns and the rows below them, as office people lay out their lists.

Titles above the heads, heads in two rows (`Năm sinh` over `Nam` and `Nữ`), a row that numbers the columns, rows that
name a group (`I. Tập thể`), blank rows, totals (`Cộng`), and notes or signatures below.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from docgen.fill.expression import key
from docgen.fill.sheets import Sheet

_MOST_TITLES = 40
_LONGEST_HEAD = 120
_TOTAL = re.compile(
    r"(?:tổng|cộng|tổng cộng|tổng số|cộng dồn|tổng toàn đơn vị)(?:\s*\([^)]*\)|\s*[:.]*\s*\d*)*", re.IGNORECASE
)
_GROUP = re.compile(r"(?:[IVXLC]+|[A-ZĐ]|\d{1,2})\s*[.)\-–:/]*", re.IGNORECASE)
_GROUP_START = re.compile(r"(?:[IVXLC]+|[A-ZĐ])\s*[.)\-–:/]\s*\S", re.IGNORECASE)
_COUNTER = re.compile(r"\(?[a-z\d]{1,2}\)?(?:\s*=.*)?", re.IGNORECASE)
_ORDINALS = frozenset({"stt", "tt", "sốtt", "sốthứtự", "thứtự"})


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of a list: its number in the sheet, from 0, its cells, and the group it stands under."""

    number: int
    cells: list[Any]
    group: str = ""


@dataclass(slots=True)
class Body:
    """The heads by column, and the rows; `skipped` says what rows were left out and why."""

    heads: dict[int, str]
    first: int
    rows: list[Listed] = field(default_factory=list)
    skipped: list[tuple[int, str]] = field(default_factory=list)


def body_of(sheet: Sheet) -> Body | None:
    """The heads and rows of a sheet; `None` where no row looks like heads."""
    filled = [[column for column, value in enumerate(row) if value is not None] for row in sheet.rows]
    top = _head_row(sheet, filled)
    if top is None:
        return None
    heads, below = _heads(sheet, top, filled)
    heads = _unique(heads)
    body = Body(heads, below)
    if below < len(sheet.rows) and _is_counter(sheet, below, heads):
        below += 1
    _read_rows(sheet, body, below, filled)
    return body


def _head_row(sheet: Sheet, filled: list[list[int]]) -> int | None:
    """The first row of distinct short texts that covers most of the columns used below it."""
    used = {column for columns in filled for column in columns}
    for number, columns in enumerate(filled[:_MOST_TITLES]):
        if not columns or not all(_is_head(sheet.rows[number][column]) for column in columns):
            continue
        below = filled[number + 1 :]
        widest = max((len(each) for each in below), default=0)
        spanned = len(columns) + _span_extra(sheet, number)
        if spanned < max(0.6 * widest, min(2, len(used))):
            continue
        names = [key(str(sheet.rows[number][column])) for column in columns]
        if len(set(names)) >= 0.7 * len(names) and all(names):
            return number
    return None


def _span_extra(sheet: Sheet, row: int) -> int:
    """How many columns more the row's heads reach over by their second row; a title merged over all has none."""
    merged = sum(
        max(0, len([c for c in range(first[1], last[1] + 1) if _is_head(sheet.value(row + 1, c))]) - 1)
        for first, last in sheet.merged
        if first[0] == last[0] == row and last[1] > first[1]
    )
    return merged or _gaps_below(sheet, row)


def _gaps_below(sheet: Sheet, row: int) -> int:
    """How many columns get their head only from the next row, where nothing is said of merged cells."""
    if row + 1 >= len(sheet.rows):
        return 0
    following = sheet.rows[row + 1]
    texts = [column for column, value in enumerate(following) if value is not None]
    if not texts or not all(_is_head(following[column]) for column in texts):
        return 0
    gaps = [column for column in texts if sheet.value(row, column) is None]
    covered = [column for column in texts if sheet.value(row, column) is not None]
    return len(gaps) if gaps and len(covered) <= len(gaps) and len(texts) < 0.8 * len(following) else 0


def _is_head(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_HEAD and not re.fullmatch(r"[\d\s.,/%-]+", value)


def _heads(sheet: Sheet, top: int, filled: list[list[int]]) -> tuple[dict[int, str], int]:
    """The heads by column and the number of the first row below them."""
    above = {column: _one_line(sheet.rows[top][column]) for column in filled[top]}
    spans = {
        first[1]: last[1] for first, last in sheet.merged if first[0] == top and last[0] == top and last[1] > first[1]
    }
    if not spans and _gaps_below(sheet, top):
        spans = _guessed_spans(sheet, top)
    if not spans or top + 1 >= len(sheet.rows):
        return above, top + 1
    under = {
        column: (start, _one_line(sheet.rows[top + 1][column]))
        for start, end in spans.items()
        for column in range(start, end + 1)
        if _is_head(sheet.value(top + 1, column))
    }
    if not under:
        return above, top + 1
    heads = {column: name for column, name in above.items() if column not in spans}
    for column, (start, name) in under.items():
        heads[column] = f"{above.get(start, '')} › {name}"
    return dict(sorted(heads.items())), top + 2


def _unique(heads: dict[int, str]) -> dict[int, str]:
    """The heads with a number behind the second and later ones of a name."""
    seen: dict[str, int] = {}
    named = {}
    for column, head in heads.items():
        seen[key(head)] = seen.get(key(head), 0) + 1
        named[column] = head if seen[key(head)] == 1 else f"{head} ({seen[key(head)]})"
    return named


def _guessed_spans(sheet: Sheet, top: int) -> dict[int, int]:
    spans: dict[int, int] = {}
    start = None
    for column in range(len(sheet.rows[top + 1])):
        if sheet.value(top, column) is not None:
            start = column if sheet.value(top + 1, column) is not None else None
        elif start is not None and sheet.value(top + 1, column) is not None:
            spans[start] = column
    return spans


def _one_line(value: Any) -> str:
    return " ".join(str(value).split())


def _is_counter(sheet: Sheet, number: int, heads: dict[int, str]) -> bool:
    """Whether the row under the heads only numbers the columns: 1, 2, 3 or (1), (2), (3) or A, B, 1."""
    values = [str(value) for column in heads if (value := sheet.value(number, column)) is not None]
    if len(values) < max(2, 0.6 * len(heads)) or not all(_COUNTER.fullmatch(value.strip()) for value in values):
        return False
    numbers = [int(found.group()) for value in values if (found := re.search(r"\d+", value))]
    return len(numbers) >= 2 and all(after - before == 1 for before, after in pairwise(numbers))


def _read_rows(sheet: Sheet, body: Body, first: int, filled: list[list[int]]) -> None:
    last = _last_row(body, first, filled)
    _fill_down(sheet, first, filled)
    group = ""
    for number in range(first, len(sheet.rows)):
        columns = [column for column in filled[number] if column in body.heads]
        if not columns:
            continue
        cells = sheet.rows[number]
        texts = [str(cells[column]).strip() for column in columns]
        if _is_total(body, columns, texts):
            body.skipped.append((number, "dòng cộng"))
        elif number > last:
            body.skipped.append((number, "ghi chú dưới bảng"))
        elif found := _group_of(sheet, number, columns, texts, body):
            group = found
            body.skipped.append((number, f"tên nhóm «{found}»"))
        else:
            body.rows.append(Listed(number, cells, group))


def _fill_down(sheet: Sheet, first: int, filled: list[list[int]]) -> None:
    """Gives every row under a cell merged downwards that cell's value."""
    for (top, column), (bottom, last) in sheet.merged:
        if column != last or top < first:
            continue
        value = sheet.value(top, column)
        for number in range(top + 1, min(bottom + 1, len(sheet.rows))):
            row = sheet.rows[number]
            row.extend([None] * (column + 1 - len(row)))
            if value is not None and filled[number] and row[column] is None:
                row[column] = value
                filled[number] = sorted({*filled[number], column})


def _last_row(body: Body, first: int, filled: list[list[int]]) -> int:
    """The last row as full as rows of this list are; what follows after a gap is notes."""
    counts = [len([column for column in columns if column in body.heads]) for columns in filled]
    widest = max(counts[first:], default=0)
    if widest <= 3:
        return len(filled)
    full = [number for number in range(first, len(filled)) if counts[number] > 0.34 * widest]
    end = full[-1] if full else first
    following = next((number for number in range(end + 1, len(filled)) if counts[number]), None)
    has_gap = following is not None and (following > end + 1)
    return end if has_gap else len(filled)


def _is_total(body: Body, columns: list[int], texts: list[str]) -> bool:
    words = [text for column, text in zip(columns, texts, strict=True) if not text.replace(".", "").isdigit()]
    names = sum(1 for text in words if not re.fullmatch(r"[\d.,%\s-]+", text))
    return bool(words) and _TOTAL.fullmatch(words[0].strip(" .:")) is not None and names <= 2 and len(body.heads) > 1


def _group_of(sheet: Sheet, number: int, columns: list[int], texts: list[str], body: Body) -> str:
    """The name of the group a row opens; empty where it is a row of the list."""
    if len(body.heads) < 3 or len(columns) > 2:
        return ""
    is_wide = any(first[0] == number and last[1] - first[1] >= 1 for first, last in sheet.merged)
    if len(columns) == 2:
        mark, name = texts
        is_numbered = _GROUP.fullmatch(mark) is not None and not mark.isdigit()
        return name if is_numbered and not re.fullmatch(r"[\d.,%]+", name) else ""
    text = texts[0]
    starts_row = columns[0] <= sorted(body.heads)[min(1, len(body.heads) - 1)]
    if isinstance(sheet.rows[number][columns[0]], str) and starts_row and (is_wide or _GROUP_START.match(text)):
        return re.sub(rf"^{_GROUP.pattern}\s*", "", text).strip() if _GROUP_START.match(text) else text
    return ""


def is_ordinal(head: str) -> bool:
    """Whether a head is that of the running number."""
    return key(head) in _ORDINALS
