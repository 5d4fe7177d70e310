"""Sources, last year's reports and a data file → the context of a year-end form, poured and read back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen import pipeline, readers
from docgen.atomic import new_file
from docgen.errors import DocgenError
from docgen.knowledge.load import load
from docgen.model.finding import Finding, Report, Severity
from docgen.report.rows import Line, lines_of, origin_rows, table_rows, unit_rows
from docgen.report.values import Told, told_by


@dataclass(frozen=True, slots=True)
class Made:
    """A report that was handed over: where it lies, what it could not tell, and what its sources contradict."""

    path: Path
    report: Report
    lines: tuple[Line, ...]
    missing: tuple[str, ...]
    contradictions: tuple[tuple[str, Report], ...]


def make_report(
    form: str,
    sources: Sequence[str],
    out: str | Path,
    *,
    previous: Sequence[str] = (),
    data: Mapping[str, Any] | None = None,
    trace: bool = False,
    force: bool = False,
    options: pipeline.Options | None = None,
) -> Made:
    """Writes the form filled from the sources to `out`, when its figures agree.

    `data` gives fields of the form and goes before what the sources say. Raises `DocgenError`: E701 where no source
    tells a figure that the form takes, E702 where the finished report's figures contradict each other; nothing is
    written then.
    """
    from docgen.fill.fields import load_form
    from docgen.fill.template import Template
    from docgen.forms import folder_of

    options = options or pipeline.Options()
    knowledge = load(options.domain)
    reports = [(source, pipeline.check(source, options)) for source in sources]
    told = [told_by(source, report) for source, report in reports]
    earlier = [told_by(source, pipeline.check(source, options)) for source in previous]
    lines = lines_of(told, earlier, knowledge)
    if not lines:
        raise DocgenError(
            "E701",
            "không tìm thấy số liệu nào của ngành trong các báo cáo",
            where=", ".join(sources),
            hint="kiểm tra lại tệp, hoặc chỉ ra bộ chỉ tiêu của ngành bằng --domain",
        )
    folder = folder_of(form)
    context = _context(load_form(folder).fields, lines, told, data or {}, trace)
    content = Template.compile(folder / "mau.docx").pour(context)
    written = _read_back(content, Path(out), options)
    with new_file(out, force=force) as temporary:
        temporary.write_bytes(content)
    missing = tuple(field.label for field in load_form(folder).fields if field.required and not context[field.id])
    doubtful = tuple((source, report) for source, report in reports if _serious(report.findings))
    return Made(Path(out), written, tuple(lines), missing, doubtful)


def _context(
    fields: Sequence[Any], lines: Sequence[Line], told: Sequence[Told], data: Mapping[str, Any], trace: bool
) -> dict[str, Any]:
    context: dict[str, Any] = {field.id: [] if field.kind == "table" else None for field in fields}
    period = next((unit.period for unit in told if unit.period), None)
    context["ky_bao_cao"] = period and _in_a_sentence(period.label)
    if period and period.label.isdigit():
        context["ky_truoc"] = f"năm {int(period.label) - 1}"
        context["ky_sau"] = f"năm {int(period.label) + 1}"
    context["so_lieu"] = list(table_rows(lines))
    context["so_lieu_don_vi"] = list(unit_rows(lines))
    context["nguon_so_lieu"] = list(origin_rows(lines)) if trace else []
    context |= {name: value for name, value in data.items() if value not in (None, "")}
    return context


def _in_a_sentence(label: str) -> str:
    return f"năm {label}" if label.isdigit() else label


def _read_back(content: bytes, out: Path, options: pipeline.Options) -> Report:
    """The finished report as docgen reads it; raises E702 where its figures do not agree."""
    report = pipeline.checked(readers.read_bytes(content, out.name), options)
    serious = _serious(report.findings)
    if serious:
        raise DocgenError(
            "E702",
            "số liệu trong báo cáo lập ra không khớp nhau, chưa ghi tệp",
            where=str(out),
            seen="; ".join(finding.message for finding in serious[:3]),
            hint="chạy docgen check trên các báo cáo nguồn và tệp dữ liệu, sửa chỗ vênh rồi lập lại",
        )
    return report


def _serious(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity.rank >= Severity.WARNING.rank]
