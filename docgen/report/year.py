"""Sources, last year's reports and a data file → the context of a year-end form, poured and read back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen import pipeline, readers
from docgen.atomic import new_file
from docgen.errors import DocgenError
from docgen.knowledge.load import Knowledge, load
from docgen.model.finding import Finding, Report, Severity, Verdict
from docgen.outputs.place import place_of
from docgen.report.awards import award_rows, awarded
from docgen.report.lines import Line, lines_of
from docgen.report.rows import figure_rows, origin_rows, unit_rows
from docgen.report.sentences import title_of
from docgen.report.values import Told, told_by, year_called

_FIGURES = ("so_lieu", "ket_qua")  # the table of indicators, by what a form calls it


@dataclass(frozen=True, slots=True)
class Made:
    """A report that was handed over: where it lies, what it could not tell, and what its sources contradict.

    `missing` are the fields that stay blank and the indicators that some unit does not tell, in words.
    """

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

    `data` gives fields of the form and goes before what the sources say. Raises `DocgenError` and writes nothing: E701
    where no source tells a figure, E702 where the finished report contradicts itself, E703 for sources of two years.
    """
    from docgen.fill.fields import load_form
    from docgen.fill.template import Template
    from docgen.forms import folder_of

    options = options or pipeline.Options()
    knowledge = load(options.domain)
    reports = [(source, pipeline.check(source, options)) for source in sources]
    told = [told_by(source, report, awarded(report, knowledge)) for source, report in reports]
    _of_one_year(told)
    earlier = [told_by(source, pipeline.extract(source, options), {}) for source in previous]
    lines = lines_of(told, earlier, knowledge)
    if not lines:
        raise _nothing_told(sources)
    folder = folder_of(form)
    fields = load_form(folder).fields
    context = _filled(fields, _year_of(told, knowledge), lines, data or {})
    context |= {name: rows for name, rows in _tables(lines, told, knowledge, trace).items() if not context.get(name)}
    content = Template.compile(folder / "mau.docx").pour(context)
    doubtful = tuple((source, report) for source, report in reports if _serious(report.findings))
    written = _read_back(content, Path(out), options, doubtful)
    with new_file(out, force=force) as temporary:
        temporary.write_bytes(content)
    missing = (*(field.label for field in fields if field.required and not context[field.id]), *_gaps(lines))
    return Made(Path(out), written, tuple(lines), missing, doubtful)


def _of_one_year(told: Sequence[Told]) -> None:
    """Raises E703 where the sources report on different years: their figures are no sum."""
    years = {unit.source: year_called(unit.period) for unit in told if unit.period}
    known = {source: year for source, year in years.items() if year}
    if len(set(known.values())) > 1:
        raise DocgenError(
            "E703",
            "các báo cáo nguồn không cùng một năm, không thể cộng lại",
            seen=", ".join(f"{Path(source).name}: năm {year}" for source, year in known.items()),
            hint="bỏ báo cáo của năm khác ra, hoặc đưa báo cáo năm trước vào --previous",
        )


def _nothing_told(sources: Sequence[str]) -> DocgenError:
    return DocgenError(
        "E701",
        "không tìm thấy số liệu nào của ngành trong các báo cáo",
        where=", ".join(sources),
        hint="kiểm tra lại tệp, hoặc chỉ ra bộ chỉ tiêu của ngành bằng --domain",
    )


def _filled(
    fields: Sequence[Any], period: str | None, lines: Sequence[Line], data: Mapping[str, Any]
) -> dict[str, Any]:
    """The context of a form: what the data file gives, and the table of indicators."""
    context = _context(fields, period)
    context |= {name: value for name, value in data.items() if value not in (None, "")}
    for name in _FIGURES:
        if name in context:
            context[name] = figure_rows(lines, context.get("ky_truoc"), context[name])
    return context


def _gaps(lines: Sequence[Line]) -> list[str]:
    """The indicators that have no value over all units, and which units do not tell them."""
    gaps = []
    for line in lines:
        if line.now is None:
            told = [name for name, _ in line.values]
            few = len(told) < len(line.silent)
            names = f"{'chỉ có' if few else 'không có'} trong báo cáo của: {', '.join(told if few else line.silent)}"
            gaps.append(f"{title_of(line)} ({names})" if line.silent else title_of(line))
    return gaps


def _context(fields: Sequence[Any], period: str | None) -> dict[str, Any]:
    """Every field of the form, empty, but for the names of the periods."""
    context: dict[str, Any] = {field.id: [] if field.kind == "table" else None for field in fields}
    context["ky_bao_cao"] = period
    year = (period or "").removeprefix("năm ")
    if year.isdigit():
        context["ky_truoc"] = f"năm {int(year) - 1}"
        context["ky_sau"] = f"năm {int(year) + 1}"
    return context


def _tables(lines: Sequence[Line], told: Sequence[Told], knowledge: Knowledge, trace: bool) -> dict[str, Any]:
    return {
        "so_lieu_don_vi": list(unit_rows(lines)),
        "nguon_so_lieu": list(origin_rows(lines)) if trace else [],
        "khen_thuong": award_rows(told, knowledge),
    }


def _year_of(told: Sequence[Told], knowledge: Knowledge) -> str | None:
    """The period of the sources in words: `năm 2025` also for a reporting year that begins in another month."""
    period = next((unit.period for unit in told if unit.period), None)
    if period is None:
        return None
    if period.start and period.end:
        for domain in knowledge.domains:
            month, day = domain.year_starts or (1, 1)
            begins = (period.start.month, period.start.day) == (month, day)
            if begins and (period.end - period.start).days in (364, 365):
                return f"năm {period.end.year}"
    return f"năm {period.label}" if period.label.isdigit() else period.label


def _read_back(content: bytes, out: Path, options: pipeline.Options, doubtful: Sequence[tuple[str, Report]]) -> Report:
    """The finished report as docgen reads it; raises E702 where its figures do not agree, naming the sources' fault."""
    report = pipeline.checked(readers.read_bytes(content, out.name), options)
    broken = _broken_identities(report)
    if _serious(report.findings) or broken:
        raise DocgenError(
            "E702",
            "số liệu trong báo cáo lập ra không khớp nhau, chưa ghi tệp",
            where=str(out),
            seen="; ".join(_told(*one) for one in doubtful) or "; ".join(broken) or _told(out.name, report),
            hint="chạy docgen check trên các báo cáo nguồn và tệp dữ liệu, sửa chỗ vênh rồi lập lại",
        )
    return report


def _broken_identities(report: Report) -> list[str]:
    """The equations of the domain that the figures break, also where nothing says which figure is wrong."""
    broken = []
    for relation in report.relations:
        claim = relation.claim
        if claim.kind == "identity" and not claim.soft and relation.verdict is Verdict.BROKEN:
            said = [report.figures[i].span.of(report.document.text) for i in claim.figures]
            broken.append(f"{claim.cue}: {', '.join(said)}")
    return broken


def _told(name: str, report: Report) -> str:
    """What is wrong in a document, each with its place."""
    found = _serious(report.findings)[:3]
    places = (f"{place_of(report.document, one.spans[0])}: {one.message}" for one in found)
    return f"{Path(name).name}, " + "; ".join(places)


def _serious(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity.rank >= Severity.WARNING.rank]
