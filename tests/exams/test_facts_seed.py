"""On a real article of an enforcement office: what each of its nine figures measures, and when."""

import pytest

from docgen.facts.bind import facts_of
from docgen.figures.scan import figures_of
from docgen.knowledge.load import load
from docgen.readers.text import document_of

WANTED = {
    "1.426": ("tổng số Bản án, Quyết định đã nhận", None, "2020"),
    "3.427 việc": ("Tổng số giải quyết", "thads.viec.thu_ly", "2020"),
    "1.057 việc": ("số cũ chuyển sang", "thads.viec.cu", "2020"),
    "2.370 việc": ("số thụ lý mới", "thads.viec.moi", "2020"),
    "3.508 tỷ đồng": ("tổng số giải quyết", "thads.tien.thu_ly", "2020"),
    "68,73%": ("tỷ lệ thi hành xong về việc", "thads.viec.ty_le_xong", "08 tháng năm 2021"),
    "13,20%": ("tỷ lệ thi hành xong về việc", "thads.viec.ty_le_xong", "08 tháng năm 2021"),
    "44,34%": ("tỷ lệ thi hành xong về tiền", "thads.tien.ty_le_xong", "08 tháng năm 2021"),
}


@pytest.fixture(scope="module")
def article(shared):
    (path,) = (shared / "seed").glob("*.txt")
    document = document_of(path.read_text(encoding="utf-8"))
    figures = figures_of(document)
    facts = facts_of(document, figures, load())
    return {figure.span.of(document.text): fact for figure, fact in zip(figures, facts, strict=True)}


@pytest.mark.parametrize("written", WANTED)
def test_a_figure_of_the_article_is_labelled_and_dated(article, written):
    fact = article[written]
    assert (fact.label, fact.indicator, fact.period.label) == WANTED[written]


def test_eight_months_of_a_working_year_end_in_may(article):
    period = article["68,73%"].period
    assert (period.start.isoformat(), period.end.isoformat()) == ("2020-10-01", "2021-05-31")


def test_the_second_rate_is_a_share_like_the_first(article):
    assert [article[written].measure.value for written in ("68,73%", "44,34%")] == ["share", "share"]


def test_the_margin_is_in_points_over_what_it_is_compared_with(article):
    fact = article["13,20%"]
    assert (fact.measure.value, fact.direction, fact.basis) == ("points", 1, "biên độ bình quân")
