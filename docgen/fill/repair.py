"""What Word refuses and a template can give: a table without rows, a row without cells, a cell without a paragraph.

Only where a part can come to that, its source is fenced with control characters, which XML cannot hold; what stands
between two fences is looked at after each rendering. A part without fences costs nothing.
"""

import re
from collections.abc import Callable, Mapping
from copy import deepcopy

from docgen.fill.marks import Marks
from docgen.fill.structure import PAIRS
from docgen.fill.tags import Place, Tag
from docgen.fill.values import NEW_PARAGRAPH
from docgen.fill.wordml import HOLDERS, PPR, RPR, RUN, TBL, TC, TCPR, TR, Element, P, W, after, ancestor, before

_ROW, _TABLE, _HOLDER, _GRID = ("\x10", "\x11"), ("\x12", "\x13"), ("\x14", "\x15"), ("\x16", "\x17")
_BLOCKS = frozenset(W + name for name in ("p", "tbl", "sdt"))
_PARAGRAPH = re.compile(r"<w:p[ >/]")
_NOWHERE = Place("")


def fence(root: Element, marks: Marks) -> frozenset[str]:
    """Fences what can come out unsound; gives the kinds of fences set."""
    kinds: set[str] = set()
    for table in list(root.iter(TBL)):
        if any(_is_wide(each, marks) for each in table.iter()):
            _around(table, _GRID, marks, kinds)
        if not _has_sure(table, TR, marks):
            _around(table, _TABLE, marks, kinds)
    for row in list(root.iter(TR)):
        if not _has_sure(row, TC, marks):
            _around(row, _ROW, marks, kinds)
    for holder in list(root.iter(*HOLDERS)):
        if not _ends_sure(holder, marks):
            _inside(holder, marks, kinds)
    return frozenset(kinds)


def _is_wide(element: Element, marks: Marks) -> bool:
    texts = (element.tail if element.tag == TC else None, element.text if element.tag == TR else None)
    if any(text and any(marks.tag(char) for char in text) for text in texts):
        return True
    return element.tag == f"{W}gridSpan" and any(marks.tag(char) for char in element.get(f"{W}val", ""))


def _depth_change(text: str | None, marks: Marks) -> int:
    change = 0
    for char in text or "":
        tag = marks.tag(char)
        if tag is not None and tag.kind == "block":
            statement = tag.statement
            opens = statement in PAIRS.values() and not (statement == "set" and "=" in tag.body)
            change += opens - (statement in PAIRS)
    return change


def _has_sure(element: Element, wanted: str, marks: Marks) -> bool:
    """Whether a child of that tag stands outside of all conditions and loops."""
    depth = _depth_change(element.text, marks)
    for child in element:
        if (child.tag == wanted and depth == 0) or (child.tag == f"{W}sdt" and depth == 0):
            return True
        depth += _depth_change(child.tail, marks)
    return False


def _ends_sure(holder: Element, marks: Marks) -> bool:
    """Whether the last block of the holder is always a paragraph."""
    depth = _depth_change(holder.text, marks)
    sure = False
    for child in holder:
        if child.tag in _BLOCKS:
            sure = child.tag == P and depth == 0
        depth += _depth_change(child.tail, marks)
    return sure


def _around(element: Element, pair: tuple[str, str], marks: Marks, kinds: set[str]) -> None:
    before(element, _fence_mark(pair[0], marks))
    after(element, _fence_mark(pair[1], marks))
    kinds.add(pair[0])


def _inside(holder: Element, marks: Marks, kinds: set[str]) -> None:
    properties = holder.find(TCPR)
    if properties is not None:
        after(properties, _fence_mark(_HOLDER[0], marks))
    else:
        holder.text = _fence_mark(_HOLDER[0], marks) + (holder.text or "")
    if len(holder):
        last = holder[-1]
        last.tail = (last.tail or "") + _fence_mark(_HOLDER[1], marks)
    else:
        holder.text += _fence_mark(_HOLDER[1], marks)
    kinds.add(_HOLDER[0])


def _fence_mark(char: str, marks: Marks) -> str:
    return marks.mark(Tag("fence", char, "", place=_NOWHERE))


def repaired(text: str, fences: frozenset[str], namespaces: Mapping[str, str]) -> str:
    """The rendered part with its fences taken down and what they hold made sound."""
    steps: tuple[tuple[tuple[str, str], Callable[[str], str]], ...] = (
        (_ROW, lambda body: body if re.search(r"<w:tc[ >]", body) else ""),
        (_TABLE, lambda body: body if re.search(r"<w:tr[ >]", body) else ""),
        (_HOLDER, _with_paragraph),
        (_GRID, lambda body: _with_grid(body, namespaces)),
    )
    for (opening, closing), change in steps:
        if opening in fences:
            pattern = re.compile(f"{opening}([^{opening}{closing}]*){closing}")
            count = 1
            while count:
                text, count = pattern.subn(lambda match, change=change: change(match.group(1)), text)  # type: ignore[misc]
    return with_paragraphs(text) if NEW_PARAGRAPH in text else text


def _with_paragraph(body: str) -> str:
    if body.endswith("</w:tbl>") or not _PARAGRAPH.search(body):
        return body + "<w:p/>"
    return body


def _with_grid(body: str, namespaces: Mapping[str, str]) -> str:
    """The table with as many grid columns as its widest row takes, in the width it had."""
    if not body:
        return body
    from lxml import etree

    declared = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in namespaces.items())
    wrapper = etree.fromstring(f"<wrapper {declared}>{body}</wrapper>")
    for table in wrapper.iterchildren(TBL):
        grid = table.find(f"{W}tblGrid")
        widest = max((_columns(row) for row in table.iterchildren(TR)), default=0)
        if grid is not None and widest and widest != len(grid):
            _set_columns(grid, widest)
    head, _, rest = etree.tostring(wrapper, encoding="unicode").partition(">")
    return rest.rpartition("</wrapper>")[0] if head else rest


def _columns(row: Element) -> int:
    count = 0
    for cell in row.iterchildren(TC):
        span = cell.find(f"{TCPR}/{W}gridSpan")
        count += int(span.get(f"{W}val", "1")) if span is not None else 1
    for name in ("gridBefore", "gridAfter"):
        skipped = row.find(f"{W}trPr/{W}{name}")
        count += int(skipped.get(f"{W}val", "0")) if skipped is not None else 0
    return count


def _set_columns(grid: Element, wanted: int) -> None:
    widths = [int(float(column.get(f"{W}w", "0"))) for column in grid]
    total = sum(widths)
    kept = widths[:wanted] + [total // max(len(widths), 1)] * (wanted - len(widths))
    scale = total / sum(kept) if sum(kept) else 0
    for column in list(grid):
        grid.remove(column)
    for width in kept:
        grid.append(grid.makeelement(f"{W}gridCol", {f"{W}w": str(int(width * scale))}))


def with_paragraphs(text: str) -> str:
    """The part with each paragraph cut in two where a value asks for a new one."""
    from lxml import etree

    root = etree.fromstring(text.encode())
    for stop in [each for each in root.iter(f"{W}br") if each.get(f"{W}type") == NEW_PARAGRAPH]:
        run, paragraph = stop.getparent(), ancestor(stop, P)
        if paragraph is None or run is None or run.tag != RUN or run.getparent() is not paragraph:
            stop.attrib.clear()
            continue
        _cut(paragraph, run, stop)
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + etree.tostring(root, encoding="unicode")


def _cut(paragraph: Element, run: Element, stop: Element) -> None:
    second, rest = paragraph.makeelement(P, {}), run.makeelement(RUN, {})
    for owner, copy, name in ((paragraph, second, PPR), (run, rest, RPR)):
        properties = owner.find(name)
        if properties is not None:
            copy.append(deepcopy(properties))
    section = paragraph.find(f"{PPR}/{W}sectPr")
    if section is not None:
        section.getparent().remove(section)
    rest.extend(list(stop.itersiblings()))
    following = list(run.itersiblings())
    run.remove(stop)
    second.append(rest)
    second.extend(following)
    paragraph.addnext(second)
