"""Comments stand on exactly the characters of a figure, and nothing else of the Word file changes."""

import io
import zipfile
from datetime import datetime

import pytest
from docx import Document
from lxml import etree
from word_shapes import SHAPES, word_file

from docgen.errors import DocgenError
from docgen.figures.scan import figures_of
from docgen.model.finding import Family, Finding, Report, Severity
from docgen.outputs.annotate import annotate
from docgen.readers import read_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOW = datetime(2026, 1, 5, 8, 30)
TEXT = (
    "Tổng số thụ lý là 3.427 việc, trong đó: cũ 1.057 việc, mới 2.307 việc & tăng 5,1% so với năm trước.\n"
    "Thu được 1.088 tỷ 473 triệu 419 nghìn đồng, đạt 26/35 xã, vượt 5-7% kế hoạch."
)


def every_figure_suspected(data, source="a.docx"):
    document = read_bytes(data, source)
    figures = figures_of(document)
    findings = tuple(
        Finding("SUM101", "thu", Family.CONSISTENCY, Severity.ERROR, f"Số {i}", (i,), (f.span,), f"v{i}", suspect=i)
        for i, f in enumerate(figures)
    )
    return Report(document, figures, (), (), findings)


def visible(data):
    """The text of every part by name, as a reader sees it."""
    texts = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.startswith("word/") and name.endswith(".xml") and "comments" not in name:
                root = etree.fromstring(package.read(name))
                texts[name] = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p")]
    return texts


def covered(data):
    """Comment id → the characters between its two marks."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                open_now = set()
                for element in etree.fromstring(package.read(name)).iter():
                    if element.tag == f"{W}commentRangeStart":
                        open_now.add(element.get(f"{W}id"))
                    elif element.tag == f"{W}commentRangeEnd":
                        open_now.discard(element.get(f"{W}id"))
                    elif element.tag == f"{W}t":
                        for number in open_now:
                            found[number] = found.get(number, "") + (element.text or "")
    return found


@pytest.mark.parametrize("shape", SHAPES)
def test_every_comment_covers_exactly_its_figure(tmp_path, shape):
    data = word_file(TEXT, shape)
    report = every_figure_suspected(data)
    out = tmp_path / "ra.docx"
    assert annotate(data, "a.docx", report, out, now=NOW) == len(report.figures) > 8
    annotated = out.read_bytes()
    assert visible(annotated) == visible(data)
    wanted = [figure.span.of(report.document.text) for figure in report.figures]
    assert [covered(annotated)[str(i)] for i in range(len(wanted))] == wanted
    comments = list(Document(io.BytesIO(annotated)).comments)
    assert [comment.author for comment in comments] == ["docgen (lỗi)"] * len(wanted)
    assert comments[0].text.startswith("Số 0\nSUM101 · mã v0")


def test_members_without_marks_are_copied_byte_for_byte(tmp_path):
    data = word_file(TEXT, "one run")
    out = tmp_path / "ra.docx"
    annotate(data, "a.docx", every_figure_suspected(data), out, now=NOW)
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out) as after:
        changed = {
            name for name in after.namelist() if name not in before.namelist() or before.read(name) != after.read(name)
        }
    assert changed == {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}


def test_comments_that_were_there_stay(tmp_path):
    document = Document()
    paragraph = document.add_paragraph(TEXT.split("\n")[0])
    document.add_comment(paragraph.runs[0], text="Ý kiến cũ", author="Người soát", initials="NS")
    before = io.BytesIO()
    document.save(before)
    data = before.getvalue()
    out = tmp_path / "ra.docx"
    annotate(data, "a.docx", every_figure_suspected(data), out, now=NOW)
    comments = list(Document(str(out)).comments)
    assert comments[0].text == "Ý kiến cũ"
    assert len({comment.comment_id for comment in comments}) == len(comments) > 1


def test_the_look_of_a_cut_run_stays(tmp_path):
    document = Document()
    run = document.add_paragraph().add_run("Thụ lý 3.427 việc trong năm")
    run.italic = True
    run.font.name = "Times New Roman"
    before = io.BytesIO()
    document.save(before)
    out = tmp_path / "ra.docx"
    annotate(before.getvalue(), "a.docx", every_figure_suspected(before.getvalue()), out, now=NOW)
    runs = [run for run in Document(str(out)).paragraphs[0].runs if run.text]
    assert [run.text for run in runs] == ["Thụ lý ", "3.427 việc", " trong năm"]
    assert all(run.italic and run.font.name == "Times New Roman" for run in runs)


def test_a_comment_on_a_page_header_goes_to_the_body_and_says_so(tmp_path):
    document = Document()
    document.add_paragraph("Nội dung báo cáo")
    document.sections[0].header.paragraphs[0].text = "Tổng số 3.427 việc"
    before = io.BytesIO()
    document.save(before)
    out = tmp_path / "ra.docx"
    annotate(before.getvalue(), "a.docx", every_figure_suspected(before.getvalue()), out, now=NOW)
    assert list(covered(out.read_bytes()).values()) == ["Nội dung báo cáo"]
    assert "đầu trang" in next(iter(Document(str(out)).comments)).text


def test_the_same_report_gives_the_same_bytes(tmp_path):
    data = word_file(TEXT, "runs cut inside figures")
    report = every_figure_suspected(data)
    for name in ("a.docx", "b.docx"):
        annotate(data, "a.docx", report, tmp_path / name, now=NOW)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_what_is_no_word_file_is_told(tmp_path):
    with pytest.raises(DocgenError) as caught:
        annotate(b"chu thuong", "a.txt", every_figure_suspected("3.427 việc".encode(), "a.txt"), tmp_path / "ra.docx")
    assert caught.value.code == "E410"
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_changed_since_it_was_checked_is_refused(tmp_path):
    data = word_file(TEXT, "one run")
    later = word_file(TEXT.replace("thụ lý", "đã thụ lý"), "one run")
    with pytest.raises(DocgenError) as caught:
        annotate(later, "a.docx", every_figure_suspected(data), tmp_path / "ra.docx", now=NOW)
    assert caught.value.code == "E411"
    assert list(tmp_path.iterdir()) == []


def test_rejected_changes_are_annotated_as_they_were_read(tmp_path):
    import word_maker

    body = (
        '<w:p><w:r><w:t xml:space="preserve">Có 12 việc </w:t></w:r>'
        '<w:ins w:id="1" w:author="A"><w:r><w:t>và 30 vụ</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="A"><w:r><w:delText>và 40 đơn</w:delText></w:r></w:del></w:p>'
    )
    data = word_maker.word_file(body)
    document = read_bytes(data, "a.docx", as_rejected=True)
    figures = figures_of(document)
    assert [figure.span.of(document.text) for figure in figures] == ["12 việc", "40 đơn"]
    findings = tuple(
        Finding("SUM101", "thu", Family.CONSISTENCY, Severity.ERROR, "Số", (i,), (f.span,), f"v{i}", suspect=i)
        for i, f in enumerate(figures)
    )
    out = tmp_path / "ra.docx"
    report = Report(document, figures, (), (), findings)
    assert annotate(data, "a.docx", report, out, as_rejected=True, now=NOW) == 2
