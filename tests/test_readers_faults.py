"""What cannot be read ends in a clear error, quickly and in little memory; nothing else ever comes out."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from word_maker import NAMESPACES, RELS, W, paragraph, run, word_file

from docgen import readers
from docgen.errors import DocgenError
from docgen.model.text import Document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SECONDS, BYTES = 5, 500 << 20


def with_document(xml, **extra):
    """A Word file whose main part is this XML."""
    packed = io.BytesIO(word_file())
    made = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != "word/document.xml":
                new.writestr(name, old.read(name))
        new.writestr("word/document.xml", xml)
        for name, data in extra.items():
            new.writestr(name, data)
    return made.getvalue()


def document_xml(body, head=""):
    return f"{head}<w:document {NAMESPACES.format(w=W, r=RELS)}><w:body>{body}</w:body></w:document>"


def bomb(size, name="word/document.xml"):
    """A Word file with a member of so many spaces, a thousand times smaller when packed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file(paragraph(run("x"))))) as sound, zipfile.ZipFile(packed, "w") as archive:
        for each in set(sound.namelist()) - {name}:
            archive.writestr(each, sound.read(each))
        member = zipfile.ZipInfo(name)
        member.compress_type = zipfile.ZIP_DEFLATED
        with archive.open(member, "w", force_zip64=True) as target:
            for _ in range(size >> 20):
                target.write(b" " * (1 << 20))
    return packed.getvalue()


LAUGHS = (
    "<!DOCTYPE w:document ["
    + '<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]>"
)
OUTSIDE = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def deep(tag, depth):
    return f"<w:{tag}>" * depth + f"</w:{tag}>" * depth


FAULTS = {
    "an empty file": (b"", "E103"),
    "blanks alone": (b" \r\n\t\n", "E103"),
    "random bytes": (bytes(range(256)) * 40, "E105"),
    "a zip cut off": (word_file(paragraph(run("x" * 5000)))[:900], "E106"),
    "a zip with a broken member": (word_file(paragraph(run("abc" * 900))).replace(b"abc", b"abd", 1), None),
    "a zip that is no Word file": (b"", "E108"),
    "an encrypted Office file": (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "E107"),
    "an unknown Office file": (OLE + b"\0" * 2000, "E105"),
    "a Word file without words": (word_file(paragraph()), "E103"),
    "malformed XML": (with_document("<w:document"), "E113"),
    "an empty part": (with_document(""), "E113"),
    "billion laughs": (with_document(document_xml(paragraph(run("&a11;")), LAUGHS)), "E113"),
    "billion laughs in UTF-16": (
        with_document(document_xml(paragraph(run("&a11;")), LAUGHS).encode("utf-16")),
        "E113",
    ),
    "an entity outside the file": (with_document(document_xml(paragraph(run("&x;")), OUTSIDE)), "E113"),
    "10,000 elements deep": (with_document(document_xml(deep("sdt", 10_000))), "E114"),
    "10,000 tables deep": (
        with_document(document_xml("<w:tbl><w:tr><w:tc>" * 10_000 + "</w:tc></w:tr></w:tbl>" * 10_000)),
        "E114",
    ),
    "60 tables deep": (
        word_file("<w:tbl><w:tr><w:tc>" * 60 + paragraph(run("x")) + "</w:tc></w:tr></w:tbl>" * 60),
        "E114",
    ),
    "a bomb in the main part": (lambda: bomb(1 << 30), "E110"),
    "a bomb beside it": (lambda: bomb(64 << 20, "word/media/image1.png"), "E110"),
    "five million paragraphs": (with_document(document_xml("<w:p/>" * 2_500_000)), "E110"),
    "a PDF cut off": (b"%PDF-1.7\n1 0 obj\n<<", "E116"),
    "a Latin-1 text of another language": (
        "Où est le café? La crème brûlée, déjà reçue à Orléans".encode("latin-1"),
        "E109",
    ),
    "an XML bomb of tags": (with_document(document_xml("<w:p>" * 5_000_000)), "E110"),
    "10,000 web elements deep": (b"<html><body>" + b"<div>" * 10_000 + b"x", "E114"),
    "a web page without words": (b"<html><body><p></p></body></html>", "E103"),
}  # fmt: skip
_other = io.BytesIO()
with zipfile.ZipFile(_other, "w") as _archive:
    _archive.writestr("anh.jpg", b"x" * 100)
FAULTS["a zip that is no Word file"] = (_other.getvalue(), "E108")

CHILD = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({limit}, {limit}))
from docgen import readers
from docgen.errors import DocgenError
try:
    readers.read(sys.argv[1])
    print("read")
except DocgenError as error:
    assert error.where and error.hint and error.message
    print(error.code)
"""


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_ends_in_its_error_within_seconds_and_little_memory(fault, tmp_path):
    data, code = FAULTS[fault]
    path = tmp_path / "bao cáo.docx"
    path.write_bytes(data() if callable(data) else data)
    child = [sys.executable, "-c", CHILD.format(limit=BYTES), str(path)]
    run = subprocess.run(child, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == code if code else run.stdout.strip() in ("E106", "E113", "read")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DocgenError) as error:
        readers.read(tmp_path / "không có.docx")
    assert error.value.code == "E101"
    assert "không có.docx" in error.value.where


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(DocgenError) as error:
        readers.read(tmp_path)
    assert error.value.code == "E102"


def test_a_name_longer_than_the_disk_allows_is_an_error():
    with pytest.raises(DocgenError) as error:
        readers.read("a" * 5000 + ".docx")
    assert error.value.code in ("E101", "E104")


def test_a_file_without_permission_says_so(tmp_path):
    path = tmp_path / "kín.docx"
    path.write_bytes(b"x")
    path.chmod(0)
    try:
        path.read_bytes()
    except PermissionError:
        with pytest.raises(DocgenError) as error:
            readers.read(path)
        assert error.value.code == "E104"
    else:
        pytest.skip("this user may read every file")


def test_old_word_files_need_libreoffice_and_the_error_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    for data in (OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"), b"{\\rtf1 abc}"):
        with pytest.raises(DocgenError) as error:
            readers.read_bytes(data, "cũ.doc")
        assert error.value.code == "E111"
        assert "LibreOffice" in error.value.hint


def test_a_sheet_with_a_cell_in_the_last_corner_is_refused():
    xlsxwriter = pytest.importorskip("xlsxwriter")
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write(0, 0, 1)
    sheet.write(1_048_575, 16_383, 1)
    book.close()
    with pytest.raises(DocgenError) as error:
        readers.read_bytes(made.getvalue(), "rộng.xlsx")
    assert error.value.code == "E110"


def ended(data, name):
    """Whether reading gives a document or a `DocgenError`; anything else is raised."""
    try:
        return isinstance(readers.read_bytes(data, name), Document)
    except DocgenError as error:
        return bool(error.code and error.where and error.hint)


@given(
    st.binary(max_size=400),
    st.sampled_from(["", "PK\x03\x04", "%PDF-1.4\n", "<html>", "\ufeff", "MIME-Version: 1.0\n\n"]),
)
def test_any_bytes_end_in_a_document_or_an_error(data, begin):
    assume(b"{\\rtf" not in data)  # LibreOffice takes a second for each
    assert ended(begin.encode("latin-1", "replace") + data, "tệp.docx")


SOUND = word_file(paragraph(run("Có 1.426 việc, đạt 68,73%")), parts={"styles": "", "footnotes": ""})


@given(st.integers(0, len(SOUND) - 1), st.binary(min_size=1, max_size=6))
def test_a_damaged_word_file_ends_in_a_document_or_an_error(place, change):
    assert ended(SOUND[:place] + change + SOUND[place + len(change) :], "tệp.docx")


@given(st.text(max_size=300))
def test_any_text_reads_as_itself(text):
    data = text.encode("utf-8", "replace")
    if (
        data.strip(b" \t\r\n\0")
        and readers.sniff.kind_of(data, "-") == "text"
        and b"\0" not in data
        and not text.startswith("\ufeff")
    ):
        document = readers.read_bytes(data, "a.txt")
        if not document.notices:
            assert document.text == data.decode()
            assert all(document.text_of(block).strip() for block in document.blocks)


def test_reading_imports_no_heavy_library_before_it_needs_one():
    heavy = ("lxml", "python_calamine", "pypdfium2", "docx", "email")
    code = f"import sys, docgen.readers; print([name for name in {heavy} if name in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parent
    )
    assert run.stdout.strip() == "[]"


def test_a_file_without_end_is_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(readers, "MOST_BYTES", 1000)
    path = tmp_path / "dài.txt"
    path.write_text("một hai ba " * 200, encoding="utf-8")
    with pytest.raises(DocgenError) as error:
        readers.read(path)
    assert error.value.code == "E110"
