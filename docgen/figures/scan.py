"""Document → Figures: one pass over its blocks, in the order of the text."""

import re

from docgen.figures.approx import approximate
from docgen.figures.context import is_headed, is_linked, is_name, is_ordinal, shapes, words_of
from docgen.figures.count import count_at, is_year
from docgen.figures.dates import dated
from docgen.figures.heading import Heading, goes_on, heading_of
from docgen.figures.measure import doubles, measure_at, multiple_at
from docgen.figures.money import money_at
from docgen.figures.number import Draft, Line
from docgen.figures.percent import percent_at
from docgen.figures.range import bind, link_between, shared
from docgen.figures.table import number_blocks
from docgen.model.fact import Figure, Kind, Part
from docgen.model.text import Block, Document, Span
from docgen.vi.normal import Normal, normal
from docgen.vi.numerals import Numeral, scan
from docgen.vi.period import periods
from docgen.vi.units import UnitAt, unit_after

_MINUS = re.compile(r"(?:(?<=\()|(?<=\s)|(?<=^))[-−–]$")


def figures_of(document: Document) -> tuple[Figure, ...]:
    """Every figure of the document in the order of its text, and nothing that is no figure."""
    figures: list[Figure] = []
    heading: Heading | None = None
    in_tables = number_blocks(document)
    for index, block in enumerate(document.blocks):
        if index in in_tables:
            figures += in_tables[index]
            continue
        plain = normal(document.text_of(block))
        line = Line(plain.text)
        drafts = drafts_of(line)
        heading = heading_of(line) or (heading if heading and goes_on(line) else None)
        if heading is not None:
            for draft in drafts:
                heading.lend(draft)
        figures += _figures(block, plain, drafts, len(figures))
    return tuple(figures)


def drafts_of(line: Line) -> list[Draft]:
    """The figures of one normalised line, from left to right."""
    numerals = _free(line)
    after = [unit_after(line.low, numeral.end) for numeral in numerals]
    inside = [place for place in range(1, len(numerals)) if _is_inside(after[place - 1], numerals[place])]
    for place in sorted({*dated(line, numerals, after), *inside}, reverse=True):
        del numerals[place], after[place]
    named = _named(line, numerals, after)
    drafts: list[Draft] = []
    for place in range(len(numerals) - 1, -1, -1):
        if place in named:
            continue
        following = drafts[-1] if drafts and place + 1 < len(numerals) else None
        if following is not None and following.numeral is not numerals[place + 1]:
            following = None
        draft = _draft(line, numerals[place], after[place], following)
        if draft is not None:
            drafts.append(draft)
    drafts += doubles(line)
    drafts.sort(key=lambda draft: draft.start)
    for draft in drafts:
        _sign(line, draft)
        approximate(line, draft)
    bind(line, drafts)
    return drafts


def _free(line: Line) -> list[Numeral]:
    """The numerals that are no part of a date, a document number or another name."""
    numerals = scan(line.text)
    if not numerals:
        return []
    taken = sorted(shapes(line.text) + [(found.start, found.end) for found in periods(line.text)])
    free: list[Numeral] = []
    place = 0
    for numeral in numerals:
        while place < len(taken) and taken[place][1] <= numeral.start:
            place += 1
        if place == len(taken) or taken[place][0] >= numeral.end:
            free.append(numeral)
    return free


def _is_inside(unit: UnitAt | None, numeral: Numeral) -> bool:
    """Whether a numeral is the exponent of the unit before it ("km2", "m 3")."""
    return unit is not None and unit.start <= numeral.start < unit.end


def _named(line: Line, numerals: list[Numeral], after: list[UnitAt | None]) -> set[int]:
    """The places of the numerals that a head names, and of those that go on its list."""
    named: set[int] = set()
    for place, numeral in enumerate(numerals):
        if numeral.form != "digits":
            continue
        if is_ordinal(line.text, line.low, numeral) and percent_at(line, numeral) is None:
            named.add(place)
            continue
        bare = after[place] is None and percent_at(line, numeral) is None
        listed = bare or _refers(after[place])
        if place and place - 1 in named and listed and is_linked(line.low, numeral, numerals[place - 1]):
            named.add(place)
            continue
        if _is_named(line, numerals, after, place, bare):
            named.add(place)
    return named


def _refers(unit: UnitAt | None) -> bool:
    """Whether what follows is the document that a list of articles belongs to ("các điều 5, 6, 7 Luật…")."""
    return unit is not None and unit.unit.name in words_of("chain", "refer")


def _is_named(line: Line, numerals: list[Numeral], after: list[UnitAt | None], place: int, bare: bool) -> bool:
    """Whether what stands before a number makes a name of it."""
    numeral = numerals[place]
    bare = bare and not _leads_to_unit(line, numerals, after, place)
    plain = line.text[numeral.start : numeral.end].isdigit()
    if bare and plain and is_name(line.text, line.low, numeral.start):
        return True
    unit = after[place]
    if not bare and (unit is None or unit.unit.sort not in ("noun", "time")):
        return False
    return is_headed(line.text, line.low, numeral, bare=bare)


def _leads_to_unit(line: Line, numerals: list[Numeral], after: list[UnitAt | None], place: int) -> bool:
    """Whether a bare number is the lower end of a range, or the part of a fraction, that has a unit."""
    while place + 1 < len(numerals):
        if link_between(line.low, numerals[place].end, numerals[place + 1].start) not in ("to", "of"):
            return False
        place += 1
        if after[place] is not None or percent_at(line, numerals[place]) is not None:
            return True
    return False


def _draft(line: Line, numeral: Numeral, after: UnitAt | None, following: Draft | None) -> Draft | None:
    found = percent_at(line, numeral) or money_at(line, numeral, after) or measure_at(line, numeral, after)
    found = found or multiple_at(line, numeral)
    if found is None and is_year(line, numeral, after):
        return None
    if found is None and after is None and following is not None:
        found = shared(line, numeral, following)
    return found or count_at(line, numeral, after)


def _sign(line: Line, draft: Draft) -> None:
    """A minus right before a percentage belongs to it; elsewhere a hyphen is a bullet or a range."""
    if draft.kind is Kind.PERCENT and _MINUS.search(line.text[max(0, draft.start - 2) : draft.start]):
        draft.sign = -1
        draft.start -= 1


def _figures(block: Block, plain: Normal, drafts: list[Draft], first: int) -> list[Figure]:
    return [_figure(block, plain, draft, first) for draft in drafts]


def _figure(block: Block, plain: Normal, draft: Draft, first: int) -> Figure:
    span = _span(block, plain, draft.start, draft.end)
    number = _span(block, plain, draft.numeral.start, draft.numeral.end)
    partner = None if draft.partner is None else (draft.partner[0], first + draft.partner[1])
    faults = (draft.numeral.fault,) if draft.numeral.fault else ()
    return Figure(
        span,
        number,
        block.anchor,
        draft.kind,
        draft.quantity,
        draft.rule,
        (Part(draft.rule, span, str(draft.value)),),
        draft.alternatives,
        faults,
        draft.sign,
        partner,
    )


def _span(block: Block, plain: Normal, start: int, end: int) -> Span:
    inside = plain.span(start, end)
    return Span(block.span.start + inside.start, block.span.start + inside.end)
