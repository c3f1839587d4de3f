"""The first and the fourth step of a deed on a sheet: hold it, and save it guarded by its version.

Deeds of work share the sheet, so facts stand still while a head scores or signs it; closing a month
holds all its sheets.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.codes import Code
from authz.decide import Decision
from authz.facts import ABSENT, MonthFacts, SheetFacts
from resolvers.core.database import Row, Transaction, Write
from resolvers.core.errors import StaleVersion
from resolvers.core.permission import DENIALS, demand
from resolvers.core.request import Request
from resolvers.core.seeing import needed, shown
from resolvers.core.writing import demand_version
from resolvers.evaluations.tables import sheet, unit_month
from resolvers.organisation import months_in
from resolvers.organisation import unit as units
from resolvers.people import is_head, posting
from resolvers.work import Window, window_told

EXCUSED = "excused"
"""The state that the policies are told of a sheet whose person cannot assess himself."""

ID = bindparam("id", type_=UuidType(as_uuid=True))
UNIT = bindparam("unit", type_=UuidType(as_uuid=True))
PERIOD = bindparam("period", type_=Date)

MONTH_STATE = case(
    (
        or_(
            sheet.c.state == "closed",
            func.congtam.month_closed(sheet.c.scoring_unit_id, sheet.c.period),
        ),
        "closed",
    ),
    else_="open",
)
"""The state of the month that a sheet belongs to. It makes the sheet and closes it, so the sheet
knows; but for one that a lock exception let be reopened in a closed month."""

SHEET_WINDOW: ColumnElement[Any] = window_told(
    sheet.c.agency_id, sheet.c.scoring_unit_id, sheet.c.person_id, sheet.c.period
)
"""The value that `Window.of` needs of a sheet's month."""

_SHEET = (
    select(
        sheet,
        MONTH_STATE.label("month"),
        SHEET_WINDOW.label("window"),
    )
    .where(sheet.c.id == ID, shown(sheet))
    .with_for_update(of=sheet, key_share=True)
)
_SAVE = (
    update(sheet)
    .where(
        sheet.c.id == bindparam("by_id", type_=UuidType(as_uuid=True)),
        sheet.c.period == bindparam("by_period", type_=Date),
        sheet.c.version == bindparam("seen_version"),
    )
    .values(version=sheet.c.version + 1)
)
_MONTH = (
    select(unit_month, months_in(unit_month.c.agency_id, unit_month.c.period).label("months"))
    .where(unit_month.c.unit_id == UNIT, unit_month.c.period == PERIOD)
    .with_for_update(key_share=True)
)
_UPPER = select(unit_month.c.state).where(
    unit_month.c.unit_id == UNIT, unit_month.c.period == PERIOD
)
_WINDOW = select(
    window_told(
        select(units.c.agency_id).where(units.c.id == UNIT).scalar_subquery(),
        UNIT,
        bindparam("person", type_=UuidType(as_uuid=True)),
        PERIOD,
    )
)


_IN_ORDER = (
    select(sheet.c.id)
    .where(sheet.c.id == bindparam("ids", type_=ARRAY(UuidType(as_uuid=True))).any_(), shown(sheet))
    .order_by(sheet.c.id)
    .with_for_update(key_share=True)
)


def waited_for(unit: Any, last: Any, today: Any) -> ColumnElement[bool]:
    """Whether a unit's month that ends with `last` stays open until a row of `sheet` is signed.

    Not for a sheet whose post turned out to have ended before the month. Nor for one of the unit's
    own head, from another post: it goes up with him, or nobody stands above who could score it.
    """
    post = posting.alias("post")
    days = func.daterange(sheet.c.period, last, "[]")
    served = (
        exists()
        .where(post.c.id == sheet.c.posting_id, post.c.during.op("&&", is_comparison=True)(days))
        .correlate_except(post)
    )
    return and_(served, ~is_head(sheet.c.person_id, unit, today))


async def hold_in_order(tx: Transaction, request: Request, sheets: Iterable[UUID]) -> None:
    """Hold the visible ones of many sheets, by their ids, before any of them is changed.

    Two bulk deeds over the same sheets then wait for each other, whatever the order of their rows;
    else each could hold what the other wants.
    """
    await tx.rows(_IN_ORDER, ids=sorted(set(sheets)), **needed(sheet, request.reach))


async def held_sheet(tx: Transaction, request: Request, id: UUID) -> Row | None:
    """A visible sheet, held; None where it is absent or hidden.

    `month` is the state of its month, `window` where the month's entry window stands today,
    `months` how many months its period has: 3 where the agency scores by the quarter.
    """
    found = await tx.row(_SHEET, id=id, now=request.now, **needed(sheet, request.reach))
    if found is None:
        return None
    told = found["window"]
    window = Window.of(found["period"], told).state(request.today)
    return {**found, "window": window, "months": told["months"]}


async def held_again(tx: Transaction, request: Request, found: Row) -> Row:
    """A held sheet as a deed has left it, or as it was where that took it out of the doer's sight.

    Opened again it may have gone up: see `people.pass_up`.
    """
    return await held_sheet(tx, request, found["id"]) or found


def sheet_facts(
    found: Row, *, state: str | None = None, next_unit: UUID | None = None
) -> SheetFacts:
    """What the policies need to know of a held sheet."""
    return SheetFacts(
        person=found["person_id"],
        scoring_unit=found["scoring_unit_id"],
        next_unit=next_unit,
        state=state or found["state"],
        month=found["month"],
        window=found["window"],
    )


async def demand_sheet(
    tx: Transaction,
    request: Request,
    action: Action,
    id: UUID,
    version: int,
    *,
    excused: bool = False,
) -> tuple[Row, Decision]:
    """The sheet, held, and the rule by which the responsible head may do `action` to it.

    `excused`: the head says that the person cannot assess himself, so an open sheet need not wait.
    Raises NOT_RESPONSIBLE_HEAD for an absent, hidden or foreign sheet alike, and StaleVersion.
    """
    found = await held_sheet(tx, request, id)
    if found is None:
        raise DENIALS[Code.NOT_RESPONSIBLE_HEAD]()
    state = EXCUSED if excused and found["state"] == "open" else found["state"]
    decision = demand(request, action, sheet_facts(found, state=state))
    demand_version(found, version)
    return found, decision


async def save_sheet(tx: Transaction, found: Row, *others: Write, **values: Any) -> None:
    """Change a held sheet and raise its version by one; write `others` in the same round trip."""
    guard = {
        "by_id": found["id"],
        "by_period": found["period"],
        "seen_version": found["version"],
    }
    saved, *_ = await tx.together((_SAVE, {**guard, **values}), *others)
    if not saved:
        raise StaleVersion(current=found["version"] + 1, field="version")


async def held_month(tx: Transaction, unit: UUID, period: date) -> Row | None:
    """The month of a unit, held against everybody, with its `months`; None where not opened."""
    return await tx.row(_MONTH, unit=unit, period=period)


async def window_of(
    tx: Transaction, request: Request, unit: UUID, period: date, person: UUID | None = None
) -> str:
    """Where the entry window of a unit's month stands today, for all or for one person."""
    told = await tx.value(_WINDOW, unit=unit, period=period, person=person, now=request.now)
    return Window.of(period, told).state(request.today)


async def month_facts(
    tx: Transaction,
    request: Request,
    unit: UUID,
    period: date,
    month: Row | None,
    *,
    next_unit: UUID | None = None,
    complete: bool = False,
) -> MonthFacts:
    """What the policies need to know of a unit's month."""
    upper = await tx.value(_UPPER, unit=next_unit, period=period) if next_unit else None
    state = month["state"] if month else ABSENT
    window = await window_of(tx, request, unit, period)
    return MonthFacts(unit, next_unit, state, upper or ABSENT, complete, window)
