"""A pattern with tags (`{{ so_tt }} - {{ ho_ten }}.docx`) → the name of the file of each row."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from jinja2 import TemplateSyntaxError, meta
from jinja2.exceptions import TemplateError as JinjaError

from docgen.errors import DocgenError
from docgen.fill.expression import find, with_joined_names
from docgen.fill.naming import safe_name
from docgen.fill.part import jinja
from docgen.fill.sandbox import Sandbox
from docgen.fill.tags import scan
from docgen.fill.values import Values

ORDINAL = "so_tt"


class NamePattern:
    """The compiled pattern. `so_tt` is the running number where the list has no such column."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._environment = Sandbox(Values(), "empty")
        self._environment.xml = self._environment.values.text
        source, fields = self._source(pattern)
        self._fields = fields
        self._template = self._environment.from_string(source)
        self._plan: tuple[tuple[str, ...], list[tuple[str, str]]] = ((), [])

    def _source(self, pattern: str) -> tuple[str, set[str]]:
        found, unclosed = scan(pattern)
        if unclosed:
            raise _bad(pattern, "thẻ không đóng lại")
        source = pattern
        for each in reversed(found):
            tag = each.tag
            shown = ""
            if tag and tag.kind != "comment":
                shown = jinja(replace(tag, body=with_joined_names(tag.body, is_block=tag.kind == "block")))
            source = source[: each.start] + shown + source[each.end :]
        try:
            tree = self._environment.parse(source)
            self._environment.compile(source)
        except TemplateSyntaxError as fault:
            raise _bad(pattern, str(fault.message)) from fault
        return source, meta.find_undeclared_variables(tree) - set(self._environment.globals)

    def check(self, names: Sequence[str]) -> None:
        """Raises `DocgenError` E405 where the pattern asks for what no row has."""
        from docgen.knowledge.match import nearest

        for field in sorted(self._fields - {ORDINAL}):
            if find(field, names) is None:
                near = nearest(field, names, least=50)
                hint = f"có phải là «{near[0][0]}» không?" if near else f"các cột: {', '.join(names)}"
                raise DocgenError(
                    "E405", f"tên tệp cần trường «{field}» mà danh sách không có", seen=self.pattern, hint=hint
                )

    def name(self, values: Mapping[str, Any], number: int) -> str:
        """The safe name of the file of a row, the `number`th of the list."""
        columns = tuple(values)
        if self._plan[0] != columns:
            found = ((field, find(field, columns)) for field in self._fields)
            self._plan = (columns, [(field, column) for field, column in found if column is not None])
        context = {field: _short(values[column]) for field, column in self._plan[1]}
        if not context.get(ORDINAL):
            context[ORDINAL] = f"{number:04}"
        try:
            wanted = "".join(self._template.root_render_func(self._template.new_context(context)))
        except (JinjaError, TypeError, ValueError, ArithmeticError) as fault:
            raise _bad(self.pattern, str(fault)) from fault
        return safe_name(wanted, fallback=f"{number:04}")


def _short(value: Any) -> Any:
    return value[:300] if isinstance(value, str) else value


def _bad(pattern: str, cause: str) -> DocgenError:
    return DocgenError(
        "E405", f"mẫu đặt tên tệp viết sai: {cause}", seen=pattern, hint='ví dụ đúng: "{{ so_tt }} - {{ ho_ten }}.docx"'
    )
