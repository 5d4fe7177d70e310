"""The comments of a Word file that speak to docgen: what they say, and on which characters they stand."""

import unicodedata
from collections.abc import Sequence

from docgen.errors import DocgenError
from docgen.model.text import Block, Remark, Span
from docgen.readers.ooxml import Element, name, value
from docgen.readers.package import WordFile

ADDRESS = "docgen:"


def remarks_of(word: WordFile, blocks: Sequence[Block]) -> tuple[Remark, ...]:
    """The comments that begin with `docgen:`, in the order of the text; one that stands on no character is left out."""
    said = _addressed(word)
    if not said:
        return ()
    reach: dict[str, Span] = {}
    for part, (_, root) in word.parts.items():
        ranges, order = _ranges(root, said)
        for block in blocks if ranges else ():
            if block.anchor.part == part:
                _stretch(reach, ranges, order, word, block)
    return tuple(Remark(span, said[number]) for number, span in sorted(reach.items(), key=lambda each: each[1]))


def _addressed(word: WordFile) -> dict[str, str]:
    """What each comment to docgen says, by its id."""
    said = {}
    for kind, member in word.targets(word.main).values():
        if kind != "comments":
            continue
        for comment in _comments(word, member):
            number, text = value(comment, "id"), _text(comment)
            if number is not None and text.lower().startswith(ADDRESS):
                said[number] = text
    return said


def _comments(word: WordFile, member: str) -> list[Element]:
    """The comments of a part; none where it is damaged, which is no reason not to read the text."""
    try:
        return [comment for comment in word.tree(member) if name(comment) == "comment"]
    except DocgenError:
        return []


def _text(comment: Element) -> str:
    words = "".join(f" {each.text or ''}" if name(each) == "p" else each.text or "" for each in comment.iter())
    return unicodedata.normalize("NFC", " ".join(words.split()))


def _ranges(root: Element, said: dict[str, str]) -> tuple[dict[str, list[int]], dict[Element, int]]:
    """Where the range of each comment begins and ends, and the place of every element in the part."""
    order: dict[Element, int] = {}
    ranges: dict[str, list[int]] = {}
    for place, element in enumerate(root.iter()):
        order[element] = place
        number = value(element, "id") if name(element).startswith("commentRange") else None
        if number in said:
            ranges.setdefault(str(number), []).append(place)
    return {number: ends for number, ends in ranges.items() if len(ends) == 2}, order


def _stretch(
    reach: dict[str, Span], ranges: dict[str, list[int]], order: dict[Element, int], word: WordFile, block: Block
) -> None:
    """Adds to each comment's reach the characters of a block that it stands on."""
    for piece in word.runs_at(block.anchor):
        place = order.get(piece.element, -1)
        for number, (start, end) in ranges.items():
            if start < place < end:
                here = Span(block.span.start + piece.start, block.span.start + piece.end)
                known = reach.get(number, here)
                reach[number] = Span(min(known.start, here.start), max(known.end, here.end))
