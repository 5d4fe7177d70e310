"""Documents → files: whole or not at all, fast, and never in the place of a file that was there."""

import errno
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from docgen.errors import DocgenError

_PREFIX = ".docgen-"
_BINARY = getattr(os, "O_BINARY", 0)


class Writer:
    """Writes files into one folder tree. Each process has one temporary name per folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self._temporary = f"{_PREFIX}{os.getpid()}.tmp"

    def write(self, name: str, pieces: Sequence[bytes]) -> None:
        """Writes a file under the folder: to a temporary name beside it, then renamed in one step."""
        target = os.path.join(self.folder, name)
        temporary = os.path.join(os.path.dirname(target), self._temporary)
        try:
            handle = os.open(temporary, os.O_CREAT | os.O_WRONLY | os.O_TRUNC | _BINARY, 0o666)
            try:
                _write_all(handle, b"".join(pieces))
            finally:
                os.close(handle)
            os.replace(temporary, target)
        except OSError as fault:
            with suppress(OSError):
                os.unlink(temporary)
            raise unwritable(target, fault) from fault


def _write_all(handle: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(handle, view) :]


def unwritable(target: str, fault: OSError) -> DocgenError:
    """The error for a file that cannot be written."""
    if fault.errno == errno.ENOSPC:
        return DocgenError(
            "E403", "đĩa đã đầy, chưa ghi được tệp", where=target, hint="dọn bớt đĩa rồi chạy lại với --resume"
        )
    return DocgenError(
        "E402", "không ghi được tệp", where=target, seen=fault.strerror or "",
        hint="kiểm tra quyền ghi, đóng tệp đang mở trong Word, hoặc chọn thư mục khác",
    )  # fmt: skip


def sweep(folders: Sequence[Path]) -> None:
    """Removes what a killed process left under its temporary name."""
    for folder in folders:
        with suppress(OSError):
            for left in folder.glob(f"{_PREFIX}*.tmp"):
                left.unlink(missing_ok=True)
