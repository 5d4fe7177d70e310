"""How one figure was read, what it measures and which relations hold it: its derivation, line by line."""

from collections.abc import Iterator

from docgen.model.fact import Part
from docgen.model.finding import Report
from docgen.model.quantity import Interval
from docgen.outputs.html import relation_words
from docgen.outputs.json import decimal_text
from docgen.outputs.place import place_of
from docgen.outputs.terminal import MEASURES


def trace_lines(report: Report, writing: str) -> Iterator[str]:
    """The lines for every figure whose text holds `writing`; none where no figure does."""
    wanted = " ".join(writing.split())
    for number, figure in enumerate(report.figures):
        text = " ".join(figure.span.of(report.document.text).split())
        if wanted and wanted in text:
            yield f"{text} — {place_of(report.document, figure.span)}"
            yield from _reading(report, number)
            yield from _fact(report, number)
            yield from _relations(report, number)
            yield ""


def _reading(report: Report, number: int) -> Iterator[str]:
    figure = report.figures[number]
    quantity = figure.quantity
    yield f"  loại số      {figure.kind.value}, đơn vị {quantity.unit or '(không ghi)'}, quy tắc {figure.rule}"
    yield f"  giá trị      {decimal_text(quantity.value)}, hiểu là {interval_words(quantity.interval)}"
    yield from _steps(report, figure.parts)
    for other in figure.alternatives:
        yield f"  cách đọc khác {decimal_text(other.value)} {other.unit or ''}".rstrip()
    for fault in figure.faults:
        yield f"  cách viết    {fault}"


def _fact(report: Report, number: int) -> Iterator[str]:
    fact = report.facts[number]
    yield f"  đo cái gì    {fact.label or '(không rõ)'}" + (f" → {fact.indicator}" if fact.indicator else "")
    details = (
        ("cách đo", MEASURES[fact.measure]),
        ("kỳ", fact.period.label if fact.period else ""),
        ("nơi", fact.place or ""),
        ("so với", fact.basis or ""),
        ("phạm vi", fact.scope or ""),
    )
    for name, value in details:
        if value:
            yield f"  {name:<12} {value}"
    yield from _steps(report, fact.why)


def _steps(report: Report, parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        yield f"    · {part.rule}: «{' '.join(part.span.of(report.document.text).split())}» → {part.value}"


def _relations(report: Report, number: int) -> Iterator[str]:
    for relation in report.relations:
        if number in relation.claim.figures:
            members = zip(relation.claim.roles, relation.claim.figures, strict=True)
            told = ", ".join(f"{role} {report.figures[i].number.of(report.document.text)}" for role, i in members)
            yield f"  hệ thức      {relation.claim.code} {relation_words(relation)} [{told}]"


def interval_words(interval: Interval) -> str:
    """The interval as a person says it."""
    low, high = decimal_text(interval.lo), decimal_text(interval.hi)
    if low == high:
        return f"đúng {low}"
    if low is None or high is None:
        return f"từ {low} trở lên" if high is None else f"đến {high}"
    return f"từ {low} đến {high}"
