"""How a figure is told: as a level, or as a change and in which direction."""

from dataclasses import dataclass
from functools import lru_cache

from docgen.checks import cues
from docgen.checks.cues import words
from docgen.checks.discourse import Mention
from docgen.model.fact import Kind


@dataclass(frozen=True, slots=True)
class Stance:
    """`direction` is 0 for a level. `tight`: nothing but the verb and an approximation stands before the number."""

    direction: int = 0
    tight: bool = False


def stance_of(mention: Mention) -> Stance:
    """Whether the words before a figure make it a change, and which way."""
    if mention.figure.sign < 0 or mention.before.endswith(("(-", "(–")):
        return Stance(-1, True)
    return _stance(mention.before[-80:])


@lru_cache(maxsize=16384)
def _stance(before: str) -> Stance:
    if cues.arrived().search(before):
        return Stance()
    moved = cues.moved().search(before)
    if moved is None:
        return Stance()
    loose = moved.group("loose").strip()
    if moved.group("up") == "hơn" and not cues.compared().search(loose):
        return Stance()
    return Stance(1 if moved.group("up") else -1, not loose or cues.compared().fullmatch(loose) is not None)


def is_apart(mention: Mention) -> bool:
    """Whether the figure is a length of time, an age or a mark, which no total of things includes."""
    unit = (mention.figure.quantity.unit or "").split(" ")[0]
    return mention.figure.kind is Kind.COUNT and unit in words("apart")


def noun_of(mention: Mention) -> str:
    """The head of the counted noun, with the courts' words for a case made one."""
    if mention.figure.kind is not Kind.COUNT:
        return mention.dimension
    unit = (mention.figure.quantity.unit or "").split(" ")[0]
    return "vụ" if unit in ("việc", "án") else unit


def is_alike(total: Mention, part: Mention) -> bool:
    """Whether a part counts what its total counts, or leaves it unsaid ("trường hợp", "người")."""
    noun = noun_of(part)
    return not noun or noun in words("any") or noun == noun_of(total) or noun_of(total) in words("any")
