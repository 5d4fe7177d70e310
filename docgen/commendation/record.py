"""What the papers say of one person or collective: ratings, titles, initiatives, members, discipline."""

from collections.abc import Mapping
from dataclasses import dataclass, field

SCOPES = ("co_so", "bo_tinh", "toan_quoc")


@dataclass(frozen=True, slots=True)
class Year:
    """One year of a record. `rating` is its id or `None`; `initiatives` are the scopes in which each was recognised."""

    rating: str | None = None
    titles: frozenset[str] = frozenset()
    initiatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Members:
    """The people of a collective, counted; `None` is not stated."""

    total: int | None = None
    fulfilled: int | None = None
    disciplined: int | None = None
    titled: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """A person (`ca_nhan`) or a collective (`tap_the`) with its years.

    `discipline` is what is said of it: a text of what there is, "" that there is none, `None` nothing.
    """

    name: str
    who: str = "ca_nhan"
    years: Mapping[int, Year] = field(default_factory=dict)
    members: Members | None = None
    discipline: str | None = None

    def year(self, number: int) -> Year:
        """The year, empty where the papers are silent."""
        return self.years.get(number, Year())


@dataclass(frozen=True, slots=True)
class Proposal:
    """One award proposed for one record and year.

    `merit` is what it is for; `kind` the manner (`cong_trang`, `dot_xuat`, `chuyen_de`); `based_on` earlier awards
    named as its ground, in words.
    """

    record: Record
    award: str
    year: int
    merit: str = ""
    kind: str = "cong_trang"
    based_on: tuple[str, ...] = ()
