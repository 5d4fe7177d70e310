"""The wordings that state relations, as regexes derived from the one table of them."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table() -> dict[str, Any]:
    """The wordings by family, as they stand in cues.toml."""
    return tomllib.loads(files("docgen.checks").joinpath("cues.toml").read_text(encoding="utf-8"))


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for whichever of the phrases stands there, the longest first, whole words only."""
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(_whole(phrase) for phrase in longest) + ")"


def _whole(phrase: str) -> str:
    before = r"(?<!\w)" if phrase[0].isalnum() else ""
    after = r"(?!\w)" if phrase[-1].isalnum() else ""
    return before + re.escape(phrase) + after


@cache
def moved() -> re.Pattern[str]:
    """Finds the verb of change right before a number: `up` or `down`, and `loose` for words not of the table."""
    direction = table()["direction"]
    between = any_of(direction["between"])
    return re.compile(
        rf"(?:(?P<up>{any_of(direction['up'])})|(?P<down>{any_of(direction['down'])}))"
        rf"(?P<between>(?:[\s(]+{between})*)(?P<loose>(?:\s+(?!{any_of(direction['arrival'])})(?:[^\W\d]+|(?:19|20)\d\d)){{0,5}}?)[\s(:]*(?:{between}[\s]*)*$"
    )


@cache
def arrived() -> re.Pattern[str]:
    """Finds the word before a number that says a change ended there ("xuống còn", "lên tới")."""
    direction = table()["direction"]
    return re.compile(rf"(?<!trở ){any_of(direction['arrival'])}(?:\s+{any_of(direction['between'])})*[\s(:]*$")


@cache
def told_to_compare() -> re.Pattern[str]:
    """Finds, in the words before a number, that it is told only for the sake of a comparison."""
    return re.compile(rf"{any_of(table()['compare']['told'])}[^;:,]{{0,60}}$")


@cache
def departed() -> re.Pattern[str]:
    """Finds the word before a number that says a change began there ("từ")."""
    return re.compile(
        rf"{any_of(table()['direction']['departure'])}(?:\s+{any_of(table()['direction']['between'])})*[\s(:]*$"
    )


@cache
def margin() -> re.Pattern[str]:
    """Finds the verb of a margin right before a number: `over` or `under`."""
    direction = table()["direction"]
    between = any_of(direction["between"])
    return re.compile(
        rf"(?:(?P<over>{any_of(direction['over'])})|(?P<under>{any_of(direction['under'])}))(?:\s+{between})*[\s(:]*$"
    )


@cache
def parts_follow() -> re.Pattern[str]:
    """Finds a wording after which the parts of a total are listed: `whole` (nothing is left out) or `some`."""
    parts = table()["parts"]
    return re.compile(rf"(?P<whole>{any_of(parts['whole'])})|(?P<some>{any_of(parts['some'])})")


@cache
def share() -> re.Pattern[str]:
    """Finds a wording right before a percentage that makes it a part of a whole."""
    return re.compile(rf"{any_of(table()['rate']['share'])}")


@cache
def phrases(family: str, name: str) -> re.Pattern[str]:
    """Finds any phrase of one list of the table."""
    return re.compile(any_of(table()[family][name]))


@cache
def compared() -> re.Pattern[str]:
    """Finds, in the words before a number, that it is what another is compared with."""
    return re.compile(rf"(?:{any_of(table()['compare']['previous'])}|(?<!\d)(?:19|20)\d\d(?!\d))[^;:,]{{0,60}}$")


@cache
def separator() -> re.Pattern[str]:
    """Finds what parts one label from the next."""
    return re.compile(r"[;,.():]|(?<!\w)(?:và|còn|trong đó|tăng|giảm|vượt)(?!\w)")


@cache
def words(name: str) -> frozenset[str]:
    """A set of single words of the table."""
    return frozenset(table()["words"][name].split())


@cache
def totalled() -> re.Pattern[str]:
    """Finds, in the words before a number, that it is a total of what was told before."""
    return re.compile(rf"{any_of(table()['parts']['total'])}[^;:()]{{0,90}}$")


@cache
def lacking() -> re.Pattern[str]:
    """Finds "chưa …" or "không …" in the words before a number: `what` is lacking."""
    return re.compile(r"(?:chưa|không)\s+(?P<what>\w+(?:\s+\w+){0,5}?)\s*:?\s*$")


@cache
def closing() -> re.Pattern[str]:
    """Finds the words that lead to the last share of a whole, and not to where a figure went."""
    return re.compile(rf"(?<!xuống )(?<!chỉ )(?<!hiện ){any_of(table()['rate']['closing'])}")


@cache
def refers_back() -> re.Pattern[str]:
    """Matches, right after a number, the words that say it was told before."""
    return re.compile(rf"\s*(?:\w+\s+){{0,3}}{any_of(table()['repeat']['back'])}")


@cache
def pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """The labels that share a whole out between them, two and two."""
    return tuple((re.compile(_whole(a)), re.compile(_whole(b))) for a, b in table()["parts"]["pairs"])


@cache
def _left() -> re.Pattern[str]:
    return re.compile(rf"{any_of(table()['parts']['rest'])}[^;,()]{{0,60}}$")


def left_over(before: str, after: str) -> str | None:
    """The wording around a number that makes it what is left of a whole; `None` where there is none."""
    match = _left().search(before)
    if match:
        return match.group()[:24].strip()
    behind = re.match(r"[^;,.()]{0,12}(còn lại)", after)
    return behind.group(1) if behind else None


@cache
def target() -> re.Pattern[str]:
    """Finds, in the words before a number, that it is what was to be reached."""
    return re.compile(rf"{any_of(table()['target']['names'])}[^;,]{{0,50}}$")


@cache
def averaged() -> re.Pattern[str]:
    """Finds, in the words before a number, that it is so much each."""
    return re.compile(rf"{any_of(table()['each']['average'])}[^;:,]{{0,40}}$|(?<!\w)mỗi\s[^;:,]{{0,40}}$")


@cache
def times() -> re.Pattern[str]:
    """Finds, in the words before a number, that another is so many times as much."""
    return re.compile(rf"{any_of(table()['each']['times'])}[^;:,]{{0,20}}$")


@cache
def set_out() -> re.Pattern[str]:
    """Finds "tăng từ" or "giảm từ" right before a number: `up` or `down`."""
    return re.compile(r"(?:(?P<up>tăng)|(?P<down>giảm))(?:\s+\w+){0,3}?\s+từ(?:\s+mức)?\s*$")


@cache
def numbered() -> re.Pattern[str]:
    """Finds, right before a number, what is named by it: a form, a clause, a version ("Mẫu 3.1")."""
    return re.compile(rf"{any_of(table()['numbered']['names'])}(?:\s+số)?\s*$")
