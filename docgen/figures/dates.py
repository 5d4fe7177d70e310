"""Two numbers that may be a day and a month: `2/9` is a date, `2/9 xã` a share."""

import re

from docgen.figures.context import words_before, words_of
from docgen.figures.number import Line
from docgen.figures.percent import percent_at
from docgen.vi.numerals import Numeral
from docgen.vi.units import UnitAt

_SLASH = re.compile(r" ?[/.-] ?")
_DAYS, _MONTHS = 31, 12


def dated(line: Line, numerals: list[Numeral], after: list[UnitAt | None]) -> list[int]:
    """The places, last first, of the numerals that are the day and the month of a date."""
    found: list[int] = []
    place = len(numerals) - 1
    while place > 0:
        if _is_date(line, numerals[place - 1], numerals[place], after[place]):
            found += [place, place - 1]
            place -= 1
        place -= 1
    return found


def _is_date(line: Line, first: Numeral, second: Numeral, after: UnitAt | None) -> bool:
    match = _SLASH.fullmatch(line.text, first.end, second.start)
    if match is None or not _is_day_and_month(line, first, second):
        return False
    before = words_before(line.low, first.start, 2)
    if before and before[-1] in words_of("date", "before"):
        return True
    if "/" not in match.group():
        return after is None and percent_at(line, second) is None
    if after is None:
        return percent_at(line, second) is None
    return first.value > second.value


def _is_day_and_month(line: Line, first: Numeral, second: Numeral) -> bool:
    for numeral in (first, second):
        written = line.text[numeral.start : numeral.end]
        if not written.isdigit() or len(written) > 2:
            return False
    return 1 <= first.value <= _DAYS and 1 <= second.value <= _MONTHS
