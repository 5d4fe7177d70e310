"""Small Word files for the tests of filling, and what is true of every file Word opens."""

import io
import posixpath
import zipfile
from xml.sax.saxutils import escape

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def run(text, properties=""):
    made = "".join("<w:tab/>" if part == "\t" else f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in [text])
    return f"<w:r>{properties}{made}</w:r>"


def p(*texts, properties=""):
    """A paragraph with a run for each text; what begins with `<` is taken as it is."""
    return f"<w:p>{properties}{''.join(text if text.startswith('<w:') else run(text) for text in texts)}</w:p>"


def tc(*blocks):
    return f"<w:tc><w:tcPr/>{''.join(block if block.startswith('<w:') else p(block) for block in blocks)}</w:tc>"


def tr(*cells):
    return f"<w:tr>{''.join(cell if cell.startswith('<w:tc>') else tc(cell) for cell in cells)}</w:tr>"


def tbl(*rows, columns=2):
    grid = '<w:gridCol w:w="2000"/>' * columns
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def part(root, inner):
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {NAMESPACES}>{inner}</w:{root}>'


def docx(*blocks, parts=None, rels=(), types=None, section=SECTION, raw=None, main=f"{_TYPE}.document.main+xml"):
    """The bytes of a Word file; `rels` are the relations of the body (id, kind, target, mode)."""
    overrides = {"word/document.xml": main, **(types or {})}
    for name in parts or {}:
        for kind in ("header", "footer", "footnotes", "endnotes", "numbering", "settings", "styles"):
            if name.startswith(f"word/{kind}") and name not in overrides:
                overrides[name] = f"{_TYPE}.{kind}+xml"
    listed = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    related = "".join(
        f'<Relationship Id="{key}" Type="{_REL}/{kind}" Target="{escape(target, {chr(34): "&quot;"})}"'
        + (f' TargetMode="{mode}"/>' if mode else "/>")
        for key, kind, target, mode in rels
    )
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="bin" ContentType="application/octet-stream"/>'
        f'<Default Extension="png" ContentType="image/png"/>{listed}</Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": part("document", f"<w:body>{''.join(blocks)}{section}</w:body>"),
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{related}</Relationships>',
        **(parts or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [*members.items(), *(raw or ())]:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)  # the same bytes at any time
    return out.getvalue()


def read(data, name="word/document.xml"):
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def lines(data, name="word/document.xml"):
    """The text of each paragraph of a part: tabs and breaks as characters, deleted text left out."""
    root = etree.fromstring(read(data, name).encode())
    return [_line(each) for each in root.iter(f"{{{W}}}p")]


def _line(paragraph):
    out = []
    for each in paragraph.iter():
        if next(each.iterancestors(f"{{{W}}}p"), paragraph) is not paragraph:
            continue
        name = etree.QName(each).localname if isinstance(each.tag, str) else ""
        in_run = each.getparent() is not None and each.getparent().tag == f"{{{W}}}r"
        if name == "t":
            out.append(each.text or "")
        elif name == "br" and in_run:
            out.append("\f" if each.get(f"{{{W}}}type") == "page" else "\n")
        elif name == "tab" and in_run:
            out.append("\t")
    return "".join(out)


_FIRST = {"p": "pPr", "r": "rPr", "tc": "tcPr", "tbl": "tblPr", "sdt": "sdtPr"}
_CELL = ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "vAlign")
_INSIDE = {
    "body": {"p", "tbl", "sdt", "sectPr", "bookmarkStart", "bookmarkEnd"},
    "tbl": {"tblPr", "tblGrid", "tr", "sdt", "bookmarkStart", "bookmarkEnd"},
    "tr": {"trPr", "tblPrEx", "tc", "sdt", "bookmarkStart", "bookmarkEnd"},
    "tc": {"tcPr", "p", "tbl", "sdt", "bookmarkStart", "bookmarkEnd"},
}


def faults(data):
    """What Word would refuse in a file; empty for a sound one."""
    found = []
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = archive.namelist()
    if len(set(names)) != len(names):
        found.append("two members of one name")
    if archive.testzip():
        found.append("a wrong checksum")
    for name in names:
        if name.endswith((".xml", ".rels")):
            try:
                root = etree.fromstring(archive.read(name))
            except etree.XMLSyntaxError as fault:
                found.append(f"{name}: {fault}")
                continue
            found += [f"{name}: {fault}" for fault in _order(root)]
            found += [f"{name}: {fault}" for fault in _references(archive, name, root)]
    return found


def _order(root):
    for each in root.iter():
        if not isinstance(each.tag, str) or etree.QName(each).namespace != W:
            continue
        name = etree.QName(each).localname
        children = [etree.QName(child).localname for child in each if isinstance(child.tag, str)]
        if name in _INSIDE and (strange := set(children) - _INSIDE[name]):
            yield f"{name} holds {strange}"
        if name in _INSIDE and ((each.text or "").strip() or any((child.tail or "").strip() for child in each)):
            yield f"{name} holds bare text"
        first = _FIRST.get(name)
        if first in children and children.index(first) != 0:
            yield f"{first} is not first in {name}"
        if name == "tbl" and "tr" not in children and "sdt" not in children:
            yield "a table without rows"
        if name == "tr" and "tc" not in children and "sdt" not in children:
            yield "a row without cells"
        if name == "tc" and (not children or children[-1] not in ("p", "bookmarkEnd")):
            yield "a cell that does not end with a paragraph"
        if name in ("hdr", "ftr", "txbxContent") and "p" not in children:
            yield f"{name} without a paragraph"
        if name == "tcPr":
            ranks = [_CELL.index(child) for child in children if child in _CELL]
            if ranks != sorted(ranks):
                yield f"tcPr in the order {children}"
        if name == "body" and "sectPr" in children and children[-1] != "sectPr":
            yield "sectPr is not last in body"
        if name == "tblGrid" and each.getparent() is not None:
            widest = max((_width(row) for row in each.getparent().iterchildren(f"{{{W}}}tr")), default=0)
            if widest > len(children):
                yield f"a row of {widest} columns in a grid of {len(children)}"


def _width(row):
    spans = (cell.find(f"{{{W}}}tcPr/{{{W}}}gridSpan") for cell in row.iterchildren(f"{{{W}}}tc"))
    return sum(int(span.get(f"{{{W}}}val")) if span is not None else 1 for span in spans)


def _references(archive, name, root):
    used = {value for each in root.iter() for key, value in each.attrib.items() if key.startswith(f"{{{R}}}")}
    rels = posixpath.join(posixpath.dirname(name), "_rels", posixpath.basename(name) + ".rels")
    known = set()
    if rels in archive.namelist():
        for each in etree.fromstring(archive.read(rels)):
            known.add(each.get("Id"))
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), each.get("Target")))
            if each.get("TargetMode") != "External" and target not in archive.namelist():
                yield f"points at {target}, which is not there"
    yield from (f"relation {each} is not there" for each in used - known)
