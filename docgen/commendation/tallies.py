"""What must add up in a dossier: the months of a career, the shares of an initiative, quotas."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from docgen.commendation.shown import Shown, Standing
from docgen.model.finding import Severity
from docgen.vi.numerals import write_number

CAREER = "bảng quá trình công tác"
_SPAN = re.compile(
    r"(?:từ\s+)?(?:tháng\s+)?(\d{1,2})\s*/\s*(\d{4})\s*(?:đến|-|–)\s*(?:tháng\s+)?(\d{1,2})\s*/\s*(\d{4})"
)
_LENGTH = re.compile(r"(?:(\d+)\s*năm)?\s*,?\s*(?:(\d+)\s*tháng)?")


@dataclass(frozen=True, slots=True)
class Post:
    """A stretch of a career by months counted from the year 0, both ends included, and the length that is written."""

    first: int
    last: int
    written: int | None = None

    @property
    def months(self) -> int:
        """How many months it lasted."""
        return self.last - self.first + 1


def post_of(period: str, length: str = "") -> Post | None:
    """The stretch that two cells state (`Từ tháng 01/2010 đến tháng 12/2015`, `06 năm 00 tháng`), `None` if unread."""
    match = _SPAN.search(" ".join(period.casefold().split()))
    if match is None:
        return None
    month, year, last_month, last_year = map(int, match.groups())
    if not (1 <= month <= 12 and 1 <= last_month <= 12):
        return None
    return Post(12 * year + month - 1, 12 * last_year + last_month - 1, months_of(length))


def months_of(length: str) -> int | None:
    """The months that a length in words states; `None` where it states none."""
    match = _LENGTH.fullmatch(" ".join(length.casefold().split()))
    if match is None or match.group(1) is match.group(2) is None:
        return None
    return 12 * int(match.group(1) or 0) + int(match.group(2) or 0)


def in_years(months: int) -> str:
    """A length as such a table writes it."""
    return f"{months // 12:02} năm {months % 12:02} tháng"


def check_career(about: str, posts: Sequence[Post], total: int | None = None) -> Iterator[Shown]:
    """Posts that overlap or leave a hole, lengths that are not those of their posts, a total that is not the sum."""

    def shown(says: str, severity: Severity) -> Shown:
        return Shown("LAW601", Standing.AGAINST, about, says, CAREER, severity=severity)

    for post in posts:
        # both ways of counting are used: with the last month and without it
        if post.written is not None and post.written not in (post.months, post.months - 1):
            says = f"{_stretch(post)} là {in_years(post.months)}, bảng ghi {in_years(post.written)}"
            yield shown(says, Severity.ERROR)
    ordered = sorted(posts, key=lambda post: (post.first, post.last))
    for before, after in pairwise(ordered):
        if after.first < before.last:
            yield shown(f"{_stretch(before)} và {_stretch(after)} chồng lên nhau", Severity.ERROR)
        elif after.first > before.last + 1:
            yield shown(f"giữa {_stretch(before)} và {_stretch(after)} bỏ trống", Severity.WARNING)
    written = [post.written for post in posts]
    if total is not None and None not in written and sum(filter(None, written)) != total:
        says = f"tổng cộng ghi {in_years(total)}, cộng các dòng được {in_years(sum(filter(None, written)))}"
        yield shown(says, Severity.ERROR)


def _stretch(post: Post) -> str:
    return f"{post.first % 12 + 1:02}/{post.first // 12} - {post.last % 12 + 1:02}/{post.last // 12}"


def check_shares(about: str, shares: Sequence[Decimal | None]) -> Shown | None:
    """Authors of an initiative whose shares do not make 100 %; `None` where they do or one is not stated."""
    known = [share for share in shares if share is not None]
    if not known or len(known) != len(shares) or sum(known) == 100:
        return None
    says = f"tỷ lệ đóng góp của các tác giả cộng lại {write_number(sum(known, Decimal(0)))}%, không phải 100%"
    return Shown("LAW602", Standing.AGAINST, about, says, "đơn yêu cầu công nhận sáng kiến", False)


@dataclass(frozen=True, slots=True)
class Quota:
    """A ceiling that an office sets for itself: at most `percent` of the base, with the paper that sets it."""

    what: str
    of_what: str
    percent: Decimal
    source: str


def check_quota(quota: Quota, count: int, base: int) -> Shown:
    """Whether a count keeps within a quota, always with its base told."""
    told = f"{count} {quota.what} trên {base} {quota.of_what}"
    if 100 * count <= quota.percent * base:
        return Shown("LAW105", Standing.PROVED, "", told, quota.source)
    says = f"{told}, vượt {write_number(quota.percent)}%"
    return Shown("LAW105", Standing.AGAINST, "", says, quota.source, severity=Severity.WARNING)
