"""Files are written whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from docgen.errors import DocgenError


@contextmanager
def new_file(path: str | Path, *, force: bool = False) -> Iterator[Path]:
    """A temporary path beside `path`, to be written in the block; it becomes `path` when the block ends well.

    Nothing is left behind when the block fails or the process is killed by Ctrl-C. Raises `DocgenError` E401 where
    `path` exists and `force` is not given, E402 where its folder cannot be written, E403 where the disk is full.
    """
    target = Path(path)
    if os.path.exists(target) and not force:  # pathlib raises where a name is too long
        raise DocgenError(
            "E401", "tệp đã có, không ghi đè", where=str(target), hint="chọn tên khác, hoặc thêm --force để ghi đè"
        )
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".docgen-", suffix=target.suffix, dir=target.parent)
    except OSError as error:
        raise _unwritable(target, error) from error
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, target)
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(target: Path, error: OSError) -> DocgenError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DocgenError("E403", "đĩa đã đầy, chưa ghi được tệp", where=str(target), hint="dọn bớt đĩa rồi chạy lại")
    if error.errno == errno.ENAMETOOLONG:
        return DocgenError("E404", "tên tệp quá dài", where=str(target), hint="chọn tên ngắn hơn")
    return DocgenError(
        "E402",
        "không ghi được vào thư mục này",
        where=str(target.parent),
        seen=error.strerror or "",
        hint="kiểm tra quyền ghi, hoặc chọn thư mục khác",
    )
