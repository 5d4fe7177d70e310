"""TOML files → typed values, with errors that name the entry and its line."""

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from docgen.errors import DocgenError

T = TypeVar("T")


def read_toml(path: Path, shape: type[T]) -> T:
    """The file in its shape; a slip is an error that names the entry and its line."""
    try:
        text = path.read_text(encoding="utf-8")
        raw = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise DocgenError("E602", "không đọc được tệp", where=str(path), seen=str(error)) from error
    except tomllib.TOMLDecodeError as error:
        hint = "sửa lại cho đúng cú pháp TOML"
        raise DocgenError("E602", "tệp không đúng cú pháp TOML", where=str(path), seen=str(error), hint=hint) from error
    try:
        return msgspec.convert(raw, shape)
    except msgspec.ValidationError as error:
        raise _slip(path, text, raw, str(error)) from error


def _slip(path: Path, text: str, raw: dict[str, Any], said: str) -> DocgenError:
    """What msgspec said of a value, with the entry's id and line."""
    where = str(path)
    if place := re.search(r"\$\.(\w+)(?:\[(\d+)\])?", said):
        table, index = place.group(1), int(place.group(2) or 0)
        where = f"{path}, {entry_line(text, table, index)}"
        entries = raw.get(table)
        if isinstance(entries, list) and index < len(entries) and isinstance(entries[index], dict):
            where += f" «{entries[index].get('id', '?')}»"
    if unknown := re.search(r"unknown field `(\w+)`", said):
        return DocgenError(
            "E603", "có mục không được dùng ở đây", where=where, seen=unknown.group(1), hint="xoá mục này"
        )
    if missing := re.search(r"missing required field `(\w+)`", said):
        return DocgenError(
            "E603", "thiếu một mục bắt buộc", where=where, seen=said, hint=f"thêm «{missing.group(1)} = …»"
        )
    return DocgenError("E603", "giá trị không đúng kiểu", where=where, seen=said)


def entry_line(text: str, table: str, index: int) -> str:
    """Where the `index`th table of that name begins: `dòng 12`."""
    heads = list(re.finditer(rf"^\s*\[+{table}\]", text, re.MULTILINE))
    return f"dòng {text.count(chr(10), 0, heads[index].end()) + 1}" if index < len(heads) else f"[{table}]"
