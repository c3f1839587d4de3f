"""The first step of a deed of work: the row, its line and its assignment, held until the deed ends.

Locks are taken in one order everywhere: the unit's month, the sheet, the assignment, the line, the
row. A head who signs or closes holds the sheet or the month, so facts cannot change under a
signature. Where the fence hides the month from the person who delivers (it is another agency's),
the sheet alone is held, which closes with its month.
"""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Date,
    FromClause,
    ScalarSelect,
    Select,
    Table,
    bindparam,
    column,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.facts import ABSENT, WorkFacts
from resolvers.catalogue import product
from resolvers.core.database import Row, Transaction
from resolvers.core.request import Request
from resolvers.core.seeing import needed, shown
from resolvers.core.tables import SCHEMA
from resolvers.work.tables import assignment, delivery, fault, work_line
from resolvers.work.windows import Window, window_told

# Sheets stand above work (they add its lines up), so their tables are known here by name only.
SHEETS = table("sheet", column("posting_id"), column("period"), column("state"), schema=SCHEMA)
_MONTH = table("unit_month", column("unit_id"), column("period"), column("state"), schema=SCHEMA)

ID: BindParameter[UUID] = bindparam("id", type_=UuidType(as_uuid=True))
OF_LINE = ("line_id", "period")


def month_state(unit: Any, period: Any) -> ScalarSelect[str]:
    """The state of a unit's month, kept from changing; null where it is not opened."""
    found = select(_MONTH.c.state).where(_MONTH.c.unit_id == unit, _MONTH.c.period == period)
    return found.with_for_update(read=True).scalar_subquery()


def sheet_state(posting: Any, period: Any) -> ScalarSelect[str]:
    """The state of the sheet that work of a posting and month counts in, kept from changing."""
    found = select(SHEETS.c.state).where(SHEETS.c.posting_id == posting, SHEETS.c.period == period)
    return found.with_for_update(read=True).scalar_subquery()


def line_window() -> ColumnElement[Any]:
    """The value that `Window.of` needs of a line's month."""
    named = (work_line.c[name] for name in ("agency_id", "scoring_unit_id", "person_id", "period"))
    return window_told(*named)


_PROCESS = (
    select(product.c.process.is_not(None))
    .where(product.c.id == assignment.c.product_id)
    .scalar_subquery()
)
"""Whether the work is a process criterion, which is measured instead of delivered."""


def _held(subject: Table, source: FromClause, *own: ColumnElement[Any]) -> Select[Any]:
    found = (
        select(
            month_state(work_line.c.scoring_unit_id, work_line.c.period).label("month"),
            sheet_state(work_line.c.posting_id, work_line.c.period).label("sheet"),
            line_window().label("window"),
            _PROCESS.label("process"),
            work_line.c.id.label("line_id"),
            *(
                work_line.c[name]
                for name in (
                    "period",
                    "agency_id",
                    "scoring_unit_id",
                    "person_id",
                    "posting_id",
                    "quantity",
                    "units",
                    "accepted",
                    "due_on",
                    "origin",
                    "quality_failures",
                    "delays",
                )
            ),
            work_line.c.version.label("line_version"),
            assignment.c.id.label("assignment_id"),
            assignment.c.state.label("assignment_state"),
            assignment.c.version.label("assignment_version"),
            subject.c.version.label("version"),
            *own,
        )
        .select_from(source)
        .where(subject.c.id == ID, shown(subject))
    )
    held = list(dict.fromkeys((assignment, work_line, subject)))
    return found.with_for_update(of=held, key_share=True)


def _of_line(subject: Table) -> ColumnElement[bool]:
    return (subject.c.line_id == work_line.c.id) & (subject.c.period == work_line.c.period)


_LINE = _held(work_line, work_line.join(assignment, work_line.c.assignment_id == assignment.c.id))
_DELIVERY = _held(
    delivery,
    delivery.join(work_line, _of_line(delivery)).join(
        assignment, work_line.c.assignment_id == assignment.c.id
    ),
    delivery.c.id.label("delivery_id"),
    delivery.c.quantity.label("delivered"),
    delivery.c.delivered_on,
    delivery.c.verdict,
)
_FAULT = _held(
    fault,
    fault.join(work_line, _of_line(fault)).join(
        assignment, work_line.c.assignment_id == assignment.c.id
    ),
    fault.c.id.label("fault_id"),
    fault.c.kind,
    fault.c.reason,
    fault.c.objective,
)


async def held_line(tx: Transaction, request: Request, id: UUID) -> Row | None:
    """A visible line with its assignment, held; None where it is absent or hidden.

    `window` is where the entry window of its month stands today, as for the next two.
    """
    return _today(
        request, await tx.row(_LINE, id=id, now=request.now, **needed(work_line, request.reach))
    )


async def held_delivery(tx: Transaction, request: Request, id: UUID) -> Row | None:
    """A visible delivery with its line and assignment, held; None where absent or hidden."""
    return _today(
        request, await tx.row(_DELIVERY, id=id, now=request.now, **needed(delivery, request.reach))
    )


async def held_fault(tx: Transaction, request: Request, id: UUID) -> Row | None:
    """A visible fault with its line and assignment, held; None where absent or hidden."""
    return _today(
        request, await tx.row(_FAULT, id=id, now=request.now, **needed(fault, request.reach))
    )


def _today(request: Request, found: Row | None) -> Row | None:
    return None if found is None else {**found, "window": window_of(request, found)}


def window_of(request: Request, found: Row) -> str:
    """Where the entry window of a row's `period` stands today, by its `window` as it was told."""
    return Window.of(found["period"], found["window"]).state(request.today)


def facts(found: Row, *, delivery: str = ABSENT) -> WorkFacts:
    """What the policies need to know of a held row."""
    return WorkFacts(
        person=found["person_id"],
        scoring_unit=found["scoring_unit_id"],
        state=found["assignment_state"],
        delivery=delivery,
        sheet=found["sheet"] or ABSENT,
        month=found["month"] or ABSENT,
        window=found["window"],
    )


POSTING: BindParameter[UUID] = bindparam("posting", type_=UuidType(as_uuid=True))
SCORING_UNIT: BindParameter[UUID] = bindparam("scoring_unit", type_=UuidType(as_uuid=True))
PERIOD: BindParameter[date] = bindparam("period", type_=Date)
_AGENCY: BindParameter[UUID] = bindparam("agency", type_=UuidType(as_uuid=True))
_PERSON: BindParameter[UUID] = bindparam("person", type_=UuidType(as_uuid=True))
_STATES = select(
    month_state(SCORING_UNIT, PERIOD).label("month"),
    sheet_state(POSTING, PERIOD).label("sheet"),
    window_told(_AGENCY, SCORING_UNIT, _PERSON, PERIOD).label("window"),
    PERIOD.label("period"),
)


async def work_facts(
    tx: Transaction, request: Request, *, post: Row, period: date, state: str
) -> WorkFacts:
    """What the policies need to know of work that is to count in one month of a posting.

    `post` is a row with agency_id, scoring_unit_id, posting_id and person_id.
    """
    found: Any = await tx.row(
        _STATES,
        agency=post["agency_id"],
        scoring_unit=post["scoring_unit_id"],
        posting=post["posting_id"],
        person=post["person_id"],
        period=period,
        now=request.now,
    )
    return WorkFacts(
        person=post["person_id"],
        scoring_unit=post["scoring_unit_id"],
        state=state,
        sheet=found["sheet"] or ABSENT,
        month=found["month"] or ABSENT,
        window=window_of(request, found),
    )
