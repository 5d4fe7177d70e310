"""Which figure of a set of broken claims is wrong: the cheapest edits and retractions that make the rest agree.

Fellegi and Holt's localisation with typing slips for costs. For each figure the claims it stands in imply an interval;
its slips that fall into it are summed up, weighed by how likely each is. Claims that hold count too: a slip that would
break them is as unlikely as a false reading of the claim. Single figures come first, pairs where none explains all.
The weights are those of a ranking; whether a claim holds is never decided here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from docgen.checks.implied import Solved, Solver, Stake, Values, Window, Written
from docgen.checks.slips import OTHER, Slip
from docgen.model.quantity import EVERYTHING, Interval

MISTYPED = 1e-3  # how often a figure is wrong at all
ROUND = 3.0  # how much likelier a figure is for each zero it ends in
NAMED = 0.7  # the posterior from which a figure is named
MANY = 400  # figures in a claim beyond which a slip anywhere in it explains anything
PAIRED = 60  # figures that are tried two by two
BEYOND = 0.1  # how much rarer a percentage is beyond 100
TRIED = 12  # figures beside which a second one in the same claim is tried


@dataclass(frozen=True, slots=True)
class Mend:
    """A figure put right: the weight, the number it should be, and the slip that does it, if any single one does.

    `is_limit`: the number is only the nearest of a whole range that would do.
    """

    figure: int
    weight: float
    value: Fraction
    slip: Slip | None
    settles: frozenset[int]
    is_limit: bool = False


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


@dataclass(frozen=True, slots=True)
class Memory:
    """What was found out of the claims of one document, for the next of its diagnoses.

    `mends` go by the figure, its freedom, whether its slips were looked up, and the claims it stands in, each open or
    not: they depend on nothing else.
    """

    solved: Solved = field(default_factory=dict)
    mends: dict[tuple[int, int, bool, tuple[tuple[int, bool], ...]], tuple[Mend, ...]] = field(default_factory=dict)


Explanation = tuple[tuple[Mend, ...], float]


def diagnose(stakes: Mapping[int, Stake], written: Mapping[int, Written], memory: Memory | None = None) -> Diagnosis:
    """The likeliest explanation of the broken claims among `stakes`, which hold all claims on their figures."""
    broken = [i for i, stake in stakes.items() if stake.broken]
    suspects = dict.fromkeys(figure for i in broken for figure in stakes[i].figures)
    if len(suspects) > MANY:
        return Diagnosis((), (), {}, 0.0)
    memory = memory or Memory()
    solver = Solver(stakes, written, memory.solved)
    singles = [mend for figure in suspects for mend in _remembered(figure, solver, memory)]
    explanations: list[Explanation] = [
        ((mend,), MISTYPED * mend.weight * _chance(stakes, [i for i in broken if mend.figure not in stakes[i].figures]))
        for mend in singles
    ]
    if max((len(mend.settles) for mend in singles), default=0) < len(broken):
        explanations += _pairs(singles, solver, frozenset(broken))
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


def _remembered(figure: int, solver: Solver, memory: Memory) -> tuple[Mend, ...]:
    touching = tuple((i, solver.stakes[i].broken) for i in solver.touching[figure])
    written = solver.written[figure]
    key = (figure, written.freedom, bool(written.slips), touching)
    if key not in memory.mends:
        memory.mends[key] = tuple(_mends(figure, solver))
    return memory.mends[key]


def _mends(figure: int, solver: Solver, fixed: Values | None = None) -> Iterator[Mend]:
    """The figure put right on its own, if any value of it settles a broken claim."""
    stakes, written = solver.stakes, solver.written[figure]
    windows = {i: solver.window(i, figure, fixed) for i in solver.touching[figure]}
    open_windows = [window for i, window in windows.items() if stakes[i].broken]
    total, best = 0.0, None
    for value, weight, slip in _values(written, open_windows):
        settles = []
        for i, window in windows.items():
            fit = window.fit(value)
            weight *= fit or stakes[i].misread
            if fit and stakes[i].broken:
                settles.append(i)
        if not settles or not weight:
            continue
        total += weight
        if best is None or weight > best.weight:
            best = Mend(figure, weight, value, slip, frozenset(settles))
    if best is not None:
        is_limit = all(_is_wide(target, written) for window in open_windows for target in window.exact)
        yield Mend(figure, total, best.value, best.slip, best.settles, is_limit)


def _is_wide(target: Interval, written: Written) -> bool:
    return target.lo is None or target.hi is None or target.hi - target.lo > abs(written.value) / 4


def _values(written: Written, windows: Sequence[Window]) -> Iterator[tuple[Fraction, float, Slip | None]]:
    """The values that may have been meant: by one slip, or any other that settles a claim, the nearer the likelier."""
    known = set()
    for slip in written.slips:
        known.add(slip.value)
        quick = float(slip.value)
        if any(window.may_hold(quick) for window in windows):
            yield slip.value, slip.weight * _likelihood(written, slip.value), slip
    for target in (target for window in windows for target in window.exact):
        value = _nearest(target, written)
        if value is not None and value not in known:
            known.add(value)
            away = abs(value - written.value) / written.grid
            yield value, OTHER / 10 / (1 + float(away)), None


def _likelihood(written: Written, value: Fraction) -> float:
    """How much likelier a true value is than the written one, whatever was typed: the rounder and the smaller."""
    ratio = float(abs(written.value / value)) if value else 1.0
    size = min(max(ratio, 0.001), 20.0) ** written.freedom
    if written.usual_most is not None:
        size *= BEYOND ** ((abs(value) > written.usual_most) - (abs(written.value) > written.usual_most))
    return size * ROUND ** (_zeros(value, written.grid) - _zeros(written.value, written.grid))


def _zeros(value: Fraction, grid: Fraction) -> int:
    """The zeros that a figure ends in; a single one after the comma is no sign of a round figure."""
    digits = str(abs(value / grid).numerator) if value else ""
    zeros = len(digits) - len(digits.rstrip("0"))
    return max(0, zeros - 1) if grid < 1 else zeros


def _nearest(target: Interval, written: Written) -> Fraction | None:
    """The value of its sign on the figure's own grid that lies in `target` nearest to what is written, or `None`."""
    if target.is_empty or target == EVERYTHING:
        return None
    value = written.value
    if target.lo is not None and value < target.lo:
        value = target.lo
    elif target.hi is not None and value > target.hi:
        value = target.hi
    nearest = round(value / written.grid) * written.grid
    return nearest if nearest == 0 or (nearest < 0) == (written.value < 0) else None


def _pairs(singles: Sequence[Mend], solver: Solver, every: frozenset[int]) -> Iterator[Explanation]:
    """Two figures put right together, which settle what neither does alone."""
    likeliest = sorted(singles, key=lambda mend: (-mend.weight, mend.figure))[:PAIRED]
    for k, first in enumerate(likeliest):
        apart = set(solver.touching[first.figure])
        for second in likeliest[k + 1 :]:
            if apart.isdisjoint(solver.touching[second.figure]) and first.settles | second.settles == every:
                yield (first, second), MISTYPED**2 * first.weight * second.weight
    for first in likeliest[:TRIED]:
        yield from _beside(first, solver, every)


def _beside(first: Mend, solver: Solver, every: frozenset[int]) -> Iterator[Explanation]:
    """A second figure that settles the rest once the first is put right, where both stand in one claim."""
    stakes, own = solver.stakes, set(solver.touching[first.figure])
    fixed = {first.figure: solver.written[first.figure].moved(first.value)}
    rest = every - first.settles
    # The first alone was charged for the claims of its own that the second settles.
    charged = _chance(stakes, rest & own) or 1.0
    for figure in dict.fromkeys(figure for i in sorted(rest) for figure in stakes[i].figures):
        if (
            figure == first.figure
            or own.isdisjoint(solver.touching[figure])
            or not rest.issubset(solver.touching[figure])
        ):
            continue  # it settles no claim but those it stands in
        for second in _mends(figure, solver, fixed):
            if rest <= second.settles:
                yield (first, second), MISTYPED**2 * first.weight / charged * second.weight
