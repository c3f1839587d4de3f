"""An action goes up once its person heads a unit whose head has a part in it: he has none himself.

Nobody acts on himself, nor does anybody in his name, so what he now heads could neither decide nor
agree; the next head up does.
"""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Update, and_, or_, select, update

from authz.decide import Decision
from resolvers.core.database import Row, Transaction
from resolvers.core.days import TODAY
from resolvers.core.request import Request
from resolvers.organisation import unit
from resolvers.people import binds_of, passes_up, tell_passed, ways
from resolvers.personnel.tables import OPEN, personnel_action

_WAY = ways()
_ACTION = personnel_action.c
_LEFT_TO_DO = or_(
    _ACTION.state.in_(OPEN),
    # It may still be cancelled, or ended early.
    and_(
        _ACTION.state == "decided",
        or_(_ACTION.effective_on > TODAY, and_(_ACTION.ended_on.is_(None), _ACTION.until > TODAY)),
    ),
)
_ITS_AGENCY = select(unit.c.agency_id).where(unit.c.id == _WAY.c.up_id).scalar_subquery()


def _up(part: ColumnElement[object]) -> Update:
    told = (_ACTION[name] for name in ("id", "agency_id", "person_id"))
    return (
        update(personnel_action)
        .where(_LEFT_TO_DO, _ACTION.person_id == _WAY.c.person_id, part == _WAY.c.unit_id)
        .values({part: _WAY.c.up_id, _ACTION.version: _ACTION.version + 1})
        .returning(*told, _WAY.c.unit_id, _WAY.c.up_id)
    )


_PARTS = (
    _up(_ACTION.deciding_unit_id).values(deciding_agency_id=_ITS_AGENCY),
    _up(_ACTION.using_unit_id),
    _up(_ACTION.receiving_unit_id),
)


@passes_up
async def pass_actions_up(
    tx: Transaction, request: Request, decision: Decision, found: Sequence[Row]
) -> None:
    """Send up what is left to do about him in the units that he heads by now."""
    for statement in _PARTS:
        rows = await tx.rows(statement, today=request.today, **binds_of(found))
        await tell_passed(tx, request, decision, "personnel_action", rows)
