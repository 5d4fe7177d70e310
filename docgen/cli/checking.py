"""The work of `docgen check` on one file, done in any process, and the files that a call asks for."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace

import click

from docgen.cli.streams import told_apart
from docgen.errors import DocgenError
from docgen.model.finding import Finding, Report, Severity
from docgen.pipeline import Options, check


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one file: what is printed of it, or its error; the report only where it is asked for."""

    source: str
    printed: str = ""
    found: bool = False
    error: DocgenError | None = None
    report: Report | None = None
    figures: int = 0
    counts: tuple[int, ...] = (0, 0, 0)  # findings by severity, errors first


@dataclass(frozen=True, slots=True)
class Checking:
    """The work on one file. `keep` gives the report back too, which costs when it crosses processes."""

    options: Options
    least: Severity
    as_json: bool
    in_color: bool
    keep: bool

    def __call__(self, source: str) -> Checked:
        """The file checked and its view printed to a string."""
        try:
            with told_apart(source):
                report = check(source, self.options)
                printed = self._json(source, report) if self.as_json else self._view(source, report)
        except DocgenError as error:
            return Checked(source, self._error(source, error), error=error)
        counts = tuple(sum(finding.severity is each for finding in report.findings) for each in Severity)
        found = any(finding.severity.rank >= self.least.rank for finding in report.findings)
        kept = report if self.keep else None
        return Checked(source, printed, found, report=kept, figures=len(report.figures), counts=counts)

    def _json(self, source: str, report: Report) -> str:
        from docgen.outputs.json import check_line

        return check_line(source, report)

    def _view(self, source: str, report: Report) -> str:
        from rich.console import Console

        from docgen.outputs.terminal import show_check

        out = io.StringIO()
        console = Console(file=out, force_terminal=self.in_color, highlight=False, soft_wrap=True)
        show_check(console, source, report, least=self.least)
        return out.getvalue().rstrip("\n")

    def _error(self, source: str, error: DocgenError) -> str:
        if not self.as_json:
            return ""
        from docgen.outputs.json import CHECK, error_line

        return error_line(CHECK, source, error)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The files that a call asks for besides what it prints."""

    annotate: str | None
    html: str | None
    sarif: str | None
    xlsx: str | None
    write_baseline: str | None
    force: bool
    as_rejected: bool = False
    least: Severity = Severity.WARNING

    @property
    def needs_reports(self) -> bool:
        """Whether any is asked for."""
        return any((self.annotate, self.html, self.sarif, self.xlsx, self.write_baseline))

    def demand_one(self, files: Sequence[str]) -> None:
        """Refuses a file for one document where several are checked (E501)."""
        for option, path in (("--annotate", self.annotate), ("--html", self.html)):
            if path and len(files) != 1:
                raise DocgenError(
                    "E501", f"{option} chỉ dùng khi soát đúng một tệp", where=path, hint="chạy riêng từng tệp"
                )
        if self.annotate and "-" in files:
            raise DocgenError(
                "E501", "--annotate cần tệp trên đĩa, không dùng được với đầu vào chuẩn", hint="ghi tên tệp thay cho -"
            )


def write_views(wanted: Wanted, checked: Sequence[Checked]) -> None:
    """Writes the files that were asked for, and says where each lies."""
    reports = [(done.source, done.report) for done in checked if done.report]
    if not reports:
        return
    source, report = reports[0]
    if wanted.annotate:
        from docgen.outputs.annotate import annotate_file

        told = replace(report, findings=_worth_a_comment(report, wanted.least))
        annotate_file(source, told, wanted.annotate, force=wanted.force, as_rejected=wanted.as_rejected)
    if wanted.html:
        from docgen.outputs.html import write_html

        write_html(wanted.html, source, report, force=wanted.force)
    if wanted.sarif:
        from docgen.outputs.sarif import write_sarif

        write_sarif(wanted.sarif, reports, force=wanted.force)
    if wanted.xlsx:
        from docgen.outputs.tables import write_findings

        write_findings(wanted.xlsx, reports, force=wanted.force)
    if wanted.write_baseline:
        _write_baseline(wanted.write_baseline, [report for _, report in reports], force=wanted.force)
    for path in (wanted.annotate, wanted.html, wanted.sarif, wanted.xlsx, wanted.write_baseline):
        if path:
            click.echo(f"Đã ghi {path}", err=True)


def _worth_a_comment(report: Report, least: Severity) -> tuple[Finding, ...]:
    """The findings at or above `least`, without what only lists figures: one on each would drown the others."""
    from docgen.checks.source import ABSENT

    return tuple(f for f in report.findings if f.severity.rank >= least.rank and f.code != ABSENT)


def _write_baseline(path: str, reports: Sequence[Report], *, force: bool) -> None:
    from docgen.atomic import new_file
    from docgen.checks.suppress import baseline_of

    findings = [finding for report in reports for finding in (*report.findings, *report.suppressed)]
    with new_file(path, force=force) as temporary:
        temporary.write_text(baseline_of(findings), encoding="utf-8")
