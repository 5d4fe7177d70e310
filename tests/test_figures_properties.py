"""What holds for every text: places, forms of Unicode, tone marks, and that nothing ever fails."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.figures.scan import figures_of
from docgen.model.text import Anchor, Block, Document, Span
from docgen.readers.text import document_of
from docgen.vi.units import folded

SENTENCES = (
    "Tổng số thụ lý 3.427 việc, trong đó: cũ 1.057 việc; mới 2.370 việc, tăng 68,73% so với cùng kỳ.",
    "Thu hồi trên 1.088 tỷ 473 triệu 419 nghìn đồng (588 tỷ 190 triệu 067 nghìn đồng về tiền).",
    "Ủy ban nhân dân tỉnh tặng Bằng khen cho bốn tập thể, 12 ủy viên và hai phiên tòa lưu động.",
    "Hòa giải thành 26/35 vụ, đạt 5-7% ở 15 - 18 xã; giảm 288 vụ (-18,19%).",
    "Thủy lợi tưới 6.500 m2, thuê 7 thủy thủ, hỗ trợ 60 đến 65 triệu đồng/hộ.",
    "Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020, có năm bản án gấp đôi năm 2019.",
    "* Về tiền:\n- Phải thu: 15.128.019.000\n- Đã thu: 1.107.495.000đồng",
)
MARKS = {"òa": "oà", "óa": "oá", "ỏa": "oả", "ọa": "oạ", "òe": "oè", "ủy": "uỷ", "ùy": "uỳ", "úy": "uý", "ụy": "uỵ"}

PIECES = (
    "1|23|456|0|.|,|/|-|–|%| |\n|(|)|tỷ|triệu|nghìn|đồng|năm|tháng|hai mươi|một|ba|việc|xã|từ|đến|trên|hơn|gấp|lần|Điều"
    "|số|và|USD|$|m2|đ|ngày|:|;|A|km|tập thể|\u0301|ﬁ|İ|‰|½|\u00a0|\u200b"
)
pieces = st.sampled_from(PIECES.split("|"))


def told(text: str) -> list[tuple]:
    return [
        (f.kind, f.quantity.value, folded(f.quantity.unit or ""), f.quantity.step, f.quantity.approx, f.sign, f.partner)
        for f in figures_of(document_of(text))
    ]


def old_tones(text: str) -> str:
    for new, old in MARKS.items():
        text = text.replace(new, old).replace(new.capitalize(), old.capitalize())
    return text


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_fault(text):
    figures_of(document_of(text))


@settings(max_examples=400)
@given(st.lists(pieces, max_size=40))
def test_any_mixture_of_numbers_and_units_is_read_within_its_text(parts):
    text = "".join(parts)
    figures = figures_of(document_of(text))
    for figure in figures:
        assert 0 <= figure.span.start <= figure.number.start < figure.number.end <= figure.span.end <= len(text)
        assert figure.quantity.step >= 0
        assert figure.quantity.value >= 0
    assert [f.number.start for f in figures] == sorted(f.number.start for f in figures)
    assert all(figure.partner is None or 0 <= figure.partner[1] < len(figures) for figure in figures)


@settings(max_examples=200)
@given(st.lists(pieces, max_size=40))
def test_no_character_belongs_to_two_numbers(parts):
    figures = figures_of(document_of("".join(parts)))
    for before, after in pairwise(figures):
        assert before.number.end <= after.number.start


@pytest.mark.parametrize("sentence", SENTENCES)
def test_figures_are_the_same_in_composed_and_decomposed_letters(sentence):
    apart = unicodedata.normalize("NFD", sentence)
    assert told(apart) == told(sentence) != []
    composed = [f.span.of(sentence) for f in figures_of(document_of(sentence))]
    decomposed = [unicodedata.normalize("NFC", f.span.of(apart)) for f in figures_of(document_of(apart))]
    assert decomposed == composed


@pytest.mark.parametrize("sentence", SENTENCES)
def test_figures_are_the_same_with_old_and_new_tone_marks(sentence):
    assert told(old_tones(sentence)) == told(sentence)


@given(st.lists(pieces, max_size=30))
def test_figures_are_the_same_in_both_forms_of_unicode(parts):
    text = unicodedata.normalize("NFC", "".join(parts))
    assert told(unicodedata.normalize("NFD", text)) == told(text)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_letters_in_capitals_change_no_number(sentence):
    values = [f.quantity.value for f in figures_of(document_of(sentence))]
    assert [f.quantity.value for f in figures_of(document_of(sentence.upper()))] == values


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3.508 tỷ đồng", "3.508"),
        ("1.088 tỷ 473 triệu 419 nghìn đồng", "1.088 tỷ 473 triệu 419"),
        ("13,19 ngàn việc", "13,19"),
        ("năm bản án", "năm"),
        ("hai mươi ba phần trăm", "hai mươi ba"),
        ("(-18,19%)", "18,19"),
    ],
)
def test_the_number_runs_from_its_first_digit_to_its_last(text, number):
    assert [figure.number.of(text) for figure in figures_of(document_of(text))] == [number]


def test_every_figure_keeps_the_anchor_of_its_block():
    text = "có 5 vụ\nvà 7 xã"
    anchors = Anchor("body", (4,)), Anchor("footnote:2", (0,))
    document = Document("-", text, (Block(Span(0, 7), anchors[0]), Block(Span(8, 15), anchors[1])))
    assert [(f.anchor, f.span.of(text)) for f in figures_of(document)] == [(anchors[0], "5 vụ"), (anchors[1], "7 xã")]


def test_partners_are_counted_over_the_whole_document():
    figures = figures_of(document_of("có 5 vụ\nđạt 26/35 xã"))
    assert [figure.partner for figure in figures] == [None, ("of", 2), None]


def test_a_million_characters_of_one_piece_end():
    for piece in ("1", "1.", "1-", "1/", "(1) ", "5 - ", "tỷ ", "9%", "năm "):
        figures_of(document_of(piece * (100_000 // len(piece))))
