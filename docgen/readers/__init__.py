"""File → Document, one format a module."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from docgen.errors import DocgenError
from docgen.model.text import Document, Notice

MOST_BYTES = 512 << 20
_CHUNK = 1 << 20
_BY_OFFICE = frozenset({"doc", "rtf", "odt", "xml"})
_EXPECTED = {
    ".docx": {"docx"},
    ".docm": {"docx"},
    ".doc": {"doc"},
    ".rtf": {"rtf"},
    ".odt": {"odt"},
    ".xlsx": {"sheet"},
    ".xls": {"sheet"},
    ".ods": {"sheet"},
    ".pdf": {"pdf"},
    ".html": {"html"},
    ".htm": {"html"},
}
_NAMED = {
    "docx": "tệp Word",
    "doc": "tệp Word đời cũ (.doc)",
    "rtf": "tệp RTF",
    "odt": "tệp OpenDocument",
    "xml": "tệp Word dạng XML",
    "sheet": "bảng tính",
    "pdf": "tệp PDF",
    "html": "trang web (HTML)",
    "mhtml": "trang web lưu một tệp (MHTML)",
    "text": "tệp chữ thường",
}


def read(path: str | Path, *, as_rejected: bool = False) -> Document:
    """The document of a file, told by its content; `-` is standard input.

    `as_rejected` reads Word's tracked changes as if they were rejected. Raises `DocgenError` (`E1xx`) where the file
    cannot be read.
    """
    source = str(path)
    data = _content(sys.stdin.buffer) if source == "-" else _bytes_of(Path(path))
    return read_bytes(data, source, as_rejected=as_rejected)


def read_bytes(data: bytes, source: str = "-", *, as_rejected: bool = False) -> Document:
    """The document of a file's bytes; `source` names it to the user, and tells .csv and .md from plain text."""
    from docgen.readers.sniff import kind_of

    if not data.strip(b" \t\r\n\0"):
        raise DocgenError("E103", "tệp rỗng, không có gì để đọc", where=source, hint="kiểm tra lại đúng tệp cần đọc")
    if len(data) > MOST_BYTES:
        raise DocgenError(
            "E110",
            "tệp quá lớn",
            where=source,
            hint=f"chia nhỏ tệp; docgen đọc tệp tới {MOST_BYTES >> 20} MB",
        )
    kind = kind_of(data, source)
    suffix = Path(source).suffix.lower()
    document = _read_as(kind, data, source, suffix, as_rejected)
    if kind not in _EXPECTED.get(suffix, {kind}):
        notice = Notice("N103", f"tên tệp là {suffix} nhưng nội dung là {_NAMED[kind]}; đọc theo nội dung", source)
        document = replace(document, notices=(notice, *document.notices))
    return document


def _read_as(kind: str, data: bytes, source: str, suffix: str, as_rejected: bool) -> Document:
    """Calls the one reader of this kind; each is imported only when a file asks for it."""
    if kind == "docx":
        from docgen.readers.docx import read_docx

        return read_docx(data, source, as_rejected=as_rejected)
    if kind in _BY_OFFICE:
        from docgen.readers.office import read_office

        return read_office(data, source, as_rejected=as_rejected)
    if kind == "sheet":
        from docgen.readers.sheet import read_sheet as read_it
    elif kind == "pdf":
        from docgen.readers.pdf import read_pdf as read_it
    elif kind == "html":
        from docgen.readers.html import read_html as read_it
    elif kind == "mhtml":
        from docgen.readers.html import read_mhtml as read_it
    elif suffix in (".csv", ".tsv"):
        from docgen.readers.csv import read_csv as read_it
    elif suffix in (".md", ".markdown"):
        from docgen.readers.markdown import read_markdown as read_it
    else:
        from docgen.readers.text import read_text as read_it
    return read_it(data, source)


def _content(file: BinaryIO) -> bytes:
    """What a file holds, up to a little more than is read: one that grows or never ends stops there."""
    chunks = []
    length = 0
    while length <= MOST_BYTES and (chunk := file.read(_CHUNK)):
        chunks.append(chunk)
        length += len(chunk)
    return b"".join(chunks)


def _bytes_of(path: Path) -> bytes:
    source = str(path)
    try:
        if path.is_dir():
            raise DocgenError(
                "E102", "đây là thư mục, không phải tệp", where=source, hint="chỉ rõ từng tệp, hoặc thêm --recursive"
            )
        with path.open("rb") as file:
            return _content(file)
    except FileNotFoundError:
        raise DocgenError("E101", "không có tệp này", where=source, hint="kiểm tra lại đường dẫn và tên tệp") from None
    except PermissionError:
        raise DocgenError(
            "E104", "không có quyền đọc tệp", where=source, hint="xin quyền đọc, hoặc chép tệp sang thư mục của mình"
        ) from None
    except (OSError, ValueError) as fault:
        raise DocgenError(
            "E104", "không mở được tệp", where=source, seen=str(fault), hint="chép tệp sang ổ đĩa của máy rồi thử lại"
        ) from None
