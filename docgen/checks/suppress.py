"""Findings that a person accepts: single ones by fingerprint, kinds by code, old ones by a baseline."""

import json
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import DocgenError
from docgen.model.finding import Finding

FILE_NAME = ".docgen-bo-qua.toml"
BASELINE = "docgen.baseline/1"


@dataclass(frozen=True, slots=True)
class Suppression:
    """One finding that is accepted, and why."""

    fingerprint: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sifted:
    """The findings that remain, those that were suppressed, and the suppressions that met no finding."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]
    unused: tuple[Suppression, ...]


def suppressions_beside(document: Path) -> tuple[Suppression, ...]:
    """The suppressions in `.docgen-bo-qua.toml` in the document's folder; none where there is no such file."""
    path = document.parent / FILE_NAME
    if not path.is_file():
        return ()
    return read_suppressions(path.read_text(encoding="utf-8"), str(path))


def read_suppressions(text: str, where: str) -> tuple[Suppression, ...]:
    """The `[[bo_qua]]` tables of a file: each has `ma`, the fingerprint, and `ly_do`, the reason (E520 without)."""
    try:
        entries = tomllib.loads(text).get("bo_qua", [])
    except tomllib.TOMLDecodeError as error:
        raise DocgenError("E520", "Tệp bỏ qua viết không đúng TOML", where=where, seen=str(error)) from error
    if not isinstance(entries, list):
        raise _fault(where, "bo_qua", "viết mỗi mục dưới một dòng [[bo_qua]]")
    found = []
    for number, entry in enumerate(entries, 1):
        fields = entry if isinstance(entry, dict) else {}
        fingerprint, reason = (str(fields.get(key, "")).strip() for key in ("ma", "ly_do"))
        if not fingerprint or not reason:
            raise _fault(where, f"mục thứ {number}", 'ghi cả ma = "…" và ly_do = "…"')
        found.append(Suppression(fingerprint, reason))
    return tuple(found)


def _fault(where: str, seen: str, hint: str) -> DocgenError:
    return DocgenError("E520", "Mục bỏ qua thiếu mã hoặc lý do", where=where, seen=seen, hint=hint)


def sift(findings: Iterable[Finding], suppressions: Sequence[Suppression]) -> Sifted:
    """Parts the findings by the suppressions."""
    accepted = {each.fingerprint for each in suppressions}
    every = tuple(findings)
    met = {finding.fingerprint for finding in every}
    return Sifted(
        tuple(finding for finding in every if finding.fingerprint not in accepted),
        tuple(finding for finding in every if finding.fingerprint in accepted),
        tuple(each for each in suppressions if each.fingerprint not in met),
    )


def chosen(findings: Iterable[Finding], select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Finding, ...]:
    """The findings whose code begins with one of `select` (all where empty) and the longer match is not an `ignore`."""
    return tuple(finding for finding in findings if _is_chosen(finding.code, select, ignore))


def _is_chosen(code: str, select: Sequence[str], ignore: Sequence[str]) -> bool:
    wanted = max((len(each) for each in select if code.startswith(each.upper())), default=-1 if select else 0)
    refused = max((len(each) for each in ignore if code.startswith(each.upper())), default=-1)
    return wanted > refused


def baseline_of(findings: Iterable[Finding]) -> str:
    """The findings as a baseline file: from then on only new ones are told."""
    known = sorted({finding.fingerprint for finding in findings})
    return json.dumps({"schema": BASELINE, "fingerprints": known}, indent=1) + "\n"


def read_baseline(text: str, where: str) -> tuple[Suppression, ...]:
    """The findings of a baseline as suppressions; E521 where the text is no baseline."""
    try:
        data = json.loads(text)
        if data["schema"] != BASELINE:
            raise ValueError(data["schema"])
        return tuple(Suppression(str(each), "đã có trong tệp gốc") for each in data["fingerprints"])
    except (ValueError, KeyError, TypeError) as error:
        hint = "tạo lại tệp bằng docgen check --write-baseline"
        raise DocgenError("E521", "Tệp gốc không dùng được", where=where, seen=str(error), hint=hint) from error
