"""A user's own template, examined: all its faults, the fields it needs, and which of them the list has."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import nodes

from docgen.fill.compiling import alone
from docgen.fill.contexts import Contexts
from docgen.fill.expression import find
from docgen.fill.fields import Field, Form
from docgen.fill.problems import Problem, TemplateError
from docgen.fill.rows import Rows
from docgen.fill.sandbox import COUNTED
from docgen.fill.tags import Place, Tag
from docgen.fill.template import Template
from docgen.knowledge.match import nearest

# Filters whose result has the same items as what they are given.
_KEEPS_ITEMS = frozenset(
    {COUNTED, "list", "sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr", "default"}
)


@dataclass(frozen=True, slots=True)
class Need:
    """A field the template asks for: where first, what fills it (`None`: nothing does), the nearest name there is.

    `columns` are what the template takes of each item of a list.
    """

    name: str
    place: Place
    tag: str
    filled_by: str | None = None
    near: str = ""
    columns: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The name as people write it."""
        return self.name.replace("_", " ") if not self.name.isascii() else self.name


@dataclass(frozen=True, slots=True)
class Examination:
    """What there is to say of a template; `unused` are the names on offer that it does not use."""

    source: str
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    unused: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether the template can be poured with what is on offer."""
        return not self.problems


def examine(path: str | Path, *, rows: Rows | None = None, form: Form | None = None) -> Examination:
    """The examination of a template against a list, a form, or nothing but itself.

    Against a list or a form, a field that nothing fills is a problem E319. Raises `DocgenError` E300 to E303 where the
    file is no Word file.
    """
    try:
        template = Template.compile(path)
    except TemplateError as fault:
        return Examination(fault.source, fault.problems)
    offered = _offered(rows, form)
    needs = tuple(_needs(template, offered or ()))
    problems = [_unfilled(need) for need in needs if need.filled_by is None] if offered is not None else []
    problems += _wrong_columns(needs, form)
    used = {need.filled_by for need in needs}
    unused = tuple(name for name in offered or () if name not in used)
    return Examination(template.source, tuple(problems), template.notices, needs, unused)


def _offered(rows: Rows | None, form: Form | None) -> Sequence[str] | None:
    if form is not None:
        return [each.id for each in form.fields]
    return rows.heads if rows is not None else None


def _needs(template: Template, offered: Sequence[str]) -> Iterator[Need]:
    columns = _columns(template)
    for name in template.fields:
        tag = next(
            (tag for part in template.parts for tag in part.tags if tag.written and name in _names(tag, template)), None
        )
        place, written = (tag.place, tag.written) if tag else (Place(""), "")
        near = nearest(name.replace("_", " "), [each.replace("_", " ") for each in offered], least=60)
        index = [each.replace("_", " ") for each in offered].index(near[0][0]) if near else -1
        found = find(name, offered)
        yield Need(name, place, written, found, offered[index] if near else "", tuple(columns.get(name, ())))


def _names(tag: Tag, template: Template) -> set[str]:
    source = alone(tag)
    if source is None:
        return set()
    return {node.name for node in template.environment.parse(source).find_all(nodes.Name) if node.ctx == "load"}


def _columns(template: Template) -> dict[str, list[str]]:
    """What the template takes of the items of each field that it loops over."""
    found: dict[str, list[str]] = {}
    for part in template.parts:
        for loop in template.environment.parse(part.source).find_all(nodes.For):
            field: nodes.Node | None = loop.iter
            while isinstance(field, nodes.Filter) and field.name in _KEEPS_ITEMS:
                field = field.node
            if not isinstance(loop.target, nodes.Name) or not isinstance(field, nodes.Name):
                continue
            taken = found.setdefault(field.name, [])
            for node in (each for body in loop.body for each in body.find_all(nodes.Getattr)):
                if isinstance(node.node, nodes.Name) and node.node.name == loop.target.name:
                    taken += [node.attr] if node.attr not in taken else []
    return found


def _unfilled(need: Need) -> Problem:
    hint = f"có phải là «{need.near}» không?" if need.near else f"thêm cột «{need.shown}» vào danh sách"
    return Problem("E319", f"không có gì điền vào trường «{need.shown}»", need.place, need.tag, hint)


def _wrong_columns(needs: Sequence[Need], form: Form | None) -> list[Problem]:
    problems = []
    for need in needs:
        own = form.field(need.filled_by) if form is not None and need.filled_by else None
        if own is None or not own.column:
            continue
        known = [name for column in own.column for name in column.names]
        for name in need.columns:
            if find(name, known) is None:
                near = nearest(name.replace("_", " "), [column.id for column in own.column], least=50)
                hint = f"có phải là «{near[0][0]}» không?" if near else f"các cột: {_listed(own)}"
                message = f"bảng «{own.label}» không có cột «{name}»"
                problems.append(Problem("E319", message, need.place, need.tag, hint))
    return problems


def _listed(own: Field) -> str:
    return ", ".join(column.id for column in own.column)


def problems_of_rows(template: Template, contexts: Contexts) -> list[str]:
    """What goes wrong when each row of a list is poured, with the number of the row; nothing is written."""
    from docgen.errors import DocgenError

    problems = []
    for context in contexts:
        problems += [str(each) for each in context.problems]
        try:
            template.texts(context.values)
        except DocgenError as fault:
            problems.append(f"dòng {context.number}: {fault}")
    return problems
