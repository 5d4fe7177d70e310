"""A package made safe and plain: Transitional names, no macros, nothing fetched from outside.

Each change is said in the package's notices.
"""

import posixpath
import re
from collections.abc import Iterator

from docgen.fill.package import CONTENT_TYPES, Package
from docgen.fill.wordml import Element, R, W, ancestor, drop
from docgen.readers.ooxml import parse

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHER_MAINS = re.compile(
    r"application/vnd\.(?:ms-word\.(?:document|template)\.macroEnabledTemplate|ms-word\.document\.macroEnabled"
    r"|ms-word\.template\.macroEnabledTemplate|ms-word\.template\.macroEnabled"
    r"|openxmlformats-officedocument\.wordprocessingml\.template)\.main\+xml"
)
_MACROS = re.compile(r"word/(?:vbaProject\.bin|vbaData\.xml|_rels/vbaProject\.bin\.rels|customizations\.xml)$")
_STRICT = b"http://purl.oclc.org/ooxml/"
_RENAMED = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships/metadata/core-properties",
     b"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)  # fmt: skip
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SAID = {
    "image": "ảnh nằm ngoài tệp",
    "attachedTemplate": "mẫu đính kèm nằm ngoài tệp",
    "oleObject": "đối tượng nhúng nằm ngoài tệp",
    "mailMergeSource": "nguồn trộn thư của Word",
    "mailMergeHeaderSource": "nguồn trộn thư của Word",
}
_WHOLE = frozenset(W + name for name in ("drawing", "pict", "object", "mailMerge"))


def cleanse(package: Package) -> None:
    """Makes the package plain and safe in place."""
    _make_transitional(package)
    _drop_macros(package)
    for name in [name for name in package.members if name.endswith(".rels")]:
        _drop_outside(package, name)


def _make_transitional(package: Package) -> None:
    main = next((name for name in package.members if name == "word/document.xml"), None)
    if main is None or _STRICT not in package.content(main):
        return
    for name in [name for name in package.members if name.endswith((".xml", ".rels"))]:
        content = package.content(name)
        if _STRICT in content:
            for strict, transitional in _RENAMED:
                content = content.replace(strict, transitional)
            package.replace(name, re.sub(rb'\s\w+:conformance="strict"', b"", content))
    package.notices.append("mẫu lưu ở dạng Strict Open XML; văn bản ra ở dạng thường (Transitional)")


def _drop_macros(package: Package) -> None:
    types = package.content(CONTENT_TYPES).decode("utf-8", "replace")
    plain = _OTHER_MAINS.sub(_MAIN, types)
    macros = [name for name in package.members if _MACROS.match(name)]
    if plain == types and not macros:
        return
    for name in macros:
        del package.members[name]
        plain = re.sub(rf'<Override\b[^>]*PartName="/{re.escape(name)}"[^>]*/>', "", plain)
    package.replace(CONTENT_TYPES, plain.encode())
    for name in [name for name in package.members if name.endswith(".rels")] if macros else ():
        root = parse(package.content(name), package.source, name)
        gone = [each for each in root.iter(_RELATION) if _target(name, each) in macros]
        if gone:
            _without(package, name, root, gone)
    said = "mẫu có macro; đã bỏ macro" if macros else "mẫu ở dạng .dotx hoặc .docm"
    package.notices.append(f"{said}, văn bản ra là .docx thường")


def _target(rels: str, relation: Element) -> str:
    base = posixpath.dirname(posixpath.dirname(rels))
    target = relation.get("Target", "")
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))


def _without(package: Package, name: str, root: Element, gone: list[Element]) -> None:
    from lxml import etree

    for each in gone:
        drop(each)
    package.replace(name, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _drop_outside(package: Package, name: str) -> None:
    """Takes out relations to what lies outside of the file, hyperlinks excepted, and what shows them."""
    content = package.content(name)
    if b"External" not in content:
        return
    root = parse(content, package.source, name)
    gone = [each for each in root.iter(_RELATION) if each.get("TargetMode") == "External" and not _is_link(each)]
    if not gone:
        return
    for each in gone:
        kind = each.get("Type", "").rpartition("/")[2]
        package.notices.append(f"đã gỡ {_SAID.get(kind, 'liên kết ra ngoài tệp')}: {each.get('Target', '')[:120]}")
    owner = posixpath.join(posixpath.dirname(posixpath.dirname(name)), posixpath.basename(name).removesuffix(".rels"))
    if owner in package.members:
        _drop_references(package, owner, {each.get("Id", "") for each in gone})
    _without(package, name, root, gone)


def _is_link(relation: Element) -> bool:
    return str(relation.get("Type", "")).endswith("/hyperlink")


def _drop_references(package: Package, owner: str, numbers: set[str]) -> None:
    from lxml import etree

    root = parse(package.content(owner), package.source, owner)
    for element, attribute in list(_references(root, numbers)):
        del element.attrib[attribute]
        if any(name.startswith(R) for name in element.attrib):
            continue  # a picture that is linked and stored: the stored one stays
        whole = element
        while whole is not None and whole.tag not in _WHOLE:
            whole = whole.getparent()
        victim = whole if whole is not None else element
        if victim.getparent() is not None:
            alternate = ancestor(
                victim, "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
            )
            drop(alternate if alternate is not None and alternate.getparent() is not None else victim)
    package.replace(owner, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _references(root: Element, numbers: set[str]) -> Iterator[tuple[Element, str]]:
    for element in root.iter():
        for name, value in element.attrib.items():
            if name.startswith(R) and value in numbers:
                yield element, name
