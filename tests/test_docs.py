"""The documents tell what the program does: the reference is its help, the README's sample is its output."""

import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from docgen.cli import VERBS, main

TOP = Path(__file__).parent.parent
sys.path.insert(0, str(TOP))


def test_the_reference_is_the_help_as_it_is_printed():
    from tools.docs.__main__ import REFERENCE, reference

    assert REFERENCE.read_text(encoding="utf-8") == reference(), "renew it: python -m tools.docs"


def test_the_readme_shows_a_finding_as_it_is_printed():
    readme = (TOP / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"```\n\$ docgen check ban-thao-bai-viet.docx\n(.*?)```", readme, re.S).group(1).strip()
    draft = TOP / "corpora/documents/ban-thao-bai-viet.docx"
    printed = CliRunner().invoke(main, ["check", str(draft)]).output.replace(str(draft.parent) + "/", "")
    assert shown in printed


@pytest.mark.parametrize("document", ["README.md", "docs/huong-dan.md"])
def test_every_verb_that_a_document_names_is_there(document):
    text = (TOP / document).read_text(encoding="utf-8")
    named = set(re.findall(r"docgen ([a-z]+)\b", text)) - {"parses", "compiles", "demo"}
    verbs = {name for name in named if name in VERBS}
    unknown = {name for name in named - verbs if f"`docgen {name}" in text}
    assert not unknown
    assert {"check", "extract", "fill", "report"} <= verbs


@pytest.mark.parametrize("document", ["README.md", "docs/huong-dan.md", "docs/architecture.md"])
def test_links_lead_somewhere(document):
    text = (TOP / document).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (TOP / document).parent.joinpath(target).exists(), target
