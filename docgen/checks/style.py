"""Figures that are wrong by the way they are written, whatever they say: findings of the family `style`."""

import hashlib
from collections.abc import Iterator, Sequence
from decimal import Decimal

from docgen.checks import cues
from docgen.checks.discourse import plain
from docgen.checks.rules import rule_of
from docgen.model.fact import Fact, Figure, Kind
from docgen.model.finding import Family, Finding, Severity
from docgen.model.text import Document
from docgen.vi.writing import write_number

_DOT, _GROUPS, _COMMA, _SPLIT = "NUM101", "NUM102", "NUM103", "NUM104"
_NAMING = 24  # characters before a number that may name what is numbered
_SAID = {
    _DOT: "dùng dấu chấm làm dấu thập phân; văn bản tiếng Việt dùng dấu phẩy",
    _GROUPS: "các nhóm chữ số không đủ ba chữ số, không rõ là số nào",
    _COMMA: "dùng dấu phẩy ngăn hàng nghìn; văn bản tiếng Việt dùng dấu chấm",
    _SPLIT: "bị tách rời bằng dấu cách",
    "NUM105": "viết sai chính tả",
}


def style_findings(document: Document, figures: Sequence[Figure], facts: Sequence[Fact]) -> Iterator[Finding]:
    """One finding for each fault of a figure's writing, in the order of the text.

    A dot as decimal mark is told only where the document itself also writes decimals with a comma, or where it makes a
    broken count; a text that keeps to the English marks throughout is left alone.
    """
    mixes = any(_has_decimal_comma(document, figure) for figure in figures)
    seen: dict[tuple[str, str, str], int] = {}
    for index, figure in enumerate(figures):
        for code in figure.faults:
            if code == _DOT and not (_is_typed(document, figure) and (mixes or _is_broken_count(figure))):
                continue
            text = " ".join(figure.span.of(document.text).split())
            label = (facts[index].label if index < len(facts) else None) or ""
            key = (code, text, label)
            seen[key] = seen.get(key, 0) + 1
            yield _finding(document, figure, index, code, text, "\x1f".join((*key, str(seen[key]))))


def _finding(document: Document, figure: Figure, index: int, code: str, text: str, identity: str) -> Finding:
    readings = [write_number(each.value) for each in (figure.quantity, *figure.alternatives)]
    doubt = f"; có thể đọc là {', hoặc '.join(readings)}" if code == _GROUPS else ""
    is_doubtful = code in (_GROUPS, _COMMA) or _is_broken_count(figure)
    return Finding(
        code=code,
        rule=rule_of(code).slug,
        family=Family.STYLE,
        severity=Severity.WARNING if is_doubtful else Severity.INFO,
        message=f"«{text}» {_SAID[code]}{doubt}.",
        figures=(index,),
        spans=(figure.span,),
        fingerprint=hashlib.sha256(identity.encode()).hexdigest()[:12],
        suspect=index,
        suggestion=_suggestion(document, figure, code),
    )


def _suggestion(document: Document, figure: Figure, code: str) -> str | None:
    """The figure with its number as it should be written; `None` where the number itself is in doubt."""
    number = figure.number.of(document.text)
    if code == _DOT and not _is_broken_count(figure):
        right = number.replace(".", ",")
    elif code == _COMMA:
        right = number.replace(",", ".")
    elif code == _SPLIT:
        right = "".join(number.split())
    else:
        return None
    start, end = figure.number.start - figure.span.start, figure.number.end - figure.span.start
    text = figure.span.of(document.text)
    return text[:start] + right + text[end:]


def _is_broken_count(figure: Figure) -> bool:
    """Whether a count is written with decimals: `3.00 vụ việc`."""
    exponent = Decimal(figure.quantity.step).normalize().as_tuple().exponent
    return figure.kind is Kind.COUNT and figure.quantity.step != 0 and isinstance(exponent, int) and exponent < 0


def _is_typed(document: Document, figure: Figure) -> bool:
    """Whether a dot was typed for a decimal mark: a sheet shows numbers in its own way, and "Mẫu 3.1" is a name."""
    before = plain(document.text[max(0, figure.span.start - _NAMING) : figure.span.start])
    is_name = figure.kind is Kind.COUNT and cues.numbered().search(before) is not None
    return not is_name and not figure.anchor.part.startswith("sheet:")


def _has_decimal_comma(document: Document, figure: Figure) -> bool:
    return not figure.faults and "," in figure.number.of(document.text)
