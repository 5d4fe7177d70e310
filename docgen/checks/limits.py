"""PCT: parts larger than their whole, and percentages that no count of things can make."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from docgen.checks import cues
from docgen.checks.discourse import Discourse, Mention
from docgen.checks.rates import is_range
from docgen.checks.reading import Weighing
from docgen.checks.stance import is_apart, noun_of
from docgen.model.fact import Kind
from docgen.model.finding import Claim
from docgen.model.text import Span

_AMONG = re.compile(r"^[^,;:()\d]{0,12}(?:trong|trên|của)(?:\s+(?:tổng|tổng số|số))*\s*$")
_SMALL = 500  # of more things, every percentage of two decimals may be true


def limits_of(discourse: Discourse, weighing: Weighing) -> Iterator[Claim]:
    """The fractions, shares and percentages that stand against what is possible, in the order of the text."""
    for one, other in pairwise(discourse.mentions):
        if one.sentence != other.sentence:
            continue
        if one.figure.partner == ("of", other.index) and not cues.target().search(one.before[-60:]):
            yield from _fraction(discourse, one, other)
        if one.dimension == "%" and other.figure.kind is Kind.COUNT and _AMONG.match(other.before):
            yield from _impossible(discourse, weighing, one, other)


def _fraction(discourse: Discourse, part: Mention, whole: Mention) -> Iterator[Claim]:
    """ "26/28 xã": some of the things or the money told; ranges, measures, rates a day and quotients are not."""
    summed = {part.figure.kind, whole.figure.kind} in ({Kind.COUNT}, {Kind.MONEY})
    counted = summed and len({noun_of(part), noun_of(whole)} - {""}) <= 1
    is_range = not discourse.range_ends.keys().isdisjoint((part.index, whole.index))
    is_quotient = is_apart(whole) or whole.after.lstrip().startswith("=") or _length(part) > _length(whole) + 1
    if counted and not is_range and not is_quotient and whole.figure.quantity.value:
        span = Span(part.figure.span.end, whole.figure.span.start)
        yield Claim("PCT103", "bounds", (part.index, whole.index), ("part", "whole"), "/", span)


def _length(mention: Mention) -> int:
    return len(str(int(abs(mention.figure.quantity.value))))


def _impossible(discourse: Discourse, weighing: Weighing, rate: Mention, whole: Mention) -> Iterator[Claim]:
    """ "68,73% trong tổng số 16 xã": no number of things out of sixteen makes it."""
    count, share = whole.figure.quantity, rate.figure.quantity
    exact = count.step == 0 and count.approx is None and share.approx is None and not is_apart(whole)
    if (
        not exact
        or not 2 <= count.value <= _SMALL
        or is_range(discourse, rate)
        or rate.index in weighing.levels.changed
    ):
        return
    things = Fraction(share.value) * Fraction(count.value) / 100
    nearest = round(things)
    slack = Fraction(share.step) * Fraction(count.value) / 100
    if abs(things - nearest) > slack:
        span = Span(rate.figure.span.end, whole.figure.span.start)
        expression = f"rate * whole / 100 = {nearest}"
        figures = (rate.index, whole.index)
        yield Claim("PCT104", "identity", figures, ("rate", "whole"), "trong", span, trust=2, expression=expression)
