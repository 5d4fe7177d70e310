"""What a stretch of text is about → the scope that keeps a part's figures apart from those of the whole."""

import re
from itertools import pairwise

from docgen.facts.clause import Layout
from docgen.facts.indicator import Lexicon
from docgen.facts.inherit import Bound
from docgen.facts.label import core_of
from docgen.facts.phrases import PARTIAL, SIDE_AT_START
from docgen.model.fact import Kind, Measure

_HEADING = 90
_SIDE_HEADING = re.compile(r"^[\s\d.*+\-–)a-zA-Z]{0,6}(về\s+\w+)\s*[:;.]?\s*$", re.IGNORECASE)


class Topics:
    """The topics of one document: of its headings, of a colon, or of the first figure of a paragraph."""

    def __init__(self, layout: Layout, lexicon: Lexicon) -> None:
        self._layout = layout
        self._lexicon = lexicon
        self._block = -1
        self._candidate: str | None = None
        self._topic: str | None = None
        self._rooted = False
        self._sides: dict[int, str | None] = {}
        self._own_sides: dict[int, str | None] = {}

    def of(self, one: Bound) -> str | None:
        """The topic that narrows a bound figure; to be asked in the order of the text."""
        block = self._layout.sentences[one.site.sentence].block
        if block != self._block:
            self._block, self._rooted = block, False
            self._candidate = self._topic = self._narrowed(self._heading(block))
        stated = self._stated(one)
        if stated is not None:
            self._candidate = self._topic = stated
        elif (
            one.reading.measure is Measure.LEVEL and one.site.depth == 0 and one.figure.kind in (Kind.COUNT, Kind.MONEY)
        ):
            self._level(one)
        return self._topic if one.indicator is not None else None

    def _level(self, one: Bound) -> None:
        if one.indicator is None:
            if not self._rooted and self._candidate is None and one.named is not None:
                self._candidate = one.named.text.lower()
        elif one.indicator.parent is None:
            self._rooted, self._candidate = True, self._narrowed(self._heading(self._block))
            self._topic = self._candidate
        elif self._rooted:
            pass
        else:
            self._topic = self._candidate
            self._rooted = self._candidate is None

    def _stated(self, one: Bound) -> str | None:
        """The words before a colon, or before the name of an indicator, that narrow what is measured."""
        parts = one.site.parts
        for part, after in pairwise(parts):
            if after.mark == ":" and part.piece and part.piece is not one.site.head:
                core = core_of(part.piece.text, self._lexicon)
                if core.text and not core.known and not SIDE_AT_START.match(part.piece.text):
                    return self._narrowed(core.text)
        before = one.named.before.lower() if one.named and one.indicator else ""
        return before if PARTIAL.match(before) else self._narrowed(before)

    def _narrowed(self, text: str | None) -> str | None:
        """The text in lower case where it has a word that narrows the domain's indicators."""
        if not text:
            return None
        lower = text.lower()
        return lower if any(word in lower for word in self._lexicon.narrowing) else None

    def _heading(self, block: int) -> str | None:
        """The nearest line above that is a heading: short, and without a full stop or a figure."""
        text = self._layout.normal.text
        for start, end in reversed(self._layout.blocks[max(0, block - 12) : block]):
            line = text[start:end].strip()
            if (
                len(line) <= _HEADING
                and not line.endswith((".", ";", ","))
                and not re.search(r"\d", line.lstrip("0123456789.IVX "))
            ):
                if SIDE_AT_START.match(line.lstrip("-+*) ")):
                    continue
                return line.lstrip("0123456789.IVX*+-) ")
        return None

    def side(self, block: int) -> str | None:
        """The way of counting that the nearest heading above says (`Về tiền:`)."""
        if block not in self._sides:
            near = range(block, max(-1, block - 13), -1)
            self._sides[block] = next((side for one in near if (side := self._side_of(one))), None)
        return self._sides[block]

    def _side_of(self, block: int) -> str | None:
        """The way of counting that a line says alone."""
        if block not in self._own_sides:
            start, end = self._layout.blocks[block]
            line = self._layout.normal.text[start:end]
            found = _SIDE_HEADING.match(line)
            self._own_sides[block] = " ".join(found[1].lower().split()) if found else None
        return self._own_sides[block]
