"""The open questions of a month's score (articles 12 to 18)."""

from decimal import Decimal

from resolvers.statute.switches.kinds import Choice, Share, Switch, Whole

CAP = Switch(
    name="cap",
    asks="How is work above 100 % kept within the 70 points of the results part?",
    asks_vi="Kết quả vượt 100% được khống chế trong 70 điểm kết quả thực hiện nhiệm vụ thế nào?",
    allowed=Choice("total", "each_ratio"),
    default="total",
    basis="Decree 335/2025/NĐ-CP, art. 12(3)",
    why="The article caps the part, not its ratios. No cap at all would pass 100 points.",
)
ROUNDING_MODE = Switch(
    name="rounding_mode",
    asks="Which way does an exact half go when the month's total is rounded?",
    asks_vi="Khi làm tròn tổng điểm của kỳ, phần đúng một nửa được làm tròn theo cách nào?",
    allowed=Choice("half_up", "half_even"),
    default="half_up",
    basis="Decree 335/2025/NĐ-CP, art. 17(1)",
    why="What people expect of a mark, and in doubt for the person scored.",
)
ROUNDING_DIGITS = Switch(
    name="rounding_digits",
    asks="To how many decimals is the month's total printed?",
    asks_vi="Tổng điểm của kỳ được lấy đến bao nhiêu chữ số thập phân?",
    allowed=Whole(1, 4),
    default=2,
    basis="Decree 335/2025/NĐ-CP, art. 17(1)",
    why="Whole points would carry half a point across a level; beyond four nobody reads them.",
)
DEDUCTION_FLOOR = Switch(
    name="deduction_floor",
    asks="Does the fifth failure or delay of one product eat into the other products' points?",
    asks_vi="Lần chưa đạt hoặc chậm thứ năm của một sản phẩm có trừ sang sản phẩm khác không?",
    allowed=Choice("each_product", "each_ratio"),
    default="each_product",
    basis="Decree 335/2025/NĐ-CP, art. 14(2)",
    why="The text deducts from the points of that product, which cannot fall below zero.",
)
DELAYS_COUNTED = Switch(
    name="delays_counted",
    asks="How many deductions does one product that runs late bring?",
    asks_vi="Một sản phẩm bị chậm tiến độ bị trừ điểm mấy lần?",
    allowed=Choice("each_missed_deadline", "once_per_product"),
    default="each_missed_deadline",
    basis="Decree 335/2025/NĐ-CP, art. 14(2)(c)",
    why="The text says each delay; a deadline or an extension missed is one.",
)
ZERO_DENOMINATOR = Switch(
    name="zero_denominator",
    asks="What is the score of a month in which nothing was assigned?",
    asks_vi="Kỳ không được giao nhiệm vụ nào thì tính điểm thế nào?",
    allowed=Choice("insufficient_data"),
    default="insufficient_data",
    basis="Decree 335/2025/NĐ-CP, art. 14(2)",
    why="A ratio to nothing is neither 0 nor 100 %.",
)
LEADERSHIP_BETWEEN = Switch(
    name="leadership_between",
    asks="Who decides a leadership criterion that fits neither of the two cases described?",
    asks_vi="Ai quyết định khi tiêu chí lãnh đạo không thuộc hẳn một trong hai trường hợp?",
    allowed=Choice("choice_with_reason"),
    default="choice_with_reason",
    basis="Decree 335/2025/NĐ-CP, art. 15(3)",
    why="The article knows two values only; the scoring head chooses one of them and says why.",
)
NO_SUBORDINATES = Switch(
    name="no_subordinates",
    asks="What is the unit's result where none of the leader's civil servants has a score?",
    asks_vi="Kết quả hoạt động của đơn vị tính thế nào khi không có công chức nào có điểm?",
    allowed=Choice("met", "choice_with_reason"),
    default="choice_with_reason",
    basis="Decree 335/2025/NĐ-CP, art. 15(3)(a)",
    why="Neither case of the article has arisen, so it is chosen with a reason, as đ and e are.",
)
LATE_FINISH = Switch(
    name="late_finish",
    asks="To which month does a product belong that is finished after the month of its deadline?",
    asks_vi="Sản phẩm hoàn thành sau kỳ đến hạn được tính vào kỳ nào?",
    allowed=Choice("deadline_month"),
    default="deadline_month",
    basis="Decree 335/2025/NĐ-CP, art. 14(1)",
    why="Assigned and completed units are compared for the same month.",
)
GENERAL_MARKS = Switch(
    name="general_marks",
    asks="Whose marks of the general criteria count, the person's or the superior's?",
    asks_vi="Điểm tiêu chí chung tự chấm và do cấp trên chấm khác nhau thì tính điểm nào?",
    allowed=Choice("superior"),
    default="superior",
    basis="Decree 335/2025/NĐ-CP, art. 17(2)",
    why="The person proposes; the competent authority comments and confirms. Both are kept.",
)
EVIDENCE_SHARE = Switch(
    name="evidence_share",
    asks="Above which share of the assigned units must a product carry evidence?",
    asks_vi="Sản phẩm chiếm trên tỷ lệ nào của tổng số đơn vị được giao thì phải có minh chứng?",
    allowed=Share(Decimal(0), Decimal(1)),
    default=Decimal("0.20"),
    basis="Decree 335/2025/NĐ-CP, art. 18(2)",
    why="One product in five decides a level; below that a record of acceptance suffices.",
)
PRODUCT_SHARE_WARNING = Switch(
    name="product_share_warning",
    asks="Above which share of the assigned units is the head told to split a product?",
    asks_vi="Sản phẩm chiếm trên tỷ lệ nào của tổng số đơn vị được giao thì cảnh báo nên chia nhỏ?",
    allowed=Share(Decimal("0.10"), Decimal(1)),
    default=Decimal("0.40"),
    basis="Decree 335/2025/NĐ-CP, art. 18(1)(c)",
    why="A product that heavy takes the month with it when it alone is unfinished.",
)
