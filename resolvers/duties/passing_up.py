"""Each step is owed by whoever may do it: it goes up where a head is himself concerned.

What waits for a head goes up with whom it is about, once he heads that unit himself. A set that its
own head is in is decided by the managing head (decision 0033), who owes the step as long as that is
so.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, Update, case, extract, update

from authz.decide import Decision
from resolvers.classification import HEAD_IN_IT, classification_round
from resolvers.core.database import Row, Transaction
from resolvers.core.days import TODAY
from resolvers.core.request import Request
from resolvers.duties.steps import CLASSIFY
from resolvers.duties.tables import breach, duty
from resolvers.people import WAYS, binds_of, going_up, passes_up, tell_passed
from resolvers.petitions import petition
from resolvers.work import delivery

_BREACHES = going_up(breach, breach.c.state == "proposed")


def _put(kind: str, unit: ColumnElement[UUID], agency: Any, *where: ColumnElement[bool]) -> Update:
    """Put the open steps of a kind, while they are in time, before the unit that is to do them."""
    return (
        update(duty)
        .where(
            duty.c.kind == kind,
            duty.c.done_at.is_(None),
            duty.c.due_on >= TODAY,
            unit != duty.c.unit_id,
            *where,
        )
        .values(unit_id=unit, agency_id=agency, version=duty.c.version + 1)
    )


def _step(kind: str, subject: Table, unit: ColumnElement[UUID], agency: Any) -> Update:
    """The step that follows what it is about; one that is overdue stays with whoever owed it."""
    return _put(
        kind,
        unit,
        agency,
        duty.c.subject_id == subject.c.id,
        duty.c.unit_id == WAYS.c.unit_id,
    )


def _step_of_a_set() -> Update:
    """The step of each undecided set, to whoever decides it today and does not owe it yet."""
    sets = classification_round.c
    return _put(
        CLASSIFY,
        case((HEAD_IN_IT, sets.managing_unit_id), else_=sets.classifying_unit_id),
        case((HEAD_IN_IT, sets.managing_agency_id), else_=sets.agency_id),
        duty.c.subject_id == sets.classifying_unit_id,
        extract("year", duty.c.period) == sets.year,
        sets.decided_at.is_(None),
    )


_SETS = _step_of_a_set()
_STEPS = (
    _step("accept_delivery", delivery, delivery.c.scoring_unit_id, delivery.c.agency_id),
    _step("decide_petition", petition, petition.c.deciding_unit_id, petition.c.deciding_agency_id),
)


@passes_up
async def pass_duties_up(
    tx: Transaction, request: Request, decision: Decision, found: Sequence[Row]
) -> None:
    """Send up the open steps of what has gone up, and missed duties that are not decided yet."""
    binds = binds_of(found)
    for statement in _STEPS:
        await tx.run(statement, today=request.today, **binds)
    rows = await tx.rows(_BREACHES, **binds)
    await tell_passed(tx, request, decision, "breach", rows)


async def pass_sets(tx: Transaction, request: Request) -> None:
    """Put the decision on each set before whoever may take it, unless it is overdue."""
    await tx.run(_SETS, today=request.today)
