"""Which figure of a set of broken claims is wrong: the cheapest edits and retractions that make the rest agree.

Fellegi and Holt's localisation with typing slips for costs. For each figure the claims it stands in imply an interval;
its slips that fall into it are summed up, weighed by how likely each is. Claims that hold count too: a slip that would
break them is as unlikely as a false reading of the claim. Single figures come first, pairs where none explains all.
The weights are those of a ranking; whether a claim holds is never decided here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from docgen.checks.kinds import Stated
from docgen.checks.slips import OTHER, Slip
from docgen.model.finding import Verdict
from docgen.model.quantity import EVERYTHING, Interval

NOTHING = Interval(Fraction(1), Fraction(0))
MISTYPED = 1e-3  # how often a figure is wrong at all
ROUND = 2.5  # how much likelier a figure is for each zero it ends in
CUT_OFF = 0.05  # a true figure that agrees only where its further digits were dropped
NAMED = 0.7  # the posterior from which a figure is named
MANY = 400  # figures in a claim beyond which a slip anywhere in it explains anything
TRIED = 12  # values of a figure that are tried beside a second wrong figure

Values = Mapping[int, Interval]


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
    (1), but a total is as large as its parts make it (0), and a whole brings its part along (2).
    """

    value: Fraction
    grid: Fraction
    rounded: Interval
    cut_off: Interval
    slips: tuple[Slip, ...]
    freedom: int = 0

    def moved(self, value: Fraction, loose: bool) -> Interval:
        """The numbers that another value, written in the same way, would stand for."""
        shape, shift = self.cut_off if loose else self.rounded, value - self.value
        return Interval(None if shape.lo is None else shape.lo + shift, None if shape.hi is None else shape.hi + shift)


@dataclass(frozen=True, slots=True)
class Mend:
    """A figure put right: the weight, the number it should be, and the slip that does it, if any single one does."""

    figure: int
    weight: float
    value: Fraction
    slip: Slip | None
    settles: frozenset[int]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What explains a set of broken claims.

    `mends` are the figures that may be wrong, likeliest first; `named` those of the likeliest explanation that are sure
    enough to be named; `posterior` is each figure's share; `misread` the chance that the claims were read wrongly.
    """

    mends: tuple[Mend, ...]
    named: tuple[Mend, ...]
    posterior: Mapping[int, float]
    misread: float


Explanation = tuple[tuple[Mend, ...], float]


def diagnose(stakes: Mapping[int, Stake], written: Mapping[int, Written]) -> Diagnosis:
    """The likeliest explanation of the broken claims among `stakes`, which hold all claims on their figures."""
    broken = [i for i, stake in stakes.items() if stake.broken]
    suspects = dict.fromkeys(figure for i in broken for figure in stakes[i].figures)
    if len(suspects) > MANY:
        return Diagnosis((), (), {}, 0.0)
    singles = [mend for figure in suspects for mend in _mends(figure, stakes, written)]
    explanations: list[Explanation] = [
        ((mend,), MISTYPED * mend.weight * _chance(stakes, [i for i in broken if mend.figure not in stakes[i].figures]))
        for mend in singles
    ]
    best = max((len(mend.settles) for mend in singles), default=0)
    if best < len(broken):
        explanations += _pairs(singles, stakes, written, broken)
    explanations.sort(key=lambda explanation: (-explanation[1], [mend.figure for mend in explanation[0]]))
    return _weigh(explanations, _chance(stakes, broken))


def _chance(stakes: Mapping[int, Stake], claims: Iterable[int]) -> float:
    """The chance that all these claims were read wrongly."""
    chance = 1.0
    for i in claims:
        chance *= stakes[i].misread
    return chance


def _weigh(explanations: list[Explanation], misread: float) -> Diagnosis:
    total = sum(weight for _, weight in explanations)
    if total == 0:
        return Diagnosis((), (), {}, 1.0)
    share: dict[int, float] = {}
    first: dict[int, Mend] = {}
    for mends, weight in explanations:
        for mend in mends:
            share[mend.figure] = share.get(mend.figure, 0.0) + weight / total
            first.setdefault(mend.figure, mend)
    ranked = tuple(sorted(first.values(), key=lambda mend: (-share[mend.figure], mend.figure)))
    named = tuple(mend for mend in explanations[0][0] if share[mend.figure] >= NAMED)
    return Diagnosis(ranked, named, share, misread / (misread + total))


def _mends(
    figure: int, stakes: Mapping[int, Stake], written: Mapping[int, Written], fixed: Values | None = None
) -> Iterator[Mend]:
    """The figure put right on its own, if any value of it settles a broken claim."""
    touching = [i for i, stake in stakes.items() if figure in stake.figures]
    solved = {i: _solutions(stakes[i], figure, written, fixed or {}) for i in touching}
    total, best = 0.0, None
    for value, weight, slip in _values(written[figure], [solved[i] for i in touching if stakes[i].broken]):
        settles = []
        for i in touching:
            fit = _fit(solved[i], written[figure], value)
            weight *= fit or stakes[i].misread
            if fit and stakes[i].broken:
                settles.append(i)
        if not settles or not weight:
            continue
        total += weight
        if best is None or weight > best.weight:
            best = Mend(figure, weight, value, slip, frozenset(settles))
    if best is not None:
        yield Mend(figure, total, best.value, best.slip, best.settles)


def _values(
    written: Written, solved: Sequence[tuple[Sequence[Interval], Sequence[Interval]]]
) -> Iterator[tuple[Fraction, float, Slip | None]]:
    """The values that may have been meant: by one slip, or any other that settles a claim, the nearer the likelier."""
    for slip in written.slips:
        yield slip.value, slip.weight * _likelihood(written, slip.value), slip
    known = {slip.value for slip in written.slips}
    for exact, _ in solved:
        for target in exact:
            value = _nearest(target, written)
            if value is not None and value not in known:
                known.add(value)
                away = abs(value - written.value) / written.grid
                yield value, OTHER / 10 / (1 + float(away)), None


def _likelihood(written: Written, value: Fraction) -> float:
    """How much likelier a true value is than the written one, whatever was typed: the rounder and the smaller."""
    ratio = float(abs(written.value / value)) if value else 1.0
    size = min(max(ratio, 0.05), 20.0) ** written.freedom
    if written.grid < 1:
        return size
    return size * ROUND ** (_zeros(value / written.grid) - _zeros(written.value / written.grid))


def _zeros(value: Fraction) -> int:
    digits = str(abs(value).numerator) if value else ""
    return len(digits) - len(digits.rstrip("0"))


def _nearest(target: Interval, written: Written) -> Fraction | None:
    """The value on the figure's own grid that lies in `target` nearest to what is written; `None` where none does."""
    if target.is_empty or target == EVERYTHING:
        return None
    value = written.value
    if target.lo is not None and value < target.lo:
        value = target.lo
    elif target.hi is not None and value > target.hi:
        value = target.hi
    return round(value / written.grid) * written.grid


def _fit(solved: tuple[Sequence[Interval], Sequence[Interval]], written: Written, value: Fraction) -> float:
    """1 where the claim holds with `value`, less where only by digits dropped, 0 where it does not hold."""
    exact, loose = solved
    if any(target.meets(written.moved(value, False)) for target in exact):
        return 1.0
    return CUT_OFF if any(target.meets(written.moved(value, True)) for target in loose) else 0.0


def _solutions(
    stake: Stake, figure: int, written: Mapping[int, Written], fixed: Values
) -> tuple[Sequence[Interval], Sequence[Interval]]:
    """What each reading of a claim leaves for a figure, with the other figures as rounded and as cut off."""
    rounded = [fixed.get(i, written[i].rounded) for i in stake.figures]
    cut_off = [fixed.get(i, written[i].cut_off) for i in stake.figures]
    at = stake.figures.index(figure)
    return (
        [_solution(reading, at, rounded) for reading in stake.readings],
        [_solution(reading, at, cut_off) for reading in stake.readings],
    )


def _solution(reading: Sequence[Stated], at: int, values: Sequence[Interval]) -> Interval:
    common = EVERYTHING
    for equation in reading:
        if at in equation.slots:
            common = common.meet(equation.implied(values)[at])
        elif equation.verdict(values) is Verdict.BROKEN:
            return NOTHING
    return common


def _pairs(
    singles: Sequence[Mend], stakes: Mapping[int, Stake], written: Mapping[int, Written], broken: Sequence[int]
) -> Iterator[Explanation]:
    """Two figures put right together, which settle what neither does alone."""
    every = frozenset(broken)
    for k, first in enumerate(singles):
        for second in singles[k + 1 :]:
            shared = any(first.figure in stake.figures and second.figure in stake.figures for stake in stakes.values())
            if not shared and first.settles | second.settles == every:
                yield (first, second), MISTYPED**2 * first.weight * second.weight
    for first in singles[:TRIED]:
        yield from _beside(first, stakes, written, every)


def _beside(
    first: Mend, stakes: Mapping[int, Stake], written: Mapping[int, Written], every: frozenset[int]
) -> Iterator[Explanation]:
    """A second figure that settles the rest once the first is put right, where both stand in one claim."""
    fixed = {first.figure: written[first.figure].moved(first.value, False)}
    rest = every - first.settles
    neighbours = dict.fromkeys(
        figure
        for i in rest
        for figure in stakes[i].figures
        if any(first.figure in stake.figures and figure in stake.figures for stake in stakes.values())
    )
    for figure in neighbours:
        if figure == first.figure:
            continue
        for second in _mends(figure, stakes, written, fixed):
            if rest <= second.settles:
                # The first alone was charged for the claims of its own that the second settles.
                charged = _chance(stakes, [i for i in rest if first.figure in stakes[i].figures]) or 1.0
                yield (first, second), MISTYPED**2 * first.weight / charged * second.weight
