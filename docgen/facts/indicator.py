"""The words of a label → the indicator of a domain; `None` wherever two would fit."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from docgen.facts.phrases import anywhere
from docgen.knowledge.domain import Domain, Indicator
from docgen.knowledge.load import Knowledge
from docgen.model.fact import Figure, Kind, Measure

DIMENSION = {
    Kind.COUNT: "count",
    Kind.MONEY: "money",
    Kind.PERCENT: "percent",
    Kind.MEASURE: "measure",
    Kind.MULTIPLE: "multiple",
}
_ALIKE = (
    ("tỉ lệ", "tỷ lệ"),
    ("tỉ trọng", "tỷ trọng"),
    ("uỷ", "ủy"),
    ("luỹ", "lũy"),
    ("quí", "quý"),
)
_LEAD = re.compile(r"^(?:tổng số|số|tổng)\s+(?:(?:lượng|việc|tiền|vụ việc|vụ|án)\s+)?")
_OF_WHOM = re.compile(
    r"\s+(?:của|tại|trên địa bàn)\s+(?:toàn|cả|đơn vị|ngành|tỉnh|thành phố|cục|chi cục|phòng|cơ quan).*$"
)
_WORD = re.compile(r"[^\s,;]+")
_SURE = 3  # cues that make sure of a document's domain, and so of its working year
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class Lexicon:
    """The names of the indicators that a document may speak of."""

    names: dict[str, tuple[Indicator, ...]]
    shares: dict[str, Indicator]
    year_start: int = 1
    narrowing: tuple[str, ...] = ()

    @cached_property
    def named(self) -> Callable[[str], tuple[Indicator, ...]]:
        """Gives the indicators that go by a name, with or without `tổng số` before it."""
        return lru_cache(maxsize=1024)(self._named)

    def _named(self, label: str) -> tuple[Indicator, ...]:
        key = plain(label)
        for name in (key, _OF_WHOM.sub("", key)):
            if found := self.names.get(name) or self.names.get(_LEAD.sub("", name)):
                return found
        return ()

    def at_end(self, text: str) -> int | None:
        """Where the longest name begins that the text ends with."""
        words, _, last = self._edges
        low = text.lower().rstrip()
        if _alike(low.rpartition(" ")[2]) not in last:
            return None
        low = _alike(low)
        starts = [match.start() for match in _WORD.finditer(low)][-words:]
        return next((start for start in starts if low[start:] in self.names), None)

    def at_start(self, text: str) -> int | None:
        """Where the longest name ends that the text begins with; the text has no space before it."""
        words, first, _ = self._edges
        low = _alike(text.lower())
        begun = _WORD.match(low)
        if begun is None or begun[0] not in first:
            return None
        ends = [match.end() for _, match in zip(range(words), _WORD.finditer(low), strict=False)]
        return next((end for end in reversed(ends) if low[:end] in self.names), None)

    @cached_property
    def _edges(self) -> tuple[int, frozenset[str], frozenset[str]]:
        """The most words that a name has, and the words that names begin and end with."""
        parts = [name.split(" ") for name in self.names]
        first = frozenset(match[0] for match in map(_WORD.match, self.names) if match)
        return max(map(len, parts), default=0), first, frozenset(words[-1] for words in parts)


def fits(label: str, figure: Figure, lexicon: Lexicon) -> bool:
    """Whether an indicator of that name is counted in what the figure counts; any will do for a percentage."""
    if figure.kind is Kind.PERCENT:
        return True
    return any(
        one.dimension in (DIMENSION[figure.kind], "percent") and _counts(one, figure) for one in lexicon.named(label)
    )


def plain(label: str) -> str:
    """The label as names are compared: lower case, one spelling of words that have two, single spaces."""
    return _alike(" ".join(label.lower().split()))


def _alike(text: str) -> str:
    """The text in the first of two spellings; as long as before."""
    for old, new in _ALIKE:
        text = text.replace(old, new)
    return text


def lexicon_of(text: str, knowledge: Knowledge) -> Lexicon:
    """The names of the domain that the document belongs to by its cues, and of others that do not clash with it."""
    lower = text.lower()
    present = [(tuple(cue for cue in domain.cues if cue in lower), domain) for domain in knowledge.domains]
    hits = [(len(_cues(cues).findall(lower)) if cues else 0, domain) for cues, domain in present]
    ranked = sorted(hits, key=lambda hit: -hit[0])
    working = next((domain.year_starts for count, domain in ranked if count >= _SURE and domain.year_starts), None)
    return _lexicon(tuple(_ById(domain) for count, domain in ranked if count), working[0] if working else 1)


@lru_cache(maxsize=256)
def _cues(cues: tuple[str, ...]) -> re.Pattern[str]:
    return anywhere(cues) if cues else _NEVER


@dataclass(frozen=True, eq=False)
class _ById:
    """A domain that is equal to itself only, so that a lexicon can be remembered for it."""

    domain: Domain

    def __hash__(self) -> int:
        return id(self.domain)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and self.domain is other.domain


@lru_cache(maxsize=64)
def _lexicon(domains: tuple[_ById, ...], year_start: int) -> Lexicon:
    names: dict[str, tuple[Indicator, ...]] = {}
    shares: dict[str, Indicator] = {}
    for one in domains:
        own: dict[str, list[Indicator]] = {}
        for indicator in one.domain.indicators:
            for name in _names(indicator):
                own.setdefault(plain(name), []).append(indicator)
            if indicator.part:
                shares.setdefault(indicator.part, indicator)
        for name, found in own.items():
            names.setdefault(name, tuple(dict.fromkeys(found)))
    return Lexicon(
        names,
        shares,
        year_start,
        tuple(word for one in domains for word in one.domain.narrowing),
    )


def _names(indicator: Indicator) -> Iterable[str]:
    label = indicator.label
    if indicator.way:
        label = label.removesuffix(f" {indicator.way}")
    return dict.fromkeys([indicator.label, label, *indicator.aliases])


def indicator_of(label: str, figure: Figure, measure: Measure, lexicon: Lexicon, side: str | None) -> Indicator | None:
    """The one indicator that a figure with this label measures.

    `side` is the way of counting that the words around say (`về việc`), needed where a percentage is called by a name
    that counts have too.
    """
    found = lexicon.named(label)
    if figure.kind is Kind.PERCENT and measure in (Measure.RATE,):
        fitting = [one for one in found if one.dimension != "percent" and _on_side(one, side)]
    elif figure.kind is Kind.PERCENT:
        fitting = [one for one in found if one.dimension == "percent" and _on_side(one, side)]
        if not fitting:
            parts = [one for one in found if one.dimension != "percent" and _on_side(one, side)]
            fitting = [lexicon.shares[one.id] for one in parts if one.id in lexicon.shares]
    else:
        fitting = [one for one in found if one.dimension == DIMENSION[figure.kind] and _counts(one, figure)]
    return fitting[0] if len(fitting) == 1 else None


def _on_side(indicator: Indicator, side: str | None) -> bool:
    return side is None or indicator.way is None or indicator.way == side


def _counts(indicator: Indicator, figure: Figure) -> bool:
    """Whether the unit of a count is one that the indicator is counted in."""
    unit = figure.quantity.unit
    if figure.kind is not Kind.COUNT or unit is None or not indicator.units:
        return True
    return any(unit == name or unit.startswith(f"{name} ") for name in indicator.units)
