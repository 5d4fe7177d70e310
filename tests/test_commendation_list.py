"""A list of those who are proposed, read and held against the law."""

from datetime import date

import pytest
import xlsxwriter

from docgen.commendation.history import said_in, scope_of
from docgen.commendation.proposals import check_list
from docgen.commendation.shown import Standing
from docgen.commendation.votes import Council
from docgen.errors import DocgenError
from docgen.model.finding import Severity

NOW = date(2026, 12, 15)
HEADS = ["TT", "Họ và tên", "Hình thức đề nghị", "Xếp loại", "Danh hiệu đã đạt", "Sáng kiến", "Kỷ luật", "Số phiếu"]


@pytest.fixture
def listed(tmp_path):
    def write(*rows, heads=HEADS):
        path = tmp_path / "ds.xlsx"
        book = xlsxwriter.Workbook(str(path))
        sheet = book.add_worksheet("DS")
        for number, row in enumerate((heads, *rows)):
            sheet.write_row(number, 0, row)
        book.close()
        return path

    return write


def standings(examined):
    return [shown.standing for shown in examined.shown]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("2024: CSTĐCS; 2025: LĐTT", [((2024,), "CSTĐCS"), ((2025,), "LĐTT")]),
        ("Chiến sĩ thi đua cơ sở các năm 2023, 2024 và 2025", [((2023, 2024, 2025), "Chiến sĩ thi đua cơ sở")]),
        ("LĐTT 2022-2024", [((2022, 2023, 2024), "LĐTT")]),
        ("2026: cấp cơ sở", [((2026,), "cấp cơ sở")]),
        ("", []),
    ],
)
def test_a_cell_tells_of_years(cell, said):
    assert [(each.years, each.what) for each in said_in(cell)] == said


def test_the_scope_of_an_initiative_is_read():
    assert scope_of("cấp cơ sở") == "co_so"
    assert scope_of("phạm vi ảnh hưởng cấp tỉnh") == "bo_tinh"
    assert scope_of("đã áp dụng") is None


def test_a_person_whose_papers_prove_everything_has_no_finding(listed):
    row = [1, "Nguyễn Văn A", "CSTĐCS", "HTXSNV", "2026: LĐTT", "", "không", 8]
    (examined,) = check_list(listed(row), NOW, Council(members=9, present=9))
    assert set(standings(examined)) == {Standing.PROVED}
    assert examined.findings == ()


def test_what_is_missing_is_listed_with_its_article(listed):
    row = [1, "Lê Thị C", "Chiến sĩ thi đua cơ sở", "Hoàn thành tốt nhiệm vụ", "2026: Lao động tiên tiến", "", "", None]
    (examined,) = check_list(listed(row), NOW, Council(members=9))
    missing = [str(shown) for shown in examined.of(Standing.MISSING)]
    assert any("sáng kiến" in each and "Điều 23" in each for each in missing)
    assert any("kỷ luật" in each for each in missing)
    assert {finding.severity for finding in examined.findings} == {Severity.INFO}


def test_votes_on_those_present_are_told_as_such(listed):
    row = [1, "Nguyễn Văn A", "CSTĐCS", "HTXSNV", "2026: LĐTT", "", "không", 7]
    (examined,) = check_list(listed(row), NOW, Council(members=9, present=7))
    assert [shown.code for shown in examined.of(Standing.AGAINST)] == ["LAW203"]


def test_a_collective_is_known_by_its_group(listed):
    heads = [*HEADS, "Tổng số cá nhân", "Số LĐTT", "Số cá nhân bị kỷ luật từ cảnh cáo"]
    team = [1, "Phòng 1", "Giấy khen", "", "", "", "không", None, 10, 8, 0]
    person = [2, "Nguyễn Văn A", "Giấy khen", "HTTNV", "", "", "không", None, None, None, None]
    path = listed(["I", "TẬP THỂ"], team, ["II", "CÁ NHÂN"], person, heads=[*heads])
    examined = check_list(path, NOW)
    assert [each.name for each in examined] == ["Phòng 1", "Nguyễn Văn A"]


def test_who_is_listed_twice_is_told_once(listed):
    row = [1, "Nguyễn Văn A", "LĐTT", "HTTNV", "", "", "không", None]
    examined = check_list(listed(row, row), NOW)
    assert [shown.code for each in examined for shown in each.of(Standing.AGAINST)] == ["LAW104"]


def test_an_unknown_award_is_told_and_never_judged(listed):
    (examined,) = check_list(listed([1, "A", "Huân chương lạ", "", "", "", "", None]), NOW)
    assert standings(examined) == [Standing.MISSING]
    assert "Huân chương lạ" in str(examined.shown[0])


def test_a_list_without_the_column_of_the_award_says_so(listed):
    with pytest.raises(DocgenError) as caught:
        check_list(listed([1, "A"], heads=["TT", "Họ và tên"]), NOW)
    assert caught.value.code == "E203"


def test_the_money_of_a_row_is_that_of_the_day(listed):
    heads = ["TT", "Họ và tên", "Hình thức đề nghị", "Xếp loại", "Kỷ luật", "Tiền thưởng"]
    path = listed([1, "A", "LĐTT", "HTTNV", "không", 710000], heads=heads)
    (examined,) = check_list(path, date(2025, 12, 15))
    assert examined.findings == ()
    (examined,) = check_list(path, NOW)
    assert [finding.code for finding in examined.findings] == ["LAW301"]
    assert "760.000" in examined.findings[0].message


def run(*words):
    import subprocess
    import sys

    return subprocess.run(
        [sys.executable, "-m", "docgen.cli", *words], capture_output=True, text=True, encoding="utf-8"
    )


def test_the_verb_tells_what_is_missing_and_ends_well_where_nothing_is_against(listed):
    row = [1, "Lê Thị C", "CSTĐCS", "HTTNV", "2026: LĐTT", "", "không", 8]
    done = run("forms-check", str(listed(row)), "--as-of", "2026-12-15", "--members", "9")
    assert done.returncode == 0, done.stderr
    assert "thiếu LAW101" in done.stdout
    assert "Điều 23" in done.stdout


def test_the_verb_ends_with_one_where_something_is_against(listed):
    row = [1, "Lê Thị C", "LĐTT", "HTNV", "", "", "không", None]
    done = run("forms-check", str(listed(row)), "--as-of", "15/12/2026")
    assert done.returncode == 1
    assert "trái  LAW101" in done.stdout


def test_a_quota_is_held_only_where_the_office_sets_one(listed):
    fighter = ["CSTĐCS", "HTXSNV", "2026: LĐTT", "", "không", 9]
    worker = ["LĐTT", "HTTNV", "", "", "không", None]
    rows = [[1, "A", *fighter], *([n, f"Người {n}", *worker] for n in range(2, 6))]
    path = str(listed(*rows))
    assert run("forms-check", path, "--as-of", "2026-12-15", "--members", "9").returncode == 0
    done = run(
        "forms-check", path, "--as-of", "2026-12-15", "--members", "9", "--quota", "15", "--quota-source", "CV 1"
    )
    assert done.returncode == 1
    assert "1 Chiến sĩ thi đua cơ sở trên 5 Lao động tiên tiến, vượt 15% (CV 1)" in done.stdout


def test_a_page_of_the_law_rules_is_explained_and_listed():
    assert "Kiểm tra gì" in run("explain", "law202").stdout
    assert "LAW202  Chưa đủ ngưỡng phiếu" in run("rules").stdout


def test_one_command_makes_the_dossier(tmp_path):
    from test_commendation_dossier import SAMPLE

    done = run("dossier", str(SAMPLE), "-o", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    assert "Đã lập 13 văn bản" in done.stdout
