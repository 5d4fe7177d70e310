"""`docgen check FILE…`."""

import sys

import click

from docgen.cli.streams import FAILED, FINDINGS, NOTHING, Verb, console, tell, told_apart
from docgen.errors import DocgenError
from docgen.model.finding import Report, Severity
from docgen.pipeline import Options
from docgen.pipeline import check as check_file


@click.command("check", cls=Verb, short_help="Soát bản thảo.")
@click.argument("files", nargs=-1, required=True, metavar="TỆP…")
@click.option("--json", "as_json", is_flag=True, help="In JSON Lines, mỗi tệp một dòng.")
@click.option(
    "--fail-level",
    type=click.Choice([severity.value for severity in Severity]),
    default=Severity.WARNING.value,
    show_default=True,
    help="Mức thấp nhất được in ra và làm mã thoát bằng 1.",
)
@click.option("--domain", type=click.Path(), help="Thư mục chỉ tiêu của ngành khác.")
@click.option("--as-rejected", is_flag=True, help="Đọc văn bản như khi từ chối các sửa đổi được theo dõi.")
def command(files: tuple[str, ...], as_json: bool, fail_level: str, domain: str | None, as_rejected: bool) -> None:
    """Soát từng TỆP: đối chiếu các con số với nhau, chỉ ra chỗ không khớp.

    Mã thoát: 0 không thấy gì, 1 có phát hiện, 2 có tệp không đọc được.
    """
    options = Options.of(domain, as_rejected)
    least = Severity(fail_level)
    worst = NOTHING
    for source in files:
        try:
            with told_apart(source):
                report = check_file(source, options)
        except DocgenError as error:
            _tell_error(source, error, as_json)
            worst = FAILED
            continue
        _show(source, report, as_json, least)
        if any(finding.severity.rank >= least.rank for finding in report.findings):
            worst = max(worst, FINDINGS)
    sys.exit(worst)


def _show(source: str, report: Report, as_json: bool, least: Severity) -> None:
    if as_json:
        from docgen.outputs.json import check_line

        click.echo(check_line(source, report))
    else:
        from docgen.outputs.terminal import show_check

        show_check(console(), source, report, least=least)


def _tell_error(source: str, error: DocgenError, as_json: bool) -> None:
    if as_json:
        from docgen.outputs.json import CHECK, error_line

        click.echo(error_line(CHECK, source, error))
    else:
        tell(error)
