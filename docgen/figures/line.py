"""One line → drafts: its numerals, without those that are names or dates, each read as what follows it says."""

import re

from docgen.figures.approx import approximate
from docgen.figures.count import count_at, is_year, may_count
from docgen.figures.dates import dated
from docgen.figures.measure import doubles, measure_at, multiple_at
from docgen.figures.money import lacks_currency, money_at
from docgen.figures.named import free, named
from docgen.figures.number import Draft, Line, Spot
from docgen.figures.percent import is_percent, percent_at
from docgen.figures.range import bind, shared
from docgen.model.fact import Kind
from docgen.vi.numerals import Numeral, read, scan
from docgen.vi.units import currency_before, unit_after

_MINUS = re.compile(r"(?:(?<=\()|(?<=\s)|(?<=^))[-−–]$")
_IN_WORDS = re.compile(r" ?\(([^\W\d_]{1,24}(?: [^\W\d_]{1,24}){0,8})\)")
_LONGEST_DUMP = 2000  # characters without a word that is no number: a dump, of which nothing is said
_NUMBER_WORDS = "tỷ|tỉ|triệu|nghìn|ngàn|vạn|trăm|mươi|mười|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|không|linh|lẻ|đồng"
_WORDLESS = re.compile(rf"(?:[\W\d_]++|{_NUMBER_WORDS})++")


def drafts_of(line: Line) -> list[Draft]:
    """The figures of one normalised line, from left to right."""
    spots = _spots(line)
    names = named(line, spots)
    drafts: list[Draft] = []
    for place in range(len(spots) - 1, -1, -1):
        if place in names:
            continue
        following = drafts[-1] if drafts and drafts[-1].numeral is spots[place + 1].numeral else None
        draft = _draft(line, spots[place], following)
        if draft is not None and draft.is_bare and spots[place].leads and following is None:
            continue  # the lower end of a stretch of time
        if draft is not None:
            drafts.append(draft)
    drafts += doubles(line)
    drafts.sort(key=lambda draft: draft.start)
    for draft in drafts:
        _sign(line, draft)
        approximate(line, draft)
    bind(line, drafts)
    return drafts


def _spots(line: Line) -> list[Spot]:
    """The numerals that may be figures, with what stands behind each."""
    numerals = [numeral for numeral in scan(_spoken(line)) if may_count(line.low, numeral)]
    if not numerals:
        return []
    spots = [_spot(line, numeral) for numeral in free(line, numerals)]
    dates = dated(line, spots)
    kept: list[Spot] = []
    for place, spot in enumerate(spots):
        in_unit = kept and _is_exponent(kept[-1], spot.numeral)
        if place not in dates and not in_unit and not _is_glued(line, spot):
            kept.append(spot)
    return kept


def _spot(line: Line, numeral: Numeral) -> Spot:
    """A numeral with the unit behind it, or behind its words in brackets ("03 (ba) bộ hồ sơ")."""
    spot = Spot(numeral, unit_after(line.low, numeral.end), is_percent(line, numeral))
    match = _IN_WORDS.match(line.low, numeral.end) if spot.is_bare else None
    words = read(match[1]) if match else None
    if match and words is not None and words.value == numeral.value:
        spot.after = unit_after(line.low, match.end())
    return spot


def _is_glued(line: Line, spot: Spot) -> bool:
    """Whether a bare digit belongs to the letters before it ("đồng/m2", "CO2")."""
    start = spot.numeral.start
    if currency_before(line.low, start) is not None:
        return False
    return spot.is_bare and spot.numeral.form == "digits" and line.low[max(0, start - 1) : start].isalpha()


def _spoken(line: Line) -> str:
    """The text with the stretches blanked that are too long without a word to be language."""
    if len(line.low) < _LONGEST_DUMP:
        return line.text
    pieces: list[str] = []
    done = 0
    for match in _WORDLESS.finditer(line.low):
        if match.end() - match.start() < _LONGEST_DUMP:
            continue
        pieces += line.text[done : match.start()], " " * len(match.group())
        done = match.end()
    return "".join([*pieces, line.text[done:]])


def _is_exponent(spot: Spot, numeral: Numeral) -> bool:
    """Whether a numeral is the exponent of the unit before it ("km2", "m 3")."""
    return spot.after is not None and spot.after.start <= numeral.start < spot.after.end


def _draft(line: Line, spot: Spot, following: Draft | None) -> Draft | None:
    numeral, after = spot.numeral, spot.after
    if spot.is_percent:
        return percent_at(line, numeral)
    found = money_at(line, numeral, after) or measure_at(line, numeral, after) or multiple_at(line, numeral)
    if found is None and is_year(line, numeral, after):
        return None
    takes_currency = found is not None and following is not None and lacks_currency(found, following)
    if after is None and following is not None and (found is None or takes_currency):
        found = shared(line, numeral, following) or found
    return found or count_at(line, numeral, after)


def _sign(line: Line, draft: Draft) -> None:
    """A minus right before a percentage, or first in brackets, is a sign; elsewhere a hyphen is a bullet or a range."""
    lead = line.text[max(0, draft.start - 2) : draft.start]
    if _MINUS.search(lead) and (draft.kind is Kind.PERCENT or lead[0] == "("):
        draft.sign = -1
        draft.start -= 1
