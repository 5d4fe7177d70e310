"""Written digits with their separators → value, weight of the last digit, and what else they may mean."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

# Longer than any amount of money: an account number, a bar code, a line of a table without its spaces.
LONGEST = 30

# After the first digit. Groups split by a space come first; then anything held together by dots and commas.
_SPACED = r"{head}[0-9]{{0,2}}(?: [0-9]{{3}}(?![0-9]|\.[0-9]))+(?:,[0-9]+)?"
_JOINED = r"{head}[0-9]*(?:[.,][0-9]+)*(?:[½¼¾]|, [0-9]{{1,2}}(?= ?%))?"
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")

DOT_AS_DECIMAL = "NUM101"
BAD_GROUPS = "NUM102"
COMMA_AS_THOUSANDS = "NUM103"
SPLIT = "NUM104"


def patterns() -> list[str]:
    """Regular expressions of written digits, each beginning with one literal digit, for a first-character search."""
    spaced = [_SPACED.format(head=digit) for digit in "123456789"]
    return spaced + [_JOINED.format(head=digit) for digit in "0123456789"] + list(_VULGAR)


@dataclass(frozen=True, slots=True)
class Digits:
    """Digits as read: `step` is the weight of the last digit, `others` further readings, likeliest first."""

    value: Decimal
    step: Decimal
    others: tuple[tuple[Decimal, Decimal], ...] = ()
    fault: str | None = None

    @property
    def is_whole(self) -> bool:
        """Whether no decimals are written."""
        return self.step >= 1


@lru_cache(maxsize=8192)
def digits_of(written: str) -> Digits | None:
    """What the digits stand for; `None` where they are a list (`1,3,5`) or longer than any number."""
    if len(written) > 2 * LONGEST:
        return None
    if written[-1] in _VULGAR:
        whole = digits_of(written[:-1]) if len(written) > 1 else _plain("0")
        return Digits(whole.value + _VULGAR[written[-1]], Decimal(0)) if whole and whole.is_whole else None
    if ", " in written:
        return _split_number(written)
    written = written.replace(" ", "")
    if len(written) > LONGEST + 10:
        return None
    dots, commas = written.count("."), written.count(",")
    if not dots and not commas:
        return _plain(written)
    if not commas:
        return _with_dots(written, dots)
    if not dots:
        return _with_commas(written, commas)
    return _with_both(written, commas)


def _plain(digits: str, others: tuple[tuple[Decimal, Decimal], ...] = (), fault: str | None = None) -> Digits:
    return Digits(Decimal(digits), Decimal(1), others, fault)


def _decimal(whole: str, after: str) -> tuple[Decimal, Decimal]:
    return Decimal(f"{whole}.{after}"), Decimal(1).scaleb(-len(after))


def _joined(written: str) -> tuple[Decimal, Decimal]:
    return Decimal(re.sub("[.,]", "", written)), Decimal(1)


def _with_dots(written: str, dots: int) -> Digits:
    if _GROUPED.fullmatch(written) and not written.startswith("0"):
        return Digits(*_joined(written))
    if dots > 1:
        return _bad_groups(written)
    whole, after = written.split(".")
    if len(after) > 3 and whole != "0":
        # The dot stands for thousands, but 446.4000 has a dot too few, or a zero too many, or English decimals.
        zero_too_many = (_joined(written[:-1]),) if written.endswith("0") and len(after) == 4 else ()
        return Digits(*_joined(written), (*zero_too_many, _decimal(whole, after)), BAD_GROUPS)
    # 3.00 may also be 300, or 3.000 with a zero lost; 1.5 is an English decimal and nothing else.
    others = (_joined(written), (_joined(written)[0] * 10, Decimal(1))) if len(after) == 2 and whole != "0" else ()
    return Digits(*_decimal(whole, after), others, DOT_AS_DECIMAL)


def _bad_groups(written: str) -> Digits:
    head, _, last = written.rpartition(".")
    others: list[tuple[Decimal, Decimal]] = []
    if _GROUPED.fullmatch(head) and len(last) < 3:
        others = [
            _decimal(head.replace(".", ""), last),
            (Decimal(head.replace(".", "") + last.ljust(3, "0")), Decimal(1)),
        ]
    return Digits(*_joined(written), tuple(others), BAD_GROUPS)


def _with_commas(written: str, commas: int) -> Digits | None:
    if commas > 1:
        return Digits(*_joined(written), (), COMMA_AS_THOUSANDS) if _ENGLISH.fullmatch(written) else None
    whole, after = written.split(",")
    point = _decimal(whole, after)
    if not _ENGLISH.fullmatch(written) or whole.startswith("0"):
        return Digits(*point)
    if after == "000":
        return Digits(*_joined(written), (point,), COMMA_AS_THOUSANDS)
    return Digits(*point, (_joined(written),))


def _with_both(written: str, commas: int) -> Digits | None:
    if written.rindex(",") < written.rindex("."):
        whole, _, after = written.rpartition(".")
        if _ENGLISH.fullmatch(whole):
            return Digits(*_decimal(whole.replace(",", ""), after), (), COMMA_AS_THOUSANDS)
        return None
    if commas > 1:
        return None
    whole, _, after = written.rpartition(",")
    fault = None if _GROUPED.fullmatch(whole) else BAD_GROUPS
    return Digits(*_decimal(whole.replace(".", ""), after), (), fault)


def _split_number(written: str) -> Digits | None:
    """`39, 1` before a percent sign is 39,1; but what rises is a list: `5, 7%`."""
    whole, after = written.split(", ")
    if not whole.isdigit() or not (after.startswith("0") or int(after) < int(whole)):
        return None
    return Digits(*_decimal(whole, after), (), SPLIT)
