"""Facts: one for every figure, explained, and the same for the same text however it is typed."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.facts.bind import facts_of
from docgen.figures.scan import figures_of
from docgen.knowledge.load import load
from docgen.readers import read
from docgen.readers.text import document_of

TOP = Path(__file__).parent.parent
DOCUMENTS = TOP / "corpora" / "documents"
EXPECTED = TOP / "corpora" / "facts" / "documents"
SIGNS = {1: "+", -1: "-", 0: ""}
PIECES = """Thụ lý|thi hành án| 45 việc|(2,5%)|, tăng | 3 tỷ đồng| và |; trong đó: |cũ|đạt |79%
| so với năm 2019|lần lượt là |/| 12|. |Hà Nội |năm 2020 |về tiền|(|)|giảm|-"""
PHRASES = st.sampled_from(PIECES.split("|"))


def facts_in(text):
    document = document_of(text)
    figures = figures_of(document)
    return document, figures, facts_of(document, figures, load())


def told(document, figures, facts):
    """One line a fact, to be compared by eye."""
    lines = []
    for figure, fact in zip(figures, facts, strict=True):
        period = fact.period.label if fact.period else None
        columns = [
            figure.span.of(document.text),
            fact.label,
            fact.indicator,
            f"{fact.measure.value}{SIGNS[fact.direction]}",
            fact.basis,
            period,
            fact.place,
            fact.scope,
        ]
        lines.append("\t".join(" ".join((column or "-").split()) for column in columns))
    return lines


def documents():
    return sorted(path for path in DOCUMENTS.rglob("*") if path.suffix in (".txt", ".docx"))


@given(st.lists(PHRASES, max_size=25).map("".join))
def test_every_figure_has_one_fact_in_order_and_its_steps_lie_in_the_text(text):
    document, figures, facts = facts_in(text)
    assert [fact.figure for fact in facts] == list(range(len(figures)))
    for fact in facts:
        assert all(0 <= step.span.start <= step.span.end <= len(document.text) for step in fact.why)
        assert fact.label is None or fact.label == " ".join(fact.label.split())
        assert fact.indicator is None or fact.label


@given(st.lists(PHRASES, max_size=15).map("".join))
def test_decomposed_letters_give_the_same_facts(text):
    composed, decomposed = facts_in(text), facts_in(unicodedata.normalize("NFD", text))
    plain = [[unicodedata.normalize("NFC", line) for line in told(*one)] for one in (composed, decomposed)]
    assert plain[0] == plain[1]


def test_a_text_without_figures_has_no_facts():
    assert facts_in("Ngày 17/6/2021, đơn vị tổng kết phong trào thi đua.")[2] == ()


def test_a_part_is_kept_apart_from_the_whole():
    text = (
        "Về thi hành án dân sự: Phải thi hành 500 việc, xong 300 việc.\n"
        "Án tín dụng: phải thi hành 40 việc, xong 10 việc."
    )
    facts = facts_in(text)[2]
    keys = [(fact.indicator, fact.scope) for fact in facts]
    assert len(set(keys)) == len(keys)


def test_a_rate_without_its_side_named_has_no_indicator():
    assert facts_in("Thi hành án dân sự: tỷ lệ thi hành xong 81,2%.")[2][0].indicator is None


def test_the_label_and_the_measure_are_explained():
    _, _, facts = facts_in("Cơ quan thi hành án thụ lý 900 việc, tăng 45 việc (5,26%) so với năm 2019.")
    assert [fact.why[0].rule for fact in facts] == [
        "name of an indicator",
        "of the figure before",
        "of the figure before",
    ]
    assert facts[1].why[-1].value == "change"


def test_the_documents_own_date_says_the_year_of_a_period_without_one():
    text = "Hòa Sơn, ngày 05 tháng 7 năm 2024\nTrong 6 tháng đầu năm, khen 45 cá nhân."
    period = facts_in(text)[2][-1].period
    assert (period.start.isoformat(), period.end.isoformat()) == ("2024-01-01", "2024-06-30")


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_the_sample_documents_have_the_facts_that_were_looked_through(path):
    document = read(path)
    figures = figures_of(document)
    found = told(document, figures, facts_of(document, figures, load()))
    expected = EXPECTED / f"{path.name}.tsv"
    assert found == expected.read_text(encoding="utf-8").splitlines()


def main():
    """Writes the expected facts of the sample documents anew; look at the difference before it is committed."""
    EXPECTED.mkdir(parents=True, exist_ok=True)
    for path in documents():
        document = read(path)
        figures = figures_of(document)
        lines = told(document, figures, facts_of(document, figures, load()))
        (EXPECTED / f"{path.name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
