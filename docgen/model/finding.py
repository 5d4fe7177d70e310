"""What the checker says: relations with their verdicts, and findings."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from docgen.model.fact import Fact, Figure
from docgen.model.text import Document, Span


class Verdict(StrEnum):
    """Whether a relation holds. Silence is not agreement: all three are counted."""

    HOLDS = "holds"
    BROKEN = "broken"
    UNDECIDED = "undecided"


class Severity(StrEnum):
    """How sure a finding is."""

    ERROR = "error"  # proved, on an explicit cue or identity
    WARNING = "warning"  # likely
    INFO = "info"  # shown only when asked for

    @property
    def rank(self) -> int:
        """0 for info up to 2 for error."""
        return (Severity.INFO, Severity.WARNING, Severity.ERROR).index(self)


class Family(StrEnum):
    """Whether figures disagree or a writing is wrong by itself."""

    CONSISTENCY = "consistency"
    STYLE = "style"


@dataclass(frozen=True, slots=True)
class Claim:
    """An equation that the text states or a domain knows, before it is judged.

    `figures` index the document's figures and `roles` run along with them. What each `kind` claims:

    - `sum`: the `total` is the sum of the `part`s; with `at_most`, the parts are at most the total
    - `rate`: `rate` % = sum of `part`s ÷ `whole`
    - `change`: of `current`, `previous`, `delta`, `rate` those that are written: delta = ±(current - previous),
      rate = delta ÷ previous in %; the sign is `direction`; a missing `previous` is implied
    - `margin`: `direction` × (`actual` - `target`) = `margin`, all in one unit
    - `equal`: all `member`s are one quantity
    - `shares`: the `part`s make 100 %
    - `list`: the `count` equals `items`, the number of items that are then named
    - `product`: `total` = `count` × `average`
    - `multiple`: `multiple` = `current` ÷ `previous`
    - `bounds`: the `part` is at most the `whole`, or a lone `rate` lies in 0 to 100
    - `identity`: `expression`, an equation over the roles (`thu_ly = cu + moi`)

    `code` names the check, `cue` the wording that states it and `cue_span` its place; `trust` is 1 (an explicit cue),
    2 (an identity or the same key) or 3 (coincidence, never alarms). `soft` claims are retracted first.
    """

    code: str
    kind: str
    figures: tuple[int, ...]
    roles: tuple[str, ...]
    cue: str
    cue_span: Span | None = None
    trust: int = 1
    direction: int = 0
    items: int | None = None
    at_most: bool = False
    soft: bool = False
    expression: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A claim that was judged. `id` is `r1`, `r2`, … in the order of the text."""

    id: str
    claim: Claim
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, told once, at its exact place.

    `suspect` indexes the document's figures, `None` where it cannot be told. `expected` is the value it should have,
    `suggestion` the same as a person would type it. `consequences` are relations broken by the same cause.
    `fingerprint` is stable under edits elsewhere in the document.
    """

    code: str
    rule: str
    family: Family
    severity: Severity
    message: str
    figures: tuple[int, ...]
    spans: tuple[Span, ...]
    fingerprint: str
    relation: str | None = None
    suspect: int | None = None
    expected: Decimal | None = None
    suggestion: str | None = None
    consequences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a document was checked: figures seen, figures in a checked relation, and the verdicts."""

    figures: int
    related: int
    held: int
    broken: int
    undecided: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything known of one document, from its text to its findings."""

    document: Document
    figures: tuple[Figure, ...]
    facts: tuple[Fact, ...] = ()
    relations: tuple[Relation, ...] = ()
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Finding, ...] = field(default=())

    @property
    def coverage(self) -> Coverage:
        """The figures and relations counted by what became of them."""
        related = {
            i for relation in self.relations for i in relation.claim.figures if relation.verdict != Verdict.UNDECIDED
        }
        verdicts = [relation.verdict for relation in self.relations]
        return Coverage(
            len(self.figures),
            len(related),
            verdicts.count(Verdict.HOLDS),
            verdicts.count(Verdict.BROKEN),
            verdicts.count(Verdict.UNDECIDED),
        )
