"""A form: its text, its fields, and where it comes from."""

import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.forms.ooxml import Element

FIELDS: dict[str, dict[str, object]] = tomllib.loads(
    (Path(__file__).parent / "fields.toml").read_text(encoding="utf-8")
)
ORDER = ("id", "label", "aliases", "kind", "required", "choices", "default", "example", "source")


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the shelf.

    `fields` names its fields in the order in which a person fills them, from the dictionary fields.toml; a leading `!`
    marks what the form cannot do without. `key` is the field that tells the rows of a list apart, where a list makes
    one document a row. `changes` overrides entries of the dictionary for this form alone. `note` is what its maker
    tells the person, line by line. `verified` is whether the official text itself was read.
    """

    slug: str
    title: str
    source: str
    verified: bool
    body: Callable[[], list[Element]]
    fields: tuple[str, ...]
    key: str = ""
    note: str = ""
    changes: Mapping[str, Mapping[str, object]] | None = None
    is_landscape: bool = False
    setup: Callable[[], Element] | None = None

    def declared(self) -> list[dict[str, object]]:
        """The fields with everything that is known of them."""
        changes = self.changes or {}
        found = []
        for mark in self.fields:
            id = mark.removeprefix("!")
            entry = {"id": id, **FIELDS[id], **changes.get(id, {})}
            entry["required"] = mark.startswith("!")
            found.append(entry)
        return found

    def fields_toml(self) -> str:
        """The text of the form's fields.toml."""
        lines = [f"# {line}".rstrip() for line in self.note.strip().splitlines()]
        lines += ["", "[form]"] if lines else ["[form]"]
        lines += [
            f"slug = {_toml(self.slug)}",
            f"title = {_toml(self.title)}",
            f"source = {_toml(self.source)}",
            f"verified = {_toml(self.verified)}",
        ]
        for entry in self.declared():
            lines += _entry("field", entry)
        return "\n".join(lines) + "\n"


def _entry(name: str, entry: Mapping[str, object]) -> list[str]:
    lines = ["", f"[[{name}]]"]
    for key in ORDER:
        if key in entry and entry[key] not in ("", []):
            lines.append(f"{key} = {_toml(entry[key])}")
    for column in entry.get("column", ()):  # type: ignore[attr-defined]
        lines += _entry(f"{name}.column", {"required": False, **column})
    return lines


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False)
