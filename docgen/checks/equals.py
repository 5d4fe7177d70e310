"""DUP: one fact written in two places, in the headline, the lead, the body, a caption."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.checks.discourse import Discourse, Mention
from docgen.checks.likeness import Naming
from docgen.checks.reading import Reading, Weighing
from docgen.checks.stance import noun_of, stance_of
from docgen.model.finding import Claim

_RECENT, _FIRST = 10, 4  # figures of like digits that one is compared with: the latest, and the first of the text
_CLEAR = 2  # words in common that let two equal figures be one fact


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures that may be one fact; `doubt` of a thousand such pairs are two facts."""

    one: Mention
    other: Mention
    doubt: int


def equals_of(discourse: Discourse, weighing: Weighing, confirmed: frozenset[int] = frozenset()) -> Iterator[Claim]:
    """The facts a text writes more than once; `confirmed` are figures that other relations bear out."""
    naming = Naming(discourse)
    twins: dict[int, list[int]] = {}
    near: list[Pair] = []
    for one, other in _candidates(discourse):
        if not _may_be_one(discourse, one, other):
            continue
        claim = _claim((one.index, other.index))
        if weighing.holds(claim):
            if naming.shared(one, other) >= _CLEAR or _is_telling(one):
                _join(twins, one.index, other.index)
        elif weighing.slip(claim) is not None:
            near.append(Pair(one, other, naming.doubt(one, other)))
    groups = {min(group): group for group in twins.values()}
    for group in groups.values():
        yield _claim(tuple(sorted(group)))
    yield from _odd_ones(weighing, twins, near, confirmed)


def _odd_ones(
    weighing: Weighing, twins: dict[int, list[int]], near: list[Pair], confirmed: frozenset[int]
) -> Iterator[Claim]:
    """The figures that differ by a slip from what the same fact is elsewhere; each is told once, by its likest twin."""
    told: set[int] = set()
    for pair in sorted(near, key=lambda pair: (pair.doubt, pair.one.index, pair.other.index)):
        one, other = pair.one.index, pair.other.index
        sure = [i in confirmed or i in twins for i in (one, other)]
        if all(sure) or {one, other} & told:
            continue
        doubt = pair.doubt // 3 if any(sure) else pair.doubt
        if weighing.is_bearable(Reading(_claim((one, other)), doubt)):
            members = {one, other, *twins.get(one, ()), *twins.get(other, ())}
            told.update(members)
            yield _claim(tuple(sorted(members)))


def _candidates(discourse: Discourse) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of figures whose digits are the same but for one, the earlier first; a bounded number for each."""
    buckets: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in discourse.mentions:
        seen: set[int] = set()
        keys = [(mention.dimension, key) for key in _keys(_digits(discourse, mention))]
        for key in keys:
            bucket = buckets[key]
            for earlier in (*bucket[:_FIRST], *bucket[-_RECENT:]):
                if earlier.index not in seen:
                    seen.add(earlier.index)
                    yield earlier, mention
            bucket.append(mention)


def _keys(digits: str) -> Iterable[str]:
    """The digits, and the digits without each one of them: strings one slip apart share such a key."""
    return {digits, *(digits[:i] + digits[i + 1 :] for i in range(len(digits)))}


def _digits(discourse: Discourse, mention: Mention) -> str:
    written = "".join(filter(str.isdigit, mention.figure.number.of(discourse.document.text)))
    return written or format(mention.figure.quantity.value.normalize(), "f")


def _may_be_one(discourse: Discourse, one: Mention, other: Mention) -> bool:
    """Whether nothing of their form says that two figures are two facts."""
    if one.sentence == other.sentence or stance_of(one).direction * stance_of(other).direction < 0:
        return False
    nouns = {noun_of(one), noun_of(other)}
    if len(nouns) > 1 and "" not in nouns:
        return False
    partners = {figure.partner[0] if figure.partner else "" for figure in (one.figure, other.figure)}
    return len(partners - {"pair"}) <= 1


def _is_telling(mention: Mention) -> bool:
    """Whether a number is long enough that another of the same digits is hardly by chance."""
    return len(mention.figure.quantity.value.normalize().as_tuple().digits) > 3


def _join(twins: dict[int, list[int]], one: int, other: int) -> None:
    mine, theirs = twins.setdefault(one, [one]), twins.setdefault(other, [other])
    if mine is theirs:
        return
    mine.extend(theirs)
    for member in theirs:
        twins[member] = mine


def _claim(figures: tuple[int, ...]) -> Claim:
    return Claim("DUP101", "equal", figures, tuple("member" for _ in figures), "", trust=2)
