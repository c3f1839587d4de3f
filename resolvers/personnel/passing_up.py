"""An action goes up once its person heads a unit whose head has a part in it: he has none himself.

Nobody acts on himself, nor does anybody in his name, so what he now heads could neither decide nor
agree; the next head up does.
"""

from collections.abc import Sequence

from sqlalchemy import and_, or_, select

from authz.decide import Decision
from resolvers.core.database import Row, Transaction
from resolvers.core.days import TODAY
from resolvers.core.request import Request
from resolvers.organisation import unit
from resolvers.people import WAYS, binds_of, going_up, passes_up, tell_passed
from resolvers.personnel.tables import OPEN, personnel_action

_ACTION = personnel_action.c
_LEFT_TO_DO = or_(
    _ACTION.state.in_(OPEN),
    # It may still be cancelled, or ended early.
    and_(
        _ACTION.state == "decided",
        or_(_ACTION.effective_on > TODAY, and_(_ACTION.ended_on.is_(None), _ACTION.until > TODAY)),
    ),
)
_ITS_AGENCY = select(unit.c.agency_id).where(unit.c.id == WAYS.c.up_id).scalar_subquery()

_PARTS = (
    going_up(personnel_action, _LEFT_TO_DO, unit="deciding_unit_id").values(
        deciding_agency_id=_ITS_AGENCY
    ),
    going_up(personnel_action, _LEFT_TO_DO, unit="using_unit_id"),
    going_up(personnel_action, _LEFT_TO_DO, unit="receiving_unit_id"),
)


@passes_up
async def pass_actions_up(
    tx: Transaction, request: Request, decision: Decision, found: Sequence[Row]
) -> None:
    """Send up what is left to do about him in the units that he heads by now."""
    for statement in _PARTS:
        rows = await tx.rows(statement, today=request.today, **binds_of(found))
        await tell_passed(tx, request, decision, "personnel_action", rows)
