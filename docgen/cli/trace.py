"""`docgen trace FILE --at "12.345,6"`."""

import click

from docgen.cli.streams import Verb
from docgen.pipeline import Options


@click.command("trace", cls=Verb, short_help="Một con số đã được đọc như thế nào.")
@click.argument("file", metavar="TỆP")
@click.option("--at", "writing", required=True, metavar="CHỮ_SỐ", help="Con số như viết trong văn bản.")
@click.option("--domain", type=click.Path(), help="Thư mục chỉ tiêu của ngành khác.")
def command(file: str, writing: str, domain: str | None) -> None:
    """Cho biết từng bước: con số được đọc ra sao, đo cái gì, nằm trong hệ thức nào và vì sao."""
    from docgen.errors import DocgenError
    from docgen.outputs.trace import trace_lines
    from docgen.pipeline import check

    report = check(file, Options.of(domain))
    lines = list(trace_lines(report, writing))
    if not lines:
        raise DocgenError(
            "E511",
            "trong văn bản không có số liệu nào viết như vậy",
            where=file,
            seen=f"«{writing}»",
            hint="chép đúng con số từ văn bản; xem mọi số liệu: docgen extract",
        )
    for line in lines:
        click.echo(line)
