"""Lists of figures in running text: what opens them, and which figures are their items."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from docgen.checks import cues
from docgen.checks.discourse import Discourse, Mention
from docgen.checks.moves import Levels
from docgen.model.text import Span

_REACH = 40  # figures of one list
_BACK = 2  # sentences before it that may hold its total
_ON = 3  # sentences after it that may go on with it
_COLON = re.compile(r"^[^:;()]{0,120}:[^:;()%]{0,90}$")
_BRACKET = re.compile(r"^[^():;,.]{0,40}\((?!chiếm|đạt|tương|tức|tăng|giảm|bằng|=|từ |so |cùng kỳ)[^();%]{0,60}$")
_ASIDE = re.compile(r"\([^()]*\)")
_SEPARATOR = re.compile(r"[;,.():]")
_AND = re.compile(r"(?:^|[\s,;])(?:và|cùng|còn|còn lại)\s")


@dataclass(frozen=True)
class Listing:
    """Figures listed one after the other: `before` are the figures of the text before them, `parts` the items.

    `is_whole`: the wording says that nothing is left out. `is_bracket`: the list stands in brackets behind its total.
    """

    before: tuple[Mention, ...]
    parts: tuple[Mention, ...]
    cue: str
    cue_span: Span
    is_whole: bool
    is_bracket: bool
    is_itemised: bool

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What is said around each item, before its number and after it up to the next separator."""
        return tuple(label_of(part) for part in self.parts[: self.own])

    @cached_property
    def own(self) -> int:
        """How many items surely belong to it: those of its sentence, or of the list items that go on with it."""
        first = self.parts[0]
        return len(self.parts) if self.is_itemised else sum(part.sentence == first.sentence for part in self.parts)

    @cached_property
    def is_open(self) -> bool:
        """Whether the list ends in dots or "v.v."."""
        return cues.phrases("parts", "open_ends").search(self.parts[-1].after[:200]) is not None

    @cached_property
    def has_thresholds(self) -> bool:
        """Whether the items are steps of one scale, each of which holds the next."""
        return any(cues.phrases("parts", "threshold").search(label) for label in self.labels)

    @cached_property
    def has_stages(self) -> bool:
        """Whether an item is a step of what is done with the whole, so that other steps may go unsaid."""
        staged = [cues.phrases("parts", "stages").search(label) is not None for label in self.labels]
        return any(staged)

    @cached_property
    def is_paired(self) -> bool:
        """Whether two labels share the whole between them, as old and new, or a thing and the lack of it."""
        if len(self.labels) < 2:
            return False
        first, second = self.labels[0], self.labels[1]
        return any(
            (a.search(first) and b.search(second)) or (b.search(first) and a.search(second)) for a, b in cues.pairs()
        ) or _denies(first, second)

    def is_regular(self, parts: Sequence[Mention]) -> bool:
        """Whether the items are set off alike: by semicolons, bullets, brackets, or commas and "và"."""
        if any(part.depth != parts[0].depth for part in parts):
            return False
        if self.is_bracket or all(part.after.lstrip().startswith(")") and part.depth for part in parts):
            return True
        if all(a.clause != b.clause or a.sentence != b.sentence for a, b in pairwise(parts)):
            return True
        return bool(_AND.search(parts[-1].before)) or all("," in part.before for part in parts[1:])


def label_of(mention: Mention) -> str:
    """What is said of a figure: the words before it, its unit, and the words after it up to the next separator."""
    head = _SEPARATOR.split(_ASIDE.sub(" ", mention.before).rstrip(" :"))[-1]
    return f"{head} {mention.figure.quantity.unit or ''} {_SEPARATOR.split(mention.after)[0]}"


def _denies(first: str, second: str) -> bool:
    """Whether one label is the other with "chưa" or "không" before it."""
    for one, other in ((first, second), (second, first)):
        match = re.search(r"(?:chưa|không)\s+(\w+\s+\w+)", one)
        if match and match.group(1) in other:
            return True
    return False


def listing_at(discourse: Discourse, levels: Levels, mentions: Sequence[Mention], k: int) -> Listing | None:
    """The list whose first item is the k-th figure of a sentence; `None` where no wording opens one there."""
    opened = _opening(discourse, mentions, k)
    if opened is None:
        return None
    cue, is_whole, is_bracket = opened
    first = mentions[k] if is_bracket else _first_item(mentions, k)
    before = list(mentions[max(0, k - _REACH) : k])
    if len(before) < _REACH:
        earlier = range(max(0, first.sentence - _BACK), first.sentence)
        before = [m for place in earlier for m in discourse.by_sentence[place]] + before
    parts = tuple(_items(discourse, levels, mentions, k + first.index - mentions[k].index))
    if is_bracket and len(parts) < 2:
        return None
    span = Span(
        mentions[k - 1].figure.span.end if k else discourse.sentences[first.sentence].span.start,
        first.figure.span.start,
    )
    itemised = bool(discourse.sentences[first.sentence].marker) and k == 0
    return Listing(tuple(before), parts, cue, span, is_whole, is_bracket, itemised) if parts else None


def _first_item(mentions: Sequence[Mention], k: int) -> Mention:
    """The first figure of a list that can be added; "30% (542 tỷ)" begins with its amount."""
    return next((m for m in mentions[k : k + 2] if m.dimension not in ("%", "lần")), mentions[k])


def _opening(discourse: Discourse, mentions: Sequence[Mention], k: int) -> tuple[str, bool, bool] | None:
    """The wording that opens a list before the k-th figure; whether nothing is left out; whether it is a bracket."""
    first = mentions[k]
    before = first.before if k else f"{_announced(discourse, first.sentence)} {first.before}"
    before = before[-160:]
    found = list(cues.parts_follow().finditer(before))
    if found:
        return found[-1].group(), found[-1].group("whole") is not None, "(" in before[: found[-1].start()][-2:]
    if k == 0:
        return (":", True, False) if before.strip().startswith(":") else None
    if first.depth > mentions[k - 1].depth and _BRACKET.match(before):
        return "(", True, True
    if _COLON.match(before):
        return ":", True, False
    return None


def _announced(discourse: Discourse, sentence: int) -> str:
    """The end of the sentence before, from its last figure on, where a colon there announces list items."""
    if not sentence:
        return ""
    mentions = discourse.by_sentence[sentence - 1]
    tail = mentions[-1].after if mentions else discourse.text_of(sentence - 1)
    return tail if tail.rstrip().endswith(":") else ""


def _items(discourse: Discourse, levels: Levels, mentions: Sequence[Mention], k: int) -> Iterator[Mention]:
    """The levels listed from the k-th figure on, without what is nested in an item."""
    first, count = mentions[k], 0
    nested: tuple[int, int] | None = None
    for mention in _following(discourse, mentions, k):
        if mention.depth < first.depth and mention.dimension == "%":
            continue
        if count == 1 and mention.depth < first.depth and mention.sentence == first.sentence:
            if mention.dimension == first.dimension and mention in levels:
                yield mention  # "800 tỷ (trong đó riêng ông A 600 tỷ), 6 người khác 200 tỷ"
                return
            continue
        if mention.depth <= first.depth and mention.bracket != first.bracket and not _stands_alone(first, mention):
            return
        if mention.depth > first.depth or (mention.sentence, mention.clause) == nested:
            continue
        if mention is not first and cues.parts_follow().search(mention.before):
            nested = (mention.sentence, mention.clause)
            continue
        if mention not in levels:
            continue
        yield mention
        count += 1
        if count == _REACH:
            return


def _stands_alone(first: Mention, mention: Mention) -> bool:
    """Whether both figures stand alone in brackets of their own, as in "cao su (825 ha), rừng (37 ha)"."""
    alone = first.after.lstrip().startswith(")") and mention.after.lstrip().startswith(")")
    return alone and mention.depth == first.depth and mention.before.count("(") == 1


def _following(discourse: Discourse, mentions: Sequence[Mention], k: int) -> Iterator[Mention]:
    """The figures from the k-th on: those of its sentence, and of the items or sentences that go on with the list."""
    yield from mentions[k:]
    here = discourse.sentences[mentions[k].sentence]
    start = mentions[k].sentence + 1
    for place in range(start, min(len(discourse.sentences), start + (_REACH if here.marker else _ON))):
        if here.marker and discourse.sentences[place].marker != here.marker:
            return
        yield from discourse.by_sentence[place]
