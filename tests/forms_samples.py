"""What the forms are filled with in tests: as little as they take, as their lists say, and far too much."""

from docgen.fill.fields import Form

MUCH = (
    "đã tổ chức thực hiện đồng bộ, quyết liệt nhiều giải pháp, đạt kết quả tích cực, toàn diện trên các mặt công tác, "
    "được cấp ủy, chính quyền địa phương và Nhân dân ghi nhận"
)
# What cannot run over lines in real life: numbers, signs, dates in words, names of titles.
SHORT = frozenset(
    [
        "so",
        "viet_tat_co_quan",
        "dia_danh",
        "don_vi_soan",
        "ky_bao_cao",
        "ky_truoc",
        "ky_sau",
        "tang",
        "ten_hinh_thuc",
        "danh_xung",
        "so_quyet_dinh",
        "so_dinh_danh",
        "dien_thoai",
        "hinh_thuc",
        "thoi_gian",
        "so_nam_thang",
        "don_vi",
        "chuc_danh",
        "trinh_do",
        "quyen_ky",
        "tong_thoi_gian",
        "ly_do_vang",
        "uy_vien_kiem_phieu",
        "gio_bat_dau",
        "gio_ket_thuc",
        "tham_quyen",
        "nguoi_ky",
    ]
)
PROSE = frozenset(
    [
        "chi_dao",
        "phong_trao_don_vi",
        "uu_diem",
        "han_che",
        "phuong_huong",
        "kien_nghi",
        "thanh_tich",
        "nhiem_vu",
        "dien_bien",
        "noi_dung_giai_phap",
        "dac_diem",
        "chuc_nang",
    ]
)


def least(form: Form) -> dict:
    """Only what the form cannot do without."""
    return {field.id: field.read(field.example) if field.required else field.read(None) for field in form.fields}


def most(form: Form, rows: int = 25) -> dict:
    """Long names, long texts, long tables."""
    return {field.id: _long(field, rows) for field in form.fields}


def _long(field, rows):
    if field.kind == "table":
        return [{column.id: _long(column, 0) for column in field.column} for _ in range(rows)]
    value = field.read(field.example)
    if field.id in PROSE and rows:
        return "\n".join([f"Đơn vị {MUCH}; {MUCH}."] * 3)
    if field.kind in ("text", "name") and field.id not in SHORT and isinstance(value, str):
        return f"{value} {MUCH}" if rows else f"{value} {MUCH[:60]}"
    return value
