"""What all tests share: where the measuring material lies, and how to skip without it."""

import shutil
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
SHARED = TOP.parent / "shared"

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def shared():
    """The folder of real texts and other projects' exams; the test is skipped where it is not at hand."""
    if not SHARED.is_dir():
        pytest.skip("the folder of real texts lies outside the project and is not here")
    return SHARED


@pytest.fixture(scope="session")
def soffice():
    """The path of LibreOffice; the test is skipped where it is not installed."""
    found = shutil.which("soffice")
    if not found:
        pytest.skip("LibreOffice is not installed")
    return found
