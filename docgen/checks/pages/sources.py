"""A draft and the documents its figures come from."""


class SRC101:
    """Khác số liệu gốc.

    Kiểm tra gì
        Khi soát bằng --against: con số của bản thảo phải là con số mà nguồn ghi cho cùng chỉ tiêu, cùng kỳ, cùng nơi,
        cùng cách đo; đơn vị tính được quy về một mối.
    Vì sao
        Bản thảo được chép từ báo cáo và biểu thống kê; gõ nhầm khi chép thì trong bài không có gì để đối chiếu.
        Số làm tròn đúng ("gần 154.000" cho 153.855) không bị coi là sai; số không chắc là một thì không báo.
    Ví dụ sai
        - Năm 2025, thu nội địa đạt 4.243,6 tỷ đồng. // Nguồn: Năm 2025, thu nội địa đạt 4.234.567 triệu đồng.
    Ví dụ đúng
        - Năm 2025, thu nội địa đạt 4.234,6 tỷ đồng. // Nguồn: Năm 2025, thu nội địa đạt 4.234.567 triệu đồng.
    Cách sửa
        Mở nguồn ở đúng chỗ được ghi trong lời báo rồi sửa con số cho khớp; nếu nguồn đã cũ thì thay nguồn.
    Nguồn
        Tệp được đưa vào sau --against.
    """

    slug = "khac-so-lieu-goc"


class SRC102:
    """Các văn bản của một kỳ ghi khác nhau.

    Kiểm tra gì
        Khi soát bằng --together: cùng chỉ tiêu, cùng kỳ, cùng nơi, cùng cách đo thì các văn bản phải ghi như nhau.
        Khi nhiều văn bản ghi giống nhau thì chỉ báo ở văn bản ghi khác.
    Vì sao
        Báo cáo, tờ trình và bài viết của một kỳ thường do nhiều người soạn, sửa số ở văn bản này mà quên văn bản kia.
    Ví dụ sai
        - Năm 2025, thu nội địa đạt 4.243,6 tỷ đồng. // Cùng kỳ: Năm 2025, thu nội địa đạt 4.234.567 triệu đồng.
    Ví dụ đúng
        - Năm 2025, thu nội địa đạt 4.234,6 tỷ đồng. // Cùng kỳ: Năm 2025, thu nội địa đạt 4.234.567 triệu đồng.
    Cách sửa
        Chọn con số đúng theo sổ hoặc biểu đã ký rồi sửa các văn bản còn lại.
    Nguồn
        Các tệp được soát trong cùng một lần gọi.
    """

    slug = "van-ban-cung-ky-ghi-khac"


class SRC103:
    """Số không có trong nguồn.

    Kiểm tra gì
        Khi soát bằng --against: liệt kê những con số của bản thảo không thấy trong nguồn nào;
        chỉ để biết, không phải lỗi.
    Vì sao
        Số không có nguồn thì chưa được đối chiếu; người soát biết phải tự xem những số nào.
    Ví dụ sai
        - Năm 2025, sửa chữa 17 nhà văn hóa. // Nguồn: Năm 2025, thu nội địa đạt 4.234.567 triệu đồng.
    Ví dụ đúng
        - Năm 2025, thu nội địa đạt 4.234,6 tỷ đồng. // Nguồn: Năm 2025, thu nội địa đạt 4.234.567 triệu đồng.
    Cách sửa
        Đưa thêm nguồn bằng --against, hoặc tự đối chiếu con số.
    Nguồn
        Tệp được đưa vào sau --against.
    """

    slug = "so-khong-co-trong-nguon"
