"""Units, also whole agencies, merged, split, renamed or transferred: one decision, one transaction.

Nobody gains or loses authority by it except as listed: a post or a role in a unit that ends goes on
only where the plan says so. What was done in a unit that ends stays there as it was.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import ReorganisationFacts
from resolvers.audit import record
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import InvalidInput
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add
from resolvers.organisation import agency as agencies
from resolvers.organisation import alone, reorganisation
from resolvers.organisation import unit as units
from resolvers.people.reorganisation_plan import ReorganisationPlan, Reorganised, demand_sound
from resolvers.people.reorganising_posts import move_posts, move_roles
from resolvers.people.reorganising_units import (
    Course,
    close_units,
    demand_managed,
    managed_kinds,
    open_units,
    place_units,
)
from resolvers.people.tables import mandate, posting


class _Undo(Exception):
    """Takes everything back: a dry run, or a plan with a row that is refused."""


_MANAGING = select(agencies.c.managing_agency_id).where(
    agencies.c.id == bindparam("agency", type_=UuidType(as_uuid=True))
)


async def reorganise(
    tx: Transaction, request: Request, *, plan: ReorganisationPlan, dry_run: bool = False
) -> Reorganised:
    """Carry a plan out as a whole, or say of each row why not; a dry run tells the same verdicts.

    One row refused, nothing is written. Raises NotFound, a denial (GRANT_TO_SELF for whoever is
    listed himself, UNIT_CLOSED), ReorganisationAhead, InvalidInput, TextNotAcceptable.
    """
    await alone(tx)
    demand_sound(plan, request, dry_run=dry_run)
    standing = [await hold(tx, request, units, id) for id in sorted(plan.standing_units())]
    managing = {row["agency_id"]: await _managing(tx, row) for row in standing}
    decision = await _demand(tx, request, plan, standing, managing)
    course = Course(tx, request, plan, decision, {str(row["id"]): row for row in standing})
    id: UUID | None = None
    try:
        async with tx.savepoint():
            await _carry_out(course)
            if dry_run or not _accepted(course):
                raise _Undo
            id = await _keep(course, _deciding(standing, managing))
    except _Undo:
        pass
    return Reorganised(_accepted(course), id, course.verdicts)


def _accepted(course: Course) -> bool:
    return all(each.done for each in course.verdicts)


async def _carry_out(course: Course) -> None:
    managed = await managed_kinds(course)
    await open_units(course)
    await place_units(course)
    await move_roles(course)
    await move_posts(course)
    await close_units(course)
    await demand_managed(course, managed)


async def _managing(tx: Transaction, row: Row) -> UUID | None:
    found: UUID | None = await tx.value(_MANAGING, agency=row["agency_id"])
    return found


async def _demand(
    tx: Transaction,
    request: Request,
    plan: ReorganisationPlan,
    standing: Sequence[Row],
    managing: dict[UUID, UUID | None],
) -> Decision:
    """The rule for each unit that the plan touches; the first one's, for the audit."""
    held = [await hold(tx, request, posting, each.posting) for each in plan.postings]
    held += [await hold(tx, request, mandate, each.mandate) for each in plan.mandates]
    persons = frozenset(row["person_id"] for row in held)
    _demand_agencies(plan, standing)
    facts = [
        ReorganisationFacts(
            row["id"], managing[row["agency_id"]], persons, row["closed_on"] is not None
        )
        for row in standing
    ]
    decisions = [demand(request, Action.Reorganise, each) for each in facts]
    return decisions[0]


def _demand_agencies(plan: ReorganisationPlan, standing: Sequence[Row]) -> None:
    """An agency ends with units of its own; its records go to one that takes part in the plan."""
    of = {row["agency_id"] for row in standing}
    ending = {row["agency_id"] for row in standing if row["id"] in {c.unit for c in plan.closes}}
    for each in plan.agencies:
        sound = each.agency in ending and each.succeeded_by in (of | {None}) - {each.agency}
        if not sound:
            raise InvalidInput(what="agencies", allowed="plan", field="agencies")


def _deciding(standing: Sequence[Row], managing: dict[UUID, UUID | None]) -> UUID:
    """Whose decision it was: the one agency's, or the one's that manages those concerned."""
    of: list[UUID] = sorted({row["agency_id"] for row in standing})
    if len(of) == 1:
        return of[0]
    above = [managing[agency] for agency in of]
    return next((each for each in above if each is not None), of[0])


async def _keep(course: Course, agency: UUID) -> UUID:
    plan = course.plan
    told: dict[str, Any] = {
        "kind": plan.kind,
        "day": plan.day,
        "decision_no": plan.decision_no,
        "from_units": plan.parties(),
        "to_units": [course.units[name]["id"] for name in plan.successors()],
    }
    id = await add(course.tx, reorganisation, agency_id=agency, done_at=course.request.now, **told)
    await record(
        course.tx,
        course.request,
        course.decision,
        deed="reorganise",
        subject=("reorganisation", id),
        agency=agency,
        after={**told, "plan": asdict(plan)},
    )
    return id
