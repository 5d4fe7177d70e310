"""Dates in rows and in templates: what a value says, and how a document writes it."""

import datetime
import re
from typing import Any

_SLASHED = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_SPELLED = re.compile(r"(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_PICTURE = re.compile(r"y{4}|y{2}|d{1,4}|M{1,4}|H{1,2}|h{1,2}|m{1,2}|s{1,2}|'[^']*'")
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


class NotADate(ValueError):
    """A filter for dates got something else."""


def date_of(value: Any) -> datetime.datetime:
    """The date a value says: a date as it is, a text as `05/01/2026`, `2026-01-05` or in words, day before month."""
    if isinstance(value, datetime.datetime):
        return value
    if isinstance(value, datetime.date):
        return datetime.datetime(value.year, value.month, value.day)
    text = str(value).strip()
    try:
        for pattern in (_SLASHED, _SPELLED):
            if match := pattern.fullmatch(text):
                day, month, year = map(int, match.groups())
                return datetime.datetime(year, month, day)
        if match := _ISO.fullmatch(text):
            return datetime.datetime(*map(int, match.groups()))  # type: ignore[arg-type]
    except ValueError as fault:
        raise NotADate(value) from fault
    raise NotADate(value)


def ngay(value: Any, form: str = "") -> str:
    """`ngày 05 tháng 01 năm 2026`: days under ten and the months January and February get a leading zero.

    `form` may be a picture of Word such as `dd/MM/yyyy`.
    """
    if form:
        return by_picture(value, form)
    date = date_of(value)
    month = f"{date.month:02}" if date.month < 3 else str(date.month)
    return f"ngày {date.day:02} tháng {month} năm {date.year}"


def by_picture(value: Any, picture: str) -> str:
    """The date by Word's picture: `dd/MM/yyyy`, `d 'tháng' M`, `HH:mm`."""
    date = date_of(value)

    def shown(match: re.Match[str]) -> str:
        token = match.group()
        if token[0] == "'":
            return token[1:-1]
        numbers = {"d": date.day, "M": date.month, "H": date.hour, "m": date.minute, "s": date.second}
        if token[0] == "y":
            return f"{date.year:04}" if len(token) == 4 else f"{date.year % 100:02}"
        if token[0] == "d" and len(token) > 2:
            return _WEEKDAYS[date.weekday()]
        if token[0] == "M" and len(token) > 2:
            return f"tháng {date.month}"
        number = (date.hour - 1) % 12 + 1 if token[0] == "h" else numbers[token[0]]
        return f"{number:02}" if len(token) > 1 else str(number)

    return _PICTURE.sub(shown, picture)
