"""PCT: a percentage, the part and the whole."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from docgen.checks import cues
from docgen.checks.discourse import Discourse, Mention
from docgen.checks.likeness import topic_of, words_in, words_of
from docgen.checks.moves import Levels
from docgen.checks.reading import Reading, Weighing
from docgen.checks.stance import noun_of, stance_of
from docgen.model.finding import Claim
from docgen.model.text import Span

_PARTS, _WHOLES, _BACK = 3, 10, 6
_CERTAIN = 4
_SEEN = 50  # figures before a percentage that are looked at
_ROW = 12  # sentences over which percentages of one whole are told in a row
_APPROXIMATED = r",?(?:\s*ngày [\d/.\- ]+,)?\s*(?:gần|khoảng|hơn|trên|chưa đến|chưa tới|xấp xỉ|tới|đến)?"
_INSIDE = r"[^(),;]{0,30}\([^(),;]{0,20}"  # between a percentage and the amount in the bracket behind it


def rates_of(discourse: Discourse, weighing: Weighing) -> Iterator[Claim]:
    """The percentages whose part and whole are both told, in the order of the text."""
    wholes: list[int] = []  # of the percentages before, the latest last
    unread: list[tuple[Mention, Mention]] = []
    for mentions in discourse.by_sentence:
        for k, rate in enumerate(mentions):
            if rate.dimension != "%" or rate.index in weighing.levels.changed or is_range(discourse, rate):
                continue
            claim = weighing.settle(_readings(discourse, weighing.levels, mentions, k, wholes[-_PARTS:]))
            if claim is not None:
                yield claim
                wholes.append(claim.figures[claim.roles.index("whole")])
            else:
                unread += [(rate, part) for part in list(_parts(weighing.levels, mentions, k))[:1]]
    yield from _alike(discourse, weighing, unread, wholes)


def _alike(
    discourse: Discourse, weighing: Weighing, unread: Sequence[tuple[Mention, Mention]], wholes: Sequence[int]
) -> Iterator[Claim]:
    """The percentages that stand in a row with others of one whole, or that one slip in their whole explains."""
    known = [discourse.by_figure[i] for i, times in Counter(wholes).items() if times > 1]
    for whole in {m.index: m for m in (*known, *_largest(discourse, weighing, unread))}.values():
        rows = [
            (r, p) for r, p in unread if _is_adjacent(p, r) and p.dimension == whole.dimension and not is_foreign(r)
        ]
        claims = [_claim(rate, part, whole) for rate, part in rows if abs(rate.sentence - whole.sentence) < _ROW]
        slips = [claim for claim in claims if weighing.is_near(claim)]
        if whole in known or len(slips) > 2:
            yield from slips
            return


def _largest(discourse: Discourse, weighing: Weighing, unread: Sequence[tuple[Mention, Mention]]) -> list[Mention]:
    """The largest level before percentages that could not be read, if there are several of them."""
    if len(unread) < 3:
        return []
    first = unread[0][1]
    before = [m for m in discourse.near(first, _SEEN)[:-1] if m.dimension == first.dimension and m in weighing.levels]
    return [max(before, key=lambda m: m.figure.quantity.value)] if before else []


def is_range(discourse: Discourse, rate: Mention) -> bool:
    """Whether a percentage is an end of a range."""
    before = discourse.figures[rate.index - 1].partner if rate.index else None
    return rate.figure.partner is not None or (before is not None and before[0] == "to")


def _readings(
    discourse: Discourse, levels: Levels, mentions: Sequence[Mention], k: int, before: Sequence[int]
) -> Iterator[Reading]:
    """The ways to read a percentage; `before` are the wholes of the percentages before it."""
    rate = mentions[k]
    yield from _fractions(mentions, k)
    yield from _named_after(levels, mentions, k)
    told = cues.share().search(rate.before[-60:]) is not None
    base = base_of(rate)
    for rank, part in enumerate(_parts(levels, mentions, k)):
        adjacent = rank == 0 and _is_adjacent(part, rate, mentions)
        if not (told or adjacent or part.index > rate.index):
            continue
        for distance, whole in enumerate(_wholes(discourse, levels, rate, part, base, before)):
            doubt = _doubt(discourse, rate, part, whole, base) if adjacent else 600
            if adjacent and len(before) > 1 and set(before[-2:]) == {whole.index} and not base:
                doubt = 5
            yield Reading(_claim(rate, part, whole), doubt if distance == 0 else max(doubt, 300))


def _named_after(levels: Levels, mentions: Sequence[Mention], k: int) -> Iterator[Reading]:
    """ "23.845 tỷ, đạt 92,5% cam kết cho vay (25.789 tỷ)": the whole stands named in the bracket behind."""
    rate, after = mentions[k], mentions[k + 1] if k + 1 < len(mentions) else None
    if after is None or after not in levels or after.depth <= rate.depth or not words_in(after.before.split("(")[0]):
        return
    part = next((m for m in reversed(mentions[max(0, k - _SEEN) : k]) if m in levels), None)
    if part is not None and part.dimension == after.dimension and _is_adjacent(part, rate, mentions):
        yield Reading(_claim(rate, part, after), 5)


def _fractions(mentions: Sequence[Mention], k: int) -> Iterator[Reading]:
    """ "363/830 việc (43,7%)", and the same with the percentage first."""
    for first in (k - 2, k + 1):
        if 0 <= first < len(mentions) - 1 and mentions[first].index + 1 == mentions[first + 1].index:
            part, whole = mentions[first], mentions[first + 1]
            if part.figure.partner and part.figure.partner[0] == "of" and _is_adjacent(whole, mentions[k]):
                yield Reading(_claim(mentions[k], part, whole), _CERTAIN)


def _is_adjacent(part: Mention, rate: Mention, mentions: Sequence[Mention] = ()) -> bool:
    """Whether a percentage stands right behind its part, in brackets or after a wording of shares.

    Changes told of the part may stand between: "2.400 việc, giảm 600 việc (20,0%); tỷ lệ 48,0%".
    """
    if part.index > rate.index:
        return (
            part.index == rate.index + 1 and part.depth > rate.depth and re.fullmatch(_INSIDE, part.before) is not None
        )
    between = mentions[part.index - mentions[0].index + 1 : rate.index - mentions[0].index] if mentions else []
    if part.index != rate.index - 1 and not (between and all(_tells_change(m) for m in between)):
        return False
    if rate.depth > part.depth and not between:
        return len(rate.before.split("(")[0]) < 45
    if cues.share().search(rate.before) is not None and len(rate.before) < 50:
        return True
    return not between and re.fullmatch(_APPROXIMATED, rate.before.strip()) is not None


def _tells_change(mention: Mention) -> bool:
    return bool(stance_of(mention).direction) or mention.depth > 0


def _parts(levels: Levels, mentions: Sequence[Mention], k: int) -> Iterator[Mention]:
    """The levels that may be the part: before the percentage the nearest first, or in the bracket after it."""
    rate, found = mentions[k], 0
    after = mentions[k + 1] if k + 1 < len(mentions) else None
    if after is not None and _is_adjacent(after, rate) and after in levels and not words_in(after.before.split("(")[0]):
        yield after
    for mention in reversed(mentions[max(0, k - _SEEN) : k]):
        if mention in levels:
            yield mention
            found += 1
        if found == _PARTS:
            return


def _wholes(
    discourse: Discourse, levels: Levels, rate: Mention, part: Mention, base: frozenset[str], before: Sequence[int]
) -> list[Mention]:
    """The levels the part may be of, the likeliest first: called as the percentage says, used before, the nearest."""
    found = [
        m for m in _around(discourse, rate) if m.dimension == part.dimension and m.index != part.index and m in levels
    ]
    large = [m for m in found if m.figure.quantity.value >= part.figure.quantity.value] or found
    used = [discourse.by_figure[i] for i in dict.fromkeys(reversed(before))]
    used = [m for m in used if m.dimension == part.dimension and m.index != part.index]
    if not base:
        return (used + [m for m in large if m not in used])[:_WHOLES]
    called = [m for m in large if base <= topic_of(discourse, m)]
    return (called + [m for m in large if m not in called])[:_WHOLES]


def _around(discourse: Discourse, rate: Mention) -> Iterator[Mention]:
    """The figures after a percentage in its clause, then those before it, back to a few sentences."""
    before = [m for m in reversed(discourse.near(rate, _SEEN)[:-1]) if rate.sentence - m.sentence <= _BACK]
    yield from (m for m in discourse.beside(rate, 0, 2)[1:] if m.clause == rate.clause)
    yield from (m for m in before if m.sentence == rate.sentence)
    base = base_of(rate)
    if base:
        ahead = discourse.near(rate, 0, _SEEN)[1:]
        yield from (m for m in ahead if 0 < m.sentence - rate.sentence < 3 and base <= words_of(m))
    yield from (m for m in before if m.sentence != rate.sentence)


def base_of(rate: Mention) -> frozenset[str]:
    """The words after a percentage that name what it is a part of; empty where none do."""
    return words_in(cues.separator().split(rate.after)[0])


def is_foreign(rate: Mention) -> bool:
    """Whether the words after a percentage name a whole that stands elsewhere ("dự toán", "so với cùng kỳ")."""
    return cues.phrases("rate", "foreign").search(cues.separator().split(rate.after)[0]) is not None


def _doubt(discourse: Discourse, rate: Mention, part: Mention, whole: Mention, base: frozenset[str]) -> int:
    """Of a thousand percentages so worded, how many are not this part of this whole."""
    nouns = {noun_of(part), noun_of(whole)}
    if len(nouns) > 1 and "" not in nouns:
        return 600
    if base and whole.index > rate.index and base <= words_of(whole):
        return 5 if len(base) > 2 else 10
    if is_foreign(rate):
        return 900
    if whole.index > rate.index:
        return 100
    if part.index > rate.index and not base:
        return 5 if whole.sentence == part.sentence else 100
    named = topic_of(discourse, whole)
    if base:
        if base <= named:
            return 5
        total = cues.phrases("parts", "total").search(whole.before) and cues.phrases("parts", "total").match(
            rate.after[1:]
        )
        if total and len(base & named) > 1 and whole.sentence == part.sentence:
            return 5
        return 10 if len(base & named) > 2 and 5 * len(base & named) >= 3 * len(base) else 300
    mine = topic_of(discourse, part)
    for of, over in cues.table()["rate"]["conventions"]:
        if words_in(of) <= mine and words_in(over) <= named:
            return 5 if part.sentence == whole.sentence else 20
    if whole.figure.quantity.value < part.figure.quantity.value:
        return 500
    if noun_of(part) != noun_of(whole) or whole.sentence != part.sentence:
        return 300
    among = cues.phrases("parts", "some").search(part.before) or cues.phrases("parts", "total").search(whole.before)
    return 5 if among and cues.share().search(rate.before) else 10


def _claim(rate: Mention, part: Mention, whole: Mention) -> Claim:
    start = rate.figure.span.start
    cue = cues.share().search(rate.before[-60:])
    return Claim(
        "PCT101",
        "rate",
        (rate.index, part.index, whole.index),
        ("rate", "part", "whole"),
        cue.group() if cue else "(",
        Span(max(0, start - 10), start),
    )
