"""SUM: totals told apart from their parts: after them, for two sorts at once, or by the lack of the rest."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from docgen.checks import cues
from docgen.checks.discourse import Discourse, Mention
from docgen.checks.reading import Reading, Weighing
from docgen.checks.stance import noun_of
from docgen.model.finding import Claim
from docgen.model.text import Span

_LIKELY, _OPEN = 60, 400  # of a thousand such readings, those the author did not mean
_BACK = 40  # figures before a total that may be its parts
_SENTENCES = 3  # over which a whole and its two parts are told
_FEW = 5
_FEW_WORDS = 2  # a longer wording that is denied word for word leaves nothing between
_NEARLY, _HARDLY = Decimal("0.9"), Decimal("1.06")
_JOINT = re.compile(r"^[,\s]*(?:và\s+)?(\w+ \w+)")


def totals_of(discourse: Discourse, weighing: Weighing) -> Iterator[Claim]:
    """The sums whose total does not stand before a list of its parts, in the order of the text."""
    yield from _joint(discourse, weighing)
    yield from _after(discourse, weighing)
    yield from _complements(discourse, weighing)


def _joint(discourse: Discourse, weighing: Weighing) -> Iterator[Claim]:
    """One number for two sorts ("19 tập thể, cá nhân"), and the sorts counted apart ("12 cá nhân, 7 tập thể")."""
    pairs: dict[frozenset[str], list[tuple[Mention, Mention]]] = defaultdict(list)
    for a, b in pairwise(discourse.mentions):
        if a.sentence == b.sentence and a in weighing.levels and b in weighing.levels:
            pairs[frozenset((_sort(a), _sort(b)))].append((a, b))
    for total in discourse.mentions:
        sorts = _sorts_of(total)
        if sorts is None or total not in weighing.levels:
            continue
        kin = pairs.get(sorts, [])
        at = bisect_left(kin, total.index, key=lambda pair: pair[0].index)
        near = kin[max(0, at - _FEW) : at + _FEW]
        told = [(a, b) for a, b in near if total.index not in (a.index, b.index)]
        told.sort(key=lambda pair: abs(pair[0].index - total.index))
        readings = [_reading(total, pair, "và", 400) for pair in told[:_FEW]]
        claim = weighing.settle(readings)
        if claim is None and readings and (len(told) == 1 or not total.sentence):
            claim = readings[0].claim if _is_close(total, told[0], weighing.is_near(readings[0].claim)) else None
        if claim is not None:
            yield claim


def _is_close(total: Mention, parts: Sequence[Mention], is_near: bool) -> bool:
    """Whether two sorts nearly make the total, or would but for a slip."""
    whole = total.figure.quantity.value
    return is_near or whole * _NEARLY <= sum(m.figure.quantity.value for m in parts) <= whole * _HARDLY


def _sorts_of(total: Mention) -> frozenset[str] | None:
    """The two sorts that one number counts, where its unit is followed by another ("19 tập thể, cá nhân")."""
    joint = _JOINT.match(total.after)
    unit = _sort(total)
    for pair in cues.table()["parts"]["pairs"]:
        if joint and unit in pair and joint.group(1) in pair and joint.group(1) != unit:
            return frozenset(pair)
    whole = f"{total.figure.quantity.unit or ''} {total.after[:24]}"
    for name, parts in cues.table()["parts"]["joint"].items():
        if re.search(rf"(?<!\w){name}(?!\w)", whole):
            return frozenset(parts)
    return None


def _sort(mention: Mention) -> str:
    """What a figure counts: its unit, or for people what became of them ("chết", "bị thương")."""
    unit = mention.figure.quantity.unit or ""
    if unit.split(" ")[0] not in ("người", "nạn", ""):
        return unit
    for parts in cues.table()["parts"]["joint"].values():
        for around in (mention.before[-24:], mention.after[:14]):
            told = [part for part in parts if re.search(rf"(?<!\w){part}(?!\w)", around)]
            if len(told) == 1:
                return str(told[0])
    return unit


def _after(discourse: Discourse, weighing: Weighing) -> Iterator[Claim]:
    """A total told after its parts: "Như vậy, tổng số tiền … là 1.073 tỷ"."""
    for total in discourse.mentions:
        if total not in weighing.levels or not cues.totalled().search(total.before):
            continue
        before = [m for m in discourse.near(total, _BACK)[:-1] if m in weighing.levels]
        alike = [m for m in before if m.dimension == total.dimension and noun_of(m) in ("", noun_of(total))]
        runs = [alike[-count:] for count in range(2, min(len(alike), 8) + 1)]
        yield from _settled(weighing, [_reading(total, run, "tổng", 1000) for run in runs])


def _complements(discourse: Discourse, weighing: Weighing) -> Iterator[Claim]:
    """A thing and the lack of it: "xong 36 vụ, chưa xong 19 vụ" of 55."""
    for place, mentions in enumerate(discourse.by_sentence):
        for second in mentions:
            lack = cues.lacking().search(second.before)
            if lack is None or second not in weighing.levels:
                continue
            named = re.compile(rf"(?<!chưa )(?<!không )(?<!\w){re.escape(lack.group('what'))}")
            first = next((m for m in discourse.beside(second, _BACK, 0)[:-1] if named.search(m.before)), None)
            if first is None or first not in weighing.levels or first.dimension != second.dimension:
                continue
            nearby = [m for m in discourse.near(first, _BACK)[:-1] if place - m.sentence < _SENTENCES]
            nearby = [m for m in nearby if m.dimension == first.dimension]
            wholes = [m for m in nearby if m in weighing.levels]
            what = lack.group("what")
            staged = cues.phrases("parts", "stages").search(what) is not None
            sure = 5 if len(what.split()) > _FEW_WORDS and not staged else _OPEN
            larger = [m for m in wholes if m.figure.quantity.value > first.figure.quantity.value]
            readings = [
                _reading(whole, (first, second), "chưa", sure if whole in larger[-1:] else _OPEN)
                for whole in reversed(wholes)
            ]
            yield from _settled(weighing, readings[:_FEW])


def _reading(total: Mention, parts: Sequence[Mention], cue: str, doubt: int) -> Reading:
    claim = Claim(
        "SUM101",
        "sum",
        (total.index, *(part.index for part in parts)),
        ("total", *("part" for _ in parts)),
        cue,
        Span(total.figure.span.start, total.figure.span.end),
        trust=1 if doubt <= _LIKELY else 2,
    )
    return Reading(claim, doubt)


def _settled(weighing: Weighing, readings: Sequence[Reading]) -> Iterator[Claim]:
    claim = weighing.settle(readings)
    if claim is not None:
        yield claim
