"""The small data file of a report: one row of what no source tells (names, signer, appraisal)."""

from dataclasses import replace
from typing import Any

from docgen.fill.contexts import contexts_of
from docgen.fill.fields import Field, load_form
from docgen.fill.rows import read_rows
from docgen.forms import folder_of


def read_data(path: str, form: str) -> dict[str, Any]:
    """The fields that the first row of a data file gives; sheets named like a table of the form fill it.

    No field is required here, since the sources tell the rest. Raises `DocgenError` (`E2xx`) where the file cannot be
    read or a cell is bad.
    """
    known = load_form(folder_of(form))
    relaxed = replace(known, fields=tuple(map(_relaxed, known.fields)))
    contexts = contexts_of(read_rows(path), relaxed)
    contexts.check()
    first = next(iter(contexts))
    names = {field.id for field in known.fields}
    return {name: value for name, value in first.values.items() if name in names and value not in (None, "", [])}


def _relaxed(field: Field) -> Field:
    """The field, and every column of a table, as one that may be left out."""
    return replace(field, required=False, column=tuple(map(_relaxed, field.column)))
