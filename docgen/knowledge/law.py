"""The law at a date: what is in force, the base salary, the votes, the prizes, the conditions, the names of agencies.

Each file of the folder beside this module is named by the day from which it holds. No file is edited when the law
changes: a new one supersedes it. What was not read in the rule itself says `verified = false` and is shown so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path

import msgspec

from docgen.errors import DocgenError
from docgen.knowledge.toml import read_toml

FOLDER = Path(__file__).parent / "law"
UNVERIFIED = "chưa kiểm chứng"


class Text(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A law, decree or circular. `since` and `until` come from the dates of files; `until` is the first day without."""

    id: str
    kind: str
    name: str = ""
    number: str = ""
    issuer: str = ""
    signed: date | None = None
    repeals: tuple[str, ...] = ()
    amends: str = ""
    subjects: tuple[str, ...] = ()
    verified: bool | None = None
    since: date | None = None
    until: date | None = None
    replaced_by: str = ""

    @property
    def is_statute(self) -> bool:
        """Whether it is cited without number, symbol and issuer."""
        return self.kind in ("Luật", "Bộ luật", "Pháp lệnh")

    @property
    def title(self) -> str:
        """The text named shortly: `Nghị định số 152/2025/NĐ-CP`, `Luật Thi đua, khen thưởng`."""
        return f"{self.kind} {self.name}".strip() if self.is_statute else f"{self.kind} số {self.number}"

    def cited(self) -> str:
        """The text as a ground names it in full, by Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.a."""
        signed = f" ngày {_in_letters(self.signed)}" if self.signed else ""
        issued = "" if self.is_statute else " ".join(filter(None, (f" của {self.issuer}", self.name)))
        return f"{self.title}{signed}{issued}"

    def holds_at(self, day: date) -> bool:
        """Whether it was in force on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


class Salary(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Lương cơ sở, in đồng a month."""

    amount: int
    since: date | None = None
    source: str = ""
    verified: bool = False


class Prize(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The money that goes with an award, in base salaries; `who` where it differs for persons and collectives."""

    award: str
    coefficient: Decimal
    article: str
    verified: bool
    who: str = ""
    at_most: bool = False


class Vote(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The share of the whole council, in percent, that must agree to an award."""

    award: str
    percent: int
    article: str
    verified: bool


class Principle(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A principle of awarding that papers can show to be kept or not."""

    id: str
    name: str
    article: str
    verified: bool


class Award(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A title or an award. `who` is `ca_nhan`, `tap_the` or both; `conditions_read` is false where nothing is known."""

    id: str
    name: str
    article: str
    rank: int
    aliases: tuple[str, ...] = ()
    who: str = ""
    is_title: bool = False
    conditions_read: bool = True
    verified: bool = True


class Condition(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One condition of an award: a rule of the room `commendation` and its arguments."""

    award: str
    rule: str
    article: str
    who: str = ""
    title: str = ""
    at_least: str = ""
    scope: str = ""
    count: int = 0
    percent: int = 0
    alternative: str = ""
    verified: bool = True


class Rating(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """How a year's work was rated."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


class Agency(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A name that ended: `old` (before one of `followed_by`, where given) is `new` from `since` on."""

    old: str
    new: str
    followed_by: tuple[str, ...] = ()
    since: date | None = None
    source: str = ""


class LawFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The whole of one file."""

    source: str
    verified: bool
    salary: Salary | None = None
    text: tuple[Text, ...] = ()
    prize: tuple[Prize, ...] = ()
    vote: tuple[Vote, ...] = ()
    principle: tuple[Principle, ...] = ()
    award: tuple[Award, ...] = ()
    rating: tuple[Rating, ...] = ()
    condition: tuple[Condition, ...] = ()
    agency: tuple[Agency, ...] = ()


@dataclass(frozen=True)
class Law:
    """What holds on one day."""

    day: date
    files: tuple[tuple[date, LawFile], ...]

    @cached_property
    def salary(self) -> Salary:
        """The base salary. Raises `DocgenError` E604 before the first one that is known."""
        for since, file in reversed(self.files):
            if file.salary:
                return msgspec.structs.replace(file.salary, since=since, source=file.source, verified=file.verified)
        raise DocgenError("E604", "không có mức lương cơ sở cho ngày này", seen=f"{self.day:%d/%m/%Y}")

    @cached_property
    def awards(self) -> dict[str, Award]:
        """Every title and award by its id."""
        return {award.id: award for _, file in self.files for award in file.award}

    @cached_property
    def ratings(self) -> tuple[Rating, ...]:
        """The ratings, from the lowest."""
        return next((file.rating for _, file in reversed(self.files) if file.rating), ())

    @cached_property
    def principles(self) -> dict[str, Principle]:
        """Every principle by its id."""
        return {principle.id: principle for _, file in self.files for principle in file.principle}

    def prize(self, award: str, who: str) -> Prize | None:
        """The prize of an award for a person (`ca_nhan`) or a collective (`tap_the`)."""
        prizes = [prize for _, file in self.files for prize in file.prize]
        fitting = [prize for prize in prizes if prize.award == award and prize.who in ("", who)]
        return fitting[-1] if fitting else None

    def vote(self, award: str) -> Vote | None:
        """The share of votes an award needs; `None` where no vote is prescribed."""
        votes = [vote for _, file in self.files for vote in file.vote if vote.award == award]
        return votes[-1] if votes else None

    def conditions(self, award: str, who: str) -> tuple[Condition, ...]:
        """The conditions of an award, by the latest file that has any."""
        for _, file in reversed(self.files):
            found = tuple(each for each in file.condition if each.award == award and each.who in ("", who))
            if found:
                return found
        return ()

    def award_named(self, name: str) -> Award | None:
        """The award that a list means by a name: `CSTĐCS`, `danh hiệu Chiến sĩ thi đua cơ sở`."""
        return self._by_name.get(_folded(name))

    @cached_property
    def _by_name(self) -> dict[str, Award]:
        return {_folded(name): award for award in self.awards.values() for name in _spellings(award)}

    def rating_named(self, name: str) -> Rating | None:
        """The rating that a list means by a name: `HTXSNV`, `Hoàn thành tốt nhiệm vụ`."""
        by_name = {_folded(own): each for each in self.ratings for own in (each.id, each.name, *each.aliases)}
        return by_name.get(_folded(name))

    def ended_agencies(self) -> tuple[Agency, ...]:
        """The names of agencies that must no longer stand on a new document."""
        return tuple(
            msgspec.structs.replace(agency, since=since, source=file.source)
            for since, file in self.files
            for agency in file.agency
        )

    def grounds(self, subject: str = "khen_thuong") -> tuple[str, ...]:
        """The legal grounds of a document, one a line as they stand in it, without the marks at the ends."""
        held = [text for text in texts() if text.holds_at(self.day)]
        lines = []
        for text in held:
            if subject in text.subjects:
                amended = [other.cited() for other in held if other.amends == text.id]
                lines.append("Căn cứ " + "; ".join([text.cited(), *amended]))
        return tuple(lines)


def law_at(day: date) -> Law:
    """The law that holds on that day."""
    return Law(day, tuple((since, file) for since, file in _files() if since <= day))


@cache
def texts() -> tuple[Text, ...]:
    """Every known law, decree and circular, with the days between which it was in force, oldest first."""
    found: dict[str, Text] = {}
    ends: dict[str, tuple[date, str]] = {}
    for since, file in _files():
        for text in file.text:
            verified = file.verified if text.verified is None else text.verified
            start = since if text.verified is None else None  # of a text known only by its end, the start is unknown
            found[text.id] = msgspec.structs.replace(text, since=start, verified=verified)
            ends |= dict.fromkeys(text.repeals, (since, text.id))
    for ended, (day, by) in ends.items():
        if ended in found:
            found[ended] = msgspec.structs.replace(found[ended], until=day, replaced_by=by)
    return tuple(found.values())


def text_of(id: str) -> Text:
    """The law, decree or circular of that id."""
    return next(text for text in texts() if text.id == id)


@cache
def _files() -> tuple[tuple[date, LawFile], ...]:
    return tuple(
        (date.fromisoformat(path.name[:10]), read_toml(path, LawFile)) for path in sorted(FOLDER.glob("*.toml"))
    )


def _spellings(award: Award) -> Iterator[str]:
    for name in (award.id, award.name, *award.aliases):
        yield name
        yield f"danh hiệu {name}"


def _folded(name: str) -> str:
    return " ".join(name.replace("“", "").replace("”", "").replace('"', "").casefold().split())


def _in_letters(day: date) -> str:
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02} tháng {month} năm {day.year}"
