"""`docgen new SLUG [FOLDER]`."""

import shutil
from pathlib import Path

import click

from docgen.cli.streams import Verb
from docgen.errors import DocgenError

COPIED = ("mau.docx", "fields.toml", "danh_sach_mau.xlsx")


@click.command("new", cls=Verb, short_help="Chép một mẫu ra để tự sửa.")
@click.argument("slug", metavar="MẪU")
@click.argument("folder", required=False, metavar="[THƯ_MỤC]", type=click.Path(file_okay=False))
def command(slug: str, folder: str | None) -> None:
    """Chép mẫu có sẵn MẪU vào THƯ_MỤC (mặc định: thư mục cùng tên mẫu) để sửa bằng Word; không ghi đè tệp nào."""
    from docgen.forms import folder_of

    source, target = folder_of(slug), Path(folder or slug)
    taken = [name for name in COPIED if (target / name).exists()]
    if taken:
        raise DocgenError(
            "E401",
            "thư mục đã có tệp cùng tên, không ghi đè",
            where=str(target),
            seen=", ".join(taken),
            hint="chọn thư mục khác: docgen new MẪU THƯ_MỤC",
        )
    target.mkdir(parents=True, exist_ok=True)
    for name in COPIED:
        if (source / name).is_file():
            shutil.copyfile(source / name, target / name)
    click.echo(f"Đã chép mẫu {slug} vào {target}: sửa mau.docx bằng Word, fields.toml bằng trình soạn văn bản.")
    click.echo(f"Soát mẫu: docgen templates --check {target / 'mau.docx'}")
    click.echo(f"Điền mẫu: docgen fill {target} {target / 'danh_sach_mau.xlsx'} -o RA")
