"""The sample list of a form: the sheet a secretary fills in, with one example row."""

import io
from datetime import date, datetime

import xlsxwriter

from tools.forms.form import Form

FIXED = datetime(2026, 1, 1)


def sample_list(form: Form) -> bytes:
    """The bytes of danh_sach_mau.xlsx: one column a field, one example row; a sheet more for each table."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": form.title, "created": FIXED})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#DDEBF7"})
    plain = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    dated = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "border": 1})
    fields = form.declared()
    sheets = [("Danh sách", [field for field in fields if field["kind"] != "table"])]
    sheets += [(str(field["label"]), list(field["column"])) for field in fields if field["kind"] == "table"]  # type: ignore[call-overload]
    for name, columns in sheets:
        sheet = book.add_worksheet(name[:31].replace("/", "-"))
        sheet.freeze_panes(1, 0)
        for number, field in enumerate(columns):
            sheet.set_column(number, number, 24)
            sheet.write_string(0, number, str(field["label"]), head)
            _write(sheet, number, field, plain, dated)
    book.close()
    return out.getvalue()


def _write(sheet, column: int, field: dict[str, object], plain, dated) -> None:  # type: ignore[no-untyped-def]
    example = str(field.get("example", ""))
    if not example:
        sheet.write_blank(1, column, None, plain)
    elif field["kind"] == "date":
        sheet.write_datetime(1, column, _date(example), dated)
    elif field["kind"] in ("number", "year", "money", "percent"):
        sheet.write_number(1, column, float(example), plain)
    else:
        sheet.write_string(1, column, example, plain)
        if field["kind"] == "choice":
            sheet.data_validation(1, column, 500, column, {"validate": "list", "source": field["choices"]})


def _date(example: str) -> date:
    day, month, year = example.split("/")
    return date(int(year), int(month), int(day))
