"""One paragraph of a part → its characters over all its runs, and the same paragraph with some of them replaced."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from docgen.fill.wordml import PPR, RPR, RUN, SECTPR, SPACE, Element, T, W, drop, is_solid

_THROUGH = frozenset(
    W + name
    for name in (
        *("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "r"),
        "p",
    )
)
_CHARS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """The characters that one element gives, from `start` on in the paragraph's text."""

    element: Element
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a paragraph become `text`."""

    start: int
    end: int
    text: str = ""


def pieces_of(paragraph: Element) -> list[Piece]:
    """The pieces of a paragraph in order. What is deleted under tracking and nested text boxes give nothing."""
    pieces: list[Piece] = []
    position = 0
    stack = [paragraph]
    while stack:
        element = stack.pop()
        if element.tag == T:
            text = element.text or ""
        elif element.tag == f"{W}br":
            text = "\f" if element.get(f"{W}type") in ("page", "column") else "\n"
        else:
            text = _CHARS.get(element.tag, "") if element is not paragraph and element.getparent().tag == RUN else ""
        if text:
            pieces.append(Piece(element, position, text))
            position += len(text)
        if element is paragraph or element.tag in _THROUGH:
            stack.extend(reversed(element))
    return pieces


def text_of_pieces(pieces: Sequence[Piece]) -> str:
    """The text the pieces give together."""
    return "".join(piece.text for piece in pieces)


def edit(pieces: Sequence[Piece], edits: Sequence[Edit]) -> None:
    """Carries out the edits: new text goes to the element of its first character, emptied runs are taken out."""
    chars = list(text_of_pieces(pieces))
    for each in edits:
        if each.start == each.end:
            continue
        chars[each.start : each.end] = [each.text] + [""] * (each.end - each.start - 1)
    for piece in pieces:
        text = "".join(chars[piece.start : piece.start + len(piece.text)])
        if text == piece.text:
            continue
        if piece.element.tag == T and text:
            piece.element.text = text
            piece.element.set(SPACE, "preserve")
        else:
            run = piece.element.getparent()
            drop(piece.element)
            drop_if_empty(run)


def drop_if_empty(run: Element) -> None:
    """Takes out a run that holds nothing but its properties."""
    if run.tag == RUN and all(child.tag == RPR for child in run) and run.getparent() is not None:
        drop(run)


def has_content(paragraph: Element) -> bool:
    """Whether the paragraph shows anything: characters that are not blank, a picture, a field, a section break."""
    if is_solid(paragraph):
        return True
    properties = paragraph.find(PPR)
    if properties is not None and properties.find(SECTPR) is not None:
        return True
    # A mark between elements (not inside a `w:t`) is a tag already lifted to a run.
    between = (each.text if each is paragraph else each.tail for each in paragraph.iter())
    return bool(text_of_pieces(pieces_of(paragraph)).strip(" \t\n")) or any(text and text.strip() for text in between)


def join_next(first: Element, second: Element) -> None:
    """Moves the content of the second paragraph to the end of the first, and takes the second out."""
    properties = second.find(PPR)
    for child in list(second):
        if child is not properties:
            first.append(child)
    if properties is not None and properties.find(SECTPR) is not None:
        old = first.find(PPR)
        if old is not None:
            first.remove(old)
        first.insert(0, properties)
    drop(second)


def split_run(text_element: Element, mark: str) -> Element:
    """Cuts the run in two around the mark, which is lost; the first half, which may be empty, is given back."""
    run = text_element.getparent()
    head, _, rest = text_element.text.partition(mark)
    second = run.makeelement(RUN, dict(run.attrib))
    properties = run.find(RPR)
    if properties is not None:
        second.append(deepcopy(properties))
    following = list(text_element.itersiblings())
    if rest:
        continued = run.makeelement(T, {SPACE: "preserve"})
        continued.text = rest
        second.append(continued)
    second.extend(following)
    text_element.text = head
    if not head:
        run.remove(text_element)
    tail, run.tail = run.tail, None
    run.addnext(second)
    second.tail = tail
    return run
