"""True sentences that a careless reader would accuse: none raises a warning."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from docgen.checks import check
from docgen.facts.bind import facts_of
from docgen.figures.scan import figures_of
from docgen.knowledge.load import load
from docgen.model.finding import Severity
from docgen.readers.text import document_of

TRAPS = Path(__file__).parent.parent / "corpora" / "checks" / "traps.toml"


@cache
def traps():
    data = tomllib.loads(TRAPS.read_text(encoding="utf-8"))
    return [(trap["why"], text) for trap in data["trap"] for text in trap["texts"]]


def alarms(text):
    document = document_of(text)
    figures = figures_of(document)
    knowledge = load()
    _, findings = check(document, figures, facts_of(document, figures, knowledge), knowledge)
    return [finding.message for finding in findings if finding.severity is not Severity.INFO]


@pytest.mark.parametrize(("why", "text"), [pytest.param(*trap, id=trap[1][:70]) for trap in traps()])
def test_a_true_text_is_not_accused(why, text):
    assert alarms(text) == [], why


def test_there_are_two_hundred_traps():
    assert len({text for _, text in traps()}) >= 200


@pytest.mark.parametrize(
    "text",
    [
        "Tổng chi 12,4 tỷ đồng, gồm chi lương 7,2 tỷ đồng và chi hoạt động 6,1 tỷ đồng.",
        "Trong 963 việc có điều kiện đã xong 812 việc, đạt tỷ lệ 48,3%.",
        "Năm 2024 có 1.872 vụ, tăng 143 vụ (3,8%) so với năm 2023.",
        "Đạt 91,2%, vượt 8,2% so với chỉ tiêu 85,0%.",
    ],
)
def test_but_the_same_wordings_are_when_they_are_false(text):
    assert alarms(text)
