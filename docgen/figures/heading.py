"""Units that a heading lends to the bare numbers of the items under it (`heading.toml`)."""

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from docgen.figures.number import Draft, Line
from docgen.model.fact import Kind
from docgen.vi.numerals import read
from docgen.vi.units import folded

_BULLET = re.compile(r"\s*[-+•–]\s*")
_LEAST_MONEY = Decimal(100_000)  # a smaller bare number under "Về tiền" is no amount in đồng


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says of the numbers under it: their unit, and the scale word in its brackets."""

    unit: str
    scale: Decimal = Decimal(1)

    def lend(self, draft: Draft) -> None:
        """Gives a bare count the unit of the heading."""
        if not draft.is_bare or draft.numeral.form == "words":
            return
        if self.unit != "đồng":
            if draft.numeral.value == draft.numeral.value.to_integral_value():
                draft.unit, draft.rule = self.unit, "heading"
        elif self.scale > 1 or draft.numeral.scale > 1 or draft.value >= _LEAST_MONEY:
            scale = self.scale if draft.numeral.scale == 1 else Decimal(1)
            draft.unit, draft.kind, draft.scale, draft.rule = self.unit, Kind.MONEY, scale, "heading"


@cache
def _table() -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    subjects = "|".join(sorted(map(folded, data["subjects"]), key=len, reverse=True))
    unit = r"(?: ?\((?:đvt|đơn vị(?: tính)?)? ?:? ?(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)? ?(?:đồng|việc|vụ|người)\))?"
    heading = re.compile(rf"\s*(?:[-+*•–]|\(?[\da-zđ]{{1,2}}[.)])?\)?\s*(?P<subject>{subjects}){unit}\s*[:.]?\s*")
    return heading, tuple((folded(entry["word"]), entry["name"]) for entry in data["unit"])


def heading_of(line: Line) -> Heading | None:
    """What a line lends to those under it; `None` where it is no heading of that sort."""
    pattern, units = _table()
    match = pattern.fullmatch(line.low)
    if match is None:
        return None
    name = next((name for word, name in units if word in match["subject"]), None)
    scale = read(f"1 {match['scale']}") if match["scale"] else None
    return None if name is None else Heading(name, scale.value if scale else Decimal(1))


def goes_on(line: Line) -> bool:
    """Whether a line is an item under a heading."""
    return _BULLET.match(line.text) is not None
