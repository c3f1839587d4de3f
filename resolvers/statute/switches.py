"""What the law leaves open, as switches that each agency may set inside a legal range.

A switch is one block below: the question, the answers allowed, the default and the article that
leaves it open. An agency's choices are a dated, audited row; `Switches.of` reads one. Reading a
switch looks like reading the law: `switches(CAP)`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any, Generic, Protocol, TypeVar

from resolvers.statute.bounds import Unacceptable, is_number, shown

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T", str, int, Decimal)


class Range(Protocol[T_co]):
    """The legal range of a switch: `words` says it, `read` returns the value or None."""

    @property
    def words(self) -> str: ...
    def read(self, raw: object) -> T_co | None: ...


class Choice:
    """One of a few named answers."""

    def __init__(self, *answers: str) -> None:
        self.answers = answers

    @property
    def words(self) -> str:
        return "must be " + " or ".join(self.answers)

    def read(self, raw: object) -> str | None:
        return raw if isinstance(raw, str) and raw in self.answers else None


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two bounds, both allowed."""

    least: int
    most: int

    @property
    def words(self) -> str:
        return f"must be a whole number from {self.least} to {self.most}"

    def read(self, raw: object) -> int | None:
        # True and false are numbers to Python, not to anybody who sets a switch.
        if isinstance(raw, bool) or not isinstance(raw, int):
            return None
        return raw if self.least <= raw <= self.most else None


@dataclass(frozen=True, slots=True)
class Share:
    """A share between two bounds, both allowed; as a number or as its text."""

    least: Decimal
    most: Decimal

    @property
    def words(self) -> str:
        return f"must be a share from {self.least} to {self.most}"

    def read(self, raw: object) -> Decimal | None:
        if isinstance(raw, bool) or not isinstance(raw, str | int | Decimal):
            return None
        try:
            value = Decimal(raw)
        except InvalidOperation:
            return None
        return value if is_number(value, self.least, self.most) else None


@dataclass(frozen=True, slots=True)
class Switch(Generic[T]):
    """One open question and the answers that an agency may give."""

    name: str
    asks: str
    asks_vi: str
    allowed: Range[T]
    default: T
    basis: str
    """The article that leaves the question open."""
    why: str
    """Why the default is what it is."""

    @property
    def cite(self) -> str:
        """How a step of a score cites the agency's answer."""
        return f"Agency rule {self.name}, left open by {self.basis}"

    def read(self, raw: object) -> T:
        """The value of `raw`; raises Unacceptable with the legal range."""
        value = self.allowed.read(raw)
        if value is None:
            raise Unacceptable(self.name, f"{self.allowed.words}, not {shown(raw)}")
        return value


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
    asks_vi="Khi làm tròn tổng điểm tháng, phần đúng một nửa được làm tròn theo cách nào?",
    allowed=Choice("half_up", "half_even"),
    default="half_up",
    basis="Decree 335/2025/NĐ-CP, art. 17(1)",
    why="What people expect of a mark, and in doubt for the person scored.",
)
ROUNDING_DIGITS = Switch(
    name="rounding_digits",
    asks="To how many decimals is the month's total printed?",
    asks_vi="Tổng điểm tháng được lấy đến bao nhiêu chữ số thập phân?",
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
    asks_vi="Tháng không được giao nhiệm vụ nào thì tính điểm thế nào?",
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
    asks_vi="Sản phẩm hoàn thành sau tháng đến hạn được tính vào tháng nào?",
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

REGISTRY: Mapping[str, Switch[Any]] = MappingProxyType(
    {switch.name: switch for switch in list(globals().values()) if isinstance(switch, Switch)}
)
"""Every switch by name, in the order of this page."""


@dataclass(frozen=True, slots=True)
class Switches:
    """One agency's answers on one day: its own where it decided, the defaults elsewhere."""

    values: Mapping[str, str | int | Decimal]

    @classmethod
    def of(cls, chosen: Mapping[str, object]) -> "Switches":
        """Answers by switch name; raises Unacceptable, naming the switch and what is allowed."""
        for name in chosen:
            if name not in REGISTRY:
                raise Unacceptable(name, f"is not a switch; allowed: {', '.join(REGISTRY)}")
        return cls(
            MappingProxyType(
                {
                    name: switch.read(chosen[name]) if name in chosen else switch.default
                    for name, switch in REGISTRY.items()
                }
            )
        )

    def __call__(self, switch: Switch[T]) -> T:
        """The answer in force."""
        return self.values[switch.name]  # type: ignore[return-value]

    def to_json(self) -> dict[str, str | int]:
        """Every answer, also by default: a later default does not touch what was scored."""
        return {
            name: str(value) if isinstance(value, Decimal) else value
            for name, value in self.values.items()
        }


DEFAULTS = Switches.of({})
"""The answers of an agency that decided nothing."""
