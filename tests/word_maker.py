"""Word files for tests, written part by part: what python-docx cannot make is made here as Word writes it."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = (
    'xmlns:w="{w}" xmlns:r="{r}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def paragraph(*runs, properties=""):
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def run(text, properties=""):
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def text_box(*paragraphs):
    """A text box as Word writes it: the shape, and the same words again for programs that do not know shapes."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def cell(*blocks, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks)}</w:tc>"


def row(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows):
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def word_file(*body, parts=None, strict=False, extra=None):
    """The bytes of a Word file: `parts` are further parts by kind (`styles`, `footnotes`, `header`, …) as inner XML."""
    w, r = (STRICT_W, STRICT_RELS) if strict else (W, RELS)
    spaces = NAMESPACES.format(w=w, r=r)
    parts = parts or {}
    roots = {"header": "hdr", "footer": "ftr"}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", _relationships(r, [("officeDocument", "word/document.xml")]))
        archive.writestr("word/_rels/document.xml.rels", _relationships(r, [(kind, f"{kind}1.xml") for kind in parts]))
        archive.writestr("word/document.xml", f"<w:document {spaces}><w:body>{''.join(body)}</w:body></w:document>")
        for kind, inner in parts.items():
            root = roots.get(kind, kind)
            archive.writestr(f"word/{kind}1.xml", f"<w:{root} {spaces}>{inner}</w:{root}>")
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return packed.getvalue()


def _relationships(base, targets):
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{base}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{PACKAGE}">{inside}</Relationships>'
