"""Figures → Facts: what each figure measures, with the steps that led there."""

from collections.abc import Sequence

from docgen.facts.clause import Layout, Piece, Site, layout_of
from docgen.facts.indicator import DIMENSION, Lexicon, indicator_of, lexicon_of
from docgen.facts.inherit import Bound, Standing, labelled
from docgen.facts.label import tail_of
from docgen.facts.period import Calendar
from docgen.facts.phrases import OTHER, SIDE_AT_START
from docgen.facts.place import Gazetteer, name_at_end
from docgen.facts.table import words_of_cells
from docgen.facts.topic import Topics
from docgen.knowledge.domain import Indicator
from docgen.knowledge.load import Knowledge
from docgen.model.fact import Fact, Figure, Kind, Measure, Part, Period
from docgen.model.text import Document
from docgen.vi.normal import normal

_NEAR = 60  # figures of the same sentence that are looked back on


def facts_of(document: Document, figures: Sequence[Figure], knowledge: Knowledge) -> tuple[Fact, ...]:
    """One fact for every figure, in their order."""
    if not figures:
        return ()
    return _Binder(document, figures, knowledge).facts()


class _Binder:
    """The work on one document: figures are bound in the order of the text, each seeing those before it."""

    def __init__(self, document: Document, figures: Sequence[Figure], knowledge: Knowledge) -> None:
        self._figures = figures
        composed = normal(document.text)
        self._lexicon: Lexicon = lexicon_of(composed.text, knowledge)
        self._layout: Layout = layout_of(document, figures, self._lexicon.at_start, composed)
        self._calendar = Calendar(self._layout, self._lexicon.year_start)
        self._places = Gazetteer(self._layout, knowledge.places)
        self._topics = Topics(self._layout, self._lexicon)
        self._cells = (
            words_of_cells(document, figures, self._lexicon, self._lexicon.year_start) if document.tables else {}
        )
        self._done: list[Bound] = []

    def facts(self) -> tuple[Fact, ...]:
        """Every figure's fact: those of tables by their heads, those of sentences by their clauses."""
        bound = {one.site.figure: one for one in self._bound()}
        return tuple(
            self._cell_fact(index) if index in self._cells else self._fact(bound[index])
            for index in range(len(self._figures))
        )

    def _bound(self) -> list[Bound]:
        sites = self._layout.sites
        for place, (figure, site) in enumerate(zip(self._figures, sites, strict=True)):
            if place in self._cells:
                continue
            after = sites[place + 1] if place + 1 < len(sites) else None
            here, before = self._around(site)
            one = labelled(Standing(figure, site, here, before, after), self._lexicon)
            one.place, one.period = self._place(one, here), self._period(one, here)
            one.indicator = self._indicator(one)
            one.topic = self._topics.of(one)
            self._done.append(one)
        return self._done

    def _around(self, site: Site) -> tuple[list[Bound], list[Bound]]:
        """The figures before a site that are near: those of its sentence, and those of earlier ones."""
        near = self._done[-_NEAR:]
        at = len(near)
        while at and near[at - 1].site.sentence == site.sentence:
            at -= 1
        return near[at:], near[:at]

    def _place(self, one: Bound, here: Sequence[Bound]) -> str | None:
        site = one.site
        stated = self._places.stated(site) or (name_at_end(one.named.before) if one.named else None)
        if stated or here:
            apart = any(part.mark == ";" for part in site.parts)
            return stated or (here[0] if apart else here[-1]).place
        last = self._done[-1] if self._done else None
        if last is not None and self._block(last.site) == self._block(site):
            return last.place
        return self._places.of_document

    def _period(self, one: Bound, here: Sequence[Bound]) -> Period | None:
        site, previous = one.site, one.reading.scope == "previous"
        stated = self._calendar.stated(site, previous)
        if stated or previous:
            return stated
        current = [o for o in here if o.reading.scope != "previous" and o.site.depth <= site.depth]
        if current:
            return current[-1].period
        sentence = self._layout.sentences[site.sentence]
        last = self._done[-1] if self._done else None
        same = last is not None and self._block(last.site) == sentence.block
        start = (
            self._layout.sentences[last.site.sentence].end if last and same else self._layout.blocks[sentence.block][0]
        )
        leading = self._calendar.leading(start, site.start)
        return leading or (last.period if last and same else self._calendar.carried(sentence.block))

    def _block(self, site: Site) -> int:
        return self._layout.sentences[site.sentence].block

    def _indicator(self, one: Bound) -> Indicator | None:
        if one.named is None or OTHER.match(one.named.before):
            return None
        if one.of is not None:
            return _taken_over(one, one.of, self._lexicon)
        side = _side(one) or self._topics.side(self._block(one.site)) or self._last_way()
        found = indicator_of(one.named.text, one.figure, one.reading.measure, self._lexicon, side)
        if found is None and one.named.rule == "shared head":
            found = indicator_of(one.named.head, one.figure, one.reading.measure, self._lexicon, side)
        return found

    def _last_way(self) -> str | None:
        return next((one.indicator.way for one in reversed(self._done[-3:]) if one.indicator), None)

    def _cell_fact(self, index: int) -> Fact:
        words, site = self._cells[index], self._layout.sites[index]
        period = words.period or self._calendar.carried(self._block(site))
        place = words.place or self._places.of_document
        step = Part("heads of the table", self._figures[index].span, words.label or "")
        indicator = words.indicator.id if words.indicator else None
        moved = words.measure in (Measure.CHANGE, Measure.RATE)
        direction = (-1 if self._figures[index].sign < 0 else 1) if moved else 0
        return Fact(index, words.label, indicator, period, place, words.measure, None, direction, words.scope, (step,))

    def _fact(self, one: Bound) -> Fact:
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


def _taken_over(one: Bound, of: Bound, lexicon: Lexicon) -> Indicator | None:
    """The indicator of a figure that speaks of another: the same, or the share that the other is the part of."""
    base = of.indicator
    if base is None or (side := _side(one)) not in (None, base.way):
        return base and _other_side(base, side, one, lexicon)
    if one.figure.kind is not Kind.PERCENT and DIMENSION[one.figure.kind] != base.dimension:
        return _other_side(base, None, one, lexicon)
    if one.figure.kind is not Kind.PERCENT or one.reading.measure is not Measure.SHARE:
        return base
    if base.dimension == "percent":
        return base
    share = lexicon.shares.get(base.id)
    if share is None or one.reading.basis is None:
        return share
    wholes = {whole.id for whole in lexicon.named(one.reading.basis.text)}
    return share if share.whole in wholes else None


def _other_side(base: Indicator, side: str | None, one: Bound, lexicon: Lexicon) -> Indicator | None:
    """The indicator of the same name on the side that the words around the figure say."""
    return indicator_of(base.label.removesuffix(f" {base.way}"), one.figure, one.reading.measure, lexicon, side)
