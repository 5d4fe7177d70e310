"""`docgen report FORM --from REPORT…`."""

import click

from docgen.cli.streams import Verb
from docgen.pipeline import Options


@click.command("report", cls=Verb, short_help="Lập báo cáo cuối năm.")
@click.argument("form", metavar="MẪU")
@click.option(
    "--from", "sources", multiple=True, required=True, metavar="BÁO_CÁO", help="Báo cáo của đơn vị; lặp lại được."
)
@click.option("--previous", multiple=True, metavar="BÁO_CÁO", help="Báo cáo năm trước, để so sánh; lặp lại được.")
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
    from docgen.report.data import read_data
    from docgen.report.year import make_report

    made = make_report(
        form,
        sources,
        output,
        previous=previous,
        data=read_data(data, form) if data else {},
        trace=trace,
        force=force,
        options=Options.of(domain),
    )
    for source, report in made.contradictions:
        click.echo(f"Nguồn {source} có số liệu không khớp:", err=True)
        for finding in report.findings:
            click.echo(f"  {finding.code} {finding.message}", err=True)
    click.echo(f"Đã lập {made.path}: {len(made.lines)} chỉ tiêu, đọc lại {len(made.report.figures)} số liệu, đều khớp.")
    if made.missing:
        click.echo("Còn để trống: " + ", ".join(made.missing))
