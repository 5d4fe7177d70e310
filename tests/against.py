"""Drafts and sources written in one line: `draft // Nguồn: source`, or `// Cùng kỳ:` where both are of one rank."""

from corpus_judging import markdown_table

from docgen.checks.source import Source, compare
from docgen.checks.source_key import Side
from docgen.model.finding import Report
from docgen.pipeline import extracted
from docgen.readers.text import document_of


def known_of(text: str) -> Report:
    return extracted(markdown_table(text) if text.startswith("|") else document_of(text))


def source_of(text: str) -> Source:
    known = known_of(text)
    texts = tuple(figure.span.of(known.document.text) for figure in known.figures)
    return Source("nguon.txt", known.figures, known.facts, ("đoạn 1",) * len(texts), texts)


def side_of(text: str) -> Side:
    known = known_of(text)
    return Side.of(known.figures, known.facts, known.document.text)


def against(spelling: str) -> Report:
    draft, _, other = spelling.partition(" // ")
    rank, _, source = other.partition(": ")
    known = known_of(draft)
    together = rank == "Cùng kỳ"
    found = compare(known.document, known.figures, known.facts, [source_of(source)], together=together)
    return Report(known.document, known.figures, known.facts, findings=found.findings)
