"""Numbers and dates → text as official documents write them."""

from calendar import monthrange
from datetime import date
from decimal import Decimal

from docgen.model.fact import Period

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


def in_words(value: Decimal | int) -> str:
    """The number in words as schools teach them: `một nghìn hai trăm linh năm`, `hai mươi tư`, `ba phẩy một bốn`.

    Decimals are read digit by digit.
    """
    sign, whole, after = _parts(Decimal(value))
    words = _words(int(whole), full=False) or [_DIGITS[0]]
    if after:
        words += ["phẩy", *(_DIGITS[int(digit)] for digit in after)]
    return " ".join(["âm", *words] if sign else words)


def money_in_words(value: Decimal | int) -> str:
    """The amount as it stands after "bằng chữ": `Hai triệu ba trăm nghìn đồng`."""
    words = in_words(value)
    return f"{words[0].upper()}{words[1:]} đồng"


def _words(value: int, *, full: bool) -> list[str]:
    """The words of a number, none for zero; `full`: higher groups stand before it, so its hundreds are said."""
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
    after_tens = {5: "lăm"} if tens == 1 else {1: "mốt", 4: "tư", 5: "lăm"}
    return words + ([after_tens.get(unit, _DIGITS[unit])] if unit else [])


def write_date(day: date, *, short: bool = False) -> str:
    """The date as Nghị định 30/2020 has it: `ngày 05 tháng 3 năm 2020`, or `05/3/2020` where `short`.

    Days below ten and the months 1 and 2 carry a zero in front.
    """
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    if short:
        return f"{day.day:02d}/{month}/{day.year}"
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def write_period(period: Period) -> str:
    """The period as a report names it: `năm 2021`, `quý III năm 2021`, `6 tháng đầu năm 2021`; or its label."""
    if period.start is None or period.end is None:
        return period.label
    start, end = period.start, period.end
    if start == end:
        return write_date(start)
    whole = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
    if whole and start.year == end.year:
        return _write_months(start.month, end.month, start.year)
    if whole and start.month == 1 and end.month == 12:
        return f"giai đoạn {start.year}-{end.year}"
    return f"từ ngày {write_date(start, short=True)} đến ngày {write_date(end, short=True)}"


def _write_months(first: int, last: int, year: int) -> str:
    if (first, last) == (1, 12):
        return f"năm {year}"
    if first == last:
        return f"tháng {first} năm {year}"
    if last - first == 2 and last % 3 == 0:
        return f"quý {('I', 'II', 'III', 'IV')[last // 3 - 1]} năm {year}"
    if first == 1:
        return f"{last:02d} tháng đầu năm {year}" if last != 6 else f"6 tháng đầu năm {year}"
    if last == 12:
        return f"{13 - first} tháng cuối năm {year}"
    return f"từ tháng {first} đến tháng {last} năm {year}"
