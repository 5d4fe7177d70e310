"""What the verbs share at the door: consoles, messages of errors, and the exit codes 0, 1, 2."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from docgen.errors import DocgenError

if TYPE_CHECKING:
    from rich.console import Console

NOTHING, FINDINGS, FAILED = 0, 1, 2


def utf8() -> None:
    """Makes both streams write UTF-8, whatever the code page of the machine."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


def console() -> "Console":
    """The console on standard output; as wide as the terminal, 120 columns where it is none."""
    from rich.console import Console

    utf8()
    return Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else 120)


@contextmanager
def told_apart(source: str) -> Iterator[None]:
    """Turns a fault of the program itself into a `DocgenError` E900 that names the file, so that the others go on."""
    try:
        yield
    except (DocgenError, click.exceptions.Exit, click.ClickException, BrokenPipeError):
        raise
    except Exception as fault:
        if os.environ.get("DOCGEN_DEBUG"):
            raise
        raise DocgenError(
            "E900",
            "docgen gặp lỗi ngoài dự kiến",
            where=source,
            seen=f"{type(fault).__name__}: {fault}",
            hint="tệp không bị thay đổi; đặt DOCGEN_DEBUG=1 rồi chạy lại để in chi tiết gửi người phát triển",
        ) from fault


def tell(error: DocgenError) -> None:
    """Prints an error on standard error."""
    click.echo(f"docgen: {error}", err=True)


def pairs_of(written: tuple[str, ...], option: str) -> dict[str, str]:
    """The pairs of a repeated option `NAME=VALUE`."""
    pairs = {}
    for each in written:
        name, equals, value = each.partition("=")
        if not equals or not name.strip():
            raise DocgenError(
                "E502", f"{option} cần dạng TÊN=GIÁ_TRỊ", seen=each, hint=f'ví dụ: {option} "dia_danh=Hà Nội"'
            )
        pairs[name.strip()] = value.strip()
    return pairs


class Verb(click.Command):
    """A verb whose `DocgenError` is told without a traceback and ends with code 2."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The parts of the usage line, the word for options in Vietnamese."""
        self.options_metavar = "[TÙY CHỌN]"
        return super().collect_usage_pieces(ctx)

    def invoke(self, ctx: click.Context) -> object:
        """The verb's result."""
        utf8()
        try:
            with told_apart(self.name or ""):
                return super().invoke(ctx)
        except DocgenError as error:
            tell(error)
            ctx.exit(FAILED)
