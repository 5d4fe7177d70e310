"""SUM: a total and the parts that are listed after it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from docgen.checks import cues
from docgen.checks.discourse import Discourse, Mention
from docgen.checks.listing import Listing, listing_at
from docgen.checks.moves import Levels
from docgen.checks.reading import Reading, Weighing
from docgen.checks.stance import is_alike, noun_of
from docgen.model.fact import Measure
from docgen.model.finding import Claim

_CERTAIN, _CLOSE, _LIKELY, _STAGED, _OPEN = 4, 5, 60, 50, 400  # of a thousand, those the author did not mean
_TELLING = 100  # smaller totals come about by chance too often to be looked for in other sentences
_TOTALS = 6  # totals looked for before a cue
# A list that leaves something out seldom comes this near its total, one whose items overlap is soon far beyond it.
_NEARLY, _HARDLY, _APART = Decimal("0.85"), Decimal("1.06"), Decimal("1.5")


def sums_of(discourse: Discourse, weighing: Weighing) -> Iterator[Claim]:
    """The sums a text states by listing parts after their total, in the order of the text."""
    for mentions in discourse.by_sentence:
        for k in range(len(mentions)):
            listing = listing_at(discourse, weighing.levels, mentions, k)
            if listing is not None:
                yield from _claims_of(discourse, weighing, listing)


def _claims_of(discourse: Discourse, weighing: Weighing, listing: Listing) -> Iterator[Claim]:
    totals = list(_totals(weighing.levels, listing))
    own = {part.index for part in listing.parts[: listing.own]}
    open_sorts: list[tuple[list[Mention], list[Mention], int]] = []
    closed = 0
    for sort in dict.fromkeys(_sort(discourse, total) for total in totals):
        parts = [part for part in listing.parts if _sort(discourse, part) == sort]
        mine = [total for total in totals if _sort(discourse, total) == sort]
        if len(parts) < 2:
            continue
        count = sum(part.index in own for part in parts)
        claim = weighing.settle(_readings(weighing, listing, mine, parts, count))
        if claim is None:
            open_sorts.append((mine, parts, count))
            continue
        closed = max(closed, len(claim.figures) - 1 if weighing.holds(claim) else 0)
        yield claim
        yield from _nested(weighing, listing, claim, parts)
    for mine, parts, count in open_sorts:
        # What is counted in two ways at once (việc and tiền, a of b) is divided alike in both.
        if closed > 1 and len(parts[: max(count, closed)]) == closed:
            yield _claim(listing, mine[0], parts[:closed])
        elif not listing.is_whole:
            yield from _at_most(weighing, listing, mine[0], parts[:count])


def _at_most(weighing: Weighing, listing: Listing, total: Mention, parts: Sequence[Mention]) -> Iterator[Claim]:
    """That the items of a list are no more than their total, where the list is not said to be whole."""
    alike = [part for part in parts if is_alike(total, part)]
    if not alike or listing.has_thresholds or listing.has_stages or total.sentence < alike[0].sentence - 1:
        return
    if len(alike) > 1 and listing.is_regular(alike) and not _overlap(total, alike):
        claim = _claim(listing, total, alike)
        yield replace(claim, code="SUM102", at_most=True)
        return
    largest = max(alike, key=lambda part: part.figure.quantity.value)
    claim = Claim("SUM102", "bounds", (total.index, largest.index), ("whole", "part"), listing.cue, listing.cue_span)
    among = listing.cue.startswith("trong")
    if among and weighing.is_near(claim) and largest.sentence == total.sentence:
        yield claim


def _overlap(total: Mention, parts: Sequence[Mention]) -> bool:
    """Whether the items are so much more than the total that they can only hold one another."""
    taken, whole = sum(part.figure.quantity.value for part in parts), total.figure.quantity.value
    heads = {part.after.split()[0] for part in parts if part.after.split()}
    apart = len(heads) == 1 and heads <= cues.words("sorts")
    return taken > whole * (_APART if apart else _HARDLY)


def _sort(discourse: Discourse, mention: Mention) -> tuple[str, str]:
    """What a figure may be added to: its dimension, and whether it is above or below the stroke of a fraction."""
    partner = mention.figure.partner
    if partner and partner[0] == "of":
        return mention.dimension, "above"
    before = discourse.figures[mention.index - 1].partner if mention.index else None
    return mention.dimension, "below" if before and before[0] == "of" else ""


def _totals(levels: Levels, listing: Listing) -> Iterator[Mention]:
    """The levels before the list that it may divide, the nearest first."""
    found = 0
    last = next((m for m in reversed(listing.before) if m.dimension != "%"), None)
    for mention in reversed(listing.before):
        if mention not in levels and (mention is not last or listing.is_bracket or levels.is_coupled(mention)):
            continue  # a rise may be divided as well, "tăng 1.866 tỷ, trong đó …"
        yield mention
        found += 1
        if found == _TOTALS:
            return


def _readings(
    weighing: Weighing, listing: Listing, totals: Sequence[Mention], parts: Sequence[Mention], own: int
) -> Iterator[Reading]:
    """The nearest total with the items of its sentence first, then other numbers of items, then totals further off.

    Between a level and what is told of it on the side ("7.757 việc, tăng 345 việc; gồm …") the wording does not decide.
    """
    largest = max(part.figure.quantity.value for part in parts[: max(own, 1)])
    near = [t for t in totals if t.figure.quantity.value >= largest or (t is totals[0] and is_alike(t, parts[0]))]
    near = list(totals[:1]) if listing.is_bracket else near
    aside = [t for t in near if t.depth > parts[0].depth or _is_change(weighing, t)]
    is_mixed = 0 < len(aside) < len(near) and near[0] in aside
    if is_mixed:
        near = [*(t for t in near if t not in aside), *aside]
    for total in (*near, *(t for t in totals if t not in near)):
        first = near[:1] == [total]
        for run in _runs(total, parts):
            length = min(own, len(run))
            for count in sorted(range(2, len(run) + 1), key=lambda n: (n != length, -n)):
                taken = run[:count]
                if _is_worth(total, taken, count <= length, first):
                    doubt = _doubt(listing, total, taken, count == length) if first else 1000
                    yield Reading(_claim(listing, total, taken), max(doubt, _LIKELY) if is_mixed else doubt)


def _is_change(weighing: Weighing, total: Mention) -> bool:
    """Whether a figure tells how much more or less, by its verb or by what it was bound to."""
    facts = weighing.discourse.facts
    bound = facts[total.index].measure if total.index < len(facts) else Measure.LEVEL
    return total not in weighing.levels or bound is Measure.CHANGE


def _is_worth(total: Mention, parts: Sequence[Mention], within: bool, near: bool) -> bool:
    """Whether a reading says anything: small numbers of other sentences often add up by chance."""
    value = total.figure.quantity.value
    if not within and value < _TELLING:
        return False
    return near or all(part.figure.quantity.value < value for part in parts)


def _runs(total: Mention, parts: Sequence[Mention]) -> list[list[Mention]]:
    """All parts, those that count the total's noun, and those in digits (for "một" is often no number)."""
    alike = [part for part in parts if noun_of(part) in ("", noun_of(total))]
    digits = [part for part in parts if not part.is_spelled]
    runs = [list(parts), alike, digits]
    return [run for i, run in enumerate(runs) if len(run) > 1 and run not in runs[:i]]


def _doubt(listing: Listing, total: Mention, parts: Sequence[Mention], is_all: bool) -> int:
    """Of a thousand lists so worded, how many do not divide the total among these parts."""
    if listing.is_open or listing.has_thresholds or not listing.is_regular(parts):
        return 1000
    whole, taken = total.figure.quantity, sum(part.figure.quantity.value for part in parts)
    alike = whole.unit is not None and all(is_alike(total, part) for part in parts)
    beside = total.sentence == parts[0].sentence or listing.is_itemised
    if listing.is_paired and len(parts) == 2:
        if listing.has_stages:
            return _STAGED
        return _CERTAIN if alike or listing.is_bracket or listing.is_whole else _LIKELY
    if not is_all:
        return 1000
    if listing.is_whole:
        return (
            (_CERTAIN if alike or listing.is_bracket or total is listing.before[-1] else _LIKELY) if beside else _OPEN
        )
    if alike and beside and not listing.has_stages and _NEARLY * whole.value <= taken <= whole.value * _HARDLY:
        return _CLOSE
    return _OPEN


def _nested(weighing: Weighing, listing: Listing, claim: Claim, parts: Sequence[Mention]) -> Iterator[Claim]:
    """The sum by which the further items of one list divide its last part, as in "có điều kiện: …; xong: …"."""
    used = set(claim.figures)
    rest = [part for part in parts if part.index not in used]
    last = [part for part in parts if part.index in used]
    if len(rest) >= 2 and last and rest[0].index > last[-1].index:
        nested = weighing.settle([Reading(_claim(listing, last[-1], rest), _OPEN)])
        if nested is not None:
            yield nested


def _claim(listing: Listing, total: Mention, parts: Sequence[Mention]) -> Claim:
    return Claim(
        "SUM101",
        "sum",
        (total.index, *(part.index for part in parts)),
        ("total", *("part" for _ in parts)),
        listing.cue,
        listing.cue_span,
    )
