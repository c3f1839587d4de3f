"""The first steps of a deed: hold a review or a round, and ask leave to do something to it."""

from typing import Any
from uuid import UUID

from sqlalchemy import Integer, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import ABSENT, ReviewFacts, RoundFacts
from resolvers.audit import record
from resolvers.core.database import Row, Transaction
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import demand_version, save
from resolvers.recognition.tables import organisation_review, recognition_round

ABOUT = ("agency_id", "unit_id", "recognising_agency_id", "recognising_unit_id")
"""The columns that say whose review it is, alike in every table that hangs on one."""

_ROUND = (
    select(recognition_round)
    .where(
        recognition_round.c.unit_id == bindparam("unit", type_=UuidType(as_uuid=True)),
        recognition_round.c.year == bindparam("year", type_=Integer),
    )
    .with_for_update(key_share=True)
)


async def held_review(
    tx: Transaction, request: Request, action: Action, id: UUID, version: int
) -> tuple[Row, Decision]:
    """A visible review, held until the deed ends, and the decision that allows `action`.

    Raises NotFound, a denial, StaleVersion.
    """
    found = await hold(tx, request, organisation_review, id)
    decision = demand(request, action, review_facts(found))
    demand_version(found, version)
    return found, decision


def review_facts(found: Row) -> ReviewFacts:
    """What the policies need to know of a review."""
    return ReviewFacts(found["unit_id"], found["recognising_unit_id"], found["state"])


async def held_round(tx: Transaction, unit: UUID, year: int) -> Row | None:
    """The round of a unit's head and a year, held against everybody; None if there is none."""
    return await tx.row(_ROUND, unit=unit, year=year)


def round_facts(unit: UUID, found: Row | None) -> RoundFacts:
    """What the policies need to know of a round."""
    return RoundFacts(unit, ABSENT if found is None else found["state"])


def about(found: Row) -> dict[str, Any]:
    """Whose review it is, for the rows that hang on it."""
    return {name: found[name] for name in ABOUT}


def signature(request: Request, decision: Decision, step: str) -> dict[str, Any]:
    """Who did a step, for whom, and when: its three columns."""
    return {
        f"{step}_by": request.reach.person,
        f"{step}_on_behalf_of": decision.on_behalf_of,
        f"{step}_at": request.now,
    }


async def save_review(tx: Transaction, found: Row, **values: Any) -> None:
    """Change a held review and raise its version by one."""
    await save(tx, organisation_review, found["id"], found["version"], **values)


async def tell(
    tx: Transaction, request: Request, decision: Decision, found: Row, deed: str, **told: Any
) -> None:
    """The audit leaf of a deed on a review."""
    subject = ("organisation_review", found["id"])
    agency = found["agency_id"]
    await record(tx, request, decision, deed=deed, subject=subject, agency=agency, **told)
