"""Rows as a reader would hand them over, and an import tried or done with them."""

import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from authz.reach import Reach
from gateway.numbers import NumberSealer
from resolvers.core.ids import new_id
from resolvers.exchange import (
    AreaRow,
    Batch,
    CatalogueFile,
    CompetencePart,
    CriterionRow,
    Outcome,
    PositionRow,
    ProductRow,
    RequirementPart,
    StaffRow,
    TaskPart,
    Verdict,
    import_areas,
    import_catalogue,
    import_positions,
    import_staff,
)
from tests.resolvers.town import FOUNDED, Town, request

SEALER = NumberSealer(b"a secret of thirty-two characters")
DEEDS: dict[str, Callable[..., Awaitable[list[Verdict]]]] = {
    "areas": import_areas,
    "catalogue": import_catalogue,
    "positions": import_positions,
    "staff": import_staff,
}
CREATED, UPDATED, UNCHANGED, REJECTED = Outcome


UNIT_CODES = {"office": "VP", "culture": "VH", "team": "TO", "neighbour": "VP"}


class _Undone(Exception):
    pass


@dataclass(frozen=True)
class Imports:
    """The imports into the commune's registers, by the operator unless another reach is given."""

    town: Town

    async def do(
        self,
        kind: str,
        rows: Any,
        *,
        reach: Reach | None = None,
        agency: str = "commune",
        batch: Batch | None = None,
        dry: bool = False,
        **more: Any,
    ) -> list[Verdict]:
        """One import; a dry one takes its transaction back."""
        who = reach or self.town.operator()
        arguments = {**self.arguments(kind, rows, agency), **more, "batch": batch or a_batch()}
        verdicts: list[Verdict] = []
        try:
            async with self.town.deed(who) as tx:
                verdicts = await DEEDS[kind](tx, request(who), **arguments)
                if dry:
                    raise _Undone
        except _Undone:
            pass
        return verdicts

    def arguments(self, kind: str, rows: Any, agency: str = "commune") -> dict[str, Any]:
        """What the deed of a kind takes besides its batch."""
        of = {} if kind == "areas" else {"agency": self.town.agencies[agency]}
        rows_as = {"file" if kind == "catalogue" else "rows": rows}
        return {**of, **rows_as, **({"sealer": SEALER} if kind == "staff" else {})}

    async def fetch(self, sql: str, *values: Any) -> list[Any]:
        return list(await self.town.owner.fetch(sql, *values))


async def coded(town: Town) -> Imports:
    """The imports of a town that has just been laid out, with codes for its units."""
    for unit, code in UNIT_CODES.items():
        await town.owner.execute(
            "update congtam.unit set code = $1 where id = $2", code, town.units[unit]
        )
    return Imports(town)


def a_batch(content: bytes = b"a list", id: UUID | None = None) -> Batch:
    return Batch(id or new_id(), "list.xlsx", hashlib.sha256(content).digest())


def fates(verdicts: Sequence[Verdict]) -> list[Any]:
    """Each row's outcome, or the code and field of its rejection."""
    return [
        (each.code, each.field) if each.outcome is REJECTED else each.outcome for each in verdicts
    ]


def an_area(code: str = "01", parent: str | None = None, **given: Any) -> AreaRow:
    told = {
        "place": given.pop("place", code),
        "level": "province" if parent is None else "commune",
        "name": "Hà Nội",
        "full_name": "Thành phố Hà Nội",
        "full_name_en": "Hanoi City",
    }
    return AreaRow(code=code, parent_code=parent, **{**told, **given})


def a_product(code: str = "P.01", points: str | None = "10", **given: Any) -> ProductRow:
    told: dict[str, Any] = {
        "place": given.pop("place", f"I!{code}"),
        "section": "Dùng chung",
        "name": f"Soạn thảo văn bản {code}",
        "details": "",
        "output": "Văn bản",
        "note": "",
        "group_no": 1,
        "coefficient": None,
    }
    value = None if points is None else Decimal(points)
    return ProductRow(code=code, points=value, **{**told, **given})


def a_catalogue(
    *products: ProductRow, criteria: Sequence[CriterionRow] = (), **given: Any
) -> CatalogueFile:
    told: dict[str, Any] = {
        "title": "Danh mục sản phẩm/công việc",
        "decision_no": "1/QĐ-UBND",
        "standard_unit": "Soạn thảo văn bản đơn giản",
        "standard_points": Decimal(5),
    }
    return CatalogueFile(products=products, criteria=tuple(criteria), **{**told, **given})


def a_criterion(code: str = "I.1", maximum: str | None = "5", place: str = "") -> CriterionRow:
    value = None if maximum is None else Decimal(maximum)
    return CriterionRow(place or f"C!{code}", code, value)


def a_position(code: str = "VT.01", **given: Any) -> PositionRow:
    told: dict[str, Any] = {
        "place": given.pop("place", f"[{code}]"),
        "name": "Chuyên viên văn phòng",
        "purpose": "Giúp việc cho lãnh đạo.",
        "tasks": (TaskPart("1", "Văn thư", "Tiếp nhận văn bản đến", "Đúng hạn"),),
        "requirements": (RequirementPart("Trình độ", "Đại học"),),
        "competences": (CompetencePart("Chung", "Giao tiếp", "2"),),
    }
    return PositionRow(code=code, **{**told, **given})


def a_post(staff_code: str = "CC.01", **given: Any) -> StaffRow:
    told: dict[str, Any] = {
        "place": given.pop("place", f"1!{staff_code}"),
        "full_name": "Nguyễn Thị Bưởi",
        "personal_number": None,
        "unit": "VP",
        "position": None,
        "office": "member",
        "mode": "appointed",
        "main": True,
        "begins": date(2026, 2, 1),
        "ends": None,
        "decision_no": "12/QĐ",
    }
    assert FOUNDED < told["begins"]
    return StaffRow(staff_code=staff_code, **{**told, **given})
