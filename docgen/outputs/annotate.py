"""Report → a copy of the Word file with a comment on exactly the characters of each suspected figure.

Only the parts that get a mark, the comments and what points at them are written anew; every other member of the
package is copied as the bytes it is. Marks in page headers and footers, which Word does not allow, go to the first
paragraph of the body, and the comment says which place it means.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from docgen.atomic import new_file
from docgen.errors import DocgenError
from docgen.fill.package import joined, open_package
from docgen.model.finding import Finding, Report
from docgen.model.text import Anchor, Block, Span
from docgen.outputs.comments import Comment, Comments, part_bytes
from docgen.outputs.place import place_of
from docgen.outputs.ranges import mark
from docgen.outputs.terminal import WORDS
from docgen.readers.docx import word_file
from docgen.readers.package import WordFile
from docgen.readers.runs import Piece, text_of


def annotate_file(
    source: str, report: Report, out: str | Path, *, force: bool = False, as_rejected: bool = False
) -> int:
    """`annotate` for the file at the path `source`."""
    return annotate(Path(source).read_bytes(), source, report, out, force=force, as_rejected=as_rejected)


def annotate(
    data: bytes,
    source: str,
    report: Report,
    out: str | Path,
    *,
    force: bool = False,
    as_rejected: bool = False,
    now: datetime | None = None,
) -> int:
    """Writes the annotated copy of the Word file `data` to `out`, atomically; gives back how many comments it got.

    `report` must have been read from the same bytes, with tracked changes rejected where `as_rejected` says so. `now`
    stamps the comments. Raises `DocgenError` E410 where the document is no .docx, E411 where it is no longer what was
    checked, E401 where `out` exists and `force` is not given.
    """
    if not data.startswith(b"PK") or not report.document.source:
        raise DocgenError("E410", "chỉ ghi nhận xét được vào tệp .docx", where=source, hint="lưu bản thảo thành .docx")
    word = word_file(data, source, as_rejected=as_rejected)
    comments = Comments(word, now or datetime.now())
    marks = _Marks(word, report, comments)
    for finding in report.findings:
        marks.tell(finding)
    marks.place_all()
    package = open_package(data, source)
    for member, content in (*marks.changed(), *comments.members()):
        package.replace(member, content)
    with new_file(out, force=force) as temporary:
        temporary.write_bytes(joined(list(package.members.values())))
    return comments.added


@dataclass(slots=True)
class _Marks:
    """The comments to be anchored, gathered by block, so that each block is cut once from its end to its start."""

    word: WordFile
    report: Report
    comments: Comments
    wanted: dict[Anchor, list[tuple[int, int, int]]] = field(default_factory=dict)  # block → (start, end, comment id)
    touched: set[str] = field(default_factory=set)

    def tell(self, finding: Finding) -> None:
        """Adds the comments of one finding: on the suspect, or on each figure where the suspect cannot be told."""
        if finding.suspect is not None:
            spans = [self.report.figures[finding.suspect].span]
        else:
            spans = [self.report.figures[i].span for i in finding.figures] or list(finding.spans)
        for span in dict.fromkeys(spans):
            block = self._block(span)
            text = comment_text(self.report, finding, span)
            if block.anchor.part.startswith(("header", "footer")):
                text = f"({place_of(self.report.document, span)}) {text}"
                block, span = self._first_of_body()
            number = self.comments.add(Comment(f"docgen ({WORDS[finding.severity]})", finding.code, text))
            place = (span.start - block.span.start, span.end - block.span.start, number)
            self.wanted.setdefault(block.anchor, []).append(place)

    def place_all(self) -> None:
        """Cuts the runs and sets the marks, in every block that has any."""
        pieces = {anchor: self.word.runs_at(anchor) for anchor in self.wanted}  # all, before any run is cut
        blocks = {block.anchor: block for block in self.report.document.blocks}
        for anchor, places in self.wanted.items():
            self._demand_unchanged(blocks[anchor], pieces[anchor])
            for start, end, number in sorted(places, reverse=True):
                mark(pieces[anchor], start, end, number)
            self.touched.add(self.word.parts[anchor.part][0])

    def changed(self) -> Iterator[tuple[str, bytes]]:
        """The members that got marks, as bytes."""
        for member in sorted(self.touched):
            yield member, part_bytes(self.word.tree(member))

    def _demand_unchanged(self, block: Block, pieces: list[Piece]) -> None:
        """Refuses a file that is no longer the one that was checked (E411)."""
        document = self.report.document
        if text_of(pieces) != document.text_of(block):
            raise DocgenError(
                "E411",
                "tệp đã thay đổi trong khi đang soát, chưa ghi nhận xét",
                where=document.source,
                hint="đóng tệp trong Word, rồi soát lại",
            )

    def _block(self, span: Span) -> Block:
        index = self.report.document.block_at(span.start)
        if index is None:
            raise ValueError(f"no block holds {span}")
        return self.report.document.blocks[index]

    def _first_of_body(self) -> tuple[Block, Span]:
        block = next(block for block in self.report.document.blocks if block.anchor.part == "body")
        return block, block.span


def comment_text(report: Report, finding: Finding, span: Span) -> str:
    """What a comment says: the message, the cure, and every other figure concerned with its place."""
    lines = [finding.message]
    if finding.suggestion:
        lines.append(f"Sửa thành: {finding.suggestion}")
    others = [report.figures[i].span for i in finding.figures if report.figures[i].span != span]
    if others:
        told = (f"{_flat(other, report)} ({place_of(report.document, other)})" for other in others)
        lines.append("Đối chiếu với: " + "; ".join(told))
    lines.append(f"{finding.code} · mã {finding.fingerprint}")
    return "\n".join(lines)


def _flat(span: Span, report: Report) -> str:
    return " ".join(span.of(report.document.text).split())
