"""Questions about personnel actions: what to read; which of them somebody may see, tables say."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, literal, or_, select
from sqlalchemy.types import Text

from resolvers.core.days import TODAY
from resolvers.core.visibility import HEADED, PERSON
from resolvers.personnel.grounds import REPLACED
from resolvers.personnel.model import BY_AGREEING, DECIDE
from resolvers.personnel.parts import action_agreement, action_ground, action_hearing, action_step
from resolvers.personnel.tables import OPEN, personnel_action

Value = ColumnElement[Any]

BEGUN: ColumnElement[bool] = func.coalesce(personnel_action.c.effective_on <= TODAY, False)
STATE: ColumnElement[Any] = case(
    (and_(personnel_action.c.state == "decided", BEGUN), literal("effective", Text)),
    else_=personnel_action.c.state,
)
"""Where it stands today: a decision is effective from its day on, without anything running."""

RESTS_ON_REPLACED: ColumnElement[bool] = exists().where(
    action_ground.c.action_id == personnel_action.c.id, REPLACED
)
"""Something that it rests on has been replaced: somebody has to look at it again."""

IS_REPLACED: ColumnElement[bool] = REPLACED
OVERDUE = and_(action_step.c.done_on.is_(None), action_step.c.due_on < TODAY)
"""A step that should have been done before today."""

_open = action_step.alias("open_step")
_NEXT = (
    select(func.min(_open.c.ordinal))
    .where(_open.c.action_id == personnel_action.c.id, _open.c.done_on.is_(None))
    # Said, as it stands two levels beneath the action: else it would be that of all actions.
    .correlate(personnel_action)
    .scalar_subquery()
)


def _of_next(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A value of the next step; null where nothing is left."""
    return (
        select(column)
        .where(action_step.c.action_id == personnel_action.c.id, action_step.c.ordinal == _NEXT)
        .scalar_subquery()
    )


_HEARD = exists().where(action_hearing.c.step_id == action_step.c.id)
NEXT_OWNER = _of_next(action_step.c.owner)
NEXT_CODE = _of_next(action_step.c.code)
NEXT_HEARS = _of_next(and_(action_step.c.hears_person, ~_HEARD))


def has_agreed(side: str) -> ColumnElement[bool]:
    """The agency on this side has agreed."""
    return exists().where(
        action_agreement.c.action_id == personnel_action.c.id, action_agreement.c.side == side
    )


def is_asked(side: str) -> ColumnElement[bool]:
    """The agency on this side is asked to agree."""
    codes = [code for code, whose in BY_AGREEING.items() if whose == side]
    step = exists().where(
        action_step.c.action_id == personnel_action.c.id, action_step.c.code.in_(codes)
    )
    return or_(personnel_action.c.receiving_agency_id.is_not(None), step)


def action_by_id(id: Value) -> Select[Any]:
    """One action."""
    return select(personnel_action).where(personnel_action.c.id == id)


def my_actions() -> Select[Any]:
    """The actions about the person who asks, as far as he has been told."""
    return select(personnel_action).where(personnel_action.c.person_id == PERSON)


def actions_of_agency(
    agency: Value, kind: Value | None = None, open: Value | None = None
) -> Select[Any]:
    """The actions about an agency's people, decided by it, or into it; open ones, or the others."""
    found = select(personnel_action).where(
        (personnel_action.c.agency_id == agency)
        | (personnel_action.c.deciding_agency_id == agency)
        | (personnel_action.c.receiving_agency_id == agency)
    )
    if kind is not None:
        found = found.where(personnel_action.c.kind == kind)
    return found if open is None else found.where(personnel_action.c.state.in_(OPEN) == open)


def actions_of_person(person: Value) -> Select[Any]:
    """The actions about one person."""
    return select(personnel_action).where(personnel_action.c.person_id == person)


def actions_to_decide() -> Select[Any]:
    """The open actions that wait for the decision of the person who asks, as head."""
    return select(personnel_action).where(
        personnel_action.c.state.in_(OPEN),
        personnel_action.c.deciding_unit_id == HEADED.any_(),
        personnel_action.c.person_id != PERSON,
        NEXT_CODE == DECIDE,
    )


def steps_due(agency: Value, overdue: Value | None = None) -> Select[Any]:
    """The open steps of an agency's actions that have a last day; the overdue ones or not."""
    found = (
        select(action_step)
        .join(personnel_action, personnel_action.c.id == action_step.c.action_id)
        .where(
            action_step.c.agency_id == agency,
            action_step.c.done_on.is_(None),
            action_step.c.due_on.is_not(None),
            personnel_action.c.state.in_(OPEN),
        )
    )
    return found if overdue is None else found.where(OVERDUE == overdue)
