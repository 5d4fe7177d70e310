"""How a text is laid out around its figures: sentences, list items, brackets, and the words before and after each."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from docgen.model.fact import Fact, Figure, Kind
from docgen.model.text import BlockKind, Document, Span
from docgen.vi.units import unit_named

_LETTERS = [chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isalpha()]
_UPPER = "".join(letter for letter in _LETTERS if letter.isupper())
_LOWER = "".join(letter for letter in _LETTERS if letter.islower())
_STOP = re.compile(
    rf"(?<![{_UPPER}])(?<!\b[Tt][Pp])(?<!\bTh)[.!?](?:[”\"’')\]]*\s+(?=[^{_LOWER}\s])|(?<=[{_LOWER}]\.)(?=[{_UPPER}][{_LOWER}]+\s))"
    rf"|(?<=\.\.\.)\s+(?=[{_UPPER}])|(?<=…)\s+(?=[{_UPPER}])"
)
_BULLET = re.compile(r"\s*(?:([-–—+*•▪◦·]+\)?)|(?:(\(?[a-zđ]\))|(\d{1,2}[.)])|([IVX]{1,4}[.)]))\s)\s*(?=\S)")
_SPACE = re.compile(r"\s+")
_LAST = 400  # no gap between two figures of one thought is longer


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or list item; `marker` is the sort of its bullet, empty in running text.

    Its figures are those from `first` up to `last`, which is not one of them.
    """

    span: Span
    block: int
    marker: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in its sentence.

    `before` runs from the figure before it in the sentence (or the sentence's start) to its number, `after` from it to
    the next one; both NFC, in lower case, with plain spaces. `bracket` is the place of the innermost open bracket
    around it, -1 where there is none, and `depth` how many are open. `clause` counts the semicolons before it.
    `is_spelled`: it is written in words.
    """

    index: int
    figure: Figure
    sentence: int
    before: str
    after: str
    depth: int
    bracket: int
    clause: int
    is_spelled: bool

    @property
    def dimension(self) -> str:
        """What it can be added to: `count`, `%`, `lần`, a currency, or a measure's unit."""
        kind, unit = self.figure.kind, self.figure.quantity.unit or ""
        if kind is Kind.COUNT:
            return "count"
        return {Kind.PERCENT: "%", Kind.MULTIPLE: "lần", Kind.MONEY: unit or "đồng"}.get(kind) or _unit(unit)


@cache
def _unit(written: str) -> str:
    """A measure's unit by the one name it has in the table ("mét khối" is m3)."""
    known = unit_named(written) if written else None
    return known.name if known else written


class Discourse:
    """A document's text as relations are read in it: its sentences, and its figures as mentions, in text order."""

    def __init__(self, document: Document, figures: Sequence[Figure], facts: Sequence[Fact] = ()) -> None:
        self.document = document
        self.figures = figures
        self.facts = facts
        self.sentences: list[Sentence] = []
        self.mentions: list[Mention] = []
        self.topics: dict[int, frozenset[str]] = {}  # what figures are about, once it has been asked
        self._lay_out()

    def _lay_out(self) -> None:
        starts = [figure.span.start for figure in self.figures]
        count = 0
        for number, block in enumerate(self.document.blocks):
            if block.kind is BlockKind.CELL:
                continue
            for span, marker in _sentences(self.document.text, block.span):
                while count < len(starts) and starts[count] < span.start:
                    count += 1
                first = count
                count = max(count, bisect_right(starts, span.end - 1))
                self._mention(Sentence(span, number, marker, first, count))

    def _mention(self, sentence: Sentence) -> None:
        place, text = len(self.sentences), self.document.text
        self.sentences.append(sentence)
        brackets: list[int] = []
        clause, left = 0, sentence.span.start
        for i in range(sentence.first, sentence.last):
            figure = self.figures[i]
            clause += _follow(text, left, figure.span.start, brackets)
            right = self.figures[i + 1].span.start if i + 1 < sentence.last else sentence.span.end
            before = plain(text[max(left, figure.span.start - _LAST) : figure.span.start])
            after = plain(text[figure.span.end : min(right, figure.span.end + _LAST)])
            depth, bracket = len(brackets), brackets[-1] if brackets else -1
            spelled = not any(map(str.isdigit, figure.number.of(text)))
            self.mentions.append(Mention(i, figure, place, before, after, depth, bracket, clause, spelled))
            left = figure.span.end

    @cached_property
    def by_figure(self) -> dict[int, Mention]:
        """The mentions by the index of their figure; figures in table cells have none."""
        return {mention.index: mention for mention in self.mentions}

    @cached_property
    def by_sentence(self) -> list[list[Mention]]:
        """The mentions of each sentence."""
        found: list[list[Mention]] = [[] for _ in self.sentences]
        for mention in self.mentions:
            found[mention.sentence].append(mention)
        return found

    @cached_property
    def range_ends(self) -> dict[int, int]:
        """The figures that are an end of a range, each with the other end."""
        bound = [(i, f.partner[1]) for i, f in enumerate(self.figures) if f.partner and f.partner[0] == "to"]
        return dict([*bound, *((high, low) for low, high in bound)])

    @cached_property
    def _places(self) -> dict[int, int]:
        return {mention.index: place for place, mention in enumerate(self.mentions)}

    def near(self, mention: Mention, back: int, ahead: int = 0) -> list[Mention]:
        """So many mentions before one and after it, and itself, in the order of the text."""
        place = self._places[mention.index]
        return self.mentions[max(0, place - back) : place + ahead + 1]

    def beside(self, mention: Mention, back: int, ahead: int) -> list[Mention]:
        """The same, but of its own sentence only."""
        return [m for m in self.near(mention, back, ahead) if m.sentence == mention.sentence]

    def between(self, start: int, end: int) -> str:
        """A stretch of the text in lower case, NFC, with plain spaces."""
        return plain(self.document.text[start:end])

    def text_of(self, sentence: int) -> str:
        """A sentence in lower case, NFC, with plain spaces."""
        return plain(self.sentences[sentence].span.of(self.document.text))


def plain(text: str) -> str:
    """A text as cues are looked for in it: NFC, in lower case, each run of spaces one."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text)).lower()


def _follow(text: str, start: int, end: int, brackets: list[int]) -> int:
    """Keeps the open brackets up to date over a stretch of text; gives the semicolons outside them."""
    semicolons = 0
    for i in range(start, end):
        character = text[i]
        if character in "([":
            brackets.append(i)
        elif character in ")]" and brackets:
            brackets.pop()
        elif character == ";" and not brackets:
            semicolons += 1
    return semicolons


def _sentences(text: str, span: Span) -> list[tuple[Span, str]]:
    """The sentences of a block with the sort of bullet each begins with."""
    cuts = [match.end() for match in _STOP.finditer(text, span.start, span.end)]
    found = []
    for start, end in zip([span.start, *cuts], [*cuts, span.end], strict=True):
        bullet = _BULLET.match(text, start, end) if start == span.start else None
        if start < end:
            found.append((Span(bullet.end() if bullet else start, end), _sort_of(bullet)))
    return found


def _sort_of(bullet: re.Match[str] | None) -> str:
    if bullet is None:
        return ""
    if bullet.group(1):
        return bullet.group(1)[0]
    return "a" if bullet.group(2) else "1" if bullet.group(3) else "I"
