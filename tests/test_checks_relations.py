"""What holds of all relation finders: order, bounds, and what they ask of the knowledge they are given."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.checks.identities import _expression
from docgen.checks.kinds import readings_of
from docgen.checks.relations import claims_of
from docgen.facts.bind import facts_of
from docgen.figures.scan import figures_of
from docgen.knowledge.load import load
from docgen.model.finding import Claim
from docgen.readers.text import document_of

IDENTITIES = [identity for domain in load().domains for identity in domain.identities]


def stated(text):
    document = document_of(text)
    figures = figures_of(document)
    knowledge = load()
    return figures, claims_of(document, figures, facts_of(document, figures, knowledge), knowledge)


@pytest.mark.parametrize("identity", IDENTITIES, ids=lambda identity: identity.id)
def test_every_identity_of_the_domains_can_be_judged(identity):
    roles = tuple(identity.roles)
    claim = Claim("SUM201", "identity", tuple(range(len(roles))), roles, "", expression=_expression(identity))
    assert readings_of(claim)


def test_claims_come_in_the_order_of_the_text_and_name_figures_that_exist():
    figures, claims = stated(
        "Thụ lý 2.376 việc, tăng 10 việc (0,42%); trong đó: cũ 1.180 việc, mới 1.196 việc. "
        "Xong 1.900 việc, còn lại 476 việc."
    )
    starts = [min(claim.figures) for claim in claims]
    assert starts == sorted(starts)
    assert all(0 <= i < len(figures) for claim in claims for i in claim.figures)


def test_the_same_text_gives_the_same_claims():
    text = "Khen 46 trường hợp: 23 tập thể và 23 cá nhân. Hơn 40 trường hợp là nữ, chiếm 87%."
    assert stated(text)[1] == stated(text)[1]


def test_a_text_without_figures_states_nothing():
    assert stated("Hội nghị đã thảo luận sôi nổi; trong đó có ý kiến của đại biểu.")[1] == ()


@settings(max_examples=60, deadline=None)
@given(st.integers(100, 9000), st.integers(100, 9000))
def test_old_and_new_are_added_whatever_stands_as_the_total(old, new):
    for total in (old + new, old + new + 7):
        _, claims = stated(f"Thụ lý {total} việc, trong đó: cũ {old} việc, mới {new} việc.")
        assert [claim.code for claim in claims if claim.kind == "sum"] == ["SUM101"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789.,%()/;:+- \nviệcđồngtăngtrongđógồm", max_size=120))
def test_no_text_brings_the_finders_down(text):
    stated(text)


@pytest.mark.slow
def test_twice_the_figures_take_about_twice_as_long():
    def seconds(count):
        document = document_of(
            "Kết quả: " + ", ".join(f"đơn vị {n} có {1000 + n * 7} việc" for n in range(count)) + "."
        )
        figures = figures_of(document)
        start = time.perf_counter()
        claims_of(document, figures, (), None)
        return time.perf_counter() - start

    seconds(200)
    assert seconds(8000) < 12 * seconds(2000)
