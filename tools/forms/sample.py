"""The sample list of a form: the sheet a secretary fills in, with example rows, and a sheet for each table."""

import io
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from tools.forms.form import Form

FIXED = datetime(2026, 1, 1)  # a file of the same content is the same bytes
NUMBERS = ("number", "year", "money", "percent")
_data = tomllib.loads((Path(__file__).parent / "samples.toml").read_text(encoding="utf-8"))
MORE: dict[str, list[str]] = _data["more"]
ROWS: dict[str, list[list[Any]]] = _data["rows"]

Column = dict[str, Any]
Sheet = tuple[str, list[Column], list[list[Any]]]


def sheets_of(form: Form) -> Iterator[Sheet]:
    """The sheets by name, columns and rows: the list, then each table, whose first column says whose its rows are."""
    fields = form.declared()
    plain = [field for field in fields if field["kind"] != "table"]
    yield "Danh sách", plain, list(_main(form, plain))
    key = next((field for field in plain if field["id"] == form.key), None)
    for field in fields:
        if field["kind"] == "table":
            columns: list[Column] = list(field["column"])  # type: ignore[call-overload]
            rows = ROWS[str(field["id"])]
            if key is None:
                yield str(field["label"]), columns, rows
            else:
                owners = [key["example"], *MORE.get(str(key["id"]), [])]
                owned = [[owners[0], *row] for row in rows] + [[owner, *rows[0]] for owner in owners[1:]]
                yield str(field["label"]), [key, *columns], owned


def _main(form: Form, fields: Sequence[Column]) -> Iterator[list[Any]]:
    count = 1 + len(MORE.get(form.key, [])) if form.key else 1
    for number in range(count):
        yield [_value(field, number) for field in fields]


def _value(field: Column, number: int) -> Any:
    example = field.get("example", "")
    if number and field["id"] in MORE:
        return MORE[field["id"]][number - 1]
    return example


def sample_list(form: Form) -> bytes:
    """The bytes of danh_sach_mau.xlsx."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": form.title, "created": FIXED})
    look = {"text_wrap": True, "valign": "top", "border": 1}
    head = book.add_format({**look, "bold": True, "bg_color": "#DDEBF7"})
    plain, dated = book.add_format(look), book.add_format({**look, "num_format": "dd/mm/yyyy"})
    for name, columns, rows in sheets_of(form):
        sheet = book.add_worksheet(name[:31])
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(columns) - 1, 24)
        for at, column in enumerate(columns):
            sheet.write_string(0, at, str(column["label"]), head)
            if column["kind"] == "choice":
                sheet.data_validation(1, at, 500, at, {"validate": "list", "source": column["choices"]})
            for number, row in enumerate(rows, 1):
                _write(sheet, number, at, column["kind"], row[at], plain, dated)
    book.close()
    return out.getvalue()


def _write(sheet: Any, row: int, column: int, kind: str, value: Any, plain: Any, dated: Any) -> None:
    if value == "":
        sheet.write_blank(row, column, None, plain)
    elif kind == "date":
        day, month, year = map(int, str(value).split("/"))
        sheet.write_datetime(row, column, date(year, month, day), dated)
    elif kind in NUMBERS:
        sheet.write_number(row, column, float(str(value).replace(",", ".")), plain)
    else:
        sheet.write_string(row, column, str(value), plain)
