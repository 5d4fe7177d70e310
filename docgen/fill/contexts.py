"""The rows of a list → the values that fill a form, typed and checked, with every bad cell at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from docgen.errors import DocgenError
from docgen.fill.expression import key
from docgen.fill.fields import BadValue, Field, Form, read_columns
from docgen.fill.matching import Matching, matching
from docgen.fill.rows import Row, Rows


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A cell that does not say what its field takes."""

    row: int
    where: str
    seen: str
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.where}: «{self.seen}» {self.message}; {self.hint}"


class ListError(DocgenError):
    """All bad cells of a list at once."""

    def __init__(self, source: str, problems: Sequence[CellProblem]) -> None:
        self.source, self.problems = source, tuple(problems)
        first = self.problems[0]
        message = f"danh sách có {len(self.problems)} ô sai" if len(self.problems) > 1 else f"ô {first.message}"
        super().__init__("E201", message, where=first.where, seen=first.seen, hint=first.hint)

    def __str__(self) -> str:
        if len(self.problems) == 1:
            return super().__str__()
        return "\n".join([f"{self.message} [{self.code}]", *(f"  {problem}" for problem in self.problems)])

    def __reduce__(self) -> tuple[object, ...]:
        return ListError, (self.source, self.problems)


@dataclass(frozen=True, slots=True)
class Context:
    """What one row fills a template with: the row's number, its values, and what is wrong with them."""

    number: int
    values: dict[str, Any]
    problems: tuple[CellProblem, ...] = ()


@dataclass(slots=True)
class Contexts:
    """The contexts of a list, one a row, made when they are asked for.

    Without a form the values are the list's own, by its heads.
    """

    rows: Rows
    form: Form | None = None
    matching: Matching | None = None
    _tables: dict[str, dict[Any, list[dict[str, Any]]]] = field(default_factory=dict)
    _links: dict[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Context]:
        for row in self.rows:
            yield self._context(row)

    def problems(self) -> list[CellProblem]:
        """All bad cells of the list."""
        return [problem for context in self for problem in context.problems]

    def check(self) -> None:
        """Raises `ListError` with all bad cells, if there is any."""
        found = self.problems()
        if found:
            raise ListError(self.rows.source, found)

    def _context(self, row: Row) -> Context:
        if self.form is None or self.matching is None:
            return Context(row.number, dict(row.values))
        values: dict[str, Any] = {each.id: each.read(None) for each in self.matching.absent}
        problems: list[CellProblem] = []
        for pair in self.matching.pairs:
            cell = row.values.get(pair.head)
            try:
                values[pair.field.id] = pair.field.read(cell)
                if pair.field.required and values[pair.field.id] in (None, "", []):
                    raise BadValue("để trống", f"điền «{pair.field.label}»")
            except BadValue as fault:
                values[pair.field.id] = None
                problems.append(self._problem(row, pair.head, cell, fault))
        for name, by_link in self._tables.items():
            link = self._links.get(name)
            values[name] = by_link.get(_link_key(row.values.get(link)) if link else None, [])
        for head, value in row.values.items():
            values.setdefault(head, value)
        return Context(row.number, values, tuple(problems))

    def _problem(self, row: Row, head: str, cell: Any, fault: BadValue) -> CellProblem:
        where = f"{self.rows.where}, {row.place(head)} (cột «{head}»)"
        shown = "" if cell is None else " ".join(str(cell).split())[:60]
        return CellProblem(row.number, where, shown, fault.message, fault.hint)


def contexts_of(rows: Rows, form: Form | None = None, given: Mapping[str, str] | None = None) -> Contexts:
    """The contexts of a list for a form, or for any template where `form` is `None`.

    `given` maps heads to field ids. Sheets named like a table of the form fill it. Raises `DocgenError` E203 where a
    required field has no column, E206 where it cannot be told whose the rows of a table are, `ListError` where a cell
    of a table is bad.
    """
    if form is None:
        return Contexts(rows)
    matched = matching(rows.heads, form.fields, given)
    made = Contexts(rows, form, matched)
    _read_tables(made, form, matched)
    absent = [each for each in matched.absent if each.required and each.default is None and each.id not in made._tables]
    if absent:
        raise _no_column(rows, absent, matched)
    return made


def _no_column(rows: Rows, absent: Sequence[Field], matched: Matching) -> DocgenError:
    names = ", ".join(f"«{each.label}»" for each in absent)
    unused = ", ".join(f"«{head}»" for head in matched.unused)
    hint = f'thêm cột, hoặc chỉ ra cột đang có bằng --map "TÊN CỘT={absent[0].id}"'
    return DocgenError(
        "E203",
        f"danh sách thiếu cột cho trường bắt buộc {names}",
        where=rows.where,
        seen=f"cột chưa dùng: {unused}" if unused else "",
        hint=hint,
    )


def _read_tables(made: Contexts, form: Form, matched: Matching) -> None:
    problems: list[CellProblem] = []
    for each in matched.absent:
        found = next((rows for name, rows in made.rows.others.items() if _is_sheet_of(name, each)), None)
        if each.kind != "table" or found is None:
            continue
        link = _link(made.rows, found, each)
        if link is None and len(made.rows) > 1:
            raise _no_link(found, made.rows)
        by_link: dict[Any, list[dict[str, Any]]] = {}
        for row in found:
            try:
                values = read_columns(each.column, row.values)
            except BadValue as fault:
                problems.append(CellProblem(row.number, f"{found.where}, {row.place()}", "", fault.message, fault.hint))
                continue
            by_link.setdefault(_link_key(row.values.get(link)) if link else None, []).append(values)
        made._tables[each.id] = by_link
        if link:
            made._links[each.id] = next(head for head in made.rows.heads if key(head) == key(link))
    if problems:
        raise ListError(made.rows.source, problems)


def _is_sheet_of(name: str, own: Field) -> bool:
    return any(key(name) == key(each[:31]) or key(name) == key(each) for each in own.names)


def _link(main: Rows, other: Rows, own: Field) -> str | None:
    """The column that both sheets have and the table itself has no use for."""
    columns = {key(name) for column in own.column for name in column.names}
    heads = {key(head) for head in main.heads}
    return next((head for head in other.heads if key(head) in heads and key(head) not in columns), None)


def _link_key(value: Any) -> str:
    return key(str(value)) if value is not None else ""


def _no_link(other: Rows, main: Rows) -> DocgenError:
    return DocgenError(
        "E206",
        "không biết các hàng của bảng thuộc về dòng nào của danh sách",
        where=other.where,
        hint=f"thêm vào trang này một cột trùng tên với cột của danh sách, ví dụ «{main.heads[0]}»",
    )
