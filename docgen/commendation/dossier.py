"""One list → the whole dossier: tờ trình, danh sách, biên bản, báo cáo thành tích, quyết định, giấy khen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from docgen.atomic import new_file
from docgen.commendation.money import check_money, money_of
from docgen.commendation.papers import DOSSIER, check_dates, check_grounds, check_names
from docgen.commendation.shown import Shown
from docgen.commendation.votes import Council, check_count, check_vote
from docgen.errors import DocgenError
from docgen.fill.contexts import contexts_of
from docgen.fill.fields import Form, load_form
from docgen.fill.naming import safe_name
from docgen.fill.rows import read_rows
from docgen.fill.template import Template
from docgen.forms import folder_of, forms_folder
from docgen.knowledge.law import Law, law_at

LIST = "ho-so-khen-thuong"
CERTIFIED = ("giay_khen", "chien_si_thi_dua_co_so")  # Điều 104: the two certificates that one form prints
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What was made, in order, and what the papers show against the law."""

    files: tuple[Path, ...]
    shown: tuple[Shown, ...]


def make_dossier(path: str | Path, folder: str | Path, *, day: date | None = None, force: bool = False) -> Dossier:
    """Writes every paper of the dossier that the list describes into `folder`.

    `day` is the day of papers that name none. Where the list leaves them out, the grounds and the money are those of
    the law at the day of the paper. Raises `DocgenError` where the list cannot be read, E401 where a paper lies there
    already; nothing is written then.
    """
    shared = _read(path)
    law = law_at(shared["ngay_quyet_dinh"] or day or date.today())
    _complete(shared, law)
    papers = list(_papers(shared, law))
    targets = [Path(folder) / place for place, _, _ in papers]
    if not force:
        for target in filter(Path.exists, targets):
            raise DocgenError(
                "E401",
                "tệp đã có, không ghi đè",
                where=str(target),
                hint="chọn thư mục khác, hoặc thêm --force để ghi đè",
            )
    templates = {slug: _opened(slug) for slug in dict.fromkeys(slug for _, slug, _ in papers)}
    for target, (_, slug, values) in zip(targets, papers, strict=True):
        form, template = templates[slug]
        content = template.pour({each.id: values.get(each.id, each.read(None)) for each in form.fields})
        with new_file(target, force=force) as temporary:
            temporary.write_bytes(content)
    return Dossier(tuple(targets), tuple(_shown(shared, law)))


def _opened(slug: str) -> tuple[Form, Template]:
    folder = folder_of(slug)
    return load_form(folder), Template.compile(folder / "mau.docx")


def _read(path: str | Path) -> Values:
    contexts = contexts_of(read_rows(path), load_form(forms_folder() / LIST))
    contexts.check()
    found = list(contexts)
    if len(found) != 1:
        raise DocgenError(
            "E207",
            "trang đầu của danh sách phải có đúng một dòng: phần chung của hồ sơ",
            where=str(path),
            seen=f"{len(found)} dòng",
            hint="ghi từng tập thể, cá nhân ở các trang «Tập thể», «Cá nhân»",
        )
    return dict(found[0].values)


def _complete(shared: Values, law: Law) -> None:
    """Fills in what the law knows: the agency above, the grounds, and the money of each award."""
    if not shared["co_quan_chu_quan"] and (letterhead := law.letterhead(shared["co_quan"])):
        shared["co_quan_chu_quan"] = letterhead.parent
    if not shared["can_cu"]:
        shared["can_cu"] = "\n".join(law.grounds())
    for who in ("tap_the", "ca_nhan"):
        for row in shared[who]:
            award = law.award_named(row["hinh_thuc"])
            money = award and money_of(award, who, law)
            if row["tien_thuong"] is None and money and not money.prize.at_most:
                row["tien_thuong"] = money.amount


def _papers(shared: Values, law: Law) -> Iterator[tuple[str, str, Values]]:
    """Each paper: its place in the folder, its form, its values."""
    proposal = {"so": shared["so_to_trinh"], "ngay_ky": shared["ngay_to_trinh"]}
    decision = {"so": shared["so_quyet_dinh"], "ngay_ky": shared["ngay_quyet_dinh"]}
    for number, (slug, own) in enumerate(
        (
            ("to-trinh-khen-thuong", proposal),
            ("danh-sach-de-nghi", proposal),
            ("bien-ban-hop-hoi-dong", {"so": shared["so_bien_ban"]}),
            ("bien-ban-kiem-phieu", {"ngay_ky": shared["ngay_hop"]}),
            ("phieu-bau", {"ngay_ky": shared["ngay_hop"]}),
            ("quyet-dinh-khen-thuong", decision),
        ),
        1,
    ):
        yield f"{number:02} {slug}.docx", slug, shared | own
    reported = {"ngay_ky": shared["ngay_bao_cao"], "thu_truong": shared["nguoi_ky"]}
    for row, who, number in _recipients(shared):
        slug = f"bao-cao-thanh-tich-{'tap-the' if who == 'tap_the' else 'ca-nhan'}"
        name = safe_name(f"{number:02} {row['ten']}")
        yield f"bao-cao-thanh-tich/{name}", slug, shared | reported | _reported(row, who, law)
    for row, who, number in _recipients(shared):
        if certificate := _certificate(row, who, number, shared, law):
            name = safe_name(f"{number:02} {row['ten']}")
            yield f"giay-khen/{name}", "giay-khen", shared | decision | certificate


def _recipients(shared: Values) -> Iterator[tuple[Values, str, int]]:
    """Who is named, in the order of the decision, with the place there."""
    number = 0
    for who in ("tap_the", "ca_nhan"):
        for row in shared[who]:
            number += 1
            yield row | {"ten": row["ten"] if who == "tap_the" else row["ho_ten"]}, who, number


def _reported(row: Values, who: str, law: Law) -> Values:
    award = law.award_named(row["hinh_thuc"])
    title = "danh hiệu " if award and award.is_title and not row["hinh_thuc"].casefold().startswith("danh hiệu") else ""
    told = {"hinh_thuc_de_nghi": title + row["hinh_thuc"], "thanh_tich": row["thanh_tich"]}
    if who == "tap_the":
        return told | {"ten_tap_the": row["ten"], "quyen_ky": None, "nguoi_ky": None}
    return told | {
        "ho_ten": row["ten"],
        "ngay_sinh": row["nam_sinh"] and str(row["nam_sinh"]),
        "gioi_tinh": row["gioi_tinh"],
        "chuc_vu": row["chuc_vu"],
        "don_vi_cong_tac": row["don_vi"],
    }


def _certificate(row: Values, who: str, number: int, shared: Values, law: Law) -> Values | None:
    """The values of a certificate; `None` for titles that have none of this kind."""
    award = law.award_named(row["hinh_thuc"])
    if award is None or award.id not in CERTIFIED:
        return None
    is_title = award.is_title
    where = [row["don_vi"]] if who == "tap_the" else [row["chuc_vu"], row["don_vi"]]
    symbol = f"{shared['so_quyet_dinh']}/QĐ-{shared['viet_tat_co_quan']}" if shared["so_quyet_dinh"] else None
    return {
        "tang": "TẶNG DANH HIỆU" if is_title else "TẶNG",
        "ten_hinh_thuc": award.name,
        "danh_xung": {"Nam": "Ông", "Nữ": "Bà"}.get(row.get("gioi_tinh") or ""),
        "ten_nguoi_nhan": row["ten"],
        "chuc_vu_don_vi": ", ".join(filter(None, where)) or None,
        "so_quyet_dinh": symbol,
        "ngay_quyet_dinh": shared["ngay_quyet_dinh"],
        "so_so_vang": number,
    }


def _shown(shared: Values, law: Law) -> Iterator[Shown]:
    """What the papers show against the law: grounds, names, days, the count of votes, votes and money of each."""
    yield from check_grounds(";\n".join(shared["can_cu"].splitlines()) + ".", law.day)
    for name in ("co_quan_chu_quan", "co_quan", "quyen_ky", "tham_quyen"):
        yield from check_names(shared[name] or "", law.day)
    days = (shared["ngay_hop"], shared["ngay_to_trinh"], shared["ngay_quyet_dinh"])
    yield from check_dates(dict(zip(DOSSIER, days, strict=True)), DOSSIER)
    council = Council(
        *(
            None if shared[name] is None else int(shared[name])
            for name in (
                "so_thanh_vien",
                "so_co_mat",
                "so_vang",
                "phieu_phat_ra",
                "phieu_thu_ve",
                "phieu_hop_le",
                "phieu_khong_hop_le",
            )
        )
    )
    votes = {}
    for row, who, _ in _recipients(shared):
        count = None if row["so_phieu"] is None else int(row["so_phieu"])
        if count is not None:
            votes[row["ten"]] = count
        award = law.award_named(row["hinh_thuc"])
        if award is not None:
            vote = check_vote(row["ten"], award, count, council, law)
            money = check_money(row["ten"], award, who, _whole(row["tien_thuong"]), law)
            yield from (each for each in (vote, money) if each is not None)
    yield from check_count(council, votes)


def _whole(value: Any) -> int | None:
    return None if value is None else int(value)
