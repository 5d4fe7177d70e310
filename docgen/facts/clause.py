"""Document and figures → where each figure stands in its sentence: the words that lead to it and those that follow."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from docgen.facts.phrases import CONNECTOR, CONNECTOR_OR_JOINER, VERB, WHOLE, companion
from docgen.model.fact import Figure
from docgen.model.text import Document, Span
from docgen.vi.normal import Normal, normal

# A full stop ends a sentence before a capital, and not after an abbreviation (TP. Hồ Chí Minh, ThS. An).
# Each branch begins with a literal: the search skips from one to the next.
_CLOSING = r"[”\"’)]*"
_STOP = re.compile(
    "|".join(rf"{mark}[!?…]*{_CLOSING}(?=\s|$)" for mark in ("!", r"\?", "…"))
    + rf"|\.(?:(?<![.\d].)\.{{0,2}}{_CLOSING}(?=\s*[^\W\d_]|\s|$)|(?<=\d.)(?=\s|[^\W\d_]|$))"
)
_SHORT = re.compile(r"(?:^|[\s(.\"“])(?:[A-ZĐ]{1,3}|[A-ZĐ][a-z]?[A-Z]?|Tp|ThS|Ths|PGS|ST|v\.v|Km)$")
_LIGHT = re.compile(r"(?<!\w)(?:khoảng|gần|hơn|trên|chỉ|dưới)(?!\w)")
_DASH = "-–—+*"
_MARK = re.compile(rf"[,;:()\[\]\n=“”\"«»|/….{_DASH[::-1]}](?:(?<![{_DASH}.])|(?<=\s[{_DASH}])(?=\s)|(?<=\.)\.\.)")
_DASH_AT_TOP = re.compile(rf"\s*[{_DASH}]+(?=\s)")


_AHEAD = 24  # characters after a mark that tell what it parts
_NEXT_WORD = re.compile(r"(?<=\s)(?=\S)")
Terms = Callable[[str], int | None]


def _no_term(text: str) -> int | None:
    """No name, whatever the text."""


# Tuples: many are made for every figure, and a tuple is made fastest.
class Piece(NamedTuple):
    """A stretch of the normalised text."""

    start: int
    end: int
    text: str

    def __bool__(self) -> bool:
        return bool(self.text)


class Part(NamedTuple):
    """A part of a sentence between two marks; `mark` is the mark or connector before it, in lower case."""

    mark: str
    piece: Piece


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its block, its place in the normalised text, and the figures in it."""

    block: int
    start: int
    end: int
    figures: tuple[int, ...]


class Site(NamedTuple):
    """Where a figure stands.

    `parts` are the parts of the sentence from the figure before (or its beginning) up to this one; the last is the
    head, which runs up to the number. `tail` runs from its unit to the next mark. `depth` counts open brackets.
    """

    figure: int
    sentence: int
    start: int
    end: int
    depth: int
    parts: tuple[Part, ...]
    tail: Piece
    next_mark: str

    @property
    def head(self) -> Piece:
        """The words right before the number; empty where a mark or another figure stands there."""
        return self.parts[-1].piece

    @property
    def mark(self) -> str:
        """The mark or connector before the head."""
        return self.parts[-1].mark


@dataclass(frozen=True)
class Layout:
    """A document cut into sentences, with the site of every figure. All offsets are of `normal.text`."""

    document: Document
    normal: Normal
    sentences: tuple[Sentence, ...] = ()
    sites: tuple[Site, ...] = ()
    blocks: tuple[tuple[int, int], ...] = field(default=())

    def original(self, piece: Piece) -> Span:
        """The span of the document that a piece was made of."""
        return self.normal.span(piece.start, piece.end)


def layout_of(
    document: Document, figures: Sequence[Figure], terms: Terms = _no_term, composed: Normal | None = None
) -> Layout:
    """The sentences of the document that hold figures, and the site of every figure, in text order.

    `terms` tells where a name ends that a text begins with: such a name belongs to the figure before it, as in
    `46.500 việc có điều kiện`. `composed` is the normalised text where it is known already.
    """
    composed = composed or normal(document.text)
    places = [_span_in(composed, figure.span) for figure in figures]
    blocks = tuple(_span_in(composed, block.span) for block in document.blocks)
    sentences: list[Sentence] = []
    sites: list[Site] = []
    starts = [start for start, _ in blocks]
    at = 0
    while at < len(figures):
        block = max(0, bisect_right(starts, places[at][0]) - 1)
        if places[at] == blocks[block]:  # alone, as in a cell of a table
            start, end = places[at]
            sentences.append(Sentence(block, start, end, (at,)))
            lead, tail = Part("", Piece(start, start, "")), Piece(end, end, "")
            sites.append(Site(at, len(sentences) - 1, start, end, 0, (lead,), tail, ""))
            at += 1
            continue
        last = at
        while last + 1 < len(figures) and places[last + 1][0] < blocks[block][1]:
            last += 1
        for start, end, first, stop in _sentences(composed.text, blocks[block], places, at, last + 1):
            sentences.append(Sentence(block, start, end, tuple(range(first, stop))))
            sites += _sites(composed.text, len(sentences) - 1, (start, end), places, range(first, stop), terms)
        at = last + 1
    return Layout(document, composed, tuple(sentences), tuple(sites), blocks)


def _span_in(composed: Normal, span: Span) -> tuple[int, int]:
    """The span of the original as offsets of the normalised text."""
    if not composed.moves:
        return span.start, span.end
    return _place_in(composed, span.start), _place_in(composed, span.end)


def _place_in(composed: Normal, place: int) -> int:
    at = bisect_right(composed.moves, place, key=lambda move: move[2]) - 1
    if at < 0:
        return place
    start, end, from_start, from_end = composed.moves[at]
    return start if place < from_end and place == from_start else end + max(0, place - from_end)


def _sentences(
    text: str, block: tuple[int, int], places: Sequence[tuple[int, int]], first: int, stop: int
) -> list[tuple[int, int, int, int]]:
    """The sentences of a block that hold the figures `first` to `stop`: start, end, and their figures."""
    cuts = [block[0]]
    for match in _STOP.finditer(text, block[0], block[1]):
        here = match.start()
        if match[0].startswith(".") and not match[0].startswith("..") and _SHORT.search(text, max(0, here - 6), here):
            continue
        at = bisect_right(places, here, first, stop, key=lambda place: place[0]) - 1
        if at >= first and here < places[at][1]:
            continue
        rest = text[match.end() : min(block[1], match.end() + _AHEAD)].lstrip()
        if match[0][0] in ".…" and rest and not (rest[0].isupper() or rest[0].isdigit() or rest[0] in '“"-+*«‘'):
            continue
        if match[0][0] == "…" and rest and rest[0].isdigit():
            continue
        cuts.append(match.end())
    cuts.append(block[1])
    found = []
    for start, end in pairwise(cuts):
        last = first
        while last < stop and places[last][0] < end:
            last += 1
        if last > first:
            found.append((start, end, first, last))
        first = last
    return found


def _sites(
    text: str,
    sentence: int,
    bounds: tuple[int, int],
    places: Sequence[tuple[int, int]],
    figures: range,
    terms: Terms,
) -> list[Site]:
    """The sites of one sentence's figures."""
    depth = 0
    lead: list[Part] = []
    made: list[tuple[int, int, int, int, int, tuple[Part, ...]]] = []
    open_at = bounds[0]
    tails: list[tuple[Piece, str]] = []
    for figure in figures:
        start, end = places[figure]
        parts = _parts(text, open_at, start, between=figure > figures.start)
        if figure > figures.start:
            tail, parts = _tail(text, open_at, parts, terms)
            mark = parts[0].mark if parts else ""
            per = mark == "/" and bool(parts[0].piece)
            tails.append((tail, "/per" if per else mark))
            parts = [Part("", _after_unit(text, parts[0].piece)), *parts[1:]] if per else parts
        lead = parts or [Part("", Piece(start, start, ""))]
        depth = max(0, depth + text.count("(", open_at, start) - text.count(")", open_at, start))
        made.append((figure, sentence, start, end, depth, tuple(lead)))
        open_at = end
    parts = _parts(text, open_at, bounds[1], between=True)
    parts[-1] = Part(parts[-1].mark, _without_stop(text, parts[-1].piece))
    mark = parts[1].mark if len(parts) > 1 else ""
    tails.append((parts[0].piece, "/per" if mark == "/" else mark))
    return [Site(*stand, *follow) for stand, follow in zip(made, tails, strict=True)]


def _parts(text: str, start: int, end: int, *, between: bool) -> list[Part]:
    """The stretch cut at its marks and connectors."""
    cuts: list[tuple[int, int, str]] = []
    top = _DASH_AT_TOP.match(text, 0, end) if start == 0 else None
    for match in (*([top] if top else ()), *_MARK.finditer(text, top.end() if top else start, end)):
        if not _parts_nothing(text, match, start, end):
            cuts.append((match.start(), match.end(), match[0].strip().lower()))
    for match in (CONNECTOR_OR_JOINER if between else CONNECTOR).finditer(text, start, end):
        word = " ".join(match[0].lower().split())
        if word == "còn" and not _LIGHT.sub("", text[match.end() : end]).strip() and end < len(text):
            continue
        if word not in WHOLE and not companion(
            text[max(0, match.start() - 20) : match.start()], text[match.end() : min(end, match.end() + _AHEAD)]
        ):
            cuts.append((match.start(), match.end(), word))
    parts, mark, at = [], "", start
    for cut_start, cut_end, sign in sorted(cuts):
        if cut_start < at:
            continue
        parts.append(Part(mark, _piece(text, at, cut_start)))
        mark, at = sign, cut_end
    parts.append(Part(mark, _piece(text, at, end)))
    return parts


def _parts_nothing(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Whether a mark stands inside a date, a document's number or a pair of words."""
    if mark[0] == ",":
        return companion(
            text[max(0, mark.start() - 20) : mark.start()], text[mark.end() : min(end, mark.end() + _AHEAD)]
        )
    left, right = text[max(start, mark.start() - 20) : mark.start()], text[mark.end() : min(end, mark.end() + 20)]
    if mark[0] in "/-–—":
        inside = bool(left.strip()) and bool(right.strip())
        return (
            inside
            and (left.rstrip()[-1].isdigit() or mark[0] == "/")
            and (right.lstrip()[0].isdigit() or mark[0] == "/")
        )
    return False


def _tail(text: str, start: int, parts: list[Part], terms: Terms) -> tuple[Piece, list[Part]]:
    """What the stretch between two figures says of the first, and the parts that lead to the second."""
    first = parts[0].piece
    if len(parts) > 1:
        return first, parts[1:]
    term = terms(first.text)
    after = first.start + (term or 0)
    verbs = VERB.finditer(text, after, first.end) if first else iter(())
    verb = next((one for one in verbs if text[one.start() - 4 : one.start()] != "trở "), None)
    if term and not text[first.start + term : first.end].strip():
        return Piece(first.start, first.start, ""), [Part("", first)]
    if term and verb is None:
        verb = _NEXT_WORD.search(text, first.start + term, first.end)
    if verb is None:
        return first, [Part("", Piece(first.end, first.end, ""))]
    return _piece(text, start, verb.start()), [Part("", _piece(text, verb.start(), first.end))]


def _after_unit(text: str, piece: Piece) -> Piece:
    """The piece without the word that a slash divides by (`đồng/kg`)."""
    first = re.match(r"\S+", piece.text)
    return _piece(text, piece.start + (first.end() if first else 0), piece.end)


def _without_stop(text: str, piece: Piece) -> Piece:
    """The last piece of a sentence without its full stop."""
    return _piece(text, piece.start, piece.start + len(piece.text.rstrip(".!?…”\"' ")))


def _piece(text: str, start: int, end: int) -> Piece:
    """The stretch without the spaces around it."""
    found = text[start:end].lstrip()
    start = end - len(found)
    found = found.rstrip()
    return Piece(start, start + len(found), found)
