"""What broken claims and those that hold leave for each of their figures, if all other figures are as written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from docgen.checks.kinds import Stated
from docgen.checks.slips import Slip
from docgen.model.finding import Verdict
from docgen.model.quantity import EVERYTHING, Interval

NOTHING = Interval(Fraction(1), Fraction(0))
CUT_OFF = 0.02  # a true figure that agrees only where its further digits were dropped
BLUR = 1e-9  # relative; a quick look in binary before the exact one

Values = Mapping[int, Interval]
Solution = dict[int, Interval]
Solved = dict[tuple[int, bool], list[Solution]]  # by claim, and whether digits may have been cut off


@dataclass(frozen=True, slots=True)
class Stake:
    """A claim as the localisation sees it: its readings, how likely it was read wrongly, and whether it is broken."""

    figures: tuple[int, ...]
    readings: tuple[tuple[Stated, ...], ...]
    misread: float
    broken: bool


@dataclass(frozen=True, slots=True)
class Written:
    """What is written for a figure: the numbers it may stand for, and those it may have been meant to be.

    `freedom` tells how fast the likelihood of a true value falls with its size: large figures are rarer than small ones
    (1), but a total is as large as its parts make it (0), and a whole brings its part along (2). `usual_most` is what a
    true value seldom exceeds: 100 for percentages.
    """

    value: Fraction
    grid: Fraction
    rounded: Interval
    cut_off: Interval
    slips: tuple[Slip, ...]
    freedom: int = 0
    usual_most: Fraction | None = None

    def moved(self, value: Fraction, loose: bool = False) -> Interval:
        """The numbers that another value, written in the same way, would stand for."""
        shape, shift = self.cut_off if loose else self.rounded, value - self.value
        return Interval(None if shape.lo is None else shape.lo + shift, None if shape.hi is None else shape.hi + shift)

    def window(self, target: Interval, loose: bool) -> Interval:
        """The values that, written in the same way, may stand for a number in `target`."""
        shape = self.cut_off if loose else self.rounded
        if target.is_empty:
            return target
        lo = None if target.lo is None or shape.hi is None else target.lo - (shape.hi - self.value)
        hi = None if target.hi is None or shape.lo is None else target.hi + (self.value - shape.lo)
        return Interval(lo, hi)


class Window:
    """The values of one figure with which one claim holds: exactly, or with digits cut off."""

    def __init__(self, written: Written, exact: Sequence[Interval], loose: Sequence[Interval]) -> None:
        self.exact = exact
        self._rounded = [written.window(target, False) for target in exact]
        self._cut_off = [written.window(target, True) for target in loose]
        self._blurred = [_blurred(window) for window in self._cut_off]

    def may_hold(self, value: float) -> bool:
        """Whether a value may fit, by a quick look that lets too much through rather than too little."""
        return any(lo <= value <= hi for lo, hi in self._blurred)

    def fit(self, value: Fraction) -> float:
        """1 where the claim holds with `value`, less where only by digits cut off, 0 where it does not hold."""
        if any(window.holds(value) for window in self._rounded):
            return 1.0
        return CUT_OFF if any(window.holds(value) for window in self._cut_off) else 0.0


def _blurred(window: Interval) -> tuple[float, float]:
    if window.is_empty:
        return 1.0, 0.0
    lo = float("-inf") if window.lo is None else float(window.lo)
    hi = float("inf") if window.hi is None else float(window.hi)
    return lo - abs(lo) * BLUR if lo > float("-inf") else lo, hi + abs(hi) * BLUR if hi < float("inf") else hi


class Solver:
    """Solves claims for their figures; what was solved with all figures as written is remembered in `solved`."""

    def __init__(
        self, stakes: Mapping[int, Stake], written: Mapping[int, Written], solved: Solved | None = None
    ) -> None:
        self.stakes = stakes
        self.written = written
        self.touching: dict[int, list[int]] = {}
        for i, stake in stakes.items():
            for figure in dict.fromkeys(stake.figures):
                self.touching.setdefault(figure, []).append(i)
        self._places = {i: {figure: at for at, figure in enumerate(stake.figures)} for i, stake in stakes.items()}
        self._solved = {} if solved is None else solved

    def window(self, claim: int, figure: int, fixed: Values | None = None) -> Window:
        """The values of a figure with which a claim holds, the others being as written or as `fixed`."""
        at = self._places[claim][figure]
        exact = [solution.get(at, EVERYTHING) for solution in self._solutions(claim, False, fixed)]
        loose = [solution.get(at, EVERYTHING) for solution in self._solutions(claim, True, fixed)]
        return Window(self.written[figure], exact, loose)

    def _solutions(self, claim: int, loose: bool, fixed: Values | None) -> list[Solution]:
        key = (claim, loose)
        if fixed is None and key in self._solved:
            return self._solved[key]
        stake, known = self.stakes[claim], fixed or {}
        values = [
            known[i] if i in known else self.written[i].cut_off if loose else self.written[i].rounded
            for i in stake.figures
        ]
        solutions = [_solution(reading, values) for reading in stake.readings]
        if fixed is None:
            self._solved[key] = solutions
        return solutions


def _solution(reading: Iterable[Stated], values: Sequence[Interval]) -> Solution:
    """What all equations of a reading leave for each figure; nothing where one fails without the figure's help."""
    found: Solution = {}
    failed: list[frozenset[int]] = []
    for equation in reading:
        for at, interval in equation.implied(values).items():
            found[at] = found.get(at, EVERYTHING).meet(interval)
        if equation.verdict(values) is Verdict.BROKEN:
            failed.append(equation.slots)
    for slots in failed:
        for at in range(len(values)):
            if at not in slots:
                found[at] = NOTHING
    return found
