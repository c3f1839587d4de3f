"""A missed duty whose head has come to head the unit that decides on it goes up with him."""

from collections.abc import Sequence

from sqlalchemy import update

from authz.decide import Decision
from resolvers.core.database import Row, Transaction
from resolvers.core.request import Request
from resolvers.duties.tables import breach
from resolvers.people import binds_of, passes_up, tell_passed, ways

_WAY = ways()
_BREACHES = (
    update(breach)
    .where(
        breach.c.person_id == _WAY.c.person_id,
        breach.c.scoring_unit_id == _WAY.c.unit_id,
        breach.c.state == "proposed",
    )
    .values(scoring_unit_id=_WAY.c.up_id, version=breach.c.version + 1)
    .returning(
        *(breach.c[name] for name in ("id", "agency_id", "person_id")),
        _WAY.c.unit_id,
        _WAY.c.up_id,
    )
)


@passes_up
async def pass_breaches_up(
    tx: Transaction, request: Request, decision: Decision, found: Sequence[Row]
) -> None:
    """Send up what is not decided yet."""
    rows = await tx.rows(_BREACHES, **binds_of(found))
    await tell_passed(tx, request, decision, "breach", rows)
