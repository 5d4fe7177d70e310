"""The forms on the shelf are what the layout kit builds."""

import io
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
SHELF = TOP / "templates_docx"
sys.path.insert(0, str(TOP))

from docgen.fill.template import Template  # noqa: E402
from tools.forms.build import form_docx, stale  # noqa: E402
from tools.forms.shelf import FORMS  # noqa: E402

every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.slug)


@every_form
def test_a_committed_form_is_what_the_kit_builds(form):
    assert stale(form) == [], "run: python -m tools.forms"


@every_form
def test_building_twice_gives_the_same_bytes(form):
    assert form_docx(form) == form_docx(form)


@every_form
def test_a_form_carries_no_person_and_no_date(form):
    with zipfile.ZipFile(io.BytesIO(form_docx(form))) as archive:
        core = archive.read("docProps/core.xml").decode()
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "creator" not in core
    assert "lastModifiedBy" not in core
    assert "created" not in core


def test_every_folder_of_the_shelf_is_built_by_the_kit():
    folders = {path.parent.name for path in SHELF.glob("*/mau.docx")}
    assert folders == {form.slug for form in FORMS}


@every_form
def test_every_tag_of_a_form_is_a_declared_field_and_the_other_way_round(form):
    declared = {field["id"] for field in tomllib.loads(form.fields_toml())["field"]}
    assert set(Template.compile(form_docx(form)).fields) == declared
