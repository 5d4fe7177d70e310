"""How the corpora of `docgen/figures` are read: the figures of a text, told in the terms of each module."""

from decimal import Decimal

from docgen.figures.scan import figures_of
from docgen.model.fact import Figure, Kind
from docgen.readers.text import document_of

KINDS = {
    "percent": (Kind.PERCENT,),
    "money": (Kind.MONEY,),
    "measure": (Kind.MEASURE, Kind.MULTIPLE),
    "count": (Kind.COUNT,),
    "noun": (Kind.COUNT,),
}


def plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def told(figure: Figure) -> str:
    sign = "-" if figure.sign < 0 else ""
    return f"{sign}{plain(figure.quantity.value)} {figure.quantity.unit or '?'}"


def with_ends(figure: Figure) -> str:
    quantity = figure.quantity
    words = [quantity.approx.value] if quantity.approx else []
    return " ".join([*words, *(["bounded"] if quantity.bounded else []), told(figure)])


def with_step(figure: Figure) -> str:
    others = "".join(f" | {plain(other.value)}" for other in figure.alternatives)
    faults = "".join(f" {fault}" for fault in figure.faults)
    return f"{told(figure)} ± {plain(figure.quantity.step)}{others}{faults}"


def with_partner(figure: Figure) -> str:
    return told(figure) + (f" {figure.partner[0]} {figure.partner[1]}" if figure.partner else "")


TELLERS = {"approx": with_ends, "number": with_step, "range": with_partner}


def read(module: str, spelling: str) -> list[str]:
    kinds = KINDS.get(module, tuple(Kind))
    figures = figures_of(document_of(spelling))
    if module == "approx":
        return [with_ends(figure) for figure in figures if figure.quantity.approx]
    if module == "range":
        figures = figures if any(figure.partner for figure in figures) else ()
    if module == "number":
        figures = tuple(f for f in figures if f.quantity.step or f.alternatives or f.faults)
    return [TELLERS.get(module, told)(figure) for figure in figures if figure.kind in kinds]
