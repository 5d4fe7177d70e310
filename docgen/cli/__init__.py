"""The verbs: arguments, printing and exit codes; no logic. Each verb is loaded only when it is called."""

from importlib import import_module

import click

from docgen.cli.wording import speak_vietnamese

speak_vietnamese()

VERBS = {
    "check": "Soát một bản thảo: tìm những con số không khớp nhau.",
    "extract": "Lấy ra các số liệu và cho biết mỗi số đo cái gì.",
    "report": "Lập báo cáo cuối năm theo mẫu từ báo cáo của đơn vị.",
    "fill": "Điền mẫu hàng loạt: mỗi dòng của danh sách một văn bản.",
    "dossier": "Lập trọn bộ hồ sơ khen thưởng từ một danh sách.",
    "forms-check": "Soát điều kiện khen thưởng của một danh sách, kèm điều luật.",
    "templates": "Liệt kê các mẫu, xem các trường của một mẫu, soát mẫu tự làm.",
    "new": "Chép một mẫu ra một thư mục để tự sửa.",
    "explain": "Giải thích một mã kiểm tra (ví dụ SUM101).",
    "rules": "Liệt kê các phép kiểm tra.",
    "domains": "Liệt kê và soát các bộ chỉ tiêu của từng ngành.",
    "trace": "Cho biết một con số đã được đọc như thế nào.",
    "demo": "Chạy thử toàn bộ công việc trên tài liệu mẫu.",
}


class Verbs(click.Group):
    """The group of verbs, whose list is known without loading any of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order in which a user meets them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of that name, loaded now."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"docgen.cli.{cmd_name.replace('-', '_')}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list of verbs from the table, so that help loads none of them."""
        with formatter.section("Các lệnh"):
            formatter.write_dl(list(VERBS.items()))


@click.command(
    cls=Verbs,
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH [THAM SỐ]…",
    help="Đọc báo cáo tiếng Việt, tìm số liệu không khớp và điền các mẫu văn bản Word. Mọi việc làm ngay trên máy này.",
    epilog="Xem thêm về một lệnh: docgen LỆNH --help",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="docgen", message="docgen %(version)s", help="Cho biết phiên bản.")
def main() -> None:
    """The door of the installed command."""
