"""The route of art. 10.1: whose head scores whom, through the dated tree."""

from datetime import date

import pytest

from resolvers.organisation import next_unit_up, root_unit, scoring_unit
from resolvers.people import heads_of, scored_by, scoring_unit_of
from tests.resolvers import town as stage
from tests.resolvers.town import FOUNDED, TODAY, Town

ROUTES = [
    ("governor", None),  # nobody stands above the province here
    ("chair", "province"),  # the head of a using agency: the managing agency's head (a)
    ("vice", "commune"),  # his deputy (b)
    ("chief", "commune"),  # the head of a direct-using unit: the using agency's head (b)
    ("assistant", "office"),  # deputy and staff of a direct-using unit: its head (c)
    ("clerk", "office"),
    ("leader", "office"),  # a team does not score: its head goes one up
    ("typist", "office"),
    ("curator", "commune"),
    ("stranger", "province"),
]


class TestScoringUnit:
    @pytest.mark.parametrize(("name", "unit"), ROUTES)
    async def test_follows_article_10(self, town: Town, name: str, unit: str | None) -> None:
        async with town.database.reading() as tx:
            found = await scoring_unit_of(tx, town.postings[name], TODAY)
        assert found == (town.units[unit] if unit else None)

    async def test_of_a_unit_that_does_not_score_is_the_nearest_above(self, town: Town) -> None:
        async with town.database.reading() as tx:
            assert await scoring_unit(tx, town.units["team"], TODAY) == town.units["office"]
            assert await scoring_unit(tx, town.units["office"], TODAY) == town.units["office"]
            assert await next_unit_up(tx, town.units["office"], TODAY) == town.units["commune"]
            assert await next_unit_up(tx, town.units["commune"], TODAY) == town.units["province"]
            assert await next_unit_up(tx, town.units["province"], TODAY) is None

    async def test_is_nowhere_before_the_units_stood(self, town: Town) -> None:
        async with town.database.reading() as tx:
            assert await scoring_unit_of(tx, town.postings["clerk"], date(2025, 12, 31)) is None

    async def test_follows_the_tree_of_the_day_asked_about(self, town: Town) -> None:
        moved = date(2026, 4, 1)
        await town.owner.execute(
            "update congtam.unit_placement set during = daterange($1, $2) where unit_id = $3",
            FOUNDED,
            moved,
            town.units["team"],
        )
        await town.owner.execute(
            "insert into congtam.unit_placement (id, unit_id, parent_id, standing, during)"
            " values (gen_random_uuid(), $1, $2, 'none', daterange($3, null))",
            town.units["team"],
            town.units["culture"],
            moved,
        )
        async with town.database.reading() as tx:
            before = await scoring_unit_of(tx, town.postings["typist"], date(2026, 3, 31))
            after = await scoring_unit_of(tx, town.postings["typist"], moved)
        assert (before, after) == (town.units["office"], town.units["culture"])

    async def test_ends_even_where_somebody_made_a_circle(self, town: Town) -> None:
        await town.owner.execute(
            "update congtam.unit_placement set standing = 'none', parent_id = $1"
            " where unit_id = $2",
            town.units["team"],
            town.units["office"],
        )
        async with town.database.reading() as tx:
            assert await scoring_unit(tx, town.units["team"], TODAY) is None


class TestScoredBy:
    @pytest.mark.parametrize("unit", ["province", "commune", "office", "culture", "team"])
    async def test_agrees_with_the_route_of_every_person(self, town: Town, unit: str) -> None:
        async with town.database.reading() as tx:
            found = {row["posting_id"] for row in await scored_by(tx, town.units[unit], TODAY)}
        expected = {town.postings[name] for name, route in ROUTES if route == unit}
        assert found == expected

    async def test_leaves_out_posts_that_are_not_the_main_one(self, town: Town) -> None:
        await stage.posting(town, "curator", "office", "member", main=False)
        async with town.database.reading() as tx:
            rows = await scored_by(tx, town.units["office"], TODAY)
        assert town.people["curator"] not in {row["person_id"] for row in rows}


class TestHeads:
    async def test_names_the_head_and_nobody_who_acts(self, town: Town) -> None:
        async with town.database.reading() as tx:
            heads = await heads_of(tx, town.units["office"], TODAY)
        assert heads.head == town.people["chief"]
        assert heads.acting is None

    async def test_names_nobody_where_the_office_is_vacant(self, town: Town) -> None:
        await town.owner.execute(
            "delete from congtam.posting where id = $1", town.postings["chief"]
        )
        async with town.database.reading() as tx:
            heads = await heads_of(tx, town.units["office"], TODAY)
        assert heads.head is None

    async def test_of_an_agency_stands_for_its_root_unit(self, town: Town) -> None:
        async with town.database.reading() as tx:
            for name, agency in town.agencies.items():
                assert await root_unit(tx, agency, TODAY) == town.units[name]
