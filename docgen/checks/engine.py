"""Judges claims by exact interval arithmetic, finds the root cause of those that fail, and tells each cause once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from docgen.checks.implied import Stake, Written
from docgen.checks.kinds import Stated, readings_of
from docgen.checks.locate import MANY, Diagnosis, Memory, Mend, diagnose
from docgen.checks.slack import cut_off, rounded
from docgen.checks.slips import slips_of
from docgen.checks.wording import Alarm, finding_of
from docgen.model.fact import Fact, Figure, Kind
from docgen.model.finding import Claim, Finding, Relation, Severity, Verdict
from docgen.model.quantity import Interval, Quantity
from docgen.model.text import Document

# How likely a claim was read wrongly, by trust and softness; and from which such chance no alarm is raised.
MISREAD = {(1, False): 1e-4, (1, True): 0.05, (2, False): 0.02, (2, True): 0.3}
SILENT = {(1, False): 1.1, (1, True): 0.9, (2, False): 0.97, (2, True): 0.5}
# How fast the likelihood of a true value falls with its size, see `Written`.
FREEDOM = {
    ("sum", "part"): 1,
    ("rate", "whole"): 2,
    ("margin", "margin"): 1,
    ("bounds", "whole"): 1,
    ("bounds", "part"): 1,
    ("product", "count"): 1,
    ("product", "average"): 1,
}
FEW = 3  # repetitions that may fail in one document before they are doubted
READINGS = 64  # other readings of the figures of one claim that are tried at most


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with its verdict; `exactly` where it holds for rounded figures, not only for cut-off ones."""

    claim: Claim
    readings: tuple[tuple[Stated, ...], ...]
    verdict: Verdict
    exactly: bool


def judge(
    document: Document,
    figures: Sequence[Figure],
    facts: Sequence[Fact],
    claims: Sequence[Claim],
    witness: Callable[[Diagnosis], None] | None = None,
) -> tuple[tuple[Relation, ...], tuple[Finding, ...]]:
    """The relations in the order of the text, and one finding for each root cause of those that are broken.

    `witness` is shown the diagnosis behind each alarm, with the figures that may be wrong ranked by how likely.
    """
    ordered = sorted(dict.fromkeys(claims), key=lambda claim: _place(claim, figures))
    judged = _doubted([_judge(claim, figures) for claim in ordered])
    relations = tuple(Relation(f"r{n}", each.claim, each.verdict) for n, each in enumerate(judged, 1))
    alarms = [*_truncated(judged), *_alarms(document, figures, judged)]
    if witness is not None:
        for alarm in alarms:
            witness(alarm.diagnosis)
    findings = [finding_of(document, figures, facts, relations, alarm) for alarm in alarms]
    findings.sort(key=lambda finding: (min(span.start for span in finding.spans), finding.code, finding.fingerprint))
    return relations, tuple(findings)


def _place(claim: Claim, figures: Sequence[Figure]) -> tuple[int, str, tuple[int, ...], str]:
    start = min((figures[i].span.start for i in claim.figures), default=0)
    return start, claim.code, claim.figures, claim.cue


def _judge(claim: Claim, figures: Sequence[Figure]) -> Judged:
    quantities = [figures[i].quantity for i in claim.figures]
    readings = readings_of(claim)
    if claim.trust > 2 or not readings or not _one_dimension(claim, figures):
        return Judged(claim, readings, Verdict.UNDECIDED, False)
    verdict = verdict_of(readings, [rounded(quantity) for quantity in quantities])
    if verdict is not Verdict.BROKEN:
        return Judged(claim, readings, verdict, True)
    verdict = verdict_of(readings, [cut_off(quantity) for quantity in quantities])
    if verdict is not Verdict.BROKEN:
        return Judged(claim, readings, verdict, False)
    if any(verdict_of(readings, [rounded(q) for q in other]) is Verdict.HOLDS for other in _other(claim, figures)):
        return Judged(claim, readings, Verdict.HOLDS, True)
    return Judged(claim, readings, Verdict.BROKEN, True)


def _doubted(judged: list[Judged]) -> list[Judged]:
    """The same, with repetitions undecided where they fail so often that what they go by cannot tell facts apart."""
    repeats = [each for each in judged if each.claim.kind == "equal" and each.claim.trust == 2]
    apart: set[int] = set()
    broken = 0
    for each in repeats:
        # One wrong figure that is repeated often breaks many: only those that share no figure count.
        if each.verdict is Verdict.BROKEN and apart.isdisjoint(each.claim.figures):
            apart.update(each.claim.figures)
            broken += 1
    if broken <= FEW or broken * 2 <= sum(each.verdict is Verdict.HOLDS for each in repeats):
        return judged
    doubtful = {id(each) for each in repeats if each.verdict is Verdict.BROKEN}
    return [replace(each, verdict=Verdict.UNDECIDED) if id(each) in doubtful else each for each in judged]


def verdict_of(readings: Iterable[Sequence[Stated]], values: Sequence[Interval]) -> Verdict:
    """HOLDS where some reading does, BROKEN where each has an equation that no numbers satisfy."""
    verdicts = [_all(reading, values) for reading in readings]
    for verdict in (Verdict.HOLDS, Verdict.UNDECIDED):
        if verdict in verdicts:
            return verdict
    return Verdict.BROKEN


def _all(reading: Sequence[Stated], values: Sequence[Interval]) -> Verdict:
    """The verdict of equations that must all hold; one that cannot be decided leaves it to the others."""
    verdicts = {equation.verdict(values) for equation in reading}
    for verdict in (Verdict.BROKEN, Verdict.HOLDS):
        if verdict in verdicts:
            return verdict
    return Verdict.UNDECIDED


def _one_dimension(claim: Claim, figures: Sequence[Figure]) -> bool:
    """Whether the figures that are added or compared measure the same sort of thing; if not, the claim was misread."""
    if claim.kind in ("list", "shares", "product", "multiple", "identity"):
        return True
    alike = {
        _dimension(figures[i])
        for i, role in zip(claim.figures, claim.roles, strict=True)
        if role not in ("rate", "count") or claim.kind == "equal"
    }
    return len(alike) <= 1


def _dimension(figure: Figure) -> str:
    if figure.kind is Kind.MONEY:
        return figure.quantity.unit or "đồng"
    return figure.kind.value


def _other(claim: Claim, figures: Sequence[Figure]) -> Iterable[list[Quantity]]:
    """The claim's figures with one of them read in another way that its writing allows."""
    written = [figures[i].quantity for i in claim.figures]
    tried = 0
    for at, i in enumerate(claim.figures):
        if claim.kind == "equal" and figures[i].faults:
            continue  # written right elsewhere: that is what tells the malformed figure
        for other in figures[i].alternatives:
            tried += 1
            if tried > READINGS:
                return
            yield [*written[:at], other, *written[at + 1 :]]


def _truncated(judged: Sequence[Judged]) -> Iterable[Alarm]:
    for n, each in enumerate(judged):
        if each.verdict is Verdict.HOLDS and not each.exactly:
            yield Alarm((n,), Severity.INFO, Diagnosis((), (), {}, 0.0), None)


def _alarms(document: Document, figures: Sequence[Figure], judged: Sequence[Judged]) -> Iterable[Alarm]:
    touching: dict[int, list[int]] = {}
    for n, each in enumerate(judged):
        if each.verdict is not Verdict.UNDECIDED:
            for figure in dict.fromkeys(each.claim.figures):
                touching.setdefault(figure, []).append(n)
    broken = [n for n, each in enumerate(judged) if each.verdict is Verdict.BROKEN]
    for cluster in _clusters(broken, judged):
        yield from _explain(document, figures, judged, cluster, touching)


def _clusters(broken: Sequence[int], judged: Sequence[Judged]) -> list[list[int]]:
    """The broken claims, those that share a figure together, in the order of the text."""
    root = {n: n for n in broken}

    def find(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    first: dict[int, int] = {}
    for n in broken:
        for figure in judged[n].claim.figures:
            a, b = find(first.setdefault(figure, n)), find(n)
            root[max(a, b)] = min(a, b)
    clusters: dict[int, list[int]] = {}
    for n in broken:
        clusters.setdefault(find(n), []).append(n)
    return list(clusters.values())


def _explain(
    document: Document,
    figures: Sequence[Figure],
    judged: Sequence[Judged],
    cluster: list[int],
    touching: dict[int, list[int]],
) -> Iterable[Alarm]:
    """One alarm for each figure that must be wrong, with all that follows from it; the rest is explained anew.

    Where a claim says no more than "tăng" or "giảm", its word is as likely to be wrong as a figure, and none is named.
    """
    rest, memory = cluster, Memory()
    while rest:
        stakes = _stakes(figures, judged, rest, touching)
        involved = dict.fromkeys(figure for stake in stakes.values() for figure in stake.figures)
        diagnosis = diagnose(stakes, _written_of(document, figures, involved, rest, judged), memory)
        settled = _settled(diagnosis, rest)
        severity = max((_severity(judged[n], figures, diagnosis) for n in settled), key=_rank)
        if severity is not None:
            words = all(set(judged[n].claim.roles) == {"current", "previous"} for n in settled)
            yield Alarm(tuple(settled), severity, diagnosis, None if words else _mend(diagnosis))
        rest = [n for n in rest if n not in settled]


def _mend(diagnosis: Diagnosis) -> Mend | None:
    return diagnosis.named[0] if diagnosis.named else None


def _settled(diagnosis: Diagnosis, rest: Sequence[int]) -> list[int]:
    """The broken claims that the first figure of the diagnosis accounts for; without one, the first claim alone."""
    first = diagnosis.named or diagnosis.mends
    if not first:
        return [rest[0]]
    return [n for n in rest if n in first[0].settles]


def _severity(each: Judged, figures: Sequence[Figure], diagnosis: Diagnosis) -> Severity | None:
    """How sure an alarm on a claim is; `None` where the claim was more likely read wrongly."""
    trust, soft = each.claim.trust, each.claim.soft
    if diagnosis.misread >= SILENT[trust, soft]:
        return None
    return Severity.ERROR if trust == 1 else Severity.WARNING


def _rank(severity: Severity | None) -> int:
    return -1 if severity is None else severity.rank


def _stakes(
    figures: Sequence[Figure], judged: Sequence[Judged], broken: Sequence[int], touching: dict[int, list[int]]
) -> dict[int, Stake]:
    open_claims = frozenset(broken)
    suspects = dict.fromkeys(figure for n in broken for figure in judged[n].claim.figures)
    related = sorted({n for figure in suspects for n in touching[figure] if judged[n].verdict is Verdict.HOLDS})
    return {
        n: Stake(
            judged[n].claim.figures,
            judged[n].readings,
            MISREAD[judged[n].claim.trust, judged[n].claim.soft] * _chance(judged[n].claim, figures),
            n in open_claims,
        )
        for n in sorted([*broken, *related])
    }


def _chance(claim: Claim, figures: Sequence[Figure]) -> float:
    """How likely one figure of a claim that was read wrongly is to come out as it did, out of all it might be."""
    if not claim.figures:
        return 1.0
    figure = figures[claim.figures[0]]
    grid = _grid(figure)
    return float(grid / (abs(Fraction(figure.quantity.value)) + grid)) / 5


def _grid(figure: Figure) -> Fraction:
    """The distance between two numbers that could be written in the figure's place."""
    return Fraction(figure.quantity.step) or Fraction(1)


def _written_of(
    document: Document,
    figures: Sequence[Figure],
    involved: Iterable[int],
    broken: Sequence[int],
    judged: Sequence[Judged],
) -> dict[int, Written]:
    freedom: dict[int, int] = {}
    for n in broken:
        claim = judged[n].claim
        for i, role in zip(claim.figures, claim.roles, strict=True):
            free = 1 if claim.at_most else FREEDOM.get((claim.kind, role), 0)
            freedom[i] = max(freedom.get(i, 0), free)
    if len(freedom) > MANY:
        freedom = {}
    return {i: _written(document, figures[i], freedom.get(i)) for i in involved}


def _written(document: Document, figure: Figure, freedom: int | None) -> Written:
    quantity = figure.quantity
    number, tail = figure.number.of(document.text), document.text[figure.number.end : figure.span.end]
    most = Fraction(100) if figure.kind is Kind.PERCENT else None
    slips = () if freedom is None else slips_of(number, tail, Decimal(quantity.value))
    value, grid = Fraction(quantity.value), _grid(figure)
    return Written(value, grid, rounded(quantity), cut_off(quantity), slips, freedom or 0, most)
