"""What a person may do with a sheet now, by the very policies that guard the deeds."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Date,
    and_,
    bindparam,
    case,
    exists,
    func,
    not_,
    select,
)

from authz.actions import Action
from authz.facts import ABSENT, LockFacts, MonthFacts, SheetFacts
from resolvers.core.days import holds
from resolvers.core.permission import allowed, together
from resolvers.core.request import Request
from resolvers.evaluations.completing import open_beneath, unanswered
from resolvers.evaluations.holding import MONTH_STATE, SHEET_WINDOW, waited_for
from resolvers.evaluations.locks import IN_FORCE, lock_exception
from resolvers.evaluations.tables import sheet, unit_month
from resolvers.evaluations.windows import MONTH_WINDOW_NEEDS
from resolvers.organisation import last_of_period, unit, unit_placement
from resolvers.work import Window

ACTIONS = (
    Action.ApplyDeduction,
    Action.AskReconsideration,
    Action.ReopenSheet,
    Action.ReturnSelfAssessment,
    Action.ReturnSheet,
    Action.ScoreSheet,
    Action.SelfAssess,
    Action.SignSheet,
)
"""The deeds on a sheet, in alphabetical order."""

LEVELS = 6
"""How many units without a standing of their own may lie between a scoring unit and the next."""


def _next_unit(unit: ColumnElement[UUID]) -> ColumnElement[UUID | None]:
    """The next unit up that scores, above one that scores; null where none stands above.

    Written level by level, without recursion: so it stays an expression over one row.
    """
    today = bindparam("today", type_=Date)
    place = unit_placement.alias("place_0")
    joined: Any = place
    below: ColumnElement[Any] = place.c.parent_id
    found = []
    for level in range(1, LEVELS + 1):
        upper = unit_placement.alias(f"place_{level}")
        joined = joined.outerjoin(upper, and_(upper.c.unit_id == below, holds(upper, today)))
        found.append((upper.c.standing != "none", upper.c.unit_id))
        below = case((upper.c.standing == "none", upper.c.parent_id))
    return (
        select(case(*found))
        .select_from(joined)
        .where(place.c.unit_id == unit, holds(place, today))
        .scalar_subquery()
    )


NEXT_UNIT = _next_unit(sheet.c.scoring_unit_id)
ALLOWED_NEEDS = (
    "person_id",
    "scoring_unit_id",
    "period",
    "state",
    MONTH_STATE,
    NEXT_UNIT,
    SHEET_WINDOW,
)
"""What `allowed_actions` needs of each sheet: column names and expressions over its table."""
EXCEPTION_NEEDS = ("unit_id", _next_unit(lock_exception.c.unit_id), "person_id", IN_FORCE)
"""What `allowed_on_exceptions` needs of each lock exception."""
LOCK_NEEDS = ("id", _next_unit(unit.c.id))
"""What `may_grant_exception` needs of each unit."""
_MONTH = (unit_month.c.unit_id, unit_month.c.period)
_LAST = last_of_period(unit_month.c.agency_id, unit_month.c.period)
_UNSIGNED = exists().where(
    sheet.c.scoring_unit_id == unit_month.c.unit_id,
    sheet.c.period == unit_month.c.period,
    sheet.c.state.not_in(("released", "closed")),
    waited_for(
        unit_month.c.unit_id,
        _LAST,
        bindparam("today", type_=Date),
    ),
)
_NEXT_OF_MONTH = _next_unit(unit_month.c.unit_id)
MONTH_NEEDS = (
    "unit_id",
    "state",
    and_(
        not_(_UNSIGNED),
        open_beneath(*_MONTH, _LAST, unit_month) == 0,
        unanswered(*_MONTH) == 0,
    ),
    *MONTH_WINDOW_NEEDS,
    _NEXT_OF_MONTH,
    func.congtam.month_closed(_NEXT_OF_MONTH, unit_month.c.period, type_=Boolean),
)
"""What `allowed_on_months` needs of each month."""


def allowed_on_months(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of MONTH_NEEDS the names of the deeds that the caller may do now: its head
    closes it, the next head up reopens it and grants exceptions from its lock.
    """
    months = (
        MonthFacts(
            unit=headed,
            next_unit=upper,
            state=state,
            upper_state="closed" if upper_closed else ABSENT,
            complete=complete,
            window=Window.of(period, told).state(request.reach.today),
        )
        for headed, state, complete, period, told, upper, upper_closed in rows
    )
    locks = (LockFacts(headed, upper) for headed, *_, upper, _ in rows)
    named = allowed(request, (Action.CloseMonth, Action.ReopenMonth), months)
    granted = allowed(request, (Action.GrantLockException,), locks)
    return together(named, granted)


def may_grant_exception(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[bool]:
    """For each row of LOCK_NEEDS whether the caller may open a locked month of it to its people."""
    named = allowed(request, (Action.GrantLockException,), (LockFacts(*row) for row in rows))
    return [bool(names) for names in named]


def allowed_actions(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of ALLOWED_NEEDS the names of the deeds that the caller may do now."""
    sheets = (
        SheetFacts(
            person=person,
            scoring_unit=scoring_unit,
            next_unit=next_unit,
            state=state,
            month=month,
            window=Window.of(period, told).state(request.reach.today),
        )
        for person, scoring_unit, period, state, month, next_unit, told in rows
    )
    return allowed(request, ACTIONS, sheets)


def allowed_on_exceptions(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of EXCEPTION_NEEDS the names of the deeds that the caller may do now."""
    return allowed(request, (Action.RevokeLockException,), (LockFacts(*row) for row in rows))
