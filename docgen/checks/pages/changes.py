"""What rose and what fell, and by how much."""


class CHG101:
    """Mức tăng, giảm không khớp.

    Kiểm tra gì
        Trong bốn số (kỳ này, kỳ trước, mức tăng giảm, tỷ lệ tăng giảm) có ba số trở lên thì chúng phải khớp nhau;
        khi không ghi kỳ trước, số đó được suy ra từ kỳ này và mức tăng giảm.
    Vì sao
        Tỷ lệ tăng giảm rất khó kiểm bằng mắt vì số kỳ trước thường không được in.
    Ví dụ sai
        - Thụ lý 735.580 việc, tăng 39.080 việc (tăng 6,50%) so với cùng kỳ.
    Ví dụ đúng
        - Thụ lý 735.580 việc, tăng 39.080 việc (tăng 5,61%) so với cùng kỳ.
    Cách sửa
        Lấy số kỳ trước trong báo cáo cũ, tính lại mức và tỷ lệ.
    Nguồn
        Tỷ lệ tăng = (kỳ này - kỳ trước) : kỳ trước × 100.
    """

    slug = "muc-tang-giam-khong-khop"


class CHG102:
    """Nói tăng mà số giảm, hoặc ngược lại.

    Kiểm tra gì
        Câu ghi cả hai kỳ: chữ "tăng", "giảm", "cao hơn", "thấp hơn" phải đúng chiều của hai con số.
    Vì sao
        Câu mẫu của năm trước thường được giữ lại khi thay số.
    Ví dụ sai
        - Số đơn thư tăng từ 152 đơn xuống 131 đơn.
    Ví dụ đúng
        - Số đơn thư giảm từ 152 đơn xuống 131 đơn.
    Cách sửa
        Sửa chữ, hoặc sửa con số.
    Nguồn
        So sánh hai số.
    """

    slug = "nguoc-chieu-tang-giam"


class CHG103:
    """Chênh lệch so với chỉ tiêu không khớp.

    Kiểm tra gì
        Kết quả, chỉ tiêu và mức vượt hay thiếu (tính bằng điểm phần trăm hoặc đơn vị) phải khớp nhau.
    Vì sao
        Mức vượt thường được chép từ kỳ trước.
    Ví dụ sai
        - Đạt tỷ lệ 83,57%, vượt 1,75% so với chỉ tiêu giao (chỉ tiêu 82,00%).
    Ví dụ đúng
        - Đạt tỷ lệ 83,57%, vượt 0,57% so với chỉ tiêu giao (chỉ tiêu 83%).
    Cách sửa
        Tính lại: kết quả trừ chỉ tiêu.
    Nguồn
        Phép trừ.
    """

    slug = "chenh-lech-chi-tieu"


class CHG104:
    """Số lần gấp không khớp.

    Kiểm tra gì
        "Gấp … lần": kỳ này chia cho kỳ trước phải ra số lần đã ghi.
    Vì sao
        "Tăng 2 lần" và "gấp 2 lần" hay bị dùng lẫn.
    Ví dụ sai
        - Năm 2024 có 84 vụ, gấp 4 lần so với 42 vụ của năm 2023.
    Ví dụ đúng
        - Năm 2024 có 84 vụ, gấp 2 lần so với 42 vụ của năm 2023.
    Cách sửa
        Tính lại phép chia.
    Nguồn
        Phép chia.
    """

    slug = "so-lan-khong-khop"
