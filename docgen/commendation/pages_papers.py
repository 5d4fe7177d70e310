"""The pages of the rules on the papers of a dossier."""


class LAW401:
    """Căn cứ đã hết hiệu lực.

    Kiểm tra gì
        Các dòng «Căn cứ …» viện dẫn văn bản đã bị thay thế vào ngày của văn bản.
    Vì sao
        Mẫu cũ hay được dùng lại mà quên sửa căn cứ. Văn bản ký trước ngày thay thế thì căn cứ cũ vẫn đúng.
    Ví dụ sai
        - Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ;
    Ví dụ đúng
        - Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ;
    Cách sửa
        Thay bằng văn bản hiện hành mà docgen nêu.
    Nguồn
        Ngày hiệu lực của từng văn bản, trong docgen/knowledge/law.
    """

    slug = "can-cu-het-hieu-luc"


class LAW402:
    """Luật, Pháp lệnh trong căn cứ có ghi số, ký hiệu.

    Kiểm tra gì
        Dòng căn cứ viện dẫn Luật, Pháp lệnh kèm số, ký hiệu.
    Vì sao
        Riêng Luật, Pháp lệnh không ghi số, ký hiệu, cơ quan ban hành.
    Ví dụ sai
        - Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15;
    Ví dụ đúng
        - Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
    Cách sửa
        Bỏ số, ký hiệu; ghi ngày, tháng, năm.
    Nguồn
        Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.a.
    """

    slug = "luat-ghi-so-ky-hieu"


class LAW403:
    """Căn cứ thiếu dấu ở cuối dòng.

    Kiểm tra gì
        Dòng căn cứ không kết thúc bằng dấu chấm phẩy hoặc dấu chấm, khi ngay sau đó là một căn cứ khác.
    Vì sao
        Sau mỗi căn cứ là dấu chấm phẩy, căn cứ cuối cùng kết thúc bằng dấu chấm.
    Ví dụ sai
        - Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022
    Ví dụ đúng
        - Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
    Cách sửa
        Thêm dấu.
    Nguồn
        Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.a.
    """

    slug = "dau-cau-can-cu"


class LAW404:
    """Tên cơ quan đã thay đổi.

    Kiểm tra gì
        Tên cơ quan ở đầu văn bản và chỗ ký không còn vào ngày của văn bản.
    Vì sao
        Từ ngày 01/7/2025 hệ thống thi hành án dân sự chỉ còn một cấp ở địa phương và không còn cấp huyện.
    Ví dụ sai
        - CỤC THI HÀNH ÁN DÂN SỰ TỈNH KHÁNH HÒA
    Ví dụ đúng
        - THI HÀNH ÁN DÂN SỰ TỈNH KHÁNH HÒA
    Cách sửa
        Dùng tên hiện hành mà docgen nêu. Văn bản trước ngày ấy dùng tên cũ là đúng.
    Nguồn
        Quyết định 1898/QĐ-BTP ngày 25/6/2025.
    """

    slug = "ten-co-quan-cu"


class LAW501:
    """Ngày của các giấy tờ không theo trình tự.

    Kiểm tra gì
        Họp Hội đồng, rồi tờ trình, rồi quyết định.
    Vì sao
        Tờ trình ký trước ngày họp thì không có căn cứ.
    Ví dụ sai
        - Họp Hội đồng ngày 10/12/2026, tờ trình ngày 09/12/2026.
    Ví dụ đúng
        - Họp Hội đồng ngày 10/12/2026, tờ trình ngày 15/12/2026.
    Cách sửa
        Sửa ngày cho đúng thực tế.
    Nguồn
        Trình tự hồ sơ, chưa kiểm chứng điều khoản.
    """

    slug = "ngay-khong-theo-thu-tu"


class LAW502:
    """Số tập thể, cá nhân khác nhau giữa các giấy tờ.

    Kiểm tra gì
        Tờ trình, danh sách, biên bản, quyết định và báo cáo thành tích có cùng số tập thể, cá nhân.
    Vì sao
        Đây là lỗi làm hồ sơ bị trả lại nhiều nhất.
    Ví dụ sai
        - Tờ trình đề nghị 30 cá nhân, quyết định có 29 dòng.
    Ví dụ đúng
        - Tờ trình đề nghị 30 cá nhân, quyết định có 30 dòng.
    Cách sửa
        Rà lại từng tên; lập các giấy tờ từ cùng một danh sách.
    Nguồn
        Các giấy tờ của một hồ sơ phải thống nhất, chưa kiểm chứng điều khoản.
    """

    slug = "so-luong-giua-cac-giay-to"


class LAW503:
    """Số sổ vàng không theo thứ tự trong quyết định.

    Kiểm tra gì
        Số sổ vàng trên giấy khen bằng số thứ tự của người nhận trong quyết định.
    Vì sao
        Số sổ vàng ghi số thứ tự của đối tượng được khen thưởng trong quyết định.
    Ví dụ sai
        - Người thứ hai trong quyết định có số sổ vàng 7.
    Ví dụ đúng
        - Người thứ hai trong quyết định có số sổ vàng 2.
    Cách sửa
        Đánh lại số sổ vàng.
    Nguồn
        Nghị định 98/2023/NĐ-CP, Điều 104.
    """

    slug = "so-vang-khong-theo-danh-sach"


class LAW601:
    """Thời gian công tác chồng nhau, bỏ trống hoặc cộng sai.

    Kiểm tra gì
        Bảng quá trình công tác: các giai đoạn nối nhau, số năm tháng đúng với giai đoạn, tổng cộng đúng.
    Vì sao
        Khen thưởng quá trình cống hiến tính theo thời gian giữ chức vụ.
    Ví dụ sai
        - Từ tháng 01/2010 đến tháng 12/2015, ghi 07 năm 00 tháng.
    Ví dụ đúng
        - Từ tháng 01/2010 đến tháng 12/2015, ghi 06 năm 00 tháng.
    Cách sửa
        Tính lại từng giai đoạn.
    Nguồn
        Bảng quá trình công tác của báo cáo quá trình cống hiến.
    """

    slug = "thoi-gian-cong-tac"


class LAW602:
    """Tỷ lệ đóng góp của các tác giả sáng kiến không đủ 100%.

    Kiểm tra gì
        Tổng tỷ lệ đóng góp của các đồng tác giả.
    Vì sao
        Phần đóng góp của các tác giả cộng lại là toàn bộ sáng kiến.
    Ví dụ sai
        - Hai tác giả 60% và 30%.
    Ví dụ đúng
        - Hai tác giả 60% và 40%.
    Cách sửa
        Thống nhất lại tỷ lệ.
    Nguồn
        Đơn yêu cầu công nhận sáng kiến, chưa kiểm chứng điều khoản.
    """

    slug = "ty-le-dong-gop-sang-kien"
