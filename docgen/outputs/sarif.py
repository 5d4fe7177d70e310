"""Reports → SARIF 2.1.0, for editors and archives that read it."""

import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from docgen.atomic import new_file
from docgen.model.finding import Finding, Report, Severity
from docgen.model.text import Document, Span
from docgen.outputs.place import place_of

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def write_sarif(path: str | Path, reports: Sequence[tuple[str, Report]], *, force: bool = False) -> None:
    """Writes one log with every report to `path`, atomically; E401 where it exists and `force` is not given."""
    with new_file(path, force=force) as temporary:
        temporary.write_text(json.dumps(log(reports), ensure_ascii=False, indent=1), encoding="utf-8")


def log(reports: Sequence[tuple[str, Report]]) -> dict[str, Any]:
    """The log as an object. Offsets are code points (`columnKind: unicodeCodePoints`) of the document's text."""
    rules = sorted({(f.code, f.rule) for _, report in reports for f in (*report.findings, *report.suppressed)})
    numbers = {code: number for number, (code, _) in enumerate(rules)}
    results = [
        _result(source, report, finding, numbers, is_suppressed)
        for source, report in reports
        for findings, is_suppressed in ((report.findings, False), (report.suppressed, True))
        for finding in findings
    ]
    driver = {
        "name": "docgen",
        "version": version("docgen"),
        "language": "vi",
        "rules": [{"id": code, "name": rule} for code, rule in rules],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(
    source: str, report: Report, finding: Finding, numbers: dict[str, int], is_suppressed: bool
) -> dict[str, Any]:
    first = finding.spans[0]
    if finding.suspect is not None:
        first = report.figures[finding.suspect].span
    others = [span for span in finding.spans if span != first]
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": numbers[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(source, report.document, first)],
        "relatedLocations": [
            {"id": i, **_location(source, report.document, span), "message": {"text": span.of(report.document.text)}}
            for i, span in enumerate(others, 1)
        ],
        "partialFingerprints": {"docgen/v1": finding.fingerprint},
    }
    if is_suppressed:
        result["suppressions"] = [{"kind": "external"}]
    return result


def _location(source: str, document: Document, span: Span) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(source.replace("\\", "/"))},
            "region": {"charOffset": span.start, "charLength": len(span), "snippet": {"text": span.of(document.text)}},
        },
        "logicalLocations": [{"fullyQualifiedName": place_of(document, span)}],
    }
