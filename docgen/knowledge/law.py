"""The law at a date: what is in force, the base salary, the votes, the prizes, the conditions, the names of agencies.

Each file of the folder beside this module is named by the day from which it holds. No file is edited when the law
changes: a new one supersedes it. What was not read in the rule itself says `verified = false` and is shown so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

import msgspec

from docgen.errors import DocgenError
from docgen.knowledge.lawfile import (
    Agency,
    Award,
    Condition,
    LawFile,
    Letterhead,
    Principle,
    Prize,
    Rating,
    Salary,
    Text,
    Vote,
    folded,
)
from docgen.knowledge.toml import read_toml

FOLDER = Path(__file__).parent / "law"
UNVERIFIED = "chưa kiểm chứng"


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
        return self._by_name.get(folded(name))

    @cached_property
    def _by_name(self) -> dict[str, Award]:
        return {folded(name): award for award in self.awards.values() for name in _spellings(award)}

    def rating_named(self, name: str) -> Rating | None:
        """The rating that a list means by a name: `HTXSNV`, `Hoàn thành tốt nhiệm vụ`."""
        by_name = {folded(own): each for each in self.ratings for own in (each.id, each.name, *each.aliases)}
        return by_name.get(folded(name))

    def ended_agencies(self) -> tuple[Agency, ...]:
        """The names of agencies that must no longer stand on a new document."""
        return tuple(
            msgspec.structs.replace(agency, since=since, source=file.source)
            for since, file in self.files
            for agency in file.agency
        )

    def letterhead(self, agency: str) -> Letterhead | None:
        """How the agency of that name heads its papers; `None` where no sector is known to name its agencies so."""
        latest = {head.sector: head for _, file in self.files for head in file.letterhead}
        return next((head for head in latest.values() if head.names(agency)), None)

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
