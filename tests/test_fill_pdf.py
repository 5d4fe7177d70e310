"""PDF files by LibreOffice: one conversion for many rows, cut where each row begins."""

import pytest
from fill_docx import docx, p

from docgen.errors import DocgenError
from docgen.fill.contexts import Context
from docgen.fill.pdf import fill_pdf
from docgen.fill.template import Template


@pytest.mark.slow
@pytest.mark.office
def test_each_row_gets_the_pages_that_are_its_own(soffice, tmp_path):
    pdfium = pytest.importorskip("pypdfium2")
    template = Template.compile(
        docx(p("Ông {{ a }}"), p("{%p for x in range(n) %}"), p("dòng {{ x }}"), p("{%p endfor %}"))
    )
    rows = [(Context(n, {"a": f"A{n}", "n": n * 60}), f"con/{n}.docx") for n in range(3)]
    assert fill_pdf(template, rows, tmp_path) == 3
    pages = []
    for number in range(3):
        document = pdfium.PdfDocument(tmp_path / "con" / f"{number}.pdf")
        assert f"A{number}" in document[0].get_textpage().get_text_range()
        pages.append(len(document))
        document.close()
    assert pages[0] == 1
    assert pages[2] > pages[1] >= 2
    with pytest.raises(DocgenError, match="E401"):
        fill_pdf(template, rows[:1], tmp_path)


def test_a_machine_without_libreoffice_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DocgenError, match="E406"):
        fill_pdf(Template.compile(docx(p("{{ a }}"))), [(Context(2, {"a": 1}), "a.docx")], tmp_path)
