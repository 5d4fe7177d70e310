"""Whether the block tags of a part open and close in pairs, and in places where either branch leaves sound XML."""

import re
from collections.abc import Iterator

from docgen.fill.expression import STATEMENTS
from docgen.fill.marks import Marks
from docgen.fill.problems import Problem
from docgen.fill.tags import Tag
from docgen.fill.wordml import Element
from docgen.knowledge.match import nearest

PAIRS = {f"end{name}": name for name in ("for", "if", "set", "with", "macro", "call", "filter", "raw", "block")}
_MIDDLES = {"else": ("if", "for"), "elif": ("if",)}
_REFUSED = frozenset({"include", "import", "from", "extends", "autoescape", "endautoescape"})
_ALONE = frozenset({"vm", "hm", "colspan", "cellbg", "do"})
Chain = tuple[str, ...]


def mismatches(root: Element, marks: Marks) -> list[Problem]:
    """The block tags that do not match: unknown, without partner, or with the partner at another level of the file."""
    problems: list[Problem] = []
    opened: list[tuple[Tag, Chain]] = []
    for tag, chain in placed_tags(root, marks):
        if tag.kind != "block":
            continue
        statement = tag.statement
        if statement in PAIRS or statement in _MIDDLES:
            wanted = _MIDDLES.get(statement) or (PAIRS[statement],)
            if not opened or opened[-1][0].statement not in wanted:
                problems.append(_stray(tag, opened[-1][0] if opened else None))
                continue
            opener, opener_chain = opened[-1]
            if chain != opener_chain:
                problems.append(_crossed(opener, tag))
            if statement in PAIRS:
                opened.pop()
        elif _opens(tag):
            opened.append((tag, chain))
        else:
            problems += _unknown(tag)
    return problems + [_never_ended(tag) for tag, _ in opened]


def placed_tags(root: Element, marks: Marks) -> Iterator[tuple[Tag, Chain]]:
    """The tags in the order in which the file is written, each with the names of the elements around it."""
    from lxml import etree

    pattern = re.compile(marks.pattern)
    chain: list[str] = []

    def tags(text: str | None) -> Iterator[tuple[Tag, Chain]]:
        for char in pattern.findall(text or ""):
            tag = marks.tag(char)
            if tag is not None:
                yield tag, tuple(chain)

    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            chain.append(str(element.tag))
            for value in element.attrib.values():
                yield from tags(value)
            yield from tags(element.text)
        else:
            chain.pop()
            if element is not root:
                yield from tags(element.tail)


def _opens(tag: Tag) -> bool:
    statement = tag.statement
    return statement in PAIRS.values() and not (statement == "set" and "=" in tag.body)


def _unknown(tag: Tag) -> list[Problem]:
    statement = tag.statement
    if (statement == "set" and "=" in tag.body) or statement in _ALONE:
        return []
    if statement in _REFUSED:
        hint = "mẫu phải tự đủ trong một tệp; chép nội dung vào mẫu"
        return [Problem("E314", f"không cho phép lệnh {statement} trong mẫu", tag.place, tag.written, hint)]
    near = nearest(statement, sorted(STATEMENTS - _REFUSED), least=60) if statement else []
    hint = f"có phải là «{near[0][0]}» không?" if near else "các lệnh: for, if, elif, else, set, with và end… của chúng"
    message = f"không có lệnh «{statement}»" if statement else "thẻ lệnh để trống"
    return [Problem("E313", message, tag.place, tag.written, hint)]


def _stray(tag: Tag, opener: Tag | None) -> Problem:
    seen = f"; đang mở là {opener.written} ở {opener.place}" if opener else ""
    wanted = " hoặc ".join(_MIDDLES.get(tag.statement) or (PAIRS[tag.statement],))
    return Problem(
        "E315",
        f"{tag.statement} không có {wanted} mở trước nó{seen}",
        tag.place,
        tag.written,
        f"thêm thẻ {wanted} tương ứng, hoặc xóa thẻ này",
    )


def _never_ended(tag: Tag) -> Problem:
    ending = f"end{tag.statement}"
    level = tag.level
    return Problem(
        "E316",
        f"{tag.statement} mở mà không có {ending} đóng lại",
        tag.place,
        tag.written,
        f"thêm {{%{level} {ending} %}} sau phần cần lặp hoặc cần điều kiện",
    )


def _crossed(opener: Tag, closer: Tag) -> Problem:
    return Problem(
        "E317",
        f"thẻ mở {opener.written} ở {opener.place} và thẻ này không cùng một cấp (ô, hàng, đoạn)",
        closer.place,
        closer.written,
        "dùng cùng một loại thẻ cho cả hai: {%p …%} cho đoạn, {%tr …%} cho hàng, {%tc …%} cho ô",
    )
