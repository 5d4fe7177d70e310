"""A Word package → its parts: the roots that hold text, its styles, and the places of its blocks.

Whatever later marks characters in the file finds them here: `runs_at(anchor)` gives the pieces a block was read from.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from docgen.errors import DocgenError
from docgen.model.text import Anchor
from docgen.readers.archive import Archive
from docgen.readers.grid import cells_of, rows_of
from docgen.readers.ooxml import Element, child, children, name, parse, value
from docgen.readers.runs import DELETED, INSERTED, Piece, chosen, runs_of, shifted
from docgen.readers.styles import Styles

_FLATTENED = frozenset({"sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo", "smartTag"})
_NOT_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass
class WordFile:
    """An opened Word package. `as_rejected` reads tracked changes as if they were rejected, not accepted."""

    source: str
    data: bytes
    as_rejected: bool = False
    _trees: dict[str, Element] = field(default_factory=dict)

    @cached_property
    def archive(self) -> Archive:
        """The package's members."""
        return Archive(self.source, self.data)

    def tree(self, member: str) -> Element:
        """The root of an XML member, parsed once."""
        if member not in self._trees:
            self._trees[member] = parse(self.archive.read(member), self.source, member)
        return self._trees[member]

    def targets(self, member: str) -> dict[str, tuple[str, str]]:
        """The members that `member` points at: relationship id → (last word of its type, name of the member)."""
        folder, base = posixpath.split(member)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        if rels not in self.archive.names:
            return {}
        found = {}
        for each in children(self.tree(rels), "Relationship"):
            if each.get("TargetMode") != "External":
                target = each.get("Target", "")
                path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                if path in self.archive.names:
                    found[each.get("Id", "")] = (each.get("Type", "").rpartition("/")[2], path)
        return found

    @cached_property
    def main(self) -> str:
        """The name of the main document's member; `DocgenError` where the package is no Word file."""
        for kind, member in self.targets("").values():
            if kind == "officeDocument" and name(self.tree(member)) == "document":
                return member
        raise DocgenError(
            "E108",
            "gói nén này không phải tệp Word",
            where=self.source,
            hint="mở tệp bằng đúng phần mềm đã tạo ra nó rồi lưu thành .docx",
        )

    @cached_property
    def styles(self) -> Styles:
        """The styles and the numbering."""
        of_kind = dict(self.targets(self.main).values())
        trees = [self.tree(of_kind[kind]) if kind in of_kind else None for kind in ("styles", "numbering")]
        return Styles(trees[0], trees[1])

    @cached_property
    def parts(self) -> dict[str, tuple[str, Element]]:
        """The roots that hold blocks, in reading order: part of an anchor → (member, root)."""
        body = child(self.tree(self.main), "body")
        if body is None:
            return {}
        targets = self.targets(self.main)
        margins = {member: kind for kind, member in self._margins(body, targets)}
        notes = [(kind, member) for kind, member in targets.values() if kind in ("footnotes", "endnotes")]
        roots = {"body": (self.main, body)}
        members = [self.main, *(member for _, member in notes), *margins]
        boxes = ((member, box) for member in members for box in _boxes(self.tree(member), self.hidden))
        roots |= {f"textbox:{number}": box for number, box in enumerate(boxes)}
        for kind, member in sorted(notes, reverse=True):  # footnotes before endnotes
            for note in self.tree(member):
                if value(note, "type") not in _NOT_NOTES and name(note) == kind[:-1]:
                    roots[f"{kind[:-1]}:{value(note, 'id')}"] = (member, note)
        for wanted in ("header", "footer"):
            of_kind = [member for member, kind in margins.items() if kind == wanted]
            roots |= {f"{wanted}:{number}": (member, self.tree(member)) for number, member in enumerate(of_kind)}
        return roots

    @property
    def hidden(self) -> frozenset[str]:
        """The names of the tracked changes that are not read."""
        return INSERTED if self.as_rejected else DELETED

    @property
    def has_changes(self) -> bool:
        """Whether anything in the parts that hold text is a tracked change."""
        members = {member for member, _ in self.parts.values()}
        return any(next(self.tree(each).iter("{*}ins", "{*}del", "{*}moveFrom"), None) is not None for each in members)

    @staticmethod
    def _margins(body: Element, targets: dict[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """The headers and footers in the order in which the sections name them."""
        for section in body.iter("{*}sectPr"):
            for reference in section:
                if name(reference) in ("headerReference", "footerReference"):
                    id = next((text for key, text in reference.attrib.items() if key.endswith("}id")), "")
                    if id in targets:
                        yield targets[id]

    def siblings(self, container: Element) -> list[Element]:
        """The paragraphs and tables of a container, through content controls; a place is an index in this list."""
        return list(_flattened(container))

    def paragraph_at(self, anchor: Anchor) -> tuple[list[Element], int]:
        """The siblings among which the anchor's paragraph stands, and its place."""
        siblings = self.siblings(self.parts[anchor.part][1])
        path = anchor.path
        while len(path) > 1:
            block, row, column, *path = path  # type: ignore[assignment]
            rows = rows_of(siblings[block], self.hidden)
            siblings = self.siblings(next(tc for start, _, tc in cells_of(rows[row]) if start == column))
        return siblings, path[0]

    def runs_at(self, anchor: Anchor) -> list[Piece]:
        """The pieces of the block at `anchor`, whose characters are the block's text."""
        return self.pieces(*self.paragraph_at(anchor))[0]

    def pieces(self, siblings: list[Element], place: int) -> tuple[list[Piece], int]:
        """The pieces of the paragraph at `place`, and the place after it.

        Where the mark between two paragraphs was deleted, the next one is read on with it.
        """
        pieces: list[Piece] = []
        while True:
            paragraph = siblings[place]
            length = pieces[-1].end if pieces else 0
            found = runs_of(paragraph, as_rejected=self.as_rejected, font_of=self.styles.font_of(paragraph))
            pieces += shifted(found, length) if length else found
            place += 1
            runs_on = self._mark_is_gone(paragraph) and place < len(siblings) and name(siblings[place]) == "p"
            if not runs_on:
                return pieces, place

    def _mark_is_gone(self, paragraph: Element) -> bool:
        mark = child(paragraph, "pPr", "rPr")
        return mark is not None and any(name(each) in self.hidden for each in mark)


def _flattened(container: Element) -> Iterator[Element]:
    for each in container:
        kind = name(each)
        if kind in ("p", "tbl"):
            yield each
        elif kind in _FLATTENED:
            yield from _flattened(each)
        elif kind == "AlternateContent":
            yield from _flattened(chosen(each))


def _boxes(root: Element, hidden: frozenset[str]) -> Iterator[Element]:
    """The text boxes of a part, each once: the fallback of an alternative repeats the choice."""
    for box in root.iter("{*}txbxContent"):
        inner = box
        for outer in box.iterancestors():
            kind = name(outer)
            if kind in hidden or (kind == "AlternateContent" and chosen(outer) is not inner):
                break
            inner = outer
        else:
            yield box
