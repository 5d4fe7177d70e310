"""What the papers of a proposal show: proved, missing, or against the rule; never a decision."""

import hashlib
import inspect
from dataclasses import dataclass
from enum import StrEnum

from docgen.commendation import pages_awards, pages_papers
from docgen.knowledge.law import UNVERIFIED
from docgen.model.finding import Family, Finding, Severity
from docgen.model.text import Span

# Each rule's page by its code: a class whose docstring is the page and whose `slug` names the rule in data.
PAGES = {
    code: page
    for family in (pages_awards, pages_papers)
    for code, page in vars(family).items()
    if isinstance(page, type)
}


# What is wrong by the way it is written, whatever the figures are.
BY_ITSELF = frozenset({"LAW401", "LAW402", "LAW403", "LAW404"})


def slug_of(code: str) -> str:
    """The name of a rule in data."""
    slug: str = vars(PAGES[code])["slug"]
    return slug


def page_of(code: str) -> str:
    """The page of a rule, plain text, without the indent of the source."""
    return inspect.getdoc(PAGES[code]) or ""


class Standing(StrEnum):
    """How the papers stand to one rule."""

    PROVED = "proved"
    MISSING = "missing"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class Shown:
    """One rule held against the papers: `says` in Vietnamese, `article` the ground, `spans` its places in a text.

    `verified` is whether the article itself was read. `severity` is that of the finding where it is not proved.
    """

    code: str
    standing: Standing
    about: str
    says: str
    article: str
    verified: bool = True
    severity: Severity = Severity.ERROR
    spans: tuple[Span, ...] = ()

    @property
    def ground(self) -> str:
        """The article, with the mark of what was not read."""
        return self.article if self.verified else f"{self.article} ({UNVERIFIED})"

    def __str__(self) -> str:
        about = f"{self.about}: " if self.about else ""
        return f"{about}{self.says} ({self.ground})"


def finding_of(shown: Shown) -> Finding | None:
    """The finding that tells it; `None` where it is proved. What is missing is told as information."""
    if shown.standing is Standing.PROVED:
        return None
    severity = shown.severity if shown.standing is Standing.AGAINST else Severity.INFO
    if not shown.verified and severity is Severity.ERROR:
        severity = Severity.WARNING
    key = "|".join((shown.code, shown.about, shown.says))
    return Finding(
        code=shown.code,
        rule=slug_of(shown.code),
        family=Family.STYLE if shown.code in BY_ITSELF else Family.CONSISTENCY,
        severity=severity,
        message=str(shown),
        figures=(),
        spans=shown.spans,
        fingerprint=hashlib.sha256(key.encode()).hexdigest()[:16],
    )
