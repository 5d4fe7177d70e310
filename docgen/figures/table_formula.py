"""The formulas in the heads of tables: `3=1+2`, `(7)=(3)-(6)`, `7 (6:3)`, `2=3+…+8`; and rows told by their numbers."""

import re
from collections.abc import Collection
from dataclasses import dataclass

_IDENTITY = re.compile(r"\s*[(\[]?\s*([A-Z]|\d{1,2}[a-h]?|[IVX]{1,5})\s*[)\]]?\s*")
_EQUATION = re.compile(
    r"[(\[]?\s*(?P<left>\d{1,2}[a-h]?|[A-Z])\s*[)\]]?\s*=\s*(?P<right>[(\[]?\s*(?:\d|[A-Z](?!\w)).*)", re.DOTALL
)
_IN_BRACKETS = re.compile(r"\s*(?P<left>\d{1,2}[a-h]?|[A-Z])\s*\(\s*=?\s*(?P<right>[^()=]*[-+:/x×*–][^()=]*)\)\s*")
_ROW_SUM = re.compile(
    r"\(\s*=?\s*((?:[IVX]{1,5}|[A-Z]|\d{1,2}(?:\.\d)?)(?:\s*[-+–]\s*(?:[IVX]{1,5}|[A-Z]|\d{1,2}(?:\.\d)?))+)\s*\)"
)
_ROW_EQUATION = re.compile(r"[(\[]\s*(?:[IVX]{1,5}|[A-Z]|\d{1,2})\s*=\s*([^()=]+)[)\]]")
_TOKEN = re.compile(r"\s*(?:(\d{1,3}[a-h]?%?|[IVX]{1,5}(?!\w)|[A-Z](?!\w)|\.{3}|…)|([-+:/x×*–−()\[\]]))")
_OPERATORS = {"-": "-", "–": "-", "−": "-", "+": "+", ":": "/", "/": "/", "x": "*", "×": "*", "*": "*"}
_BRACKETS = {"(": "(", "[": "(", ")": ")", "]": ")"}
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Formula:
    """`target` is the number of the column or row that the formula gives; `right` its right side in tokens.

    Operands are numbers of columns or rows, operators `+ - * / ( )`; `100` is the constant of a percentage.
    """

    target: str
    right: tuple[str, ...]

    def expression(self, letter: str) -> str:
        """The equation with `letter` before each number of a column or row: `c3 = c1 + c2`."""
        words = [word if word in "+-*/()" or word == "100" else letter + word for word in self.right]
        return f"{letter}{self.target} = {' '.join(words)}"

    @property
    def operands(self) -> frozenset[str]:
        """The numbers of the columns or rows that it is made of."""
        return frozenset(word for word in self.right if word not in "+-*/()" and word != "100")


def identity_of(text: str) -> str | None:
    """The number or letter by which a table calls a column or row; `None` where the text is something else."""
    match = _IDENTITY.fullmatch(text)
    return match[1] if match else None


def formula_of(text: str) -> Formula | None:
    """The formula that stands in a head, alone or after its words; `None` where there is none."""
    if len(text) > _LONGEST:
        return None
    match = _IN_BRACKETS.fullmatch(text)
    if match is None:
        for match in _EQUATION.finditer(text):
            if not match.start("left") or not text[match.start("left") - 1].isalnum():
                break
        else:
            return None
    return _parsed(match["left"], match["right"])


def row_formula_of(label: str, identity: str | None, known: Collection[str]) -> Formula | None:
    """The formula in a row's label, `Tổng số (I+II)` or `III=I-II`; all its rows must be `known`."""
    if len(label) > _LONGEST:
        return None
    match = _ROW_EQUATION.search(label) or _ROW_SUM.search(label)
    if match is None:
        return None
    formula = _parsed(identity or "0", match[1])
    return formula if formula is not None and formula.operands <= set(known) else None


def _parsed(target: str, right: str) -> Formula | None:
    words: list[str] = []
    at = depth = 0
    while at < len(right):
        token = _TOKEN.match(right, at)
        if token is None:
            break
        word = token[1] or _BRACKETS.get(token[2]) or _OPERATORS[token[2]]
        if word == ")" and not depth:
            break
        depth += (word == "(") - (word == ")")
        words.append("100" if word == "100%" else "…" if word in ("...", "…") else word)
        at = token.end()
    if right[at:].strip(" .;)]%"):
        return None
    words = _unwrapped(_spread(words))
    is_sound = depth == 0 and _is_alternating(words) and target not in words
    return Formula(target, tuple(words)) if is_sound else None


def _spread(words: list[str]) -> list[str]:
    """The words with `3+…+8` written out."""
    if "…" not in words:
        return words
    place = words.index("…")
    ends = words[place - 2 : place - 1] + words[place + 2 : place + 3]
    if len(ends) < 2 or not all(end.isdigit() for end in ends) or words[place - 1] != "+" or words[place + 1] != "+":
        return []
    between = [word for number in range(int(ends[0]) + 1, int(ends[1])) for word in (str(number), "+")]
    return [*words[:place], *between, *words[place + 2 :]]


def _unwrapped(words: list[str]) -> list[str]:
    """The words without brackets around a single number: `(3)-(6)`."""
    found: list[str] = []
    for word in words:
        found.append(word)
        if word == ")" and len(found) > 2 and found[-3] == "(":
            found[-3:] = [found[-2]]
    return found


def _is_alternating(words: list[str]) -> bool:
    """Whether operands and operators take turns, and there is at least one operator."""
    bare = [word for word in words if word not in "()"]
    return (
        len(bare) >= 3
        and all((word in "+-*/") == bool(place % 2) for place, word in enumerate(bare))
        and len(bare) % 2 == 1
    )
