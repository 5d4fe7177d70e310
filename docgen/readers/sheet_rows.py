"""Bytes of a workbook → the rows of its sheets. The only import of python_calamine.

A damaged .xls can make the library end the whole process; it is therefore read in a process of its own.
"""

import io
import pickle
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from docgen.errors import DocgenError
from docgen.readers.sniff import OLE, encrypted

SECONDS = 60
_MOST_MEMORY = 2 << 30
_PASSWORD = 3  # what the child ends with where the workbook is under a password


@dataclass(frozen=True, slots=True)
class SheetRows:
    """One sheet: the values of its cells from the upper left corner, `""` where blank, and its merged ranges."""

    name: str
    is_visible: bool
    rows: list[list[Any]]
    merged: list[tuple[tuple[int, int], tuple[int, int]]]


def sheets_of(data: bytes, source: str) -> list[SheetRows]:
    """The sheets with cells, in their order; chart and macro sheets are none."""
    if data.startswith(OLE):
        return _from_child(data, source)
    import python_calamine as calamine

    try:
        return _sheets(data)
    except calamine.PasswordError as fault:
        raise encrypted(source) from fault
    except (calamine.CalamineError, OSError, ValueError, OverflowError) as fault:
        raise _broken(source, str(fault)) from fault
    except BaseException as fault:  # a panic of the Rust library is no Exception
        if type(fault).__name__ != "PanicException":
            raise
        raise _broken(source, str(fault)) from None


def _sheets(data: bytes) -> list[SheetRows]:
    import python_calamine as calamine

    workbook = calamine.load_workbook(io.BytesIO(data))
    found = []
    for entry in workbook.sheets_metadata:
        if entry.typ is calamine.SheetTypeEnum.WorkSheet:
            sheet = workbook.get_sheet_by_name(entry.name)
            rows = [] if sheet.start is None else sheet.to_python(skip_empty_area=False)
            is_visible = entry.visible is calamine.SheetVisibleEnum.Visible
            found.append(SheetRows(entry.name, is_visible, rows, list(sheet.merged_cell_ranges or [])))
    return found


def _from_child(data: bytes, source: str) -> list[SheetRows]:
    code = f"import sys; sys.path[:] = {sys.path!r}; from docgen.readers.sheet_rows import serve; serve()"
    try:
        run = subprocess.run(  # noqa: S603
            [sys.executable, "-c", code], input=data, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as fault:
        raise _broken(source, "đọc quá lâu") from fault
    if run.returncode == _PASSWORD:
        raise encrypted(source)
    if run.returncode:
        raise _broken(source, "")
    found: list[SheetRows] = pickle.loads(run.stdout)  # noqa: S301 (written by `serve`, our own child)
    return found


def serve() -> None:
    """Reads a workbook from standard input and writes its pickled sheets; the child's side of `sheets_of`."""
    import python_calamine as calamine

    try:
        import resource
    except ImportError:  # Windows has no such limits
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    try:
        found = _sheets(sys.stdin.buffer.read())
    except calamine.PasswordError:
        sys.exit(_PASSWORD)
    sys.stdout.buffer.write(pickle.dumps(found))


def _broken(source: str, seen: str) -> DocgenError:
    return DocgenError(
        "E117",
        "bảng tính hỏng, không đọc được",
        where=source,
        seen=seen[:120],
        hint="mở tệp bằng Excel (chọn sửa chữa nếu được hỏi) rồi lưu lại thành .xlsx",
    )
