"""Builds the forms into `templates_docx/`, or says which of them are not what this program would build."""

from pathlib import Path

from tools.forms.dossier import DOSSIER, build_dossier
from tools.forms.form import Form
from tools.forms.outcome import outcome
from tools.forms.package import canonical_parts, docx
from tools.forms.sample import sample_list
from tools.forms.shelf import FORMS

OUTCOME = "ket_qua_mau.docx"
SHELF = Path(__file__).parents[2] / "templates_docx"


def form_docx(form: Form) -> bytes:
    """The bytes of the form's mau.docx."""
    setup = form.setup() if form.setup else None
    return docx(form.title, form.body(), is_landscape=form.is_landscape, setup=setup)


def stale(form: Form, shelf: Path = SHELF) -> list[str]:
    """The files of the form that differ from what would be built."""
    folder = shelf / form.slug
    found = []
    template = folder / "mau.docx"
    if not template.is_file() or canonical_parts(template.read_bytes()) != canonical_parts(form_docx(form)):
        found.append("mau.docx")
    fields = folder / "fields.toml"
    if not fields.is_file() or fields.read_text(encoding="utf-8") != form.fields_toml():
        found.append("fields.toml")
    return found


def build(form: Form, shelf: Path = SHELF) -> list[str]:
    """The files written: those that were stale, and the sample list with them."""
    names = stale(form, shelf)
    folder = shelf / form.slug
    folder.mkdir(parents=True, exist_ok=True)
    if "mau.docx" in names:
        (folder / "mau.docx").write_bytes(form_docx(form))
    if "fields.toml" in names:
        (folder / "fields.toml").write_text(form.fields_toml(), encoding="utf-8")
    if names or not (folder / OUTCOME).is_file():
        (folder / "danh_sach_mau.xlsx").write_bytes(sample_list(form))
        (folder / OUTCOME).write_bytes(outcome(folder))
        names += ["danh_sach_mau.xlsx", OUTCOME]
    return names


def build_all() -> None:
    """Builds every form and prints what was written."""
    for form in FORMS:
        for name in build(form):
            print(f"{form.slug}/{name}")
    for name in build_dossier(SHELF):
        print(f"{DOSSIER.slug}/{name}")
