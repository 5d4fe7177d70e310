"""A domain of work as data: what is counted there, and which equations hold between the counts."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

DIMENSIONS = ("count", "money", "percent", "measure", "multiple")
_ID = re.compile(r"[A-Za-z_][\w.]*")
_TERM = rf"(?:{_ID.pattern}|\d+)"
_PLAIN = re.compile(rf"\s*{_TERM}(?:\s*[-+*/]\s*{_TERM})*\s*")  # the usual, in no need of a parser
OPERATORS = ("<=", ">=", "=")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing that reports of a domain give figures for.

    `id` is the full id (`thads.viec.thu_ly`); `dimension` one of `DIMENSIONS`; `units` the nouns it is counted in,
    none where any will do. `parent` is the whole it is a part of. A percentage has `part` and `whole`, the indicators
    it is the ratio of. `way` is the way of counting (`về việc`). `verified`: the source's own text was read.
    """

    id: str
    label: str
    dimension: str
    source: str
    verified: bool
    aliases: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    parent: str | None = None
    part: str | None = None
    whole: str | None = None
    way: str | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """An equation over indicators that every true report satisfies.

    `left` and `right` are arithmetic expressions over the names in `roles`, which give each name's indicator id;
    `operator` is `=`, `<=` or `>=`. `soft`: there are legitimate exceptions, told in `exception`.
    """

    id: str
    label: str
    left: str
    operator: str
    right: str
    roles: dict[str, str]
    source: str
    verified: bool
    soft: bool = False
    exception: str = ""

    @property
    def expression(self) -> str:
        """The equation over the role names, as `thu_ly = cu + moi`."""
        return f"{self.left} {self.operator} {self.right}"

    @property
    def indicators(self) -> tuple[str, ...]:
        """The ids of the indicators it speaks of, in the order of the equation."""
        return tuple(self.roles.values())


@dataclass(frozen=True)
class Domain:
    """An agency or field of work. `cues` are words whose presence says that a document belongs to it."""

    id: str
    label: str
    cues: tuple[str, ...]
    source: str
    indicators: tuple[Indicator, ...] = ()
    identities: tuple[Identity, ...] = ()
    year_starts: tuple[int, int] | None = field(default=None)  # (month, day) of its reporting year
    ways: tuple[str, ...] = ()  # labels of the ways of counting, as `về việc`
    narrowing: tuple[str, ...] = ()  # words that narrow its indicators to a part, as `tín dụng`

    @cached_property
    def by_id(self) -> dict[str, Indicator]:
        """Its indicators by their full ids."""
        return {indicator.id: indicator for indicator in self.indicators}

    def ancestors(self, indicator_id: str) -> Iterator[str]:
        """The wholes above an indicator, nearest first."""
        seen = {indicator_id}
        indicator = self.by_id.get(indicator_id)
        while indicator and indicator.parent and indicator.parent not in seen:
            yield indicator.parent
            seen.add(indicator.parent)
            indicator = self.by_id.get(indicator.parent)


def names_in(expression: str) -> list[str]:
    """The dotted names of an arithmetic expression in their order; `ValueError` for anything but + - * / ( )."""
    if _PLAIN.fullmatch(expression):
        return list(dict.fromkeys(_ID.findall(expression)))
    try:
        tree = ast.parse(expression.strip(), mode="eval")
    except SyntaxError as error:
        raise ValueError(f"{expression!r} is not an arithmetic expression") from error
    names: list[str] = []
    _collect(tree.body, names)
    return list(dict.fromkeys(names))


def _collect(node: ast.expr, names: list[str]) -> None:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub | ast.Mult | ast.Div):
        _collect(node.left, names)
        _collect(node.right, names)
    elif isinstance(node, ast.Name | ast.Attribute):
        names.append(ast.unparse(node))
    elif not (isinstance(node, ast.Constant) and type(node.value) is int):
        raise ValueError(f"{ast.unparse(node)!r} has no place in an equation")
