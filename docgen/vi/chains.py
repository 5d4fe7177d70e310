"""Tokens of one run → the longest number that opens it: groups, scale words, decimals, halves."""

from dataclasses import dataclass
from decimal import Context, Decimal
from typing import NamedTuple

from docgen.vi.digits import Digits
from docgen.vi.spelled import Part, Word

EXACT = Context(prec=400)
BILLION = Decimal(10**9)
# "tỷ tỷ tỷ …" would multiply for ever; no quantity on earth is larger.
LARGEST_SCALE = Decimal(10**18)
BEYOND = LARGEST_SCALE * BILLION * BILLION
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


class Group(NamedTuple):
    """A number below its scale words (0 to 999 in words, or digits as written), and these multiplied out."""

    value: Decimal
    step: Decimal
    digits: Digits | None
    next: int
    scale: Decimal = ONE


# Breaks behind the last token, as many as any rule looks ahead.
CLOSING = [Token(0, 0, Part.BREAK, Word(Part.BREAK))] * 4


@dataclass(slots=True)
class Chain:
    """A number read so far, and where it ends. `scale` and `step` are those of its last term."""

    value: Decimal = ZERO
    step: Decimal = ZERO
    scale: Decimal = ONE
    next: int = 0
    others: tuple[tuple[Decimal, Decimal], ...] = ()
    fault: str | None = None


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


def _decimals(tokens: list[Token], at: int) -> tuple[str, int] | None:
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


def _term_at(tokens: list[Token], at: int) -> Group | None:
    """The group with its scale words that begins at a place; `None` where none does."""
    group = _group(tokens, at)
    if group is None or tokens[group.next].part is not Part.SCALE:
        return group
    scale, end = _scales(tokens, group.next, group.digits is not None)
    return Group(group.value, group.step, group.digits, end, scale)


def _group(tokens: list[Token], at: int) -> Group | None:
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
        after = _decimals(tokens, end + 1)
        if after is not None:
            value, step = Decimal(f"{value}.{after[0]}"), ONE.scaleb(-len(after[0]))
            return Group(value, step, None, after[1])
    return Group(value, step, digits, end)


def _scales(tokens: list[Token], at: int, after_digits: bool) -> tuple[Decimal, int]:
    """The product of the scale words from `at` on, and the place after them."""
    scale = ONE
    while tokens[at].part is Part.SCALE and scale < LARGEST_SCALE:
        if tokens[at].word.short and not (after_digits and scale == ONE):
            break
        scale, at = scale * tokens[at].word.number, at + 1
    return scale, at


class Reading:
    """Reads one number term by term.

    `closed` is what stands before the last tỷ, `below` what has come since. A term is taken while scales fall; a tỷ
    multiplies all of `below` ("hai nghìn ba trăm tỷ"), and where its term is larger than what was closed, that too
    ("một tỷ hai trăm triệu tỷ"). Else the number ended before the term.
    """

    def __init__(self, tokens: list[Token], at: int) -> None:
        self.tokens = tokens
        self.closed = self.below = ZERO
        self.unit = BEYOND  # of the last closed term
        self.last = BEYOND  # the last scale since
        self.terms = 0
        self.chain = Chain(next=at)

    def run(self) -> Chain | None:
        """The longest number from here; `None` where none opens."""
        while self._term(self.chain.next):
            pass
        if not self.terms:
            return None
        self._tail()
        return self.chain

    def _term(self, at: int) -> bool:
        if not self.terms:
            filled, group = False, _term_at(self.tokens, at)
        elif self.chain.scale == ONE:
            return False
        else:
            filled = self.tokens[at].part is Part.FILLER
            group = _term_at(self.tokens, at + 1 if filled else at)
            if group is None or not self._follows(group, filled, at):
                return False
        if group is None:
            return False
        scale = group.scale
        taken = self._close(group.value, scale) if scale >= BILLION else self._add(group.value, scale)
        if taken:
            self._commit(group)
        return taken

    def _follows(self, group: Group, filled: bool, at: int) -> bool:
        """Whether the group may continue the number at all."""
        first = self.tokens[at]
        if self.chain.step != ZERO and self.chain.step < self.chain.scale and not self.chain.others:
            return False  # decimals were written: "1,5 tỷ 200 triệu" is two numbers
        if group.digits is not None:
            return (group.scale > ONE or first.closes) and group.digits.is_whole
        if group.scale > ONE or filled:
            return True
        # "hai nghìn năm" is two thousand years: a bare digit joins only after linh.
        return first.part is Part.TEN or group.value >= 10 or (first.part is Part.ZERO and group.next > at + 1)

    def _add(self, value: Decimal, scale: Decimal) -> bool:
        term = product(value, scale)
        if self.terms and (scale >= self.last or term >= min(self.last, self.unit)):
            return False
        self.below, self.last = EXACT.add(self.below, term), scale
        return True

    def _close(self, value: Decimal, scale: Decimal) -> bool:
        extra = scale / BILLION
        if self.below and (extra >= self.last or value * extra >= self.last):
            return False
        if self.closed and not self.below and scale >= self.unit:
            return False
        times = EXACT.add(self.below, product(value, extra))
        term = product(times, BILLION)
        if not self.closed or term < self.unit:
            self.closed = EXACT.add(self.closed, term)
        elif self.below and term > self.closed and times < self.unit and self.unit <= LARGEST_SCALE:
            self.closed = product(EXACT.add(self.closed, times), BILLION)
        else:
            return False
        # A multiplier without scale words of its own leaves its last word as the unit: "một nghìn tỷ" counts in 10^12.
        self.unit = BILLION if self.below else scale
        self.below, self.last = ZERO, self.unit
        return True

    def _commit(self, group: Group) -> None:
        chain, scale = self.chain, group.scale
        thousands = chain.others[:1] if self.terms else ()
        if thousands and chain.step < chain.scale:
            # "1,088 tỷ 473 triệu": only a whole number has a rest after it, so the comma stood for thousands.
            self.closed = EXACT.add(self.closed, thousands[0][0] - chain.value)
        self.terms += 1
        chain.value = EXACT.add(self.closed, self.below)
        chain.step = ZERO if scale == ONE and group.step == ONE else product(group.step, scale)
        chain.scale, chain.next = scale, group.next
        chain.others = ()
        if self.terms == 1 and group.digits is not None:
            chain.fault = group.digits.fault
            chain.others = tuple(
                (product(value, scale), ZERO if scale == ONE and step == ONE else product(step, scale))
                for value, step in group.digits.others
            )

    def _tail(self) -> None:
        """Half a scale more, the digit of "1tr2", or decimals after the whole."""
        chain, part = self.chain, self.tokens[self.chain.next].part
        if part is Part.WRITTEN and self.tokens[chain.next].glued and self.tokens[chain.next - 1].word.short:
            rest = self.tokens[chain.next]
            length = rest.end - rest.start
            chain.step = product(chain.scale, ONE.scaleb(-length))
            chain.value = EXACT.add(chain.value, product(rest.digits.value, chain.step) if rest.digits else ZERO)
            chain.next += 1
        elif part is Part.HALF_MORE and chain.scale > ONE:
            chain.value = EXACT.add(chain.value, chain.scale / 2)
            chain.step = chain.step and chain.scale / 10
            chain.next += 1
        elif part is Part.POINT and chain.value == chain.value.to_integral_value():
            after = _decimals(self.tokens, chain.next + 1)
            if after is not None:
                chain.value = Decimal(f"{chain.value:f}.{after[0]}")
                chain.step, chain.next = ONE.scaleb(-len(after[0])), after[1]


def _half(tokens: list[Token], at: int) -> Chain | None:
    """ "nửa triệu", "triệu rưỡi", "trăm rưỡi"; `None` where the word is not part of a number."""
    part = tokens[at].part
    times, first = (ONE / 2, at + 1) if part is Part.HALF else (ONE + ONE / 2, at)
    scale, end = (Decimal(100), first + 1) if tokens[first].part is Part.HUNDRED else (ONE, first)
    more, end = _scales(tokens, end, False)
    scale *= more
    if scale == ONE or (part is not Part.HALF and tokens[end].part is not Part.HALF_MORE):
        return None
    return Chain(product(times, scale), ZERO, scale, end + (part is not Part.HALF))


def number_at(tokens: list[Token], at: int) -> Chain | None:
    """The longest number that opens at token `at`; `None` where none does."""
    part = tokens[at].part
    if part is Part.MINUS:
        chain = number_at(tokens, at + 1) if tokens[at + 1].part is not Part.MINUS else None
        if chain is not None:
            chain.value = -chain.value
            chain.others = tuple((-value, step) for value, step in chain.others)
        return chain
    if part in (Part.HALF, Part.SCALE, Part.HUNDRED):
        return _half(tokens, at)
    if part is Part.DIGIT and tokens[at + 1].part is Part.HALF and tokens[at].word.number == 1:
        return _half(tokens, at + 1) or Chain(ONE / 2, next=at + 2)  # "một nửa"
    if part is Part.AFTER_TENS:
        return Chain(tokens[at].word.number, next=at + 1) if tokens[at].word.alone else None
    return Reading(tokens, at).run()
