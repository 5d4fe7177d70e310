"""Units: conversion within one dimension, and text folded for comparison at its old offsets."""

import unicodedata
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vi.units import converted, currency_before, folded, unit_after, unit_named


@pytest.mark.parametrize(
    ("value", "source", "target", "wanted"),
    [
        (5, "ha", "m2", 50_000),
        (3, "tấn", "kg", 3000),
        (2, "tạ", "yến", 20),
        (1500, "m", "km", Fraction(3, 2)),
        (7, "m3", "lít", 7000),
        (12, "việc", "việc", 12),
    ],
)
def test_a_measure_is_taken_to_another_unit_of_its_dimension(value, source, target, wanted):
    assert converted(Fraction(value), source, target) == wanted


@pytest.mark.parametrize(("source", "target"), [("ha", "kg"), ("việc", "vụ"), ("đồng", "usd"), ("xyz", "ha")])
def test_nothing_is_converted_across_dimensions(source, target):
    assert converted(Fraction(1), source, target) is None


@given(st.integers(1, 10**9), st.sampled_from([("ha", "m2"), ("tấn", "g"), ("km", "cm"), ("gwh", "kwh")]))
def test_there_and_back_again_is_the_same_value(value, pair):
    there = converted(Fraction(value), *pair)
    assert there is not None
    assert converted(there, pair[1], pair[0]) == value


@given(st.text(max_size=40))
def test_folding_keeps_every_offset(text):
    composed = unicodedata.normalize("NFC", text)
    assert len(folded(composed)) == len(composed)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hoà giải", "hòa giải"),
        ("UỶ VIÊN", "ủy viên"),
        ("quý III", "quý iii"),
        ("hoạt động", "hoạt động"),
        ("khoẻ", "khỏe"),
    ],
)
def test_tone_marks_are_folded_to_their_new_place(old, new):
    assert folded(old) == new


def test_a_unit_is_found_by_any_of_its_spellings():
    assert unit_named("Héc-ta") == unit_named("ha")
    assert unit_named("Uỷ viên") == unit_named("ủy viên")
    assert unit_named("cái gì đó") is None


@pytest.mark.parametrize(("text", "name"), [("giá USD ", "usd"), ("giá $", "usd"), ("VNĐ ", "đồng"), ("giá ", None)])
def test_a_currency_may_stand_before_its_number(text, name):
    found = currency_before(folded(text), len(text))
    assert (found.unit.name if found else None) == name


def test_a_unit_ends_with_its_word():
    assert unit_after("5 hai", 1) is None
    assert unit_after("5 ha", 1) is not None
