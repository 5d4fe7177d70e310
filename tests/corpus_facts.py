"""How the corpora of `docgen/facts` are read: the facts of a text, told in the terms of each module."""

from collections.abc import Callable
from functools import cache

from docgen.facts.bind import facts_of
from docgen.facts.clause import layout_of
from docgen.facts.phrases import MEASURED
from docgen.figures.scan import figures_of
from docgen.knowledge.load import Knowledge, load
from docgen.model.fact import Fact, Measure
from docgen.model.text import Anchor, Block, BlockKind, Cell, Document, Span, Table
from docgen.readers.text import document_of

INHERITED = ("of the figure before", "shared head")
SIGNS = {1: " up", -1: " down", 0: ""}


@cache
def knowledge() -> Knowledge:
    return load()


def facts(spelling: str) -> tuple[Fact, ...]:
    document = document_of(spelling)
    return facts_of(document, figures_of(document), knowledge())


def in_clauses(spelling: str) -> list[str]:
    """Each figure as `head | tail`."""
    document = document_of(spelling)
    sites = layout_of(document, figures_of(document)).sites
    return [f"{site.head.text} | {site.tail.text}" for site in sites if site.head or site.tail]


def own(spelling: str) -> list[str]:
    """The labels that were found in the figure's own clause."""
    return [fact.label for fact in facts(spelling) if fact.label and fact.why[0].rule not in INHERITED]


def measured(spelling: str) -> list[str]:
    """Each figure that is not a plain level, with its direction and basis."""
    told = []
    for fact in facts(spelling):
        if fact.measure is not Measure.LEVEL:
            basis = f" | {fact.basis}" if fact.basis else ""
            told.append(f"{fact.measure.value}{SIGNS[fact.direction]}{basis}")
    return told


def inherited(spelling: str) -> list[str]:
    """The labels that were taken over from another figure."""
    return [fact.label for fact in facts(spelling) if fact.label and fact.why[0].rule in INHERITED]


def in_table(spelling: str) -> list[str]:
    """The labels of the figures of a table: cells parted by `|`, rows by `//`."""
    rows = [row.split("|") for row in spelling.split("//")]
    lines, blocks, cells, start = [], [], [], 0
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            anchor = Anchor("body", (0, r, c, 0))
            blocks.append(Block(Span(start, start + len(text)), anchor, BlockKind.CELL))
            cells.append(Cell(r, c, anchor, (len(lines),)))
            lines.append(text)
            start += len(text) + 1
    table = Table(Anchor("body", (0,)), len(rows), max(map(len, rows)), tuple(cells))
    document = Document("-", "\n".join(lines), tuple(blocks), (table,))
    found = facts_of(document, figures_of(document), knowledge())
    return [fact.label for fact in found if fact.label]


READERS: dict[str, Callable[[str], list[str]]] = {
    "bind": lambda text: [fact.label for fact in facts(text) if fact.label],
    "clause": in_clauses,
    "indicator": lambda text: [fact.indicator for fact in facts(text) if fact.indicator],
    "inherit": inherited,
    "label": own,
    "measure": measured,
    "period": lambda text: [fact.period.label for fact in facts(text) if fact.period],
    "phrases": lambda text: [match[0] for match in MEASURED.finditer(text)],
    "place": lambda text: [fact.place for fact in facts(text) if fact.place],
    "table": in_table,
    "turn": lambda text: [fact.label for fact in facts(text) if fact.label and fact.why[0].rule == "in turn"],
    "topic": lambda text: [fact.scope for fact in facts(text) if fact.scope],
}


def read(module: str, spelling: str) -> list[str]:
    return READERS[module](spelling)
