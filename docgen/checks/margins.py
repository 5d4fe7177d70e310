"""CHG: how far a rate lies above or below its target, in points."""

from collections.abc import Iterator, Sequence

from docgen.checks import cues
from docgen.checks.discourse import Discourse, Mention
from docgen.checks.reading import Reading, Weighing
from docgen.model.finding import Claim
from docgen.model.text import Span

_BACK = 20  # figures before a margin that are looked at
_NEAR = 3  # figures between a margin and its target


def margins_of(discourse: Discourse, weighing: Weighing) -> Iterator[Claim]:
    """The margins whose rate and target are both told in the sentence, in the order of the text."""
    for mentions in discourse.by_sentence:
        for k, margin in enumerate(mentions):
            verb = cues.margin().search(margin.before) if margin.dimension == "%" else None
            if verb is None:
                continue
            claim = weighing.settle(_readings(mentions, k, 1 if verb.group("over") else -1, verb.group().strip()))
            if claim is not None:
                yield claim


def _readings(mentions: Sequence[Mention], k: int, direction: int, cue: str) -> Iterator[Reading]:
    margin = mentions[k]
    around = [*mentions[k + 1 : k + 1 + _NEAR], *reversed(mentions[max(0, k - _BACK) : k])]
    targets = [m for m in around if m.dimension == "%" and cues.target().search(m.before)]
    before = reversed(mentions[max(0, k - _BACK) : k])
    actuals = [m for m in before if m.dimension == "%" and not cues.margin().search(m.before)]
    for target in targets:
        for rank, actual in enumerate(m for m in actuals if m is not target):
            figures = (actual.index, target.index, margin.index)
            span = Span(max(0, margin.figure.span.start - len(cue) - 1), margin.figure.span.start)
            claim = Claim("CHG103", "margin", figures, ("actual", "target", "margin"), cue, span, direction=direction)
            beside = rank == 0 and abs(target.index - margin.index) < _NEAR
            yield Reading(claim, 5 if beside else 100 if rank == 0 else 500)
            roles = ("current", "previous", "rate")
            figures = (actual.index, target.index, margin.index)
            yield Reading(Claim("CHG101", "change", figures, roles, cue, span, direction=direction), 600)
