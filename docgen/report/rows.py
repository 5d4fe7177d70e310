"""Lines → the rows of the forms' tables: the indicators, the annex by unit, the annex of sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import Any

from docgen.report.lines import Line
from docgen.report.sentences import sentence, title_of

_PERCENT = Decimal("0.01")
_GROUPS = ("viec", "tien", "hanh_chinh")  # the headings of the form; the rest goes under "khac"


def figure_rows(lines: Sequence[Line], before: str | None, given: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows of the figures table, as the forms take them; `before` names the period before in the sentences.

    `given` are rows of the data file: one of an indicator that is told gives what it holds, the others are added.
    """
    wanted = {str(row.get("chi_tieu")).casefold(): row for row in given}
    rows = []
    for line in lines:
        said = wanted.pop(title_of(line).casefold(), {})
        if said.get("ke_hoach") is not None:
            line = replace(line, target=Decimal(said["ke_hoach"]) * line.scale)
        row = _row(line, before)
        said = {name: value for name, value in said.items() if value not in (None, "") and name in row}
        if any(row[name] != value for name, value in said.items() if name in ("nam_nay", "nam_truoc", "don_vi")):
            row |= {"chenh_lech": None, "ty_le": None, "so_ke_hoach": None, "cau": None}
        rows.append(row | said)
    return rows + [_empty() | dict(row) for row in wanted.values()]


def _empty() -> dict[str, Any]:
    names = ("chi_tieu", "don_vi", "nam_truoc", "nam_nay", "chenh_lech", "ty_le", "ke_hoach", "so_ke_hoach", "cau")
    return dict.fromkeys(names) | {"nhom": "khac"}


def _row(line: Line, before: str | None) -> dict[str, Any]:
    change = gap = rate = None
    if line.now is not None and line.before is not None and not line.now.approx:
        change = line.now.value - line.before
    if line.now is not None and line.target is not None and not line.now.approx:
        gap = line.now.value - line.target
    if change is not None and line.before and line.unit != "%":
        rate = (change / line.before * 100).quantize(_PERCENT, ROUND_HALF_EVEN)
    return _empty() | {
        "nhom": _group(line),
        "chi_tieu": title_of(line),
        "don_vi": line.unit,
        "nam_truoc": _in_unit(line, line.before),
        "nam_nay": _in_unit(line, line.now.value if line.now else None),
        "chenh_lech": _in_unit(line, change),
        "ty_le": rate,
        "ke_hoach": _in_unit(line, line.target),
        "so_ke_hoach": _in_unit(line, gap),
        "cau": sentence(line, change, rate, before),
    }


def _in_unit(line: Line, value: Decimal | None) -> Decimal | None:
    return None if value is None else value / line.scale


def _group(line: Line) -> str:
    """The heading of the form under which a line goes, by the way of counting in its id."""
    name = line.indicator.id.partition(".")[2]
    way = name.partition(".")[0]
    return way if way in _GROUPS else "hanh_chinh" if "hanh_chinh" in name else "khac"


def unit_rows(lines: Sequence[Line]) -> Iterator[dict[str, Any]]:
    """The rows of the annex by unit: each unit's value, then the whole; nothing where there is one unit."""
    for line in lines:
        if len(line.values) + len(line.silent) < 2:
            continue
        row = {"chi_tieu": title_of(line), "don_vi": line.unit}
        earlier = dict(line.earlier)
        for name, value in line.values:
            exact = not value.quantity.approx
            yield (
                row
                | _compared(line, value.quantity.value, earlier.get(name), exact=exact)
                | {
                    "ten_don_vi": name,
                    "la_tong": False,
                }
            )
        if line.now is not None:
            whole = _compared(line, line.now.value, line.before, exact=not line.now.approx)
            yield row | whole | {"ten_don_vi": "Toàn đơn vị", "la_tong": True}


def _compared(line: Line, now: Decimal, before: Decimal | None, *, exact: bool) -> dict[str, Any]:
    change = now - before if before is not None and exact else None
    return {
        "nam_truoc": _in_unit(line, before),
        "nam_nay": _in_unit(line, now),
        "chenh_lech": _in_unit(line, change),
    }


def origin_rows(lines: Sequence[Line]) -> Iterator[dict[str, Any]]:
    """The rows of the annex of sources: the figure as written, its document, its sentence."""
    for line in lines:
        for _, value in line.values:
            yield {
                "so_lieu": f"{title_of(line)}: {value.text}",
                "tai_lieu": Path(value.source).name,
                "cau": value.sentence,
            }
