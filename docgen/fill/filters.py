"""The filters of templates: numbers, money, dates and names as Vietnamese documents write them."""

import re
import urllib.parse
from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from jinja2 import Undefined
from markupsafe import Markup

from docgen.fill import dates
from docgen.fill.values import Values
from docgen.vi.numerals import in_words, read, write_money, write_number

_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9, "nghìn tỷ": 10**12, "đồng": 1}
_ROMAN: tuple[tuple[int, str], ...] = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
)
_ROMAN += ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_PICTURE = re.compile(r"[#0](?:[#0.,]*[#0])?")
_SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp", ""})
_MOST_PLACES = 30


class NotANumber(ValueError):
    """A filter for numbers got something else."""


def number_of(value: Any) -> Decimal:
    """The number a value says: a number as it is, a text as Vietnamese writes it (`3.427`, `68,73%`)."""
    if isinstance(value, bool):
        raise NotANumber(value)
    if isinstance(value, int | Decimal):
        return Decimal(value)
    if isinstance(value, float):
        return Decimal(f"{value:.15g}")
    text = str(value).strip().rstrip("%").rstrip()
    if re.fullmatch(r"-?\d+", text):
        return Decimal(text)
    found = read(text)
    if found is None or found.fault:
        raise NotANumber(value)
    return found.value


def rounded(value: Decimal, places: int | None) -> Decimal:
    """The value rounded half up to so many decimals, as reports round; unchanged where `places` is `None`."""
    if places is None:
        return value
    try:
        return value.quantize(Decimal(1).scaleb(-min(int(places), _MOST_PLACES)), ROUND_HALF_UP)
    except InvalidOperation as fault:
        raise NotANumber(value) from fault


def _blank(value: Any) -> bool:
    if isinstance(value, Undefined):
        str(value)  # a strict one tells the name that is missing
    return value is None or isinstance(value, Undefined) or (isinstance(value, str) and not value.strip())


def so(value: Any, places: int | None = None) -> str:
    """`3427` → `3.427`; with `places`, rounded to so many decimals."""
    return "" if _blank(value) else write_number(rounded(number_of(value), places))


def phan_tram(value: Any, places: int | None = None) -> str:
    """`68.734` → `68,73%`: two decimals unless the number is whole or `places` is given."""
    if _blank(value):
        return ""
    number = number_of(value)
    if places is None:
        places = 0 if number == number.to_integral_value() else 2
    return f"{write_number(rounded(number, places))}%"


def tien(value: Any, unit: str = "", places: int = 0) -> str:
    """`3508473000000` → `3.508 tỷ 473 triệu đồng`; `tien('tỷ', 1)` → `3.508,5 tỷ đồng`."""
    if _blank(value):
        return ""
    number = number_of(value)
    if not unit:
        return write_money(rounded(number, 0))
    if unit not in _SCALES:
        raise ValueError(f"đơn vị tiền lạ: {unit}")
    return f"{write_number(rounded(number / _SCALES[unit], places))} {unit} đồng".replace("đồng đồng", "đồng")


def bang_chu(value: Any, unit: str = "") -> str:
    """`3427` → `Ba nghìn bốn trăm hai mươi bảy`, with `unit` behind it."""
    if _blank(value):
        return ""
    number = number_of(value)
    if abs(number) >= 10**18:
        raise NotANumber(value)
    whole, _, decimals = f"{abs(number):f}".partition(".")
    words = in_words(int(whole))
    if decimals.strip("0"):
        words += " phẩy " + " ".join(_DIGITS[int(digit)] for digit in decimals.rstrip("0"))
    if number < 0:
        words = f"âm {words}"
    return dau_cau(f"{words} {unit}".strip())


def tang_giam(now: Any, earlier: Any, unit: str = "", places: int = 2) -> str:
    """`tăng 5.703 việc (1,29%)`: the change from `earlier`; of rates (`unit` is `%`) the points alone."""
    if _blank(now) or _blank(earlier):
        return ""
    present, past = number_of(now), number_of(earlier)
    change = present - past
    if not change:
        return "không thay đổi"
    word = "tăng" if change > 0 else "giảm"
    if unit == "%":
        return f"{word} {write_number(rounded(abs(change), places))}%"
    told = " ".join(filter(None, (word, write_number(abs(change)), unit)))
    return f"{told} ({write_number(rounded(abs(change) * 100 / abs(past), places))}%)" if past else told


def dau_cau(value: Any) -> str:
    """The text with its first letter large."""
    text = _text(value)
    return text[:1].upper() + text[1:]


def ten(value: Any) -> str:
    """`NGUYỄN VĂN A` → `Nguyễn Văn A`."""
    return re.sub(r"[^\W\d_]+", lambda match: match.group()[:1].upper() + match.group()[1:].lower(), _text(value))


def la_ma(value: Any) -> str:
    """`4` → `IV`."""
    if _blank(value):
        return ""
    number = number_of(value)
    if number != int(number) or not 0 < number < 4000:
        raise NotANumber(value)
    rest, out = int(number), ""
    for weight, letters in _ROMAN:
        out += letters * (rest // weight)
        rest %= weight
    return out


def word_number(value: Any, picture: str) -> str:
    """A number by Word's picture (`#.##0`, `0,00`), always with Vietnamese marks."""
    if _blank(value):
        return ""
    match = _PICTURE.search(picture)
    if not match:
        return write_number(number_of(value))
    pattern = match.group()
    marks = [char for char in pattern if char in ".,"]
    last = max(pattern.rfind("."), pattern.rfind(","))
    decimals = len(pattern) - last - 1 if marks else 0
    if marks and len(set(marks)) == 1 and decimals == 3 and pattern.startswith("#"):
        decimals = 0
    written = write_number(rounded(number_of(value), decimals))
    if "." not in picture and "," not in picture:
        written = written.replace(".", "")
    return (picture[: match.start()] + written + picture[match.end() :]).replace("'", "")


def colour(value: Any) -> Markup:
    """A colour of six hexadecimal digits, or `auto`."""
    found = re.fullmatch(r"#?([0-9A-Fa-f]{6})|auto|", str(value).strip())
    if not found:
        raise ValueError(f"màu lạ: {value}")
    return Markup(found.group(1) or "auto")  # noqa: S704 - six hexadecimal digits


def span(value: Any) -> Markup:
    """How many columns a cell takes, at least one."""
    return Markup(max(1, min(int(number_of(value)), 63)))  # noqa: S704 - a number


def address(value: Any) -> str:
    """A value as part of a web address."""
    return urllib.parse.quote(_text(value), safe="/:@?&=+,;%#~!$*()")


def whole_address(value: Any) -> str:
    """A value as a whole web address; what is not a web or mail address is refused."""
    text = address(value).strip()
    if urllib.parse.urlsplit(text).scheme.lower() not in _SCHEMES:
        raise ValueError(f"không phải địa chỉ web: {text}")
    return text


def dong(value: Any) -> list[str]:
    """The lines of a text that are not blank, without the semicolon that parts items; of a list, its items."""
    if _blank(value):
        return []
    lines = value.splitlines() if isinstance(value, str) else [str(each) for each in value if each is not None]
    return [stripped for line in lines if (stripped := line.strip().rstrip(";").rstrip())]


def _text(value: Any) -> str:
    return "" if _blank(value) else str(value)


def filters_of(values: Values) -> Mapping[str, Callable[..., Any]]:
    """All filters by name, with a way to write values."""

    def danh_sach(items: Any, separator: str = ", ", last: str | None = None, attribute: str | None = None) -> str:
        if _blank(items):
            return ""
        listed: Iterable[Any] = [items] if isinstance(items, str | Mapping) else items
        if attribute is not None:
            listed = [each.get(attribute) for each in listed]
        texts = [text for each in listed if (text := values.text(each).strip())]
        if last is None or len(texts) < 2:
            return separator.join(texts)
        return separator.join(texts[:-1]) + last + texts[-1]

    return {
        "so": so,
        "phan_tram": phan_tram,
        "tien": tien,
        "bang_chu": bang_chu,
        "ngay": lambda value, form="": "" if _blank(value) else dates.ngay(value, form),
        "tang_giam": tang_giam,
        "hoa": lambda value: _text(value).upper(),
        "thuong": lambda value: _text(value).lower(),
        "dau_cau": dau_cau,
        "ten": ten,
        "la_ma": la_ma,
        "danh_sach": danh_sach,
        "dong": dong,
        "word_number": word_number,
        "word_date": lambda value, picture: "" if _blank(value) else dates.by_picture(value, picture),
        "before": lambda value, text: "" if _blank(value) else text + values.text(value),
        "after": lambda value, text: "" if _blank(value) else values.text(value) + text,
        "flat": values.flat,
        "colour": colour,
        "span": span,
        "address": address,
        "whole_address": whole_address,
    }
