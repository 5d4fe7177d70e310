"""DUP: one fact written in two places, in the headline, the lead, the body, a caption."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from docgen.checks.discourse import Discourse, Mention
from docgen.checks.naming import LONG, Forms, Label, Naming, digits_of
from docgen.checks.reading import Weighing
from docgen.checks.stance import is_apart, noun_of
from docgen.model.fact import Kind
from docgen.model.finding import Claim

_RECENT, _FIRST = 10, 4  # figures of like digits that one is compared with: the latest, and the first of the text
_HEADS, _BODY = 20, 60  # rounded figures of headline and lead, and figures each is compared with
_CLEAR = 1  # words in common that let two equal figures be one fact
_TELLING = 3
_LEAD = 2  # sentences of headline and lead, which the body repeats


def equals_of(
    discourse: Discourse, weighing: Weighing, confirmed: frozenset[int], accused: frozenset[int]
) -> Iterator[Claim]:
    """The facts a text writes more than once.

    `confirmed` are figures that other relations bear out, `accused` those that other relations contradict.
    """
    twins: dict[int, list[int]] = {}
    near: list[tuple[Mention, Mention]] = []
    naming, forms = Naming(discourse), Forms(discourse)
    for one, other in _candidates(discourse):
        if not forms.may_be_one(one, other):
            continue
        if weighing.interval(one.index).meets(weighing.interval(other.index)):
            same = one.figure.quantity.value == other.figure.quantity.value
            alike = naming.shared(one, other) >= _CLEAR and not naming.differ(one, other, is_short=not same)
            if alike or naming.refers_back(other) or digits_of(one) >= LONG:
                _join(twins, one.index, other.index)
        else:
            near.append((one, other))
    told: set[int] = set()
    for odd in _odd_ones(discourse, weighing, naming, forms, near, twins, confirmed, accused):
        told.update(odd)
        yield _claim(tuple(sorted(odd)), "UNI101" if _is_unit_slip(discourse, odd) else "DUP101")
    for group in {min(group): group for group in twins.values()}.values():
        if not told.issuperset(group):
            yield _claim(tuple(sorted(group)))


def _odd_ones(
    discourse: Discourse,
    weighing: Weighing,
    naming: Naming,
    forms: Forms,
    near: list[tuple[Mention, Mention]],
    twins: dict[int, list[int]],
    confirmed: frozenset[int],
    accused: frozenset[int],
) -> Iterator[set[int]]:
    """The figures that differ by a slip from what the same fact is elsewhere, with all that tell that fact."""
    told: set[int] = set()
    near = near + list(_orphans(discourse, weighing, naming, forms, twins))
    near.sort(key=lambda pair: (-naming.shared(*pair), pair[0].index, pair[1].index))
    for one, other in near:
        pair = {one.index, other.index}
        if pair & told or pair & accused or all(i in confirmed or i in twins for i in pair):
            continue
        if not _is_one_fact(naming, one, other, twins) or _differ(discourse, naming, one, other):
            continue
        if weighing.is_near(_claim((one.index, other.index))):
            group = pair.union(twins.get(one.index, ()), twins.get(other.index, ()))
            told.update(group)
            yield group


def _is_one_fact(naming: Naming, one: Mention, other: Mention, twins: dict[int, list[int]]) -> bool:
    """Whether two figures a slip apart are called so much alike that they are one fact.

    The bounds were set by annotated reports and articles, where two facts so alike are a slip apart in one or two
    texts of a hundred: the fewer digits a number has, the more must be said of both figures.
    """
    digits = min(digits_of(one), digits_of(other))
    if digits >= LONG:
        return True
    if naming.refers_back(other) and not {one.index, other.index} & twins.keys() and digits > 1:
        return True
    shared, label = naming.shared(one, other), naming.label(one, other)
    leads = one.sentence <= _LEAD
    if one.dimension == "%":
        return _is_one_share(one, other, digits, shared, label, leads)
    if one.figure.kind is Kind.COUNT:
        return _is_one_count(one, other, digits, shared, label, leads)
    if one.figure.kind is Kind.MULTIPLE:
        return shared > 2 or label.common > 0
    if digits >= _TELLING:
        return shared > 0 or label.common > 0
    return (leads and (shared > 0 or label.common > 0)) or shared >= (3, 4)[digits - 1]


def _is_one_share(one: Mention, other: Mention, digits: int, shared: int, label: Label, leads: bool) -> bool:
    if digits == 1:
        return label.common > 1 or label.is_same or (_length(one) != _length(other) and shared > 1)
    if digits < _TELLING:
        return shared > 2 or (leads and shared > 1) or (label.is_same and shared > 0)
    return shared > 1 or label.is_same or (leads and shared > 0)


def _is_one_count(one: Mention, other: Mention, digits: int, shared: int, label: Label, leads: bool) -> bool:
    if digits >= _TELLING:
        # A digit lost or doubled is told only where both are called alike: 512 sơ thẩm is no slip of 4.512 thụ lý.
        return shared > 0 and (_length(one) == _length(other) or label.common > 0)
    apart = other.sentence - one.sentence > 1
    if label.is_same and apart and not is_apart(one):
        return True
    if one.is_spelled or other.is_spelled:
        return False
    if digits == 1 and leads and label.common > 0 and shared > 1 and not is_apart(one):
        return _length(one) == _length(other)
    return digits > 1 and leads and label.common > 0 and shared > 2 and _length(one) == _length(other)


def _is_unit_slip(discourse: Discourse, group: Iterable[int]) -> bool:
    """Whether the digits are the same and only their scale differs, as "35,2 tỷ" and "35,2 triệu"."""
    values = {discourse.figures[i].quantity.value for i in group}
    return max(values) / min(values) in (1000, 1_000_000) if min(values) > 0 else False


def _orphans(
    discourse: Discourse, weighing: Weighing, naming: Naming, forms: Forms, twins: dict[int, list[int]]
) -> Iterator[tuple[Mention, Mention]]:
    """The rounded figures of headline and lead with what they may be in the text, if told as they should be."""
    lead = [m for place in range(_LEAD + 1) for told in discourse.by_sentence[place : place + 1] for m in told]
    for head in lead[:_HEADS]:
        if head.index in twins or head.figure.quantity.approx is None:
            continue
        later = (m for m in discourse.mentions if m.sentence > head.sentence and digits_of(m) > digits_of(head))
        body = list(islice((m for m in later if forms.may_be_one(head, m) and _as_large(head, m)), _BODY))
        if any(weighing.holds(_claim((head.index, m.index))) for m in body):
            continue
        for mention in body:
            if weighing.is_near(_claim((head.index, mention.index))) and not _differ(discourse, naming, head, mention):
                yield head, mention


def _as_large(one: Mention, other: Mention) -> bool:
    a, b = abs(one.figure.quantity.value), abs(other.figure.quantity.value)
    return a < 3 * b and b < 3 * a


def _candidates(discourse: Discourse) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of figures whose digits are the same but for one, the earlier first; a bounded number for each."""
    buckets: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in discourse.mentions:
        seen: set[int] = set()
        for key in ((mention.dimension, key) for key in _keys(_digits(discourse, mention))):
            bucket = buckets[key]
            for earlier in (*bucket[:_FIRST], *bucket[-_RECENT:]):
                if earlier.index not in seen:
                    seen.add(earlier.index)
                    yield earlier, mention
            bucket.append(mention)


def _keys(digits: str) -> Iterable[str]:
    """The digits, and the digits without each one of them: strings one slip apart share such a key."""
    return {digits, *(digits[:i] + digits[i + 1 :] for i in range(len(digits)))}


def _digits(discourse: Discourse, mention: Mention) -> str:
    written = "".join(filter(str.isdigit, mention.figure.number.of(discourse.document.text)))
    return written or format(mention.figure.quantity.value.normalize(), "f")


def _differ(discourse: Discourse, naming: Naming, one: Mention, other: Mention) -> bool:
    """Whether the words or the figures told with them say that two figures are two facts."""
    digits = min(digits_of(one), digits_of(other))
    if digits < LONG and _in_other_company(discourse, one, other):
        return True
    return naming.differ(one, other, is_short=digits < _TELLING)


def _in_other_company(discourse: Discourse, one: Mention, other: Mention) -> bool:
    """Whether the figure told next to each counts the same, but another number of it ("71 vụ, 33 người")."""
    for step in (1, -1):
        beside, beside_other = (discourse.by_figure.get(m.index + step) for m in (one, other))
        if beside is None or beside_other is None:
            continue
        near = beside.sentence == one.sentence and beside_other.sentence == other.sentence
        noun = noun_of(beside)
        if near and noun and noun == noun_of(beside_other) != noun_of(one) and beside.dimension == one.dimension:
            return beside.figure.quantity.value != beside_other.figure.quantity.value
    return False


def _length(mention: Mention) -> int:
    return len(str(int(abs(mention.figure.quantity.value))))


def _join(twins: dict[int, list[int]], one: int, other: int) -> None:
    mine, theirs = twins.setdefault(one, [one]), twins.setdefault(other, [other])
    if mine is theirs:
        return
    mine.extend(theirs)
    for member in theirs:
        twins[member] = mine


def _claim(figures: tuple[int, ...], code: str = "DUP101") -> Claim:
    return Claim(code, "equal", figures, tuple("member" for _ in figures), "", trust=2)
