"""Batches: every row once, whatever happens in between."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from fill_docx import docx, lines, p

from docgen.errors import DocgenError
from docgen.fill.batch import Options, Progress, fill
from docgen.fill.contexts import CellProblem, Context, ListError
from docgen.fill.template import Template

DATA = docx(p("Ông {{ ho_ten }}: {{ 10 / so }}"))
NAME = "{{ so_tt }} - {{ ho_ten }}.docx"


class Many:
    """A list of so many rows; `changed` rows have another name, `zero` rows cannot be filled."""

    def __init__(self, count, changed=(), zero=(), cells=()):
        self.count, self.changed, self.zero, self.cells = count, set(changed), set(zero), set(cells)

    def __len__(self):
        return self.count

    def __iter__(self):
        for number in range(1, self.count + 1):
            name = "Trần Thị B" if number in self.changed else "Nguyễn Văn A"
            problem = CellProblem(number, f"ds.xlsx, ô A{number}", "x", "không phải là số", "sửa")
            values = {"ho_ten": name, "so": 0 if number in self.zero else 5}
            yield Context(number, values, (problem,) if number in self.cells else ())


@pytest.fixture
def template():
    return Template.compile(DATA)


def test_each_row_becomes_one_file(template, tmp_path):
    seen = []
    summary = fill(template, Many(3), tmp_path / "ra", name=NAME, progress=seen.append)
    assert summary.files == [f"000{n} - Nguyễn Văn A.docx" for n in (1, 2, 3)]
    assert lines((tmp_path / "ra" / summary.files[1]).read_bytes()) == ["Ông Nguyễn Văn A: 2"]
    assert seen[-1] == Progress(3, 0, 0, 3)
    told = [json.loads(line) for line in (tmp_path / "ra" / "manifest.jsonl").read_text().splitlines()]
    assert told[0]["schema"] == "docgen.manifest/1"
    assert [each["row"] for each in told[1:]] == [1, 2, 3]


def test_names_that_are_alike_are_numbered(template, tmp_path):
    assert fill(template, Many(3), tmp_path, name="{{ ho_ten }}").files == [
        "Nguyễn Văn A.docx", "Nguyễn Văn A (2).docx", "Nguyễn Văn A (3).docx",
    ]  # fmt: skip


def test_a_folder_takes_a_thousand_files(template, tmp_path):
    summary = fill(template, Many(1001), tmp_path, name="{{ so_tt }}", options=Options(processes=1))
    assert summary.files[-1] == "001001-002000/1001.docx"
    assert len(list((tmp_path / "000001-001000").iterdir())) == 1000


def test_nothing_is_written_over_and_all_clashes_are_told_first(template, tmp_path):
    (tmp_path / "0002 - Nguyễn Văn A.docx").write_bytes(b"mine")
    with pytest.raises(DocgenError, match="đã có 1 tệp"):
        fill(template, Many(3), tmp_path, name=NAME)
    assert [each.name for each in tmp_path.iterdir()] == ["0002 - Nguyễn Văn A.docx"]
    fill(template, Many(3), tmp_path, name=NAME, options=Options(force=True))
    assert (tmp_path / "0002 - Nguyễn Văn A.docx").read_bytes() != b"mine"


def test_a_second_batch_in_the_folder_asks(template, tmp_path):
    fill(template, Many(1), tmp_path, name=NAME)
    with pytest.raises(DocgenError, match="--resume"):
        fill(template, Many(1), tmp_path, name="khac {{ so_tt }}")


def test_resume_makes_what_is_missing_or_changed_and_nothing_else(template, tmp_path):
    files = fill(template, Many(6), tmp_path, name="{{ so_tt }}").files
    (tmp_path / files[0]).unlink()
    (tmp_path / files[1]).write_bytes(b"edited")
    before = (tmp_path / files[5]).stat().st_mtime_ns
    summary = fill(template, Many(7, changed=[3]), tmp_path, name="{{ so_tt }}", options=Options(resume=True))
    assert summary.files == [files[0], files[1], files[2], "0007.docx"]
    assert summary.kept == 3
    assert (tmp_path / files[5]).stat().st_mtime_ns == before
    again = fill(template, Many(7, changed=[3]), tmp_path, name="{{ so_tt }}", options=Options(resume=True))
    assert (again.made, again.kept) == (0, 7)
    other = Template.compile(docx(p("khác {{ ho_ten }}")))
    assert fill(other, Many(7), tmp_path, name="{{ so_tt }}", options=Options(resume=True)).made == 7


def test_resume_does_not_write_over_a_stranger_s_file(template, tmp_path):
    fill(template, Many(2), tmp_path, name="{{ so_tt }}")
    (tmp_path / "0003.docx").write_bytes(b"mine")
    with pytest.raises(DocgenError, match="E401"):
        fill(template, Many(3), tmp_path, name="{{ so_tt }}", options=Options(resume=True))


def test_a_row_that_cannot_be_filled_stops_the_batch_or_is_listed(template, tmp_path):
    with pytest.raises(DocgenError, match="chia cho 0") as caught:
        fill(template, Many(3, zero=[2]), tmp_path / "a", name=NAME)
    assert "dòng 2" in str(caught.value)
    summary = fill(template, Many(3, zero=[2]), tmp_path / "b", name=NAME, options=Options(keep_going=True))
    assert summary.made == 2
    assert [entry.row for entry in summary.bad] == [2]
    fixed = fill(template, Many(3), tmp_path / "b", name=NAME, options=Options(only_bad=True))
    assert fixed.files == ["0002 - Nguyễn Văn A.docx"]
    assert fill(template, Many(3), tmp_path / "b", name=NAME, options=Options(only_bad=True)).made == 0


def test_bad_cells_are_told_all_at_once_before_anything_is_written(template, tmp_path):
    with pytest.raises(ListError) as caught:
        fill(template, Many(5, cells=[2, 4]), tmp_path / "ra", name=NAME)
    assert [problem.row for problem in caught.value.problems] == [2, 4]
    assert not (tmp_path / "ra").exists()
    summary = fill(template, Many(5, cells=[2, 4]), tmp_path / "ra", name=NAME, options=Options(keep_going=True))
    assert (summary.made, len(summary.bad)) == (3, 2)
    told = (tmp_path / "ra" / "manifest.jsonl").read_text()
    assert told.count("problems") == 2


def test_a_dry_run_writes_nothing_and_finds_the_bad_rows(template, tmp_path):
    options = Options(dry_run=True, keep_going=True)
    summary = fill(template, Many(3, zero=[2]), tmp_path / "ra", name=NAME, options=options)
    assert (summary.made, len(summary.bad)) == (2, 1)
    assert not (tmp_path / "ra").exists()


@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_processes_make_the_same_files(template, tmp_path, method):
    if method == "fork" and sys.version_info >= (3, 12):
        pytest.skip("forking a process with threads warns")
    options = Options(processes=2, start_method=method)
    summary = fill(template, Many(300), tmp_path / "hai", name="{{ so_tt }}", options=options)
    alone = fill(template, Many(300), tmp_path / "mot", name="{{ so_tt }}", options=Options(processes=1))
    assert summary.files == alone.files
    for file in summary.files[::50]:
        assert (tmp_path / "hai" / file).read_bytes() == (tmp_path / "mot" / file).read_bytes()
    assert not list((tmp_path / "hai").glob(".docgen*"))


KILLED = """
import sys, time
sys.path[:0] = {path!r}
import test_fill_batch as t
from docgen.fill.batch import Options, fill
class Slow(t.Many):
    def __iter__(self):
        for context in super().__iter__():
            time.sleep(0.001)
            yield context
if __name__ == "__main__":
    options = Options(processes=2, start_method="spawn")
    fill(t.Template.compile(t.DATA), Slow(1200), {folder!r}, name="{{{{ so_tt }}}}", options=options)
"""


def test_a_batch_killed_in_the_middle_goes_on_where_it_was(template, tmp_path):
    script = tmp_path / "dot.py"
    script.write_text(KILLED.format(path=sys.path, folder=str(tmp_path / "ra")))
    process = subprocess.Popen([sys.executable, str(script)], start_new_session=True, stderr=subprocess.DEVNULL)
    folder = tmp_path / "ra" / "000001-001000"
    end = time.monotonic() + 30
    while time.monotonic() < end and len(list(folder.glob("0*.docx")) if folder.exists() else []) < 200:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    there = {each.name for each in folder.glob("0*.docx")}
    assert 200 <= len(there) < 1200
    for each in sorted(there):
        assert lines((folder / each).read_bytes()) == ["Ông Nguyễn Văn A: 2"]
    summary = fill(template, Many(1200), tmp_path / "ra", name="{{ so_tt }}", options=Options(resume=True))
    assert summary.made + summary.kept == 1200
    assert summary.kept > 0
    assert sorted(int(each.stem) for each in (tmp_path / "ra").rglob("*.docx")) == list(range(1, 1201))
    assert not list((tmp_path / "ra").rglob(".docgen*"))


def test_a_name_pattern_that_is_wrong_is_told(template, tmp_path):
    for wrong in ("{{ so_tt", "{{ a| }}", "{% if %}"):
        with pytest.raises(DocgenError, match="E405"):
            fill(template, Many(1), tmp_path, name=wrong)


def test_a_name_never_leaves_the_folder(template, tmp_path):
    class Hostile(Many):
        def __iter__(self):
            for number, name in enumerate(("../../x", "/etc/x", "C:\\x", "CON", "a" * 500), 1):
                yield Context(number, {"ho_ten": name, "so": 1})

    summary = fill(template, Hostile(5), tmp_path / "ra", name="{{ ho_ten }}")
    assert {each.name for each in (tmp_path / "ra").iterdir()} == {*summary.files, "manifest.jsonl"}


def test_a_folder_that_cannot_be_made_is_told(template, tmp_path):
    (tmp_path / "tep").write_text("x")
    with pytest.raises(DocgenError, match="E402"):
        fill(template, Many(1), tmp_path / "tep" / "ra", name=NAME)
