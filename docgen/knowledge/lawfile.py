"""What a file of the law says: texts, salaries, votes, prizes, conditions, names."""

from datetime import date
from decimal import Decimal

import msgspec


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


class Letterhead(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """How an agency of a sector heads its papers; its own name is `agency` and its province or city."""

    sector: str
    parent: str
    agency: str
    head: str
    symbol: str
    verified: bool = False

    def names(self, agency: str) -> bool:
        """Whether that is the name of such an agency."""
        return folded(agency).startswith((f"{folded(self.agency)} tỉnh", f"{folded(self.agency)} thành phố"))


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
    letterhead: tuple[Letterhead, ...] = ()


def folded(name: str) -> str:
    """A name as it is compared: without quotation marks, case and spare blanks."""
    return " ".join(name.replace("“", "").replace("”", "").replace('"', "").casefold().split())


def _in_letters(day: date) -> str:
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02} tháng {month} năm {day.year}"
