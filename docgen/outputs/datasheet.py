"""A form's fields → the Excel list to fill in: heads, notes, choices, and one example row."""

from pathlib import Path

from docgen.atomic import new_file
from docgen.fill.fields import Field, Form

_ROWS = 1000  # that get their choices and formats
_MOST_SHEET_NAME = 31


def write_data_sheet(path: str | Path, form: Form, *, force: bool = False) -> None:
    """Writes the list of a form to `path`, atomically: its fields on the first sheet, a sheet for each table.

    A required column is marked, each head has a note with its example, a field of choices has its validation list.
    Raises `DocgenError` E401 where the file exists and `force` is not given.
    """
    import xlsxwriter

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with new_file(path, force=force) as temporary, xlsxwriter.Workbook(str(temporary), options) as book:
        plain = [field for field in form.fields if field.kind != "table"]
        sheets = [("Danh sách", plain)]
        sheets += [(field.label[:_MOST_SHEET_NAME], list(field.columns)) for field in form.fields if field.columns]
        for name, fields in sheets:
            _sheet(book, name, fields)


def _sheet(book: object, name: str, fields: list[Field]) -> None:
    sheet = book.add_worksheet(name)  # type: ignore[attr-defined]
    look = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1}
    head = book.add_format(look | {"bg_color": "#DDE6F0"})  # type: ignore[attr-defined]
    needed = book.add_format(look | {"bg_color": "#F6D9B8"})  # type: ignore[attr-defined]
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})  # type: ignore[attr-defined]
    for column, field in enumerate(fields):
        sheet.write_string(0, column, field.label, needed if field.required else head)
        sheet.set_column(column, column, 22, text)
        note = f"{'Bắt buộc. ' if field.required else ''}Loại: {field.kind}." + (
            f" Ví dụ: {field.example}" if field.example else ""
        )
        sheet.write_comment(0, column, note)
        if field.choices:
            sheet.data_validation(1, column, _ROWS, column, {"validate": "list", "source": list(field.choices)})
        if field.example:
            sheet.write_string(1, column, str(field.example), text)
    sheet.freeze_panes(1, 0)
