"""`docgen forms-check LIST`."""

import sys
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import click

from docgen.cli.streams import FINDINGS, NOTHING, Verb, utf8

if TYPE_CHECKING:
    from docgen.commendation.proposals import Examined
    from docgen.commendation.shown import Shown

DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])


@click.command("forms-check", cls=Verb, short_help="Soát điều kiện khen thưởng của một danh sách.")
@click.argument("data", metavar="DANH_SÁCH")
@click.option("--as-of", "day", type=DAY, help="Ngày quyết định (2026-12-15 hoặc 15/12/2026); mặc định hôm nay.")
@click.option("--members", type=click.IntRange(1), help="Tổng số thành viên Hội đồng.")
@click.option("--present", type=click.IntRange(0), help="Số thành viên có mặt.")
@click.option(
    "--quota", type=click.FloatRange(0, 100), metavar="SỐ", help="Trần Chiến sĩ thi đua cơ sở, % số Lao động tiên tiến."
)
@click.option("--quota-source", metavar="VĂN_BẢN", help="Văn bản quy định trần ấy.")
@click.option("--all", "with_proved", is_flag=True, help="In cả những điều đã chứng minh.")
def command(
    data: str,
    day: datetime | None,
    members: int | None,
    present: int | None,
    quota: float | None,
    quota_source: str | None,
    with_proved: bool,
) -> None:
    """Với từng người, từng tập thể trong DANH_SÁCH: điều gì đã chứng minh, còn thiếu, trái quy định, kèm điều luật.

    docgen chỉ nêu, không quyết định thay người có thẩm quyền.
    """
    from docgen.commendation.proposals import check_list, fighters_against_workers
    from docgen.commendation.shown import Standing, finding_of
    from docgen.commendation.votes import Council
    from docgen.knowledge.law import law_at
    from docgen.model.finding import Severity

    utf8()
    on = (day or datetime.now()).date()
    examined = check_list(data, on, Council(members=members, present=present))
    for each in examined:
        _print(each, with_proved)
    findings = [finding for each in examined for finding in each.findings]
    if quota is not None:
        source = quota_source or "trần do người dùng đặt, chưa nêu văn bản"
        shown = fighters_against_workers(examined, law_at(on), Decimal(f"{quota:g}"), source)
        click.echo(line_of(shown))
        findings += filter(None, [finding_of(shown)])
    counts = [sum(len(each.of(standing)) for each in examined) for standing in Standing]
    click.echo(
        f"{len(examined)} dòng, theo quy định tại ngày {on:%d/%m/%Y}: "
        f"{counts[0]} điều đã chứng minh, {counts[1]} còn thiếu, {counts[2]} trái quy định"
    )
    sys.exit(FINDINGS if any(each.severity.rank >= Severity.WARNING.rank for each in findings) else NOTHING)


def _print(examined: "Examined", with_proved: bool) -> None:
    click.echo(f"{examined.row}. {examined.name} · {examined.award}")
    for shown in examined.shown:
        if with_proved or shown.standing.value != "proved":
            click.echo(line_of(shown))
    if not with_proved and all(shown.standing.value == "proved" for shown in examined.shown):
        click.echo("   đủ điều kiện theo các giấy tờ đã có")


def line_of(shown: "Shown") -> str:
    """One line for what is shown: its mark, its code, what it says, its article."""
    mark = {"proved": "đạt", "missing": "thiếu", "against": "trái"}[shown.standing.value]
    return f"   {mark:<6}{shown.code}  {shown.says} ({shown.ground})"
