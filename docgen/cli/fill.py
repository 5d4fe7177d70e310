"""`docgen fill TEMPLATE DATA -o DIR`."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.streams import FINDINGS, NOTHING, Verb, pairs_of, utf8
from docgen.errors import DocgenError

if TYPE_CHECKING:
    from docgen.fill.batch import Progress
    from docgen.fill.contexts import Contexts
    from docgen.fill.fields import Form
    from docgen.fill.template import Template


@click.command("fill", cls=Verb, short_help="Điền mẫu hàng loạt.")
@click.argument("template", metavar="MẪU")
@click.argument("data", metavar="DANH_SÁCH")
@click.option("-o", "--output", "folder", help="Thư mục đầu ra (hoặc địa chỉ kho tệp, khi dùng --scheduler).")
@click.option("--name", "pattern", help="Tên tệp, ví dụ: '{{ so_tt }} - {{ ho_ten }}.docx'.")
@click.option("--map", "mapped", multiple=True, metavar="CỘT=TRƯỜNG", help="Ghép một cột vào một trường của mẫu.")
@click.option("--set", "constants", multiple=True, metavar="TRƯỜNG=GIÁ_TRỊ", help="Giá trị chung cho mọi dòng.")
@click.option("--sheet", help="Trang tính chứa danh sách.")
@click.option("--force", is_flag=True, help="Ghi đè tệp đã có.")
@click.option("--resume", is_flag=True, help="Làm tiếp đợt bị ngắt; chỉ làm lại tệp thiếu hoặc đã thay đổi.")
@click.option("--only-bad", is_flag=True, help="Chỉ làm lại những dòng lần trước bị lỗi.")
@click.option("--keep-going", is_flag=True, help="Bỏ qua dòng sai, cuối cùng liệt kê.")
@click.option("--dry-run", is_flag=True, help="Chỉ thử, không ghi tệp nào.")
@click.option(
    "--jobs", "processes", type=click.IntRange(1), metavar="SỐ", help="Số tiến trình; mặc định bằng số nhân của máy."
)
@click.option(
    "--merge", "merged", type=click.Path(dir_okay=False), metavar="RA.docx", help="Ghi tất cả vào một tệp Word."
)
@click.option("--pdf", "as_pdf", is_flag=True, help="Xuất PDF thay cho Word (cần LibreOffice).")
@click.option("--scheduler", metavar="tcp://…", help="Chạy trên nhiều máy qua máy điều phối dask.")
def command(
    template: str,
    data: str,
    folder: str | None,
    pattern: str | None,
    mapped: tuple[str, ...],
    constants: tuple[str, ...],
    sheet: str | None,
    merged: str | None,
    as_pdf: bool,
    scheduler: str | None,
    **how: Any,
) -> None:
    """Điền MẪU (tên mẫu có sẵn hoặc tệp .docx) bằng từng dòng của DANH_SÁCH (.xlsx, .xls, .ods, .csv, .json)."""
    from docgen.fill.constants import with_constants
    from docgen.fill.contexts import contexts_of
    from docgen.fill.rows import read_rows
    from docgen.fill.template import Template

    path, form = _template(template)
    compiled = Template.compile(path)
    rows = with_constants(read_rows(data, sheet), pairs_of(constants, "--set"))
    contexts = contexts_of(rows, form, pairs_of(mapped, "--map"))
    for notice in (*compiled.notices, *rows.notices):
        click.echo(notice, err=True)
    _show_matching(contexts)
    name = pattern or _default_pattern(form, rows.heads)
    if merged:
        _merge(compiled, contexts, merged, force=how["force"])
    elif not folder:
        raise DocgenError("E503", "chưa nói ghi vào đâu", hint="thêm -o THƯ_MỤC, hoặc --merge RA.docx")
    elif as_pdf:
        _pdf(compiled, contexts, folder, name, force=how["force"])
    else:
        _batch(compiled, contexts, folder, name, how, scheduler)


def _merge(template: "Template", contexts: "Contexts", out: str, *, force: bool) -> None:
    from docgen.fill.merge import merge

    contexts.check()
    click.echo(f"Đã ghi {merge(template, contexts, out, force=force)} bản vào {out}")


def _pdf(template: "Template", contexts: "Contexts", folder: str, name: str, *, force: bool) -> None:
    from docgen.fill.batch import named
    from docgen.fill.pattern import NamePattern
    from docgen.fill.pdf import fill_pdf

    contexts.check()
    count = fill_pdf(template, named(contexts, NamePattern(name)), folder, force=force)
    click.echo(f"Đã làm {count} tệp PDF trong {folder}")


def _batch(
    template: "Template", contexts: "Contexts", folder: str, name: str, how: dict[str, Any], scheduler: str | None
) -> None:
    from docgen.fill.batch import Options, fill

    run = None
    if scheduler:
        from docgen.fill.cluster import runner

        run = runner(scheduler, template, folder)
    with _bar(len(contexts)) as progress:
        summary = fill(template, contexts, folder, name=name, options=Options(**how), progress=progress, run=run)
    said = "Thử được" if how["dry_run"] else "Đã làm"
    click.echo(f"{said} {summary.made} tệp trong {folder}" + (f", giữ nguyên {summary.kept}" if summary.kept else ""))
    for entry in summary.bad:
        click.echo("\n".join(entry.problems), err=True)
    if summary.bad:
        click.echo(
            f"docgen: {len(summary.bad)} dòng chưa làm được; sửa danh sách rồi chạy lại với --only-bad", err=True
        )
    sys.exit(FINDINGS if summary.bad else NOTHING)


def _template(name: str) -> tuple[Path, "Form | None"]:
    """The Word file, and the form where it is one of docgen's own or has a fields.toml beside it."""
    from docgen.fill.fields import load_form
    from docgen.forms import folder_of

    path = Path(name)
    if path.suffix.lower() in (".docx", ".docm", ".dotx", ".dotm") or path.exists():
        folder = path if path.is_dir() else path.parent
        form = load_form(folder) if (folder / "fields.toml").is_file() else None
        return (folder / "mau.docx" if path.is_dir() else path), form
    folder = folder_of(name)
    return folder / "mau.docx", load_form(folder)


def _default_pattern(form: "Form | None", heads: tuple[str, ...]) -> str:
    names = [field.id for field in form.fields] if form else []
    if "ho_ten" in names or any(head.strip().lower() in ("họ và tên", "họ tên") for head in heads):
        return "{{ so_tt }} - {{ " + ("ho_ten" if "ho_ten" in names else "Họ và tên") + " }}.docx"
    return "{{ so_tt }}" + (f" - {form.slug}" if form else "") + ".docx"


def _show_matching(contexts: "Contexts") -> None:
    if contexts.matching is None:
        return
    for pair in contexts.matching.doubtful:
        click.echo(f"cột «{pair.head}» → trường {pair.field.id} («{pair.field.label}»), gần giống", err=True)
    if contexts.matching.unused:
        unused = ", ".join(f"«{head}»" for head in contexts.matching.unused)
        click.echo(f"cột không dùng đến: {unused}", err=True)


@contextmanager
def _bar(total: int) -> Iterator[Callable[["Progress"], None] | None]:
    """A progress bar on standard error, where it is a terminal."""
    utf8()
    if not sys.stderr.isatty() or total < 2:
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=total, rate="")

        def show(now: "Progress") -> None:
            speed = bar.tasks[0].speed or 0
            bar.update(task, completed=now.made + now.kept + now.bad, rate=f"{speed:,.0f} tệp/giây".replace(",", "."))

        yield show
