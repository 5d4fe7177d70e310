"""Readers on real office files: each is read, in order, and what two formats share reads the same."""

import re

import pytest

from docgen import readers
from docgen.readers.package import WordFile
from docgen.readers.runs import text_of


def words(text):
    return re.findall(r"\w+", text)


def office(shared):
    return sorted(path for path in (shared / "office").iterdir() if path.suffix != ".md")


@pytest.mark.office
def test_every_file_is_read(shared, soffice):
    for path in office(shared):
        document = readers.read(path)
        assert len(document.blocks) > 20, path.name
        assert all(document.text_of(block).strip() for block in document.blocks)
        starts = [block.span.start for block in document.blocks]
        assert starts == sorted(starts)


def test_every_block_of_a_word_file_is_found_again_by_its_anchor(shared):
    for path in [*(shared / "office").glob("*.docx"), *(shared / "docxtpl_exam" / "templates").glob("*.docx")]:
        document, word = readers.read(path), WordFile(str(path), path.read_bytes())
        for block in document.blocks:
            assert text_of(word.runs_at(block.anchor)) == document.text_of(block)


@pytest.mark.office
def test_an_old_word_file_reads_like_its_new_form(shared, soffice):
    old, new = (readers.read(shared / "office" / f"ND30_PL1{suffix}") for suffix in (".doc", ".docx"))
    assert words(old.text) == words(new.text)
    assert [notice.code for notice in old.notices] == ["N104"]


def test_the_same_figures_read_the_same_from_sheet_and_pdf(shared):
    pytest.importorskip("pypdfium2")
    sheet = readers.read(shared / "office" / "R28_nhu_cau_tiep_quy_2020.xls")
    pdf = readers.read(shared / "office" / "R30_nhu_cau_tiep_quy_2020.pdf")
    stored = {f"{cell.value:f}" for _, cell in sheet.cells() if cell.value is not None and cell.value > 999}
    written = {digits.replace(".", "") for digits in re.findall(r"\d{1,3}(?:\.\d{3})+", pdf.text)}
    assert stored
    assert stored <= written  # the PDF also shows sums
