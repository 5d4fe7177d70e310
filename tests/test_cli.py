"""The verbs as they are called: real input, bad input, exit codes, the contract of the output."""

import io
import json
import subprocess
import sys
import zipfile

import pytest
from click.testing import CliRunner
from docx import Document

from docgen.cli import main

TRUE = "Tổng số giải quyết là 3.427 việc, trong đó: số cũ chuyển sang là 1.057 việc, số thụ lý mới là 2.370 việc."
FALSE = TRUE.replace("2.370", "2.307")


def run(*words, given=None):
    return CliRunner().invoke(main, [str(word) for word in words], input=given)


def text_file(folder, name, text, encoding="utf-8"):
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_a_true_text_ends_with_0_and_a_false_one_with_1(tmp_path):
    good, bad = text_file(tmp_path, "dung.txt", TRUE), text_file(tmp_path, "sai.txt", FALSE)
    assert run("check", good).exit_code == 0
    done = run("check", bad)
    assert done.exit_code == 1
    assert "SUM101" in done.output
    assert "sửa thành 2.370 việc" in done.output


def test_the_json_of_check_keeps_its_contract(tmp_path):
    row = json.loads(run("check", "--json", text_file(tmp_path, "sai.txt", FALSE)).stdout)
    assert row["schema"] == "docgen.check/1"
    assert [f["id"] for f in row["figures"]] == ["f1", "f2", "f3"]
    assert set(row["figures"][0]) == {
        "id", "start", "end", "text", "kind", "value", "low", "high", "unit", "approx", "label", "indicator", "period",
        "place", "measure", "anchor",
    }  # fmt: skip
    finding = next(f for f in row["findings"] if f["code"] == "SUM101")
    assert set(finding) == {
        "code", "rule", "family", "severity", "message", "relation", "figures", "spans", "suspect", "expected",
        "suggestion", "fingerprint",
    }  # fmt: skip
    assert finding["suspect"] == "f3"
    assert finding["expected"] == "2370"
    assert sorted(finding["figures"]) == ["f1", "f2", "f3"]
    for figure in row["figures"]:
        assert FALSE[figure["start"] : figure["end"]] == figure["text"]


def test_one_bad_file_never_stops_the_others(tmp_path):
    good = text_file(tmp_path, "dung.txt", TRUE)
    done = run("extract", "--json", tmp_path / "khong_co.txt", good)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 2
    assert set(rows[0]["error"]) == {"code", "where", "message", "hint"}
    assert rows[0]["error"]["code"] == "E101"
    assert len(rows[1]["figures"]) == 3


def test_standard_input_is_read_by_a_dash():
    done = run("check", "-", given=FALSE)
    assert done.exit_code == 1
    assert "SUM101" in done.output


def encrypted():
    head = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
    return head + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600


BAD_DOCUMENTS = {
    "rong.txt": b"",
    "gia.docx": b"<html><head><title>x</title></head><body></body></html>",
    "cu.docx": bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 2000,
    "hong.docx": b"PK\x03\x04" + b"\0" * 50,
    "mat_khau.docx": encrypted(),
}


@pytest.mark.parametrize("name", BAD_DOCUMENTS)
def test_a_bad_document_is_told_with_its_cure_and_code_2(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(BAD_DOCUMENTS[name])
    done = run("check", "--html", tmp_path / "ra.html", path)
    assert done.exit_code == 2
    assert "ở đâu" in done.stderr
    assert name in done.stderr
    assert "làm gì" in done.stderr
    assert "E900" not in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_folder_is_no_file(tmp_path):
    done = run("extract", tmp_path)
    assert done.exit_code == 2
    assert "thư mục" in done.stderr


def test_a_utf16_text_is_read_as_what_it_is(tmp_path):
    done = run("check", text_file(tmp_path, "utf16.txt", FALSE, "utf-16"))
    assert done.exit_code == 1
    assert "2.307" in done.output


def test_a_latin1_text_is_no_silent_rubbish(tmp_path):
    done = run("extract", "--json", text_file(tmp_path, "latin1.txt", "Café: 12 thành viên à la carte", "latin-1"))
    row = json.loads(done.stdout)
    assert "error" in row or row["figures"][0]["value"] == "12"


def template(path, text):
    document = Document()
    document.add_paragraph(text)
    document.save(str(path))
    return path


def test_a_template_with_an_unknown_field_is_told_with_its_place(tmp_path):
    mau = template(tmp_path / "mau.docx", "Kính gửi {{ ho_va_tenn }}")
    ds = text_file(tmp_path, "ds.csv", "Họ và tên,Chức vụ\nNguyễn Văn A,Thư ký\n")
    done = run("fill", mau, ds, "-o", tmp_path / "ra")
    assert done.exit_code == 2
    assert "ho_va_tenn" in done.stderr
    assert not list((tmp_path / "ra").glob("*.docx")) if (tmp_path / "ra").exists() else True


def test_a_list_without_heads_is_told(tmp_path):
    mau = template(tmp_path / "mau.docx", "{{ Họ và tên }}")
    ds = text_file(tmp_path, "ds.csv", "1,2,3\n4,5,6\n")
    done = run("fill", mau, ds, "-o", tmp_path / "ra")
    assert done.exit_code == 2
    assert "tiêu đề" in done.stderr
    assert not (tmp_path / "ra").exists()


def test_fill_makes_one_document_a_row_and_writes_over_nothing(tmp_path):
    mau = template(tmp_path / "mau.docx", "Giấy khen: {{ Họ và tên }}, {{ noi }}")
    ds = text_file(tmp_path, "ds.csv", "Họ và tên,Chức vụ\nNguyễn Văn A,Thư ký\nTrần Thị B,Kế toán\n")
    out = tmp_path / "ra"
    words = ("fill", mau, ds, "-o", out, "--set", "noi=Hòa Sơn", "--name", "{{ Họ và tên }}.docx")
    assert run(*words).exit_code == 0
    assert Document(str(out / "Trần Thị B.docx")).paragraphs[0].text == "Giấy khen: Trần Thị B, Hòa Sơn"
    again = run(*words)
    assert again.exit_code == 2
    assert "E401" in again.stderr
    assert run(*words, "--force").exit_code == 0


def test_the_views_are_written_beside_the_terminal(tmp_path):
    document = Document()
    document.add_paragraph(FALSE)
    document.save(str(tmp_path / "sai.docx"))
    names = ("--annotate", "a.docx", "--html", "a.html", "--sarif", "a.sarif", "--xlsx", "a.xlsx")
    words = [tmp_path / word if "." in word else word for word in names]
    done = run("check", tmp_path / "sai.docx", *words)
    assert done.exit_code == 1
    comments = list(Document(str(tmp_path / "a.docx")).comments)
    assert any("2.370" in comment.text for comment in comments)
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "SUM101" in page
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")
    log = json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))
    assert log["runs"][0]["results"][0]["ruleId"] == "SUM101"
    assert zipfile.is_zipfile(io.BytesIO((tmp_path / "a.xlsx").read_bytes()))


def test_trace_tells_how_a_figure_was_read(tmp_path):
    done = run("trace", text_file(tmp_path, "dung.txt", TRUE), "--at", "1.057")
    assert done.exit_code == 0
    assert "1057" in done.output
    assert "SUM101" in done.output
    assert run("trace", text_file(tmp_path, "b.txt", TRUE), "--at", "9.999").exit_code == 2


@pytest.mark.parametrize("words", [("rules",), ("explain", "SUM101"), ("domains",), ("templates",)])
def test_the_lists_are_printed(words):
    done = run(*words)
    assert done.exit_code == 0
    assert len(done.output) > 100


def test_an_unknown_form_names_its_nearest():
    done = run("templates", "giay-khn")
    assert done.exit_code == 2
    assert "giay-khen" in done.stderr


def test_a_list_is_merged_into_one_document(tmp_path):
    mau = template(tmp_path / "mau.docx", "Giấy khen: {{ Họ và tên }}")
    ds = text_file(tmp_path, "ds.csv", "Họ và tên,Chức vụ\nNguyễn Văn A,Thư ký\nTrần Thị B,Kế toán\n")
    done = run("fill", mau, ds, "--merge", tmp_path / "gop.docx")
    assert done.exit_code == 0, done.stderr
    texts = [paragraph.text for paragraph in Document(str(tmp_path / "gop.docx")).paragraphs if paragraph.text]
    assert texts == ["Giấy khen: Nguyễn Văn A", "Giấy khen: Trần Thị B"]


def test_fill_must_be_told_where_to_write(tmp_path):
    mau = template(tmp_path / "mau.docx", "{{ Họ và tên }}")
    done = run("fill", mau, text_file(tmp_path, "ds.csv", "Họ và tên,Chức vụ\nNguyễn Văn A,Thư ký\n"))
    assert done.exit_code == 2
    assert "E503" in done.stderr


def test_a_folder_is_checked_with_all_it_holds(tmp_path):
    inner = tmp_path / "năm 2025"
    inner.mkdir()
    text_file(inner, "đúng.txt", TRUE)
    text_file(inner, "sai.txt", FALSE)
    text_file(inner, "~$sai.docx", "")
    rows = [json.loads(line) for line in run("check", "--json", "-r", tmp_path).stdout.splitlines()]
    assert [len(row["findings"]) for row in rows] == [1, 0]


def test_many_files_are_told_in_the_order_given(tmp_path):
    files = [text_file(tmp_path, f"{i:02}.txt", FALSE if i % 5 == 0 else TRUE) for i in range(30)]
    done = run("check", "--json", "--jobs", "2", *files)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["source"] for row in rows] == [str(path) for path in files]
    assert [bool(row["findings"]) for row in rows] == [i % 5 == 0 for i in range(30)]


def test_a_baseline_hides_what_was_known_and_only_that(tmp_path):
    bad = text_file(tmp_path, "sai.txt", FALSE)
    assert run("check", bad, "--write-baseline", tmp_path / "cu.json").exit_code == 1
    assert run("check", bad, "--baseline", tmp_path / "cu.json").exit_code == 0
    worse = text_file(tmp_path, "sai.txt", FALSE + "\nXong 60 trong số 80 việc có điều kiện, đạt tỷ lệ 57%.")
    done = run("check", worse, "--baseline", tmp_path / "cu.json")
    assert done.exit_code == 1
    assert "PCT101" in done.output
    assert "SUM101" not in done.output


def test_a_finding_is_accepted_by_its_fingerprint_with_a_reason(tmp_path):
    bad = text_file(tmp_path, "sai.txt", FALSE)
    mark = json.loads(run("check", "--json", bad).stdout)["findings"][0]["fingerprint"]
    text_file(tmp_path, ".docgen-bo-qua.toml", f'[[bo_qua]]\nma = "{mark}"\nly_do = "số tạm tính"\n')
    assert run("check", bad).exit_code == 0


def test_codes_are_selected_and_ignored_by_their_beginning(tmp_path):
    bad = text_file(tmp_path, "sai.txt", FALSE)
    assert run("check", bad, "--ignore", "SUM").exit_code == 0
    assert run("check", bad, "--select", "PCT").exit_code == 0
    assert run("check", bad, "--select", "SUM101").exit_code == 1


def in_a_process(*words, **options):
    command = [sys.executable, "-m", "docgen.cli", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", **options)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are set in another way there")
def test_a_full_disk_leaves_nothing_half_written(tmp_path):
    import resource

    def little():
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    bad = text_file(tmp_path, "sai.txt", FALSE)
    done = in_a_process("check", bad, "--html", tmp_path / "ra.html", preexec_fn=little)
    assert done.returncode == 2
    assert "E403" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["sai.txt"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    bad = text_file(tmp_path, "sai.txt", FALSE)
    done = run("check", bad, "--html", bad / "ra.html")
    assert done.exit_code == 2
    assert "E402" in done.stderr


def test_names_of_over_200_characters_and_with_vietnamese_letters_work(tmp_path):
    folder = tmp_path / "Báo cáo quý III (bản cuối)"
    folder.mkdir()
    name = "kết quả " + "đ" * 70 + "x" * 60
    bad = text_file(folder, f"{name}.txt", FALSE)
    assert run("check", bad, "--html", folder / f"{name}.html").exit_code == 1
    assert (folder / f"{name}.html").stat().st_size > 1000
    done = run("check", bad, "--xlsx", folder / ("x" * 300 + ".xlsx"))
    assert done.exit_code == 2
    assert "E404" in done.stderr


def test_an_output_that_exists_is_kept(tmp_path):
    bad = text_file(tmp_path, "sai.txt", FALSE)
    out = text_file(tmp_path, "ra.html", "cũ")
    assert run("check", bad, "--html", out).exit_code == 2
    assert out.read_text(encoding="utf-8") == "cũ"


def test_many_files_end_in_a_table_of_what_came_of_them(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text_file(tmp_path, "dung.txt", TRUE)
    text_file(tmp_path, "sai.txt", FALSE)
    done = run("check", "dung.txt", "sai.txt", "khong_co.txt")
    table = done.stdout[done.stdout.index("Số liệu") :]
    assert "dung.txt" not in table
    assert "không đọc được" in next(line for line in table.splitlines() if "khong_co.txt" in line)
    assert next(line for line in table.splitlines() if "sai.txt" in line).split()[-2:] == ["3", "1"]
    assert "Đã soát 3 tệp: 1 tệp có phát hiện, 1 tệp không đọc được." in done.stderr


def test_what_comes_by_a_pipe_cannot_be_annotated(tmp_path):
    done = run("check", "-", "--annotate", tmp_path / "ra.docx", given=FALSE)
    assert done.exit_code == 2
    assert "E501" in done.stderr
    assert list(tmp_path.iterdir()) == []
