"""Facts → a table for the archive: .xlsx (one row a fact) or .csv, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from docgen.atomic import new_file
from docgen.errors import DocgenError
from docgen.model.fact import Fact, Figure
from docgen.model.finding import Report
from docgen.outputs.json import decimal_text
from docgen.outputs.place import place_of, sentence_of
from docgen.outputs.terminal import MEASURES, WORDS

COLUMNS = (
    ("Tệp", 22),
    ("Số liệu", 20),
    ("Giá trị", 20),
    ("Đơn vị", 12),
    ("Đo cái gì", 40),
    ("Mã chỉ tiêu", 26),
    ("Cách đo", 16),
    ("Kỳ", 16),
    ("Nơi", 18),
    ("Ước lượng", 12),
    ("Vị trí", 30),
    ("Câu", 80),
    ("Loại", 10),
    ("Chữ số cuối", 12),
    ("Chiều", 8),
    ("Phạm vi", 12),
    ("So với", 24),
    ("Từ ngày", 12),
    ("Đến ngày", 12),
)
FINDING_COLUMNS = (
    ("Tệp", 22),
    ("Mã", 10),
    ("Mức", 12),
    ("Nội dung", 70),
    ("Số nghi sai", 20),
    ("Sửa thành", 20),
    ("Vị trí", 30),
    ("Câu", 80),
    ("Mã riêng", 18),
)
Columns = tuple[tuple[str, int], ...]
APPROX = {"over": "trên", "under": "dưới, gần", "about": "khoảng"}
WAYS = {(1, 1): "tăng", (-1, 1): "giảm", (1, -1): "tăng, âm", (-1, -1): "giảm, âm", (0, -1): "âm"}
BOUNDED = {"over": "ít nhất", "under": "nhiều nhất"}
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_figures(path: str, reports: Sequence[tuple[str, Report]], *, force: bool = False) -> None:
    """Writes one row a fact of every report to `path`, by its suffix .xlsx or .csv; atomically.

    Text that a spreadsheet would take for a formula is written as text. Raises `DocgenError` E405 for another suffix,
    E401 where the file exists and `force` is not given.
    """
    rows = [row for source, report in reports for row in _rows(source, report)]
    suffix = Path(path).suffix.lower()
    writers = {".xlsx": _write_xlsx, ".csv": _write_csv}
    if suffix not in writers:
        raise DocgenError(
            "E405", "không biết ghi loại tệp này", where=path, hint="đặt tên tệp kết thúc bằng .xlsx hoặc .csv"
        )
    with new_file(path, force=force) as temporary:
        writers[suffix](temporary, rows)


def inert(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula when it opens a .csv."""
    return "'" + text if text.startswith(_FORMULA_STARTS) else text


def _rows(source: str, report: Report) -> Iterable[list[Any]]:
    for number, figure in enumerate(report.figures):
        fact = report.facts[number] if report.facts else None
        quantity = figure.quantity
        yield [
            source,
            _flat(figure.span.of(report.document.text)),
            quantity.value,
            quantity.unit or "",
            (fact.label if fact else None) or "",
            (fact.indicator if fact else None) or "",
            MEASURES[fact.measure] if fact else "",
            fact.period.label if fact and fact.period else "",
            (fact.place if fact else None) or "",
            (BOUNDED if quantity.bounded else APPROX).get(quantity.approx or "", ""),
            place_of(report.document, figure.span),
            _flat(sentence_of(report.document, figure.span).of(report.document.text)),
            figure.kind.value,
            quantity.step,
            *_further(figure, fact),
        ]


def _further(figure: Figure, fact: Fact | None) -> tuple[str, ...]:
    """What tells a fact from its like besides its words: direction, scope, basis, the ends of its period."""
    if fact is None:
        return ("",) * 5
    ends = (fact.period.start, fact.period.end) if fact.period else (None, None)
    way = WAYS.get((fact.direction, figure.sign), "")
    return way, fact.scope or "", fact.basis or "", *(end.isoformat() if end else "" for end in ends)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _write_csv(path: Path, rows: list[list[Any]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([name for name, _ in COLUMNS])
        for row in rows:
            cells = (decimal_text(cell) if isinstance(cell, Decimal) else inert(str(cell)) for cell in row)
            writer.writerow(list(cells))


def write_findings(path: str, reports: Sequence[tuple[str, Report]], *, force: bool = False) -> None:
    """Writes a workbook for the archive: a sheet of findings and a sheet of all figures; atomically, E401 and E405."""
    if Path(path).suffix.lower() != ".xlsx":
        raise DocgenError("E405", "không biết ghi loại tệp này", where=path, hint="đặt tên tệp kết thúc bằng .xlsx")
    findings = [row for source, report in reports for row in _finding_rows(source, report)]
    figures = [row for source, report in reports for row in _rows(source, report)]
    sheets = (("Phát hiện", FINDING_COLUMNS, findings), ("Số liệu", COLUMNS, figures))
    with new_file(path, force=force) as temporary:
        _write_workbook(temporary, sheets)


def _finding_rows(source: str, report: Report) -> Iterable[list[Any]]:
    for finding in report.findings:
        text = report.document.text
        suspect = "" if finding.suspect is None else _flat(report.figures[finding.suspect].span.of(text))
        yield [
            source,
            finding.code,
            WORDS[finding.severity],
            finding.message,
            suspect,
            finding.suggestion or "",
            place_of(report.document, finding.spans[0]),
            _flat(sentence_of(report.document, finding.spans[0]).of(text)),
            finding.fingerprint,
        ]


def _write_xlsx(path: Path, rows: list[list[Any]]) -> None:
    _write_workbook(path, (("Số liệu", COLUMNS, rows),))


def _write_workbook(path: Path, sheets: Sequence[tuple[str, Columns, list[list[Any]]]]) -> None:
    import xlsxwriter

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#DDE6F0"})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        numbers = [
            book.add_format({"num_format": "#,##0" + ("." + "0" * places if places else ""), "valign": "top"})
            for places in range(_MOST_PLACES + 1)
        ]
        for name, columns, rows in sheets:
            sheet = book.add_worksheet(name)
            for column, (title, width) in enumerate(columns):
                sheet.write_string(0, column, title, head)
                sheet.set_column(column, column, width, wrap)
            for number, row in enumerate(rows, 1):
                for column, cell in enumerate(row):
                    if isinstance(cell, Decimal) and _fits_a_cell(cell):
                        sheet.write_number(number, column, cell, numbers[_places(cell)])
                    else:
                        text = decimal_text(cell) if isinstance(cell, Decimal) else str(cell)
                        sheet.write_string(number, column, text or "", wrap)
            sheet.freeze_panes(1, 2)
            sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)


_MOST_PLACES = 6
_MOST_DIGITS = 15  # a spreadsheet keeps no more


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _fits_a_cell(value: Decimal) -> bool:
    return len(value.normalize().as_tuple().digits) <= _MOST_DIGITS and _places(value) <= _MOST_PLACES
