"""Word files: every character that a reader sees, once, with the element that holds it."""

import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_maker import cell, paragraph, row, run, table, text_box, word_file

from docgen.errors import DocgenError
from docgen.model.text import Anchor, BlockKind
from docgen.readers import read_bytes
from docgen.readers.package import WordFile
from docgen.readers.runs import piece_at, text_of


def read(*body, **options):
    as_rejected = options.pop("as_rejected", False)
    return read_bytes(word_file(*body, **options), "bao_cao.docx", as_rejected=as_rejected)


def texts(document):
    return [document.text_of(block) for block in document.blocks]


def paths(document):
    return [block.anchor.path for block in document.blocks]


def test_paragraphs_are_blocks_joined_by_one_line_break():
    document = read(paragraph(run("Có 1.426 việc")), paragraph(), paragraph(run("Xong "), run("68"), run(",73%")))
    assert document.text == "Có 1.426 việc\nXong 68,73%"
    assert paths(document) == [(0,), (2,)]


def test_tabs_breaks_hyphens_and_symbols_are_one_character_each():
    inside = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/>"
        '<w:t>e</w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>'
    )
    assert read(paragraph(inside)).text == "a\tb\nc\n-de≥•"


def test_links_controls_and_field_results_are_read_but_instructions_are_not():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>MERGEFIELD so</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("12") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    inside = (
        f"<w:hyperlink>{run('Có ')}</w:hyperlink><w:sdt><w:sdtContent>{field}</w:sdtContent></w:sdt>"
        f'<w:fldSimple w:instr=" DATE ">{run(" việc")}</w:fldSimple>'
    )
    assert read(paragraph(inside)).text == "Có 12 việc"


def test_page_numbers_made_by_fields_are_no_text():
    pages = f'<w:fldSimple w:instr=" PAGE ">{run("3")}</w:fldSimple>'
    complex_field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NUMPAGES </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("12") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert read(paragraph(run("Trang "), pages, run("/"), complex_field, run("."))).text == "Trang /."


def test_a_field_that_ends_in_a_later_paragraph_hides_nothing():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    assert read(paragraph(begin, run("Phần một"))).text == "Phần một"


def test_hidden_runs_are_not_read():
    assert read(paragraph(run("thấy"), run("ẩn", "<w:rPr><w:vanish/></w:rPr>"))).text == "thấy"


def test_nested_tables_have_paths_through_every_cell():
    inner = table(row(cell(paragraph(run("trong")))))
    outer = table(row(cell(paragraph(run("A"))), cell(inner, paragraph(run("B")))))
    document = read(paragraph(run("đầu")), outer)
    assert dict(zip(texts(document), paths(document), strict=True)) == {
        "đầu": (0,),
        "A": (1, 0, 0, 0),
        "trong": (1, 0, 1, 0, 0, 0, 0),
        "B": (1, 0, 1, 1),
    }
    assert [t.anchor.path for t in document.tables] == [(1,), (1, 0, 1, 0)]


def test_merged_cells_are_listed_once_with_their_spans():
    span, start, go_on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = read(
        table(
            row(cell(paragraph(run("Tên")), properties=start), cell(paragraph(run("Thu")), properties=span)),
            row(cell(paragraph(), properties=go_on), cell(paragraph(run("2019"))), cell(paragraph(run("2020")))),
            row(cell(paragraph(run("A"))), cell(paragraph(run("1"))), cell(paragraph())),
        )
    )
    found = {(c.row, c.column): (c.rowspan, c.colspan, len(c.blocks)) for c in document.tables[0].cells}
    assert found == {
        (0, 0): (2, 1, 1), (0, 1): (1, 2, 1), (1, 1): (1, 1, 1), (1, 2): (1, 1, 1),
        (2, 0): (1, 1, 1), (2, 1): (1, 1, 1), (2, 2): (1, 1, 0),
    }  # fmt: skip
    assert (document.tables[0].rows, document.tables[0].columns) == (3, 3)


def test_a_row_that_begins_late_keeps_its_grid_columns():
    late = row(cell(paragraph(run("B"))), properties='<w:gridBefore w:val="1"/>')
    document = read(table(row(cell(paragraph(run("A"))), cell(paragraph())), late))
    assert [(c.row, c.column) for c in document.tables[0].cells if c.blocks] == [(0, 0), (1, 1)]


def test_a_text_box_is_read_once_after_the_body():
    document = read(paragraph(run("thân"), text_box(paragraph(run("khung 12")))), paragraph(run("cuối")))
    assert texts(document) == ["thân", "cuối", "khung 12"]
    assert document.blocks[2].anchor == Anchor("textbox:0", (0,))


def test_notes_headers_and_footers_are_read_with_their_parts():
    section = '<w:sectPr><w:headerReference r:id="rId1"/><w:footerReference r:id="rId2"/></w:sectPr>'
    notes = (
        '<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="2">{paragraph(run("chú 5%"))}</w:footnote>'
    )
    document = read(
        paragraph(run("thân")),
        section,
        parts={
            "footnotes": notes,
            "header": paragraph(run("đầu trang")),
            "footer": paragraph(run("chân trang")),
            "endnotes": f'<w:endnote w:id="1">{paragraph(run("cuối"))}</w:endnote>',
        },
    )
    assert [(block.anchor.part, block.kind, document.text_of(block)) for block in document.blocks] == [
        ("body", BlockKind.PARAGRAPH, "thân"),
        ("footnote:2", BlockKind.NOTE, "chú 5%"),
        ("endnote:1", BlockKind.NOTE, "cuối"),
        ("header:0", BlockKind.MARGIN, "đầu trang"),
        ("footer:0", BlockKind.MARGIN, "chân trang"),
    ]


TRACKED = paragraph(
    run("Có "),
    f"<w:ins>{run('2.370')}</w:ins>",
    "<w:del><w:r><w:delText>2.307</w:delText></w:r></w:del>",
    run(" việc"),
)


@pytest.mark.parametrize(("as_rejected", "wanted"), [(False, "Có 2.370 việc"), (True, "Có 2.307 việc")])
def test_tracked_changes_are_read_as_they_would_end(as_rejected, wanted):
    document = read(TRACKED, as_rejected=as_rejected)
    assert document.text == wanted
    assert [notice.code for notice in document.notices] == ["N106"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    gone = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    body = [paragraph(run("Có 12"), properties=gone), paragraph(run(" việc")), paragraph(run("hết"))]
    assert texts(read(*body)) == ["Có 12 việc", "hết"]
    assert texts(read(*body, as_rejected=True)) == ["Có 12", " việc", "hết"]


def test_a_deleted_row_is_not_read():
    rows = [row(cell(paragraph(run("A")))), row(cell(paragraph(run("B"))), properties="<w:del/>")]
    assert texts(read(table(*rows))) == ["A"]
    assert texts(read(table(*rows), as_rejected=True)) == ["A", "B"]


def test_strict_files_read_like_transitional_ones():
    body = [paragraph(run("Có 12 việc")), table(row(cell(paragraph(run("A")))))]
    assert read(*body, strict=True).text == read(*body).text


def test_headings_are_told_by_style_by_number_and_by_shape():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Dau"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Dau"/></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )

    def numbered(level):
        return f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'

    document = read(
        paragraph(run("Theo kiểu"), properties='<w:pPr><w:pStyle w:val="Con"/></w:pPr>'),
        paragraph(run("Kết quả thực hiện"), properties=numbered(0)),
        paragraph(run("một việc"), properties=numbered(1)),
        paragraph(run("II. Tồn tại")),
        paragraph(run("1. Ưu điểm")),
        paragraph(run("1.426 bản án đã có hiệu lực")),
        paragraph(run("- Về việc: 12")),
        paragraph(run("a) Về tiền")),
        parts={"styles": styles, "numbering": numbering},
    )
    assert [(block.kind.value, block.level) for block in document.blocks] == [
        ("heading", 2), ("heading", 2), ("item", 2), ("heading", 2), ("heading", 3), ("paragraph", None),
        ("item", 1), ("item", 1),
    ]  # fmt: skip


def test_the_caption_of_a_table_is_the_line_that_names_it_or_its_unit():
    document = read(
        paragraph(run("Kết quả như sau:")),
        paragraph(run("Bảng 1. Thu ngân sách")),
        paragraph(run("ĐVT: triệu đồng")),
        table(row(cell(paragraph(run("A"))))),
        paragraph(run("Nhận xét")),
        table(row(cell(paragraph(run("B"))))),
    )
    assert [t.caption for t in document.tables] == [(1, 2), ()]


def legacy_run(text, font):
    return run(text, f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>')


def test_runs_in_legacy_fonts_are_converted_with_a_notice():
    document = read(
        paragraph(legacy_run("Cã 12 vô viÖc ", ".VnTime"), run("đã xong")),
        paragraph(legacy_run("b¸o c¸o", ".VnTimeH")),
        paragraph(legacy_run("Coäng hoøa", "VNI-Times")),
    )
    assert texts(document) == ["Có 12 vụ việc đã xong", "BÁO CÁO", "Cộng hòa"]
    assert [notice.code for notice in document.notices] == ["N102", "N102"]


def test_unicode_under_a_legacy_font_stays_as_it_is():
    assert read(paragraph(legacy_run("Báo cáo được duyệt", ".VnTime"))).text == "Báo cáo được duyệt"


def test_the_legacy_font_may_stand_in_a_style():
    styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:rPrDefault></w:docDefaults>'
    assert read(paragraph(run("B¸o c¸o")), parts={"styles": styles}).text == "Báo cáo"


def test_converted_characters_still_point_at_their_own():
    word = WordFile("-", word_file(paragraph(legacy_run("Coä", "VNI-Times"), legacy_run("ng 12", "VNI-Times"))))
    word.styles.use_legacy()
    pieces = word.runs_at(Anchor("body", (0,)))
    assert text_of(pieces) == "Cộng 12"
    piece = piece_at(pieces, 2)
    assert (piece.element.text, piece.offset(2), piece.offset(3)) == ("ng 12", 0, 1)


@given(
    st.lists(st.lists(st.sampled_from(["12", "việc ", "é", "<w:tab/>", "<w:br/>"]), max_size=5), min_size=1, max_size=4)
)
def test_the_pieces_at_an_anchor_are_the_text_of_its_block(written):
    body = [
        paragraph(*(f"<w:r>{part}</w:r>" if part.startswith("<") else run(part) for part in parts)) for parts in written
    ]
    data = word_file(*body, paragraph(run("cuối")), table(row(cell(*body, paragraph()))))
    document = read_bytes(data)
    word = WordFile("-", data)
    for block in document.blocks:
        pieces = word.runs_at(block.anchor)
        assert text_of(pieces) == document.text_of(block)
        for position in range(len(block.span)):
            piece = piece_at(pieces, position)
            if piece.element.text:
                assert piece.element.text[piece.offset(position)] == document.text_of(block)[position]


def test_what_python_docx_writes_is_read_as_python_docx_reads_it():
    made = docx.Document()
    made.add_heading("Kết quả", 1)
    made.add_paragraph("Có 1.426 việc").add_run(", đạt 68,73%")
    cells = made.add_table(2, 2).rows[0].cells
    cells[0].text, cells[1].text = "Tên", "Số"
    buffer = io.BytesIO()
    made.save(buffer)
    document = read_bytes(buffer.getvalue(), "a.docx")
    assert texts(document) == ["Kết quả", "Có 1.426 việc, đạt 68,73%", "Tên", "Số"]
    assert document.blocks[0].kind is BlockKind.HEADING


def test_blocks_slice_the_text_in_order():
    document = read(paragraph(run("một")), table(row(cell(paragraph(run("hai"))))), paragraph(run("ba")))
    assert "\n".join(texts(document)) == document.text
    assert [block.span.start for block in document.blocks] == sorted(block.span.start for block in document.blocks)


def test_a_file_of_pictures_alone_says_so():
    with pytest.raises(DocgenError) as error:
        read(paragraph(), extra={"word/media/image1.png": b"x"})
    assert error.value.code == "E115"
