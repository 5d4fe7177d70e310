"""Block tags of a level (`{%p`, `{%tr`, `{%tc`, `{%r`): each takes the place of its paragraph, row, cell or run.

What stands beside such a tag is kept: text before it stays before it, text behind it stays behind it.
"""

import re
from copy import deepcopy

from docgen.fill.marks import Marks
from docgen.fill.paragraph import drop_if_empty, has_content, pieces_of, split_run
from docgen.fill.problems import Problem
from docgen.fill.tags import Tag
from docgen.fill.wordml import PPR, RUN, TC, TR, Element, P, T, W, after, ancestor, before, drop, is_solid

_OUTSIDE = {"tr": "hàng của bảng", "tc": "ô của bảng"}
_RANGE_MARKS = {f"{W}bookmarkStart": f"{W}bookmarkEnd", f"{W}commentRangeStart": f"{W}commentRangeEnd"}


def lift(root: Element, marks: Marks) -> list[Problem]:
    """Lifts all tags of a level in the tree; gives the tags that have no row or cell to take the place of."""
    problems: list[Problem] = []
    for level, holder in (("tr", TR), ("tc", TC)):
        for element, chars in _held(root, marks, level, holder, problems):
            _lift_from(element, chars, marks)
    for paragraph, chars in _held(root, marks, "p", P, problems):
        _lift_paragraph(paragraph, chars, marks)
    for text_element, chars in _held(root, marks, "r", T, problems):
        for char in chars:
            _lift_run(text_element, char)
    return problems


def _held(
    root: Element, marks: Marks, level: str, holder: str, problems: list[Problem]
) -> list[tuple[Element, list[str]]]:
    """The elements that hold marks of the level, with their marks in document order."""
    held: dict[Element, list[str]] = {}
    pattern = re.compile(marks.pattern)
    for text_element in root.iter(T):
        for char in pattern.findall(text_element.text or ""):
            tag = marks.tag(char)
            if tag is None or tag.level != level:
                continue
            element = ancestor(text_element, holder)
            if element is None:
                problems.append(_no_holder(tag, level))
            else:
                held.setdefault(element, []).append(char)
    return list(held.items())


def _no_holder(tag: Tag, level: str) -> Problem:
    return Problem(
        "E312",
        f"thẻ {{%{level} …%}} không nằm trong {_OUTSIDE[level]} nào",
        tag.place,
        tag.written,
        "đặt thẻ trong bảng, hoặc dùng {%p …%} cho cả đoạn",
    )


def _lift_from(element: Element, chars: list[str], marks: Marks) -> None:
    """A row or cell gives way to its tags; one that shows more stays, between the tags before and behind the rest."""
    text = _shown(element, chars)
    bare = [char for char in text if char in chars]
    is_comment = all((tag := marks.tag(char)) is not None and tag.kind == "comment" for char in chars)
    if is_comment or (len(bare) == len(text) and not is_solid(element)):
        before(element, "" if is_comment else "".join(chars))
        drop(element)
        return
    inner = [index for index, char in enumerate(text) if char not in chars]
    first, last = (inner[0], inner[-1]) if inner else (0, 0)
    leading, trailing = "", ""
    for char in chars:
        position = text.index(char)
        tag = marks.tag(char)
        closes = tag is not None and tag.statement.startswith("end")
        if position < first or (position < last and not closes):
            leading += char
        else:
            trailing += char
        _take_out(element, char)
    before(element, leading)
    after(element, trailing)


def _shown(element: Element, chars: list[str]) -> str:
    return "".join(char for each in element.iter(T) for char in each.text or "" if char in chars or not char.isspace())


def _take_out(element: Element, char: str) -> None:
    holder = next(each for each in element.iter(T) if char in (each.text or ""))
    holder.text = holder.text.replace(char, "")
    if holder.text:
        return
    run = holder.getparent()
    paragraph = ancestor(run, P)
    drop(holder)
    drop_if_empty(run)
    if paragraph is not None and not has_content(paragraph) and _has_other_paragraph(paragraph):
        drop(paragraph)


def _has_other_paragraph(paragraph: Element) -> bool:
    following = paragraph.getnext()
    return following is not None and following.tag == P


def _lift_paragraph(paragraph: Element, chars: list[str], marks: Marks) -> None:
    for char in chars:
        holder = next(each for each in paragraph.iter(T) if char in (each.text or ""))
        run = split_run(holder, char)
        kept = _paragraph_level(run, paragraph)
        tag = marks.tag(char)
        head = _cut_after(paragraph, kept)
        if has_content(head):
            paragraph.addprevious(head)
        else:
            _keep_ranges(head, paragraph)
        before(paragraph, char if tag is not None and tag.kind != "comment" else "")
    if not has_content(paragraph):
        _keep_ranges(paragraph, paragraph)
        drop(paragraph)


def _paragraph_level(run: Element, paragraph: Element) -> Element:
    """The child of the paragraph that holds the run."""
    while run.getparent() is not paragraph:
        run = run.getparent()
    return run


def _cut_after(paragraph: Element, last: Element) -> Element:
    """A new paragraph with the children up to `last`, which leave the old one."""
    head = paragraph.makeelement(P, dict(paragraph.attrib))
    properties = paragraph.find(PPR)
    if properties is not None:
        copied = deepcopy(properties)
        for section in copied.findall(f"{W}sectPr"):
            copied.remove(section)
        head.append(copied)
    moving = []
    for child in paragraph:
        if child is not properties:
            moving.append(child)
        if child is last:
            break
    head.extend(moving)
    for run in list(head.iter(RUN)):
        drop_if_empty(run)
    for run in list(paragraph.iter(RUN)):
        drop_if_empty(run)
    return head


def _keep_ranges(paragraph: Element, place: Element) -> None:
    """Saves the ends of bookmarks and comments whose other end lies outside the paragraph."""
    for starts, ends in _RANGE_MARKS.items():
        opened = {each.get(f"{W}id"): each for each in paragraph.iter(starts)}
        closed = {each.get(f"{W}id"): each for each in paragraph.iter(ends)}
        for number, each in [*opened.items(), *closed.items()]:
            if (number in opened) != (number in closed):
                each.tail = None
                place.addprevious(each)


def _lift_run(text_element: Element, char: str) -> None:
    """The run is cut at the tag, which then stands between its two halves."""
    holder = next(each for each in _runs_texts(text_element) if char in (each.text or ""))
    run = split_run(holder, char)
    after(run, char)
    following = run.getnext()
    if following is not None:
        drop_if_empty(following)
    drop_if_empty(run)


def _runs_texts(text_element: Element) -> list[Element]:
    paragraph = ancestor(text_element, P)
    if paragraph is None:
        return [text_element]
    return [piece.element for piece in pieces_of(paragraph) if piece.element.tag == T]
