"""The names of places and units in a text → the place that each figure speaks of."""

import re
import tomllib
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from docgen.facts.clause import Layout, Site
from docgen.facts.phrases import after_first_letter, any_of
from docgen.knowledge.match import the_one
from docgen.knowledge.places import Place

TABLE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "places.toml").read_text(encoding="utf-8"))
_CAPITAL = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_NAME = rf"[{_CAPITAL}][\w'.]*(?:[ -]+[{_CAPITAL}][\w']*){{0,3}}"
_NUMBER = r"\s+\d{1,2}(?![\d.,/%])"
_NUMBERED = rf"(?i:{any_of(TABLE['numbered'])}){_NUMBER}"
_KIND = rf"(?:{any_of(TABLE['kinds'])})"
_OFFICE = re.compile(rf"(?:{any_of(TABLE['offices'])})\s+[{_CAPITAL}]")
_LAST_NAME = re.compile(rf"(?:^|(?<=\s))(?:[{_CAPITAL}][\w.]*\s+){{1,4}}[{_CAPITAL}][\w.]*$")
_PROVINCE = re.compile(r"(?i:tỉnh|thành phố|TP|T\.P)\b")
_WORD = re.compile(r"[\w.]+")
_TITLE_LINES = 6
_TITLE = 160


@dataclass(frozen=True, slots=True)
class Mention:
    """A place or unit where it is named; `name` is its key."""

    start: int
    end: int
    name: str


@lru_cache(maxsize=8)
def _pattern(places: tuple[Place, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds a name, and the key of every name and alias."""
    keys = {alias.lower(): place.name for place in places for alias in (place.name, *place.aliases)}
    known, names = after_first_letter(alias for place in places for alias in (place.name, *place.aliases))
    a_known = rf"(?<=[{known}])(?:{names})" if known else "(?!)"
    offices, office = after_first_letter(TABLE["ministries"])
    heads, unit = after_first_letter(TABLE["units"])
    kinds, kind = after_first_letter(TABLE["kinds"])
    counts, numbered = after_first_letter(TABLE["numbered"])
    whole, all_of = after_first_letter(TABLE["whole"])
    either = (kinds + counts + whole).lower()
    # The first letter stands before all else: the search skips from one to the next.
    pattern = re.compile(
        rf"[{known}{offices}{heads}{either}{either.upper()}](?<!\w.)(?:(?<=[{offices}{heads}])(?:(?:{office})(?!\w)"
        rf"|(?:{unit})\s+(?:{_NUMBERED}|(?:(?i:{_KIND})\s*)?{_NAME}))|(?i:{numbered}){_NUMBER}|(?i:{kind})"
        rf"\s*(?P<name>{_NAME})|{a_known}(?!\w)|(?i:{all_of}))(?!\w)"
    )
    return pattern, keys


class Gazetteer:
    """The places named in one document, and which of them speaks for a figure."""

    def __init__(self, layout: Layout, places: tuple[Place, ...]) -> None:
        self._layout = layout
        pattern, keys = _pattern(places)
        self._all = [self._mention(match, keys) for match in pattern.finditer(layout.normal.text)]
        self._starts = [mention.start for mention in self._all]

    @staticmethod
    def _mention(match: re.Match[str], keys: dict[str, str]) -> Mention:
        text = " ".join(match[0].split())
        named = match["name"] or text
        key = keys.get(text.lower()) or keys.get(named.lower())
        if key is None and match["name"] and _PROVINCE.match(text):
            key = the_one(named, dict.fromkeys(keys.values()))
        return Mention(match.start(), match.end(), key or text)

    @staticmethod
    def names_place(text: str) -> bool:
        """Whether a text begins with the name of a place or a unit."""
        return _OFFICE.match(text) is not None or _pattern(())[0].match(text) is not None

    def stated(self, site: Site) -> str | None:
        """The place that the words leading to the figure name, the last of them."""
        found = self.within(site.parts[0].piece.start, site.start)
        if found:
            return found[-1].name
        if site.mark == "(" and not site.head and len(site.parts) > 1:
            before = site.parts[-2].piece.text
            return before if is_proper(before) else None
        return None

    def first(self, start: int, end: int) -> str | None:
        """The first place named in a stretch."""
        found = self.within(start, end)
        return found[0].name if found else None

    @cached_property
    def of_document(self) -> str | None:
        """The place that the first lines name, where all that they name is one."""
        text = self._layout.normal.text
        lines = [(s, e) for s, e in self._layout.blocks[:_TITLE_LINES] if e - s <= _TITLE and text[e - 1] not in ".;"]
        names = {mention.name for start, end in lines for mention in self.within(start, end)}
        return names.pop() if len(names) == 1 else None

    def within(self, start: int, end: int) -> list[Mention]:
        """The places named in a stretch, in its order."""
        low = bisect_left(self._starts, start)
        high = bisect_left(self._starts, end)
        return self._all[low:high]


def name_at_end(words: str) -> str | None:
    """The proper name that words end with, of two words or more: who did it, as in `chấp hành viên Nguyễn Văn A`."""
    last = words.rpartition(" ")[2]
    match = _LAST_NAME.search(words) if last[:1].isupper() else None
    return match[0].strip() if match else None


def is_proper(name: str) -> bool:
    """Whether it is two words or more, all with a capital, as `Krông Bông`, or an office, as `Bộ Công an`."""
    words = _WORD.findall(name)
    if len(words) < 2 or not words[0][0].isupper():
        return False
    return all(word[0].isupper() for word in words) or (len(words) < 6 and _OFFICE.match(name) is not None)
