"""The templates of docxtpl's own test suite: the same visible text, except where docxtpl itself is wrong."""

import json
import sys

import pytest

from docgen.fill.problems import TemplateError
from docgen.fill.template import Template

# Where docxtpl is wrong, and what docgen writes instead of its text: an empty value is printed as the word None.
# The texts of the exam are English, so numbers are written with a decimal point and missing fields are left empty.
DIFFERS = {"x_order_none": (("Dear None,", "Dear ,"),)}
FILTERS = {"my_filterA": lambda value, text: f"{value} {text}", "my_filterB": lambda value, more: value + more}


@pytest.fixture(scope="module")
def exam(shared):
    folder = shared / "docxtpl_exam"
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


def cases():
    from pathlib import Path

    index = Path(__file__).parents[3] / "shared" / "docxtpl_exam" / "index.tsv"
    return [line.split("\t")[:2] for line in index.read_text().splitlines()[1:]] if index.exists() else []


@pytest.mark.parametrize(("name", "template"), cases(), ids=lambda each: str(each))
def test_a_template_of_docxtpl_gives_the_same_visible_text(exam, tmp_path, name, template):
    import visible

    path = exam / "templates" / template
    expected = (exam / "expected" / f"{name}.txt").read_text(encoding="utf-8")
    if expected.startswith("!ERROR"):
        with pytest.raises(TemplateError):
            Template.compile(path)
        return
    context = json.loads((exam / "contexts" / f"{name}.json").read_text(encoding="utf-8"))
    made = Template.compile(path, missing="empty", decimal=".", filters=FILTERS).pour(context)
    (tmp_path / "made.docx").write_bytes(made)
    for theirs, ours in DIFFERS.get(name, ()):
        assert theirs in expected
        expected = expected.replace(theirs, ours)
    assert visible.text(tmp_path / "made.docx") == expected
