"""The whole dossier from one list."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from docgen.commendation.dossier import make_dossier
from docgen.commendation.shown import Standing
from docgen.errors import DocgenError
from docgen.pipeline import check

SAMPLE = Path(__file__).parent.parent / "templates_docx" / "ho-so-khen-thuong" / "danh_sach_mau.xlsx"


def listed(path, shared, collectives=(), persons=()):
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Chung")
    sheet.write_row(0, 0, shared.keys())
    for column, value in enumerate(shared.values()):
        (sheet.write_datetime if isinstance(value, date) else sheet.write)(1, column, value)
    for name, heads, rows in (
        ("Tập thể", ("TT", "Tên tập thể", "Danh hiệu, hình thức", "Số phiếu đồng ý"), collectives),
        ("Cá nhân", ("TT", "Họ và tên", "Giới tính", "Chức vụ", "Danh hiệu, hình thức", "Số phiếu đồng ý"), persons),
    ):
        sheet = book.add_worksheet(name)
        for number, row in enumerate((heads, *rows)):
            sheet.write_row(number, 0, row)
    book.close()
    return path


SHARED = {
    "Cơ quan chủ quản": "Cục Quản lý Thi hành án dân sự",
    "Cơ quan ban hành": "Thi hành án dân sự tỉnh Khánh Hòa",
    "Chữ viết tắt tên cơ quan": "THADS",
    "Địa danh": "Khánh Hòa",
    "Dịp khen thưởng": "tổng kết công tác năm 2026",
    "Kính gửi": "Trưởng Thi hành án dân sự tỉnh Khánh Hòa",
    "Thẩm quyền ban hành": "Trưởng Thi hành án dân sự tỉnh Khánh Hòa",
    "Số tờ trình": "125",
    "Ngày tờ trình": date(2026, 12, 15),
    "Ngày họp": date(2026, 12, 10),
    "Số quyết định": "310",
    "Ngày quyết định": date(2026, 12, 20),
    "Nội dung thành tích": "đã có thành tích xuất sắc trong công tác năm 2026",
    "Tổng số thành viên Hội đồng": 9,
    "Có mặt": 9,
    "Vắng": 0,
    "Ngưỡng phiếu (%)": 80,
    "Người ký": "Trần Văn B",
}


@pytest.fixture
def thirty_and_six(tmp_path):
    teams = [(n, f"Phòng Thi hành án dân sự khu vực {n}", "Giấy khen", 9) for n in range(1, 7)]
    people = [(n, f"Nguyễn Văn {chr(64 + n % 26 + 1)}", "Nam", "Chấp hành viên", "Giấy khen", 8) for n in range(1, 31)]
    return listed(tmp_path / "ho_so.xlsx", SHARED, teams, people)


def test_thirty_persons_and_six_collectives_make_the_whole_dossier(thirty_and_six, tmp_path):
    dossier = make_dossier(thirty_and_six, tmp_path / "out")
    assert len(dossier.files) == 6 + 36 + 36
    assert all(path.is_file() for path in dossier.files)
    assert not [str(shown) for shown in dossier.shown if shown.standing is Standing.AGAINST]


def test_the_checker_finds_nothing_in_the_dossier(tmp_path):
    for path in make_dossier(SAMPLE, tmp_path / "out").files:
        assert [finding.message for finding in check(path).findings] == [], path.name


def text_of(path):
    return check(path).document.text


def test_all_papers_count_the_same_names(thirty_and_six, tmp_path):
    dossier = make_dossier(thirty_and_six, tmp_path / "out")
    for slug in ("to-trinh", "danh-sach", "bien-ban-hop", "bien-ban-kiem", "quyet-dinh"):
        (path,) = [path for path in dossier.files if slug in path.name]
        assert "06 tập thể, 30 cá nhân" in text_of(path), slug


def test_the_golden_book_numbers_are_the_places_in_the_decision(thirty_and_six, tmp_path):
    dossier = make_dossier(thirty_and_six, tmp_path / "out")
    certificates = [path for path in dossier.files if path.parent.name == "giay-khen"]
    for number, path in enumerate(certificates, 1):
        text = text_of(path)
        assert f"Số sổ vàng: {number}" in text
        assert "Quyết định số: 310/QĐ-THADS" in text


def test_the_money_and_the_grounds_are_those_of_the_day(tmp_path):
    person = [(1, "Nguyễn Văn A", "Nam", "Chấp hành viên", "Lao động tiên tiến", None)]
    for day, money, decree in ((date(2025, 6, 20), "710.000", "98/2023"), (date(2026, 12, 20), "760.000", "152/2025")):
        shared = SHARED | {"Ngày quyết định": day, "Ngày tờ trình": day, "Ngày họp": day}
        path = listed(tmp_path / f"{day}.xlsx", shared, persons=person)
        files = make_dossier(path, tmp_path / str(day)).files
        (decision,) = [path for path in files if "quyet-dinh" in path.name]
        assert money in text_of(decision)
        assert decree in text_of(decision)


def test_stale_grounds_names_votes_and_days_are_shown(tmp_path):
    shared = SHARED | {
        "Căn cứ": "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ",
        "Cơ quan ban hành": "Cục Thi hành án dân sự tỉnh Khánh Hòa",
        "Ngày tờ trình": date(2026, 12, 1),
        "Có mặt": 7,
        "Vắng": 1,
    }
    person = [(1, "Nguyễn Văn A", "Nam", "Chấp hành viên", "Chiến sĩ thi đua cơ sở", 7)]
    dossier = make_dossier(listed(tmp_path / "a.xlsx", shared, persons=person), tmp_path / "out")
    codes = {shown.code for shown in dossier.shown if shown.standing is Standing.AGAINST}
    assert codes == {"LAW401", "LAW404", "LAW501", "LAW203", "LAW201"}


def test_nothing_is_overwritten_and_nothing_half_written(tmp_path):
    make_dossier(SAMPLE, tmp_path / "out")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.docx")}
    with pytest.raises(DocgenError) as caught:
        make_dossier(SAMPLE, tmp_path / "out")
    assert caught.value.code == "E401"
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.docx")} == before
    make_dossier(SAMPLE, tmp_path / "out", force=True)


def test_the_agency_above_comes_from_the_letterhead_of_the_day(tmp_path):
    shared = {name: value for name, value in SHARED.items() if name != "Cơ quan chủ quản"}
    files = make_dossier(listed(tmp_path / "a.xlsx", shared), tmp_path / "out").files
    assert "CỤC QUẢN LÝ THI HÀNH ÁN DÂN SỰ" in text_of(files[0])
