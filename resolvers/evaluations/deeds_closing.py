"""A unit's month is closed when all in it is signed, and reopened only from above (art. 17.3)."""

from datetime import date
from uuid import UUID

from sqlalchemy import Date, bindparam, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.codes import Code
from authz.decide import decide
from resolvers.audit import record
from resolvers.core.arguments import line
from resolvers.core.database import Transaction
from resolvers.core.days import MONTH, last_day
from resolvers.core.errors import Refusal
from resolvers.core.permission import DENIALS, demand, refusal
from resolvers.core.request import Request
from resolvers.core.writing import save
from resolvers.evaluations.completing import open_beneath, unanswered
from resolvers.evaluations.deeds_calibrating import CalibrationUnanswered
from resolvers.evaluations.holding import PERIOD, UNIT, held_month, month_facts, waited_for
from resolvers.evaluations.model import MOST_REASON
from resolvers.evaluations.opening import scored_in_period, sheets_of
from resolvers.evaluations.tables import sheet, unit_month
from resolvers.organisation import next_unit_up


class MonthHasOpenSheets(Refusal):
    """{count} sheets of this month are not signed, or not opened yet."""

    code = "MONTH_HAS_OPEN_SHEETS"
    vi = "Còn {count} phiếu của kỳ này chưa ký hoặc chưa được lập."


class ChildUnitOpen(Refusal):
    """{count} units beneath have not closed this month."""

    code = "CHILD_UNIT_OPEN"
    vi = "Còn {count} đơn vị trực thuộc chưa khóa kỳ này."


_DAY = bindparam("day", type_=Date)
_LAST = bindparam("last", type_=Date)
_SHEETS = (
    select(sheet.c.state, waited_for(UNIT, _LAST, _DAY).label("waited_for"))
    .where(sheet.c.scoring_unit_id == UNIT, sheet.c.period == PERIOD)
    .with_for_update(of=sheet, key_share=True)
)
_OPEN_BENEATH = select(open_beneath(UNIT, PERIOD, _LAST))
_UNANSWERED = select(unanswered(UNIT, PERIOD))
_MOVE_SHEETS = (
    update(sheet)
    .where(
        sheet.c.scoring_unit_id == bindparam("of_unit", type_=UuidType(as_uuid=True)),
        sheet.c.period == bindparam("of_period", type_=Date),
        sheet.c.state == bindparam("from_state"),
    )
    .values(state=bindparam("to_state"), version=sheet.c.version + 1)
)


async def close_month(tx: Transaction, request: Request, *, unit: UUID, period: date) -> UUID:
    """Close a unit's month, and its signed sheets with it; the month's id.

    Raises MonthHasOpenSheets, ChildUnitOpen, CalibrationUnanswered, and the refusals of the
    policies.
    """
    month = await held_month(tx, unit, period)
    last = last_day(period, month["months"] if month else MONTH)
    sheets = await _unsigned(tx, request, unit, period, last)
    beneath = await tx.value(_OPEN_BENEATH, unit=unit, period=period, last=last)
    waiting = await tx.value(_UNANSWERED, unit=unit, period=period)
    complete = not (sheets or beneath or waiting)
    facts = await month_facts(tx, request, unit, period, month, complete=complete)
    decision = decide(request.reach, Action.CloseMonth, facts)
    if decision.code is Code.MONTH_INCOMPLETE:
        raise _incomplete(sheets, beneath, waiting)
    if not decision.allowed or month is None:
        raise refusal(decision)
    await save(
        tx,
        unit_month,
        month["id"],
        month["version"],
        state="closed",
        closed_by=request.reach.actor,
        closed_on_behalf_of=decision.on_behalf_of,
        closed_at=request.now,
    )
    moved = await _move_sheets(tx, unit, period, "released", "closed")
    await record(
        tx,
        request,
        decision,
        deed="close_month",
        subject=("unit_month", month["id"]),
        agency=month["agency_id"],
        before={"state": "open"},
        after={"state": "closed", "sheets": moved},
    )
    id: UUID = month["id"]
    return id


async def reopen_month(
    tx: Transaction, request: Request, *, unit: UUID, period: date, reason: str
) -> UUID:
    """Reopen a closed month of a unit beneath one's own, with a reason; the month's id.

    Its sheets stay signed until the next head up reopens one of them. Raises the refusals of the
    policies.
    """
    said = line(reason, "reason", most=MOST_REASON)
    month = await held_month(tx, unit, period)
    upper = await next_unit_up(tx, unit, request.today)
    facts = await month_facts(tx, request, unit, period, month, next_unit=upper)
    decision = demand(request, Action.ReopenMonth, facts)
    if month is None:
        raise DENIALS[Code.MONTH_NOT_CLOSED]()
    await save(
        tx,
        unit_month,
        month["id"],
        month["version"],
        state="open",
        closed_by=None,
        closed_on_behalf_of=None,
        closed_at=None,
    )
    moved = await _move_sheets(tx, unit, period, "closed", "released")
    await record(
        tx,
        request,
        decision,
        deed="reopen_month",
        subject=("unit_month", month["id"]),
        agency=month["agency_id"],
        before={"state": "closed", "closed_by": month["closed_by"], "at": month["closed_at"]},
        after={"state": "open", "sheets": moved},
        reason=said,
    )
    id: UUID = month["id"]
    return id


def _incomplete(sheets: int, beneath: int, waiting: int) -> Refusal:
    """Why a month is not complete; the first that stands in the way."""
    if sheets:
        return MonthHasOpenSheets(count=sheets)
    return ChildUnitOpen(count=beneath) if beneath else CalibrationUnanswered(count=waiting)


async def _unsigned(tx: Transaction, request: Request, unit: UUID, period: date, last: date) -> int:
    """How many sheets of the month, held from now on, are not signed, and how many are missing."""
    posts = await scored_in_period(tx, request, unit, period, last)
    have = await sheets_of(tx, posts, period)
    sheets = await tx.rows(_SHEETS, unit=unit, period=period, last=last, day=request.today)
    unsigned = [row for row in sheets if row["waited_for"] and row["state"] != "released"]
    return len(unsigned) + len(posts.keys() - have.keys())


async def _move_sheets(tx: Transaction, unit: UUID, period: date, before: str, after: str) -> int:
    return await tx.run(
        _MOVE_SHEETS, of_unit=unit, of_period=period, from_state=before, to_state=after
    )
