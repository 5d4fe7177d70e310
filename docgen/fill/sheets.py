"""A workbook, a delimited text or a JSON file → the raw cells of its sheets."""

import csv
import io
import json
import math
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError
from docgen.readers.cell_formats import Looks, looks_of
from docgen.readers.text import decoded

Place = tuple[int, int]
_DELIMITERS = "\t;,|"
_SAMPLE = 20
_SHEETS = (b"PK\3\4", bytes.fromhex("d0cf11e0a1b11ae1"))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one sheet from its first row and column on; `None` where a cell is empty.

    `merged` has the first and the last place of each merged range. `is_typed` says that numbers and dates come as such.
    """

    name: str
    rows: list[list[Any]]
    merged: tuple[tuple[Place, Place], ...] = ()
    is_typed: bool = True

    def value(self, row: int, column: int) -> Any:
        """The value of a cell; `None` outside of the sheet."""
        cells = self.rows[row] if row < len(self.rows) else []
        return cells[column] if column < len(cells) else None


def cell_name(row: int, column: int) -> str:
    """The name of a cell as a workbook shows it, from 0: (16, 3) is `D17`."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def sheets_of(path: Path) -> list[Sheet]:
    """The visible sheets of a list file with something in them."""
    data = _read(path)
    if data.startswith(_SHEETS):
        return _workbook(data, path.name)
    return [_delimited(data, path)]


def objects_of(path: Path) -> list[dict[str, Any]] | None:
    """The objects of a JSON file (a list, one object, or one object a line); `None` where the file is no JSON."""
    if path.suffix.lower() not in (".json", ".jsonl", ".ndjson"):
        return None
    text = _read(path).decode("utf-8-sig", "replace")
    try:
        if path.suffix.lower() == ".json":
            found = json.loads(text, parse_float=Decimal)
        else:
            found = [json.loads(line, parse_float=Decimal) for line in text.splitlines() if line.strip()]
    except (json.JSONDecodeError, RecursionError) as fault:
        place = f"dòng {fault.lineno}" if isinstance(fault, json.JSONDecodeError) else ""
        raise _unreadable(path.name, "tệp JSON viết sai", place) from fault
    if isinstance(found, dict):
        lists = [value for value in found.values() if _is_list_of_objects(value)]
        found = lists[0] if len(found) == 1 and lists else [found]
    if not _is_list_of_objects(found):
        raise _unreadable(path.name, "tệp JSON không phải danh sách các đối tượng", "")
    return list(found)


def _is_list_of_objects(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def _read(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as fault:
        said = "đây là thư mục" if path.is_dir() else fault.strerror or ""
        raise DocgenError(
            "E204", "không đọc được danh sách", where=str(path), seen=said, hint="kiểm tra đường dẫn của danh sách"
        ) from fault
    if not data:
        raise DocgenError("E205", "danh sách rỗng", where=str(path), hint="kiểm tra lại đúng tệp cần dùng")
    return data


def _unreadable(source: str, seen: str, place: str) -> DocgenError:
    return DocgenError(
        "E204",
        "không đọc được danh sách",
        where=f"{source}, {place}" if place else source,
        seen=seen[:120],
        hint="dùng tệp .xlsx, .xls, .ods, .csv hoặc .json; nếu tệp hỏng, mở bằng Excel rồi lưu lại",
    )


def _workbook(data: bytes, source: str) -> list[Sheet]:
    import python_calamine as calamine

    try:
        looks = looks_of(data, source)
        book = calamine.load_workbook(io.BytesIO(data))
        sheets = []
        for about in book.sheets_metadata:
            if about.visible is calamine.SheetVisibleEnum.Visible and about.typ is calamine.SheetTypeEnum.WorkSheet:
                sheet = _sheet(book.get_sheet_by_name(about.name), looks)
                if any(any(value is not None for value in row) for row in sheet.rows):
                    sheets.append(sheet)
    except calamine.PasswordError as fault:
        raise _unreadable(source, "tệp được đặt mật khẩu; bỏ mật khẩu rồi lưu lại", "") from fault
    except (calamine.CalamineError, OSError, ValueError, KeyError) as fault:
        raise _unreadable(source, str(fault), "") from fault
    if not sheets:
        raise DocgenError("E205", "danh sách rỗng", where=source, hint="kiểm tra lại đúng tệp, đúng trang tính")
    return sheets


def _sheet(sheet: Any, looks: Looks) -> Sheet:
    name = sheet.name
    own = looks.cells.get(name, {})
    rows = []
    for number, values in enumerate(sheet.to_python(skip_empty_area=False) if sheet.start is not None else []):
        rows.append([_value(value, own.get((number, column))) for column, value in enumerate(values)])
    merged = tuple((tuple(first), tuple(last)) for first, last in sheet.merged_cell_ranges or [])
    return Sheet(name, rows, merged)


def _value(value: Any, look: Any) -> Any:
    """A cell's value: whole numbers whole, other numbers exact, percentages in percent, blank texts nothing."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        number = Decimal(f"{value:.15g}")
        if look is not None and look.percent:
            number *= 100
        return int(number) if number == number.to_integral_value() else number.normalize()
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    if isinstance(value, timedelta):
        return str(value)
    return value


def _delimited(data: bytes, path: Path) -> Sheet:
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _unreadable(path.name, "không phải bảng tính hay văn bản", "")
    text, _ = decoded(data, path.name)
    lines = [line for line in text.splitlines()[:_SAMPLE] if line.strip()]
    delimiter = max(
        _DELIMITERS, key=lambda mark: (min(line.count(mark) for line in lines), text.count(mark)) if lines else 0
    )
    csv.field_size_limit(1 << 27)
    try:
        rows = [[_text(each) for each in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error as fault:
        raise _unreadable(path.name, str(fault), "") from fault
    return Sheet(path.stem, rows, is_typed=False)


def _text(value: str) -> str | None:
    return value if value.strip() else None
