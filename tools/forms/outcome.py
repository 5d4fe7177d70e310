"""What a form and its sample list come to: the first document of the list."""

from pathlib import Path

from docgen.fill.contexts import contexts_of
from docgen.fill.fields import load_form
from docgen.fill.rows import read_rows
from docgen.fill.template import Template


def outcome(folder: Path) -> bytes:
    """The bytes of ket_qua_mau.docx."""
    form = load_form(folder)
    contexts = contexts_of(read_rows(folder / "danh_sach_mau.xlsx"), form)
    contexts.check()
    return Template.compile(form.template).pour(next(iter(contexts)).values)
