"""The conditions of titles and awards, held against a record: what is proved, what is missing, what is against."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from docgen.commendation.record import SCOPES, Proposal
from docgen.commendation.shown import Shown, Standing
from docgen.knowledge.law import Law
from docgen.knowledge.lawfile import Award, Condition
from docgen.model.finding import Severity

PROVED, MISSING, AGAINST = Standing.PROVED, Standing.MISSING, Standing.AGAINST
Held = tuple[Standing, str]
Rule = Callable[[Condition, Proposal, Law], Held]


def check_conditions(proposal: Proposal, law: Law) -> Iterator[Shown]:
    """Each condition of the award that is proposed, in the order of the law; alternatives are told as one."""
    award = law.awards[proposal.award]
    who = proposal.record.who
    if award.who and award.who != who:
        kind = "cá nhân" if award.who == "ca_nhan" else "tập thể"
        yield _shown(award, proposal, AGAINST, f"{award.name} chỉ tặng {kind}", award.article, award.verified)
        return
    conditions = law.conditions(award.id, who)
    if not award.conditions_read or not conditions:
        says = (
            f"{award.name}: tiêu chuẩn do bộ, tỉnh quy định hoặc chưa được đưa vào bộ quy tắc, cần đối chiếu thủ công"
        )
        yield _shown(award, proposal, MISSING, says, award.article, verified=False)
    for _, group in groupby(enumerate(conditions), key=lambda numbered: numbered[1].alternative or str(numbered[0])):
        alternatives = [condition for _, condition in group]
        held = [RULES[condition.rule](condition, proposal, law) for condition in alternatives]
        standing, says = _either(held)
        first = alternatives[0]
        yield _shown(award, proposal, standing, says, first.article, all(each.verified for each in alternatives))


def _shown(award: Award, proposal: Proposal, standing: Standing, says: str, article: str, verified: bool) -> Shown:
    about = f"{proposal.record.name}, {award.name} năm {proposal.year}"
    return Shown("LAW101", standing, about, says, article, verified)


def _either(held: Sequence[Held]) -> Held:
    if len(held) == 1:
        return held[0]
    for standing in (PROVED, MISSING):
        fitting = [says for found, says in held if found is standing]
        if fitting:
            return standing, fitting[0] if standing is PROVED else "cần một trong: " + "; hoặc ".join(fitting)
    return AGAINST, "không có điều kiện nào trong: " + "; hoặc ".join(says for _, says in held)


def _rank(rating: str, law: Law) -> int:
    return [each.id for each in law.ratings].index(rating)


def _name(rating: str, law: Law) -> str:
    return next(each.name for each in law.ratings if each.id == rating)


def _rating(condition: Condition, proposal: Proposal, law: Law) -> Held:
    wanted = _name(condition.at_least, law)
    rating = proposal.record.year(proposal.year).rating
    if rating is None:
        return MISSING, f"chưa có kết quả xếp loại năm {proposal.year} (cần {wanted} trở lên)"
    enough = _rank(rating, law) >= _rank(condition.at_least, law)
    told = f"xếp loại năm {proposal.year}: {_name(rating, law)}"
    return (PROVED, told) if enough else (AGAINST, f"{told}; cần {wanted} trở lên")


def _title_in_year(condition: Condition, proposal: Proposal, law: Law) -> Held:
    title = law.awards[condition.title].name
    if condition.title in proposal.record.year(proposal.year).titles:
        return PROVED, f"đạt {title} năm {proposal.year}"
    return MISSING, f"chưa có {title} năm {proposal.year}"


def _run(proposal: Proposal, count: int, has: Callable[[int], bool]) -> tuple[list[int], list[int]]:
    """The best run of `count` years that ends in the proposed year or the one before, and the years it lacks."""
    runs = [list(range(end - count + 1, end + 1)) for end in (proposal.year, proposal.year - 1)]
    return min(((run, [year for year in run if not has(year)]) for run in runs), key=lambda found: len(found[1]))


def _years(years: Iterable[int]) -> str:
    return ", ".join(map(str, years))


def _titles_in_a_row(condition: Condition, proposal: Proposal, law: Law) -> Held:
    title = law.awards[condition.title].name
    run, lacking = _run(proposal, condition.count, lambda year: condition.title in proposal.record.year(year).titles)
    if not lacking:
        return PROVED, f"{condition.count} năm liên tục đạt {title}: {_years(run)}"
    return MISSING, f"cần {condition.count} năm liên tục đạt {title}; chưa thấy năm {_years(lacking)}"


def _ratings_in_a_row(condition: Condition, proposal: Proposal, law: Law) -> Held:
    wanted = _name(condition.at_least, law)

    def reached(year: int) -> bool:
        rating = proposal.record.year(year).rating
        return rating is not None and _rank(rating, law) >= _rank(condition.at_least, law)

    run, lacking = _run(proposal, condition.count, reached)
    if not lacking:
        return PROVED, f"{condition.count} năm liên tục {wanted}: {_years(run)}"
    told = f"cần {condition.count} năm liên tục {wanted}; "
    if all(proposal.record.year(year).rating for year in range(proposal.year - condition.count, proposal.year + 1)):
        return AGAINST, f"{told}năm {_years(lacking)} xếp loại thấp hơn"
    return MISSING, f"{told}chưa thấy năm {_years(lacking)}"


def _initiatives_of(proposal: Proposal, years: Iterable[int], scope: str) -> int:
    least = SCOPES.index(scope)
    return sum(SCOPES.index(found) >= least for year in years for found in proposal.record.year(year).initiatives)


SCOPE_NAMES = {"co_so": "cơ sở", "bo_tinh": "bộ, ban, ngành, tỉnh", "toan_quoc": "toàn quốc"}


def _initiatives(condition: Condition, proposal: Proposal, law: Law) -> Held:
    found = _initiatives_of(proposal, proposal.record.years, condition.scope)
    told = f"sáng kiến, đề tài có phạm vi {SCOPE_NAMES[condition.scope]}"
    if found >= condition.count:
        return PROVED, f"có {found} {told}"
    return MISSING, f"chưa có {told} được công nhận"


def _excellent_with_initiatives(condition: Condition, proposal: Proposal, law: Law) -> Held:
    excellent = Condition(condition.award, "", condition.article, at_least="hoan_thanh_xuat_sac", count=condition.count)
    standing, told = _ratings_in_a_row(excellent, proposal, law)
    found = _initiatives_of(proposal, proposal.record.years, "co_so")
    if standing is PROVED and found >= condition.count:
        return PROVED, f"{told}; có {found} sáng kiến"
    lacking = "" if found >= condition.count else f"; cần {condition.count} sáng kiến, mới thấy {found}"
    return (MISSING if standing is PROVED else standing), told + lacking


def _share(proposal: Proposal, part: int | None, percent: int, what: str) -> Held:
    total = proposal.record.members.total if proposal.record.members else None
    if part is None or not total:
        return MISSING, f"chưa có số liệu: cần ít nhất {percent}% cá nhân {what}"
    told = f"{part}/{total} cá nhân {what}"
    return (PROVED, told) if 100 * part >= percent * total else (AGAINST, f"{told}, dưới {percent}%")


def _members_with_title(condition: Condition, proposal: Proposal, law: Law) -> Held:
    members = proposal.record.members
    part = members.titled.get(condition.title) if members else None
    return _share(proposal, part, condition.percent, f"đạt {law.awards[condition.title].name}")


def _members_fulfil(condition: Condition, proposal: Proposal, law: Law) -> Held:
    members = proposal.record.members
    return _share(proposal, members.fulfilled if members else None, condition.percent, "hoàn thành nhiệm vụ")


def _some_member_with_title(condition: Condition, proposal: Proposal, law: Law) -> Held:
    title = law.awards[condition.title].name
    members = proposal.record.members
    found = members.titled.get(condition.title) if members else None
    if found is None:
        return MISSING, f"chưa có số cá nhân đạt {title}"
    told = f"có {found} cá nhân đạt {title}"
    return (PROVED, told) if found >= condition.count else (AGAINST, f"{told}, cần ít nhất {condition.count}")


def _no_member_disciplined(condition: Condition, proposal: Proposal, law: Law) -> Held:
    members = proposal.record.members
    if members is None or members.disciplined is None:
        return MISSING, "chưa xác nhận không có cá nhân bị kỷ luật từ cảnh cáo trở lên"
    if members.disciplined:
        return AGAINST, f"có {members.disciplined} cá nhân bị kỷ luật từ cảnh cáo trở lên"
    return PROVED, "không có cá nhân bị kỷ luật từ cảnh cáo trở lên"


RULES: dict[str, Rule] = {
    "rating": _rating,
    "title_in_year": _title_in_year,
    "titles_in_a_row": _titles_in_a_row,
    "ratings_in_a_row": _ratings_in_a_row,
    "initiatives": _initiatives,
    "excellent_with_initiatives": _excellent_with_initiatives,
    "members_with_title": _members_with_title,
    "members_fulfil": _members_fulfil,
    "some_member_with_title": _some_member_with_title,
    "no_member_disciplined": _no_member_disciplined,
}


def check_principles(proposal: Proposal, law: Law) -> Iterator[Shown]:
    """What stands in the way of any award: discipline that is considered, a sudden merit used as ground."""
    about = proposal.record.name
    principle = law.principles.get("dang_xem_xet")
    if principle is not None:
        discipline = proposal.record.discipline
        standing = MISSING if discipline is None else AGAINST if discipline else PROVED
        says = {
            MISSING: "chưa xác nhận về kỷ luật, thanh tra, đơn thư",
            AGAINST: f"ghi «{discipline}»; {principle.name[0].lower()}{principle.name[1:]}",
            PROVED: "không bị kỷ luật, không trong thời gian xem xét",
        }[standing]
        yield Shown("LAW103", standing, about, says, principle.article, principle.verified)
    principle = law.principles.get("dot_xuat_khong_lam_can_cu")
    if principle is not None and proposal.kind == "cong_trang":
        for ground in proposal.based_on:
            if "đột xuất" in ground.casefold() or "chuyên đề" in ground.casefold():
                says = f"lấy «{ground}» làm căn cứ khen thưởng công trạng; {principle.name}"
                yield Shown("LAW102", AGAINST, about, says, principle.article, principle.verified)


def check_doubles(proposals: Sequence[Proposal], law: Law) -> Iterator[Shown]:
    """Who is proposed twice for the same award and year, or twice for the same merit."""
    seen: dict[tuple[str, str, int], int] = {}
    merits: dict[tuple[str, str, bool], str] = {}
    for proposal in proposals:
        award = law.awards[proposal.award]
        key = (proposal.record.name.casefold(), proposal.award, proposal.year)
        seen[key] = seen.get(key, 0) + 1
        if seen[key] == 2:
            yield _double(proposal, f"có tên hai lần với cùng {award.name} năm {proposal.year}")
        merit = " ".join(proposal.merit.casefold().split())
        same = (proposal.record.name.casefold(), merit, award.is_title)
        if merit and merits.setdefault(same, proposal.award) != proposal.award:
            other = law.awards[merits[same]].name
            yield _double(proposal, f"một thành tích được đề nghị cả {other} và {award.name}")


def _double(proposal: Proposal, says: str) -> Shown:
    article = "nguyên tắc một thành tích không khen nhiều lần, Luật Thi đua, khen thưởng"
    return Shown("LAW104", AGAINST, proposal.record.name, says, article, verified=False, severity=Severity.WARNING)
