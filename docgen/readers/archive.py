"""Bytes of a zip package → its members, within limits that no honest file meets."""

import io
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property

from docgen.errors import DocgenError

MOST_MEMBERS = 20_000
MOST_BYTES = 4 << 30  # of all members together; photographs are large, but they are never unpacked here
MOST_BYTES_READ = 64 << 20  # of one member that is unpacked into memory
BOMB_BYTES = 16 << 20  # from here on a member must not be packed tighter than BOMB_RATIO
BOMB_RATIO = 200  # Word's XML packs 10 to 40 times, zeros 1,000 times

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


@dataclass(frozen=True)
class Archive:
    """The members of a zip package by name; each is unpacked when it is asked for."""

    source: str
    data: bytes

    @cached_property
    def _zip(self) -> zipfile.ZipFile:
        try:
            opened = zipfile.ZipFile(io.BytesIO(self.data))
        except _BROKEN as fault:
            raise self._broken() from fault
        self._weigh(opened.infolist())
        return opened

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all members."""
        return frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """The unpacked member; `KeyError` where there is none, `DocgenError` where it is broken or too large."""
        member = self._zip.getinfo(name)
        if member.file_size > MOST_BYTES_READ:
            raise too_large(self.source, f"thành phần {name} bung ra {member.file_size >> 20} MB")
        try:
            return self._zip.read(member)
        except _BROKEN as fault:
            raise self._broken(name) from fault

    def _weigh(self, members: list[zipfile.ZipInfo]) -> None:
        if len(members) > MOST_MEMBERS:
            raise too_large(self.source, f"gói nén có {len(members)} thành phần")
        if sum(member.file_size for member in members) > MOST_BYTES:
            raise too_large(self.source, "gói nén bung ra hơn 4 GB")
        if sum(member.compress_size for member in members) > len(self.data):
            raise self._broken()
        for member in members:
            if member.file_size > BOMB_BYTES and member.file_size > BOMB_RATIO * max(member.compress_size, 1):
                raise too_large(self.source, f"thành phần {member.filename} bung ra {member.file_size >> 20} MB")

    def _broken(self, name: str = "") -> DocgenError:
        return DocgenError(
            "E106",
            "tệp hỏng: gói nén bị cắt cụt hoặc sai",
            where=f"{self.source}, thành phần {name}" if name else self.source,
            hint="mở tệp bằng Word hoặc Excel rồi lưu lại, hoặc xin lại tệp gốc từ người gửi",
        )


def too_large(source: str, seen: str) -> DocgenError:
    """The error for what unpacks beyond all measure."""
    return DocgenError(
        "E110",
        "tệp bung ra quá lớn, không giống tệp văn phòng bình thường",
        where=source,
        seen=seen,
        hint="kiểm tra nguồn gốc của tệp; nếu tệp đáng tin, hãy bỏ bớt ảnh và dữ liệu thừa rồi lưu lại",
    )
