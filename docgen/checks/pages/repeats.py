"""One figure told in several places."""


class DUP101:
    """Cùng một số liệu ghi khác nhau.

    Kiểm tra gì
        Một chỉ tiêu, cùng kỳ, cùng nơi, cùng cách đo, được nhắc ở nhiều chỗ thì các con số phải như nhau.
    Vì sao
        Tiêu đề, đoạn đầu, thân bài và bảng thường được sửa không đều.
        Tiêu đề làm tròn số của thân bài không bị coi là sai.
    Ví dụ sai
        - Năm 2020, tổng số thụ lý là 8.169 việc. Như vậy, tổng số thụ lý năm 2020 là 8.196 việc.
    Ví dụ đúng
        - Năm 2020, tổng số thụ lý là 8.169 việc. Như vậy, tổng số thụ lý năm 2020 là 8.169 việc.
    Cách sửa
        Chọn con số đúng theo nguồn và sửa các chỗ còn lại.
    Nguồn
        Hai lần ghi của cùng một số liệu.
    """

    slug = "cung-so-lieu-ghi-khac"


class DUP102:
    """Câu văn khác bảng.

    Kiểm tra gì
        Con số trong câu văn và ô của bảng nói cùng một chỉ tiêu thì phải như nhau.
    Vì sao
        Bảng hay được cập nhật sau câu văn, hoặc ngược lại.
    Ví dụ sai
        - | Chỉ tiêu | Năm 2020 | / | Tổng số thụ lý (việc) | 8.169 | / Năm 2020, tổng số thụ lý là 8.196 việc.
    Ví dụ đúng
        - | Chỉ tiêu | Năm 2020 | / | Tổng số thụ lý (việc) | 8.169 | / Năm 2020, tổng số thụ lý là 8.169 việc.
    Cách sửa
        Lấy số của biểu đã ký làm chuẩn rồi sửa chỗ kia.
    Nguồn
        Hai lần ghi của cùng một số liệu.
    """

    slug = "cau-van-khac-bang"


class LST101:
    """Số đếm khác số mục được kể.

    Kiểm tra gì
        Câu nêu một số đếm rồi kể tên từng mục: số mục kể ra phải bằng số đếm.
    Vì sao
        Thêm hay bớt một đơn vị khỏi danh sách mà quên sửa số đếm là lỗi thường gặp trong tờ trình.
    Ví dụ sai
        - Tặng Giấy khen cho 4 tập thể: Phòng Tổ chức, Phòng Nghiệp vụ và Văn phòng.
    Ví dụ đúng
        - Tặng Giấy khen cho 3 tập thể: Phòng Tổ chức, Phòng Nghiệp vụ và Văn phòng.
    Cách sửa
        Đếm lại danh sách.
    Nguồn
        Phép đếm.
    """

    slug = "so-dem-khac-danh-sach"


class WRD101:
    """Số bằng chữ khác số bằng số.

    Kiểm tra gì
        Số tiền hay số lượng ghi cả bằng số và bằng chữ thì hai cách ghi phải cùng một giá trị.
    Vì sao
        Khi hai cách ghi khác nhau, kế toán và kho bạc thường căn cứ vào số bằng chữ.
    Ví dụ sai
        - Số tiền thưởng là 2.340.000 đồng (bằng chữ: hai triệu bốn trăm ba mươi nghìn đồng).
    Ví dụ đúng
        - Số tiền thưởng là 2.430.000 đồng (bằng chữ: hai triệu bốn trăm ba mươi nghìn đồng).
    Cách sửa
        Sửa cách ghi sai cho khớp cách ghi kia.
    Nguồn
        Cách đọc số tiếng Việt.
    """

    slug = "so-khac-chu"


class UNI101:
    """Lẫn đơn vị tính.

    Kiểm tra gì
        Hai lần ghi của cùng một số liệu lệch nhau đúng 1.000 hay 1.000.000 lần.
    Vì sao
        Ghi triệu thành tỷ, nghìn đồng thành đồng là lỗi hay gặp khi chép từ bảng.
    Ví dụ sai
        - Số tiền thu được trong năm là 35,2 tỷ đồng. Số tiền thu được trong năm là 35,2 triệu đồng.
    Ví dụ đúng
        - Số tiền thu được trong năm là 35,2 tỷ đồng. Số tiền thu được trong năm là 35.200 triệu đồng.
    Cách sửa
        Xem dòng "Đơn vị tính" của bảng gốc rồi sửa chữ chỉ đơn vị.
    Nguồn
        Hai lần ghi của cùng một số liệu.
    """

    slug = "lan-don-vi"
