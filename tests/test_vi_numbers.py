"""Numbers and dates both ways: what is written is read back, and no text is too strange to read."""

import unicodedata
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model.fact import Period
from docgen.vi import spelled
from docgen.vi.normal import normal
from docgen.vi.numerals import in_words, money_in_words, read, scan, write_money, write_number
from docgen.vi.period import periods, write_date, write_period

wholes = st.integers(0, 10**18)
decimals = st.decimals(-(10**12), 10**12, places=2) | st.decimals(-(10**6), 10**6, places=1)
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
# Texts near to numbers: what a pattern may stumble over.
pieces = (
    sorted(spelled.words())
    + list("0123456789.,-/% \n")
    + ["năm", "tháng", "quý", "ngày", "từ", "đến", "½", "II", "1.234", "2021"]
)
near_numbers = st.lists(st.sampled_from(pieces), max_size=30).map(" ".join)
glued = st.lists(st.sampled_from(pieces), max_size=30).map("".join)
texts = st.text(max_size=80) | near_numbers | glued


@given(wholes | decimals)
def test_a_number_is_read_as_it_was_written(value):
    assert read(write_number(value)).value == value


@given(wholes)
def test_an_amount_is_read_as_it_was_written(value):
    assert read(write_money(value).removesuffix(" đồng")).value == value


@given(wholes.map(lambda n: n * 1000))
def test_an_amount_in_whole_thousands_is_read_with_its_unit(value):
    assert scan(write_money(value))[0].value == value


@given(wholes | st.integers(0, 10**6) | decimals)
def test_words_are_read_as_they_were_written(value):
    assert read(in_words(value)).value == value


@given(wholes)
def test_words_are_read_in_capitals_and_in_other_spellings(value):
    words = in_words(value)
    for one, other in (("linh", "lẻ"), ("nghìn", "ngàn"), ("tỷ", "tỉ"), ("bảy", "bẩy"), ("mươi tư", "mươi bốn")):
        assert read(words.replace(one, other)).value == value
    assert read(words.upper()).value == read(words.title()).value == value


@given(days)
def test_a_date_is_read_as_it_was_written(day):
    for written in (write_date(day), write_date(day, short=True)):
        found = periods(written)
        assert [(one.period.start, one.period.end) for one in found] == [(day, day)]
        assert (found[0].start, found[0].end) == (0, len(written))


@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 12))
def test_a_stretch_of_months_is_read_as_it_was_written(year, one, other):
    first, last = sorted((one, other))
    end = date(year + last // 12, last % 12 + 1, 1) - timedelta(days=1)
    period = Period("", date(year, first, 1), end)
    found = periods(write_period(period))
    assert [(one.period.start, one.period.end) for one in found] == [(period.start, period.end)]


@given(days, st.integers(1, 4000))
def test_a_stretch_of_days_is_read_as_it_was_written(day, length):
    period = Period("", day, day + timedelta(days=length))
    found = periods(write_period(period))
    assert [(one.period.start, one.period.end) for one in found] == [(period.start, period.end)]


@given(texts)
def test_no_text_is_too_strange_to_read(text):
    plain = normal(text)
    numbers, times = scan(plain.text), periods(plain.text, today=date(2024, 2, 29), year_start=10)
    read(text)
    for found in (numbers, times):
        ends = [(one.start, one.end) for one in found]
        assert all(0 <= start < end <= len(plain.text) for start, end in ends)
        assert all(before[1] <= after[0] for before, after in pairwise(ends))


@given(texts)
def test_the_form_of_the_letters_changes_no_value(text):
    composed, apart = (normal(unicodedata.normalize(form, text)).text for form in ("NFC", "NFD"))
    assert [one.value for one in scan(composed)] == [one.value for one in scan(apart)]
    assert [one.iso for one in periods(composed)] == [one.iso for one in periods(apart)]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_span_slices_back_to_what_was_written(form):
    written = unicodedata.normalize(form, "Thụ lý mười lăm nghìn việc, đạt 12\u00a0345\u200b việc; Qu\u00fd III/2021.")
    plain = normal(written)
    pieces = [plain.span(one.start, one.end).of(written) for one in scan(plain.text)]
    assert pieces == [unicodedata.normalize(form, "mười lăm nghìn"), "12\u00a0345", "2021"]
    period = periods(plain.text)[0]
    assert plain.span(period.start, period.end).of(written) == unicodedata.normalize(form, "Quý III/2021")


@given(st.text("aăâế\u0301\u0323\u0302 \u00a0\u200b9", max_size=20))
def test_the_spans_of_all_characters_cover_what_was_written(text):
    plain = normal(text)
    whole = plain.span(0, len(plain.text))
    assert text[: whole.start].strip("\u200b") == text[whole.end :].strip("\u200b") == "" or not plain.text


def test_old_and_new_tone_marks_stay_as_they_are():
    assert normal("hoà giải, hòa giải, thuỷ, thủy").text == "hoà giải, hòa giải, thuỷ, thủy"


def test_the_working_year_may_begin_in_october():
    found = periods("08 tháng năm 2021 và năm 2021", year_start=10)
    assert [(one.period.start, one.period.end) for one in found] == [
        (date(2020, 10, 1), date(2021, 5, 31)),
        (date(2020, 10, 1), date(2021, 9, 30)),
    ]


def test_what_says_no_year_has_ends_only_when_the_day_is_known():
    assert periods("tháng trước")[0].period == Period("tháng trước")
    known = periods("tháng trước, 6 tháng đầu năm, quý này", today=date(2024, 1, 15))
    assert [(one.period.start, one.period.end) for one in known] == [
        (date(2023, 12, 1), date(2023, 12, 31)),
        (date(2024, 1, 1), date(2024, 6, 30)),
        (date(2024, 1, 1), date(2024, 3, 31)),
    ]


def test_what_stands_beside_digits_decides_what_they_are():
    found = scan("trên 805/1,352 trường, 500,000 đồng, 12,500 tỷ")
    assert [one.value for one in found] == [Decimal(n) for n in (805, 1352, 500000, 12500000000)]
    assert found[3].alternatives == ((Decimal(12500 * 10**9), Decimal(10**9)),)


def test_an_amount_in_words_begins_with_a_capital():
    assert money_in_words(2_300_000) == "Hai triệu ba trăm nghìn đồng"


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_what_is_no_number_cannot_be_written(value):
    with pytest.raises(ValueError, match="not a number"):
        write_number(Decimal(value))
