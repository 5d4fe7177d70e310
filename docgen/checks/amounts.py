"""WRD: an amount in digits and the same in words."""

import re
from collections.abc import Iterator
from itertools import pairwise

from docgen.checks.discourse import Discourse
from docgen.model.finding import Claim
from docgen.model.text import Span

_IN_WORDS = re.compile(
    r"^[^\w(]*(?:đồng|đ|vnđ)?\s*[(,;]?\s*(?:viết\s+|ghi\s+|số tiền\s+)?(?:bằng\s+)?(?:chữ)?\s*:?\s*$"
)


def amounts_of(discourse: Discourse) -> Iterator[Claim]:
    """The amounts that are written in digits and then, in brackets or after "bằng chữ", in words."""
    for digits, words in pairwise(discourse.mentions):
        if digits.is_spelled or not words.is_spelled or digits.sentence != words.sentence:
            continue
        bracket = words.depth > digits.depth or "bằng chữ" in words.before
        if bracket and digits.dimension == words.dimension and _IN_WORDS.match(words.before):
            span = Span(digits.figure.span.end, words.figure.span.start)
            yield Claim("WRD101", "equal", (digits.index, words.index), ("member", "member"), "bằng chữ", span)
