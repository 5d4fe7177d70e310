"""The .docx file: its parts put together so that the same form is always the same bytes."""

import io
import zipfile

from lxml import etree

from tools.forms import styles
from tools.forms.blocks import page_setup
from tools.forms.ooxml import Element, canonical, serialised, w
from tools.forms.words import paragraph

EPOCH = (1980, 1, 1, 0, 0, 0)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = ("document", "styles", "numbering", "settings", "header1")


def _types() -> bytes:
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{WORD}.'
        f'{"document.main" if part == "document" else part.rstrip("1")}+xml"/>'
        for part in PARTS
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}"
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        "</Types>"
    ).encode()


def _relations(*targets: tuple[str, str]) -> bytes:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'.encode()


def _core(title: str) -> bytes:
    root = etree.Element(
        f"{{{PACKAGE}/metadata/core-properties}}coreProperties",
        nsmap={"cp": f"{PACKAGE}/metadata/core-properties", "dc": "http://purl.org/dc/elements/1.1/"},
    )
    for name, value in (("title", title), ("language", "vi-VN")):
        etree.SubElement(root, f"{{http://purl.org/dc/elements/1.1/}}{name}").text = value
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _page_number() -> Element:
    """The header with the page number: a field, so that Word counts."""
    field = w("fldSimple", w("r", w("t")), instr=" PAGE ")
    field[0][0].text = "2"
    return w("hdr", w("p", w("pPr", w("pStyle", val="SoTrang")), field))


def _settings() -> Element:
    compat = w(
        "compat",
        w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15),
    )
    return w("settings", w("zoom", percent=100), w("defaultTabStop", val=720), compat)


def docx(title: str, body: list[Element], *, is_landscape: bool = False, setup: Element | None = None) -> bytes:
    """The bytes of a Word file with that body."""
    last = page_setup(is_landscape=is_landscape) if setup is None else setup
    if body[-1].tag == w("tbl").tag:
        body = [*body, paragraph("Nho", "")]  # Word wants a paragraph behind a table
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            (f"{OFFICE}/relationships/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/document.xml": serialised(w("document", w("body", *body, last))),
        "word/styles.xml": serialised(styles.styles()),
        "word/numbering.xml": serialised(styles.numbering()),
        "word/settings.xml": serialised(_settings()),
        "word/header1.xml": serialised(_page_number()),
        "word/_rels/document.xml.rels": _relations(
            *((f"{OFFICE}/relationships/{part.rstrip('1')}", f"{part}.xml") for part in PARTS[1:])
        ),
        "docProps/core.xml": _core(title),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, EPOCH), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def canonical_parts(package: bytes) -> dict[str, bytes]:
    """Each part of a .docx in canonical form, by name: equal where two files mean the same."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: canonical(archive.read(name)) for name in archive.namelist()}
