"""What each kind of claim states, as equations over its figures."""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from docgen.checks.equation import HUNDRED, Equation, Node, Number, Product, Quotient, Same, Slot, Sum, parse
from docgen.model.finding import Claim

Stated = Equation | Same
FEW = 40  # figures up to which the equations of claims of one form are remembered


def readings_of(claim: Claim) -> tuple[tuple[Stated, ...], ...]:
    """The ways to read a claim; in each, all equations must hold.

    There are two where the text does not say in which direction a figure moved. Empty where too few figures are
    written to state anything.
    """
    form = Form(claim.kind, claim.roles, claim.direction, claim.items, claim.at_most, claim.expression)
    return _known(form) if len(claim.roles) <= FEW else _readings(form)


class Form(NamedTuple):
    """What a claim states, whatever its figures are."""

    kind: str
    roles: tuple[str, ...]
    direction: int
    items: int | None
    at_most: bool
    expression: str | None


def _readings(claim: Form) -> tuple[tuple[Stated, ...], ...]:
    if claim.kind in ("change", "margin"):
        signs = (claim.direction,) if claim.direction else (1, -1)
        readings = [tuple(_directed(claim, sign)) for sign in signs]
        return tuple(reading for reading in readings if reading)
    equations = tuple(_plain(claim))
    return (equations,) if equations else ()


_known = lru_cache(maxsize=4096)(_readings)


def _plain(claim: Form) -> Iterable[Stated]:
    places = _places(claim)
    match claim.kind:
        case "sum":
            yield from _sum(claim, places)
        case "rate":
            if {"rate", "part", "whole"} <= places.keys():
                share = Quotient(_sum_of(places["part"]), _sum_of(places["whole"]))
                yield Equation(Slot(places["rate"][0]), Product(Number(HUNDRED), share))
        case "equal":
            if len(claim.roles) > 1:
                yield Same(tuple(range(len(claim.roles))))
        case "shares":
            yield Equation(_sum_of(places["part"]), Number(HUNDRED))
        case "list":
            if claim.items is not None:
                yield Equation(Slot(places["count"][0]), Number(Fraction(claim.items)))
        case "product":
            if {"total", "count", "average"} <= places.keys():
                yield Equation(_slot(places, "total"), Product(_slot(places, "count"), _slot(places, "average")))
        case "multiple":
            if {"multiple", "current", "previous"} <= places.keys():
                yield Equation(_slot(places, "multiple"), Quotient(_slot(places, "current"), _slot(places, "previous")))
        case "bounds":
            yield from _bounds(places)
        case "identity":
            if claim.expression:
                yield parse(claim.expression, claim.roles)
        case unknown:
            raise ValueError(f"unknown kind of claim: {unknown}")


def _places(claim: Form) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at, role in enumerate(claim.roles):
        places.setdefault(role, []).append(at)
    return places


def _slot(places: dict[str, list[int]], role: str) -> Node:
    return Slot(places[role][0])


def _sum_of(places: list[int]) -> Node:
    return Slot(places[0]) if len(places) == 1 else Sum(tuple((1, Slot(at)) for at in places))


def _sum(claim: Form, places: dict[str, list[int]]) -> Iterable[Stated]:
    if {"total", "part"} <= places.keys():
        total, parts = _slot(places, "total"), _sum_of(places["part"])
        yield Equation(parts, total, at_most=True) if claim.at_most else Equation(total, parts)


def _bounds(places: dict[str, list[int]]) -> Iterable[Stated]:
    if "part" in places and "whole" in places:
        yield Equation(_sum_of(places["part"]), _slot(places, "whole"), at_most=True)
    for at in places.get("rate", ()):
        yield Equation(Slot(at), Number(HUNDRED), at_most=True)
        yield Equation(Number(Fraction(0)), Slot(at), at_most=True)


def _directed(claim: Form, sign: int) -> Iterable[Stated]:
    places = {role: Slot(at) for at, role in enumerate(claim.roles)}
    if claim.kind == "margin":
        if {"actual", "target", "margin"} <= places.keys():
            yield Equation(places["actual"], Sum(((1, places["target"]), (sign, places["margin"]))))
        return
    current, previous = places.get("current"), places.get("previous")
    delta, rate = places.get("delta"), places.get("rate")
    if current and previous and delta:
        yield Equation(current, Sum(((1, previous), (sign, delta))))
    if current and previous and rate:
        growth = Sum(((1, Number(Fraction(1))), (sign, Quotient(rate, Number(HUNDRED)))))
        yield Equation(current, Product(previous, growth))
    if previous and delta and rate:
        yield Equation(rate, Product(Number(HUNDRED), Quotient(delta, previous)))
    if current and delta and rate:
        # With the previous value only implied: delta/(current - sign·delta), written so that each figure occurs once.
        ratio = Sum(((1, Quotient(current, delta)), (-1, Number(Fraction(sign)))))
        yield Equation(rate, Quotient(Number(HUNDRED), ratio))
    if current and previous and not (delta or rate):
        yield Equation(previous, current, at_most=True) if sign > 0 else Equation(current, previous, at_most=True)
