"""Giấy khen and the certificate of Chiến sĩ thi đua cơ sở: whole, or for stock that is printed already."""

import tomllib
from pathlib import Path

from tools.forms.blocks import MOTTO, NATION, WEIGHT, Signer, day, value
from tools.forms.decree import PAGE, RULE, SIZE
from tools.forms.ooxml import Element, twips, w
from tools.forms.words import Cell, Run, paragraph, row, rule, table, when

_data = tomllib.loads((Path(__file__).parent / "certificate.toml").read_text(encoding="utf-8"))
SOURCE: str = _data["source"]
RED: str = _data["red"]
SHEET: dict[str, float] = _data["page"]
POINTS: dict[str, float] = _data["size"]
PLACES = [(entry["field"], entry["x_mm"], entry["y_mm"], entry["width_mm"]) for entry in _data["place"]]
WIDTH = PAGE.height_mm - 2 * SHEET["margin_mm"]
MOST_SHIFT_MM = 15
BLANK_POINTS = 11.5  # a no-break space of this size is one millimetre wide

NAME = "{% if danh_xung %}{{ danh_xung }} {% endif %}" + value("ten_nguoi_nhan")
LONG = "(noi_dung_thanh_tich or '')|length > 180"


def setup(*, is_framed: bool = True) -> Element:
    """The sheet on its side; with a plain double border, which is unlike those of the State's own awards."""
    margin = twips(SHEET["margin_mm"])
    section = w(
        "sectPr",
        w("pgSz", w=twips(PAGE.height_mm), h=twips(PAGE.width_mm), orient="landscape"),
        w("pgMar", top=margin, right=margin, bottom=margin, left=margin, header=0, footer=0, gutter=0),
    )
    if is_framed:
        line = {"val": "thinThickSmallGap", "sz": 24, "space": 24, "color": RED}
        borders = w("pgBorders", *(w(edge, **line) for edge in ("top", "left", "bottom", "right")))
        borders.set(f"{{{borders.nsmap['w']}}}offsetFrom", "page")
        section.append(borders)
    return section


def blank_setup() -> Element:
    """The sheet of pre-printed stock: no border of its own."""
    return setup(is_framed=False)


def _line(tag: str, size: float, *, bold: bool = True, italic: bool = False, color: str | None = None) -> Element:
    return paragraph("GiayKhen", Run(tag, bold=bold, italic=italic, color=color, size=size))


def _merit(size: float) -> Element:
    return _line(value("noi_dung_thanh_tich|dau_cau"), size, bold=False)


def certificate_body() -> list[Element]:
    """The whole certificate in the order and colours of the decree."""
    room = w("p", w("pPr", w("pStyle", val="The"), w("spacing", before=twips(SHEET["emblem_room_mm"]), after=0)))
    ruled = RULE["tieu_ngu_mm"] * POINTS["tieu_ngu"] / SIZE["tieu_ngu"]
    return [
        room,
        paragraph("QuocHieu", Run(NATION, size=POINTS["quoc_hieu"])),
        paragraph("TieuNgu", Run(MOTTO, size=POINTS["tieu_ngu"])),
        rule(ruled, WIDTH, WEIGHT),
        _line(value("tham_quyen|hoa"), POINTS["chuc_vu"], color=RED),
        _line(value("tang|hoa"), POINTS["tang"]),
        _line(value("ten_hinh_thuc|hoa"), POINTS["ten_hinh_thuc"], color=RED),
        _line(NAME, POINTS["ten_nguoi_nhan"]),
        _line(value("chuc_vu_don_vi"), POINTS["dong"], bold=False),
        *when(LONG, _merit(POINTS["dong_dai"]), otherwise=[_merit(POINTS["dong"])]),
        _line("", POINTS["cuoi"]),
        _foot(),
    ]


def _foot() -> Element:
    left, right = WIDTH * 0.48, WIDTH * 0.52
    widths = [twips(left), twips(right)]
    size = POINTS["cuoi"]
    decision = Run(f"Quyết định số {value('so_quyet_dinh')} {day('ngay_quyet_dinh')}", True, True, size=size)
    number = Run(f"Số sổ vàng: {value('so_so_vang|so')}", True, True, size=size)
    register = [paragraph("GiayKhenTrai", decision), paragraph("GiayKhenTrai", number)]
    place = Run(f"{value('dia_danh')}, {day('ngay_ky')}", True, True, size=size)
    signer = Signer("{{ quyen_ky|hoa }}", "{{ nguoi_ky }}")
    signed = (paragraph("DiaDanh", place), *signer.upper, signer.lower)
    return table(widths, [row([Cell(tuple(register)), Cell(signed)], widths, centre=False)], ruled=False)


def _pushed_right(style: str, run: Run) -> Element:
    """A line pushed to the right by the offset of the list: blanks a millimetre wide stand before or after it."""
    if style == "GiayKhenTrai":
        before = '{{ "\u00a0" * [' + str(MOST_SHIFT_MM) + " + lech_phai_mm|int, 0]|max }}"
        return paragraph(style, Run(before, size=BLANK_POINTS), run)
    before = '{{ "\u00a0" * [2 * lech_phai_mm|int, 0]|max }}'
    after = '{{ "\u00a0" * [-2 * lech_phai_mm|int, 0]|max }}'
    return paragraph(style, Run(before, size=BLANK_POINTS), run, Run(after, size=BLANK_POINTS))


def _frame(x_mm: float, y_mm: float, width_mm: float) -> Element:
    return w(
        "framePr",
        w=twips(width_mm),
        hSpace=0,
        wrap="around",
        vAnchor="page",
        hAnchor="page",
        x=twips(x_mm),
        y=twips(y_mm - MOST_SHIFT_MM),
    )


def _placed(lines: list[Element], x_mm: float, y_mm: float, width_mm: float) -> list[Element]:
    """The lines at their place on the sheet, pushed down by the offset of the list, one thin line a millimetre."""
    tag = '{{ "\\n" * [' + str(MOST_SHIFT_MM - 1) + " + lech_xuong_mm|int, 0]|max }}"
    push = paragraph("The", tag)
    push[0].append(w("spacing", before=0, after=0, line=twips(1), lineRule="exact"))
    for line in (push, *lines):
        line[0].insert(1, _frame(x_mm, y_mm, width_mm))
    return [push, *lines]


def overprint_body() -> list[Element]:
    """What is printed into stock that carries everything else."""
    size = POINTS["dong"]
    foot = POINTS["cuoi"]
    texts: dict[str, list[Run]] = {
        "ten_nguoi_nhan": [Run(NAME, bold=True, size=POINTS["ten_nguoi_nhan"])],
        "chuc_vu_don_vi": [Run(value("chuc_vu_don_vi"), size=size)],
        "noi_dung_thanh_tich": [Run(value("noi_dung_thanh_tich|dau_cau"), size=size)],
        "quyet_dinh": [
            Run(f"{value('so_quyet_dinh')}, {day('ngay_quyet_dinh')}", True, True, size=foot),
            Run(value("so_so_vang|so"), True, True, size=foot),
        ],
        "ngay_ky": [Run(f"{value('dia_danh')}, {day('ngay_ky')}", True, True, size=foot)],
        "nguoi_ky": [Run("{{ nguoi_ky }}", bold=True, size=foot)],
    }
    body: list[Element] = []
    for place in PLACES:
        field, x_mm, y_mm, width_mm = place
        style = "GiayKhenTrai" if field == "quyet_dinh" else "GiayKhen"
        lines = [_pushed_right(style, run) for run in texts[field]]
        body += _placed(lines, x_mm - (MOST_SHIFT_MM if style == "GiayKhenTrai" else 0), y_mm, width_mm)
    return [*body, paragraph("The", "")]
