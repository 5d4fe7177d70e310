"""Intervals and quantities: what a written number may truthfully stand for."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model.quantity import EVERYTHING, Approx, Interval, Quantity

numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=50)
intervals = st.tuples(numbers, numbers).map(lambda ends: Interval(min(ends), max(ends)))


def between(interval, share):
    return interval.lo + (interval.hi - interval.lo) * share


@given(intervals, intervals, st.fractions(0, 1), st.fractions(0, 1))
def test_an_operation_holds_every_result_of_its_members(a, b, s, t):
    x, y = between(a, s), between(b, t)
    assert (a + b).holds(x + y)
    assert (a - b).holds(x - y)
    assert (a * b).holds(x * y)
    if y:
        assert (a / b).holds(x / y)


def test_a_quotient_by_what_may_be_zero_says_nothing():
    assert Interval.point(1) / Interval(Fraction(-1), Fraction(1)) == EVERYTHING


@pytest.mark.parametrize(
    ("value", "step", "approx", "lo", "hi"),
    [
        ("68.73", "0.01", None, "68.725", "68.735"),
        ("3427", "0", None, "3427", "3427"),
        ("3508000000000", "1000000000", Approx.OVER, "3508000000000", "3509000000000"),
        ("267000", "0", Approx.OVER, "267000", "268000"),
        ("37000", "0", Approx.UNDER, "36000", "37000"),
        ("43108", "0", Approx.OVER, "43108", "43109"),
        ("1200", "0", Approx.ABOUT, "1100", "1300"),
    ],
)
def test_a_written_number_is_an_interval(value, step, approx, lo, hi):
    interval = Quantity(Decimal(value), None, Decimal(step), approx).interval
    assert interval == Interval(Fraction(lo), Fraction(hi))


def test_a_limit_is_open_on_its_other_side():
    assert Quantity(Decimal(70), "%", Decimal(1), Approx.UNDER, bounded=True).interval == Interval(None, Fraction(70))
