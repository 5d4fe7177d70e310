"""A list file → its rows, each a mapping from the head of a column to the value, with the place of every cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError
from docgen.fill.expression import key
from docgen.fill.heads import Body, body_of
from docgen.fill.sheets import Sheet, cell_name, objects_of, sheets_of

GROUP = "Nhóm"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `number` as the sheet shows it (from 1), its values by head, and the names of its cells by head."""

    number: int
    values: Mapping[str, Any]
    cells: Mapping[str, str] = field(default_factory=dict)

    def place(self, head: str = "") -> str:
        """The cell of a column, or the row: `ô D17`, `dòng 17`."""
        return f"ô {self.cells[head]}" if head in self.cells else f"dòng {self.number}"


@dataclass(slots=True)
class Rows(Sequence[Row]):
    """The rows of a list, in order. `notices` says in Vietnamese what was left out; `others` are its further sheets."""

    source: str
    sheet: str
    heads: tuple[str, ...]
    rows: Sequence[Row]
    notices: tuple[str, ...] = ()
    others: Mapping[str, "Rows"] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __getitem__(self, index: Any) -> Any:
        return self.rows[index]

    @property
    def where(self) -> str:
        """The file and the sheet in words."""
        return f"{self.source}, trang «{self.sheet}»" if self.sheet else self.source


class _Lines(Sequence[Row]):
    """The rows of a sheet, made when they are asked for, so that a long list takes little memory."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._heads = tuple(body.heads.items())
        self._has_groups = any(row.group for row in body.rows) and not any(key(h) == key(GROUP) for _, h in self._heads)

    def __len__(self) -> int:
        return len(self._body.rows)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        listed = self._body.rows[index]
        cells = listed.cells
        values = {head: cells[column] if column < len(cells) else None for column, head in self._heads}
        if self._has_groups:
            values[GROUP] = listed.group or None
        names = {head: cell_name(listed.number, column) for column, head in self._heads}
        return Row(listed.number + 1, values, names)


def read_rows(path: str | Path, sheet: str | None = None) -> Rows:
    """The rows of a list in .xlsx, .xls, .ods, .csv or .json.

    `sheet` names the sheet; without it the first sheet with heads is the list, and the others are in `others`. Raises
    `DocgenError`: E202 where no heads are found, E204 where the file cannot be read, E205 where it is empty.
    """
    path = Path(path)
    objects = objects_of(path)
    if objects is not None:
        return _of_objects(path.name, objects)
    sheets = sheets_of(path)
    read = {each.name: rows for each in sheets if (rows := _of_sheet(path.name, each)) is not None}
    if sheet is not None and sheet not in read:
        names = ", ".join(f"«{each.name}»" for each in sheets)
        raise DocgenError(
            "E202", "không có trang tính tên này, hoặc trang không có dòng tiêu đề", where=path.name, seen=sheet,
            hint=f"các trang: {names}",
        )  # fmt: skip
    if not read:
        raise _no_heads(path.name, sheets)
    chosen = sheet if sheet is not None else next((name for name, rows in read.items() if len(rows)), next(iter(read)))
    main = read.pop(chosen)
    main.others = read
    if not len(main):
        raise DocgenError(
            "E205", "danh sách chỉ có dòng tiêu đề, chưa có dòng nào", where=main.where, hint="điền ít nhất một dòng"
        )
    return main


def _of_objects(source: str, objects: list[dict[str, Any]]) -> Rows:
    if not objects:
        raise DocgenError("E205", "danh sách rỗng", where=source, hint="thêm ít nhất một đối tượng")
    heads = tuple(dict.fromkeys(name for each in objects for name in each))
    rows = [Row(number, {head: each.get(head) for head in heads}) for number, each in enumerate(objects, 1)]
    return Rows(source, "", heads, rows)


def _of_sheet(source: str, sheet: Sheet) -> Rows | None:
    body = body_of(sheet)
    if body is None:
        return None
    reasons: dict[str, list[str]] = {}
    for number, reason in body.skipped:
        reasons.setdefault(reason, []).append(str(number + 1))
    notices = [f"trang «{sheet.name}»: bỏ qua dòng {', '.join(rows[:10])} ({said})" for said, rows in reasons.items()]
    lines = _Lines(body)
    heads = tuple(body.heads.values())
    heads += (GROUP,) if lines and GROUP in lines[0].values and GROUP not in heads else ()
    return Rows(source, sheet.name if sheet.is_typed else "", heads, lines, tuple(notices))


def _no_heads(source: str, sheets: list[Sheet]) -> DocgenError:
    first = next((row for sheet in sheets for row in sheet.rows if any(value is not None for value in row)), [])
    seen = " | ".join(str(value) for value in first if value is not None)
    return DocgenError(
        "E202",
        "danh sách không có dòng tiêu đề",
        where=f"{source}, trang «{sheets[0].name}»",
        seen=seen[:100],
        hint="thêm một dòng tiêu đề ở trên, mỗi cột một tên riêng, ví dụ: Số TT | Họ và tên | Chức vụ",
    )
