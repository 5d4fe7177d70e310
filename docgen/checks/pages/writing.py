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


class NUM101:
    """Dấu chấm làm dấu thập phân.

    Kiểm tra gì
        Trong cùng một văn bản vừa có số thập phân viết bằng dấu phẩy vừa có số viết bằng dấu chấm; hoặc số đếm có
        phần lẻ.
    Vì sao
        Người đọc hiểu "1.5" và "1.500" theo hai cách khác nhau; số liệu chép sang bảng tính dễ sai.
    Ví dụ sai
        - Tỷ lệ đạt 68,73%, tăng 5.6% so với cùng kỳ.
    Ví dụ đúng
        - Tỷ lệ đạt 68,73%, tăng 5,6% so với cùng kỳ.
    Cách sửa
        Viết dấu phẩy trước phần thập phân.
    Nguồn
        Quy tắc viết số tiếng Việt: dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân.
    """

    slug = "dau-cham-thap-phan"


class NUM102:
    """Nhóm chữ số sai.

    Kiểm tra gì
        Sau dấu chấm ngăn hàng nghìn phải có đúng ba chữ số.
    Vì sao
        Thừa hoặc thiếu một chữ số làm con số lớn lên hay nhỏ đi mười lần, không đoán được số nào đúng.
    Ví dụ sai
        - Thu ngân sách đạt 446.4000 tỷ đồng.
    Ví dụ đúng
        - Thu ngân sách đạt 446.400 tỷ đồng.
    Cách sửa
        Đối chiếu với nguồn rồi viết lại.
    Nguồn
        Quy tắc viết số tiếng Việt: dấu chấm ngăn từng nhóm ba chữ số.
    """

    slug = "nhom-chu-so-sai"


class NUM103:
    """Dấu phẩy ngăn hàng nghìn.

    Kiểm tra gì
        Số đếm có dấu phẩy trước nhóm ba chữ số: cả câu chỉ có nghĩa khi đó là dấu ngăn hàng nghìn.
    Vì sao
        Theo cách viết tiếng Việt, "1,352" là một phẩy ba trăm năm mươi hai.
    Ví dụ sai
        - Toàn tỉnh có 1,352 trường học.
    Ví dụ đúng
        - Toàn tỉnh có 1.352 trường học.
    Cách sửa
        Viết dấu chấm ngăn hàng nghìn.
    Nguồn
        Quy tắc viết số tiếng Việt: dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân.
    """

    slug = "dau-phay-hang-nghin"


class NUM104:
    """Con số bị tách rời.

    Kiểm tra gì
        Dấu cách nằm giữa các chữ số của một số thập phân.
    Vì sao
        Số bị ngắt ở cuối dòng, tìm kiếm không thấy, chép sang bảng tính thành hai số.
    Ví dụ sai
        - Tỷ lệ hộ nghèo còn 39, 1% số hộ.
    Ví dụ đúng
        - Tỷ lệ hộ nghèo còn 39,1% số hộ.
    Cách sửa
        Xóa dấu cách.
    Nguồn
        Quy tắc viết số tiếng Việt.
    """

    slug = "so-bi-tach"


class NUM105:
    """Số bằng chữ viết sai chính tả.

    Kiểm tra gì
        Từ chỉ số viết sai mà vẫn nhận ra được, như "lẽ" thay cho "lẻ".
    Vì sao
        Số tiền bằng chữ là căn cứ chi trả, phải đúng từng chữ.
    Ví dụ sai
        - Số tiền bằng chữ: một trăm lẽ năm nghìn đồng.
    Ví dụ đúng
        - Số tiền bằng chữ: một trăm lẻ năm nghìn đồng.
    Cách sửa
        Viết lại cho đúng chính tả.
    Nguồn
        Từ điển chính tả tiếng Việt.
    """

    slug = "so-bang-chu-sai"
