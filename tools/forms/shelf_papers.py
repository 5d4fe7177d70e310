"""The papers of a dossier on the shelf, from the proposal to the certificate."""

from tools.forms import certificate, council, proposal
from tools.forms.fieldsets import HEAD, LISTS, ND152, NUMBERED, SIGNED
from tools.forms.form import Form

PROPOSAL = Form(
    slug="to-trinh-khen-thuong",
    title="Tờ trình đề nghị khen thưởng",
    source=f"Mẫu số 01 {ND152}; lời văn dựng theo các mẫu của bộ, ngành, chưa kiểm chứng với Phụ lục",
    verified=False,
    body=proposal.proposal_body,
    fields=(*NUMBERED, "!dip_khen", "kinh_gui", "can_cu", "ngay_hop", *LISTS, "ho_so_kem_theo", *SIGNED),
)

LIST = Form(
    slug="danh-sach-de-nghi",
    title="Danh sách đề nghị khen thưởng",
    source="Cột theo Quyết định 3621/QĐ-BYT ngày 24/11/2025, BM.11; không có mẫu quốc gia",
    verified=True,
    body=proposal.list_body,
    is_landscape=True,
    fields=(
        "co_quan_chu_quan",
        "!co_quan",
        "viet_tat_co_quan",
        "so",
        "ngay_ky",
        "!dip_khen",
        "so_thanh_vien",
        *LISTS,
        "quyen_ky",
        "nguoi_ky",
    ),
    changes={"so": {"label": "Số tờ trình"}, "ngay_ky": {"label": "Ngày tờ trình"}},
)

DECISION = Form(
    slug="quyet-dinh-khen-thuong",
    title="Quyết định khen thưởng",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2; nội dung theo dự thảo thực tế",
    verified=True,
    body=proposal.decision_body,
    fields=(
        *NUMBERED,
        "!dip_khen",
        "!tham_quyen",
        "can_cu",
        "nguoi_de_nghi",
        "noi_dung_thanh_tich",
        *LISTS,
        "nguon_tien_thuong",
        "don_vi_thi_hanh",
        *SIGNED,
    ),
)

MINUTES = Form(
    slug="bien-ban-hop-hoi-dong",
    title="Biên bản họp Hội đồng Thi đua - Khen thưởng",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9; nội dung theo Mẫu số 3 Thông tư 05/2018/TT-BTP (bản cũ)",
    verified=True,
    body=council.minutes_body,
    fields=(
        "co_quan_chu_quan",
        "!co_quan",
        "viet_tat_co_quan",
        "so",
        "!dip_khen",
        "gio_bat_dau",
        "dia_diem",
        "so_thanh_vien",
        "so_co_mat",
        "so_vang",
        "ly_do_vang",
        "thanh_vien",
        "chu_tri",
        "chuc_vu_chu_tri",
        "thu_ky",
        "chuc_vu_thu_ky",
        "dien_bien",
        "hinh_thuc_bieu_quyet",
        *LISTS,
        "y_kien_khac",
        "gio_ket_thuc",
        "noi_nhan",
    ),
)

COUNT = Form(
    slug="bien-ban-kiem-phieu",
    title="Biên bản kiểm phiếu",
    source="Quyết định 3621/QĐ-BYT ngày 24/11/2025, BM.10; không có mẫu quốc gia",
    verified=True,
    body=council.count_body,
    fields=(
        *HEAD,
        "!dip_khen",
        "so_quyet_dinh_hoi_dong",
        "ngay_hop",
        "truong_ban",
        "uy_vien_kiem_phieu",
        "!so_thanh_vien",
        "so_co_mat",
        "so_vang",
        "ly_do_vang",
        "phieu_phat_ra",
        "phieu_thu_ve",
        "phieu_hop_le",
        "phieu_khong_hop_le",
        "nguong_phan_tram",
        *LISTS,
    ),
)

BALLOT = Form(
    slug="phieu-bau",
    title="Phiếu bầu xét khen thưởng",
    source="Không có mẫu quốc gia; dựng theo thông lệ, chưa kiểm chứng",
    verified=False,
    body=council.ballot_body,
    fields=(*HEAD, "!dip_khen", *LISTS),
)

AWARDED = (
    "danh_xung",
    "!ten_nguoi_nhan",
    "chuc_vu_don_vi",
    "!noi_dung_thanh_tich",
    "so_quyet_dinh",
    "ngay_quyet_dinh",
    "so_so_vang",
    "dia_danh",
    "ngay_ky",
    "nguoi_ky",
)

CERTIFICATE = Form(
    slug="giay-khen",
    key="ten_nguoi_nhan",
    title="Giấy khen, bằng Chiến sĩ thi đua cơ sở",
    source=certificate.SOURCE,
    verified=False,
    body=certificate.certificate_body,
    setup=certificate.setup,
    fields=("!tham_quyen", "tang", "ten_hinh_thuc", *AWARDED, "quyen_ky"),
    note="The room above the first line is for Quốc huy, which the issuing office prints or has on its paper.",
)

OVERPRINT = Form(
    slug="giay-khen-phoi-in-san",
    key="ten_nguoi_nhan",
    title="Giấy khen in vào phôi in sẵn",
    source=certificate.SOURCE,
    verified=False,
    body=certificate.overprint_body,
    setup=certificate.blank_setup,
    fields=(*AWARDED, "lech_phai_mm", "lech_xuong_mm"),
    note="""
Print one on plain paper, hold it against the stock, and give lech_phai_mm and lech_xuong_mm what is to be moved, in
millimetres; negative is to the left and upwards (at most 14 mm up). The frames can also be moved in Word.
""",
)
