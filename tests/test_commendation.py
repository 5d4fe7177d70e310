"""The rules of commendation, each case with its article."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.commendation.conditions import check_conditions, check_doubles, check_principles
from docgen.commendation.money import check_money, money_due, money_of, rounded_up
from docgen.commendation.record import Members, Proposal, Record, Year
from docgen.commendation.shown import PAGES, Shown, Standing, finding_of
from docgen.commendation.votes import Council, check_count, check_vote, votes_needed
from docgen.knowledge.law import law_at
from docgen.model.finding import Severity

NOW = date(2026, 12, 15)
LAW = law_at(NOW)
PROVED, MISSING, AGAINST = Standing.PROVED, Standing.MISSING, Standing.AGAINST
VOTES = "NĐ 98/2023 Điều 30 khoản 7"
MONEY = "NĐ 98/2023 Điều 54; NĐ 152/2025 Điều 49-54"


# members, percent, votes needed, article
@pytest.mark.parametrize(
    ("members", "percent", "needed", "article"),
    [
        (4, 80, 4, VOTES),
        (5, 80, 4, VOTES),
        (6, 80, 5, VOTES),
        (7, 80, 6, VOTES),
        (8, 80, 7, VOTES),
        (9, 80, 8, VOTES),
        (10, 80, 8, VOTES),
        (11, 80, 9, VOTES),
        (15, 80, 12, VOTES),
        (9, 90, 9, VOTES),
        (10, 90, 9, VOTES),
        (11, 90, 10, VOTES),
        (15, 90, 14, VOTES),
        (20, 90, 18, VOTES),
    ],
)
def test_votes_are_counted_on_the_whole_membership(members, percent, needed, article):
    assert article
    assert votes_needed(members, percent) == needed


@given(st.integers(1, 500), st.integers(1, 100))
def test_the_needed_votes_are_the_least_that_reach_the_share(members, percent):
    needed = votes_needed(members, percent)
    assert 100 * needed >= percent * members
    assert 100 * (needed - 1) < percent * members


# coefficient, salary's day, award, who, money
@pytest.mark.parametrize(
    ("day", "award", "who", "money", "article"),
    [
        (date(2020, 1, 1), None, "0.3", 450_000, MONEY),
        (date(2024, 1, 15), "lao_dong_tien_tien", "ca_nhan", 540_000, MONEY),
        (date(2024, 1, 15), "chien_si_thi_dua_co_so", "ca_nhan", 1_800_000, MONEY),
        (date(2024, 1, 15), "tap_the_lao_dong_tien_tien", "tap_the", 1_440_000, MONEY),
        (date(2025, 1, 15), "lao_dong_tien_tien", "ca_nhan", 710_000, MONEY),
        (date(2025, 1, 15), "giay_khen", "tap_the", 1_410_000, MONEY),
        (date(2025, 1, 15), "tap_the_lao_dong_tien_tien", "tap_the", 1_880_000, MONEY),
        (date(2025, 1, 15), "chien_si_thi_dua_co_so", "ca_nhan", 2_340_000, MONEY),
        (date(2025, 1, 15), "tap_the_lao_dong_xuat_sac", "tap_the", 3_510_000, MONEY),
        (date(2025, 1, 15), "chien_si_thi_dua_bo_tinh", "ca_nhan", 7_020_000, MONEY),
        (date(2025, 1, 15), "bang_khen_thu_tuong", "ca_nhan", 8_190_000, MONEY),
        (date(2025, 1, 15), "chien_si_thi_dua_toan_quoc", "ca_nhan", 10_530_000, MONEY),
        (date(2026, 6, 30), "lao_dong_tien_tien", "ca_nhan", 710_000, MONEY),
        (date(2026, 7, 1), "lao_dong_tien_tien", "ca_nhan", 760_000, MONEY),
        (NOW, "giay_khen", "ca_nhan", 760_000, MONEY),
        (NOW, "giay_khen", "tap_the", 1_520_000, MONEY),
        (NOW, "tap_the_lao_dong_tien_tien", "tap_the", 2_030_000, MONEY),
        (NOW, "chien_si_thi_dua_co_so", "ca_nhan", 2_530_000, MONEY),
        (NOW, "tap_the_lao_dong_xuat_sac", "tap_the", 3_800_000, MONEY),
        (NOW, "bang_khen_bo_tinh", "tap_the", 7_590_000, MONEY),
        (NOW, "chien_si_thi_dua_bo_tinh", "ca_nhan", 7_590_000, MONEY),
        (NOW, "bang_khen_thu_tuong", "ca_nhan", 8_860_000, MONEY),
        (NOW, "chien_si_thi_dua_toan_quoc", "ca_nhan", 11_390_000, MONEY),
        (NOW, "co_thi_dua_chinh_phu", "tap_the", 30_360_000, MONEY),
    ],
)
def test_money_is_the_coefficient_times_the_salary_of_the_day_rounded_up(day, award, who, money, article):
    assert article
    law = law_at(day)
    if award is None:
        assert rounded_up(Decimal(who) * law.salary.amount) == money
    else:
        assert money_of(law.awards[award], who, law).amount == money


@given(st.integers(0, 10**9))
def test_rounding_goes_up_by_less_than_ten_thousand(amount):
    rounded = rounded_up(Decimal(amount))
    assert 0 <= rounded - amount < 10_000
    assert rounded % 10_000 == 0


def test_of_several_titles_only_the_highest_is_paid_and_an_award_besides():
    awards = [LAW.awards[id] for id in ("lao_dong_tien_tien", "chien_si_thi_dua_co_so", "giay_khen")]
    assert money_due(awards, "ca_nhan", LAW) == 2_530_000 + 760_000


@pytest.mark.parametrize(
    ("paid", "code", "standing"),
    [
        (760_000, "LAW301", PROVED),
        (759_000, "LAW302", AGAINST),  # 0,3 × 2.530.000 not rounded, as it is often printed
        (710_000, "LAW301", AGAINST),  # by the salary of the year before
        (2_530_000, "LAW301", AGAINST),
    ],
)
def test_money_written_is_held_against_the_decree(paid, code, standing):
    shown = check_money("Nguyễn Văn A", LAW.awards["lao_dong_tien_tien"], "ca_nhan", paid, LAW)
    assert (shown.code, shown.standing) == (code, standing)


def test_unrounded_money_is_told_but_never_as_an_error():
    shown = check_money("Nguyễn Văn A", LAW.awards["lao_dong_tien_tien"], "ca_nhan", 759_000, LAW)
    assert finding_of(shown).severity is Severity.INFO
    assert "760.000" in shown.says


def test_a_ceiling_may_be_kept_below():
    medal = LAW.awards["ky_niem_chuong"]
    assert check_money("A", medal, "ca_nhan", 1_000_000, LAW).standing is PROVED
    assert check_money("A", medal, "ca_nhan", 2_000_000, LAW).standing is AGAINST


LDTT, CSTDCS, CSTD_TINH = "lao_dong_tien_tien", "chien_si_thi_dua_co_so", "chien_si_thi_dua_bo_tinh"
CSTDTQ, TTLDTT, TTLDXS = "chien_si_thi_dua_toan_quoc", "tap_the_lao_dong_tien_tien", "tap_the_lao_dong_xuat_sac"
BK = "bang_khen_bo_tinh"
XS, TOT, HT = "hoan_thanh_xuat_sac", "hoan_thanh_tot", "hoan_thanh"


def person(**years):
    return Record("Nguyễn Văn A", years={int(name[1:]): year for name, year in years.items()})


def year(rating=None, *titles, initiatives=()):
    return Year(rating, frozenset(titles), initiatives)


def team(rating, total=None, fulfilled=None, disciplined=None, **titled):
    members = Members(total, fulfilled, disciplined, titled)
    return Record("Phòng 1", "tap_the", {2026: year(rating)}, members)


PEOPLE = [
    (LDTT, person(y2026=year(XS)), [PROVED], "Luật Điều 24"),
    (LDTT, person(y2026=year(TOT)), [PROVED], "Luật Điều 24"),
    (LDTT, person(y2026=year(HT)), [AGAINST], "Luật Điều 24"),
    (LDTT, person(y2026=year("khong_hoan_thanh")), [AGAINST], "Luật Điều 24"),
    (LDTT, person(), [MISSING], "Luật Điều 24"),
    (LDTT, person(y2025=year(XS)), [MISSING], "Luật Điều 24"),
    (CSTDCS, person(y2026=year(XS, LDTT)), [PROVED, PROVED], "Luật Điều 23"),
    (CSTDCS, person(y2026=year(TOT, LDTT, initiatives=("co_so",))), [PROVED, PROVED], "Luật Điều 23"),
    (CSTDCS, person(y2026=year(TOT, LDTT, initiatives=("bo_tinh",))), [PROVED, PROVED], "Luật Điều 23"),
    (CSTDCS, person(y2026=year(TOT, LDTT)), [PROVED, MISSING], "Luật Điều 23"),
    (CSTDCS, person(y2026=year(XS)), [MISSING, PROVED], "Luật Điều 23"),
    (CSTDCS, person(y2025=year(XS, LDTT), y2026=year(XS)), [MISSING, PROVED], "Luật Điều 23"),
    (
        CSTD_TINH,
        person(y2024=year(XS, CSTDCS), y2025=year(XS, CSTDCS), y2026=year(XS, CSTDCS, initiatives=("bo_tinh",))),
        [PROVED, PROVED],
        "Luật Điều 22",
    ),
    (
        CSTD_TINH,
        person(y2023=year(XS, CSTDCS), y2024=year(XS, CSTDCS), y2025=year(XS, CSTDCS)),
        [PROVED, MISSING],
        "Luật Điều 22",
    ),
    (CSTD_TINH, person(y2024=year(XS, CSTDCS), y2026=year(XS, CSTDCS)), [MISSING, MISSING], "Luật Điều 22"),
    (
        CSTD_TINH,
        person(y2024=year(XS, CSTDCS), y2025=year(XS, CSTDCS), y2026=year(XS, CSTDCS, initiatives=("co_so",))),
        [PROVED, MISSING],
        "Luật Điều 22",
    ),
    (
        CSTDTQ,
        person(y2025=year(XS, CSTD_TINH), y2026=year(XS, CSTD_TINH, initiatives=("toan_quoc",))),
        [PROVED, PROVED],
        "Luật Điều 21",
    ),
    (CSTDTQ, person(y2023=year(XS, CSTD_TINH), y2026=year(XS, CSTD_TINH)), [MISSING, MISSING], "Luật Điều 21"),
    (BK, person(y2025=year(XS, CSTDCS), y2026=year(XS, CSTDCS)), [PROVED], "Luật Điều 74"),
    (
        BK,
        person(y2025=year(XS, initiatives=("co_so",)), y2026=year(XS, initiatives=("co_so",))),
        [PROVED],
        "Luật Điều 74",
    ),
    (BK, person(y2025=year(XS, initiatives=("co_so",)), y2026=year(XS)), [MISSING], "Luật Điều 74"),
    (BK, person(y2026=year(XS, CSTDCS)), [MISSING], "Luật Điều 74"),
    (TTLDTT, person(y2026=year(XS)), [AGAINST], "Luật Điều 28"),
    ("bang_khen_thu_tuong", person(y2026=year(XS)), [MISSING], "Luật Điều 73"),
    ("giay_khen", person(y2026=year(XS)), [MISSING], "Luật Điều 75"),
]

TEAMS = [
    (TTLDTT, team(TOT, 10, 10, 0, lao_dong_tien_tien=7), [PROVED, PROVED, PROVED], "Luật Điều 28"),
    (TTLDTT, team(TOT, 10, 10, 0, lao_dong_tien_tien=6), [PROVED, AGAINST, PROVED], "Luật Điều 28"),
    (TTLDTT, team(TOT, 10, 10, 1, lao_dong_tien_tien=9), [PROVED, PROVED, AGAINST], "Luật Điều 28"),
    (TTLDTT, team(HT, 10, 10, 0, lao_dong_tien_tien=9), [AGAINST, PROVED, PROVED], "Luật Điều 28"),
    (TTLDTT, team(TOT, 18, None, None), [PROVED, MISSING, MISSING], "Luật Điều 28"),
    (TTLDTT, team(TOT, 3, 3, 0, lao_dong_tien_tien=2), [PROVED, AGAINST, PROVED], "Luật Điều 28"),
    (
        TTLDXS,
        team(XS, 10, 10, 0, lao_dong_tien_tien=8, chien_si_thi_dua_co_so=1),
        [PROVED, PROVED, PROVED, PROVED, PROVED],
        "Luật Điều 27",
    ),
    (
        TTLDXS,
        team(XS, 10, 9, 0, lao_dong_tien_tien=8, chien_si_thi_dua_co_so=0),
        [PROVED, AGAINST, PROVED, AGAINST, PROVED],
        "Luật Điều 27",
    ),
    (
        TTLDXS,
        team(TOT, 10, 10, 0, lao_dong_tien_tien=8),
        [AGAINST, PROVED, PROVED, MISSING, PROVED],
        "Luật Điều 27",
    ),
    (
        BK,
        Record("Phòng 1", "tap_the", {2025: year(XS, TTLDXS), 2026: year(XS, TTLDXS)}),
        [PROVED],
        "Luật Điều 74",
    ),
    (BK, Record("Phòng 1", "tap_the", {2025: year(XS), 2026: year(XS)}), [PROVED], "Luật Điều 74"),
    (BK, Record("Phòng 1", "tap_the", {2026: year(XS)}), [MISSING], "Luật Điều 74"),
    (LDTT, team(XS), [AGAINST], "Luật Điều 24"),
]


@pytest.mark.parametrize(("award", "record", "standings", "article"), PEOPLE + TEAMS)
def test_conditions_are_proved_missing_or_against(award, record, standings, article):
    shown = list(check_conditions(Proposal(record, award, 2026), LAW))
    assert [each.standing for each in shown] == standings
    number = article.removeprefix("Luật ")
    assert all(number in each.article for each in shown)


def test_every_rule_of_the_law_files_is_known_to_the_program():
    from docgen.commendation.conditions import RULES as KNOWN

    used = {condition.rule for _, file in LAW.files for condition in file.condition}
    assert used == set(KNOWN)


def council(**counts):
    return Council(**counts)


@pytest.mark.parametrize(
    ("award", "votes", "members", "present", "code", "standing"),
    [
        (CSTDCS, 8, 9, 9, "LAW202", PROVED),
        (CSTDCS, 7, 9, 9, "LAW202", AGAINST),
        (CSTDCS, 7, 9, 7, "LAW203", AGAINST),  # 100 % of those present, 77,8 % of all
        (CSTDCS, 9, 11, 11, "LAW202", PROVED),
        (CSTDCS, 8, 11, 10, "LAW203", AGAINST),
        (CSTD_TINH, 9, 10, 10, "LAW202", PROVED),
        (CSTD_TINH, 8, 10, 10, "LAW202", AGAINST),
        (CSTDCS, None, 9, 9, "LAW202", MISSING),
        (CSTDCS, 8, None, 8, "LAW202", MISSING),
        (CSTDCS, 10, 9, 9, "LAW201", AGAINST),
    ],
)
def test_a_vote_is_held_against_the_whole_council(award, votes, members, present, code, standing):
    shown = check_vote("A", LAW.awards[award], votes, council(members=members, present=present), LAW)
    assert (shown.code, shown.standing) == (code, standing)


def test_no_vote_is_asked_for_where_none_is_prescribed():
    assert check_vote("A", LAW.awards[LDTT], 3, council(members=9), LAW) is None


@pytest.mark.parametrize(
    ("counts", "votes", "odd"),
    [
        ({"members": 9, "present": 8, "absent": 1, "issued": 8, "returned": 8, "valid": 7, "invalid": 1}, {"A": 7}, 0),
        ({"members": 9, "present": 8, "absent": 2}, {}, 1),
        ({"present": 8, "issued": 9}, {}, 1),
        ({"returned": 8, "valid": 7, "invalid": 0}, {}, 1),
        ({"issued": 8, "returned": 9}, {}, 1),
        ({"valid": 7}, {"A": 8, "B": 7}, 1),
        ({"members": 9}, {}, 0),
    ],
)
def test_a_count_that_does_not_agree_with_itself_is_told(counts, votes, odd):
    assert len(list(check_count(council(**counts), votes))) == odd


@pytest.mark.parametrize(("discipline", "standing"), [(None, MISSING), ("", PROVED), ("đang xem xét kỷ luật", AGAINST)])
def test_discipline_under_consideration_stands_in_the_way(discipline, standing):
    proposal = Proposal(Record("A", discipline=discipline), LDTT, 2026)
    (shown,) = check_principles(proposal, LAW)
    assert shown.standing is standing
    assert "Điều 4 khoản 4" in shown.article


def test_a_sudden_award_is_no_ground_for_a_merit_award():
    proposal = Proposal(Record("A", discipline=""), BK, 2026, based_on=("Giấy khen đột xuất năm 2025", "CSTĐCS 2025"))
    codes = [each.code for each in check_principles(proposal, LAW) if each.standing is AGAINST]
    assert codes == ["LAW102"]


def test_but_it_is_for_another_sudden_award():
    proposal = Proposal(Record("A", discipline=""), BK, 2026, kind="dot_xuat", based_on=("Giấy khen đột xuất",))
    assert [each.code for each in check_principles(proposal, LAW) if each.standing is AGAINST] == []


def test_one_merit_is_not_awarded_twice():
    first = Proposal(Record("A"), "giay_khen", 2026, merit="Hoàn thành đợt cao điểm")
    assert [each.code for each in check_doubles([first, first], LAW)] == ["LAW104"]
    other = Proposal(Record("A"), BK, 2026, merit="hoàn thành  đợt cao điểm")
    assert [each.code for each in check_doubles([first, other], LAW)] == ["LAW104"]
    title = Proposal(Record("A"), LDTT, 2026, merit="Hoàn thành đợt cao điểm")
    assert list(check_doubles([first, title], LAW)) == []


def test_what_is_proved_makes_no_finding_and_what_is_missing_is_information():
    proved = Shown("LAW101", PROVED, "A", "có", "Điều 1")
    assert finding_of(proved) is None
    missing = Shown("LAW101", MISSING, "A", "thiếu", "Điều 1")
    assert finding_of(missing).severity is Severity.INFO


def test_a_finding_names_its_article_and_marks_what_was_not_read():
    against = Shown("LAW202", AGAINST, "A", "7 phiếu", "Điều 30", verified=False)
    finding = finding_of(against)
    assert finding.message == "A: 7 phiếu (Điều 30 (chưa kiểm chứng))"
    assert finding.severity is Severity.WARNING
    assert finding.rule == "chua-du-nguong-phieu"


@pytest.mark.parametrize("code", PAGES)
def test_every_rule_has_a_page_with_all_its_headings(code):
    page = PAGES[code].__doc__
    for heading in ("Kiểm tra gì", "Vì sao", "Ví dụ sai", "Ví dụ đúng", "Cách sửa", "Nguồn"):
        assert f"\n    {heading}\n" in page
