"""A petition goes up once its person, or who scored, heads the unit that would decide it."""

from collections.abc import Sequence

from sqlalchemy import Update, and_, or_, select, update

from authz.decide import Decision
from resolvers.classification import classification
from resolvers.core.database import Row, Transaction
from resolvers.core.request import Request
from resolvers.organisation import unit
from resolvers.people import WAYS, binds_of, passes_up, tell_passed
from resolvers.petitions.tables import petition

_OPEN = and_(petition.c.state == "filed", petition.c.deciding_unit_id == WAYS.c.unit_id)
_HIS = petition.c.person_id == WAYS.c.person_id


def _up(update: Update) -> Update:
    told = (petition.c[name] for name in ("id", "agency_id", "person_id"))
    up = petition.c.deciding_unit_id.label("up_id")
    return update.values(version=petition.c.version + 1).returning(*told, WAYS.c.unit_id, up)


_SCORES = _up(
    update(petition)
    .where(
        _OPEN,
        petition.c.about == "score",
        # Where nobody stood above, who scores decides: nothing goes up from there.
        petition.c.deciding_unit_id != petition.c.scoring_unit_id,
        or_(_HIS, petition.c.scored_by == WAYS.c.person_id),
    )
    .values(
        deciding_unit_id=WAYS.c.up_id,
        deciding_agency_id=select(unit.c.agency_id)
        .where(unit.c.id == WAYS.c.up_id)
        .scalar_subquery(),
    )
)
_CLASSES = _up(
    update(petition)
    .where(_OPEN, _HIS, petition.c.classification_id == classification.c.id)
    .values(
        deciding_unit_id=classification.c.managing_unit_id,
        deciding_agency_id=classification.c.managing_agency_id,
    )
)


@passes_up
async def pass_petitions_up(
    tx: Transaction, request: Request, decision: Decision, found: Sequence[Row]
) -> None:
    """Send up what is not decided: to the next head up, of a class to the managing one."""
    for statement in (_SCORES, _CLASSES):
        rows = await tx.rows(statement, **binds_of(found))
        await tell_passed(tx, request, decision, "petition", rows)
