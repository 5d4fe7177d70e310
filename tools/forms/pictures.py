"""`python -m tools.forms.pictures`: the picture of each form, its sample as LibreOffice prints it (first page)."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.forms.build import OUTCOME, SHELF

RESOLUTION = "54"


def draw() -> None:
    """Writes mau.png beside every form; needs LibreOffice and poppler."""
    soffice, pdftoppm = shutil.which("soffice"), shutil.which("pdftoppm")
    if not soffice or not pdftoppm:
        sys.exit("soffice and pdftoppm are needed to draw the forms")
    with tempfile.TemporaryDirectory() as place:
        for outcome in SHELF.glob(f"*/{OUTCOME}"):
            shutil.copy(outcome, Path(place) / f"{outcome.parent.name}.docx")
        files = sorted(map(str, Path(place).glob("*.docx")))
        profile = f"-env:UserInstallation=file://{place}/profile"
        convert = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", place, *files]
        subprocess.run(convert, check=True, capture_output=True)  # noqa: S603 - our own files
        for printed in Path(place).glob("*.pdf"):
            picture = SHELF / printed.stem / "mau"
            one = ["-f", "1", "-l", "1", "-singlefile", "-png", "-r", RESOLUTION]
            colour = [] if printed.stem == "giay-khen" else ["-gray"]
            subprocess.run([pdftoppm, *one, *colour, str(printed), str(picture)], check=True)  # noqa: S603


if __name__ == "__main__":
    draw()
