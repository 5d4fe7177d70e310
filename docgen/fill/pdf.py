"""Many rows → PDF files by LibreOffice: merged first, converted once, then cut where each row begins.

One start of LibreOffice costs more than a hundred forms, so rows are converted by the hundred.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path

from docgen.atomic import new_file
from docgen.errors import DocgenError
from docgen.fill.contexts import Context
from docgen.fill.merge import merge, record_of
from docgen.fill.template import Template
from docgen.readers.pdf_pages import cut, named_pages, page_count

_AT_ONCE = 200
_SECONDS = 60 + 3 * _AT_ONCE
_EXPORT = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'


def fill_pdf(
    template: Template,
    rows: Iterable[tuple[Context, str]],
    folder: str | Path,
    *,
    force: bool = False,
    progress: Callable[[int], None] | None = None,
) -> int:
    """Writes a PDF a row under the folder and gives their number. `rows` are contexts with their file names.

    Raises `DocgenError` E406 where LibreOffice is missing or fails, E401 where a file exists and `force` is not given.
    """
    folder = Path(folder)
    left = iter(rows)
    count = 0
    with tempfile.TemporaryDirectory(prefix="docgen-") as scratch:
        while chunk := list(islice(left, _AT_ONCE)):
            _convert_chunk(template, chunk, folder, Path(scratch), force)
            count += len(chunk)
            if progress:
                progress(count)
    return count


def _convert_chunk(
    template: Template, chunk: Sequence[tuple[Context, str]], folder: Path, scratch: Path, force: bool
) -> None:
    merged = scratch / "gop.docx"
    merge(template, (context for context, _ in chunk), merged, force=True)
    pdf = to_pdf(merged, scratch)
    starts = {number: page for name, page in named_pages(pdf).items() if (number := record_of(name)) is not None}
    if sorted(starts) != list(range(1, len(chunk) + 1)):
        raise _failed("không tìm thấy chỗ bắt đầu của từng dòng trong PDF")
    ends = [starts[number] for number in range(2, len(chunk) + 1)] + [page_count(pdf)]
    pieces = [(range(starts[number], end), scratch / f"{number}.pdf") for number, end in enumerate(ends, 1)]
    cut(pdf, pieces)
    for (_, piece), (_, name) in zip(pieces, chunk, strict=True):
        with new_file(folder / Path(name).with_suffix(".pdf"), force=force) as temporary:
            shutil.copyfile(piece, temporary)


def to_pdf(document: Path, folder: Path) -> Path:
    """The PDF of a Word file, written into the folder. Raises `DocgenError` E406."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        raise DocgenError(
            "E406",
            "cần LibreOffice để xuất PDF mà máy này chưa cài",
            hint="cài LibreOffice, hoặc mở .docx bằng Word rồi lưu PDF",
        )
    profile = (folder / "profile").absolute().as_uri()
    command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", _EXPORT]
    try:
        done = subprocess.run(  # noqa: S603 - the program found on the path, and a file of our own
            [*command, "--outdir", str(folder), str(document)], capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as fault:
        raise _failed("LibreOffice chạy quá lâu") from fault
    made = folder / f"{document.stem}.pdf"
    if done.returncode or not made.exists():
        raise _failed(done.stderr.decode("utf-8", "replace").strip()[:200])
    return made


def _failed(seen: str) -> DocgenError:
    return DocgenError(
        "E406",
        "LibreOffice không xuất được PDF",
        seen=seen,
        hint="đóng LibreOffice đang mở rồi chạy lại, hoặc xuất từ Word",
    )
