"""The shelf: every form the project builds."""

from tools.forms import achievements, year_report
from tools.forms.form import Form

HEAD = ("co_quan_chu_quan", "!co_quan", "dia_danh", "ngay_ky")
NUMBERED = ("co_quan_chu_quan", "!co_quan", "viet_tat_co_quan", "so", "dia_danh", "ngay_ky")
SIGNED = ("noi_nhan", "don_vi_soan", "quyen_ky", "nguoi_ky")

YEAR_REPORT = Form(
    slug="tong-ket-thi-dua",
    title="Báo cáo tổng kết phong trào thi đua và công tác khen thưởng",
    source="Không có mẫu quốc gia; thể thức theo Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4; bố cục thường dùng",
    verified=False,
    body=year_report.body,
    fields=(
        *NUMBERED,
        "!ky_bao_cao",
        "!ky_truoc",
        "ky_sau",
        "kinh_gui",
        "mo_dau",
        "chi_dao",
        "phong_trao_cap_tren",
        "phong_trao_don_vi",
        "so_lieu",
        "so_lieu_don_vi",
        "nguon_so_lieu",
        "dien_hinh",
        "cong_tac_khen_thuong",
        "khen_thuong",
        "to_chuc_bo_may",
        "uu_diem",
        "han_che",
        "nguyen_nhan",
        "bai_hoc",
        "phuong_huong",
        "kien_nghi",
        *SIGNED,
    ),
    note="""
What the form takes. Every field below is in the context; what is not known is empty (None), never left out:
the form then shows «……» or «…… (chưa có số liệu)».
- ky_bao_cao, ky_truoc, ky_sau: the period in words as it stands inside a sentence («năm 2026», «08 tháng năm 2021»).
- text fields may hold several paragraphs, one a line.
- so_lieu: one row an indicator, in the order in which it is told. nam_truoc, nam_nay and chenh_lech are numbers in
  the unit of don_vi (for money say «tỷ đồng» and give 3508); chenh_lech = nam_nay - nam_truoc, negative where it
  fell; ty_le = chenh_lech ÷ nam_truoc in percent; for don_vi «%» chenh_lech is in percentage points and ty_le is
  None. cau is a whole sentence without the full stop taken as it is (with its own full stop); without it the form
  writes «chỉ tiêu: kỳ này, tăng … so với kỳ trước (…)».
- khen_thuong: one row an award, tap_the and ca_nhan are counts or None; the form adds the total.
- so_lieu_don_vi: annex by unit, in the order given; la_tong marks the row that adds an indicator up (printed bold).
- nguon_so_lieu: annex of sources. Both annexes are left out where they are empty.
""",
)

PERSON = Form(
    slug="bao-cao-thanh-tich-ca-nhan",
    title="Báo cáo thành tích đề nghị khen thưởng (cá nhân)",
    source="Bố cục theo Mẫu số 05 Nghị định 152/2025/NĐ-CP (qua Mẫu 01 Quyết định 71/2025/QĐ-UBND Hà Nội)",
    verified=False,
    body=achievements.person_body,
    fields=(
        *HEAD,
        "!hinh_thuc_de_nghi",
        "!ho_ten",
        "ngay_sinh",
        "gioi_tinh",
        "so_dinh_danh",
        "dien_thoai",
        "que_quan",
        "tru_quan",
        "!don_vi_cong_tac",
        "chuc_vu",
        "trinh_do",
        "hoc_ham",
        "nhiem_vu",
        "thanh_tich_tap_the",
        "thanh_tich",
        "muc_do_hoan_thanh",
        "danh_hieu",
        "khen_thuong_da_nhan",
        "thu_truong",
    ),
)

FORMS: tuple[Form, ...] = (YEAR_REPORT, PERSON)
