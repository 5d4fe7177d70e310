"""Whether two figures of a document are called alike, by the words near them."""

import re
from dataclasses import dataclass

from docgen.checks import cues
from docgen.checks.cues import words
from docgen.checks.discourse import Discourse, Mention
from docgen.checks.likeness import words_in
from docgen.checks.stance import is_apart, noun_of, stance_of
from docgen.model.fact import Kind

_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBERED = re.compile(
    r"(?<!\w)(phương án|đợt|giai đoạn|số|quý|vòng|nhóm|khối|loại|ngày|mùng|mồng) (\d{1,2}|[ivx]{1,4})(?!\w)"
)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8"}
_START, _LOCAL = 12, 45  # characters at a sentence's start and before a figure that say that it is a part
_SENTENCE = 300  # characters of a sentence that may set a figure apart
_BEFORE, _BEHIND = 90, 60  # characters around a figure that tell what it is


LONG = 4  # digits from which two numbers are hardly a slip apart by chance


@dataclass(frozen=True, slots=True)
class Label:
    """What the labels of two figures have in common: so many words, and whether one label is all in the other."""

    common: int = 0
    is_same: bool = False


class Naming:
    """How much alike the figures of a document are called."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._near: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self._bags: dict[int, frozenset[str]] = {}
        self._marks: dict[int, dict[str, set[str]]] = {}

    def near(self, mention: Mention) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words before a figure, the nearest first, and those after it, within its sentence; numbers left out."""
        if mention.index not in self._near:
            before, after = self._around(mention)
            self._near[mention.index] = (tuple(reversed(_WORD.findall(before)[-9:])), tuple(_WORD.findall(after)[:7]))
        return self._near[mention.index]

    def shared(self, one: Mention, other: Mention) -> int:
        """How many telling words stand near both figures."""
        return len(self._bag(one) & self._bag(other))

    def label(self, one: Mention, other: Mention) -> Label:
        """How much alike the two are labelled."""
        if not self._discourse.facts:
            return Label()
        labels = [self._discourse.facts[mention.index].label or "" for mention in (one, other)]
        unit = words_in(one.figure.quantity.unit or "") | words_in(other.figure.quantity.unit or "")
        mine, theirs = (words_in(label.lower()) - unit for label in labels)
        common = len(mine & theirs)
        return Label(common, common > 0 and common == min(len(mine), len(theirs)))

    def differ(self, one: Mention, other: Mention, *, is_short: bool) -> bool:
        """Whether words near the figures say that they are of two times, or, if short, of a whole and a part."""
        marks, marks_other = self._marks_of(one), self._marks_of(other)
        for sort in ("then", "part") if is_short else ("then",):
            if marks.get(sort, set()) != marks_other.get(sort, set()):
                return True
        numbered = marks.keys() & marks_other.keys() - {"then", "part"}
        return any(marks[sort].isdisjoint(marks_other[sort]) for sort in numbered)

    def refers_back(self, mention: Mention) -> bool:
        """Whether the words after a figure say that it was told before ("8 dự án này", "số tiền nêu trên")."""
        return cues.refers_back().match(mention.after) is not None

    def _marks_of(self, mention: Mention) -> dict[str, set[str]]:
        """What sets a figure apart: its years, words as "năm ngoái", and what is numbered ("phương án 2")."""
        if mention.index not in self._marks:
            sentence, figure = self._discourse.sentences[mention.sentence].span, mention.figure.span
            before = self._discourse.between(max(sentence.start, figure.start - _SENTENCE), figure.start)
            marks: dict[str, set[str]] = {}
            if cues.phrases("repeat", "then").search(before):
                marks["then"] = {"then"}
            if cues.phrases("repeat", "part").search(f"{before[:_START]} | {before[-_LOCAL:]}"):
                marks["part"] = {"part"}
            for match in _NUMBERED.finditer(before):
                marks.setdefault(match.group(1), set()).add(_ROMAN.get(match.group(2), match.group(2)))
            years = _YEAR.findall(before[-_BEFORE:])
            if years:
                marks["year"] = set(years)
            fact = self._discourse.facts[mention.index] if self._discourse.facts else None
            if fact is not None and fact.place:
                marks["place"] = {fact.place}
            self._marks[mention.index] = marks
        return self._marks[mention.index]

    def _around(self, mention: Mention) -> tuple[str, str]:
        sentence, figure = self._discourse.sentences[mention.sentence].span, mention.figure.span
        before = self._discourse.between(max(sentence.start, figure.start - _BEFORE), figure.start)
        return before, self._discourse.between(figure.end, min(sentence.end, figure.end + _BEHIND))

    def _bag(self, mention: Mention) -> frozenset[str]:
        if mention.index not in self._bags:
            before, after = self.near(mention)
            self._bags[mention.index] = frozenset((*before, *after)) - words("empty")
        return self._bags[mention.index]


@dataclass(frozen=True, slots=True)
class Form:
    """What the form of a figure tells of it: two figures of which this differs are two facts.

    `across` is the value at the other end of the range that it is an end of, `is_named` whether a noun says what is
    counted, `indicator` what stands for the noun of a bare number.
    """

    sentence: int
    apart: tuple[object, ...]
    noun: str
    partner: str
    is_named: bool
    is_long: bool
    indicator: str


class Forms:
    """The forms of a document's figures; each is looked at once."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._known: dict[int, Form] = {}

    def may_be_one(self, one: Mention, other: Mention) -> bool:
        """Whether nothing of their form says that two figures are two facts."""
        mine, theirs = self._of(one), self._of(other)
        if mine.sentence == theirs.sentence or mine.apart != theirs.apart:
            return False
        # Bare numbers are sizes, places in a list, forms: anything.
        if (
            not (mine.is_named and theirs.is_named)
            and not mine.is_long
            and not mine.indicator == theirs.indicator != ""
        ):
            return False
        is_same = mine.noun == theirs.noun or not mine.noun or not theirs.noun
        return is_same and (mine.partner == theirs.partner or "pair" in (mine.partner, theirs.partner))

    def _of(self, mention: Mention) -> Form:
        if mention.index not in self._known:
            self._known[mention.index] = self._look(mention)
        return self._known[mention.index]

    def _look(self, mention: Mention) -> Form:
        discourse, figure = self._discourse, mention.figure
        across = discourse.range_ends.get(mention.index)
        end = None if across is None else (across > mention.index, discourse.figures[across].quantity.value)
        noun = noun_of(mention)
        return Form(
            mention.sentence,
            (mention.dimension, stance_of(mention).direction, is_apart(mention), end),
            "" if noun in words("same") else noun,
            figure.partner[0] if figure.partner else "",
            figure.kind is not Kind.COUNT or (bool(noun) and not _is_heading(discourse, mention)),
            digits_of(mention) >= LONG,
            (discourse.facts[mention.index].indicator or "") if discourse.facts else "",
        )


def _is_heading(discourse: Discourse, mention: Mention) -> bool:
    """Whether the noun has a capital: it begins what a numbered note says, and is not counted."""
    behind = discourse.document.text[mention.figure.number.end : mention.figure.span.end].split()
    return bool(behind) and len(behind[0]) > 1 and behind[0].istitle()


def digits_of(mention: Mention) -> int:
    """How many digits of a number tell something: zeros at its end do not."""
    return len(mention.figure.quantity.value.normalize().as_tuple().digits)
