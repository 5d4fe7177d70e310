"""Units: what a number is followed by, read from `units.toml`; conversion between units of one dimension."""

import re
import tomllib
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Literal

Sort = Literal["measure", "currency", "time", "noun"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its name in lower case, what sort it is, and the group of `units.toml` that lists it.

    `factor` takes it to the base of its `dimension`; nouns and currencies are a dimension of their own.
    """

    name: str
    sort: Sort
    group: str
    dimension: str
    factor: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class UnitAt:
    """A unit as it stands in a text."""

    start: int
    end: int
    unit: Unit


_HEAD = re.compile(r"[^\W_]{1,24}|[$€£¥₩₫°]")
_SPACES = re.compile(" {0,3}")
_OLD_TONES = str.maketrans("àáảãạèéẻẽẹỳýỷỹỵ", "\u0300\u0301\u0309\u0303\u0323" * 3)
_NEW_VOWELS = {
    vowel + tone: row[place]
    for vowel, row in (("o", "òóỏõọ"), ("u", "ùúủũụ"))
    for place, tone in enumerate("\u0300\u0301\u0309\u0303\u0323")
}
_OLD_RHYME = re.compile(r"o[àáảãạèéẻẽẹ](?![^\W\d_])|(?<!q)u[ỳýỷỹỵ](?![^\W\d_])")
_BARE = str.maketrans("àáảãạèéẻẽẹỳýỷỹỵ", "aaaaaeeeeeyyyyy")


def folded(text: str) -> str:
    """The text in lower case with tone marks in their new place (`hoà` → `hòa`), each character at its old offset."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return _OLD_RHYME.sub(_new_tone, low)


def _new_tone(match: re.Match[str]) -> str:
    rhyme = match.group()
    return _NEW_VOWELS[rhyme[0] + rhyme[1].translate(_OLD_TONES)] + rhyme[1].translate(_BARE)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def _spellings() -> dict[str, tuple[tuple[str, Unit], ...]]:
    """Every spelling under its first word, longest first."""
    found: dict[str, Unit] = {}
    data = _data()
    for group, names in data["nouns"].items():
        found |= {folded(name): Unit(folded(name), "noun", group, folded(name)) for name in names}
    for name in data["time"]["words"]:
        found[folded(name)] = Unit(name, "time", "time", "time" if " " not in name else name)
    for entry in data["currency"]:
        unit = Unit(entry["name"], "currency", "currency", entry["name"])
        found |= {folded(spelling): unit for spelling in entry["spellings"]}
    for entry in data["measure"]:
        unit = Unit(entry["name"], "measure", "measure", entry["dimension"], Fraction(entry["factor"]))
        found |= {folded(spelling): unit for spelling in entry["spellings"]}
    for short, name in data["short"].items():
        found[short] = found[name]
    table: dict[str, list[tuple[str, Unit]]] = {}
    for spelling in sorted(found, key=len, reverse=True):
        head = _HEAD.match(spelling)
        if head:
            table.setdefault(head.group(), []).append((spelling, found[spelling]))
    return {head: tuple(rows) for head, rows in table.items()}


@cache
def _before() -> re.Pattern[str]:
    rows = [spelling for entry in _data()["currency"] for spelling in entry.get("before", [])]
    names = "|".join(re.escape(row) for row in sorted(rows, key=len, reverse=True))
    return re.compile(rf"(?:^|(?<=[^\w])|(?<=^))({names}) ?$")


def unit_after(low: str, at: int) -> UnitAt | None:
    """The longest known unit that starts at `at` or after the spaces there; `low` is a `folded` text."""
    spaces = _SPACES.match(low, at)
    start = spaces.end() if spaces else at
    head = _HEAD.match(low, start)
    if head is None:
        return None
    for spelling, unit in _spellings().get(head.group(), ()):
        end = start + len(spelling)
        if low.startswith(spelling, start) and not low[end : end + 1].isalnum():
            return UnitAt(start, end, unit)
    return None


def currency_before(low: str, at: int) -> UnitAt | None:
    """The currency written right before `at` (`USD 500`, `$5`); `low` is a `folded` text."""
    match = _before().search(low[max(0, at - 6) : at])
    if match is None:
        return None
    start = max(0, at - 6) + match.start(1)
    for entry in _data()["currency"]:
        if match.group(1) in entry.get("before", []):
            return UnitAt(
                start, start + len(match.group(1)), Unit(entry["name"], "currency", "currency", entry["name"])
            )
    return None


def unit_named(name: str) -> Unit | None:
    """The unit that is called or spelled so; `None` for one that the table does not know."""
    low = folded(name.strip())
    head = _HEAD.match(low)
    if head is None:
        return None
    return next((unit for spelling, unit in _spellings().get(head.group(), ()) if spelling == low), None)


def converted(value: Fraction, source: str, target: str) -> Fraction | None:
    """The value in another unit of the same dimension; `None` where the two are not of one dimension."""
    if source == target:
        return value
    old, new = unit_named(source), unit_named(target)
    if old is None or new is None or old.sort != "measure" or old.dimension != new.dimension:
        return None
    return value * old.factor / new.factor
