"""Bytes of a Word file → its members as they lie in the zip, ready to be copied without unpacking."""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass, field

from docgen.errors import DocgenError
from docgen.readers.archive import Archive

CONTENT_TYPES = "[Content_Types].xml"
MOST_XML_BYTES = 64 << 20

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_UTF8_FLAG = 0x800
_EPOCH_DATE = 0x21  # 1980-01-01: the same data give the same bytes
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_SAFE_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a zip as it is stored: packed bytes with what the directory says of them."""

    name: str
    packed: bytes
    crc: int
    size: int
    method: int = zipfile.ZIP_DEFLATED

    def unpacked(self) -> bytes:
        """The content, never more than the directory promised."""
        if self.method == zipfile.ZIP_STORED:
            return self.packed
        return zlib.decompressobj(-15).decompress(self.packed, self.size + 1)

    def headers(self, offset: int, length: int | None = None) -> tuple[bytes, bytes]:
        """The local header and the entry of the central directory for a member that begins at `offset`.

        `length` is that of the packed bytes where they are in the file already and not in `packed`.
        """
        name = self.name.encode()
        flags = 0 if self.name.isascii() else _UTF8_FLAG
        numbers = (self.method, 0, _EPOCH_DATE, self.crc, len(self.packed) if length is None else length, self.size)
        local = _LOCAL.pack(b"PK\3\4", 20, flags, *numbers, len(name), 0) + name
        central = _CENTRAL.pack(b"PK\1\2", 20, 0, 20, 0, flags, *numbers, len(name), 0, 0, 0, 0, 0, offset) + name
        return local, central


def member_of(name: str, content: bytes, level: int = 6) -> Member:
    """A member packed from its content."""
    squeeze = zlib.compressobj(level, zlib.DEFLATED, -15)
    return Member(name, squeeze.compress(content) + squeeze.flush(), zlib.crc32(content), len(content))


def end_record(members: int, directory_size: int, directory_offset: int) -> bytes:
    """The record that closes a zip of fewer than 65,535 members and 4 GB."""
    return _END.pack(b"PK\5\6", 0, 0, members, members, directory_size, directory_offset, 0)


def joined(members: list[Member]) -> bytes:
    """A whole zip of these members."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        local, central = member.headers(offset)
        pieces += (local, member.packed)
        directory.append(central)
        offset += len(local) + len(member.packed)
    entries = b"".join(directory)
    return b"".join([*pieces, entries, end_record(len(members), len(entries), offset)])


@dataclass(slots=True)
class Package:
    """The members of a Word file by name, and what had to be said about it (`notices`, in Vietnamese)."""

    source: str
    members: dict[str, Member]
    notices: list[str] = field(default_factory=list)

    def content(self, name: str) -> bytes:
        """The unpacked content of a member."""
        member = self.members[name]
        if member.size > MOST_XML_BYTES:
            raise _broken(self.source, f"thành phần {name} bung ra {member.size >> 20} MB")
        try:
            content = member.unpacked()
        except zlib.error as fault:
            raise _broken(self.source, f"thành phần {name} không giải nén được") from fault
        if len(content) != member.size or zlib.crc32(content) != member.crc:
            raise _broken(self.source, f"thành phần {name} sai mã kiểm tra")
        return content

    def replace(self, name: str, content: bytes) -> None:
        """Put new content in the place of a member."""
        self.members[name] = member_of(name, content)


def open_package(data: bytes, source: str) -> Package:
    """The package in `data`. Of two members of one name the last is kept, as zip readers do, and it is said."""
    _refuse_other_kinds(data, source)
    archive = Archive(source, data)
    if CONTENT_TYPES not in archive.names:
        raise _not_word(source, "gói nén không có [Content_Types].xml")
    package = Package(source, {})
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        for info in opened.infolist():
            if info.is_dir():
                continue
            if info.filename in package.members:
                package.notices.append(f"gói nén có hai thành phần cùng tên {info.filename}; chỉ giữ bản sau cùng")
                del package.members[info.filename]
            package.members[info.filename] = _member(opened, info, data, source)
    return package


def _member(opened: zipfile.ZipFile, info: zipfile.ZipInfo, data: bytes, source: str) -> Member:
    if info.flag_bits & 1:
        raise _encrypted(source)
    if info.compress_type not in _SAFE_METHODS:
        return member_of(info.filename, opened.read(info))
    head = data[info.header_offset : info.header_offset + 30]
    if len(head) < 30 or head[:4] != b"PK\3\4":
        raise _broken(source, f"thành phần {info.filename} không có ở chỗ đã ghi")
    start = info.header_offset + 30 + sum(struct.unpack("<2H", head[26:30]))
    packed = data[start : start + info.compress_size]
    if len(packed) != info.compress_size:
        raise _broken(source, f"thành phần {info.filename} bị cắt cụt")
    return Member(info.filename, packed, info.CRC, info.file_size, info.compress_type)


def _refuse_other_kinds(data: bytes, source: str) -> None:
    if data[:4] == b"PK\3\4":
        return
    if not data:
        raise _not_word(source, "tệp rỗng")
    if data[:8] == _OLE:
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise _encrypted(source)
        raise _not_word(source, "tệp là Word 97-2003 (.doc) dù tên là .docx")
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype html", b"<?xml")):
        raise _not_word(source, "tệp là trang web hoặc XML đổi tên")
    if start.startswith(b"{\\rtf"):
        raise _not_word(source, "tệp là RTF đổi tên")
    raise _not_word(source, "tệp không phải gói nén")


def _not_word(source: str, seen: str) -> DocgenError:
    return DocgenError(
        "E301",
        "mẫu không phải tệp Word .docx",
        where=source,
        seen=seen,
        hint="mở mẫu bằng Word hoặc LibreOffice rồi lưu lại thành Word Document (.docx)",
    )


def _encrypted(source: str) -> DocgenError:
    return DocgenError(
        "E302",
        "mẫu được đặt mật khẩu",
        where=source,
        hint="mở mẫu bằng Word, bỏ mật khẩu (Tệp › Thông tin), rồi lưu lại",
    )


def _broken(source: str, seen: str) -> DocgenError:
    return DocgenError(
        "E303", "mẫu bị hỏng", where=source, seen=seen, hint="mở mẫu bằng Word rồi lưu lại, hoặc lấy lại tệp gốc"
    )
