"""Builds the sample reports in Word: `python corpora/documents/build_samples.py`. The figures agree with one another."""

from pathlib import Path

from docx import Document
from docx.shared import Mm, Pt

HERE = Path(__file__).parent

REPORT = [
    ("title", "BÁO CÁO"),
    ("title", "Kết quả công tác thi hành án dân sự năm 2025 của Thi hành án dân sự tỉnh Hòa Sơn"),
    ("body", "Thực hiện chế độ báo cáo thống kê, Thi hành án dân sự tỉnh Hòa Sơn báo cáo kết quả năm 2025 (từ 01/10/2024 "
             "đến 30/9/2025) như sau:"),
    ("h1", "I. KẾT QUẢ THI HÀNH ÁN DÂN SỰ"),
    ("h2", "1. Về việc"),
    ("body", "Tổng số thụ lý là 7.757 việc, tăng 345 việc (4,65%) so với năm 2024; trong đó: số cũ chuyển sang là 1.845 "
             "việc, số thụ lý mới là 5.912 việc."),
    ("body", "Sau khi trừ 62 việc ủy thác và 5 việc thu hồi quyết định, số phải thi hành là 7.690 việc, gồm: có điều kiện "
             "thi hành 6.418 việc, chưa có điều kiện thi hành 1.216 việc, hoãn và tạm đình chỉ 56 việc."),
    ("body", "Đã thi hành xong 5.497 việc, tăng 216 việc (4,09%) so với năm 2024; đạt tỷ lệ 85,65% trên số có điều kiện "
             "thi hành, vượt 1,75 điểm phần trăm so với chỉ tiêu được giao (83,90%). Số chuyển kỳ sau là 2.193 việc."),
    ("h2", "2. Về tiền"),
    ("body", "Tổng số thụ lý là 1.110 tỷ 547 triệu 025 nghìn đồng, trong đó: số cũ chuyển sang là 412 tỷ 305 triệu 118 "
             "nghìn đồng, số thụ lý mới là 698 tỷ 241 triệu 907 nghìn đồng."),
    ("body", "Sau khi trừ 85 tỷ 120 triệu 440 nghìn đồng ủy thác, số phải thi hành là 1.025 tỷ 426 triệu 585 nghìn đồng, "
             "gồm: có điều kiện thi hành 604 tỷ 918 triệu 372 nghìn đồng, chưa có điều kiện thi hành 420 tỷ 508 triệu "
             "213 nghìn đồng."),
    ("body", "Đã thi hành xong 331 tỷ 247 triệu 695 nghìn đồng, đạt tỷ lệ 54,76% trên số có điều kiện thi hành, vượt 2,86 "
             "điểm phần trăm so với chỉ tiêu được giao (51,90%)."),
    ("h2", "3. Kết quả của từng đơn vị"),
    ("table", [
        ("Đơn vị", "Có điều kiện (việc)", "Thi hành xong (việc)", "Tỷ lệ (%)"),
        ("Phòng Thi hành án dân sự khu vực 1", "2.418", "2.101", "86,89"),
        ("Phòng Thi hành án dân sự khu vực 2", "2.205", "1.874", "84,99"),
        ("Phòng Thi hành án dân sự khu vực 3", "1.795", "1.522", "84,79"),
        ("Tổng cộng", "6.418", "5.497", "85,65"),
    ]),
    ("h1", "II. CÔNG TÁC THI ĐUA, KHEN THƯỞNG"),
    ("body", "Năm 2025, đơn vị phát động 3 đợt thi đua. Trong 46 công chức, người lao động được đánh giá có 9 người hoàn "
             "thành xuất sắc nhiệm vụ, 34 người hoàn thành tốt nhiệm vụ và 3 người hoàn thành nhiệm vụ."),
    ("body", "Có 42 cá nhân được công nhận danh hiệu Lao động tiên tiến, 6 cá nhân được công nhận danh hiệu Chiến sĩ thi "
             "đua cơ sở; 17 trường hợp được tặng Giấy khen, gồm 3 tập thể và 14 cá nhân."),
]  # fmt: skip


def build_report(path: Path) -> None:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(14)
    for kind, content in REPORT:
        if kind == "table":
            table = document.add_table(rows=0, cols=4, style="Table Grid")
            for row in content:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        elif kind in ("h1", "h2"):
            document.add_heading(content, level=int(kind[1]))
        else:
            paragraph = document.add_paragraph(content)
            paragraph.alignment = 1 if kind == "title" else 3
    document.core_properties.author = ""
    document.save(str(path))


if __name__ == "__main__":
    build_report(HERE / "bao-cao-nam-2025.docx")
