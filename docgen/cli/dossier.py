"""`docgen dossier LIST -o DIR`."""

import sys
from datetime import datetime

import click

from docgen.cli.forms_check import DAY, line_of
from docgen.cli.streams import FINDINGS, NOTHING, Verb, utf8


@click.command("dossier", cls=Verb, short_help="Lập trọn bộ hồ sơ khen thưởng từ một danh sách.")
@click.argument("data", metavar="DANH_SÁCH")
@click.option("-o", "--output", "folder", required=True, type=click.Path(file_okay=False), help="Thư mục đầu ra.")
@click.option("--as-of", "day", type=DAY, help="Ngày của giấy tờ không ghi ngày; mặc định hôm nay.")
@click.option("--force", is_flag=True, help="Ghi đè tệp đã có.")
def command(data: str, folder: str, day: datetime | None, force: bool) -> None:
    """Lập tờ trình, danh sách, biên bản, phiếu bầu, quyết định, báo cáo thành tích và giấy khen từ DANH_SÁCH.

    Danh sách trống có sẵn ở mẫu ho-so-khen-thuong: một trang phần chung, một trang «Tập thể», một trang «Cá nhân».
    """
    from docgen.commendation.dossier import make_dossier
    from docgen.commendation.shown import Standing, finding_of
    from docgen.model.finding import Severity

    utf8()
    dossier = make_dossier(data, folder, day=day.date() if day else None, force=force)
    click.echo(f"Đã lập {len(dossier.files)} văn bản trong {folder}")
    told = [shown for shown in dossier.shown if shown.standing is not Standing.PROVED]
    for shown in told:
        click.echo((f"{shown.about}\n" if shown.about else "") + line_of(shown))
    findings = filter(None, map(finding_of, told))
    sys.exit(FINDINGS if any(each.severity.rank >= Severity.WARNING.rank for each in findings) else NOTHING)
