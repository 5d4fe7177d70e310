"""Báo cáo tổng kết phong trào thi đua và công tác khen thưởng."""

from tools.forms.blocks import (
    NO_FIGURE,
    after_table,
    article,
    closing,
    ending,
    letterhead,
    number,
    prose,
    ruled,
    section,
    text,
    title,
)
from tools.forms.decree import PAGE
from tools.forms.figures import ANNEXES, annexes, figures_table, sentence
from tools.forms.ooxml import Element
from tools.forms.people import head
from tools.forms.words import bold, cell, columns, each, paragraph, row, when

TOTAL = 'khen_thuong|selectattr("{0}")|sum(attribute="{0}")'


def awards_table() -> Element:
    """The table of awards with its total."""
    widths = columns(10, 83, 22, 22, 28, body_mm=PAGE.body_mm)
    heads = head("TT", "Danh hiệu thi đua, hình thức khen thưởng", "Tập thể", "Cá nhân", "Ghi chú")
    line = (
        cell("BangGiua", "{{ loop.index }}"),
        cell("BangChu", "{{ r.hinh_thuc }}"),
        cell("BangSo", '{{ r.tap_the|so or "-" }}'),
        cell("BangSo", '{{ r.ca_nhan|so or "-" }}'),
        cell("BangChu", '{{ r.ghi_chu or "" }}'),
    )
    total = (
        cell("BangGiua", ""),
        cell("BangGiua", bold("Tổng cộng")),
        cell("BangSo", bold("{{ (" + TOTAL.format("tap_the") + ' or none)|so or "-" }}')),
        cell("BangSo", bold("{{ (" + TOTAL.format("ca_nhan") + ' or none)|so or "-" }}')),
        cell("BangChu", ""),
    )
    return ruled(widths, [heads], "r in khen_thuong", [row(line, widths)], [row(total, widths)])


def results() -> list[Element]:
    """The indicators: one sentence each, then the table; a visible blank where there are none."""
    figures = [
        text("Kết quả thực hiện các chỉ tiêu, nhiệm vụ {{ ky_bao_cao or '……' }}" + ANNEXES + ":"),
        *each("r in so_lieu", text(sentence())),
        paragraph("TieuDeBang", "Bảng 1. Kết quả thực hiện các chỉ tiêu, nhiệm vụ {{ ky_bao_cao or '……' }}"),
        figures_table("r in so_lieu"),
        after_table(),
    ]
    return when("so_lieu", *figures, otherwise=[text(NO_FIGURE)])


def awards() -> list[Element]:
    """The awards: one sentence with the totals, then the table."""
    counts = (
        "{{ " + TOTAL.format("tap_the") + "|so }} lượt tập thể, {{ " + TOTAL.format("ca_nhan") + "|so }} lượt cá nhân"
    )
    sentence = text(
        "Trong {{ ky_bao_cao or '……' }}, số lượt tập thể, cá nhân được tặng danh hiệu thi đua, hình thức khen thưởng: "
        + counts
        + "."
    )
    caption = paragraph("TieuDeBang", "Bảng 2. Kết quả khen thưởng {{ ky_bao_cao or '……' }}")
    inside = (sentence, caption, awards_table(), after_table())
    return [
        *when("cong_tac_khen_thuong|dong", *each("doan in cong_tac_khen_thuong|dong", text("{{ doan }}"))),
        *when("khen_thuong", *inside, otherwise=[text("Kết quả khen thưởng: " + NO_FIGURE + ".")]),
    ]


def review() -> list[Element]:
    """What went well, what did not, why, and what is learnt."""
    return [
        section("ĐÁNH GIÁ CHUNG"),
        article("Ưu điểm"),
        *prose("uu_diem"),
        article("Hạn chế"),
        *prose("han_che"),
        article("Nguyên nhân"),
        *prose("nguyen_nhan"),
        article("Bài học kinh nghiệm"),
        *prose("bai_hoc"),
    ]


def body() -> list[Element]:
    """The whole report."""
    subject = "phong trào thi đua và công tác khen thưởng {{ ky_bao_cao or '……' }}"
    following = "{% if ky_sau %}; phương hướng, nhiệm vụ {{ ky_sau }}{% endif %}"
    return [
        *letterhead(number("BC")),
        *title("BÁO CÁO", f"Tổng kết {subject}{following}"),
        *when("kinh_gui|dong", paragraph("KinhGui", 'Kính gửi: {{ kinh_gui|dong|join("; ") }}')),
        *when(
            "mo_dau|dong",
            *each("doan in mo_dau|dong", text("{{ doan }}")),
            otherwise=[text(f"{{{{ co_quan or '……' }}}} báo cáo kết quả {subject} như sau:")],
        ),
        section("CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO"),
        *prose("chi_dao"),
        section("KẾT QUẢ PHONG TRÀO THI ĐUA"),
        article("Phong trào thi đua do cấp trên phát động"),
        *prose("phong_trao_cap_tren"),
        article("Phong trào thi đua của đơn vị; thi đua theo chuyên đề"),
        *prose("phong_trao_don_vi"),
        article("Kết quả thực hiện nhiệm vụ chính trị, chuyên môn"),
        *results(),
        article("Xây dựng, nhân rộng điển hình tiên tiến"),
        *prose("dien_hinh"),
        section("CÔNG TÁC KHEN THƯỞNG"),
        *awards(),
        section("TỔ CHỨC BỘ MÁY; QUỸ THI ĐUA, KHEN THƯỞNG; KIỂM TRA, GIÁM SÁT"),
        *prose("to_chuc_bo_may"),
        *review(),
        section("PHƯƠNG HƯỚNG, NHIỆM VỤ{% if ky_sau %} {{ ky_sau|hoa }}{% else %} TRỌNG TÂM{% endif %}"),
        *prose("phuong_huong"),
        section("KIẾN NGHỊ, ĐỀ XUẤT"),
        *prose("kien_nghi"),
        closing(f"Trên đây là báo cáo tổng kết {subject} của {{{{ co_quan or '……' }}}}./."),
        *ending(first=None),
        *annexes(),
    ]
