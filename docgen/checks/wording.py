"""What a finding says: what is written, what it comes to, how far apart, and what the figure should be."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from docgen.checks.kinds import readings_of
from docgen.checks.locate import Diagnosis, Mend
from docgen.checks.rules import rule_of
from docgen.checks.slips import POWERS, SCALE_WORD, SCALES
from docgen.model.fact import Fact, Figure, Kind
from docgen.model.finding import Claim, Family, Finding, Relation, Severity
from docgen.model.quantity import EVERYTHING, Interval
from docgen.model.text import Document, Span
from docgen.vi.numerals import write_money, write_number

FINER = 2  # decimals that are added where those written do not tell two numbers apart
SHOWN = 3  # figures that are listed where one of several may be wrong
FOCUS = {
    "sum": ("total",),
    "rate": ("rate",),
    "change": ("rate", "delta", "current"),
    "margin": ("margin",),
    "product": ("total",),
    "multiple": ("multiple",),
    "identity": (),
}
COMES_TO = {
    "sum": "các thành phần cộng lại {comes}",
    "rate": "tính ra {comes}",
    "change": "tính ra {comes}",
    "margin": "tính ra {comes}",
    "product": "nhân lại được {comes}",
    "multiple": "chia ra được {comes}",
    "identity": "tính ra {comes}",
}


@dataclass(frozen=True, slots=True)
class Alarm:
    """One root cause: the relations that it breaks, the first of which is told, and what may be wrong."""

    relations: tuple[int, ...]
    severity: Severity
    diagnosis: Diagnosis
    mend: Mend | None


def finding_of(
    document: Document,
    figures: Sequence[Figure],
    facts: Sequence[Fact],
    relations: Sequence[Relation],
    alarm: Alarm,
) -> Finding:
    """The finding that tells an alarm."""
    told = _told(relations, alarm)
    claim, suspect = relations[told].claim, alarm.mend.figure if alarm.mend else None
    rule = rule_of(claim.code)
    others = [n for n in alarm.relations if n != told]
    meant = _suggestion(document, figures, alarm.mend)
    return Finding(
        code=claim.code,
        rule=rule.slug,
        family=Family.CONSISTENCY,
        severity=alarm.severity,
        message=_message(document, figures, claim, alarm),
        figures=claim.figures,
        spans=_spans(figures, [claim, *(relations[n].claim for n in others)], suspect),
        fingerprint=_fingerprint(document, figures, facts, claim),
        relation=relations[told].id,
        suspect=suspect,
        expected=_decimal(alarm.mend.value) if alarm.mend and meant else None,
        suggestion=meant,
        consequences=tuple(relations[n].id for n in others),
    )


def _told(relations: Sequence[Relation], alarm: Alarm) -> int:
    """The relation that shows the cause best: the most trusted; a repetition only where nothing else is broken."""
    return min(
        alarm.relations,
        key=lambda n: (relations[n].claim.trust, relations[n].claim.soft, relations[n].claim.kind == "equal", n),
    )


def _spans(figures: Sequence[Figure], claims: Sequence[Claim], suspect: int | None) -> tuple[Span, ...]:
    """The places concerned, the suspect's first, then in the order of the text."""
    concerned = {i for claim in claims for i in claim.figures}
    spans = sorted({figures[i].span for i in concerned} or {c.cue_span for c in claims if c.cue_span})
    if suspect is not None:
        spans.sort(key=lambda span: span != figures[suspect].span)
    return tuple(spans)


def _message(document: Document, figures: Sequence[Figure], claim: Claim, alarm: Alarm) -> str:
    said = _said(document, figures, claim, alarm.mend.figure if alarm.mend else None)
    if alarm.severity is Severity.INFO and alarm.mend is None and not alarm.diagnosis.mends:
        return f"{said} Chênh lệch không quá một đơn vị ở chữ số cuối: có thể do bỏ bớt phần lẻ."
    if alarm.mend is not None:
        written = _text(document, figures[alarm.mend.figure])
        meant = _suggestion(document, figures, alarm.mend)
        return f"{said} Nghi nhất: {written}" + (f", có thể là {meant}." if meant else ".")
    listed = [_text(document, figures[mend.figure]) for mend in alarm.diagnosis.mends[:SHOWN]]
    if len(listed) > 1 and len(alarm.diagnosis.mends) <= len(claim.figures) * 2:
        return f"{said} Một trong các số sau không đúng: {'; '.join(listed)}."
    return said


def _said(document: Document, figures: Sequence[Figure], claim: Claim, suspect: int | None) -> str:
    """What is written and what it comes to."""
    if not claim.figures:
        return f"Không có ngày {claim.cue}."
    roles = dict(zip(claim.roles, claim.figures, strict=True))
    texts = [_text(document, figures[i]) for i in claim.figures]
    if claim.kind == "equal":
        return f"Cùng một số liệu nhưng ghi khác nhau: {'; '.join(dict.fromkeys(texts))}."
    if claim.kind == "list":
        return f"Ghi {texts[0]}, sau đó kể ra {claim.items}."
    if claim.kind == "shares":
        total = sum((figures[i].quantity.value for i in claim.figures), Decimal(0))
        return f"Các tỷ lệ của cùng một tổng thể cộng lại {write_number(total.normalize() + 0)}%, không phải 100%."
    if claim.kind == "bounds" or (claim.kind == "sum" and claim.at_most):
        return _beyond(document, figures, claim, roles)
    if claim.kind == "change" and set(roles) == {"current", "previous"}:
        now, before = (_text(document, figures[roles[role]]) for role in ("current", "previous"))
        said, is_so = ("tăng", "nhỏ") if claim.direction > 0 else ("giảm", "lớn")
        return f"Câu nói {said}, nhưng {now} {is_so} hơn {before}."
    return _compared(document, figures, claim, _focus(figures, claim, roles, suspect))


def _focus(figures: Sequence[Figure], claim: Claim, roles: dict[str, int], suspect: int | None) -> str:
    """The role whose figure is set against what the others come to: the suspect's, if it is one that is computed."""
    computed = [role for role in FOCUS[claim.kind] if role in roles]
    own = [role for role in computed if roles[role] == suspect]
    computed.sort(key=lambda role: _computed(figures, claim, claim.roles.index(role)) is None)
    return (own or computed or [claim.roles[0]])[0]


def _beyond(document: Document, figures: Sequence[Figure], claim: Claim, roles: dict[str, int]) -> str:
    if "rate" in roles:
        return f"Tỷ lệ {_text(document, figures[roles['rate']])} nằm ngoài khoảng từ 0% đến 100%."
    whole = figures[roles.get("total", roles.get("whole", claim.figures[-1]))]
    parts = [figures[i] for i, role in zip(claim.figures, claim.roles, strict=True) if role == "part"]
    total = sum((Fraction(part.quantity.value) for part in parts), Fraction(0))
    comes = _as_written(document, parts[0], total)
    return f"Phần bên trong ({comes}) lớn hơn tổng thể ({_text(document, whole)})."


def _compared(document: Document, figures: Sequence[Figure], claim: Claim, focus: str) -> str:
    at = claim.roles.index(focus)
    figure = figures[claim.figures[at]]
    written, computed = _text(document, figure), _computed(figures, claim, at)
    if computed is None:
        texts = "; ".join(_text(document, figures[i]) for i in claim.figures)
        return f"Các số sau không khớp nhau: {texts}."
    gap = computed - Fraction(figure.quantity.value)
    step = Fraction(figure.quantity.step) or Fraction(1)
    finer = next((n for n in range(FINER) if round(gap * 10**n / step)), FINER)
    comes, apart = (_as_written(document, figure, value, finer) for value in (computed, abs(gap)))
    return f"Ghi {written}, {COMES_TO[claim.kind].format(comes=comes)} (lệch {apart})."


def _computed(figures: Sequence[Figure], claim: Claim, at: int) -> Fraction | None:
    """What the other figures of a claim, taken at their written values, make of one; `None` where they cannot tell."""
    written = figures[claim.figures[at]].quantity.value
    points = [Interval.point(figures[i].quantity.value) for i in claim.figures]
    for reading in readings_of(claim):
        for equation in reading:
            solution = equation.implied(points)[at] if at in equation.slots else EVERYTHING
            if solution.lo is not None and solution.lo == solution.hi and not solution.holds(written):
                return solution.lo
    return None


def _text(document: Document, figure: Figure) -> str:
    return " ".join(figure.span.of(document.text).split())


def _suggestion(document: Document, figures: Sequence[Figure], mend: Mend | None) -> str | None:
    if mend is None or mend.is_limit:
        return None
    if mend.slip is not None:
        return " ".join(mend.slip.surface.split())
    return _as_written(document, figures[mend.figure], mend.value)


def _as_written(document: Document, figure: Figure, value: Fraction, finer: int = 0) -> str:
    """A value in the figure's own scale and unit, to the digits it is written with and so many `finer`."""
    tail = document.text[figure.number.end : figure.span.end]
    unit = " ".join(tail.split())
    glue = "" if unit.startswith("%") or not unit else " "
    word = SCALE_WORD.match(tail.lstrip())
    number = figure.number.of(document.text).lower()
    if any(scale in number for scale in SCALES) and figure.kind is Kind.MONEY and value.denominator == 1:
        return write_money(int(value))
    scale = Fraction(10) ** POWERS[word.group(1).lower()] if word else Fraction(1)
    step = Fraction(figure.quantity.step) / scale
    if finer:
        step = (step or 1) / 10**finer
    return write_number(_rounded(value / scale, step)) + glue + unit


def _rounded(value: Fraction, step: Fraction) -> Decimal:
    """The value to the places of `step`; where it would vanish there, to two significant digits."""
    places = 0
    while step and places < 12 and step * 10**places < 1:
        places += 1
    if value.denominator != 1 and step == 0:
        places = 2
    while places < 12 and value and round(abs(value) * 10**places) < 1:
        places += 1
    return Decimal(round(value * 10**places)).scaleb(-places)


def _decimal(value: Fraction) -> Decimal:
    """The exact decimal of a value, to twelve places where it has none."""
    whole, places = value, 0
    while whole.denominator != 1 and places < 12:
        whole, places = whole * 10, places + 1
    return Decimal(round(whole)).scaleb(-places)


def _fingerprint(document: Document, figures: Sequence[Figure], facts: Sequence[Fact], claim: Claim) -> str:
    """Twelve hexadecimal digits of what is said, not of where it stands."""
    said = [claim.code, claim.kind, re.sub(r"\s+", " ", claim.cue).lower()]
    for i, role in zip(claim.figures, claim.roles, strict=True):
        label = facts[i].label if i < len(facts) else None
        said += [role, _text(document, figures[i]), label or ""]
    return hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:12]
