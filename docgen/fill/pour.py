"""A compiled template and one row → the bytes of one document.

The package is laid out once: members that never change are one block of bytes, copied as they are. Only the parts with
tags are rendered, packed and written behind it.
"""

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from time import monotonic
from typing import Any

from docgen.fill.package import Member, end_record
from docgen.fill.repair import repaired
from docgen.fill.sandbox import MOST_CHARACTERS, TooMuch
from docgen.fill.values import NEW_PARAGRAPH

LEVEL = 1
_CHUNK = 8192
MOST_SECONDS = 20.0

Render = Callable[[dict[str, Any]], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Program:
    """A part that is rendered: its name in the package, its rendering, the fences and names its repair needs."""

    name: str
    render: Render
    fences: frozenset[str]
    namespaces: Mapping[str, str]

    def text(self, context: dict[str, Any]) -> str:
        """The rendered part, sound. Stops what takes too long or grows too large."""
        stream = self.render(context)
        chunks = list(islice(stream, _CHUNK))
        if len(chunks) == _CHUNK:
            chunks = _rest(chunks, stream)
        text = "".join(chunks)
        if len(text) > MOST_CHARACTERS:
            raise TooMuch("văn bản quá dài")
        if self.fences or NEW_PARAGRAPH in text:
            return repaired(text, self.fences, self.namespaces)
        return text


def _rest(chunks: list[str], stream: Iterator[str]) -> list[str]:
    pieces = ["".join(chunks)]
    size = len(pieces[0])
    end = monotonic() + MOST_SECONDS
    while chunk := list(islice(stream, _CHUNK)):
        pieces.append("".join(chunk))
        size += len(pieces[-1])
        if size > MOST_CHARACTERS:
            raise TooMuch("văn bản quá dài")
        if monotonic() > end:
            raise TooMuch("mẫu chạy quá lâu")
    return pieces


class Layout:
    """The bytes around the rendered parts of a package."""

    def __init__(self, fixed: Sequence[Member], programs: Sequence[Program]) -> None:
        self.programs = tuple(programs)
        pieces: list[bytes] = []
        entries: list[bytes] = []
        offset = 0
        for member in fixed:
            local, central = member.headers(offset)
            pieces += (local, member.packed)
            entries.append(central)
            offset += len(local) + len(member.packed)
        self._fixed = b"".join(pieces)
        self._entries = b"".join(entries)
        self._count = len(fixed) + len(self.programs)

    def pieces(self, texts: Sequence[str]) -> list[bytes]:
        """The bytes of a document whose parts have these texts, in pieces for `writelines`."""
        out = [self._fixed]
        directory = [self._entries]
        offset = len(self._fixed)
        for program, text in zip(self.programs, texts, strict=True):
            member = packed(program.name, text.encode())
            local, central = member.headers(offset)
            out += (local, member.packed)
            directory.append(central)
            offset += len(local) + len(member.packed)
        entries = b"".join(directory)
        out += (entries, end_record(self._count, len(entries), offset))
        return out


def packed(name: str, content: bytes) -> Member:
    """The member packed fast."""
    squeeze = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    return Member(name, squeeze.compress(content) + squeeze.flush(), zlib.crc32(content), len(content))
