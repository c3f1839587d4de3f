"""KPIs of a position, and deduction scales of general criteria, within what the law allows."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from resolvers.catalogue import define_kpi, set_deduction_scale
from resolvers.positions import define_position
from tests.resolvers.town import FOUNDED, Town

JULY, AUGUST = date(2026, 7, 1), date(2026, 8, 1)


@pytest.fixture
async def position(town: Town) -> UUID:
    id: UUID = await town.do(
        town.operator(),
        define_position,
        agency=town.agencies["commune"],
        code="VT-01",
        name="Chuyên viên",
        opened_on=FOUNDED,
        channel="import",
    )
    return id


def officer(town: Town) -> Any:
    return town.reach("clerk", ("personnel_officer", "commune"))


def kpi(position: UUID, **more: Any) -> dict[str, Any]:
    values = {
        "position": position,
        "code": "K1",
        "name": "Hồ sơ giải quyết đúng hạn",
        "kind": "hard",
        "measure": "rate",
        "target": Decimal("98.5"),
        "unit_of_measure": "%",
        "direction": "higher_is_better",
        "feeds": "result_units",
        "begins": JULY,
    }
    return {**values, **more}


DEDUCTION = {
    "measure": "deduction",
    "direction": "lower_is_better",
    "feeds": "criterion",
    "criterion": "I.2",
    "target": Decimal(0),
}


class TestDefineKpi:
    @pytest.mark.parametrize(
        "change",
        [
            {},
            {"measure": "count", "target": Decimal(40), "unit_of_measure": "hồ sơ"},
            {"measure": "milestone", "target": Decimal(3), "kind": "spearhead"},
            {"measure": "rating", "target": Decimal(90), "feeds": "criterion", "criterion": "II.4"},
            {"measure": "count", "target": Decimal(0), "direction": "lower_is_better"},
            DEDUCTION,
        ],
    )
    async def test_keeps_every_kind_that_makes_sense(
        self, town: Town, position: UUID, change: dict
    ) -> None:
        values = kpi(position, **change)
        id = await town.do(officer(town), define_kpi, **values)
        row = await town.owner.fetchrow("select * from congtam.kpi where id = $1", id)
        for name in ("measure", "target", "direction", "feeds", "kind"):
            assert row[name] == values[name]
        assert row["criterion"] == values.get("criterion")

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"kind": "vague"}, "INVALID_INPUT"),
            ({"measure": "feeling"}, "INVALID_INPUT"),
            ({"direction": "sideways"}, "INVALID_INPUT"),
            ({"feeds": "vanity"}, "INVALID_INPUT"),
            ({"target": Decimal("100.01")}, "NUMBER_NOT_ACCEPTABLE"),
            ({"target": Decimal(-1)}, "NUMBER_NOT_ACCEPTABLE"),
            ({"target": Decimal(0)}, "NUMBER_NOT_ACCEPTABLE"),
            ({"measure": "count", "target": Decimal("1.5")}, "NUMBER_NOT_ACCEPTABLE"),
            ({"criterion": "I.1"}, "KPI_FEEDS_ONE_THING"),
            ({"feeds": "criterion"}, "KPI_FEEDS_ONE_THING"),
            (
                {"feeds": "criterion", "criterion": "I.1", "product_id": UUID(int=1)},
                "KPI_FEEDS_ONE_THING",
            ),
            ({"feeds": "criterion", "criterion": "IV.1"}, "INVALID_INPUT"),
            (
                {**DEDUCTION, "target": Decimal(1), "direction": "higher_is_better"},
                "KPI_MISDIRECTED",
            ),
            ({**DEDUCTION, "feeds": "result_units", "criterion": None}, "KPI_MISDIRECTED"),
            ({**DEDUCTION, "begins": date(2025, 12, 31)}, "NO_CRITERIA_YET"),
            ({"product_id": UUID(int=1)}, "NOT_FOUND"),
            ({"ends": JULY}, "ENDS_BEFORE_IT_BEGINS"),
        ],
    )
    async def test_refuses_what_measures_nothing(
        self, town: Town, position: UUID, change: dict, code: str
    ) -> None:
        values = {**kpi(position), **change}
        assert (await town.refused(officer(town), define_kpi, **values)).code == code

    async def test_ends_the_one_of_the_same_code_where_it_begins(
        self, town: Town, position: UUID
    ) -> None:
        first = await town.do(officer(town), define_kpi, **kpi(position))
        await town.do(officer(town), define_kpi, **kpi(position, begins=AUGUST, target=Decimal(99)))
        until = await town.owner.fetchval(
            "select upper(during) from congtam.kpi where id = $1", first
        )
        assert until == AUGUST

    async def test_is_also_the_agency_heads_to_do_and_nobody_elses(
        self, town: Town, position: UUID
    ) -> None:
        await town.do(town.reach("chair"), define_kpi, **kpi(position))
        for name in ("chief", "clerk"):
            refused = await town.refused(town.reach(name), define_kpi, **kpi(position))
            assert refused.code == "NO_MANDATE"


def scale(town: Town, **more: Any) -> dict[str, Any]:
    values = {"agency": town.agencies["commune"], "criterion": "I.2", "code": "MUON"}
    points = {"points_each": Decimal(2), "at_most": Decimal(5)}
    return {**values, **points, "reason": "Đi làm muộn", "begins": JULY, **more}


class TestSetDeductionScale:
    async def test_takes_two_points_each_time_of_five(self, town: Town) -> None:
        id = await town.do(town.reach("chair"), set_deduction_scale, **scale(town))
        row = await town.owner.fetchrow("select * from congtam.deduction_scale where id = $1", id)
        assert (row["points_each"], row["at_most"]) == (2, 5)
        (leaf,) = await town.leaves()
        assert leaf["rule"] == "agency-head-sets-deductions"

    async def test_ends_the_one_of_the_same_code_where_it_begins(self, town: Town) -> None:
        chair = town.reach("chair")
        first = await town.do(chair, set_deduction_scale, **scale(town))
        await town.do(chair, set_deduction_scale, **scale(town, begins=AUGUST))
        until = await town.owner.fetchval(
            "select upper(during) from congtam.deduction_scale where id = $1", first
        )
        assert until == AUGUST

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"at_most": Decimal("5.01")}, "DEDUCTS_TOO_MUCH"),
            ({"criterion": "II.1"}, "DEDUCTS_TOO_MUCH"),
            ({"points_each": Decimal(6)}, "DEDUCTS_TOO_MUCH"),
            ({"points_each": Decimal(3), "at_most": Decimal(2)}, "DEDUCTS_TOO_MUCH"),
            ({"points_each": Decimal(0)}, "NUMBER_NOT_ACCEPTABLE"),
            ({"criterion": "V"}, "INVALID_INPUT"),
            ({"begins": date(2025, 12, 31)}, "NO_CRITERIA_YET"),
            ({"reason": ""}, "TEXT_NOT_ACCEPTABLE"),
        ],
    )
    async def test_refuses_what_the_criterion_does_not_have(
        self, town: Town, change: dict, code: str
    ) -> None:
        refused = await town.refused(
            town.reach("chair"), set_deduction_scale, **scale(town, **change)
        )
        assert refused.code == code

    @pytest.mark.parametrize("name", ["governor", "vice", "chief", "clerk"])
    async def test_refuses_everybody_but_the_agencys_head(self, town: Town, name: str) -> None:
        refused = await town.refused(town.reach(name), set_deduction_scale, **scale(town))
        assert refused.code == "NOT_AGENCY_HEAD"
