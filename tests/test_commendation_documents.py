"""Stale grounds and names in a document, by the day it bears."""

import pytest

from docgen.commendation.documents import law_findings
from docgen.model.finding import Severity
from docgen.readers.text import document_of

HEAD = """CỤC QUẢN LÝ THI HÀNH ÁN DÂN SỰ
{agency}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/TTr-THADS
Khánh Hòa, {day}
TỜ TRÌNH
Về việc đề nghị khen thưởng
{ground}
Cục Thi hành án dân sự tỉnh Khánh Hòa trước đây đã thực hiện Nghị định số 98/2023/NĐ-CP.
"""
NEW, OLD = "THI HÀNH ÁN DÂN SỰ TỈNH KHÁNH HÒA", "CỤC THI HÀNH ÁN DÂN SỰ TỈNH KHÁNH HÒA"
STALE = "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ;"
HELD = "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ;"


@pytest.mark.parametrize(
    ("agency", "day", "ground", "seen"),
    [
        (NEW, "ngày 15 tháng 12 năm 2026", HELD, []),
        (NEW, "ngày 15 tháng 12 năm 2026", STALE, ["98/2023/NĐ-CP"]),
        (OLD, "ngày 15 tháng 12 năm 2026", HELD, ["CỤC THI HÀNH ÁN DÂN SỰ"]),
        (OLD, "ngày 20 tháng 5 năm 2025", STALE, []),
        (NEW, "ngày … tháng … năm …", STALE, []),
        (NEW, "ngày 31 tháng 9 năm 2026", STALE, []),
    ],
)
def test_a_document_is_judged_by_its_own_day(agency, day, ground, seen):
    document = document_of(HEAD.format(agency=agency, day=day, ground=ground))
    found = law_findings(document)
    assert [finding.spans[0].of(document.text) for finding in found] == seen
    assert all(finding.severity is Severity.ERROR for finding in found)


def test_an_article_without_the_head_of_an_official_paper_is_left_alone():
    text = f"Hà Nội, ngày 15 tháng 12 năm 2026\n{STALE}\nTổng cục Thi hành án dân sự cho biết."
    assert law_findings(document_of(text)) == ()


def test_the_check_of_a_document_tells_it(tmp_path):
    from docgen.pipeline import check

    path = tmp_path / "to_trinh.txt"
    path.write_text(HEAD.format(agency=NEW, day="ngày 15 tháng 12 năm 2026", ground=STALE), encoding="utf-8")
    assert [finding.code for finding in check(str(path)).findings] == ["LAW401"]
