"""Rates, shares and what cannot be."""


class PCT101:
    """Tỷ lệ khác phép chia.

    Kiểm tra gì
        Câu nêu phần, tổng thể và tỷ lệ (đạt tỷ lệ, chiếm, bằng … %): phần chia cho tổng thể phải ra tỷ lệ đã ghi.
    Vì sao
        Tỷ lệ hay được chép từ kỳ trước hoặc tính trên một tổng thể khác.
    Ví dụ sai
        - Đã thi hành xong 1.650 việc trong tổng số 2.165 việc có điều kiện, đạt tỷ lệ 67,21%.
    Ví dụ đúng
        - Đã thi hành xong 1.650 việc trong tổng số 2.165 việc có điều kiện, đạt tỷ lệ 76,21%.
    Cách sửa
        Tính lại tỷ lệ; nếu tính trên tổng thể khác thì nêu rõ tổng thể đó.
    Nguồn
        Phép chia, làm tròn theo số chữ số thập phân được ghi.
    """

    slug = "ty-le-khac-phep-chia"


class PCT102:
    """Cơ cấu không đủ 100%.

    Kiểm tra gì
        Các tỷ lệ chia hết một tổng thể (gồm, còn lại, nam và nữ) phải cộng lại thành 100%.
    Vì sao
        Sửa một tỷ lệ mà không sửa các tỷ lệ kia thì cơ cấu không còn đúng.
    Ví dụ sai
        - Về cơ cấu, nông nghiệp chiếm 22,5%, công nghiệp chiếm 41,3%, dịch vụ chiếm 39,2%.
    Ví dụ đúng
        - Về cơ cấu, nông nghiệp chiếm 22,5%, công nghiệp chiếm 41,3%, dịch vụ chiếm 36,2%.
    Cách sửa
        Tính lại từng tỷ lệ trên cùng một tổng thể.
    Nguồn
        Phép cộng, trong phạm vi làm tròn.
    """

    slug = "co-cau-khac-100"


class PCT103:
    """Giá trị không thể có.

    Kiểm tra gì
        Một phần lớn hơn tổng thể chứa nó, hoặc tỷ lệ của một phần nằm ngoài khoảng từ 0% đến 100%.
    Vì sao
        Đây là dấu hiệu chắc chắn của một lỗi gõ hay hai con số bị đổi chỗ.
    Ví dụ sai
        - Có 28/26 xã hoàn thành chỉ tiêu.
    Ví dụ đúng
        - Có 26/28 xã hoàn thành chỉ tiêu.
    Cách sửa
        Kiểm tra xem hai con số có bị đổi chỗ không. Tỷ lệ so với kế hoạch hay cùng kỳ được phép vượt 100%.
    Nguồn
        Phần không lớn hơn tổng thể.
    """

    slug = "gia-tri-khong-the-co"


class PCT104:
    """Tỷ lệ không thể ứng với số đơn vị.

    Kiểm tra gì
        Tỷ lệ của một số ít đơn vị: không có số nguyên nào chia cho tổng số đơn vị ra tỷ lệ đã ghi.
    Vì sao
        Ví dụ 16 xã thì tỷ lệ chỉ có thể là 6,25%, 12,5%, …, không thể là 68,73%.
    Ví dụ sai
        - Có 68,73% trong tổng số 16 xã đạt chuẩn.
    Ví dụ đúng
        - Có 68,75% trong tổng số 16 xã đạt chuẩn.
    Cách sửa
        Tính lại tỷ lệ từ số đơn vị đạt được.
    Nguồn
        Số đơn vị là số nguyên.
    """

    slug = "ty-le-khong-the-ung"
