"""The number words: each with its part in the grammar, and the regular expressions derived from the one table."""

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any


class Part:
    """What a word does in a spelled number.

    Plain strings: looking up the members of an `Enum` costs the scanner a tenth of its time.
    """

    DIGIT = "digit"  # một … chín: opens a number
    ZERO = "zero"
    AFTER_TENS = "after tens"  # mốt, tư, lăm: only follows
    TEN = "ten"  # mười
    TENS = "tens"  # mươi, chục
    HUNDRED = "hundred"
    SCALE = "scale"
    FILLER = "filler"  # linh, lẻ
    POINT = "point"  # phẩy
    HALF_MORE = "half more"  # rưỡi
    HALF = "half"  # nửa
    MINUS = "minus"
    WRITTEN = "written"  # not a word: digits
    BREAK = "break"  # not a word: what ends a number


@dataclass(frozen=True, slots=True)
class Word:
    """A number word. `number` is its value or scale; `short` words only follow written digits.

    `alone`: the word by itself is a number.
    """

    part: str
    number: Decimal = Decimal(0)
    short: bool = False
    misspelt: bool = False
    alone: bool = False


@cache
def table() -> dict[str, Any]:
    """The table of number words as its file has it."""
    return tomllib.loads(files("docgen.vi").joinpath("numerals.toml").read_text(encoding="utf-8"))


@cache
def words() -> dict[str, Word]:
    """Every number word in lower case."""
    found: dict[str, Word] = {}
    for digit in table()["digit"]:
        value = Decimal(digit["value"])
        alone = digit.get("alone", ())
        found |= {word: Word(Part.DIGIT if value else Part.ZERO, value, alone=True) for word in digit["leading"]}
        found |= {word: Word(Part.AFTER_TENS, value, alone=word in alone) for word in digit.get("after_tens", ())}
    for scale in table()["scale"]:
        value = Decimal(scale["value"])
        found |= {word: Word(Part.SCALE, value) for word in scale["words"]}
        found |= {word: Word(Part.SCALE, value, misspelt=True) for word in scale.get("misspelt", ())}
        found |= {word: Word(Part.SCALE, value, short=True) for word in scale.get("short", ())}
    parts = {
        "ten": Word(Part.TEN, Decimal(10), alone=True),
        "tens": Word(Part.TENS, Decimal(10)),
        "hundred": Word(Part.HUNDRED, Decimal(100)),
        "filler": Word(Part.FILLER),
        "filler_misspelt": Word(Part.FILLER, misspelt=True),
        "point": Word(Part.POINT),
        "half_more": Word(Part.HALF_MORE),
        "half": Word(Part.HALF),
        "minus": Word(Part.MINUS),
    }
    for name, part in parts.items():
        found |= dict.fromkeys(table()["word"][name], part)
    return found


def _guards() -> dict[str, str]:
    """For each scale word that begins other words, what must not follow it."""
    return {
        word: rf"(?! +(?:{'|'.join(scale['not_before'])})(?!\w))"
        for scale in table()["scale"]
        for word in scale["words"]
        if "not_before" in scale
    }


@cache
def patterns() -> list[str]:
    """A regular expression for each number word as a whole syllable, longest first, each beginning with a literal."""
    guards = _guards()
    ordered = sorted(words().items(), key=lambda entry: len(entry[0]), reverse=True)
    # The look-behind stands after the word: a pattern that begins with a letter is found by its first character.
    # Digits may touch a word ("5tỷ"), letters may not; after a short one they may follow too ("1tr2").
    return [
        re.escape(word)
        + (r"(?![^\W0-9])" if entry.short else r"(?!\w)")
        + rf"(?<![^\W0-9]{word})"
        + guards.get(word, "")
        for word, entry in ordered
    ]
