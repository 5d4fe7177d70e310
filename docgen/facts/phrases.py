"""The words by which a clause tells what its figures measure: phrases.toml as patterns."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "phrases.toml"
TABLE: dict[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the phrases, longest first, with any spaces between their words."""
    ordered = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered)


def _at_end(words: Iterable[str]) -> re.Pattern[str]:
    # A capital makes the last word of a name of it ("Đại Từ"), unless it is the first word of all.
    pattern = any_of(words)
    return re.compile(rf"(?:(?:^|(?<=[\s,;:(“\"]))(?:{pattern})|^\s*(?i:{pattern}))\s*$")


def _at_start(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"^\s*(?:{any_of(words)})(?!\w)", re.IGNORECASE)


def _anywhere(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words)})(?!\w)", re.IGNORECASE)


UP: list[str] = TABLE["directions"]["up"]
DOWN: list[str] = TABLE["directions"]["down"]
PLAN: list[str] = TABLE["basis"]["plan"]
PREVIOUS: list[str] = TABLE["basis"]["previous"]

WHOLE = frozenset(TABLE["whole"])
CONNECTOR = _anywhere([*TABLE["connectors"], *WHOLE])
CONNECTOR_OR_JOINER = _anywhere([*TABLE["connectors"], *TABLE["joiners"], *WHOLE])
VERB = _anywhere([*TABLE["verbs"], *UP, *DOWN])
COPULA_AT_END = _at_end(TABLE["copulas"])
EXISTENTIAL_AT_END = _at_end(TABLE["existentials"])
LIGHT_AT_END = _at_end(TABLE["light"])
OPENING = _at_start(TABLE["openings"])
AUXILIARY = _anywhere(TABLE["auxiliaries"])
# "một số", "Nghị quyết số 37": there "số" measures nothing.
_NOT_MEASURED = (
    r"(?<!một\s)(?<!đa\s)(?<!hệ\s)(?<!dân\s)(?<!thiểu\s)(?<!vô\s)(?<!quyết\s)(?<!định\s)(?<!thị\s)(?<!thư\s)"
)
MEASURED = re.compile(rf"(?<!\w){_NOT_MEASURED}(?:{any_of(TABLE['measured'])})(?!\w)(?!\s+\d)", re.IGNORECASE)
PLAN_WORD = _anywhere(PLAN)
PREVIOUS_WORD = _anywhere(PREVIOUS)
COMPARED = _anywhere(TABLE["basis"]["words"])
ESTIMATE_AT_END = _at_end(TABLE["scope"]["estimate"])
PLANNED = _anywhere(TABLE["scope"]["plan"])
CUMULATIVE = _anywhere(TABLE["scope"]["cumulative"])
SIDE_AT_START = re.compile(r"^\s*(?:số\s+)?về\s+(?:\w+\s?){1,3}", re.IGNORECASE)
ADVERBS = any_of(TABLE["change"]["adverbs"])
PERIOD_LEADS = re.compile(rf"^[\s\-–—+*•.\d)]*(?:(?:{any_of(TABLE['period']['leads'])})[\s,:]*)*$", re.IGNORECASE)
PARTIAL = _at_start(TABLE["partial"])
CLAUSE = _anywhere(TABLE["clauses"])
PURPOSE = _anywhere(TABLE["purposes"])
OTHER = _at_start(TABLE["other"])
HALVES = {place: frozenset(found) for place, found in TABLE["halves"].items()}
REMAINDERS = frozenset(word for word in TABLE["connectors"] if "còn lại" in word)
TIME_UNITS = frozenset(TABLE["time_units"])
BARE_UNITS = frozenset(TABLE["bare_units"])


@cache
def companion(left: str, right: str) -> bool:
    """Whether the word before a comma and the word after it are one pair, as `tập thể, cá nhân`."""
    left, right = left.lower().rstrip(), right.lower().lstrip()
    return any(left.endswith(a) and re.match(rf"{b}(?!\w)", right) for a, b in TABLE["companions"]["pairs"])
