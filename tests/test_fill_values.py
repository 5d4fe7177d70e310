"""Values: any text in any place leaves a sound file that says the same text."""

import datetime
import io
import subprocess
from decimal import Decimal
from fractions import Fraction

import pytest
from fill_docx import docx, faults, lines, p, read, tbl, tr
from hypothesis import example, given, settings
from hypothesis import strategies as st

from docgen.fill.template import Template


def shown(tag, **values):
    made = Template.compile(docx(p("{{ " + tag + " }}"))).pour(values)
    assert faults(made) == []
    return lines(made)[0]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (5.0, "5"),
        (0.1 + 0.2, "0,3"),
        (1e15, "1000000000000000"),
        (-0.0, "0"),
        (Decimal("12.50"), "12,5"),
        (Fraction(1, 4), "0,25"),
        ("056085001234", "056085001234"),
        (datetime.date(2026, 1, 5), "05/01/2026"),
        (datetime.datetime(2026, 1, 5), "05/01/2026"),
        (datetime.datetime(2026, 1, 5, 8, 30), "08:30 05/01/2026"),
        (True, "Có"),
        ("Sở R&D tỉnh", "Sở R&D tỉnh"),
        ("điểm <b", "điểm <b"),
        ("\"a\" 'b'", "\"a\" 'b'"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\tb", "a\tb"),
        ("a\fb", "a\fb"),
        ("a\x00b\x1fc\ufffed\ud800e", "abcde"),
        ("{{ 1 + 1 }}{% if %}", "{{ 1 + 1 }}{% if %}"),
        ("</w:t><w:t>", "</w:t><w:t>"),
        ("&amp; &#x41;", "&amp; &#x41;"),
    ],
)
def test_a_value_is_written_as_people_write_it(value, written):
    assert shown("a", a=value) == written


def test_an_expression_is_written_like_a_value():
    assert shown("0.1 + 0.2") == "0,3"
    assert shown("a / 2", a=10) == "5"
    assert shown("a ~ ' <' ~ b", a=None, b=0.5) == " <0,5"


def test_a_value_may_ask_for_new_paragraphs():
    template = docx(
        p('<w:r><w:rPr><w:b/></w:rPr><w:t>a {{ x }} b</w:t></w:r>', properties='<w:pPr><w:jc w:val="center"/></w:pPr>'),
        p("z"),
    )  # fmt: skip
    made = Template.compile(template).pour({"x": "1\u20292\a3"})
    assert faults(made) == []
    assert lines(made) == ["a 1", "2", "3 b", "z"]
    assert read(made).count('<w:jc w:val="center"/>') == 3
    assert read(made).count("<w:b/>") == 3


def test_markup_never_comes_out_of_a_value():
    for tag in ("a|safe", "a|e", "a|escape", "a|forceescape", "a|replace('x', '<y>')", "[a]|join('<')", "a|indent"):
        assert "<b" in shown(tag, a="<b x>")
    assert shown("('<i>' ~ a)|safe", a="<b>") == "<i><b>"
    block = p("{% set x %}<{{ a }}>{% endset %}{{ x }}{{ x|replace('R', 'S') }}")
    made = Template.compile(docx(block)).pour({"a": "R&"})
    assert faults(made) == []
    assert lines(made) == ["<R&><S&>"]


def as_read(text):
    """What a Word file can hold of a text, and how python-docx reads it back."""
    text = text.replace("\r\n", "\n")
    for mark in "\r\x0b\u2028":
        text = text.replace(mark, "\n")
    return "".join(
        char
        for char in text
        if char in "\t\n" or (char >= " " and char not in "\ufffe\uffff" and not "\ud800" <= char <= "\udfff")
    )


ANYWHERE = docx(
    p("đầu {{ a }} cuối"),
    tbl(tr("{%tr for x in ds %}", ""), tr("{{ x.a }}", "{{ loop.index }}"), tr("{%tr endfor %}", "")),
    p("{%p for x in ds %}"), p("{{ x.a }}"), p("{%p endfor %}"),
    parts={
        "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ a }}</dc:title></cp:coreProperties>'
    },
)  # fmt: skip
TEMPLATE = Template.compile(ANYWHERE)
TEXTS = st.text(st.characters(exclude_characters="\a\f\u2029"), max_size=60) | st.text(
    "<>&{}%#\"'\\\r\n\t ]", max_size=30
)


@given(TEXTS)
@example("]]>")
@example("&#x1F;")
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_back_as_the_same_text(text):
    import docx as python_docx

    made = TEMPLATE.pour({"a": text, "ds": [{"a": text}]})
    assert faults(made) == []
    document = python_docx.Document(io.BytesIO(made))
    wanted = as_read(text)
    assert document.paragraphs[0].text == f"đầu {wanted} cuối"
    assert document.tables[0].cell(0, 0).text == wanted
    assert document.paragraphs[1].text == wanted


@given(st.integers() | st.floats() | st.decimals() | st.dates() | st.booleans() | st.none() | st.fractions())
@settings(max_examples=200, deadline=None)
def test_any_value_leaves_a_sound_file(value):
    assert faults(TEMPLATE.pour({"a": value, "ds": [{"a": value}]})) == []


@pytest.mark.slow
@pytest.mark.office
def test_libreoffice_reads_the_same_text(soffice, tmp_path):
    texts = ["R&D <b> ]]> {{ a }}", "dòng 1\ndòng 2", "trước\tsau", "“Đắk Lắk” – 'x' \"y\"", "  hai  khoảng  "]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.docx").write_bytes(TEMPLATE.pour({"a": text, "ds": []}))
    command = [
        soffice,
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
    ]
    subprocess.run(
        [*command, "--outdir", tmp_path, *tmp_path.glob("*.docx")], check=True, capture_output=True, timeout=120
    )
    for number, text in enumerate(texts):
        assert f"đầu {text} cuối" in (tmp_path / f"{number}.txt").read_text(encoding="utf-8-sig")


FILTERS = [
    ("3427|so", "3.427"), ("'3427'|so", "3.427"), ("'3.427,5'|so", "3.427,5"), ("2.345|so(2)", "2,35"), ("none|so", ""),
    ("68.734|phan_tram", "68,73%"), ("13.2|phan_tram", "13,20%"), ("5|phan_tram", "5%"),
    ("'68,73%'|phan_tram", "68,73%"),
    ("3508473000000|tien", "3.508 tỷ 473 triệu đồng"), ("3508473000000|tien('tỷ', 1)", "3.508,5 tỷ đồng"),
    ("1200000|tien('đồng')", "1.200.000 đồng"),
    ("3427|bang_chu", "Ba nghìn bốn trăm hai mươi bảy"), ("21|bang_chu('người')", "Hai mươi mốt người"),
    ("'5,05'|bang_chu", "Năm phẩy không năm"), ("-5|bang_chu", "Âm năm"),
    ("'5/1/2026'|ngay", "ngày 05 tháng 01 năm 2026"), ("'2026-12-15'|ngay", "ngày 15 tháng 12 năm 2026"),
    ("'ngày 5 tháng 3 năm 2026'|ngay", "ngày 05 tháng 3 năm 2026"), ("'1/2/2026'|ngay('d/M/yy')", "1/2/26"),
    ("448513|tang_giam(442810, 'việc')", "tăng 5.703 việc (1,29%)"), ("90|tang_giam(100)", "giảm 10 (10,00%)"),
    ("5|tang_giam(5)", "không thay đổi"), ("5|tang_giam(0, 'vụ')", "tăng 5 vụ"),
    ("83.57|tang_giam(83.39, '%')", "tăng 0,18%"),
    ("'đặng thị b'|hoa", "ĐẶNG THỊ B"), ("'ÁN'|thuong", "án"), ("'NGUYỄN VĂN a'|ten", "Nguyễn Văn A"),
    ("4|la_ma", "IV"),
    ("['a', none, 'b', 'c']|danh_sach", "a, b, c"), ("['a', 'b']|danh_sach('; ', ' và ')", "a và b"),
    ("[{'x': 1}, {'x': 2}]|danh_sach(attribute='x')", "1, 2"), (r"'a;\n\n b '|dong|join('+')", "a+b"),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "written"), FILTERS)
def test_the_filters_write_vietnamese(tag, written):
    assert shown(tag) == written


@given(st.integers(0, 10**15 - 1))
def test_numbers_in_words_are_read_back(number):
    from docgen.fill.filters import bang_chu
    from docgen.vi.numerals import read as read_number

    found = read_number(bang_chu(number).lower())
    assert found is not None
    assert found.value == number
