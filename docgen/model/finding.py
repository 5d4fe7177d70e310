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
class Relation:
    """One equation that the text states or a domain knows.

    `figures` index the document's figures; `roles` run along with them (`total`, `part`, `rate`, `whole`, `current`,
    `previous`, `delta`, `actual`, `target`, `margin`, `member`, `count`). `kind`: sum rate change margin equal shares
    list identity words source. `cue` is the wording that states it. `trust` is 1 (an explicit cue), 2 (an identity or
    the same key) or 3 (coincidence, never alarms). `items` is the number of items named, for `list`.
    """

    id: str
    code: str
    kind: str
    figures: tuple[int, ...]
    roles: tuple[str, ...]
    verdict: Verdict
    cue: str | None = None
    trust: int = 1
    direction: int = 0
    items: int | None = None


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
        related = {i for relation in self.relations for i in relation.figures if relation.verdict != Verdict.UNDECIDED}
        verdicts = [relation.verdict for relation in self.relations]
        return Coverage(
            len(self.figures),
            len(related),
            verdicts.count(Verdict.HOLDS),
            verdicts.count(Verdict.BROKEN),
            verdicts.count(Verdict.UNDECIDED),
        )
