"""Dates, months, quarters, years and stretches of time: found in text, and written as official documents do."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from docgen.model.fact import Period
from docgen.vi.dates import YEAR, Moment, loose_at, moment_at
from docgen.vi.writing import write_date, write_period

__all__ = ["PeriodAt", "periods", "write_date", "write_period"]


@dataclass(frozen=True, slots=True)
class PeriodAt:
    """A period and where it stands. `iso` is its ISO 8601 form: `2021-08`, `2021-Q3`, `--08-05` without a year."""

    start: int
    end: int
    period: Period
    iso: str


# Each branch begins with a literal: the search skips to first characters.
_FIRST_WORDS = re.findall(
    r"\w+",
    "ngày mùng mồng rạng buổi sáng trưa chiều tối đêm hôm thứ chủ chúa tháng năm quý quí q t đầu cuối giữa nửa "
    "tết so cùng kỳ tuần nhiệm từ giai niên một hai ba bốn sáu bảy bẩy tám chín mười",
)
_FIRST = re.compile(
    "|".join([rf"{digit}[0-9]*" for digit in range(10)] + [rf"{word}(?<!\w{word})" for word in _FIRST_WORDS])
)
_BEFORE_DIGIT = re.compile(r"(?:[0-9]|[0-9][.,/-]|[^\W\d_]-?|[$%])$")
_TO = re.compile(r" {0,2}[-–—] {0,2}| {1,2}(?:cho )?(?:đến|tới)(?: hết)? {1,2}")
_DAY_RANGE = re.compile(
    r"(?:từ )?(?:ngày )?(3[01]|[12][0-9]|0?[1-9])(?: ?[-–] ?| (?:đến|tới) )(?=(?:ngày )?[0-9]{1,2} ?([/.]| tháng ))"
)
_MONTH_RANGE = re.compile(r"tháng (1[0-2]|0?[1-9])(?: ?[-–] ?| (?:đến|tới) )(?=[0-9]{1,2} ?(?:/|-| năm ))")
_YEARS = re.compile(
    r"(?:(?:giai đoạn|nhiệm kỳ|niên khóa|niên khoá|niên độ|khóa|khoá|năm học|năm|thời kỳ|từ năm|từ) {1,2})?"
    r"((?:1[5-9]|20)[0-9]{2}) {0,2}(?:[-–/]|đến năm|đến|tới) {0,2}((?:1[5-9]|20)[0-9]{2})"
    r"(?![0-9%]|[.,][0-9]|/[0-9a-zđ]|-[0-9a-zđ])"
)
# A day or a month that no calendar has is no date, and neither is what is left of it.
_IMPOSSIBLE = re.compile(rf"(?:ngày [0-9]+ )?tháng [0-9]+(?: năm {YEAR})?")
_CURRENCY = re.compile(r" ?(?:đồng|đ|vnđ|vnd|usd|₫|m|m2|km|ha|kg|tấn)(?!\w)")
_NOW = re.compile(r" {1,2}(?:cho )?(?:đến|tới) nay(?!\w)")
_MORE_YEARS = re.compile(r"(?:, {0,2}| và | hoặc |, và )((?:19|20)[0-9]{2})(?![.,]?[0-9%/-])")
_LIST = re.compile(r" {0,2}(?:,| và|, và|;) {0,2}")


def periods(text: str, *, today: date | None = None, year_start: int = 1) -> list[PeriodAt]:
    """Every date, year and period of a normalised text, from left to right, none within another.

    Without `today`, what says no year ("tháng 9", "cùng kỳ") has a label but no ends. `year_start` is the month that
    the working year begins with: 10 for civil judgment enforcement, whose year 2021 runs from 01/10/2020 to 30/9/2021.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    found: list[tuple[Moment, Moment | None]] = []
    place = 0
    while match := _FIRST.search(lowered, place):
        pair = _at(lowered, match.start())
        if pair is None:
            impossible = _IMPOSSIBLE.match(lowered, match.start())
            place = (impossible or match).end()
            continue
        found.append(pair)
        place = max(match.start() + 1, (pair[1] or pair[0]).end)
        while pair[0].year and (more := _MORE_YEARS.match(lowered, place)) and _is_year_alone(pair):
            place = more.end()
            found.append((Moment(more.start(1), place, int(more[1])), None))
    return [_placed(text, pair, today, year_start) for pair in _with_years(lowered, found)]


def _at(text: str, place: int) -> tuple[Moment, Moment | None] | None:
    """The period that begins at a place: one moment, or the first and the last of a range."""
    if text[place].isdigit() and _BEFORE_DIGIT.search(text, max(0, place - 3), place):
        return None
    for reader in (_years, _days, _months):
        pair = reader(text, place)
        if pair is not None:
            return pair
    start = place
    from_word = text.startswith("từ ", place)
    if from_word:
        place += 3
    first = (loose_at if from_word else moment_at)(text, place)
    if first is None:
        return None
    first = replace(first, start=start)
    if first.relative:
        return first, None
    to = _TO.match(text, first.end)
    last = loose_at(text, to.end()) if to else None
    if last is not None and not last.relative and not last.weak and _fits(first, last, from_word):
        return first, last
    now = _NOW.match(text, first.end)
    if now is not None and (first.year or first.month) and not first.months:
        return replace(first, end=now.end(), relative=text[start : now.end()]), None
    if from_word and last is None and moment_at(text, place) is None:
        return None
    return None if first.weak and not _stands_alone(text, first) else (first, None)


def _fits(first: Moment, last: Moment, from_word: bool) -> bool:
    """Whether the two can be the ends of one stretch: days with days, months with months.

    After "từ" two that both say their year may differ ("từ 01/10/2020 đến hết tháng 5/2021").
    """
    if first.months or last.months:
        return False
    if first.year and last.year and first.year > last.year:
        return False
    if (from_word or first.partial) and first.year and last.year and not first.weak:
        return True
    same = (first.day is None) == (last.day is None) and (first.quarter is None) == (last.quarter is None)
    return same and ((first.month is None) == (last.month is None) or (first.weak and last.month is not None))


def _is_year_alone(pair: tuple[Moment, Moment | None]) -> bool:
    """Whether more years may follow in a list: "các năm 2019, 2020 và 2021"."""
    first, last = pair
    return last is None and not (first.month or first.quarter or first.months or first.relative)


def _stands_alone(text: str, moment: Moment) -> bool:
    """Whether "ngày 15" is a day of the month, not a number of days: "mỗi ngày 15 lượt"."""
    before = text[max(0, moment.start - 12) : moment.start]
    if re.search(r"(?:mỗi|một|từng|[0-9]|bình quân|trung bình|các|những|hàng|hằng|/) ?$", before):
        return False
    return re.match(r"\s*(?:[,.;:)\]]|$|\n|(?:đến|tới|hằng|hàng) )", text[moment.end : moment.end + 12]) is not None


def _years(text: str, place: int) -> tuple[Moment, Moment | None] | None:
    match = _YEARS.match(text, place)
    if match is None or not 0 < int(match[2]) - int(match[1]) <= 100:
        return None
    bare = match.start(1) == place
    if bare and (
        _CURRENCY.match(text, match.end()) or (int(match[1]) < 1900 and text[match.end() : match.end() + 1] == " ")
    ):
        return None
    return Moment(place, match.end(1), int(match[1])), Moment(match.start(2), match.end(), int(match[2]))


def _days(text: str, place: int) -> tuple[Moment, Moment | None] | None:
    match = _DAY_RANGE.match(text, place)
    if match is None:
        return None
    last = loose_at(text, match.end())
    if last is None or last.day is None or last.month is None or last.day <= int(match[1]):
        return None
    cued = match.start(1) > place or last.year is not None
    if not cued and re.match(r" ?[^\W\d_]", text[last.end : last.end + 2]):
        return None
    return Moment(place, match.end(1), last.year, None, last.month, int(match[1])), last


def _months(text: str, place: int) -> tuple[Moment, Moment | None] | None:
    match = _MONTH_RANGE.match(text, place)
    last = moment_at(f"tháng {text[match.end() : match.end() + 40]}", 0) if match else None
    if match is None or last is None or last.month is None or last.month <= int(match[1]):
        return None
    shift = match.end() - len("tháng ")
    last = replace(last, start=last.start + shift, end=last.end + shift)
    return Moment(place, match.end(1), last.year, None, int(match[1])), last


def _with_years(text: str, found: list[tuple[Moment, Moment | None]]) -> list[tuple[Moment, Moment | None]]:
    """The periods with the year that is said once at the end: of a range, and of a list ("25-6 và 15-7-2025")."""
    filled: list[tuple[Moment, Moment | None]] = []
    after: Moment | None = None
    for first, last in reversed(found):
        year = (last or first).year
        if (
            year is None
            and after is not None
            and after.year
            and _LIST.fullmatch(text, (last or first).end, after.start)
        ):
            year = after.year
            last = replace(last, year=year) if last else None
        if last is not None and first.day is not None and first.month is None:
            first = replace(first, month=last.month)
        if first.year is None and first.relative is None and year is not None:
            # "từ 01/10 đến 31/5/2021" began the year before.
            earlier = last is not None and last.month is not None and (first.month or 0) > last.month
            first = replace(first, year=year - earlier)
        filled.append((first, last))
        after = first
    return filled[::-1]


def _placed(text: str, pair: tuple[Moment, Moment | None], today: date | None, year_start: int) -> PeriodAt:
    first, last = pair
    end = (last or first).end
    iso = _iso(first) if last is None else f"{_iso(first)}/{_iso(last)}"
    low, high = _ends(first, today, year_start)
    if last is not None:
        high = _ends(last, today, year_start)[1]
        if first.partial and first.year and "đầu" in text[first.start : first.end].lower():
            low = _ends(replace(first, partial=False), today, year_start)[0]
    if low is None or high is None or low > high:
        low = high = None
    return PeriodAt(first.start, end, Period(text[first.start : end], low, high), iso)


def _iso(moment: Moment) -> str:
    if moment.relative is not None:
        return moment.relative
    year = f"{moment.year:04d}" if moment.year else "-"
    if moment.months is not None:
        low, high = (13 - moment.months, 12) if moment.from_end else (1, moment.months)
        return f"{year}-{low:02d}/{year}-{high:02d}"
    if moment.quarter:
        return f"{year}-Q{moment.quarter}"
    if moment.day and not moment.month:
        return f"---{moment.day:02d}"
    return "-".join([year, *(f"{part:02d}" for part in (moment.month, moment.day) if part)])


def _ends(moment: Moment, today: date | None, year_start: int) -> tuple[date | None, date | None]:
    """The first and the last day, where the year is known."""
    if moment.relative is not None:
        return _relative_ends(moment.relative, today)
    year = moment.year or (today.year if today else None)
    if moment.partial:
        return None, None
    if year is None or (moment.day and not moment.month):
        return None, None
    if moment.day and moment.month:
        try:
            return (date(year, moment.month, moment.day),) * 2
        except ValueError:
            return None, None
    if moment.month:
        return _months_of(year, moment.month, 1)
    if moment.quarter:
        return _months_of(year, 3 * moment.quarter - 2, 3)
    # A working year that begins late in the year is named for the calendar year it ends in.
    opening = year if year_start == 1 else year - 1
    count = moment.months or 12
    return _months_of(opening, year_start + (12 - count if moment.from_end else 0), count)


def _months_of(year: int, month: int, count: int) -> tuple[date | None, date | None]:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last = month + count - 1
    last_year, last = year + (last - 1) // 12, (last - 1) % 12 + 1
    if not (1 <= year <= 9999 and 1 <= last_year <= 9999):
        return None, None
    return date(year, month, 1), date(last_year, last, monthrange(last_year, last)[1])


def _relative_ends(words: str, today: date | None) -> tuple[date | None, date | None]:
    if today is None or words.startswith("cùng"):
        return None, None
    unit, _, which = words.partition(" ")
    step = {"trước": -1, "ngoái": -1, "qua": -1, "này": 0, "nay": 0, "sau": 1, "tới": 1}.get(which, 0)
    if unit == "hôm":
        return (today + timedelta(days=step),) * 2
    if unit == "năm":
        return _months_of(today.year + step, 1, 12)
    if unit == "tháng":
        return _months_of(today.year, today.month + step, 1)
    if unit in ("quý", "quí"):
        return _months_of(today.year, (today.month - 1) // 3 * 3 + 1 + 3 * step, 3)
    return None, None
