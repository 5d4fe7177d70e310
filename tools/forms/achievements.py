"""Báo cáo thành tích: of a person, of a collective, sudden or by theme, of a life's service."""

from dataclasses import replace

from tools.forms.blocks import (
    HEAD_OF_OFFICE,
    Signer,
    after_table,
    article,
    before_table,
    letterhead,
    prose,
    ruled,
    section,
    signatures,
    text,
    title,
    value,
)
from tools.forms.decree import PAGE
from tools.forms.ooxml import Element
from tools.forms.words import bold, cell, columns, each, paragraph, row, when

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
    return when(name, before_table(), filled, after_table(), otherwise=[text("Chưa có.")])


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
            Signer("XÁC NHẬN CỦA\nTHỦ TRƯỞNG ĐƠN VỊ", "{{ thu_truong }}", "(Ký, đóng dấu)"),
            Signer("NGƯỜI BÁO CÁO\nTHÀNH TÍCH", "{{ ho_ten }}", "(Ký, ghi rõ họ và tên)"),
        ),
        *signatures(Signer("XÁC NHẬN CỦA CẤP TRÌNH KHEN THƯỞNG", "", "(Ký, đóng dấu)")),
    ]


def collective_body() -> list[Element]:
    """The report on a collective's merit."""
    return [
        *letterhead(None),
        *title("BÁO CÁO THÀNH TÍCH", f"Đề nghị tặng {value('hinh_thuc_de_nghi')}"),
        text(f"Tên tập thể đề nghị: {value('ten_tap_the')}"),
        section("SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH"),
        article("Đặc điểm, tình hình"),
        line("Địa điểm trụ sở chính, điện thoại, trang tin điện tử", "tru_so"),
        line("Quá trình thành lập và phát triển", "qua_trinh_phat_trien"),
        text("- Những đặc điểm chính:"),
        *prose("dac_diem"),
        article("Chức năng, nhiệm vụ được giao"),
        *prose("chuc_nang"),
        section("THÀNH TÍCH ĐẠT ĐƯỢC"),
        article("Kết quả thực hiện chỉ tiêu, nhiệm vụ được giao"),
        *prose("thanh_tich"),
        *ratings_table(),
        article("Biện pháp, nguyên nhân đạt được thành tích"),
        *prose("bien_phap"),
        article("Phong trào thi đua"),
        *prose("phong_trao"),
        article("Chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước"),
        *prose("chap_hanh"),
        article("Hoạt động của tổ chức đảng, đoàn thể"),
        *prose("doan_the"),
        *past_awards(),
        *_confirmed(replace(HEAD_OF_OFFICE, note="(Ký, đóng dấu)")),
    ]


def _confirmed(reporter: Signer) -> list[Element]:
    above = Signer("XÁC NHẬN CỦA\nTHỦ TRƯỞNG CẤP TRÊN", "", "(Ký, đóng dấu)")
    return signatures(above, reporter)


def _sudden_title() -> list[Element]:
    return title(
        "BÁO CÁO THÀNH TÍCH",
        f"Đề nghị tặng {value('hinh_thuc_de_nghi')}",
        "Về thành tích xuất sắc {% if loai_thanh_tich %}{{ loai_thanh_tich }} {% endif %}" + value("ve_thanh_tich"),
    )


def _sudden_merit() -> list[Element]:
    return [
        section("THÀNH TÍCH ĐẠT ĐƯỢC"),
        article("Nhiệm vụ được giao và thành tích đạt được"),
        *prose("thanh_tich"),
        article("Khó khăn và nỗ lực khi thực hiện nhiệm vụ"),
        *prose("kho_khan"),
        article("Ý nghĩa của thành tích"),
        *prose("y_nghia"),
    ]


def sudden_collective_body() -> list[Element]:
    """The report on a collective's sudden or thematic merit."""
    return [
        *letterhead(None),
        *_sudden_title(),
        text(f"Tên đơn vị đề nghị khen thưởng: {value('ten_tap_the')}"),
        section("SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH"),
        line("Địa điểm trụ sở chính, điện thoại, trang tin điện tử", "tru_so"),
        text("- Cơ cấu tổ chức, tổng số công chức, viên chức, người lao động:"),
        *prose("dac_diem"),
        text("- Chức năng, nhiệm vụ được giao:"),
        *prose("chuc_nang"),
        *_sudden_merit(),
        *_confirmed(replace(HEAD_OF_OFFICE, note="(Ký, đóng dấu)")),
    ]


def sudden_person_body() -> list[Element]:
    """The report on a person's sudden or thematic merit."""
    return [
        *letterhead(None),
        *_sudden_title(),
        section("SƠ LƯỢC LÝ LỊCH"),
        line("Họ và tên", "ho_ten"),
        paragraph("LyLich", f"- Sinh ngày, tháng, năm: {value('ngay_sinh')}; giới tính: {value('gioi_tinh')}"),
        line("Quê quán", "que_quan"),
        line("Trú quán", "tru_quan"),
        line("Chức vụ", "chuc_vu"),
        line("Đơn vị công tác", "don_vi_cong_tac"),
        line("Trình độ chuyên môn", "trinh_do"),
        *_sudden_merit(),
        *signatures(
            Signer("XÁC NHẬN CỦA\nTHỦ TRƯỞNG ĐƠN VỊ", "{{ thu_truong }}", "(Ký, đóng dấu)"),
            Signer("NGƯỜI BÁO CÁO", "{{ ho_ten }}", "(Ký, ghi rõ họ và tên)"),
        ),
    ]


def _career() -> Element:
    """The table of posts with their lengths and the total."""
    widths = columns(45, 42, 40, 22, 16, body_mm=PAGE.body_mm)
    names = (
        "Từ tháng, năm đến tháng, năm",
        "Chức vụ (Đảng, chính quyền, đoàn thể)",
        "Đơn vị công tác",
        "Số năm, tháng giữ chức vụ",
        "Ghi chú",
    )
    tags = (
        "{{ r.thoi_gian }}",
        value("r.chuc_vu"),
        value("r.don_vi"),
        value("r.so_nam_thang"),
        '{{ r.ghi_chu or "" }}',
    )
    inside = row([cell("BangChu", tag) for tag in tags], widths)
    total = row(
        (
            cell("BangGiua", bold("Tổng cộng"), columns=3),
            cell("BangChu", bold('{{ tong_thoi_gian or "" }}')),
            cell("BangChu", ""),
        ),
        widths,
    )
    return ruled(widths, [[cell("BangDau", name) for name in names]], "r in qua_trinh", [inside], [total])


def service_body() -> list[Element]:
    """The report on a life's service."""
    return [
        *letterhead(None),
        *title("BÁO CÁO THÀNH TÍCH", f"Đề nghị tặng {value('hinh_thuc_de_nghi')}", "(Quá trình cống hiến)"),
        section("SƠ LƯỢC LÝ LỊCH"),
        paragraph("LyLich", f"- Họ và tên: {value('ho_ten')}" + "{% if bi_danh %}; bí danh: {{ bi_danh }}{% endif %}"),
        paragraph("LyLich", f"- Ngày, tháng, năm sinh: {value('ngay_sinh')}; giới tính: {value('gioi_tinh')}"),
        line("Quê quán", "que_quan"),
        line("Nơi thường trú", "tru_quan"),
        paragraph(
            "LyLich",
            f"- Chức vụ, đơn vị công tác hiện nay (hoặc trước khi nghỉ hưu, từ trần): {value('chuc_vu')}, "
            + value("don_vi_cong_tac"),
        ),
        line("Chức vụ đề nghị khen thưởng", "chuc_vu_de_nghi"),
        line("Ngày, tháng, năm bắt đầu tham gia công tác", "ngay_tham_gia"),
        line("Ngày, tháng, năm vào Đảng chính thức", "ngay_vao_dang"),
        line("Ngày, tháng, năm nghỉ hưu (hoặc từ trần)", "ngay_nghi_huu"),
        section("TÓM TẮT QUÁ TRÌNH CÔNG TÁC"),
        *when("qua_trinh", before_table(), _career(), after_table(), otherwise=[text("……")]),
        *past_awards(),
        section("KỶ LUẬT"),
        *prose("ky_luat", "Không."),
        *signatures(
            Signer("XÁC NHẬN CỦA\nTHỦ TRƯỞNG ĐƠN VỊ", "{{ thu_truong }}", "(Ký, đóng dấu)"),
            Signer("NGƯỜI BÁO CÁO", "{{ ho_ten }}", "(Ký, ghi rõ họ và tên)"),
        ),
    ]


def summary_body() -> list[Element]:
    """The short report: one page on what somebody did."""
    return [
        *letterhead(None),
        *title("BÁO CÁO TÓM TẮT THÀNH TÍCH", f"Đề nghị tặng {value('hinh_thuc_de_nghi')}"),
        paragraph("LyLich", bold("1. Họ và tên: "), value("ho_ten")),
        paragraph("LyLich", bold("2. Ngày sinh: "), value("ngay_sinh"), bold("; giới tính: "), value("gioi_tinh")),
        paragraph("LyLich", bold("3. Chức vụ, đơn vị công tác: "), value("chuc_vu"), ", ", value("don_vi_cong_tac")),
        paragraph("LyLich", bold("4. Tóm tắt thành tích:"), keep_next=True),
        *prose("thanh_tich"),
        *signatures(
            Signer("XÁC NHẬN CỦA\nTHỦ TRƯỞNG ĐƠN VỊ", "{{ thu_truong }}", "(Ký, đóng dấu)"),
            Signer("NGƯỜI BÁO CÁO", "{{ ho_ten }}", "(Ký, ghi rõ họ và tên)"),
        ),
    ]
