"""A figure as read, and what it measures."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from docgen.model.quantity import Quantity
from docgen.model.text import Anchor, Span


class Kind(StrEnum):
    """What sort of number a figure is."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    MEASURE = "measure"
    MULTIPLE = "multiple"


@dataclass(frozen=True, slots=True)
class Part:
    """One step of a figure's derivation: the rule, the characters it used, and what it made of them."""

    rule: str
    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a document.

    `span` covers the number with its scale words, percent sign or currency, and the unit noun right after it; `number`
    covers the digits or number words alone. `rule` names the rule that read it, `parts` its derivation. `alternatives`
    are other readings that the writing allows, likeliest first. `faults` are codes of what is wrong with the writing
    by itself (`NUM…`). `sign` is -1 where a minus is written. `partner` is what binds it to its neighbour:
    `("of", i)` numerator of figure i, `("to", i)` lower end of a range up to figure i, `("pair", i)`.
    """

    span: Span
    number: Span
    anchor: Anchor
    kind: Kind
    quantity: Quantity
    rule: str
    parts: tuple[Part, ...] = ()
    alternatives: tuple[Quantity, ...] = ()
    faults: tuple[str, ...] = ()
    sign: int = 1
    partner: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time. `label` as a person writes it (`2020`, `08 tháng năm 2021`); ends included."""

    label: str
    start: date | None = None
    end: date | None = None


class Measure(StrEnum):
    """In which way a figure measures its indicator."""

    LEVEL = "level"
    CHANGE = "change"
    RATE = "rate"  # rate of change
    SHARE = "share"  # part of a whole in percent
    OF_PLAN = "of_plan"
    POINTS = "points"
    AVERAGE = "average"
    MULTIPLE = "multiple"


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure and what it measures.

    `figure` indexes the document's figures. `label` is the noun phrase that says what is measured, as written;
    `indicator` its id in a domain. `direction` is +1 for tăng, vượt; -1 for giảm, thiếu; 0 where none is said. `basis`
    is what the figure is compared with or a share of, as written. `scope` tells apart facts of one indicator that must
    not be compared: `cumulative`, `plan`, `estimate`, `previous`. `why` are the steps of the binding, for `trace`.
    """

    figure: int
    label: str | None = None
    indicator: str | None = None
    period: Period | None = None
    place: str | None = None
    measure: Measure = Measure.LEVEL
    basis: str | None = None
    direction: int = 0
    scope: str | None = None
    why: tuple[Part, ...] = ()
