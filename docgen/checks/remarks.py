"""Findings that a person accepts inside Word: a comment `docgen: bỏ qua` on the figure, a code or none, and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.model.finding import Finding
from docgen.model.text import Notice, Remark

_BREAK = r"[\s,.;:–-]*"
_SAYS = re.compile(
    rf"docgen\s*:\s*bỏ qua(?!\w){_BREAK}(?P<code>[A-Z]{{3}}\d{{0,3}}(?!\w))?"
    rf"{_BREAK}(?:vì\s+|lý do\s*:?\s*)?(?P<why>.*)",
    re.IGNORECASE | re.DOTALL,
)
_CODE = re.compile(r"[A-Z]{3}\d{0,3}")


@dataclass(frozen=True, slots=True)
class Waiver:
    """What a comment accepts: findings whose code begins so (all where empty), and the reason."""

    code: str
    reason: str


def waiver_of(text: str) -> Waiver | None:
    """What a comment says; `None` where it says something else, or gives no reason."""
    said = _SAYS.match(text.strip())
    if said is None:
        return None
    code, why = said["code"] or "", said["why"].strip()
    if code and not _CODE.fullmatch(code):
        code, why = "", f"{code} {why}".strip()
    return Waiver(code, why) if any(letter.isalpha() for letter in why) else None


def waived(findings: Sequence[Finding], remarks: Sequence[Remark]) -> tuple[Finding, ...]:
    """The findings with a place under a comment that accepts them."""
    accepted = [(remark.span, waiver) for remark in remarks if (waiver := waiver_of(remark.text)) is not None]
    return tuple(
        finding
        for finding in findings
        if any(
            finding.code.startswith(waiver.code) and any(span.overlaps(place) for place in finding.spans)
            for span, waiver in accepted
        )
    )


def not_understood(remarks: Sequence[Remark]) -> tuple[Notice, ...]:
    """A notice for each comment to docgen that accepts nothing, so that its writer knows."""
    return tuple(
        Notice("N110", f"nhận xét «{remark.text[:60]}» không dùng được: ghi “docgen: bỏ qua MÃ lý do”")
        for remark in remarks
        if waiver_of(remark.text) is None
    )
