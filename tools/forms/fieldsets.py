"""Fields that forms share, and sources that they share."""

HEAD = ("co_quan_chu_quan", "!co_quan", "dia_danh", "ngay_ky")
NUMBERED = ("co_quan_chu_quan", "!co_quan", "viet_tat_co_quan", "so", "dia_danh", "ngay_ky")
SIGNED = ("noi_nhan", "don_vi_soan", "quyen_ky", "nguoi_ky")
LISTS = ("tap_the", "ca_nhan")
RECEIVED = ("danh_hieu", "khen_thuong_da_nhan")
PERIODS = ("!ky_bao_cao", "!ky_truoc", "ky_sau", "kinh_gui", "mo_dau")
FIGURES = ("so_lieu_don_vi", "nguon_so_lieu")
REVIEW = ("uu_diem", "han_che", "nguyen_nhan")
OUTLOOK = ("phuong_huong", "kien_nghi")
ND152 = "Nghị định 152/2025/NĐ-CP"
NO_NATIONAL = "Không có mẫu quốc gia; thể thức theo Nghị định 30/2020/NĐ-CP, Phụ lục III, "
