"""What is wrong in a template or happens while it is poured, each with its exact place."""

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.errors import DocgenError
from docgen.fill.tags import Place


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a template: its place, the tag as written, the cause and the cure, in Vietnamese."""

    code: str
    message: str
    place: Place
    tag: str = ""
    hint: str = ""

    def __str__(self) -> str:
        lines = [f"{self.message} [{self.code}]", f"  ở đâu   {self.place}"]
        lines += [f"  thẻ     {' '.join(self.tag.split())}"] if self.tag else []
        lines += [f"  làm gì  {self.hint}"] if self.hint else []
        return "\n".join(lines)


class TemplateError(DocgenError):
    """All faults of a template at once, in the order in which a reader meets them."""

    def __init__(self, source: str, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        count = len(self.problems)
        super().__init__(
            first.code,
            f"mẫu có {count} lỗi" if count > 1 else first.message,
            where=f"{source}, {first.place}",
            seen=first.tag,
            hint=first.hint,
        )
        self.source = source

    def __str__(self) -> str:
        if len(self.problems) == 1:
            return f"{self.source}: {self.problems[0]}"
        return "\n".join([f"{self.source}: {self.message}", *map(str, self.problems)])

    def __reduce__(self) -> tuple[object, ...]:
        return TemplateError, (self.source, self.problems)


class PourError(DocgenError):
    """A fault met while one row was poured; `name` is the field that is missing, if one is."""

    def __init__(
        self, code: str, message: str, *, where: str = "", seen: str = "", hint: str = "", name: str = ""
    ) -> None:
        super().__init__(code, message, where=where, seen=seen, hint=hint)
        self.name = name

    def __reduce__(self) -> tuple[object, ...]:
        return _pour_error, (self.code, self.message, self.where, self.seen, self.hint, self.name)


def _pour_error(code: str, message: str, where: str, seen: str, hint: str, name: str) -> PourError:
    return PourError(code, message, where=where, seen=seen, hint=hint, name=name)
