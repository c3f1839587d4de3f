"""Records that gates rest on, made for a test and looked at as somebody."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Table, select

from resolvers import personnel as deeds
from resolvers.core.ids import new_id
from resolvers.core.seeing import needed, shown
from tests.resolvers.personnel.story import PAPER, Personnel

BORN = date(2025, 3, 1)


async def protect(
    personnel: Personnel, state: str = "small_child", name: str = "clerk", **more: Any
) -> UUID:
    told = {"since": BORN, "document": PAPER, **more}
    done: UUID = await personnel.do(
        "officer",
        deeds.record_protected_state,
        person=personnel.cast.town.people[name],
        state=state,
        **told,
    )
    return done


async def wished(personnel: Personnel, by: str = "clerk", **more: Any) -> UUID:
    told = {"kind": "transfer", "said": "Tôi có nguyện vọng được điều động.", **more}
    done: UUID = await personnel.do(
        by, deeds.state_wish, person=personnel.cast.town.people["clerk"], **told
    )
    return done


async def sees(personnel: Personnel, name: str, table: Table) -> bool:
    """Whether somebody's reach shows a row of the table."""
    reach = (await personnel.cast.request(name)).reach
    async with personnel.cast.town.database.reading() as tx:
        found = await tx.rows(select(table.c.id).where(shown(table)), **needed(table, reach))
    return bool(found)


async def listed_position(personnel: Personnel) -> UUID:
    """A job position of the commune, which the clerk holds."""
    town, id = personnel.cast.town, new_id()
    await town.owner.execute(
        "insert into congtam.job_position (id, agency_id, code, name, opened_on)"
        " values ($1, $2, 'KT', 'Kế toán', '2026-01-01')",
        id,
        town.agencies["commune"],
    )
    await town.owner.execute(
        "update congtam.posting set position_id = $1 where id = $2", id, town.postings["clerk"]
    )
    return id
