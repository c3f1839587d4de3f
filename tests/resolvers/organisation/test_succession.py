"""Who answers for a closed unit's open work: its keeper, else the nearest one above."""

from datetime import date
from uuid import UUID

from sqlalchemy import bindparam
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.days import DAY
from resolvers.organisation import kept_units, unit_answering
from tests.resolvers.town import Town

CLOSED = date(2026, 6, 1)
AFTER = date(2026, 6, 15)
KEPT = kept_units(bindparam("unit", type_=UuidType(as_uuid=True)), DAY)


async def close(town: Town, unit: str, kept_by: str | None = None) -> None:
    await town.owner.execute(
        "update congtam.unit set closed_on = $2, kept_by_id = $3 where id = $1",
        town.units[unit],
        CLOSED,
        None if kept_by is None else town.units[kept_by],
    )
    await town.owner.execute(
        "update congtam.unit_placement set during = daterange(lower(during), $2)"
        " where unit_id = $1 and upper(during) is null",
        town.units[unit],
        CLOSED,
    )


async def answering(town: Town, unit: str, day: date = AFTER) -> str | None:
    """The name of the unit that answers; and, of a unit that does, that its mirror says so too."""
    names: dict[UUID, str] = {id: name for name, id in town.units.items()}
    async with town.database.reading() as tx:
        found = await unit_answering(tx, town.units[unit], day)
        answered = {
            name
            for name, id in town.units.items()
            if town.units[unit] in {row["id"] for row in await tx.rows(KEPT, unit=id, day=day)}
            and await unit_answering(tx, id, day) == id
        }
    assert answered == (set() if found is None else {names[found]})
    return None if found is None else names[found]


async def test_a_unit_that_stands_answers_for_itself(town: Town) -> None:
    await close(town, "team", "culture")
    assert await answering(town, "team", date(2026, 5, 31)) == "team"
    assert await answering(town, "office") == "office"


async def test_a_keeper_answers_and_after_it_whoever_keeps_that(town: Town) -> None:
    await close(town, "team", "culture")
    assert await answering(town, "team") == "culture"
    await close(town, "culture", "office")
    assert await answering(town, "team") == "office"


async def test_without_a_keeper_it_is_the_nearest_unit_above_that_stands(town: Town) -> None:
    await close(town, "team")
    assert await answering(town, "team") == "office"
    await close(town, "office")
    assert await answering(town, "team") == "commune"
    assert await answering(town, "office") == "commune"


async def test_above_is_where_it_stood_last(town: Town) -> None:
    await town.owner.execute(
        "update congtam.unit_placement set during = daterange(lower(during), '2026-03-01')"
        " where unit_id = $1",
        town.units["team"],
    )
    await town.owner.execute(
        "insert into congtam.unit_placement (id, unit_id, parent_id, standing, during) values"
        " (gen_random_uuid(), $1, $2, 'none', daterange('2026-03-01', null))",
        town.units["team"],
        town.units["culture"],
    )
    await close(town, "team")
    assert await answering(town, "team") == "culture"


async def test_nobody_answers_where_nothing_stands(town: Town) -> None:
    for unit in ("province", "commune", "office"):
        await close(town, unit)
    assert await answering(town, "office") is None
