"""Where the reading river is joined: file → Document → figures → facts → relations and findings."""

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import DocgenError
from docgen.model.finding import Report
from docgen.model.text import Document, Notice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.checks.source import Source
    from docgen.knowledge.load import Knowledge


@dataclass(frozen=True, slots=True)
class Options:
    """What a call asks of the pipeline.

    `domain` is a folder of further domains; `as_rejected` reads tracked changes as if they were rejected. `select` and
    `ignore` are beginnings of codes; `baseline` is a file of findings that are known already. `against` are the sources
    that a draft is held against, `together` the documents of one period that are held against each other.
    """

    domain: Path | None = None
    as_rejected: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: Path | None = None
    against: tuple[str, ...] = ()
    together: tuple[str, ...] = ()

    @classmethod
    def of(cls, domain: str | None, as_rejected: bool = False) -> "Options":
        """The options of a call that only reads."""
        return cls(Path(domain) if domain else None, as_rejected)


@cache
def _knowledge(domain: Path | None) -> "Knowledge":
    from docgen.knowledge.load import load

    return load(domain)


def indicator_names(options: Options) -> dict[str, str]:
    """The labels of all known indicators by id, in the order of their domains."""
    return {name: indicator.label for name, indicator in _knowledge(options.domain).indicators.items()}


def read(path: str, options: Options) -> Document:
    """The document at `path`; `-` is standard input. Raises `DocgenError` where it cannot be read."""
    from docgen import readers

    return readers.read(Path(path), as_rejected=options.as_rejected)


def extract(path: str, options: Options | None = None) -> Report:
    """The figures of the document at `path` and what each measures; no relations and no findings."""
    options = options or Options()
    return extracted(read(path, options), options)


def extracted(document: Document, options: Options | None = None) -> Report:
    """The figures of a document that was read and what each measures."""
    from docgen.facts.bind import facts_of
    from docgen.figures.scan import figures_of

    options = options or Options()
    figures = figures_of(document)
    return Report(document, figures, facts_of(document, figures, _knowledge(options.domain)))


def check(path: str, options: Options | None = None) -> Report:
    """Everything known of the document at `path`, its findings included; accepted ones are in `suppressed`.

    A finding is accepted by `.docgen-bo-qua.toml` beside the document, by a comment in it or by the call's baseline.
    """
    options = options or Options()
    report = checked(read(path, options), options)
    if options.against:
        report = _compared(report, [_source(source, options) for source in options.against], together=False)
    if options.together:
        others = [_source(other, options) for other in options.together if other != path]
        report = _compared(report, others, together=True)
    return _sifted(report, path, options)


@lru_cache(maxsize=64)
def _source(path: str, options: Options) -> "Source":
    """What is known of a source; read once for all drafts of a call. A table that `extract` wrote is read back."""
    from docgen.checks.source import Source
    from docgen.outputs.earlier import earlier_facts, origin_of
    from docgen.outputs.place import place_of

    document = read(path, options)
    earlier = earlier_facts(document)
    known, origin = (earlier, origin_of(document)) if earlier else (extracted(document, options), {})
    places = []
    for figure in known.figures:
        told = origin.get(document.block_at(figure.span.start) or 0)
        places.append(place_of(document, figure.span) + (f" (lấy từ {told})" if told else ""))
    texts = tuple(" ".join(figure.span.of(document.text).split()) for figure in known.figures)
    return Source(Path(path).name, known.figures, known.facts, tuple(places), texts)


def _compared(report: Report, sources: "Sequence[Source]", *, together: bool) -> Report:
    """The report with what differs from the sources, and a notice that says how much was compared."""
    from docgen.checks.source import compare

    document = report.document
    told = compare(document, report.figures, report.facts, sources, together=together)
    said = f"{told.agreeing} số khớp, {told.differing} số khác"
    said += "" if together else f", {told.absent} số không có trong nguồn"
    notice = Notice("N120", f"đối chiếu với {', '.join(source.name for source in sources)}: {said}")
    document = replace(document, notices=(*document.notices, notice))
    return replace(report, document=document, findings=(*report.findings, *told.findings))


def _sifted(report: Report, path: str, options: Options) -> Report:
    from docgen.checks.suppress import chosen, read_baseline, sift, suppressions_beside

    accepted = suppressions_beside(Path(path)) if path != "-" else ()
    if options.baseline:
        accepted += read_baseline(_text(options.baseline), str(options.baseline))
    sifted = sift(chosen(report.findings, options.select, options.ignore), accepted)
    return _without_waived(replace(report, findings=sifted.findings, suppressed=sifted.suppressed))


def _without_waived(report: Report) -> Report:
    """The report without the findings that comments in the document itself accept."""
    from docgen.checks.remarks import not_understood, waived

    document = report.document
    if not document.remarks:
        return report
    gone = waived(report.findings, document.remarks)
    document = replace(document, notices=(*document.notices, *not_understood(document.remarks)))
    left = tuple(finding for finding in report.findings if finding not in gone)
    return replace(report, document=document, findings=left, suppressed=(*report.suppressed, *gone))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        hint = "kiểm tra đường dẫn của tệp"
        raise DocgenError("E521", "Tệp gốc không đọc được", where=str(path), seen=str(fault), hint=hint) from fault


def checked(document: Document, options: Options | None = None) -> Report:
    """Everything known of a document that was read, its findings included."""
    from docgen.checks import check as judge
    from docgen.commendation.documents import law_findings

    options = options or Options()
    known = extracted(document, options)
    relations, findings = judge(document, known.figures, known.facts, _knowledge(options.domain))
    return Report(document, known.figures, known.facts, relations, (*findings, *law_findings(document)))
