"""The form the benchmarks fill: two pages, 25 fields, a loop of ten rows, header and footer; and rows for it."""

import io
from collections.abc import Iterator
from typing import Any

PROSE = (
    "Căn cứ kết quả thực hiện nhiệm vụ được giao và thành tích đã đạt được trong năm, xét đề nghị của thủ trưởng "
    "đơn vị và ý kiến của Hội đồng Thi đua - Khen thưởng, cơ quan trình bày tóm tắt như sau"
)
FIELDS = [f"truong_{number:02}" for number in range(1, 24)]
HEAD, FOOT = "co_quan", "nguoi_lap"


def form() -> bytes:
    """The bytes of the form."""
    import docx
    from docx.shared import Pt

    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "{{ co_quan }} - Báo cáo thành tích"
    section.footer.paragraphs[0].text = "Người lập: {{ nguoi_lap }}"
    document.add_heading("BÁO CÁO THÀNH TÍCH", 1)
    for number, name in enumerate(FIELDS, 1):
        paragraph = document.add_paragraph()
        # Word cuts what a person types into runs of a few words, each with its own properties.
        for words in (f"{number}. ", *(f"{each}," for each in PROSE.split(",")), ": ", "{{ ", name, " }}", "."):
            run = paragraph.add_run(words)
            run.font.name, run.font.size, run.bold = "Times New Roman", Pt(14), words == name
    table = document.add_table(4, 4, "Table Grid")
    texts = (
        ("Năm", "Danh hiệu", "Quyết định", "Cơ quan"),
        ("{%tr for dong in ds %}", "", "", ""),
        ("{{ dong.nam }}", "{{ dong.ten }}", "{{ dong.so }}", "{{ dong.cap }}"),
        ("{%tr endfor %}", "", "", ""),
    )
    for row, cells in zip(table.rows, texts, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("Xác nhận của thủ trưởng đơn vị")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def row(number: int) -> dict[str, Any]:
    """The values of one document."""
    values: dict[str, Any] = {name: f"Nội dung {number} của {name}, đơn vị số {number % 97}" for name in FIELDS}
    values |= {HEAD: "Thi hành án dân sự tỉnh A", FOOT: f"Nguyễn Văn {chr(65 + number % 26)}", "so_tt": number}
    values["ds"] = [
        {
            "nam": 2016 + each,
            "ten": "Lao động tiên tiến",
            "so": f"{number % 900}/QĐ-{each}",
            "cap": "Trưởng cơ quan & đơn vị",
        }
        for each in range(10)
    ]
    return values


class Many:
    """So many rows, made when they are asked for."""

    def __init__(self, count: int) -> None:
        self.count = count

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Any]:
        from docgen.fill.contexts import Context

        return (Context(number + 1, row(number)) for number in range(1, self.count + 1))
