"""Approximators and limits: the words around a number that move its ends (`approx.toml`)."""

import re
import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path

from docgen.figures.number import Draft, Line
from docgen.model.quantity import Approx
from docgen.vi.units import folded, unit_named

_LONGEST = 3
_STRETCH = ("từ", "là", "đến", "tới", "cả", "mức", "có")
_GROUPS: dict[str, tuple[Approx | None, bool]] = {
    "over": (Approx.OVER, False),
    "under": (Approx.UNDER, False),
    "about": (Approx.ABOUT, False),
    "over_bounded": (Approx.OVER, True),
    "under_bounded": (Approx.UNDER, True),
    "none": (None, False),
}
_TEN = Decimal(10)
# "…, hơn 165 tỷ đồng (54,3%)": more than before by that much.
_BY_SO_MUCH = re.compile(r" ?(?:\(\d[\d.,]* ?%|, tức|so (?:với|cùng))")


@cache
def _table() -> dict[str, tuple[Approx | None, bool]]:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {folded(word): meaning for group, meaning in _GROUPS.items() for word in data[group]["words"]}


@cache
def _after() -> re.Pattern[str]:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    up, down = ("|".join(data[group]["words"]) for group in ("after_over", "after_under"))
    return re.compile(rf" (?:({up})|({down}))(?!\w)")


def approximate(line: Line, draft: Draft) -> None:
    """Sets the approximator of a draft from the words right before it, and the limit that stands behind it."""
    match = _after().match(line.low, draft.end)
    if match:
        draft.approx, draft.bounded = (Approx.OVER if match[1] else Approx.UNDER), True
        draft.cue = (match.start(match.lastindex or 0), match.end())
        return
    before = line.before(draft.start, _LONGEST + 1)
    if " ".join(before[-2:]) not in _table() and before[-1:] and before[-1] in _STRETCH:
        before = before[:-1]
    for size in range(min(_LONGEST, len(before)), 0, -1):
        phrase = " ".join(before[-size:])
        if phrase not in _table():
            continue
        if not _is_by_so_much(line, draft, before) and not _is_place(draft, before):
            draft.approx, draft.bounded = _table()[phrase]
            start = line.low.rfind(before[-size], 0, draft.start)
            draft.cue = (start, start + len(phrase)) if start >= 0 else None
        return


def _is_by_so_much(line: Line, draft: Draft, before: list[str]) -> bool:
    """Whether "hơn" compares: "…, hơn 165 tỷ đồng (54,3%)"."""
    if before != ["hơn"] or not _BY_SO_MUCH.match(line.low, draft.end):
        return False
    lead = line.low[max(0, draft.start - 12) : draft.start].rstrip()
    return lead[: -len("hơn")].rstrip()[-1:] in {",", ";"}


def _is_place(draft: Draft, before: list[str]) -> bool:
    """Whether "trên" says where: "trên 12 địa bàn" is no rounded number of places."""
    if before[-1:] != ["trên"] or draft.unit is None or draft.value % _TEN == 0:
        return False
    unit = unit_named(draft.unit)
    return unit is not None and unit.group == "bodies"
