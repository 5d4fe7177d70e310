"""What the sources say of each indicator: the value itself, its change, its target, its origin."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from docgen.model.fact import Fact, Kind, Measure, Period
from docgen.model.finding import Report
from docgen.model.quantity import Approx, Quantity
from docgen.model.text import BlockKind
from docgen.outputs.place import place_of, sentence_of
from docgen.report.issuer import issuer_of
from docgen.report.words import WORDS

_LEVELS = (Measure.LEVEL, Measure.SHARE)
_CHANGES = (Measure.CHANGE, Measure.POINTS)
_BRACKET = re.compile(r"\s*\([^()]*")


@dataclass(frozen=True, slots=True)
class Value:
    """One indicator's value as a source writes it; `text` is the figure as written, `sentence` where it stands.

    In a table that is its place: "bảng 1, dòng 6, cột 2: 1.425".
    """

    indicator: str
    kind: Kind
    quantity: Quantity
    period: str | None
    source: str
    text: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Told:
    """What one source says: the values of its own period, of the period before and of its targets, and its awards."""

    source: str
    name: str
    period: Period | None
    now: dict[str, Value]
    before: dict[str, Decimal]
    targets: dict[str, Decimal]
    awards: dict[str, Value]


def told_by(source: str, report: Report, awarded: Mapping[int, str]) -> Told:
    """The values of one checked report, for the period of which it says most.

    `awarded` says which figures count an award, and which one. A value of another period is kept under
    `indicator@period`, those of several other units (the rows of a table by unit) are left out. Where an indicator is
    told twice the more exact writing is taken. A value of the period before is taken where it is written, or rebuilt
    from an exact change ("tăng 345 việc").
    """
    name = issuer_of(source, report)
    facts = _own_facts(report, _own_place(name, report))
    levels = [fact for fact in facts if fact.indicator and fact.figure not in awarded and _is_level(fact)]
    main = _main_period(levels)
    values: dict[str, Value] = {}
    for fact in levels:
        if _is_earlier(fact, main):
            continue
        value = _value(source, report, fact)
        key = value.indicator if _same_period(fact.period, main) else f"{value.indicator}@{value.period}"
        if key not in values or _looseness(value) < _looseness(values[key]):
            values[key] = value
    awards: dict[str, Value] = {}
    for fact in facts:
        if fact.figure in awarded and _same_period(fact.period, main):
            awards.setdefault(awarded[fact.figure], _value(source, report, fact))
    before, targets = _before(report, facts, values, main), _targets(report, facts, values)
    return Told(source, name, main, values, before, targets, awards)


def _own_facts(report: Report, own: str) -> list[Fact]:
    """The facts of the unit itself: with no other place, or with the only one that its indicator is told for.

    A unit goes by several names in one text ("Chi cục THADS Quận 1"), so one strange name is no other unit.
    """
    places: dict[tuple[str | None, Period | None], set[str | None]] = {}
    for fact in report.facts:
        place = None if fact.place is None or _is_of(fact.place, own) else fact.place
        places.setdefault((fact.indicator, fact.period), set()).add(place)
    return [
        fact
        for fact in report.facts
        if fact.place is None or _is_of(fact.place, own) or len(places[fact.indicator, fact.period]) == 1
    ]


def _own_place(name: str, report: Report) -> str:
    """The place that speaks for the unit itself: its name, else that of most figures."""
    places = Counter(fact.place for fact in report.facts if fact.place)
    if not places or any(_is_of(place, name) for place in places):
        return name
    place, count = places.most_common(1)[0]
    return place if 2 * count > len(report.facts) else name


def _is_of(place: str, own: str) -> bool:
    """Whether two names are of one unit: "Thi hành án dân sự khu vực 7" is "Phòng Thi hành án dân sự khu vực 7"."""
    one, other = place.casefold(), own.casefold()
    return one == other or one.endswith(f" {other}") or other.endswith(f" {one}")


def _is_level(fact: Fact) -> bool:
    return fact.measure in _LEVELS and fact.scope in (None, "cumulative")


def _value(source: str, report: Report, fact: Fact) -> Value:
    figure, text = report.figures[fact.figure], report.document.text
    block = report.document.block_at(figure.span.start)
    if block is not None and report.document.blocks[block].kind is BlockKind.CELL:
        sentence = f"{place_of(report.document, figure.span)}: {figure.span.of(text)}"
    else:
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
    if period is None or main is None or period == main:
        return True
    return year_called(period) is not None and year_called(period) == year_called(main)


def year_called(period: Period) -> int | None:
    """The year that a whole year is called by, for a reporting year that in which it ends."""
    if period.start and period.end and (period.end - period.start).days in (364, 365):
        return period.end.year
    return int(period.label) if period.label.isdigit() else None


def _looseness(value: Value) -> tuple[bool, Decimal]:
    return value.quantity.approx is not None, value.quantity.step


def _before(report: Report, facts: Iterable[Fact], values: dict[str, Value], main: Period | None) -> dict[str, Decimal]:
    """The values of the period before by indicator: written ones first, else the value less its change."""
    written: dict[str, Decimal] = {}
    rebuilt: dict[str, Decimal] = {}
    for fact in facts:
        figure = report.figures[fact.figure]
        indicator = fact.indicator or _beside(report, fact)
        if not indicator or figure.quantity.approx:
            continue
        if fact.measure in _LEVELS and _is_earlier(fact, main):
            written[indicator] = figure.quantity.value
        elif _is_change(fact) and _same_period(fact.period, main) and indicator in values:
            now = values[indicator]
            if now.kind == figure.kind and now.quantity.step == figure.quantity.step and not now.quantity.approx:
                rebuilt[indicator] = now.quantity.value - fact.direction * figure.quantity.value
    return rebuilt | written


def _beside(report: Report, fact: Fact) -> str | None:
    """What the figure measures behind which this one stands in brackets: "1.408 việc (năm 2024: 1.343 việc)"."""
    if fact.figure == 0:
        return None
    figure, last = report.figures[fact.figure], report.figures[fact.figure - 1]
    between = report.document.text[last.span.end : figure.span.start]
    is_beside = _BRACKET.fullmatch(between) is not None and last.kind == figure.kind
    return report.facts[fact.figure - 1].indicator if is_beside else None


def _is_earlier(fact: Fact, main: Period | None) -> bool:
    """Whether a level is of the period before: it says so, or it is of the year before the report's own."""
    if fact.scope == "previous":
        return True
    this, own = (year_called(period) if period else None for period in (fact.period, main))
    return fact.scope is None and this is not None and own is not None and this == own - 1


def _targets(report: Report, facts: Iterable[Fact], values: dict[str, Value]) -> dict[str, Decimal]:
    """The targets by indicator: written ones, else the value less what it is above or below its target."""
    written: dict[str, Decimal] = {}
    rebuilt: dict[str, Decimal] = {}
    for fact in facts:
        figure = report.figures[fact.figure]
        if not fact.indicator or figure.quantity.approx:
            continue
        told = values.get(fact.indicator)
        if fact.scope == "plan" and fact.measure in _LEVELS and (told is None or told.kind == figure.kind):
            written[fact.indicator] = figure.quantity.value
        elif fact.measure in _CHANGES and fact.direction and not _of_last_year(fact) and fact.indicator in values:
            now = values[fact.indicator]
            if now.kind == figure.kind and now.quantity.step == figure.quantity.step and not now.quantity.approx:
                rebuilt[fact.indicator] = now.quantity.value - fact.direction * figure.quantity.value
    return rebuilt | written


def _is_change(fact: Fact) -> bool:
    return fact.measure in _CHANGES and fact.direction != 0 and _of_last_year(fact)


def _of_last_year(fact: Fact) -> bool:
    """Whether a change is against the period before and not against a plan or a target."""
    return fact.basis is None or not any(word in fact.basis for word in WORDS["targets"])


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
