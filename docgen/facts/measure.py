"""The words around a figure → in which way it measures: level, change, rate, share, plan, points, average, multiple."""

import re
from typing import NamedTuple

from docgen.facts.clause import Piece, Site
from docgen.facts.phrases import (
    ADVERBS,
    COMPARED,
    CUMULATIVE,
    DOWN,
    ESTIMATE_AT_END,
    LIGHT_AT_END,
    PLAN,
    PLAN_WORD,
    PLANNED,
    PREVIOUS,
    PREVIOUS_WORD,
    UP,
    any_of,
)
from docgen.model.fact import Figure, Kind, Measure

_UP, _DOWN = any_of(UP), any_of(DOWN)
_MOVES = re.compile("|".join(dict.fromkeys(word.split()[0] for word in (*UP, *DOWN))))  # in lower case
_BETWEEN = rf"(?:\s+(?:{ADVERBS}))*"
_MOVED = re.compile(rf"(?:^|(?<=\s))(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_BETWEEN}\s*$", re.IGNORECASE)
MOVED_BEFORE = re.compile(rf"(?:^|(?<=\s))(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s*$", re.IGNORECASE)
_YEAR = r"(?:năm|tháng|quý|kỳ)\s+(?:\d|[IVX])\S*|\d{4}"
_AGAINST = rf"(?:so\s+với\s+)?(?P<basis>(?:{any_of([*PREVIOUS, *PLAN])}|{_YEAR})(?:\s+[\w/.-]+){{0,4}})"
_MOVED_AGAINST = re.compile(
    rf"(?:^|(?<=\s))(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+{_AGAINST}{_BETWEEN}\s*$", re.IGNORECASE
)
_FROM = re.compile(rf"(?:^|(?<=\s))(?:{_UP}|{_DOWN}|nâng|đưa)(?:\s+[\w/]+){{0,8}}\s+từ\s*$", re.IGNORECASE)
_COMPARED_AT_END = re.compile(r"(?:so\s+với|so|bằng\s+với|tương\s+ứng)(?:\s+(?:mức|con\s+số|số))?\s*$", re.IGNORECASE)
_FROM_ENDS, _COMPARED_ENDS = ("từ",), ("với", "so", "ứng", "mức", "số")
_SHARE = re.compile(r"(?:chiếm|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tỷ suất|cơ cấu)", re.IGNORECASE)
_EQUALS = re.compile(r"(?:^|\s)(?:chỉ\s+)?(?:bằng|đạt|hoàn thành|tương đương)(?:\s+\w+){0,2}\s*$", re.IGNORECASE)
_AVERAGE = re.compile(r"(?<!\w)(?:bình quân|trung bình)(?!\w)", re.IGNORECASE)
_EACH = re.compile(r"(?:^|\s)(?:mỗi|từng)\s+\S+(?:\s+\S+){0,3}\s*$", re.IGNORECASE)
_POINTS = re.compile(r"^\s*(?:điểm\s*(?:phần trăm|%)|về\s+t[ỷỉ]\s+lệ)", re.IGNORECASE)
_CARRIED = re.compile(r"(?:chuyển|tồn|còn|cũ)", re.IGNORECASE)
_BARE_SHARE = re.compile(
    r"(?:chưa |không |chỉ |mới )?(?:chiếm|bằng|đạt|(?:chiếm |đạt |với |có )?t[ỷỉ] (?:lệ|trọng)(?: đạt)?)"
    r"(?:\s+(?:khoảng|gần|trên|hơn|tới|là))*",
    re.IGNORECASE,
)
_SO = re.compile(r"(?<!\w)so\s+(?:với\s+|cùng\s+)?(?:mức\s+)?", re.IGNORECASE)
_OF = re.compile(r"^(?:so với|của|trên|về)\s+", re.IGNORECASE)
_IN_ALL = re.compile(r"(?:trong|trên|của|so với)\s+(?:tổng\s+)?|(?=(?:tổng|số|GDP|GRDP))", re.IGNORECASE)
SAME_AGAIN = frozenset(
    ["(", "tương đương", "tương đương với", "tương ứng", "tương ứng với", "tức", "tức là", "hay", "=", "ứng với"]
)
_EMPTY = re.compile(r"(?<!\w)(?:so với|so|của|thì|đã|cũng|và|là|năm|\d{4}|thực|lại|mức)(?!\w)|[\s,.\-–]", re.IGNORECASE)
_PREVIOUS = re.compile(rf"(?<!\w)(?:{any_of(PREVIOUS)})(?!\w)", re.IGNORECASE)


class Reading(NamedTuple):
    """In which way a figure measures. `basis` and `cue` are pieces of the text; `bare`: nothing but the cue leads."""

    measure: Measure
    direction: int = 0
    basis: Piece | None = None
    scope: str | None = None
    cue: Piece | None = None
    bare: bool = False


def reading_of(figure: Figure, site: Site, before: "Reading | None", anchor: Figure | None) -> Reading:
    """The measure of a figure by the words around it.

    `before` is the reading of the figure before it in the same sentence; `anchor` the last level before it.
    """
    head = site.head
    if head and (found := _by_head(figure, site, before, anchor)) is not None:
        return found
    if figure.kind is Kind.PERCENT:
        return _percent(site, before)
    if before is not None and before.measure is Measure.RATE and is_alone(site) and site.mark in SAME_AGAIN:
        return Reading(Measure.CHANGE, before.direction, before.basis, bare=True)
    if figure.kind is Kind.MULTIPLE:
        return Reading(Measure.MULTIPLE, basis=_basis_in(site.tail))
    if _AVERAGE.search(head.text) or _EACH.search(head.text) or site.next_mark == "/per":
        return Reading(Measure.AVERAGE, scope=_scope(site))
    return Reading(Measure.LEVEL, scope=_scope(site))


def _by_head(figure: Figure, site: Site, before: Reading | None, anchor: Figure | None) -> Reading | None:
    """The measure where the words before the number compare or move it."""
    head = site.head
    low = head.text.rstrip().lower()
    from_one = low.endswith(_FROM_ENDS) and _FROM.search(head.text)
    if from_one or (low.endswith(_COMPARED_ENDS) and _COMPARED_AT_END.search(head.text)):
        return Reading(Measure.LEVEL, scope="previous", cue=head, bare=bool(_COMPARED_AT_END.fullmatch(head.text)))
    if head.text == "từ" and site.mark == "(" and before is not None:
        return Reading(Measure.LEVEL, scope="previous", cue=head, bare=True)
    moved = _MOVES.search(low) and (_MOVED_AGAINST.search(head.text) or _MOVED.search(head.text))
    if moved and not _is_approximator(moved, figure, site, anchor):
        return _moved(figure, site, moved, anchor)
    return None


def _is_approximator(moved: re.Match[str], figure: Figure, site: Site, anchor: Figure | None) -> bool:
    """Whether `hơn` or `thêm` before a number is no change: only after a level of the same unit it is one."""
    word = (moved["up"] or moved["down"]).lower()
    if re.search(r"miễn,?\s*$", site.head.text[: moved.start()], re.IGNORECASE):
        return True
    if word not in ("hơn", "thêm", "mất", "hạ"):
        return False
    alone = moved.start() == 0 and site.mark in (",", "(", ";")
    same = anchor is not None and anchor.kind is figure.kind and anchor.quantity.unit == figure.quantity.unit
    return not (alone and (same or (figure.kind is Kind.PERCENT and anchor is not None)) and anchor is not figure)


def _moved(figure: Figure, site: Site, moved: re.Match[str], anchor: Figure | None) -> Reading:
    direction = 1 if moved["up"] else -1
    head = site.head
    cue = Piece(head.start + moved.start(), head.end, moved[0].strip())
    named = moved.groupdict().get("basis")
    basis = Piece(head.start + moved.start("basis"), head.start + moved.end("basis"), named) if named else None
    basis = basis or _basis_in(site.tail) or _plan_in(site.tail)
    lead = PREVIOUS_WORD.sub("", head.text[: moved.start()])
    bare = not _EMPTY.sub("", lead).strip()
    if figure.kind is Kind.MULTIPLE:
        return Reading(Measure.MULTIPLE, direction, basis, None, cue, bare)
    if figure.kind is not Kind.PERCENT:
        return Reading(Measure.CHANGE, direction, basis, None, cue, bare)
    of_rate = bool(_SHARE.search(lead)) or (bare and anchor is not None and anchor.kind is Kind.PERCENT)
    points = bool(_POINTS.search(site.tail.text)) or "điểm" in (figure.quantity.unit or "") or of_rate
    return Reading(Measure.POINTS if points else Measure.RATE, direction, basis, None, cue, bare)


def _percent(site: Site, before: Reading | None) -> Reading:
    head, tail = site.head, site.tail
    alone = is_alone(site)
    if alone and site.mark in SAME_AGAIN:
        if before is not None and before.measure is Measure.CHANGE:
            return Reading(Measure.RATE, before.direction, _basis_in(tail) or before.basis, bare=True)
        return Reading(Measure.SHARE, basis=_whole_in(tail), bare=True)
    plan = _plan_in(tail)
    if plan:
        return Reading(Measure.OF_PLAN, basis=plan, bare=alone or bool(_BARE_SHARE.fullmatch(head.text)))
    if _EQUALS.search(head.text) and (basis := _basis_in(tail) or _previous_in(tail)):
        return Reading(Measure.MULTIPLE, 0, basis, None, head)
    bare = alone or bool(_BARE_SHARE.fullmatch(head.text))
    if alone and site.mark == "và" and before is not None:
        return Reading(before.measure, before.direction, _whole_in(tail), before.scope, bare=before.bare)
    if bare or _SHARE.search(head.text):
        return Reading(Measure.SHARE, basis=_whole_in(tail), bare=bare, cue=head)
    return Reading(Measure.LEVEL, basis=_whole_in(tail), scope=_scope(site))


def is_alone(site: Site) -> bool:
    """Whether nothing but light words and a sign stands between the mark and the number."""
    text, shorter = site.head.text, LIGHT_AT_END.cut(site.head.text)
    while shorter != text:
        text, shorter = shorter, LIGHT_AT_END.cut(shorter)
    return not text.strip(" -+–=~")


def _scope(site: Site) -> str | None:
    """Which figures of one indicator must not be compared with it."""
    head = site.head.text
    if ESTIMATE_AT_END.search(LIGHT_AT_END.cut(head)) or ESTIMATE_AT_END.search(head):
        return "estimate"
    if _PREVIOUS.search(site.tail.text) and not _CARRIED.search(site.tail.text) and not COMPARED.search(site.tail.text):
        return "previous"
    if _PREVIOUS.search(head) and not _CARRIED.search(head) and not COMPARED.search(head):
        return "previous"
    topic = site.parts[0].piece.text if len(site.parts) > 1 and site.parts[1].mark == ":" else ""
    if PLANNED.search(head) or PLANNED.search(topic):
        return "plan"
    return "cumulative" if CUMULATIVE.search(head) else None


def _basis_in(tail: Piece) -> Piece | None:
    """What follows `so với`."""
    match = _SO.search(tail.text)
    if match is None or match.end() == len(tail.text):
        return None
    start = match.end() - (5 if match[0].endswith("cùng ") else 0)
    return Piece(tail.start + start, tail.end, tail.text[start:])


def _plan_in(tail: Piece) -> Piece | None:
    words = _OF.sub("", tail.text)
    return tail if PLAN_WORD.match(words) else None


def _previous_in(tail: Piece) -> Piece | None:
    return tail if _PREVIOUS.match(tail.text) else None


def _whole_in(tail: Piece) -> Piece | None:
    """What a share is a share of, where the words after it say so."""
    match = _IN_ALL.match(tail.text)
    if match is None:
        return None
    start = match.end() - (5 if match[0].lower().endswith("tổng ") else 0)
    return Piece(tail.start + start, tail.end, tail.text[start:])
