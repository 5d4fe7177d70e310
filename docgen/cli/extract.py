"""`docgen extract FILE…`."""

import sys

import click

from docgen.cli.streams import FAILED, NOTHING, Verb, console, tell, told_apart
from docgen.errors import DocgenError
from docgen.pipeline import Options, indicator_names
from docgen.pipeline import extract as extract_file


@click.command("extract", cls=Verb, short_help="Lấy số liệu.")
@click.argument("files", nargs=-1, required=True, metavar="TỆP…")
@click.option("--json", "as_json", is_flag=True, help="In JSON Lines, mỗi tệp một dòng.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Ghi ra tệp .xlsx hoặc .csv.")
@click.option("--force", is_flag=True, help="Ghi đè tệp đã có.")
@click.option("--domain", type=click.Path(), help="Thư mục chỉ tiêu của ngành khác.")
@click.option("--as-rejected", is_flag=True, help="Đọc văn bản như khi từ chối các sửa đổi được theo dõi.")
def command(
    files: tuple[str, ...], as_json: bool, output: str | None, force: bool, domain: str | None, as_rejected: bool
) -> None:
    """Lấy ra mọi số liệu của từng TỆP và cho biết mỗi số đo cái gì, kỳ nào."""
    options = Options.of(domain, as_rejected)
    reports = []
    failed = NOTHING
    for source in files:
        try:
            with told_apart(source):
                report = extract_file(source, options)
        except DocgenError as error:
            failed = FAILED
            if as_json:
                from docgen.outputs.json import EXTRACT, error_line

                click.echo(error_line(EXTRACT, source, error))
            else:
                tell(error)
            continue
        if output:
            reports.append((source, report))
        elif as_json:
            from docgen.outputs.json import extract_line

            click.echo(extract_line(source, report))
        else:
            from docgen.outputs.listing import show_extract

            show_extract(console(), source, report, indicator_names(options))
    if output and reports:
        from docgen.outputs.tables import write_figures

        write_figures(output, reports, force=force)
        click.echo(f"Đã ghi số liệu vào {output}", err=True)
    sys.exit(failed)
