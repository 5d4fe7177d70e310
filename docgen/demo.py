"""The whole job on the sample files, in a new folder: check, figures, report, forms."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from docgen import pipeline
from docgen.errors import DocgenError
from docgen.fill.batch import fill
from docgen.fill.constants import with_constants
from docgen.fill.contexts import contexts_of
from docgen.fill.fields import load_form
from docgen.fill.rows import read_rows
from docgen.fill.template import Template
from docgen.forms import folder_of, samples_folder
from docgen.outputs.annotate import annotate_file
from docgen.outputs.html import write_html
from docgen.outputs.tables import write_figures
from docgen.report.year import make_report

SAMPLES = ("bao-cao-nam-2025.docx", "ban-thao-bai-viet.docx", "danh-sach-khen-thuong.xlsx")
AGENCY = {
    "co_quan_chu_quan": "Cục Quản lý Thi hành án dân sự",
    "co_quan": "Thi hành án dân sự tỉnh Hòa Sơn",
    "dia_danh": "Hòa Sơn",
}
FORM = "bao-cao-thanh-tich-ca-nhan"


def run(folder: str | Path) -> Iterator[tuple[str, Path]]:
    """Makes everything in a new folder; gives back, as each is done, what it is (in Vietnamese) and where it lies.

    Raises `DocgenError` E401 where the folder exists and is not empty.
    """
    out = Path(folder)
    if out.exists() and any(out.iterdir()):
        raise DocgenError("E401", "thư mục đã có tệp", where=str(out), hint="chọn tên thư mục khác: docgen demo TÊN")
    report_file, draft, people = _samples(out / "dau-vao")
    yield "Báo cáo của đơn vị, không có lỗi (mẫu)", report_file
    yield "Bản thảo bài viết, có lỗi cố ý (mẫu)", draft
    yield "Danh sách mười hai người (mẫu)", people

    checked = pipeline.check(str(draft))
    write_html(out / "phat-hien.html", draft.name, checked)
    yield f"{len(checked.findings)} phát hiện trong bản thảo, xem bằng trình duyệt", out / "phat-hien.html"
    annotate_file(str(draft), checked, out / "ban-thao-co-nhan-xet.docx")
    yield "Bản thảo có nhận xét của Word tại từng số nghi sai", out / "ban-thao-co-nhan-xet.docx"

    clean = pipeline.check(str(report_file))
    write_figures(str(out / "so-lieu.xlsx"), [(report_file.name, clean)])
    yield f"{len(clean.figures)} số liệu của báo cáo", out / "so-lieu.xlsx"
    data = AGENCY | {"viet_tat_co_quan": "THADS"}
    make_report("tong-ket-thi-dua", [str(report_file)], out / "bao-cao-tong-ket.docx", data=data, trace=True)
    yield "Báo cáo tổng kết thi đua, số liệu đã được đọc lại", out / "bao-cao-tong-ket.docx"

    folder = folder_of(FORM)
    contexts = contexts_of(with_constants(read_rows(people), AGENCY), load_form(folder))
    made = fill(
        Template.compile(folder / "mau.docx"), contexts, out / "bieu-mau", name="{{ so_tt }} - {{ ho_ten }}.docx"
    )
    yield f"{made.made} báo cáo thành tích cá nhân", out / "bieu-mau"


def _samples(folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    return [Path(shutil.copyfile(samples_folder() / name, folder / name)) for name in SAMPLES]
