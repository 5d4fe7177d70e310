"""A figure without a label of its own → the label it takes over from the figures before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.facts.clause import Site
from docgen.facts.indicator import Lexicon
from docgen.facts.label import Named, before_cue, first_words, joined, own_label, tail_of
from docgen.facts.measure import MOVED_BEFORE, SAME_AGAIN, Reading, is_alone, reading_of
from docgen.facts.phrases import AUXILIARY, PLAN_WORD, SIDE_AT_START, TIME_UNITS, VERB
from docgen.facts.turn import labels_in_turn
from docgen.knowledge.domain import Indicator
from docgen.model.fact import Figure, Kind, Measure, Period

_OF_ANOTHER = (Measure.CHANGE, Measure.RATE, Measure.POINTS, Measure.SHARE, Measure.OF_PLAN, Measure.MULTIPLE)
_LEVELS = (Measure.LEVEL, Measure.AVERAGE)
_JOINING = frozenset([",", "và", "/", "hoặc", "với", ")", ";", "hay", "", "tương ứng", "tương ứng với", "ứng với"])
_WITH = frozenset(["với", "ứng với", "tương ứng", "tương ứng với", "cùng"])
_RATE_WORDS = ("tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng", "tỷ suất")
_OVER = re.compile(r"(?:trên|trong)\s*(?:tổng số|tổng|số)?\s*$", re.IGNORECASE)
_TO = re.compile(r"(?:lên|xuống|còn|tới|đến|thành|\s|hơn|gần|khoảng|trên|chỉ)+")
_OUTSIDE = 12  # figures of earlier sentences that a change may still speak of


@dataclass(slots=True)
class Bound:
    """A figure with what was found for it so far, filled in step by step; `of` is the one whose label it took over."""

    figure: Figure
    site: Site
    reading: Reading
    named: Named | None
    of: "Bound | None" = None
    indicator: Indicator | None = None
    period: Period | None = None
    place: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A figure among the others: those of its sentence in `here`, those of earlier ones in `before`.

    `after` is the site of the next figure, which may hold the words that follow both.
    """

    figure: Figure
    site: Site
    here: Sequence[Bound]
    before: Sequence[Bound]
    after: Site | None = None


def labelled(one: Standing, lexicon: Lexicon) -> Bound:
    """The figure with its reading and its label: its own, or one that it takes over from the figures before it."""
    anchor = anchor_of(one.figure, one.site, one.here, one.before[-_OUTSIDE:])
    reading, named = _own(one, lexicon, anchor)
    if turns := labels_in_turn(one.site, lexicon):
        return Bound(one.figure, one.site, reading, Named(turns[0], "in turn", (one.site.head,), turns=turns[1:]))
    if one.here:
        last = one.here[-1]
        if named is not None and not one.site.mark and named.ending == "copula" and _spans_time(last):
            named = last.named and Named(last.named.head, "subject", last.named.pieces, last.named.head, "copula")
        if (found := _of_last(one, reading, named, last) or _of_near(one, reading, named)) is not None:
            return found
    elif reading.measure is Measure.SHARE and reading.basis and named is not None:
        return Bound(one.figure, one.site, reading, named)
    if _is_bare(reading, named) and anchor is not None and (taken := _of_anchor(one.figure, one.site, reading, anchor)):
        return Bound(one.figure, one.site, reading, taken, anchor)
    return Bound(one.figure, one.site, reading, _at_last(one, named, lexicon))


def _own(one: Standing, lexicon: Lexicon, anchor: Bound | None) -> tuple[Reading, Named | None]:
    """What the figure's own clause says."""
    figure, site, after = one.figure, one.site, one.after
    outside = next((other.reading for other in reversed(one.here) if other.site.depth <= site.depth), None)
    reading = reading_of(figure, site, outside, anchor.figure if anchor else None)
    cut = reading.cue if reading.measure in _OF_ANOTHER and reading.direction else None
    named = own_label(figure, before_cue(site, cut) if cut else site, lexicon)
    if after is not None and figure.partner is not None and figure.partner[0] == "of":
        named = _numerator(figure, after, lexicon, named) or named
    if after is not None and named is not None and named.rule == "the unit" and after.sentence == site.sentence:
        named = _with_tail(named, site, after)
    if named is not None and reading.measure is Measure.LEVEL and not named.ending:
        reading = _moved_name(figure, reading, named)
    return reading, named


def _of_last(one: Standing, reading: Reading, named: Named | None, last: Bound) -> Bound | None:
    """The figure where it belongs to the one right before it: a fraction, a range, a bracket, the other end."""
    figure, site = one.figure, one.site
    if last.named and last.named.turns and is_alone(site) and site.mark in _JOINING:
        turns = last.named.turns
        return Bound(figure, site, reading, Named(turns[0], "in turn", last.named.pieces, turns=turns[1:]))
    if last.figure.partner is not None and last.figure.partner[1] == site.figure:
        return _partner(figure, site, reading, named, last)
    if site.mark == "(" and last.reading.measure is Measure.CHANGE and reading.bare and last.named:
        return Bound(figure, site, reading, last.named, last.of or last)
    if last.reading.scope == "previous" and _TO.fullmatch(site.head.text) and not site.mark:
        return Bound(figure, site, Reading(Measure.LEVEL, cue=site.head), last.named, last)
    return _compared_with(figure, site, last)


def _of_near(one: Standing, reading: Reading, named: Named | None) -> Bound | None:
    """The figure where it says the same again as the last one at its depth or outside, in other terms."""
    figure, site = one.figure, one.site
    outside = [other for other in reversed(one.here) if other.site.depth <= site.depth]
    near = outside[0] if outside else None
    if near is None or near.named is None:
        return None
    if named is None and site.mark in _WITH and is_alone(site) and figure.kind is Kind.MONEY:
        of = next((other for other in outside if other.named and other.named.rule != "denominator"), near)
        return Bound(figure, site, reading, of.named, of)
    again = is_alone(site) and site.mark in SAME_AGAIN and (reading.bare or not named)
    bracket = site.mark == "(" and named is None and not reading.direction and near.figure.kind is figure.kind
    return _again(figure, site, reading, near) if again or bracket else None


def _at_last(one: Standing, named: Named | None, lexicon: Lexicon) -> Named | None:
    """The label where no other figure is spoken of: shared, or of the words or the unit that are left."""
    if named is None or (named.rule in ("after the number", "the unit") and not named.head):
        named = _shared(one.figure, one.site, named, one.here) or named
    if not one.here and (named is None or named.rule == "the unit"):
        named = first_words(one.site, lexicon) or named
    unit = one.figure.quantity.unit
    if named is None and unit and one.figure.kind in (Kind.COUNT, Kind.MEASURE):
        named = Named(unit, "the unit", (one.site.tail,))
    return named


def _is_bare(reading: Reading, named: Named | None) -> bool:
    earlier = reading.scope == "previous" and (reading.bare or named is None)
    return earlier or (reading.measure in _OF_ANOTHER and (reading.bare or named is None))


def anchor_of(figure: Figure, site: Site, here: Sequence[Bound], before: Sequence[Bound]) -> Bound | None:
    """The level that a change, a rate or a share speaks of: of its sentence or else of an earlier one, of its unit."""
    unit = figure.quantity.unit
    near = _level_before(figure, site, here)
    if near is not None and (figure.kind is Kind.PERCENT or near.figure.quantity.unit == unit):
        return near
    far = _level_before(figure, site, before)
    return far if near is None or (far is not None and far.figure.quantity.unit == unit) else near


def _level_before(figure: Figure, site: Site, before: Sequence[Bound]) -> Bound | None:
    """The last level at the figure's depth or outside."""
    if not before:
        return None
    levels = [one for one in before if one.reading.measure in _LEVELS or _is_rate(one)]
    levels = [one for one in levels if one.reading.scope != "previous"] or levels
    outside = [one for one in levels if one.site.depth <= site.depth] or levels
    if figure.kind is not Kind.PERCENT:
        same = [one for one in outside if one.figure.quantity.unit == figure.quantity.unit]
        outside = same or [one for one in outside if one.figure.kind is figure.kind] or outside
    elif not site.head.text.lower().startswith(("vượt", "thiếu")):
        outside = [one for one in outside if not _is_whole(one, outside)] or outside
    else:
        outside = [one for one in levels if one.figure.kind is Kind.PERCENT] or outside
    return outside[-1] if outside else None


def _is_whole(one: Bound, levels: Sequence[Bound]) -> bool:
    """Whether a level is only the whole of the one before it: `thu 331 tỷ đồng trên 604 tỷ đồng có điều kiện`."""
    alike = [other for other in levels if other is not one and other.figure.kind is one.figure.kind]
    of = any(other.figure.partner == ("of", one.site.figure) for other in alike)
    return bool(alike) and (of or bool(_OVER.match(one.site.head.text)) or one.site.mark in ("trong", "trong khi"))


def _is_rate(one: Bound) -> bool:
    return one.reading.measure is Measure.SHARE and one.figure.kind is Kind.PERCENT


def _partner(figure: Figure, site: Site, reading: Reading, named: Named | None, last: Bound) -> Bound:
    """The second number of a fraction, a range or a pair."""
    relation = last.figure.partner[0] if last.figure.partner else ""
    if relation == "to":
        return Bound(figure, site, last.reading, last.named, last)
    if relation == "of" and named is None and reading.measure is not Measure.LEVEL:
        return Bound(figure, site, reading, last.named)
    if relation == "of" and (named is None or named.rule != "name of an indicator"):
        noun = "tiền" if figure.kind is Kind.MONEY else figure.quantity.unit or tail_of(site)
        whole = Named(joined("tổng số", noun), "denominator", (site.tail,)) if noun else named
        return Bound(figure, site, reading, whole)
    if named is None or named.rule == "the unit":
        named = _shared(figure, site, named, [last]) or named
    return Bound(figure, site, reading, named)


def _with_tail(named: Named, site: Site, after: Site) -> Named:
    """A bare unit with the words that follow the figure joined to it: `4 tập thể và 2 cá nhân nhận Bằng khen`."""
    tail = tail_of(after, counted=True)
    if site.next_mark not in (",", "và") or after.head or site.depth != after.depth or not VERB.match(tail):
        return named
    return Named(joined(named.text, tail), "after both", (after.tail,))


def _moved_name(figure: Figure, reading: Reading, named: Named) -> Reading:
    """The reading of `giảm thu ngân sách 16.600 tỷ đồng`: the verb before an indicator's name makes a change of it."""
    match = MOVED_BEFORE.search(named.before)
    if match is None:
        return reading
    measure = Measure.RATE if figure.kind is Kind.PERCENT else Measure.CHANGE
    return Reading(measure, 1 if match["up"] else -1, reading.basis, None, reading.cue)


def _compared_with(figure: Figure, site: Site, last: Bound) -> Bound | None:
    """The value in brackets of what the figure before is compared with: `so với chỉ tiêu được giao (83,90%)`."""
    basis = last.reading.basis
    if basis is None or site.mark != "(" or not is_alone(site) or not last.reading.direction:
        return None
    if figure.kind is not last.figure.kind or basis.end != last.site.tail.end:
        return None
    if PLAN_WORD.search(basis.text):
        return Bound(
            figure, site, Reading(Measure.LEVEL, scope="plan"), Named(basis.text, "what it is compared with", (basis,))
        )
    return Bound(figure, site, Reading(Measure.LEVEL, scope="previous", bare=True), last.named, last.of or last)


def _spans_time(last: Bound) -> bool:
    """Whether the figure before only says an age or a time, as in `dân số từ 15 tuổi trở lên là`."""
    return last.figure.quantity.unit in TIME_UNITS and last.named is not None and bool(last.named.head)


def _numerator(figure: Figure, after: Site, lexicon: Lexicon, named: Named | None) -> Named | None:
    """The label of the first number of a fraction: its own head, and what follows the second number."""
    if named is not None and named.rule not in ("the unit", "after the number"):
        return None
    if end := lexicon.at_start(tail_of(after)):
        return Named(tail_of(after)[:end], "name of an indicator", (after.tail,)) if named else None
    text = joined(figure.quantity.unit or "", tail_of(after))
    return Named(text, "after the fraction", (after.tail,)) if text else None


def _again(figure: Figure, site: Site, reading: Reading, last: Bound) -> Bound:
    """A figure in brackets or after `tức`: it speaks of the figure before it."""
    assert last.named is not None
    tail = tail_of(site)
    own = SIDE_AT_START.match(tail)
    text = _with_side(last.named, own[0] if own else "")
    if reading.measure is Measure.SHARE:
        text = _as_rate(text)
    named = Named(text, "of the figure before", last.named.pieces, last.named.head)
    return Bound(figure, site, reading, named, last.of if last.of and last.reading.measure in _OF_ANOTHER else last)


def _of_anchor(figure: Figure, site: Site, reading: Reading, anchor: Bound) -> Named | None:
    """The anchor's label for a figure that has none of its own."""
    if anchor.named is None:
        return None
    tail = tail_of(site)
    own = SIDE_AT_START.match(tail)
    if tail and not own and (figure.kind is not Kind.PERCENT or reading.measure is Measure.RATE):
        return None
    text = _with_side(anchor.named, own[0] if own else "")
    if reading.measure is Measure.SHARE:
        text = _as_rate(text)
    return Named(text, "of the figure before", anchor.named.pieces, anchor.named.head)


def _with_side(named: Named, side: str) -> str:
    """The label on the side that a figure's own words say: `… về việc` becomes `… về tiền`."""
    return joined(named.head or named.text, side) if side else named.text


def _as_rate(text: str) -> str:
    if text.lower().startswith(_RATE_WORDS):
        return text
    # A capital at the beginning of a sentence is none in the middle of a label; those of THADS and GDP stay.
    return f"tỷ lệ {text[0].lower() if text[1:2].islower() or text[1:2] == ' ' else text[0]}{text[1:]}"


def _shared(figure: Figure, site: Site, named: Named | None, here: Sequence[Bound]) -> Named | None:
    """The head of the figure before for one that is joined to it without a head of its own."""
    if not here or site.mark not in _JOINING:
        return None
    last = next((one for one in reversed(here) if one.site.depth == site.depth), None)
    if last is None or last.named is None or not last.named.head:
        return None
    if named is None:
        own = SIDE_AT_START.match(tail_of(site))
        return Named(joined(last.named.head, own[0] if own else ""), "shared head", last.named.pieces, last.named.head)
    joined_to = site.mark in (",", "và", "/", "hoặc", "với") and last.figure.kind is figure.kind
    timed = figure.quantity.unit in TIME_UNITS and last.figure.quantity.unit not in TIME_UNITS
    alone = joined_to and not timed and not AUXILIARY.search(named.text.removeprefix(figure.quantity.unit or ""))
    return named.with_head(last.named.head) if alone and last.named.ending != "existential" else None
