"""Counts: a number before a counted noun, and a number that says its label alone."""

import re
from dataclasses import replace

from docgen.figures.context import words_of
from docgen.figures.noun import noun_after
from docgen.figures.number import Draft, Line
from docgen.model.fact import Kind
from docgen.vi.digits import COMMA_AS_THOUSANDS
from docgen.vi.numerals import Numeral
from docgen.vi.units import UnitAt, unit_after

_YEAR = re.compile(r"(?:năm )?(?:19|20)\d\d(?!\d|[.,]\d)")
_ONE, _FIVE = "một", "năm"
_HALF_WORD = re.compile(r" (?:phần trăm|phần nghìn|điểm phần trăm|lần|%)")
# "một" is an article before most nouns: a number only of these, in a list, near another small number.
_NEAR = 60
_COUNTED = ("law", "people", "bodies")
_LISTED = re.compile(r"(?:[,;(:]| và| cùng| với| gồm| có| là| thêm) *$")
_SMALL = r"(?:\d{1,3}(?:\.\d{3})*|hai|ba|bốn|sáu|bảy|tám|chín|mười)"
_OTHER = re.compile(rf"[^.!?\n]{{0,40}}?(?<!\w){_SMALL} (?!giờ|ngày|tháng|năm|phút|tuổi)[^\W\d]")


def count_at(line: Line, numeral: Numeral, after: UnitAt | None) -> Draft | None:
    """The count that a numeral begins; `None` where the context says that it is a name or a stretch of the calendar."""
    low = line.low
    if numeral.form == "words" and not _is_spelled_count(line, numeral, after):
        return None
    rest = low[numeral.end : numeral.end + 10].lstrip()
    if any(rest.startswith(idiom) for idiom in words_of("noun", "idioms")):
        return None
    if after is not None and after.unit.sort == "time" and _is_calendar(line, numeral, after):
        return None
    known = None if after is not None and after.unit.sort == "currency" else after
    noun = noun_after(line, numeral.end, known)
    if noun is None:
        return Draft(numeral, numeral.start, numeral.end, Kind.COUNT, None, "count without a noun")
    is_averaged = set(line.before(numeral.start)) & words_of("noun", "averaged")
    if not is_averaged and noun[1] not in words_of("noun", "divided"):
        numeral = _whole(numeral)
    return Draft(numeral, numeral.start, noun[0], Kind.COUNT, noun[1], "count")


def _whole(numeral: Numeral) -> Numeral:
    """The reading in which things are counted whole: "1,352 trường" are 1352, with a comma in the place of a dot."""
    if numeral.scale != 1 or numeral.value == numeral.value.to_integral_value():
        return numeral
    for value, step in numeral.alternatives:
        if value == value.to_integral_value():
            others = ((numeral.value, numeral.step), *(other for other in numeral.alternatives if other[0] != value))
            return replace(
                numeral, value=value, step=step, alternatives=others, fault=numeral.fault or COMMA_AS_THOUSANDS
            )
    return numeral


def may_count(low: str, numeral: Numeral) -> bool:
    """Whether a numeral is worth a closer look: a lone number word that is followed by nothing to count is not."""
    if numeral.form != "words" or numeral.syllables > 1:
        return True
    unit = unit_after(low, numeral.end)
    word = low[numeral.start : numeral.end]
    if unit is None:
        return _HALF_WORD.match(low, numeral.end) is not None or low.endswith("gấp ", 0, numeral.start)
    if word == _FIVE and unit.unit.name in ("năm", "tháng", "quý"):
        return False
    return unit.unit.sort != "noun" or word == _ONE or word not in words_of("spelled", "never_alone")


def _is_spelled_count(line: Line, numeral: Numeral, after: UnitAt | None) -> bool:
    """Whether number words count something: a known unit follows, and nothing before makes another word of them."""
    low = line.low
    word = low[numeral.start : numeral.end]
    if word in words_of("spelled", "never_alone"):
        return word == _ONE and _is_listed(low, numeral, after)
    if after is None:
        return numeral.syllables > 1 and (numeral.scale > 1 or numeral.value >= 20)
    name = line.text[numeral.start].isupper() and line.text[after.start].isupper()
    if name and not line.text[after.start : after.end].isupper():
        return False
    before = line.before(numeral.start)
    if low.endswith("/", 0, numeral.start) or low[numeral.start : after.end] in words_of("spelled", "never"):
        return False
    if any(" ".join(before[-size:]) in words_of("spelled", "not_after") for size in (1, 2)):
        return False
    return word != _FIVE or not (_is_year_word(before) or _after_month(low, numeral.start))


def _is_year_word(before: list[str]) -> bool:
    """Whether the words before "năm" make a year of it ("trong năm", "mỗi năm", "3 năm")."""
    phrases = {" ".join(before[-size:]) for size in (1, 2)}
    return bool(phrases & words_of("spelled", "year_after")) or (before[-1:] != [] and before[-1][-1:].isdigit())


def _after_month(low: str, at: int) -> bool:
    """Whether "ngày, tháng," stands before "năm"."""
    return low[max(0, at - 12) : at].rstrip(" ,").endswith(("tháng", "quý"))


def _is_listed(low: str, numeral: Numeral, after: UnitAt | None) -> bool:
    """Whether "một" is a number and no article: it stands in a list of counts ("hai tập thể và một cá nhân")."""
    if after is None or after.unit.sort != "noun" or after.unit.group not in _COUNTED:
        return False
    before = low[max(0, numeral.start - _NEAR) : numeral.start]
    if not _LISTED.search(before):
        return False
    return bool(_OTHER.search(before) or _OTHER.match(low, after.end))


def _is_calendar(line: Line, numeral: Numeral, after: UnitAt) -> bool:
    """Whether a number of months or years is a stretch of the calendar ("9 tháng", "5 năm qua")."""
    rest = line.low[after.end : after.end + 12].lstrip()
    if any(rest.startswith(word) for word in words_of("time", "calendar_after")) or _YEAR.match(rest):
        return True
    if after.unit.name != "tháng" or any(rest.startswith(word) for word in words_of("time", "months_before")):
        return False
    before = line.before(numeral.start)
    phrases = {" ".join(before[-size:]) for size in (1, 2, 3)}
    return not phrases & words_of("time", "months_need")


def is_year(line: Line, numeral: Numeral, after: UnitAt | None) -> bool:
    """Whether four bare digits are a year: nothing countable follows."""
    written = line.text[numeral.start : numeral.end]
    return len(written) == 4 and written.isdigit() and 1900 <= numeral.value <= 2100 and after is None
