"""Names of provinces before and after a reform, as dated data."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from docgen.knowledge.toml import read_toml

FILE = Path(__file__).parent / "places.toml"


@dataclass(frozen=True, slots=True)
class Place:
    """A province or city. `since` and `until` bound its existence under this name; `now` is where it belongs today."""

    name: str
    aliases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    now: str | None = None

    def exists_at(self, day: date) -> bool:
        """Whether the name was in use on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Reform(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A merger: the provinces of `merged`, with `name` among them or new, are one from `on`."""

    name: str
    merged: tuple[str, ...]


class PlaceFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The whole of places.toml."""

    source: str
    verified: bool
    on: date
    unchanged: tuple[str, ...]
    reform: tuple[Reform, ...]
    aliases: dict[str, tuple[str, ...]] = {}


@cache
def load_places() -> tuple[Place, ...]:
    """Every province by the names it had and has; a name that outlived the reform is listed once."""
    file = read_toml(FILE, PlaceFile)
    made = [Place(name, file.aliases.get(name, ())) for name in file.unchanged]
    last = date.fromordinal(file.on.toordinal() - 1)
    for reform in file.reform:
        made.append(Place(reform.name, file.aliases.get(reform.name, ())))
        gone = [name for name in reform.merged if name != reform.name]
        made += [Place(name, file.aliases.get(name, ()), until=last, now=reform.name) for name in gone]
    return tuple(made)
