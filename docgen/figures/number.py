"""A numeral on its way to a figure: what is known of it so far, and the text it stands in."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from docgen.model.fact import Kind
from docgen.model.quantity import Approx, Quantity
from docgen.vi.numerals import Numeral
from docgen.vi.units import UnitAt, folded

ONE = Decimal(1)
_REACH, _MOST = 44, 8  # characters and words before a number in which its head stands
_OPENING = "“\"'‘«["
_CLAUSE_END = re.compile(r"[,;.!?()\[\]\n…:]")


@dataclass(slots=True)
class Line:
    """One block: its normalised text, and the same folded for comparison (offsets agree)."""

    text: str
    low: str = field(init=False)
    _before: dict[int, list[str]] = field(init=False, default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.low = folded(self.text)

    def before(self, at: int, most: int = 4) -> list[str]:
        """Up to `most` folded words right before `at` in the same clause, the nearest last."""
        words = self._before.get(at)
        if words is None:
            piece = self.low[max(0, at - _REACH) : at].rstrip(" :")
            words = [word.lstrip(_OPENING) for word in _CLAUSE_END.split(piece)[-1].split()[-_MOST:]]
            self._before[at] = words
        return words[-most:]

    def written_before(self, at: int) -> list[str]:
        """The same words as they are written, as many as are known."""
        count = len(self.before(at, _MOST))
        return self.text[max(0, at - _REACH) : at].rstrip(" :").split()[-count:] if count else []


@dataclass(slots=True)
class Spot:
    """A numeral of a line and what stands behind it.

    `leads`: it goes on to a number with a unit ("5-7%", "26/35 xã").
    """

    numeral: Numeral
    after: UnitAt | None
    is_percent: bool
    leads: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether nothing behind the number says what it counts."""
        return self.after is None and not self.is_percent


@dataclass(slots=True)
class Draft:
    """A figure in the making; offsets count within its line. `end` runs to the unit right after the number."""

    numeral: Numeral
    start: int
    end: int
    kind: Kind
    unit: str | None
    rule: str
    scale: Decimal = ONE
    approx: Approx | None = None
    bounded: bool = False
    sign: int = 1
    partner: tuple[str, int] | None = None
    cue: tuple[int, int] | None = None  # where the approximator stands

    @property
    def is_bare(self) -> bool:
        """Whether nothing behind the number says what it counts."""
        return self.unit is None and self.kind is Kind.COUNT

    @property
    def value(self) -> Decimal:
        """The number with the scale that a neighbour lends to it."""
        return self.numeral.value * self.scale

    @property
    def step(self) -> Decimal:
        """The weight of the last written digit; zero where a whole number is exact."""
        step = self.numeral.step * self.scale
        if step == 0 and (self.scale != 1 or (self._is_rounded and self.numeral.form == "digits")):
            return self.scale
        return step

    @property
    def _is_rounded(self) -> bool:
        return self.kind in (Kind.PERCENT, Kind.MEASURE, Kind.MULTIPLE)

    @property
    def quantity(self) -> Quantity:
        """The quantity as it was written."""
        return Quantity(self.value, self.unit, self.step, self.approx, self.bounded)

    @property
    def alternatives(self) -> tuple[Quantity, ...]:
        """The other readings that the writing allows."""
        return tuple(
            Quantity(value * self.scale, self.unit, step * self.scale, self.approx, self.bounded)
            for value, step in self.numeral.alternatives
        )
