"""Many rows → one Word file with a section a row, each with its own headers, footers, notes, links and numbering."""

import os
import re
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from docgen.atomic import new_file
from docgen.errors import DocgenError
from docgen.fill.contexts import Context
from docgen.fill.package import Member, end_record
from docgen.fill.pour import LEVEL, packed
from docgen.fill.sections import BODY, BOOKMARK, Record, Setting
from docgen.fill.template import Template


def merge(template: Template, contexts: Iterable[Context], out: str | Path, *, force: bool = False) -> int:
    """Writes one document of all rows to `out`, in time that grows with the rows alone; gives their number.

    Each row begins on a new page with page number 1 and its lists from the start; what differs from row to row in
    headers, footers, notes and links is kept apart. Raises `DocgenError` E401 where `out` exists and `force` is not
    given, `PourError` where a row cannot be filled.
    """
    with new_file(out, force=force) as temporary, open(temporary, "wb") as file:
        return _Merged(template, file).write(contexts)


class _Merged:
    """A merged document while it is written: the body goes straight to the file, everything else behind it."""

    def __init__(self, template: Template, file: BinaryIO) -> None:
        self._template = template
        self._file = file
        self._setting = Setting(template)
        self._members: list[tuple[Member, int, int]] = []
        self._extra: dict[str, bytes] = {}

    def write(self, contexts: Iterable[Context]) -> int:
        """Writes the document of the contexts."""
        count = self._write_body(contexts)
        if not count:
            raise DocgenError("E205", "danh sách rỗng, không có gì để gộp", hint="kiểm tra lại danh sách")
        for name, text in {**self._setting.shared_parts(), **self._extra}.items():
            self._add(packed(name, text))
        directory = self._file.tell()
        for member, offset, length in self._members:
            self._file.write(member.headers(offset, length)[1])
        size = self._file.tell() - directory
        self._file.write(end_record(len(self._members), size, directory))
        if len(self._members) > 65_000 or directory + size > 0xFFFF0000:
            raise DocgenError("E403", "tệp gộp quá lớn", hint="chia danh sách thành nhiều phần rồi gộp từng phần")
        return count

    def _add(self, member: Member) -> None:
        offset = self._file.tell()
        self._file.write(member.headers(offset)[0])
        self._file.write(member.packed)
        self._members.append((member, offset, len(member.packed)))

    def _write_body(self, contexts: Iterable[Context]) -> int:
        for member in self._template.fixed:
            if member.name not in self._setting.rewritten:
                self._add(member)
        stream = _Stream(self._file, BODY)
        count = 0
        pending: Record | None = None
        for count, context in enumerate(contexts, 1):
            try:
                texts = dict(zip(self._template.programs, self._template.texts(context.values), strict=True))
            except DocgenError as fault:
                fault.where = f"dòng {context.number}, {fault.where}"
                raise
            record = self._setting.record(count, texts)
            if pending is None:
                stream.write(record.head)
            else:
                stream.write(pending.content(is_last=False))
            self._extra.update(record.parts)
            pending = record
        if pending is not None:
            stream.write(pending.content(is_last=True))
            stream.write(pending.tail)
        self._members.append((stream.close(), stream.offset, stream.length))
        return count


class _Stream:
    """One member of a zip that is packed while it is made; its header is filled in at the end."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file, self._name = file, name
        self.offset = file.tell()
        self._squeeze = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
        self._crc = self._size = self.length = 0
        file.write(Member(name, b"", 0, 0).headers(0)[0])
        self._start = file.tell()

    def write(self, text: str) -> None:
        """Adds text to the member."""
        content = text.encode()
        self._crc = zlib.crc32(content, self._crc)
        self._size += len(content)
        self._file.write(self._squeeze.compress(content))

    def close(self) -> Member:
        """The member as the directory needs it, without its content."""
        self._file.write(self._squeeze.flush())
        self.length = self._file.tell() - self._start
        member = Member(self._name, b"", self._crc, self._size)
        self._file.seek(self.offset)
        self._file.write(member.headers(0, self.length)[0])
        self._file.seek(0, os.SEEK_END)
        return member


def record_of(name: str) -> int | None:
    """The number of the row whose place in a merged file a bookmark marks; `None` for other bookmarks."""
    match = re.fullmatch(rf"{BOOKMARK}(\d+)", name)
    return int(match.group(1)) if match else None
