"""Many rows in one Word file: each a section of its own."""

import pytest
from fill_docx import docx, faults, lines, p, part, read, run

from docgen.errors import DocgenError
from docgen.fill.contexts import Context
from docgen.fill.merge import merge
from docgen.fill.template import Template

SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def contexts(*values):
    return [Context(number, each) for number, each in enumerate(values, 2)]


def merged(tmp_path, template, *values):
    out = tmp_path / "gop.docx"
    assert merge(Template.compile(template), contexts(*values), out) == len(values)
    made = out.read_bytes()
    assert faults(made) == []
    return made


def test_each_row_is_a_section_on_its_own_page(tmp_path):
    made = merged(tmp_path, docx(p("Ông {{ a }}"), p("ký")), {"a": "A"}, {"a": "B"}, {"a": "C"})
    assert lines(made) == ["Ông A", "ký", "Ông B", "ký", "Ông C", "ký"]
    assert read(made).count("<w:sectPr>") == 3
    assert read(made).count('<w:type w:val="nextPage"/>') == 3
    assert read(made).count('<w:pgNumType w:start="1"/>') == 3


def test_headers_with_tags_are_each_row_s_own(tmp_path):
    template = docx(
        p("{{ a }}"),
        parts={"word/header1.xml": part("hdr", p("đầu {{ a }}"))},
        rels=[("rId1", "header", "header1.xml", "")],
        section=SECTION,
    )
    made = merged(tmp_path, template, {"a": "A"}, {"a": "B"})
    assert lines(made, "word/header1_1.xml") == ["đầu A"]
    assert lines(made, "word/header1_2.xml") == ["đầu B"]


def test_headers_without_tags_are_shared(tmp_path):
    template = docx(
        p("{{ a }}"),
        parts={"word/header1.xml": part("hdr", p("đầu"))},
        rels=[("rId1", "header", "header1.xml", "")],
        section=SECTION,
    )
    made = merged(tmp_path, template, {"a": "A"}, {"a": "B"})
    assert read(made).count('r:id="rId1"') == 2


def test_notes_and_links_are_each_row_s_own(tmp_path):
    noted = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    template = docx(
        p("{{ a }}", noted, '<w:hyperlink r:id="rId5">' + run("x") + "</w:hyperlink>"),
        parts={"word/footnotes.xml": part("footnotes", '<w:footnote w:id="2">' + p("chú {{ a }}") + "</w:footnote>")},
        rels=[("rId2", "footnotes", "footnotes.xml", ""), ("rId5", "hyperlink", "https://vi.du/{{ a }}", "External")],
    )
    made = merged(tmp_path, template, {"a": "A"}, {"a": "B"})
    assert lines(made, "word/footnotes.xml") == ["chú A", "chú B"]
    rels = read(made, "word/_rels/document.xml.rels")
    assert "https://vi.du/A" in rels
    assert "https://vi.du/B" in rels
    assert "{{" not in rels


def test_lists_begin_anew_in_each_row(tmp_path):
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    item = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    template = docx(
        p("{{ a }}", properties=item),
        parts={"word/numbering.xml": numbering},
        rels=[("rId1", "numbering", "numbering.xml", "")],
    )
    made = merged(tmp_path, template, {"a": "A"}, {"a": "B"})
    assert '<w:numId w:val="2"/>' in read(made)
    assert '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride' in read(made, "word/numbering.xml")


def test_bookmarks_are_unique(tmp_path):
    marked = p('<w:bookmarkStart w:id="0" w:name="x"/>', "{{ a }}", '<w:bookmarkEnd w:id="0"/>')
    made = merged(tmp_path, docx(marked), {"a": 1}, {"a": 2})
    assert 'w:name="x"' in read(made)
    assert 'w:name="x_2"' in read(made)


def test_nothing_is_left_of_a_merge_that_fails(tmp_path):
    with pytest.raises(DocgenError, match="dòng 3"):
        merge(Template.compile(docx(p("{{ 1 / a }}"))), contexts({"a": 1}, {"a": 0}), tmp_path / "gop.docx")
    with pytest.raises(DocgenError, match="rỗng"):
        merge(Template.compile(docx(p("{{ a }}"))), [], tmp_path / "gop.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_kept(tmp_path):
    (tmp_path / "gop.docx").write_bytes(b"x")
    with pytest.raises(DocgenError, match="E401"):
        merge(Template.compile(docx(p("{{ a }}"))), contexts({"a": 1}), tmp_path / "gop.docx")
    assert (tmp_path / "gop.docx").read_bytes() == b"x"


@pytest.mark.slow
def test_every_form_is_poured_and_merged_soundly(tmp_path):
    from docgen.fill.contexts import contexts_of
    from docgen.fill.fields import load_form
    from docgen.fill.rows import read_rows
    from docgen.forms import folder_of, slugs

    for slug in slugs():
        form = load_form(folder_of(slug))
        one = next(iter(contexts_of(read_rows(folder_of(slug) / "danh_sach_mau.xlsx"), form)))
        assert one.problems == ()
        template = Template.compile(form.template)
        assert faults(template.pour(one.values)) == [], slug
        merged(tmp_path, form.template.read_bytes(), one.values, one.values, one.values)
        (tmp_path / "gop.docx").unlink()
