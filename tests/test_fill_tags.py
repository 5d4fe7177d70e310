"""The tag language: what a template's tags come to, wherever Word has cut them."""

import datetime
from itertools import pairwise

import pytest
from fill_docx import docx, faults, lines, p, part, read, run, tbl, tc, tr
from hypothesis import given
from hypothesis import strategies as st

from docgen.fill.problems import TemplateError
from docgen.fill.tags import scan
from docgen.fill.template import Template


def poured(*blocks, values=None, **how):
    made = Template.compile(docx(*blocks, **how)).pour(values or {})
    assert faults(made) == []
    return made


def shown(*blocks, **values):
    return lines(poured(*blocks, values=values))


def test_a_tag_is_filled_wherever_its_runs_are_cut():
    assert shown(p("Ông ", "{", "{ ho", "_ten", " }", "} có mặt."), ho_ten="Nguyễn Văn A") == [
        "Ông Nguyễn Văn A có mặt."
    ]


@given(st.lists(st.integers(0, 29), max_size=8))
def test_a_tag_cut_anywhere_is_the_same_tag(cuts):
    text = "Kính gửi: {{ ten|hoa }}, {# x #}."
    places = [0, *sorted({min(cut, len(text)) for cut in cuts}), len(text)]
    runs = [text[a:b] for a, b in pairwise(places) if b > a]
    assert shown(p(*runs), ten="an") == ["Kính gửi: AN, ."]


def test_bookmarks_and_spelling_marks_inside_a_tag_do_no_harm():
    cut = p(
        "{{ ho", '<w:proofErr w:type="spellStart"/>', '<w:bookmarkStart w:id="1" w:name="a"/>', "_ten",
        '<w:bookmarkEnd w:id="1"/>', " }}",
    )  # fmt: skip
    made = poured(cut, values={"ho_ten": "A"})
    assert lines(made) == ["A"]
    assert "bookmarkStart" in read(made)


def test_a_tab_or_a_break_inside_a_tag_is_a_space():
    assert shown(p("{{ a", "<w:r><w:tab/></w:r>", "|hoa", "<w:r><w:br/></w:r>", " }}"), a="x") == ["X"]


def test_a_tag_takes_the_look_of_its_first_run():
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>{{ a</w:t></w:r>"
    made = poured(p("x ", bold, " }} y"), values={"a": "1"})
    assert '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">1</w:t></w:r>' in read(made)


def test_names_of_several_words_are_names():
    assert shown(p("{{ Họ và tên }}, {{ họ VÀ tên|hoa }}"), **{"Họ và tên": "An"}) == ["An, AN"]
    assert shown(p("{{ Năm 2025 }}"), **{"Năm 2025": 7}) == ["7"]
    assert shown(p("{{ Điểm thi nếu có }}"), **{"Điểm thi (nếu có)": 9}) == ["9"]


def test_a_composed_tag_finds_a_decomposed_name_and_the_other_way_round():
    import unicodedata

    composed, decomposed = "Đơn vị", unicodedata.normalize("NFD", "Đơn vị")
    assert shown(p("{{ " + composed + " }}"), **{decomposed: "A"}) == ["A"]
    assert shown(p("{{ " + decomposed + " }}"), **{composed: "A"}) == ["A"]


def test_a_name_without_marks_finds_the_one_column_it_can_mean():
    assert shown(p("{{ ho_ten }}"), **{"Họ tên": "A"}) == ["A"]
    with pytest.raises(Exception, match="E321"):
        shown(p("{{ ma }}"), Mã=1, Má=2)


def test_the_operators_of_the_language_are_not_taken_for_names():
    assert shown(p("{{ 'có' if a and not b else 'không' }}"), a=1, b=0) == ["có"]
    assert shown(p("{% if a is none or a is not defined or 3 in [a] %}1{% else %}0{% endif %}"), a=3) == ["1"]
    assert shown(p("{% for x in ds if x is divisibleby 2 %}{{ x }}{% endfor %}"), ds=[1, 2, 4]) == ["24"]


def test_smart_quotes_and_dashes_inside_tags_are_plain_ones():
    assert shown(p("{{ a|default(“x”) }}{{ b – 1 }}{{ ‘y’ }}{{ „z” }}"), a=1, b=3) == ["12yz"]
    assert shown(p("{{ “nói ‘vâng’” }}")) == ["nói ‘vâng’"]


def test_a_tag_may_hold_braces_and_closing_marks_in_texts():
    assert shown(p("{{ {'a': 'x}}'}['a'] }}!")) == ["x}}!"]


def test_comments_go_and_a_lone_comment_mark_stays():
    assert shown(p("a{# không in #}b")) == ["ab"]
    assert shown(p("thẻ {# mở, {{ a }}"), a=1) == ["thẻ {# mở, 1"]


def test_escaped_marks_are_shown():
    assert shown(p("{_{ a }_} {_% b %_} {{ c }}"), c=1) == ["{{ a }} {% b %} 1"]
    assert shown(p("{% raw %}{{ a }}{% endraw %}{{ a }}"), a=1) == ["{{ a }}1"]


def test_a_block_tag_takes_the_place_of_its_paragraph():
    assert shown(p("{%p if a %}"), p("x"), p("{%p else %}"), p("y"), p("{%p endif %}"), p("z"), a=False) == ["y", "z"]
    assert shown(p("{%p for x in ds %}"), p("{{ x }}"), p("{%p endfor %}"), ds=[1, 2]) == ["1", "2"]


def test_text_beside_a_block_tag_is_kept():
    assert shown(p("Mở đầu {%p if a %}"), p("x"), p("{%p endif %} kết"), a=1) == ["Mở đầu ", "x", " kết"]
    assert shown(p("{%p if a %}trong{%p endif %}"), p("z"), a=1) == ["trong", "z"]
    assert shown(p("{%p if a %}trong{%p endif %}"), p("z"), a=0) == ["z"]


def test_two_block_tags_in_one_paragraph():
    both = p("{%p if a %}{%p if b %}")
    assert shown(both, p("x"), p("{%p endif %}{%p endif %}"), p("z"), a=1, b=1) == ["x", "z"]
    assert shown(both, p("x"), p("{%p endif %}"), p("{%p endif %}"), p("z"), a=1, b=0) == ["z"]


def test_a_section_break_in_the_paragraph_of_a_block_tag_is_kept():
    broken = p("{%p if a %}", properties="<w:pPr><w:sectPr/></w:pPr>")
    made = poured(p("x"), broken, p("y"), p("{%p endif %}"), p("z"), values={"a": 1})
    assert read(made).count("<w:sectPr") == 2


def test_rows_are_repeated():
    table = tbl(
        tr("Tên", "Số"), tr("{%tr for d in ds %}", ""), tr("{{ d.ten }}", "{{ d.so }}"), tr("{%tr endfor %}", "")
    )
    rows = [{"ten": "A", "so": 1}, {"ten": "B", "so": 2}]
    assert shown(table, p("z"), ds=rows) == ["Tên", "Số", "A", "1", "B", "2", "z"]


def test_a_row_that_holds_both_its_tags_is_repeated():
    table = tbl(tr("{%tr for d in ds %}{{ d }}", "x{%tr endfor %}"))
    assert shown(table, p("z"), ds=[1, 2]) == ["1", "x", "2", "x", "z"]


def test_a_space_before_the_level_does_no_harm():
    table = tbl(tr("{% tr for d in ds %}", ""), tr("{{ d }}", ""), tr("{% tr endfor %}", ""))
    assert shown(table, p("z"), ds=[1]) == ["1", "", "z"]
    assert shown(p("{% p if a %}"), p("x"), p("{%  p endif %}"), p("z"), a=0) == ["z"]


def test_columns_are_repeated_and_the_grid_follows():
    table = tbl(tr("{%tc for x in ds %}", "{{ x }}", "{%tc endfor %}"), columns=3)
    made = poured(table, p("z"), values={"ds": list(range(5))})
    assert lines(made) == ["0", "1", "2", "3", "4", "z"]
    assert read(made).count("<w:gridCol ") == 5


def test_runs_are_chosen():
    made = poured(p("a{%r if x %}", run("b", "<w:rPr><w:i/></w:rPr>"), "{%r endif %}c"), values={"x": 0})
    assert lines(made) == ["ac"]
    assert "<w:i/>" not in read(made)


def test_cells_are_spanned_coloured_and_merged():
    made = poured(
        tbl(
            tr("{% colspan 2 %}{% cellbg mau %}a"),
            tr("{%tr for x in ds %}", ""),
            tr("{% vm %}k", "{{ x }}"),
            tr("{%tr endfor %}"),
        ),
        p("z"),
        values={"mau": "#ff0000", "ds": [1, 2]},
    )  # fmt: skip
    text = read(made)
    assert '<w:gridSpan w:val="2"/>' in text
    assert 'w:fill="ff0000"' in text
    assert text.index('<w:vMerge w:val="restart"/>') < text.index('<w:vMerge w:val="continue"/>')
    assert lines(made) == ["a", "k", "1", "", "2", "z"]


def test_cells_of_a_loop_become_one():
    table = tbl(tr("{%tc for x in ds %}", "{% hm %}chung", "{%tc endfor %}"), tr("1", "2", "3"), columns=3)
    made = poured(table, p("z"), values={"ds": [1, 2, 3]})
    assert lines(made) == ["chung", "1", "2", "3", "z"]
    assert '<w:gridSpan w:val="3"/>' in read(made)


def test_a_dash_joins_paragraphs():
    assert shown(p("Nhà tôi"), p("{%- if a -%}"), p(" ở phố"), p("{%- endif -%}"), p(" nhé"), a=1) == [
        "Nhà tôi ở phố nhé"
    ]


def test_a_tag_cut_by_enter_is_one_tag():
    assert shown(p("{{ Họ và"), p("tên }} có mặt"), p("z"), **{"Họ và tên": "An"}) == ["An có mặt", "z"]


def test_tags_in_headers_notes_boxes_controls_links_and_properties():
    box = "<w:txbxContent>" + p("hộp {{ a }}") + "</w:txbxContent>"
    drawn = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>" + box + "</wps:txbx></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:textbox>" + box + "</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    control = (
        "<w:sdt><w:sdtPr><w:dataBinding w:xpath='/x'/></w:sdtPr><w:sdtContent>"
        + run("ô {{ a }}")
        + "</w:sdtContent></w:sdt>"
    )
    link = '<w:hyperlink r:id="rId5">' + run("{{ a }}") + "</w:hyperlink>"
    made = poured(
        p(drawn), p(control), p(link),
        parts={
            "word/header1.xml": part("hdr", p("đầu {{ a }}")),
            "word/footnotes.xml": part("footnotes", '<w:footnote w:id="2">' + p("chú {{ a }}") + "</w:footnote>"),
            "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Giấy {{ a }}</dc:title>'
            "</cp:coreProperties>",
        },
        rels=[
            ("rId1", "header", "header1.xml", ""), ("rId2", "footnotes", "footnotes.xml", ""),
            ("rId5", "hyperlink", "https://vi.du/%7B%7B%20a%20%7D%7D?x=1", "External"),
        ],
        values={"a": "R&D <b"},
    )  # fmt: skip
    assert [line for line in lines(made) if line] == ["hộp R&D <b", "hộp R&D <b", "ô R&D <b", "R&D <b"]
    assert "dataBinding" not in read(made)
    assert lines(made, "word/header1.xml") == ["đầu R&D <b"]
    assert lines(made, "word/footnotes.xml") == ["chú R&D <b"]
    assert "<dc:title>Giấy R&amp;D &lt;b</dc:title>" in read(made, "docProps/core.xml")
    assert 'Target="https://vi.du/R&amp;D%20%3Cb?x=1"' in read(made, "word/_rels/document.xml.rels")


def test_a_value_that_is_a_dangerous_address_is_refused():
    template = docx(
        p('<w:hyperlink r:id="rId5">' + run("x") + "</w:hyperlink>"),
        rels=[("rId5", "hyperlink", "{{ a }}", "External")],
    )
    with pytest.raises(Exception, match="địa chỉ"):
        Template.compile(template).pour({"a": "file://may/chia_se"})
    assert "https://x" in read(Template.compile(template).pour({"a": "https://x"}), "word/_rels/document.xml.rels")


def test_a_tag_in_a_tracked_deletion_stays_deleted():
    deleted = "<w:del w:id='1'><w:r><w:delText>{{ cũ }}</w:delText></w:r></w:del>"
    inserted = "<w:ins w:id='2'>" + run("{{ mới }}") + "</w:ins>"
    assert shown(p(deleted, inserted), mới="A") == ["A"]


MERGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGEFIELD Họ_và_</w:instrText></w:r>'
    "<w:r><w:instrText>tên \\* Upper </w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>«Họ_và_tên»</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def test_merge_fields_of_word_are_filled():
    simple = (
        '<w:fldSimple w:instr=" MERGEFIELD &quot;Đơn vị&quot; \\* MERGEFORMAT ">' + run("«Đơn_vị»") + "</w:fldSimple>"
    )
    made = poured(p("Ông ", MERGE, ", ", simple), values={"Họ và tên": "Nguyễn Văn A", "Đơn vị": "Phòng 1"})
    assert lines(made) == ["Ông NGUYỄN VĂN A, Phòng 1"]
    assert "fldChar" not in read(made)
    assert "<w:b/>" in read(made)


@pytest.mark.parametrize(
    ("switch", "value", "written"),
    [
        ('\\@ "dd/MM/yyyy"', datetime.date(2026, 1, 5), "05/01/2026"),
        ("\\@ \"'ngày' d 'tháng' M\"", "5/1/2026", "ngày 5 tháng 1"),
        ('\\# "#.##0"', 1234567, "1.234.567"),
        ('\\# "#,##0.00"', "1234,5", "1.234,50"),
        ('\\# "0,0 đồng"', 2.25, "2,3 đồng"),
        ("\\* Caps", "nguyễn văn a", "Nguyễn Văn A"),
        ('\\b "(" \\f ")"', "x", "(x)"),
        ('\\b "(" \\f ")"', None, ""),
    ],
)
def test_the_switches_of_merge_fields(switch, value, written):
    quoted = switch.replace('"', "&quot;")
    assert shown(p(f'<w:fldSimple w:instr=" MERGEFIELD a {quoted} ">' + run("«a»") + "</w:fldSimple>"), a=value) == [
        written
    ]


def test_a_key_called_items_is_a_key():
    assert shown(p("{% for x in don.items %}{{ x }}{% endfor %}"), don={"items": [1, 2]}) == ["12"]


def test_text_without_tags_gives_none():
    for text in ("", "a { b } c", "{", "}}", "x_}"):
        assert scan(text)[0] == []


def test_an_unclosed_tag_is_told():
    with pytest.raises(TemplateError, match="không có }} đóng lại"):
        Template.compile(docx(p("Ông {{ ho_ten có mặt"), p("z")))


def test_another_prefix_for_the_names_of_word_is_understood():
    data = docx(p("{{ a }}"))
    other = docx(raw=[], parts={"word/document.xml": read(data).replace("w:", "x:").replace("xmlns:w=", "xmlns:x=")})
    made = Template.compile(other).pour({"a": "1\n2"})
    assert faults(made) == []
    assert lines(made) == ["1\n2"]


def test_a_picture_in_a_loop_gets_a_number_of_its_own():
    picture = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a"/></wp:inline></w:drawing></w:r>'
    made = poured(p("{%p for x in ds %}"), p(picture), p("{%p endfor %}"), p("z"), values={"ds": [1, 2, 3]})
    assert [read(made).count(f'<wp:docPr id="{number}"') for number in (1, 2, 3)] == [1, 1, 1]


def test_a_column_outside_of_a_table_is_told():
    with pytest.raises(TemplateError, match="không nằm trong"):
        Template.compile(docx(p("{%tr for x in y %}"), p("{%tr endfor %}")))


def test_the_word_file_of_a_cell_with_two_levels_of_loops():
    inner = tc("{%p for x in d.con %}", "{{ x }}", "{%p endfor %}")
    table = tbl(tr("{%tr for d in ds %}", ""), tr("{{ d.ten }}", inner), tr("{%tr endfor %}", ""))
    made = poured(table, p("z"), values={"ds": [{"ten": "A", "con": [1, 2]}, {"ten": "B", "con": []}]})
    assert lines(made) == ["A", "1", "2", "B", "", "z"]
