"""An official document → what is stale in it on its own day: grounds that had ended, agencies that are no more."""

import re
from datetime import date

from docgen.commendation.papers import check_grounds, check_names
from docgen.commendation.shown import Shown, finding_of
from docgen.model.finding import Finding
from docgen.model.text import Document, Span
from docgen.vi.normal import normal

NATION = re.compile(r"C[ỘỌ]NG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM")
_DATED = re.compile(r"[^\d,;:.]{2,60}, ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})")
HEAD_BLOCKS = 20  # the head of a document: agency, nation, number, place and day, kind


def law_findings(document: Document) -> tuple[Finding, ...]:
    """The findings on grounds and on the letterhead, judged by the day the document bears.

    Only of a document under Quốc hiệu that states its place and day: of anything else the day is not known, and an old
    name or a past decree in running text is history, not a fault.
    """
    head = _head(document)
    if head is None:
        return ()
    day, letterhead = head
    shown = [*check_names(letterhead.of(document.text), day)]
    moved = [_moved(each, letterhead.start) for each in shown]
    found = (finding_of(each) for each in (*moved, *check_grounds(document.text, day)))
    return tuple(finding for finding in found if finding is not None)


def _moved(shown: Shown, by: int) -> Shown:
    spans = tuple(Span(span.start + by, span.end + by) for span in shown.spans)
    return Shown(
        shown.code,
        shown.standing,
        shown.about,
        shown.says,
        shown.article,
        shown.verified,
        shown.severity,
        spans,
    )


def _head(document: Document) -> tuple[date, Span] | None:
    """The day of the document and the text of its head up to there; `None` where it is no dated official paper."""
    has_nation = False
    start = 0
    for number, block in enumerate(document.blocks[:HEAD_BLOCKS]):
        text = normal(document.text_of(block)).text.strip()
        start = block.span.start if number == 0 else start
        has_nation = has_nation or NATION.search(text) is not None
        if has_nation and (match := _DATED.search(text)):
            day = _day(*map(int, match.groups()))
            return (day, Span(start, block.span.end)) if day else None
    return None


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
