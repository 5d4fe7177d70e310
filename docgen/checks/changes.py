"""CHG: a figure, how far it moved, and from where."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from docgen.checks import cues
from docgen.checks.discourse import Discourse, Mention
from docgen.checks.likeness import likeness, words_in
from docgen.checks.moves import Move, moves_of
from docgen.checks.reading import Reading, Weighing
from docgen.checks.stance import is_apart, noun_of, stance_of
from docgen.model.finding import Claim
from docgen.model.text import Span

_FAR, _TELLING = 60, 3  # figures among which a name is looked for, and words that make it one
_BACK = 3  # sentences before the change that may tell the level
_CERTAIN = 4  # of a thousand readings, those the author did not mean
_SEEN, _BESIDE = 50, 12  # figures before a change that are looked at, and on both sides of it in its sentence
_LEVELS = 12  # levels looked at


def changes_of(discourse: Discourse, weighing: Weighing) -> Iterator[Claim]:
    """The changes a text tells with at least three of their four figures, in the order of the text."""
    for mentions in discourse.by_sentence:
        moves = list(moves_of(mentions))
        claims = [weighing.settle(_readings(discourse, move, frozenset())) for move in moves]
        beside = frozenset(
            discourse.by_figure[claim.figures[claim.roles.index("current")]].sentence
            for claim in claims
            if claim is not None and "current" in claim.roles
        )
        yield from _turns(mentions)
        for move, claim in zip(moves, claims, strict=True):
            if claim is None and beside:
                claim = weighing.settle(_readings(discourse, move, beside))
            if claim is not None:
                yield claim


def _readings(discourse: Discourse, move: Move, beside: frozenset[int]) -> Iterator[Reading]:
    """The ways to read a change; `beside` are the sentences that told the levels of the changes told with it."""
    levels, mentions = _levels(discourse, move), discourse.beside(move.first, _BESIDE, _BESIDE)
    for before, now in _routes(mentions, move):
        yield Reading(_claim(move, now, before), 4)
    named = list(_named(discourse, mentions, move))
    if named:
        yield from named
        return
    for before in _previous(mentions, move):
        for rank, now in enumerate(levels):
            if before.index != now.index and _comparable(before, now):
                near = abs(before.index - move.first.index) < 3
                beside_it = near and cues.told_to_compare().search(before.before)
                told = rank == 0 and now.sentence == before.sentence and noun_of(before) == noun_of(now) and beside_it
                yield Reading(_claim(move, now, before), 5 if told else 40 if rank == 0 else 500)
    if move.delta is not None and move.rate is not None:
        for rank, now in enumerate(levels):
            parallel = rank == 0 and now.sentence in beside and likeness(now, move.delta) > 1
            yield Reading(_claim(move, now, None), 5 if parallel else _doubt(move, now) if rank == 0 else 700)


def _named(discourse: Discourse, mentions: Sequence[Mention], move: Move) -> Iterator[Reading]:
    """A change in percent with the level before it, whose present level is told elsewhere under the same name."""
    told = _previous(mentions, move)
    fact = discourse.facts[move.rate.index] if discourse.facts and move.rate is not None else None
    if len(told) != 1 or move.delta is not None or fact is None or fact.label is None:
        return
    name = words_in(fact.label.lower())
    called = [m for m in discourse.near(move.first, _FAR)[:-1] if _is_called(discourse, m, name)]
    called = [m for m in called if m.dimension == told[0].dimension and noun_of(m) == noun_of(told[0])]
    if len({m.figure.quantity.value for m in called}) == 1:
        yield Reading(_claim(move, called[0], told[0]), _CERTAIN)


def _is_called(discourse: Discourse, mention: Mention, name: frozenset[str]) -> bool:
    """Whether all words of a figure's label are among those of a name."""
    label = discourse.facts[mention.index].label
    own = words_in(label.lower()) if label else frozenset()
    return len(own) >= _TELLING and own <= name and not stance_of(mention).direction


def _comparable(before: Mention, now: Mention) -> bool:
    """Whether one level may be the other at another time."""
    if before.dimension == "%" and before.sentence != now.sentence:
        return False
    nouns = {noun_of(before), noun_of(now)}
    return before.dimension == now.dimension and (len(nouns) == 1 or "" in nouns)


def _turns(mentions: Sequence[Mention]) -> Iterator[Claim]:
    """The ways "tăng từ X lên Y" whose verb tells only which way it went."""
    for one, other in pairwise(mentions):
        verb = cues.set_out().search(one.before)
        if verb is None or one.dimension != other.dimension or is_apart(one) or not cues.arrived().search(other.before):
            continue
        direction = 1 if verb.group("up") else -1
        span = Span(max(0, one.figure.span.start - 8), one.figure.span.start)
        figures = (other.index, one.index)
        yield Claim("CHG102", "change", figures, ("current", "previous"), verb.group()[:12], span, direction=direction)


def _routes(mentions: Sequence[Mention], move: Move) -> Iterator[tuple[Mention, Mention]]:
    """The pairs "từ X lên Y" of a sentence that the change may be the length of."""
    for one, other in pairwise(mentions):
        near = move.first.index not in (one.index, other.index) and abs(one.index - move.first.index) < 4
        if not near or is_apart(one) or one.dimension != other.dimension:
            continue
        if cues.departed().search(one.before) and cues.arrived().search(other.before):
            yield one, other


def _doubt(move: Move, now: Mention) -> int:
    """Of a thousand changes so worded, how many are not those of this level."""
    delta = move.delta
    assert delta is not None
    same = noun_of(delta) in ("", noun_of(now)) and now.sentence == delta.sentence
    if same and move.is_tight:
        return _CERTAIN
    return 40 if same else 200


def _levels(discourse: Discourse, move: Move) -> list[Mention]:
    """The levels that may have moved, the likeliest first: of the same unit, called alike, near before the change."""
    wanted = move.delta or move.rate
    assert wanted is not None
    found = []
    for mention in _around(discourse, move.first):
        if mention.dimension == "%" and move.delta is not None and move.delta.dimension != "%":
            continue
        if move.delta is not None and mention.dimension != move.delta.dimension:
            continue
        if is_apart(mention) and not (move.delta is not None and is_apart(move.delta)):
            continue
        if stance_of(mention).direction or (move.delta and noun_of(move.delta) not in ("", noun_of(mention))):
            continue
        found.append(mention)
    here = move.first
    near = [m for m in found if m.sentence == here.sentence]
    far = [m for m in found if m.sentence != here.sentence]
    far.sort(key=lambda m: -likeness(m, wanted))
    return (near + far)[:_LEVELS]


def _around(discourse: Discourse, here: Mention) -> Iterator[Mention]:
    """The figures before a place, the nearest first, back to a few sentences."""
    for mention in reversed(discourse.near(here, _SEEN)[:-1]):
        if here.sentence - mention.sentence > _BACK:
            return
        yield mention


def _previous(mentions: Sequence[Mention], move: Move) -> list[Mention]:
    """The levels the text compares with: "so với 144.857 việc", "(cùng kỳ 37)", "từ 3.600 lên 5.600"."""
    told = [m for m in mentions if cues.compared().search(m.before) and not stance_of(m).direction and not is_apart(m)]
    # What is told in a bracket after another time's level belongs to that time.
    return [m for m in told if not (m.depth > 0 and m.index < move.first.index)][:4]


def _claim(move: Move, now: Mention, before: Mention | None) -> Claim:
    delta, rate = move.delta, move.rate
    if now.dimension == "%" and delta is None:
        delta, rate = rate, None  # a rate that moved by so many points
    named = [("current", now), ("previous", before), ("delta", delta), ("rate", rate)]
    told = [(role, mention) for role, mention in named if mention is not None]
    start = move.first.figure.span.start
    return Claim(
        "CHG101",
        "change",
        tuple(mention.index for _, mention in told),
        tuple(role for role, _ in told),
        "tăng" if move.direction > 0 else "giảm",
        Span(max(0, start - 10), start),
        direction=move.direction,
    )
