"""Plain texts: unchanged where they are UTF-8, with a notice where they are not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model.text import BlockKind
from docgen.readers import read_bytes
from docgen.readers.text import document_of

TEXT = "BÁO CÁO\r\n\r\n  Toàn huyện có 1.426 việc, đạt 68,73%\n- Về tiền: trên 3.508 tỷ đồng\n"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def in_windows_1258(text):
    """The bytes as Windows saves them: letters with their hats and horns, tone marks behind."""
    apart = []
    for char in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", char)
        letter = unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES))
        apart.append(letter + "".join(part for part in parts if part in TONES))
    return "".join(apart).encode("cp1258")


def test_a_utf_8_text_is_the_decoded_file_unchanged():
    document = read_bytes(TEXT.encode(), "a.txt")
    assert document.text == TEXT
    assert document.notices == ()
    assert [document.text_of(block) for block in document.blocks] == [
        "BÁO CÁO",
        "  Toàn huyện có 1.426 việc, đạt 68,73%",
        "- Về tiền: trên 3.508 tỷ đồng",
    ]
    assert [block.anchor.path for block in document.blocks] == [(0,), (2,), (3,)]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8-sig"), "UTF-8-SIG"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16-LE"),
        (TEXT.encode("utf-16-be"), "UTF-16-BE"),
        (in_windows_1258(TEXT), "WINDOWS-1258"),
    ],
)
def test_other_encodings_are_decoded_with_a_notice(data, encoding):
    document = read_bytes(data, "a.txt")
    assert document.text == TEXT
    assert [notice.code for notice in document.notices] == ["N101"]
    assert encoding in document.notices[0].message


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Toµn huyÖn cã 12 tËp thÓ ®­îc tÆng giÊy khen", "TCVN3"),
        ("Toaøn huyeän coù 12 taäp theå ñöôïc taëng giaáy khen", "VNI"),
    ],
)
def test_legacy_texts_are_converted_in_bytes_and_in_characters(written, name):
    for data in (written.encode("latin-1"), written.encode()):
        document = read_bytes(data, "a.txt")
        assert document.text == "Toàn huyện có 12 tập thể được tặng giấy khen"
        assert name in document.notices[0].message


def test_decomposed_text_stays_decomposed():
    text = unicodedata.normalize("NFD", TEXT)
    assert read_bytes(text.encode(), "a.txt").text == text


def test_lines_are_headings_and_items_by_their_shape():
    document = document_of(
        "I. KẾT QUẢ\n1. Về việc\na) Số cũ;\n- Số mới;\n1.426 việc đã xong.\n2. Năm nay, đơn vị đã xong."
    )
    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.HEADING, 2),
        (BlockKind.HEADING, 3),
        (BlockKind.ITEM, 1),
        (BlockKind.ITEM, 1),
        (BlockKind.PARAGRAPH, None),
        (BlockKind.ITEM, 1),
    ]


@given(st.text(alphabet="Aa1.,) -\n\r\tệđ%", max_size=200))
def test_blocks_are_the_lines_that_are_not_blank(text):
    document = document_of(text)
    assert document.text == text
    shown = [document.text_of(block) for block in document.blocks]
    assert shown == [line for line in text.replace("\r", "\n").split("\n") if line.strip()]


def test_a_file_is_read_by_its_content_and_not_by_its_name():
    document = read_bytes(b"<html><body><p>C\xc3\xb3 12 vi\xe1\xbb\x87c</p></body></html>", "bao_cao.doc")
    assert document.text == "Có 12 việc"
    assert [notice.code for notice in document.notices] == ["N103"]
