"""One XML part of an Office package → its tree, and its elements by local name.

Names are local, without the namespace: Transitional and Strict files use different namespaces for the same elements.
"""

from collections.abc import Iterator
from typing import Any

from docgen.errors import DocgenError
from docgen.readers.archive import too_large

MOST_TAGS = 1_500_000  # a report of a thousand pages has 600,000; each costs 150 bytes and more in memory

Element = Any  # lxml's element; lxml itself is imported only when a part is parsed

_LOCAL: dict[Any, str] = {}


def parse(data: bytes, source: str, part: str) -> Element:
    """The root of an XML part. No entity is expanded, nothing outside the file is opened."""
    from lxml import etree

    where = f"{source}, thành phần {part}"
    if any("<!DOCTYPE".encode(coding) in data for coding in ("ascii", "utf-16-le", "utf-16-be")):
        raise _unsafe(where)
    if data.count(b"<") > MOST_TAGS:
        raise too_large(where, "hơn 1,5 triệu thẻ XML")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root: Element
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise _malformed(where, str(fault)) from fault
    except ValueError as fault:
        raise _malformed(where, "") from fault
    if root is None:
        raise _malformed(where, "")
    if root.getroottree().docinfo.doctype:
        raise _unsafe(where)
    return root


def _unsafe(where: str) -> DocgenError:
    return DocgenError(
        "E113",
        "tệp có khai báo DTD, không phải do Word hoặc Excel lưu ra",
        where=where,
        hint="không dùng tệp này; xin lại tệp gốc từ người gửi",
    )


def _malformed(where: str, fault: str) -> DocgenError:
    if "depth" in fault:
        return DocgenError(
            "E114", "tệp lồng nhau quá sâu", where=where, hint="mở tệp bằng Word rồi chép nội dung sang tệp mới"
        )
    return DocgenError(
        "E113",
        "tệp hỏng: nội dung XML sai",
        where=where,
        seen=fault[:120],
        hint="mở tệp bằng Word hoặc Excel (chọn sửa chữa nếu được hỏi) rồi lưu lại",
    )


def name(element: Element) -> str:
    """The element's local name."""
    tag = element.tag
    found = _LOCAL.get(tag)
    if found is None:
        found = tag.rpartition("}")[2] if isinstance(tag, str) else ""
        if len(_LOCAL) < 10_000:
            _LOCAL[tag] = found
    return found


def value(element: Element, attribute: str = "val") -> str | None:
    """The attribute of the element's own namespace, or without one."""
    tag: str = element.tag
    found = element.get(tag[: tag.rfind("}") + 1] + attribute)
    if found is None:
        found = element.get(attribute)
    return None if found is None else str(found)


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down `path`; `None` where a step is missing."""
    for step in path:
        if element is None:
            return None
        for each in element:
            if name(each) == step:
                element = each
                break
        else:
            return None
    return element


def children(element: Element | None, wanted: str) -> Iterator[Element]:
    """The children of that local name."""
    return (each for each in (() if element is None else element) if name(each) == wanted)


def is_on(element: Element | None) -> bool:
    """Whether an on/off property is there and not switched off."""
    return element is not None and value(element) not in ("0", "false", "off")
