"""Numerals that are names: in a date or a document number by shape, or after a head that they name."""

import re

from docgen.figures.context import is_headed, is_linked, is_name, is_ordinal, is_slogan, shapes, words_of
from docgen.figures.number import Line, Spot
from docgen.figures.range import link_between
from docgen.vi.numerals import Numeral
from docgen.vi.period import periods
from docgen.vi.units import unit_after

_LONE = re.compile(r"(?:tháng|ngày|quý) \d{1,2}")
_MORE = re.compile(r"(?:(?:, | và )\d{1,2}(?![\w%/]|[.,]\d| ?%))+")


def free(line: Line, numerals: list[Numeral]) -> list[Numeral]:
    """The numerals that are no part of a date, a document number or another name that is known by its shape."""
    dates = [(found.start, found.end) for found in periods(line.text)]
    taken = sorted([*shapes(line.text, numerals), *dates, *_more_months(line, dates)])
    kept: list[Numeral] = []
    place = 0
    for numeral in numerals:
        while place < len(taken) and taken[place][1] <= numeral.start:
            place += 1
        if place == len(taken) or taken[place][0] >= numeral.end:
            kept.append(numeral)
    return kept


def _more_months(line: Line, dates: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The numbers that go on a lone month, day or quarter ("tháng 1, 2 phải ghi…")."""
    found = []
    for start, end in dates:
        match = _MORE.match(line.low, end) if _LONE.fullmatch(line.low, start, end) else None
        if match and unit_after(line.low, match.end()) is None:
            found.append(match.span())
    return found


def named(line: Line, spots: list[Spot]) -> set[int]:
    """The places of the numerals that a head names, and of those that go on its list ("các đợt 1, 2 và 3")."""
    _lead(line, spots)
    found: set[int] = set()
    for place, spot in enumerate(spots):
        if spot.numeral.form != "digits":
            continue
        listed = place and place - 1 in found and (spot.is_bare or _refers(spot))
        if (listed and is_linked(line.low, spot.numeral, spots[place - 1].numeral)) or _is_named(line, spot):
            found.add(place)
    return found


def _is_named(line: Line, spot: Spot) -> bool:
    """Whether what stands before a number makes a name of it."""
    numeral = spot.numeral
    plain = line.text[numeral.start : numeral.end].isdigit()
    if plain and not spot.is_percent and is_ordinal(line, numeral.start):
        return True
    if plain and _refers(spot) and line.before(numeral.start, 1) == ["điểm"]:
        return True
    bare = spot.is_bare and not spot.leads
    if bare and plain and (is_name(line, numeral.start) or is_slogan(line, numeral)):
        return True
    if not bare and (spot.after is None or spot.after.unit.sort not in ("noun", "time")):
        return False
    return is_headed(line, numeral, bare=bare)


def _refers(spot: Spot) -> bool:
    """Whether what follows is the document that a list of articles belongs to ("các điều 5, 6, 7 Luật…")."""
    return spot.after is not None and spot.after.unit.name in words_of("chain", "refer")


def _lead(line: Line, spots: list[Spot]) -> None:
    """Marks the bare numbers that go on, by ranges and fractions, to a number with a unit."""
    for place in range(len(spots) - 2, -1, -1):
        spot, following = spots[place], spots[place + 1]
        if following.leads or not following.is_bare:
            spot.leads = link_between(line.low, spot.numeral.end, following.numeral.start) in ("to", "of")
