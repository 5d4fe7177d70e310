"""Tokens → what stands before a scale word: a number below a thousand, its decimals, and its scale words multiplied."""

from decimal import Context, Decimal
from typing import NamedTuple

from docgen.vi.digits import Digits
from docgen.vi.spelled import Part, Word

EXACT = Context(prec=400)
BILLION = Decimal(10**9)
# "tỷ tỷ tỷ …" would multiply for ever; no quantity on earth is larger.
LARGEST_SCALE = Decimal(10**18)
ONE = Decimal(1)
ZERO = Decimal(0)


def product(value: Decimal, scale: Decimal) -> Decimal:
    """The exact product, without the decimal zeros that a scale makes idle."""
    exact = EXACT.multiply(value, scale)
    if exact.same_quantum(ONE) or scale <= ONE:
        return exact
    whole = exact.to_integral_value(context=EXACT)
    return whole if whole == exact else exact


class Token(NamedTuple):
    """A number word or written digits, with its place in the text. A list of them ends with `CLOSING`.

    `glued`: no space before it. `closes`: digits right before đồng, the last term of an amount ("419 nghìn 250 đồng").
    """

    start: int
    end: int
    part: str
    word: Word
    digits: Digits | None = None
    glued: bool = False
    closes: bool = False


class Term(NamedTuple):
    """A number below its scale words (0 to 999 in words, or digits as written), and these multiplied out."""

    value: Decimal
    step: Decimal
    digits: Digits | None
    next: int
    scale: Decimal = ONE


# Breaks behind the last token, as many as any rule looks ahead.
CLOSING = [Token(0, 0, Part.BREAK, Word(Part.BREAK))] * 4


def _after_hundred(tokens: list[Token], at: int) -> tuple[Decimal, int]:
    """What follows trăm: (linh) five, tens, a half; and the place after it."""
    part = tokens[at].part
    if part is Part.FILLER:
        if tokens[at + 1].part in (Part.DIGIT, Part.AFTER_TENS) and tokens[at + 2].part not in (
            Part.TENS,
            Part.HUNDRED,
        ):
            return tokens[at + 1].word.number, at + 2
        return ZERO, at
    if part is Part.TEN or (part is Part.DIGIT and tokens[at + 1].part is Part.TENS):
        return _tens(tokens, at)
    if part is Part.HALF_MORE:
        return Decimal(50), at + 1
    return ZERO, at


def _tens(tokens: list[Token], at: int) -> tuple[Decimal, int]:
    """Mười lăm, hai mươi mốt, ba chục; the place must hold one of them."""
    if tokens[at].part is Part.TEN:
        value, at = Decimal(10), at + 1
    else:
        value, at = tokens[at].word.number * 10, at + 2
    part = tokens[at].part
    # "mười năm" is ten years, never fifteen: five after ten is lăm.
    unit = tokens[at].word.number if part in (Part.DIGIT, Part.AFTER_TENS) else ZERO
    opens = tokens[at + 1].part in (Part.TENS, Part.HUNDRED)
    if part is Part.AFTER_TENS or (part is Part.DIGIT and unit != 5 and not opens):
        return value + unit, at + 1
    return value, at


def _words_below_1000(tokens: list[Token], at: int) -> tuple[Decimal, int] | None:
    part = tokens[at].part
    if part is Part.TEN:
        return _tens(tokens, at)
    if part not in (Part.DIGIT, Part.ZERO):
        return None
    after = tokens[at + 1].part
    if after is Part.HUNDRED:
        rest, end = _after_hundred(tokens, at + 2)
        return tokens[at].word.number * 100 + rest, end
    if after is Part.TENS and part is Part.DIGIT:
        return _tens(tokens, at)
    return tokens[at].word.number, at + 1


def decimals(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """The digits after phẩy: one by one ("một bốn"), or as one number ("mười bốn"), zeros first."""
    written, zeros = "", at
    while tokens[zeros].part is Part.ZERO and tokens[zeros + 1].part is not Part.HUNDRED:
        written, zeros = written + "0", zeros + 1
    digits = tokens[zeros].digits
    if digits is not None and digits.is_whole and not digits.others and len(written) < 30:
        return written + str(digits.value), zeros + 1
    single = zeros
    while tokens[single].part in (Part.DIGIT, Part.ZERO, Part.AFTER_TENS) and len(written) < 60:
        if tokens[single + 1].part in (Part.TENS, Part.HUNDRED):
            break
        written, single = written + str(tokens[single].word.number), single + 1
    if single > zeros:
        return written, single
    group = _words_below_1000(tokens, zeros)
    if group is not None:
        return written + str(group[0]), group[1]
    return (written, zeros) if written else None


def term_at(tokens: list[Token], at: int) -> Term | None:
    """The group with its scale words that begins at a place; `None` where none does."""
    group = _group(tokens, at)
    if group is None or tokens[group.next].part is not Part.SCALE:
        return group
    scale, end = scales(tokens, group.next, group.digits is not None)
    return Term(group.value, group.step, group.digits, end, scale)


def _group(tokens: list[Token], at: int) -> Term | None:
    digits = tokens[at].digits
    if digits is not None:
        value, step, end = digits.value, digits.step, at + 1
        while tokens[end].part in (Part.HUNDRED, Part.TENS) and end < at + 3:
            value, step = product(value, tokens[end].word.number), product(step, tokens[end].word.number)
            end += 1
            digits = None
    else:
        words = _words_below_1000(tokens, at)
        if words is None:
            return None
        (value, end), step = words, ZERO
    if tokens[end].part is Part.POINT and value == value.to_integral_value():
        after = decimals(tokens, end + 1)
        if after is not None:
            value, step = Decimal(f"{value}.{after[0]}"), ONE.scaleb(-len(after[0]))
            return Term(value, step, None, after[1])
    return Term(value, step, digits, end)


def scales(tokens: list[Token], at: int, after_digits: bool) -> tuple[Decimal, int]:
    """The product of the scale words from `at` on, and the place after them."""
    scale = ONE
    while tokens[at].part is Part.SCALE and scale < LARGEST_SCALE:
        if tokens[at].word.short and not (after_digits and scale == ONE):
            break
        scale, at = scale * tokens[at].word.number, at + 1
    return scale, at
