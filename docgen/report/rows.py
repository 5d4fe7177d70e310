"""What the sources say → the rows of the report: added up by unit, compared with the period before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import Any

from docgen.knowledge.domain import Indicator
from docgen.knowledge.load import Knowledge
from docgen.model.fact import Kind
from docgen.model.quantity import Approx, Quantity
from docgen.report.values import Told, Value, added, word_of
from docgen.vi.writing import write_money, write_number

_MONEY = ((Decimal(10) ** 9, "tỷ đồng"), (Decimal(10) ** 6, "triệu đồng"), (Decimal(10) ** 3, "nghìn đồng"))
_PERCENT = Decimal("0.01")
AWARDS = "thi-dua."  # the domain whose indicators make the table of awards


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator over all units: this period, the period before, and what each unit says."""

    indicator: Indicator
    period: str | None
    now: Quantity | None
    before: Decimal | None
    values: tuple[tuple[str, Value], ...]  # (unit's name, its value)


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
        name = key.partition("@")[0]
        indicator = knowledge.indicators.get(name)
        if indicator is None or name.startswith(AWARDS):
            continue
        values = tuple((unit.name, unit.now[key]) for unit in told if key in unit.now)
        now = added([value for _, value in values]) if len(values) == len(told) else None
        if indicator.dimension == "percent" and len(told) > 1:
            now = None
        before = None if "@" in key else _before(name, told, previous)
        lines[key] = Line(indicator, key.partition("@")[2] or None, now, before, values)
    return [_with_rate(line, lines) for line in lines.values()]


def _before(indicator: str, told: Sequence[Told], previous: Sequence[Told]) -> Decimal | None:
    """The value of the period before: from last year's reports, else from what this year's say of it."""
    if previous:
        values = [unit.now[indicator] for unit in previous if indicator in unit.now]
        whole = added(values) if len(values) == len(previous) else None
        return whole.value if whole and not whole.approx else None
    written = [unit.before[indicator] for unit in told if indicator in unit.before]
    return sum(written, Decimal(0)) if written and len(written) == len(told) else None


def _with_rate(line: Line, lines: dict[str, Line]) -> Line:
    """The line of a percentage of several units, computed from the lines of its part and whole."""
    indicator = line.indicator
    if line.now is not None or indicator.dimension != "percent" or not (indicator.part and indicator.whole):
        return line
    part, whole = lines.get(indicator.part), lines.get(indicator.whole)
    if part is None or whole is None or part.now is None or whole.now is None or whole.now.value == 0:
        return line
    rate = (part.now.value / whole.now.value * 100).quantize(_PERCENT, ROUND_HALF_EVEN)
    return Line(indicator, line.period, Quantity(rate, "%", _PERCENT), None, line.values)


def table_rows(lines: Sequence[Line], before: str | None) -> Iterator[dict[str, Any]]:
    """The rows of the figures table, as the form takes them; `before` names the period before in the sentences."""
    for line in lines:
        unit, scale = unit_of(line)
        change = None
        if line.now is not None and line.before is not None and not line.now.approx:
            change = line.now.value - line.before
        rate = None
        if change is not None and line.before and unit != "%":
            rate = (change / line.before * 100).quantize(_PERCENT, ROUND_HALF_EVEN)
        yield {
            "chi_tieu": _title(line),
            "don_vi": unit,
            "nam_truoc": None if line.before is None else line.before / scale,
            "nam_nay": None if line.now is None else line.now.value / scale,
            "chenh_lech": None if change is None else change / scale,
            "ty_le": rate,
            "cau": _sentence(line, change, rate, before),
        }


def _sentence(line: Line, change: Decimal | None, rate: Decimal | None, before: str | None) -> str | None:
    """The line as an official writes it; `None` where there is nothing to tell."""
    if line.now is None:
        return None
    label = line.indicator.label[:1].upper() + line.indicator.label[1:]
    period = f" {line.period}" if line.period else ""
    said = f"{label}{period} là {word_of(line.now.approx)}{_written(line, line.now.value)}"
    if change is None or before is None:
        return f"{said}."
    if change == 0:
        return f"{said}, bằng {before}."
    way = "tăng" if change > 0 else "giảm"
    size = _written(line, abs(change), is_change=True)
    share = f" ({write_number(abs(rate))}%)" if rate is not None else ""
    return f"{said}, {way} {size}{share} so với {before}."


def _written(line: Line, value: Decimal, *, is_change: bool = False) -> str:
    unit, _ = unit_of(line)
    if unit == "%":
        return f"{write_number(value)} điểm phần trăm" if is_change else f"{write_number(value)}%"
    if unit.endswith("đồng"):
        return write_money(value)
    return f"{write_number(value)} {unit}".strip()


def award_rows(told: Sequence[Told], knowledge: Knowledge) -> list[dict[str, Any]]:
    """The rows of the table of awards: how many collectives and individuals got each, added up over the units."""
    rows: dict[str, dict[str, Any]] = {}
    for unit in told:
        for name, value in unit.now.items():
            way, _, award = name.removeprefix(AWARDS).partition(".")
            if not name.startswith(AWARDS) or way not in ("tap_the", "ca_nhan") or "@" in name:
                continue
            indicator = knowledge.indicators[name]
            title = indicator.label.removesuffix(", tập thể").removesuffix(", cá nhân").removesuffix(" tập thể")
            row = rows.setdefault(award, {"hinh_thuc": title, "tap_the": None, "ca_nhan": None, "ghi_chu": None})
            row[way] = (row[way] or Decimal(0)) + value.quantity.value
    return list(rows.values())


def unit_rows(lines: Sequence[Line]) -> Iterator[dict[str, Any]]:
    """The rows of the annex by unit: each unit's value, then the whole; nothing where there is one unit."""
    for line in lines:
        if len({name for name, _ in line.values}) < 2:
            continue
        unit, scale = unit_of(line)
        row = {"chi_tieu": _title(line), "don_vi": unit, "nam_truoc": None, "chenh_lech": None}
        for name, value in line.values:
            yield row | {"ten_don_vi": name, "nam_nay": value.quantity.value / scale, "la_tong": False}
        if line.now is not None:
            total = {"ten_don_vi": "Toàn đơn vị", "nam_nay": line.now.value / scale, "la_tong": True}
            yield row | total


def origin_rows(lines: Sequence[Line]) -> Iterator[dict[str, Any]]:
    """The rows of the annex of sources: the figure as written, its document, its sentence."""
    for line in lines:
        for _, value in line.values:
            yield {
                "so_lieu": f"{_title(line)}: {value.text}",
                "tai_lieu": Path(value.source).name,
                "cau": value.sentence,
            }


def unit_of(line: Line) -> tuple[str, Decimal]:
    """The unit in which a line is told, and what its value is divided by: money in the largest that loses nothing."""
    kinds = {value.kind for _, value in line.values}
    if Kind.MONEY in kinds:
        step = max(value.quantity.step for _, value in line.values)
        return next(((name, scale) for scale, name in _MONEY if step >= scale), ("đồng", Decimal(1)))
    if Kind.PERCENT in kinds:
        return "%", Decimal(1)
    unit = next((value.quantity.unit for _, value in line.values if value.quantity.unit), None)
    return unit or next(iter(line.indicator.units), ""), Decimal(1)


def _title(line: Line) -> str:
    """The indicator's name with a capital, the word of its approximation, and its period where it has another."""
    label = line.indicator.label[:1].upper() + line.indicator.label[1:]
    approx = line.now.approx if line.now else None
    notes = [note for note in (line.period, _approximate(approx)) if note]
    return f"{label} ({', '.join(notes)})" if notes else label


def _approximate(approx: Approx | None) -> str:
    return f"số {word_of(approx).strip()}" if approx else ""
