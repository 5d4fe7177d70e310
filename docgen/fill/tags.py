"""The text of a paragraph → the tags in it and their exact places."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

OPENERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
LEVELS = ("p", "tr", "tc", "r")

_OPENER = re.compile(r"\{(?=[{%#])")
_ESCAPED = re.compile(r"\{(_)[{%#]|[}%#](_)\}")
_LEVEL = re.compile(r"\s*(tr|tc|p|r)(?=\s)")
_VALUE_LEVEL = re.compile(r"(tr|tc|p|r)(?=\s)")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_QUOTES = {"“": '”“"', "”": '”"', "„": '”“"', "‟": '”"', "‘": "’‘'", "’": "’'", "‚": "’‘'", '"': '"', "'": "'"}
_DOUBLE = '“”„‟"'
_DASHES = str.maketrans({"–": "-", "−": "-", "—": "-"})
_RAW = re.compile(r"\{%[-+]?\s*raw\s*[-+]?%\}(.*?)\{%[-+]?\s*endraw\s*[-+]?%\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a tag stands: the part in words, the number of the paragraph in it (from 1), its text."""

    part: str
    paragraph: int = 0
    text: str = ""
    table: str = ""

    def __str__(self) -> str:
        inner = f"{self.part}, đoạn {self.paragraph}" if self.paragraph else self.part
        if self.table:
            inner += f" ({self.table})"
        short = " ".join(self.text.split())
        return f"{inner}: «{short[:80]}{'…' if len(short) > 80 else ''}»" if short else inner


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: `body` is what Jinja gets, `written` what stands in the file.

    `kind` is value, block or comment; `level` says what a block tag takes the place of (p, tr, tc, r), or is empty.
    """

    kind: str
    body: str
    written: str
    level: str = ""
    joins_before: bool = False
    joins_after: bool = False
    place: Place = Place("")

    @property
    def statement(self) -> str:
        """The first word of a block tag (`for`, `endif`, …)."""
        return self.body.split(None, 1)[0] if self.kind == "block" and self.body else ""


@dataclass(frozen=True, slots=True)
class Found:
    """A tag at `start` to `end` of the text; `tag` is `None` for a stretch that is only taken out."""

    start: int
    end: int
    tag: Tag | None


@dataclass(frozen=True, slots=True)
class Unclosed:
    """An opening mark at `start` that nothing closes, up to `end` where the next tag or the text ends."""

    start: int
    end: int
    opener: str


def scan(text: str) -> tuple[list[Found], list[Unclosed]]:
    """The tags of a paragraph's text in order, and the opening marks without an end.

    `{#` without `#}` is running text. The escapes `{_{`, `}_}`, `{_%`, `%_}` lose their stroke.
    """
    if "{" not in text and "_}" not in text:
        return [], []
    found: list[Found] = []
    unclosed: list[Unclosed] = []
    raw = _raw_stretches(text, found)
    position = 0
    while match := _OPENER.search(text, position):
        start = match.start()
        position = start + 1
        if inside := next((end for begin, end in raw if begin <= start < end), None):
            position = inside
            continue
        opener = text[start : start + 2]
        if opener == "{{" and text[start + 2 : start + 3] in ("{", "%", "#"):
            continue
        end = _end_of(text, start + 2, OPENERS[opener])
        if end is None:
            if opener != "{#":
                following = _OPENER.search(text, start + 2)
                unclosed.append(Unclosed(start, following.start() if following else len(text), opener))
            position = start + 2
            continue
        found.append(Found(start, end, _tag(opener, text[start:end])))
        position = end
    found += _escapes(text, found)
    return sorted(found, key=lambda each: each.start), unclosed


def _raw_stretches(text: str, found: list[Found]) -> list[tuple[int, int]]:
    stretches = []
    for match in _RAW.finditer(text):
        stretches.append(match.span())
        found += [Found(match.start(), match.start(1), None), Found(match.end(1), match.end(), None)]
    return stretches


def _escapes(text: str, found: list[Found]) -> Iterator[Found]:
    for match in _ESCAPED.finditer(text):
        group = 1 if match.group(1) else 2
        start, end = match.span(group)
        if not any(each.start <= start < each.end for each in found):
            yield Found(start, end, None)


def _end_of(text: str, start: int, closer: str) -> int | None:
    """Where the closing mark ends; marks inside quotes do not count, unless the quotes never close."""
    if closer == "#}":
        end = text.find(closer, start)
        return end + 2 if end >= 0 else None
    plain = text.find(closer, start)
    if plain < 0:
        return None
    following = _OPENER.search(text, start)
    quoted = _end_outside_quotes(text, start, closer)
    if quoted is not None:
        return quoted
    if following and following.start() < plain:
        return None
    return plain + 2


def _end_outside_quotes(text: str, start: int, closer: str) -> int | None:
    position, depth = start, 0
    while position < len(text):
        char = text[position]
        if char in _QUOTES:
            close = next((k for k in range(position + 1, len(text)) if text[k] in _QUOTES[char]), None)
            if close is None:
                return None
            position = close + 1
            continue
        if text.startswith(closer, position) and depth <= 0:
            return position + 2
        if char == "{":
            if text[position + 1 : position + 2] in ("{", "%", "#"):
                return None
            depth += 1
        elif char == "}":
            depth -= 1
        position += 1
    return None


def _tag(opener: str, written: str) -> Tag:
    kind = {"{{": "value", "{%": "block", "{#": "comment"}[opener]
    body = written[2:-2]
    before, after = body[:1] in ("-", "–"), body[-1:] in ("-", "–")
    if kind == "value" and before and _VALUE_LEVEL.match(body[1:]) is None and body[1:2].isdigit():
        before = False
    body = body[1:] if before or body[:1] == "+" else body
    body = body[:-1] if after or body[-1:] == "+" else body
    level = _LEVEL.match(body) if kind == "block" else _VALUE_LEVEL.match(body)
    level_name = level.group(1) if level else ""
    if level:
        body = body[level.end() :]
    tag = Tag(kind, straight(body).strip(), written, level_name, before, after)
    return replace(tag, body="") if kind == "comment" else tag


def straight(body: str) -> str:
    """The body of a tag as a program reads it: NFC, typographic quotes and dashes made plain outside of texts."""
    body = unicodedata.normalize("NFC", _INVISIBLE.sub("", body))
    out: list[str] = []
    position = 0
    while position < len(body):
        char = body[position]
        close = next((k for k in range(position + 1, len(body)) if body[k] in _QUOTES.get(char, "")), None)
        if char in _QUOTES and close is not None:
            quote = '"' if char in _DOUBLE else "'"
            inner = body[position + 1 : close]
            out.append(quote + (inner.replace(quote, "\\" + quote) if char not in "\"'" else inner) + quote)
            position = close + 1
        else:
            out.append(char.translate(_DASHES) if not char.isspace() else " ")
            position += 1
    return "".join(out)
