"""`docgen rules`."""

import click

from docgen.cli.streams import Verb


@click.command("rules", cls=Verb, short_help="Liệt kê các phép kiểm tra.")
def command() -> None:
    """Liệt kê mọi phép kiểm tra với mã và tên; docgen explain MÃ in trang của từng phép."""
    from docgen.checks.rules import rules
    from docgen.commendation.shown import PAGES, page_of

    for rule in rules().values():
        click.echo(f"{rule.code}  {rule.title}")
    for code in sorted(PAGES):
        click.echo(f"{code}  {page_of(code).splitlines()[0].rstrip('.')}")
