"""Markdown → Document: its text without the marks; its headings, items and tables as such."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.model.text import Anchor, Block, BlockKind, Cell, Document, Span, Table
from docgen.readers.outline import is_caption, kind_of_line
from docgen.readers.text import decoded

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+")
_ITEM = re.compile(r"(\s*)(?:[-*+]|\d{1,3}[.)])\s+")
_QUOTE = re.compile(r"\s*(?:>\s*)+")
_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_UNDERLINE = re.compile(r"\s*(?:=+|-+|\*{3,}|_{3,})\s*")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"(\*\*|__|~~|\*|`)(?=\S)(.+?)(?<=\S)\1")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~>])")


def read_markdown(data: bytes, source: str) -> Document:
    """The document of a Markdown file. Anchors are lines of the file; those of a table's cells lines and columns."""
    text, notices = decoded(data, source)
    sheet = _Sheet(text.splitlines())
    sheet.read()
    return Document(source, "\n".join(sheet.texts), tuple(sheet.blocks), tuple(sheet.tables), notices)


def _plain(text: str) -> str:
    """The text as it is shown."""
    text = _LINK.sub(r"\1", text)
    text = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))
    return _ESCAPE.sub(r"\1", text).strip()


@dataclass
class _Sheet:
    lines: list[str]
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    length: int = 0

    def read(self) -> None:
        """Reads all lines."""
        number = 0
        is_code = False
        while number < len(self.lines):
            line = self.lines[number]
            if _FENCE.match(line):
                is_code = not is_code
            elif not is_code and "|" in line and self._is_rule(number + 1):
                number = self._table(number)
                continue
            elif is_code:
                self._block(line.strip(), (number,), BlockKind.PARAGRAPH)
            elif not (_UNDERLINE.fullmatch(line) or _RULE.fullmatch(line)):
                self._line(line, number)
            number += 1

    def _is_rule(self, number: int) -> bool:
        return number < len(self.lines) and "|" in self.lines[number] and bool(_RULE.fullmatch(self.lines[number]))

    def _line(self, line: str, number: int) -> None:
        kind, level = kind_of_line(line)
        if heading := _HEADING.match(line):
            kind, level, line = BlockKind.HEADING, len(heading[1]), line[heading.end() :].rstrip("# ")
        elif item := _ITEM.match(line):
            level = len(item[1].expandtabs(4)) // 2 + 1
            kind, line = BlockKind.ITEM, line if item[0].strip()[0].isdigit() else line[item.end() :]
        elif quote := _QUOTE.match(line):
            line = line[quote.end() :]
        self._block(_plain(line), (number,), kind, level)

    def _block(self, text: str, path: tuple[int, ...], kind: BlockKind, level: int | None = None) -> tuple[int, ...]:
        if not text:
            return ()
        start = self.length + 1 if self.blocks else 0
        self.length = start + len(text)
        self.blocks.append(Block(Span(start, self.length), Anchor("body", path), kind, level))
        self.texts.append(text)
        return (len(self.blocks) - 1,)

    def _table(self, number: int) -> int:
        """Reads the table whose head is line `number`; gives back the line after it."""
        caption = (len(self.blocks) - 1,) if self.texts and is_caption(self.texts[-1]) else ()
        head = number
        cells: list[Cell] = []
        row = 0
        while number < len(self.lines) and "|" in self.lines[number]:
            if number != head + 1:
                cells += self._cells(number, row)
                row += 1
            number += 1
        columns = max((cell.column for cell in cells), default=-1) + 1
        self.tables.append(Table(Anchor("body", (head,)), row, columns, tuple(cells), caption))
        return number

    def _cells(self, number: int, row: int) -> Iterator[Cell]:
        inner = self.lines[number].strip().removeprefix("|").removesuffix("|")
        for column, part in enumerate(re.split(r"(?<!\\)\|", inner)):
            blocks = self._block(_plain(part), (number, column), BlockKind.CELL)
            yield Cell(row, column, Anchor("body", (number, column)), blocks)
