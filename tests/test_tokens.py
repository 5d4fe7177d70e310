"""The segmenter: the same words as the public function of underthesea, at their places, without importing it."""

import json
import pickle
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vi.tokens import _Plain, words

SENTENCES = [
    "Tổng số giải quyết là 3.427 việc, trong đó: số cũ chuyển sang là 1.057 việc.",
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư; v.v...",
    "Đạt 68,73% về việc (vượt 13,20%), 5-7% về tiền; 26/35 xã; 1.600m-2.000m.",
    "Liên hệ: a.b@vidu.vn hoặc https://vidu.vn/tin?x=1 -> xem ngay :) <3",
    "UBND TP. Hồ Chí Minh, T.Ư Đoàn, H'Mông, 43H-0530, 3x4, 20°C, B&B",
    "",
    "   ",
]


@pytest.fixture(scope="module")
def reference():
    from underthesea.pipeline.word_tokenize import word_tokenize

    return lambda text: word_tokenize(text, use_token_normalize=False)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_it_cuts_the_words_that_underthesea_cuts(sentence, reference):
    assert [word.text for word in words(sentence)] == reference(sentence)


@pytest.mark.slow
def test_it_cuts_real_sentences_as_underthesea_does(shared, reference):
    for name in ("dev_news", "dev_reports"):
        for line in (shared / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            for sentence in unicodedata.normalize("NFC", json.loads(line)["text"]).splitlines():
                assert [word.text for word in words(sentence)] == reference(sentence)


@given(st.text(alphabet=" \nabAĐđ0123456789.,-/%()ạẵưềÝ:x@_'’&", max_size=60))
def test_every_character_but_white_space_lies_in_one_word(text):
    seen = "".join(text[word.start : word.end] for word in words(text))
    assert "".join(seen.split()) == "".join(text.split())
    assert all(" ".join(text[word.start : word.end].split()) for word in words(text))


def test_a_pickle_that_names_a_callable_is_refused(tmp_path):
    path = tmp_path / "bad.bin"
    path.write_bytes(pickle.dumps(print))
    with path.open("rb") as file, pytest.raises(pickle.UnpicklingError):
        _Plain(file).load()


def test_it_is_ready_without_the_rest_of_underthesea():
    code = "import sys; from docgen.vi.tokens import words; words('bản án'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "underthesea_core" in loaded
    assert not {"underthesea", "joblib", "requests", "huggingface_hub"} & set(loaded)


def test_reading_figures_is_imported_without_the_segmenter():
    code = "import sys, docgen.figures.scan; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"underthesea_core", "docgen.vi.tokens"} & set(loaded)
