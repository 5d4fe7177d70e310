"""The real article that started the project: its figures, what they measure, its sum, and a report filled from it."""

import json

import pytest
from click.testing import CliRunner
from docx import Document

from docgen.cli import main

NAME = "000_a7c2b53613c126e0.txt"


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def article(shared):
    return (shared / "seed" / NAME).read_text(encoding="utf-8")


def checked(article, tmp_path, old="", new=""):
    path = tmp_path / "bai.txt"
    path.write_text(article.replace(old, new) if old else article, encoding="utf-8")
    return json.loads(run("check", "--json", path).stdout)


def test_its_figures_are_read_and_nothing_else(article, tmp_path):
    row = checked(article, tmp_path)
    assert [(f["value"], f["unit"], f["approx"]) for f in row["figures"]] == [
        ("4", "ngày", None),
        ("1426", None, None),
        ("3427", "việc", None),
        ("1057", "việc", None),
        ("2370", "việc", None),
        ("3508000000000", "đồng", "over"),
        ("68.73", "%", None),
        ("13.2", "%", None),
        ("44.34", "%", None),
    ]


def test_labels_and_periods_say_what_each_measures(article, tmp_path):
    told = {f["value"]: (f["label"], f["period"]) for f in checked(article, tmp_path)["figures"]}
    assert "số cũ chuyển sang" in told["1057"][0]
    assert "số thụ lý mới" in told["2370"][0]
    for value, way in (("68.73", "về việc"), ("44.34", "về tiền")):
        assert told[value][0].startswith("tỷ lệ thi hành xong")
        assert told[value][0].endswith(way)
        assert told[value][1] == "08 tháng năm 2021"
    assert {told[value][1] for value in ("1426", "3427", "1057", "2370", "3508000000000")} == {"2020"}


def test_its_sum_holds_and_nothing_is_raised(article, tmp_path):
    row = checked(article, tmp_path)
    assert row["findings"] == []
    sums = [r for r in row["relations"] if r["kind"] == "sum"]
    assert [(sorted(r["figures"]), r["verdict"]) for r in sums] == [(["f3", "f4", "f5"], "holds")]


def test_a_mistyped_part_raises_one_error_on_the_three_figures(article, tmp_path):
    row = checked(article, tmp_path, "2.370", "2.307")
    (finding,) = row["findings"]
    assert finding["severity"] == "error"
    assert sorted(finding["figures"]) == ["f3", "f4", "f5"]


def test_a_changed_rate_stays_silent_since_nothing_contradicts_it(article, tmp_path):
    assert checked(article, tmp_path, "68,73%", "86,73%")["findings"] == []


def test_a_year_report_is_filled_from_it(shared, tmp_path):
    out = tmp_path / "tong_ket.docx"
    done = run("report", "tong-ket-thi-dua", "--from", shared / "seed" / NAME, "-o", out, "--trace")
    assert done.exit_code == 0, done.output
    text = "\n".join(cell.text for table in Document(str(out)).tables for row in table.rows for cell in row.cells)
    for figure in ("3.427", "1.057", "2.370", "68,73"):
        assert figure in text
