"""Claims written in one line: `sum total=2.362_vụ part=1.180 part=1.196`, made into a document of their figures.

The first word is the kind; `up`, `down`, `at_most`, `soft`, `trust2`, `items=3` and `expression=a+b` say the rest. An
underscore is a blank; `trên`, `gần`, `khoảng` before a number hedge it; `?` is a figure that may be anything.
"""

from decimal import Decimal
from typing import NamedTuple

from docgen.model.fact import Figure, Kind
from docgen.model.finding import Claim
from docgen.model.quantity import Approx, Quantity
from docgen.model.text import Anchor, Document, Span
from docgen.readers.text import document_of
from docgen.vi.numerals import scan

CODES = {
    "sum": "SUM101",
    "rate": "PCT101",
    "change": "CHG101",
    "margin": "CHG103",
    "multiple": "CHG104",
    "shares": "PCT102",
    "bounds": "PCT103",
    "list": "LST101",
    "product": "SUM104",
    "equal": "DUP101",
    "identity": "SUM201",
}
HEDGES = {"trên": Approx.OVER, "hơn": Approx.OVER, "gần": Approx.UNDER, "khoảng": Approx.ABOUT}
FLAGS = {"up": {"direction": 1}, "down": {"direction": -1}, "at_most": {"at_most": True}, "soft": {"soft": True}}


class WrittenClaims(NamedTuple):
    document: Document
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]


def written(spelling: str) -> WrittenClaims:
    """The claims of a line, parted by semicolons; a figure given once more by the same name is the same figure."""
    surfaces, lines = [], []
    for part in spelling.split(";"):
        kind, *words = part.split()
        roles, options = [], {}
        for word in words:
            name, mark, value = word.partition("=")
            if name in ("items", "expression"):
                options[name] = int(value) if name == "items" else value.replace("_", " ")
            elif mark:
                roles.append((name, len(surfaces) if not value.startswith("#") else int(value[1:])))
                surfaces += [] if value.startswith("#") else [value.replace("_", " ")]
            else:
                options |= FLAGS.get(word) or {"trust": int(word[-1])}
        lines.append((kind, roles, options))
    document = document_of("\n".join(surfaces))
    figures, start = [], 0
    for surface in surfaces:
        figures.append(figure_of(surface, start, len(figures)))
        start += len(surface) + 1
    claims = tuple(
        Claim(CODES[kind], kind, tuple(i for _, i in roles), tuple(role for role, _ in roles), "", **options)
        for kind, roles, options in lines
    )
    return WrittenClaims(document, tuple(figures), claims)


def figure_of(surface: str, start: int, line: int) -> Figure:
    numeral = scan(surface)[0]
    rest = surface[numeral.end :].strip()
    kind = Kind.PERCENT if rest == "%" else Kind.MONEY if rest.endswith("đồng") else Kind.COUNT
    step = numeral.step
    if kind is not Kind.COUNT and not step:
        step = Decimal(1)
    hedge = HEDGES.get(surface.split()[0])
    quantity = Quantity(numeral.value, rest or None, step, hedge)
    number = Span(start + numeral.start, start + numeral.end)
    return Figure(Span(number.start, start + len(surface)), number, Anchor("body", (line,)), kind, quantity, "test")
