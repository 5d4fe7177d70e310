"""Percentages and percentage points."""

import re

from docgen.figures.number import Draft, Line
from docgen.model.fact import Kind
from docgen.vi.numerals import Numeral

_SIGN = re.compile(r" {0,2}(?:(%|phần trăm)|(‰|phần nghìn|phần ngàn)|((?:điểm|đ) ?(?:phần trăm|%)))(?!\w)|( {0,2}%)")


# "tăng 0,4 về tỷ lệ": points without a sign.
_POINTS = re.compile(r" về t[ỷỉ] lệ(?!\w)")


def is_percent(line: Line, numeral: Numeral) -> bool:
    """Whether a percent sign, or its words, stand right behind the numeral."""
    return _SIGN.match(line.low, numeral.end) is not None or _is_points(line, numeral)


def _is_points(line: Line, numeral: Numeral) -> bool:
    is_whole = numeral.value == numeral.value.to_integral_value()
    return not is_whole and numeral.scale == 1 and _POINTS.match(line.low, numeral.end) is not None


def percent_at(line: Line, numeral: Numeral) -> Draft | None:
    """The percentage that a numeral begins; its unit is `%`, `‰` or `điểm phần trăm` as written."""
    match = _SIGN.match(line.low, numeral.end)
    if match is None:
        points = _is_points(line, numeral)
        return Draft(numeral, numeral.start, numeral.end, Kind.PERCENT, "%", "points") if points else None
    unit = "‰" if match[2] else "điểm phần trăm" if match[3] else "%"
    return Draft(numeral, numeral.start, match.end(), Kind.PERCENT, unit, "percent")
