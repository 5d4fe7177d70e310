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
