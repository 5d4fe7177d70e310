"""Two numbers that may be a day and a month: `2/9` is a date, `2/9 xã` a share."""

import re

from docgen.figures.context import is_linked, words_of
from docgen.figures.number import Line, Spot
from docgen.vi.numerals import Numeral

_SLASH = re.compile(r" ?[/.-] ?")
_DOTTED = re.compile(r"(?:[12]?\d|3[01]|0[1-9])\.(?:0[1-9]|1[0-2])")
_DAYS, _MONTHS = 31, 12


def dated(line: Line, spots: list[Spot]) -> set[int]:
    """The places of the numerals that are the day and the month of a date."""
    found: set[int] = set()
    for place in range(len(spots) - 1, -1, -1):
        spot, before = spots[place], spots[place - 1] if place else None
        if spot.after is None and _DOTTED.fullmatch(line.text, spot.numeral.start, spot.numeral.end):
            found.add(place)
        elif before and _is_date(line, before, spot):
            found |= {place, place - 1}
        elif before and place in found and _goes_on(line, before.numeral, spot.numeral):
            found.add(place - 1)
    return found


def _goes_on(line: Line, day: Numeral, numeral: Numeral) -> bool:
    """Whether a lone day leads to the date behind it ("từ 14 đến 20-2")."""
    written = line.text[day.start : day.end]
    return written.isdigit() and 1 <= day.value <= _DAYS and is_linked(line.low, numeral, day)


def _is_date(line: Line, day: Spot, month: Spot) -> bool:
    first, second = day.numeral, month.numeral
    match = _SLASH.fullmatch(line.text, first.end, second.start)
    if match is None or month.is_percent or not _is_day_and_month(line, first, second):
        return False
    before = line.before(first.start, 1)
    if (before and before[-1] in words_of("date", "share")) or _is_share(line, first, second):
        return False
    if before and before[-1] in words_of("date", "before"):
        return month.after is None or "/" in match.group()
    return month.after is None or ("/" in match.group() and first.value > second.value)


def _is_share(line: Line, first: Numeral, second: Numeral) -> bool:
    """Whether a proper fraction is of something ("2/3 số đại biểu")."""
    rest = line.low[second.end : second.end + 16].lstrip()
    return first.value < second.value and any(
        rest.startswith(word) and not rest[len(word) :][:1].isalpha() for word in words_of("date", "of")
    )


def _is_day_and_month(line: Line, first: Numeral, second: Numeral) -> bool:
    for numeral in (first, second):
        written = line.text[numeral.start : numeral.end]
        if not written.isdigit() or len(written) > 2:
            return False
    return 1 <= first.value <= _DAYS and 1 <= second.value <= _MONTHS
