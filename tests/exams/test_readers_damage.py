"""Real office files with flipped bytes: a document or a clear error, never anything else."""

import random

import pytest

from docgen import readers
from docgen.errors import DocgenError

FILES = [
    "R28_nhu_cau_tiep_quy_2020.xls",
    "R17_B01_su_dung_du_toan.xlsx",
    "R30_nhu_cau_tiep_quy_2020.pdf",
    "ND30_PL3.docx",
]
ROUNDS = 150


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_ends_in_a_document_or_an_error(shared, name):
    sound = (shared / "office" / name).read_bytes()
    chance = random.Random(name)
    for _ in range(ROUNDS):
        data = bytearray(sound)
        for _ in range(chance.choice([1, 3, 20, 200])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            readers.read_bytes(bytes(data), name)
        except DocgenError as error:
            assert error.hint, error  # noqa: PT017
