"""The forms keep the decree on how an official document looks (Nghị định 30/2020/NĐ-CP, Phụ lục I).

The measures stand here once more, apart from the kit that builds the forms, so that a slip of the kit shows.
"""

import re
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from lxml import etree

SHELF = Path(__file__).parent.parent / "templates_docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FOLDERS = sorted(path.parent for path in SHELF.glob("*/mau.docx"))
CERTIFICATES = {"giay-khen", "giay-khen-phoi-in-san"}
# I.2: on its side only where a table that is no annex needs it.
ON_ITS_SIDE = {"danh-sach-de-nghi", "bieu-tong-hop-khen-thuong"}
# A paper of a person has no agency on its head.
OF_A_PERSON = {"don-cong-nhan-sang-kien"}
PAPERS = [folder for folder in FOLDERS if folder.name not in CERTIFICATES]
TABLES_ALONE = {"bieu-tong-hop-khen-thuong", "phieu-bau"}
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

every_paper = pytest.mark.parametrize("folder", PAPERS, ids=lambda folder: folder.name)

# Style → sizes, bold, italic, alignment; section V of the decree.
ELEMENTS = {
    "QuocHieu": ((12, 13), True, False, "center"),
    "TieuNgu": ((13, 14), True, False, "center"),
    "CoQuanChuQuan": ((12, 13), False, False, "center"),
    "CoQuan": ((12, 13), True, False, "center"),
    "SoKyHieu": ((13, 13), False, False, "center"),
    "DiaDanh": ((13, 14), False, True, "center"),
    "TenLoai": ((13, 14), True, False, "center"),
    "TrichYeu": ((13, 14), True, False, "center"),
    "CanCu": ((13, 14), False, True, "both"),
    "NoiDung": ((13, 14), False, False, "both"),
    "KetThuc": ((13, 14), False, False, "both"),
    "Heading1": ((13, 14), True, False, "left"),
    "Heading2": ((13, 14), True, False, "left"),
    "Heading3": ((13, 14), False, False, "left"),
    "KinhGui": ((13, 14), False, False, "center"),
    "ChucVu": ((13, 14), True, False, "center"),
    "HoTen": ((13, 14), True, False, "center"),
    "NoiNhanDau": ((12, 12), True, True, "left"),
    "NoiNhan": ((11, 11), False, False, "left"),
    "PhuLuc": ((14, 14), True, False, "center"),
    "TenPhuLuc": ((13, 14), True, False, "center"),
    "KemTheo": ((13, 14), False, True, "center"),
    "SoTrang": ((13, 14), False, False, "center"),
}
BODY = ("CanCu", "NoiDung", "KetThuc", "Dieu", "LyLich")


@dataclass(frozen=True)
class Look:
    """How a paragraph or run shows."""

    size: float = 10
    bold: bool = False
    italic: bool = False
    align: str = "left"
    before: int = 0
    line: int = 240
    first_line: int = 0
    keep_next: bool = False


class Paper:
    """A form's XML and what its styles come to."""

    def __init__(self, folder):
        with zipfile.ZipFile(folder / "mau.docx") as archive:
            self.document = etree.fromstring(archive.read("word/document.xml"))
            self.header = etree.fromstring(archive.read("word/header1.xml"))
            self.style_part = etree.fromstring(archive.read("word/styles.xml"))
            self.numbering = etree.fromstring(archive.read("word/numbering.xml"))
        self.styles = {style.get(f"{W}styleId"): self._look(style) for style in self.style_part.iter(f"{W}style")}
        self.paragraphs = list(self.document.iter(f"{W}p"))

    def _look(self, style):
        default = self.style_part.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
        return looked(style, Look(size=int(default.get(f"{W}val")) / 2))

    def style_of(self, paragraph):
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        return found.get(f"{W}val") if found is not None else "Normal"

    def of_style(self, *names):
        return [paragraph for paragraph in self.paragraphs if self.style_of(paragraph) in names]


def looked(element, look):
    """The look after what an element says of it."""
    flags = {}
    for name, tag in (("bold", "b"), ("italic", "i"), ("keep_next", "keepNext")):
        found = element.find(f".//{W}{tag}")
        if found is not None:
            flags[name] = found.get(f"{W}val") not in ("0", "false")
    size, align = element.find(f".//{W}sz"), element.find(f".//{W}jc")
    spacing, indent = element.find(f".//{W}spacing"), element.find(f".//{W}ind")
    if size is not None:
        flags["size"] = int(size.get(f"{W}val")) / 2
    if align is not None:
        flags["align"] = align.get(f"{W}val")
    if spacing is not None:
        flags["before"] = int(spacing.get(f"{W}before", 0))
        flags["line"] = int(spacing.get(f"{W}line", 240))
    if indent is not None:
        flags["first_line"] = int(indent.get(f"{W}firstLine", 0))
    return replace(look, **flags)


def text_of(element):
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def mm(twips):
    return int(twips) * 25.4 / 1440


@every_paper
def test_the_sheet_is_a4_and_its_margins_are_those_of_the_decree(folder):
    sections = list(Paper(folder).document.iter(f"{W}sectPr"))
    assert sections
    for section in sections:
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        wide, high = mm(size.get(f"{W}w")), mm(size.get(f"{W}h"))
        on_side = size.get(f"{W}orient") == "landscape"
        assert sorted((wide, high)) == pytest.approx([210, 297], abs=1)
        assert on_side == (wide > high)
        assert on_side == (folder.name in ON_ITS_SIDE)
        for side, least, most in (("top", 20, 25), ("bottom", 20, 25), ("left", 30, 35), ("right", 15, 20)):
            assert least - 0.5 <= mm(margins.get(f"{W}{side}")) <= most + 0.5, side


@every_paper
def test_all_text_is_times_new_roman_and_black(folder):
    paper = Paper(folder)
    fonts = {value for node in paper.style_part.iter(f"{W}rFonts") for value in node.attrib.values()}
    assert fonts == {"Times New Roman"}
    assert not list(paper.document.iter(f"{W}rFonts"))
    assert not list(paper.document.iter(f"{W}color"))
    assert all(node.get(f"{W}val") == "auto" for node in paper.style_part.iter(f"{W}color"))


@every_paper
def test_the_page_number_is_in_the_top_margin_and_not_on_the_first_page(folder):
    paper = Paper(folder)
    (paragraph,) = paper.header.iter(f"{W}p")
    assert paper.styles[paper.style_of(paragraph)].align == "center"
    assert [field.get(f"{W}instr").strip() for field in paper.header.iter(f"{W}fldSimple")] == ["PAGE"]
    for section in paper.document.iter(f"{W}sectPr"):
        assert section.find(f"{W}titlePg") is not None
        assert section.find(f"{W}headerReference").get(f"{W}type") == "default"
        assert section.find(f"{W}pgNumType").get(f"{W}start") == "1"


@every_paper
def test_each_element_has_its_size_and_style(folder):
    paper = Paper(folder)
    for name, (sizes, bold, italic, align) in ELEMENTS.items():
        look = paper.styles[name]
        assert sizes[0] <= look.size <= sizes[1], name
        assert (look.bold, look.italic, look.align) == (bold, italic, align), name


@every_paper
def test_the_body_is_justified_indented_and_spaced(folder):
    paper = Paper(folder)
    for name in BODY:
        look = paper.styles[name]
        assert 13 <= look.size <= 14
        assert look.align == ("left" if name == "LyLich" else "both")
        assert mm(look.first_line) == pytest.approx(12.7, abs=0.1) or mm(look.first_line) == pytest.approx(10, abs=0.1)
        assert look.before >= 120
        assert 240 <= look.line <= 360
    assert paper.of_style(*BODY) or folder.name in TABLES_ALONE


@every_paper
def test_the_nation_and_its_motto_stand_on_the_head_with_a_line_as_long_as_the_words(folder):
    paper = Paper(folder)
    (nation,), (motto,) = paper.of_style("QuocHieu"), paper.of_style("TieuNgu")
    assert (text_of(nation), text_of(motto)) == (NATION, MOTTO)
    line = motto.getnext()
    assert line.find(f"{W}pPr/{W}pBdr/{W}top").get(f"{W}val") == "single"
    indent = line.find(f"{W}pPr/{W}ind")
    cell = next(iter(motto.iterancestors(f"{W}tc")), None)
    whole = mm(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) if cell is not None else 165
    # Tiêu ngữ in bold Times New Roman of 13 points is 56.1 mm long.
    assert whole - mm(indent.get(f"{W}left")) - mm(indent.get(f"{W}right")) == pytest.approx(56.1, abs=1)


@every_paper
def test_lines_are_drawn_and_never_typed(folder):
    paper = Paper(folder)
    assert not re.search(r"_{3,}|-{3,}|—{2,}|\.{6,}", "\n".join(text_of(each) for each in paper.paragraphs))
    ruled = [each for each in paper.paragraphs if each.find(f"{W}pPr/{W}pBdr") is not None]
    assert ruled
    assert all(not text_of(each) for each in ruled)


@every_paper
def test_the_agency_stands_beside_the_nation_in_a_table_without_lines(folder):
    if folder.name in OF_A_PERSON:
        pytest.skip("a person's own paper has no agency on its head")
    paper = Paper(folder)
    table = next(paper.document.iter(f"{W}tbl"))
    assert table.find(f"{W}tblPr/{W}tblStyle") is None
    assert table.find(f"{W}tblPr/{W}tblBorders") is None
    left, right = next(table.iter(f"{W}tr")).findall(f"{W}tc")
    assert "co_quan|hoa" in text_of(left)
    assert NATION in text_of(right)
    line = [each for each in left.iter(f"{W}p") if each.find(f"{W}pPr/{W}pBdr") is not None]
    assert len(line) == 1


@every_paper
def test_number_and_symbol_are_parted_as_the_decree_says(folder):
    paper = Paper(folder)
    for paragraph in paper.of_style("SoKyHieu"):
        if text := text_of(paragraph):
            shape = re.sub(r"\{\{.*?\}\}", "@", text)
            assert re.fullmatch(r"Số: @/[A-ZĐTr]+-@", shape), shape


@every_paper
def test_headings_are_real_styles_that_number_themselves(folder):
    paper = Paper(folder)
    for level, name in enumerate(("Heading1", "Heading2")):
        style = paper.style_part.find(f"{W}style[@{W}styleId='{name}']")
        assert style.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == str(level)
        assert style.find(f"{W}pPr/{W}numPr/{W}ilvl").get(f"{W}val") == str(level)
    shapes = [node.get(f"{W}val") for node in paper.numbering.iter(f"{W}lvlText")]
    forms = [node.get(f"{W}val") for node in paper.numbering.iter(f"{W}numFmt")]
    assert (shapes, forms) == (["%1.", "%2."], ["upperRoman", "decimal"])
    for paragraph in paper.of_style("Heading1"):
        words = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", text_of(paragraph))
        assert words == words.upper()
        assert not re.match(r"[IVX]+\.", words)


@every_paper
def test_no_heading_stays_behind_at_the_foot_of_a_page(folder):
    paper = Paper(folder)
    for name in ("Heading1", "Heading2", "Heading3", "TieuDeBang", "TenLoai", "TrichYeu", "KetThuc"):
        assert paper.styles[name].keep_next, name


@every_paper
def test_rows_are_not_torn_and_heads_are_repeated(folder):
    paper = Paper(folder)
    for table in paper.document.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        if table.find(f"{W}tblPr/{W}tblStyle") is not None:
            heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
            assert heads[0]
            assert heads == sorted(heads, reverse=True)


@every_paper
def test_a_table_is_no_wider_than_the_body(folder):
    paper = Paper(folder)
    for table in paper.document.iter(f"{W}tbl"):
        widths = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
        assert mm(sum(widths)) <= (252 if folder.name in ON_ITS_SIDE else 165) + 0.1


@every_paper
def test_the_signature_is_one_row_kept_with_the_last_words(folder):
    paper = Paper(folder)
    names = paper.of_style("HoTen")
    for name in names:
        (row,) = name.iterancestors(f"{W}tr")
        table = row.getparent()
        assert table.findall(f"{W}tr") == [row]
        above = [each for each in row.iter(f"{W}p") if each is not name and paper.style_of(each) == "ChucVu"]
        assert above
        before = table.getprevious()
        assert before.find(f"{W}pPr/{W}keepNext") is not None
    assert names or folder.name == "phieu-bau"


@every_paper
def test_the_file_copy_ends_the_recipients(folder):
    paper = Paper(folder)
    lines = [text_of(each) for each in paper.of_style("NoiNhan")]
    if lines:
        assert lines[-1].startswith("- Lưu: VT")
        assert lines[-1].endswith(".")
        assert all(line.startswith("- ") for line in lines)
        assert [text_of(each) for each in paper.of_style("NoiNhanDau")] == ["Nơi nhận:"]


def test_powers_are_written_with_a_dot_and_minutes_bear_no_place():
    minutes = Paper(SHELF / "bien-ban-hop-hoi-dong")
    assert not [each for each in minutes.of_style("DiaDanh") if text_of(each)]
    everything = "\n".join(text_of(each) for folder in FOLDERS for each in Paper(folder).paragraphs)
    assert not re.search(r"\b[TK]/[MTL]\b", everything)


def test_v_v_stands_only_in_a_letter():
    assert not [folder.name for folder in FOLDERS if "V/v" in text_of(Paper(folder).document)]


def test_the_certificate_has_the_order_and_the_colours_of_the_decree():
    paper = Paper(SHELF / "giay-khen")
    order = ["QuocHieu", "TieuNgu"]
    lines = [each for each in paper.paragraphs if text_of(each) and not text_of(each).startswith("{%p")]
    assert [paper.style_of(each) for each in lines[:2]] == order
    section = next(paper.document.iter(f"{W}sectPr"))
    size = section.find(f"{W}pgSz")
    assert (mm(size.get(f"{W}w")), mm(size.get(f"{W}h"))) == pytest.approx((297, 210), abs=0.5)
    tags = [
        "tham_quyen|hoa",
        "tang|hoa",
        "ten_hinh_thuc|hoa",
        "ten_nguoi_nhan",
        "chuc_vu_don_vi",
        "noi_dung_thanh_tich",
    ]
    bearing = {tag: [each for each in lines if f"{{{{ {tag}" in text_of(each)] for tag in tags}
    first = [lines.index(bearing[tag][0]) for tag in tags]
    assert first == sorted(first)
    red = [tag for tag in tags if all(each.find(f".//{W}color") is not None for each in bearing[tag])]
    assert red == ["tham_quyen|hoa", "ten_hinh_thuc|hoa"]


def test_the_letters_of_points_follow_the_vietnamese_alphabet():
    texts = [text_of(each) for folder in FOLDERS for each in Paper(folder).of_style("Heading3")]
    assert not [text for text in texts if re.match(r"[fjwz]\)", text)]
