"""What a line is by its shape: a heading by its number (`I.`, `1.`), a list item by its mark (`a)`, `-`)."""

import re

from docgen.model.text import BlockKind

_HEADINGS = (
    (1, re.compile(r"\s*(?:PHẦN|Phần|CHƯƠNG|Chương|PHỤ LỤC|Phụ lục)\s+(?:[IVXLC]+|\d{1,2}|thứ \w+)\b")),
    (2, re.compile(r"\s*(?:[IVX]{1,5}|[A-H])\s?[.\-–)/]\s*(?=[^\W\d_])")),
    (2, re.compile(r"\s*(?:MỤC|Mục)\s+(?:[IVX]+|\d{1,2})\b")),
    (3, re.compile(r"\s*\*?\s?\d{1,2}\s?[.)/]\s*(?=[^\W\d_])")),
    (4, re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){1,3}\s?[.)]?\s+(?=[^\W\d_])")),
)
_ITEMS = (
    (1, re.compile(r"\s*[-–—•*●▪■◦]\s*(?=\S)")),
    (1, re.compile(r"\s*(?:[a-zđ]|\d{1,2})\)\s*(?=\S)")),
    (1, re.compile(r"\s*[a-zđ]\.\s+(?=\S)")),
    (2, re.compile(r"\s*[+○▫]\s*(?=\S)")),
)
_BEGINNING = re.compile(r"\s*(?:[^\W\d_]{1,5}\s?[.)/–-]|\*?\s?\d|[-–—•*●▪■◦+○▫]|(?i:phần|chương|phụ lục|mục)\s)")
_LONGEST_HEADING = 200
_SENTENCE_END = re.compile(r"[.;,!?]\s*$|\w\.\s+[^\W\d_a-zà-ỹ]")


def kind_of_line(line: str) -> tuple[BlockKind, int | None]:
    """What a line is by its shape, with its level: 1 to 4 of a heading, 1 or 2 of an item.

    A numbered line that runs on like a sentence is an item: numbered paragraphs are no headings.
    """
    if not _BEGINNING.match(line):
        return BlockKind.PARAGRAPH, None
    for level, shape in _HEADINGS:
        match = shape.match(line)
        if match:
            is_title = len(line) <= _LONGEST_HEADING and not _SENTENCE_END.search(line, match.end())
            return (BlockKind.HEADING, level) if is_title else (BlockKind.ITEM, 1)
    for level, shape in _ITEMS:
        if shape.match(line):
            return BlockKind.ITEM, level
    return BlockKind.PARAGRAPH, None


_CAPTION = re.compile(
    r"\s*[(\[]?\s*(?:bảng|biểu|phụ lục|danh sách|đvt\b|đơn vị(?: tính)?\s*:|đơn vị(?: tính)? là)", re.IGNORECASE
)
_UNIT_LINE = re.compile(r"(?:đvt|đơn vị(?: tính)?)\s*[:：]", re.IGNORECASE)
_LONGEST_CAPTION = 250


def is_caption(line: str) -> bool:
    """Whether a line names the table after it, or the unit of its numbers."""
    return len(line) <= _LONGEST_CAPTION and bool(_CAPTION.match(line) or _UNIT_LINE.search(line))
