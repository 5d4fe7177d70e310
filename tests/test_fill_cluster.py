"""A batch on a real scheduler with two workers over TCP, one of them killed in the middle."""

import os
import signal
import subprocess
import sys
import time

import pytest
from fill_docx import docx, lines, p

from docgen.errors import DocgenError
from docgen.fill.batch import Options, fill
from docgen.fill.cluster import runner, spread
from docgen.fill.contexts import Context
from docgen.fill.store import store_of
from docgen.fill.template import Template

pytestmark = pytest.mark.filterwarnings("default")


class Slow:
    """A list whose rows take so long that a worker can be killed between them."""

    def __init__(self, count, killed=None):
        self.count, self.killed = count, killed

    def __len__(self):
        return self.count

    def __iter__(self):
        for number in range(1, self.count + 1):
            yield Context(number + 1, {"a": number})


@pytest.fixture
def cluster(tmp_path):
    """The address of a scheduler and its two workers' processes."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    file = tmp_path / "scheduler.json"
    started = [
        subprocess.Popen(
            [*dask, "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", file], **quiet
        )
    ]
    until(file.exists)
    import json

    until(lambda: file.read_text().strip())
    address = json.loads(file.read_text())["address"]
    worker = [
        sys.executable,
        "-m",
        "distributed.cli.dask_worker",
        address,
        "--nthreads",
        "1",
        "--no-nanny",
        "--no-dashboard",
    ]
    workers = [subprocess.Popen(worker, **quiet) for _ in range(2)]
    yield address, workers
    for process in [*workers, *started]:
        process.kill()
        process.wait()


def until(condition, seconds=20):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.slow
def test_a_batch_survives_the_loss_of_a_worker(cluster, tmp_path):
    address, workers = cluster
    template = Template.compile(docx(p("Ông {{ a }}{% for x in range(2000) %}{% endfor %}")))
    killed = []

    def kill_one(now):
        if now.made >= 64 and not killed:
            os.kill(workers[0].pid, signal.SIGKILL)
            killed.append(now.made)

    out = tmp_path / "ra"
    summary = fill(template, Slow(600), out, name="{{ a }}.docx", progress=kill_one, run=runner(address, template, out))
    assert killed
    assert summary.made == 600
    assert len(set(summary.files)) == 600
    assert sorted(int(each.stem) for each in out.glob("*.docx")) == list(range(1, 601))
    assert lines((out / "600.docx").read_bytes()) == ["Ông 600"]
    again = fill(
        template, Slow(600), out, name="{{ a }}.docx", options=Options(resume=True), run=runner(address, template, out)
    )
    assert (again.made, again.kept) == (0, 600)
    assert list(spread(address, abs, [-1, 2, -3])) == [1, 2, 3]


def test_a_scheduler_that_is_not_there_is_told():
    with pytest.raises(DocgenError, match="E502"):
        list(spread("khong-phai-dia-chi", abs, [1]))


def test_a_document_is_written_to_any_address(tmp_path):
    store = store_of(f"file://{tmp_path}/x")
    store.write("con/a.docx", [b"1", b"2"])
    assert (tmp_path / "x" / "con" / "a.docx").read_bytes() == b"12"
    assert (store.read("con/a.docx"), store.read("b.docx"), store.has("b.docx")) == (b"12", None, False)


def test_a_batch_goes_to_an_address_and_is_resumed_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    template = Template.compile(docx(p("{{ a }}")))
    address = f"file://{tmp_path}/kho"
    assert fill(template, Slow(3), address, name="{{ a }}").made == 3
    (tmp_path / "kho" / "2.docx").unlink()
    again = fill(template, Slow(4), address, name="{{ a }}", options=Options(resume=True))
    assert again.files == ["2.docx", "4.docx"]
    assert (tmp_path / "kho" / "4.docx").exists()
