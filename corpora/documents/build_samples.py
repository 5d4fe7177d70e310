"""Builds the sample reports in Word from `sources/*.txt`: `python corpora/documents/build_samples.py`.

A source is plain text: `! ` a title line, `# ` and `## ` headings, `| a | b |` table rows, anything else a paragraph.
The reports of the ten units lie in `sources/don-vi/` and are built into `don-vi/`. The bytes are the same each time.
"""

from datetime import datetime
from io import BytesIO
from itertools import groupby
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import xlsxwriter
from docx import Document
from docx.shared import Mm, Pt

HERE = Path(__file__).parent
BUILT = datetime(2025, 12, 1)
HEADER = ("TT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ", "Đơn vị công tác", "Danh hiệu đề nghị", "Thành tích")
LETTERS = "ABCDEGHIKLMN"
FAMILIES = (("Nguyễn Văn", "Nam"), ("Trần Thị", "Nữ"), ("Lê Văn", "Nam"), ("Phạm Thị", "Nữ"))
POSTS = ("Chấp hành viên", "Thẩm tra viên", "Thư ký thi hành án", "Kế toán")


def build_report(source: Path, path: Path) -> None:
    """Writes the Word document of `source` to `path`."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(14)
    lines = source.read_text(encoding="utf-8").splitlines()
    for is_table, group in groupby(lines, key=lambda line: line.startswith("|")):
        if is_table:
            _table(document, [[cell.strip() for cell in line.strip("|").split("|")] for line in group])
            continue
        for line in group:
            mark, _, words = line.partition(" ")
            if mark in ("#", "##"):
                document.add_heading(words, level=len(mark))
            elif mark == "!":
                document.add_paragraph(words).alignment = 1
            else:
                document.add_paragraph(line).alignment = 3
    properties = document.core_properties
    properties.author = ""
    properties.created = properties.modified = BUILT
    content = BytesIO()
    document.save(content)
    path.write_bytes(_undated(content))


def _undated(content: BytesIO) -> bytes:
    """The same archive, its parts bearing one fixed time."""
    again = BytesIO()
    with ZipFile(content) as old, ZipFile(again, "w") as new:
        for part in old.infolist():
            info = ZipInfo(part.filename, BUILT.timetuple()[:6])
            new.writestr(info, old.read(part), ZIP_DEFLATED)
    return again.getvalue()


def _table(document: Document, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def build_list(path: Path) -> None:
    """Writes the list of twelve plainly fictitious persons, as a secretary keeps it: title rows, then the header."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Danh sách")
        bold = book.add_format({"bold": True, "text_wrap": True, "border": 1, "align": "center", "valign": "vcenter"})
        plain = book.add_format({"text_wrap": True, "border": 1, "valign": "top"})
        title = book.add_format({"bold": True, "align": "center"})
        sheet.merge_range(0, 0, 0, len(HEADER) - 1, "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2025", title)
        sheet.set_column(1, len(HEADER) - 1, 22)
        sheet.write_row(2, 0, HEADER, bold)
        for number, letter in enumerate(LETTERS, 1):
            family, gender = FAMILIES[number % len(FAMILIES)]
            solved, due = 60 + 7 * number, 75 + 8 * number
            row = (
                number,
                f"{family} {letter}",
                f"{number:02d}/{number % 12 + 1:02d}/{1975 + number}",
                gender,
                POSTS[number % len(POSTS)],
                f"Phòng Thi hành án dân sự khu vực {number % 3 + 1}",
                "danh hiệu Lao động tiên tiến" if number % 2 else "danh hiệu Chiến sĩ thi đua cơ sở",
                f"Hoàn thành tốt nhiệm vụ được giao; thi hành xong {solved} việc trên {due} việc có điều kiện.\n"
                "Chấp hành nghiêm chủ trương của Đảng, chính sách, pháp luật của Nhà nước.",
            )
            sheet.write_row(2 + number, 0, row, plain)
        book.set_properties({"created": BUILT})


if __name__ == "__main__":
    build_list(HERE / "danh-sach-khen-thuong.xlsx")
    (HERE / "don-vi").mkdir(exist_ok=True)
    for source in sorted((HERE / "sources").rglob("*.txt")):
        build_report(source, (HERE / source.relative_to(HERE / "sources")).with_suffix(".docx"))
