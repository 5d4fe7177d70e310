"""The words by which a clause tells what its figures measure: phrases.toml as patterns."""

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "phrases.toml"
TABLE: dict[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest that fits, with any spaces between their words."""
    return _branches(_tree(words))


def _tree(words: Iterable[str]) -> dict[str, Any]:
    """The phrases letter by letter, so that what two begin with is read once; an end is an empty letter."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for letter in " ".join(word.split()):
            node = node.setdefault(letter, {})
        node[""] = {}
    return root


def _branches(node: dict[str, Any]) -> str:
    """The pattern of what can go on; the end comes last, as the longest is to be found."""
    found = [
        (r"\s+" if letter == " " else re.escape(letter)) + _rest(after) for letter, after in node.items() if letter
    ]
    return "|".join([*found, ""] if "" in node else found)


def _rest(node: dict[str, Any]) -> str:
    return _branches(node) if len(node) == 1 else f"(?:{_branches(node)})"


class AtEnd:
    """Phrases at the end of a text."""

    def __init__(self, words: Iterable[str]) -> None:
        words = tuple(words)
        pattern = any_of(words)
        # A capital makes the last word of a name of it ("Đại Từ"), unless it is the first word of all.
        self._pattern = re.compile(rf"(?:(?:^|(?<=[\s,;:(“\"]))(?:{pattern})|^\s*(?i:{pattern}))\s*$")
        self.last = frozenset(word.split()[-1] for word in words)

    def search(self, text: str) -> re.Match[str] | None:
        """The phrase that the text ends with, the spaces around it included; `None` where there is none."""
        last = text.rpartition(" ")[2]
        if last.isalpha() and last.lower() not in self.last:
            return None
        return self._pattern.search(text)

    def cut(self, text: str) -> str:
        """The text without the phrase that it ends with."""
        match = self.search(text)
        return text[: match.start()] if match else text


def _at_start(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"^\s*(?:{any_of(words)})(?!\w)", re.IGNORECASE)


def anywhere(words: Iterable[str], *, after: Iterable[str] = (), then: str = "") -> re.Pattern[str]:
    """A pattern for whole phrases in any case, not after the words `after`.

    Their first letters stand before all else: the search skips from one to the next.
    """
    letters, rest = after_first_letter(words)
    never = "".join(rf"(?<!{word}\s.)" for word in after)
    return re.compile(rf"[{letters.lower()}{letters.upper()}](?<!\w.)(?i:{never}(?:{rest}))(?!\w){then}")


def after_first_letter(words: Iterable[str]) -> tuple[str, str]:
    """The first letters of the phrases, and the pattern of what follows right behind each."""
    heads = {letter: _rest(rest) for letter, rest in _tree(words).items()}
    return "".join(heads), "|".join(rf"(?<={letter})(?:{tail})" for letter, tail in heads.items())


UP: list[str] = TABLE["directions"]["up"]
DOWN: list[str] = TABLE["directions"]["down"]
PLAN: list[str] = TABLE["basis"]["plan"]
PREVIOUS: list[str] = TABLE["basis"]["previous"]

WHOLE = frozenset(TABLE["whole"])
CONNECTOR = anywhere([*TABLE["connectors"], *WHOLE])
CONNECTOR_OR_JOINER = anywhere([*TABLE["connectors"], *TABLE["joiners"], *WHOLE])
VERB = anywhere([*TABLE["verbs"], *UP, *DOWN])
COPULA_AT_END = AtEnd(TABLE["copulas"])
EXISTENTIAL_AT_END = AtEnd(TABLE["existentials"])
LIGHT_AT_END = AtEnd(TABLE["light"])
LAST_WORDS = COPULA_AT_END.last | EXISTENTIAL_AT_END.last | LIGHT_AT_END.last
OPENING = _at_start(TABLE["openings"])
AUXILIARY = anywhere(TABLE["auxiliaries"])
# "một số", "Nghị quyết số 37": there "số" measures nothing.
_NOT_MEASURED = ("một", "đa", "hệ", "dân", "thiểu", "vô", "quyết", "định", "thị", "thư")
MEASURED = anywhere(TABLE["measured"], after=_NOT_MEASURED, then=r"(?!\s+\d)")
PLAN_WORD = anywhere(PLAN)
PREVIOUS_WORD = anywhere(PREVIOUS)
COMPARED = anywhere(TABLE["basis"]["words"])
ESTIMATE_AT_END = AtEnd(TABLE["scope"]["estimate"])
PLANNED = anywhere(TABLE["scope"]["plan"])
CUMULATIVE = anywhere(TABLE["scope"]["cumulative"])
SIDE_AT_START = re.compile(r"^\s*(?:số\s+)?về\s+(?:\w+\s?){1,3}", re.IGNORECASE)
ADVERBS = any_of(TABLE["change"]["adverbs"])
PERIOD_LEADS = re.compile(rf"^[\s\-–—+*•.\d)]*(?:(?:{any_of(TABLE['period']['leads'])})[\s,:]*)*$", re.IGNORECASE)
PARTIAL = _at_start(TABLE["partial"])
CLAUSE = anywhere(TABLE["clauses"])
PURPOSE = anywhere(TABLE["purposes"])
OTHER = _at_start(TABLE["other"])
HALVES = {place: frozenset(found) for place, found in TABLE["halves"].items()}
REMAINDERS = frozenset(word for word in TABLE["connectors"] if "còn lại" in word)
TIME_UNITS = frozenset(TABLE["time_units"])
BARE_UNITS = frozenset(TABLE["bare_units"])


@lru_cache(maxsize=4096)
def companion(left: str, right: str) -> bool:
    """Whether the word before a comma and the word after it are one pair, as `tập thể, cá nhân`."""
    left, right = left.lower().rstrip(), right.lower().lstrip()
    return any(left.endswith(a) and re.match(rf"{b}(?!\w)", right) for a, b in TABLE["companions"]["pairs"])
