"""What a person and a program read: places in words, the quoted sentence, exact decimal strings, inert cells."""

import csv
import io
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import DocgenError
from docgen.model.fact import Fact, Figure, Kind
from docgen.model.finding import Family, Finding, Report, Severity
from docgen.model.quantity import Quantity
from docgen.model.text import Anchor, Span
from docgen.outputs.json import decimal_text
from docgen.outputs.place import column_letters, place_of, sentence_of
from docgen.outputs.tables import inert, write_figures
from docgen.outputs.terminal import show_check
from docgen.readers.text import document_of

TEXT = "Đơn vị thụ lý 3.427 việc. Trong đó: cũ 1.057 việc, mới 2.307 việc.\nTỷ lệ đạt 68,73%."


def report():
    document = document_of(TEXT, "bao_cao.txt")
    figures = []
    for written, value in (("3.427", "3427"), ("1.057", "1057"), ("2.307", "2307")):
        start = TEXT.index(written)
        span, number = Span(start, start + 10), Span(start, start + 5)
        figures.append(
            Figure(
                span, number, Anchor("body", (0,)), Kind.COUNT, Quantity(Decimal(value), "việc", Decimal(0)), "count"
            )
        )
    finding = Finding(
        "SUM101",
        "tong-khac-thanh-phan",
        Family.CONSISTENCY,
        Severity.ERROR,
        "ghi 3.427 · cộng lại 3.364 · nghi nhất 2.307",
        (0, 1, 2),
        tuple(figure.span for figure in figures),
        "abc123",
        suspect=2,
        suggestion="2.370 việc",
    )
    return Report(document, tuple(figures), tuple(Fact(i) for i in range(3)), (), (finding,))


def printed(width=100):
    from rich.console import Console

    console = Console(file=io.StringIO(), width=width, highlight=False, soft_wrap=True)
    show_check(console, "bao_cao.txt", report())
    return console.file.getvalue()


def test_the_suspect_is_underlined_under_its_own_digits():
    lines = printed().splitlines()
    quote = next(line for line in lines if "2.307" in line)
    marks = lines[lines.index(quote) + 1]
    assert marks.index("^") == quote.index("2.307")
    assert marks.count("^") == 5
    assert marks.index("~") == quote.index("1.057")


def test_a_long_text_without_spaces_is_quoted_around_its_figure():
    from rich.console import Console

    text = "x" * 300 + "3.427 việc, cũ 1.057 việc, mới 2.307 việc"
    base = report()
    document = document_of(text, "a.txt")
    figures = []
    for figure, written in zip(base.figures, ("3.427", "1.057", "2.307"), strict=True):
        at = text.index(written)
        figures.append(replace(figure, span=Span(at, at + 10), number=Span(at, at + 5)))
    console = Console(file=io.StringIO(), width=100, soft_wrap=True)
    show_check(console, "a.txt", replace(base, document=document, figures=tuple(figures)))
    assert "^^^^^" in console.file.getvalue()


def test_a_finding_names_its_place_its_cure_and_its_page():
    shown = printed()
    assert "bao_cao.txt › đoạn 1 › câu 1   SUM101  lỗi" in shown
    assert "sửa thành 2.370 việc · docgen explain SUM101" in shown


def test_the_coverage_line_counts_what_was_seen():
    assert "bao_cao.txt: 1 lỗi  ·  3 số liệu, 0 số được đối chiếu" in printed()


def test_a_sentence_ends_at_its_full_stop_and_not_inside_a_number():
    document = document_of(TEXT)
    start = TEXT.index("1.057")
    assert sentence_of(document, Span(start, start + 5)).of(TEXT) == "Trong đó: cũ 1.057 việc, mới 2.307 việc."


def test_a_place_in_one_sentence_needs_no_sentence_number():
    start = TEXT.index("68,73%")
    assert place_of(document_of(TEXT), Span(start, start + 6)) == "đoạn 2"


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_a_column_is_named_as_a_spreadsheet_names_it(column, letters):
    assert column_letters(column) == letters


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15), max_value=10**15))
def test_a_decimal_text_reads_back_as_the_same_number(value):
    text = decimal_text(value)
    assert Decimal(text) == value
    assert "E" not in text
    assert decimal_text(Fraction(value)) == text


def test_a_fraction_without_end_is_cut_to_twelve_places():
    assert decimal_text(Fraction(1, 3)) == "0.333333333333"


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "\t=1"])
def test_no_cell_is_taken_for_a_formula(text):
    assert inert(text).startswith("'")


def test_the_csv_opens_with_vietnamese_letters_and_one_row_a_figure(tmp_path):
    out = tmp_path / "so_lieu.csv"
    write_figures(str(out), [("bao_cao.txt", report())])
    raw = out.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    assert rows[0][:3] == ["Tệp", "Số liệu", "Giá trị"]
    assert [row[2] for row in rows[1:]] == ["3427", "1057", "2307"]


def test_the_workbook_holds_numbers_and_the_sentence_of_each(tmp_path):
    from python_calamine import CalamineWorkbook

    out = tmp_path / "số liệu.xlsx"
    write_figures(str(out), [("bao_cao.txt", report())])
    rows = CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0).to_python()
    assert rows[1][2] == 3427
    assert rows[1][rows[0].index("Câu")] == "Đơn vị thụ lý 3.427 việc."


def test_an_existing_table_is_not_overwritten_without_force(tmp_path):
    out = tmp_path / "so_lieu.csv"
    out.write_text("cũ", encoding="utf-8")
    with pytest.raises(DocgenError) as caught:
        write_figures(str(out), [("bao_cao.txt", report())])
    assert caught.value.code == "E401"
    assert out.read_text(encoding="utf-8") == "cũ"
    write_figures(str(out), [("bao_cao.txt", report())], force=True)
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")


def test_an_unknown_suffix_is_told_and_nothing_written(tmp_path):
    with pytest.raises(DocgenError) as caught:
        write_figures(str(tmp_path / "so_lieu.ods"), [("bao_cao.txt", report())])
    assert caught.value.code == "E405"
    assert list(tmp_path.iterdir()) == []


def test_extract_groups_by_indicator_and_period_and_keeps_the_rest():
    from docgen.model.fact import Period
    from docgen.outputs.listing import UNNAMED, grouped

    base = report()
    facts = (
        Fact(0, "thụ lý", "a.thu_ly", Period("2025")),
        Fact(1, "cũ"),
        Fact(2, "thụ lý", "a.thu_ly", Period("2024")),
    )
    names = {"a.xong": "thi hành xong", "a.thu_ly": "tổng số thụ lý"}
    assert list(grouped(replace(base, facts=facts), names)) == [
        ("Tổng số thụ lý · 2025", [0]),
        ("Tổng số thụ lý · 2024", [2]),
        (UNNAMED, [1]),
    ]
