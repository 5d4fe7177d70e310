"""The two lists that run through a dossier: the collectives and the persons."""

from collections.abc import Sequence

from tools.forms.blocks import BLANK, text
from tools.forms.ooxml import Element
from tools.forms.words import Cell, Run, bold, cell, each, paragraph, row, row_command, table

COUNTS = '{{ "%02d"|format(tap_the|length) }} tập thể, {{ "%02d"|format(ca_nhan|length) }} cá nhân'
POST = '{{ r.chuc_vu or "" }}{% if r.chuc_vu and r.don_vi %}, {% endif %}{{ r.don_vi or "" }}'
SHARE = (
    "{% if r.so_phieu is not none and so_thanh_vien %}"
    "{{ (100 * r.so_phieu / so_thanh_vien)|phan_tram }}{% else %}" + BLANK + "{% endif %}"
)
BORN = (  # the year of birth under Nam or under Nữ
    ("BangGiua", '{% if r.gioi_tinh != "Nữ" %}{{ r.nam_sinh or "" }}{% endif %}'),
    ("BangGiua", '{% if r.gioi_tinh == "Nữ" %}{{ r.nam_sinh or "" }}{% endif %}'),
)
VOTES = '{{ r.so_phieu|so or "' + BLANK + '" }}'


def by_award() -> list[Element]:
    """What is proposed or given, award by award, with the number of collectives and of persons."""
    line = '- {{ nhom.grouper }}: {{ "%02d"|format(nhom.list|length) }} '
    return [
        *each(
            'nhom in tap_the|groupby("hinh_thuc")',
            text(line + "tập thể{% if loop.last and not ca_nhan %}.{% else %};{% endif %}"),
        ),
        *each('nhom in ca_nhan|groupby("hinh_thuc")', text(line + "cá nhân{% if loop.last %}.{% else %};{% endif %}")),
    ]


def roll(
    widths: Sequence[int],
    heads: Sequence[Sequence[Cell]],
    collective: Sequence[tuple[str, str]],
    person: Sequence[tuple[str, str]],
    total: Sequence[Element] = (),
) -> Element:
    """A table of both lists under `I. TẬP THỂ` and `II. CÁ NHÂN`, each left out where it is empty.

    Cells are style and tag; in the loop a row is `r`.
    """
    rows = [row(cells, widths, is_head=True) for cells in heads]
    for name, label, cells in (("tap_the", "TẬP THỂ", collective), ("ca_nhan", "CÁ NHÂN", person)):
        numeral = "I" if name == "tap_the" else "{% if tap_the %}II{% else %}I{% endif %}"
        group = (
            Cell((paragraph("BangGiua", bold(numeral), keep_next=True),)),
            Cell((paragraph("BangChu", bold(label), keep_next=True),), columns=len(widths) - 1),
        )
        rows += [
            row_command(f"if {name}", widths),
            row(group, widths),
            row_command(f"for r in {name}", widths),
            row([cell(style, tag) for style, tag in cells], widths),
            row_command("endfor", widths),
            row_command("endif", widths),
        ]
    return table(widths, [*rows, *total])


def head(*names: str | Run) -> list[Cell]:
    """The cells of a head row."""
    return [cell("BangDau", name) for name in names]


def two_row_head(*columns: str | tuple[str, tuple[str, ...]]) -> list[list[Cell]]:
    """A head of two rows: a plain name reaches down both, a name with parts stands over its parts."""
    upper: list[Cell] = []
    lower: list[Cell] = []
    for column in columns:
        if isinstance(column, str):
            upper.append(cell("BangDau", column, merge="restart"))
            lower.append(cell("BangDau", "", merge="continue"))
        else:
            name, parts = column
            upper.append(cell("BangDau", name, columns=len(parts)))
            lower += head(*parts)
    return [upper, lower]
