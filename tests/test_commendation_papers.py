"""The papers of a dossier: grounds, names, dates, counts, careers, shares."""

from datetime import date
from decimal import Decimal

import pytest

from docgen.commendation.papers import (
    DOSSIER,
    check_counts,
    check_dates,
    check_golden_book,
    check_grounds,
    check_names,
    grounds_for,
)
from docgen.commendation.shown import Standing
from docgen.commendation.tallies import Quota, check_career, check_quota, check_shares, months_of, post_of

NOW = date(2026, 12, 15)


@pytest.mark.parametrize(
    ("text", "day", "codes"),
    [
        ("Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ;", NOW, ["LAW401"]),
        ("Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ;", date(2025, 6, 30), []),
        ("Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ;", date(2025, 7, 1), ["LAW401"]),
        ("Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31/7/2017;", NOW, ["LAW401"]),
        ("Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31/7/2017;", date(2022, 11, 1), []),
        ("Căn cứ Thông tư số 01/2024/TT-BNV;", NOW, ["LAW401"]),
        ("Căn cứ Thông tư số 12/2019/TT-BNV;", NOW, ["LAW401"]),
        ("Căn cứ Luật Thi đua, Khen thưởng ngày 26/11/2003;", NOW, ["LAW401"]),
        ("Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;", NOW, ["LAW401"]),
        ("Căn cứ Luật Thi đua, khen thưởng năm 2003;", NOW, ["LAW401"]),
        ("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", NOW, []),
        ("Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ;", NOW, []),
        ("Căn cứ Luật Thi hành án dân sự ngày 14 tháng 11 năm 2008;", NOW, []),  # old cases may still cite it
        ("Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15;", NOW, ["LAW402"]),
        ("Thực hiện Nghị định số 98/2023/NĐ-CP, đơn vị đã tổ chức;", NOW, []),  # history, not a ground
        ("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022\nCăn cứ kết quả họp;", NOW, ["LAW403"]),
        ("Căn cứ Luật Thi đua, khen thưởng ngày 15\ntháng 6 năm 2022;", NOW, []),  # a line broken by the text file
    ],
)
def test_grounds_are_judged_by_the_day_of_the_document(text, day, codes):
    assert [shown.code for shown in check_grounds(text, day)] == codes


def test_a_stale_ground_is_marked_at_its_place_with_what_holds_now():
    text = "TỜ TRÌNH\nCăn cứ Nghị\u00a0định số 98/2023/NĐ-CP;"
    (shown,) = check_grounds(text, NOW)
    assert shown.spans[0].of(text) == "98/2023/NĐ-CP"
    assert "Nghị định số 152/2025/NĐ-CP" in shown.says


@pytest.mark.parametrize("day", [date(2024, 3, 1), date(2025, 9, 1), NOW])
def test_the_grounds_docgen_writes_are_without_fault(day):
    lines = grounds_for(day)
    assert lines
    text = ";\n".join(lines) + "."
    assert list(check_grounds(text, day)) == []


@pytest.mark.parametrize(
    ("text", "day", "seen"),
    [
        ("TỔNG CỤC THI HÀNH ÁN DÂN SỰ", NOW, ["TỔNG CỤC THI HÀNH ÁN DÂN SỰ"]),
        ("CỤC THI HÀNH ÁN DÂN SỰ TỈNH KHÁNH HÒA", NOW, ["CỤC THI HÀNH ÁN DÂN SỰ"]),
        ("CỤC THI HÀNH ÁN DÂN SỰ TỈNH KHÁNH HÒA", date(2024, 5, 1), []),
        ("CHI CỤC THI HÀNH ÁN DÂN SỰ HUYỆN A", NOW, ["CHI CỤC THI HÀNH ÁN DÂN SỰ"]),
        ("CỤC QUẢN LÝ THI HÀNH ÁN DÂN SỰ", NOW, []),
        ("THI HÀNH ÁN DÂN SỰ TỈNH KHÁNH HÒA", NOW, []),
    ],
)
def test_names_of_agencies_are_judged_by_the_day(text, day, seen):
    assert [shown.spans[0].of(text) for shown in check_names(text, day)] == seen


def test_papers_come_about_in_their_order():
    days = {"Họp Hội đồng": date(2026, 12, 10), "Tờ trình": date(2026, 12, 9), "Quyết định": None}
    assert [shown.code for shown in check_dates(days, DOSSIER)] == ["LAW501"]
    days["Tờ trình"] = date(2026, 12, 10)
    assert list(check_dates(days, DOSSIER)) == []


def test_all_papers_name_as_many():
    counts = {"Tờ trình": (6, 30), "Danh sách": (6, 30), "Quyết định": (6, 29)}
    (shown,) = check_counts(counts)
    assert "Quyết định có 6 tập thể, 29 cá nhân" in shown.says


def test_the_golden_book_follows_the_list():
    assert list(check_golden_book(["A", "B"], {"A": 1, "B": 2})) == []
    assert [shown.about for shown in check_golden_book(["A", "B"], {"A": 1, "B": 7})] == ["B"]


@pytest.mark.parametrize(
    ("length", "months"), [("06 năm 00 tháng", 72), ("18 năm", 216), ("5 tháng", 5), ("2 năm, 3 tháng", 27), ("", None)]
)
def test_lengths_are_read(length, months):
    assert months_of(length) == months


CAREER = [("Từ tháng 01/2010 đến tháng 12/2015", "06 năm 00 tháng"), ("01/2016 - 12/2020", "05 năm")]


@pytest.mark.parametrize(
    ("rows", "total", "told"),
    [
        (CAREER, "11 năm 00 tháng", 0),
        (CAREER, "12 năm", 1),
        ([*CAREER, ("06/2020 - 12/2021", "1 năm 7 tháng")], None, 1),
        ([*CAREER, ("06/2021 - 12/2021", "07 tháng")], None, 1),
        ([("01/2010 - 12/2015", "07 năm")], None, 1),
        ([("01/2010 - 12/2015", "05 năm 11 tháng")], None, 0),
    ],
)
def test_a_career_adds_up_without_holes_or_overlaps(rows, total, told):
    posts = [post_of(*row) for row in rows]
    shown = list(check_career("A", posts, months_of(total) if total else None))
    assert len(shown) == told
    assert {each.code for each in shown} <= {"LAW601"}


def test_what_cannot_be_read_as_a_stretch_is_left_alone():
    assert post_of("từ khi thành lập đến nay") is None
    assert post_of("13/2010 - 12/2015") is None


@pytest.mark.parametrize(
    ("shares", "is_told"), [([60, 40], False), ([60, 30], True), ([100], False), ([60, None], False), ([], False)]
)
def test_the_shares_of_an_initiative_make_a_hundred(shares, is_told):
    told = check_shares("sáng kiến", [None if share is None else Decimal(share) for share in shares])
    assert (told is not None) == is_told


def test_a_quota_is_a_setting_with_its_source_and_tells_its_base():
    quota = Quota("Chiến sĩ thi đua cơ sở", "Lao động tiên tiến", Decimal(15), "Công văn hướng dẫn năm 2026")
    assert check_quota(quota, 15, 100).standing is Standing.PROVED
    over = check_quota(quota, 16, 100)
    assert over.standing is Standing.AGAINST
    assert "16 Chiến sĩ thi đua cơ sở trên 100 Lao động tiên tiến" in over.says
    assert over.article == "Công văn hướng dẫn năm 2026"
