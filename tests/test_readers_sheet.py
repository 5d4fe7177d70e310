"""Workbooks: cells with the text that Excel shows and the number that it stores."""

import datetime
import io
from decimal import Decimal

import xlsxwriter

from docgen.readers import read_bytes
from docgen.readers.cell_formats import look_of


def workbook(fill):
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    fill(book)
    book.close()
    return read_bytes(made.getvalue(), "a.xlsx")


def shown(document):
    return {cell.anchor.path: document.text_of(document.blocks[cell.blocks[0]]) for _, cell in document.cells()}


def test_numbers_are_shown_by_their_formats_and_kept_as_stored():
    def fill(book):
        sheet = book.add_worksheet("Số liệu")
        formats = ["General", "#,##0", "0.00%", "#,##0.0", "0", "#,##0,"]
        for column, (number, code) in enumerate(
            zip([2023, 1234567, 0.68734, 1234.56, 12.6, 5_000_000], formats, strict=True)
        ):
            sheet.write(0, column, number, book.add_format({"num_format": code}))
        sheet.write(1, 0, 0.1 + 0.2)

    document = workbook(fill)
    assert shown(document) == {
        (0, 0): "2023",
        (0, 1): "1.234.567",
        (0, 2): "68,73%",
        (0, 3): "1.234,6",
        (0, 4): "13",
        (0, 5): "5.000",
        (1, 0): "0,3",
    }
    values = [cell.value for _, cell in document.cells()]
    assert values == [Decimal(number) for number in ("2023", "1234567", "0.68734", "1234.56", "12.6", "5000", "0.3")]
    assert document.blocks[0].anchor.part == "sheet:Số liệu"


def test_dates_texts_and_truths_are_texts():
    def fill(book):
        sheet = book.add_worksheet()
        sheet.write(0, 0, "mười hai")
        sheet.write_datetime(0, 1, datetime.datetime(2021, 6, 17), book.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write(0, 2, True)

    document = workbook(fill)
    assert list(shown(document).values()) == ["mười hai", "17/06/2021", "đúng"]
    assert all(cell.value is None for _, cell in document.cells())


def test_merged_cells_are_listed_once_with_their_spans():
    def fill(book):
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 2, "Tiêu đề")
        sheet.write(1, 1, 5)

    document = workbook(fill)
    cells = [(cell.row, cell.column, cell.rowspan, cell.colspan) for _, cell in document.cells()]
    assert cells == [(0, 0, 1, 3), (1, 1, 1, 1)]
    assert (document.tables[0].rows, document.tables[0].columns) == (2, 3)


def test_hidden_sheets_are_left_out_with_a_notice():
    def fill(book):
        book.add_worksheet("hiện").write(0, 0, 1)
        hidden = book.add_worksheet("ẩn")
        hidden.write(0, 0, 2)
        hidden.hide()

    document = workbook(fill)
    assert document.text == "1"
    assert [notice.code for notice in document.notices] == ["N107"]


def test_formulas_count_by_their_stored_results():
    def fill(book):
        sheet = book.add_worksheet()
        sheet.write_formula(0, 0, "=1+2", None, 3)

    assert workbook(fill).text == "3"


def test_a_format_is_read_by_its_first_section():
    look = look_of('_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_)')
    assert (look.places, look.grouped, look.percent, look.thousands) == (2, True, False, 0)
    assert look_of('0.0"%"').percent is False
    assert look_of("0%").places == 0
