"""The forms filled: with the sample list, with as little as they take, with far too much."""

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from forms_samples import least, most
from lxml import etree

from docgen.fill.contexts import contexts_of
from docgen.fill.fields import load_form
from docgen.fill.rows import read_rows
from docgen.fill.template import Template

SHELF = Path(__file__).parent.parent / "templates_docx"
FOLDERS = sorted(path.parent for path in SHELF.glob("*/mau.docx"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BLANK = "……"

every_form = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def sampled(folder):
    form = load_form(folder)
    contexts = contexts_of(read_rows(folder / "danh_sach_mau.xlsx"), form)
    contexts.check()
    return contexts


def poured(folder, values):
    return Template.compile(folder / "mau.docx").pour(values)


def canonical(package):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {
            name: etree.tostring(etree.fromstring(archive.read(name)), method="c14n2") for name in archive.namelist()
        }


def text_of(package):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return "\n".join(
        "".join("\n" if node.tag == f"{W}br" else node.text or "" for node in paragraph.iter(f"{W}t", f"{W}br"))
        for paragraph in root.iter(f"{W}p")
    )


@every_form
def test_the_sample_list_gives_the_committed_document(folder):
    first = next(iter(sampled(folder)))
    assert canonical(poured(folder, first.values)) == canonical((folder / "ket_qua_mau.docx").read_bytes())


@every_form
def test_every_row_of_the_sample_list_fills_the_form_and_leaves_no_tag(folder):
    for context in sampled(folder):
        text = text_of(poured(folder, context.values))
        assert not re.search(r"\{\{|\}\}|\{%|%\}|\bNone\b", text)


@every_form
def test_what_stands_in_the_list_stands_in_the_document(folder):
    form = load_form(folder)
    context = next(iter(sampled(folder)))
    text = text_of(poured(folder, context.values)).casefold()
    for field in form.fields:
        if field.kind in ("text", "name") and isinstance(context.values[field.id], str):
            for line in context.values[field.id].splitlines():
                assert line.rstrip(" ;.").casefold() in text, f"{field.id}: {line}"


@every_form
def test_what_the_data_lack_is_a_visible_blank_and_never_an_invention(folder):
    text = text_of(poured(folder, least(load_form(folder))))
    assert BLANK in text
    assert not re.search(r"\{\{|\{%|\bNone\b", text)


def test_figures_that_are_missing_are_told_so_in_the_year_report():
    folder = SHELF / "tong-ket-thi-dua"
    values = least(load_form(folder))
    assert f"{BLANK} (chưa có số liệu)" in text_of(poured(folder, values))
    row = {"chi_tieu": "Số việc", "don_vi": "việc", "nam_truoc": None, "nam_nay": 10, "chenh_lech": None, "ty_le": None}
    values["so_lieu"] = [row | {"cau": None}]
    assert f"- Số việc: 10 việc; năm 2025: {BLANK} (chưa có số liệu)." in text_of(poured(folder, values))


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (("Số việc", "việc", 100, 120, 20, 20), "- Số việc: 120 việc, tăng 20 việc (20%) so với năm 2025 (100 việc)."),
        (("Số việc", "việc", 100, 90, -10, -10), "- Số việc: 90 việc, giảm 10 việc (10%) so với năm 2025 (100 việc)."),
        (("Số việc", "việc", 100, 100, 0, 0), "- Số việc: 100 việc, bằng năm 2025."),
        (("Tỷ lệ", "%", 80, 82, 2, None), "- Tỷ lệ: 82%, tăng 2 điểm % so với năm 2025 (80%)."),
        (("Số việc", "việc", 0, 3, 3, None), "- Số việc: 3 việc, tăng 3 việc so với năm 2025 (0 việc)."),
        (("Số việc", "việc", 3, 0, -3, -100), "- Số việc: 0 việc, giảm 3 việc (100%) so với năm 2025 (3 việc)."),
    ],
)
def test_a_figure_is_told_with_its_rise_or_fall(row, sentence):
    folder = SHELF / "tong-ket-thi-dua"
    names = ("chi_tieu", "don_vi", "nam_truoc", "nam_nay", "chenh_lech", "ty_le")
    values = least(load_form(folder))
    values["so_lieu"] = [dict(zip(names, row, strict=True), cau=None)]
    assert sentence in text_of(poured(folder, values)).splitlines()


def test_a_target_is_told_with_what_is_above_or_below_it():
    folder = SHELF / "ket-qua-thads"
    values = least(load_form(folder))
    row = {"nhom": "viec", "chi_tieu": "Tỷ lệ", "don_vi": "%", "nam_truoc": 80, "nam_nay": 82, "chenh_lech": 2}
    values["ket_qua"] = [row | {"ty_le": None, "ke_hoach": 83, "so_ke_hoach": -1, "cau": None}]
    text = text_of(poured(folder, values))
    assert "; chỉ tiêu được giao 83%, thiếu 1 điểm %." in text


def test_the_count_of_those_above_the_threshold_is_on_the_whole_council():
    folder = SHELF / "bien-ban-kiem-phieu"
    (context,) = sampled(folder)
    values = dict(context.values, so_thanh_vien=9, so_co_mat=7, nguong_phan_tram=80)
    values["tap_the"] = []
    values["ca_nhan"] = [dict(context.values["ca_nhan"][0], so_phieu=votes) for votes in (9, 8, 7, None)]
    assert "trên tổng số thành viên Hội đồng theo Quyết định thành lập: 2." in text_of(poured(folder, values))


@pytest.mark.parametrize("slug", ["to-trinh-khen-thuong", "danh-sach-de-nghi", "quyet-dinh-khen-thuong"])
def test_a_paper_counts_the_names_it_carries(slug):
    folder = SHELF / slug
    (context,) = sampled(folder)
    values = dict(context.values, ca_nhan=context.values["ca_nhan"] * 10, tap_the=[])
    assert "00 tập thể, 30 cá nhân" in text_of(poured(folder, values))


@every_form
def test_the_checker_finds_nothing_in_a_sample(folder):
    from docgen.pipeline import check

    assert [finding.message for finding in check(folder / "ket_qua_mau.docx").findings] == []


CERTIFICATES = ("giay-khen", "giay-khen-phoi-in-san")


@pytest.fixture(scope="module")
def printed(soffice, tmp_path_factory):
    """The forms filled with their samples and with far too much, as PDF documents by name."""
    pdfium = pytest.importorskip("pypdfium2")
    place = tmp_path_factory.mktemp("printed")
    for folder in FOLDERS:
        form = load_form(folder)
        for name, values in (("sample", next(iter(sampled(folder))).values), ("most", most(form))):
            (place / f"{folder.name}--{name}.docx").write_bytes(poured(folder, values))
    printed_in(soffice, place)
    documents = {path.stem: pdfium.PdfDocument(path) for path in place.glob("*.pdf")}
    yield documents
    for document in documents.values():
        document.close()


def words_of(document):
    """The text of each page without blanks and without its page number."""
    pages = [re.sub(r"\s+", "", page.get_textpage().get_text_bounded()).casefold() for page in document]
    return [re.sub(rf"^{number}", "", page) for number, page in enumerate(pages, 1)]


@pytest.mark.office
@pytest.mark.slow
@every_form
def test_the_text_survives_printing(printed, folder):
    for name in ("sample", "most"):
        document = printed[f"{folder.name}--{name}"]
        pages = words_of(document)
        assert all(pages), "an empty page"
        assert len(pages) <= (6 if name == "sample" else 90)
        values = next(iter(sampled(folder))).values if name == "sample" else most(load_form(folder))
        text = re.sub(r"\s+", "", text_of(poured(folder, values))).casefold()
        printed_text = "".join(pages)
        for word in ("…", "☐"):
            text, printed_text = text.replace(word, ""), printed_text.replace(word, "")
        missing = [line for line in values.values() if isinstance(line, str) and _squeezed(line) not in printed_text]
        assert not [line for line in missing if _squeezed(line) in text]


def _squeezed(line):
    return re.sub(r"\s+", "", line).casefold()


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("slug", CERTIFICATES)
@pytest.mark.parametrize("name", ["sample", "most"])
def test_a_certificate_stays_on_one_sheet(printed, slug, name):
    assert len(printed[f"{slug}--{name}"]) == 1


@pytest.mark.office
@pytest.mark.slow
def test_a_signature_is_never_torn_by_the_end_of_a_page(soffice, tmp_path):
    pdfium = pytest.importorskip("pypdfium2")
    slugs = ("to-trinh-khen-thuong", "danh-sach-de-nghi")
    folders = {slug: next(iter(sampled(SHELF / slug))).values for slug in slugs}
    for length in range(1, 16):
        values = dict(folders["to-trinh-khen-thuong"], ho_so_kem_theo="\n".join(["Báo cáo thành tích"] * length))
        (tmp_path / f"t{length}.docx").write_bytes(poured(SHELF / "to-trinh-khen-thuong", values))
        values = dict(folders["danh-sach-de-nghi"])
        values["ca_nhan"] = values["ca_nhan"][:1] * length
        (tmp_path / f"d{length}.docx").write_bytes(poured(SHELF / "danh-sach-de-nghi", values))
    printed_in(soffice, tmp_path)
    for path in sorted(tmp_path.glob("*.pdf")):
        document = pdfium.PdfDocument(path)
        pages = words_of(document)
        document.close()
        signed = [page for page in pages if "trầnvănb" in page]
        assert len(signed) == 1
        assert re.search("trưởngthihànhándânsự", signed[0]), f"{path.stem}: the name stands alone on its page"


def printed_in(soffice, place):
    """Converts every Word file of a folder in one call."""
    command = [soffice, f"-env:UserInstallation=file://{place}/profile", "--headless", "--convert-to", "pdf"]
    files = sorted(map(str, place.glob("*.docx")))
    subprocess.run([*command, "--outdir", str(place), *files], check=True, capture_output=True, timeout=300)


@pytest.mark.office
@pytest.mark.slow
def test_the_offsets_move_what_is_printed_into_stock(soffice, tmp_path):
    pdfium = pytest.importorskip("pypdfium2")
    folder = SHELF / "giay-khen-phoi-in-san"
    values = next(iter(sampled(folder))).values
    for name, right, down in (("still", 0, 0), ("moved", 6, 4), ("back", -6, -4)):
        moved = dict(values, lech_phai_mm=right, lech_xuong_mm=down)
        (tmp_path / f"{name}.docx").write_bytes(poured(folder, moved))
    printed_in(soffice, tmp_path)
    places = {}
    for path in tmp_path.glob("*.pdf"):
        document = pdfium.PdfDocument(path)
        page = document[0].get_textpage()
        for words in ("Nguyễn Văn A", "310/QĐ-THADS", "Trần Văn B"):
            index, _ = page.search(words).get_next()
            left, bottom, _, _ = page.get_charbox(index)
            places[path.stem, words] = (left * 25.4 / 72, bottom * 25.4 / 72)
        document.close()
    for words in ("Nguyễn Văn A", "310/QĐ-THADS", "Trần Văn B"):
        x, y = places["still", words]
        for name, right, down in (("moved", 6, 4), ("back", -6, -4)):
            new_x, new_y = places[name, words]
            assert new_x - x == pytest.approx(right, abs=0.5)
            assert y - new_y == pytest.approx(down, abs=0.5)


def bars(package):
    """The spans of the chart's bars in columns, by their colour."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    found = []
    for cell in root.iter(f"{W}tc"):
        shade = cell.find(f"{W}tcPr/{W}shd")
        if shade is not None:
            found.append((shade.get(f"{W}fill"), int(cell.find(f"{W}tcPr/{W}gridSpan").get(f"{W}val"))))
    return found


def unit(name, before, now, is_total=False):
    row = {"chi_tieu": "Số việc", "don_vi": "việc", "ten_don_vi": name, "nam_truoc": before, "nam_nay": now}
    return row | {"chenh_lech": None, "la_tong": is_total}


@pytest.mark.parametrize("slug", ["tong-ket-thi-dua", "ket-qua-thads"])
def test_the_chart_draws_each_unit_to_scale_and_leaves_out_the_total(slug):
    values = least(load_form(SHELF / slug))
    values["so_lieu_don_vi"] = [
        unit("A", 50, 100),
        unit("B", None, 25),
        unit("C", 10, None),
        unit("Cộng", 60, 125, True),
    ]
    dark, pale = "2F5597", "BFBFBF"
    assert bars(poured(SHELF / slug, values)) == [(pale, 20), (dark, 40), (dark, 10)]


def test_a_single_unit_needs_no_chart():
    values = least(load_form(SHELF / "tong-ket-thi-dua"))
    values["so_lieu_don_vi"] = [unit("A", 50, 100)]
    assert bars(poured(SHELF / "tong-ket-thi-dua", values)) == []
