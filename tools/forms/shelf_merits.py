"""The reports on merit and on initiatives on the shelf."""

from tools.forms import achievements, initiative
from tools.forms.fieldsets import HEAD, ND152, RECEIVED
from tools.forms.form import Form

PERSON = Form(
    slug="bao-cao-thanh-tich-ca-nhan",
    key="ho_ten",
    title="Báo cáo thành tích đề nghị khen thưởng (cá nhân)",
    source=f"Bố cục Mẫu số 05 {ND152}, qua Mẫu 01 Quyết định 71/2025/QĐ-UBND thành phố Hà Nội",
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
        *RECEIVED,
        "thu_truong",
    ),
)

COLLECTIVE = Form(
    slug="bao-cao-thanh-tich-tap-the",
    key="ten_tap_the",
    title="Báo cáo thành tích đề nghị khen thưởng (tập thể)",
    source=f"Bố cục theo Thông tư 03/2018/TT-BNG, Mẫu 01; số mẫu trong {ND152} chưa kiểm chứng",
    verified=False,
    body=achievements.collective_body,
    fields=(
        *HEAD,
        "!hinh_thuc_de_nghi",
        "!ten_tap_the",
        "tru_so",
        "qua_trinh_phat_trien",
        "dac_diem",
        "chuc_nang",
        "thanh_tich",
        "muc_do_hoan_thanh",
        "bien_phap",
        "phong_trao",
        "chap_hanh",
        "doan_the",
        *RECEIVED,
        "quyen_ky",
        "nguoi_ky",
    ),
    changes={"quyen_ky": {"example": "Trưởng phòng"}, "nguoi_ky": {"example": "Lê Thị C"}},
)

SUDDEN = ("!hinh_thuc_de_nghi", "loai_thanh_tich", "!ve_thanh_tich")

MERIT = ("thanh_tich", "kho_khan", "y_nghia")

SUDDEN_SOURCE = (
    "Thông tư 03/2018/TT-BNG, Mẫu {0}, và Nghị định 91/2017/NĐ-CP, Mẫu 08 (bản cũ); mẫu hiện hành chưa kiểm chứng"
)

SUDDEN_COLLECTIVE = Form(
    slug="bao-cao-dot-xuat-tap-the",
    key="ten_tap_the",
    title="Báo cáo thành tích đột xuất, chuyên đề (tập thể)",
    source=SUDDEN_SOURCE.format("04"),
    verified=False,
    body=achievements.sudden_collective_body,
    fields=(*HEAD, *SUDDEN, "!ten_tap_the", "tru_so", "dac_diem", "chuc_nang", *MERIT, "quyen_ky", "nguoi_ky"),
    changes={"quyen_ky": {"example": "Trưởng phòng"}, "nguoi_ky": {"example": "Lê Thị C"}},
)

SUDDEN_PERSON = Form(
    slug="bao-cao-dot-xuat-ca-nhan",
    key="ho_ten",
    title="Báo cáo thành tích đột xuất, chuyên đề (cá nhân)",
    source=SUDDEN_SOURCE.format("05"),
    verified=False,
    body=achievements.sudden_person_body,
    fields=(
        *HEAD,
        *SUDDEN,
        "!ho_ten",
        "ngay_sinh",
        "gioi_tinh",
        "que_quan",
        "tru_quan",
        "chuc_vu",
        "!don_vi_cong_tac",
        "trinh_do",
        *MERIT,
        "thu_truong",
    ),
)

SERVICE = Form(
    slug="bao-cao-cong-hien",
    key="ho_ten",
    title="Báo cáo quá trình cống hiến",
    source=f"Thông tư 03/2018/TT-BNG, Mẫu 03 (bản cũ); số mẫu trong {ND152} chưa kiểm chứng",
    verified=False,
    body=achievements.service_body,
    fields=(
        *HEAD,
        "!hinh_thuc_de_nghi",
        "!ho_ten",
        "bi_danh",
        "ngay_sinh",
        "gioi_tinh",
        "que_quan",
        "tru_quan",
        "chuc_vu",
        "!don_vi_cong_tac",
        "chuc_vu_de_nghi",
        "ngay_tham_gia",
        "ngay_vao_dang",
        "ngay_nghi_huu",
        "qua_trinh",
        "tong_thoi_gian",
        *RECEIVED,
        "ky_luat",
        "thu_truong",
    ),
    changes={"hinh_thuc_de_nghi": {"example": "Huân chương Lao động hạng Ba"}},
)

SUMMARY = Form(
    slug="bao-cao-tom-tat-thanh-tich",
    key="ho_ten",
    title="Báo cáo tóm tắt thành tích",
    source="Không có mẫu quốc gia; dựng theo thông lệ, chưa kiểm chứng",
    verified=False,
    body=achievements.summary_body,
    fields=(
        *HEAD,
        "!hinh_thuc_de_nghi",
        "!ho_ten",
        "ngay_sinh",
        "gioi_tinh",
        "chuc_vu",
        "!don_vi_cong_tac",
        "thanh_tich",
        "thu_truong",
    ),
)

INITIATIVE = (
    "tac_gia",
    "!ten_sang_kien",
    "linh_vuc",
    "ngay_ap_dung",
    "noi_dung_giai_phap",
    "tinh_moi",
    "dieu_kien_ap_dung",
    "loi_ich_tac_gia",
)

INITIATIVE_REQUEST = Form(
    slug="don-cong-nhan-sang-kien",
    key="ten_sang_kien",
    title="Đơn yêu cầu công nhận sáng kiến",
    source="Thông tư 18/2013/TT-BKHCN, chưa kiểm chứng với bản chính",
    verified=False,
    body=initiative.request_body,
    fields=(
        "kinh_gui",
        *INITIATIVE,
        "chu_dau_tu",
        "thong_tin_bao_mat",
        "loi_ich_to_chuc",
        "nguoi_ap_dung_thu",
        "dia_danh",
        "ngay_ky",
    ),
    changes={"kinh_gui": {"example": "Hội đồng sáng kiến Thi hành án dân sự tỉnh Khánh Hòa"}},
)

INITIATIVE_REPORT = Form(
    slug="bao-cao-sang-kien",
    key="ten_sang_kien",
    title="Báo cáo sáng kiến",
    source="Không có mẫu quốc gia; nội dung theo Nghị định 13/2012/NĐ-CP, bố cục chưa kiểm chứng",
    verified=False,
    body=initiative.report_body,
    fields=(*HEAD, *INITIATIVE, "tinh_trang_da_biet", "kha_nang_ap_dung", "pham_vi_anh_huong", "thu_truong"),
)
