"""Giấy khen and the certificate of Chiến sĩ thi đua cơ sở: whole, or for stock that is printed already."""

import tomllib
from pathlib import Path

from tools.forms.blocks import HEAD_OF_OFFICE, MOTTO, NATION, WEIGHT, day, value
from tools.forms.decree import PAGE, RULE, SIZE
from tools.forms.ooxml import Element, twips, w
from tools.forms.words import Cell, Run, cell, paragraph, row, rule, table, when

_data = tomllib.loads((Path(__file__).parent / "certificate.toml").read_text(encoding="utf-8"))
SOURCE: str = _data["source"]
RED: str = _data["red"]
SHEET: dict[str, float] = _data["page"]
POINTS: dict[str, float] = _data["size"]
PLACES: dict[str, dict[str, float]] = _data["place"]
STEPS: dict[str, list[tuple[int, float]]] = _data["steps"]
WIDTH = PAGE.height_mm - 2 * SHEET["margin_mm"]
MOST_SHIFT_MM = 15
BLANK_POINTS = 11.5  # a no-break space of this size is one millimetre wide

NAME = "{% if danh_xung %}{{ danh_xung }} {% endif %}" + value("ten_nguoi_nhan")


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


def _fitted(name: str, tag: str, *, bold: bool, place: bool = False, color: str | None = None) -> list[Element]:
    """A field in the largest size at which it still leaves room for the rest."""
    made = _pushed_right if place else _plain
    (_, size), *smaller = STEPS[name]
    lines = [made("GiayKhen", Run(tag, bold, color=color, size=size))]
    for limit, size in smaller:
        line = made("GiayKhen", Run(tag, bold, color=color, size=size))
        lines = when(f'({name} or "")|length > {limit}', line, otherwise=lines)
    return lines


def _plain(style: str, run: Run) -> Element:
    return paragraph(style, run)


def _recipient(*, place: bool = False) -> list[Element]:
    """Who, of where, for what."""
    return [
        *_fitted("ten_nguoi_nhan", NAME, bold=True, place=place),
        *_fitted("chuc_vu_don_vi", value("chuc_vu_don_vi"), bold=False, place=place),
        *_fitted("noi_dung_thanh_tich", value("noi_dung_thanh_tich|dau_cau"), bold=False, place=place),
    ]


def certificate_body() -> list[Element]:
    """The whole certificate in the order and colours of the decree."""
    room = w("p", w("pPr", w("pStyle", val="Nho"), w("spacing", before=twips(SHEET["emblem_room_mm"]), after=0)))
    ruled = RULE["tieu_ngu_mm"] * POINTS["tieu_ngu"] / SIZE["tieu_ngu"]
    return [
        room,
        paragraph("QuocHieu", Run(NATION, size=POINTS["quoc_hieu"])),
        paragraph("TieuNgu", Run(MOTTO, size=POINTS["tieu_ngu"])),
        rule(ruled, WIDTH, WEIGHT),
        *_fitted("tham_quyen", value("tham_quyen|hoa"), bold=True, color=RED),
        _line(value("tang|hoa", "TẶNG"), POINTS["tang"]),
        _line(value("ten_hinh_thuc|hoa", "GIẤY KHEN"), POINTS["ten_hinh_thuc"], color=RED),
        *_recipient(),
        _line("", POINTS["cuoi"]),
        _foot(),
    ]


def _foot() -> Element:
    widths = [twips(WIDTH * share) for share in (0.05, 0.43, 0.52)]
    size = POINTS["cuoi"]
    written = (
        f"Quyết định số: {value('so_quyet_dinh')}",
        day("ngay_quyet_dinh"),
        f"Số sổ vàng: {value('so_so_vang|so')}",
    )
    register = [paragraph("GiayKhenTrai", Run(line, True, True, size=size)) for line in written]
    place = Run(f"{value('dia_danh')}, {day('ngay_ky')}", True, True, size=size)
    signed = Cell((paragraph("DiaDanh", place), *HEAD_OF_OFFICE.block()))
    edge = cell("SauBang", "")
    return table(widths, [row([edge, Cell(tuple(register)), signed], widths, centre=False)], ruled=False)


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


def _placed(lines: list[Element], *, x_mm: float, y_mm: float, width_mm: float) -> list[Element]:
    """The lines at their place on the sheet, pushed down by the offset of the list, one thin line a millimetre."""
    tag = '{{ "\\n" * [' + str(MOST_SHIFT_MM - 1) + " + lech_xuong_mm|int, 0]|max }}"
    push = paragraph("Nho", tag)
    push[0].append(w("spacing", before=0, after=0, line=twips(1), lineRule="exact"))
    for line in (push, *lines):
        line[0].insert(1, _frame(x_mm, y_mm, width_mm))
    return [push, *lines]


def overprint_body() -> list[Element]:
    """What is printed into stock that carries everything else."""
    size = POINTS["cuoi"]
    decided = f"{value('so_quyet_dinh')} ngày {value('ngay_quyet_dinh')}"
    left = [_pushed_right("GiayKhenTrai", Run(tag, True, True, size=size)) for tag in (decided, value("so_so_vang|so"))]
    dated = Run(f"{value('dia_danh')}, {day('ngay_ky')}", True, True, size=size)
    lines = {
        "nguoi_nhan": _recipient(place=True),
        "quyet_dinh": left,
        "ngay_ky": [_pushed_right("GiayKhen", dated)],
        "nguoi_ky": [_pushed_right("GiayKhen", Run("{{ nguoi_ky }}", bold=True, size=size))],
    }
    body: list[Element] = []
    for name, place in PLACES.items():
        shift = MOST_SHIFT_MM if name == "quyet_dinh" else 0
        body += _placed(lines[name], **{**place, "x_mm": place["x_mm"] - shift})
    return [*body, paragraph("Nho", "")]
