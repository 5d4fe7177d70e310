"""One XML part of a template → one Jinja source, with the place of each of its tags."""

import re
import urllib.parse
from dataclasses import dataclass, field, replace

from docgen.fill import cells, lifting, mergefield
from docgen.fill.expression import with_joined_names
from docgen.fill.marks import Marks
from docgen.fill.paragraph import Edit, edit, join_next, pieces_of, text_of_pieces
from docgen.fill.problems import Problem
from docgen.fill.repair import fence
from docgen.fill.sandbox import BLOCK, BLOCK_END, VALUE, VALUE_END
from docgen.fill.structure import mismatches
from docgen.fill.tags import OPENERS, Found, Place, Tag, Unclosed, scan
from docgen.fill.wordml import WP, Element, P, T, W, drop, table_place, with_usual_prefix
from docgen.readers.ooxml import parse

_NOISE = frozenset(W + name for name in ("proofErr", "lastRenderedPageBreak"))
_TRACES = re.compile(r"\}(?:rsid\w*|paraId|textId)$")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MOST_JOINS = 20


@dataclass(slots=True)
class PartSource:
    """A part as a Jinja source. `lines` gives the tag that begins in a line of the source; `fences` what to repair."""

    name: str
    source: str
    tags: list[Tag]
    lines: dict[int, Tag]
    fences: frozenset[str] = frozenset()
    namespaces: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def source_of(data: bytes, source: str, name: str, label: str) -> PartSource | None:
    """The part as a Jinja source; `None` where it has no tag and no merge field."""
    if b"{" not in data and b"_}" not in data and b"MERGEFIELD" not in data.upper():
        return None
    root = with_usual_prefix(parse(data, source, name))
    marks = Marks(data.decode("utf-8", "replace"))
    problems: list[Problem] = []
    places = {
        paragraph: Place(label, number, "", table_place(paragraph))
        for number, paragraph in enumerate(list(root.iter(P)), 1)
    }
    touched = False
    for paragraph, place in places.items():
        if paragraph.getparent() is not None:
            place = replace(place, text=text_of_pieces(pieces_of(paragraph)))
            merged = mergefield.take_merge_fields(paragraph, marks, place)
            touched = _heal(paragraph, marks, place, problems) or merged or touched
    if not touched and not problems:
        return None
    _strip_noise(root)
    problems += cells.change_cells(root, marks)
    problems += lifting.lift(root, marks)
    _free_controls(root, marks)
    _number_pictures(root, marks)
    problems += mismatches(root, marks)
    fences = fence(root, marks)
    return _emitted(root, marks, name, fences, problems)


def _heal(paragraph: Element, marks: Marks, place: Place, problems: list[Problem]) -> bool:
    """Puts one mark in the place of each tag of the paragraph; whether there was anything to do."""
    for _ in range(_MOST_JOINS):
        pieces = pieces_of(paragraph)
        text = text_of_pieces(pieces)
        found, unclosed = scan(text)
        if not _joined_with_next(paragraph, text, found, unclosed):
            break
        place = replace(place, text=text_of_pieces(pieces_of(paragraph)))
    problems += [_never_closed(each, text, place) for each in unclosed]
    edits = []
    for each in found:
        if each.tag is None:
            edits.append(Edit(each.start, each.end))
            continue
        start, end = _stretch(each, text)
        edits += (Edit(start, each.start), Edit(each.end, end))
        edits.append(Edit(each.start, each.end, _mark(each.tag, marks, place)))
    edit(pieces, edits)
    if any(each.tag and each.tag.joins_before and not text[: each.start].strip() for each in found[:1]):
        previous = paragraph.getprevious()
        if previous is not None and previous.tag == P:
            join_next(previous, paragraph)
    return bool(found)


def _mark(tag: Tag, marks: Marks, place: Place) -> str:
    body = with_joined_names(tag.body, is_block=tag.kind == "block")
    level = "" if tag.kind == "value" else tag.level
    if tag.kind == "comment" and not level:
        return ""
    return marks.mark(replace(tag, body=body, level=level, place=place))


def _stretch(found: Found, text: str) -> tuple[int, int]:
    """Where a tag with `-` begins and ends once the breaks on that side are its own."""
    start, end = found.start, found.end
    if found.tag and found.tag.joins_before:
        start = len(text[:start].rstrip("\n\t\f"))
    if found.tag and found.tag.joins_after:
        end = len(text) - len(text[end:].lstrip("\n\t\f"))
    return start, end


def _joined_with_next(paragraph: Element, text: str, found: list[Found], unclosed: list[Unclosed]) -> bool:
    """Joins the next paragraph to this one where a tag runs over both, or `-%}` asks for it."""
    following = paragraph.getnext()
    if following is None or following.tag != P:
        return False
    last = found[-1] if found else None
    wants = last is not None and last.tag is not None and last.tag.joins_after and not text[last.end :].strip()
    if not wants and unclosed and unclosed[-1].end == len(text):
        closer = OPENERS[unclosed[-1].opener]
        rest = text_of_pieces(pieces_of(following))
        close, opening = rest.find(closer), rest.find("{")
        wants = close >= 0 and not 0 <= opening < close
    if wants:
        join_next(paragraph, following)
    return bool(wants)


def _never_closed(unclosed: Unclosed, text: str, place: Place) -> Problem:
    closer = OPENERS[unclosed.opener]
    return Problem(
        "E310",
        f"thẻ mở bằng {unclosed.opener} nhưng không có {closer} đóng lại",
        place,
        text[unclosed.start : unclosed.end][:60],
        f"thêm {closer} vào cuối thẻ, trong cùng một đoạn",
    )


def _strip_noise(root: Element) -> None:
    """Takes out what Word writes for itself: editing sessions, spelling marks, cached page breaks."""
    for element in list(root.iter(*_NOISE)):
        drop(element)
    for element in root.iter():
        for name in [name for name in element.attrib if _TRACES.search(name)]:
            del element.attrib[name]


def _free_controls(root: Element, marks: Marks) -> None:
    """Cuts content controls that hold a tag from the data store that would write over the value when Word opens it."""
    pattern = re.compile(marks.pattern)
    for control in root.iter(f"{W}sdt"):
        properties = control.find(f"{W}sdtPr")
        if properties is not None and any(pattern.search(each.text or "") for each in control.iter(T)):
            for name in ("dataBinding", "showingPlcHdr"):
                for each in properties.findall(W + name):
                    properties.remove(each)


def _number_pictures(root: Element, marks: Marks) -> None:
    """Gives pictures that a loop may repeat a number of their own each time, since Word wants no two alike."""
    if any(tag.statement == "for" for tag in marks.tags):
        for picture in root.iter(f"{WP}docPr"):
            picture.set("id", marks.made("serial()", Place("")))


def _emitted(root: Element, marks: Marks, name: str, fences: frozenset[str], problems: list[Problem]) -> PartSource:
    from lxml import etree

    text = _DECLARATION + etree.tostring(root, encoding="unicode")
    lines: dict[int, Tag] = {}
    tags: list[Tag] = []
    out: list[str] = []
    line = 1
    for piece in re.split(f"({marks.pattern})", text):
        tag = marks.tag(piece) if len(piece) == 1 else None
        if tag is not None:
            if tag.kind == "comment":
                continue
            lines[line] = tag
            tags.append(tag)
            piece = jinja(tag)
        out.append(piece)
        line += piece.count("\n")
    namespaces = {prefix: address for prefix, address in root.nsmap.items() if prefix}
    return PartSource(name, "".join(out), tags, lines, fences, namespaces, problems)


def jinja(tag: Tag) -> str:
    """The tag as Jinja reads it, in exactly one line of its own."""
    if tag.kind == "fence":
        return tag.body
    body = tag.body.replace("\n", " ")
    return f"{BLOCK} {body}\n{BLOCK_END}" if tag.kind == "block" else f"{VALUE} {body}\n{VALUE_END}"


def properties_source(data: bytes, source: str, name: str) -> PartSource | None:
    """The document's properties as a Jinja source; `None` where they hold no tag."""
    if b"{" not in data:
        return None
    root = parse(data, source, name)
    marks = Marks(data.decode("utf-8", "replace"))
    problems: list[Problem] = []
    for element in root.iter():
        if isinstance(element.tag, str) and element.text and not len(element):
            label = f"thuộc tính tài liệu ({element.tag.rpartition('}')[2]})"
            element.text = _flat_marks(element.text, marks, label, "flat", problems)
    return _emitted(root, marks, name, frozenset(), problems) if marks.tags or problems else None


def relations_source(data: bytes, source: str, name: str) -> PartSource | None:
    """The addresses of hyperlinks as a Jinja source; `None` where they hold no tag. Word writes `{` there as `%7B`."""
    if b"{{" not in data and b"%7B%7B" not in data.upper():
        return None
    root = parse(data, source, name)
    marks = Marks(data.decode("utf-8", "replace"))
    problems: list[Problem] = []
    for relation in root:
        target = relation.get("Target", "")
        if relation.get("TargetMode") == "External" and ("{{" in target or "%7B%7B" in target.upper()):
            plain = urllib.parse.unquote(target)
            into = "whole_address" if plain.lstrip().startswith("{{") else "address"
            relation.set("Target", _flat_marks(plain, marks, "địa chỉ liên kết", into, problems))
    return _emitted(root, marks, name, frozenset(), problems) if marks.tags or problems else None


def _flat_marks(text: str, marks: Marks, label: str, into: str, problems: list[Problem]) -> str:
    """The text with marks for its tags, whose values are written by the filter `into`."""
    found, unclosed = scan(text)
    place = Place(label, text=text)
    problems += [_never_closed(each, text, place) for each in unclosed]
    for index, each in reversed(list(enumerate(found))):
        mark = ""
        if each.tag:
            tag = each.tag
            body = with_joined_names(tag.body, is_block=tag.kind == "block")
            if tag.kind == "value" and body:
                body = f"({body})|{into if index == 0 else into.removeprefix('whole_')}|flat"
            mark = marks.mark(replace(tag, body=body, level="", place=place)) if tag.kind != "comment" else ""
        text = text[: each.start] + mark + text[each.end :]
    return text
