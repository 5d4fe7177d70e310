"""The words around a figure → the noun phrase that says what it measures, where the clause itself names it."""

import re
from functools import lru_cache
from itertools import takewhile
from string import whitespace
from typing import NamedTuple

from docgen.facts.clause import Part, Piece, Site
from docgen.facts.indicator import Lexicon, fits
from docgen.facts.period import without_period
from docgen.facts.phrases import (
    AUXILIARY,
    BARE_UNITS,
    CLAUSE,
    COMPARED,
    COPULA_AT_END,
    DOWN,
    EXISTENTIAL_AT_END,
    HALVES,
    LAST_WORDS,
    LIGHT_AT_END,
    MEASURED,
    OPENING,
    PLAN_WORD,
    PREVIOUS,
    PREVIOUS_WORD,
    PURPOSE,
    REMAINDERS,
    SIDE_AT_START,
    UP,
    AtEnd,
    any_of,
)
from docgen.facts.place import is_proper
from docgen.model.fact import Figure, Kind
from docgen.vi.tokens import words

_STRAY = whitespace + ".,;:()-–—+*/«»“”\"'"
_NUMBERING = re.compile(r"^(?:[a-zđ]|\d{1,2}(?:\.\d{1,2})*|[IVX]+)[.)]\s+", re.IGNORECASE)
_SO = re.compile(r"\s*(?<!\w)so\s+(?:với|cùng)(?!\w).*$", re.IGNORECASE | re.DOTALL)
_EARLIER = re.compile(
    rf"^(?:(?:so với|trong)\s+)?(?:{any_of(PREVIOUS)}|trong kỳ)(?=\s+(?:là|đạt|có|chỉ)\s|\s*$)", re.IGNORECASE
)
_MOVING = re.compile(rf"\s+(?:tiếp tục\s+)?(?:{any_of([*UP, *DOWN])})(?!\w).*$", re.IGNORECASE | re.DOTALL)
_ASIDE = re.compile(
    r"(?:trở lên|trở xuống|theo|do|vì|nhờ|để|khi|sau|nhưng|như|thay vì|kể từ|mới đây|hiện nay|vừa qua)(?!\w)",
    re.IGNORECASE,
)
_WHERE = re.compile(r"(?:^|\s)(?:ở|tại)\s+[^\W\d_]\S*\s+\S*\s*\S*$")
_NUMBER_OF = re.compile(r"(?:^|\s)((?:tổng )?số(?: việc| tiền)?)\s*$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_LONG, _LONGEST = 6, 14


class Named(NamedTuple):
    """A label, the pieces it was taken from, and the rule that took them.

    `head` is the part that stands before the number and can be shared by the figures that follow; `ending` tells what
    parted it from the number: `copula`, `existential` or nothing; `before` are the words before a known name;
    `turns` the labels of the figures that follow in their turn.
    """

    text: str
    rule: str
    pieces: tuple[Piece, ...]
    head: str = ""
    ending: str = ""
    before: str = ""
    turns: tuple[str, ...] = ()

    def with_head(self, head: str) -> "Named":
        """The same with the words of an earlier head before its own."""
        return self._replace(text=joined(head, self.text), rule="shared head", head=head)


class Core(NamedTuple):
    """What is left of a head; `ending` as in `Named`, `before` the words before a known name."""

    text: str
    ending: str = ""
    before: str = ""
    known: bool = False


def joined(*words: str) -> str:
    """The pieces in one line, single spaces between them."""
    return " ".join(" ".join(words).split())


def core_of(text: str, lexicon: Lexicon) -> Core:
    """The words of a head without light words, copulas and openings at its ends; a name of the lexicon stays whole."""
    core, ending = joined(without_period(text)), ""
    if earlier := _EARLIER.match(core):
        core = core[earlier.end() :].strip()
    while core:
        if (start := lexicon.at_end(core)) is not None:
            if match := _NUMBER_OF.search(core[:start]):
                start = match.start(1)
            return Core(core[start:].strip(), ending, _opened(core[:start]), known=True)
        last = core.rpartition(" ")[2]
        if last.isalpha() and last.lower() not in LAST_WORDS:
            break
        shorter = _cut(LIGHT_AT_END, core)
        if shorter == core and (shorter := _cut(COPULA_AT_END, core)) != core:
            ending = "copula"
        elif shorter == core and (shorter := _cut(EXISTENTIAL_AT_END, core)) != core:
            ending = ending or "existential"
        if shorter == core:
            break
        core = shorter
    return Core(_opened(core), ending)


def _cut(pattern: AtEnd, core: str) -> str:
    """The core without what the pattern finds at its end, unless that is a part of a word (`đình chỉ`)."""
    match = pattern.search(core)
    if match is None:
        return core
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    word = match[0].strip()
    return core if word in HALVES["last"] and _is_half(core, start) else core[:start].strip()


def _is_half(text: str, place: int) -> bool:
    """Whether a place lies inside a word, by the segmenter."""
    start = max(0, place - 24)
    return any(word.start < place - start < word.end for word in words(text[start : place + 24]))


def _opened(core: str) -> str:
    """The core without what opens a clause: numbering, adverbs, stray marks."""
    while core:
        shorter = _without_stray(core)
        if numbering := _NUMBERING.match(shorter):
            shorter = shorter[numbering.end() :]
        if not MEASURED.match(shorter) and (match := OPENING.match(shorter)):
            rest = shorter[match.end() :]
            inside = match[0].strip().lower() in HALVES["first"] and _is_half(shorter, match.end())
            shorter = shorter if inside else rest.strip()
        if shorter == core:
            break
        core = shorter
    return core


def nominal(core: str, *, cut: bool = True) -> str:
    """The core from the noun that names what is measured; without one and if `cut`, from the verb after who did it."""
    if match := MEASURED.search(core):
        return core[match.start() :]
    if cut and len(core.split()) > _LONG and (clauses := list(CLAUSE.finditer(core, 0, len(core) - 1))):
        core = core[clauses[-1].end() :].strip()
    for match in reversed(list(AUXILIARY.finditer(core)) if cut else []):
        half = match[0].lower() in HALVES["middle"] and (_is_half(core, match.start()) or _is_half(core, match.end()))
        if core[match.end() :].strip() and not half:
            return core[match.end() :].strip()
    run = _run_of_capitals(core)
    rest = core[len(run) :].strip()
    return rest if rest and len(run.split()) > 1 else core


def _run_of_capitals(core: str) -> str:
    """The words with a capital that the core begins with."""
    return "".join(takewhile(lambda word: word[0].isupper(), re.findall(r"\S+\s*", core)))


def head_of(site: Site, lexicon: Lexicon) -> tuple[Piece, Core]:
    """The piece that names the figure before it, and its words.

    Where a colon or a bracket stands right before the number, the words before that mark are the head.
    """
    core = core_of(site.head.text, lexicon)
    parts = list(site.parts)
    if not core.text and site.mark in REMAINDERS:
        return site.head, Core(site.mark, known=bool(lexicon.named(site.mark)))
    if core.ending == "copula" and not core.known and not MEASURED.search(core.text):
        subject = _subject(parts[:-1], lexicon, nearest=not core.text)
        if subject is not None:
            together = joined(subject[1].text, "," if core.text else "", core.text).replace(" ,", ",")
            return subject[0], subject[1]._replace(text=together)
    if core.text:
        return site.head, core
    depth = 0
    for place in range(len(parts) - 2, -1, -1):
        part, mark = parts[place], parts[place + 1].mark
        depth += mark == ")"
        inside = depth > 0
        depth -= inside and part.mark == "("
        if inside or (not part.piece and mark in (":", "(", "trong đó", "gồm", "bao gồm", ")")):
            continue
        if mark in (":", "(") or any(one.mark == "(" for one in parts[place + 1 :]):
            before = core_of(COMPARED.split(part.piece.text)[-1], lexicon)
            return part.piece, before._replace(ending="copula" if parts[-1].mark == ":" else "bracket")
        break
    return site.head, core


def _subject(parts: list[Part], lexicon: Lexicon, *, nearest: bool) -> tuple[Piece, Core] | None:
    """What a bare `đạt` or `là` speaks of: the part before it that names something measured, else the nearest."""
    found = None
    for part in reversed(parts):
        core = core_of(_MOVING.sub("", part.piece.text), lexicon)
        if core.known or MEASURED.search(core.text):
            return part.piece, core._replace(ending="copula")
        if nearest and core.text and found is None and not is_proper(core.text):
            found = part.piece, core._replace(ending="copula")
        if part.mark in (";", "trong đó", ":"):
            break
    return found


def _without_stray(text: str) -> str:
    return text.lstrip(_STRAY + "|").rstrip(_STRAY)


def tail_of(site: Site, *, counted: bool = False) -> str:
    """What follows the unit up to the next mark, without comparisons and periods."""
    return _tail(site.tail.text, counted) if site.tail.text else ""


@lru_cache(maxsize=512)  # asked again and again while a figure is bound
def _tail(text: str, counted: bool) -> str:
    text = _SO.sub("", text) if "so" in text.lower() else text
    text = _without_stray(without_period(text))
    if PLAN_WORD.match(text) or PREVIOUS_WORD.match(text) or (not counted and _ASIDE.match(text)):
        return ""
    if len(text.split()) > _LONG and (match := PURPOSE.search(text, 1)):
        text = text[: match.start()]
    return _cut(EXISTENTIAL_AT_END, " ".join(text.split()[:_LONGEST]))


def before_cue(site: Site, cue: Piece) -> Site:
    """The site with its head cut where the words of change begin."""
    head = site.head
    kept = Piece(head.start, cue.start, head.text[: cue.start - head.start].rstrip())
    return site._replace(parts=(*site.parts[:-1], Part(site.mark, kept)))


def first_words(site: Site, lexicon: Lexicon) -> Named | None:
    """The last words before a figure that begins its sentence without a head: `Đợt 2, 17-7-2025, 738 tỷ đồng`."""
    for part, after in zip(reversed(site.parts[:-1]), reversed(site.parts), strict=False):
        if after.mark == ";":
            break
        core = core_of(part.piece.text, lexicon)
        if _LETTER.search(core.text) and not is_proper(core.text) and not _WHERE.search(core.text):
            return Named(core.text, "words before", (part.piece,), core.text)
    return None


def own_label(figure: Figure, site: Site, lexicon: Lexicon) -> Named | None:
    """The label that the figure's own clause gives; `None` where it has to be inherited."""
    piece, core = head_of(site, lexicon)
    if core.known and not fits(core.text, figure, lexicon):
        core = core._replace(text=joined(core.before, core.text), known=False)
    whole = core.known or is_proper(core.text)
    name = core.text if whole else nominal(core.text, cut=core.ending in ("", "existential"))
    name = name if _LETTER.search(name) else ""
    tail = tail_of(site, counted=figure.kind is Kind.COUNT)
    side = SIDE_AT_START.match(tail)
    if core.known:
        return Named(
            joined(name, side[0] if side else ""), "name of an indicator", (piece,), name, core.ending, core.before
        )
    if not side and (end := lexicon.at_start(tail)) and fits(tail[:end], figure, lexicon):
        return Named(tail[:end], "name of an indicator", (site.tail,), before=name)
    content = figure.kind is Kind.COUNT and (figure.quantity.unit or "việc") not in BARE_UNITS and site.mark == ":"
    if content and not site.head and name and not MEASURED.match(name):
        core = core._replace(ending="")
    if core.ending == "bracket" and (is_proper(name) or _WHERE.search(name)):
        name = ""
    if core.ending in ("copula", "bracket") and name:
        return Named(
            joined(name, side[0] if side else ""), f"before the number, {core.ending}", (piece,), name, core.ending
        )
    return _around(figure, site, piece, core._replace(text="" if is_proper(name) else name), tail, bool(side))


def _around(figure: Figure, site: Site, piece: Piece, core: Core, tail: str, side: bool) -> Named | None:
    """The label made of the words on both sides of the number."""
    unit = figure.quantity.unit or ""
    counted = figure.kind is Kind.COUNT and bool(unit)
    noun = unit if counted and (unit not in BARE_UNITS or not core.text or core.ending == "existential") else ""
    if figure.kind is Kind.MEASURE and not (core.text or tail):
        noun = unit
    counted = counted or not core.text
    if core.ending == "existential" and counted and (noun or (tail and not side)):
        return Named(_counted(noun, tail, site), "after the number", (site.tail,), core.text, core.ending)
    if core.text:
        text = joined(core.text, _counted(noun, tail, site))
        return Named(text, "around the number", (piece, site.tail), core.text, core.ending)
    if tail and not side:
        return Named(_counted(noun, tail, site), "after the number", (site.tail,))
    if noun and unit not in BARE_UNITS:
        return Named(noun, "the unit", (site.tail,))
    return None


def _counted(noun: str, tail: str, site: Site) -> str:
    """The unit noun with what follows it; a comma between the two of a pair is kept."""
    return f"{noun}, {tail}" if noun and tail and site.tail.text.startswith(",") else joined(noun, tail)
