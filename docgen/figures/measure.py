"""Lengths, areas, weights, volumes; and how many times as much."""

import re
from decimal import Decimal

from docgen.figures.context import words_of
from docgen.figures.number import Draft, Line
from docgen.model.fact import Kind
from docgen.vi.numerals import Numeral
from docgen.vi.units import UnitAt

_TIMES = re.compile(r" {0,2}lần(?!\w)(?! thứ)")
_DOUBLE = re.compile(r"(?<!\w)gấp (?:(đôi)|(rưỡi))(?!\w)")


def measure_at(line: Line, numeral: Numeral, after: UnitAt | None) -> Draft | None:
    """The measure that a numeral begins; its unit as written, in lower case."""
    if after is None or after.unit.sort != "measure":
        return None
    unit = line.low[after.start : after.end]
    return Draft(numeral, numeral.start, after.end, Kind.MEASURE, unit, "measure")


def multiple_at(line: Line, numeral: Numeral) -> Draft | None:
    """How many times as much; `None` where `lần` counts occasions."""
    match = _TIMES.match(line.low, numeral.end)
    before = line.before(numeral.start)
    compared = any(word in words_of("multiple", "compared") for word in before)
    if match is None:
        if before[-1:] != ["gấp"] or numeral.scale != 1:
            return None
        return Draft(numeral, numeral.start, numeral.end, Kind.MULTIPLE, "lần", "multiple without lần")
    if not compared and numeral.step == 0:
        return None
    return Draft(numeral, numeral.start, match.end(), Kind.MULTIPLE, "lần", "multiple")


def doubles(line: Line) -> list[Draft]:
    """`gấp đôi` and `gấp rưỡi`, which hold no numeral."""
    found = []
    for match in _DOUBLE.finditer(line.low):
        value = Decimal(2) if match[1] else Decimal("1.5")
        numeral = Numeral(match.end() - len(match[1] or match[2]), match.end(), value, form="words", syllables=1)
        found.append(Draft(numeral, match.start(), match.end(), Kind.MULTIPLE, "lần", "gấp đôi"))
    return found
