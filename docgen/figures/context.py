"""What a number is not: a place in a list, a name, a document, a clock (`context.toml`)."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from docgen.figures.number import Line
from docgen.vi.numerals import Numeral
from docgen.vi.syllable import is_syllable
from docgen.vi.units import folded

_UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_LONGEST_NAME = 4  # digits
_WORDS_BACK, _LONGEST_WORD = 5, 40
_SLOGAN = re.compile(r'["“‘«]\d{1,2} [^"“”‘’«».;:%]{2,40}["”’»]')
_QUOTES = "([{“\"'‘«"
_MAKE = re.compile(r"(?=\w*[^\W\d_])(?=\w*\d)\w+")


@cache
def table() -> dict[str, Any]:
    """The parsed `context.toml`."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def words_of(part: str, key: str = "words") -> frozenset[str]:
    """The folded words that one part of the table lists under `key`."""
    return frozenset(folded(word) for word in table()[part][key])


@cache
def _shapes(at: str) -> re.Pattern[str]:
    """The shapes that begin at one sort of place, in one pattern."""
    patterns = (shape["pattern"] for shape in table()["shape"] if shape["at"] == at)
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns).replace("\\p{Lu}", f"[{_UPPER}]"))


@cache
def _link() -> re.Pattern[str]:
    links = sorted(table()["chain"]["links"], key=len, reverse=True)
    return re.compile(rf" ?(?:{'|'.join(map(re.escape, links))}) ?| {{1,2}}")


def shapes(text: str, numerals: list[Numeral]) -> list[tuple[int, int]]:
    """The stretches around the numerals of a line whose numbers are none by their shape; in order, none in another."""
    opening = _shapes("line").match(text)
    found = [opening.span()] if opening else []
    end = opening.end() if opening else 0
    for numeral in numerals:
        if numeral.form == "words" or numeral.start < end:
            continue
        span = _shape_at(text, numeral.start, end)
        if span is not None:
            found.append(span)
            end = span[1]
    return found


def _shape_at(text: str, at: int, least: int) -> tuple[int, int] | None:
    """The shape that covers the digit at `at` and does not begin before `least`."""
    places = [at, at - 1] if at > least and text[at - 1] in "[(+" else [at]
    for place in places:
        match = _shapes("digit").match(text, place)
        if match:
            return match.span()
    for place in _word_starts(text, at, least):
        match = _shapes("word").match(text, place)
        if match and match.end() > at:
            return match.span()
    return None


def _word_starts(text: str, at: int, least: int) -> list[int]:
    """Where the word that holds `at` starts, and the four before it, the nearest first."""
    starts = []
    place = at
    for _ in range(_WORDS_BACK):
        low = max(least, place - _LONGEST_WORD)
        space = text.rfind(" ", low, place)
        place = start = space + 1 if space >= 0 else low
        while start < at and text[start] in _QUOTES:
            start += 1
        starts.append(start)
        if place <= least:
            break
        place -= 1
    return starts


def is_name(line: Line, at: int) -> bool:
    """Whether the number at `at` ends the name of a building or a make ("Nhiệt điện Thái Bình 2", "E5RON 92")."""
    words, written = line.before(at, 8), line.written_before(at)
    size = 0
    while size < len(written) and any(char.isupper() for char in written[-size - 1]):
        size += 1
    if size == 0:
        return False
    if _MAKE.fullmatch(written[-1]) or _is_foreign(written[-1]):
        return True
    lead, name = words[:-size], words[-size:-1]
    pairs = [" ".join(name[place : place + length]) for length in (1, 2) for place in range(len(name))]
    return any(" ".join(lead[-length:]) in words_of("named") for length in (1, 2)) or any(
        pair in words_of("named") for pair in pairs
    )


def is_slogan(line: Line, numeral: Numeral) -> bool:
    """Whether a bare number stands in a motto ("“4 tại chỗ”", "“5 không, 3 sạch”")."""
    first = max(0, numeral.start - _LONGEST_WORD)
    opening = max(line.text.rfind(mark, first, numeral.start) for mark in '"“‘«')
    match = _SLOGAN.match(line.text, opening) if opening >= 0 else None
    return match is not None and match.end() > numeral.end


def _is_foreign(word: str) -> bool:
    """Whether a word is a foreign name ("iPhone", "Games") and no acronym."""
    return word.isalpha() and len(word) > 3 and not word.isupper() and not is_syllable(word)


def is_headed(line: Line, numeral: Numeral, *, bare: bool) -> bool:
    """Whether a head before the number makes a name of it ("Điều 26", "đợt 8").

    `bare`: nothing countable stands behind it.
    """
    text, low, start, end = line.text, line.low, numeral.start, numeral.end
    plain = text[start:end].isdigit()
    words = line.before(start)
    is_label = low[max(0, start - 2) : start].rstrip().endswith(":")
    for size in range(len(words), 0, -1):
        phrase, before = " ".join(words[-size:]), words[-size - 1 : -size]
        if before and before[0] in table()["half"].get(phrase, ()):
            return False
        if is_label and not phrase.endswith("số") and phrase not in words_of("labelled"):
            continue
        if phrase in words_of("strong"):
            return bare or plain
        if not bare or not plain or end - start > _LONGEST_NAME:
            continue
        if phrase in words_of("weak"):
            return _names(phrase, before, int(low[start:end]))
        if phrase in words_of("document") and not set(before) & words_of("document", "not_after"):
            rest = low[end : end + 12].lstrip()
            goes_on = any(rest.startswith(word) for word in words_of("document", "goes_on"))
            titled = text[max(0, start - len(phrase) - 3) : start].rstrip(" :")[-len(phrase) :][:1].isupper()
            return titled or goes_on or bool(set(before) & words_of("document", "by"))
    return False


def _names(head: str, before: list[str], number: int) -> bool:
    """Whether a weak head names this number: it is no half of a longer word, and the number is not too large."""
    weak = table()["weak"]
    return not set(before) & set(weak["not_after"].get(head, ())) and number <= weak["most"].get(head, number)


def is_ordinal(line: Line, at: int) -> bool:
    """Whether the number at `at` is a place in an order ("thứ 34/225 quốc gia")."""
    words = line.before(at, 2)
    return any(" ".join(words[-size:]) in words_of("ordinal") for size in (1, 2))


def is_linked(low: str, numeral: Numeral, before: Numeral) -> bool:
    """Whether a number goes on a list that begins with the number before it ("đợt 1, 2 và 3")."""
    return _link().fullmatch(low, before.end, numeral.start) is not None
