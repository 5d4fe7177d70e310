"""Facts → the table that `docgen extract` prints: by indicator and period, the rest in the order of the text."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from docgen.model.finding import Report
from docgen.outputs.place import place_of
from docgen.outputs.terminal import MEASURES

if TYPE_CHECKING:
    from rich.console import Console

UNNAMED = "Chưa xếp vào chỉ tiêu nào"
_UNDATED = "không rõ kỳ"


def show_extract(console: "Console", source: str, report: Report, names: Mapping[str, str]) -> None:
    """Prints the figures of one file; `names` gives the indicators' labels by id, in the order of their domains.

    A heading for each indicator and period, under it its figures in the order of the text, each with its number there.
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(title=source, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("", justify="right")
    table.add_column("Số liệu", justify="right")
    table.add_column("Đo cái gì", ratio=1)
    for head in ("Cách đo", "Kỳ", "Ở đâu"):
        table.add_column(head)
    groups = list(grouped(report, names))
    for title, members in groups:
        if len(groups) > 1:
            table.add_row("", "", Text(title, style="bold cyan"), "", "", "")
        for index in members:
            table.add_row(*map(Text, _cells(report, index)))
    console.print(table)
    console.print(Text(f"{len(report.figures)} số liệu", style="dim"))


def grouped(report: Report, names: Mapping[str, str]) -> Iterator[tuple[str, list[int]]]:
    """The figures by indicator and period: a title and the indices of its figures; what has no indicator comes last."""
    order = {name: place for place, name in enumerate(names)}
    groups: dict[tuple[int, str], list[int]] = {}
    rest: list[int] = []
    for index, fact in enumerate(report.facts):
        if fact.indicator in order:
            period = fact.period.label if fact.period else _UNDATED
            groups.setdefault((order[fact.indicator], period), []).append(index)
        else:
            rest.append(index)
    labels = list(names.values())
    for (place, period), members in sorted(groups.items(), key=lambda group: (group[0][0], group[1][0])):
        yield f"{labels[place][:1].upper()}{labels[place][1:]} · {period}", members
    if rest:
        yield UNNAMED, rest


def _cells(report: Report, index: int) -> tuple[str, ...]:
    figure, fact = report.figures[index], report.facts[index]
    return (
        str(index + 1),
        " ".join(figure.span.of(report.document.text).split()),
        fact.label or "—",
        MEASURES[fact.measure],
        fact.period.label if fact.period else "",
        place_of(report.document, figure.span),
    )
