"""What the sources say of titles and awards → the table of awards."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from docgen.knowledge.domain import Indicator
from docgen.knowledge.load import Knowledge
from docgen.model.fact import Fact, Kind, Measure
from docgen.model.finding import Report
from docgen.outputs.place import sentence_of
from docgen.report.values import Told
from docgen.report.words import WORDS

AWARDS = "thi-dua."  # the domain whose indicators make the table of awards
_WAYS = ("tap_the", "ca_nhan")


def award_rows(told: Sequence[Told], knowledge: Knowledge) -> list[dict[str, Any]]:
    """The rows of the table of awards: how many collectives and individuals got each, added up over the units."""
    rows: dict[str, dict[str, Any]] = {}
    for unit in told:
        for name, value in unit.awards.items():
            way, _, award = name.removeprefix(AWARDS).partition(".")
            title = knowledge.indicators[name].label.removesuffix(" tập thể").removesuffix(" cá nhân")
            row = rows.setdefault(award, {"hinh_thuc": title, "tap_the": None, "ca_nhan": None, "ghi_chu": None})
            row[way] = (row[way] or 0) + value.quantity.value
    order = list(dict.fromkeys(name.rpartition(".")[2] for name in knowledge.indicators if name.startswith(AWARDS)))
    return [rows[award] for award in sorted(rows, key=order.index)]


def awarded(report: Report, knowledge: Knowledge) -> dict[int, str]:
    """The award that each figure counts, by the figure's index: `thi-dua.ca_nhan.giay_khen`.

    The words of the figure name the award and its unit says whose it is. A bare "3 tập thể và 14 cá nhân" takes the
    award of the figure that it divides or of the one it is joined to; what is only proposed is left out.
    """
    if not any(name.startswith(AWARDS) for name in knowledge.indicators):
        return {}
    found: dict[int, str] = {}
    facts = [fact for fact in report.facts if report.figures[fact.figure].kind is Kind.COUNT]
    for at, fact in enumerate(facts):
        award = _own(fact, knowledge) or _joined(report, facts, at, knowledge)
        name = _way(report, fact, award, knowledge) if award else None
        is_count = fact.measure is Measure.LEVEL and fact.scope in (None, "cumulative")
        if name and is_count and not _proposed(report, fact):
            found[fact.figure] = name
    return found


def _own(fact: Fact, knowledge: Knowledge) -> str | None:
    """The award that a figure's own words name, the longest name first."""
    if fact.indicator:
        way, _, award = fact.indicator.removeprefix(AWARDS).partition(".")
        return award if way in _WAYS and fact.indicator.startswith(AWARDS) else None
    said = " ".join((fact.label or "").split()).casefold()
    return next((award for name, award in _names(tuple(_indicators(knowledge))) if name in said), None)


def _indicators(knowledge: Knowledge) -> list[Indicator]:
    return [one for name, one in knowledge.indicators.items() if name.startswith(AWARDS)]


@lru_cache(maxsize=4)
def _names(indicators: tuple[Indicator, ...]) -> list[tuple[str, str]]:
    """Every name of an award with its key, longest first."""
    pairs: dict[str, str] = {}
    for indicator in indicators:
        way, _, award = indicator.id.removeprefix(AWARDS).partition(".")
        if way in _WAYS:
            label = indicator.label.removesuffix(" tập thể").removesuffix(" cá nhân")
            pairs |= {name.casefold(): award for name in (label, *indicator.aliases)}
    return sorted(pairs.items(), key=lambda pair: (-len(pair[0]), pair[0]))


def _joined(report: Report, facts: Sequence[Fact], at: int, knowledge: Knowledge) -> str | None:
    """The award of a bare "14 cá nhân": that of the figure before it in its clause, else of the one joined to it."""
    if not _is_bare(report, facts[at]):
        return None
    text, here = report.document.text, report.figures[facts[at].figure].span
    for fact in reversed(facts[max(0, at - 3) : at]):
        between = text[report.figures[fact.figure].span.end : here.start]
        if any(mark in between for mark in ";.\n"):
            break
        award = _own(fact, knowledge)
        if award:
            return award
    for fact in facts[at + 1 : at + 2]:
        between = text[here.end : report.figures[fact.figure].span.start].strip()
        if between in ("và", ","):
            return _own(fact, knowledge)
    return None


def _is_bare(report: Report, fact: Fact) -> bool:
    unit = (report.figures[fact.figure].quantity.unit or "").casefold()
    return not fact.indicator and bool(unit) and (fact.label or "").casefold() in (unit, "")


def _way(report: Report, fact: Fact, award: str, knowledge: Knowledge) -> str | None:
    """The award's indicator for the collectives or the individuals that the figure's unit names."""
    unit = (report.figures[fact.figure].quantity.unit or "").casefold()
    names = [f"{AWARDS}{way}.{award}" for way in _WAYS]
    known = [name for name in names if name in knowledge.indicators]
    return next((name for name in known if unit in knowledge.indicators[name].units), None)


def _proposed(report: Report, fact: Fact) -> bool:
    """Whether the clause up to the figure speaks of a proposal."""
    span = report.figures[fact.figure].span
    said = report.document.text[sentence_of(report.document, span).start : span.start].casefold()
    return any(word in said.rpartition(";")[2] for word in WORDS["proposed"])
