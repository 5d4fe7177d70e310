"""Which figures of a sentence tell a change, how far and in percent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.checks import cues
from docgen.checks.discourse import Discourse, Mention
from docgen.checks.stance import is_apart, stance_of


@dataclass(frozen=True, slots=True)
class Move:
    """A change as it is told: how far (`delta`), in percent (`rate`), and which way."""

    delta: Mention | None
    rate: Mention | None
    direction: int
    is_tight: bool

    @property
    def first(self) -> Mention:
        """The figure that is told first."""
        told = [mention for mention in (self.delta, self.rate) if mention is not None]
        return min(told, key=lambda mention: mention.index)


def moves_of(mentions: Sequence[Mention]) -> Iterator[Move]:
    """The changes told in a sentence."""
    k = 0
    while k < len(mentions):
        move = _move_at(mentions, k)
        if move is not None:
            yield move
            k += move.delta is not None and move.rate is not None
        k += 1


def _move_at(mentions: Sequence[Mention], k: int) -> Move | None:
    first = mentions[k]
    stance = stance_of(first)
    after = mentions[k + 1] if k + 1 < len(mentions) else None
    coupled = after is not None and _couples(first, after)
    if not stance.direction and not (coupled and _compares(first, mentions[k + 1])):
        return None
    direction = stance.direction or 1
    if after is not None and coupled:
        delta, rate = (first, after) if after.dimension == "%" else (after, first)
        return Move(delta, rate, direction, stance.tight or not stance.direction or "hơn" in first.before[-24:])
    if first.dimension == "%":
        return Move(None, first, direction, stance.tight)
    return Move(first, None, direction, stance.tight)


def _compares(first: Mention, second: Mention) -> bool:
    """Whether a bare "hơn" before a figure compares it, which the bracket behind it tells: "hơn 232 việc (5,12%)"."""
    told = second.depth > first.depth or cues.phrases("rate", "that_is").search(second.before[:18])
    return bool(told) and first.before.rstrip().endswith("hơn") and first.dimension != "%"


def _couples(first: Mention, second: Mention) -> bool:
    """Whether two figures tell one change, as in "37 việc (6,24%)", "8,8% (trên 3,5 tỷ)", "4 tỷ, tức 4,5%"."""
    if (first.dimension == "%") == (second.dimension == "%"):
        return False
    between = second.before.strip()
    if cues.compared().search(between) or cues.phrases("rate", "part_of").search(between):
        return False
    if second.depth == first.depth + 1:
        return len(between.split("(")[0]) < 25
    return second.depth == first.depth and cues.phrases("rate", "that_is").search(between[:18]) is not None


class Levels:
    """The figures of a document that tell how much there is, and not how much more or less."""

    def __init__(self, discourse: Discourse) -> None:
        moves = [move for mentions in discourse.by_sentence for move in moves_of(mentions)]
        told = [mention for move in moves for mention in (move.delta, move.rate) if mention is not None]
        self.changed = frozenset(mention.index for mention in told)
        coupled = [move for move in moves if move.delta is not None and move.rate is not None]
        self._coupled = frozenset(m.index for move in coupled for m in (move.delta, move.rate) if m is not None)
        loose = [move.delta for move in moves if not move.is_tight and move not in coupled]
        self._loose = frozenset(mention.index for mention in loose if mention is not None)

    def __contains__(self, mention: Mention) -> bool:
        plain = mention.dimension not in ("%", "lần") and not is_apart(mention)
        return plain and (mention.index not in self.changed or mention.index in self._loose)

    def is_coupled(self, mention: Mention) -> bool:
        """Whether it tells a change both in units and in percent."""
        return mention.index in self._coupled
