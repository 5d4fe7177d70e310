"""The comments of a Word package: the ones it has stay, new ones are added."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from docgen.readers.package import WordFile

_TYPES = "[Content_Types].xml"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: its author's name and initials, and its text, a paragraph a line."""

    author: str
    initials: str
    text: str


class Comments:
    """The comments part of `word`, made where there is none. `added` counts the new ones."""

    def __init__(self, word: WordFile, now: datetime) -> None:
        self.word = word
        self.now = now.replace(microsecond=0).isoformat()
        self.added = 0
        main = word.tree(word.main)
        self.w = str(main.tag).rpartition("}")[0] + "}"
        found = [member for kind, member in word.targets(word.main).values() if kind == "comments"]
        self.is_new = not found
        folder = word.main.rpartition("/")[0]
        self.member = found[0] if found else (f"{folder}/comments.xml" if folder else "comments.xml")
        self.root: Any = (
            word.tree(self.member) if found else main.makeelement(f"{self.w}comments", {}, nsmap={"w": self.w[1:-1]})
        )
        numbers = [int(number) for each in self.root if (number := each.get(f"{self.w}id", "")).isdigit()]
        self._next = max(numbers, default=-1) + 1

    def add(self, comment: Comment) -> int:
        """Adds a comment; gives back its id."""
        w, number = self.w, self._next
        self._next += 1
        self.added += 1
        attributes = {
            f"{w}id": str(number),
            f"{w}author": comment.author,
            f"{w}date": self.now,
            f"{w}initials": comment.initials,
        }
        element = self.root.makeelement(f"{w}comment", attributes)
        for line in comment.text.split("\n"):
            text = element.makeelement(f"{w}t", {})
            text.text = line
            run = element.makeelement(f"{w}r", {})
            run.append(text)
            paragraph = element.makeelement(f"{w}p", {})
            paragraph.append(run)
            element.append(paragraph)
        self.root.append(element)
        return number

    def members(self) -> Iterator[tuple[str, bytes]]:
        """The members to be written; none where no comment was added."""
        if not self.added:
            return
        yield self.member, part_bytes(self.root)
        if self.is_new:
            yield self._relationships()
            yield self._content_types()

    def _relationships(self) -> tuple[str, bytes]:
        folder, _, base = self.word.main.rpartition("/")
        member = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
        if member in self.word.archive.names:
            root = self.word.tree(member)
        else:
            space = "http://schemas.openxmlformats.org/package/2006/relationships"
            root = self.root.makeelement(f"{{{space}}}Relationships", {}, nsmap={None: space})
        taken = {each.get("Id") for each in root}
        free = next(f"rIdDocgen{number}" for number in range(len(taken) + 1) if f"rIdDocgen{number}" not in taken)
        strict = "purl.oclc.org" in self.w
        base_type = (
            "http://purl.oclc.org/ooxml/officeDocument/relationships"
            if strict
            else "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        )
        tag = _beside(root, "Relationship")
        target = self.member.rpartition("/")[2]
        root.append(root.makeelement(tag, {"Id": free, "Type": f"{base_type}/comments", "Target": target}))
        return member, part_bytes(root)

    def _content_types(self) -> tuple[str, bytes]:
        root = self.word.tree(_TYPES)
        tag = _beside(root, "Override")
        root.append(root.makeelement(tag, {"PartName": f"/{self.member}", "ContentType": _CONTENT_TYPE}))
        return _TYPES, part_bytes(root)


def _beside(root: Any, name: str) -> str:
    """The tag of that name in the namespace of `root`, or in none."""
    tag = str(root.tag)
    return tag[: tag.rfind("}") + 1] + name


def part_bytes(root: Any) -> bytes:
    """An XML part as a package holds it."""
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
