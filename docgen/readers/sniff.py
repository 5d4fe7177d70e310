"""What a file is, by its bytes: names lie."""

import re

from docgen.errors import DocgenError
from docgen.readers.archive import Archive

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BLANK = b" \t\r\n\0"
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(
    rb"(?:<!--.*?-->|<\?xml[^>]*>|\s)*<(?:!doctype\s+html|html|head|body|meta|table|div|p|style)\b", re.I | re.S
)
_WORD_XML = re.compile(
    rb"\s*<\?xml.{0,200}?(?:progid=\"Word\.Document\"|<pkg:package|<w:wordDocument|<office:document\b)", re.S
)
_MHTML = re.compile(rb"(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?MIME-Version:\s*1\.0", re.I)
_HEAD = 4096


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")


def kind_of(data: bytes, source: str) -> str:
    """One of `docx doc rtf odt xml sheet html mhtml pdf text`; `DocgenError` for what no reader takes.

    `xml` is a whole Word file in one XML text.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(data, source)
    if data.startswith(OLE):
        return _kind_of_ole(data, source)
    head = data[:_HEAD].lstrip(_BLANK)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if _WORD_XML.match(head):
        return "xml"
    for bom in _BOMS:
        head = head.removeprefix(bom)
    if _HTML.match(head if b"\0" not in head[:40] else head.replace(b"\0", b"")):
        return "html"
    return "mhtml" if _MHTML.match(head) else "text"


def _kind_of_zip(data: bytes, source: str) -> str:
    archive = Archive(source, data)
    names = archive.names
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return "sheet"
    if "mimetype" in names:
        mime = archive.read("mimetype")
        if b"opendocument.text" in mime:
            return "odt"
        if b"opendocument.spreadsheet" in mime:
            return "sheet"
    if "EncryptedPackage" in names or _is_encrypted(archive):
        raise encrypted(source)
    return "docx"


def _is_encrypted(archive: Archive) -> bool:
    return "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.read("META-INF/manifest.xml")


def _kind_of_ole(data: bytes, source: str) -> str:
    if _stream("EncryptedPackage") in data or _stream("EncryptionInfo") in data:
        raise encrypted(source)
    if _stream("WordDocument") in data:
        if data[512:514] == b"\xec\xa5" and data[523:524] and data[523] & 1:  # FIB: fEncrypted
            raise encrypted(source)
        return "doc"
    if _stream("Workbook") in data or _stream("Book") in data:
        return "sheet"
    raise DocgenError(
        "E105",
        "không nhận ra loại tệp Office này",
        where=source,
        hint="mở tệp bằng phần mềm đã tạo ra nó rồi lưu thành .docx hoặc .xlsx",
    )


def encrypted(source: str) -> DocgenError:
    """The error for a file under a password."""
    return DocgenError(
        "E107",
        "tệp đặt mật khẩu nên không đọc được",
        where=source,
        hint="mở tệp bằng Word hoặc Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi lưu lại",
    )
