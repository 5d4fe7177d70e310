"""Numbers → text as official documents write them: digits, money by scale words, words."""

from decimal import Decimal

_SCALES = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def write_number(value: Decimal | int) -> str:
    """The number with dots between thousands and a decimal comma: `12.345,60`; trailing zeros are kept."""
    sign, whole, after = _parts(Decimal(value))
    return sign + f"{int(whole):,}".replace(",", ".") + (f",{after}" if after else "")


def _parts(value: Decimal) -> tuple[str, str, str]:
    if not value.is_finite():
        raise ValueError(f"not a number that can be written: {value}")
    whole, _, after = f"{abs(value):f}".partition(".")
    return "-" if value < 0 else "", whole, after


def write_money(value: Decimal | int) -> str:
    """An amount of đồng by its scale words: `1.088 tỷ 473 triệu 419 nghìn đồng`.

    Groups that are zero are left out; what is below a thousand is written out in front of đồng.
    """
    sign, whole, after = _parts(Decimal(value))
    rest = int(whole)
    terms = []
    for scale, word in _SCALES:
        count, rest = divmod(rest, scale)
        if count:
            terms.append(f"{write_number(count)} {word}")
    if after or not terms or rest:
        if terms:
            return sign + write_number(abs(Decimal(value))) + " đồng"
        terms.append(write_number(abs(Decimal(value))))
    return sign + " ".join(terms) + " đồng"


def in_words(value: int) -> str:
    """The number in words: `một nghìn hai trăm linh năm`."""
    if value < 0:
        return f"âm {in_words(-value)}"
    if value == 0:
        return _DIGITS[0]
    return " ".join(_words(value, full=False))


def _words(value: int, *, full: bool) -> list[str]:
    """The words of a positive number; `full` where higher groups stand before it, so that its hundreds are said."""
    high, low = divmod(value, 10**9)
    words = [*_words(high, full=full), "tỷ"] if high else []
    full = full or bool(high)
    for scale, word in _SCALES[1:]:
        count, low = divmod(low, scale)
        if count:
            words += [*_below_1000(count, full=full), word]
            full = True
    return words + (_below_1000(low, full=full) if low else [])


def _below_1000(value: int, *, full: bool) -> list[str]:
    hundreds, rest = divmod(value, 100)
    tens, unit = divmod(rest, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or full else []
    if tens == 0:
        return words + (["linh"] if words and unit else []) + ([_DIGITS[unit]] if unit else [])
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if unit == 1 and tens > 1:
        return [*words, "mốt"]
    if unit == 5:
        return [*words, "lăm"]
    return words + ([_DIGITS[unit]] if unit else [])
