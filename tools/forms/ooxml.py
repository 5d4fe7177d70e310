"""Elements of WordprocessingML, built by name."""

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NAMESPACES = {"w": W, "r": R}

Element = etree._Element


def w(tag: str, *children: Element | None, **attributes: object) -> Element:
    """The element `w:tag` with its children; attributes are of the same namespace, `None` children are left out."""
    element = etree.Element(f"{{{W}}}{tag}", nsmap=NAMESPACES)
    for name, value in attributes.items():
        element.set(f"{{{W}}}{name}", str(value))
    for child in children:
        if child is not None:
            element.append(child)
    return element


def twips(mm: float) -> int:
    """A length in twentieths of a point."""
    return round(mm * 1440 / 25.4)


def serialised(root: Element) -> bytes:
    """The part's bytes, the same for the same tree."""
    etree.cleanup_namespaces(root, top_nsmap=NAMESPACES, keep_ns_prefixes=list(NAMESPACES))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def canonical(xml: bytes) -> bytes:
    """The canonical form of a part, in which two files that mean the same are the same bytes."""
    return etree.tostring(etree.fromstring(xml), method="c14n2", strip_text=False)
