"""A value of a row → the XML that shows it. Nothing in a value can ever become markup."""

import datetime
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from markupsafe import Markup

_SPECIAL = re.compile("[&<>\x00-\x1f\u2029\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n?|\x0b|\u2028")
_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# A break of this type stands for a new paragraph until the part is finished.
NEW_PARAGRAPH = "docgenParagraph"
_OPEN, _SHUT = '<w:t xml:space="preserve">', "</w:t>"
_MARKUP = {
    "\n": f"{_SHUT}<w:br/>{_OPEN}",
    "\t": f"{_SHUT}<w:tab/>{_OPEN}",
    "\f": f'{_SHUT}<w:br w:type="page"/>{_OPEN}',
    "\a": f'{_SHUT}<w:br w:type="{NEW_PARAGRAPH}"/>{_OPEN}',
    "\u2029": f'{_SHUT}<w:br w:type="{NEW_PARAGRAPH}"/>{_OPEN}',
    **_ENTITIES,
}
_MOST_DIGITS = 15  # a binary float tells no more


class Values:
    """How values are written: with which decimal mark."""

    def __init__(self, decimal: str = ",") -> None:
        self.decimal = decimal

    def text(self, value: Any) -> str:
        """The text that shows a value: nothing for `None`, `5` for 5.0, `0,3` for 0.1 + 0.2, dates as 05/01/2026."""
        if isinstance(value, str):
            return str(value)
        if value is None:
            return ""
        if isinstance(value, bool):
            return "Có" if value else "Không"
        if isinstance(value, float | Decimal | Fraction):
            return self._number(value)
        if isinstance(value, datetime.datetime):
            has_time = (value.hour, value.minute, value.second) != (0, 0, 0)
            return value.strftime("%H:%M %d/%m/%Y" if has_time else "%d/%m/%Y")
        if isinstance(value, datetime.date):
            return value.strftime("%d/%m/%Y")
        if isinstance(value, datetime.time):
            return value.strftime("%H:%M")
        return str(value)

    def _number(self, value: float | Decimal | Fraction) -> str:
        if isinstance(value, Fraction):
            value = Decimal(value.numerator) / Decimal(value.denominator)
        if isinstance(value, float):
            value = Decimal(f"{value:.{_MOST_DIGITS}g}")
        if not value.is_finite() or abs(value.adjusted()) > 40:
            return str(value)
        written = f"{value:f}"
        if "." in written:
            written = written.rstrip("0").rstrip(".")
        return ("0" if written == "-0" else written).replace(".", self.decimal)

    def xml(self, value: Any) -> str:
        """The XML that shows a value inside a `w:t`."""
        if type(value) is not str:
            if hasattr(value, "__html__"):
                return str(value.__html__())
            value = self.text(value)
        return _marked(value) if _SPECIAL.search(value) else value

    def flat(self, value: Any) -> Markup:
        """The value on one line for an attribute or a property, already escaped."""
        text = value.striptags() if isinstance(value, Markup) else self.text(value)
        text = re.sub("[\t\n\f\a\u2029]+", " ", _ILLEGAL.sub("", _BREAKS.sub("\n", text)))
        return Markup(_escaped(text).replace('"', "&quot;"))  # noqa: S704 - it was escaped right here


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _marked(text: str) -> str:
    text = _BREAKS.sub("\n", text)
    return _SPECIAL.sub(lambda match: _MARKUP.get(match.group(), ""), text)
