"""Real texts in other clothes: as a PDF, and in the character sets from before Unicode."""

import json
import re
import subprocess
import unicodedata

import docx
import pytest

from docgen import readers
from docgen.vi import legacy

TEXTS = 12


@pytest.fixture(scope="module")
def texts(shared):
    files = [(shared / "gold" / f"{name}.jsonl").read_text(encoding="utf-8") for name in ("dev_news", "dev_reports")]
    lines = [line for file in files for line in file.split("\n") if line]
    return [unicodedata.normalize("NFC", json.loads(line)["text"]) for line in lines]


def flat(text):
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.office
@pytest.mark.slow
def test_a_text_printed_as_pdf_reads_the_same(texts, soffice, tmp_path):
    pytest.importorskip("pypdfium2")
    for number, text in enumerate(texts[:TEXTS]):
        made = docx.Document()
        for line in filter(str.strip, text.splitlines()):
            made.add_paragraph(line)
        made.save(tmp_path / f"{number:02}.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    call = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(call, capture_output=True, timeout=180, check=True)
    for number, text in enumerate(texts[:TEXTS]):
        assert flat(readers.read(tmp_path / f"{number:02}.pdf").text) == flat(text)


def in_tcvn3(text):
    table = {shown: code for code, shown in legacy._letters("tcvn3").items()}
    return "".join(table.get(char, char) for char in text)


def in_vni(text):
    letters = {shown: code for code, shown in legacy._letters("vni").items()}
    marks = {combining: mark for mark, combining in legacy._marks().items() if mark.islower()}
    found = []
    for char in text:
        apart = unicodedata.normalize("NFD", char)
        letter = unicodedata.normalize("NFC", apart[0] + "".join(each for each in apart[1:] if each == "\u031b"))
        above = "".join(each for each in apart[1:] if each != "\u031b")
        if char in letters or len(apart) == 1:
            found.append(letters.get(char, char))
        else:
            mark = marks.get(above) or marks.get("".join(sorted(above, key="\u0302\u0306".find, reverse=True)), above)
            found.append(letters.get(letter, letter) + mark)
    return "".join(found)


@pytest.mark.parametrize("encode", [in_tcvn3, in_vni])
def test_a_text_in_a_legacy_character_set_reads_the_same(texts, encode):
    for text in texts:
        small = re.sub(
            r"[^\n\x20-\x7eàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", "", text.lower()
        )
        document = readers.read_bytes(encode(small).encode("latin-1"), "a.txt")
        assert document.text == small
        assert document.notices
