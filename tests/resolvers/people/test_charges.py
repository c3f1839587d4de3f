"""What a deputy is in charge of (art. 15.4): a unit or a person beneath his own unit."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from resolvers.people import assign_charge, end_charge
from tests.resolvers.town import TODAY, Town

LATER = date(2026, 8, 1)


def field(town: Town, unit: str | None = None, person: str | None = None, **more: Any) -> Any:
    values: dict[str, Any] = {"deputy": town.postings["vice"], "begins": TODAY}
    values["unit"] = town.units[unit] if unit else None
    values["person"] = town.people[person] if person else None
    return {**values, **more}


class TestAssignCharge:
    @pytest.mark.parametrize(
        ("unit", "person"), [("culture", None), ("team", None), (None, "curator")]
    )
    async def test_names_a_unit_or_a_person_beneath(
        self, town: Town, unit: str | None, person: str | None
    ) -> None:
        id = await town.do(town.reach("chair"), assign_charge, **field(town, unit, person))
        row = await town.owner.fetchrow("select * from congtam.charge where id = $1", id)
        assert row["unit_id"] == (town.units[unit] if unit else None)
        assert row["person_id"] == (town.people[person] if person else None)
        assert row["posting_id"] == town.postings["vice"]
        (leaf,) = await town.leaves()
        assert leaf["rule"] == "head-puts-deputies-in-charge"

    async def test_replaces_an_earlier_charge_of_the_same_unit_from_its_day(
        self, town: Town
    ) -> None:
        first = await town.do(town.reach("chair"), assign_charge, **field(town, "culture"))
        await town.do(town.reach("chair"), assign_charge, **field(town, "culture", begins=LATER))
        until = await town.owner.fetchval(
            "select upper(during) from congtam.charge where id = $1", first
        )
        assert until == LATER

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({}, "CHARGE_OF_ONE_THING"),
            ({"unit": "culture", "person": "curator"}, "CHARGE_OF_ONE_THING"),
            ({"unit": "neighbour"}, "CHARGE_OUTSIDE_THE_UNIT"),
            ({"person": "stranger"}, "CHARGE_OUTSIDE_THE_UNIT"),
        ],
    )
    async def test_refuses_what_no_field_is(self, town: Town, change: Any, code: str) -> None:
        refused = await town.refused(town.reach("chair"), assign_charge, **field(town, **change))
        assert refused.code == code

    async def test_refuses_days_outside_the_post(self, town: Town) -> None:
        early = field(town, "culture", begins=date(2025, 6, 1))
        refused = await town.refused(town.reach("chair"), assign_charge, **early)
        assert refused.code == "CHARGE_OUTLASTS_THE_POST"

    async def test_refuses_a_member(self, town: Town) -> None:
        values = field(town, "team", deputy=town.postings["clerk"])
        refused = await town.refused(town.reach("chief"), assign_charge, **values)
        assert refused.code == "NOT_A_DEPUTY"

    @pytest.mark.parametrize("name", ["governor", "chief", "curator", "clerk"])
    async def test_refuses_every_other_head(self, town: Town, name: str) -> None:
        refused = await town.refused(town.reach(name), assign_charge, **field(town, "culture"))
        assert refused.code in ("NOT_RESPONSIBLE_HEAD", "NOT_FOUND")


class TestEndCharge:
    async def test_keeps_the_days_before(self, town: Town) -> None:
        chair = town.reach("chair")
        id: UUID = await town.do(chair, assign_charge, **field(town, "culture"))
        await town.do(chair, end_charge, charge_id=id, ends=LATER)
        row = await town.owner.fetchrow(
            "select lower(during), upper(during) from congtam.charge where id = $1", id
        )
        assert tuple(row) == (TODAY, LATER)

    async def test_refuses_a_charge_that_is_nowhere(self, town: Town) -> None:
        refused = await town.refused(
            town.reach("chair"), end_charge, charge_id=UUID(int=3), ends=LATER
        )
        assert refused.code == "NOT_FOUND"
