"""SUM and PCT: the equations of a domain between the indicators that a text tells."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping

from docgen.checks.discourse import Discourse, Mention
from docgen.checks.reading import Reading, Weighing
from docgen.knowledge.domain import Identity, Indicator
from docgen.knowledge.load import Knowledge
from docgen.model.fact import Fact, Measure
from docgen.model.finding import Claim

_WINDOW = 8  # sentences over which the indicators of one equation are told
_SCOPES = (None,)
Key = tuple[str | None, str | None]
Told = dict[str, list[Mention]]


def identities_of(discourse: Discourse, weighing: Weighing, knowledge: Knowledge | None) -> Iterator[Claim]:
    """The equations of the domains whose indicators are all told of one place and period, in the domain's order."""
    if knowledge is None or not discourse.facts:
        return
    for told in _by_key(discourse).values():
        for domain in knowledge.domains:
            for identity in domain.identities:
                yield from _identity(weighing, identity, told)
            for indicator in domain.indicators:
                if indicator.part and indicator.whole:
                    yield from _rate(weighing, indicator, told)


def _by_key(discourse: Discourse) -> Mapping[Key, Told]:
    """The levels and shares that measure a known indicator, by place and period."""
    found: dict[Key, Told] = defaultdict(lambda: defaultdict(list))
    for mention in discourse.mentions:
        fact = discourse.facts[mention.index]
        if fact.indicator and fact.measure in (Measure.LEVEL, Measure.SHARE) and fact.scope in _SCOPES:
            found[_key(fact)][fact.indicator].append(mention)
    return found


def _key(fact: Fact) -> Key:
    return fact.place, fact.period.label if fact.period else None


def _identity(weighing: Weighing, identity: Identity, told: Told) -> Iterator[Claim]:
    roles = list(identity.roles)
    wanted = [identity.roles[role] for role in roles]
    if not all(indicator in told for indicator in wanted):
        return
    for first in told[wanted[0]]:
        members = [_nearest(first, told[indicator]) for indicator in wanted]
        if not _are_together(members):
            continue
        claim = Claim(
            "SUM201",
            "identity",
            tuple(member.index for member in members),
            tuple(roles),
            identity.label,
            trust=2,
            soft=identity.soft,
            expression=_expression(identity),
        )
        settled = weighing.settle([Reading(claim, 60 if identity.soft else 5)])
        if settled is not None:
            yield settled


def _expression(identity: Identity) -> str:
    """The identity with its smaller side first, as equations are written here."""
    if identity.operator == ">=":
        return f"{identity.right} <= {identity.left}"
    return identity.expression


def _rate(weighing: Weighing, indicator: Indicator, told: Told) -> Iterator[Claim]:
    """A percentage that the domain defines as one indicator over another."""
    if not indicator.part or not indicator.whole:
        return
    for rate in told.get(indicator.id, ()):
        parts, wholes = told.get(indicator.part), told.get(indicator.whole)
        if not parts or not wholes:
            continue
        part, whole = _nearest(rate, parts), _nearest(rate, wholes)
        if rate.dimension != "%" or part.dimension != whole.dimension or not _are_together([rate, part, whole]):
            continue
        figures = (rate.index, part.index, whole.index)
        claim = Claim("PCT101", "rate", figures, ("rate", "part", "whole"), indicator.label, trust=2)
        settled = weighing.settle([Reading(claim, 20)])
        if settled is not None:
            yield settled


def _nearest(here: Mention, others: list[Mention]) -> Mention:
    at = bisect_left(others, here.index, key=lambda mention: mention.index)
    return min(others[max(0, at - 1) : at + 1] or others[-1:], key=lambda other: abs(other.index - here.index))


def _are_together(members: list[Mention]) -> bool:
    places = [member.sentence for member in members]
    different = len({member.index for member in members}) == len(members)
    return different and max(places) - min(places) < _WINDOW
