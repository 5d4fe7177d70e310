"""`docgen templates [SLUG]`."""

import sys
from typing import TYPE_CHECKING

import click

from docgen.cli.streams import FINDINGS, Verb, console

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.fill.examine import Examination
    from docgen.fill.fields import Form


@click.command("templates", cls=Verb, short_help="Các mẫu có sẵn.")
@click.argument("slug", required=False, metavar="[MẪU]")
@click.option("--check", "own", type=click.Path(dir_okay=False), metavar="MẪU.docx", help="Soát một mẫu tự làm.")
@click.option("--data", type=click.Path(dir_okay=False), help="Danh sách dùng với mẫu tự làm, để soát cùng.")
@click.option("--data-sheet", type=click.Path(dir_okay=False), metavar="RA.xlsx", help="Ghi danh sách trống để điền.")
@click.option("--force", is_flag=True, help="Ghi đè tệp đã có.")
def command(slug: str | None, own: str | None, data: str | None, data_sheet: str | None, force: bool) -> None:
    """Liệt kê các mẫu; với tên MẪU thì in các trường của mẫu ấy."""
    from docgen.fill.fields import load_form
    from docgen.forms import folder_of, forms_folder, slugs

    if own:
        _check(own, data)
    elif slug is None:
        for name in slugs():
            form = load_form(folder_of(name))
            click.echo(f"{name:<30} {form.title}{'' if form.verified else ' (bố cục chưa kiểm chứng)'}")
        click.echo("Hình từng mẫu: " + str(forms_folder() / "<MẪU>" / "mau.png"))
    elif data_sheet:
        from docgen.outputs.datasheet import write_data_sheet

        write_data_sheet(data_sheet, load_form(folder_of(slug)), force=force)
        click.echo(f"Đã ghi {data_sheet}", err=True)
    else:
        _show(load_form(folder_of(slug)), folder_of(slug) / "mau.png")


def _show(form: "Form", picture: "Path") -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(title=form.title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    for head in ("Trường", "Tên cột trong danh sách", "Loại", "Bắt buộc", "Ví dụ"):
        table.add_column(head)
    for field in form.fields:
        required = "có" if field.required else ""
        example = " ".join(str(field.example).split())[:60]
        table.add_row(*map(Text, (field.id, field.label, field.kind, required, example)))
        for column in field.columns:
            table.add_row(
                *map(Text, (f"  {column.id}", f"  {column.label}", column.kind, "", str(column.example)[:60]))
            )
    out = console()
    out.print(table)
    out.print(Text(f"Nguồn: {form.source}" + ("" if form.verified else " — chưa kiểm chứng"), style="dim"))
    if picture.is_file():
        out.print(Text(f"Hình mẫu: {picture}", style="dim"))


def _check(path: str, data: str | None) -> None:
    from docgen.fill.examine import examine
    from docgen.fill.rows import read_rows

    examination = examine(path, rows=read_rows(data) if data else None)
    _tell(examination)
    if not examination.is_sound:
        sys.exit(FINDINGS)


def _tell(examination: "Examination") -> None:
    for notice in examination.notices:
        click.echo(notice)
    for problem in examination.problems:
        click.echo(f"{problem}\n")
    for need in examination.needs:
        source = f"← cột «{need.filled_by}»" if need.filled_by else ""
        near = f"(gần giống: «{need.near}»)" if need.near and not need.filled_by else ""
        columns = f" [{', '.join(need.columns)}]" if need.columns else ""
        click.echo(f"trường {need.shown}{columns}  {source}{near}".rstrip())
    if examination.unused:
        click.echo("cột không dùng đến: " + ", ".join(f"«{name}»" for name in examination.unused))
    count = len(examination.problems)
    click.echo(f"{examination.source}: " + (f"{count} lỗi" if count else "dùng được"))
