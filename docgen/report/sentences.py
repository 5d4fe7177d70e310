"""A line → the sentence that tells it, as an official writes it."""

from decimal import Decimal

from docgen.model.quantity import Approx
from docgen.report.lines import Line
from docgen.report.values import word_of
from docgen.vi.writing import write_money, write_number


def sentence(line: Line, change: Decimal | None, rate: Decimal | None, before: str | None) -> str | None:
    """The line in words; `before` names the period before, and `None` is given back where there is nothing to tell."""
    if line.now is None:
        return None
    period = f" {line.period}" if line.period else ""
    said = f"{_capital(line)}{period} là {word_of(line.now.approx)}{_written(line, line.now.value)}"
    return f"{said}{_moved(line, change, rate, before)}{_aimed(line)}."


def _moved(line: Line, change: Decimal | None, rate: Decimal | None, before: str | None) -> str:
    if change is None or before is None:
        return ""
    if change == 0:
        return f", bằng {before}"
    way = "tăng" if change > 0 else "giảm"
    share = f" ({write_number(abs(rate))}%)" if rate is not None else ""
    return f", {way} {_written(line, abs(change), is_change=True)}{share} so với {before}"


def _aimed(line: Line) -> str:
    """How the line stands to its target."""
    if line.target is None or line.now is None or line.now.approx:
        return ""
    gap, aim = line.now.value - line.target, _written(line, line.target)
    if gap == 0:
        return f", bằng chỉ tiêu được giao ({aim})"
    way, size = "vượt" if gap > 0 else "thiếu", _written(line, abs(gap), is_change=True)
    return f", {way} {size} so với chỉ tiêu được giao ({aim})"


def _written(line: Line, value: Decimal, *, is_change: bool = False) -> str:
    if line.unit == "%":
        return f"{write_number(value)} điểm phần trăm" if is_change else f"{write_number(value)}%"
    if line.unit.endswith("đồng"):
        return write_money(value)
    return f"{write_number(value)} {line.unit}".strip()


def title_of(line: Line) -> str:
    """The indicator's name with a capital, the word of its approximation, and its period where it has another."""
    approx = line.now.approx if line.now else None
    notes = [note for note in (line.period, _approximate(approx)) if note]
    return f"{_capital(line)} ({', '.join(notes)})" if notes else _capital(line)


def _capital(line: Line) -> str:
    return line.indicator.label[:1].upper() + line.indicator.label[1:]


def _approximate(approx: Approx | None) -> str:
    return f"số {word_of(approx).strip()}" if approx else ""
