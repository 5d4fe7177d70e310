"""Equations over written figures: judged forwards by interval arithmetic, solved backwards for each figure.

A figure occurs once in an equation, so both directions are exact: nothing is lost to the widening that a repeated
name would bring. `(now / before - 1) * 100` is such a form, `(now - before) / before * 100` is not.
"""

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from docgen.errors import DocgenError
from docgen.model.finding import Verdict
from docgen.model.quantity import EVERYTHING, Interval

HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class Slot:
    """The figure at a place of the claim."""

    at: int


@dataclass(frozen=True, slots=True)
class Number:
    """A constant."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms added, each with its sign."""

    terms: tuple[tuple[int, "Node"], ...]


@dataclass(frozen=True, slots=True)
class Product:
    """Two factors."""

    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Quotient:
    """A dividend over a divisor."""

    top: "Node"
    bottom: "Node"


Node = Slot | Number | Sum | Product | Quotient
Intervals = Sequence[Interval]


def value_of(node: Node, written: Intervals) -> Interval:
    """The numbers that an expression can come to, given those of each figure."""
    match node:
        case Slot(at):
            return written[at]
        case Number(value):
            return Interval(value, value)
        case Sum(terms):
            return _total([_signed(sign, value_of(term, written)) for sign, term in terms])
        case Product(left, right):
            return value_of(left, written) * value_of(right, written)
        case Quotient(top, bottom):
            return value_of(top, written) / value_of(bottom, written)


def solve(node: Node, target: Interval, written: Intervals, found: dict[int, Interval]) -> None:
    """Puts into `found` the numbers that each figure below `node` may be, if `node` is to lie in `target`."""
    match node:
        case Slot(at):
            found[at] = target
        case Sum(terms):
            _solve_sum(terms, target, written, found)
        case Product(left, right):
            solve(left, target / value_of(right, written), written, found)
            solve(right, target / value_of(left, written), written, found)
        case Quotient(top, bottom):
            dividend = value_of(top, written)
            solve(top, target * value_of(bottom, written), written, found)
            solve(bottom, dividend / target, written, found)


def _solve_sum(
    terms: tuple[tuple[int, Node], ...], target: Interval, written: Intervals, found: dict[int, Interval]
) -> None:
    values = [_signed(sign, value_of(term, written)) for sign, term in terms]
    whole = _total(values)
    open_below = sum(value.lo is None for value in values)
    open_above = sum(value.hi is None for value in values)
    finite_lo = _added([value.lo for value in values if value.lo is not None])
    finite_hi = _added([value.hi for value in values if value.hi is not None])
    for (sign, term), own in zip(terms, values, strict=True):
        rest = whole
        if open_below == 0 and own.lo is not None:
            rest = Interval(finite_lo - own.lo, rest.hi)
        elif open_below == 1 and own.lo is None:
            rest = Interval(finite_lo, rest.hi)
        if open_above == 0 and own.hi is not None:
            rest = Interval(rest.lo, finite_hi - own.hi)
        elif open_above == 1 and own.hi is None:
            rest = Interval(rest.lo, finite_hi)
        solve(term, _signed(sign, target - rest), written, found)


def _signed(sign: int, value: Interval) -> Interval:
    return value if sign > 0 else -value


def _total(values: Sequence[Interval]) -> Interval:
    los = [value.lo for value in values if value.lo is not None]
    his = [value.hi for value in values if value.hi is not None]
    return Interval(
        _added(los) if len(los) == len(values) else None,
        _added(his) if len(his) == len(values) else None,
    )


def _added(ends: Sequence[Fraction]) -> Fraction:
    """Their sum; one fraction is made, not one for each of them."""
    common = lcm(*(end.denominator for end in ends))
    return Fraction(sum(end.numerator * (common // end.denominator) for end in ends), common)


@dataclass(frozen=True, slots=True)
class Equation:
    """`left = right`, or with `at_most`, `left ≤ right`."""

    left: Node
    right: Node
    at_most: bool = False

    def verdict(self, written: Intervals) -> Verdict:
        """HOLDS where some choice of numbers within the intervals satisfies it, BROKEN where none does.

        UNDECIDED where a side can be anything, for example a quotient whose divisor may be zero.
        """
        left, right = value_of(self.left, written), value_of(self.right, written)
        if EVERYTHING in (left, right):
            return Verdict.UNDECIDED
        if self.at_most:
            left = Interval(left.lo, None)
        return Verdict.HOLDS if left.meets(right) else Verdict.BROKEN

    def implied(self, written: Intervals) -> dict[int, Interval]:
        """For each figure the numbers it may be, if all others are as written."""
        left, right = value_of(self.left, written), value_of(self.right, written)
        if self.at_most:
            left, right = Interval(left.lo, None), Interval(None, right.hi)
        found: dict[int, Interval] = {}
        solve(self.left, right, written, found)
        solve(self.right, left, written, found)
        return found

    @property
    def slots(self) -> frozenset[int]:
        """The figures that occur in it."""
        return frozenset(_slots(self.left) + _slots(self.right))


@dataclass(frozen=True, slots=True)
class Same:
    """All figures are one quantity."""

    members: tuple[int, ...]

    def verdict(self, written: Intervals) -> Verdict:
        """HOLDS where one number lies in all intervals."""
        common = EVERYTHING
        for at in self.members:
            common = common.meet(written[at])
        return Verdict.BROKEN if common.is_empty else Verdict.HOLDS

    def implied(self, written: Intervals) -> dict[int, Interval]:
        """For each figure what all the others have in common; empty where they disagree among themselves."""
        before, after = [EVERYTHING], [EVERYTHING]
        for at in self.members:
            before.append(before[-1].meet(written[at]))
        for at in reversed(self.members):
            after.append(after[-1].meet(written[at]))
        last = len(self.members) - 1
        return {at: before[i].meet(after[last - i]) for i, at in enumerate(self.members)}

    @property
    def slots(self) -> frozenset[int]:
        """The figures that occur in it."""
        return frozenset(self.members)


def _slots(node: Node) -> list[int]:
    match node:
        case Slot(at):
            return [at]
        case Number():
            return []
        case Sum(terms):
            return [at for _, term in terms for at in _slots(term)]
        case Product(left, right) | Quotient(left, right):
            return _slots(left) + _slots(right)


def parse(expression: str, roles: Sequence[str]) -> Equation:
    """The equation that `expression` writes over the names of `roles`; a name borne by several figures is their sum.

    `=`, `==` and `<=` relate two sides of `+ - * /`, numbers and brackets. Anything else, a name without a figure,
    and a name that occurs twice, is a `DocgenError` E610.
    """
    text = expression if "==" in expression or "<=" in expression else expression.replace("=", "==", 1)
    try:
        body = ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        raise _fault("đẳng thức viết không đúng", expression) from error
    if not isinstance(body, ast.Compare) or len(body.ops) != 1 or not isinstance(body.ops[0], ast.Eq | ast.LtE):
        raise _fault("cần đúng một dấu «=» hoặc «<=»", expression)
    names = [node.id for node in ast.walk(body) if isinstance(node, ast.Name)]
    if len(names) != len(set(names)):
        raise _fault("một tên xuất hiện hai lần; viết lại để mỗi số chỉ có mặt một lần", expression)
    left, right = _node(body.left, roles, text.strip()), _node(body.comparators[0], roles, text.strip())
    return Equation(left, right, at_most=isinstance(body.ops[0], ast.LtE))


def _node(tree: ast.expr, roles: Sequence[str], expression: str) -> Node:
    match tree:
        case ast.Constant(value=int() as value) if not isinstance(value, bool):
            return Number(Fraction(value))
        case ast.Constant(value=float()):
            return Number(Fraction(ast.get_source_segment(expression, tree) or "0"))
        case ast.Name(id=name):
            places = tuple((1, Slot(at)) for at, role in enumerate(roles) if role == name)
            if not places:
                raise _fault(f"không có số nào mang tên «{name}»", expression)
            return places[0][1] if len(places) == 1 else Sum(places)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return Sum(((-1, _node(operand, roles, expression)),))
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as op, right=right):
            first, second = _node(left, roles, expression), _node(right, roles, expression)
            head = first.terms if isinstance(first, Sum) else ((1, first),)
            return Sum((*head, (1 if isinstance(op, ast.Add) else -1, second)))
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return Product(_node(left, roles, expression), _node(right, roles, expression))
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return Quotient(_node(left, roles, expression), _node(right, roles, expression))
    raise _fault("chỉ dùng + - * / và ngoặc", expression)


def _fault(message: str, expression: str) -> DocgenError:
    return DocgenError("E610", f"Đẳng thức của ngành không dùng được: {message}", seen=expression)
