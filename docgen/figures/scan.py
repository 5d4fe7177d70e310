"""Document → Figures: one pass over its blocks, in the order of the text."""

from docgen.figures.heading import Heading, goes_on, heading_of
from docgen.figures.line import drafts_of
from docgen.figures.number import Draft, Line
from docgen.figures.table import number_blocks
from docgen.model.fact import Figure, Part
from docgen.model.text import Block, Document, Span
from docgen.vi.normal import Normal, normal


def figures_of(document: Document) -> tuple[Figure, ...]:
    """Every figure of the document in the order of its text, and nothing that is no figure."""
    in_tables = number_blocks(document) if document.tables else {}
    figures: list[Figure] = []
    heading: Heading | None = None
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
        figures += [_figure(block, plain, draft, len(figures)) for draft in drafts]
    return tuple(figures)


def _figure(block: Block, plain: Normal, draft: Draft, first: int) -> Figure:
    partner = None if draft.partner is None else (draft.partner[0], first + draft.partner[1])
    return Figure(
        _span(block, plain, draft.start, draft.end),
        _number(block, plain, draft),
        block.anchor,
        draft.kind,
        draft.quantity,
        draft.rule,
        _parts(block, plain, draft),
        draft.alternatives,
        (draft.numeral.fault,) if draft.numeral.fault else (),
        draft.sign,
        partner,
    )


def _number(block: Block, plain: Normal, draft: Draft) -> Span:
    """The span from the first digit to the last; all words of a number without digits."""
    start, end = draft.numeral.start, draft.numeral.end
    if draft.numeral.form != "words":
        while end > start + 1 and not plain.text[end - 1].isdigit():
            end -= 1
    return _span(block, plain, start, end)


def _parts(block: Block, plain: Normal, draft: Draft) -> tuple[Part, ...]:
    """How the figure was read: its number, the scale it borrows, its unit, and the word that moves its ends."""
    numeral = draft.numeral
    number = _span(block, plain, numeral.start, numeral.end)
    parts = [Part(numeral.form, number, str(numeral.value))]
    if draft.scale != 1:
        parts.append(Part("borrowed scale", number, str(draft.value)))
    unit = _span(block, plain, numeral.end, draft.end) if draft.end > numeral.end else number
    parts.append(Part(draft.rule, unit, draft.unit or ""))
    if draft.cue is not None and draft.approx is not None:
        parts.append(Part("approximator", _span(block, plain, *draft.cue), draft.approx.value))
    return tuple(parts)


def _span(block: Block, plain: Normal, start: int, end: int) -> Span:
    inside = plain.span(start, end)
    return Span(block.span.start + inside.start, block.span.start + inside.end)
