"""PCT: percentages of one whole that together make a hundred."""

from collections.abc import Iterator, Sequence

from docgen.checks import cues
from docgen.checks.discourse import Discourse, Mention
from docgen.checks.likeness import words_in
from docgen.checks.listing import label_of
from docgen.checks.rates import base_of, is_range
from docgen.checks.reading import Reading, Weighing
from docgen.model.finding import Claim
from docgen.model.text import Span

ALL = 100
_CERTAIN, _LIKELY, _OPEN = 4, 20, 400
_BACK = 3  # sentences over which the shares of one whole are told
_MOST = 12
_MANY, _FEW = 4, 5  # so many percentages of one sentence that nearly make a hundred are seldom anything else


def shares_of(discourse: Discourse, weighing: Weighing) -> Iterator[Claim]:
    """The shares that make a whole, in the order of the text; each percentage stands in one such set at most."""
    told: set[int] = set()
    shares = [m for m in discourse.mentions if _is_share(discourse, weighing, m)]
    for k, first in enumerate(shares):
        if first.index in told:
            continue
        run = [m for m in shares[k : k + _MOST] if m.sentence - first.sentence < _BACK]
        claim = weighing.settle(_readings(discourse, run))
        if claim is not None:
            told.update(claim.figures)
            yield claim


def _is_share(discourse: Discourse, weighing: Weighing, mention: Mention) -> bool:
    """Whether a percentage may be one of several parts of a whole: all of it is none."""
    told = mention.dimension == "%" and mention.figure.quantity.value != ALL
    return told and mention.index not in weighing.levels.changed and not is_range(discourse, mention)


def _readings(discourse: Discourse, run: Sequence[Mention]) -> Iterator[Reading]:
    """The longest run from the first share on, in its sentence first, then fewer."""
    for count in sorted(range(2, len(run) + 1), key=lambda n: (run[n - 1].sentence != run[0].sentence, -n)):
        parts = run[:count]
        following = run[count] if count < len(run) and run[count].sentence == parts[-1].sentence else None
        yield Reading(_claim(parts), 1000 if following else _doubt(discourse, parts))
    yield from _opposites(run)


def _opposites(run: Sequence[Mention]) -> Iterator[Reading]:
    """Two shares of one base further apart, with other percentages between them."""
    for other in run[1:]:
        if _is_one_base(run[0], other):
            yield Reading(_claim((run[0], other)), _CERTAIN if _is_near((run[0], other)) else _LIKELY)


def _is_one_base(one: Mention, other: Mention) -> bool:
    if any(cues.phrases("rate", "unshared").search(share.after[:40]) for share in (one, other)):
        return False
    bases = base_of(one), base_of(other)
    return bool(bases[0] and bases[1]) and (bases[0] <= bases[1] or bases[1] <= bases[0])


def _is_near(parts: Sequence[Mention]) -> bool:
    return 80 <= sum(part.figure.quantity.value for part in parts) <= 120


def _doubt(discourse: Discourse, parts: Sequence[Mention]) -> int:
    """Of a thousand runs of shares so worded, how many do not make a whole."""
    if any(cues.phrases("rate", "unshared").search(part.after[:40]) for part in parts):
        return 1000
    if len(parts) == 2 and _is_one_base(*parts):
        return _CERTAIN if _is_near(parts) else _LIKELY
    if not _is_near(parts):
        return 1000
    start = max(parts[-2].figure.span.end, discourse.sentences[parts[-1].sentence].span.start)
    between = discourse.between(start, parts[-1].figure.span.start)
    if cues.closing().search(between):
        return _CERTAIN if len(parts) == 2 else _LIKELY
    together = parts[0].sentence == parts[-1].sentence
    if together and len(parts) >= _MANY:
        return _FEW
    if together and all("chiếm" in part.before for part in parts) and len(parts) > 2 and _is_near(parts):
        return _FEW
    labels = [words_in(label_of(part)) for part in (parts[0], parts[-1])]
    alike = all("chiếm" in part.before for part in parts) and together
    return _LIKELY if alike and labels[0] != labels[1] else _OPEN


def _claim(parts: Sequence[Mention]) -> Claim:
    return Claim(
        "PCT102",
        "shares",
        tuple(part.index for part in parts),
        tuple("part" for _ in parts),
        "chiếm",
        Span(parts[0].figure.span.start, parts[-1].figure.span.end),
        trust=2,
    )
