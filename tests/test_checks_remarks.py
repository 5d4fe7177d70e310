"""Findings that are accepted by a comment in the Word file itself."""

import docx
import pytest

from docgen.pipeline import check
from docgen.readers import read

BEFORE, WRONG, AFTER = "Tổng số thụ lý là ", "2.362 vụ việc", ", gồm 1.180 vụ việc cũ chuyển sang và 1.196 vụ việc mới."


def draft(path, comment=None, *, on=1):
    """A draft with one sentence in three runs whose total is wrong, and a comment on one of them."""
    document = docx.Document()
    document.add_paragraph("Báo cáo năm 2025")
    paragraph = document.add_paragraph()
    runs = [paragraph.add_run(text) for text in (BEFORE, WRONG, AFTER)]
    if comment:
        document.add_comment(runs[on], text=comment, author="Nguyễn Văn A", initials="A")
    document.save(str(path))
    return str(path)


def codes(path):
    report = check(path)
    return [f.code for f in report.findings], [f.code for f in report.suppressed]


def test_without_a_comment_the_finding_is_told(tmp_path):
    assert codes(draft(tmp_path / "a.docx")) == (["SUM101"], [])


@pytest.mark.parametrize(
    "comment",
    [
        "docgen: bỏ qua SUM101 đã đối chiếu sổ thụ lý",
        "docgen: bỏ qua, đã đối chiếu sổ thụ lý",
        "docgen: bỏ qua SUM vì đã đối chiếu",
    ],
)
def test_a_comment_on_the_figure_accepts_it(tmp_path, comment):
    assert codes(draft(tmp_path / "a.docx", comment)) == ([], ["SUM101"])


@pytest.mark.parametrize(
    ("comment", "on"),
    [
        ("docgen: bỏ qua PCT101 đã đối chiếu", 1),  # another check
        ("docgen: bỏ qua SUM101", 1),  # without a reason
        ("docgen: bỏ qua SUM101 đã đối chiếu", 0),  # not on a figure
        ("Đề nghị xem lại số này", 1),  # to someone else
    ],
)
def test_other_comments_accept_nothing(tmp_path, comment, on):
    assert codes(draft(tmp_path / "a.docx", comment, on=on)) == (["SUM101"], [])


def test_a_comment_without_a_reason_is_told(tmp_path):
    report = check(draft(tmp_path / "a.docx", "docgen: bỏ qua SUM101"))
    assert any("docgen: bỏ qua SUM101" in notice.message for notice in report.document.notices)


def test_a_comment_covers_exactly_its_characters(tmp_path):
    document = read(draft(tmp_path / "a.docx", "docgen: bỏ qua SUM101 đã đối chiếu"))
    assert [remark.span.of(document.text) for remark in document.remarks] == [WRONG]
    assert document.remarks[0].text == "docgen: bỏ qua SUM101 đã đối chiếu"
