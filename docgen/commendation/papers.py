"""The papers of a dossier: their grounds, the names of agencies, their dates and their counts."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from docgen.commendation.shown import Shown, Standing
from docgen.knowledge.law import law_at, text_of, texts
from docgen.knowledge.lawfile import Text
from docgen.model.finding import Severity
from docgen.model.text import Span
from docgen.vi.normal import normal

GROUNDS = "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.a"
_NUMBERED_LAW = re.compile(r"\b(?:Bộ luật|Luật|Pháp lệnh)\b[^.;\n]{0,80}?\bsố\s+\d+/\d{4}/(?:QH|UBTVQH)\d+")
_DAY = r"(\d{1,2})\s*(?:/|\s+tháng\s+)\s*(\d{1,2})\s*(?:/|\s+năm\s+)\s*(\d{4})"
_NEXT_GROUND = re.compile(r"\s*(?:Căn cứ|Theo đề nghị|Xét đề nghị|Xét)\b")
_GROUND_LINE = re.compile(r"^\s*Căn cứ\b.*$", re.MULTILINE)

SpanOf = Callable[[int, int], Span]


def check_grounds(text: str, day: date) -> Iterator[Shown]:
    """What is wrong with the grounds of a document of that day: what had ended, how it is cited, how a line ends."""
    plain = normal(text)
    for found in _GROUND_LINE.finditer(plain.text):
        yield from _ended(plain.text, found.start(), found.end(), day, plain.span)
        for match in _NUMBERED_LAW.finditer(plain.text, found.start(), found.end()):
            says = f"«{match.group()}»: Luật, Pháp lệnh khi làm căn cứ không ghi số, ký hiệu, cơ quan ban hành"
            yield _seen("LAW402", says, GROUNDS, plain.span(match.start(), match.end()), Severity.WARNING)
    yield from _closed(plain.text, plain.span)


def _seen(code: str, says: str, article: str, span: Span, severity: Severity = Severity.ERROR) -> Shown:
    return Shown(code, Standing.AGAINST, "", says, article, severity=severity, spans=(span,))


def _ended(text: str, start: int, end: int, day: date, span_of: SpanOf) -> Iterator[Shown]:
    for known in texts():
        if known.until is None or day < known.until:
            continue
        match = _cited(known, text, start, end)
        if match is not None:
            heir = text_of(known.replaced_by)
            instead = f"đã được thay thế từ ngày {known.until:%d/%m/%Y}; hiện hành: {heir.cited()}"
            article = law_source(heir)
            yield _seen("LAW401", f"«{match.group()}» {instead}", article, span_of(match.start(), match.end()))


def law_source(heir: Text) -> str:
    """Where it is said that the older text ended."""
    return f"{heir.title}, hiệu lực từ {heir.since:%d/%m/%Y}" if heir.since else heir.title


def _cited(known: Text, text: str, start: int, end: int) -> re.Match[str] | None:
    """Where a ground cites the text: by its number, a statute by its name and day."""
    if not known.is_statute:
        return re.compile(rf"(?<!\d){re.escape(known.number)}").search(text, start, end)
    name = re.compile(
        rf"{known.kind}\s+{re.escape(known.name)}\s+(?:ngày\s+{_DAY}|(?:năm\s+)?(\d{{4}}))", re.IGNORECASE
    )
    for match in name.finditer(text, start, end):
        day, month, year, alone = match.groups()
        cited = known.signed and (known.signed.year if alone else known.signed)
        if cited == (int(alone) if alone else _day(int(year), int(month), int(day))):
            return match
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _closed(text: str, span_of: SpanOf) -> Iterator[Shown]:
    """Grounds without a mark at the end, told only where the next line begins another ground or ends them."""
    for line in _GROUND_LINE.finditer(text):
        ending = line.group().rstrip()
        if ending[-1] not in ";.," and _NEXT_GROUND.match(text, line.end()):
            says = (
                f"căn cứ «…{ending[-30:]}» không có dấu ở cuối; cuối mỗi căn cứ là dấu chấm phẩy, cuối cùng là dấu chấm"
            )
            yield _seen("LAW403", says, GROUNDS, span_of(line.start(), line.start() + len(ending)), Severity.WARNING)


def check_names(text: str, day: date) -> Iterator[Shown]:
    """Names of agencies on a letterhead or under a signature that had ended by that day."""
    plain = normal(text)
    taken: list[tuple[int, int]] = []
    for agency in sorted(law_at(day).ended_agencies(), key=lambda each: -len(each.old)):
        follow = rf"(?=\s+(?:{'|'.join(agency.followed_by)}))" if agency.followed_by else ""
        for match in re.finditer(rf"\b{re.escape(agency.old)}{follow}\b", plain.text, re.IGNORECASE):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            says = f"«{match.group()}» không còn từ ngày {agency.since:%d/%m/%Y}; nay là {agency.new}"
            yield _seen("LAW404", says, agency.source, plain.span(match.start(), match.end()))


def check_dates(days: Mapping[str, date | None], order: Sequence[str]) -> Iterator[Shown]:
    """Papers whose days are not in the order in which they come about; a day that is not stated is passed over."""
    known = [(name, day) for name in order if (day := days.get(name)) is not None]
    for (earlier, first), (later, second) in pairwise(known):
        if second < first:
            says = f"{later} ngày {second:%d/%m/%Y} trước {earlier} ngày {first:%d/%m/%Y}"
            yield Shown("LAW501", Standing.AGAINST, "", says, "trình tự hồ sơ", False, Severity.WARNING)


DOSSIER = ("Họp Hội đồng", "Tờ trình", "Quyết định")


def check_counts(counts: Mapping[str, tuple[int, int]]) -> Iterator[Shown]:
    """Papers that do not name as many collectives and persons as the first of them does."""
    papers = list(counts.items())
    for name, (collectives, persons) in papers[1:]:
        first, (expected_collectives, expected_persons) = papers[0]
        if (collectives, persons) != (expected_collectives, expected_persons):
            says = (
                f"{name} có {collectives} tập thể, {persons} cá nhân; "
                f"{first} có {expected_collectives} tập thể, {expected_persons} cá nhân"
            )
            yield Shown("LAW502", Standing.AGAINST, "", says, "các giấy tờ của một hồ sơ phải thống nhất", False)


def check_golden_book(names: Sequence[str], numbers: Mapping[str, int]) -> Iterator[Shown]:
    """Certificates whose `số sổ vàng` is not the recipient's place in the list of the decision."""
    for place, name in enumerate(names, 1):
        given = numbers.get(name)
        if given is not None and given != place:
            says = f"số sổ vàng ghi {given}; thứ tự trong quyết định là {place}"
            yield Shown("LAW503", Standing.AGAINST, name, says, "Nghị định 98/2023/NĐ-CP, Điều 104")


def grounds_for(day: date) -> tuple[str, ...]:
    """The legal grounds of a paper of that day, one a line."""
    return law_at(day).grounds()
