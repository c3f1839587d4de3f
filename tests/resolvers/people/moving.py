"""Two communes with officers who keep their posts: what the tests of moves stand on."""

from datetime import date
from typing import Any
from uuid import UUID

from authz.reach import Reach
from resolvers.people import reach_of_person
from tests.resolvers import town as stage
from tests.resolvers.town import TODAY, Town

DAY = date(2026, 6, 11)
JULY = date(2026, 7, 1)


async def staff(town: Town) -> Town:
    """Each commune has an officer who keeps its posts; the vice chair keeps this one's."""
    await stage.mandate(town, "vice", "personnel_officer", "commune")
    town.people["registrar"] = await stage.person(town, "Quách Thị Tâm", town.agencies["neighbour"])
    await stage.posting(town, "registrar", "neighbour", "deputy")
    await stage.mandate(town, "registrar", "personnel_officer", "neighbour")
    return town


async def reach(town: Town, name: str) -> Reach:
    async with town.database.reading() as tx:
        return await reach_of_person(tx, town.people[name], TODAY)


def move(town: Town, name: str, unit: str, **more: Any) -> dict[str, Any]:
    of = {"posting_id": town.postings[name], "unit": town.units[unit]}
    return {**of, "begins": DAY, "version": 1, **more}


def going(town: Town, name: str, **more: Any) -> dict[str, Any]:
    to = {"posting_id": town.postings[name], "to_agency": town.agencies["neighbour"]}
    return {**to, "leaves_on": DAY, "decision_no": "45/QĐ-UBND", **more}


async def held(town: Town, name: str) -> list[tuple[Any, ...]]:
    """The unit, first day and end of each main post of a person, in order."""
    rows = await town.owner.fetch(
        "select unit_id, lower(during) as since, upper(during) as until from congtam.posting"
        " where person_id = $1 and main and not isempty(during) order by 2",
        town.people[name],
    )
    units = {id: unit for unit, id in town.units.items()}
    return [(units[row["unit_id"]], row["since"], row["until"]) for row in rows]


async def agency_of(town: Town, name: str) -> UUID:
    found: UUID = await town.owner.fetchval(
        "select agency_id from congtam.person where id = $1", town.people[name]
    )
    return found
