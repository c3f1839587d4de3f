"""Telling whoever is responsible, each once: notices, and the mail that goes with them."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    FromClause,
    Select,
    Text,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal,
    null,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, insert
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from resolvers.core.database import Transaction
from resolvers.core.days import TODAY, holds
from resolvers.core.request import Request
from resolvers.duties.opening import NEW_ID, NOW
from resolvers.duties.steps import ACTION, STAGES, STEPS, SUBJECT
from resolvers.duties.tables import contact, duty, mail, notice
from resolvers.organisation import months_in, unit
from resolvers.people import delegation, posting
from resolvers.statute.calendar import HolidaysUnknown, add_working_days

_IDS = bindparam("notices", type_=ARRAY(UuidType(as_uuid=True)))
_OPEN = duty.c.done_at.is_(None)


def _within(days: int) -> ColumnElement[date]:
    return bindparam(f"within_{days}", type_=Date)


def _responsible(to: ColumnElement[Any]) -> FromClause:
    """Who may act as head of the unit `to` today: rows (person_id, deeds).

    The head by posting, who answers for the unit also while he is away; and the acting head, whose
    authority counts as in `resolvers.people.authority`. `deeds` is null for everything. Looked up
    unit by unit: all heads at once would be read anew for each unit.
    """
    lender, post = posting.alias(), posting.alias()
    heads = select(posting.c.person_id, cast(null(), ARRAY(Text)).label("deeds")).where(
        posting.c.unit_id == to, posting.c.office == "head", holds(posting, TODAY)
    )
    acting = (
        select(delegation.c.to_person_id, delegation.c.deeds)
        .join(
            lender,
            and_(
                lender.c.unit_id == delegation.c.unit_id,
                lender.c.person_id == delegation.c.from_person_id,
                lender.c.office == "head",
                holds(lender, TODAY),
            ),
        )
        .where(
            delegation.c.unit_id == to,
            holds(delegation, TODAY),
            delegation.c.revoked_at.is_(None),
            exists(
                select(post.c.id).where(
                    post.c.person_id == delegation.c.to_person_id,
                    post.c.agency_id == delegation.c.agency_id,
                    holds(post, TODAY),
                )
            ),
        )
    )
    return union_all(heads, acting).lateral("responsible")


def _first_reminder() -> ColumnElement[date]:
    """The last due day that is near enough; a day in a year without a calendar is null here."""
    return case(
        *(
            (duty.c.kind == step.kind, func.greatest(*(_within(days) for days in step.reminders)))
            for step in STEPS
        )
    )


def _told(
    kind: ColumnElement[str], to: ColumnElement[Any], deed: ColumnElement[str]
) -> Select[Any]:
    """A notice of this kind about each duty, to whoever may do the deed as head of `to`."""
    return select(
        *(duty.c[name] for name in ("id", "agency_id", "unit_id", "period", "due_on")),
        duty.c.kind.label("step"),
        SUBJECT.label("subject"),
        kind.label("kind"),
        to.label("to_unit_id"),
        deed.label("deed"),
    )


def _to_tell() -> FromClause:
    """What is to be told today: of which duty, to the heads of which unit."""
    reminded = _told(
        case(
            (duty.c.due_on <= _within(1), "due_in_1"),
            (duty.c.due_on <= _within(3), "due_in_3"),
            else_="due_in_7",
        ),
        duty.c.unit_id,
        ACTION,
    ).where(
        _OPEN,
        duty.c.due_on >= TODAY,
        duty.c.due_on <= _first_reminder(),
    )
    overdue = _told(literal("overdue"), duty.c.unit_id, ACTION).where(_OPEN, duty.c.due_on < TODAY)
    before = notice.alias("before")
    escalated = _told(
        literal("escalated"), duty.c.escalated_to_id, literal(Action.DecideBreach.value)
    ).where(
        _OPEN,
        duty.c.escalated_to_id.is_not(None),
        # Once, also where another head comes later.
        ~exists(
            select(before.c.id).where(before.c.duty_id == duty.c.id, before.c.kind == "escalated")
        ),
    )
    return union_all(reminded, overdue, escalated).subquery("told")


def _telling() -> Any:
    told = _to_tell()
    responsible = _responsible(told.c.to_unit_id)
    params = func.jsonb_build_object(
        "step", told.c.step,
        "unit", unit.c.name,
        "period", told.c.period,
        "months", months_in(told.c.agency_id, told.c.period),
        "due_on", told.c.due_on,
        "subject", told.c.subject,
        type_=JSONB,
    )  # fmt: skip
    names = ["id", "person_id", "agency_id", "duty_id", "kind", "params", "created_at"]
    rows = (
        select(
            NEW_ID, responsible.c.person_id, told.c.agency_id, told.c.id, told.c.kind, params, NOW
        )
        .select_from(told)
        .join(unit, unit.c.id == told.c.unit_id)
        .join(responsible, true())
        .where(or_(responsible.c.deeds.is_(None), told.c.deed == responsible.c.deeds.any_()))
    )
    return insert(notice).from_select(names, rows).on_conflict_do_nothing().returning(notice.c.id)


_TELL = _telling()
_POST = insert(mail).from_select(
    ["id", "notice_id", "person_id", "address", "language", "created_at", "not_before"],
    select(
        NEW_ID,
        notice.c.id,
        notice.c.person_id,
        contact.c.email,
        contact.c.language,
        notice.c.created_at,
        notice.c.created_at,
    )
    .join(contact, contact.c.person_id == notice.c.person_id)
    .where(notice.c.id == _IDS.any_(), holds(contact, TODAY)),
)


async def tell(tx: Transaction, request: Request, unknown: set[int]) -> int:
    """Write the notices that are due and were not written before, with their mail; how many.

    `unknown` gets the years whose holidays are not known: their reminders wait for them.
    """
    within = {f"within_{days}": _ahead(request.today, days, unknown) for days in STAGES}
    rows = await tx.rows(_TELL, today=request.today, now=request.now, **within)
    await post(tx, request, [row["id"] for row in rows])
    return len(rows)


async def post(tx: Transaction, request: Request, notices: Iterable[UUID]) -> None:
    """Put the mail of fresh notices into the outbox, for those who have an address today."""
    await tx.run(_POST, notices=list(notices), today=request.today)


def _ahead(today: date, days: int, unknown: set[int]) -> date | None:
    try:
        return add_working_days(today, days)
    except HolidaysUnknown as problem:
        unknown.add(problem.year)
        return None
