"""Text as it is compared: composed letters and plain spaces, with the way back to the original offsets."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from docgen.model.text import Span

# One character each, so that offsets stay: spaces of print and of the web, hyphens that must not break, full-width
# forms (％ and digits out of PDF files), and two foreign letters that look like Đ.
_ALIKE = {
    **dict.fromkeys(
        "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
    **dict.fromkeys("\u2010\u2011", "-"),
    "\u00d0": "Đ",
    "\u0189": "Đ",
    "\u00f0": "đ",
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
}
_TABLE = str.maketrans(_ALIKE)
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_MARKS = "\u0300-\u036f"
_UNUSUAL = re.compile(f"[{''.join(map(re.escape, _ALIKE))}{_UNSEEN}{_MARKS}]")
_MOVING = re.compile(f"[{_UNSEEN}]+|[^{_UNSEEN}{_MARKS}][{_MARKS}]+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Normal:
    """A normalised text and where its characters come from.

    Letters are composed (NFC), every space-like character is one plain space, characters without width are gone, line
    breaks stay. `moves` are the places where the offsets shift: start and end here, start and end in the original.
    """

    text: str
    moves: tuple[tuple[int, int, int, int], ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The span of the original that `text[start:end]` was made of."""
        if not self.moves:
            return Span(start, end)
        first = self._origin(start)[0]
        return Span(first, max(first, self._origin(end - 1)[1] if end > start else first))

    def _origin(self, place: int) -> tuple[int, int]:
        """Where the character at `place` starts and ends in the original."""
        at = bisect_right(self.moves, place, key=lambda move: move[0]) - 1
        if at < 0:
            return place, place + 1
        _, end, from_start, from_end = self.moves[at]
        if place < end:
            return from_start, from_end
        return from_end + place - end, from_end + place - end + 1


def normal(text: str) -> Normal:
    """The text as it is compared; old and new tone marks are left as they are."""
    if not _UNUSUAL.search(text):
        return Normal(text)
    pieces: list[str] = []
    moves: list[tuple[int, int, int, int]] = []
    done = length = 0
    for match in _MOVING.finditer(text):
        start, end = match.span()
        kept = "" if match[0][0] in _UNSEEN else unicodedata.normalize("NFC", match[0])
        pieces += text[done:start], kept
        length += start - done
        moves.append((length, length + len(kept), start, end))
        length += len(kept)
        done = end
    pieces.append(text[done:])
    return Normal("".join(pieces).translate(_TABLE), tuple(moves))
