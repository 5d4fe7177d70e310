"""The names of WordprocessingML that the engine touches, and the small moves on its tree."""

from collections.abc import Iterator
from typing import Any

Element = Any  # lxml's element; lxml is imported by the reader of parts, when one is parsed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

P, RUN, T, TR, TC, TBL = f"{W}p", f"{W}r", f"{W}t", f"{W}tr", f"{W}tc", f"{W}tbl"
PPR, RPR, TCPR, SECTPR = f"{W}pPr", f"{W}rPr", f"{W}tcPr", f"{W}sectPr"
# Each must hold at least one paragraph, or Word refuses the file.
HOLDERS = frozenset(W + name for name in ("tc", "hdr", "ftr", "footnote", "endnote", "txbxContent"))

_SOLID = frozenset(
    W + name
    for name in ("drawing", "pict", "object", "fldChar", "fldSimple", "footnoteReference", "endnoteReference", "sym")
) | {f"{MC}AlternateContent", f"{W}ptab", f"{W}pgNum", f"{W}ruby", f"{W}contentPart"}


def with_usual_prefix(root: Element) -> Element:
    """The tree with `w` for WordprocessingML, since values are written with that prefix."""
    if root.nsmap.get("w") == W[1:-1]:
        return root
    from lxml import etree

    others = {prefix: address for prefix, address in root.nsmap.items() if address != W[1:-1] and prefix != "w"}
    renamed = etree.Element(root.tag, dict(root.attrib), nsmap={"w": W[1:-1], **others})
    renamed.text = root.text
    renamed.extend(list(root))
    etree.cleanup_namespaces(renamed, keep_ns_prefixes=["w", *filter(None, others)])
    return renamed


def before(element: Element, text: str) -> None:
    """Puts text right before the element."""
    previous = element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    else:
        parent = element.getparent()
        parent.text = (parent.text or "") + text


def after(element: Element, text: str) -> None:
    """Puts text right after the element."""
    element.tail = text + (element.tail or "")


def drop(element: Element) -> None:
    """Takes the element out and leaves the text behind it in place."""
    if element.tail:
        before(element, element.tail)
        element.tail = None
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def ancestor(element: Element, tag: str) -> Element | None:
    """The nearest ancestor of that tag, or the element itself."""
    while element is not None and element.tag != tag:
        element = element.getparent()
    return element


def is_solid(element: Element) -> bool:
    """Whether something other than characters shows in the element: a picture, a field, a note mark, a page break."""
    return any(
        each.tag in _SOLID or (each.tag == f"{W}br" and each.get(f"{W}type") in ("page", "column"))
        for each in element.iter()
    )


def text_of(element: Element) -> str:
    """All characters of the element's `w:t`, those of nested paragraphs too."""
    return "".join(each.text or "" for each in element.iter(T))


def table_place(paragraph: Element) -> str:
    """The table, row and cell of a paragraph in words; empty outside of tables."""
    cell = ancestor(paragraph, TC)
    row = ancestor(cell, TR) if cell is not None else None
    table = ancestor(row, TBL) if row is not None else None
    if table is None:
        return ""
    number = 1 + sum(1 for _ in _before_in_document(table))
    return f"bảng {number}, hàng {_index(row, TR)}, ô {_index(cell, TC)}"


def _before_in_document(table: Element) -> Iterator[Element]:
    for each in table.getroottree().getroot().iter(TBL):
        if each is table:
            return
        yield each


def _index(element: Element, tag: str) -> int:
    return 1 + sum(1 for _ in element.itersiblings(tag, preceding=True))
