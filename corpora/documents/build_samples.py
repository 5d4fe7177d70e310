"""Builds the sample reports in Word from `sources/*.txt`: `python corpora/documents/build_samples.py`.

A source is plain text: `! ` a title line, `# ` and `## ` headings, `| a | b |` table rows, anything else a paragraph.
"""

from itertools import groupby
from pathlib import Path

from docx import Document
from docx.shared import Mm, Pt

HERE = Path(__file__).parent


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
    document.core_properties.author = ""
    document.save(str(path))


def _table(document: Document, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


if __name__ == "__main__":
    for source in sorted((HERE / "sources").glob("*.txt")):
        build_report(source, HERE / f"{source.stem}.docx")
