"""Report → one self-contained page: the text with its figures marked, the findings beside it. No network, ever."""

import json
from bisect import bisect_left
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from pathlib import Path

from docgen.atomic import new_file
from docgen.model.finding import Finding, Relation, Report, Severity, Verdict
from docgen.model.text import Block, BlockKind, Span, Table
from docgen.outputs.place import place_of
from docgen.outputs.terminal import MEASURES, WORDS

_VERDICTS = {Verdict.HOLDS: "khớp", Verdict.BROKEN: "không khớp", Verdict.UNDECIDED: "chưa đủ dữ liệu"}
_KINDS = {
    "sum": "tổng và thành phần",
    "rate": "tỷ lệ phần trăm",
    "change": "mức tăng, giảm",
    "margin": "chênh lệch với chỉ tiêu",
    "equal": "cùng một số liệu",
    "shares": "các tỷ trọng cộng thành 100%",
    "list": "số lượng và danh sách",
    "product": "bình quân",
    "multiple": "số lần",
    "bounds": "giới hạn",
    "identity": "hệ thức của ngành",
    "words": "bằng số và bằng chữ",
    "source": "số liệu gốc",
}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'"
_IDLE = "Chỉ vào một con số để xem nó liên quan đến số nào. Phím n, p: phát hiện sau, trước."


def write_html(path: str | Path, source: str, report: Report, *, force: bool = False) -> None:
    """Writes the page of one document to `path`, atomically; E401 where it exists and `force` is not given."""
    with new_file(path, force=force) as temporary:
        temporary.write_text(page(source, report), encoding="utf-8")


def page(source: str, report: Report) -> str:
    """The page as text."""
    asset = files("docgen.outputs").joinpath
    coverage = report.coverage
    summary = (
        f"{coverage.figures} số liệu, {coverage.related} số được đối chiếu · {coverage.held} hệ thức khớp, "
        f"{coverage.broken} không khớp, {coverage.undecided} chưa đủ dữ liệu"
    )
    return f"""<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Soát số liệu: {escape(source)}</title>
<style>{asset("page.css").read_text(encoding="utf-8")}</style>
</head>
<body>
<header><h1>{escape(source)}</h1><p>{escape(summary)}</p><div class="tools">{_tools(report)}</div></header>
<main>
<article>{"".join(_article(report))}<svg class="links" aria-hidden="true"></svg></article>
<aside aria-label="Các phát hiện">
<p class="about" aria-live="polite">{_IDLE}</p>
{_findings(report)}</aside>
</main>
<script type="application/json" id="data">{_data(report)}</script>
<script>{asset("page.js").read_text(encoding="utf-8")}</script>
</body>
</html>
"""


def _tools(report: Report) -> str:
    boxes = []
    for severity in Severity:
        count = sum(finding.severity is severity for finding in report.findings)
        boxes.append(
            f'<label><input type="checkbox" data-severity="{severity.value}" checked> '
            f"{WORDS[severity]} ({count})</label>"
        )
    boxes.append('<label><input type="checkbox" id="unchecked"> chỉ ra số chưa được đối chiếu</label>')
    boxes.append('<button id="theme" type="button">Sáng / tối</button>')
    return "".join(boxes)


def _article(report: Report) -> Iterator[str]:
    marks = _classes(report)
    inside = {i for table in report.document.tables for cell in table.cells for i in cell.blocks}
    by_first = {_first_block(table): table for table in report.document.tables}
    for index, block in enumerate(report.document.blocks):
        if index in by_first:
            yield _table(report, by_first[index], marks)
        elif index not in inside:
            yield _paragraph(report, block, marks)


def _first_block(table: Table) -> int | None:
    return min((i for cell in table.cells for i in cell.blocks), default=None)


def _table(report: Report, table: Table, marks: dict[int, str]) -> str:
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        inner = "".join(_paragraph(report, report.document.blocks[i], marks) for i in cell.blocks)
        spans = "".join(
            f' {name}="{count}"' for name, count in (("rowspan", cell.rowspan), ("colspan", cell.colspan)) if count > 1
        )
        rows[cell.row].append(f"<td{spans}>{inner}</td>")
    return "<table>" + "".join(f"<tr>{''.join(cells)}</tr>" for cells in rows) + "</table>"


def _paragraph(report: Report, block: Block, marks: dict[int, str]) -> str:
    kind = {BlockKind.HEADING: "heading", BlockKind.MARGIN: "margin", BlockKind.NOTE: "note"}.get(block.kind)
    opening = f'<p class="{kind}">' if kind else "<p>"
    return opening + "".join(_marked(report, block.span, marks)) + "</p>"


def _marked(report: Report, span: Span, marks: dict[int, str]) -> Iterator[str]:
    text, at = report.document.text, span.start
    for index in _figures_in(report, span):
        figure = report.figures[index]
        start, end = max(figure.span.start, at), min(figure.span.end, span.end)
        if start >= end:
            continue
        focus = ' tabindex="0"' if "alone" not in marks[index] else ""
        yield escape(text[at:start])
        yield f'<span class="figure {marks[index]}" data-figure="{index}"{focus}>{escape(text[start:end])}</span>'
        at = end
    yield escape(text[at : span.end])


def _figures_in(report: Report, span: Span) -> Iterator[int]:
    i = bisect_left(report.figures, span.start, key=lambda figure: figure.span.start)
    while i < len(report.figures) and report.figures[i].span.start < span.end:
        yield i
        i += 1


def _classes(report: Report) -> dict[int, str]:
    """The style of each figure: its worst finding, else whether a relation that holds it was checked."""
    classes = dict.fromkeys(range(len(report.figures)), "alone")
    for relation in report.relations:
        if relation.verdict is Verdict.HOLDS:
            classes.update(dict.fromkeys(relation.claim.figures, "held"))
    for finding in sorted(report.findings, key=lambda finding: finding.severity.rank):
        for i in finding.figures:
            classes[i] = finding.severity.value + (" suspect" if i == finding.suspect else "")
    return classes


def _findings(report: Report) -> str:
    if not report.findings:
        return '<p class="none">Không thấy chỗ nào vênh trong các số được đối chiếu.</p>'
    return "<ol>" + "".join(_finding(report, finding) for finding in report.findings) + "</ol>"


def _finding(report: Report, finding: Finding) -> str:
    at = finding.suspect if finding.suspect is not None else (finding.figures[0] if finding.figures else -1)
    fix = f"<p>Sửa thành: <strong>{escape(finding.suggestion)}</strong></p>" if finding.suggestion else ""
    return (
        f'<li class="{finding.severity.value}" data-at="{at}" tabindex="0">'
        f"<h2>{finding.code} · {WORDS[finding.severity]} · {escape(place_of(report.document, finding.spans[0]))}</h2>"
        f"<p>{escape(finding.message)}</p>{fix}<small>mã {escape(finding.fingerprint)}</small></li>"
    )


def _data(report: Report) -> str:
    facts = [
        " ".join(
            part
            for part in (
                report.figures[i].span.of(report.document.text).strip(),
                f"({fact.label})" if fact.label else "",
                MEASURES[fact.measure],
                fact.period.label if fact.period else "",
            )
            if part
        )
        for i, fact in enumerate(report.facts)
    ]
    relations = [
        {"figures": relation.claim.figures, "verdict": relation.verdict.value, "words": relation_words(relation)}
        for relation in report.relations
    ]
    # "<" inside JSON could close the script element early.
    return json.dumps({"figures": facts, "relations": relations}, ensure_ascii=False).replace("<", "\\u003c")


def relation_words(relation: Relation) -> str:
    """What a relation claims, by which words, and whether it holds."""
    kind = _KINDS.get(relation.claim.kind, relation.claim.kind)
    cue = f" («{relation.claim.cue}»)" if relation.claim.cue else ""
    return f"{kind}{cue}: {_VERDICTS[relation.verdict]}"
