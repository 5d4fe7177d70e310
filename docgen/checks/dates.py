"""PER: days that no calendar has."""

import re
from calendar import monthrange
from collections.abc import Iterator

from docgen.checks.discourse import Discourse
from docgen.model.finding import Claim
from docgen.model.text import Span

_DATE = re.compile(
    r"(?<!\w)ngày\s+(?P<day>\d{1,2})\s?(?:[/.-]\s?|\s*tháng\s+)(?P<month>\d{1,2})"
    r"(?:\s?(?:[/.-]\s?|\s*năm\s+)(?P<year>(?:19|20)\d\d))?(?![\d/]|[.-]\d)",
    re.IGNORECASE,
)
_LEAP = 2000  # a year with a 29 February, where none is written


def dates_of(discourse: Discourse) -> Iterator[Claim]:
    """The dates that do not exist, in the order of the text; each is a claim that nothing makes true."""
    for block in discourse.document.blocks:
        for match in _DATE.finditer(discourse.document.text, block.span.start, block.span.end):
            day, month = int(match.group("day")), int(match.group("month"))
            year = int(match.group("year") or _LEAP)
            if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
                span = Span(match.start("day"), match.end())
                cue = span.of(discourse.document.text)
                yield Claim("PER101", "identity", (), (), cue, span, expression="0 = 1")
