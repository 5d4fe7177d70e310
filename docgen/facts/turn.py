"""`A và B lần lượt là x và y` → the label of each figure in its turn."""

import re

from docgen.facts.clause import Site
from docgen.facts.indicator import Lexicon
from docgen.facts.label import core_of, joined, nominal

_IN_TURN = re.compile(r"\s*(?<!\w)lần lượt(?!\w).*$", re.IGNORECASE | re.DOTALL)
_AND = re.compile(r"\s*,\s*|\s+(?:và|cùng)\s+", re.IGNORECASE)
_SIDE = re.compile(r"^(?:về|của|tại|trong|ở)\s", re.IGNORECASE)


def labels_in_turn(site: Site, lexicon: Lexicon) -> tuple[str, ...]:
    """The labels that the words before `lần lượt` list, in their order; none where they list fewer than two."""
    if "lần lượt" not in site.head.text.lower() or not _IN_TURN.search(site.head.text):
        return ()
    words = _IN_TURN.sub("", site.head.text)
    for part, after in zip(reversed(site.parts[:-1]), reversed(site.parts), strict=False):
        if after.mark not in (",", "và", "cùng") or not part.piece:
            break
        words = f"{part.piece.text}, {words}"
    core = core_of(words, lexicon)
    listed = [item.strip() for item in _AND.split(joined(core.before, core.text)) if item.strip()]
    if len(listed) < 2:
        return ()
    first = nominal(listed[0], cut=False)
    return tuple(_whole(first, item) for item in (first, *listed[1:]))


def _whole(first: str, item: str) -> str:
    """An item with the words of the first that it leaves out: `tỷ lệ xong về việc` gives `về tiền` its `tỷ lệ xong`."""
    if item is first:
        return first
    match = re.search(rf"\s{item.split()[0]}\s", first) if _SIDE.match(item) else None
    return joined(first[: match.start()], item) if match else item
