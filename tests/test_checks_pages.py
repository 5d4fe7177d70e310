"""The public pages of the checks: complete, and their own examples are judged as they say."""

import pytest
from against import against
from corpus_judging import markdown_table

from docgen.checks.rules import HEADINGS, rule_of, rules
from docgen.errors import DocgenError
from docgen.model.finding import Family, Severity
from docgen.pipeline import checked
from docgen.readers.text import document_of

# After this mark an example quotes another file, which is tried where files are held against each other.
SECOND_FILE = " // "


def examples(heading):
    return [
        pytest.param(rule.code, line, id=f"{rule.code} {line[:40]}")
        for rule in rules().values()
        for line in rule.section(heading)
        if SECOND_FILE not in line
    ]


def told(text):
    if " // " in text:
        return [f.code for f in against(text).findings]
    document = markdown_table(text) if text.startswith("|") else document_of(text)
    findings = checked(document).findings
    return [f.code for f in findings if f.severity is not Severity.INFO or f.family is Family.STYLE]


@pytest.mark.parametrize("code", sorted(rules()))
def test_a_page_has_all_its_headings(code):
    rule = rule_of(code)
    assert rule.title
    assert rule.slug == rule.slug.lower()
    for heading in HEADINGS:
        assert rule.section(heading), heading


@pytest.mark.parametrize(("code", "text"), examples("Ví dụ sai"))
def test_a_wrong_example_is_found(code, text):
    assert code in told(text)


@pytest.mark.parametrize(("code", "text"), examples("Ví dụ đúng"))
def test_a_right_example_is_left_alone(code, text):
    assert told(text) == []


def test_slugs_are_names_of_one_check_each():
    slugs = [rule.slug for rule in rules().values()]
    assert len(set(slugs)) == len(slugs)


def test_an_unknown_code_is_told_with_those_that_are_near():
    with pytest.raises(DocgenError) as error:
        rule_of("SUM999")
    assert error.value.code == "E510"
    assert "SUM101" in error.value.hint
