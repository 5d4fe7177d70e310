"""What the text and a table of the same document say of one fact."""

from collections.abc import Sequence

from docgen.figures.table import cells_of
from docgen.model.fact import Fact, Figure
from docgen.model.finding import Claim
from docgen.model.text import Document

Key = tuple[object, ...]


def table_text_claims(document: Document, figures: Sequence[Figure], facts: Sequence[Fact]) -> tuple[Claim, ...]:
    """A figure of the text and the cell of the same full key, as one quantity.

    The key is indicator or label, period, place, measure, scope, and the sort of number; a period must be known on both
    sides. Where two cells of a key differ, the key is too coarse, and nothing is claimed.
    """
    cells = cells_of(document, figures)
    by_key: dict[Key, list[int]] = {}
    for i in cells:
        key = _key(figures[i], facts[i])
        if key is not None:
            by_key.setdefault(key, []).append(i)
    claims = []
    for i, fact in enumerate(facts):
        key = None if i in cells else _key(figures[i], fact)
        found = by_key.get(key, []) if key is not None else []
        if found and len({figures[cell].quantity.value for cell in found}) == 1:
            members = (found[0], i)
            claims.append(Claim("DUP102", "equal", members, ("member", "member"), "bảng", trust=2, soft=True))
    return tuple(claims)


def _key(figure: Figure, fact: Fact) -> Key | None:
    name = fact.indicator or " ".join((fact.label or "").lower().split())
    if not name or fact.period is None or fact.period.start is None:
        return None
    period = (fact.period.start, fact.period.end)
    return name, period, fact.place, fact.measure, fact.scope, fact.direction, figure.kind
