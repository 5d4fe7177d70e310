"""Web pages, Markdown, delimited texts and PDF."""

import pytest

from docgen.errors import DocgenError
from docgen.model.text import BlockKind
from docgen.readers import read_bytes

PAGE = """<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body>
<h1>Báo cáo <b>năm</b> 2020</h1><p>Có 1.426 bản án,<br>đạt <b>68</b>,73%
 về việc</p><script>var a = 12;</script>
<ul><li>Một<ul><li>hai</li></ul></li></ul><p>ĐVT: triệu đồng</p>
<table><tr><th rowspan=2>Tên</th><th colspan=2>Thu</th></tr><tr><th>2019</th><th>2020</th></tr>
<tr><td>A</td><td>1.234</td><td></td></tr></table>hết</body></html>"""


def shown(document):
    return [document.text_of(block) for block in document.blocks]


def places(table):
    return [(cell.row, cell.column, cell.rowspan, cell.colspan, len(cell.blocks)) for cell in table.cells]


def test_a_web_page_is_read_as_it_is_shown():
    document = read_bytes(PAGE.encode(), "a.html")
    assert shown(document)[:5] == [
        "Báo cáo năm 2020",
        "Có 1.426 bản án,\nđạt 68,73% về việc",
        "Một",
        "hai",
        "ĐVT: triệu đồng",
    ]
    assert [(block.kind, block.level) for block in document.blocks[:4]] == [
        (BlockKind.HEADING, 1),
        (BlockKind.PARAGRAPH, None),
        (BlockKind.ITEM, 1),
        (BlockKind.ITEM, 2),
    ]
    assert places(document.tables[0]) == [
        (0, 0, 2, 1, 1), (0, 1, 1, 2, 1), (1, 1, 1, 1, 1), (1, 2, 1, 1, 1),
        (2, 0, 1, 1, 1), (2, 1, 1, 1, 1), (2, 2, 1, 1, 0),
    ]  # fmt: skip
    assert document.tables[0].caption == (4,)
    assert "\n".join(shown(document)) == document.text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_web_page_may_be_in_another_encoding(encoding):
    assert "Có 1.426 bản án" in read_bytes(PAGE.encode(encoding), "a.html").text


def test_a_web_page_in_one_file_is_read_like_a_web_page():
    data = b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><p>C\xc3\xb3 12</p></html>"
    assert read_bytes(data, "a.doc").text == "Có 12"


def test_nothing_outside_a_web_page_is_opened(tmp_path):
    secret = tmp_path / "kín.txt"
    secret.write_text("bí mật")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><p>a &x; b</p></html>'
    assert "bí mật" not in read_bytes(page.encode(), "a.html").text


def test_markdown_is_read_without_its_marks():
    text = "# Báo cáo\n\nCó **1.426** việc, [xem](http://a.b)\n\n- một\n  - hai\n\n"
    text += "Bảng 1\n| Tên | Số |\n|---|--:|\n| A | 1.234 |\n"
    document = read_bytes(text.encode(), "a.md")
    assert shown(document) == ["Báo cáo", "Có 1.426 việc, xem", "một", "hai", "Bảng 1", "Tên", "Số", "A", "1.234"]
    assert [block.level for block in document.blocks[:4]] == [1, None, 1, 2]
    assert document.tables[0].caption == (4,)
    assert [block.anchor.path for block in document.blocks[5:7]] == [(8, 0), (8, 1)]


def test_a_delimited_text_stays_unchanged_and_its_cells_are_blocks():
    text = 'Tên;Số\r\n"A; ""b""";1.234\r\nB;5,6\r\n'
    document = read_bytes(text.encode(), "a.csv")
    assert document.text == text
    assert shown(document) == ["Tên", "Số", 'A; ""b""', "1.234", "B", "5,6"]
    assert (document.tables[0].rows, document.tables[0].columns) == (3, 2)
    assert all(cell.value is None for cell in document.tables[0].cells)


def test_numbers_are_typed_where_programs_wrote_them():
    document = read_bytes(b"name,v\nA,12.5\nB,1.234\n", "a.csv")
    assert [str(cell.value) for cell in document.tables[0].cells if cell.value is not None] == ["12.5", "1.234"]


def pdf(*pages):
    """A PDF with lines of text at given places: (left, bottom, text)."""
    bodies = [
        "".join(f"BT /F 11 Tf 1 0 0 1 {left} {bottom} Tm ({text}) Tj ET\n" for left, bottom, text in page)
        for page in pages
    ]
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, body in enumerate(bodies):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(body)} >>\nstream\n{body}endstream")
    out = "%PDF-1.4\n"
    places = []
    for number, inner in enumerate(objects):
        places.append(len(out))
        out += f"{number + 1} 0 obj\n{inner}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return f"{out}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode("latin-1")


LONG = "mot cau van dai den het dong cua trang giay nay de noi tiep sang dong"


def test_lines_of_a_page_are_joined_into_paragraphs():
    pytest.importorskip("pypdfium2")
    document = read_bytes(pdf([(72, 700, f"{LONG} 2021-"), (72, 686, "2025 va het."), (90, 660, "Doan hai.")]), "a.pdf")
    assert shown(document) == [f"{LONG} 2021-2025 va het.", "Doan hai."]
    assert document.blocks[0].anchor.part == "page:1"
    line, left, bottom, right, top = document.blocks[0].anchor.path
    assert (line, left) == (0, 72)
    assert 680 < bottom < 690
    assert top > 700
    assert right > left


def test_columns_are_read_after_each_other():
    pytest.importorskip("pypdfium2")
    left = [(72, 700 - 14 * n, f"cot trai dong {n} noi tiep nhau") for n in range(7)]
    right = [(320, 700 - 14 * n, f"cot phai dong {n} noi tiep nhau") for n in range(7)]
    rows = [line for pair in zip(left, right, strict=True) for line in pair]
    text = read_bytes(pdf([(72, 750, "TIEU DE CHUNG"), *rows]), "a.pdf").text.replace("\n", " ")
    assert text == " ".join(["TIEU DE CHUNG", *(line[2] for line in left), *(line[2] for line in right)])


def test_rows_of_a_page_are_a_table():
    pytest.importorskip("pypdfium2")
    rows = [("Ten", "Giao", "Dat"), ("Xa A", "10", "12"), ("Xa B", "20", "18")]
    lines = [(72 + 120 * c, 700 - 16 * r, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    document = read_bytes(pdf(lines), "a.pdf")
    assert [(cell.row, cell.column) for cell in document.tables[0].cells] == [
        (r, c) for r in range(3) for c in range(3)
    ]
    assert shown(document) == [text for row in rows for text in row]


def test_a_sentence_goes_on_over_the_page_and_page_numbers_are_left_out():
    pytest.importorskip("pypdfium2")
    first = [(72, 114, LONG), (72, 100, LONG), (297, 30, "1")]
    document = read_bytes(pdf(first, [(72, 770, "sang trang sau."), (297, 30, "2")]), "a.pdf")
    assert shown(document) == [f"{LONG} {LONG} sang trang sau."]


def test_a_scan_without_text_says_so():
    pytest.importorskip("pypdfium2")
    with pytest.raises(DocgenError) as error:
        read_bytes(pdf([]), "a.pdf")
    assert error.value.code == "E115"
    assert "OCR" in error.value.hint


def test_pages_without_text_are_told():
    pytest.importorskip("pypdfium2")
    document = read_bytes(pdf([(72, 700, "co chu")], []), "a.pdf")
    assert [notice.code for notice in document.notices] == ["N109"]
