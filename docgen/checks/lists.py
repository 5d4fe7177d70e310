"""LST: a number of things, and the things that are then named."""

import re
from collections.abc import Iterator

from docgen.checks import cues
from docgen.checks.discourse import Discourse, Mention
from docgen.model.fact import Kind
from docgen.model.finding import Claim
from docgen.model.text import Span

_MOST = 12  # things that a sentence names at most
_LONG = 12  # words of a name at most
_OPENING = re.compile(
    r"^(?P<noun>[^:;.()\d]{0,60}?)(?P<cue>\s*:\s*|\s+(?:bao gồm|gồm có|gồm|là|đó là)\s*:?\s+)(?P<list>\S.*)$"
)
_BRACKET = re.compile(r"\([^()]*\)")


def lists_of(discourse: Discourse) -> Iterator[Claim]:
    """The numbers that are followed by a list of names to the end of their sentence, in the order of the text."""
    for mentions in discourse.by_sentence:
        if not mentions or mentions[-1].figure.kind is not Kind.COUNT:
            continue
        count = mentions[-1]
        found = _named(discourse, count)
        if found is not None:
            items, cue, span = found
            yield Claim("LST101", "list", (count.index,), ("count",), cue, span, items=items)


def _named(discourse: Discourse, count: Mention) -> tuple[int, str, Span] | None:
    """How many things are named after a number; the number itself where the commas leave it open."""
    number = count.figure.quantity
    if number.value != int(number.value) or not 2 <= number.value <= _MOST or number.approx is not None:
        return None
    sentence = discourse.sentences[count.sentence].span
    text = _BRACKET.sub("", discourse.document.text[count.figure.span.end : sentence.end])
    opened = _OPENING.match(" ".join(text.split()))
    if opened is None or cues.phrases("parts", "open_ends").search(opened.group("list")):
        return None
    names = [name.strip(" .") for name in re.split(r"[;,]", opened.group("list")) if name.strip(" .")]
    if not _are_names(names):
        return None
    least, most = len(names), sum(1 + len(re.findall(r"\svà\s", name)) for name in names)
    items = int(number.value) if least <= number.value <= most else most
    return items, opened.group("cue").strip(), Span(count.figure.span.end, sentence.end)


def _are_names(names: list[str]) -> bool:
    """Whether the pieces are names of one sort: short, each with a capital, none with a number."""
    if len(names) < 2:
        return False
    return all(
        name.removeprefix("và ")[:1].isupper() and len(name.split()) <= _LONG and not re.search(r"\d", name)
        for name in names
    )
