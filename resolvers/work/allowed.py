"""What may be done with a line of work or a delivery now, by the policies that guard the deeds."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, case, func, select

from authz.actions import Action
from authz.facts import ABSENT, WorkFacts
from resolvers.catalogue import product
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.work.holding import SHEETS
from resolvers.work.tables import assignment, delivery, fault, work_line
from resolvers.work.windows import Window, window_told

ON_LINES = (
    Action.DeliverWork,
    Action.HandOverWork,
    Action.MeasureProcess,
    Action.RecordFault,
    Action.SpreadWork,
)
ON_DELIVERIES = (Action.AcceptDelivery, Action.AddEvidence, Action.ReturnDelivery)
ON_FAULTS = (Action.ConfirmObjectiveCause,)
"""The deeds on each, in alphabetical order; handing over and spreading are its assignment's."""
_NOT_OF_A_PROCESS = frozenset(
    action.value for action in (Action.DeliverWork, Action.HandOverWork, Action.SpreadWork)
)
_OF_A_PROCESS = frozenset({Action.MeasureProcess.value})


def _about(row: Table) -> tuple[ColumnElement[Any] | str, ...]:
    """What the policies are told of a row that has the columns of work, in `_facts`' order."""
    sheet = (
        select(SHEETS.c.state)
        .join_from(SHEETS, assignment, SHEETS.c.posting_id == assignment.c.posting_id)
        .where(assignment.c.id == row.c.assignment_id, SHEETS.c.period == row.c.period)
        .scalar_subquery()
    )
    state = (
        select(assignment.c.state).where(assignment.c.id == row.c.assignment_id).scalar_subquery()
    )
    closed = case((func.congtam.month_closed(row.c.scoring_unit_id, row.c.period), "closed"))
    told = (row.c[name] for name in ("agency_id", "scoring_unit_id", "person_id", "period"))
    return ("person_id", "scoring_unit_id", "period", state, sheet, closed, window_told(*told))


_PROCESS = (
    select(product.c.process.is_not(None))
    .join_from(product, assignment, product.c.id == assignment.c.product_id)
    .where(assignment.c.id == work_line.c.assignment_id)
    .scalar_subquery()
)
LINE_NEEDS = (*_about(work_line), _PROCESS)
"""What `allowed_on_lines` needs of each line: column names and expressions over its table."""
DELIVERY_NEEDS = (*_about(delivery), "verdict")
"""What `allowed_on_deliveries` needs of each delivery."""
FAULT_NEEDS = (*_about(fault), "objective")
"""What `allowed_on_faults` needs of each fault."""


def allowed_on_lines(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of LINE_NEEDS the names of the deeds that the caller may do now.

    A process criterion is measured and stays with its post; other work is handed in.
    """
    named = allowed(request, ON_LINES, (_facts(request, row[:-1], ABSENT) for row in rows))
    return [
        [each for each in names if each not in (_NOT_OF_A_PROCESS if row[-1] else _OF_A_PROCESS)]
        for names, row in zip(named, rows, strict=True)
    ]


def allowed_on_deliveries(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of DELIVERY_NEEDS the names of the deeds that the caller may do now."""
    facts = (_facts(request, row[:-1], row[-1] or "waiting") for row in rows)
    return allowed(request, ON_DELIVERIES, facts)


def allowed_on_faults(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of FAULT_NEEDS the names of the deeds that the caller may do now; a cause is
    confirmed once.
    """
    named = allowed(request, ON_FAULTS, (_facts(request, row[:-1], ABSENT) for row in rows))
    return [[] if row[-1] else names for names, row in zip(named, rows, strict=True)]


def _facts(request: Request, row: Sequence[Any], judged: str) -> WorkFacts:
    person, scoring_unit, period, state, sheet, month, told = row
    return WorkFacts(
        person=person,
        scoring_unit=scoring_unit,
        state=state,
        delivery=judged,
        sheet=sheet or ABSENT,
        month=month or ABSENT,
        window=Window.of(period, told).state(request.reach.today),
    )
