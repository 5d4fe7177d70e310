"""The one loader of dated knowledge: folders of TOML → domains and places, with errors that name the slip."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

import msgspec

from docgen.errors import DocgenError
from docgen.knowledge.domain import DIMENSIONS, OPERATORS, Domain, Identity, Indicator, names_in
from docgen.knowledge.places import Place, load_places
from docgen.knowledge.toml import entry_line, read_toml

DOMAINS = Path(__file__).parent / "domains"
FILES = ("indicators.toml", "relations.toml")


class Head(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The `[domain]` table of indicators.toml."""

    id: str
    label: str
    source: str
    verified: bool
    cues: tuple[str, ...] = ()
    narrowing: tuple[str, ...] = ()
    year_starts: tuple[int, int] | None = None


class Counted(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A `[[counted]]` table: a way in which the same indicators are counted (về việc, về tiền)."""

    id: str
    label: str
    dimension: str
    units: tuple[str, ...] = ()


class IndicatorEntry(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """An `[[indicator]]` table. `counted` makes one indicator for each of the named ways."""

    id: str
    label: str
    source: str
    verified: bool
    aliases: tuple[str, ...] = ()
    dimension: str = "count"
    units: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    parent: str | None = None
    part: str | None = None
    whole: str | None = None


class IdentityEntry(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """An `[[identity]]` table. In `equation`, `*` stands for each way of `counted`."""

    id: str
    label: str
    equation: str
    source: str
    verified: bool
    counted: tuple[str, ...] = ()
    soft: bool = False
    exception: str = ""


class IndicatorFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The whole of indicators.toml."""

    domain: Head
    indicator: tuple[IndicatorEntry, ...]
    counted: tuple[Counted, ...] = ()


class RelationFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The whole of relations.toml."""

    identity: tuple[IdentityEntry, ...] = ()


@dataclass(frozen=True)
class Knowledge:
    """What is known of the world at one date: the domains, and the names of places."""

    domains: tuple[Domain, ...]
    places: tuple[Place, ...] = ()

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """Every indicator of every domain by its id."""
        return {indicator.id: indicator for domain in self.domains for indicator in domain.indicators}

    def domain_of(self, indicator_id: str) -> Domain | None:
        """The domain that an indicator's id belongs to."""
        return next((domain for domain in self.domains if indicator_id in domain.by_id), None)


def load(folder: Path | str | None = None, as_of: date | None = None) -> Knowledge:
    """The knowledge that comes with docgen, and the domains of `folder`, which replace those of the same id.

    `folder` is one domain or holds several. `as_of` leaves out places that did not exist then; without it, old and new
    names are all known. Raises the first of `problems(folder)`.
    """
    domains = {domain.id: domain for domain in _own_domains()}
    if folder is not None:
        domains |= {domain.id: domain for domain in map(load_domain, domain_folders(Path(folder)))}
    places = tuple(place for place in load_places() if as_of is None or place.exists_at(as_of))
    return Knowledge(tuple(domains.values()), places)


@cache
def _own_domains() -> tuple[Domain, ...]:
    return tuple(load_domain(folder) for folder in domain_folders(DOMAINS))


def domain_folders(folder: Path) -> list[Path]:
    """The domain folders at `folder`: itself, or those in it, by name."""
    if (folder / FILES[0]).is_file():
        return [folder]
    found = sorted(path.parent for path in folder.glob(f"*/{FILES[0]}")) if folder.is_dir() else []
    if not found:
        raise DocgenError(
            "E601",
            "không thấy bộ chỉ tiêu nào",
            where=str(folder),
            hint=f"thư mục của một ngành phải có tệp {FILES[0]} (và {FILES[1]} nếu có đẳng thức)",
        )
    return found


def problems(folder: Path | str) -> list[DocgenError]:
    """Every slip in the domains of `folder`, in the order of the files; empty where all is well."""
    try:
        folders = domain_folders(Path(folder))
    except DocgenError as error:
        return [error]
    found: list[DocgenError] = []
    for one in folders:
        try:
            _, slips = _read_domain(one)
            found += slips
        except DocgenError as error:
            found.append(error)
    return found


def load_domain(folder: Path) -> Domain:
    """The domain of one folder; raises its first slip."""
    domain, slips = _read_domain(folder)
    if slips:
        raise slips[0]
    return domain


def _read_domain(folder: Path) -> tuple[Domain, list[DocgenError]]:
    file = read_toml(folder / FILES[0], IndicatorFile)
    relations = folder / FILES[1]
    entries = read_toml(relations, RelationFile).identity if relations.is_file() else ()
    slips: list[DocgenError] = []
    indicators = _indicators(file, folder / FILES[0], slips)
    known = {indicator.id for indicator in indicators}
    identities = _identities(file, entries, known, relations, slips)
    head = file.domain
    ways = tuple(way.label for way in file.counted)
    domain = Domain(
        head.id, head.label, head.cues, head.source, indicators, identities, head.year_starts, ways, head.narrowing
    )
    return domain, slips


def _at(path: Path, table: str, index: int, name: str) -> str:
    """The file, the line and the id of an entry; read again, for it is only asked where there is a slip."""
    return f"{path}, {entry_line(path.read_text(encoding='utf-8'), table, index)} «{name}»"


def _indicators(file: IndicatorFile, path: Path, slips: list[DocgenError]) -> tuple[Indicator, ...]:
    ways = {way.id: way for way in file.counted}
    made: dict[str, Indicator] = {}
    for index, entry in enumerate(file.indicator):
        said = _wrong(file, entry)
        for indicator in _ways(file.domain.id, entry, ways):
            if indicator.id in made:
                said = said or ("mã chỉ tiêu bị trùng", indicator.id, "")
            made[indicator.id] = indicator
        if said:
            where = _at(path, "indicator", index, entry.id)
            slips.append(DocgenError("E604", said[0], where=where, seen=said[1], hint=said[2]))
    for indicator in made.values():
        for named in (indicator.parent, indicator.part, indicator.whole):
            if named is not None and named not in made:
                where = f"{path}, «{indicator.id}»"
                slips.append(DocgenError("E604", "không có chỉ tiêu này", where=where, seen=named))
    return tuple(made.values())


def _wrong(file: IndicatorFile, entry: IndicatorEntry) -> tuple[str, str, str] | None:
    """What is wrong with an entry by itself: the message, what is seen, what to do."""
    ways = {way.id: way.dimension for way in file.counted}
    for way in entry.counted:
        if way not in ways:
            return "cách đếm chưa khai báo", way, "thêm [[counted]]"
    for dimension in (entry.dimension, *(ways[way] for way in entry.counted)):
        if dimension not in DIMENSIONS:
            return "không có loại đại lượng này", dimension, f"chọn một trong: {', '.join(DIMENSIONS)}"
    return None


def _ways(domain: str, entry: IndicatorEntry, ways: dict[str, Counted]) -> list[Indicator]:
    """The indicators that one entry stands for."""

    def one(prefix: str, label: str, dimension: str, units: tuple[str, ...], way: str | None = None) -> Indicator:
        parent, part, whole = (f"{prefix}.{name}" if name else None for name in (entry.parent, entry.part, entry.whole))
        return Indicator(
            f"{prefix}.{entry.id}",
            label,
            dimension,
            entry.source,
            entry.verified,
            entry.aliases,
            units,
            parent,
            part,
            whole,
            way,
        )

    if not entry.counted:
        return [one(domain, entry.label, entry.dimension, entry.units)]
    made = []
    for way in (ways[name] for name in entry.counted if name in ways):
        percent = entry.dimension == "percent"
        dimension, units = ("percent", ("%",)) if percent else (way.dimension, entry.units or way.units)
        made.append(one(f"{domain}.{way.id}", f"{entry.label} {way.label}", dimension, units, way.label))
    return made


def _identities(
    file: IndicatorFile,
    entries: tuple[IdentityEntry, ...],
    known: set[str],
    path: Path,
    slips: list[DocgenError],
) -> tuple[Identity, ...]:
    made: list[Identity] = []
    for index, entry in enumerate(entries):
        for way in entry.counted or ("",):
            try:
                made.append(_identity(file.domain.id, entry, way, known))
            except ValueError as error:
                hint = "viết như: thu_ly = cu + moi"
                where = _at(path, "identity", index, entry.id)
                slips.append(DocgenError("E605", "đẳng thức không dùng được", where=where, seen=str(error), hint=hint))
    return tuple(made)


def _identity(domain: str, entry: IdentityEntry, way: str, known: set[str]) -> Identity:
    operator = next((sign for sign in OPERATORS if sign in entry.equation), None)
    if operator is None or entry.equation.count(operator) != 1:
        raise ValueError(f"{entry.equation!r} needs one of = <= >=")
    sides = [side.replace("*.", f"{way}.").strip() for side in entry.equation.split(operator)]
    names = [name for side in sides for name in names_in(side)]
    roles: dict[str, str] = {}
    for name in dict.fromkeys(names):
        full = name if name in known else f"{domain}.{name}"
        if full not in known:
            raise ValueError(f"không có chỉ tiêu {name}")
        role = name.rpartition(".")[2]
        roles[role if role not in roles else name.replace(".", "_")] = full
    short = {full: role for role, full in roles.items()}
    for name in sorted(set(names), key=len, reverse=True):
        full = name if name in known else f"{domain}.{name}"
        sides = [re.sub(rf"(?<![\w.]){re.escape(name)}(?![\w.])", short[full], side) for side in sides]
    label = f"{entry.label} ({way})" if way else entry.label
    number = f"{domain}.{way}.{entry.id}" if way else f"{domain}.{entry.id}"
    return Identity(
        number, label, sides[0], operator, sides[1], roles, entry.source, entry.verified, entry.soft, entry.exception
    )
