"""Many files in one call: the bar while they are checked, the table of what came of them."""

import sys
from collections.abc import Iterable, Iterator, Sequence

import click

from docgen.cli.checking import Checked
from docgen.cli.streams import console
from docgen.model.finding import Severity

_FEW = 8  # files that are done before a bar is read


def with_bar(results: Iterable[Checked], total: int) -> Iterator[Checked]:
    """The results as they come, with a bar on standard error where it is a terminal and there are many."""
    if total < _FEW or not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Đang soát"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        for done in results:
            yield done
            bar.advance(task)


def tell_many(checked: Sequence[Checked], *, as_table: bool) -> None:
    """Prints a table of the files in which something was found or that could not be read, and a closing line."""
    worth_telling = [done for done in checked if done.error or done.found]
    if as_table and worth_telling:
        _table(worth_telling)
    failed, found = sum(done.error is not None for done in checked), sum(done.found for done in checked)
    told = [f"{found} tệp có phát hiện"] if found else []
    told += [f"{failed} tệp không đọc được"] if failed else []
    click.echo(f"Đã soát {len(checked)} tệp: {', '.join(told) or 'không thấy chỗ nào vênh'}.", err=True)


def _table(checked: Sequence[Checked]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from docgen.outputs.terminal import WORDS

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("Tệp", ratio=1, overflow="fold")
    for head in ("Số liệu", *(WORDS[severity].capitalize() for severity in Severity)):
        table.add_column(head, justify="right")
    for done in checked:
        if done.error:
            table.add_row(Text(done.source), Text("không đọc được", style="red"), *("",) * len(Severity))
        else:
            table.add_row(Text(done.source), str(done.figures), *(str(count or "") for count in done.counts))
    console().print(table)
