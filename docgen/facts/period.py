"""The dates and periods of a text → the period that each figure speaks of: stated, or carried on from before."""

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date

from docgen.facts.clause import Layout, Site
from docgen.facts.phrases import COMPARED, PERIOD_LEADS
from docgen.model.fact import Period
from docgen.vi.period import PeriodAt, periods

_AS_OF = re.compile(r"(?:tính đến|tính tới|đến hết|đến|tới|kết thúc)(?:\s+(?:hết|cuối))?\s*$", re.IGNORECASE)
_YEAR = re.compile(r"^năm\s+(\d{4})$", re.IGNORECASE)
# For a text in lower case. Each branch begins with a literal: the search skips from one to the next.
_DATE_OF_DAY = r"[/.-]\d{1,2}[/.-]\d{4}"
_HINT = re.compile(
    r"năm|tháng|quý|quí|kỳ|giai đoạn|niên|"
    rf"1(?:{_DATE_OF_DAY}|9\d\d(?!\d))|2(?:{_DATE_OF_DAY}|0\d\d(?!\d))|"
    + "|".join(f"{digit}{_DATE_OF_DAY}" for digit in "03456789")
)
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}", re.IGNORECASE)
_NUMBERED = re.compile(r"\d|(?<!\w)[IVX]+(?!\w)")
_UNIT = re.compile(r"tháng|quý|năm", re.IGNORECASE)
_TOP, _DATE_LINE = 15, 70
_WRITTEN = re.compile(
    r"(?:^|(?<=\s))(?:(?:trong|vào|đến|từ|tính đến|qua|hết|kể từ|của)\s+)?"
    r"(?:(?:năm học|năm|tháng|quý|kỳ|ngày|giai đoạn|thời kỳ|niên khóa)\s+(?:\d[\d/.\-–]*|[IVX]+)(?:\s*[-–]\s*\d+)?"
    r"|(?:kỳ\s+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:\s*[-–]\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4})?"
    r"|\d{1,2}\s+tháng(?:\s+đầu)?(?:\s+năm)?(?:\s+\d{4})?|\d{4})(?:\s+(?:này|nay|qua|trước))?(?=\s|$|[,;:)])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[\dIVXivx](?:(?<=\d)|(?<=\s.)[IVXivx]*(?!\w))")
_NEAR = 45
_LAW = re.compile(r"(?:Luật|Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị|Kết luận)[^.;:()]{0,25}$")
_OPENING = 80  # a longer line speaks by the period it begins with
_TITLE = 160  # a line that is no longer and has no full stop speaks for what stands under it


def lowered(text: str) -> str:
    """The text in lower case, as long as before."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def without_period(text: str) -> str:
    """The text with a space in place of every period that it states with a number."""
    return _WRITTEN.sub(" ", text) if _NUMBER.search(text) else text


class Calendar:
    """The periods of one document, and which of them speaks for a figure."""

    def __init__(self, layout: Layout, year_start: int = 1) -> None:
        self._text = layout.normal.text
        self._low = lowered(self._text)
        self._year_start = year_start
        self._layout = layout
        today = self._own_date()
        found = [
            PeriodAt(start + at.start, start + at.end, at.period, at.iso)
            for start, end in self._windows()
            for at in periods(self._text[start:end], today=today, year_start=year_start)
        ]
        self._all = [at for at in found if self._is_period(at)]
        self._starts = [at.start for at in self._all]
        self._running: list[Period | None] = [None]

    def _own_date(self) -> date | None:
        """The day that the document itself bears, on a short line near its top; `None` where there is none."""
        for start, end in self._layout.blocks[:_TOP]:
            if end - start <= _DATE_LINE and _DAY.search(self._text, start, end):
                for at in periods(self._text[start:end]):
                    if at.period.start is not None and at.period.start == at.period.end:
                        return at.period.start
        return None

    def _windows(self) -> list[tuple[int, int]]:
        """The stretches cut down to the surroundings of what only periods have: `năm`, `quý`, a date."""
        found: list[tuple[int, int]] = []
        for start, end in self._stretches():
            low = len(found)
            for hint in _HINT.finditer(self._low, start, end):
                left = max(start, self._text.rfind(" ", start, max(start, hint.start() - _NEAR)) + 1)
                right = self._text.find(" ", hint.end() + _NEAR, end)
                right = end if right < 0 else right
                if len(found) > low and left <= found[-1][1]:
                    found[-1] = (found[-1][0], max(right, found[-1][1]))
                else:
                    found.append((left, right))
        return found

    def _stretches(self) -> list[tuple[int, int]]:
        """Where periods can matter: titles, the beginnings of lines, and the sentences that hold figures."""
        sentences = {sentence.start: sentence.end for sentence in self._layout.sentences}
        found = sorted(sentences.items())
        for start, end in self._layout.blocks:
            stop = end if end - start <= _TITLE else start + _OPENING
            inside = bisect_left(found, (start, 0))
            if inside < len(found) and found[inside][0] < stop:
                stop = found[inside][0]
            if start < stop:
                found.insert(inside, (start, stop))
        return found

    def stated(self, site: Site, previous: bool) -> Period | None:
        """The period that the figure's own clause states; in a comparison only for a figure that is compared with."""
        after = self._within(site.end, site.tail.end)
        if after and (previous or not self._compared(site.end, after[0])):
            return self._named(after[0])
        start = site.parts[0].piece.start
        before = self._within(start, site.start)
        for at in reversed(before):
            if self._is_aside(at, site.start):
                continue
            if previous or not self._compared(start, at) or site.mark == "(":
                return self._named(at)
        return None

    def _is_aside(self, at: PeriodAt, start: int) -> bool:
        """Whether the period stands in brackets that were closed before the figure: "1.408 việc (năm 2024: 1.343)"."""
        between = self._text[at.end : start]
        return between.count(")") > between.count("(")

    def leading(self, start: int, end: int) -> Period | None:
        """The last period in a stretch that a sentence begins with."""
        for at in reversed(self._within(start, end)):
            stops = [self._text.rfind(stop, start, at.start) for stop in (". ", "; ", ": ")]
            opening = max([start, *(stop + 2 for stop in stops if stop >= 0)])
            if PERIOD_LEADS.match(self._text[opening : at.start]):
                return self._named(at)
        return None

    def carried(self, block: int) -> Period | None:
        """The period that the lines before a block leave in force: of a title, a heading, or the start of a line."""
        while len(self._running) <= block:
            self._running.append(self._after(len(self._running) - 1))
        return self._running[block]

    def _after(self, block: int) -> Period | None:
        """The period in force below a block."""
        start, end = self._layout.blocks[block]
        inside = self._within(start, end)
        text = self._text[start:end]
        if inside and len(text) <= _TITLE and not text.rstrip().endswith("."):
            return self._named(inside[-1])
        leading = self.leading(start, end) if inside else None
        others = {at.period.label.lower() for at in inside if not self._compared(start, at)}
        return leading if leading and len(others) == 1 else self._running[block]

    def _named(self, at: PeriodAt) -> Period:
        """The period as a key: a bare year without `năm`, and what is as of a day from the year's beginning."""
        period = at.period
        if period.start is not None and period.start == period.end:
            opening = period.start.replace(month=self._year_start, day=1)
            before = opening > period.start
            return replace(period, start=opening.replace(year=opening.year - 1) if before else opening)
        year = _YEAR.match(period.label)
        return replace(period, label=year[1]) if year else period

    def _within(self, start: int, end: int) -> list[PeriodAt]:
        found = []
        for at in self._all[bisect_left(self._starts, start) :]:
            if at.start >= end:
                break
            found.append(at)
        return found

    def _compared(self, start: int, at: PeriodAt) -> bool:
        """Whether the period stands after `so với` in the same stretch."""
        near = self._text[max(start, at.start - 60) : at.end]
        return COMPARED.search(near) is not None

    def _is_period(self, at: PeriodAt) -> bool:
        """Whether it is a stretch of time to report on: no single day, unless figures are as of that day."""
        period = at.period
        if _LAW.search(self._text[max(0, at.start - 60) : at.start]):
            return False
        if not _NUMBERED.search(period.label):
            return False
        if period.start is not None and period.start == period.end:
            return bool(_AS_OF.search(self._text[max(0, at.start - 20) : at.start]))
        return period.start is not None or bool(_UNIT.search(period.label))
