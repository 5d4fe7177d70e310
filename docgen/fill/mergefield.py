"""The merge fields of a paragraph, as Word's mail merge leaves them → tags.

Simple fields (`w:fldSimple`) and complex ones (begin, instruction, separate, result, end), with the switches
`\\@` (dates), `\\#` (numbers), `\\*` (letters), `\\b` and `\\f` (text before and after a value that is not empty).
"""

import re
from copy import deepcopy

from docgen.fill.expression import identifier
from docgen.fill.marks import Marks
from docgen.fill.paragraph import drop_if_empty
from docgen.fill.tags import Place, Tag
from docgen.fill.wordml import RPR, RUN, SPACE, Element, T, W, drop

_INSTRUCTION = re.compile(r'^\s*MERGEFIELD\s+("(?:[^"]*)"|\S+)(.*)$', re.IGNORECASE | re.DOTALL)
_SWITCH = re.compile(r'\\([@#*bf])\s*("[^"]*"|“[^”]*”|\S+)', re.IGNORECASE)
_LETTERS = {"upper": "hoa", "lower": "thuong", "firstcap": "dau_cau", "caps": "ten", "roman": "la_ma"}
_FILTERS = {"@": "word_date", "#": "word_number", "b": "before", "f": "after"}
_SPENT = frozenset({f"{W}instrText", f"{W}fldChar"})


def tag_of(instruction: str, place: Place) -> Tag | None:
    """The tag a field instruction comes to; `None` where it is no merge field."""
    match = _INSTRUCTION.match(instruction)
    if not match:
        return None
    body = identifier(match.group(1).strip('"'))
    for switch, argument in _SWITCH.findall(match.group(2)):
        argument = argument.strip('"“”')
        if switch == "*":
            if argument.lower() in _LETTERS:
                body += f"|{_LETTERS[argument.lower()]}"
        else:
            quoted = argument.replace("\\", "\\\\").replace("'", "\\'")
            body += f"|{_FILTERS[switch.lower()]}('{quoted}')"
    return Tag("value", body, f"«{match.group(1)}»", place=place)


def take_merge_fields(paragraph: Element, marks: Marks, place: Place) -> bool:
    """Puts a mark in the place of each merge field of the paragraph; whether there was one."""
    found = False
    for field in list(paragraph.iter(f"{W}fldSimple")):
        tag = tag_of(field.get(f"{W}instr", ""), place)
        if tag:
            run = _run_like(next(field.iter(RUN), None), field, marks.mark(tag))
            field.addprevious(run)
            drop(field)
            found = True
    return _take_complex(paragraph, marks, place) or found


def _run_like(model: Element | None, factory: Element, text: str) -> Element:
    run = factory.makeelement(RUN, {})
    if model is not None and (properties := model.find(RPR)) is not None:
        run.append(deepcopy(properties))
    shown = run.makeelement(T, {SPACE: "preserve"})
    shown.text = text
    run.append(shown)
    return run


class _Field:
    """A complex field while its runs are read."""

    def __init__(self) -> None:
        self.instruction = ""
        self.runs: list[Element] = []
        self.results: list[Element] = []
        self.in_result = False


def _take_complex(paragraph: Element, marks: Marks, place: Place) -> bool:
    found = False
    open_fields: list[_Field] = []
    for run in [each for each in paragraph.iter(RUN) if _paragraph_of(each) is paragraph]:
        for child in list(run):
            kind = child.get(f"{W}fldCharType") if child.tag == f"{W}fldChar" else None
            if kind == "begin":
                open_fields.append(_Field())
            if not open_fields:
                continue
            field = open_fields[-1]
            if not field.runs or field.runs[-1] is not run:
                field.runs.append(run)
            if child.tag == f"{W}instrText":
                field.instruction += child.text or ""
            elif kind == "separate":
                field.in_result = True
            elif kind == "end":
                open_fields.pop()
                found = _replace(field, marks, place) or found
                if open_fields:
                    open_fields[-1].runs.append(run)
            elif field.in_result and child.tag == T:
                field.results.append(run)
    return found


def _replace(field: _Field, marks: Marks, place: Place) -> bool:
    tag = tag_of(field.instruction, place)
    if tag is None:
        return False
    model = field.results[0] if field.results else field.runs[0]
    field.runs[0].addprevious(_run_like(model, field.runs[0], marks.mark(tag)))
    inside = False
    for run in field.runs:
        for child in list(run):
            kind = child.get(f"{W}fldCharType") if child.tag == f"{W}fldChar" else None
            inside = inside or kind == "begin"
            if inside and child.tag != RPR:
                run.remove(child)
            if kind == "end":
                inside = False
        drop_if_empty(run)
    return True


def _paragraph_of(run: Element) -> Element:
    parent = run.getparent()
    while parent is not None and parent.tag != f"{W}p":
        parent = parent.getparent()
    return parent
