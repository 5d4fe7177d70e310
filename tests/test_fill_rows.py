"""Lists as office people lay them out, and what is told of those that cannot be read."""

import datetime
import json
from decimal import Decimal

import pytest
import xlsxwriter

from docgen.errors import DocgenError
from docgen.fill.contexts import ListError, contexts_of
from docgen.fill.fields import Field, Form
from docgen.fill.matching import matching
from docgen.fill.rows import read_rows


def sheet(path, rows, merged=(), others=()):
    book = xlsxwriter.Workbook(path)
    dated, percent = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"num_format": "0.00%"})
    for name, cells in [("DS", rows), *others]:
        page = book.add_worksheet(name)
        for number, row in enumerate(cells):
            for column, value in enumerate(row):
                if isinstance(value, datetime.date):
                    page.write_datetime(number, column, value, dated)
                elif isinstance(value, tuple):
                    page.write_number(number, column, value[0], percent)
                elif isinstance(value, str):
                    page.write_string(number, column, value)
                elif value is not None:
                    page.write(number, column, value)
        if name == "DS":
            for first_row, first, last_row, last, text in merged:
                page.merge_range(first_row, first, last_row, last, text)
    book.close()
    return path


def values(rows):
    return [list(row.values.values()) for row in rows]


LIST = [
    ["UBND TỈNH A", None, None, None, None],
    ["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", None, None, None, None],
    ["(Kèm theo Tờ trình số 5/TTr ngày 01/12/2026)", None, None, None, None],
    [None, None, None, None, None],
    ["STT", "Họ và tên", "Số CCCD", "Ngày sinh", "Hệ số"],
    ["(1)", "(2)", "(3)", "(4)", "(5)"],
    ["I", "Lãnh đạo", None, None, None],
    [1, "Nguyễn Văn A", "056085001234", datetime.date(1985, 9, 5), 2.34],
    [None, None, None, None, None],
    ["II. Chuyên viên", None, None, None, None],
    [2, "Trần Thị B\n(tức C)", "001", "1/2/1990", 3.0],
    ["Tổng cộng", None, None, None, 5.34],
    [None, None, None, None, None],
    [None, None, None, "Ngày 1 tháng 12 năm 2026", None],
    [None, None, None, "Người lập biểu", None],
]


def test_the_heads_are_found_under_the_titles(tmp_path):
    rows = read_rows(sheet(tmp_path / "ds.xlsx", LIST))
    assert rows.heads == ("STT", "Họ và tên", "Số CCCD", "Ngày sinh", "Hệ số", "Nhóm")
    assert values(rows) == [
        [1, "Nguyễn Văn A", "056085001234", datetime.date(1985, 9, 5), Decimal("2.34"), "Lãnh đạo"],
        [2, "Trần Thị B\n(tức C)", "001", "1/2/1990", 3, "Chuyên viên"],
    ]
    assert rows[0].place("Số CCCD") == "ô C8"
    assert any("dòng cộng" in notice for notice in rows.notices)
    assert any("ghi chú" in notice for notice in rows.notices)


def test_heads_in_two_rows_are_joined(tmp_path):
    table = [
        ["Họ tên", "Năm sinh", None, "Đơn vị"],
        [None, "Nam", "Nữ", None],
        ["Nguyễn Văn A", 1985, None, "P1"],
        ["Trần Thị B", None, 1990, "P2"],
    ]
    merged = [(0, 0, 1, 0, "Họ tên"), (0, 1, 0, 2, "Năm sinh"), (0, 3, 1, 3, "Đơn vị")]
    rows = read_rows(sheet(tmp_path / "a.xlsx", table, merged))
    assert rows.heads == ("Họ tên", "Năm sinh › Nam", "Năm sinh › Nữ", "Đơn vị")
    assert values(rows)[1] == ["Trần Thị B", None, 1990, "P2"]
    (tmp_path / "b.csv").write_text("Họ tên,Năm sinh,,Đơn vị\n,Nam,Nữ,\nNguyễn Văn A,1985,,P1\nTrần Thị B,,1990,P2\n")
    assert read_rows(tmp_path / "b.csv").heads == rows.heads


def test_a_cell_merged_downwards_counts_for_each_of_its_rows(tmp_path):
    table = [
        ["Đơn vị", "Họ tên", "Ghi chú", "Ghi chú"],
        ["P1", "A", "x", None],
        [None, "B", None, "y"],
        ["P2", "C", "z", None],
    ]
    rows = read_rows(sheet(tmp_path / "a.xlsx", table, [(1, 0, 2, 0, "P1")]))
    assert rows.heads == ("Đơn vị", "Họ tên", "Ghi chú", "Ghi chú (2)")
    assert [row[0] for row in values(rows)] == ["P1", "P1", "P2"]


def test_percentages_are_in_percent(tmp_path):
    rows = read_rows(sheet(tmp_path / "a.xlsx", [["Tên", "Tỷ lệ"], ["A", (0.6873,)]]))
    assert values(rows) == [["A", Decimal("68.73")]]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_delimited_texts_are_read_and_their_zeros_kept(tmp_path, separator):
    text = separator.join(["Họ tên", "Mã"]) + "\r\n" + separator.join(['"A\nB"', "007"]) + "\r\n"
    for coding in ("utf-8", "utf-8-sig", "utf-16"):
        (tmp_path / "a.csv").write_bytes(text.encode(coding))
        assert values(read_rows(tmp_path / "a.csv")) == [["A\nB", "007"]]


def test_objects_of_json_are_rows(tmp_path):
    listed = [{"ho_ten": "A", "ds": [{"x": 1.5}]}, {"ho_ten": "B"}]
    (tmp_path / "a.json").write_text(json.dumps(listed))
    (tmp_path / "b.json").write_text(json.dumps({"rows": listed}))
    (tmp_path / "c.jsonl").write_text("\n".join(map(json.dumps, listed)))
    for name in ("a.json", "b.json", "c.jsonl"):
        assert values(read_rows(tmp_path / name)) == [["A", [{"x": Decimal("1.5")}]], ["B", None]]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"", "E205"),
        ("a.csv", "Họ tên,Mã\n".encode(), "E205"),
        ("a.csv", b"1,2\n3,4\n", "E202"),
        ("a.json", b"[]", "E205"),
        ("a.json", b"{", "E204"),
        ("a.json", b"[1, 2]", "E204"),
        ("a.xlsx", b"PK\3\4 broken", "E"),
        ("a.xlsx", b"\x00\x01\x02" * 50, "E204"),
    ],
)
def test_a_list_that_cannot_be_read_is_told(tmp_path, name, content, code):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DocgenError) as caught:
        read_rows(tmp_path / name)
    assert caught.value.code.startswith(code)
    assert caught.value.hint
    assert name in caught.value.where


def test_a_list_that_is_not_there_is_told(tmp_path):
    for path in (tmp_path / "x.xlsx", tmp_path):
        with pytest.raises(DocgenError, match="E204"):
            read_rows(path)


def test_a_sheet_without_heads_is_told(tmp_path):
    with pytest.raises(DocgenError) as caught:
        read_rows(sheet(tmp_path / "a.xlsx", [[1, 2], [3, 4]]))
    assert (caught.value.code, caught.value.seen) == ("E202", "1 | 2")
    with pytest.raises(DocgenError, match="các trang"):
        read_rows(sheet(tmp_path / "a.xlsx", LIST), "Không có")


YEAR = Field("nam", "Năm", "year", True)
FORM = Form(
    "mau", "Mẫu",
    (
        Field("ho_ten", "Họ và tên", "name", True, ("Họ tên",)),
        Field("don_vi", "Đơn vị công tác", aliases=("Nơi công tác",)),
        Field("ngay_sinh", "Ngày sinh", "date"),
        Field("tien", "Tiền thưởng", "money"),
        Field("gioi", "Giới tính", "choice", choices=("Nam", "Nữ")),
        Field("dang_vien", "Đảng viên", "flag"),
        Field("ds", "Danh hiệu", "table", column=(YEAR, Field("ten", "Danh hiệu thi đua"))),
    ),
)  # fmt: skip


def test_heads_find_their_fields():
    found = matching(["TT", "HỌ TÊN", "Đơn vị công tác hiện nay", "Ghi chú"], FORM.fields)
    assert [(pair.head, pair.field.id, pair.is_sure) for pair in found.pairs] == [
        ("HỌ TÊN", "ho_ten", True), ("Đơn vị công tác hiện nay", "don_vi", False),
    ]  # fmt: skip
    assert found.unused == ("Ghi chú",)
    given = matching(["Người được khen"], FORM.fields, {"người được khen": "ho_ten"})
    assert given.pairs[0].field.id == "ho_ten"
    with pytest.raises(DocgenError, match="E203"):
        matching(["A"], FORM.fields, {"B": "ho_ten"})
    with pytest.raises(DocgenError, match="E203"):
        matching(["A"], FORM.fields, {"A": "khong_co"})


HEADS = ["Họ tên", "Ngày sinh", "Tiền thưởng", "Giới tính", "Đảng viên"]


def test_cells_become_typed_values(tmp_path):
    row = ["  Nguyễn  Văn A ", "5/9/1985", "1.200.000 đồng", "nữ", "x"]
    context = next(iter(contexts_of(read_rows(sheet(tmp_path / "a.xlsx", [HEADS, row])), FORM)))
    assert context.problems == ()
    assert context.values["ho_ten"] == "Nguyễn Văn A"
    assert context.values["ngay_sinh"] == datetime.date(1985, 9, 5)
    assert context.values["tien"] == 1_200_000
    assert context.values["gioi"] == "Nữ"
    assert context.values["dang_vien"] is True
    assert context.values["don_vi"] is None
    assert context.values["ds"] == []


def test_every_bad_cell_is_told_at_once_with_its_place(tmp_path):
    bad = [["Nguyễn Văn A", "31/02/1985", "1.200.00", "khác", "?"], [None, 1985, 5, None, None]]
    contexts = contexts_of(read_rows(sheet(tmp_path / "ds.xlsx", [HEADS, *bad])), FORM)
    with pytest.raises(ListError) as caught:
        contexts.check()
    places = [problem.where.split(", ")[-1].split(" (")[0] for problem in caught.value.problems]
    assert places == ["ô B2", "ô C2", "ô D2", "ô E2", "ô A3"]
    assert "ds.xlsx, trang «DS», ô C2 (cột «Tiền thưởng»): «1.200.00»" in str(caught.value)


def test_a_required_field_without_a_column_is_told(tmp_path):
    with pytest.raises(DocgenError) as caught:
        contexts_of(read_rows(sheet(tmp_path / "a.xlsx", [["Chức vụ", "Lương"], ["A", "B"]])), FORM)
    assert caught.value.code == "E203"
    assert "--map" in caught.value.hint


def test_a_sheet_named_like_a_table_fills_it(tmp_path):
    main = [["Họ tên", "Giới tính"], ["A", "Nam"], ["B", "Nữ"]]
    linked = [["Họ tên", "Năm", "Danh hiệu thi đua"], ["A", 2024, "LĐTT"], ["B", 2025, "CSTĐ"], ["A", 2026, "CSTĐ"]]
    rows = read_rows(sheet(tmp_path / "a.xlsx", main, others=[("Danh hiệu", linked)]))
    first, second = contexts_of(rows, FORM)
    assert first.values["ds"] == [{"nam": 2024, "ten": "LĐTT"}, {"nam": 2026, "ten": "CSTĐ"}]
    assert second.values["ds"] == [{"nam": 2025, "ten": "CSTĐ"}]
    unlinked = [["Năm", "Danh hiệu thi đua"], [2024, "LĐTT"]]
    with pytest.raises(DocgenError, match="E206"):
        contexts_of(read_rows(sheet(tmp_path / "b.xlsx", main, others=[("Danh hiệu", unlinked)])), FORM)


def test_a_list_without_a_form_keeps_its_own_names(tmp_path):
    context = next(iter(contexts_of(read_rows(sheet(tmp_path / "a.xlsx", [["Họ tên", "Số"], ["A", 5.0]])))))
    assert context.values == {"Họ tên": "A", "Số": 5}


def test_a_list_of_one_column_and_of_numbers_only(tmp_path):
    assert values(read_rows(sheet(tmp_path / "a.xlsx", [["Họ tên"], ["A"], ["B"]]))) == [["A"], ["B"]]
    assert values(read_rows(sheet(tmp_path / "b.xlsx", [["Năm", "Số"], [2024, 5], [2025, 6]]))) == [
        [2024, 5],
        [2025, 6],
    ]
