"""Chooses between the readings that a wording allows.

A reading that is true of the figures is what the author meant. Where none is, the text is wrong or we misread it, and
only a reading that hardly can be a mistake is claimed: because the wording leaves no choice, or because a single slip
of a key would make it true, which a wrong reading is seldom lucky enough to show.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from docgen.checks.discourse import Discourse
from docgen.checks.kinds import Stated, readings_of
from docgen.checks.moves import Levels
from docgen.checks.slack import cut_off
from docgen.checks.slips import Slip, slips_of
from docgen.model.finding import Claim, Verdict
from docgen.model.quantity import EVERYTHING, Interval

# How often a wrong reading may pass for an error of the text: one in two hundred figures' relations.
_UNLIKELY = 300  # of a thousand; so doubtful a reading must not hold by chance
_CERTAIN = 5
_SLIPS_A_DIGIT = 20  # one replaced, one left out before it, and the rest
_BY_CHANCE = Fraction(4, 100)
BEARABLE = Fraction(5, 1000)


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim the wording allows; `doubt` of a thousand such readings are not what the author meant."""

    claim: Claim
    doubt: int


class Weighing:
    """Weighs readings against a document's figures; it remembers what each figure can be."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.levels = Levels(discourse)
        self._intervals: dict[int, Interval] = {}
        self._slips: dict[int, tuple[Slip, ...]] = {}
        self._held: dict[Claim, bool] = {}

    def interval(self, figure: int) -> Interval:
        """What a figure may stand for, rounded or cut off."""
        if figure not in self._intervals:
            self._intervals[figure] = cut_off(self.discourse.figures[figure].quantity)
        return self._intervals[figure]

    def slips(self, figure: int) -> tuple[Slip, ...]:
        """What else may have been meant by a figure."""
        if figure not in self._slips:
            written, text = self.discourse.figures[figure], self.discourse.document.text
            tail = text[written.number.end : max(written.span.end, written.number.end)]
            self._slips[figure] = slips_of(written.number.of(text), tail, written.quantity.value)
        return self._slips[figure]

    def holds(self, claim: Claim) -> bool:
        """Whether the claim is true of the figures, rounded or cut off."""
        known = self._held.get(claim)
        if known is None:
            written = [self.interval(i) for i in claim.figures]
            known = any(
                all(equation.verdict(written) is Verdict.HOLDS for equation in stated) for stated in readings_of(claim)
            )
            self._held[claim] = known
        return known

    def is_near(self, claim: Claim) -> bool:
        """Whether one slip of a key, in one of its figures, would make the claim true."""
        for at, within in self._rooms(claim):
            if any(within.holds(slip.value) for slip in self.slips(claim.figures[at])):
                return True
        return False

    def luck(self, claim: Claim) -> Fraction:
        """How likely figures that have nothing to do with each other are a slip away from making the claim true."""
        chances = [self._luck(claim.figures[at], within) for at, within in self._rooms(claim)]
        if not chances:
            return Fraction(1)
        return min(max(chances) if claim.kind == "equal" else sum(chances, Fraction(0)), Fraction(1))

    def _rooms(self, claim: Claim) -> Iterator[tuple[int, Interval]]:
        """For each figure of the claim the numbers it may be, wide enough for what was meant to be rounded as well."""
        written = [self.interval(i) for i in claim.figures]
        for stated in readings_of(claim):
            for at, within in _implied(stated, written).items():
                own = written[at]
                if within == EVERYTHING or within.is_empty:
                    continue
                if own.lo is not None and own.hi is not None:
                    room = (own.hi - own.lo) / 2
                    within = Interval(within.lo and within.lo - room, within.hi and within.hi + room)
                yield at, within

    def _luck(self, figure: int, within: Interval) -> Fraction:
        """The chance that some slip of an unrelated figure as long as this falls into an interval."""
        if within.lo is None or within.hi is None:
            return Fraction(1)
        digits = self.discourse.figures[figure].quantity.value.normalize().as_tuple()  # zeros at the end tell nothing
        unit, length = Fraction(10) ** int(digits.exponent), len(digits.digits)
        slips = _SLIPS_A_DIGIT * (length + 1)
        return min(Fraction(1), Fraction(slips * max(within.hi - within.lo, unit) / (unit * 10**length)))

    def settle(self, readings: Iterable[Reading]) -> Claim | None:
        """The claim to judge: the first reading that holds, else the surest one if it can hardly be a misreading.

        An unlikely reading that holds is passed over where figures so short hold by chance, and where the wording
        leaves no choice.
        """
        kept: list[Reading] = []
        certain = False
        for reading in readings:
            if not self.holds(reading.claim):
                kept.append(reading)
                certain = certain or reading.doubt < _CERTAIN
            elif reading.doubt < _UNLIKELY or (not certain and self.coincidence(reading.claim) <= _BY_CHANCE):
                return reading.claim
        for reading in sorted(kept, key=lambda reading: reading.doubt):
            if self.is_bearable(reading):
                return reading.claim
        return None

    def coincidence(self, claim: Claim) -> Fraction:
        """How likely unrelated figures of this length would hold: the room left to the sharpest of them."""
        written = [self.interval(i) for i in claim.figures]
        room = Fraction(1)
        for stated in readings_of(claim):
            for at, within in _implied(stated, written).items():
                value = abs(Fraction(self.discourse.figures[claim.figures[at]].quantity.value))
                if within.lo is None or within.hi is None or not value:
                    continue
                own = written[at]
                exact = self.discourse.figures[claim.figures[at]].quantity.step == 0
                width = within.hi - within.lo + Fraction(own.hi or 0) - Fraction(own.lo or 0) + exact
                room = min(room, width / value)
        return room

    def is_bearable(self, reading: Reading) -> bool:
        """Whether to claim a reading that does not hold."""
        doubt = Fraction(reading.doubt, 1000)
        if doubt <= BEARABLE or doubt >= 1:
            return doubt < 1
        return doubt * self.luck(reading.claim) <= BEARABLE and self.is_near(reading.claim)


def _implied(stated: Sequence[Stated], written: Sequence[Interval]) -> dict[int, Interval]:
    """For each figure what all equations that it stands in leave it."""
    found: dict[int, Interval] = {}
    for equation in stated:
        for at, within in equation.implied(written).items():
            found[at] = found.get(at, EVERYTHING).meet(within)
    return found
