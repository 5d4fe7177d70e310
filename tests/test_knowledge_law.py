"""The law at a date: what is in force, what it costs, how it is cited."""

from datetime import date
from decimal import Decimal

import pytest

from docgen.errors import DocgenError
from docgen.knowledge import law
from docgen.knowledge.law import law_at, text_of, texts

BEFORE, SWITCH, NOW = date(2024, 3, 1), date(2025, 7, 1), date(2026, 12, 15)


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2019, 7, 1), 1_490_000),
        (date(2023, 6, 30), 1_490_000),
        (date(2023, 7, 1), 1_800_000),
        (date(2024, 6, 30), 1_800_000),
        (date(2024, 7, 1), 2_340_000),
        (date(2026, 6, 30), 2_340_000),
        (date(2026, 7, 1), 2_530_000),
        (NOW, 2_530_000),
    ],
)
def test_the_base_salary_is_that_of_the_day(day, amount):
    assert law_at(day).salary.amount == amount


def test_before_the_first_known_salary_it_says_so():
    with pytest.raises(DocgenError) as caught:
        _ = law_at(date(2018, 1, 1)).salary
    assert caught.value.code == "E604"


def test_what_was_not_read_in_the_decree_is_marked():
    assert not law_at(date(2023, 8, 1)).salary.verified
    assert law_at(NOW).salary.verified
    assert not law_at(NOW).prize("giay_khen", "ca_nhan").verified
    assert law_at(NOW).prize("giay_khen", "tap_the").verified


def test_the_grounds_are_those_of_the_day():
    older = "\n".join(law_at(BEFORE).grounds())
    assert "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ" in older
    assert "152/2025" not in older
    newer = "\n".join(law_at(NOW).grounds())
    assert "98/2023/NĐ-CP" not in newer
    assert "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ" in newer


def test_an_amended_law_is_cited_with_what_amends_it_from_the_day_it_holds():
    assert "; Luật sửa đổi" not in law_at(date(2026, 9, 30)).grounds()[0]
    assert law_at(date(2026, 10, 1)).grounds()[0] == (
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022; "
        "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 23 tháng 4 năm 2026"
    )


def test_a_statute_is_cited_without_number_and_issuer():
    assert text_of("luat_tdkt_2022").cited() == "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"


def test_days_under_ten_and_the_first_two_months_get_a_zero():
    assert "ngày 04 tháng 8 năm 2025" in text_of("tt_15_2025").cited()
    assert "ngày 05 tháng 3 năm 2020" in text_of("nd_30_2020").cited()


@pytest.mark.parametrize("text", [text for text in texts() if text.until], ids=lambda text: text.id)
def test_what_ended_names_an_heir_that_holds_from_that_day(text):
    heir = text_of(text.replaced_by)
    assert heir.holds_at(text.until)
    assert not text.holds_at(text.until)


def test_two_decrees_152_are_told_apart_by_their_years():
    assert text_of("nd_152_2025").subjects == ("khen_thuong",)
    assert text_of("nd_152_2026").subjects == ()


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("CSTĐCS", "chien_si_thi_dua_co_so"),
        ("danh hiệu Chiến sĩ thi đua cơ sở", "chien_si_thi_dua_co_so"),
        ("Danh hiệu “Chiến sĩ thi đua cơ sở”", "chien_si_thi_dua_co_so"),
        ("lao động tiên tiến", "lao_dong_tien_tien"),
        ("Tập thể Lao động xuất sắc", "tap_the_lao_dong_xuat_sac"),
        ("giấy khen", "giay_khen"),
        ("Huân chương gì đó", None),
    ],
)
def test_an_award_is_known_by_the_names_of_lists(name, id):
    found = law_at(NOW).award_named(name)
    assert (found.id if found else None) == id


@pytest.mark.parametrize(
    ("name", "id"), [("HTXSNV", "hoan_thanh_xuat_sac"), ("Hoàn thành tốt nhiệm vụ", "hoan_thanh_tot")]
)
def test_a_rating_is_known_by_its_names(name, id):
    assert law_at(NOW).rating_named(name).id == id


def test_every_condition_and_prize_names_a_known_award():
    held = law_at(NOW)
    for _, file in held.files:
        for entry in (*file.condition, *file.prize, *file.vote):
            assert entry.award in held.awards
        for condition in file.condition:
            assert not condition.title or condition.title in held.awards


def test_every_file_is_named_by_the_day_from_which_it_holds_and_has_a_source():
    for path in law.FOLDER.glob("*.toml"):
        date.fromisoformat(path.name[:10])
    assert all(file.source for _, file in law_at(NOW).files)


def test_the_two_decrees_give_the_same_coefficients():
    before, after = law_at(BEFORE), law_at(NOW)
    for award in before.awards:
        for who in ("ca_nhan", "tap_the"):
            old, new = before.prize(award, who), after.prize(award, who)
            assert (old and old.coefficient) == (new and new.coefficient)
    assert after.prize("lao_dong_tien_tien", "ca_nhan").coefficient == Decimal("0.3")


def test_the_old_names_of_agencies_end_with_the_reorganisation():
    assert law_at(date(2025, 6, 30)).ended_agencies() == ()
    assert "Tổng cục Thi hành án dân sự" in {agency.old for agency in law_at(SWITCH).ended_agencies()}


@pytest.mark.parametrize(
    ("agency", "day", "parent"),
    [
        ("Cục Thi hành án dân sự tỉnh Khánh Hòa", BEFORE, "Tổng cục Thi hành án dân sự"),
        ("THI HÀNH ÁN DÂN SỰ TỈNH KHÁNH HÒA", NOW, "Cục Quản lý Thi hành án dân sự"),
        ("Thi hành án dân sự thành phố Hà Nội", NOW, "Cục Quản lý Thi hành án dân sự"),
        ("Cục Thi hành án dân sự tỉnh Khánh Hòa", NOW, None),
        ("Thi hành án dân sự tỉnh Khánh Hòa", BEFORE, None),
        ("Sở Nội vụ tỉnh Khánh Hòa", NOW, None),
    ],
)
def test_the_letterhead_is_that_of_the_day(agency, day, parent):
    found = law_at(day).letterhead(agency)
    assert (found.parent if found else None) == parent
