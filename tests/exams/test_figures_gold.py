"""On annotated real texts: every figure is read, and nothing else.

Disputed annotations, which are no special cases of the program:

- n062, "… 421 đất do người dân …": annotated as 421 ha. The text leaves the unit out before a
  noun of its own; docgen reads 421 without guessing the unit.
"""

import json
import sys
from decimal import Decimal

import pytest

from docgen.figures.scan import figures_of
from docgen.model.quantity import Approx
from docgen.readers.text import document_of

FILES = ("dev_news.jsonl", "dev_reports.jsonl")


@pytest.fixture(scope="module")
def score(shared):
    sys.path.insert(0, str(shared / "tools"))
    try:
        import score
    finally:
        sys.path.remove(str(shared / "tools"))
    return score


def load(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def row_of(text: str) -> dict:
    figures = figures_of(document_of(text))
    return {
        "figures": [
            {
                "start": figure.span.start,
                "end": figure.span.end,
                "text": figure.span.of(text),
                "kind": figure.kind.value,
                "value": format(figure.quantity.value, "f"),
                "unit": figure.quantity.unit,
            }
            for figure in figures
        ]
    }


@pytest.mark.parametrize("name", FILES)
def test_figures_and_units_of_real_texts(shared, score, name):
    gold = load(shared / "gold" / name)
    result = score.figures(gold, [row_of(document["text"]) for document in gold])
    assert result["f1"] >= 0.985
    assert result["unit_accuracy"] >= 0.95


@pytest.mark.parametrize("name", FILES)
def test_approximators_of_real_texts(shared, name):
    words = {"hơn": "over", "trên": "over", "gần": "under", "chưa đến": "under", "khoảng": "about", "xấp xỉ": "about"}
    right = wrong = 0
    for document in load(shared / "gold" / name):
        found = figures_of(document_of(document["text"]))
        for wanted in (figure for figure in document["figures"] if figure and not figure["optional"]):
            figure = next((f for f in found if f.span.start < wanted["end"] and wanted["start"] < f.span.end), None)
            approx = words.get(wanted.get("approx"))
            if figure is not None and approx is not None:
                right += figure.quantity.approx == Approx(approx)
                wrong += figure.quantity.approx != Approx(approx)
    assert right >= 0.95 * (right + wrong)


def test_the_figures_of_a_real_article(shared):
    text = (shared / "seed" / "000_a7c2b53613c126e0.txt").read_text(encoding="utf-8")
    told = [(f.quantity.value, f.quantity.unit, f.quantity.approx) for f in figures_of(document_of(text))]
    assert told == [
        (Decimal(4), "ngày", None),
        (Decimal(1426), None, None),
        (Decimal(3427), "việc", None),
        (Decimal(1057), "việc", None),
        (Decimal(2370), "việc", None),
        (Decimal(3508) * 10**9, "đồng", Approx.OVER),
        (Decimal("68.73"), "%", None),
        (Decimal("13.20"), "%", None),
        (Decimal("44.34"), "%", None),
    ]
