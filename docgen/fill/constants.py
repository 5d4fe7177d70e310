"""Values that are the same in every row: columns that a list need not repeat."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from docgen.fill.expression import key
from docgen.fill.rows import Row, Rows


@dataclass(frozen=True, slots=True)
class _Extended(Sequence[Row]):
    """Rows with further columns, made when they are asked for."""

    rows: Sequence[Row]
    constants: Mapping[str, Any]

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        row = self.rows[index]
        return replace(row, values={**self.constants, **row.values})


def with_constants(rows: Rows, constants: Mapping[str, Any]) -> Rows:
    """The list with a column for each constant; where the list has that column itself, the list's cell goes before."""
    heads = {key(head) for head in rows.heads}
    new = {name: value for name, value in constants.items() if key(name) not in heads}
    if not new:
        return rows
    return replace(rows, heads=(*rows.heads, *new), rows=_Extended(rows.rows, new))
