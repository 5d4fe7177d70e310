"""The wheel works by itself: built, installed in an empty environment, run from outside the checkout."""

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def uv():
    found = os.environ.get("UV") or shutil.which("uv")
    if not found:
        pytest.skip("uv, which builds and installs the wheel, is not on the path")
    return found


@pytest.fixture(scope="module")
def wheel(uv, tmp_path_factory):
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run([uv, "build", "-q", "--wheel", "--out-dir", out, TOP], check=True, capture_output=True)
    (built,) = out.glob("docgen-*.whl")
    return built


def test_the_wheel_carries_the_forms_the_samples_and_the_data(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for path in (TOP / "templates_docx").glob("*/mau.docx"):
        assert f"docgen/data/templates_docx/{path.parent.name}/mau.docx" in names
    assert "docgen/data/documents/ban-thao-bai-viet.docx" in names
    for path in (TOP / "docgen").rglob("*.toml"):
        assert path.relative_to(TOP).as_posix() in names
    assert not [name for name in names if "shared" in name or name.startswith("tests")]


@pytest.mark.slow
def test_the_installed_command_runs_the_demo_outside_the_checkout(uv, wheel, tmp_path):
    environment = {key: value for key, value in os.environ.items() if key not in ("VIRTUAL_ENV", "PYTHONPATH")}
    venv = tmp_path / "venv"
    subprocess.run([uv, "venv", "-q", venv], check=True, env=environment)
    python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    subprocess.run([uv, "pip", "install", "-q", "--python", python, wheel], check=True, cwd=tmp_path, env=environment)
    done = subprocess.run(
        [python, "-m", "docgen.cli", "demo", "thu"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "thu").rglob("*.docx"))) >= 13
