"""Jinja sources of parts → their problems, their fields and their compiled programs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from time import monotonic
from typing import Any

from jinja2 import TemplateSyntaxError, meta, nodes

from docgen.fill import pour
from docgen.fill.part import PartSource, jinja
from docgen.fill.pour import Program
from docgen.fill.problems import Problem
from docgen.fill.sandbox import Sandbox
from docgen.fill.structure import PAIRS
from docgen.fill.tags import Place, Tag
from docgen.fill.values import Values
from docgen.knowledge.match import nearest


def environment(
    missing: str = "error", decimal: str = ",", filters: Mapping[str, Callable[..., Any]] | None = None
) -> Sandbox:
    """The environment of one template."""
    return Sandbox(Values(decimal), missing, filters)


def problems_of(parts: Sequence[PartSource], env: Sandbox) -> list[Problem]:
    """All problems of all parts, in reading order: those found in the tree, then those of each tag's own text."""
    problems: list[Problem] = []
    for part in parts:
        found = list(part.problems)
        for tag in part.tags:
            found += _of_tag(tag, env)
        if not found:
            found += _of_whole(part, env)
        problems += sorted(found, key=lambda each: each.place.paragraph)
    return problems


def _of_tag(tag: Tag, env: Sandbox) -> list[Problem]:
    if tag.kind not in ("value", "block") or not tag.written:
        return []
    source = alone(tag)
    if source is None:
        return []
    if tag.kind == "value" and not tag.body:
        return [Problem("E311", "thẻ để trống", tag.place, tag.written, "ghi tên trường vào giữa hai dấu ngoặc")]
    try:
        tree = env.parse(source)
    except TemplateSyntaxError as fault:
        return [Problem("E311", f"thẻ viết sai: {_cause(fault)}", tag.place, tag.written, _cure(tag))]
    return list(_unknown_names(tree, tag, env))


def alone(tag: Tag) -> str | None:
    """The tag with what makes a whole template of it; `None` for tags that have no text of their own."""
    statement = tag.statement
    if tag.kind == "value":
        return jinja(tag)
    if statement in ("elif",):
        return _block("if x") + jinja(tag) + _block("endif")
    if statement in PAIRS.values() and statement != "raw":
        closed = statement == "set" and "=" in tag.body
        return jinja(tag) + ("" if closed else _block(f"end{statement}"))
    return None


def _block(body: str) -> str:
    return jinja(Tag("block", body, ""))


def _unknown_names(tree: nodes.Template, tag: Tag, env: Sandbox) -> Iterator[Problem]:
    for kind, node_type, known in (
        ("bộ lọc", nodes.Filter, env.filters),
        ("phép thử", nodes.Test, env.tests),
    ):
        for node in tree.find_all(node_type):
            name = node.name
            if name not in known:
                near = nearest(name, known, least=60)
                hint = f"có phải là «{near[0][0]}» không?" if near else "xem danh sách bộ lọc trong hướng dẫn"
                yield Problem("E318", f"không có {kind} «{name}»", tag.place, tag.written, hint)


def _of_whole(part: PartSource, env: Sandbox) -> list[Problem]:
    try:
        env.compile(part.source)
    except TemplateSyntaxError as fault:
        line = max((line for line in part.lines if line <= fault.lineno), default=0)
        tag = part.lines.get(line)
        place, written = (tag.place, tag.written) if tag else (Place(part.name), "")
        return [Problem("E311", f"thẻ viết sai: {_cause(fault)}", place, written, "xem lại cách viết của thẻ")]
    return []


_CAUSES = (
    ("unexpected end of template", "thiếu phần cuối"),
    ("unexpected end of", "thiếu phần cuối"),
    ("unexpected char", "có ký tự lạ"),
    ("expected token", "sai chỗ"),
    ("got", "thừa hoặc thiếu từ"),
    ("Can't assign", "không gán được cho tên này"),
)


def _cause(fault: TemplateSyntaxError) -> str:
    message = str(fault.message)
    said = next((vietnamese for english, vietnamese in _CAUSES if english in message), "không hiểu được")
    return f"{said} ({message})"


def _cure(tag: Tag) -> str:
    if tag.kind == "value":
        return "ghi tên trường, hoặc tên trường | bộ lọc; tên cột có dấu câu thì đổi dấu câu thành khoảng trắng"
    return "ví dụ đúng: {%tr for người in danh_sách %} … {%tr endfor %}, {%p if số > 0 %} … {%p endif %}"


def program(part: PartSource, env: Sandbox) -> Program:
    """The compiled part."""
    compiled = env.from_string(part.source)
    render, new_context = compiled.root_render_func, compiled.new_context

    def stream(values: dict[str, Any]) -> Iterator[str]:
        env.serial = count(1)
        env.deadline = monotonic() + pour.MOST_SECONDS
        return render(new_context(values))

    return Program(part.name, stream, part.fences, part.namespaces)


def fields_of(parts: Sequence[PartSource], env: Sandbox) -> tuple[str, ...]:
    """The names the template asks a row for, in the order in which they are met."""
    wanted: dict[str, None] = {}
    for part in parts:
        undeclared = meta.find_undeclared_variables(env.parse(part.source)) - set(env.globals)
        for tag in part.tags:
            for name in _names(tag, env):
                if name in undeclared:
                    wanted.setdefault(name)
        for name in sorted(undeclared):
            wanted.setdefault(name)
    return tuple(wanted)


def _names(tag: Tag, env: Sandbox) -> list[str]:
    source = alone(tag)
    if source is None:
        return []
    return [node.name for node in env.parse(source).find_all(nodes.Name) if node.ctx == "load"]
