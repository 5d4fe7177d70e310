"""The heads of a table → what each of its figures measures, where, and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from docgen.facts.indicator import Lexicon, indicator_of
from docgen.facts.label import joined
from docgen.facts.phrases import CUMULATIVE, MEASURED
from docgen.facts.place import Gazetteer, is_proper
from docgen.figures.table import cells_of, heads_of
from docgen.figures.table_heads import Heads
from docgen.knowledge.domain import Indicator
from docgen.model.fact import Figure, Kind, Measure, Period
from docgen.model.text import Document
from docgen.vi.period import periods

_UNIT = re.compile(r"\s*[(\[][^()\[\]]*[)\]]|\s*(?:ĐVT|đơn vị tính)\b.*$", re.IGNORECASE)
_BARE = re.compile(
    r"^(?:(?:số|về)\s+)?(?:lượng|việc|tiền|vụ|vụ việc|người|giá trị|thực hiện|kết quả|số liệu|năm|tỷ lệ|đồng)?$",
    re.IGNORECASE,
)
_SHARE = re.compile(r"t[ỷỉ] (?:lệ|trọng)|%|cơ cấu", re.IGNORECASE)
_CHANGED = re.compile(
    r"(?:t[ỷỉ] lệ )?(?:%\s*)?tăng\s*(?:[/,-]|\(\+\)[,;]?|hoặc|hay)?\s*giảm(?:\s*\(-\))?(?:\s*%)?"
    r"(?:\s+so(?:\s+với)?(?:\s+cùng kỳ(?:\s+năm trước)?)?)?|chênh lệch|so sánh",
    re.IGNORECASE,
)
_PLAN = re.compile(r"kế hoạch|dự toán|chỉ tiêu|(?<!\w)KH(?!\w)|giao(?! (?:thông|dịch|lưu))", re.IGNORECASE)
_SIDE = re.compile(r"(?<!\w)(?:về\s+|số\s+)?(việc|tiền)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CellWords:
    """What a table's heads say of one figure."""

    label: str | None
    indicator: Indicator | None = None
    place: str | None = None
    period: Period | None = None
    measure: Measure = Measure.LEVEL
    scope: str | None = None


def words_of_cells(
    document: Document, figures: Sequence[Figure], lexicon: Lexicon, year_start: int
) -> dict[int, CellWords]:
    """What the heads say of every figure that stands in a cell of data, by the figure's index."""
    places = cells_of(document, figures)
    heads = {number: heads_of(document, document.tables[number]) for number in {table for table, _ in places.values()}}
    found = {}
    for index, (number, place) in places.items():
        if (head := heads[number].get(place)) is not None:
            found[index] = _words(figures[index], head, lexicon, year_start)
    return found


def _words(figure: Figure, heads: Heads, lexicon: Lexicon, year_start: int) -> CellWords:
    told = " ".join((*heads.column, *heads.row))
    measure = _measure(figure, told)
    compared = measure in (Measure.CHANGE, Measure.RATE)
    column, period = _head(heads.column, compared, year_start)
    row, row_period = _head(heads.row[-1:], compared, year_start)
    is_bare = _BARE.match(column) is not None
    side, scope = _side(told), _scope(figure, told)
    by_row = row and indicator_of(row, figure, measure, lexicon, side)
    by_column = indicator_of(column, figure, measure, lexicon, side) if column else None
    if by_row:
        label = row if is_bare else joined(row, column)
        indicator = by_row if is_bare or measure is Measure.SHARE else None
        return CellWords(label, indicator, None, period or row_period, measure, scope)
    place = None if heads.is_total else row or None
    named = MEASURED.match(column) and not (row and is_bare)
    if column and (by_column or _is_unit(row) or named):
        return CellWords(column, by_column, place, period or row_period, measure, scope)
    label = joined(row, "" if row and is_bare else column)
    return CellWords(label or None, None, None, period or row_period, measure, scope)


@lru_cache(maxsize=4096)
def _plain(heads: tuple[str, ...]) -> str:
    """The heads in one line without units in brackets."""
    return joined(*(_UNIT.sub("", head).strip(" .:;-") for head in heads))


@lru_cache(maxsize=4096)
def _without_period(text: str, year_start: int) -> tuple[str, Period | None]:
    """The head without the period in it, and the period."""
    carried = "chuyển" in text.lower()  # in "Năm trước chuyển sang" the words are part of the name
    found = [at for at in periods(text, year_start=year_start) if not carried or re.search(r"\d", at.period.label)]
    if not found:
        return text, None
    first = found[0]
    return joined(text[: first.start], text[first.end :]), first.period


def _head(heads: tuple[str, ...], compared: bool, year_start: int) -> tuple[str, Period | None]:
    """A head without its unit and its period; what says that it compares, and with which period, is left out too."""
    text, period = _without_period(_plain(heads), year_start)
    return (joined(_CHANGED.sub(" ", text)).strip(" %,;"), None) if compared else (text, period)


def _measure(figure: Figure, told: str) -> Measure:
    if _CHANGED.search(told):
        return Measure.RATE if figure.kind is Kind.PERCENT else Measure.CHANGE
    if figure.kind is Kind.PERCENT:
        return Measure.SHARE if _SHARE.search(told) or not told else Measure.LEVEL
    return Measure.LEVEL


def _scope(figure: Figure, told: str) -> str | None:
    """What must not be compared with the plain figure of the same name."""
    if _PLAN.search(told) and figure.kind is not Kind.PERCENT:
        return "plan"
    return "cumulative" if CUMULATIVE.search(told) else None


def _side(text: str) -> str | None:
    match = _SIDE.search(text)
    return f"về {match[1].lower()}" if match else None


@lru_cache(maxsize=4096)
def _is_unit(row: str) -> bool:
    return is_proper(row) or Gazetteer.names_place(row)
