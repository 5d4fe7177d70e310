"""Annotated real texts as sources: of themselves, of copies with slips in them, and of texts on other matters."""

import json
import random

import pytest
from against import source_of
from slips import mistype

from docgen.checks.source import compare
from docgen.pipeline import extracted
from docgen.readers.text import document_of

SETS = ("dev_news.jsonl", "dev_reports.jsonl")
SLIPS, OTHERS = 5, 15

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def texts(shared):
    lines = [line for name in SETS for line in (shared / "gold" / name).read_text(encoding="utf-8").splitlines()]
    return [json.loads(line)["text"] for line in lines]


@pytest.fixture(scope="module")
def known(texts):
    return [extracted(document_of(text)) for text in texts]


@pytest.fixture(scope="module")
def sources(texts):
    return [source_of(text) for text in texts]


def alarms(report, source):
    """The figures that the source contradicts."""
    found = compare(report.document, report.figures, report.facts, [source]).findings
    return [report.figures[finding.suspect] for finding in found if finding.code == "SRC101"]


def test_a_text_agrees_with_itself(known, sources):
    assert [alarms(report, source) for report, source in zip(known, sources, strict=True)] == [[]] * len(known)


def test_a_text_on_another_matter_hardly_ever_contradicts(known, sources):
    rng, pairs, told = random.Random(5), 0, 0
    for report in known:
        for source in rng.sample(sources, OTHERS):
            pairs, told = pairs + 1, told + len(alarms(report, source))
    assert told * 1000 <= 2 * pairs


def test_slips_of_a_copy_are_found_and_no_other_figure_is_accused(known, sources):
    rng, slips, found, false = random.Random(5), 0, 0, 0
    for report, source in zip(known, sources, strict=True):
        text, starts = with_slips(report, rng)
        hits = {figure.number.start for figure in alarms(extracted(document_of(text)), source)}
        slips, found, false = slips + len(starts), found + len(hits & starts), false + len(hits - starts)
    assert found >= 0.7 * slips
    assert found >= 0.97 * (found + false)


def with_slips(report, rng):
    """The text with some of its figures mistyped, and where these begin."""
    text = report.document.text
    fit = [f.number for f in report.figures if f.partner is None and sum(map(str.isdigit, f.number.of(text))) > 1]
    starts = set()
    for number in sorted(rng.sample(fit, min(SLIPS, len(fit) // 3)), reverse=True):
        typed = mistype(number.of(text), rng)
        if typed is not None and text[number.start - 1] not in "0123456789":
            text = text[: number.start] + typed + text[number.end :]
            moved = len(typed) - len(number)
            starts = {start + moved for start in starts} | {number.start}
    return text, starts
