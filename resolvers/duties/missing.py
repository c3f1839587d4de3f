"""What becomes of a missed duty: it goes one level up, and onto the record of whoever owed it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    FromClause,
    Insert,
    Select,
    Update,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal,
    literal_column,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.decide import Decision
from resolvers.audit import leaf
from resolvers.catalogue import deduction_scale
from resolvers.core.database import Transaction
from resolvers.core.days import QUARTER, TODAY, holds
from resolvers.core.request import Request
from resolvers.duties.opening import NEW_ID, NOW
from resolvers.duties.tables import breach, duty
from resolvers.organisation import last_of_period, months_in, scoring_units
from resolvers.people import posting

CRITERION = "II.3"
"""Responsibility in the performance of public duty (form 01)."""

_OVERDUE = and_(duty.c.done_at.is_(None), duty.c.due_on < TODAY)
_FINISHED = bindparam("finished", type_=ARRAY(UuidType(as_uuid=True)))
_DONE_ON = cast(func.timezone(literal_column("interval '7 hours'"), duty.c.done_at), Date)
"""The day in Viet Nam on which the step was done."""
_MISSED = or_(_OVERDUE, and_(duty.c.id == _FINISHED.any_(), _DONE_ON > duty.c.due_on))


def _up(of: ColumnElement[bool]) -> FromClause:
    """The next scoring unit above the owner of each duty `of`: rows (key, scoring_unit_id)."""
    starts = (
        select(duty.c.unit_id.label("key"), duty.c.unit_id, true().label("above"))
        .where(of)
        .distinct()
    )
    return scoring_units(starts).subquery("up")


def _escalating() -> Update:
    up = _up(and_(_OVERDUE, duty.c.escalated_at.is_(None)))
    return (
        update(duty)
        .where(_OVERDUE, duty.c.escalated_at.is_(None), duty.c.unit_id == up.c.key)
        .values(escalated_at=NOW, escalated_to_id=up.c.scoring_unit_id, version=duty.c.version + 1)
    )


def _scale(period: ColumnElement[Any], agency: ColumnElement[Any]) -> Any:
    """The scale by which the agency takes points off the criterion: the first by its code."""
    return (
        select(deduction_scale.c.id)
        .where(
            deduction_scale.c.agency_id == agency,
            deduction_scale.c.criterion == CRITERION,
            holds(deduction_scale, last_of_period(agency, period)),
        )
        .order_by(deduction_scale.c.code)
        .limit(1)
        .correlate(duty, posting)
        .scalar_subquery()
    )


def _unrecorded() -> ColumnElement[bool]:
    return ~select(breach.c.id).where(breach.c.duty_id == duty.c.id).exists()


def _recording() -> Insert:
    up = _up(and_(_MISSED, _unrecorded()))
    quarterly = months_in(posting.c.agency_id, duty.c.due_on) == QUARTER
    length = case((quarterly, "quarter"), else_="month")
    period: ColumnElement[Any] = cast(func.date_trunc(length, duty.c.due_on), Date)
    rows: Select[Any] = (
        select(
            NEW_ID,
            posting.c.agency_id,
            up.c.scoring_unit_id,
            posting.c.person_id,
            duty.c.id,
            duty.c.unit_id,
            period,
            literal(CRITERION),
            _scale(period, posting.c.agency_id),
            NOW,
        )
        .select_from(duty)
        .join(up, up.c.key == duty.c.unit_id)
        .join(
            posting,
            and_(
                posting.c.unit_id == duty.c.unit_id,
                posting.c.office == "head",
                holds(posting, duty.c.due_on),
            ),
        )
        .where(_MISSED, _unrecorded())
    )
    names = [
        "id", "agency_id", "scoring_unit_id", "person_id", "duty_id", "unit_id", "period",
        "criterion", "scale_id", "noted_at",
    ]  # fmt: skip
    return insert(breach).from_select(names, rows).on_conflict_do_nothing().returning(breach)


_ESCALATE, _RECORD = _escalating(), _recording()


async def escalate(tx: Transaction, request: Request) -> int:
    """Put every overdue duty before the next head up, once; how many. The topmost has none."""
    return await tx.run(_ESCALATE, today=request.today, day=request.today, now=request.now)


async def record_breaches(
    tx: Transaction, request: Request, decision: Decision, finished: Sequence[UUID]
) -> int:
    """Record every missed duty on whoever headed the unit by posting on its last day; how many.

    Of those done by now only `finished` are looked at: a duty is finished once. Where the office
    was vacant, or nobody scores its holder, there is nobody to answer or nobody to decide.
    """
    rows = await tx.rows(
        _RECORD, today=request.today, day=request.today, now=request.now, finished=list(finished)
    )
    leaves = [
        leaf(
            request,
            decision,
            deed="record_breach",
            subject=("breach", row["id"]),
            agency=row["agency_id"],
            after={name: row[name] for name in ("person_id", "duty_id", "unit_id", "scale_id")},
        )
        for row in rows
    ]
    if leaves:
        await tx.run_many(leaves[0][0], [values for _, values in leaves])
    return len(rows)
