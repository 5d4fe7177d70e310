"""What a cell says of past years: `2024, 2025: CSTĐCS; 2026: LĐTT`, `2026: cấp cơ sở`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_YEARS = re.compile(r"(20\d\d|19\d\d)(?:\s*[-–]\s*(20\d\d|19\d\d))?")
_FILLING = re.compile(r"\b(?:các\s+)?năm\b|[:,()\-–]|\bvà\b|\bđạt\b", re.IGNORECASE)
_SCOPES = (
    ("toan_quoc", ("toàn quốc", "cả nước", "nhà nước")),
    ("bo_tinh", ("bộ", "tỉnh", "ngành", "thành phố")),
    ("co_so", ("cơ sở", "đơn vị", "cơ quan")),
)
_MOST_YEARS = 60


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said of some years; without years where the cell names none."""

    years: tuple[int, ...]
    what: str


def said_in(cell: str) -> Iterator[Said]:
    """The things a cell says, parted by semicolons or lines."""
    for piece in re.split(r"[;\n]", cell):
        years: list[int] = []
        for match in _YEARS.finditer(piece):
            first, last = int(match.group(1)), int(match.group(2) or match.group(1))
            years += range(first, min(last, first + _MOST_YEARS) + 1)
        what = " ".join(_FILLING.sub(" ", _YEARS.sub(" ", piece)).split())
        if what or years:
            yield Said(tuple(years), what)


def scope_of(what: str) -> str | None:
    """The scope in which an initiative was recognised, as a cell says it; `None` where it says none."""
    folded = what.casefold()
    return next((scope for scope, words in _SCOPES if any(word in folded for word in words)), None)
