"""Word → Document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from docgen.errors import DocgenError
from docgen.model.text import Anchor, Block, BlockKind, Cell, Document, Notice, Span, Table
from docgen.readers.grid import GridCell, grid_of
from docgen.readers.ooxml import Element, name
from docgen.readers.outline import is_caption
from docgen.readers.package import WordFile
from docgen.readers.remarks import remarks_of
from docgen.readers.runs import text_of
from docgen.vi.legacy import charset_of, name_of

_LEGACY_FONT = re.compile(rb'"(?:\.Vn|VNI-)')
_MOST_TABLES_DEEP = 40
_CAPTION_LINES = 4
_KINDS = {"footnote": BlockKind.NOTE, "endnote": BlockKind.NOTE, "header": BlockKind.MARGIN, "footer": BlockKind.MARGIN}


def read_docx(data: bytes, source: str, *, as_rejected: bool = False) -> Document:
    """The document of a Word file's bytes: body, text boxes, notes, page headers and footers, in this order."""
    word, gathered = _opened(data, source, as_rejected)
    if not gathered.blocks:
        raise _wordless(word)
    blocks, notices = tuple(gathered.blocks), tuple(_notices(word))
    return Document(source, gathered.text, blocks, tuple(gathered.tables), notices, remarks_of(word, blocks))


def word_file(data: bytes, source: str, *, as_rejected: bool = False) -> WordFile:
    """The package as `read_docx` opens it, legacy fonts included, so that `runs_at` gives the same characters."""
    return _opened(data, source, as_rejected)[0]


def _opened(data: bytes, source: str, as_rejected: bool) -> tuple[WordFile, "_Gathering"]:
    word = WordFile(source, data, as_rejected)
    if _shows_legacy_fonts(word):
        word.styles.use_legacy()
    gathered = _gather(word)
    charset = None if word.styles.converted else charset_of(gathered.text)
    if charset:
        word.styles.use_legacy(charset)
        gathered = _gather(word)
    return word, gathered


def _shows_legacy_fonts(word: WordFile) -> bool:
    members = (word.main, *(member for _, member in word.targets(word.main).values() if member.endswith(".xml")))
    return any(_LEGACY_FONT.search(word.archive.read(member)) for member in members if "fontTable" not in member)


def _gather(word: WordFile) -> "_Gathering":
    gathered = _Gathering(word)
    for part, (_, root) in word.parts.items():
        gathered.read(root, part, (), _KINDS.get(part.partition(":")[0]))
    return gathered


@dataclass
class _Gathering:
    """The blocks and tables found so far."""

    word: WordFile
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    def read(self, container: Element, part: str, path: tuple[int, ...], kind: BlockKind | None) -> tuple[int, ...]:
        """Reads the blocks of a container; gives back the indices of its own paragraphs."""
        siblings = self.word.siblings(container)
        own: list[int] = []
        place = after_table = 0
        while place < len(siblings):
            anchor = Anchor(part, (*path, place))
            if name(siblings[place]) == "tbl":
                self._table(siblings[place], anchor, self._caption(own[after_table:], place))
                place, after_table = place + 1, len(own)
                continue
            pieces, after = self.word.pieces(siblings, place)
            text = text_of(pieces)
            if text.strip():
                self._block(text, anchor, siblings[place], kind)
                own.append(len(self.blocks) - 1)
            place = after
        return tuple(own)

    def _block(self, text: str, anchor: Anchor, paragraph: Element, kind: BlockKind | None) -> None:
        start = self.length + 1 if self.blocks else 0
        self.length = start + len(text)
        shape = (kind, None) if kind else self.word.styles.kind_of(paragraph, text)
        self.blocks.append(Block(Span(start, self.length), anchor, *shape))
        self.texts.append(text)

    def _table(self, table: Element, anchor: Anchor, caption: tuple[int, ...]) -> None:
        if len(anchor.path) > 3 * _MOST_TABLES_DEEP:
            raise DocgenError(
                "E114",
                "bảng lồng trong bảng quá sâu",
                where=self.word.source,
                hint="mở tệp bằng Word rồi chép nội dung sang tệp mới",
            )
        place = len(self.tables)
        self.tables.append(Table(anchor, 0, 0, (), caption))
        grid, rows, columns = grid_of(table, self.word.hidden)
        cells = tuple(self._cell(cell, anchor) for cell in grid)
        self.tables[place] = replace(self.tables[place], rows=rows, columns=columns, cells=cells)

    def _cell(self, cell: GridCell, table: Anchor) -> Cell:
        path = (*table.path, cell.row, cell.column)
        blocks = self.read(cell.element, table.part, path, BlockKind.CELL)
        return Cell(cell.row, cell.column, Anchor(table.part, path), blocks, cell.rowspan, cell.colspan)

    def _caption(self, own: list[int], place: int) -> tuple[int, ...]:
        """The blocks just before a table that name it or its unit."""
        found: list[int] = []
        for index in reversed(own[-_CAPTION_LINES:]):
            if place - self.blocks[index].anchor.path[-1] > _CAPTION_LINES:
                break
            if is_caption(self.texts[index]):
                found = own[own.index(index) :]
        return tuple(found)


def _notices(word: WordFile) -> Iterator[Notice]:
    for named in sorted({name_of(charset) for charset in word.styles.converted}):
        yield Notice("N102", f"chữ theo bảng mã {named} đã chuyển sang Unicode", word.source)
    if any(member.endswith("vbaProject.bin") for member in word.archive.names):
        yield Notice("N105", "tệp có macro; docgen chỉ đọc chữ, không chạy macro", word.source)
    if word.has_changes:
        way = "như khi từ chối hết" if word.as_rejected else "như khi chấp nhận hết"
        yield Notice("N106", f"tệp có vết sửa (Track Changes), đọc {way}", word.source)


def _wordless(word: WordFile) -> DocgenError:
    has_pictures = any("/media/" in member for member in word.archive.names)
    if has_pictures:
        return DocgenError(
            "E115",
            "tệp Word chỉ có ảnh, không có chữ",
            where=word.source,
            hint="dùng phần mềm nhận dạng chữ (OCR) rồi kiểm tra lại, hoặc xin tệp gốc có chữ",
        )
    return DocgenError("E103", "tệp Word không có chữ nào", where=word.source, hint="kiểm tra lại đúng tệp cần đọc")
