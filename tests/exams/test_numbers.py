"""Other projects' numbers: how many are read, in which direction, and why the rest are not."""

import json
import time
from decimal import Decimal

import pytest

from docgen.vi.normal import normal
from docgen.vi.numerals import in_words, read, scan
from docgen.vi.period import periods

WRITTEN = ("price_parser", "underthesea", "vietnormalizer", "soe_vinorm", "duckling")
SPELLED = ("cldr", "nemo_itn", "num2text", "readvnd", "read_vn_number", "to_words", "vn_numberwords")
BACK = ("cldr", "num2text", "read_vn_number", "readvnd", "to_words", "vn_numberwords")
CALENDAR = ("date", "period")
# What is not read, and why.
UNREAD = {
    "nemo_itn-087": "a street with its number, not a number",
    "duckling-111": "'this quarter' has no place in a calendar without the day of the report",
}


def rows(shared, *names):
    for name in names:
        for line in (shared / "numbers" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            yield json.loads(line, parse_float=Decimal)


def values(row):
    value = row["value"]
    wanted = [end for end in (value["low"], value["high"]) if end is not None] if isinstance(value, dict) else [value]
    return [Decimal(str(one)) for one in wanted]


def is_read(row, *, alone=False):
    text = normal(row.get("surface") or row["text"]).text
    if row["kind"] in CALENDAR:
        return row["value"] in [one.iso for one in periods(normal(row["text"]).text)]
    if alone:
        found = read(text)
        return found is not None and found.value == values(row)[0]
    # The words around a number ("không quá 7.000 đồng") may hold number words themselves.
    numbers = [abs(one.value) for one in scan(text)]
    return all(abs(value) in numbers for value in values(row))


def test_written_numbers_are_read(shared):
    asked = [
        row
        for row in rows(shared, *WRITTEN)
        if row["kind"] not in ("time", "none") and any(c.isdigit() for c in row["text"])
    ]
    missed = {row["id"] for row in asked if not is_read(row)}
    assert missed <= set(UNREAD)
    assert len(missed) <= 0.01 * len(asked)


def test_spelled_cardinals_are_read(shared):
    asked = [row for row in rows(shared, *SPELLED) if row["kind"] in ("cardinal", "decimal")]
    missed = {row["id"] for row in asked if not is_read(row, alone=True)}
    assert missed <= set(UNREAD)
    assert len(missed) <= 0.03 * len(asked)


def test_what_others_spell_is_read_and_spelled_back_to_the_same_value(shared):
    for row in rows(shared, *(f"spell_{name}" for name in BACK)):
        value = Decimal(str(row["value"]))
        if not row["text"].lower().startswith("thứ "):
            assert read(row["text"]).value == value, row["id"]
        assert read(in_words(value)).value == value, row["id"]


def test_the_standard_spelling_is_the_one_written(shared):
    for row in rows(shared, "spell_readvnd"):
        assert in_words(row["value"]) == row["text"], row["id"]


def test_dates_and_periods_are_read(shared):
    asked = [row for row in rows(shared, *WRITTEN, "chrono", "dateparser", "nemo_itn") if row["kind"] in CALENDAR]
    assert {row["id"] for row in asked if not is_read(row)} <= set(UNREAD)


def test_what_is_no_date_is_not_read_as_one(shared):
    for row in rows(shared, "negative_date"):
        assert periods(normal(row["text"]).text) == [], row["id"]


def test_short_forms_and_doubtful_marks_are_read(shared):
    asked = [row for row in rows(shared, "ambiguous", "informal") if row["kind"] not in CALENDAR]
    missed = {row["id"] for row in asked if not is_read(row)}
    # "1t" for a thousand million is chat: in a report it is a ton.
    assert missed == {"informal-019", "informal-020", "informal-021", "informal-022", "informal-028"}


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["1.", "1.234 tỷ 567 triệu 089 nghìn ", "12,5 tỷ, 3.", "hai trăm linh năm nghìn ", "tỷ tỷ một "]
)
def test_a_megabyte_of_digits_and_number_words_takes_two_seconds(piece):
    text = (piece * 10**6)[: 10**6]
    started = time.process_time()
    scan(text)
    assert time.process_time() - started <= 2
