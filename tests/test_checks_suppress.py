"""Accepted findings: by fingerprint with a reason, by code, by a baseline."""

import pytest
from written_claims import written

from docgen.checks.engine import judge
from docgen.checks.suppress import (
    FILE_NAME,
    Suppression,
    baseline_of,
    chosen,
    read_baseline,
    sift,
    suppressions_beside,
)
from docgen.errors import DocgenError

WRONG = "sum total=2.362_vụ part=1.180_vụ part=1.196_vụ; rate rate=67,21% part=1.650_việc whole=2.165_việc"


@pytest.fixture(scope="module")
def findings():
    document, figures, claims = written(WRONG)
    return judge(document, figures, (), claims)[1]


def test_an_accepted_finding_is_set_apart_and_the_others_remain(findings):
    first, second = findings
    sifted = sift(findings, (Suppression(first.fingerprint, "số của hai kỳ"),))
    assert sifted.findings == (second,)
    assert sifted.suppressed == (first,)
    assert not sifted.unused


def test_a_suppression_that_meets_nothing_is_told(findings):
    idle = Suppression("000000000000", "đã sửa")
    assert sift(findings, (idle,)).unused == (idle,)


def test_the_file_beside_the_document_is_read(tmp_path, findings):
    entry = f'[[bo_qua]]\nma = "{findings[0].fingerprint}"\nly_do = "số của hai kỳ"\n'
    (tmp_path / FILE_NAME).write_text(entry, encoding="utf-8")
    (found,) = suppressions_beside(tmp_path / "bao_cao.docx")
    assert found == Suppression(findings[0].fingerprint, "số của hai kỳ")
    assert suppressions_beside(tmp_path / "khac" / "bao_cao.docx") == ()


def test_a_suppression_without_a_reason_is_refused(tmp_path):
    (tmp_path / FILE_NAME).write_text('[[bo_qua]]\nma = "abc"\n', encoding="utf-8")
    with pytest.raises(DocgenError) as error:
        suppressions_beside(tmp_path / "bao_cao.docx")
    assert error.value.code == "E520"


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ((), (), ["SUM101", "PCT101"]),
        (("SUM",), (), ["SUM101"]),
        ((), ("SUM",), ["PCT101"]),
        (("SUM101",), ("SUM",), ["SUM101"]),
        (("SUM",), ("SUM101",), []),
        (("pct",), (), ["PCT101"]),
    ],
)
def test_the_longer_prefix_decides(findings, select, ignore, codes):
    assert [finding.code for finding in chosen(findings, select, ignore)] == codes


def test_a_baseline_leaves_only_what_is_new(findings):
    known = read_baseline(baseline_of(findings[:1]), "goc.json")
    assert sift(findings, known).findings == findings[1:]


@pytest.mark.parametrize("text", ["", "[]", '{"schema": "khac/1"}', '{"schema": "docgen.baseline/1"}'])
def test_what_is_no_baseline_is_refused(text):
    with pytest.raises(DocgenError) as error:
        read_baseline(text, "goc.json")
    assert error.value.code == "E521"
