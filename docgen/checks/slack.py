"""How far a written figure may lie from the truth: rounded, cut off, or hedged by a word."""

from fractions import Fraction

from docgen.model.quantity import Approx, Interval, Quantity

HEDGE = Fraction(1, 10)
LOOSE_HEDGE = Fraction(1, 100)


def rounded(quantity: Quantity) -> Interval:
    """The numbers that a truthful writer writes so.

    A hedged round figure ("trên 1.000") reaches to the next digit that is written, but no further than half of that
    or a tenth of the figure, whichever is more: who has 1.900 does not write "trên 1.000".
    """
    if quantity.approx is None or quantity.bounded:
        return quantity.interval
    return _hedged(quantity, _reach(quantity))


def cut_off(quantity: Quantity) -> Interval:
    """The numbers that a writer who drops the further digits, or hedges an exact figure, writes so."""
    if quantity.approx is None:
        return quantity.truncated
    if quantity.bounded:
        return quantity.interval
    return _hedged(quantity, max(_reach(quantity), abs(Fraction(quantity.value)) * LOOSE_HEDGE))


def _reach(quantity: Quantity) -> Fraction:
    reach, value = quantity.reach, abs(Fraction(quantity.value))
    return max(Fraction(quantity.step), min(reach, max(value * HEDGE, reach / 2)))


def _hedged(quantity: Quantity, reach: Fraction) -> Interval:
    value = Fraction(quantity.value)
    return Interval(
        value if quantity.approx is Approx.OVER else value - reach,
        value if quantity.approx is Approx.UNDER else value + reach,
    )
