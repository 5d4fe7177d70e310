"""Fact → Finding: claims found in the text, judged by interval arithmetic."""

from collections.abc import Sequence

from docgen.knowledge.load import Knowledge
from docgen.model.fact import Fact, Figure
from docgen.model.finding import Finding, Relation
from docgen.model.text import Document


def check(
    document: Document, figures: Sequence[Figure], facts: Sequence[Fact], knowledge: Knowledge
) -> tuple[tuple[Relation, ...], tuple[Finding, ...]]:
    """The relations that a document states, judged, and one finding for each root cause of those that fail."""
    from docgen.checks.engine import judge
    from docgen.checks.relations import claims_of
    from docgen.checks.style import style_findings
    from docgen.checks.table import table_claims
    from docgen.checks.table_text import table_text_claims

    claims = (
        *claims_of(document, figures, facts, knowledge),
        *table_claims(document, figures),
        *table_text_claims(document, figures, facts),
    )
    relations, findings = judge(document, figures, facts, claims)
    return relations, (*findings, *style_findings(document, figures, facts))
