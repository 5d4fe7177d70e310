"""A form's `fields.toml` → its fields: what each is called, what it takes, and the value that a cell says."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError
from docgen.fill.dates import NotADate, date_of
from docgen.fill.expression import key
from docgen.fill.filters import NotANumber, number_of
from docgen.fill.values import Values
from docgen.knowledge.toml import read_toml

KINDS = ("text", "name", "number", "money", "percent", "date", "year", "choice", "flag", "table")
_YES = frozenset({"x", "v", "có", "đúng", "1", "true", "yes", "co", "✓", "✔", "☑", "☒"})
_NO = frozenset({"", "không", "sai", "0", "false", "no", "khong", "-"})
_YEAR_ALONE = re.compile(r"(?:\d{1,2}\s*/\s*)?(?:19|20)\d\d")
_WRITTEN = Values()


class BadValue(ValueError):
    """A cell does not say what its field takes: the cause and the cure in Vietnamese."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form. `column` has the columns of a table."""

    id: str
    label: str
    kind: str = "text"
    required: bool = False
    aliases: tuple[str, ...] = ()
    example: str = ""
    source: str = ""
    default: Any = None
    choices: tuple[str, ...] = ()
    column: tuple["Field", ...] = ()

    @property
    def columns(self) -> tuple["Field", ...]:
        """The columns of a table."""
        return self.column

    @property
    def names(self) -> tuple[str, ...]:
        """All names the field goes by."""
        return (self.label, self.id, *self.aliases)

    def read(self, value: Any) -> Any:
        """The value that a cell says; `BadValue` where it is not of the field's kind."""
        if value is None or (isinstance(value, str) and not value.strip()):
            return self._absent()
        return _READERS[self.kind](self, value)

    def _absent(self) -> Any:
        if self.default is not None:
            return _READERS[self.kind](self, self.default)
        return {"table": [], "flag": False}.get(self.kind)


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its short name, its title, where its layout is from, whether that was verified, and its fields."""

    slug: str
    title: str
    fields: tuple[Field, ...]
    source: str = ""
    verified: bool = False
    folder: Path = Path()

    @property
    def template(self) -> Path:
        """The Word file of the form."""
        return self.folder / "mau.docx"

    def field(self, name: str) -> Field | None:
        """The field of that id."""
        return next((each for each in self.fields if each.id == name), None)


@dataclass(frozen=True)
class _Head:
    slug: str
    title: str
    source: str = ""
    verified: bool = False


@dataclass(frozen=True)
class _File:
    form: _Head
    field: list[Field] = field(default_factory=list)


def load_form(folder: str | Path) -> Form:
    """The form in a folder with `fields.toml` and `mau.docx`. Raises `DocgenError` E602, E603 with the line."""
    folder = Path(folder)
    path = folder / "fields.toml"
    read = read_toml(path, _File)
    _check(path, read.field)
    head = read.form
    return Form(head.slug, head.title, tuple(read.field), head.source, head.verified, folder)


def _check(path: Path, fields: Sequence[Field]) -> None:
    seen: set[str] = set()
    for each in fields:
        if each.kind not in KINDS:
            raise _slip(path, each, f"kind = «{each.kind}»", f"dùng một trong: {', '.join(KINDS)}")
        if each.id in seen:
            raise _slip(path, each, "id trùng", "đặt id riêng cho mỗi trường")
        if each.kind == "table" and not each.column:
            raise _slip(path, each, "bảng không có cột", "thêm [[field.column]]")
        if each.kind == "choice" and not each.choices:
            raise _slip(path, each, "không có lựa chọn", 'thêm choices = ["…", "…"]')
        seen.add(each.id)
        _check(path, each.column)


def _slip(path: Path, slipped: Field, seen: str, hint: str) -> DocgenError:
    return DocgenError("E603", "trường của mẫu khai sai", where=f"{path}, trường «{slipped.id}»", seen=seen, hint=hint)


def _text(own: Field, value: Any) -> str:
    return _WRITTEN.text(value).strip()


def _name(own: Field, value: Any) -> str:
    return " ".join(_WRITTEN.text(value).split())


def _number(own: Field, value: Any) -> Any:
    try:
        return number_of(value)
    except NotANumber as fault:
        raise BadValue("không phải là số", f"sửa thành số, ví dụ «{own.example or '1.234'}»") from fault


def _money(own: Field, value: Any) -> Any:
    if isinstance(value, str):
        value = re.sub(r"\s*(?:đồng|đ|vnđ|vnd)\.?$", "", value.strip(), flags=re.IGNORECASE)
    try:
        return number_of(value)
    except NotANumber as fault:
        raise BadValue("không đọc được số tiền", f"sửa thành số tiền, ví dụ «{own.example or '1.200.000'}»") from fault


def _date(own: Field, value: Any) -> Any:
    if isinstance(value, int) and 1900 <= value <= 2100:
        return str(value)
    if isinstance(value, str) and _YEAR_ALONE.fullmatch(value.strip()):
        return value.strip()
    try:
        if isinstance(value, int | float):
            raise NotADate(value)
        return date_of(value).date()
    except NotADate as fault:
        raise BadValue("không phải là ngày", "ghi ngày/tháng/năm, ví dụ «05/01/2026»") from fault


def _year(own: Field, value: Any) -> int:
    text = re.sub(r"^\s*năm\s+", "", _WRITTEN.text(value), flags=re.IGNORECASE).strip()
    if not re.fullmatch(r"(?:19|20)\d\d", text):
        raise BadValue("không phải là năm", "ghi năm bằng bốn chữ số, ví dụ «2026»")
    return int(text)


def _choice(own: Field, value: Any) -> str:
    wanted = key(_WRITTEN.text(value))
    found = next((choice for choice in own.choices if key(choice) == wanted), None)
    if found is None:
        raise BadValue("không phải một trong các lựa chọn", f"chọn một trong: {', '.join(own.choices)}")
    return found


def _flag(own: Field, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    said = _WRITTEN.text(value).strip().casefold()
    if said in _YES or said in _NO:
        return said in _YES
    raise BadValue("không phải có hay không", "đánh dấu «x» nếu có, để trống nếu không")


def _table(own: Field, value: Any) -> list[dict[str, Any]]:
    """The rows of a table: objects, or lines whose columns are parted by `|`."""
    if isinstance(value, str):
        names = [each.id for each in own.column]
        lines = [line.split("|") for line in value.splitlines() if line.strip()]
        if any(len(line) > len(names) for line in lines):
            labels = " | ".join(each.label for each in own.column)
            raise BadValue("thừa cột", f"mỗi dòng một hàng, các cột cách nhau bằng dấu |: {labels}")
        value = [dict(zip(names, line, strict=False)) for line in lines]
    if not isinstance(value, list) or not all(isinstance(each, Mapping) for each in value):
        raise BadValue("không phải là bảng", "ghi ở một trang tính riêng mang tên của bảng")
    return [read_columns(own.column, each) for each in value]


def read_columns(columns: Iterable[Field], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of the columns, each found by any of its names."""
    by_key = {key(name): value for name, value in values.items()}
    found: dict[str, Any] = {}
    for column in columns:
        given = next((by_key[key(name)] for name in column.names if key(name) in by_key), None)
        try:
            found[column.id] = column.read(given)
        except BadValue as fault:
            raise BadValue(f"cột «{column.label}» {fault.message}", fault.hint) from fault
    return found


_READERS: dict[str, Callable[[Field, Any], Any]] = {
    "text": _text,
    "name": _name,
    "number": _number,
    "percent": _number,
    "money": _money,
    "date": _date,
    "year": _year,
    "choice": _choice,
    "flag": _flag,
    "table": _table,
}
