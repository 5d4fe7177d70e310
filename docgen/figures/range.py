"""Ranges, fractions and lists: numbers that share the unit of the last of them."""

import re
from decimal import Decimal
from itertools import pairwise

from docgen.figures.number import Draft, Line
from docgen.model.fact import Kind
from docgen.model.quantity import Approx
from docgen.vi.numerals import Numeral
from docgen.vi.units import unit_named

_TO = re.compile(r" ?[-–—÷] ?| (?:đến|tới|-|–)(?: (?:dưới|gần|khoảng|hơn|trên))? ")
_OF = re.compile(r" ?/ ?| (?:trong|trên)(?: tổng)? số | trên | trong số | trong tổng số | trong ")
_LEVELS = re.compile(r" (?:lên|xuống|lên đến|lên tới|xuống còn|còn) ")
_AND = re.compile(r",? (?:và|hoặc|hay|cùng|cùng với) ")
_COMMA = re.compile(r", ")
_SHARED_LIST = ("shared and", "shared comma")  # "1, 2 và 3 vụ"
_SLASH = re.compile(r" ?/ ?")


def link_between(low: str, end: int, start: int) -> str | None:
    """How two neighbours are bound by what stands between them: `to`, `of`, `from`, `and`, `comma`, or not at all."""
    if start - end > 20:
        return None
    if _TO.fullmatch(low, end, start):
        return "to"
    if _OF.fullmatch(low, end, start):
        return "of"
    if _LEVELS.fullmatch(low, end, start):
        return "from"
    if _AND.fullmatch(low, end, start):
        return "and"
    return "comma" if _COMMA.fullmatch(low, end, start) else None


def shared(line: Line, numeral: Numeral, following: Draft) -> Draft | None:
    """The draft of a numeral without a unit that the following one lends its own; `None` where they are not bound."""
    link = link_between(line.low, numeral.end, following.start)
    if link is None or (numeral.form == "words" and following.numeral.form != "words"):
        return None
    if following.is_bare and link in ("and", "from"):
        return None
    if link == "of" and "/" not in line.low[numeral.end : following.start] and _is_time(following):
        return None
    if link == "comma" and following.rule not in _SHARED_LIST:
        return None
    if link == "from" and line.before(numeral.start, 1) != ["từ"]:
        return None
    draft = Draft(numeral, numeral.start, numeral.end, following.kind, following.unit, f"shared {link}")
    if link != "of":
        draft.scale = _lent_scale(numeral, following)
    return draft


def _is_time(draft: Draft) -> bool:
    """Whether a draft counts time: "5 trong 3 năm" is no share."""
    unit = unit_named(draft.unit) if draft.unit else None
    return unit is not None and unit.sort == "time"


def _lent_scale(numeral: Numeral, following: Draft) -> Decimal:
    """The scale word that a range or a list writes once at its end ("60 đến 65 triệu")."""
    scale = following.numeral.scale * following.scale
    if numeral.scale != 1 or scale == 1 or following.kind is Kind.PERCENT:
        return Decimal(1)
    lends = numeral.value * scale <= following.value * 10 and numeral.value < 1000
    return scale if lends else Decimal(1)


def bind(line: Line, drafts: list[Draft]) -> None:
    """Sets the partner of each draft that is bound to the next one."""
    for place, (draft, following) in enumerate(pairwise(drafts)):
        link = link_between(line.low, draft.end, following.start)
        if link == "to" and draft.kind is following.kind and draft.unit == following.unit:
            draft.partner = ("to", place + 1)
            if draft.approx is Approx.ABOUT and following.approx is None:
                following.approx = Approx.ABOUT
        elif link == "of" and draft.unit == following.unit and draft.kind is following.kind is not Kind.PERCENT:
            draft.partner = ("of", place + 1)
            if "trên" in line.low[draft.end : following.start]:
                following.approx = None
        elif link == "of" and _SLASH.fullmatch(line.low, draft.end, following.start):
            draft.partner = ("pair", place + 1)
