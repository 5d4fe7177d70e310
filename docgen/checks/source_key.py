"""Whether a fact of a draft and a fact of a source are one: the same thing counted, of one time and one place."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from docgen.checks.cues import words
from docgen.facts.indicator import plain
from docgen.knowledge.match import likeness
from docgen.model.fact import Fact, Figure, Kind, Measure, Period

# Measured on the names in all domains: no two names of different indicators differ in one word of three letters or more
# that is so much alike, and of names with a letter missing, doubled or another 64 in 100 are known again.
LEAST, _LONG = 70.0, 3
_TELLING = frozenset({"còn", "lại", "thêm", "chỉ", "hơn", "trên", "toàn"})  # weak beside a figure, not in a name
_EVERYWHERE = ("toàn ", "cả ")
_KNOWN_SCOPES = frozenset({"plan", "cumulative", "previous"})  # any other is a topic in the writer's words
_LINKS = frozenset({"trong", "đó", "riêng", "quý", "tháng", "đầu", "ước", "khoảng"})
_CLAUSE = 200  # characters before a figure that may name it
_STOP = re.compile(r"[.!?…](?:\s|$)|\n")
_MARKS = re.compile(r"[,;:()–-]")
_FRAMES = frozenset({"thực", "hiện", "kết", "quả", "chung"})


class Kinship(IntEnum):
    """How sure it is that two facts are one."""

    NONE = 0
    LIKELY = 1
    SURE = 2


@dataclass(frozen=True, slots=True)
class Side:
    """The facts of one document, the place they are of where none is said, and the words just before each figure."""

    figures: Sequence[Figure]
    facts: Sequence[Fact]
    place: str | None
    before: Sequence[str] = ()

    @classmethod
    def of(cls, figures: Sequence[Figure], facts: Sequence[Fact], text: str = "") -> "Side":
        """The side of a document; its place is the one that most of its facts are of."""
        places = Counter(fact.place for fact in facts if not _is_everywhere(fact.place)).most_common(1)
        ends = [0, *(figure.span.end for figure in figures)]
        before = [
            _clause_of(text[max(end, figure.span.start - _CLAUSE) : figure.span.start])
            for figure, end in zip(figures, ends, strict=False)
        ]
        return cls(figures, facts, places[0][0] if places else None, before if text else ())


def kinship(draft: Side, i: int, source: Side, j: int) -> Kinship:
    """How sure it is that figure `i` of the draft and figure `j` of the source tell one fact."""
    one, other = draft.facts[i], source.facts[j]
    if not _alike_in_form(draft.figures[i], one, source.figures[j], other):
        return Kinship.NONE
    if not same_period(one.period, other.period) or not _same_place(draft, one.place, source, other.place):
        return Kinship.NONE
    if draft.before and other.label and is_called(draft.before[i], other.label):
        sure = Kinship.SURE
    else:
        sure = _named_alike(draft.figures[i], one, source.figures[j], other)
    return sure if _scope(one) == _scope(other) else min(sure, Kinship.LIKELY)


def is_called(before: str, label: str) -> bool:
    """Whether the words before a figure end in the label itself, but for light words and the year."""
    name = plain(label)
    start = f" {before} ".rfind(f" {name} ")
    if start < 0 or len(name_of(label)) < 2:
        return False
    around = (before[:start].split()[-1:], before[start + len(name) :].split())
    light = words("empty") | _LINKS
    return all(word in light or not word.isalpha() for words_there in around for word in words_there)


def _clause_of(text: str) -> str:
    """The words after the last full stop or break, without punctuation, as names are compared."""
    clause = plain(_STOP.split(text)[-1])
    return " ".join(_MARKS.sub(" ; ", clause).split())


def dimension_of(figure: Figure) -> tuple[str, str | None]:
    """What sort of quantity a figure is: two of different sorts are never compared."""
    kind, unit = figure.kind, figure.quantity.unit
    if kind is Kind.COUNT:
        return kind.value, None
    return kind.value, unit.lower() if unit else None


@lru_cache(maxsize=16384)
def name_of(label: str, unit: str = "") -> tuple[str, ...]:
    """The words of a label that tell what is counted; those of the unit tell nothing that the unit does not."""
    weak = (words("empty") - _TELLING) | frozenset(plain(unit).split())
    cleaned = "".join(letter if letter.isalnum() else " " for letter in plain(label))
    return tuple(word for word in cleaned.split() if word not in weak)


def same_period(one: Period | None, other: Period | None) -> bool:
    """Whether two periods are one, or one of them is not said."""
    if one is None or other is None:
        return True
    if one.start and other.start:
        ends_alike = (one.start, one.end) == (other.start, other.end)
        return ends_alike or _bare(one) == _bare(other)
    return _bare(one) == _bare(other)


def is_dated(one: Period | None, other: Period | None) -> bool:
    """Whether both say of which time they are."""
    return one is not None and other is not None


def _bare(period: Period) -> str:
    return " ".join(period.label.lower().replace("năm", " ").split())


def _is_everywhere(place: str | None) -> bool:
    return place is None or place.lower().startswith(_EVERYWHERE)


def _same_place(draft: Side, one: str | None, source: Side, other: str | None) -> bool:
    """Whether two places are one; where a side says none, the other must be of its document's own place."""
    if _is_everywhere(one) and _is_everywhere(other):
        return True
    if one is None or _is_everywhere(one):
        return _is_one_place(other or "", source.place or "")
    if other is None or _is_everywhere(other):
        return _is_one_place(one, draft.place or "")
    return _is_one_place(one, other)


def _is_one_place(one: str, other: str) -> bool:
    mine, theirs = (frozenset(plain(place).split()) for place in (one, other))
    numbers = [{word for word in place if not word.isalpha()} for place in (mine, theirs)]
    return numbers[0] == numbers[1] and (mine <= theirs or theirs <= mine)


def _alike_in_form(figure: Figure, fact: Fact, of_source: Figure, told: Fact) -> bool:
    """Whether unit, way of measuring, scope and direction leave room for one fact."""
    if dimension_of(figure) != dimension_of(of_source) or not _same_unit(figure, of_source):
        return False
    if _measure(figure, fact) != _measure(of_source, told):
        return False
    if _scope(fact) != _scope(told) and {_scope(fact), _scope(told)} & _KNOWN_SCOPES:
        return False
    ways = {way for way in (_way(figure, fact), _way(of_source, told)) if way}
    if len(ways) > 1:
        return False
    if fact.measure is Measure.SHARE and fact.basis and told.basis:
        return set(name_of(fact.basis)) == set(name_of(told.basis))
    return True


def _same_unit(figure: Figure, other: Figure) -> bool:
    if figure.kind is not Kind.COUNT or not figure.quantity.unit or not other.quantity.unit:
        return True
    mine, theirs = (set(plain(each.quantity.unit or "").split()) for each in (figure, other))
    return mine <= theirs or theirs <= mine


def _measure(figure: Figure, fact: Fact) -> Measure:
    if figure.kind is Kind.PERCENT and fact.measure is Measure.SHARE:
        return Measure.LEVEL
    return fact.measure


def _scope(fact: Fact) -> str | None:
    """The scope as far as it parts facts: an estimate is told as the thing itself, and the year before has its date."""
    if fact.scope == "estimate" or (fact.scope == "previous" and fact.period is not None):
        return None
    return fact.scope


def _way(figure: Figure, fact: Fact) -> int:
    return fact.direction or (figure.sign if figure.sign < 0 else 0)


def _named_alike(figure: Figure, fact: Fact, of_source: Figure, told: Fact) -> Kinship:
    """By the indicator where both have one, else by the words of their labels."""
    if fact.indicator and told.indicator:
        return Kinship.SURE if fact.indicator == told.indicator else Kinship.NONE
    unit = f"{figure.quantity.unit or ''} {of_source.quantity.unit or ''}" if figure.kind is Kind.COUNT else ""
    mine, theirs = name_of(fact.label or "", unit), name_of(told.label or "", unit)
    if _says_nothing(mine, fact) or _says_nothing(theirs, told):
        return _called_otherwise(figure, fact, of_source, told, (mine, theirs))
    if set(mine) - _FRAMES == set(theirs) - _FRAMES:
        return Kinship.SURE if len(set(mine)) > 1 else Kinship.LIKELY
    return Kinship.LIKELY if written_alike(mine, theirs) else Kinship.NONE


def _says_nothing(name: Sequence[str], fact: Fact) -> bool:
    """Whether a label says no more than the unit, the place or a column's head ("thực hiện") do."""
    return not set(name) - _FRAMES - set(plain(fact.place or "").split())


def _called_otherwise(
    figure: Figure, fact: Fact, of_source: Figure, told: Fact, names: tuple[Sequence[str], Sequence[str]]
) -> Kinship:
    """Facts whose labels say nothing: alike where both are called by one unit alone, or by one place and one time."""
    units = (figure.quantity.unit, of_source.quantity.unit)
    if figure.kind is Kind.COUNT:
        by_unit = not any(names) and units[0] == units[1] and units[0] is not None and bool(fact.label and told.label)
        return Kinship.LIKELY if by_unit else Kinship.NONE
    placed = not _is_everywhere(fact.place) and not _is_everywhere(told.place)
    return Kinship.LIKELY if placed and is_dated(fact.period, told.period) else Kinship.NONE


def written_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names are one but for a slip of the pen in one of their words."""
    unlike = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    if len(one) != len(other) or len(unlike) != 1 or len(one) < 2:
        return False
    mine, theirs = unlike[0]
    return min(len(mine), len(theirs)) >= _LONG and likeness(mine, theirs) >= LEAST
