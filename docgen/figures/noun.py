"""The counted noun behind a number: by the table of units, else by the Vietnamese tokenizer."""

import re

from docgen.figures.context import words_of
from docgen.figures.number import Line
from docgen.vi.units import UnitAt

_WINDOW = 4  # syllables shown to the tokenizer
_GAP = re.compile(r" {0,2}")
_SYLLABLES = re.compile(rf"[^\W\d_]{{1,24}}(?: [^\W\d_]{{1,24}}){{0,{_WINDOW - 1}}}(?!\w)")


def noun_after(line: Line, at: int, known: UnitAt | None) -> tuple[int, str] | None:
    """Where the counted noun behind `at` ends, and the noun in lower case; `None` where no noun stands there."""
    if known is not None:
        if any(line.low.startswith(rank, known.start) for rank in words_of("noun", "ranks")):
            return None
        if known.unit.name in words_of("noun", "classifiers"):
            more = noun_after(line, known.end, None)
            if more is not None and line.low[known.end : more[0]] == f" {more[1]}":
                return more[0], f"{known.unit.name} {more[1]}"
        return known.end, known.unit.name
    gap = _GAP.match(line.low, at)
    start = gap.end() if gap else at
    match = _SYLLABLES.match(line.low, start)
    if match is None:
        return None
    window = match.group().split(" ")
    if any(" ".join(window[:size]) in words_of("noun", "never") for size in (1, 2, 3)):
        return None
    word = _first_word(match.group())
    end = start + len(word)
    if len(word) == 1 or _is_name(line.text[start:end]):
        return None
    return end, line.low[start:end]


def _is_name(word: str) -> bool:
    """Whether every syllable begins with a capital and not all letters are: a person, a street."""
    return " " in word and not word.isupper() and all(part[0].isupper() for part in word.split(" "))


def is_whole_word(line: Line, found: UnitAt) -> bool:
    """Whether a unit is a word of its own and no syllable of a longer one ("5 đồng", but "5 đồng hồ")."""
    match = _SYLLABLES.match(line.low, found.start)
    return (
        match is None
        or len(match.group()) == found.end - found.start
        or (len(_first_word(match.group())) <= found.end - found.start)
    )


def _first_word(window: str) -> str:
    """The first word of the window as the tokenizer cuts it, behind a numeral as it stands in the text."""
    from docgen.vi.tokens import words

    found = words(f"5 {window}")
    if found[0].end > 1:  # the tokenizer glued the numeral to its noun
        return found[0].text[2:]
    return found[1].text
