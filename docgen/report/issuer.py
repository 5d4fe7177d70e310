"""The head of a document → the name of the unit that issued it."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from docgen.facts.place import TABLE
from docgen.model.finding import Report
from docgen.report.words import WORDS

UNITS: list[str] = TABLE["units"]  # kinds of offices as they are spelled in running text
_KINDS = "|".join(map(re.escape, sorted(WORDS["issuers"], key=len, reverse=True)))
_OFFICE = re.compile(rf"(?:{_KINDS})(?!\w)", re.IGNORECASE)
_OF = re.compile(rf"(?<!\w)của\s+((?:{_KINDS})(?!\w)[^;:,.()]*)", re.IGNORECASE)
_REPORT = re.compile(r"báo cáo\b", re.IGNORECASE)
_HEAD = 12  # blocks that letterhead and title take
_LONGEST = 120


def issuer_of(source: str, report: Report) -> str:
    """The unit as its title or letterhead names it, else the place of most figures, else the name of the file."""
    named = _in_title(report) or _in_letterhead(report)
    if named:
        return named
    places = Counter(fact.place for fact in report.facts if fact.place)
    return places.most_common(1)[0][0] if places else Path(source).stem


def _head(report: Report) -> Iterator[str]:
    """The lines of letterhead and title."""
    for block in islice(report.document.blocks, _HEAD):
        yield from (" ".join(line.split()) for line in report.document.text_of(block).splitlines())


def _in_title(report: Report) -> str | None:
    lines = list(_head(report))
    start = next((i for i, line in enumerate(lines) if _REPORT.match(line)), None)
    if start is None:
        return None
    for line in lines[start : start + 3]:
        found = _OF.search(line)
        if found and len(line) <= 2 * _LONGEST:
            return _as_written(found[1].strip(), report)
    return None


def _in_letterhead(report: Report) -> str | None:
    """The last office in capitals above the title: the one that issues stands under the one above it."""
    found = None
    for line in _head(report):
        if _REPORT.match(line):
            break
        if _OFFICE.match(line) and line.isupper() and len(line) <= _LONGEST:
            found = line
    return _as_written(found, report) if found else None


def _as_written(name: str, report: Report) -> str:
    """The name as the running text spells it, where it stands there; capitals are for letterheads."""
    if not name.isupper():
        return name[:1].upper() + name[1:]
    words = r"\s+".join(map(re.escape, name.split()))
    for match in re.finditer(words, report.document.text, re.IGNORECASE):
        if not match[0].isupper():
            return " ".join(match[0].split())
    known = sorted(UNITS, key=len, reverse=True)
    kind = next((kind for kind in known if name.casefold().startswith(kind.casefold())), "")
    return kind + name[len(kind) :].lower() if kind else name.capitalize()
