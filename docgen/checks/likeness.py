"""What a figure is called, as a bag of words, and how much alike two are called."""

import re
from functools import lru_cache

from docgen.checks.cues import separator, words
from docgen.checks.discourse import Discourse, Mention
from docgen.checks.stance import is_apart

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE, _BEHIND = 90, 60  # characters around a figure that tell what it is
_NEAR, _AFTER = 14, 8  # words before and after a figure that name it
_TOPIC = 300  # characters that may name a figure through those told with it


@lru_cache(maxsize=8192)
def words_in(text: str) -> frozenset[str]:
    """The words of a text that tell something of what is counted."""
    return frozenset(word for word in _WORD.findall(text) if word not in words("empty"))


def words_of(mention: Mention) -> frozenset[str]:
    """The words that name a figure: its unit, what follows it, what precedes it."""
    unit = _WORD.findall(mention.figure.quantity.unit or "")
    after = _WORD.findall(mention.after)[:_AFTER]
    before = _WORD.findall(mention.before)[-_NEAR:]
    return frozenset(word for word in (*unit, *after, *before) if word not in words("empty"))


def topic_of(discourse: Discourse, mention: Mention) -> frozenset[str]:
    """The words that may name a figure: all from the figure of its sort before it in the sentence, and its own."""
    sentence = discourse.sentences[mention.sentence]
    start = sentence.span.start
    for earlier in discourse.by_sentence[mention.sentence]:
        if earlier.index >= mention.index:
            break
        if earlier.dimension == mention.dimension and not is_apart(earlier):
            start = earlier.figure.span.end
    text = discourse.between(max(start, mention.figure.span.start - _TOPIC), mention.figure.span.start)
    label = separator().split(mention.after)[0]
    return words_in(text) | words_in(label) | words_in(mention.figure.quantity.unit or "")


def likeness(one: Mention, other: Mention) -> int:
    """How many words two figures are both called by."""
    return len(words_of(one) & words_of(other))


class Naming:
    """How much alike the figures of a document are called, by the words near them."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._near: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {}

    def near(self, mention: Mention) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words before a figure, the nearest first, and those after it, within its sentence; numbers left out."""
        if mention.index not in self._near:
            sentence, figure = self._discourse.sentences[mention.sentence].span, mention.figure.span
            before = self._discourse.between(max(sentence.start, figure.start - _BEFORE), figure.start)
            after = self._discourse.between(figure.end, min(sentence.end, figure.end + _BEHIND))
            self._near[mention.index] = (tuple(reversed(_WORD.findall(before)[-9:])), tuple(_WORD.findall(after)[:7]))
        return self._near[mention.index]

    def shared(self, one: Mention, other: Mention) -> int:
        """How many telling words stand near both figures."""
        return len(self._bag(one) & self._bag(other))

    def doubt(self, one: Mention, other: Mention) -> int:
        """Of a thousand pairs so alike whose numbers differ by a slip, how many are two facts."""
        shared = self.shared(one, other)
        (before, after), (before_other, after_other) = self.near(one), self.near(other)
        same = _in_step(before, before_other) + _in_step(after, after_other)
        doubt = (900, 400, 200, 100, 60)[min(shared, 4)]
        if same >= 4:
            doubt //= 6
        elif same >= 2:
            doubt //= 2
        return doubt

    def _bag(self, mention: Mention) -> frozenset[str]:
        before, after = self.near(mention)
        return frozenset(word for word in (*before, *after) if word not in words("empty"))


def _in_step(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many words the two have in common from the figure on, in the same order."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
