"""PCT: percentages whose part and whole are told elsewhere and named: "tỷ lệ A của B là 76%", "A chiếm 40% B"."""

import re
from collections.abc import Iterator, Sequence

from docgen.checks.discourse import Discourse, Mention
from docgen.checks.likeness import topic_of, words_in
from docgen.checks.rates import is_foreign, is_range
from docgen.checks.reading import Reading, Weighing
from docgen.checks.stance import noun_of
from docgen.model.finding import Claim
from docgen.model.text import Span

_OF = re.compile(
    r"t[ỷỉ] lệ (?P<part>[^,;()]{4,80}?) (?:của|trên|so với) (?P<whole>[^,;()]{2,60}?)(?: là| đạt| chiếm| ở mức|:)?\s*$"
)
_FAR = 60  # figures before and after among which the names are looked for
_MOSTLY = 60  # percent of the words of a name, those by which it is known again
_TWO = 2


def named_of(discourse: Discourse, weighing: Weighing, read: frozenset[int]) -> Iterator[Claim]:
    """The percentages that no figures beside them explain, by the names of their parts and wholes.

    `read` are the percentages that are explained already.
    """
    for rate in discourse.mentions:
        if rate.dimension != "%" or rate.index in read or rate.index in weighing.levels.changed or is_foreign(rate):
            continue
        names = None if is_range(discourse, rate) else _names(discourse, rate)
        if names is None:
            continue
        near = discourse.near(rate, _FAR, _FAR)
        levels = [m for m in near if m in weighing.levels]
        claim = weighing.settle(_readings(discourse, rate, levels, *names))
        if claim is not None:
            yield claim


def _names(discourse: Discourse, rate: Mention) -> tuple[frozenset[str], frozenset[str]] | None:
    """The words that name the part and the whole of a percentage."""
    sentence = discourse.sentences[rate.sentence].span
    before = discourse.between(sentence.start, rate.figure.span.start)
    of = _OF.search(before)
    if of is not None:
        part, whole = words_in(of.group("part")), words_in(of.group("whole"))
        return (part, whole) if len(part) > _TWO and whole else None
    basis = discourse.facts[rate.index].basis if discourse.facts else None
    if basis is None or len(words_in(basis.lower())) < _TWO:
        return None
    subject = words_in(re.split(r"[,;:()]", before)[-1]) - words_in(basis.lower())
    return (subject, words_in(basis.lower())) if len(subject) >= _TWO else None


def _readings(
    discourse: Discourse, rate: Mention, levels: Sequence[Mention], part: frozenset[str], whole: frozenset[str]
) -> Iterator[Reading]:
    """The figures known by the two names; more than one value by a name leaves the reading in doubt."""
    wholes = [m for m in levels if whole <= topic_of(discourse, m)]
    parts = [m for m in levels if _is_known(discourse, m, part) and m not in wholes]
    pairs = [(p, w) for w in wholes for p in parts if p.dimension == w.dimension and noun_of(p) == noun_of(w)]
    sure = len({(p.figure.quantity.value, w.figure.quantity.value) for p, w in pairs}) == 1
    for of, over in pairs:
        start = rate.figure.span.start
        figures = (rate.index, of.index, over.index)
        claim = Claim("PCT101", "rate", figures, ("rate", "part", "whole"), "tỷ lệ", Span(max(0, start - 12), start))
        yield Reading(claim, 5 if sure else 500)


def _is_known(discourse: Discourse, mention: Mention, name: frozenset[str]) -> bool:
    found = len(name & topic_of(discourse, mention))
    return found >= _TWO and 100 * found >= _MOSTLY * len(name)
