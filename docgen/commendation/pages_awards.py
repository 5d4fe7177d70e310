"""The pages of the rules on conditions, votes and money."""


class LAW101:
    """Điều kiện của danh hiệu, hình thức khen thưởng.

    Kiểm tra gì
        Đối chiếu xếp loại, danh hiệu các năm, sáng kiến và số liệu của tập thể với từng điều kiện của danh hiệu được đề
        nghị. Mỗi điều kiện có một trong ba kết quả: đã chứng minh, còn thiếu, trái với quy định.
    Vì sao
        Hồ sơ thiếu một điều kiện là bị trả lại. docgen chỉ nêu, không quyết định thay người có thẩm quyền.
    Ví dụ sai
        - Đề nghị Lao động tiên tiến cho người xếp loại Hoàn thành nhiệm vụ.
    Ví dụ đúng
        - Đề nghị Lao động tiên tiến cho người xếp loại Hoàn thành tốt nhiệm vụ.
    Cách sửa
        Bổ sung giấy tờ chứng minh, hoặc đổi danh hiệu đề nghị.
    Nguồn
        Luật Thi đua, khen thưởng, Điều 21 đến Điều 28, Điều 74.
    """

    slug = "dieu-kien-danh-hieu"


class LAW102:
    """Lấy khen thưởng đột xuất, chuyên đề làm căn cứ khen thưởng công trạng.

    Kiểm tra gì
        Căn cứ đề nghị khen thưởng công trạng có ghi khen thưởng đột xuất hoặc theo chuyên đề.
    Vì sao
        Kết quả khen thưởng đột xuất, thi đua theo chuyên đề không dùng làm căn cứ đề nghị khen thưởng công trạng.
    Ví dụ sai
        - Đề nghị Bằng khen về công trạng, căn cứ Giấy khen đột xuất năm 2025.
    Ví dụ đúng
        - Đề nghị Bằng khen về công trạng, căn cứ hai năm liên tục đạt Chiến sĩ thi đua cơ sở.
    Cách sửa
        Bỏ căn cứ ấy, nêu thành tích công trạng.
    Nguồn
        Nghị định 152/2025/NĐ-CP, Điều 4 khoản 3.
    """

    slug = "dot-xuat-lam-can-cu-cong-trang"


class LAW103:
    """Đang bị xem xét kỷ luật, thanh tra, xác minh đơn thư.

    Kiểm tra gì
        Cột kỷ luật trong danh sách: có ghi thì nêu ra, để trống thì nhắc xác nhận.
    Vì sao
        Chưa khen thưởng trong thời gian đang xem xét kỷ luật hoặc đang xác minh.
    Ví dụ sai
        - Cột Kỷ luật ghi «đang xem xét kỷ luật».
    Ví dụ đúng
        - Cột Kỷ luật ghi «không».
    Cách sửa
        Chờ kết luận rồi mới đề nghị.
    Nguồn
        Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4.
    """

    slug = "dang-bi-xem-xet-ky-luat"


class LAW104:
    """Một người, một thành tích được đề nghị hai lần.

    Kiểm tra gì
        Tên lặp lại với cùng danh hiệu trong một năm; cùng một thành tích được đề nghị hai hình thức.
    Vì sao
        Một thành tích không khen nhiều lần; tên trùng thường do dán nhầm.
    Ví dụ sai
        - Hai dòng Nguyễn Văn A, Lao động tiên tiến, năm 2026.
    Ví dụ đúng
        - Một dòng Nguyễn Văn A, Lao động tiên tiến, năm 2026.
    Cách sửa
        Xóa dòng thừa, hoặc ghi thành tích khác nhau cho từng hình thức.
    Nguồn
        Nguyên tắc khen thưởng của Luật Thi đua, khen thưởng, chưa kiểm chứng điều khoản.
    """

    slug = "khen-hai-lan-mot-thanh-tich"


class LAW105:
    """Vượt tỷ lệ khen mà cơ quan tự đặt.

    Kiểm tra gì
        Số người được đề nghị so với tỷ lệ do bộ, ngành, địa phương quy định; tỷ lệ và văn bản quy định do người dùng
        khai.
    Vì sao
        Luật và Nghị định không còn trần 15% Chiến sĩ thi đua cơ sở, nhưng nhiều nơi vẫn quy định riêng.
    Ví dụ sai
        - 16 Chiến sĩ thi đua cơ sở trên 100 Lao động tiên tiến, khi nơi ấy quy định không quá 15%.
    Ví dụ đúng
        - 15 Chiến sĩ thi đua cơ sở trên 100 Lao động tiên tiến.
    Cách sửa
        Rà lại danh sách hoặc tỷ lệ đã khai.
    Nguồn
        Văn bản hướng dẫn hằng năm của bộ, ngành, địa phương.
    """

    slug = "vuot-ty-le-khen"


class LAW201:
    """Số phiếu không khớp nhau.

    Kiểm tra gì
        Có mặt + vắng = tổng số; phát ra = số người bỏ phiếu; hợp lệ + không hợp lệ = thu về; phiếu đồng ý không quá số
        phiếu hợp lệ.
    Vì sao
        Biên bản kiểm phiếu là căn cứ của tờ trình.
    Ví dụ sai
        - Thu về 8 phiếu, hợp lệ 7 phiếu, không hợp lệ 0 phiếu.
    Ví dụ đúng
        - Thu về 8 phiếu, hợp lệ 7 phiếu, không hợp lệ 1 phiếu.
    Cách sửa
        Đếm lại phiếu, sửa biên bản.
    Nguồn
        Đẳng thức của biên bản kiểm phiếu.
    """

    slug = "phieu-khong-khop"


class LAW202:
    """Chưa đủ ngưỡng phiếu.

    Kiểm tra gì
        Số phiếu đồng ý so với ngưỡng 80% hoặc 90% tổng số thành viên Hội đồng, làm tròn lên.
    Vì sao
        Với 9 thành viên, 80% là 7,2, nên cần 8 phiếu.
    Ví dụ sai
        - Chiến sĩ thi đua cơ sở được 7 phiếu, Hội đồng có 9 thành viên.
    Ví dụ đúng
        - Chiến sĩ thi đua cơ sở được 8 phiếu, Hội đồng có 9 thành viên.
    Cách sửa
        Lấy ý kiến bằng văn bản của thành viên vắng mặt, hoặc không đề nghị.
    Nguồn
        Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7; điều tương ứng của Nghị định 152/2025/NĐ-CP chưa kiểm chứng.
    """

    slug = "chua-du-nguong-phieu"


class LAW203:
    """Tỷ lệ phiếu tính trên số người có mặt.

    Kiểm tra gì
        Số phiếu chỉ đủ ngưỡng nếu chia cho số người có mặt.
    Vì sao
        Tỷ lệ tính trên tổng số thành viên Hội đồng; người vắng mặt cho ý kiến bằng văn bản.
    Ví dụ sai
        - 7 phiếu trên 7 người có mặt, Hội đồng có 9 thành viên.
    Ví dụ đúng
        - 8 phiếu trên 9 thành viên.
    Cách sửa
        Tính lại trên tổng số thành viên; bổ sung ý kiến của người vắng.
    Nguồn
        Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7.
    """

    slug = "tinh-phieu-tren-so-co-mat"


class LAW301:
    """Tiền thưởng không đúng hệ số và lương cơ sở.

    Kiểm tra gì
        Tiền thưởng = hệ số × mức lương cơ sở vào ngày quyết định, làm tròn lên hàng chục nghìn đồng.
    Vì sao
        Lương cơ sở đổi giữa năm; số cũ hay bị chép lại.
    Ví dụ sai
        - Lao động tiên tiến, quyết định tháng 12/2026, ghi 710.000 đồng.
    Ví dụ đúng
        - Lao động tiên tiến, quyết định tháng 12/2026, ghi 760.000 đồng.
    Cách sửa
        Sửa theo số docgen tính.
    Nguồn
        Nghị định 152/2025/NĐ-CP, Điều 49 đến Điều 54.
    """

    slug = "tien-thuong-sai"


class LAW302:
    """Tiền thưởng chưa làm tròn.

    Kiểm tra gì
        Tiền thưởng đúng bằng tích của hệ số và lương cơ sở nhưng chưa làm tròn lên hàng chục nghìn đồng.
    Vì sao
        Cả hai số đều được in trên báo; quy định là làm tròn lên. Đây chỉ là thông tin.
    Ví dụ sai
        - Lao động tiên tiến ghi 702.000 đồng khi lương cơ sở là 2.340.000 đồng.
    Ví dụ đúng
        - Lao động tiên tiến ghi 710.000 đồng khi lương cơ sở là 2.340.000 đồng.
    Cách sửa
        Làm tròn lên hàng chục nghìn đồng.
    Nguồn
        Nghị định 152/2025/NĐ-CP, Điều 49 đến Điều 54.
    """

    slug = "tien-thuong-chua-lam-tron"
