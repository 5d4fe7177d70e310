"""The door: help is Vietnamese, quick, and loads nothing heavy."""

import subprocess
import sys

import pytest

HEAVY = ("underthesea", "docx", "rich", "jinja2", "lxml", "rapidfuzz", "msgspec", "xlsxwriter", "python_calamine")


def run(*words, **options):
    return subprocess.run(
        [sys.executable, "-m", "docgen.cli", *words], capture_output=True, text=True, encoding="utf-8", **options
    )


def test_help_lists_every_verb_in_vietnamese():
    from docgen.cli import VERBS

    shown = run("--help").stdout
    assert "Cách dùng:" in shown
    assert "Các lệnh" in shown
    for verb in VERBS:
        assert verb in shown


def test_help_loads_no_heavy_library():
    code = (
        "import sys\n"
        "from docgen.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8")
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("verb", ["check", "extract", "fill", "report", "templates", "explain", "rules", "demo"])
def test_every_verb_has_vietnamese_help(verb):
    done = run(verb, "--help")
    assert done.returncode == 0
    assert "Cách dùng:" in done.stdout
    assert "Usage" not in done.stdout


def test_a_wrong_call_is_told_in_vietnamese_with_code_2():
    done = run("check")
    assert done.returncode == 2
    assert "Thiếu tham số" in done.stderr
