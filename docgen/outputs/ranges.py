"""The range of a Word comment, set around exact characters of a paragraph; runs are cut without changing the look."""

from copy import deepcopy
from typing import Any

from docgen.readers.runs import Piece, piece_at

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def mark(pieces: list[Piece], start: int, end: int, comment: int) -> None:
    """Sets the range of a comment around the characters `start` to `end` of a block.

    `pieces` are the block's, in order; pieces that are cut are replaced in the list, so that it stays true.
    """
    _cut_text(pieces, end)
    _cut_text(pieces, start)
    last = _run_ending_with(piece_at(pieces, end - 1).element)
    first = _run_beginning_with(piece_at(pieces, start).element)
    w = _namespace(first)
    number = {f"{w}id": str(comment)}
    first.addprevious(first.makeelement(f"{w}commentRangeStart", number))
    reference = last.makeelement(f"{w}r", {})
    reference.append(reference.makeelement(f"{w}commentReference", number))
    last.addnext(reference)
    last.addnext(last.makeelement(f"{w}commentRangeEnd", number))


def _cut_text(pieces: list[Piece], position: int) -> None:
    """Makes `position` a border between two pieces."""
    index = next((i for i, piece in enumerate(pieces) if piece.start < position < piece.end), None)
    if index is None:
        return
    piece = pieces[index]
    at, inside = piece.offset(position), position - piece.start
    left, right = piece.element, deepcopy(piece.element)
    left.text, right.text = left.text[:at], left.text[at:]
    right.tail = None
    for half in (left, right):
        half.set(_SPACE, "preserve")
    left.addnext(right)
    offsets = piece.offsets
    pieces[index : index + 1] = [
        Piece(left, piece.start, piece.text[:inside], offsets and offsets[:inside]),
        Piece(right, position, piece.text[inside:], offsets and tuple(each - at for each in offsets[inside:])),
    ]


def _run_beginning_with(element: Any) -> Any:
    """The run that begins with `element`, cut off from what stands before it."""
    run = _run_of(element)
    before = [each for each in run if not _is_properties(each)]
    if element.getparent() is not run or before[0] is element:
        return run
    left = _empty_like(run)
    left.extend(before[: before.index(element)])
    run.addprevious(left)
    return run


def _run_ending_with(element: Any) -> Any:
    """The run that ends with `element`, cut off from what stands after it."""
    run = _run_of(element)
    if element.getparent() is not run or run[-1] is element:
        return run
    children = list(run)
    right = _empty_like(run)
    right.extend(children[children.index(element) + 1 :])
    run.addnext(right)
    return run


def _empty_like(run: Any) -> Any:
    """A new run with the same look and nothing in it."""
    other = run.makeelement(run.tag, dict(run.attrib))
    other.extend(deepcopy(each) for each in run if _is_properties(each))
    return other


def _run_of(element: Any) -> Any:
    """The run that holds `element`; for a formula, the whole of what stands in the paragraph."""
    while True:
        parent = element.getparent()
        if _local(element) == "r" and "math" not in element.tag:
            return element
        if _local(parent) == "p":
            return element
        element = parent


def _is_properties(element: Any) -> bool:
    return _local(element) == "rPr"


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _namespace(element: Any) -> str:
    """The namespace of Word's own elements, of the paragraph around `element`."""
    while _local(element) != "p" or "drawing" in element.tag:
        element = element.getparent()
    return str(element.tag).rpartition("}")[0] + "}"
