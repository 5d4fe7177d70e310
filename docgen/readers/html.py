"""Web page → Document."""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email.message import Message

from docgen.errors import DocgenError
from docgen.model.text import Anchor, Block, BlockKind, Cell, Document, Notice, Span, Table
from docgen.readers.ooxml import Element
from docgen.readers.outline import is_caption, kind_of_line
from docgen.readers.text import decoded

_SKIPPED = frozenset(
    {"script", "style", "head", "noscript", "template", "svg", "math", "nav", "button", "select", "object", "iframe"}
    | {"audio", "video"}
)
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset"}
    | {"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li"}
    | {"main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
    | {"caption"}
)
_HEADING = re.compile(r"h([1-6])")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_SPACES_ALONE = re.compile(r"[ \t\r\f]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_MOST_DEEP = 200
_MOST_SPAN = 1_000


def read_mhtml(data: bytes, source: str) -> Document:
    """The document of a web page that was saved with its pictures in one file."""
    for part in email.message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            return read_html(_payload(part), source)
    raise DocgenError(
        "E105", "tệp MHTML không có trang web nào", where=source, hint="mở tệp bằng Word rồi lưu thành .docx"
    )


def _payload(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def read_html(data: bytes, source: str) -> Document:
    """The document of a web page: what a browser shows as text, with its tables; nothing is fetched."""
    from lxml import etree

    text, notices = _decoded(data, source)
    # A declared encoding would overrule what was found out; the parser is given characters instead.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    page = _Page(source)
    if root is not None:
        page.read(root, ())
        page.end_block()
    if any("depth" in fault.message.lower() for fault in parser.error_log):
        raise _too_deep(source)
    if not page.blocks:
        raise DocgenError("E103", "trang web không có chữ nào", where=source, hint="kiểm tra lại đúng tệp cần đọc")
    return Document(source, "\n".join(page.texts), tuple(page.blocks), tuple(page.tables), notices)


def _decoded(data: bytes, source: str) -> tuple[str, tuple[Notice, ...]]:
    try:
        return decoded(data, source)
    except DocgenError:
        declared = _DECLARED.search(data[:4096])
        try:
            text = data.decode(declared[1].decode("ascii") if declared else "")
        except (LookupError, UnicodeDecodeError):
            text = ""
        if not text:
            raise
        notice = Notice("N101", f"đọc theo bảng mã {declared[1].decode().upper() if declared else ''}", source)
        return text, (notice,)


def _too_deep(source: str) -> DocgenError:
    return DocgenError(
        "E114", "trang web lồng nhau quá sâu", where=source, hint="chép phần chữ cần đọc sang một tệp mới"
    )


@dataclass
class _Page:
    """The blocks and tables found so far. An anchor's path is the number of the block on the page."""

    source: str
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    length: int = 0
    parts: list[str] = field(default_factory=list)
    shape: tuple[BlockKind, int | None] | None = None

    def read(self, element: Element, outer: tuple[str, ...]) -> None:
        """Reads an element and what is in it; `outer` are the elements it stands in."""
        if len(outer) > _MOST_DEEP:
            raise _too_deep(self.source)
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _SKIPPED or element.get("hidden") is not None:
            return
        if tag == "table" and not self._is_layout(element):
            self.end_block()
            self._table(element, outer)
            return
        is_block = tag in _BLOCKS
        if is_block:
            self.end_block()
            self.shape = self._shape(tag, outer)
        if tag == "br":
            self.parts.append("\n")
        self._say(element.text, "pre" in outer or tag == "pre")
        for each in element:
            self.read(each, (*outer, tag))
            self._say(each.tail, "pre" in outer or tag == "pre")
        if is_block:
            self.end_block()

    def _say(self, text: str | None, is_plain: bool) -> None:
        if text:
            self.parts.append(text if is_plain else _SPACES.sub(" ", text))

    @staticmethod
    def _shape(tag: str, outer: tuple[str, ...]) -> tuple[BlockKind, int | None] | None:
        heading = _HEADING.fullmatch(tag)
        if heading:
            return BlockKind.HEADING, int(heading[1])
        if tag == "li":
            return BlockKind.ITEM, max(1, sum(each in ("ul", "ol") for each in outer))
        return None

    @staticmethod
    def _is_layout(table: Element) -> bool:
        """Whether a table only places things: it holds another one, or has one cell."""
        return table.find(".//table") is not None or sum(1 for _ in table.iter("td", "th")) < 2

    def end_block(self) -> None:
        """Ends the block at hand; two breaks in it part two paragraphs."""
        text = _AROUND_BREAK.sub("\n", _SPACES_ALONE.sub(" ", "".join(self.parts)))
        self.parts.clear()
        shape, self.shape = self.shape, None
        for part in text.split("\n\n"):
            self._block(part.strip(" \n"), shape)

    def _block(self, text: str, shape: tuple[BlockKind, int | None] | None) -> None:
        if not text.strip():
            return
        start = self.length + 1 if self.blocks else 0
        self.length = start + len(text)
        known = shape or kind_of_line(text)
        self.blocks.append(Block(Span(start, self.length), Anchor("body", (len(self.blocks),)), *known))
        self.texts.append(text)

    def _table(self, table: Element, outer: tuple[str, ...]) -> None:
        caption = self._caption()
        for each in table.iter("caption"):
            self.read(each, outer)
            caption = (*caption, len(self.blocks) - 1)
        anchor = Anchor("body", (len(self.blocks),))
        cells: list[Cell] = []
        taken: set[tuple[int, int]] = set()
        rows = list(table.iter("tr"))
        for number, row in enumerate(rows):
            for element, column, rowspan, colspan in _cells(row, number, taken, len(rows)):
                taken |= {(number + down, column + right) for down in range(rowspan) for right in range(colspan)}
                first = len(self.blocks)
                self.read(element, (*outer, "table"))
                self.end_block()
                inside = tuple(range(first, len(self.blocks)))
                for index in inside:
                    self.blocks[index] = replace(self.blocks[index], kind=BlockKind.CELL, level=None)
                cells.append(Cell(number, column, Anchor("body", (first,)), inside, rowspan, colspan))
        columns = max((column for _, column in taken), default=-1) + 1
        self.tables.append(Table(anchor, len(rows), columns, tuple(cells), caption))

    def _caption(self) -> tuple[int, ...]:
        last = len(self.blocks) - 1
        found = last + 1
        for index in range(last, max(last - 3, -1), -1):
            if self.blocks[index].kind is BlockKind.CELL:
                break
            if is_caption(self.texts[index]):
                found = index
        return tuple(range(found, last + 1))


def _cells(
    row: Element, number: int, taken: set[tuple[int, int]], rows: int
) -> Iterator[tuple[Element, int, int, int]]:
    """The cells of a row: element, column, rows and columns spanned."""
    column = 0
    for element in row.iterchildren("td", "th"):
        while (number, column) in taken:
            column += 1
        rowspan = max(1, min(_span(element, "rowspan"), rows - number))
        colspan = _span(element, "colspan")
        yield element, column, rowspan, colspan
        column += colspan


def _span(element: Element, name: str) -> int:
    text = (element.get(name) or "1").strip()
    return min(int(text), _MOST_SPAN) if text.isdecimal() and int(text) else 1
