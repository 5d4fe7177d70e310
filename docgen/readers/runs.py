"""A paragraph of Word → the characters a reader sees, each with the element that holds it.

The reader and whatever later marks characters in the file share this one mapping: character `k` of a block's text is in
the last piece whose `start` is at most `k`, at `piece.offset(k)` of its element's text.

A tab is one tab, a break of line, column or page one line break, a no-break hyphen `-`, a symbol its character. Soft
hyphens, field instructions, page numbers made by a field, hidden runs and phonetic guides give nothing. Text boxes are
blocks of their own. Of tracked changes only what the document says once they are accepted (or rejected) is given.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from docgen.readers.ooxml import Element, child, is_on, name, value
from docgen.vi.legacy import convert

INSERTED = frozenset({"ins", "moveTo"})
DELETED = frozenset({"del", "moveFrom"})
_THROUGH = frozenset(
    {"hyperlink", "sdt", "sdtContent", "smartTag", "customXml", "bdo", "dir", "ruby", "rubyBase", "oMathPara", "oMath"}
    | {"AlternateContent", "fld", "num", "den", "f", "e", "sup", "sub", "deg", "fName", "d", "rad", "nary", "sSup"}
    | {"sSub", "sSubSup", "func", "acc", "bar", "box", "borderBox", "groupChr", "limLow", "limUpp", "lim", "m", "mr"}
)
_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "SECTION"})
_SOFT_HYPHEN = "\u00ad"  # shows nothing, but in TCVN3 this very code is a letter
_SPACES = str.maketrans("\n\r\t", "   ")
_SYMBOLS = dict(zip(b"\xb1\xa3\xb3\xb4\xb8\xb9\xbb\xa5\xae-", "±≤≥×÷≠≈∞→-", strict=True))  # Adobe's Symbol encoding

FontOf = Callable[[Element], str | None]
_Leaf = tuple[Element, str]
_Found = tuple[Element, str, tuple[int, ...] | None]


@dataclass(frozen=True, slots=True)
class Piece:
    """The characters that one element gives: `text`, from `start` on in the block's text.

    In a `w:t` the piece may be cut at any character. Any other element is one character and is taken whole.
    `offsets[k]` is where `text[k]` begins in the element's own text; `None` where that is `k` itself.
    """

    element: Element
    start: int
    text: str
    offsets: tuple[int, ...] | None = None

    @property
    def end(self) -> int:
        """Where the piece ends in the block's text."""
        return self.start + len(self.text)

    def offset(self, position: int) -> int:
        """Where the block's character at `position` begins in the element's text; at `end`, the element's length."""
        inside = position - self.start
        if self.offsets is None:
            return inside
        return self.offsets[inside] if inside < len(self.offsets) else len(self.element.text)


def runs_of(paragraph: Element, *, as_rejected: bool = False, font_of: FontOf | None = None) -> list[Piece]:
    """The pieces of a paragraph in reading order, without gaps.

    `font_of` tells the legacy character set of a run by its font; without it no character is converted.
    """
    walk = _Walk(as_rejected)
    leaves = list(walk.leaves(paragraph))
    if walk.fields:  # a field that begins here and whose result does not: better its instruction than a lost text
        walk = _Walk(as_rejected, by_fields=False)
        leaves = list(walk.leaves(paragraph))
    if font_of is not None:
        return _converted(leaves, font_of)
    pieces, start = [], 0
    for element, text in leaves:
        if text != _SOFT_HYPHEN:
            pieces.append(Piece(element, start, text))
            start += len(text)
    return pieces


def text_of(pieces: Sequence[Piece]) -> str:
    """The pieces' characters in one string."""
    return "".join(piece.text for piece in pieces)


def piece_at(pieces: Sequence[Piece], position: int) -> Piece:
    """The piece that holds the block's character at `position`."""
    return pieces[bisect_right(pieces, position, key=lambda piece: piece.start) - 1]


def shifted(pieces: Sequence[Piece], by: int) -> list[Piece]:
    """The same pieces, `by` characters further on."""
    return [Piece(piece.element, piece.start + by, piece.text, piece.offsets) for piece in pieces]


class _Walk:
    """One pass over a paragraph; `fields` are the fields open at this point, each with whether its result shows."""

    def __init__(self, as_rejected: bool, by_fields: bool = True) -> None:
        self.hidden = INSERTED if as_rejected else DELETED
        self.shown = DELETED if as_rejected else INSERTED
        self.by_fields = by_fields
        self.fields: list[bool] = []
        self.instruction: list[str] = []

    def leaves(self, node: Element) -> Iterator[_Leaf]:
        for each in node:
            kind = name(each)
            if kind == "r":
                yield from self._run(each)
            elif kind == "fldSimple":
                if not _is_page_field(value(each, "instr") or ""):
                    yield from self.leaves(each)
            elif kind == "AlternateContent":
                yield from self.leaves(chosen(each))
            elif kind in _THROUGH or kind in self.shown:
                if kind == "den":
                    yield each, "/"
                yield from self.leaves(each)

    def _run(self, run: Element) -> Iterator[_Leaf]:
        properties = child(run, "rPr")
        if properties is not None and is_on(child(properties, "vanish")):
            return
        for each in run:
            kind = name(each)
            if kind == "fldChar":
                self._field(value(each, "fldCharType"))
            elif kind == "instrText":
                self.instruction.append(each.text or "")
            elif kind == "ruby":
                yield from self.leaves(each)
            elif kind == "AlternateContent":
                yield from self._run(chosen(each))
            elif all(self.fields):
                text = _text_of_leaf(each, kind)
                if text:
                    yield each, text

    def _field(self, step: str | None) -> None:
        if not self.by_fields:
            return
        if step == "begin":
            self.fields.append(False)
            self.instruction.clear()
        elif step == "separate" and self.fields:
            self.fields[-1] = not _is_page_field("".join(self.instruction))
            if not self.fields[-1]:
                self.instruction.clear()
        elif step == "end" and self.fields:
            self.fields.pop()


def chosen(alternate: Element) -> Element:
    """The branch of an `AlternateContent` that is read: the first choice, else the fallback; `()` where it is empty."""
    branches = {name(each): each for each in reversed(alternate) if name(each) in ("Choice", "Fallback")}
    return branches.get("Choice", branches.get("Fallback", ()))


def _text_of_leaf(element: Element, kind: str) -> str:
    if kind in ("t", "delText"):
        return (element.text or "").translate(_SPACES)
    if kind in ("tab", "ptab"):
        return "\t"
    if kind in ("br", "cr"):
        return "\n"
    if kind == "noBreakHyphen":
        return "-"
    if kind == "softHyphen":
        return _SOFT_HYPHEN
    if kind == "sym":
        return _symbol(value(element, "char") or "")
    return ""


def _symbol(code: str) -> str:
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if 0xF020 <= point <= 0xF0FF:  # the private area that symbol fonts are mapped to
        point -= 0xF000
        return _SYMBOLS.get(point) or (chr(point) if 0x30 <= point <= 0x39 else "•")
    return chr(point) if 0x20 <= point < 0xD800 or 0xE000 <= point <= 0x10FFFF else ""


def _is_page_field(instruction: str) -> bool:
    words = instruction.split()
    return bool(words) and words[0].upper() in _PAGE_FIELDS


def _converted(leaves: list[_Leaf], font_of: FontOf) -> list[Piece]:
    """The pieces with runs in legacy fonts converted; neighbours in one character set are read as one string."""
    pieces: list[Piece] = []
    start = 0
    index = 0
    while index < len(leaves):
        charset = font_of(leaves[index][0].getparent())
        last = index + 1
        while charset and last < len(leaves) and font_of(leaves[last][0].getparent()) == charset:
            last += 1
        for element, text, offsets in _group(leaves[index:last], charset):
            if text:
                pieces.append(Piece(element, start, text, offsets))
                start += len(text)
        index = last
    return pieces


def _group(leaves: list[_Leaf], charset: str | None) -> Iterator[_Found]:
    if charset is None:
        yield from ((element, text, None) for element, text in leaves if text != _SOFT_HYPHEN)
        return
    whole = convert("".join(text for _, text in leaves), charset)
    begin = at = 0
    for element, text in leaves:
        end = begin + len(text)
        last = at
        while last < len(whole.text) and whole.origins[last] < end:
            last += 1
        yield element, whole.text[at:last], tuple(origin - begin for origin in whole.origins[at:last])
        begin, at = end, last
