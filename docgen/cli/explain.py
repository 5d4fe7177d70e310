"""`docgen explain CODE`."""

import click

from docgen.cli.streams import Verb


@click.command("explain", cls=Verb, short_help="Giải thích một mã kiểm tra.")
@click.argument("code", metavar="MÃ")
def command(code: str) -> None:
    """In trang giải thích của một phép kiểm tra, ví dụ: docgen explain SUM101."""
    from docgen.checks.rules import rule_of
    from docgen.commendation.shown import PAGES, page_of, slug_of

    if (law := code.upper()) in PAGES:
        click.echo(f"{law} · {slug_of(law)}\n\n{page_of(law)}")
        return
    rule = rule_of(code)
    click.echo(f"{rule.code} · {rule.slug}\n\n{rule.page}")
