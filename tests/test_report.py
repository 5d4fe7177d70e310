"""The year-end report: from ten units' reports, from one, with a data file; every figure read back to its source."""

import importlib.util
import re
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from click.testing import CliRunner
from docx import Document

from docgen import pipeline, readers
from docgen.cli import main
from docgen.errors import DocgenError
from docgen.fill.fields import load_form
from docgen.forms import folder_of
from docgen.outputs.datasheet import write_data_sheet
from docgen.report.data import read_data
from docgen.report.year import make_report
from docgen.vi.numerals import read as numeral

TOP = Path(__file__).parent.parent
SAMPLES = TOP / "corpora" / "documents"
UNITS = sorted((SAMPLES / "don-vi").glob("*.docx"))
ONE = SAMPLES / "bao-cao-nam-2025.docx"
SCALES = {"tỷ đồng": 10**9, "triệu đồng": 10**6, "nghìn đồng": 10**3}
FORMS = ("tong-ket-thi-dua", "ket-qua-thads")


def sentences(path):
    """The sentences that tell a figure."""
    text = readers.read(Path(path)).text
    return [line.removeprefix("- ") for line in text.splitlines() if line.startswith("- ") and " là " in line]


def tables(path):
    """The tables of a Word file as lists of rows of words."""
    found = Document(str(path)).tables
    return [[[cell.text.strip() for cell in row.cells] for row in table.rows] for table in found]


def table_with(path, head):
    return next(rows for rows in tables(path) if head in rows[0])


def value(written):
    return None if written in ("……", "-", "") else Decimal(written.replace(".", "").replace(",", ".").lstrip("+"))


def text_file(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def report_of(folder, number, text):
    title = f"BÁO CÁO\nKết quả thi hành án dân sự năm 2025 của Phòng Thi hành án dân sự khu vực {number}\n"
    return text_file(folder, f"kv{number}.txt", title + text)


@pytest.fixture(scope="module", params=FORMS)
def whole(request, tmp_path_factory):
    """The report of the ten units in each form."""
    out = tmp_path_factory.mktemp("report") / "tong-ket.docx"
    return make_report(request.param, [str(path) for path in UNITS], out, trace=True)


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_the_samples_are_what_their_builder_makes(path, tmp_path):
    spec = importlib.util.spec_from_file_location("build_samples", SAMPLES / "build_samples.py")
    builder = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(builder)
    again = tmp_path / path.name
    builder.build_report(SAMPLES / "sources" / "don-vi" / f"{path.stem}.txt", again)
    assert readers.read(again).text == readers.read(path).text


def test_there_are_ten_units_and_nothing_is_wrong_in_their_reports():
    assert len(UNITS) == 10
    wrong = {path.name: [f.message for f in pipeline.check(str(path)).findings] for path in UNITS}
    assert not {name: messages for name, messages in wrong.items() if messages}


def test_nothing_is_found_in_the_finished_report(whole):
    assert pipeline.check(str(whole.path)).findings == ()


def test_every_total_is_the_sum_of_its_units(whole):
    rows = table_with(whole.path, "Đơn vị báo cáo")[1:]
    totals = {row[1]: row for row in rows if row[2] == "Toàn đơn vị"}
    added = 0
    for name, total in totals.items():
        units = [row for row in rows if row[1] == name and row is not total]
        assert len(units) == 10 or "%" in name
        if "%" not in name:
            assert value(total[4]) == sum(value(row[4]) for row in units)
            added += 1
        if value(total[3]) is not None and "%" not in name:
            assert value(total[3]) == sum(value(row[3]) for row in units)
            assert value(total[5]) == value(total[4]) - value(total[3])
    assert added >= 19


def test_every_figure_of_a_unit_stands_in_its_source(whole):
    texts = {path.name: " ".join(readers.read(path).text.split()) for path in UNITS}
    origins = table_with(whole.path, "Tài liệu nguồn")[1:]
    units = [row for row in table_with(whole.path, "Đơn vị báo cáo")[1:] if row[2] != "Toàn đơn vị"]
    assert len(origins) == len(units) > 180
    for (_, said, source, sentence), row in zip(origins, units, strict=True):
        name, _, written = said.partition(": ")
        unit = re.search(r"\(([^()]*)\)$", row[1])[1]
        assert row[1] == f"{name} ({unit})"
        assert written in sentence
        in_table = sentence.startswith("bảng ")
        assert (sentence.rpartition(": ")[2] if in_table else sentence) in texts[source]
        assert row[2].endswith(f"khu vực {int(source[8:10])}")
        number = numeral(re.sub(r"\s*(đồng|việc|%)$", "", written))
        scale = 1 if in_table else SCALES.get(unit, 1)
        assert value(row[4]) * scale == number.value


def test_rates_are_computed_anew_from_their_parts(whole):
    rows = {row[1]: row for row in table_with(whole.path, "Đơn vị báo cáo") if row[2] == "Toàn đơn vị"}
    done, due = (value(rows[f"{name} về việc (việc)"][4]) for name in ("Thi hành xong", "Có điều kiện thi hành"))
    assert value(rows["Tỷ lệ thi hành xong về việc (%)"][4]) == round(done / due * 100, 2)


def test_what_some_units_do_not_tell_is_a_visible_blank_and_is_listed(whole):
    lacking = "Hoãn thi hành án về việc"
    assert f"{lacking} (chỉ có trong báo cáo của: Phòng Thi hành án dân sự khu vực 4)" in whole.missing
    row = next(row for rows in tables(whole.path) for row in rows if len(row) > 4 and row[1] == lacking)
    assert row[4] == "……"


def test_the_awards_of_all_units_are_added_up(tmp_path):
    made = make_report("tong-ket-thi-dua", [str(path) for path in UNITS], tmp_path / "ra.docx")
    rows = {row[1]: row[2:4] for row in table_with(made.path, "Cá nhân")}
    assert rows["Lao động tiên tiến"] == ["-", "72"]
    assert rows["Chiến sĩ thi đua cơ sở"] == ["-", "16"]
    assert rows["Giấy khen"] == ["13", "28"]


def test_the_sentences_of_one_report_in_the_form_of_results(tmp_path):
    made = make_report("ket-qua-thads", [str(ONE)], tmp_path / "ra.docx")
    said = sentences(made.path)
    assert said[0] == "Tổng số thụ lý về việc là 7.757 việc, tăng 345 việc (4,65%) so với năm 2024."
    assert said[9:12] == [
        "Thi hành xong về việc là 5.497 việc, tăng 216 việc (4,09%) so với năm 2024.",
        "Số chuyển kỳ sau về việc là 2.193 việc.",
        "Tỷ lệ thi hành xong về việc là 85,65%, vượt 1,75 điểm phần trăm so với chỉ tiêu được giao (83,90%).",
    ]
    assert said[-1] == (
        "Tỷ lệ thi hành xong về tiền là 54,76%, vượt 2,86 điểm phần trăm so với chỉ tiêu được giao (51,90%)."
    )
    assert len(said) == 21


def test_the_awards_of_one_report_arrive_with_whom_they_went_to(tmp_path):
    made = make_report("tong-ket-thi-dua", [str(ONE)], tmp_path / "ra.docx")
    rows = {row[1]: row[2:4] for row in table_with(made.path, "Cá nhân")}
    assert rows["Lao động tiên tiến"] == ["-", "42"]
    assert rows["Chiến sĩ thi đua cơ sở"] == ["-", "6"]
    assert rows["Giấy khen"] == ["3", "14"]


def test_the_sentences_of_a_real_article(shared, tmp_path):
    article = next((shared / "seed").glob("*.txt"))
    made = make_report("ket-qua-thads", [str(article)], tmp_path / "ra.docx")
    assert sentences(made.path) == [
        "Tổng số thụ lý về việc là 3.427 việc.",
        "Số năm trước chuyển sang về việc là 1.057 việc.",
        "Số mới thụ lý về việc là 2.370 việc.",
        "Tỷ lệ thi hành xong về việc 08 tháng năm 2021 là 68,73%.",
        "Tổng số thụ lý về tiền là trên 3.508 tỷ đồng.",
        "Tỷ lệ thi hành xong về tiền 08 tháng năm 2021 là 44,34%.",
    ]


def test_last_years_reports_are_compared_with(tmp_path):
    now = report_of(tmp_path, 1, "Tổng số thụ lý là 1.000 việc.")
    before = text_file(
        tmp_path,
        "cu.txt",
        "BÁO CÁO\nKết quả thi hành án dân sự năm 2024 của Phòng Thi hành án dân sự khu vực 1\n"
        "Tổng số thụ lý là 1.250 việc.",
    )
    made = make_report("ket-qua-thads", [now], tmp_path / "ra.docx", previous=[before])
    assert sentences(made.path) == ["Tổng số thụ lý về việc là 1.000 việc, giảm 250 việc (20,00%) so với năm 2024."]


def test_a_target_of_the_data_file_is_told_in_the_sentence(tmp_path):
    text = "Có điều kiện thi hành là 200 việc; đã thi hành xong 164 việc, đạt tỷ lệ 82%."
    target = {"ket_qua": [{"chi_tieu": "Tỷ lệ thi hành xong về việc", "ke_hoach": Decimal("83.5")}]}
    made = make_report("ket-qua-thads", [report_of(tmp_path, 1, text)], tmp_path / "ra.docx", data=target)
    assert sentences(made.path)[-1] == (
        "Tỷ lệ thi hành xong về việc là 82%, thiếu 1,5 điểm phần trăm so với chỉ tiêu được giao (83,5%)."
    )


def test_a_data_file_names_a_field_a_row_and_a_target_on_its_sheet(tmp_path):
    path = tmp_path / "du_lieu.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        first, second = book.add_worksheet("Chung"), book.add_worksheet("Kết quả thi hành án")
        for row, words in enumerate(
            (("Trường", "Nội dung"), ("Cơ quan ban hành", "Phòng A"), ("Người ký", "Lê Văn A"))
        ):
            first.write_row(row, 0, words)
        second.write_row(0, 0, ("Chỉ tiêu", "Chỉ tiêu được giao"))
        second.write_row(1, 0, ("Tỷ lệ thi hành xong về việc", 83.9))
    given = read_data(str(path), "ket-qua-thads")
    assert (given["co_quan"], given["nguoi_ky"]) == ("Phòng A", "Lê Văn A")
    assert [(row["chi_tieu"], row["ke_hoach"]) for row in given["ket_qua"]] == [
        ("Tỷ lệ thi hành xong về việc", Decimal("83.9"))
    ]


@pytest.mark.parametrize("form", FORMS)
def test_the_examples_of_an_unfilled_data_sheet_never_get_into_a_report(form, tmp_path):
    sheet = tmp_path / "trong.xlsx"
    write_data_sheet(sheet, load_form(folder_of(form)))
    assert read_data(str(sheet), form) == {}


def test_the_rows_of_a_table_by_unit_are_not_the_report_itself(tmp_path):
    made = make_report("ket-qua-thads", [str(ONE)], tmp_path / "ra.docx", trace=True)
    told = {line.indicator.id: [v.text for _, v in line.values] for line in made.lines}
    assert told["thads.viec.xong"] == ["5.497 việc"]


@pytest.mark.parametrize(
    ("text", "awards"),
    [
        ("Tặng Giấy khen cho 3 tập thể và 14 cá nhân.", {"tap_the.giay_khen": 3, "ca_nhan.giay_khen": 14}),
        ("Đề nghị tặng Giấy khen cho 3 tập thể và 14 cá nhân.", {}),
        ("Có 2 tập thể, 5 cá nhân được tặng Bằng khen.", {"tap_the.bang_khen": 2, "ca_nhan.bang_khen": 5}),
        ("Có 4 tập thể được công nhận Tập thể lao động tiên tiến.", {"tap_the.tap_the_tien_tien": 4}),
        ("Có 12 cá nhân tham gia hội thao; 3 tập thể đăng ký tham gia.", {}),
    ],
)
def test_awards_are_read_with_whom_they_went_to(text, awards, tmp_path):
    from docgen.knowledge.load import load
    from docgen.report.awards import awarded

    report = pipeline.check(report_of(tmp_path, 1, f"Tổng số thụ lý là 900 việc.\n{text}"))
    found = {
        name.removeprefix("thi-dua."): report.figures[figure].quantity.value
        for figure, name in awarded(report, load()).items()
    }
    assert found == awards


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("THADS TỈNH HÒA SƠN\nPHÒNG THI HÀNH ÁN DÂN SỰ KHU VỰC 7\nBÁO CÁO", "Phòng Thi hành án dân sự khu vực 7"),
        ("BÁO CÁO\nKết quả năm 2025 của Chi cục Thuế khu vực 3", "Chi cục Thuế khu vực 3"),
        ("Kết quả năm 2025", "van-ban"),
    ],
)
def test_a_unit_is_called_as_its_own_report_calls_it(head, name, tmp_path):
    from docgen.report.issuer import issuer_of

    path = text_file(tmp_path, "van-ban.txt", f"{head}\nTổng số thụ lý là 900 việc.")
    assert issuer_of(path, pipeline.check(path)) == name


def report_from(folder, *texts):
    sources = [report_of(folder, number, text) for number, text in enumerate(texts, 1)]
    done = CliRunner().invoke(main, ["report", FORMS[1], "--from", *sources, "-o", str(folder / "ra.docx")])
    return sources, done


def test_a_contradiction_in_a_source_is_told_with_its_place(tmp_path):
    text = "Tổng số thụ lý là 900 việc.\nKhen thưởng 17 trường hợp: 3 tập thể và {} cá nhân."
    sources, done = report_from(tmp_path, text.format(15), text.format(14))
    assert done.exit_code == 0
    assert f"Nguồn {sources[0]} có số liệu không khớp" in done.stderr
    assert "SUM101 đoạn 4" in done.stderr
    assert sources[1] not in done.stderr


def test_a_report_that_would_contradict_itself_is_refused_and_the_source_is_named(tmp_path):
    text = "Tổng số thụ lý là 900 việc, trong đó: số cũ chuyển sang là 300 việc, số thụ lý mới là {} việc."
    _, done = report_from(tmp_path, text.format(700), text.format(600))
    assert done.exit_code == 2
    assert "E702" in done.stderr
    assert "kv1.txt, đoạn 3" in done.stderr
    assert not (tmp_path / "ra.docx").exists()


def test_reports_of_two_years_are_not_added_up(tmp_path):
    now = report_of(tmp_path, 1, "Tổng số thụ lý là 900 việc.")
    old = text_file(tmp_path, "cu.txt", "BÁO CÁO\nKết quả thi hành án dân sự năm 2024\nTổng số thụ lý là 800 việc.")
    with pytest.raises(DocgenError, match="E703"):
        make_report("ket-qua-thads", [now, old], tmp_path / "ra.docx")


def test_a_folder_stands_for_the_reports_in_it(tmp_path):
    folder = tmp_path / "bao-cao"
    folder.mkdir()
    for number in (1, 2, 3):
        report_of(folder, number, f"Tổng số thụ lý là {number}00 việc.")
    out = tmp_path / "ra.docx"
    assert CliRunner().invoke(main, ["report", FORMS[1], "--from", str(folder), "-o", str(out)]).exit_code == 0
    assert sentences(out) == ["Tổng số thụ lý về việc là 600 việc."]


def test_a_copied_form_is_filled_and_never_overwritten(tmp_path):
    folder, out = tmp_path / "mau-cua-toi", tmp_path / "ra"
    run = CliRunner().invoke
    assert run(main, ["new", "giay-khen", str(folder)]).exit_code == 0
    again = run(main, ["new", "giay-khen", str(folder)])
    assert again.exit_code == 2
    assert "E401" in again.stderr
    filled = run(main, ["fill", str(folder), str(folder / "danh_sach_mau.xlsx"), "-o", str(out)])
    assert filled.exit_code == 0
    assert list(out.glob("*.docx"))
    assert "mau.png" in run(main, ["templates", "giay-khen"]).output
