"""SUM: what is left of a whole after a part, as "còn lại", "chuyển kỳ sau", "còn phải thu"."""

from collections.abc import Iterator

from docgen.checks import cues
from docgen.checks.discourse import Discourse, Mention
from docgen.checks.likeness import words_in
from docgen.checks.reading import Reading, Weighing
from docgen.checks.stance import noun_of
from docgen.model.finding import Claim
from docgen.model.text import Span

_LIKELY, _OPEN = 40, 400
_BACK, _SENTENCES, _TRIED = 16, 4, 10


def remainders_of(discourse: Discourse, weighing: Weighing) -> Iterator[Claim]:
    """The remainders whose whole and other part are told before them, in the order of the text."""
    last: Mention | None = None  # the remainder told before in the same sentence
    for rest in discourse.mentions:
        cue = cues.left_over(rest.before, rest.after)
        if cue is None and last is not None and last.sentence == rest.sentence and last.index == rest.index - 1:
            cue = "còn"
        if cue is None or rest not in weighing.levels:
            continue
        claim = weighing.settle(_readings(discourse, weighing, rest, cue))
        if claim is not None:
            last = rest
            yield claim


def _readings(discourse: Discourse, weighing: Weighing, rest: Mention, cue: str) -> Iterator[Reading]:
    """A fraction just before it, else pairs of levels before it: the nearer ones first."""
    before = [m for m in discourse.near(rest, _BACK)[:-1] if _is_before(weighing, m, rest)]
    tried = 0
    for k in range(len(before) - 1, 0, -1):
        for part, whole in ((before[k], before[k - 1]), (before[k - 1], before[k])):
            if part.figure.partner == ("of", whole.index) and noun_of(whole) == noun_of(rest):
                yield Reading(_claim(whole, part, rest, cue), 5)
    for k in range(len(before) - 1, -1, -1):
        for j in range(k - 1, -1, -1):
            whole, part = before[j], before[k]
            if whole.figure.quantity.value > part.figure.quantity.value and tried < _TRIED:
                tried += 1
                beside = len(before) == 2 and rest.index - whole.index == 2 and rest.sentence == whole.sentence
                sure = beside and cue.endswith("còn lại") and "" not in (noun_of(whole), noun_of(rest))
                yield Reading(_claim(whole, part, rest, cue), 5 if sure else _doubt(rest, part, whole))


def _is_before(weighing: Weighing, mention: Mention, rest: Mention) -> bool:
    near = rest.sentence - mention.sentence < _SENTENCES and mention.dimension == rest.dimension
    nouns = {noun_of(mention), noun_of(rest)}
    return (
        near
        and mention in weighing.levels
        and (len(nouns) == 1 or (noun_of(mention) == "" and rest.index - mention.index < 3))
    )


def _doubt(rest: Mention, part: Mention, whole: Mention) -> int:
    """Of a thousand remainders so worded, how many are not those of this whole without this part."""
    mine = words_in(rest.before) | words_in(rest.after[:30])
    named = words_in(whole.before) & mine and words_in(part.before) & mine
    return _LIKELY if named else _OPEN


def _claim(whole: Mention, part: Mention, rest: Mention, cue: str) -> Claim:
    start = rest.figure.span.start
    figures = (whole.index, part.index, rest.index)
    return Claim("SUM103", "sum", figures, ("total", "part", "part"), cue, Span(max(0, start - 12), start))
