"""Files that only LibreOffice understands (.doc, .rtf, .odt) → Document, by way of .docx."""

import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from docgen.errors import DocgenError
from docgen.model.text import Document, Notice
from docgen.readers.docx import read_docx

SECONDS = 120
_PROGRAMS = ("soffice", "libreoffice")
# No macro runs and nothing outside the file is fetched while it is converted.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""


def read_office(data: bytes, source: str, *, as_rejected: bool = False) -> Document:
    """The document of an old Word, RTF or OpenDocument text; anchors are places in its .docx form."""
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise DocgenError(
            "E111",
            "cần LibreOffice để đọc loại tệp này",
            where=source,
            hint="cài LibreOffice (libreoffice.org), hoặc mở tệp bằng Word rồi lưu thành .docx",
        )
    document = read_docx(_converted(data, source, program), source, as_rejected=as_rejected)
    notice = Notice("N104", "đọc qua bản .docx do LibreOffice chuyển; vị trí tính theo bản ấy", source)
    return replace(document, notices=(notice, *document.notices))


def _converted(data: bytes, source: str, program: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="docgen-") as folder:
        work = Path(folder)
        profile = work / "profile" / "user" / "registrymodifications.xcu"
        profile.parent.mkdir(parents=True)
        profile.write_text(_PROFILE, encoding="utf-8")
        draft = work / "draft"
        draft.write_bytes(data)
        call = [program, f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless", "--norestore"]
        call += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(work / "out"), str(draft)]
        try:
            run = subprocess.run(call, capture_output=True, timeout=SECONDS, check=False, stdin=subprocess.DEVNULL)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired) as fault:
            raise _failed(source, str(fault)) from fault
        made = work / "out" / "draft.docx"
        if not made.is_file():
            raise _failed(source, run.stderr.decode("utf-8", "replace").strip())
        return made.read_bytes()


def _failed(source: str, seen: str) -> DocgenError:
    return DocgenError(
        "E112",
        "LibreOffice không chuyển được tệp này",
        where=source,
        seen=seen[:200],
        hint="tệp có thể hỏng hoặc đặt mật khẩu: mở bằng Word rồi lưu thành .docx",
    )
