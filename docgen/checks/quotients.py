"""CHG and SUM: how many times as much, and how much each."""

import re
from collections.abc import Iterator

from docgen.checks import cues
from docgen.checks.discourse import Discourse, Mention
from docgen.checks.reading import Reading, Weighing
from docgen.checks.stance import is_apart, noun_of
from docgen.model.finding import Claim
from docgen.model.text import Span

_BACK, _AHEAD = 3, 2  # levels before and after
_EACH = re.compile(r"(?:mỗi|một|1)\s+(?P<noun>\w+)|/\s*(?P<per>\w+)")
_SEEN = 12  # figures on both sides that are looked at
_SENTENCES = 1


def quotients_of(discourse: Discourse, weighing: Weighing) -> Iterator[Claim]:
    """The multiples and averages whose other two figures are told near them, in the order of the text."""
    for mention in discourse.mentions:
        if mention.dimension == "lần" and cues.times().search(mention.before):
            readings = _multiples(discourse, weighing, mention)
        elif cues.averaged().search(mention.before[-60:]) or _EACH.match(mention.after.lstrip()):
            readings = _averages(discourse, weighing, mention)
        else:
            continue
        claim = weighing.settle(readings)
        if claim is not None:
            yield claim


def _multiples(discourse: Discourse, weighing: Weighing, multiple: Mention) -> Iterator[Reading]:
    """ "84 vụ, gấp 2 lần so với 42 vụ": the level before it and the level it is compared with."""
    here = [m for m in discourse.beside(multiple, _SEEN, _SEEN) if m in weighing.levels or m.dimension == "%"]
    before = [m for m in here if m.index < multiple.index][-_BACK:]
    after = [m for m in here if m.index > multiple.index][:_AHEAD]
    for now in reversed(before):
        for then in (*after, *reversed(before)):
            if then is now or then.dimension != now.dimension or noun_of(then) != noun_of(now):
                continue
            told = then in after[:1] and now is before[-1] and cues.told_to_compare().search(then.before)
            figures, roles = (multiple.index, now.index, then.index), ("multiple", "current", "previous")
            yield Reading(Claim("CHG104", "multiple", figures, roles, "gấp", _before(multiple)), 5 if told else 500)


def _averages(discourse: Discourse, weighing: Weighing, average: Mention) -> Iterator[Reading]:
    """ "bình quân 2 triệu đồng/cá nhân": the total and the number it is shared among."""
    if average not in weighing.levels or average.dimension == "%":
        return
    named = _EACH.match(average.after.lstrip()) or _EACH.search(average.before[-40:])
    noun = (named.group("noun") or named.group("per")) if named else ""
    near = [m for m in discourse.near(average, _SEEN, _SEEN) if abs(m.sentence - average.sentence) <= _SENTENCES]
    counts = [m for m in near if m.dimension == "count" and m.index != average.index and m.figure.quantity.value > 1]
    totals = [m for m in near if m in weighing.levels and m.dimension == average.dimension and m.index != average.index]
    for count in sorted(counts, key=lambda m: abs(m.index - average.index)):
        for total in sorted(totals, key=lambda m: abs(m.index - average.index)):
            if total.index == count.index or total.figure.quantity.value <= average.figure.quantity.value:
                continue
            shared = bool(noun) and noun_of(count) == noun and cues.totalled().search(total.before) is not None
            sure = shared and total.sentence == average.sentence == count.sentence and not is_apart(count)
            figures, roles = (total.index, count.index, average.index), ("total", "count", "average")
            yield Reading(Claim("SUM104", "product", figures, roles, "bình quân", _before(average)), 5 if sure else 500)


def _before(mention: Mention) -> Span:
    start = mention.figure.span.start
    return Span(max(0, start - 12), start)
