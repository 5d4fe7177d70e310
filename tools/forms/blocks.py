"""What an official document is made of: its head, its title, its grounds, its body, its signatures."""

from collections.abc import Sequence
from dataclasses import dataclass

from tools.forms.decree import HEADER, PAGE, RULE, SIGNATURE
from tools.forms.ooxml import Element, R, twips, w
from tools.forms.words import Cell, Run, cell, each, paragraph, row, row_command, rule, table, when

BLANK = "……"
NO_FIGURE = "…… (chưa có số liệu)"
DATE_BLANK = "ngày …… tháng …… năm ……"
PAGE_NUMBER_ID = "rId4"  # the page header among the relations of the document part
WEIGHT = round(RULE["weight_eighths_pt"])

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def value(name: str, blank: str = BLANK) -> str:
    """The tag of a field, which leaves a visible blank where the data are silent."""
    return "{{ " + name + ' or "' + blank + '" }}'


def day(name: str) -> str:
    """The tag of a date in full letters, with a dotted line to write on where it is not known."""
    return value(f"{name}|ngay", DATE_BLANK)


def national(width_mm: float) -> list[Element]:
    """Quốc hiệu and Tiêu ngữ with the line beneath as long as the words."""
    return [
        paragraph("QuocHieu", NATION),
        paragraph("TieuNgu", MOTTO),
        rule(RULE["tieu_ngu_mm"], width_mm, WEIGHT),
    ]


def letterhead(symbol: str | None, *, is_dated: bool = True, body_mm: float = PAGE.body_mm) -> list[Element]:
    """Boxes 1 to 4 of the decree: the agency and the nation side by side, the number and the place beneath them.

    `symbol` is what stands after `Số:`; a form without a number passes `None`, minutes are not dated here.
    """
    left = HEADER["left_share"] * body_mm
    right = body_mm - left
    parent = "co_quan_chu_quan"
    widths = [twips(left), twips(right)]
    agency: list[Element] = [
        *when(parent, paragraph("CoQuanChuQuan", "{{ " + parent + "|hoa }}")),
        paragraph("CoQuan", value("co_quan|hoa")),
        rule(RULE["co_quan_mm"], left, WEIGHT, gap_pt=2),
    ]
    rows = [row((Cell(tuple(agency)), Cell(tuple(national(right)))), widths, centre=False)]
    if symbol or is_dated:
        number = cell("SoKyHieu", "Số: " + symbol) if symbol else cell("SoKyHieu", "")
        place = cell("DiaDanh", value("dia_danh") + ", " + day("ngay_ky")) if is_dated else cell("DiaDanh", "")
        rows.append(row((number, place), widths, centre=False))
    return [table(widths, rows, ruled=False)]


def number(kind: str) -> str:
    """The tag of a document's number and symbol (`12/TTr-THADS`)."""
    return value("so", "     ") + "/" + kind + "-" + value("viet_tat_co_quan")


def nation_alone() -> list[Element]:
    """Quốc hiệu and Tiêu ngữ in the middle, for papers that a person writes."""
    return national(PAGE.body_mm)


def title(name: str, *abstract: str, is_ruled: bool = True, body_mm: float = PAGE.body_mm) -> list[Element]:
    """Box 5a: the kind of document, what it is about, and the line beneath."""
    parts = [paragraph("TenLoai", name), *(paragraph("TrichYeu", line) for line in abstract)]
    if is_ruled:
        parts.append(rule(RULE["trich_yeu_mm"], body_mm, WEIGHT, gap_pt=3))
    return parts


def addressee() -> list[Element]:
    """Box 9a: one addressee on the line of `Kính gửi`, several each on its own line."""
    one = paragraph("KinhGui", 'Kính gửi: {{ kinh_gui|dong|first|default("' + BLANK + '", true) }}')
    several = [
        paragraph("KinhGuiNhieu", "Kính gửi:"),
        *each(
            "noi in kinh_gui|dong",
            paragraph("KinhGuiNhieu", "- {{ noi }}{% if loop.last %}.{% else %};{% endif %}"),
        ),
    ]
    return when("kinh_gui|dong|length > 1", *several, otherwise=[one])


def grounds(closing: str | None = None) -> list[Element]:
    """Box 6.a: each ground on a line of its own in italics, the last one closed by a full stop.

    `closing` is the line that ends the grounds (`Theo đề nghị của …`), without its full stop.
    """
    end = ";" if closing else "{% if loop.last %}.{% else %};{% endif %}"
    lines = each("can in can_cu|dong", paragraph("CanCu", "{{ can }}" + end))
    if closing:
        lines.append(paragraph("CanCu", closing + "."))
    return lines


def section(name: str) -> Element:
    """A heading `I. …`, numbered by its style."""
    return paragraph("Heading1", name)


def article(name: str) -> Element:
    """A heading `1. …`, numbered by its style."""
    return paragraph("Heading2", name)


def text(*runs: str | Run) -> Element:
    """A paragraph of the body."""
    return paragraph("NoiDung", *runs)


def prose(name: str, blank: str = BLANK) -> list[Element]:
    """A field of several paragraphs, or a visible blank."""
    return when(
        f"{name}|dong",
        *each(f"doan in {name}|dong", text("{{ doan }}")),
        otherwise=[text(blank)],
    )


def closing(*runs: str | Run) -> Element:
    """The last sentence, kept on the page of the signature."""
    return paragraph("KetThuc", *runs)


def recipients(first: str | None = "Như trên") -> list[Element]:
    """Box 9b: `Nơi nhận` and its list, ended by where the file copy is kept."""
    lines = [paragraph("NoiNhanDau", "Nơi nhận:", keep_next=True)]
    if first:
        lines.append(paragraph("NoiNhan", f"- {first};", keep_next=True))
    lines += each("noi in noi_nhan|dong", paragraph("NoiNhan", "- {{ noi }};", keep_next=True))
    copy = "- Lưu: VT{% if don_vi_soan %}, {{ don_vi_soan }}{% endif %}."
    return [*lines, paragraph("NoiNhan", copy)]


@dataclass(frozen=True, slots=True)
class Signer:
    """Boxes 7a to 7c: by what power (a tag or words in capitals), a note, and the name under the room to sign.

    A tag may hold several lines (`KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`).
    """

    power: str
    name: str
    note: str | None = None
    place: str | None = None

    @property
    def lines(self) -> int:
        """How many lines stand above the signature."""
        return 1 + self.power.count("\n") + bool(self.note) + bool(self.place)

    def block(self, lines: int = 0) -> tuple[Element, ...]:
        """Everything of this signer; filled up to so many lines, so that names side by side stand on one height."""
        upper = [paragraph("ChucVu", self.power)]
        if self.place:
            upper.insert(0, paragraph("DiaDanh", self.place, keep_next=True))
        if self.note:
            upper.append(paragraph("GhiChuKy", self.note))
        upper += [paragraph("ChucVu", "") for _ in range(lines - self.lines)]
        return (*upper, paragraph("HoTen", self.name))


HEAD_OF_OFFICE = Signer(value("quyen_ky|hoa", "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ"), "{{ nguoi_ky }}")


def signatures(*signers: Signer | None, body_mm: float = PAGE.body_mm) -> list[Element]:
    """Signers side by side in one row, which no page break tears; `None` leaves a side empty."""
    widths = [twips(body_mm / len(signers))] * len(signers)
    most = max(signer.lines for signer in signers if signer)
    nothing = (paragraph("SauBang", "", keep_next=True),)
    cells = [Cell(signer.block(most) if signer else nothing) for signer in signers]
    return [before_table(), table(widths, [row(cells, widths, centre=False)], ruled=False)]


def ending(signer: Signer | None = None, *, first: str | None = "Như trên") -> list[Element]:
    """Nơi nhận on the left, the signature on the right, in one row that no page break tears."""
    signer = signer or HEAD_OF_OFFICE
    left = SIGNATURE["left_mm"]
    widths = [twips(left), twips(PAGE.body_mm - left)]
    cells = (Cell(tuple(recipients(first))), Cell(signer.block()))
    return [before_table(), table(widths, [row(cells, widths, centre=False)], ruled=False)]


def ruled(
    widths: Sequence[int],
    heads: Sequence[Sequence[Cell]],
    loop: str,
    inside: Sequence[Element],
    total: Sequence[Element] = (),
) -> Element:
    """A table with repeated heads, the rows `inside` once for every turn of the loop, and the rows of the total."""
    rows = [row(cells, widths, is_head=True) for cells in heads]
    rows += [row_command(f"for {loop}", widths), *inside, row_command("endfor", widths), *total]
    return table(widths, rows)


def before_table() -> Element:
    """The small gap above a table, on whose page it stays."""
    return paragraph("SauBang", "", keep_next=True)


def after_table() -> Element:
    """The small gap under a table."""
    return paragraph("SauBang", "")


def goes_with(kind: str) -> Element:
    """The line that says which document a list or an annex goes with (`Báo cáo BC`: its name and symbol)."""
    word, symbol = kind.rsplit(" ", 1)
    return paragraph("KemTheo", f"(Kèm theo {word} số {number(symbol)} {day('ngay_ky')} của {{{{ co_quan or '……' }}}})")


def annex(name: str, kind: str, numeral: str = "") -> list[Element]:
    """The head of an annex: its numeral, its name, the document it goes with, and the line beneath."""
    return [
        paragraph("PhuLuc", "Phụ lục" + numeral),
        paragraph("TenPhuLuc", name),
        goes_with(kind),
        rule(RULE["trich_yeu_mm"], PAGE.body_mm, WEIGHT, gap_pt=3),
        after_table(),
    ]


def page_break(*, is_landscape: bool = False) -> Element:
    """The end of a section; the next one counts its pages anew."""
    return w("p", w("pPr", w("pStyle", val="Nho"), page_setup(is_landscape=is_landscape)))


def page_setup(*, is_landscape: bool = False, is_numbered: bool = True) -> Element:
    """The sheet, its margins, and the page number that the first page does not show."""
    width, height = twips(PAGE.width_mm), twips(PAGE.height_mm)
    setup = w("sectPr")
    if is_numbered:
        header = w("headerReference", type="default")
        header.set(f"{{{R}}}id", PAGE_NUMBER_ID)
        setup.append(header)
    size: dict[str, object] = (
        {"w": height, "h": width, "orient": "landscape"} if is_landscape else {"w": width, "h": height}
    )
    setup.append(w("pgSz", **size))
    setup.append(
        w(
            "pgMar",
            top=twips(PAGE.top_mm),
            right=twips(PAGE.right_mm),
            bottom=twips(PAGE.bottom_mm),
            left=twips(PAGE.left_mm),
            header=twips(PAGE.number_from_edge_mm),
            footer=twips(PAGE.number_from_edge_mm),
            gutter=0,
        )
    )
    setup.append(w("pgNumType", start=1))
    setup.append(w("titlePg"))
    return setup
