"""The tags that change the cell they stand in: `{% colspan n %}`, `{% cellbg colour %}`, `{% vm %}`, `{% hm %}`."""

import re

from docgen.fill.marks import Marks
from docgen.fill.problems import Problem
from docgen.fill.tags import Tag
from docgen.fill.wordml import TC, TCPR, Element, T, W, after, ancestor, before

STATEMENTS = frozenset({"colspan", "cellbg", "vm", "hm"})
# The order in which Word wants the properties of a cell.
_ORDER = [W + name for name in ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap")]


def change_cells(root: Element, marks: Marks) -> list[Problem]:
    """Carries the tags of cells out; gives those that stand outside of tables."""
    problems: list[Problem] = []
    pattern = re.compile(marks.pattern)
    for text_element in list(root.iter(T)):
        for char in pattern.findall(text_element.text or ""):
            tag = marks.tag(char)
            if tag is None or tag.statement not in STATEMENTS:
                continue
            before_tag, _, behind = text_element.text.partition(char)
            text_element.text = before_tag + behind
            cell = ancestor(text_element, TC)
            if cell is None:
                hint = "đặt thẻ trong một ô của bảng"
                message = f"thẻ {tag.statement} không nằm trong ô nào của bảng"
                problems.append(Problem("E312", message, tag.place, tag.written, hint))
            else:
                _change(cell, text_element, tag, marks)
    return problems


def _change(cell: Element, shown: Element, tag: Tag, marks: Marks) -> None:
    argument = tag.body.partition(" ")[2].strip()
    if tag.statement == "colspan":
        _property(cell, "gridSpan").set(f"{W}val", marks.made(f"({argument})|span", tag.place))
    elif tag.statement == "cellbg":
        shade = _property(cell, "shd")
        shade.attrib.clear()
        for name, value in (("val", "clear"), ("color", "auto")):
            shade.set(W + name, value)
        shade.set(f"{W}fill", marks.made(f"({argument})|colour", tag.place))
    elif tag.statement == "hm":
        span = _property(cell, "gridSpan")
        width = span.get(f"{W}val") or "1"
        span.set(f"{W}val", marks.made(f"({width} * loop.length)|span", tag.place))
        before(cell, marks.made("if loop.first", tag.place, kind="block"))
        after(cell, marks.made("endif", tag.place, kind="block"))
    else:
        _merge_down(cell, shown, tag, marks)


def _merge_down(cell: Element, shown: Element, tag: Tag, marks: Marks) -> None:
    """The cell goes on the one above it; the text up to the tag, and right behind it, is written once."""
    merge = _property(cell, "vMerge")
    merge.set(f"{W}val", marks.made("'restart' if loop.first else 'continue'", tag.place))
    for each in cell.iter(T):
        if each.text:
            opened = marks.made("if loop.first", tag.place, kind="block")
            each.text = opened + each.text + marks.made("endif", tag.place, kind="block")
        if each is shown:
            break


def _property(cell: Element, name: str) -> Element:
    """The property of the cell, made where it belongs if it is not there."""
    properties = cell.find(TCPR)
    if properties is None:
        properties = cell.makeelement(TCPR, {})
        cell.insert(0, properties)
    found = properties.find(W + name)
    if found is None:
        found = properties.makeelement(W + name, {})
        rank = _ORDER.index(W + name)
        place = sum(1 for each in properties if each.tag in _ORDER[:rank])
        properties.insert(place, found)
    return found
