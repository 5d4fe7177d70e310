"""PDF → Document. The only import of pypdfium2."""

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from docgen.errors import DocgenError
from docgen.model.text import Anchor, Block, BlockKind, Cell, Document, Notice, Span, Table
from docgen.readers.outline import is_caption, kind_of_line
from docgen.readers.page_layout import Region, Strip, paragraphs, regions_of, rows_of, table_cells, text_lines
from docgen.readers.sniff import encrypted
from docgen.vi.legacy import charset_of, convert, name_of

MOST_PAGES = 5_000
_PAGE_NUMBER = re.compile(r"\s*(?:[Tt]rang|TRANG|[Pp]age)?\s*[-–]?\s*\d{1,4}\s*(?:[-–]|/\s*\d{1,4}|of\s+\d+)?\s*")
_MARGIN = 0.09  # of the page's height, above and below
_BELOW, _ABOVE = 0.2, 0.7  # of the size: the reach of letters from the baseline
_HYPHENS = ("\x02", "\u00ad", "\ufffe")
_ENDS_SENTENCE = re.compile(r"[.:;!?…”\"»)]\s*$")


def read_pdf(data: bytes, source: str) -> Document:
    """The document of a PDF's text: columns after each other, paragraphs joined from their lines.

    An anchor's path is the line on the page, from 0, and its box in points: left, bottom, right, top.
    """
    pages = list(_pages(data, source))
    if not any(strips for strips, _ in pages):
        raise DocgenError(
            "E115",
            "tệp PDF là bản chụp (scan), không có chữ",
            where=source,
            hint="dùng phần mềm nhận dạng chữ (OCR) rồi kiểm tra lại, hoặc xin tệp Word gốc",
        )
    charset = charset_of("\n".join(strip.text for strips, _ in pages for strip in strips))
    gathered = _Gathering()
    for number, (strips, height) in enumerate(pages):
        if charset:
            strips = [_converted(strip, charset) for strip in strips]
        gathered.page(number, _without_page_number(strips, height))
    notices = []
    if charset:
        notices.append(Notice("N102", f"chữ theo bảng mã {name_of(charset)} đã chuyển sang Unicode", source))
    blank = [str(number + 1) for number, (strips, _) in enumerate(pages) if not strips]
    if blank:
        notices.append(Notice("N109", f"không có chữ ở trang {', '.join(blank[:20])} (trang trắng hoặc ảnh)", source))
    return Document(source, "\n".join(gathered.texts), tuple(gathered.blocks), tuple(gathered.tables), tuple(notices))


def _pages(data: bytes, source: str) -> Iterator[tuple[list[Strip], float]]:
    """The strips and the height of each page."""
    try:
        import pypdfium2
    except ImportError as fault:
        raise DocgenError(
            "E118", "cần gói pypdfium2 để đọc PDF", where=source, hint="chạy: pip install 'docgen[pdf]'"
        ) from fault
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        if "password" in str(fault).lower():
            raise encrypted(source) from fault
        raise _broken(source) from fault
    try:
        if len(document) > MOST_PAGES:
            raise DocgenError(
                "E110", "tệp PDF quá dài", where=source, seen=f"{len(document)} trang", hint="chia nhỏ tệp rồi đọc"
            )
        for page in document:
            text = page.get_textpage()
            yield list(_strips(text, pypdfium2.raw)), page.get_height()
            text.close()
            page.close()
    except pypdfium2.PdfiumError as fault:
        raise _broken(source) from fault
    finally:
        document.close()


def _broken(source: str) -> DocgenError:
    return DocgenError("E116", "tệp PDF hỏng", where=source, hint="xin lại tệp gốc từ người gửi")


def _strips(page: Any, raw: Any) -> Iterator[Strip]:
    """The strips of a page in the order of its content."""
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    run = _Run()
    for index in range(page.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(page, index))
        if raw.FPDFText_IsGenerated(page, index) == 1 or char in " \u00a0\r\n\t\0":
            run.spaced = True
            continue
        raw.FPDFText_GetLooseCharBox(page, index, ctypes.byref(box))
        raw.FPDFText_GetCharOrigin(page, index, ctypes.byref(x), ctypes.byref(y))
        if not run.goes_on(box.left, y.value):
            yield from run.end()
        if not run.chars:
            run.begin(box.left, y.value, _size(page, index, raw))
        run.add("-" if char in _HYPHENS else char, box.left, box.right)
    yield from run.end()


def _size(page: Any, index: int, raw: Any) -> float:
    """The size in which a character is shown, in points."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(page, index, ctypes.byref(matrix)):
        return 12.0
    size: float = raw.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d)
    return max(size, 1.0)


@dataclass
class _Run:
    """Characters on one baseline so far. Boxes are set by baseline and size: what fonts tell of heights varies."""

    chars: list[str] = field(default_factory=list)
    left: float = 0
    right: float = 0
    baseline: float = 0
    size: float = 12
    last_left: float = 0
    spaced: bool = False

    def goes_on(self, left: float, baseline: float) -> bool:
        """Whether a character at this place goes on with the run."""
        if not self.chars:
            return True
        is_level = abs(baseline - self.baseline) <= 0.4 * self.size
        # The letters of a ligature share one box, so what counts is where the last letter began.
        return is_level and self.last_left - 0.3 * self.size <= left <= self.right + 0.85 * self.size

    def begin(self, left: float, baseline: float, size: float) -> None:
        """Sets the place and the size of the first character."""
        self.left = self.right = left
        self.baseline, self.size = baseline, size
        self.spaced = False

    def add(self, char: str, left: float, right: float) -> None:
        """Takes one more character."""
        if self.spaced and self.chars:
            self.chars.append(" ")
        self.spaced = False
        self.chars.append(char)
        self.right = max(self.right, right)
        self.last_left = left

    def end(self) -> Iterator[Strip]:
        """The run as a strip, unless it is empty; a new one begins."""
        if self.chars:
            bottom, top = self.baseline - _BELOW * self.size, self.baseline + _ABOVE * self.size
            yield Strip("".join(self.chars), self.left, bottom, self.right, top)
        self.chars = []
        self.spaced = False


def _converted(strip: Strip, charset: str) -> Strip:
    return Strip(convert(strip.text, charset).text, strip.left, strip.bottom, strip.right, strip.top)


def _without_page_number(strips: list[Strip], height: float) -> list[Strip]:
    """The strips but a number that stands alone in its line, near the upper or the lower edge of the page."""
    rows = rows_of(strips)
    for row in (rows[:1], rows[-1:]):
        if row and len(row[0]) == 1 and _PAGE_NUMBER.fullmatch(row[0][0].text):
            strip = row[0][0]
            if strip.top > height * (1 - _MARGIN) or strip.bottom < height * _MARGIN:
                return [each for each in strips if each is not strip]
    return strips


@dataclass
class _Gathering:
    """The blocks and tables found so far; `runs_on`: the last paragraph filled its page and its sentence goes on."""

    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    length: int = 0
    line: int = 0

    def page(self, number: int, strips: Sequence[Strip]) -> None:
        """Reads one page."""
        self.line = 0
        part = f"page:{number + 1}"
        for place, region in enumerate(regions_of(strips)):
            if region.edges is None:
                self._text(region, part, is_first=place == 0)
            else:
                self._table(region, part)

    def _text(self, region: Region, part: str, is_first: bool) -> None:
        lines = [box for _, box in text_lines(region.rows)]
        for index, lines_of_one in enumerate(paragraphs(lines)):
            text = _joined([line.text for line in lines_of_one])
            if is_first and index == 0 and self._goes_on(text):
                self._append(text)
            else:
                self._block(text, self._anchor(part, lines_of_one), kind_of_line(text))
            self.line += len(lines_of_one)

    def _goes_on(self, text: str) -> bool:
        """Whether the first paragraph of a page ends the last sentence of the page before."""
        if not self.blocks or self.blocks[-1].kind in (BlockKind.CELL, BlockKind.HEADING):
            return False
        is_running = kind_of_line(text)[0] is BlockKind.PARAGRAPH and (text[0].islower() or text[0].isdigit())
        return is_running and not _ENDS_SENTENCE.search(self.texts[-1])

    def _append(self, text: str) -> None:
        last = self.blocks[-1]
        self.texts[-1] = _joined([self.texts[-1], text])
        self.length = last.span.start + len(self.texts[-1])
        self.blocks[-1] = Block(Span(last.span.start, self.length), last.anchor, last.kind, last.level)

    def _anchor(self, part: str, strips: Sequence[Strip], below: int = 0) -> Anchor:
        """The place of strips that begin so many lines below the line at hand."""
        box = (
            min(each.left for each in strips),
            min(each.bottom for each in strips),
            max(each.right for each in strips),
            max(each.top for each in strips),
        )
        return Anchor(part, (self.line + below, *(max(0, round(edge)) for edge in box)))

    def _block(self, text: str, anchor: Anchor, shape: tuple[BlockKind, int | None]) -> int:
        start = self.length + 1 if self.blocks else 0
        self.length = start + len(text)
        self.blocks.append(Block(Span(start, self.length), anchor, *shape))
        self.texts.append(text)
        return len(self.blocks) - 1

    def _table(self, region: Region, part: str) -> None:
        caption = tuple(
            index
            for index in range(max(0, len(self.blocks) - 3), len(self.blocks))
            if self.blocks[index].anchor.part == part and is_caption(self.texts[index])
        )
        edges = region.edges or ()
        anchor = Anchor(part, (self.line,))
        cells: list[Cell] = []
        for row, column, strips in table_cells(region.rows, edges):
            place = self._anchor(part, strips, row)
            index = self._block(_joined([strip.text for strip in strips]), place, (BlockKind.CELL, None))
            span = max(sum(edge < max(strip.right for strip in strips) for edge in edges) - column, 1)
            cells.append(Cell(row, column, place, (index,), 1, span))
        self.line += len(region.rows)
        self.tables.append(Table(anchor, len(region.rows), len(edges), tuple(cells), caption))


def _joined(lines: Sequence[str]) -> str:
    """Lines in one string: by a space, or directly after a hyphen between digits or letters."""
    text = lines[0]
    for line in lines[1:]:
        glued = len(text) > 1 and text[-1] in "-–" and text[-2].isalnum() and line[:1].isalnum()
        text = f"{text}{'' if glued else ' '}{line}"
    return text
