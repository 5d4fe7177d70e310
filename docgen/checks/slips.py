"""Which numbers a person may have meant to type, given the one that stands there, and how likely each slip is.

A slip acts on the written digits: one digit replaced, two neighbours swapped, a digit missing or doubled, a separator
that moves the decimal point, a scale word for the next one. Its prior is shared among the ways in which it can happen.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

REPLACED, SWAPPED, MISSING, DOUBLED, POINT, SCALE, OTHER = 0.40, 0.25, 0.15, 0.10, 0.05, 0.03, 0.02
REGROUPED = 0.2  # a digit lost or doubled, and the dots set anew around it, is rarer than the slip alone

UNPOINTED = 0.1  # nor is a point misplaced where none is written

RUN = re.compile(r"\d(?:[\d.,\s]*\d)?")
NOT_A_DIGIT = re.compile(r"\D")
GROUPED = re.compile(r"\d{1,3}(?:[.\s]\d{3})+")
COMMA_GROUPS = re.compile(r"\d{1,3}(?:,\d{3}){2,}")
SCALES = ("nghìn", "triệu", "tỷ")
POWERS = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
SCALE_WORD = re.compile(rf"({'|'.join(POWERS)})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Slip:
    """A number that may have been meant: its value, the weight of the slip, and the figure as it would be typed."""

    value: Fraction
    weight: float
    surface: str


@dataclass(frozen=True, slots=True)
class Run:
    """Digits with their separators: where they stand in the surface, what a whole unit of them weighs, their point."""

    start: int
    end: int
    scale: Fraction
    point: str

    def value_of(self, digits: str) -> Fraction:
        """What other digits would be worth in its place."""
        decimals = len(digits.rpartition(self.point)[2]) if self.point and self.point in digits else 0
        return int(NOT_A_DIGIT.sub("", digits)) * self.scale / Fraction(10) ** decimals


@lru_cache(maxsize=4096)
def slips_of(number: str, tail: str, value: Decimal) -> tuple[Slip, ...]:
    """The numbers from which one slip leads to `number` followed by `tail` (scale word, unit), worth `value`.

    Empty where the digits cannot be told apart from their words (an amount in words).
    """
    surface, exact = number + tail, Fraction(value)
    runs = _runs(number, tail, exact)
    found: list[Slip] = []
    for run in runs:
        written = surface[run.start : run.end]
        others = exact - run.value_of(written)
        for meant, weight in _digit_slips(written, run.point):
            text = surface[: run.start] + _regrouped(written, meant, run.point) + surface[run.end :]
            found.append(Slip(others + run.value_of(meant), weight / len(runs), text))
    if len(runs) == 1:
        found += _point_slips(surface, exact, runs[0])
        found += _scale_slips(surface, runs[0].end, exact)
    return tuple(found)


def _runs(number: str, tail: str, value: Fraction) -> list[Run]:
    pieces = list(RUN.finditer(number))
    if len(pieces) != 1:
        return _scaled_runs(number + tail, pieces, value)
    digits = NOT_A_DIGIT.sub("", pieces[0].group())
    point = _point_of(pieces[0].group())
    decimals = len(pieces[0].group().rpartition(point)[2]) if point else 0
    scale = abs(value) * Fraction(10) ** decimals / int(digits) if int(digits) else Fraction(0)
    return [Run(pieces[0].start(), pieces[0].end(), scale, point)] if _is_power_of_ten(scale) else []


def _point_of(digits: str) -> str:
    """The separator that stands before decimals: a comma, or a dot not followed by groups of three."""
    if "," in digits and not COMMA_GROUPS.fullmatch(digits):
        return ","
    return "." if "." in digits and not GROUPED.fullmatch(digits) and digits.count(".") == 1 else ""


def _is_power_of_ten(scale: Fraction) -> bool:
    """Whether the value is the digits times a power of ten: read otherwise, slips of digits would mislead."""
    top, bottom = str(scale.numerator), str(scale.denominator)
    return top.rstrip("0") == "1" and bottom.rstrip("0") == "1"


def _scaled_runs(surface: str, pieces: list[re.Match[str]], value: Fraction) -> list[Run]:
    """The parts of "1.088 tỷ 473 triệu": each weighs what its scale word says, and together they make the value."""
    runs = []
    for piece in pieces:
        word = SCALE_WORD.match(surface[piece.end() :].lstrip())
        scale = Fraction(10) ** (POWERS[word.group(1).lower()] if word else 0)
        runs.append(Run(piece.start(), piece.end(), scale, _point_of(piece.group())))
    total = sum((run.value_of(surface[run.start : run.end]) for run in runs), Fraction(0))
    return runs if total == value else []


def _digit_slips(digits: str, point: str) -> Iterator[tuple[str, float]]:
    places = [i for i, c in enumerate(digits) if c.isdigit()]
    yield from _replaced(digits, places)
    yield from _swapped(digits, places)
    regular = point or len(places) == len(digits) or GROUPED.fullmatch(digits) or COMMA_GROUPS.fullmatch(digits)
    factor = REGROUPED if regular and len(places) != len(digits) else 1.0
    decimals = _decimals(digits, point)
    for meant, weight in (*_missing(digits, places), *_doubled(digits, places)):
        if _decimals(meant, point) == decimals:  # a report keeps to its number of decimals
            yield meant, weight * factor


def _decimals(digits: str, point: str) -> int:
    return len(digits.rpartition(point)[2]) if point and point in digits else 0


def _replaced(digits: str, places: list[int]) -> Iterator[tuple[str, float]]:
    weight = REPLACED / len(places) / 9
    for k, i in enumerate(places):
        for digit in "0123456789":
            if digit != digits[i] and not (k == 0 and digit == "0" and not _may_be_zero(digits, places)):
                yield digits[:i] + digit + digits[i + 1 :], weight


def _may_be_zero(digits: str, places: list[int]) -> bool:
    """Whether the number may begin with a zero: a single digit, or one before decimals (`0,9`)."""
    return len(places) == 1 or places[1] - places[0] > 1


def _swapped(digits: str, places: list[int]) -> Iterator[tuple[str, float]]:
    for i, j in pairwise(places):
        if digits[i] != digits[j] and not (i == places[0] and digits[j] == "0" and not _may_be_zero(digits, places)):
            yield digits[:i] + digits[j] + digits[i + 1 : j] + digits[i] + digits[j + 1 :], SWAPPED / (len(places) - 1)


def _missing(digits: str, places: list[int]) -> Iterator[tuple[str, float]]:
    """What was meant where one digit was left out."""
    weight = MISSING / (len(places) + 1)
    for i in (*places, places[-1] + 1):
        for digit in "0123456789":
            if not (i == places[0] and digit == "0"):
                yield digits[:i] + digit + digits[i:], weight


def _doubled(digits: str, places: list[int]) -> Iterator[tuple[str, float]]:
    """What was meant where one digit was typed twice."""
    for i, j in pairwise(places):
        if digits[i] == digits[j]:
            yield digits[:j] + digits[j + 1 :], DOUBLED / (len(places) - 1)


def _regrouped(model: str, meant: str, point: str) -> str:
    """`meant` with its dots set anew, where `model` groups by thousands; decimals stay as they are."""
    whole, mark, decimals = meant.partition(point) if point else (meant, "", "")
    separator = next((c for c in model if not c.isdigit() and c != point), None)
    return (_dotted(NOT_A_DIGIT.sub("", whole), separator) if separator else whole) + mark + decimals


def _dotted(digits: str, separator: str = ".") -> str:
    return separator.join(reversed([digits[max(0, end - 3) : end] for end in range(len(digits), 0, -3)]))


def _point_slips(surface: str, value: Fraction, run: Run) -> Iterator[Slip]:
    """The decimal point misplaced, or zeros too few or too many: "3.427" for "3,427"."""
    written = surface[run.start : run.end]
    digits = NOT_A_DIGIT.sub("", written)
    decimals = len(written.rpartition(run.point)[2]) if run.point else 0
    weight = POINT / 6 * (1.0 if len(digits) < len(written) else UNPOINTED)
    for power in (-3, -2, -1, 1, 2, 3):
        places = max(0, decimals - power)
        padded = (digits + "0" * max(0, power - decimals)).rjust(places + 1, "0")
        whole, fraction = padded[: len(padded) - places], padded[len(padded) - places :]
        text = _dotted(whole.lstrip("0") or "0") + ("," + fraction if fraction else "")
        yield Slip(value * Fraction(10) ** power, weight, surface[: run.start] + text + surface[run.end :])


def _scale_slips(surface: str, after: int, value: Fraction) -> Iterator[Slip]:
    word = SCALE_WORD.match(surface[after:].lstrip())
    if word is None:
        return
    start = len(surface) - len(surface[after:].lstrip())
    at = (POWERS[word.group(1).lower()] - 3) // 3
    for other, power in ((at - 1, -3), (at + 1, 3)):
        if 0 <= other < len(SCALES):
            meant = surface[:start] + SCALES[other] + surface[start + word.end(1) :]
            yield Slip(value * Fraction(10) ** power, SCALE / 2, meant)
