"""Tokens of one run → the longest number that opens it: terms whose scales fall, and half a scale more."""

from dataclasses import dataclass
from decimal import Decimal

from docgen.vi.groups import BILLION, EXACT, LARGEST_SCALE, ONE, ZERO, Term, Token, decimals, product, scales, term_at
from docgen.vi.spelled import Part

BEYOND = LARGEST_SCALE * BILLION * BILLION


@dataclass(slots=True)
class Chain:
    """A number read so far, and where it ends. `scale` and `step` are those of its last term."""

    value: Decimal = ZERO
    step: Decimal = ZERO
    scale: Decimal = ONE
    next: int = 0
    others: tuple[tuple[Decimal, Decimal], ...] = ()
    fault: str | None = None


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
            filled, group = False, term_at(self.tokens, at)
        elif self.chain.scale == ONE:
            return False
        else:
            filled = self.tokens[at].part is Part.FILLER
            group = term_at(self.tokens, at + 1 if filled else at)
            if group is None or not self._follows(group, filled, at):
                return False
        if group is None:
            return False
        scale = group.scale
        taken = self._close(group.value, scale) if scale >= BILLION else self._add(group.value, scale)
        if taken:
            self._commit(group)
        return taken

    def _follows(self, group: Term, filled: bool, at: int) -> bool:
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

    def _commit(self, group: Term) -> None:
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
            after = decimals(self.tokens, chain.next + 1)
            if after is not None:
                chain.value = Decimal(f"{chain.value:f}.{after[0]}")
                chain.step, chain.next = ONE.scaleb(-len(after[0])), after[1]


def _half(tokens: list[Token], at: int) -> Chain | None:
    """ "nửa triệu", "triệu rưỡi", "trăm rưỡi"; `None` where the word is not part of a number."""
    part = tokens[at].part
    times, first = (ONE / 2, at + 1) if part is Part.HALF else (ONE + ONE / 2, at)
    scale, end = (Decimal(100), first + 1) if tokens[first].part is Part.HUNDRED else (ONE, first)
    more, end = scales(tokens, end, False)
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
