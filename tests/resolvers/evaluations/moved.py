"""The clerk has moved to another commune: what the tests of handing over stand on."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Table, select

from resolvers.core.ids import new_id
from resolvers.core.seeing import needed, shown
from resolvers.evaluations import hand_over_scores
from tests.resolvers import town as stage
from tests.resolvers.cast import Cast

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
MOVED = date(2026, 6, 21)
AFTER = date(2026, 7, 6)
CITES = ["Nghị định 335/2025/NĐ-CP, Điều 14"]


async def judged(
    cast: Cast, period: date, total: str, *, state: str = "closed", who: str = "clerk"
) -> UUID:
    """A scored sheet of the clerk's post in the office."""
    id, town = new_id(), cast.town
    same = (town.agencies["commune"], town.units["office"], town.people[who])
    await town.owner.execute(
        "insert into congtam.sheet (id, period, agency_id, scoring_unit_id, person_id, unit_id,"
        " posting_id, role, state, total, level, scored_by, released_at)"
        " values ($1, $2, $3, $4, $5, $4, $6, 'staff', $7, $8, 'GOOD', $9, now())",
        id,
        period,
        *same,
        town.postings[who],
        state,
        Decimal(total),
        town.people["chief"],
    )
    await scored(cast, id, period, 1, total)
    return id


async def scored(cast: Cast, sheet: UUID, period: date, round: int, total: str) -> None:
    await cast.town.owner.execute(
        "insert into congtam.score (sheet_id, period, round, agency_id, scoring_unit_id, person_id,"
        " facts, steps, cites, total, level, scored_by, scored_at, released_at)"
        " values ($1, $2, $3, $4, $5, $6, '{}', '[]', $7, $8, 'GOOD', $9, now(), now())",
        sheet,
        period,
        round,
        cast.town.agencies["commune"],
        cast.town.units["office"],
        cast.town.people["clerk"],
        CITES,
        Decimal(total),
        cast.town.people["chief"],
    )


async def move_the_clerk(cast: Cast) -> Cast:
    """The clerk left the commune's office for the neighbour on 21 June; the chief keeps files."""
    town = cast.town
    await town.owner.execute(
        "update congtam.posting set during = daterange($1, $2) where id = $3",
        stage.FOUNDED,
        MOVED,
        town.postings["clerk"],
    )
    await stage.posting(town, "clerk", "neighbour", "member", begins=MOVED)
    await town.owner.execute(
        "update congtam.person set agency_id = $1 where id = $2",
        town.agencies["neighbour"],
        town.people["clerk"],
    )
    town.people["registrar"] = await stage.person(town, "Quách Thị Tâm", town.agencies["neighbour"])
    await stage.posting(town, "registrar", "neighbour", "member")
    await stage.mandate(town, "registrar", "personnel_officer", "neighbour")
    await stage.mandate(town, "vice", "personnel_officer", "commune")
    return cast


def told(cast: Cast, **more: Any) -> dict[str, Any]:
    return {
        "person": cast.town.people["clerk"],
        "from_agency": cast.town.agencies["commune"],
        "to_agency": cast.town.agencies["neighbour"],
        "year": 2026,
        "document_no": "12/UBND-NV",
        "document_day": date(2026, 7, 5),
        **more,
    }


async def hand(cast: Cast, by: str = "vice", **more: Any) -> UUID:
    done: UUID = await cast.do(by, hand_over_scores, today=AFTER, **told(cast, **more))
    return done


async def seen_by(cast: Cast, who: str, table: Table) -> set[UUID]:
    """The rows of a table that a person is shown, behind his fence as well."""
    reach = (await cast.request(who, AFTER)).reach
    async with cast.town.deed(reach) as tx:
        rows = await tx.rows(select(table.c.id).where(shown(table)), **needed(table, reach))
    return {row["id"] for row in rows}
