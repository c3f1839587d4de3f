"""A unit's month is opened, with a sheet for everybody whom its head scores (art. 10.1)."""

from datetime import date
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from authz.actions import Action
from authz.codes import Code
from authz.facts import EXCEPTED, MonthFacts
from resolvers.audit import record
from resolvers.core.database import Transaction
from resolvers.core.errors import Refusal
from resolvers.core.ids import new_id
from resolvers.core.permission import DENIALS, demand
from resolvers.core.request import Request
from resolvers.evaluations.holding import held_month, month_facts, window_of
from resolvers.evaluations.marking import demand_month
from resolvers.evaluations.opening import (
    add_sheets,
    post_in_period,
    scored_in_period,
    scoring_in,
    sheets_of,
)
from resolvers.evaluations.tables import unit_month
from resolvers.work import lay_process_criteria


class SheetExists(Refusal):
    """There is a sheet for this post and month already: {id}."""

    code = "SHEET_EXISTS"
    vi = "Vị trí này đã có phiếu đánh giá của kỳ: {id}."

    @property
    def existing(self) -> UUID | None:
        id = self.facts["id"]
        return id if isinstance(id, UUID) else None


_OPEN = insert(unit_month).on_conflict_do_nothing(index_elements=["unit_id", "period"])


async def open_month(tx: Transaction, request: Request, *, unit: UUID, period: date) -> UUID:
    """Open a unit's month with one sheet for each main post that its head scores; the month's id.

    Raises MONTH_ALREADY_OPENED and the other refusals of the policies, InvalidInput.
    """
    demand_month(period, request.today)
    scoring = await scoring_in(tx, unit, period)
    if scoring is None:
        # Where nobody scores, or in a unit that does not exist, nobody is the responsible head.
        raise DENIALS[Code.NOT_RESPONSIBLE_HEAD]()
    before = await held_month(tx, unit, period)
    facts = await month_facts(tx, request, unit, period, before)
    decision = demand(request, Action.OpenMonth, facts)
    id = new_id()
    opened = await tx.run(
        _OPEN,
        id=id,
        agency_id=scoring.agency,
        unit_id=unit,
        period=period,
        opened_by=request.reach.actor,
        opened_at=request.now,
    )
    if not opened:
        # Somebody opened it between the question and the insert.
        raise DENIALS[Code.MONTH_ALREADY_OPENED]()
    posts = await scored_in_period(tx, request, unit, period, scoring.last)
    have = await sheets_of(tx, posts, period)
    new = [{**post, "scoring_unit_id": unit} for each, post in posts.items() if each not in have]
    made = await add_sheets(tx, unit, period, new)
    laid = await lay_process_criteria(tx, request, decision, new, period, scoring.last)
    await record(
        tx,
        request,
        decision,
        deed="open_month",
        subject=("unit_month", id),
        agency=scoring.agency,
        after={"unit": unit, "period": period, "sheets": len(made), "process_lines": laid},
    )
    return id


async def open_sheet(tx: Transaction, request: Request, *, posting: UUID, period: date) -> UUID:
    """Add the sheet of somebody who came after the month was opened; its id.

    Raises SheetExists with the id of the sheet that is there, InvalidInput, and the refusals of the
    policies; a post that is absent, hidden or not held in the month has no responsible head.
    """
    demand_month(period, request.today)
    post = await post_in_period(tx, request, posting, period)
    if post is None:
        raise DENIALS[Code.NOT_RESPONSIBLE_HEAD]()
    unit = post["scoring_unit_id"]
    window = await window_of(tx, request, unit, period, post["person_id"])
    # Whoever may open the month may add to it; that it is open is asked below.
    decision = demand(request, Action.OpenMonth, MonthFacts(unit, None, window=window))
    month = await held_month(tx, unit, period)
    if month is None:
        raise DENIALS[Code.MONTH_NOT_OPEN]()
    if month["state"] == "closed" and window != EXCEPTED:
        raise DENIALS[Code.MONTH_CLOSED]()
    earlier = (await sheets_of(tx, [posting], period)).get(posting)
    if earlier is not None:
        raise SheetExists(id=earlier, field="posting")
    (id,) = await add_sheets(tx, unit, period, [post])
    await lay_process_criteria(tx, request, decision, [post], period, post["last"])
    await record(
        tx,
        request,
        decision,
        deed="open_sheet",
        subject=("sheet", id),
        agency=post["agency_id"],
        after={"posting": posting, "period": period},
    )
    return id
