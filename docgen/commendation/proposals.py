"""A list of those who are proposed → what its papers prove and lack, row by row, with the articles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from docgen.commendation.conditions import check_conditions, check_doubles, check_principles
from docgen.commendation.history import said_in, scope_of
from docgen.commendation.money import check_money
from docgen.commendation.record import Members, Proposal, Record, Year
from docgen.commendation.shown import Shown, Standing, finding_of
from docgen.commendation.tallies import Quota, check_quota
from docgen.commendation.votes import Council, check_vote
from docgen.fill.contexts import contexts_of
from docgen.fill.fields import load_form
from docgen.fill.rows import GROUP, read_rows
from docgen.knowledge.law import Law, law_at
from docgen.model.finding import Finding

LIST = Path(__file__).parent / "danh_sach"
_NONE = frozenset({"không", "không có", "0", "-", "chưa"})
_KINDS = {"Công trạng": "cong_trang", "Đột xuất": "dot_xuat", "Chuyên đề": "chuyen_de"}


@dataclass(frozen=True, slots=True)
class Examined:
    """One row: its number in the list, whom it names, what is asked for, and everything that was held against it."""

    row: int
    name: str
    award: str
    shown: tuple[Shown, ...]

    def of(self, standing: Standing) -> tuple[Shown, ...]:
        """What is proved, missing or against."""
        return tuple(each for each in self.shown if each.standing is standing)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is not proved, as findings."""
        return tuple(finding for each in self.shown if (finding := finding_of(each)) is not None)


def check_list(path: str | Path, day: date, council: Council | None = None) -> tuple[Examined, ...]:
    """The rows of a list held against the law of that day.

    Raises `DocgenError` where the list cannot be read. The tool shows; whoever is competent decides.
    """
    contexts = contexts_of(read_rows(path), load_form(LIST))
    contexts.check()
    rows = [(context.number, context.values) for context in contexts]
    return check_rows(rows, law_at(day), council or Council())


def check_rows(rows: Sequence[tuple[int, Mapping[str, Any]]], law: Law, council: Council) -> tuple[Examined, ...]:
    """The rows (number and values by field) held against the law."""
    read = [(number, values, *_proposal(values, law)) for number, values in rows]
    proposals = [proposal for _, _, proposal, _ in read if proposal is not None]
    doubles = list(check_doubles(proposals, law))
    examined = []
    for number, values, proposal, unread in read:
        shown = list(unread)
        if proposal is not None:
            shown += _held(proposal, values, law, council)
            shown += [each for each in doubles if each.about == proposal.record.name]
            doubles = [each for each in doubles if each.about != proposal.record.name]
        examined.append(Examined(number, values["ten"], values["hinh_thuc"], tuple(shown)))
    return tuple(examined)


def fighters_against_workers(examined: Sequence[Examined], law: Law, percent: Decimal, source: str) -> Shown:
    """The Chiến sĩ thi đua cơ sở of a list against the share of Lao động tiên tiến that an office sets for itself.

    The national ceiling of 15 % is gone; `source` is the paper of the office. Whoever is proposed for the higher title
    is counted as Lao động tiên tiến too, since he must be one.
    """
    awards = [award.id for each in examined if (award := law.award_named(each.award)) is not None]
    fighters = awards.count("chien_si_thi_dua_co_so")
    quota = Quota("Chiến sĩ thi đua cơ sở", "Lao động tiên tiến", percent, source)
    return check_quota(quota, fighters, fighters + awards.count("lao_dong_tien_tien"))


def _held(proposal: Proposal, values: Mapping[str, Any], law: Law, council: Council) -> Iterator[Shown]:
    award, record = law.awards[proposal.award], proposal.record
    yield from check_conditions(proposal, law)
    yield from check_principles(proposal, law)
    votes, money = _whole(values.get("so_phieu")), _whole(values.get("tien_thuong"))
    for shown in (
        check_vote(record.name, award, votes, council, law),
        check_money(record.name, award, record.who, money, law),
    ):
        if shown is not None:
            yield shown


def _proposal(values: Mapping[str, Any], law: Law) -> tuple[Proposal | None, list[Shown]]:
    """The proposal of a row, and what of the row could not be read."""
    name, wanted = values["ten"], values["hinh_thuc"]
    award = law.award_named(wanted)
    if award is None:
        return None, [_unread(name, f"không nhận ra danh hiệu, hình thức «{wanted}»")]
    year = values.get("nam") or law.day.year
    unread: list[Shown] = []
    record = Record(
        name,
        _who(values, award.who),
        _years(name, values, year, law, unread),
        _members(values),
        _discipline(values.get("ky_luat")),
    )
    kind = _KINDS.get(values.get("phuong_thuc") or "", "cong_trang")
    based_on = tuple(line for line in (values.get("can_cu") or "").splitlines() if line.strip())
    return Proposal(record, award.id, year, values.get("thanh_tich") or "", kind, based_on), unread


def _who(values: Mapping[str, Any], only: str) -> str:
    said = f"{values.get('loai') or ''} {values.get(GROUP) or ''}".casefold()
    if "tập thể" in said or "cá nhân" in said:
        return "tap_the" if "tập thể" in said else "ca_nhan"
    return only or "ca_nhan"


def _unread(name: str, says: str) -> Shown:
    return Shown("LAW101", Standing.MISSING, name, says, "danh sách đề nghị", verified=False)


def _years(name: str, values: Mapping[str, Any], year: int, law: Law, unread: list[Shown]) -> dict[int, Year]:
    titles: dict[int, set[str]] = {}
    ratings: dict[int, str] = {}
    initiatives: dict[int, list[str]] = {}
    for cell in ("xep_loai", "qua_trinh"):
        for said in said_in(values.get(cell) or ""):
            rating, award = law.rating_named(said.what), law.award_named(said.what)
            if rating is None and award is None:
                unread.append(_unread(name, f"không nhận ra «{said.what}» trong quá trình"))
            for number in said.years or ((year,) if cell == "xep_loai" else ()):
                if rating:
                    ratings[number] = rating.id
                elif award:
                    titles.setdefault(number, set()).add(award.id)
    for said in said_in(values.get("sang_kien") or ""):
        if said.what.casefold() in _NONE and not said.years:
            continue
        count = int(said.what) if said.what.isdigit() else 1
        for number in said.years or (year,):
            initiatives.setdefault(number, []).extend([scope_of(said.what) or "co_so"] * count)
    return {
        number: Year(ratings.get(number), frozenset(titles.get(number, ())), tuple(initiatives.get(number, ())))
        for number in {*titles, *ratings, *initiatives}
    }


def _members(values: Mapping[str, Any]) -> Members:
    titled = {"lao_dong_tien_tien": values.get("so_ldtt"), "chien_si_thi_dua_co_so": values.get("so_cstdcs")}
    return Members(
        _whole(values.get("tong_so")),
        _whole(values.get("hoan_thanh")),
        _whole(values.get("so_ky_luat")),
        {title: int(count) for title, count in titled.items() if count is not None},
    )


def _discipline(cell: str | None) -> str | None:
    if cell is None or not cell.strip():
        return None
    return "" if cell.strip().casefold() in _NONE else cell.strip()


def _whole(value: Any) -> int | None:
    return None if value is None else int(value)
