"""The judge of claims: silent on what was truthfully rounded, loud on what was changed, the same on every run."""

import itertools
import os
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written_claims import written

from docgen.checks.engine import judge
from docgen.checks.slack import cut_off
from docgen.checks.slips import slips_of
from docgen.model.fact import Figure, Kind
from docgen.model.finding import Claim, Severity, Verdict
from docgen.model.quantity import Approx, Quantity
from docgen.model.text import Anchor, Span
from docgen.readers.text import document_of
from docgen.vi.numerals import write_number

COUNTS = st.integers(1, 2_000_000)
CASES = int(os.environ.get("DOCGEN_CASES", "400"))  # `.ci/run` tries 10,000


def sheet(quantities):
    """A document of one line a quantity, as plain numbers."""
    surfaces = [write_number(quantity.value) for quantity in quantities]
    figures, start = [], 0
    for line, (surface, quantity) in enumerate(zip(surfaces, quantities, strict=True)):
        span = Span(start, start + len(surface))
        figures.append(Figure(span, span, Anchor("body", (line,)), Kind.COUNT, quantity, "test"))
        start += len(surface) + 1
    return document_of("\n".join(surfaces)), tuple(figures)


@st.composite
def truthful(draw, truth):
    """A number as a truthful writer may put it: in full, rounded, cut off, or hedged by a word."""
    way = draw(st.sampled_from(["full", "rounded", "cut", "over", "under", "about"]))
    if way == "full" and truth == int(truth):
        return Quantity(Decimal(int(truth)), None, Decimal(0))
    places = draw(st.integers(0, 3))
    step = Decimal(1).scaleb(-places)
    exact = Decimal(truth.numerator) / Decimal(truth.denominator)
    if way in ("full", "rounded", "cut"):
        mode = ROUND_DOWN if way == "cut" else ROUND_HALF_UP
        return Quantity(exact.quantize(step, rounding=mode), None, step)
    digits = max(len(str(int(exact))) - 2, 0)
    unit = Decimal(10) ** draw(st.integers(0, digits))
    floor = (exact // unit) * unit
    value = {"over": floor, "under": floor + unit, "about": (exact / unit).quantize(Decimal(1)) * unit}[way]
    hedge = {"over": Approx.OVER, "under": Approx.UNDER, "about": Approx.ABOUT}[way]
    return Quantity(value, None, unit, hedge) if value else Quantity(exact.quantize(step), None, step)


@st.composite
def reports(draw):
    """A whole with parts, its rates and its change, each figure truthfully written."""
    parts = draw(st.lists(COUNTS, min_size=2, max_size=4))
    total, before = sum(parts), draw(COUNTS)
    truths = [Fraction(total), *map(Fraction, parts), Fraction(parts[0] * 100, total), Fraction(before)]
    truths += [Fraction(abs(total - before)), Fraction(abs(total - before) * 100, before)]
    quantities = [draw(truthful(truth)) for truth in truths]
    n, way = len(parts), 1 if total >= before else -1
    members = tuple(range(n + 1))
    claims = (
        Claim("SUM101", "sum", members, ("total", *["part"] * n), ""),
        Claim("PCT101", "rate", (n + 1, 1, 0), ("rate", "part", "whole"), ""),
        Claim(
            "CHG101", "change", (0, n + 2, n + 3, n + 4), ("current", "previous", "delta", "rate"), "", direction=way
        ),
        Claim("CHG101", "change", (0, n + 3, n + 4), ("current", "delta", "rate"), "again", direction=way),
        Claim("PCT103", "bounds", (1, 0), ("part", "whole"), ""),
    )
    return quantities, claims


@settings(max_examples=CASES, deadline=None)
@given(reports())
def test_a_truthful_report_is_never_accused(report):
    quantities, claims = report
    document, figures = sheet(quantities)
    relations, findings = judge(document, figures, (), claims)
    assert not [relation for relation in relations if relation.verdict is Verdict.BROKEN]
    assert all(finding.severity is Severity.INFO for finding in findings)


@settings(max_examples=CASES, deadline=None)
@given(st.lists(COUNTS, min_size=2, max_size=5), st.data())
def test_a_figure_changed_beyond_the_slack_is_always_accused(parts, data):
    quantities = [Quantity(Decimal(value), None, Decimal(0)) for value in (sum(parts), *parts)]
    place = data.draw(st.integers(0, len(parts)))
    changed = data.draw(COUNTS.filter(lambda value: value != quantities[place].value))
    quantities[place] = Quantity(Decimal(changed), None, Decimal(0))
    document, figures = sheet(quantities)
    claim = Claim("SUM101", "sum", tuple(range(len(quantities))), ("total", *["part"] * len(parts)), "")
    _, findings = judge(document, figures, (), (claim,))
    assert [finding.severity for finding in findings] == [Severity.ERROR]
    assert place in findings[0].figures


@settings(max_examples=CASES, deadline=None)
@given(st.integers(100, 10**6), st.integers(1, 10**6), st.data())
def test_a_rate_changed_beyond_truncation_is_always_accused(whole, part, data):
    rate = (Decimal(part) * 100 / whole).quantize(Decimal("0.01"))
    gap = data.draw(st.integers(3, 5000))
    quantities = [
        Quantity(rate + gap * Decimal("0.01"), "%", Decimal("0.01")),
        Quantity(Decimal(part), None, Decimal(0)),
        Quantity(Decimal(whole), None, Decimal(0)),
    ]
    document, figures = sheet(quantities)
    _, findings = judge(document, figures, (), (Claim("PCT101", "rate", (0, 1, 2), ("rate", "part", "whole"), ""),))
    assert [finding.severity for finding in findings] == [Severity.ERROR]


@settings(max_examples=CASES // 4, deadline=None)
@given(st.lists(st.integers(1, 999), min_size=3, max_size=3), st.integers(0, 5), st.integers(1, 999))
def test_a_named_figure_is_one_that_brute_force_can_mend(parts, place, typed):
    a, b, c = parts
    values = [a + b, a, b, a + b + c, a + b, c]
    values[4] = values[0]
    values[place] = typed
    quantities = [Quantity(Decimal(value), None, Decimal(0)) for value in values]
    document, figures = sheet(quantities)
    claims = (
        Claim("SUM101", "sum", (0, 1, 2), ("total", "part", "part"), ""),
        Claim("SUM101", "sum", (3, 0, 5), ("total", "part", "part"), ""),
        Claim("DUP101", "equal", (0, 4), ("member", "member"), "", trust=2),
    )
    _, findings = judge(document, figures, (), claims)
    mendable = {i for i in range(6) if mends(values, i)}
    for finding in findings:
        if finding.suspect is not None and len(mendable) > 0 and len(findings) == 1:
            assert finding.suspect in mendable
            assert mends(values, finding.suspect, [int(finding.expected)])


def mends(values, place, tried=range(1, 3000)):
    """Whether some value of one figure alone makes everything agree: all are tried."""
    for value in tried:
        t, a, b, whole, again, c = (*values[:place], value, *values[place + 1 :])
        if t == a + b and whole == t + c and t == again:
            return True
    return False


@settings(max_examples=CASES // 4, deadline=None)
@given(st.integers(1, 10**7), st.data())
def test_a_slip_is_undone_by_one_of_the_slips_that_are_known(value, data):
    surface = write_number(value)
    places = [i for i, c in enumerate(surface) if c.isdigit()]
    at = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from("123456789"))
    typed = surface[:at] + digit + surface[at + 1 :]
    meant = {slip.value for slip in slips_of(typed, "", Decimal(typed.replace(".", "")))}
    assert typed == surface or Fraction(value) in meant


def test_the_same_claims_in_any_order_give_the_same_findings():
    document, figures, claims = written(
        "sum total=2.362_vụ part=1.180_vụ part=1.196_vụ; rate rate=50,4% part=#2 whole=2.373; "
        "equal trust2 member=#0 member=2.376_vụ"
    )
    told = {judge(document, figures, (), order) for order in itertools.permutations(claims)}
    assert len(told) == 1


def test_one_cause_is_told_once_with_what_follows_from_it():
    document, figures, claims = written(
        "sum total=2.362_vụ part=1.180_vụ part=1.196_vụ; rate rate=50,3% part=#2 whole=#0; "
        "equal trust2 member=#0 member=2.376_vụ"
    )
    _, findings = judge(document, figures, (), claims)
    assert [finding.suspect for finding in findings] == [0]
    assert findings[0].suggestion == "2.376 vụ"
    assert len(findings[0].consequences) == 2


def test_two_causes_in_one_cluster_are_told_apart():
    document, figures, claims = written(
        "sum total=500_vụ part=200_vụ part=300_vụ; rate rate=40,0% part=#1 whole=#0; "
        "sum total=912_vụ part=#0 part=421_vụ; equal trust2 member=#3 member=#3; list count=7_xã items=6"
    )
    _, findings = judge(document, figures, (), claims)
    assert {finding.code for finding in findings} == {"SUM101", "LST101"}


def test_an_edit_elsewhere_keeps_the_fingerprint():
    document, figures, claims = written("sum total=2.362_vụ part=1.180_vụ part=1.196_vụ")
    later, moved, again = written("list count=3_xã items=3; sum total=2.362_vụ part=1.180_vụ part=1.196_vụ")
    (first,) = judge(document, figures, (), claims)[1]
    (second,) = judge(later, moved, (), again)[1]
    assert first.fingerprint == second.fingerprint


@pytest.mark.parametrize("line", ["rate rate=10,0% part=5_việc whole=3_tỷ_đồng", "rate rate=5% part=1 whole=0"])
def test_what_cannot_be_decided_is_counted_and_not_accused(line):
    document, figures, claims = written(line)
    relations, findings = judge(document, figures, (), claims)
    assert [relation.verdict for relation in relations] == [Verdict.UNDECIDED]
    assert not findings


def test_a_hedged_figure_reaches_the_way_its_word_says():
    over = Quantity(Decimal(400), None, Decimal(0), Approx.OVER)
    assert cut_off(over).lo == 400
    assert cut_off(over).hi == 450
