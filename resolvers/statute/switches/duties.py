"""The open questions of the heads' duties: by when each step of a month must be done."""

from resolvers.statute.switches.kinds import Switch, Whole

DUTY_ASSIGN_DAY = Switch(
    name="duty_assign_day",
    asks="By which day of a month must its work be assigned?",
    asks_vi="Nhiệm vụ của kỳ phải được giao chậm nhất vào ngày nào của tháng đầu kỳ?",
    allowed=Whole(1, 15),
    default=5,
    basis="Decree 335/2025/NĐ-CP, art. 18(1)(a)",
    why="Work not assigned early cannot be done, and then there is nothing to be scored.",
)
DUTY_ACCEPT_DAYS = Switch(
    name="duty_accept_days",
    asks="Within how many working days must a delivery be accepted or returned?",
    asks_vi="Sản phẩm nộp phải được nghiệm thu hoặc trả lại trong bao nhiêu ngày làm việc?",
    allowed=Whole(1, 5),
    default=5,
    basis="Decree 335/2025/NĐ-CP, art. 3(4)",
    why="Recording is continuous; a working week is the longest that anybody should wait.",
)
DUTY_SCORE_DAY = Switch(
    name="duty_score_day",
    asks="By which day of the next month must the sheets be scored?",
    asks_vi="Phiếu phải được chấm điểm chậm nhất vào ngày nào của tháng sau kỳ?",
    allowed=Whole(1, 15),
    default=3,
    basis="Decree 335/2025/NĐ-CP, art. 17(2)",
    why="Agencies that already score by the month finish on the third.",
)
DUTY_CLOSE_DAY = Switch(
    name="duty_close_day",
    asks="By which day of the next month must the unit be closed?",
    asks_vi="Đơn vị phải khóa sổ chậm nhất vào ngày nào của tháng sau kỳ?",
    allowed=Whole(1, 20),
    default=5,
    basis="Decree 335/2025/NĐ-CP, art. 17(3)",
    why="The results go to the personnel body; two days remain to look at them once more.",
)
ENTRY_OPENS_DAY = Switch(
    name="entry_opens_day",
    asks="From which day of a period may its sheets be filled in?",
    asks_vi="Phiếu của kỳ được nhập liệu từ ngày nào trong kỳ?",
    allowed=Whole(1, 25),
    default=1,
    basis="Decree 335/2025/NĐ-CP, art. 18(2)",
    why="Results are recorded as they come; some agencies let people score from the 25th only.",
)
ENTRY_CLOSES_DAY = Switch(
    name="entry_closes_day",
    asks="With which day of the month after a period does the entry of its sheets end?",
    asks_vi="Việc nhập liệu phiếu của kỳ kết thúc vào hết ngày nào của tháng sau kỳ?",
    allowed=Whole(5, 25),
    default=10,
    basis="Decree 335/2025/NĐ-CP, art. 17(3)",
    why="Five days after the unit should be closed, so that a return can still be answered.",
)
