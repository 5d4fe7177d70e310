"""The heads of a list ↔ the fields of a form: by name where they agree, else by likeness, always shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docgen.errors import DocgenError
from docgen.fill.expression import folded, key
from docgen.fill.fields import Field
from docgen.fill.heads import is_ordinal
from docgen.knowledge.match import nearest

LEAST_LIKENESS = 86.0


@dataclass(frozen=True, slots=True)
class Pair:
    """A head of the list and the field it feeds. `likeness` is 100 where the names agree or a person said so."""

    head: str
    field: Field
    likeness: float = 100.0

    @property
    def is_sure(self) -> bool:
        """Whether nothing has to be confirmed."""
        return self.likeness >= 100


@dataclass(frozen=True, slots=True)
class Matching:
    """Which head feeds which field; `unused` heads feed none, `absent` fields get nothing from the list."""

    pairs: tuple[Pair, ...]
    unused: tuple[str, ...]
    absent: tuple[Field, ...]

    @property
    def doubtful(self) -> tuple[Pair, ...]:
        """The pairs that only resemble each other, to be shown and confirmed."""
        return tuple(pair for pair in self.pairs if not pair.is_sure)


def matching(heads: Sequence[str], fields: Sequence[Field], given: Mapping[str, str] | None = None) -> Matching:
    """The matching of heads and fields. `given` maps heads to field ids and goes before everything.

    Raises `DocgenError` E203 where `given` names a head or a field that is not there.
    """
    pairs: dict[str, Pair] = {}
    taken: set[str] = set()
    for head, name in (given or {}).items():
        found_head, found = _given(head, name, heads, fields)
        pairs[found_head] = Pair(found_head, found)
        taken.add(found.id)
    for form in (key, folded):
        for head in heads:
            if head in pairs:
                continue
            fitting = [each for each in fields if each.id not in taken and form(head) in map(form, each.names)]
            by_label = [each for each in fitting if form(each.label) == form(head) or form(each.id) == form(head)]
            if fitting and form(head):
                chosen = (by_label or fitting)[0]
                pairs[head] = Pair(head, chosen)
                taken.add(chosen.id)
    _by_likeness(heads, fields, pairs, taken)
    ordered = tuple(pairs[head] for head in heads if head in pairs)
    unused = tuple(head for head in heads if head not in pairs and not is_ordinal(head))
    absent = tuple(each for each in fields if each.id not in taken)
    return Matching(ordered, unused, absent)


def _given(head: str, name: str, heads: Sequence[str], fields: Sequence[Field]) -> tuple[str, Field]:
    found_head = next((each for each in heads if key(each) == key(head)), None)
    found = next((each for each in fields if key(name) in map(key, each.names)), None)
    if found_head is None:
        near = nearest(head, heads, least=50)
        hint = f"có phải là cột «{near[0][0]}» không?" if near else f"các cột: {', '.join(heads)}"
        raise DocgenError("E203", "danh sách không có cột này", seen=head, hint=hint)
    if found is None:
        near = nearest(name, [each.id for each in fields], least=50)
        hint = f"có phải là «{near[0][0]}» không?" if near else "xem các trường: docgen templates"
        raise DocgenError("E203", "mẫu không có trường này", seen=name, hint=hint)
    return found_head, found


def _by_likeness(heads: Sequence[str], fields: Sequence[Field], pairs: dict[str, Pair], taken: set[str]) -> None:
    """Gives the likeliest remaining pairs, best first."""
    candidates = []
    for head in heads:
        if head in pairs or is_ordinal(head) or not key(head):
            continue
        for each in fields:
            if each.id not in taken:
                found = nearest(head, (each.label, *each.aliases), least=LEAST_LIKENESS)
                if found and _is_alike_in_length(head, found[0][0]):
                    candidates.append((min(found[0][1], 99.0), head, each))
    for likeness, head, each in sorted(candidates, key=lambda candidate: -candidate[0]):
        if head not in pairs and each.id not in taken:
            pairs[head] = Pair(head, each, likeness)
            taken.add(each.id)


def _is_alike_in_length(head: str, name: str) -> bool:
    """Whether neither name is a mere word of the other: `Tên` is not `Tên cơ quan chủ quản`."""
    shorter, longer = sorted((len(key(head)), len(key(name))))
    return shorter >= 0.5 * longer
