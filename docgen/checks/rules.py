"""The checks as a person reads of them: code, name, title and page, taken from the docstrings of `pages`."""

import inspect
from dataclasses import dataclass
from functools import cache

from docgen.checks.pages import changes, rates, repeats, sources, sums, writing
from docgen.errors import DocgenError

HEADINGS = ("Kiểm tra gì", "Vì sao", "Ví dụ sai", "Ví dụ đúng", "Cách sửa", "Nguồn")


@dataclass(frozen=True, slots=True)
class Rule:
    """One check. `slug` names it in data, `title` in a list; `page` is its whole page, plain text."""

    code: str
    slug: str
    title: str
    page: str

    def section(self, heading: str) -> list[str]:
        """The lines under a heading of the page, without their indent and bullets."""
        lines, inside = [], False
        for line in self.page.splitlines():
            if line.strip() in HEADINGS:
                inside = line.strip() == heading
            elif inside and line.strip():
                lines.append(line.strip().removeprefix("- "))
        return lines


@cache
def rules() -> dict[str, Rule]:
    """All checks by code, in the order of their codes."""
    found = {}
    for family in (sums, rates, changes, repeats, sources, writing):
        for code, check in vars(family).items():
            if inspect.isclass(check) and check.__module__ == family.__name__:
                page = inspect.getdoc(check) or ""
                title = page.splitlines()[0].rstrip(".")
                found[code] = Rule(code, vars(check)["slug"], title, page)
    return dict(sorted(found.items()))


def rule_of(code: str) -> Rule:
    """The check of a code; an unknown code is a `DocgenError` E510."""
    found = rules().get(code.upper())
    if found is None:
        near = [known for known in rules() if known.startswith(code.upper()[:3])]
        hint = f"có các mã: {', '.join(near)}" if near else "xem danh sách bằng docgen rules"
        raise DocgenError("E510", f"Không có kiểm tra nào mang mã {code}", seen=code, hint=hint)
    return found
