"""The open questions of the evaluation year (articles 9, 11, 17, 19, 20 and 22)."""

from resolvers.statute.switches.kinds import Choice, Switch, Whole

CYCLE = Switch(
    name="cycle",
    asks="Are civil servants followed up and scored by the month or by the quarter?",
    asks_vi="Cơ quan theo dõi, đánh giá công chức theo tháng hay theo quý?",
    allowed=Choice("month", "quarter"),
    default="month",
    basis="Decree 335/2025/NĐ-CP, art. 3(4)",
    why="The article allows both; article 17(3) forms every longer span from months.",
)
DECEMBER = Switch(
    name="december",
    asks="Which twelve months make the year, when it is classified before December is over?",
    asks_vi="Xếp loại trước khi hết tháng 12 thì năm gồm 12 tháng nào?",
    allowed=Choice("provisional_december", "rolling_year"),
    default="provisional_december",
    basis="Decree 335/2025/NĐ-CP, art. 19(2)",
    why="The year stays the working year; a provisional month can be replaced (article 21(3)).",
)
SHEETS_OF_ONE_MONTH = Switch(
    name="sheets_of_one_month",
    asks="How do the sheets count of somebody who changed post in the middle of a month?",
    asks_vi="Công chức chuyển vị trí giữa kỳ có nhiều phiếu thì tính điểm của kỳ thế nào?",
    allowed=Choice("by_days_of_service", "equally"),
    default="by_days_of_service",
    basis="Decree 335/2025/NĐ-CP, art. 17(3)",
    why="The article knows one score a month; each post gives its part of it.",
)
SAME_ACT_YEAR = Switch(
    name="same_act_year",
    asks="In which year does an act count whose two decisions take effect in different years?",
    asks_vi="Một hành vi có hai quyết định kỷ luật hiệu lực ở hai năm thì tính vào năm nào?",
    allowed=Choice("first_decision", "last_decision"),
    default="first_decision",
    basis="Decree 335/2025/NĐ-CP, art. 11(3)(a)",
    why="The article counts it once; the first year is classified before the second is known.",
)
QUOTA_READING = Switch(
    name="quota_reading",
    asks="Of which number may the excellent be a fifth: good at the end, at first, or at least?",
    asks_vi="Tỷ lệ xuất sắc tính trên số hoàn thành tốt cuối cùng, ban đầu hay từ tốt trở lên?",
    allowed=Choice("strict", "initial", "broad"),
    default="strict",
    basis="Decree 335/2025/NĐ-CP, art. 20(5)",
    why="Counted on those finally classified good, the share cannot exceed the law.",
)
PETITION_FILING_DAYS = Switch(
    name="petition_filing_days",
    asks="How many working days after the notice may a petition be filed in time?",
    asks_vi="Kiến nghị được nộp đúng hạn trong bao nhiêu ngày làm việc kể từ khi nhận thông báo?",
    allowed=Whole(3, 30),
    default=5,
    basis="Decree 335/2025/NĐ-CP, art. 22",
    why="The article sets no limit; a late petition is accepted all the same and marked late.",
)
SPECIAL_DEADLINE = Switch(
    name="special_deadline",
    asks="Does the superior body let this agency classify by 15 January of the next year?",
    asks_vi="Cấp trên trực tiếp có cho cơ quan xếp loại trước ngày 15 tháng 01 năm sau không?",
    allowed=Choice("no", "yes"),
    default="no",
    basis="Decree 335/2025/NĐ-CP, art. 19(2)",
    why="Only bodies whose nature does not let them conclude at the end of the year are let.",
)
