"""The reports of a year on the shelf."""

from tools.forms import enforcement, year_report
from tools.forms.fieldsets import FIGURES, HEAD, NO_NATIONAL, NUMBERED, OUTLOOK, PERIODS, REVIEW, SIGNED
from tools.forms.form import Form

FIGURES_NOTE = """
What the form takes. Every field below is in the context; what is not known is empty (None), never left out: the form
then shows «……» or «…… (chưa có số liệu)». Text fields may hold several paragraphs, one a line.
- ky_bao_cao, ky_truoc, ky_sau: the period in words as it stands inside a sentence («năm 2026», «08 tháng năm 2021»).
- {figures}: one row an indicator, in the order in which it is told. nam_truoc, nam_nay and chenh_lech are numbers in
  the unit of don_vi (for money don_vi is «tỷ đồng» and the number 3508); chenh_lech = nam_nay - nam_truoc, negative
  where it fell; ty_le = chenh_lech ÷ nam_truoc in percent; where don_vi is «%», chenh_lech is in percentage points
  and ty_le is None. cau is a whole sentence with its full stop, taken as it is; without it the form writes
  «chỉ tiêu: kỳ này, tăng … (…) so với kỳ trước (…)».
- so_lieu_don_vi: annex by unit, in the order given; la_tong marks the row that adds an indicator up (bold).
- nguon_so_lieu: annex of sources. Both annexes are left out where they are empty.
"""

YEAR_REPORT = Form(
    slug="tong-ket-thi-dua",
    title="Báo cáo tổng kết phong trào thi đua và công tác khen thưởng",
    source=NO_NATIONAL + "Mẫu 1.4; bố cục thường dùng, chưa kiểm chứng",
    verified=False,
    body=year_report.body,
    fields=(
        *NUMBERED,
        *PERIODS,
        "chi_dao",
        "phong_trao_cap_tren",
        "phong_trao_don_vi",
        "so_lieu",
        *FIGURES,
        "dien_hinh",
        "cong_tac_khen_thuong",
        "khen_thuong",
        "to_chuc_bo_may",
        *REVIEW,
        "bai_hoc",
        *OUTLOOK,
        *SIGNED,
    ),
    note=FIGURES_NOTE.format(figures="so_lieu")
    + "- khen_thuong: one row an award; tap_the and ca_nhan are counts or None; the form adds the total.\n",
)

ENFORCEMENT = Form(
    slug="ket-qua-thads",
    title="Báo cáo kết quả thi hành án dân sự, theo dõi thi hành án hành chính",
    source=NO_NATIONAL + "Mẫu 1.4; biểu thống kê theo Thông tư 05/2024/TT-BTP, bố cục chưa kiểm chứng",
    verified=False,
    body=enforcement.body,
    fields=(
        *NUMBERED,
        *PERIODS,
        "tinh_hinh",
        "chi_dao",
        "ket_qua",
        *FIGURES,
        "xay_dung_nganh",
        *REVIEW,
        *OUTLOOK,
        *SIGNED,
    ),
    note=FIGURES_NOTE.format(figures="ket_qua")
    + "- ket_qua: nhom says under which heading a row goes: viec, tien, hanh_chinh, khac. ke_hoach is the target in\n"
    "  the unit of don_vi; so_ke_hoach = nam_nay - ke_hoach (percentage points where don_vi is «%»).\n",
)

AWARDS_SUMMARY = Form(
    slug="bieu-tong-hop-khen-thuong",
    title="Biểu tổng hợp khen thưởng",
    source="Dựng theo biểu tổng hợp khen thưởng thực tế của cấp tỉnh; không có mẫu quốc gia, chưa kiểm chứng",
    verified=False,
    body=enforcement.summary_body,
    is_landscape=True,
    fields=(*HEAD, "!ky_bao_cao", "tong_hop", "nguoi_lap_bieu", "quyen_ky", "nguoi_ky"),
)
