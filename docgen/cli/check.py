"""`docgen check FILE…`."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from docgen.cli.checking import Checked, Checking, Wanted, write_views
from docgen.cli.many import tell_many, with_bar
from docgen.cli.streams import FAILED, FINDINGS, NOTHING, Verb, tell
from docgen.errors import DocgenError
from docgen.model.finding import Severity
from docgen.pipeline import Options

_FILE = click.Path(dir_okay=False)
_Command = TypeVar("_Command", bound=Callable[..., Any])


def _choosing(command: _Command) -> _Command:
    """The options that say which findings are told."""
    for option in reversed(
        (
            click.option(
                "--fail-level",
                type=click.Choice([severity.value for severity in Severity]),
                default=Severity.WARNING.value,
                show_default=True,
                help="Mức thấp nhất được in ra và làm mã thoát bằng 1.",
            ),
            click.option("--select", multiple=True, metavar="MÃ", help="Chỉ báo các mã bắt đầu như vậy; lặp lại được."),
            click.option("--ignore", multiple=True, metavar="MÃ", help="Không báo các mã bắt đầu như vậy."),
            click.option("--baseline", type=_FILE, help="Tệp các phát hiện đã biết; chỉ báo phát hiện mới."),
            click.option("--write-baseline", type=_FILE, metavar="RA.json", help="Ghi mọi phát hiện làm tệp đã biết."),
        )
    ):
        command = option(command)
    return command


def _sources(command: _Command) -> _Command:
    """The options that ask for other documents to be held against."""
    for option in reversed(
        (
            click.option(
                "--against",
                multiple=True,
                type=_FILE,
                metavar="NGUỒN",
                help="Đối chiếu với nguồn: báo cáo, bảng tính hay số liệu đã lấy ra trước; lặp lại được.",
            ),
            click.option("--together", is_flag=True, help="Đối chiếu các TỆP cùng kỳ với nhau."),
        )
    ):
        command = option(command)
    return command


def _views(command: _Command) -> _Command:
    """The options that ask for files besides what is printed."""
    for option in reversed(
        (
            click.option("--annotate", type=_FILE, metavar="RA.docx", help="Ghi bản Word có nhận xét tại số nghi sai."),
            click.option("--html", type=_FILE, metavar="RA.html", help="Ghi trang xem kết quả bằng trình duyệt."),
            click.option("--sarif", type=_FILE, metavar="RA.sarif", help="Ghi kết quả dạng SARIF 2.1.0."),
            click.option("--xlsx", type=_FILE, metavar="RA.xlsx", help="Ghi phát hiện và mọi số liệu ra Excel."),
            click.option("--force", is_flag=True, help="Ghi đè tệp đã có."),
        )
    ):
        command = option(command)
    return command


@click.command("check", cls=Verb, short_help="Soát bản thảo.")
@click.argument("files", nargs=-1, required=True, metavar="TỆP…")
@click.option("--json", "as_json", is_flag=True, help="In JSON Lines, mỗi tệp một dòng.")
@click.option("-r", "--recursive", is_flag=True, help="Soát mọi tệp đọc được trong thư mục.")
@click.option("--jobs", type=click.IntRange(1), metavar="SỐ", help="Số tiến trình; mặc định bằng số nhân của máy.")
@click.option("--scheduler", metavar="tcp://…", help="Soát trên nhiều máy qua máy điều phối dask.")
@_sources
@_choosing
@_views
@click.option("--domain", type=click.Path(), help="Thư mục chỉ tiêu của ngành khác.")
@click.option("--as-rejected", is_flag=True, help="Đọc văn bản như khi từ chối các sửa đổi được theo dõi.")
def command(
    files: tuple[str, ...], as_json: bool, recursive: bool, jobs: int | None, scheduler: str | None, **asked: Any
) -> None:
    """Soát từng TỆP: đối chiếu các con số với nhau, chỉ ra chỗ không khớp. Dấu - là đọc từ đầu vào chuẩn.

    Mã thoát: 0 không thấy gì, 1 có phát hiện, 2 có tệp không đọc được.
    """
    from docgen.many import each, files_in

    sources = files_in(files, recursive=recursive)
    call = _Call.of(asked, sources)
    call.wanted.demand_one(sources)
    work = Checking(call.options, call.least, as_json, sys.stdout.isatty(), keep=call.wanted.needs_reports)
    results = _over_cluster(scheduler, work, sources) if scheduler else each(sources, work, jobs=jobs)
    checked = []
    for done in with_bar(results, len(sources)):
        if done.error and not as_json:
            tell(done.error)
        else:
            click.echo(done.printed, color=True)
        checked.append(replace(done, printed=""))
    write_views(call.wanted, [done for done in checked if done.report])
    if len(sources) > 1:
        tell_many(checked, as_table=not as_json)
    failed = any(done.error for done in checked)
    sys.exit(FAILED if failed else FINDINGS if any(done.found for done in checked) else NOTHING)


def _over_cluster(scheduler: str, work: Checking, sources: Sequence[str]) -> Iterator[Checked]:
    from docgen.fill.cluster import spread

    return spread(scheduler, work, sources)


@dataclass(frozen=True, slots=True)
class _Call:
    """What the options of a call come to."""

    options: Options
    least: Severity
    wanted: Wanted

    @classmethod
    def of(cls, asked: dict[str, Any], sources: Sequence[str]) -> "_Call":
        options = Options(
            Path(asked["domain"]) if asked["domain"] else None,
            asked["as_rejected"],
            asked["select"],
            asked["ignore"],
            Path(asked["baseline"]) if asked["baseline"] else None,
            asked["against"],
            _together(sources) if asked["together"] else (),
        )
        names = ("annotate", "html", "sarif", "xlsx", "write_baseline", "force", "as_rejected")
        least = Severity(asked["fail_level"])
        return cls(options, least, Wanted(**{name: asked[name] for name in names}, least=least))


def _together(sources: Sequence[str]) -> tuple[str, ...]:
    """The files of a call that are held against each other; E502 where there are too few, or one is not a file."""
    if len(sources) < 2 or "-" in sources:
        raise DocgenError(
            "E502", "--together cần từ hai tệp trở lên", seen=" ".join(sources), hint="ghi tên các văn bản cùng kỳ"
        )
    return tuple(sources)
