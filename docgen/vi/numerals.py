"""Vietnamese numbers both ways: `scan` and `read` take them out of text, `write_*` and `in_words` put them there."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from docgen.vi import digits, spelled
from docgen.vi.chains import Chain, number_at
from docgen.vi.digits import Digits
from docgen.vi.groups import CLOSING, Token
from docgen.vi.normal import normal
from docgen.vi.spelled import Part, Word
from docgen.vi.writing import in_words, money_in_words, write_money, write_number

__all__ = ["Numeral", "in_words", "money_in_words", "read", "scan", "write_money", "write_number"]

_ZERO = Decimal(0)
_BREAK = Word(Part.BREAK)
_WRITTEN = Word(Part.WRITTEN)
_ALONE = {Part.DIGIT, Part.ZERO}
# What makes one token a longer number.
_GOES_ON = {Part.SCALE, Part.HUNDRED, Part.TENS, Part.POINT, Part.HALF}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands in a text.

    `value` has its scale words multiplied out. `step` is the weight of its last written digit; zero for whole numbers
    without a scale word and for whole numbers in words, which are exact. `form` is `digits`, `words` or `mixed` (digits
    with scale words). `scale` is the scale of its last term, which a range hands to its first number. `alternatives`
    are other readings (value, step), likeliest first. `fault` names what is wrong with the writing. `syllables` counts
    its number words: one word alone in the form `words` may be no number at all ("năm", "tư", "không", "ba").
    """

    start: int
    end: int
    value: Decimal
    step: Decimal = _ZERO
    form: str = "digits"
    scale: Decimal = Decimal(1)
    alternatives: tuple[tuple[Decimal, Decimal], ...] = ()
    fault: str | None = None
    syllables: int = 0


@cache
def _pattern() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The pattern of a run of numbers and number words, and that of one of them."""
    one = "|".join(digits.patterns() + spelled.patterns())
    # Every branch begins with a literal, which lets the search skip to first characters.
    return re.compile(rf"(?:{one})(?: {{0,2}}(?:{one}))*+"), re.compile(one)


def scan(text: str) -> list[Numeral]:
    """Every longest number of a normalised text from left to right, whatever stands around it.

    Nothing is rejected by context: parts of dates and document numbers are there too, and so is each number word that
    stands alone. A sign in digits is left to the reader of figures; "âm" belongs to the number.
    """
    lowered = _lowered(text)
    runs, one = _pattern()
    found: list[Numeral] = []
    for run in runs.finditer(lowered):
        written, (start, end) = run[0], run.span()
        known = _SINGLE.get(written)
        if known is not None:
            found.append(Numeral(start, end, known, form="words", syllables=1))
            continue
        read = None if written.strip(_OF_DIGITS) else digits.digits_of(written)
        if read is not None:
            found.append(_in_digits(start, end, _beside(read, lowered, start, end)))
        else:
            found += _numerals(_tokens(lowered, one, start, end), lowered)
    return found


_OF_DIGITS = "0123456789.,"


def _in_digits(start: int, end: int, read: Digits) -> Numeral:
    # Whole numbers are exact: their step is zero.
    others = tuple((value, _ZERO if step == 1 else step) for value, step in read.others) if read.others else ()
    step = _ZERO if read.step == 1 else read.step
    return Numeral(start, end, read.value, step, alternatives=others, fault=read.fault)


_SINGLE = {word: entry.number for word, entry in spelled.words().items() if entry.alone}


def _lowered(text: str) -> str:
    lowered = text.lower()
    # A few foreign capitals become two characters; offsets matter more than they do.
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def tokens_of(text: str) -> list[Token]:
    """The number words and written digits of a normalised text, with breaks where a list stands."""
    lowered = _lowered(text)
    return _tokens(lowered, _pattern()[1], 0, len(lowered))


def _tokens(text: str, one: re.Pattern[str], start: int, end: int) -> list[Token]:
    tokens: list[Token] = []
    last = start
    table = spelled.words()
    for match in one.finditer(text, start):
        written, (first, after) = match[0], match.span()
        if first >= end:
            break
        word = table.get(written)
        if word is not None:
            tokens.append(Token(first, after, word.part, word, glued=first == last))
        else:
            _add_digits(tokens, text, written, first)
        last = after
    return tokens + CLOSING


def _add_digits(tokens: list[Token], text: str, written: str, start: int) -> None:
    read = digits.digits_of(written)
    if read is not None:
        end = start + len(written)
        read = _beside(read, text, start, end)
        glued = bool(tokens) and tokens[-1].end == start
        closes = bool(tokens) and tokens[-1].part is Part.SCALE and not glued and _DONG.match(text, end) is not None
        tokens.append(Token(start, end, Part.WRITTEN, _WRITTEN, read, glued, closes))
        return
    for piece in re.finditer("[0-9]+(?:\\.[0-9]+)*", written):
        # Not one number but a list: each piece by itself, kept apart by breaks.
        read = digits.digits_of(piece[0])
        place = start + piece.start(), start + piece.end()
        tokens.append(Token(place[0], place[0], Part.BREAK, _BREAK))
        if read is not None:
            tokens.append(Token(*place, Part.WRITTEN, _WRITTEN, read))
    tokens.append(Token(start + len(written), start + len(written), Part.BREAK, _BREAK))


def _beside(read: Digits, text: str, start: int, end: int) -> Digits:
    """The reading that what stands beside the digits asks for; the others stay as alternatives."""
    if not read.others and "." not in text[start:end]:
        return read
    readings = ((read.value, read.step), *read.others)
    if _PERCENT.match(text, end):
        if read.is_whole and not read.others and text.count(".", start, end) == 1 and " " not in text[start:end]:
            # 12.345% is a thousand times 100% as written; an English hand may have meant decimals.
            return replace(read, others=((read.value.scaleb(-3), Decimal("0.001")),))
        wanted = next((one for one in readings if one[1] < 1), None)
    elif (
        read.others
        and read.fault is None
        and (_CURRENCY.match(text, end) or _CURRENCY_BEFORE.search(text, start - 6, start))
    ):
        # 500,000 đồng: no one writes thousandths of a đồng.
        wanted, read = next(one for one in readings if one[1] >= 1), replace(read, fault=digits.COMMA_AS_THOUSANDS)
    elif read.others and start and text[start - 1] == "/":
        wanted = _whole_of(text, start, readings)
    else:
        return read
    if wanted is None or wanted == readings[0]:
        return read
    return replace(read, value=wanted[0], step=wanted[1], others=tuple(one for one in readings if one != wanted))


def _whole_of(text: str, start: int, readings: tuple[tuple[Decimal, Decimal], ...]) -> tuple[Decimal, Decimal] | None:
    """In "805/1,352" the reading of the whole that its part fits into."""
    before = _PART.search(text, max(0, start - 16), start)
    part = digits.digits_of(before[1]) if before else None
    if part is None or not part.is_whole or part.value <= readings[0][0]:
        return None
    return next((one for one in readings if one[0] >= part.value), None)


_PART = re.compile(r"([0-9]+(?:[.,][0-9]+)*)/$")
_PERCENT = re.compile(" {0,2}(?:[%‰]|phần (?:trăm|nghìn)|điểm phần trăm)")
_CURRENCY = re.compile(r" ?(?:(?:đồng|đ|vnđ|vnd|usd|đô la|đô|euro|eur)(?!\w)|[₫$€])")
_DONG = re.compile(r" ?(?:(?:đồng|đ|vnđ|vnd)(?!\w)|₫)")
_CURRENCY_BEFORE = re.compile(r"(?:(?<!\w)(?:vnd|vnđ|usd|eur) ?|[$€₫] ?)$")


def _numerals(tokens: list[Token], text: str) -> list[Numeral]:
    found = []
    at = 0
    while at < len(tokens) - len(CLOSING):
        token = tokens[at]
        if tokens[at + 1].part not in _GOES_ON and (token.digits is not None or token.part in _ALONE):
            found.append(
                _in_digits(token.start, token.end, token.digits)
                if token.digits is not None
                else Numeral(token.start, token.end, token.word.number, form="words", syllables=1)
            )
            at += 1
            continue
        chain = number_at(tokens, at)
        if chain is None:
            at += 1
            continue
        found.append(_numeral(tokens[at : chain.next], chain))
        at = chain.next
    return found


def _numeral(tokens: list[Token], chain: Chain) -> Numeral:
    words = sum(token.digits is None for token in tokens)
    form = "digits" if not words else "words" if words == len(tokens) else "mixed"
    fault = chain.fault or (MISSPELT if any(token.word.misspelt for token in tokens) else None)
    return Numeral(
        tokens[0].start, tokens[-1].end, chain.value, chain.step, form, chain.scale, chain.others, fault, words
    )


MISSPELT = "NUM105"


def read(text: str) -> Numeral | None:
    """The number that the whole of a text is, whether normalised or not; `None` where it is not just one number.

    A minus before it counts: "-5", "âm năm", "trừ năm".
    """
    plain = normal(text).text
    match = _SIGN.match(plain)
    start = match.end() if match else 0
    found = scan(plain[start:])
    if len(found) != 1 or plain[start : start + found[0].start].strip() or plain[start + found[0].end :].strip():
        return None
    one = found[0]
    sign = -1 if match and match[1] else 1
    others = tuple((sign * value, step) for value, step in one.alternatives)
    return Numeral(
        start + one.start,
        start + one.end,
        sign * one.value,
        one.step,
        one.form,
        one.scale,
        others,
        one.fault,
        one.syllables,
    )


_SIGN = re.compile(r"\s*(?:([-−–]|trừ )\s*|\+)?", re.IGNORECASE)
