"""How the corpora of `docgen/vi` are read: one entry a module, the values found in a spelling in text order."""

import re
import unicodedata
from collections.abc import Callable

from docgen.vi import dates, digits, groups, legacy, numerals, period, spelled, tokens, units
from docgen.vi.chains import number_at
from docgen.vi.normal import normal
from docgen.vi.syllable import is_syllable


def _normal(spelling: str) -> list[str]:
    plain = normal(spelling).text
    return [plain] if plain != spelling else []


def _with_step(value, step) -> str:
    return f"{value:f} ± {step:f}"


def _digits(spelling: str) -> list[str]:
    read = digits.digits_of(spelling)
    if read is None:
        return []
    others = "".join(f" | {_with_step(*other)}" for other in read.others)
    return [_with_step(read.value, read.step) + others + (f" [{read.fault}]" if read.fault else "")]


def _spelled(spelling: str) -> list[str]:
    word = spelled.words().get(spelling)
    return [] if word is None else [f"{word.part} {word.number}"]


def _groups(spelling: str) -> list[str]:
    term = groups.term_at(numerals.tokens_of(spelling), 0)
    return [] if term is None else [f"{term.value:f} × {term.scale:f}"]


def _chains(spelling: str) -> list[str]:
    chain = number_at(numerals.tokens_of(spelling), 0)
    return [] if chain is None else [f"{chain.value:f}"]


def _numerals(spelling: str) -> list[str]:
    found = numerals.scan(normal(spelling).text)
    return [
        _with_step(one.value, one.step)
        + (f" {one.form}" if one.form != "digits" else "")
        + "".join(f" | {value:f}" for value, _ in one.alternatives)
        + (f" [{one.fault}]" if one.fault else "")
        for one in found
    ]


def _writing(spelling: str) -> list[str]:
    one = numerals.read(spelling)
    return [] if one is None else [numerals.write_money(one.value)]


def _legacy(spelling: str) -> list[str]:
    charset = legacy.charset_of(spelling)
    return [] if charset is None else [f"{charset}: {legacy.convert(spelling, charset).text}"]


def _syllable(spelling: str) -> list[str]:
    return [unicodedata.normalize("NFC", spelling).lower()] if is_syllable(spelling) else []


def _tokens(spelling: str) -> list[str]:
    return [word.text for word in tokens.words(spelling) if " " in word.text and not word.text[0].isdigit()]


def _units(spelling: str) -> list[str]:
    number = re.match(r"\d+(?:[.,]\d+)*(?: triệu)?|năm", spelling)
    found = units.unit_after(units.folded(spelling), number.end())
    return [f"{found.unit.name} {found.unit.dimension}"] if found else []


def _dates(spelling: str) -> list[str]:
    moment = dates.moment_at(normal(spelling).text.lower(), 0)
    if moment is None:
        return []
    names = ("year", "quarter", "month", "day", "months", "relative")
    fields = [f"{name} {getattr(moment, name)}" for name in names if getattr(moment, name) is not None]
    return [", ".join(fields)]


def _period(spelling: str) -> list[str]:
    return [one.iso for one in period.periods(normal(spelling).text)]


READERS: dict[str, Callable[[str], list[str]]] = {
    "normal": _normal,
    "digits": _digits,
    "spelled": _spelled,
    "groups": _groups,
    "chains": _chains,
    "numerals": _numerals,
    "writing": _writing,
    "dates": _dates,
    "period": _period,
    "legacy": _legacy,
    "syllable": _syllable,
    "tokens": _tokens,
    "units": _units,
}


def read(module: str, spelling: str) -> list[str]:
    return READERS[module](spelling)
