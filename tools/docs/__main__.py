"""Writes `docs/lenh.md`, the reference of the verbs, from their own help: `python -m tools.docs`."""

from pathlib import Path

import click

from docgen.cli import VERBS, main

REFERENCE = Path(__file__).parents[2] / "docs" / "lenh.md"


def reference() -> str:
    """The reference as Markdown: each verb's help as it is printed."""
    parts = ["# Danh mục lệnh\n\nSinh tự động từ phần trợ giúp của chương trình.\n"]
    context = click.Context(main, info_name="docgen", **{**main.context_settings, "terminal_width": 100})
    for name in VERBS:
        command = main.get_command(context, name)
        if command is None:
            raise LookupError(name)
        with click.Context(command, info_name=name, parent=context, terminal_width=100) as inner:
            help_text = "\n".join(line.rstrip() for line in command.get_help(inner).splitlines())
        parts.append(f"## docgen {name}\n\n```\n{help_text}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8")
