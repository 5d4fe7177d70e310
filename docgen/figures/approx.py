"""Approximators and limits: the words around a number that move its ends (`approx.toml`)."""

import re
import tomllib
from functools import cache
from pathlib import Path

from docgen.figures.number import Draft, Line
from docgen.model.quantity import Approx
from docgen.vi.units import folded

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
        meaning = _table().get(phrase)
        if meaning is None:
            continue
        if before == ["hơn"] and _BY_SO_MUCH.match(line.low, draft.end) and _follows_comma(line.low, draft.start):
            return
        draft.approx, draft.bounded = meaning
        start = line.low.rfind(before[-size], 0, draft.start)
        draft.cue = (start, start + len(phrase)) if draft.approx and start >= 0 else None
        return


def _follows_comma(low: str, at: int) -> bool:
    return low[:at].rstrip()[: -len("hơn")].rstrip()[-1:] in {",", ";"}
