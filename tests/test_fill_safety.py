# ruff: noqa: E501 - hostile tags are one line each
"""What a template or a list can never do: run code, hang, fill the memory, spoil a file, leave its folder."""

import io
import struct
import time
import zipfile

import pytest
from fill_docx import docx, faults, lines, p, part, read, run, tbl, tc, tr
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import DocgenError
from docgen.fill.naming import Names, safe_name
from docgen.fill.problems import PourError, TemplateError
from docgen.fill.template import Template


def pour(*blocks, **values):
    return Template.compile(docx(*blocks)).pour(values)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ x.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ (x|attr('__class__')) }}",
        "{{ '{0.__class__}'.format(x) }}",
        "{{ x.append(1) }}",
        "{{ d.update({'a': 1}) }}",
    ],
)
def test_a_template_reaches_nothing_but_its_values(tag):
    with pytest.raises(PourError) as caught:
        pour(p(tag), x=[1], d={})
    assert caught.value.code in ("E321", "E324")


@pytest.mark.parametrize(
    "tag",
    [
        "{{ 9**(9**9) }}",
        "{{ 99**9**99 }}",
        "{{ 'a' * 999999999 }}",
        "{{ [1] * 99999999 }}",
        "{{ range(999999999)|list }}",
        "{{ 'a'|center(999999999) }}",
        "{{ 'a'.ljust(999999999) }}",
        "{{ '%999999999d' % 1 }}",
        "{{ '{:999999999}'.format(1) }}",
        "{{ '%999999999d'|format(1) }}",
        "{{ 'aaaaaaaa'|indent(99999999, true) }}",
        "{{ [1]|batch(99999999, 0)|list }}",
        "{{ (('a' * 9999)|replace('a', 'b' * 9999))|replace('b', 'c' * 9999) }}",
        "{% set n = namespace(x='aaaaaaaaaa') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}{{ n.x }}",
        "{% set n = namespace(x=9999999) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}{{ n.x }}",
        "{% macro f(n) %}{{ f(n + 1) }}{% endmacro %}{{ f(1) }}",
    ],
)
def test_a_template_that_asks_for_too_much_is_stopped_at_once(tag):
    start = time.perf_counter()
    with pytest.raises(PourError) as caught:
        pour(p(tag))
    assert caught.value.code == "E325"
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    "tag",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}{% endfor %}{% endfor %}{% endfor %}",
        "{% set x %}{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}{% endset %}",
        "{{ range(99999)|map('string')|join('x' * 99999) }}",
        "{% for a in range(99999) %}{{ 'x' * 9999 }}{% endfor %}",
    ],
)
def test_a_template_that_runs_too_long_is_stopped(tag, monkeypatch):
    monkeypatch.setattr("docgen.fill.pour.MOST_SECONDS", 0.5)
    with pytest.raises(PourError) as caught:
        pour(p(tag))
    assert caught.value.code == "E325"


@pytest.mark.parametrize(
    "tag",
    ["{% include 'a' %}", "{% import 'a' as b %}", "{% extends 'a' %}", "{% autoescape false %}{% endautoescape %}"],
)
def test_a_template_stands_alone(tag):
    with pytest.raises(TemplateError, match="không cho phép"):
        Template.compile(docx(p(tag)))


def test_a_large_value_and_many_rows_are_filled():
    big = "một dòng & hai\n" * 350_000
    made = pour(p("{{ a }}"), a=big)
    assert faults(made) == []
    table = tbl(tr("{%tr for d in ds %}", ""), tr("{{ d.a }}", "{{ d.b }}"), tr("{%tr endfor %}", ""))
    made = pour(table, p("z"), ds=[{"a": number, "b": "x"} for number in range(5000)])
    assert len(lines(made)) == 10_001


def test_a_table_that_lost_its_rows_is_taken_out():
    table = tbl(tr("{%tr for d in ds %}", ""), tr("{{ d }}", ""), tr("{%tr endfor %}", ""))
    made = pour(p("a"), table, p("z"), ds=[])
    assert faults(made) == []
    assert "<w:tbl>" not in read(made)


def test_a_cell_that_lost_its_paragraphs_gets_one():
    cell = tc("{%p if a %}", "x", "{%p endif %}")
    made = pour(tbl(tr(cell, "y")), p("z"), a=False)
    assert faults(made) == []
    assert lines(made) == ["", "y", "z"]


def test_a_table_lost_inside_a_cell_leaves_a_sound_cell():
    inner = tbl(tr("{%tr for d in ds %}", ""), tr("{{ d }}", ""), tr("{%tr endfor %}", ""))
    made = pour(tbl(tr(tc("{%p if a %}", inner, "{%p endif %}"), "y")), p("z"), ds=[], a=True)
    assert faults(made) == []
    made = pour(tbl(tr(tc("{%p if a %}", inner, "x", "{%p endif %}"), "y")), p("z"), ds=[1], a=True)
    assert faults(made) == []
    assert lines(made) == ["1", "", "x", "y", "z"]


def test_a_row_that_lost_its_cells_is_taken_out():
    made = pour(tbl(tr("a", "b"), tr("{%tc for x in ds %}", "{{ x }}", "{%tc endfor %}")), p("z"), ds=[])
    assert faults(made) == []
    assert lines(made) == ["a", "b", "z"]


def test_a_header_that_lost_its_paragraphs_gets_one():
    template = docx(
        p("z"),
        parts={"word/header1.xml": part("hdr", p("{%p if a %}") + p("x") + p("{%p endif %}"))},
        rels=[("rId1", "header", "header1.xml", "")],
    )
    assert faults(Template.compile(template).pour({"a": 0})) == []


@given(
    st.lists(
        st.sampled_from(
            [
                "{%p if a %}",
                "{%p else %}",
                "{%p endif %}",
                "{%tr if a %}",
                "{%tr endif %}",
                "{% if a %}",
                "{% endif %}",
                "x",
            ]
        ),
        max_size=6,
    ),
    st.booleans(),
)
def test_block_tags_in_any_order_are_refused_or_leave_a_sound_file(texts, a):
    rows = [tr(tc(text), "y") for text in texts] or [tr("x")]
    try:
        template = Template.compile(docx(tbl(*rows), p("z")))
    except TemplateError:
        return
    assert faults(template.pour({"a": a})) == []


def test_macros_are_dropped_and_said():
    template = docx(
        p("{{ a }}"),
        main="application/vnd.ms-word.document.macroEnabled.main+xml",
        parts={"word/vbaProject.bin": "x"},
        rels=[("rId9", "vbaProject", "vbaProject.bin", "")],
    )
    compiled = Template.compile(template)
    made = compiled.pour({"a": 1})
    assert "macro" in compiled.notices[0]
    assert faults(made) == []
    assert "word/vbaProject.bin" not in zipfile.ZipFile(io.BytesIO(made)).namelist()
    assert "macroEnabled" not in read(made, "[Content_Types].xml")


def test_a_word_template_becomes_a_document():
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    compiled = Template.compile(docx(p("{{ a }}"), main=kind))
    assert ".dotx" in compiled.notices[0]
    assert "template.main" not in read(compiled.pour({"a": 1}), "[Content_Types].xml")


def test_what_lies_outside_of_the_file_is_taken_out_and_said():
    picture = '<w:r><w:drawing><a:blip r:link="rId7"/></w:drawing></w:r>'
    settings = part(
        "settings", '<w:attachedTemplate r:id="rId1"/><w:mailMerge><w:dataSource r:id="rId2"/></w:mailMerge>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" TargetMode="External" Target="file://may/mau.dotm" Type="http://x/attachedTemplate"/>'
        '<Relationship Id="rId2" TargetMode="External" Target="file://may/ds.xlsx" Type="http://x/mailMergeSource"/>'
        "</Relationships>"
    )
    template = docx(
        p("{{ a }}", picture),
        parts={"word/settings.xml": settings, "word/_rels/settings.xml.rels": relations},
        rels=[("rId7", "image", "file://may/anh.png", "External"), ("rId8", "hyperlink", "https://vi.du", "External")],
    )
    compiled = Template.compile(template)
    made = compiled.pour({"a": 1})
    assert faults(made) == []
    assert len(compiled.notices) == 3
    whole = b"".join(
        zipfile.ZipFile(io.BytesIO(made)).read(name) for name in zipfile.ZipFile(io.BytesIO(made)).namelist()
    )
    assert b"file:" not in whole
    assert b"mailMerge>" not in whole
    assert b"https://vi.du" in whole


def test_a_strict_file_is_made_plain():
    strict = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(p("{{ a }}")))) as plain, zipfile.ZipFile(out, "w") as archive:
        for name in plain.namelist():
            content = plain.read(name).decode()
            for transitional, other in strict.items():
                content = content.replace(transitional, other)
            archive.writestr(name, content)
    compiled = Template.compile(out.getvalue())
    made = compiled.pour({"a": "1\n2"})
    assert "Strict" in compiled.notices[0]
    assert faults(made) == []
    assert lines(made) == ["1\n2"]
    import docx as python_docx

    assert python_docx.Document(io.BytesIO(made)).paragraphs[0].text == "1\n2"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_members_of_one_name_the_last_counts_and_it_is_said():
    changed = part("document", f"<w:body>{p('{{ b }}')}</w:body>")
    compiled = Template.compile(docx(p("{{ a }}"), raw=[("word/document.xml", changed)]))
    assert "cùng tên" in compiled.notices[0]
    made = compiled.pour({"b": 2})
    assert faults(made) == []
    assert lines(made) == ["2"]


def ole(text):
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + text.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "E301"),
        (ole("WordDocument"), "E301"),
        (ole("EncryptedPackage"), "E302"),
        (b"<html><body>x", "E301"),
        (b"{\\rtf1 x", "E301"),
        (b"PK\3\4 broken", "E106"),
        ("văn bản".encode(), "E301"),
    ],
)
def test_what_is_no_word_file_is_told_apart(data, code):
    with pytest.raises(DocgenError) as caught:
        Template.compile(data)
    assert caught.value.code == code
    assert caught.value.hint


def test_a_workbook_is_no_template():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(DocgenError, match="E301"):
        Template.compile(out.getvalue())


def test_a_missing_template_is_told(tmp_path):
    with pytest.raises(DocgenError, match="E300"):
        Template.compile(tmp_path / "khong_co.docx")
    with pytest.raises(DocgenError, match="E300"):
        Template.compile(tmp_path)


def test_a_bomb_is_not_unpacked():
    start = time.perf_counter()
    bomb = docx(p("{{ a }}"), parts={"word/media/a.xml": "0" * (200 << 20)})
    with pytest.raises(DocgenError, match="E110"):
        Template.compile(bomb)
    assert time.perf_counter() - start < 10


def test_a_member_that_lies_about_its_size_is_not_unpacked():
    data = bytearray(docx(p("{{ a }}" + "x" * 100_000)))
    place = data.rindex(b"word/document.xml") - 46
    assert data[place : place + 4] == b"PK\1\2"
    data[place + 24 : place + 28] = struct.pack("<L", 500)
    with pytest.raises(DocgenError, match="E303"):
        Template.compile(bytes(data))


def test_an_entity_is_not_expanded():
    text = part("document", f"<w:body>{p('{{ a }}')}</w:body>").replace(
        "\n", '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>', 1
    )
    with pytest.raises(DocgenError, match="DTD"):
        Template.compile(docx(raw=[], parts={"word/document.xml": text}))


@pytest.mark.parametrize(
    ("wanted", "safe"),
    [
        ("../../x", "x.docx"),
        ("a/b\\c", "a-b-c.docx"),
        ("CON", "_CON.docx"),
        ("con.txt", "_con.txt.docx"),
        ("LPT¹", "_LPT¹.docx"),
        ("a.. ", "a.docx"),
        ("", "van_ban.docx"),
        (".", "van_ban.docx"),
        ("a\nb\tc", "a b c.docx"),
        ("a:b?*", "a-b.docx"),
        ("x.DOCX", "x.docx"),
        ("a\u202egpj", "a-gpj.docx"),
    ],
)
def test_names_are_made_safe(wanted, safe):
    assert safe_name(wanted) == safe


@given(st.text(max_size=300))
def test_any_text_makes_a_name_that_every_system_takes(wanted):
    name = safe_name(wanted)
    assert len(name.encode()) <= 255
    assert not set('<>:"/\\|?*\0') & set(name)
    assert name.endswith(".docx")
    assert name.removesuffix(".docx").strip(" .") == name.removesuffix(".docx")
    assert name.split(".")[0].lower() not in ("con", "prn", "aux", "nul", "com1", "lpt1")
    assert safe_name(name) == name


@given(st.lists(st.text("aA\u0301áÁ.2 ()", max_size=4), max_size=20))
def test_no_two_names_are_alike(wanted):
    import unicodedata

    names = Names()
    made = [names.unique(safe_name(each)) for each in wanted]
    assert len({unicodedata.normalize("NFC", name).casefold() for name in made}) == len(made)


def test_a_long_name_is_cut_between_letters_and_stays_unique():
    names = Names()
    made = [names.unique(safe_name("Đỗ" * 200)) for _ in range(3)]
    assert all(len(name.encode()) <= 255 for name in made)
    assert len(set(made)) == 3


def test_text_boxes_keep_their_paragraph():
    box = "<w:txbxContent>" + p("{%p if a %}") + p("x") + p("{%p endif %}") + "</w:txbxContent>"
    drawn = f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"
    made = pour(p(drawn, run("y")), a=False)
    assert faults(made) == []
