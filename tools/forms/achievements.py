"""Báo cáo thành tích: of a person, of a collective, sudden or by theme, of a life's service."""

from tools.forms.blocks import (
    after_table,
    article,
    letterhead,
    prose,
    ruled,
    section,
    signatures,
    signer,
    text,
    title,
    value,
)
from tools.forms.decree import PAGE
from tools.forms.ooxml import Element
from tools.forms.words import cell, columns, each, paragraph, row, when

ISSUED = "Số, ngày, tháng, năm của quyết định {0}; cơ quan ban hành quyết định"


def line(label: str, name: str) -> Element:
    """One line of a person's particulars."""
    return paragraph("LyLich", f"- {label}: {value(name)}")


def past_awards() -> list[Element]:
    """Section III of every such report: titles and awards already received, each in its table."""
    return [
        section("CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG"),
        article("Danh hiệu thi đua"),
        *_received("danh_hieu", "Danh hiệu thi đua", ISSUED.format("công nhận danh hiệu thi đua")),
        article("Hình thức khen thưởng"),
        *_received("khen_thuong_da_nhan", "Hình thức khen thưởng", ISSUED.format("khen thưởng")),
    ]


def _received(name: str, what: str, issued: str) -> list[Element]:
    widths = columns(18, 57, 90, body_mm=PAGE.body_mm)
    heads = [cell("BangDau", words) for words in ("Năm", what, issued)]
    tags = (("BangGiua", "{{ r.nam }}"), ("BangChu", "{{ r.ten }}"), ("BangChu", value("r.quyet_dinh")))
    filled = ruled(widths, [heads], f"r in {name}", [row([cell(*tag) for tag in tags], widths)])
    return when(name, after_table(), filled, after_table(), otherwise=[text("Chưa có.")])


def ratings_table() -> list[Element]:
    """The table of ratings and initiatives, year by year."""
    widths = columns(16, 46, 55, 48, body_mm=PAGE.body_mm)
    names = ("Năm", "Mức độ hoàn thành nhiệm vụ", "Sáng kiến, đề tài", "Quyết định công nhận; cơ quan ban hành")
    tags = ("{{ r.nam }}", value("r.muc_do"), '{{ r.sang_kien or "-" }}', '{{ r.quyet_dinh or "-" }}')
    styles = ("BangGiua", "BangChu", "BangChu", "BangChu")
    inside = row([cell(style, tag) for style, tag in zip(styles, tags, strict=True)], widths)
    filled = ruled(widths, [[cell("BangDau", name) for name in names]], "r in muc_do_hoan_thanh", [inside])
    caption = paragraph("TieuDeBang", "Mức độ hoàn thành nhiệm vụ và sáng kiến, đề tài")
    return when("muc_do_hoan_thanh", caption, filled, after_table())


def person_body() -> list[Element]:
    """The report on a person's merit."""
    born = f"- Sinh ngày, tháng, năm: {value('ngay_sinh')}"
    return [
        *letterhead(None),
        *title("BÁO CÁO THÀNH TÍCH", f"Đề nghị tặng {value('hinh_thuc_de_nghi')}"),
        section("SƠ LƯỢC LÝ LỊCH"),
        line("Họ và tên", "ho_ten"),
        paragraph("LyLich", f"{born}; giới tính: {value('gioi_tinh')}"),
        *when("so_dinh_danh", line("Số định danh cá nhân", "so_dinh_danh")),
        *when("dien_thoai", line("Điện thoại liên hệ", "dien_thoai")),
        line("Quê quán", "que_quan"),
        line("Trú quán", "tru_quan"),
        line("Đơn vị công tác", "don_vi_cong_tac"),
        line("Chức vụ (Đảng, chính quyền, đoàn thể)", "chuc_vu"),
        line("Trình độ chuyên môn, nghiệp vụ", "trinh_do"),
        paragraph("LyLich", '- Học hàm, học vị, danh hiệu, giải thưởng: {{ hoc_ham or "không" }}'),
        section("THÀNH TÍCH ĐẠT ĐƯỢC"),
        article("Quyền hạn, nhiệm vụ được giao hoặc đảm nhận"),
        *prose("nhiem_vu"),
        *when(
            "thanh_tich_tap_the|dong",
            article("Tóm tắt thành tích của tập thể do cá nhân đứng đầu"),
            *each("doan in thanh_tich_tap_the|dong", text("{{ doan }}")),
        ),
        article("Thành tích đạt được của cá nhân"),
        *prose("thanh_tich"),
        *ratings_table(),
        article("Cam kết"),
        text(
            "Tôi cam kết những nội dung báo cáo trên là đúng sự thật; không trong thời gian bị xem xét kỷ luật, "
            "không bị thanh tra, kiểm tra khi có dấu hiệu vi phạm và không có đơn khiếu nại, tố cáo đang được xác minh."
        ),
        *past_awards(),
        *signatures(
            signer("XÁC NHẬN CỦA\nTHỦ TRƯỞNG ĐƠN VỊ", "{{ thu_truong }}", "(Ký, đóng dấu)"),
            signer("NGƯỜI BÁO CÁO\nTHÀNH TÍCH", "{{ ho_ten }}", "(Ký, ghi rõ họ và tên)"),
        ),
        *signatures(signer("XÁC NHẬN CỦA CẤP TRÌNH KHEN THƯỞNG", "", "(Ký, đóng dấu)")),
    ]
