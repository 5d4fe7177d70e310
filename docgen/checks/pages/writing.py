"""Figures and dates that are wrong by the way they are written."""


class PER101:
    """Ngày tháng không có thật.

    Kiểm tra gì
        Ngày vượt quá số ngày của tháng, tháng lớn hơn 12.
    Vì sao
        Ngày sai làm hỏng căn cứ và thời hạn.
    Ví dụ sai
        - Số liệu tính đến ngày 31/9/2020.
    Ví dụ đúng
        - Số liệu tính đến ngày 30/9/2020.
    Cách sửa
        Sửa lại ngày.
    Nguồn
        Dương lịch.
    """

    slug = "ngay-khong-co-that"
