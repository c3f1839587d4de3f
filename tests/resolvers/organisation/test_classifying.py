"""Who classifies and who replaces, by the tree of a day (art. 10.2 and 21.3)."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from resolvers.organisation import classifying_units_of, managing_units_of
from tests.resolvers.town import TODAY, UNITS, Town


def _by_name(town: Town, found: Mapping[UUID, UUID]) -> dict[str, str]:
    names = {id: name for name, id in town.units.items()}
    return {names[unit]: names[by] for unit, by in found.items()}


async def test_the_using_head_classifies_all_beneath_but_not_himself(town: Town) -> None:
    ids = list(town.units.values())
    async with town.database.reading() as tx:
        staff = await classifying_units_of(tx, ids, TODAY)
        heads = await classifying_units_of(tx, ids, TODAY, heads=True)
    of_commune = dict.fromkeys(("commune", "office", "team", "culture"), "commune")
    assert _by_name(town, staff) == {
        **of_commune,
        "province": "province",
        "neighbour": "neighbour",
    }
    assert _by_name(town, heads) == {
        **of_commune,
        "commune": "province",
        "neighbour": "province",
    }


async def test_the_managing_unit_is_above_the_using_one_or_itself(town: Town) -> None:
    async with town.database.reading() as tx:
        found = await managing_units_of(tx, list(town.units.values()), TODAY)
    assert _by_name(town, found) == dict.fromkeys(UNITS, "province")


async def test_before_a_unit_stands_nobody_classifies_there(town: Town) -> None:
    async with town.database.reading() as tx:
        assert await classifying_units_of(tx, list(town.units.values()), date(2025, 12, 31)) == {}


async def test_a_circle_made_by_a_console_ends(town: Town) -> None:
    await town.owner.execute(
        "update congtam.unit_placement set parent_id = $1, standing = 'none' where unit_id = $2",
        town.units["team"],
        town.units["office"],
    )
    async with town.database.reading() as tx:
        assert await classifying_units_of(tx, [town.units["team"]], TODAY) == {}
