"""The styles and the numbering of every form: one style an element of the decree."""

from dataclasses import dataclass

from tools.forms.decree import BODY, FONT, SIGNATURE, SIZE
from tools.forms.ooxml import Element, twips, w


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: the name a secretary sees in Word, and how it looks."""

    id: str
    name: str
    size: float
    bold: bool = False
    italic: bool = False
    align: str = "left"
    first_line_mm: float = 0
    left_mm: float = 0
    right_mm: float = 0
    before_pt: float = 0
    after_pt: float = 0
    spacing: float = 1.0
    keep_next: bool = False
    level: int | None = None  # outline level of a heading, 0 the highest
    numbered: bool = False
    color: str | None = None


BETWEEN = BODY["between_paragraphs_pt"]
INDENT = BODY["first_line_mm"]
LINES = BODY["line_spacing"]


def _body(id: str, name: str, **look: object) -> Style:
    settings = {
        "size": SIZE["noi_dung"],
        "align": "both",
        "first_line_mm": INDENT,
        "before_pt": BETWEEN,
        "spacing": LINES,
    }
    return Style(id, name, **(settings | look))  # type: ignore[arg-type]


STYLES = (
    Style("QuocHieu", "VB Quốc hiệu", SIZE["quoc_hieu"], bold=True, align="center"),
    Style("TieuNgu", "VB Tiêu ngữ", SIZE["tieu_ngu"], bold=True, align="center"),
    Style("CoQuanChuQuan", "VB Cơ quan chủ quản", SIZE["co_quan"], align="center"),
    Style("CoQuan", "VB Cơ quan ban hành", SIZE["co_quan"], bold=True, align="center"),
    Style("DuongKe", "VB Đường kẻ", 2, align="center"),
    Style("SoKyHieu", "VB Số, ký hiệu", SIZE["so_ky_hieu"], align="center"),
    Style("DiaDanh", "VB Địa danh, thời gian", SIZE["dia_danh"], italic=True, align="center"),
    Style("TenLoai", "VB Tên loại", SIZE["ten_loai"], bold=True, align="center", before_pt=18, keep_next=True),
    Style(
        "TrichYeu",
        "VB Trích yếu",
        SIZE["trich_yeu"],
        bold=True,
        align="center",
        left_mm=8,
        right_mm=8,
        keep_next=True,
    ),
    Style("KinhGui", "VB Kính gửi", SIZE["noi_dung"], align="center", before_pt=12, after_pt=6),
    Style("KinhGuiNhieu", "VB Kính gửi nhiều nơi", SIZE["noi_dung"], left_mm=55, before_pt=2),
    Style("ThamQuyen", "VB Thẩm quyền ban hành", SIZE["noi_dung"], bold=True, align="center", before_pt=12),
    _body("CanCu", "VB Căn cứ", italic=True),
    _body("NoiDung", "VB Nội dung"),
    _body("KetThuc", "VB Câu kết", keep_next=True),
    _body("LyLich", "VB Dòng lý lịch", align="left"),
    _body("Heading1", "heading 1", align="left", bold=True, level=0, numbered=True, keep_next=True, before_pt=12),
    _body("Heading2", "heading 2", align="left", bold=True, level=1, numbered=True, keep_next=True),
    _body("Heading3", "heading 3", align="left", level=2, keep_next=True),
    _body("Dieu", "VB Điều"),
    Style("TieuDeBang", "VB Tiêu đề bảng", 13, bold=True, align="center", before_pt=8, after_pt=4, keep_next=True),
    Style("DonViTinh", "VB Đơn vị tính", 12, italic=True, align="right", before_pt=2, after_pt=2, keep_next=True),
    Style("BangDau", "VB Đầu bảng", SIZE["bang"], bold=True, align="center", before_pt=2, after_pt=2),
    Style("BangChu", "VB Ô chữ", SIZE["bang"], before_pt=2, after_pt=2),
    Style("BangGiua", "VB Ô giữa", SIZE["bang"], align="center", before_pt=2, after_pt=2),
    Style("BangSo", "VB Ô số", SIZE["bang"], align="right", before_pt=2, after_pt=2),
    Style("ODoThi", "VB Ô biểu đồ", 11, before_pt=1),
    Style("SauBang", "VB Dòng sau bảng", 6),
    Style("NoiNhanDau", "VB Nơi nhận", SIZE["noi_nhan_dau"], bold=True, italic=True),
    Style("NoiNhan", "VB Danh sách nơi nhận", SIZE["noi_nhan"]),
    Style("ChucVu", "VB Chức vụ người ký", SIZE["nguoi_ky"], bold=True, align="center", keep_next=True),
    Style("GhiChuKy", "VB Ghi chú chỗ ký", 13, italic=True, align="center", keep_next=True),
    Style(
        "HoTen",
        "VB Họ tên người ký",
        SIZE["nguoi_ky"],
        bold=True,
        align="center",
        before_pt=SIGNATURE["room_mm"] * 72 / 25.4,
    ),
    Style("PhuLuc", "VB Phụ lục", SIZE["phu_luc"], bold=True, align="center", keep_next=True),
    Style("TenPhuLuc", "VB Tên phụ lục", SIZE["noi_dung"], bold=True, align="center", keep_next=True),
    Style("KemTheo", "VB Kèm theo", SIZE["noi_dung"], italic=True, align="center"),
    Style("SoTrang", "VB Số trang", SIZE["so_trang"], align="center"),
    Style("GhiChu", "VB Ghi chú", 12, italic=True, align="both", before_pt=4),
    Style("GiayKhen", "VB Dòng giấy khen", SIZE["noi_dung"], align="center", before_pt=8, left_mm=12, right_mm=12),
    Style("GiayKhenTrai", "VB Góc trái giấy khen", SIZE["noi_dung"], align="left", before_pt=2),
    Style("The", "VB Thẻ lệnh", 9, italic=True),  # vanishes when filled; large enough to be read and changed
    Style("Nho", "VB Dòng nhỏ", 2),
)


def _run_look(style: Style) -> Element:
    on = (("b", style.bold), ("i", style.italic))
    look = [w(tag) for tag, is_on in on if is_on]
    if style.color:
        look.append(w("color", val=style.color))
    half_points = round(style.size * 2)
    return w("rPr", *look, w("sz", val=half_points), w("szCs", val=half_points))


def _paragraph_look(style: Style) -> Element:
    look = w("pPr")
    if style.keep_next:
        look.append(w("keepNext"))
    if style.numbered:
        look.append(w("numPr", w("ilvl", val=style.level), w("numId", val=1)))
    look.append(
        w(
            "spacing",
            before=round(style.before_pt * 20),
            after=round(style.after_pt * 20),
            line=round(style.spacing * 240),
            lineRule="auto",
        )
    )
    sides = {"left": twips(style.left_mm), "right": twips(style.right_mm)}
    look.append(w("ind", **sides, firstLine=twips(style.first_line_mm)))
    look.append(w("jc", val=style.align))
    if style.level is not None:
        look.append(w("outlineLvl", val=style.level))
    return look


def _style(style: Style) -> Element:
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val="Normal"),
        w("qFormat"),
        _paragraph_look(style),
        _run_look(style),
        type="paragraph",
        styleId=style.id,
        **({} if style.level is not None else {"customStyle": 1}),
    )


def _table_style() -> Element:
    line = {"val": "single", "sz": 4, "space": 0, "color": "auto"}
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    return w(
        "style",
        w("name", val="Table Grid"),
        w("basedOn", val="TableNormal"),
        w("tblPr", w("tblBorders", *(w(edge, **line) for edge in edges))),
        type="table",
        styleId="TableGrid",
    )


def styles() -> Element:
    """The part `word/styles.xml`."""
    half_points = round(SIZE["noi_dung"] * 2)
    fonts = w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    language = w("lang", val="vi-VN", eastAsia="vi-VN", bidi="ar-SA")
    run = w("rPr", fonts, w("sz", val=half_points), w("szCs", val=half_points), language)
    paragraph = w("pPr", w("spacing", before=0, after=0, line=240, lineRule="auto"))
    normal_margins = (w("top", w=0, type="dxa"), w("left", w=108, type="dxa"), w("bottom", w=0, type="dxa"))
    return w(
        "styles",
        w("docDefaults", w("rPrDefault", run), w("pPrDefault", paragraph)),
        w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", styleId="Normal", default=1),
        w(
            "style",
            w("name", val="Normal Table"),
            w(
                "tblPr",
                w("tblInd", w=0, type="dxa"),
                w("tblCellMar", *normal_margins, w("right", w=108, type="dxa")),
            ),
            type="table",
            styleId="TableNormal",
            default=1,
        ),
        *(_style(style) for style in STYLES),
        _table_style(),
    )


def numbering() -> Element:
    """The part `word/numbering.xml`: I. and 1. count by themselves, so that a section left out renumbers the rest.

    Points a), b), c), d), đ) are typed: Word's own letters skip đ.
    """
    levels = (("upperRoman", "%1.", "Heading1"), ("decimal", "%2.", "Heading2"))
    return w(
        "numbering",
        w(
            "abstractNum",
            w("multiLevelType", val="multilevel"),
            *(
                w(
                    "lvl",
                    w("start", val=1),
                    w("numFmt", val=form),
                    w("pStyle", val=style),
                    w("suff", val="space"),
                    w("lvlText", val=text),
                    w("lvlJc", val="left"),
                    w("pPr", w("ind", left=0, firstLine=twips(INDENT))),
                    ilvl=level,
                )
                for level, (form, text, style) in enumerate(levels)
            ),
            abstractNumId=0,
        ),
        w("num", w("abstractNumId", val=0), numId=1),
    )
