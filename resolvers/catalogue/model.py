"""A product as it is put into a draft, and an indicator as it is set."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import UUID

from resolvers.catalogue.tables import DIRECTIONS, FEEDS, KPI_KINDS, MEASURES, PROCESSES
from resolvers.core.arguments import among, line, lines, positive
from resolvers.core.errors import Refusal
from resolvers.core.vietnamese import search_key

MOST_POINTS = 99_999_999
MOST_COEFFICIENT = 999_999
POINT_PLACES = 2
COEFFICIENT_PLACES = 4
MOST_TARGET = 999_999_999
_OF_A_HUNDRED = ("rate", "rating")
_COUNTED = ("count", "milestone", "deduction")
_STEP = Decimal(1).scaleb(-COEFFICIENT_PLACES)


class GroupNotAllowed(Refusal):
    """The product {product} is in group {group}; a list has groups 1 to {most} (art. 13.1a)."""

    code = "GROUP_NOT_ALLOWED"
    vi = (
        "Sản phẩm/công việc {product} thuộc nhóm {group}; danh mục chỉ có từ nhóm 1 đến nhóm {most}"
        " (Nghị định 335/2025/NĐ-CP, điểm a khoản 1 Điều 13)."
    )


class KpiMisdirected(Refusal):
    """A deduction takes from a general criterion, and less of it is better; nothing else does."""

    code = "KPI_MISDIRECTED"
    vi = "Chỉ tiêu điểm trừ phải gắn với một tiêu chí chung và theo hướng càng ít càng tốt."


class KpiFeedsOneThing(Refusal):
    """An indicator feeds either the result units, by a product or not, or one general criterion."""

    code = "KPI_FEEDS_ONE_THING"
    vi = "Chỉ tiêu chỉ tính vào số đơn vị sản phẩm/công việc hoặc vào đúng một tiêu chí chung."


class ProcessOfAPosition(Refusal):
    """A process criterion ({product}) measures one job position; other products belong to none."""

    code = "PROCESS_OF_A_POSITION"
    vi = (
        "Tiêu chí quy trình ({product}) phải gắn với một vị trí việc làm; sản phẩm/công việc khác"
        " thì không gắn với vị trí nào."
    )


@dataclass(frozen=True, slots=True)
class ProductDraft:
    """A product or piece of work of the list (Decree 335/2025, art. 13.1).

    Without a coefficient, that of its points is taken: points over those of the standard unit,
    rounded half up to four decimals.
    """

    code: str
    name: str
    group_no: int
    points: Decimal
    coefficient: Decimal | None = None
    section: str = ""
    details: str = ""
    output: str = ""
    note: str = ""
    process: str | None = None
    """What it measures, where it is a process criterion of `position`."""
    position: UUID | None = None

    def row(self, standard_points: Decimal, groups: int) -> dict[str, Any]:
        """Its columns; raises GroupNotAllowed, ProcessOfAPosition, NumberNotAcceptable,
        TextNotAcceptable, InvalidInput."""
        if (self.process is None) != (self.position is None):
            raise ProcessOfAPosition(product=self.code, field="process")
        if not 1 <= self.group_no <= groups:
            raise GroupNotAllowed(
                product=self.code, group=self.group_no, most=groups, field="groupNo"
            )
        points = positive(self.points, "points", most=MOST_POINTS, places=POINT_PLACES)
        coefficient = self.coefficient
        if coefficient is None:
            coefficient = suggested_coefficient(points, standard_points)
        name = lines(self.name, "name", least=1)
        return {
            "code": line(self.code, "code", most=50),
            "section": lines(self.section, "section"),
            "name": name,
            "details": lines(self.details, "details"),
            "output": lines(self.output, "output"),
            "note": lines(self.note, "note"),
            "search_key": search_key(f"{self.code} {name}"),
            "group_no": self.group_no,
            "points": points,
            "coefficient": positive(
                coefficient, "coefficient", most=MOST_COEFFICIENT, places=COEFFICIENT_PLACES
            ),
            "process": None if self.process is None else among(self.process, "process", PROCESSES),
            "position_id": self.position,
        }


def suggested_coefficient(points: Decimal, standard_points: Decimal) -> Decimal:
    """Standard units in one piece of a product worth `points`: 8 points of 5 are 1.6 units."""
    return (points / standard_points).quantize(_STEP, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator of a job position: how it is measured, towards what, and what it feeds."""

    code: str
    name: str
    kind: str
    measure: str
    target: Decimal
    unit_of_measure: str
    direction: str
    feeds: str
    product_id: UUID | None
    criterion: str | None

    def row(self) -> dict[str, Any]:
        """Its columns; raises KpiFeedsOneThing, KpiMisdirected, NumberNotAcceptable,
        TextNotAcceptable, InvalidInput."""
        values = {
            "code": line(self.code, "code", most=50),
            "name": line(self.name, "name"),
            "kind": among(self.kind, "kind", KPI_KINDS),
            "measure": among(self.measure, "measure", MEASURES),
            "unit_of_measure": line(self.unit_of_measure, "unitOfMeasure", most=100),
            "direction": among(self.direction, "direction", DIRECTIONS),
            "feeds": among(self.feeds, "feeds", FEEDS),
            "product_id": self.product_id,
            "criterion": self.criterion,
        }
        self._demand_sense()
        return {**values, "target": self._target()}

    def _demand_sense(self) -> None:
        to_criterion = self.feeds == "criterion"
        named = self.criterion is not None
        if to_criterion != named or (named and self.product_id is not None):
            raise KpiFeedsOneThing(field="feeds")
        takes = self.measure == "deduction"
        if takes and (not to_criterion or self.direction != "lower_is_better"):
            raise KpiMisdirected(field="measure")

    def _target(self) -> Decimal:
        """Rates and ratings are of a hundred; what is counted is whole; none may be wanted."""
        if self.target == 0 and self.direction == "lower_is_better":
            return self.target
        places = 0 if self.measure in _COUNTED else 2
        most = 100 if self.measure in _OF_A_HUNDRED else MOST_TARGET
        return positive(self.target, "target", most=most, places=places)
