"""Figures → Facts: what each figure measures, with the steps that led there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docgen.facts.clause import Layout, Piece, Site, layout_of
from docgen.facts.indicator import Lexicon, indicator_of, lexicon_of
from docgen.facts.label import Named, joined, own_label, tail_of
from docgen.facts.measure import Reading, reading_of
from docgen.facts.period import Calendar
from docgen.facts.phrases import SIDE_AT_START
from docgen.facts.place import Gazetteer
from docgen.knowledge.domain import Indicator
from docgen.knowledge.load import Knowledge
from docgen.model.fact import Fact, Figure, Kind, Measure, Part, Period
from docgen.model.text import Document

_OF_ANOTHER = (Measure.CHANGE, Measure.RATE, Measure.POINTS, Measure.SHARE, Measure.OF_PLAN, Measure.MULTIPLE)
_JOINING = (",", "và", "/", "hoặc", "với", ")", ";", "hay", "", "=", "tương ứng", "tương ứng với", "ứng với")
_RATE_WORDS = ("tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng", "tỷ suất")


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure with what was found for it so far."""

    figure: Figure
    site: Site
    reading: Reading
    named: Named | None
    indicator: Indicator | None = None
    period: Period | None = None
    place: str | None = None
    topic: str | None = None


def facts_of(document: Document, figures: Sequence[Figure], knowledge: Knowledge) -> tuple[Fact, ...]:
    """One fact for every figure, in their order."""
    if not figures:
        return ()
    binder = _Binder(document, figures, knowledge)
    return tuple(binder.fact(one) for one in binder.bound())


class _Binder:
    """The work on one document: figures are bound in the order of the text, each seeing those before it."""

    def __init__(self, document: Document, figures: Sequence[Figure], knowledge: Knowledge) -> None:
        self._figures = figures
        self._lexicon: Lexicon = lexicon_of(document.text, knowledge)
        self._layout: Layout = layout_of(document, figures, self._lexicon.at_start)
        self._calendar = Calendar(self._layout, self._lexicon.year_start)
        self._places = Gazetteer(self._layout, knowledge.places)
        self._done: list[Bound] = []

    def bound(self) -> list[Bound]:
        """Every figure bound."""
        for figure, site in zip(self._figures, self._layout.sites, strict=True):
            here = [one for one in self._done[-60:] if one.site.sentence == site.sentence]
            one = self._labelled(figure, site, here)
            one = replace(one, place=self._place(site, here), period=self._period(one, here))
            self._done.append(replace(one, indicator=self._indicator(one)))
        return self._done

    def _labelled(self, figure: Figure, site: Site, here: Sequence[Bound]) -> Bound:
        anchor = _anchor(figure, site, here) or (None if here else _anchor(figure, site, self._done[-3:]))
        reading = reading_of(figure, site, here[-1].reading if here else None, anchor.figure if anchor else None)
        named = own_label(figure, site, self._lexicon)
        of_another = reading.measure in _OF_ANOTHER or (reading.scope == "previous" and reading.bare)
        if of_another and (reading.bare or named is None) and anchor is not None:
            named = _of_anchor(figure, site, reading, anchor) or named
        elif named is None or (named.rule in ("after the number", "the unit") and not named.head):
            named = _shared(site, named, here) or named
        return Bound(figure, site, reading, named)

    def _place(self, site: Site, here: Sequence[Bound]) -> str | None:
        stated = self._places.stated(site)
        if stated or here:
            return stated or here[-1].place
        sentence = self._layout.sentences[site.sentence]
        before = next((one for one in reversed(self._done[-1:])), None)
        if before is not None and self._layout.sentences[before.site.sentence].block == sentence.block:
            return before.place
        return self._places.of_document()

    def _period(self, one: Bound, here: Sequence[Bound]) -> Period | None:
        site, previous = one.site, one.reading.scope == "previous"
        stated = self._calendar.stated(site, previous)
        if stated or previous:
            return stated
        current = [other for other in here if other.reading.scope != "previous"]
        if current:
            return current[-1].period
        sentence = self._layout.sentences[site.sentence]
        leading = self._calendar.leading(sentence.start, site.start)
        if leading:
            return leading
        same = [other for other in self._done[-1:] if self._block(other) == sentence.block]
        return same[-1].period if same else self._calendar.carried(sentence.block)

    def _block(self, one: Bound) -> int:
        return self._layout.sentences[one.site.sentence].block

    def _indicator(self, one: Bound) -> Indicator | None:
        if one.named is None:
            return None
        return indicator_of(one.named.text, one.figure, one.reading.measure, self._lexicon, _side(one))

    def fact(self, one: Bound) -> Fact:
        """The fact of a bound figure."""
        named, reading = one.named, one.reading
        why = [self._step(piece, named.rule, named.text) for piece in named.pieces] if named else []
        if reading.cue:
            why.append(self._step(reading.cue, "measure", reading.measure.value))
        return Fact(
            one.site.figure,
            named.text if named else None,
            one.indicator.id if one.indicator else None,
            one.period,
            one.place,
            reading.measure,
            reading.basis.text if reading.basis else None,
            reading.direction,
            reading.scope or one.topic,
            tuple(why),
        )

    def _step(self, piece: Piece, rule: str, value: str) -> Part:
        return Part(rule, self._layout.original(piece), value)


def _side(one: Bound) -> str | None:
    match = SIDE_AT_START.match(tail_of(one.site))
    return " ".join(match[0].lower().split()) if match else None


def _anchor(figure: Figure, site: Site, before: Sequence[Bound]) -> Bound | None:
    """The level that a change, a rate or a share speaks of: the last one at the same depth or outside."""
    levels = [one for one in before if one.reading.measure in (Measure.LEVEL, Measure.AVERAGE) or _is_rate(one)]
    outside = [one for one in levels if one.site.depth <= site.depth] or levels
    if figure.kind is not Kind.PERCENT:
        outside = [one for one in outside if one.figure.kind is figure.kind] or outside
    return outside[-1] if outside else None


def _is_rate(one: Bound) -> bool:
    return one.reading.measure in (Measure.SHARE, Measure.OF_PLAN) and one.figure.kind is Kind.PERCENT


def _of_anchor(figure: Figure, site: Site, reading: Reading, anchor: Bound) -> Named | None:
    """The anchor's label for a figure that has none of its own."""
    if anchor.named is None:
        return None
    tail = tail_of(site)
    own = SIDE_AT_START.match(tail)
    if figure.kind is not Kind.PERCENT and tail and not own:
        return None
    text = joined(anchor.named.text, own[0] if own else "")
    if reading.measure is Measure.SHARE and not text.lower().startswith(_RATE_WORDS):
        text = f"tỷ lệ {text}"
    return Named(text, "of the figure before", anchor.named.pieces, anchor.named.head)


def _shared(site: Site, named: Named | None, here: Sequence[Bound]) -> Named | None:
    """The head of the figure before for one that is joined to it without a head of its own."""
    if not here or site.mark not in _JOINING:
        return None
    last = next((one for one in reversed(here) if one.site.depth == site.depth), None)
    if last is None or last.named is None or not last.named.head:
        return None
    if named is None:
        own = SIDE_AT_START.match(tail_of(site))
        return Named(joined(last.named.head, own[0] if own else ""), "shared head", last.named.pieces, last.named.head)
    return named.with_head(last.named.head) if last.named.ending != "existential" else None
