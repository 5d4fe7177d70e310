"""What a figure is called, as a bag of words, and how much alike two are called."""

import re
from functools import lru_cache

from docgen.checks.cues import separator, words
from docgen.checks.discourse import Discourse, Mention
from docgen.checks.stance import is_apart

_WORD = re.compile(r"[^\W\d_]+")
_NEAR, _AFTER = 14, 8  # words before and after a figure that name it
_BACK = 12  # figures told before it in the sentence
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
    if mention.index not in discourse.topics:
        discourse.topics[mention.index] = _topic(discourse, mention)
    return discourse.topics[mention.index]


def _topic(discourse: Discourse, mention: Mention) -> frozenset[str]:
    sentence = discourse.sentences[mention.sentence]
    start = sentence.span.start
    for earlier in reversed(discourse.beside(mention, _BACK, 0)[:-1]):
        if earlier.dimension == mention.dimension and not is_apart(earlier):
            start = earlier.figure.span.end
            break
    text = discourse.between(max(start, mention.figure.span.start - _TOPIC), mention.figure.span.start)
    label = separator().split(mention.after)[0]
    return words_in(text) | words_in(label) | words_in(mention.figure.quantity.unit or "")


def likeness(one: Mention, other: Mention) -> int:
    """How many words two figures are both called by."""
    return len(words_of(one) & words_of(other))
