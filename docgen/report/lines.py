"""What the sources say → one line an indicator: added up by unit, compared with the period before and the target."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Decimal

from docgen.knowledge.domain import Indicator
from docgen.knowledge.load import Knowledge
from docgen.model.fact import Kind
from docgen.model.quantity import Quantity
from docgen.report.awards import AWARDS
from docgen.report.values import Told, Value, added

_MONEY = ((Decimal(10) ** 9, "tỷ đồng"), (Decimal(10) ** 6, "triệu đồng"), (Decimal(10) ** 3, "nghìn đồng"))
_PERCENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator over all units: this period, the period before, the target, and what each unit says.

    `silent` names the units that do not tell it; `now` is empty then, but for a rate that can be computed. `earlier`
    has the units' values of the period before.
    """

    indicator: Indicator
    period: str | None
    now: Quantity | None
    before: Decimal | None
    values: tuple[tuple[str, Value], ...]  # (unit's name, its value)
    earlier: tuple[tuple[str, Decimal], ...] = ()
    target: Decimal | None = None
    silent: tuple[str, ...] = ()

    @property
    def unit(self) -> str:
        """The unit in which it is told."""
        return self._unit()[0]

    @property
    def scale(self) -> Decimal:
        """What its values are divided by in that unit."""
        return self._unit()[1]

    def _unit(self) -> tuple[str, Decimal]:
        """Money in the largest unit in which every value that was written is whole or has its own decimals."""
        kinds = {value.kind for _, value in self.values}
        if Kind.MONEY in kinds:
            told = [value.quantity for _, value in self.values]
            fits = (pair for pair in _MONEY if all(max(q.step, _roundness(q.value)) >= pair[0] for q in told))
            return next(((name, scale) for scale, name in fits), ("đồng", Decimal(1)))
        if Kind.PERCENT in kinds:
            return "%", Decimal(1)
        unit = next((value.quantity.unit for _, value in self.values if value.quantity.unit), None)
        return unit or next(iter(self.indicator.units), ""), Decimal(1)


def _roundness(value: Decimal) -> Decimal:
    """The largest of the scales of money that divides a value."""
    return next((scale for scale, _ in _MONEY if value % scale == 0), Decimal(1))


def lines_of(told: Sequence[Told], previous: Sequence[Told], knowledge: Knowledge) -> list[Line]:
    """One line an indicator that some source tells, in the order of its domain.

    Counts and money are added up where every unit tells them; a percentage of several units is computed anew from its
    part and whole, since rates cannot be added. What cannot be told has `now` empty.
    """
    keys = list(dict.fromkeys(key for unit in told for key in unit.now))
    ways = list(dict.fromkeys(name.rpartition(".")[0] for name in knowledge.indicators))
    order = {name: (ways.index(name.rpartition(".")[0]), place) for place, name in enumerate(knowledge.indicators)}
    lines = {}
    for key in sorted(keys, key=lambda key: ("@" in key, order.get(key.partition("@")[0], (len(ways), 0)))):
        indicator = knowledge.indicators.get(key.partition("@")[0])
        if indicator is not None and not indicator.id.startswith(AWARDS):
            lines[key] = _line(key, indicator, told, previous, knowledge)
    return [_with_rate(line, lines) for line in lines.values()]


def _line(key: str, indicator: Indicator, told: Sequence[Told], previous: Sequence[Told], knowledge: Knowledge) -> Line:
    values = tuple((unit.name, unit.now[key]) for unit in told if key in unit.now)
    silent = tuple(unit.name for unit in told if key not in unit.now)
    now = None if silent else added([value for _, value in values])
    if indicator.dimension == "percent" and len(told) > 1:
        now = None
    line = Line(indicator, key.partition("@")[2] or None, now, None, values, silent=silent)
    if line.period:
        return line
    earlier = _earlier(indicator.id, told, previous)
    return replace(
        line,
        before=_before(indicator.id, told, previous, earlier),
        earlier=tuple(earlier.items()),
        target=_target(indicator, told, knowledge),
    )


def _earlier(indicator: str, told: Sequence[Told], previous: Sequence[Told]) -> dict[str, Decimal]:
    """The units' values of the period before: from last year's reports, else from what this year's say of it."""
    if previous:
        kept = {unit.name: unit.now[indicator] for unit in previous if indicator in unit.now}
        return {name: value.quantity.value for name, value in kept.items() if not value.quantity.approx}
    return {unit.name: unit.before[indicator] for unit in told if indicator in unit.before}


def _before(
    indicator: str, told: Sequence[Told], previous: Sequence[Told], earlier: dict[str, Decimal]
) -> Decimal | None:
    """The value of the period before over all units, where every one tells it."""
    units = previous or told
    if len(earlier) < len(units) or (len(units) > 1 and indicator.rpartition(".")[2].startswith("ty_")):
        return None
    return sum(earlier.values(), Decimal(0))


def _target(indicator: Indicator, told: Sequence[Told], knowledge: Knowledge) -> Decimal | None:
    """The target that every unit tells alike; the targets of several units are not that of the whole."""
    aim = f"chỉ tiêu {indicator.label.removeprefix('tỷ lệ ')}"
    alike = (one for one in knowledge.indicators.values() if one.dimension == indicator.dimension)
    names = [indicator.id, *(one.id for one in alike if one.label == aim)]
    found = [next((unit.targets[name] for name in names if name in unit.targets), None) for unit in told]
    return found[0] if len(set(found)) == 1 else None


def _with_rate(line: Line, lines: dict[str, Line]) -> Line:
    """The line of a percentage, what no source says of it computed from the lines of its part and whole."""
    indicator = line.indicator
    if indicator.dimension != "percent" or not (indicator.part and indicator.whole) or line.period:
        return line
    part, whole = lines.get(indicator.part), lines.get(indicator.whole)
    if part is None or whole is None:
        return line
    now, before = line.now, line.before
    if now is None and part.now and whole.now and not (part.now.approx or whole.now.approx):
        rate = _percent(part.now.value, whole.now.value)
        now = Quantity(rate, "%", _PERCENT) if rate is not None else None
    if before is None and part.before is not None and whole.before is not None:
        before = _percent(part.before, whole.before)
    return replace(line, now=now, before=before)


def _percent(part: Decimal, whole: Decimal) -> Decimal | None:
    return (part / whole * 100).quantize(_PERCENT, ROUND_HALF_EVEN) if whole else None
