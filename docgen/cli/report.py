"""`docgen report FORM --from REPORT…`."""

from pathlib import Path

import click

from docgen.cli.streams import Verb
from docgen.pipeline import Options

_MANY = ("--from", "--previous")


class _Report(Verb):
    """The verb whose `--from` and `--previous` take as many files as follow them, as a shell's `*.docx` gives them."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments with the option repeated before each of its files."""
        spread: list[str] = []
        option = None
        for arg in args:
            if arg.startswith("-"):
                option = arg if arg in _MANY else None
            elif option and spread[-1] != option:
                spread.append(option)
            spread.append(arg)
        return super().parse_args(ctx, spread)


def _files(given: tuple[str, ...]) -> list[str]:
    """The files, a folder standing for the documents in it."""
    files: list[str] = []
    for name in given:
        folder = Path(name)
        inside = sorted(str(path) for path in folder.iterdir() if _is_document(path)) if folder.is_dir() else [name]
        files += inside
    return files


def _is_document(path: Path) -> bool:
    return path.suffix.lower() in (".docx", ".doc", ".pdf", ".odt", ".txt", ".xlsx") and not path.name.startswith(
        ("~$", ".")
    )


@click.command("report", cls=_Report, short_help="Lập báo cáo cuối năm.")
@click.argument("form", metavar="MẪU")
@click.option(
    "--from",
    "sources",
    multiple=True,
    required=True,
    metavar="BÁO_CÁO",
    help="Báo cáo của các đơn vị: một hay nhiều tệp, hoặc thư mục.",
)
@click.option("--previous", multiple=True, metavar="BÁO_CÁO", help="Báo cáo năm trước, để so sánh; một hay nhiều tệp.")
@click.option("--data", type=click.Path(), help="Tệp dữ liệu một dòng: tên cơ quan, người ký, đánh giá.")
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False), help="Tệp Word đầu ra.")
@click.option("--trace", is_flag=True, help="In thêm phụ lục nguồn số liệu.")
@click.option("--force", is_flag=True, help="Ghi đè tệp đã có.")
@click.option("--domain", type=click.Path(), help="Thư mục chỉ tiêu của ngành khác.")
def command(
    form: str,
    sources: tuple[str, ...],
    previous: tuple[str, ...],
    data: str | None,
    output: str,
    trace: bool,
    force: bool,
    domain: str | None,
) -> None:
    """Lập báo cáo theo MẪU (ví dụ tong-ket-thi-dua) từ báo cáo của các đơn vị; số liệu được soát trước khi giao."""
    from docgen.outputs.place import place_of
    from docgen.report.data import read_data
    from docgen.report.year import make_report

    made = make_report(
        form,
        _files(sources),
        output,
        previous=_files(previous),
        data=read_data(data, form) if data else {},
        trace=trace,
        force=force,
        options=Options.of(domain),
    )
    for source, report in made.contradictions:
        click.echo(f"Nguồn {source} có số liệu không khớp:", err=True)
        for finding in report.findings:
            click.echo(f"  {finding.code} {place_of(report.document, finding.spans[0])}: {finding.message}", err=True)
    click.echo(f"Đã lập {made.path}: {len(made.lines)} chỉ tiêu, đọc lại {len(made.report.figures)} số liệu, đều khớp.")
    if made.missing:
        click.echo("Còn để trống:\n" + "\n".join(f"  - {name}" for name in made.missing))
