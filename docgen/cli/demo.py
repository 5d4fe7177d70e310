"""`docgen demo [FOLDER]`."""

import click

from docgen.cli.streams import Verb, console


@click.command("demo", cls=Verb, short_help="Chạy thử.")
@click.argument("folder", default="demo", metavar="[THƯ_MỤC]", type=click.Path(file_okay=False))
def command(folder: str) -> None:
    """Chạy thử toàn bộ công việc trên tài liệu mẫu, kết quả nằm trong THƯ_MỤC mới (mặc định: demo)."""
    from pathlib import Path

    from docgen.demo import run
    from docgen.outputs.terminal import show_check
    from docgen.pipeline import check

    made = list(run(folder))
    draft = next(path for _, path in made if path.name.startswith("ban-thao-bai-viet"))
    show_check(console(), draft.name, check(str(draft)))
    click.echo()
    for what, path in made:
        click.echo(f"{what}\n    {Path(path)}")
