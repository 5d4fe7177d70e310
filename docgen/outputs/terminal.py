"""Report → what a person reads in the terminal."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from docgen.model.fact import Measure
from docgen.model.finding import Family, Finding, Report, Severity
from docgen.model.text import Span
from docgen.outputs.place import place_of, sentence_of

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

WORDS = {Severity.ERROR: "lỗi", Severity.WARNING: "nghi vấn", Severity.INFO: "lưu ý"}
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "cyan"}
MEASURES = {
    Measure.LEVEL: "",
    Measure.CHANGE: "mức tăng, giảm",
    Measure.RATE: "tỷ lệ tăng, giảm",
    Measure.SHARE: "tỷ lệ",
    Measure.OF_PLAN: "so với kế hoạch",
    Measure.POINTS: "điểm %",
    Measure.AVERAGE: "bình quân",
    Measure.MULTIPLE: "số lần",
}
_MOST_QUOTES = 4  # of one finding; the suspect's first
_WIDTH = 110  # of a quoted sentence, before it is cut around its figures


def show_check(console: "Console", source: str, report: Report, *, least: Severity = Severity.WARNING) -> None:
    """Prints the findings at or above `least`, the reader's notices and the coverage line of one file."""
    from rich.text import Text

    for notice in report.document.notices:
        console.print(Text(f"{source}: {notice.message}", style="cyan"))
    shown = [finding for finding in report.findings if finding.severity.rank >= least.rank]
    for finding in shown:
        console.print(*_finding(source, report, finding), sep="\n")
        console.print()
    console.print(coverage_line(source, report, shown))


def coverage_line(source: str, report: Report, shown: Iterable[Finding]) -> "Text":
    """The line that says how much was checked and what came of it."""
    from rich.text import Text

    findings = list(shown)
    counts = [
        (severity, sum(f.severity is severity for f in findings)) for severity in (Severity.ERROR, Severity.WARNING)
    ]
    told = ", ".join(f"{count} {WORDS[severity]}" for severity, count in counts if count) or "không thấy chỗ nào vênh"
    coverage = report.coverage
    line = Text(f"{source}: ", style="bold")
    line.append(told, style=STYLES[findings[0].severity] if findings else "bold green")
    line.append(
        f"  ·  {coverage.figures} số liệu, {coverage.related} số được đối chiếu"
        f"  ·  {coverage.held} hệ thức khớp, {coverage.broken} không khớp, {coverage.undecided} chưa đủ dữ liệu",
        style="dim",
    )
    return line


def _finding(source: str, report: Report, finding: Finding) -> list["RenderableType"]:
    from rich.text import Text

    head = Text(f"{source} › {place_of(report.document, finding.spans[0])}   ", style="bold")
    head.append(f"{finding.code}  ", style="bold")
    head.append(WORDS[finding.severity], style=STYLES[finding.severity])
    lines: list[RenderableType] = [head]
    quotes = _by_sentence(report, _marked_spans(report, finding))
    shown = sorted(quotes, key=lambda quote: not any(suspect for _, suspect in quote[1]))[:_MOST_QUOTES]
    for sentence, spans in quotes:
        if (sentence, spans) in shown:
            lines += _quote(report, sentence, spans, STYLES[finding.severity])
    if len(quotes) > len(shown):
        lines.append(Text(f"  │ … và {len(quotes) - len(shown)} chỗ khác", style="dim"))
    lines.append(Text(f"  {finding.message}"))
    tail = [f"sửa thành {finding.suggestion}"] if finding.suggestion else []
    if finding.consequences:
        tail.append(f"kéo theo {len(finding.consequences)} hệ thức khác")
    tail += [f"docgen explain {finding.code}", f"mã {finding.fingerprint}"]
    lines.append(Text("  " + " · ".join(tail), style="dim"))
    return lines


def _marked_spans(report: Report, finding: Finding) -> list[tuple[Span, bool]]:
    """The spans to mark, in text order, each with whether it is the suspect."""
    if finding.family is Family.STYLE or not finding.figures:
        return [(span, True) for span in finding.spans]
    suspects = finding.figures if finding.suspect is None else (finding.suspect,)
    return sorted((report.figures[i].number, i in suspects) for i in finding.figures)


def _by_sentence(report: Report, marked: list[tuple[Span, bool]]) -> list[tuple[Span, list[tuple[Span, bool]]]]:
    groups: list[tuple[Span, list[tuple[Span, bool]]]] = []
    for span, suspect in marked:
        sentence = sentence_of(report.document, span)
        if not groups or groups[-1][0] != sentence:
            groups.append((sentence, []))
        groups[-1][1].append((span, suspect))
    return groups


def _quote(report: Report, sentence: Span, spans: list[tuple[Span, bool]], style: str) -> list["Text"]:
    """The sentence cut to its figures, and below it a line that underlines them: ^ the suspect, ~ the others."""
    from rich.text import Text

    start = max(sentence.start, spans[0][0].start - _WIDTH // 2)
    end = min(sentence.end, max(spans[-1][0].end + 12, start + _WIDTH))
    if start > sentence.start:
        start = report.document.text.find(" ", start, spans[0][0].start) + 1 or start
    text = report.document.text[start:end].replace("\n", " ").replace("\r", " ").rstrip()
    lead = "… " if start > sentence.start else ""
    quote = Text("  │ " + lead + text + (" …" if end < sentence.end else ""))
    marks = [" "] * (len(lead) + len(text))
    for span, suspect in spans:
        at = len("  │ ") + len(lead) + span.start - start
        quote.stylize(style if suspect else "bold", at, at + len(span))
        for i in range(len(lead) + span.start - start, min(len(marks), len(lead) + span.end - start)):
            marks[i] = "^" if suspect else "~"
    return [quote, Text("  │ " + "".join(marks).rstrip(), style=style)]
