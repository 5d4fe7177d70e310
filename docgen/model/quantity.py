"""A written number as what it is: an exact interval, never a float."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction


def _is_less(one: Fraction, other: Fraction) -> bool:
    """Whether `one < other`; several times as fast as the operator, which first asks what it was given."""
    return one.numerator * other.denominator < other.numerator * one.denominator


@dataclass(frozen=True, slots=True)
class Interval:
    """The exact rationals from `lo` to `hi`, both included; `None` is an unbounded end."""

    lo: Fraction | None
    hi: Fraction | None

    @classmethod
    def point(cls, value: Decimal | Fraction | int) -> "Interval":
        """The interval that holds `value` alone."""
        exact = Fraction(value)
        return cls(exact, exact)

    @property
    def is_empty(self) -> bool:
        """Whether no number lies in it."""
        return self.lo is not None and self.hi is not None and _is_less(self.hi, self.lo)

    def meets(self, other: "Interval") -> bool:
        """Whether some number lies in both."""
        if self.lo is not None and other.hi is not None and _is_less(other.hi, self.lo):
            return False
        if other.lo is not None and self.hi is not None and _is_less(self.hi, other.lo):
            return False
        return not (self.is_empty or other.is_empty)

    def meet(self, other: "Interval") -> "Interval":
        """The numbers that lie in both; empty where they are apart."""
        lo, hi = self.lo, self.hi
        if lo is None or (other.lo is not None and _is_less(lo, other.lo)):
            lo = other.lo
        if hi is None or (other.hi is not None and _is_less(other.hi, hi)):
            hi = other.hi
        return Interval(lo, hi)

    def holds(self, value: Decimal | Fraction | int) -> bool:
        """Whether `value` lies in it."""
        exact = value if isinstance(value, Fraction) else Fraction(value)
        below = self.lo is not None and _is_less(exact, self.lo)
        return not below and not (self.hi is not None and _is_less(self.hi, exact))

    def __add__(self, other: "Interval") -> "Interval":
        lo = None if self.lo is None or other.lo is None else self.lo + other.lo
        hi = None if self.hi is None or other.hi is None else self.hi + other.hi
        return Interval(lo, hi)

    def __neg__(self) -> "Interval":
        return Interval(None if self.hi is None else -self.hi, None if self.lo is None else -self.lo)

    def __sub__(self, other: "Interval") -> "Interval":
        return self + -other

    def __mul__(self, other: "Interval") -> "Interval":
        if None in (self.lo, self.hi, other.lo, other.hi):
            return self._mul_unbounded(other)
        if self._is_positive and other._is_positive:
            return Interval(self.lo * other.lo, self.hi * other.hi)  # type: ignore[operator]
        ends = [a * b for a in (self.lo, self.hi) for b in (other.lo, other.hi)]  # type: ignore[operator]
        return Interval(min(ends), max(ends))

    @property
    def _is_positive(self) -> bool:
        """Whether it has two ends, in their order, and neither is below zero."""
        return self.lo is not None and self.hi is not None and self.lo.numerator >= 0 and not self.is_empty

    def _mul_unbounded(self, other: "Interval") -> "Interval":
        """The product where an end is unbounded: exact for two non-negative factors, everything otherwise."""
        if self.lo is None or other.lo is None or self.lo < 0 or other.lo < 0:
            return EVERYTHING
        hi = None if self.hi is None or other.hi is None else self.hi * other.hi
        return Interval(self.lo * other.lo, hi)

    def __truediv__(self, other: "Interval") -> "Interval":
        """The quotient; everything where the divisor may be zero."""
        if (other.lo is None or other.lo <= 0) and (other.hi is None or other.hi >= 0):
            return EVERYTHING
        if self._is_positive and other._is_positive:
            return Interval(self.lo / other.hi, self.hi / other.lo)  # type: ignore[operator]
        inverse_hi = None if other.lo is None else 1 / other.lo
        inverse_lo = None if other.hi is None else 1 / other.hi
        if other.lo is None:
            inverse_hi = Fraction(0)
        if other.hi is None:
            inverse_lo = Fraction(0)
        return self * Interval(inverse_lo, inverse_hi)


EVERYTHING = Interval(None, None)


class Approx(StrEnum):
    """The word before a number that moves its ends."""

    OVER = "over"  # trên, hơn, quá, ít nhất
    UNDER = "under"  # gần, dưới, chưa đến, tối đa
    ABOUT = "about"  # khoảng, xấp xỉ, ước


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit as it was written.

    `value` in the unit (money in đồng, percent in percent, scale words multiplied out); `step` is the weight of the
    last written digit in the same unit, zero where the number is exact (a count without a scale word, an amount in
    words). `unit` is in lower case: the counted noun, `đồng`, `usd`, `%`, `lần`, `ha`; `None` where none is written.
    `bounded`: the approximator is a limit ("ít nhất", "không quá"), so the other end is open.
    """

    value: Decimal
    unit: str | None
    step: Decimal
    approx: Approx | None = None
    bounded: bool = False

    @property
    def interval(self) -> Interval:
        """The numbers that, truthfully rounded, are written so (half a step each side; see `reach` for words)."""
        exact = Fraction(self.value)
        if self.approx is None:
            half = Fraction(self.step) / 2
            return Interval(exact - half, exact + half)
        reach = self.reach
        if self.approx is Approx.OVER:
            return Interval(exact, None if self.bounded else exact + reach)
        if self.approx is Approx.UNDER:
            return Interval(None if self.bounded else exact - reach, exact)
        return Interval(exact - reach, exact + reach)

    @property
    def truncated(self) -> Interval:
        """The numbers that, cut off instead of rounded, are written so; used to tell truncation from error."""
        if self.approx is not None:
            return self.interval
        exact, step = Fraction(self.value), Fraction(self.step)
        return Interval(exact - step, exact + step)

    @property
    def reach(self) -> Fraction:
        """How far an approximator moves an end: the step, or ten to the number of zeros the value ends in."""
        step = Fraction(self.step)
        if self.value == 0:
            return step
        exponent = self.value.normalize().as_tuple().exponent
        zeros = Fraction(10) ** exponent if isinstance(exponent, int) else step
        return max(step, zeros)
