"""What a document states about its figures: the claims of all families, before they are judged."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from docgen.checks.amounts import amounts_of
from docgen.checks.changes import changes_of
from docgen.checks.dates import dates_of
from docgen.checks.discourse import Discourse
from docgen.checks.equals import equals_of
from docgen.checks.identities import identities_of
from docgen.checks.limits import limits_of
from docgen.checks.lists import lists_of
from docgen.checks.margins import margins_of
from docgen.checks.named import named_of
from docgen.checks.quotients import quotients_of
from docgen.checks.rates import rates_of
from docgen.checks.reading import Weighing
from docgen.checks.remainders import remainders_of
from docgen.checks.shares import shares_of
from docgen.checks.sums import sums_of
from docgen.checks.totals import totals_of
from docgen.knowledge.load import Knowledge
from docgen.model.fact import Fact, Figure, Kind
from docgen.model.finding import Claim
from docgen.model.text import Document

Finder = Callable[[Discourse, Weighing], Iterator[Claim]]
FINDERS: tuple[Finder, ...] = (
    sums_of,
    totals_of,
    remainders_of,
    changes_of,
    rates_of,
    shares_of,
    margins_of,
    quotients_of,
    limits_of,
)


def claims_of(
    document: Document, figures: Sequence[Figure], facts: Sequence[Fact], knowledge: Knowledge | None
) -> tuple[Claim, ...]:
    """The equations that the text states between its figures, in the order in which they begin."""
    discourse = Discourse(document, figures, facts)
    weighing = Weighing(discourse)
    claims = [claim for finder in FINDERS for claim in finder(discourse, weighing)]
    claims = [c for c in claims if not (_adds_an_average(c, figures) or _skips_its_parts(c, document, figures))]
    claims += [*lists_of(discourse), *amounts_of(discourse), *dates_of(discourse)]
    read = frozenset(i for claim in claims for i in claim.figures)
    claims += named_of(discourse, weighing, read)
    claims += identities_of(discourse, weighing, knowledge)
    held: dict[bool, set[int]] = {True: set(), False: set()}
    for claim in claims:
        held[weighing.holds(claim)].update(claim.figures)
    claims += equals_of(discourse, weighing, frozenset(held[True]), frozenset(held[False]))
    return tuple(sorted(_unlike(claims), key=_place))


def _adds_an_average(claim: Claim, figures: Sequence[Figure]) -> bool:
    """Whether a sum of whole things has a part that is no whole number: an average is never a part."""
    if claim.kind != "sum":
        return False
    counts = [figures[i].quantity for i in claim.figures if figures[i].kind is Kind.COUNT]
    return any(not count.step for count in counts) and any(count.value % 1 for count in counts)


def _skips_its_parts(claim: Claim, document: Document, figures: Sequence[Figure]) -> bool:
    """Whether a sum passes over the figures behind its cue and takes its parts from later paragraphs."""
    at = document.block_at(claim.cue_span.start) if claim.cue_span else None
    if claim.kind != "sum" or claim.cue_span is None or at is None:
        return False
    end = document.blocks[at].span.end
    parts = [figures[i] for i, role in zip(claim.figures, claim.roles, strict=True) if role == "part"]
    if not parts or min(part.span.start for part in parts) < end:
        return False
    first = bisect_left(figures, claim.cue_span.end, key=lambda figure: figure.span.start)
    return first < len(figures) and figures[first].span.start < end


def _place(claim: Claim) -> tuple[int, int, str]:
    return min(claim.figures, default=0), max(claim.figures, default=0), claim.code


def _unlike(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those that state the same again."""
    seen: set[tuple[str, frozenset[tuple[int, str]], str]] = set()
    kept = []
    for claim in claims:
        key = (
            claim.kind,
            frozenset(zip(claim.figures, claim.roles, strict=True)),
            claim.cue if not claim.figures else "",
        )
        if key not in seen:
            seen.add(key)
            kept.append(claim)
    return kept
