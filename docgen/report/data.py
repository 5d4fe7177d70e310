"""The small data file of a report: one row of what no source tells (names, signer, appraisal)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from docgen.fill.contexts import contexts_of
from docgen.fill.fields import Field, load_form
from docgen.fill.rows import Row, Rows, read_rows
from docgen.forms import folder_of

_UPRIGHT = ("trường", "nội dung")  # the heads of a list that names one field a row


def read_data(path: str, form: str) -> dict[str, Any]:
    """The fields that the first row of a data file gives; sheets named like a table of the form fill it.

    A sheet of two columns, «Trường» and «Nội dung», is read as one row. No field is required here, since the sources
    tell the rest; a row that still holds the form's own examples gives nothing. Raises `DocgenError` (`E2xx`) where the
    file cannot be read or a cell is bad.
    """
    known = load_form(folder_of(form))
    relaxed = replace(known, fields=tuple(map(_relaxed, known.fields)))
    contexts = contexts_of(_laid_flat(read_rows(path)), relaxed)
    contexts.check()
    first = next(iter(contexts), None)
    if first is None:
        return {}
    given = {}
    plain = [field for field in known.fields if field.kind != "table"]
    if not _is_example(first.values, plain):
        given = {field.id: first.values.get(field.id) for field in plain}
    for field in known.fields:
        if field.kind == "table":
            rows = first.values.get(field.id) or ()
            given[field.id] = [row for row in rows if not _is_example(row, field.column)]
    return {name: value for name, value in given.items() if value not in (None, "", [])}


def _laid_flat(rows: Rows) -> Rows:
    """The list with one field a row as a list of one row."""
    if tuple(head.strip().casefold() for head in rows.heads[:2]) != _UPRIGHT:
        return rows
    name, content = rows.heads[:2]
    values = {str(row.values[name]).strip(): row.values.get(content) for row in rows if row.values.get(name)}
    cells = {str(row.values[name]).strip(): row.cells[content] for row in rows if content in row.cells}
    return replace(rows, heads=tuple(values), rows=[Row(1, values, cells)])


def _is_example(values: Mapping[str, Any], fields: Sequence[Field]) -> bool:
    """Whether every value is the form's example of its field, as in a list that nobody has filled in yet."""
    told = [(values[field.id], field) for field in fields if values.get(field.id) not in (None, "", False)]
    compared = [(value, field.example) for value, field in told if isinstance(value, str | Decimal)]
    return bool(compared) and all(_is_same(value, example) for value, example in compared)


def _is_same(value: str | Decimal, example: str) -> bool:
    if isinstance(value, str):
        return value.split() == str(example).split()
    try:
        return value == Decimal(str(example).replace(",", "."))
    except InvalidOperation:
        return False


def _relaxed(field: Field) -> Field:
    """The field, and every column of a table, as one that may be left out."""
    return replace(field, required=False, column=tuple(map(_relaxed, field.column)))
