"""What the sources say of each indicator: the value itself, its change, its origin."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from docgen.model.fact import Fact, Kind, Measure, Period
from docgen.model.finding import Report
from docgen.model.quantity import Approx, Quantity
from docgen.outputs.place import sentence_of

_LEVELS = (Measure.LEVEL, Measure.SHARE)
_CHANGES = (Measure.CHANGE, Measure.POINTS)


@dataclass(frozen=True, slots=True)
class Value:
    """One indicator's value as a source writes it; `text` is the figure as written, `sentence` where it stands."""

    indicator: str
    kind: Kind
    quantity: Quantity
    period: str | None
    source: str
    text: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Told:
    """What one source says: the values of its own period, and of the period before where it says so."""

    source: str
    name: str
    period: Period | None
    now: dict[str, Value]
    before: dict[str, Decimal]


def told_by(source: str, report: Report) -> Told:
    """The values of one checked report, for the period of which it says most.

    A value of another period is kept under `indicator@period`. Where an indicator is told twice the more exact writing
    is taken. A value of the period before is taken where it is written, or rebuilt from an exact change ("tăng 345
    việc").
    """
    levels = [fact for fact in report.facts if fact.indicator and _is_level(fact)]
    main = _main_period(levels)
    values: dict[str, Value] = {}
    for fact in levels:
        value = _value(source, report, fact)
        key = value.indicator if _same_period(fact.period, main) else f"{value.indicator}@{value.period}"
        if key not in values or _looseness(value) < _looseness(values[key]):
            values[key] = value
    return Told(source, _name(source, report), main, values, _before(report, values, main))


def _is_level(fact: Fact) -> bool:
    return fact.measure in _LEVELS and fact.scope in (None, "cumulative")


def _value(source: str, report: Report, fact: Fact) -> Value:
    figure, text = report.figures[fact.figure], report.document.text
    sentence = sentence_of(report.document, figure.span).of(text)
    return Value(
        fact.indicator or "",
        figure.kind,
        figure.quantity,
        fact.period.label if fact.period else None,
        source,
        " ".join(figure.span.of(text).split()),
        " ".join(sentence.split()),
    )


def _main_period(facts: Iterable[Fact]) -> Period | None:
    """The period of which most is told; of two, the later."""
    counted = Counter(fact.period for fact in facts if fact.period)
    return max(counted, key=lambda p: (counted[p], str(p.end or p.label)), default=None)


def _same_period(period: Period | None, main: Period | None) -> bool:
    return period is None or main is None or period == main


def _looseness(value: Value) -> tuple[bool, Decimal]:
    return value.quantity.approx is not None, value.quantity.step


def _before(report: Report, values: dict[str, Value], main: Period | None) -> dict[str, Decimal]:
    """The values of the period before by indicator: written ones first, else the value less its change."""
    written: dict[str, Decimal] = {}
    rebuilt: dict[str, Decimal] = {}
    for fact in report.facts:
        figure = report.figures[fact.figure]
        if not fact.indicator or figure.quantity.approx:
            continue
        if fact.scope == "previous" and fact.measure in _LEVELS:
            written[fact.indicator] = figure.quantity.value
        elif _is_change(fact) and _same_period(fact.period, main) and fact.indicator in values:
            now = values[fact.indicator]
            if now.kind == figure.kind and now.quantity.step == figure.quantity.step and not now.quantity.approx:
                rebuilt[fact.indicator] = now.quantity.value - fact.direction * figure.quantity.value
    return rebuilt | written


def _is_change(fact: Fact) -> bool:
    return fact.measure in _CHANGES and fact.direction != 0 and _of_last_year(fact)


def _of_last_year(fact: Fact) -> bool:
    """Whether a change is against the period before and not against a plan or a target."""
    return fact.basis is None or not any(word in fact.basis for word in ("chỉ tiêu", "kế hoạch", "dự toán", "biên độ"))


def _name(source: str, report: Report) -> str:
    places = Counter(fact.place for fact in report.facts if fact.place)
    return places.most_common(1)[0][0] if places else Path(source).stem


def added(values: list[Value]) -> Quantity | None:
    """The sum of several units' values; `None` where one of several is a bound: a sum of bounds was said by nobody."""
    if len(values) == 1:
        return values[0].quantity
    if any(value.quantity.approx for value in values):
        return None
    total = sum((value.quantity.value for value in values), Decimal(0))
    return Quantity(total, values[0].quantity.unit, max(value.quantity.step for value in values))


def word_of(approx: Approx | None) -> str:
    """The word that says the approximation again; empty for an exact value."""
    return {Approx.OVER: "trên ", Approx.UNDER: "gần ", Approx.ABOUT: "khoảng ", None: ""}[approx]
