"""Where a span stands, in words a secretary would use: `II.1 › đoạn 3`, `bảng 2, dòng 3, cột 4`."""

import re
from bisect import bisect_right

from docgen.model.text import Block, BlockKind, Document, Span

_NUMBER = re.compile(r"\s*([IVXLC]+|\d+(?:\.\d+)*|[a-zđ])(?:[.)]|(?=\s))\s*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"”)]*\s+(?=[A-ZĐÀ-Ỹ\d“\"(-])")
_PARTS = {
    "header": "đầu trang",
    "footer": "chân trang",
    "footnote": "chú thích",
    "endnote": "chú thích cuối",
    "textbox": "khung chữ",
    "sheet": "trang",
    "page": "trang",
}


def place_of(document: Document, span: Span) -> str:
    """The place of `span` in words: its heading, its paragraph or table cell, its sentence."""
    index = document.block_at(span.start)
    if index is None:
        return ""
    block = document.blocks[index]
    part, _, name = block.anchor.part.partition(":")
    if part == "sheet":
        row, column = block.anchor.path[0], block.anchor.path[1]
        return f"trang «{name}», ô {column_letters(column)}{row + 1}"
    if part == "page":
        return f"trang {name}, dòng {block.anchor.path[0] + 1}"
    if block.kind is BlockKind.CELL:
        return _cell_place(document, index)
    steps = [_PARTS[part]] if part in _PARTS else _headings(document, index)
    steps.append(f"đoạn {_paragraph_number(document, index)}")
    sentence = _sentence_number(document.text_of(block), span.start - block.span.start)
    if sentence:
        steps.append(f"câu {sentence}")
    return " › ".join(steps)


def column_letters(column: int) -> str:
    """The letters of a 0-based column as a spreadsheet names it."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def sentence_of(document: Document, span: Span) -> Span:
    """The sentence around `span`, within its block."""
    index = document.block_at(span.start)
    if index is None:
        return span
    block = document.blocks[index]
    text = document.text_of(block)
    cuts = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    inside = span.start - block.span.start
    i = max(0, bisect_right(cuts, inside) - 1)
    end = next((cut for cut in cuts[i + 1 :] if cut >= span.end - block.span.start), len(text))
    return Span(block.span.start + cuts[i], block.span.start + end)


def _headings(document: Document, index: int) -> list[str]:
    """The numbers of the headings above a block, outermost first; their words where they carry no number."""
    found: list[Block] = []
    level = 99
    for block in reversed(document.blocks[:index]):
        if block.kind is BlockKind.HEADING and (block.level or 1) < level:
            found.append(block)
            level = block.level or 1
            if level == 1:
                break
    steps = []
    for block in reversed(found):
        text = document.text_of(block)
        number = _NUMBER.match(text)
        steps.append(f"mục {number.group(1)}" if number else f"«{text.strip()[:40]}»")
    return steps


def _paragraph_number(document: Document, index: int) -> int:
    """The number of a paragraph among those under its heading, 1 for the first."""
    number = 1
    for block in reversed(document.blocks[:index]):
        if block.kind is BlockKind.HEADING or block.anchor.part != document.blocks[index].anchor.part:
            break
        if block.kind is not BlockKind.CELL:
            number += 1
    return number


def _sentence_number(text: str, offset: int) -> int | None:
    """The number of the sentence at `offset`; `None` where the text is one sentence."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return bisect_right(ends, offset) + 1 if ends else None


def _cell_place(document: Document, index: int) -> str:
    for number, table in enumerate(document.tables, 1):
        for cell in table.cells:
            if index in cell.blocks:
                return f"bảng {number}, dòng {cell.row + 1}, cột {cell.column + 1}"
    return "trong bảng"
