"""Totals and their parts, in sentences and in tables."""


class SUM101:
    """Tổng khác tổng các thành phần.

    Kiểm tra gì
        Câu nói rõ một tổng gồm những phần nào (gồm, bao gồm, trong đó … và …, tổng cộng):
        cộng các phần phải ra tổng.
    Vì sao
        Gõ nhầm một chữ số là đủ để tổng không còn khớp, mà đọc lướt thì không thấy.
        Số làm tròn hoặc bỏ bớt phần lẻ không bị coi là sai; "trên", "gần", "khoảng" được hiểu đúng nghĩa.
    Ví dụ sai
        - Tổng số thụ lý là 2.362 vụ việc, gồm 1.180 vụ việc cũ chuyển sang và 1.196 vụ việc thụ lý mới.
    Ví dụ đúng
        - Tổng số thụ lý là 2.376 vụ việc, gồm 1.180 vụ việc cũ chuyển sang và 1.196 vụ việc thụ lý mới.
    Cách sửa
        Đối chiếu với sổ hoặc biểu thống kê rồi sửa con số được nghi; nếu câu chỉ kể một số phần, viết "trong đó có".
    Nguồn
        Phép cộng; khoảng giá trị của một số lấy từ chữ số cuối cùng được ghi.
    """

    slug = "tong-khac-thanh-phan"


class SUM102:
    """Các phần vượt quá tổng.

    Kiểm tra gì
        Các phần kể sau "trong đó", "trong số này" có thể chưa đủ, nhưng cộng lại không được lớn hơn tổng.
    Vì sao
        Phần lớn hơn tổng thì chắc chắn có một con số sai, dù không biết còn thiếu phần nào.
    Ví dụ sai
        - Cơ quan đã tiếp 120 lượt công dân, trong đó có 95 lượt về đất đai, 41 lượt về tiền lương.
    Ví dụ đúng
        - Cơ quan đã tiếp 120 lượt công dân, trong đó có 75 lượt về đất đai, 21 lượt về tiền lương.
    Cách sửa
        Xem lại từng phần và tổng; nếu các phần chồng lên nhau thì viết rõ điều đó.
    Nguồn
        Phép cộng.
    """

    slug = "thanh-phan-vuot-tong"


class SUM103:
    """Số còn lại không khớp.

    Kiểm tra gì
        "Còn lại", "chưa", "chuyển kỳ sau" sau khi đã nêu tổng và phần đã xong: tổng trừ phần đã nêu phải ra số còn lại.
    Vì sao
        Số còn lại thường được tính nhẩm, hoặc giữ nguyên khi số trước nó đã được sửa.
    Ví dụ sai
        - Trong 250 hồ sơ tiếp nhận, đã giải quyết 212 hồ sơ, còn lại 48 hồ sơ.
    Ví dụ đúng
        - Trong 250 hồ sơ tiếp nhận, đã giải quyết 212 hồ sơ, còn lại 38 hồ sơ.
    Cách sửa
        Tính lại phép trừ rồi sửa con số sai.
    Nguồn
        Phép trừ.
    """

    slug = "con-lai-khong-khop"


class SUM104:
    """Bình quân khác phép chia.

    Kiểm tra gì
        Bình quân nhân với số đơn vị phải ra tổng, trong phạm vi làm tròn của con số được ghi.
    Vì sao
        Mức bình quân, mức tiền thưởng mỗi người hay bị để nguyên khi số người thay đổi.
    Ví dụ sai
        - Thưởng 120 cá nhân, bình quân 2.000.000 đồng/cá nhân, tổng số tiền 250 triệu đồng.
    Ví dụ đúng
        - Thưởng 120 cá nhân, bình quân 2.000.000 đồng/cá nhân, tổng số tiền 240 triệu đồng.
    Cách sửa
        Tính lại rồi sửa con số sai.
    Nguồn
        Phép nhân.
    """

    slug = "binh-quan-khac-phep-chia"


class SUM201:
    """Trái với đẳng thức của ngành.

    Kiểm tra gì
        Các chỉ tiêu mà biểu mẫu thống kê của ngành gắn với nhau, ví dụ tổng thụ lý = cũ chuyển sang + thụ lý mới.
    Vì sao
        Đẳng thức của biểu mẫu luôn đúng, dù câu văn không nhắc đến.
    Ví dụ sai
        - Thi hành án dân sự: số cũ chuyển sang 1.057 việc. Số thụ lý mới 2.307 việc. Tổng số thụ lý 3.427 việc.
    Ví dụ đúng
        - Thi hành án dân sự: số cũ chuyển sang 1.057 việc. Số thụ lý mới 2.370 việc. Tổng số thụ lý 3.427 việc.
    Cách sửa
        Đối chiếu với biểu thống kê; nếu các số thuộc hai kỳ hoặc hai phạm vi khác nhau thì viết rõ.
    Nguồn
        Tệp đẳng thức của ngành, mỗi đẳng thức ghi nguồn của nó.
    """

    slug = "trai-dang-thuc-nganh"


class SUM301:
    """Dòng cộng của bảng không khớp.

    Kiểm tra gì
        Trong bảng có dòng hoặc cột Cộng, Tổng, Tổng số, Tổng cộng: cộng từng cột, từng dòng phải ra con số ở đó.
    Vì sao
        Khi một ô được sửa mà dòng cộng không được tính lại, bảng tự mâu thuẫn.
    Ví dụ sai
        - | Đơn vị | Số việc | / | Quận A | 120 | / | Quận B | 95 | / | Tổng cộng | 225 |
    Ví dụ đúng
        - | Đơn vị | Số việc | / | Quận A | 120 | / | Quận B | 95 | / | Tổng cộng | 215 |
    Cách sửa
        Tính lại dòng cộng, rồi đối chiếu từng ô với số gốc.
    Nguồn
        Phép cộng; tên dòng, tên cột của bảng.
    """

    slug = "dong-cong-cua-bang"


class SUM302:
    """Cột tính không khớp công thức ở đầu cột.

    Kiểm tra gì
        Đầu cột ghi công thức như "(3)=(1)+(2)" hoặc "7 (6:3)": mỗi dòng phải đúng theo công thức đó.
    Vì sao
        Công thức do chính biểu mẫu đặt ra, sai một dòng là sai số liệu.
    Ví dụ sai
        - | Đơn vị | Cũ | Mới | Tổng | / | | (1) | (2) | (3)=(1)+(2) | / | Quận A | 20 | 35 | 65 |
    Ví dụ đúng
        - | Đơn vị | Cũ | Mới | Tổng | / | | (1) | (2) | (3)=(1)+(2) | / | Quận A | 20 | 35 | 55 |
    Cách sửa
        Tính lại ô theo công thức, hoặc sửa công thức ở đầu cột.
    Nguồn
        Công thức ghi ở đầu cột của bảng.
    """

    slug = "cong-thuc-dau-cot"
