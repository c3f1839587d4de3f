"""Units: opened, moved, closed; the tree has no circles and keeps the order of standings."""

import asyncio
from datetime import date
from typing import Any

import pytest

from resolvers.core.errors import Refusal
from resolvers.organisation import close_unit, establish_unit, move_unit
from resolvers.people import scored_by, scoring_unit_of
from tests.resolvers.town import FOUNDED, TODAY, Town

LATER = date(2026, 9, 1)


def officer(town: Town) -> Any:
    return town.reach("clerk", ("personnel_officer", "commune"))


class TestEstablishUnit:
    async def test_opens_a_unit_of_the_same_agency(self, town: Town) -> None:
        made = await town.do(
            officer(town),
            establish_unit,
            parent=town.units["commune"],
            name="Trung tâm hành chính công",
            standing="direct_using",
            opened_on=LATER,
        )
        unit = await town.owner.fetchrow("select * from congtam.unit where id = $1", made)
        place = await town.owner.fetchrow(
            "select *, lower(during) as since from congtam.unit_placement where unit_id = $1", made
        )
        assert unit["agency_id"] == town.agencies["commune"]
        assert (place["parent_id"], place["since"]) == (town.units["commune"], LATER)
        (leaf,) = await town.leaves()
        assert (leaf["deed"], leaf["rule"]) == ("establish_unit", "personnel-officer-keeps-units")

    @pytest.mark.parametrize(
        ("parent", "standing"),
        [
            ("office", "direct_using"),
            ("office", "using"),
            ("team", "direct_using"),
            ("commune", "using"),
            ("commune", "managing"),
        ],
    )
    async def test_refuses_a_standing_out_of_order(
        self, town: Town, parent: str, standing: str
    ) -> None:
        refused = await town.refused(
            officer(town),
            establish_unit,
            parent=town.units[parent],
            name="Tổ",
            standing=standing,
            opened_on=LATER,
        )
        assert refused.code == "STANDING_OUT_OF_ORDER"

    async def test_refuses_a_parent_that_does_not_stand_yet(self, town: Town) -> None:
        refused = await town.refused(
            officer(town),
            establish_unit,
            parent=town.units["commune"],
            name="Tổ",
            standing="none",
            opened_on=date(2025, 1, 1),
        )
        assert refused.code == "UNIT_NOT_IN_FORCE"

    @pytest.mark.parametrize("name", ["governor", "chair", "chief", "clerk", "stranger"])
    async def test_refuses_everybody_without_the_mandate(self, town: Town, name: str) -> None:
        refused = await town.refused(
            town.reach(name),
            establish_unit,
            parent=town.units["office"],
            name="Tổ",
            standing="none",
            opened_on=LATER,
        )
        assert refused.code == "NO_MANDATE"

    async def test_refuses_an_officer_of_a_sibling_unit(self, town: Town) -> None:
        sibling = town.reach("curator", ("personnel_officer", "culture"))
        refused = await town.refused(
            sibling,
            establish_unit,
            parent=town.units["office"],
            name="Tổ",
            standing="none",
            opened_on=LATER,
        )
        assert refused.code == "NO_MANDATE"


class TestMoveUnit:
    async def move(self, town: Town, unit: str, parent: str, **more: Any) -> Any:
        values = {"unit": town.units[unit], "parent": town.units[parent], "begins": LATER}
        return await town.do(officer(town), move_unit, version=1, **{**values, **more})

    async def refused(self, town: Town, unit: str, parent: str, **more: Any) -> str:
        values = {"unit": town.units[unit], "parent": town.units[parent], "begins": LATER}
        values = {"version": 1, **values, **more}
        return (await town.refused(officer(town), move_unit, **values)).code

    async def test_changes_the_route_from_the_day_on_and_not_before(self, town: Town) -> None:
        await self.move(town, "team", "culture")
        async with town.database.reading() as tx:
            typist = town.postings["typist"]
            assert await scoring_unit_of(tx, typist, TODAY) == town.units["office"]
            assert await scoring_unit_of(tx, typist, LATER) == town.units["culture"]
            assert len(await scored_by(tx, town.units["office"], TODAY)) == 4
        (leaf,) = await town.leaves()
        assert leaf["before"]["parent"] == str(town.units["office"])
        assert leaf["after"]["parent"] == str(town.units["culture"])

    async def test_may_change_the_standing_alone(self, town: Town) -> None:
        await self.move(town, "culture", "commune", standing="none")
        async with town.database.reading() as tx:
            curator = town.postings["curator"]
            assert await scoring_unit_of(tx, curator, LATER) == town.units["commune"]

    async def test_refuses_to_stand_a_unit_beneath_itself(self, town: Town) -> None:
        assert await self.refused(town, "office", "team") == "UNIT_IN_CIRCLE"
        assert await self.refused(town, "office", "office") == "UNIT_IN_CIRCLE"

    async def test_refuses_a_circle_that_would_close_later_only(self, town: Town) -> None:
        await self.move(town, "culture", "team", standing="none", begins=date(2026, 12, 1))
        assert await self.refused(town, "office", "culture") == "UNIT_IN_CIRCLE"

    async def test_refuses_a_place_that_puts_the_units_beneath_out_of_order(
        self, town: Town
    ) -> None:
        code = await self.refused(town, "commune", "commune", standing="direct_using")
        assert code == "UNIT_IN_CIRCLE"
        assert await self.refused(town, "office", "culture") == "STANDING_OUT_OF_ORDER"

    async def test_lets_two_moves_at_once_make_no_circle(self, town: Town) -> None:
        outcomes = await asyncio.gather(
            self.move(town, "office", "culture", standing="none"),
            self.move(town, "culture", "office", standing="none"),
            return_exceptions=True,
        )
        refused = [outcome.code for outcome in outcomes if isinstance(outcome, Refusal)]
        assert refused == ["UNIT_IN_CIRCLE"]

    async def test_refuses_a_version_that_somebody_has_changed(self, town: Town) -> None:
        await self.move(town, "team", "culture")
        assert await self.refused(town, "team", "commune") == "STALE_VERSION"

    async def test_refuses_a_place_outside_what_the_officer_covers(self, town: Town) -> None:
        assert await self.refused(town, "team", "neighbour") == "NO_MANDATE"


class TestCloseUnit:
    async def close(self, town: Town, unit: str, **more: Any) -> Any:
        values = {"unit": town.units[unit], "closed_on": LATER, "version": 1, **more}
        return await town.do(officer(town), close_unit, **values)

    async def refused(self, town: Town, unit: str, **more: Any) -> Any:
        values = {"unit": town.units[unit], "closed_on": LATER, "version": 1, **more}
        return await town.refused(officer(town), close_unit, **values)

    async def empty(self, town: Town, *units: str) -> None:
        for unit in units:
            await town.owner.execute(
                "update congtam.posting set during = daterange($1, $2) where unit_id = $3",
                FOUNDED,
                LATER,
                town.units[unit],
            )

    async def test_keeps_everything_about_the_days_before(self, town: Town) -> None:
        async with town.database.reading() as tx:
            before = await scored_by(tx, town.units["culture"], TODAY)
            route = await scoring_unit_of(tx, town.postings["curator"], TODAY)
        await self.empty(town, "culture")
        await self.close(town, "culture")
        async with town.database.reading() as tx:
            assert await scored_by(tx, town.units["culture"], TODAY) == before
            assert await scoring_unit_of(tx, town.postings["curator"], TODAY) == route
            assert await scoring_unit_of(tx, town.postings["curator"], LATER) is None
        row = await town.owner.fetchrow(
            "select * from congtam.unit where id = $1", town.units["culture"]
        )
        assert row["closed_on"] == LATER

    async def test_refuses_while_posts_are_held(self, town: Town) -> None:
        refused = await self.refused(town, "culture")
        assert refused.code == "UNIT_HAS_POSTINGS"
        assert refused.facts["count"] == 1

    async def test_refuses_while_units_stand_beneath(self, town: Town) -> None:
        await self.empty(town, "office")
        assert (await self.refused(town, "office")).code == "UNIT_HAS_UNITS"

    async def test_refuses_while_a_month_is_open(self, town: Town) -> None:
        await self.empty(town, "culture")
        await town.owner.execute(
            "insert into congtam.unit_month (id, agency_id, unit_id, period, opened_by, opened_at)"
            " values (gen_random_uuid(), $1, $2, '2026-06-01', $3, now())",
            town.agencies["commune"],
            town.units["culture"],
            town.people["curator"],
        )
        assert (await self.refused(town, "culture")).code == "UNIT_HAS_OPEN_MONTHS"

    async def test_refuses_a_unit_that_is_closed_already(self, town: Town) -> None:
        await self.empty(town, "culture")
        await self.close(town, "culture")
        assert (await self.refused(town, "culture", version=2)).code == "UNIT_CLOSED"

    async def test_refuses_a_day_before_the_unit_opened(self, town: Town) -> None:
        assert (await self.refused(town, "culture", closed_on=FOUNDED)).code == "UNIT_NOT_IN_FORCE"

    async def test_refuses_a_head_of_the_unit_itself(self, town: Town) -> None:
        refused = await town.refused(
            town.reach("curator"),
            close_unit,
            unit=town.units["culture"],
            closed_on=LATER,
            version=1,
        )
        assert refused.code == "NO_MANDATE"
