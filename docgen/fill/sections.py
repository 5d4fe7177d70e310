"""The document of one row → a section of a merged document, in which rows share no names and numbers."""

import posixpath
import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from docgen.fill.numbering import Numbering
from docgen.fill.package import CONTENT_TYPES
from docgen.fill.template import Template
from docgen.fill.wordml import PPR, SECTPR, WP, Element, P, R, W
from docgen.readers.ooxml import parse

BODY = "word/document.xml"
BOOKMARK = "docgenRecord"
_RELS = "word/_rels/document.xml.rels"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_NOTES = {"word/footnotes.xml": ("footnoteReference", "footnote"), "word/endnotes.xml": ("endnoteReference", "endnote")}
_OFFSET = 100_000  # between the numbers of two rows' notes, bookmarks and pictures
# The order in which Word wants the first properties of a section.
_SECTION = [W + name for name in ("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz")]
_SECTION += [W + name for name in ("pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols")]


@dataclass(slots=True)
class Record:
    """One row's document as a section: its tree, and the parts that are its own."""

    root: Element
    parts: dict[str, bytes] = field(default_factory=dict)

    @property
    def head(self) -> str:
        """The start of the body's part, up to its first block."""
        return self._whole()[0]

    @property
    def tail(self) -> str:
        """The end of the body's part, after its last block."""
        return self._whole()[2]

    def _whole(self) -> tuple[str, str, str]:
        from lxml import etree

        text = etree.tostring(self.root, encoding="unicode")
        start = text.index(">", text.index("<w:body")) + 1
        end = text.rindex("</w:body>")
        return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text[:start], text[start:end], text[end:]

    def content(self, *, is_last: bool) -> str:
        """The blocks; the last section's properties go into its last paragraph, unless it ends the document."""
        body = self.root.find(f"{W}body")
        section = body.find(SECTPR)
        if not is_last and section is not None:
            body.remove(section)
            _last_paragraph(body).append(section)
        return self._whole()[1]


def _last_paragraph(body: Element) -> Element:
    """The properties of the last paragraph, which must not end a section already."""
    last = body[-1] if len(body) else None
    if last is None or last.tag != P or last.find(f"{PPR}/{SECTPR}") is not None:
        last = body.makeelement(P, {})
        body.append(last)
    properties = last.find(PPR)
    if properties is None:
        properties = last.makeelement(PPR, {})
        last.insert(0, properties)
    return properties


class Setting:
    """What the sections of a merged document share, and what has to be added to it."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._package = template.package
        self._rels = self._optional(_RELS)
        self._targets = {each.get("Id"): each for each in self._rels.iter(_RELATION)} if self._rels is not None else {}
        self._first: Mapping[str, str] = {}
        self._overrides: list[tuple[str, str]] = []
        self._new_relations: list[dict[str, str]] = []
        self._notes = {name: self._tree(name) for name in _NOTES if name in self._package.members}
        self._numbering = Numbering(self._optional("word/numbering.xml"), self._optional("word/styles.xml"))
        self.rewritten = {CONTENT_TYPES, _RELS, BODY, *self._notes, *template.programs}
        self.rewritten |= {"word/numbering.xml"} if self._numbering.is_used else set()

    def _optional(self, name: str) -> Any:
        return self._tree(name) if name in self._package.members else None

    def _tree(self, name: str) -> Element:
        return parse(self._package.content(name), self._package.source, name)

    def record(self, number: int, texts: Mapping[str, str]) -> Record:
        """The section of the `number`th row."""
        if not self._first:
            self._first = texts
        body = texts[BODY].encode() if BODY in texts else self._package.content(BODY)
        record = Record(parse(body, self._package.source, BODY))
        self._own_parts(record, number, texts)
        self._own_links(record, number, texts)
        self._own_notes(record, number, texts)
        _renumber(record.root, number)
        self._numbering.restart(record.root, number)
        _begin(record.root, number)
        return record

    def _own_parts(self, record: Record, number: int, texts: Mapping[str, str]) -> None:
        for reference in record.root.iter(f"{W}headerReference", f"{W}footerReference"):
            relation = self._targets.get(reference.get(f"{R}id"))
            name = (
                posixpath.normpath(posixpath.join("word", relation.get("Target").lstrip("/")))
                if relation is not None
                else ""
            )
            if relation is None or name not in texts:
                continue
            own = name.replace(".xml", f"_{number}.xml")
            record.parts[own] = texts[name].encode()
            rels = f"word/_rels/{posixpath.basename(name)}.rels"
            if rels in self._package.members:
                own_rels = f"word/_rels/{posixpath.basename(own)}.rels"
                record.parts[own_rels] = texts[rels].encode() if rels in texts else self._package.content(rels)
            key = f"{relation.get('Id')}r{number}"
            reference.set(f"{R}id", key)
            if own not in {each for each, _ in self._overrides[-20:]}:
                self._overrides.append((own, name))
                self._new_relations.append({**dict(relation.attrib), "Id": key, "Target": posixpath.basename(own)})

    def _own_links(self, record: Record, number: int, texts: Mapping[str, str]) -> None:
        if _RELS not in texts:
            return
        own = {}
        for each in parse(texts[_RELS].encode(), self._package.source, _RELS).iter(_RELATION):
            before = self._targets.get(each.get("Id"))
            if before is not None and before.get("Target") != each.get("Target"):
                own[each.get("Id")] = f"{each.get('Id')}r{number}"
                self._new_relations.append({**dict(each.attrib), "Id": own[each.get("Id")]})
        for element in record.root.iter(f"{W}hyperlink"):
            if element.get(f"{R}id") in own:
                element.set(f"{R}id", own[element.get(f"{R}id")])

    def _own_notes(self, record: Record, number: int, texts: Mapping[str, str]) -> None:
        for name, (reference_tag, note_tag) in _NOTES.items():
            used = list(record.root.iter(W + reference_tag))
            if name not in self._notes or not used:
                continue
            source = parse(texts[name].encode(), self._package.source, name) if name in texts else self._tree(name)
            by_id = {each.get(f"{W}id"): each for each in source.iter(W + note_tag)}
            combined = self._notes[name]
            if number == 1:
                for each in list(combined.iter(W + note_tag)):
                    if each.get(f"{W}type") in (None, "normal"):
                        combined.remove(each)
            for reference in used:
                old = reference.get(f"{W}id")
                new = str(int(old) + number * _OFFSET)
                reference.set(f"{W}id", new)
                note = deepcopy(by_id[old])
                note.set(f"{W}id", new)
                combined.append(note)

    def shared_parts(self) -> dict[str, bytes]:
        """The parts that all sections share, with what the sections added."""
        from lxml import etree

        parts = {name: self._first[name].encode() for name in self._first if name.startswith("docProps/")}
        types = self._tree(CONTENT_TYPES)
        kinds = {each.get("PartName"): each.get("ContentType") for each in types}
        for own, name in self._overrides:
            attributes = {"PartName": f"/{own}", "ContentType": kinds[f"/{name}"]}
            types.append(types.makeelement(types.tag[: types.tag.index("}") + 1] + "Override", attributes))
        tagged = {f"/{name}" for _, name in self._overrides}
        for each in [each for each in types if each.get("PartName") in tagged]:
            types.remove(each)
        roots: dict[str, Any] = {CONTENT_TYPES: types, **self._notes}
        if self._rels is not None:
            self._drop_spent(tagged)
            for attributes in self._new_relations:
                self._rels.append(self._rels.makeelement(_RELATION, attributes))
            roots[_RELS] = self._rels
        if self._numbering.is_used:
            roots["word/numbering.xml"] = self._numbering.root
        for name, root in roots.items():
            parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return parts

    def _drop_spent(self, tagged: set[str]) -> None:
        """Takes out the relations to parts that every section now has of its own."""
        added = {each["Id"].rpartition("r")[0] for each in self._new_relations}
        for key, each in self._targets.items():
            target = "/" + posixpath.normpath(posixpath.join("word", each.get("Target", "")))
            if target in tagged or (key in added and each.get("TargetMode") == "External"):
                self._rels.remove(each)


def _renumber(root: Element, number: int) -> None:
    """Gives bookmarks and pictures numbers and names that no other section has."""
    if number == 1:
        return
    shift = number * _OFFSET
    renamed = {}
    for mark in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        mark.set(f"{W}id", str(_number(mark.get(f"{W}id")) + shift))
        name = mark.get(f"{W}name")
        if name:
            renamed[name] = f"{name[:30]}_{number}"
            mark.set(f"{W}name", renamed[name])
    for picture in root.iter(f"{WP}docPr"):
        picture.set("id", str(_number(picture.get("id")) + shift))
    if renamed:
        for link in root.iter(f"{W}hyperlink"):
            anchor = link.get(f"{W}anchor")
            if anchor in renamed:
                link.set(f"{W}anchor", renamed[anchor])
        pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, renamed)) + r")\b")
        for instruction in root.iter(f"{W}instrText"):
            instruction.text = pattern.sub(lambda match: renamed[match.group()], instruction.text or "")


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _begin(root: Element, number: int) -> None:
    """The section begins on a page of its own, numbered 1, at a bookmark that tells which row it is."""
    body = root.find(f"{W}body")
    section = next(root.iter(SECTPR), None)
    if section is None:
        section = body.makeelement(SECTPR, {})
        body.append(section)
    _section_property(section, "type").set(f"{W}val", "nextPage")
    _section_property(section, "pgNumType").set(f"{W}start", "1")
    first = next(body.iter(P), None)
    if first is None:
        first = body.makeelement(P, {})
        body.insert(0, first)
    place = 1 if first.find(PPR) is not None else 0
    for offset, tag in enumerate(("bookmarkStart", "bookmarkEnd")):
        mark = first.makeelement(W + tag, {f"{W}id": str(_OFFSET * number + _OFFSET - 1)})
        if tag == "bookmarkStart":
            mark.set(f"{W}name", f"{BOOKMARK}{number}")
        first.insert(place + offset, mark)


def _section_property(section: Element, name: str) -> Element:
    found = section.find(W + name)
    if found is None:
        found = section.makeelement(W + name, {})
        earlier = _SECTION[: _SECTION.index(W + name)]
        section.insert(sum(1 for each in section if each.tag in earlier), found)
    return found
