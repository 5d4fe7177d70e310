"""Amounts of money: a currency behind or before the number, or a bare `tỷ`."""

import re
from decimal import Decimal

from docgen.figures.context import words_of
from docgen.figures.noun import is_whole_word
from docgen.figures.number import Draft, Line
from docgen.model.fact import Kind
from docgen.vi.numerals import Numeral
from docgen.vi.units import UnitAt, currency_before

_BILLION = Decimal(10**9)
_THOUSAND = Decimal(1000)
_CUE_REACH = 60
_BARE = "money without đồng"
_PER = re.compile(r" ?/ ?")
_SHORT = "đ"  # đồng, but also điểm


def money_at(line: Line, numeral: Numeral, after: UnitAt | None) -> Draft | None:
    """The amount that a numeral begins; `đồng` where the currency is left out after `tỷ`."""
    if after is not None and after.unit.sort == "currency":
        if line.low[after.start : after.end] == _SHORT and numeral.value < _THOUSAND:
            return None
        if numeral.scale == 1 and numeral.value < _THOUSAND and not is_whole_word(line, after):
            return None
        return Draft(numeral, numeral.start, after.end, Kind.MONEY, after.unit.name, "money")
    before = currency_before(line.low, numeral.start)
    if before is not None:
        return Draft(numeral, before.start, numeral.end, Kind.MONEY, before.unit.name, "money before")
    if numeral.scale >= _BILLION and after is not None and after.unit.sort == "noun":
        after = after if after.unit.name in words_of("money", "billions") else None
    if after is None and numeral.scale > 1 and _speaks_of_money(line.low, numeral):
        return Draft(numeral, numeral.start, numeral.end, Kind.MONEY, "đồng", _BARE)
    return None


def lacks_currency(draft: Draft, following: Draft) -> bool:
    """Whether an amount was read without its currency, which the next one may lend ("54 tỉ và 53 tỉ USD")."""
    return draft.rule == _BARE and following.kind is Kind.MONEY


def _speaks_of_money(low: str, numeral: Numeral) -> bool:
    """Whether a scale word without a unit is an amount: `tỷ` is, a smaller one only among words of money."""
    if numeral.scale >= _BILLION or numeral.value >= _BILLION:
        return True
    slash = _PER.match(low, numeral.end)
    if slash and any(low.startswith(word, slash.end()) for word in words_of("money", "per")):
        return True
    near = low[max(0, numeral.start - _CUE_REACH) : numeral.start].rpartition(". ")[2]
    return any(cue in near for cue in words_of("money", "cues"))
