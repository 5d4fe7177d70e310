"""Report → JSON Lines by the stable contract: one object a file, `docgen.extract/1` or `docgen.check/1`."""

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

from docgen.errors import DocgenError
from docgen.model.finding import Finding, Relation, Report

EXTRACT = "docgen.extract/1"
CHECK = "docgen.check/1"


def extract_line(source: str, report: Report) -> str:
    """One line with the figures of a file."""
    return _line({"schema": EXTRACT, "source": source, "figures": _figures(report)})


def check_line(source: str, report: Report) -> str:
    """One line with the figures, relations and findings of a file."""
    return _line(
        {
            "schema": CHECK,
            "source": source,
            "figures": _figures(report),
            "relations": [_relation(relation) for relation in report.relations],
            "findings": [_finding(finding) for finding in report.findings],
        }
    )


def error_line(schema: str, source: str, error: DocgenError) -> str:
    """The line of a file that could not be read."""
    told = {"code": error.code, "where": error.where or source, "message": error.message, "hint": error.hint}
    return _line({"schema": schema, "source": source, "error": told})


def decimal_text(value: Decimal | Fraction | None) -> str | None:
    """The exact decimal writing of a number, without exponent or trailing zeros; `None` stays `None`.

    A fraction without a finite decimal writing is given to 12 places.
    """
    if value is None:
        return None
    if isinstance(value, Fraction):
        value = _decimal(value)
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _decimal(value: Fraction) -> Decimal:
    denominator, places = value.denominator, 0
    while denominator % 10 == 0 or denominator % 5 == 0 or denominator % 2 == 0:
        denominator //= 10 if denominator % 10 == 0 else 5 if denominator % 5 == 0 else 2
        places += 1
    if denominator != 1:
        places = 12
    return Decimal(round(value * 10**places)).scaleb(-places)


def _figures(report: Report) -> list[dict[str, Any]]:
    rows = []
    for number, figure in enumerate(report.figures, 1):
        quantity, interval = figure.quantity, figure.quantity.interval
        fact = report.facts[number - 1] if report.facts else None
        rows.append(
            {
                "id": f"f{number}",
                "start": figure.span.start,
                "end": figure.span.end,
                "text": figure.span.of(report.document.text),
                "kind": figure.kind.value,
                "value": decimal_text(quantity.value),
                "low": decimal_text(interval.lo),
                "high": decimal_text(interval.hi),
                "unit": quantity.unit,
                "approx": quantity.approx.value if quantity.approx else None,
                "label": fact.label if fact else None,
                "indicator": fact.indicator if fact else None,
                "period": fact.period.label if fact and fact.period else None,
                "place": fact.place if fact else None,
                "measure": fact.measure.value if fact else None,
                "anchor": {"part": figure.anchor.part, "path": list(figure.anchor.path)},
            }
        )
    return rows


def _relation(relation: Relation) -> dict[str, Any]:
    claim = relation.claim
    return {
        "id": relation.id,
        "code": claim.code,
        "kind": claim.kind,
        "figures": [f"f{i + 1}" for i in claim.figures],
        "verdict": relation.verdict.value,
        "cue": claim.cue,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "family": finding.family.value,
        "severity": finding.severity.value,
        "message": finding.message,
        "relation": finding.relation,
        "figures": [f"f{i + 1}" for i in finding.figures],
        "spans": [{"start": span.start, "end": span.end} for span in finding.spans],
        "suspect": None if finding.suspect is None else f"f{finding.suspect + 1}",
        "expected": decimal_text(finding.expected),
        "suggestion": finding.suggestion,
        "fingerprint": finding.fingerprint,
    }


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False)
