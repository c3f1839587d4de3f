"""What each agency rule is about, as a citation names it: in English and in Vietnamese.

A score keeps the name of the switch ("Agency rule cap, left open by …"); whoever reads it is told
what that is. The rules of a Party vote, which are no switches, are named beside them.
"""

from collections.abc import Mapping

RULES: Mapping[str, tuple[str, str]] = {
    "cap": (
        "how work above 100 % is kept within the 70 points",
        "cách khống chế kết quả vượt 100% trong 70 điểm",
    ),
    "rounding_mode": (
        "which way an exact half is rounded",
        "cách làm tròn phần đúng một nửa",
    ),
    "rounding_digits": (
        "the decimals of the total",
        "số chữ số thập phân của tổng điểm",
    ),
    "deduction_floor": (
        "deductions beyond one product's own points",
        "giới hạn trừ điểm trong một sản phẩm",
    ),
    "delays_counted": (
        "the deductions for one late product",
        "số lần trừ điểm đối với sản phẩm chậm tiến độ",
    ),
    "zero_denominator": (
        "a period in which nothing was assigned",
        "cách tính điểm khi không được giao nhiệm vụ",
    ),
    "leadership_between": (
        "leadership criteria between the two cases described",
        "tiêu chí lãnh đạo không thuộc hẳn một trong hai trường hợp",
    ),
    "no_subordinates": (
        "the unit's result where nobody beneath has a score",
        "kết quả hoạt động của đơn vị khi không có công chức nào có điểm",
    ),
    "late_finish": (
        "products finished after the month of their deadline",
        "sản phẩm hoàn thành sau tháng đến hạn",
    ),
    "general_marks": (
        "whose marks of the general criteria count",
        "điểm tiêu chí chung được dùng khi hai bên chấm khác nhau",
    ),
    "evidence_share": (
        "products that need evidence",
        "sản phẩm phải có minh chứng",
    ),
    "product_share_warning": (
        "products that should be split",
        "sản phẩm nên chia nhỏ",
    ),
    "cycle": (
        "scoring by the month or by the quarter",
        "việc đánh giá theo tháng hoặc theo quý",
    ),
    "december": (
        "the months of a year that is classified before its end",
        "các tháng của năm được xếp loại trước khi hết tháng 12",
    ),
    "sheets_of_one_month": (
        "several sheets of one month",
        "cách tính điểm tháng khi có nhiều phiếu",
    ),
    "same_act_year": (
        "the year of one act with two decisions",
        "năm tính một hành vi có hai quyết định kỷ luật",
    ),
    "quota_reading": (
        "the number of which the excellent are a share",
        "số người dùng để tính tỷ lệ hoàn thành xuất sắc nhiệm vụ",
    ),
    "petition_filing_days": (
        "the days to file a petition",
        "thời hạn nộp kiến nghị",
    ),
    "special_deadline": (
        "classification by 15 January of the next year",
        "việc xếp loại trước ngày 15 tháng 01 năm sau",
    ),
    "duty_assign_day": ("the day by which work is assigned", "thời hạn giao nhiệm vụ"),
    "duty_accept_days": (
        "the days to accept or return a delivery",
        "thời hạn nghiệm thu hoặc trả lại sản phẩm",
    ),
    "duty_score_day": ("the day by which sheets are scored", "thời hạn chấm điểm"),
    "duty_close_day": ("the day by which a unit is closed", "thời hạn khóa kỳ của đơn vị"),
    "entry_opens_day": ("the day on which entry begins", "ngày bắt đầu nhập liệu"),
    "entry_closes_day": ("the day on which entry ends", "ngày kết thúc nhập liệu"),
    "signal_least": ("the least cases of a signal", "số trường hợp tối thiểu để nêu dấu hiệu"),
    "signal_alike_share": (
        "the share of identical scores that is a signal",
        "tỷ lệ phiếu cùng điểm được nêu dấu hiệu",
    ),
    "signal_burst_minutes": (
        "the minutes of a burst of scoring",
        "số phút coi là chấm điểm, nghiệm thu dồn dập",
    ),
    "signal_burst_share": (
        "the share of a month done in a burst that is a signal",
        "tỷ lệ chấm điểm, nghiệm thu dồn dập được nêu dấu hiệu",
    ),
    "signal_last_days": ("the days of the last moment", "số ngày coi là sát hạn"),
    "signal_outlier_times": (
        "the distance that makes a quantity an outlier",
        "mức lệch coi là khối lượng bất thường",
    ),
    "signal_spread_floor": (
        "the least distance that counts as usual",
        "độ lệch thông thường tối thiểu",
    ),
    "signal_months": (
        "the months over which two scores agree",
        "số tháng điểm tự chấm trùng điểm người đứng đầu",
    ),
    "figures_least": (
        "the least number of people in figures",
        "số người tối thiểu để hiển thị số liệu",
    ),
    "dossier_days": (
        "the days for which a dossier is open",
        "thời hạn mở hồ sơ cho cơ quan khác",
    ),
    "ballot_quorum": (
        "how many must be present at a vote",
        "số người có mặt tối thiểu khi bỏ phiếu",
    ),
    "ballot_majority": (
        "the majority of a vote",
        "tỷ lệ phiếu cần đạt khi bỏ phiếu",
    ),
}
"""By the name that a citation keeps; it stays here for as long as a score may cite it."""
