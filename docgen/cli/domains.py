"""`docgen domains [FOLDER]`."""

import sys

import click

from docgen.cli.streams import FINDINGS, Verb, tell


@click.command("domains", cls=Verb, short_help="Liệt kê và soát các bộ chỉ tiêu.")
@click.argument("folder", required=False, metavar="[THƯ_MỤC]", type=click.Path())
def command(folder: str | None) -> None:
    """Liệt kê các bộ chỉ tiêu đang có; với THƯ_MỤC thì soát bộ chỉ tiêu trong đó và chỉ ra chỗ sai."""
    from docgen.knowledge.load import DOMAINS, load, problems

    slips = problems(folder or DOMAINS)
    for slip in slips:
        tell(slip)
    if slips:
        sys.exit(FINDINGS)
    for domain in load(folder).domains:
        verified = sum(indicator.verified for indicator in domain.indicators)
        click.echo(
            f"{domain.id:<14} {domain.label} · {len(domain.indicators)} chỉ tiêu ({verified} đã kiểm chứng), "
            f"{len(domain.identities)} hệ thức"
        )
