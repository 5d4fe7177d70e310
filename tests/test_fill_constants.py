"""Lists as secretaries keep them: a title merged over the table, and values that are the same for every row."""

import xlsxwriter

from docgen.fill.constants import with_constants
from docgen.fill.rows import read_rows


def a_list(path, second_title=False):
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        if second_title:
            sheet.merge_range(0, 0, 0, 1, "THI HÀNH ÁN DÂN SỰ")
            sheet.merge_range(0, 2, 0, 3, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        else:
            sheet.merge_range(0, 0, 0, 3, "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG")
        sheet.write_row(2, 0, ["TT", "Họ và tên", "Chức vụ", "Đơn vị"])
        sheet.write_row(3, 0, [1, "Nguyễn Văn A", "Chấp hành viên", "Phòng 1"])
        sheet.write_row(4, 0, [2, "Trần Thị B", "Thư ký", "Phòng 2"])
    return path


def test_a_title_merged_over_the_table_is_no_head(tmp_path):
    assert read_rows(a_list(tmp_path / "ds.xlsx")).heads == ("TT", "Họ và tên", "Chức vụ", "Đơn vị")


def test_a_letterhead_of_two_merged_halves_is_no_head(tmp_path):
    rows = read_rows(a_list(tmp_path / "ds.xlsx", second_title=True))
    assert rows.heads == ("TT", "Họ và tên", "Chức vụ", "Đơn vị")
    assert len(rows) == 2


def test_a_constant_fills_every_row(tmp_path):
    rows = with_constants(read_rows(a_list(tmp_path / "ds.xlsx")), {"Địa danh": "Hòa Sơn"})
    assert rows.heads[-1] == "Địa danh"
    assert [row.values["Địa danh"] for row in rows] == ["Hòa Sơn", "Hòa Sơn"]


def test_the_list_goes_before_a_constant(tmp_path):
    rows = with_constants(read_rows(a_list(tmp_path / "ds.xlsx")), {"chức vụ": "Khác"})
    assert [row.values["Chức vụ"] for row in rows] == ["Chấp hành viên", "Thư ký"]
