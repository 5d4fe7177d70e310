"""Where the forms and the sample documents lie: in the checkout, or as package data of the wheel."""

from pathlib import Path

from docgen.errors import DocgenError

_PACKAGED = Path(__file__).parent / "data"
_CHECKOUT = Path(__file__).parent.parent


def forms_folder() -> Path:
    """The folder of the official forms."""
    packaged = _PACKAGED / "templates_docx"
    return packaged if packaged.is_dir() else _CHECKOUT / "templates_docx"


def samples_folder() -> Path:
    """The folder of the sample documents."""
    packaged = _PACKAGED / "documents"
    return packaged if packaged.is_dir() else _CHECKOUT / "corpora" / "documents"


def slugs() -> list[str]:
    """The forms by their short names."""
    return sorted(path.parent.name for path in forms_folder().glob("*/mau.docx"))


def folder_of(slug: str) -> Path:
    """The folder of one form; E310 where there is none of that name, with the nearest names."""
    if slug in slugs():
        return forms_folder() / slug
    from docgen.knowledge.match import nearest

    near = [name for name, _ in nearest(slug, slugs(), least=50, most=3)]
    raise DocgenError(
        "E310",
        "không có mẫu tên này",
        where=slug,
        hint=("gần giống: " + ", ".join(near) + "; " if near else "") + "xem danh sách: docgen templates",
    )
