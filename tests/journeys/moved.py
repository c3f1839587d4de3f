"""Work that people left open when they moved, or their unit was closed, on the first of July."""

from datetime import date
from uuid import UUID

from resolvers.core.ids import new_id
from tests.journeys.served import Served

JULY, DUE = date(2026, 7, 1), date(2026, 7, 20)
STAYS, GONE, MERGED = "staff", "tl011", "economist"
"""In another post of the office; in the commune's division of society; out of the closed one."""
NEXT = {STAYS: "office", GONE: "society", MERGED: "commune"}
_GIVERS = {STAYS: "head", GONE: "head", MERGED: "neighbour"}


async def left_open(office: Served) -> dict[str, str]:
    """Everybody of `NEXT` was given work due on DUE and moved on; the work's ids. It is July."""
    given = {who: await _given(office, who) for who in NEXT}
    close = "update congtam.unit set closed_on = $2, kept_by_id = $3 where id = $1"
    units = office.ids.units
    await office.owner.execute(close, units["economy"], JULY, units["office"])
    for who, unit in NEXT.items():
        office.ids.postings[f"{who}_next"] = await _moved(office, who, unit)
    office.day.today = JULY
    return given


async def _given(office: Served, who: str) -> str:
    told = {"posting": office.ids.postings[who], "product": office.ids.products["CH.02"]}
    found = await office.sign(_GIVERS[who]).done(
        "assignWork", "id", **told, quantity="3", dueOn=DUE, title=f"Việc của {who}"
    )
    id: str = found["id"]
    return id


async def _moved(office: Served, who: str, unit: str) -> UUID:
    id, ids = new_id(), office.ids
    await office.owner.execute(
        "update congtam.posting set during = daterange(lower(during), $2) where id = $1",
        ids.postings[who],
        JULY,
    )
    await office.owner.execute(
        "insert into congtam.posting"
        " (id, person_id, agency_id, unit_id, office, mode, main, during)"
        " values ($1, $2, $3, $4, 'member', 'appointed', true, daterange($5, null))",
        id,
        ids.people[who],
        ids.agencies["commune"],
        ids.units[unit],
        JULY,
    )
    return id
