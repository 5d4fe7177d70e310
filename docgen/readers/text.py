"""Plain text → Document."""

import re

from docgen.errors import DocgenError
from docgen.model.text import Anchor, Block, Document, Notice, Span
from docgen.readers.outline import kind_of_line
from docgen.vi import legacy

_LINE = re.compile(r"[^\r\n]*[^\s][^\r\n]*")
_QUIET = frozenset({"utf-8"})
_SHOWN = 60


def document_of(text: str, source: str = "-") -> Document:
    """The document of a decoded text: the text unchanged, and a block for each line that is not blank."""
    blocks, line, seen = [], 0, 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        line += text.count("\n", seen, start)
        seen = start
        blocks.append(Block(Span(start, end), Anchor("body", (line,)), *kind_of_line(match.group())))
    return Document(source, text, tuple(blocks))


def read_text(data: bytes, source: str) -> Document:
    """The document of a text file's bytes, in whatever encoding; a notice where it is not plain UTF-8."""
    text, notices = decoded(data, source)
    document = document_of(text, source)
    return Document(source, text, document.blocks, (), notices)


def decoded(data: bytes, source: str) -> tuple[str, tuple[Notice, ...]]:
    """The text of a file's bytes and what was done to get it."""
    found = legacy.decode(data)
    if found is None:
        raise _unknown(data, source)
    notices = []
    if found.encoding not in _QUIET:
        notices.append(Notice("N101", f"đọc theo bảng mã {found.encoding.upper()}, không phải UTF-8", source))
    text = found.text
    charset = legacy.charset_of(text)
    if charset:
        text = legacy.convert(text, charset).text
        notices.append(Notice("N102", f"chữ theo bảng mã {legacy.name_of(charset)} đã chuyển sang Unicode", source))
    return text, tuple(notices)


def _unknown(data: bytes, source: str) -> DocgenError:
    if b"\0" in data or sum(byte < 9 for byte in data[:4096]):
        return DocgenError(
            "E105",
            "không nhận ra loại tệp",
            where=source,
            hint="docgen đọc được .docx, .doc, .xlsx, .xls, .ods, .csv, .pdf, .html, .rtf, .odt, .md và .txt",
        )
    return DocgenError(
        "E109",
        "không nhận ra bảng mã của tệp chữ",
        where=source,
        seen=next(line for line in data.splitlines() if not line.isascii()).decode("latin-1")[:_SHOWN],
        hint="mở tệp bằng Notepad, chọn Lưu thành (Save as), mục Mã hóa (Encoding) chọn UTF-8",
    )
