"""Bytes and characters from before Unicode → Vietnamese: TCVN3, VNI, windows-1258, and which of them it is."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from docgen.vi.syllable import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_BEYOND = re.compile("[\u0100-\u0151\u0154-\u024f\u1e00-\u1eff]")  # letters that no legacy font has (but Œ and œ)
_SAMPLE = 200_000  # so many bytes or characters are enough to tell the character set
_LEAST_WORDS = 5  # without a font's name, so many words must speak for a legacy set
_SURE = 0.9
_NAMES = {"tcvn3": "TCVN3 (ABC)", "tcvn3-upper": "TCVN3 (ABC)", "vni": "VNI"}


@dataclass(frozen=True, slots=True)
class Converted:
    """A text in Unicode; `origins[k]` is where character `k` begins in what was converted."""

    text: str
    origins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the name of the encoding that its bytes were in."""

    text: str
    encoding: str


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("docgen.vi").joinpath("legacy.toml").read_text(encoding="utf-8"))


@cache
def _letters(charset: str) -> dict[str, str]:
    return {pair[0]: pair[1] for pair in _table()[charset]["letters"].split()}


@cache
def _marks() -> dict[str, str]:
    marks: dict[str, str] = _table()["vni"]["marks"]
    return marks | {mark.upper(): combining for mark, combining in marks.items()}


def charset_of_font(font: str) -> str | None:
    """The legacy character set that a font of this name shows: `tcvn3`, `tcvn3-upper`, `vni`; else `None`."""
    table = _table()
    if re.match(table["tcvn3"]["upper_fonts"], font):
        return "tcvn3-upper"
    return next((charset for charset in ("tcvn3", "vni") if re.match(table[charset]["fonts"], font)), None)


def name_of(charset: str) -> str:
    """The name of a legacy character set as people know it."""
    return _NAMES.get(charset, charset)


def convert(text: str, charset: str) -> Converted:
    """The Vietnamese of a text in a legacy character set; unchanged where the text is Unicode under a legacy font."""
    found = _vni(text) if charset == "vni" else _tcvn3(text, upper=charset == "tcvn3-upper")
    is_unicode = _BEYOND.search(text) is not None
    if text.isascii() or (not is_unicode and _likeness(found.text) >= _likeness(text)):
        return found
    return Converted(text, tuple(range(len(text))))


def charset_of(text: str) -> str | None:
    """The legacy character set that a text without any font is written in, by its words; `None` for Unicode."""
    sample = text[:_SAMPLE]
    if sample.isascii() or _likeness(sample) > 0.5:
        return None
    converted = {"tcvn3": _tcvn3(sample, upper=False).text, "vni": _vni(sample).text}
    charset = max(converted, key=lambda name: _likeness(converted[name]))
    is_sure = _likeness(converted[charset]) >= _SURE and len(_marked(converted[charset])) >= _LEAST_WORDS
    return charset if is_sure else None


def decode(data: bytes) -> Decoded | None:
    """The text of a file's bytes; `None` where no encoding gives Vietnamese (or plain ASCII) words."""
    marked = _decode_marked(data)
    if marked is not None:
        return marked
    if b"\0" in data:
        return None
    sample = data[:_SAMPLE]
    best, encoding = max((_likeness(text), name) for name, text in _readings(sample))
    if best < _SURE:
        return None
    return Decoded(dict(_readings(data))[encoding], encoding)


def _decode_marked(data: bytes) -> Decoded | None:
    """The text where the bytes themselves prove their encoding: by their mark, as UTF-8, or by every other zero."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _decoded(data, encoding)
    even, odd = data[:4096:2].count(0), data[1:4096:2].count(0)
    if max(even, odd) > 4 * min(even, odd) + len(data[:4096]) // 20:
        return _decoded(data, "utf-16-le" if odd > even else "utf-16-be")
    return None if b"\0" in data else _decoded(data, "utf-8")


def _decoded(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _readings(data: bytes) -> Iterator[tuple[str, str]]:
    """Every reading of eight-bit data, by the name of its encoding."""
    yield "windows-1258", unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    latin = data.decode("cp1252", "replace")
    yield "windows-1252", latin
    yield "TCVN3", _tcvn3(data.decode("latin-1"), upper=False).text
    yield "VNI", _vni(latin).text


def _marked(text: str) -> list[str]:
    """The words that hold more than plain letters."""
    return [word for word in _WORD.findall(text) if not word.isascii()]


def _likeness(text: str) -> float:
    """The share of words with marks that are Vietnamese syllables; symbols within words count against it."""
    words = _marked(unicodedata.normalize("NFC", text))
    strange = len(re.findall(r"(?<=[^\W\d_])[\u0080-\u00bf\u00d7\u00f7\ufffd]", text))
    if not words and not strange:
        return 1.0
    return sum(map(is_syllable, words)) / (len(words) + strange)


def _tcvn3(text: str, *, upper: bool) -> Converted:
    letters = _letters("tcvn3")
    found = "".join(letters.get(char, char) for char in text)
    return Converted(found.upper() if upper and len(found.upper()) == len(found) else found, tuple(range(len(text))))


def _vni(text: str) -> Converted:
    letters, marks = _letters("vni"), _marks()
    found: list[str] = []
    origins: list[int] = []
    for index, char in enumerate(text):
        combining = marks.get(char)
        if combining and found and origins[-1] == index - 1:
            joined = unicodedata.normalize("NFC", found[-1] + combining)
            if len(joined) == 1:
                found[-1] = joined
                continue
        found.append(letters.get(char, char))
        origins.append(index)
    return Converted("".join(found), tuple(origins))
