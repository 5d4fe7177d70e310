"""How the corpora of `docgen/checks` are read: what each module finds in a spelling, in the order of the text."""

from collections.abc import Callable

from against import against, side_of
from corpus_judging import JUDGING

from docgen.checks import cues
from docgen.checks.discourse import Discourse
from docgen.checks.likeness import words_of
from docgen.checks.listing import listing_at
from docgen.checks.moves import Levels, moves_of
from docgen.checks.naming import Naming
from docgen.checks.reading import Weighing
from docgen.checks.relations import claims_of
from docgen.checks.source_key import Kinship, kinship
from docgen.checks.stance import stance_of
from docgen.checks.style import style_findings
from docgen.facts.bind import facts_of
from docgen.figures.scan import figures_of
from docgen.knowledge.load import load
from docgen.model.finding import Claim
from docgen.readers.text import document_of


def discourse_of(spelling: str) -> Discourse:
    document = document_of(spelling)
    figures = figures_of(document)
    return Discourse(document, figures, facts_of(document, figures, load()))


def stated(spelling: str) -> tuple[Discourse, tuple[Claim, ...]]:
    discourse = discourse_of(spelling)
    return discourse, claims_of(discourse.document, discourse.figures, discourse.facts, load())


def told(discourse: Discourse, claim: Claim) -> str:
    """The claim's code with its figures by role: `SUM101 total 5 vụ, part 2 vụ, part 3 vụ`."""
    text = discourse.document.text
    pairs = zip(claim.roles, claim.figures, strict=True)
    members = ", ".join(f"{role} {discourse.figures[i].span.of(text)}" for role, i in pairs)
    items = f" = {claim.items}" if claim.items is not None else ""
    return f"{claim.code} {members or claim.cue}{items}"


def family(*codes: str) -> Callable[[str], list[str]]:
    def read(spelling: str) -> list[str]:
        discourse, claims = stated(spelling)
        return [told(discourse, claim) for claim in claims if claim.code in codes]

    return read


def all_codes(spelling: str) -> list[str]:
    return [claim.code for claim in stated(spelling)[1]]


def broken(spelling: str) -> list[str]:
    """The claims that are made although they do not hold."""
    discourse, claims = stated(spelling)
    weighing = Weighing(discourse)
    return [told(discourse, claim) for claim in claims if not weighing.holds(claim)]


def sentences(spelling: str) -> list[str]:
    """The sentences that follow the first."""
    discourse = discourse_of(spelling)
    return [discourse.text_of(i).strip() for i in range(1, len(discourse.sentences))]


def directions(spelling: str) -> list[str]:
    discourse = discourse_of(spelling)
    told_as = [(mention, stance_of(mention).direction) for mention in discourse.mentions]
    text = discourse.document.text
    return [f"{'+' if way > 0 else '-'} {m.figure.span.of(text)}" for m, way in told_as if way]


def changes(spelling: str) -> list[str]:
    discourse = discourse_of(spelling)
    text = discourse.document.text
    moves = [move for mentions in discourse.by_sentence for move in moves_of(mentions)]
    figures = [[m.figure.span.of(text) for m in (move.delta, move.rate) if m is not None] for move in moves]
    return [" · ".join(pair) for pair in figures]


def listed(spelling: str) -> list[str]:
    discourse = discourse_of(spelling)
    levels, text = Levels(discourse), discourse.document.text
    found = [listing_at(discourse, levels, ms, k) for ms in discourse.by_sentence for k in range(len(ms))]
    return [" + ".join(part.figure.span.of(text) for part in listing.parts) for listing in found if listing]


def back(spelling: str) -> list[str]:
    """The figures that are said to have been told before."""
    discourse = discourse_of(spelling)
    naming, text = Naming(discourse), discourse.document.text
    return [m.figure.span.of(text) for m in discourse.mentions if naming.refers_back(m)]


def shared(spelling: str) -> list[str]:
    """The words by which the first and the last figure are both called."""
    mentions = discourse_of(spelling).mentions
    return sorted(words_of(mentions[0]) & words_of(mentions[-1]))


def contradicted(spelling: str) -> list[str]:
    """What a source says otherwise: `draft // Nguồn: source` gives `as written → as it should be`."""
    report = against(spelling)
    text = report.document.text
    told = [finding for finding in report.findings if finding.code == "SRC101"]
    return [f"{report.figures[finding.suspect].span.of(text)} → {finding.suggestion}" for finding in told]


def kinships(spelling: str) -> list[str]:
    """How sure it is that the first figures of `draft // Nguồn: source` tell one fact; nothing where they do not."""
    draft, source = (side_of(part) for part in spelling.split(" // Nguồn: "))
    found = kinship(draft, 0, source, 0)
    return [found.name] if found is not Kinship.NONE else []


def openings(spelling: str) -> list[str]:
    return [match.group() for match in cues.parts_follow().finditer(spelling.lower())]


def faults(spelling: str) -> list[str]:
    """Code and suggestion of each finding of the way figures are written."""
    discourse = discourse_of(spelling)
    found = style_findings(discourse.document, discourse.figures, discourse.facts)
    return [f"{finding.code} {finding.suggestion or '-'}" for finding in found]


READERS: dict[str, Callable[[str], list[str]]] = {
    "amounts": family("WRD101"),
    "changes": family("CHG101", "CHG102"),
    "cues": openings,
    "dates": family("PER101"),
    "discourse": sentences,
    "equals": family("DUP101", "UNI101"),
    "identities": family("SUM201"),
    "likeness": shared,
    "limits": family("PCT103", "PCT104"),
    "listing": listed,
    "lists": family("LST101"),
    "margins": family("CHG103"),
    "moves": changes,
    "named": family("PCT101"),
    "naming": back,
    "quotients": family("CHG104", "SUM104"),
    "rates": family("PCT101"),
    "reading": broken,
    "relations": all_codes,
    "remainders": family("SUM103"),
    "shares": family("PCT102"),
    "source": contradicted,
    "source_key": kinships,
    "stance": directions,
    "style": faults,
    "sums": family("SUM101", "SUM102"),
    "totals": family("SUM101", "SUM102"),
}


def read(module: str, spelling: str) -> list[str]:
    return (READERS | JUDGING)[module](spelling)
