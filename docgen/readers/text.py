"""Plain text → Document."""

import re

from docgen.model.text import Anchor, Block, Document, Span

_LINE = re.compile(r"[^\r\n]*[^\s][^\r\n]*")


def document_of(text: str, source: str = "-") -> Document:
    """The document of a decoded text: the text unchanged, and a block for each line that is not blank."""
    starts = [match.span() for match in _LINE.finditer(text)]
    blocks, line, seen = [], 0, 0
    for start, end in starts:
        line += text.count("\n", seen, start)
        seen = start
        blocks.append(Block(Span(start, end), Anchor("body", (line,))))
    return Document(source, text, tuple(blocks))
