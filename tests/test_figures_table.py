"""Figures of tables in whole documents: units from captions and heads, merged heads, typed cells."""

import io
from decimal import Decimal

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from word_maker import cell, paragraph, row, run, table, word_file

from docgen.figures.scan import figures_of
from docgen.figures.table import cells_of, figures_in_table, heads_of, number_blocks
from docgen.model.fact import Kind
from docgen.readers import read_bytes
from docgen.readers.markdown import read_markdown
from docgen.vi.numerals import write_number


def text_cell(text, properties=""):
    return cell(paragraph(run(text)) if text else paragraph(), properties=properties)


def merged_table():
    down, go_on, across = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    return word_file(
        paragraph(run("Biểu 1. Kết quả thi hành án")),
        paragraph(run("Đơn vị tính: triệu đồng")),
        table(
            row(text_cell("Đơn vị", down), text_cell("Về việc (việc)", across), text_cell("Số tiền", down)),
            row(text_cell("", go_on), text_cell("Thụ lý"), text_cell("Xong"), text_cell("", go_on)),
            row(text_cell("A"), text_cell("1"), text_cell("2"), text_cell("3")),
            row(text_cell("Chi cục X"), text_cell("1.204"), text_cell("980"), text_cell("25.300,5")),
            row(text_cell("Chi cục Y"), text_cell("310"), text_cell("-"), text_cell("")),
            row(text_cell("Tổng cộng"), text_cell("1.514"), text_cell("980"), text_cell("25.300,5")),
        ),
    )


def test_merged_heads_give_each_cell_its_path_and_unit():
    document = read_bytes(merged_table(), "a.docx")
    heads = heads_of(document, document.tables[0])
    assert heads[3, 1].column == ("Về việc (việc)", "Thụ lý")
    assert heads[3, 1].row == ("Chi cục X",)
    assert (heads[3, 1].unit.name, heads[3, 3].unit.name, heads[3, 3].unit.scale) == ("việc", "đồng", 10**6)
    assert [heads[4, column].content for column in (1, 2, 3)] == ["number", "zero", "blank"]
    assert [heads[line, 1].is_total for line in (3, 4, 5)] == [False, False, True]
    assert [heads[3, column].column_id for column in (1, 2, 3)] == ["1", "2", "3"]


def test_the_figures_of_a_document_are_those_of_its_tables_and_its_text():
    document = read_bytes(merged_table(), "a.docx")
    figures = figures_of(document)
    assert [figure.span.of(document.text) for figure in figures] == [
        "1.204", "980", "25.300,5", "310", "1.514", "980", "25.300,5",
    ]  # fmt: skip
    assert figures[2].kind is Kind.MONEY
    assert (figures[2].quantity.value, figures[2].quantity.step) == (Decimal("25300500000"), Decimal(100000))
    assert cells_of(document, figures)[2] == (0, (3, 3))


def test_a_typed_cell_is_exact_and_a_percentage_is_in_percent():
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Đơn vị", "Số vụ", "Tỷ lệ"])
    sheet.write(1, 0, "Phòng A")
    sheet.write(1, 1, 1204)
    sheet.write(1, 2, 0.68734, book.add_format({"num_format": "0.0%"}))
    book.close()
    document = read_bytes(made.getvalue(), "a.xlsx")
    figures = figures_in_table(document, document.tables[0])
    assert [(figure.kind, figure.quantity.value, figure.quantity.unit) for figure in figures] == [
        (Kind.COUNT, Decimal(1204), "vụ"),
        (Kind.PERCENT, Decimal("68.734"), "%"),
    ]
    assert figures[1].span.of(document.text) == "68,7%"


@pytest.mark.parametrize(
    ("written", "sign", "value"),
    [("-5,2", -1, "5.2"), ("(5,2)", -1, "5.2"), ("+5,2", 1, "5.2"), ("5,2%", 1, "5.2"), ("−5", -1, "5")],
)
def test_signs_are_read_as_tables_write_them(written, sign, value):
    document = read_markdown(f"| Chỉ tiêu | So sánh (%) |\n|---|---|\n| Thu | {written} |\n".encode(), "-")
    figure = figures_in_table(document, document.tables[0])[0]
    assert (figure.sign, figure.quantity.value) == (sign, Decimal(value))


def test_rates_and_averages_add_up_to_nothing():
    text = "| Đơn vị | Số vụ | TL giải quyết | Bình quân |\n|---|---|---|---|\n"
    text += "| X | 10 | 80 | 5 |\n| Tổng cộng | 10 | 80 | 5 |\n"
    document = read_markdown(text.encode(), "-")
    heads = heads_of(document, document.tables[0])
    assert [heads[2, column].adds_up for column in (1, 2, 3)] == [True, False, False]
    assert all(heads[2, column].is_total for column in (1, 2, 3))


def test_a_formula_of_columns_does_not_bind_a_row_of_rates():
    text = "| Chỉ tiêu | Tổng | A | B |\n|---|---|---|---|\n"
    text += "| A | 1=2+3 | 2 | 3 |\n| Số vụ | 5 | 2 | 3 |\n| Tỷ lệ (%) | 9 | 8 | 7 |\n"
    document = read_markdown(text.encode(), "-")
    heads = heads_of(document, document.tables[0])
    assert (heads[2, 1].formula, heads[3, 1].formula) == ("c1 = c2 + c3", None)


def test_cells_with_words_are_left_to_the_text():
    document = read_markdown(
        "| Nội dung | Kết quả |\n|---|---|\n| Thu | 12 |\n| Chi | đạt 68,73% dự toán |\n".encode(), "-"
    )
    assert [figure.span.of(document.text) for figure in figures_of(document)] == ["12", "68,73%"]


numbers = st.integers(0, 10**9)


@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=5))
def test_every_number_of_a_table_is_read_once_and_in_place(rows):
    lines = ["| Đơn vị | Giao | Đạt |", "|---|---|---|"]
    lines += [
        f"| Phòng {n} X | {write_number(Decimal(a))} | {write_number(Decimal(b))} |" for n, (a, b) in enumerate(rows)
    ]
    document = read_markdown("\n".join(lines).encode(), "-")
    found = [figure for figures in number_blocks(document).values() for figure in figures]
    assert [figure.quantity.value for figure in found] == [Decimal(value) for pair in rows for value in pair]
    for figure in found:
        assert document.text_of(document.blocks[document.block_at(figure.span.start)]) == figure.span.of(document.text)
