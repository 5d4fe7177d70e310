"""One date, month, quarter or year as it is written, at a given place of a lowered text."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from docgen.vi import numerals, spelled

_SPELLED_YEAR = r"(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín) (?:nghìn|ngàn|trăm)(?: \w+){0,8}"


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of the calendar as written: the fields that stand there, `None` for those that do not.

    `months` is the count of "6 tháng đầu năm"; from the end of the year where `from_end`. `relative` is
    the wording that has no date of its own ("cùng kỳ", "28 Tết"). `weak`: only a date when another one is bound to it.
    `partial`: somewhere in the year ("cuối năm 2024").
    """

    start: int
    end: int
    year: int | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None
    months: int | None = None
    from_end: bool = False
    relative: str | None = None
    weak: bool = False
    partial: bool = False

    @property
    def is_real(self) -> bool:
        """Whether such a day stands in some calendar."""
        try:
            date(self.year or 2000, self.month or 1, self.day or 1)
        except ValueError:
            return False
        return True


@cache
def spelled_numbers(most: int) -> dict[str, int]:
    """The spellings of 1 to `most` (below 100), short forms ("hai mốt") included."""
    alone: dict[int, list[str]] = {}
    after: dict[int, list[str]] = {}
    for digit in spelled.table()["digit"]:
        alone[digit["value"]] = list(digit["leading"])
        after[digit["value"]] = [*digit["leading"], *digit.get("after_tens", ())]
    found = {word: value for value, words in alone.items() for word in words if value}
    for value in range(10, most + 1):
        tens, unit = divmod(value, 10)
        heads = ["mười"] if tens == 1 else [form for word in alone[tens] for form in (f"{word} mươi", word)]
        for head in heads:
            if unit == 0:
                found |= {head: value} if head == "mười" or " " in head else {}
                continue
            units = [word for word in after[unit] if not (unit == 5 and word == "năm")]
            if tens == 1:
                units = [word for word in units if word not in ("mốt", "tư")]
            elif " " not in head:
                # "hai tư" is 24, but "hai ba" is two or three.
                units = [word for word in units if word in ("mốt", "tư", "lăm", "nhăm")]
            found |= {f"{head} {word}": value for word in units}
    return {word: value for word, value in found.items() if value <= most}


def _either(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_DAY_WORDS = spelled_numbers(31)
_MONTH_WORDS = spelled_numbers(12) | {"tư": 4}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_QUARTER_WORDS = {"một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "nhất": 1, "nhì": 2} | _ROMAN

_D = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
_M = r"(?:1[0-2]|0?[1-9])(?![0-9])"
YEAR = r"[12][0-9]{3}(?![0-9])"
_DW = rf"(?:{_D}|(?:{_either(list(_DAY_WORDS))})(?!\w))"
_MW = rf"(?:{_M}|(?:{_either(list(_MONTH_WORDS))})(?!\w))"
# Nothing that makes it part of a longer number, a document number (05/2020/NĐ-CP) or a percentage.
_END = r"(?![0-9%])(?![.,][0-9])(?! %)(?!/[0-9a-zđ])(?!-[0-9a-zđ])"
_STOP = r"(?=\s*(?:[,.;:)\]…\"”»]|$|\n))"
_CUE = (
    r"(?:(?:thứ (?:[2-7]|hai|ba|tư|năm|sáu|bảy|bẩy)|(?:chủ|chúa) nhật),? {0,2})?"
    r"(?:(?:(?:rạng |buổi )?(?:sáng|trưa|chiều|tối|đêm)|hôm|ngày|mùng|mồng)(?: (?:nay|qua|mai))?,? {0,2}\(?){1,3}"
)
_YEAR_OF = rf"(?:(?: {{0,2}}[,/.-]? {{0,2}}| {{1,2}})(?:(?:của )?năm )? {{0,2}}(?P<y>{YEAR}|(?<=năm ){_SPELLED_YEAR}))"


def _day(text: str) -> int:
    return int(text) if text.isdigit() else _DAY_WORDS[text]


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTH_WORDS[text]


def year_of(text: str | None) -> tuple[int | None, int]:
    """The year that a text opens with, in digits or words, and how many of its characters are used."""
    if text is None:
        return None, 0
    if text[:1].isdigit():
        year = int(text)
        return (year + (1900 if year > 49 else 2000), len(text)) if len(text) == 2 else (year, len(text))
    found = numerals.scan(text)
    if found and found[0].start == 0 and found[0].value < 3000 and found[0].syllables > 2:
        return int(found[0].value), found[0].end
    return None, 0


Maker = Callable[["re.Match[str]"], Moment | None]


def _moment(match: re.Match[str], **fields: object) -> Moment | None:
    """The moment of the groups d, m, y, q, n where the pattern has them."""
    groups = match.groupdict()
    end = match.end()
    year = None
    if groups.get("y"):
        year, used = year_of(groups["y"])
        end = match.start("y") + used if year else match.start("y")
    day, month, quarter, months = (groups.get(name) for name in "dmqn")
    found = Moment(
        match.start(),
        end,
        year,
        (int(quarter) if quarter.isdigit() else _QUARTER_WORDS[quarter]) if quarter else None,
        _month(month) if month else None,
        _day(day) if day else None,
        _month(months) if months else None,
        **fields,  # type: ignore[arg-type]
    )
    return found if found.is_real else None


def _weak(match: re.Match[str]) -> Moment | None:
    return _moment(match, weak=True)


def _from_end(match: re.Match[str]) -> Moment | None:
    return _moment(match, from_end=match["side"] == "cuối")


def _relative(match: re.Match[str]) -> Moment | None:
    return Moment(match.start(), match.end(), relative=match[0])


def _ago(match: re.Match[str]) -> Moment | None:
    # "năm nay" is a year, but "5 năm nay" and "hai năm nay" are so many years.
    counted = _COUNTED.search(match.string, max(0, match.start() - 8), match.start())
    return None if counted else _relative(match)


def _half_year(match: re.Match[str]) -> Moment | None:
    found = _moment(match, from_end=match["side"] == "cuối")
    return replace(found, months=6) if found else None


def _partial(match: re.Match[str]) -> Moment | None:
    return _moment(match, partial=True)


def _year(match: re.Match[str]) -> Moment | None:
    year, used = year_of(match["y"])
    if year is None:
        return None
    return Moment(match.start(), max(match.start("y") + used, match.end() if match["y"].isdigit() else 0), year)


_COUNTED = re.compile(rf"(?:[0-9]|(?<!\w)(?:{_either(list(spelled_numbers(10)))}|mấy|vài|những|các|nhiều)) $")
_LUNAR = r"(?:tết(?! tây| dương)|âm lịch|tháng {1,2}(?:giêng|chạp))"
_YEAR_WORD = r"năm(?: (?:học|công tác|tài chính|ngân sách|kế hoạch|báo cáo))?"
# Ordered: the first that fits a place is taken.
_PATTERNS: list[tuple[str, Maker]] = [
    (rf"(?:{_CUE})?(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12][0-9]|3[01]){_END}", _moment),
    (rf"(?:{_CUE})?(?P<d>{_D}) ?(?P<s>[/.-]) ?(?P<m>{_M}) ?(?P=s) ?(?P<y>{YEAR}){_END}", _moment),
    (rf"(?:{_CUE})?(?P<d>{_D})/(?P<m>{_M})/(?P<y>[0-9]{{2}}){_END}", _moment),
    (
        rf"(?P<n>{_MW}) tháng(?: (?P<side>đầu|cuối))? {{0,2}}(?:của )?(?:{_YEAR_WORD} {{0,2}}|/ ?)(?P<y>{YEAR}){_END}",
        _from_end,
    ),
    (rf"nửa (?P<side>đầu|cuối) {_YEAR_WORD}(?: (?P<y>{YEAR}){_END})?", _half_year),
    (rf"(?:{_CUE})?(?:{_DW} ?(?:-|–|và|đến) ?(?:{_CUE})?)?{_DW} {_LUNAR}(?!\w)|tháng (?:giêng|chạp)(?!\w)", _relative),
    (rf"(?P<n>{_MW}) tháng (?P<side>đầu|cuối)(?: (?:của )?{_YEAR_WORD})?(?: (?:nay|này))?", _from_end),
    (rf"(?:{_CUE})?(?P<d>{_DW}) {{1,2}}tháng {{1,2}}(?P<m>{_MW}){_YEAR_OF}", _moment),
    (rf"{_CUE}(?P<d>{_DW}) {{1,2}}tháng {{1,2}}(?P<m>{_MW})", _moment),
    (rf"(?P<d>{_DW}) {{1,2}}tháng {{1,2}}(?P<m>{_MW}){_STOP}", _moment),
    (rf"{_CUE}(?P<d>{_D}) ?[/.-] ?(?P<m>{_M}){_END}", _moment),
    (rf"(?:ngày )?(?:mùng|mồng) (?P<d>{_DW})(?![.,/]?[0-9])", _relative),
    (rf"(?:{_CUE})(?P<d>{_DW})(?! ?[/.,]?[0-9])", _weak),
    (rf"(?<![0-9] )tháng {{1,2}}(?P<m>{_MW}){_YEAR_OF}{_END}", _moment),
    (rf"t\.?(?P<m>{_M}) ?[/-] ?(?P<y>{YEAR}){_END}", _moment),
    (rf"(?<![0-9] )tháng {{1,2}}(?P<m>{_MW})(?! lần| buổi)(?![.,/]?[0-9])", _moment),
    (rf"qu[ýí] {{0,2}}(?P<q>iv|i{{1,3}}|[1-4](?![0-9])|một|hai|ba|tư|bốn|nhất|nhì)(?!\w){_YEAR_OF}{_END}", _moment),
    (r"qu[ýí] {0,2}(?P<q>iv|i{1,3}|[1-4](?![0-9])|một|hai|ba|tư|bốn|nhất|nhì)(?!\w)(?![.,/]?[0-9])", _moment),
    (rf"q(?P<q>[1-4]) ?[/-] ?(?P<y>{YEAR}){_END}", _moment),
    (rf"(?P<m>{_M}) ?[/-] ?(?P<y>(?:19|20)[0-9]{{2}}){_END}", _moment),
    # Five digits: a footnote mark is glued to the year.
    (rf"{_YEAR_WORD} {{0,2}}(?P<y>{YEAR})(?![.,][0-9]{{3}}){_END}", _year),
    (rf"(?:đầu|cuối|giữa) (?:{_YEAR_WORD} {{0,2}})?(?P<y>(?:19|20)[0-9]{{2}})(?![.,]?[0-9]){_END}", _partial),
    (r"(?<=\()(?P<y>(?:19[4-9]|20[0-4])[0-9])(?=\))", _year),
    (rf"tết(?: nguyên đán)?(?: [^\W\d_]+ [^\W\d_]+)? (?P<y>(?:19|20)[0-9]{{2}})(?![.,]?[0-9]){_END}", _partial),
    (rf"{_YEAR_WORD} (?P<y>(?:19|20)[0-9]{{2}})[1-9](?![0-9.,%])", _year),
    (rf"{_YEAR_WORD} (?P<y>[3-9][0-9]{{2}})(?= (?:là|sau công nguyên)|[,.;)]|$)(?![.,][0-9])", _year),
    (rf"năm {{1,2}}(?P<y>{_SPELLED_YEAR})", _year),
    (r"so với {1,2}(?P<y>(?:19|20)[0-9]{2})(?=$|[,;:)]|\.(?![0-9])| (?:tăng|giảm|và|thì|là)(?!\w))", _year),
    (
        rf"cùng k[ỳì](?: (?:của )?(?:năm|tháng|quý) (?:trước|ngoái|liền kề)| {{1,2}}(?P<y>(?:19|20)[0-9]{{2}})"
        rf"(?![.,]?[0-9]){_END})?",
        _relative,
    ),
    (r"(?:từ )?đầu (?:năm|nhiệm kỳ|quý|tháng) (?:đến|tới) nay(?!\w)|hôm (?:nay|qua)(?!\w)", _relative),
    (r"(?:năm|tháng|qu[ýí]|kỳ|tuần|nhiệm kỳ) (?:trước|ngoái|này|nay|qua|sau|tới)(?!\w)", _ago),
]
_COMPILED = [(re.compile(pattern), maker) for pattern, maker in _PATTERNS]
# All of them in one: the number of the group says from which on a place is worth a closer look.
_ANY = re.compile(
    "|".join(f"({re.sub(r'[(][?]P<[a-z]+>', '(?:', pattern).replace('(?P=s)', '[/.-]')})" for pattern, _ in _PATTERNS)
)

# What may stand as the second end of a range, or as the first where the second is a date.
_LOOSE = [
    (re.compile(rf"(?P<d>{_D}) ?[/.-] ?(?P<m>{_M}){_END}"), _moment),
    (re.compile(rf"(?P<d>{_D}) {{1,2}}tháng {{1,2}}(?P<m>{_MW})"), _moment),
    (re.compile(rf"(?P<y>(?:1[5-9]|20)[0-9]{{2}})(?![.,]?[0-9%]){_END}"), _year),
]


def moment_at(text: str, place: int) -> Moment | None:
    """The date, month, quarter or year that begins at a place of a lowered, normalised text; `None` where none does."""
    fit = _ANY.match(text, place)
    if fit is None or fit.lastindex is None:
        return None
    for pattern, maker in _COMPILED[fit.lastindex - 1 :]:
        match = pattern.match(text, place)
        if match:
            found = maker(match)
            if found is not None:
                return found
    return None


def loose_at(text: str, place: int) -> Moment | None:
    """The same for what is a date only beside another: `3/9` in "từ 1/9 đến 3/9/2015", `2025` in "2021-2025"."""
    found = moment_at(text, place)
    if found is not None:
        return found
    for pattern, maker in _LOOSE:
        match = pattern.match(text, place)
        found = maker(match) if match else None
        if found is not None:
            return found
    return None
