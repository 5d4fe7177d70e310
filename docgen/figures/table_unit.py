"""What a table says of the unit of its cells: in its caption, in a column of units, in a head."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from docgen.model.fact import Kind
from docgen.vi.normal import normal
from docgen.vi.numerals import scan
from docgen.vi.units import folded, unit_after, unit_named

_ONE = Decimal(1)
_PERCENT = re.compile(r"(?<!\w)(?:%|phần trăm)(?!\w)|\(\s*%[^)]*\)|%")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]")
_AFTER_COMMA = re.compile(r"[,;:]\s*([^,;:]{1,30})$")
_COUNTED = re.compile(r"(?:^|\s)(?:tổng\s+)?số(?:\s+lượng)?\s+")
_SCALE_FIRST = re.compile(r"1(?:\.?000)*\s*(?=[^\W\d]|$)")
_CAPTION_END = re.compile(r"[;,()\[\]\n]|\.\s|\.$")
_IS_UNIT_CUE = re.compile(r"đơn\s+vị\s+tính|đvt|đ\.v\.t|đv")
_MOST_WORDS = 4
_MANY = 4096  # heads that are remembered: each is asked about for every cell under it


@dataclass(frozen=True, slots=True)
class TableUnit:
    """The unit of a cell: its name in lower case, `None` where only the scale is told, and how many one stands for."""

    name: str | None
    scale: Decimal = _ONE

    @property
    def kind(self) -> Kind:
        """What sort of numbers have this unit."""
        if self.name in ("%", "‰", "điểm phần trăm", "điểm %"):
            return Kind.PERCENT
        if self.name == "lần":
            return Kind.MULTIPLE
        unit = unit_named(self.name) if self.name else None
        sorts = {"currency": Kind.MONEY, "measure": Kind.MEASURE}
        return sorts.get(unit.sort, Kind.COUNT) if unit else Kind.COUNT


PERCENT = TableUnit("%")


@cache
def table_data() -> dict[str, Any]:
    """What the heads of tables say, from `table.toml`."""
    return tomllib.loads(Path(__file__).with_name("table.toml").read_text(encoding="utf-8"))


@cache
def _short() -> dict[str, TableUnit]:
    return {
        folded(spelling): TableUnit(entry["unit"], Decimal(entry["scale"]))
        for entry in table_data()["short"]
        for spelling in entry["spellings"]
    }


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(folded(word)) for word in words)


@cache
def _not_additive() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_of(table_data()['not_additive']['words'])})(?!\w)")


@cache
def _rate() -> re.Pattern[str]:
    return re.compile(rf"(?:\W*|.*\s)(?:{_any_of(table_data()['rate']['heads'])})(?!\w)")


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(table_data()["unit_cue"]["pattern"])


@lru_cache(_MANY)
def is_named(text: str, table: str) -> bool:
    """Whether a head is one of those that a part of `table.toml` lists."""
    low = folded(normal(text).text).strip(" .:*()-")
    heads: list[str] = table_data()[table]["heads"]
    return any(low.startswith(folded(head[:-1])) if head.endswith("…") else low == folded(head) for head in heads)


@lru_cache(_MANY)
def unit_written(text: str) -> TableUnit | None:
    """The unit that a text is and nothing else: `triệu đồng`, `1.000 người`, `%`, `tr.đ`; `None` for other texts."""
    low = folded(normal(text).text).strip(" .:;")
    if low in ("%", "phần trăm"):
        return PERCENT
    if low in _short():
        return _short()[low]
    thousands = _SCALE_FIRST.match(low)
    scale = _ONE
    if thousands and thousands[0].strip():
        scale = Decimal(thousands[0].strip().replace(".", ""))
        low = low[thousands.end() :]
    else:
        low, scale = _without_scale(low)
    if not low:
        return TableUnit(None, scale) if scale > 1 else None
    named = unit_named(low)
    if named is not None:
        return TableUnit(low if named.sort == "measure" else named.name, scale)
    return TableUnit("lần", scale) if low == "lần" else None


def _without_scale(low: str) -> tuple[str, Decimal]:
    """The text after its scale words (`nghìn`, `triệu`, …), and what they multiply by."""
    numbers = [number for number in scan(f"1 {low}") if number.start == 0]
    if numbers and numbers[0].scale > 1:
        return low[max(numbers[0].end - 2, 0) :].strip(), numbers[0].value
    return low, _ONE


def unit_announced(text: str) -> TableUnit | None:
    """The unit that a caption announces for the whole table: `ĐVT: triệu đồng`, `(Đơn vị tính: người)`."""
    plain = normal(text).text
    for cue in _cue().finditer(plain):
        rest = _CAPTION_END.split(plain[cue.end() :], maxsplit=1)[0].split()
        # "Đơn vị: Chi cục …" names who reports; only "đơn vị tính" and its short forms are always a unit.
        least = 1 if _IS_UNIT_CUE.match(folded(cue[0])) else len(rest)
        for count in range(min(len(rest), _MOST_WORDS), max(least, 1) - 1, -1):
            unit = unit_written(" ".join(rest[:count]))
            if unit is not None:
                return unit
    return None


@lru_cache(_MANY)
def unit_in_head(text: str) -> TableUnit | None:
    """The unit that a head of a row or column tells: in brackets, after a comma, or by what it counts (`Số vụ`).

    A head that is a unit and nothing else (`Vụ`, `Tập thể`) is left to `unit_written`.
    """
    plain = normal(text).text
    for inside in _candidates(plain):
        unit = unit_written(inside) or unit_announced(inside)
        if unit is not None:
            return unit
    announced = unit_announced(plain)
    if announced is not None:
        return announced
    low = folded(plain)
    if _PERCENT.search(low) or is_rate(low):
        return PERCENT
    counted = _COUNTED.search(low)
    if counted:
        after = unit_after(low, counted.end())
        if after is not None and after.unit.sort == "noun":
            return TableUnit(after.unit.name)
    return None


@lru_cache(_MANY)
def is_additive(text: str) -> bool:
    """Whether numbers under a head of a row or column may add up: those of rates, averages and prices never do."""
    low = folded(normal(text).text)
    return not is_rate(low) and _not_additive().search(low) is None


def _candidates(plain: str) -> Iterator[str]:
    yield from reversed(_BRACKETS.findall(plain))
    after = _AFTER_COMMA.search(plain)
    if after:
        yield after[1]


def is_rate(low: str) -> bool:
    """Whether a folded head names a rate."""
    return _rate().match(low) is not None
