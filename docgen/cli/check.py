"""`docgen check FILE…`."""

import sys
from dataclasses import dataclass

import click

from docgen.cli.streams import FAILED, FINDINGS, NOTHING, Verb, console, tell, told_apart
from docgen.errors import DocgenError
from docgen.model.finding import Report, Severity
from docgen.pipeline import Options
from docgen.pipeline import check as check_file

_FILE = click.Path(dir_okay=False)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The files that a call asks for besides what it prints."""

    annotate: str | None
    html: str | None
    sarif: str | None
    xlsx: str | None
    force: bool

    def demand_one(self, files: tuple[str, ...]) -> None:
        """Refuses a file for one document where several are checked."""
        for option, path in (("--annotate", self.annotate), ("--html", self.html)):
            if path and len(files) != 1:
                raise DocgenError(
                    "E501", f"{option} chỉ dùng khi soát đúng một tệp", where=path, hint="chạy riêng từng tệp"
                )


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
@click.option("--annotate", type=_FILE, metavar="RA.docx", help="Ghi bản Word có nhận xét tại số nghi sai.")
@click.option("--html", type=_FILE, metavar="RA.html", help="Ghi trang xem kết quả bằng trình duyệt.")
@click.option("--sarif", type=_FILE, metavar="RA.sarif", help="Ghi kết quả dạng SARIF 2.1.0.")
@click.option("--xlsx", type=_FILE, metavar="RA.xlsx", help="Ghi phát hiện và mọi số liệu ra Excel.")
@click.option("--force", is_flag=True, help="Ghi đè tệp đã có.")
@click.option("--domain", type=click.Path(), help="Thư mục chỉ tiêu của ngành khác.")
@click.option("--as-rejected", is_flag=True, help="Đọc văn bản như khi từ chối các sửa đổi được theo dõi.")
def command(
    files: tuple[str, ...],
    as_json: bool,
    fail_level: str,
    domain: str | None,
    as_rejected: bool,
    **outputs: str | bool | None,
) -> None:
    """Soát từng TỆP: đối chiếu các con số với nhau, chỉ ra chỗ không khớp. Dấu - là đọc từ đầu vào chuẩn.

    Mã thoát: 0 không thấy gì, 1 có phát hiện, 2 có tệp không đọc được.
    """
    wanted = Wanted(**outputs)  # type: ignore[arg-type]
    wanted.demand_one(files)
    options, least = Options.of(domain, as_rejected), Severity(fail_level)
    reports: list[tuple[str, Report]] = []
    failed = False
    for source in files:
        try:
            with told_apart(source):
                report = check_file(source, options)
        except DocgenError as error:
            _tell_error(source, error, as_json)
            failed = True
            continue
        _show(source, report, as_json, least)
        reports.append((source, report))
    _write(wanted, reports)
    found = any(finding.severity.rank >= least.rank for _, report in reports for finding in report.findings)
    sys.exit(FAILED if failed else FINDINGS if found else NOTHING)


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


def _write(wanted: Wanted, reports: list[tuple[str, Report]]) -> None:
    if not reports:
        return
    source, report = reports[0]
    if wanted.annotate:
        from docgen.outputs.annotate import annotate_file

        annotate_file(source, report, wanted.annotate, force=wanted.force)
        _written(wanted.annotate)
    if wanted.html:
        from docgen.outputs.html import write_html

        write_html(wanted.html, source, report, force=wanted.force)
        _written(wanted.html)
    if wanted.sarif:
        from docgen.outputs.sarif import write_sarif

        write_sarif(wanted.sarif, reports, force=wanted.force)
        _written(wanted.sarif)
    if wanted.xlsx:
        from docgen.outputs.tables import write_findings

        write_findings(wanted.xlsx, reports, force=wanted.force)
        _written(wanted.xlsx)


def _written(path: str) -> None:
    click.echo(f"Đã ghi {path}", err=True)
