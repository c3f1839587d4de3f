"""A head's class rests on the result of his organisation: it is looked at when that is replaced.

His class is not above his organisation's (Decree 335/2025, art. 20.6). Nothing changes by itself:
whoever decided the class is told, and the managing head replaces it where that is due (art. 21.3).
"""

from uuid import UUID

from sqlalchemy import Integer, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.classification.flags import flag_case
from resolvers.classification.holding import CURRENT
from resolvers.classification.papers import HEADED_RESULT
from resolvers.classification.tables import DECIDED, classification, classification_round
from resolvers.core.database import Transaction
from resolvers.core.fence import let_through
from resolvers.core.request import Request
from resolvers.recognition import Replaced, flags_what_rests

NOT_ABOVE = "Decree 335/2025/NĐ-CP, art. 20(6)"

_ITS_HEADS = (
    classification.c.unit_id == bindparam("unit", type_=UuidType(as_uuid=True)),
    classification.c.year == bindparam("year", type_=Integer),
    classification.c.office == "head",
    CURRENT,
)
# Held before the cases are read: whoever decides a set holds it, and reads the results after.
_SHARE_SETS = (
    select(classification_round.c.id)
    .where(classification_round.c.id.in_(select(classification.c.round_id).where(*_ITS_HEADS)))
    .order_by(classification_round.c.id)
    .with_for_update(read=True)
)
_CASES = (
    select(*(classification.c[name] for name in ("id", "agency_id", "person_id")))
    .where(*_ITS_HEADS, classification.c.state.in_(DECIDED))
    .order_by(classification.c.id)
)


@flags_what_rests
async def flag_heads(tx: Transaction, request: Request, replaced: Replaced) -> list[UUID]:
    """Flag the decided classes of an organisation's heads where its level changed; their cases."""
    if replaced.level_before == replaced.level_after:
        return []
    # The head who recognises an organisation need not reach everything of its agency.
    await let_through(tx, replaced.agency)
    await tx.rows(_SHARE_SETS, unit=replaced.unit, year=replaced.year)
    cases = await tx.rows(_CASES, unit=replaced.unit, year=replaced.year)
    for case in cases:
        await flag_case(
            tx, request, case, (HEADED_RESULT,), review=replaced.edition, cite=NOT_ABOVE
        )
    return [case["id"] for case in cases]
