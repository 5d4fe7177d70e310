"""The list from which a whole dossier is made: its fields, and its sample."""

from pathlib import Path

from tools.forms.form import Form
from tools.forms.sample import sample_list

DOSSIER = Form(
    slug="ho-so-khen-thuong",
    title="Danh sách lập trọn bộ hồ sơ khen thưởng",
    source="các trường của tờ trình, danh sách, biên bản, quyết định, báo cáo thành tích và giấy khen",
    verified=True,
    body=list,
    fields=(
        "co_quan_chu_quan",
        "!co_quan",
        "!viet_tat_co_quan",
        "dia_danh",
        "!dip_khen",
        "kinh_gui",
        "can_cu",
        "so_to_trinh",
        "ngay_to_trinh",
        "ho_so_kem_theo",
        "ngay_bao_cao",
        "so_quyet_dinh_hoi_dong",
        "so_bien_ban",
        "ngay_hop",
        "gio_bat_dau",
        "gio_ket_thuc",
        "dia_diem",
        "chu_tri",
        "chuc_vu_chu_tri",
        "thu_ky",
        "chuc_vu_thu_ky",
        "so_thanh_vien",
        "so_co_mat",
        "so_vang",
        "ly_do_vang",
        "hinh_thuc_bieu_quyet",
        "dien_bien",
        "truong_ban",
        "uy_vien_kiem_phieu",
        "phieu_phat_ra",
        "phieu_thu_ve",
        "phieu_hop_le",
        "phieu_khong_hop_le",
        "nguong_phan_tram",
        "tham_quyen",
        "nguoi_de_nghi",
        "so_quyet_dinh",
        "ngay_quyet_dinh",
        "noi_dung_thanh_tich",
        "nguon_tien_thuong",
        "don_vi_thi_hanh",
        "noi_nhan",
        "don_vi_soan",
        "quyen_ky",
        "nguoi_ky",
        "tap_the",
        "ca_nhan",
        "thanh_vien",
    ),
    changes={
        "so_quyet_dinh": {"example": "310"},
        "can_cu": {"example": ""},
        "tap_the": {"label": "Tập thể"},
    },
    note="""
One row of what the whole dossier shares, a sheet «Tập thể», a sheet «Cá nhân». Where «Căn cứ» or «Tiền thưởng» is
empty, both come from the law at the day of the paper.
""",
)


def build_dossier(shelf: Path) -> list[str]:
    """Writes the list's fields and sample where they are not what they should be; gives their names."""
    folder = shelf / DOSSIER.slug
    folder.mkdir(parents=True, exist_ok=True)
    fields, sample = folder / "fields.toml", folder / "danh_sach_mau.xlsx"
    if fields.is_file() and fields.read_text(encoding="utf-8") == DOSSIER.fields_toml() and sample.is_file():
        return []
    fields.write_text(DOSSIER.fields_toml(), encoding="utf-8")
    sample.write_bytes(sample_list(DOSSIER))
    return [fields.name, sample.name]
