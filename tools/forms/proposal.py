"""The papers that propose and decide: tờ trình, danh sách, quyết định."""

from tools.forms.blocks import (
    HEAD_OF_OFFICE,
    addressee,
    after_table,
    before_table,
    closing,
    ending,
    goes_with,
    grounds,
    letterhead,
    number,
    page_break,
    signatures,
    text,
    title,
    value,
)
from tools.forms.decree import PAGE
from tools.forms.ooxml import Element
from tools.forms.people import BORN, COUNTS, POST, SHARE, VOTES, by_award, roll, two_row_head
from tools.forms.words import bold, cell, columns, each, paragraph, row, when

PROPOSAL = "Tờ trình TTr"
DECISION = "Quyết định QĐ"
MONEY = '(tap_the + ca_nhan)|selectattr("tien_thuong")|sum(attribute="tien_thuong")'


def proposal_body() -> list[Element]:
    """Tờ trình."""
    met = "Căn cứ Biên bản họp Hội đồng Thi đua - Khen thưởng {{ co_quan or '……' }} {{ ngay_hop|ngay or "
    return [
        *letterhead(number("TTr")),
        *title("TỜ TRÌNH", f"Về việc đề nghị khen thưởng {value('dip_khen')}"),
        *addressee(),
        *grounds(met + '"ngày …… tháng …… năm ……" }}'),
        text(
            "Trên cơ sở thành tích của các tập thể, cá nhân, {{ co_quan or '……' }} kính trình "
            '{{ kinh_gui|dong|join(", ") or "……" }} xem xét, khen thưởng '
            + COUNTS
            + " (có danh sách kèm theo), cụ thể:"
        ),
        *by_award(),
        text(
            "Các tập thể, cá nhân được đề nghị chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước; "
            "không trong thời gian xem xét kỷ luật, không bị thanh tra, kiểm tra khi có dấu hiệu vi phạm và không có "
            "đơn thư khiếu nại, tố cáo đang được xác minh. {{ co_quan or '……' }} chịu trách nhiệm về tính chính xác "
            "của hồ sơ."
        ),
        *when(
            "ho_so_kem_theo|dong",
            text("Hồ sơ kèm theo gồm:"),
            *each("giay in ho_so_kem_theo|dong", text("- {{ giay }}{% if loop.last %}.{% else %};{% endif %}")),
        ),
        closing('{{ co_quan or "……" }} kính trình {{ kinh_gui|dong|join(", ") or "……" }} xem xét, quyết định./.'),
        *ending(),
    ]


def _proposed() -> Element:
    """The table of who is proposed, with its two-row head."""
    widths = columns(10, 44, 14, 14, 48, 56, 36, 16, 18, 16, body_mm=PAGE.landscape_body_mm)
    heads = two_row_head(
        "TT",
        "Tên tập thể, họ và tên cá nhân",
        ("Năm sinh", ("Nam", "Nữ")),
        "Chức vụ, đơn vị công tác",
        "Tóm tắt thành tích",
        "Danh hiệu, hình thức đề nghị",
        ("Kết quả bỏ phiếu", ("Số phiếu", "Tỷ lệ")),
        "Ghi chú",
    )
    same = (
        ("BangChu", '{{ r.thanh_tich or "" }}'),
        ("BangChu", "{{ r.hinh_thuc }}"),
        ("BangGiua", VOTES),
        ("BangGiua", SHARE),
        ("BangChu", '{{ r.ghi_chu or "" }}'),
    )
    index = ("BangGiua", "{{ loop.index }}")
    collective = (
        index,
        ("BangChu", "{{ r.ten }}"),
        ("BangGiua", ""),
        ("BangGiua", ""),
        ("BangChu", '{{ r.don_vi or "" }}'),
        *same,
    )
    person = (
        index,
        ("BangChu", "{{ r.ho_ten }}"),
        *BORN,
        ("BangChu", POST),
        *same,
    )
    return roll(widths, heads, collective, person)


def list_body() -> list[Element]:
    """Danh sách đề nghị: on its side."""
    body = PAGE.landscape_body_mm
    return [
        *letterhead(None, is_dated=False, body_mm=body),
        *title("DANH SÁCH", f"Đề nghị khen thưởng {value('dip_khen')}", is_ruled=False),
        goes_with(PROPOSAL),
        before_table(),
        _proposed(),
        paragraph("KetThuc", f"Danh sách gồm {COUNTS}./."),
        *signatures(None, HEAD_OF_OFFICE, body_mm=body),
    ]


def _decided() -> Element:
    widths = columns(11, 48, 48, 31, 27, body_mm=PAGE.body_mm)
    names = ("TT", "Tên tập thể, họ và tên cá nhân", "Chức vụ, đơn vị", "Danh hiệu, hình thức", "Tiền thưởng (đồng)")
    money = ("BangSo", '{{ r.tien_thuong|so or "" }}')
    given = ("BangChu", "{{ r.hinh_thuc }}")
    collective = (
        ("BangGiua", "{{ loop.index }}"),
        ("BangChu", "{{ r.ten }}"),
        ("BangChu", '{{ r.don_vi or "" }}'),
        given,
        money,
    )
    person = (
        ("BangGiua", "{{ loop.index + tap_the|length }}"),
        ("BangChu", "{{ r.ho_ten }}"),
        ("BangChu", POST),
        given,
        money,
    )
    total = row(
        (
            cell("BangGiua", ""),
            cell("BangGiua", bold("Tổng cộng"), columns=3),
            cell("BangSo", bold("{% set tong = " + MONEY + ' %}{{ tong|so if tong else "" }}')),
        ),
        widths,
    )
    return roll(widths, [[cell("BangDau", name) for name in names]], collective, person, [total])


def decision_body() -> list[Element]:
    """Quyết định khen thưởng with its list as an annex."""
    return [
        *letterhead(number("QĐ")),
        *title("QUYẾT ĐỊNH", f"Về việc khen thưởng {value('dip_khen')}"),
        paragraph("ThamQuyen", value("tham_quyen|hoa")),
        *grounds(f"Theo đề nghị của {value('nguoi_de_nghi')}"),
        paragraph("ThamQuyen", "QUYẾT ĐỊNH:"),
        paragraph(
            "Dieu",
            bold("Điều 1."),
            f" Khen thưởng {COUNTS} (có danh sách kèm theo) {value('noi_dung_thanh_tich')}, cụ thể:",
        ),
        *by_award(),
        paragraph(
            "Dieu",
            bold("Điều 2."),
            " Các tập thể, cá nhân có tên tại Điều 1 được nhận tiền thưởng theo quy định của pháp luật về thi đua, "
            "khen thưởng; kinh phí chi từ " + value("nguon_tien_thuong") + ".",
        ),
        paragraph(
            "KetThuc",
            bold("Điều 3."),
            " Quyết định này có hiệu lực kể từ ngày ký. "
            + value("don_vi_thi_hanh")
            + " và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
        ),
        *ending(first="Như Điều 3"),
        page_break(),
        paragraph("TenPhuLuc", "DANH SÁCH"),
        paragraph("TrichYeu", f"Tập thể, cá nhân được khen thưởng {value('dip_khen')}"),
        goes_with(DECISION),
        before_table(),
        _decided(),
        after_table(),
    ]
