"""The open questions of supervision: from when on something is worth an inspector's look."""

from decimal import Decimal

from resolvers.statute.switches.kinds import Share, Switch, Whole

SIGNAL_LEAST = Switch(
    name="signal_least",
    asks="How many sheets, deliveries or comparable people does a signal need at least?",
    asks_vi="Một dấu hiệu cần ít nhất bao nhiêu phiếu, sản phẩm hoặc người so sánh được?",
    allowed=Whole(3, 50),
    default=4,
    basis="Decree 335/2025/NĐ-CP, art. 4(4)",
    why="Two or three alike are chance; in a division of four it is worth asking.",
)
SIGNAL_ALIKE_SHARE = Switch(
    name="signal_alike_share",
    asks="From which share of a unit's sheets on is one and the same score a signal?",
    asks_vi="Từ tỷ lệ nào số phiếu của đơn vị có cùng một mức điểm thì nêu dấu hiệu?",
    allowed=Share(Decimal("0.50"), Decimal(1)),
    default=Decimal("0.90"),
    basis="Decree 335/2025/NĐ-CP, art. 4(1)",
    why="One sheet that differs should not hide nine that do not.",
)
SIGNAL_BURST_MINUTES = Switch(
    name="signal_burst_minutes",
    asks="Within how many minutes is much scoring or accepting a burst?",
    asks_vi="Nhiều phiếu được chấm hoặc sản phẩm được nghiệm thu trong bao nhiêu phút là dồn dập?",
    allowed=Whole(1, 240),
    default=30,
    basis="Decree 335/2025/NĐ-CP, art. 3(4)",
    why="Half an hour for a whole unit leaves no time to look at anybody's work.",
)
SIGNAL_BURST_SHARE = Switch(
    name="signal_burst_share",
    asks="From which share of a unit's month on is such a burst a signal?",
    asks_vi="Dồn dập từ tỷ lệ nào của cả kỳ tại đơn vị thì nêu dấu hiệu?",
    allowed=Share(Decimal("0.50"), Decimal(1)),
    default=Decimal("0.80"),
    basis="Decree 335/2025/NĐ-CP, art. 3(4)",
    why="Following up is continuous by the article; four fifths at once is not.",
)
SIGNAL_LAST_DAYS = Switch(
    name="signal_last_days",
    asks="How many days up to the deadline of scoring count as the last moment?",
    asks_vi="Bao nhiêu ngày tính đến hạn chấm điểm được coi là sát hạn?",
    allowed=Whole(1, 5),
    default=1,
    basis="Decree 335/2025/NĐ-CP, art. 17(2)",
    why="The day of the deadline itself, and what comes later.",
)
SIGNAL_OUTLIER_TIMES = Switch(
    name="signal_outlier_times",
    asks="How many times the usual distance from the median makes a quantity an outlier?",
    asks_vi="Khối lượng lệch trung vị gấp bao nhiêu lần độ lệch thông thường thì là bất thường?",
    allowed=Whole(2, 20),
    default=5,
    basis="Decree 335/2025/NĐ-CP, art. 4(1)",
    why="Five median deviations are some three and a half standard deviations.",
)
SIGNAL_SPREAD_FLOOR = Switch(
    name="signal_spread_floor",
    asks="Which share of the median is the least distance that counts as usual?",
    asks_vi="Độ lệch thông thường tối thiểu bằng tỷ lệ nào của trung vị?",
    allowed=Share(Decimal("0.01"), Decimal("0.50")),
    default=Decimal("0.10"),
    basis="Decree 335/2025/NĐ-CP, art. 4(1)",
    why="Where nearly all did the same, a small difference would look like a large one.",
)
SIGNAL_MONTHS = Switch(
    name="signal_months",
    asks="Over how many months must self-score and head's score agree to be a signal?",
    asks_vi="Điểm tự chấm trùng điểm người đứng đầu chấm trong bao nhiêu tháng thì nêu dấu hiệu?",
    allowed=Whole(1, 12),
    default=3,
    basis="Decree 335/2025/NĐ-CP, art. 17(2)",
    why="The head comments and confirms; who never differs for a quarter may not look.",
)
FIGURES_LEAST = Switch(
    name="figures_least",
    asks="Below how many people are a unit's figures withheld from who may not see the people?",
    asks_vi="Số liệu của đơn vị dưới bao nhiêu người thì không hiển thị cho người không được xem?",
    allowed=Whole(2, 20),
    default=5,
    basis="Decree 335/2025/NĐ-CP, art. 4(4)",
    why="Sums over four people tell their colleagues too much about each.",
)
