"""Table in plain text (.csv, .tsv) → Document: the text unchanged, a block a cell."""

import re
from collections.abc import Iterator
from decimal import Decimal

from docgen.model.text import Anchor, Block, BlockKind, Cell, Document, Span, Table
from docgen.readers.text import decoded

_DELIMITERS = "\t;,|"
_SAMPLE = 20
_ENGLISH = re.compile(r"[-+]?\d+\.(?:\d{1,2}|\d{4,})")
_VIETNAMESE = re.compile(r"[-+]?\d{1,3}(?:\.\d{3}){2,}|[-+]?\d+(?:\.\d{3})*,\d+%?")
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")


def read_csv(data: bytes, source: str) -> Document:
    """The document of a delimited text. Quotation marks stay outside the blocks.

    Numbers are typed (`Cell.value`) only where the file as a whole writes them as programs do, with a decimal point.
    """
    text, notices = decoded(data, source)
    blocks: list[Block] = []
    cells: list[tuple[int, int, Anchor, tuple[int, ...]]] = []
    rows = columns = 0
    for row, column, start, end in _fields(text, _delimiter(text)):
        anchor = Anchor("body", (row, column))
        rows, columns = row + 1, max(columns, column + 1)
        if text[start:end].strip():
            cells.append((row, column, anchor, (len(blocks),)))
            blocks.append(Block(Span(start, end), anchor, BlockKind.CELL))
    is_typed = _is_typed([block.span.of(text) for block in blocks])
    made = tuple(
        Cell(row, column, anchor, own, value=_value(blocks[own[0]].span.of(text)) if is_typed else None)
        for row, column, anchor, own in cells
    )
    return Document(source, text, tuple(blocks), (Table(Anchor("body", ()), rows, columns, made),), notices)


def _delimiter(text: str) -> str:
    """The mark that cuts the first lines into the most columns, the same number in each if possible."""
    lines = [line for line in text.splitlines()[:_SAMPLE] if line.strip()]
    bare = [re.sub(r'"[^"]*"', "", line) for line in lines]

    def regularity(mark: str) -> tuple[int, int]:
        counts = [line.count(mark) for line in bare]
        return (min(counts, default=0), -_DELIMITERS.index(mark))

    return max(_DELIMITERS, key=regularity)


def _fields(text: str, mark: str) -> Iterator[tuple[int, int, int, int]]:
    """Row, column, start and end of each field."""
    field = re.compile(rf'[ ]*"(?P<quoted>(?:[^"]|"")*)"[^{re.escape(mark)}\r\n]*|(?P<bare>[^{re.escape(mark)}\r\n]*)')
    row = column = at = 0
    while at < len(text) or column:
        match = field.match(text, at)
        if match is None:
            return
        start, end = match.span("quoted" if match["quoted"] is not None else "bare")
        yield row, column, start, end
        at = match.end()
        if text.startswith(mark, at):
            column += 1
            at += 1
        else:
            row, column = row + 1, 0
            at += 2 if text.startswith("\r\n", at) else 1


def _is_typed(texts: list[str]) -> bool:
    stripped = [text.strip() for text in texts]
    return any(map(_ENGLISH.fullmatch, stripped)) and not any(map(_VIETNAMESE.fullmatch, stripped))


def _value(text: str) -> Decimal | None:
    return Decimal(text.strip()) if _NUMBER.fullmatch(text.strip()) else None
