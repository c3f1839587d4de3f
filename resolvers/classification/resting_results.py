"""A class rests on the result of its year: it is looked at when that comes to another level.

December may have been provisional, or a month was scored anew after a petition. Nothing changes by
itself: whoever decided the class is told, and the managing head replaces it where that is due
(Decree 335/2025, art. 21.3).
"""

from collections.abc import Sequence

from sqlalchemy import Integer, Text, bindparam, column, func, select, true
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.classification.flags import flag_case
from resolvers.classification.holding import CURRENT
from resolvers.classification.papers import YEAR_RESULT
from resolvers.classification.tables import DECIDED, classification, classification_round
from resolvers.core.database import Row, Transaction
from resolvers.core.fence import as_seen_by, let_through
from resolvers.core.request import Request
from resolvers.results import Superseded, flags_what_rests
from resolvers.statute.evaluation import Level
from resolvers.statute.evaluation.year import Span

MAY_BE_WRONG = "Decree 335/2025/NĐ-CP, art. 21(3)"

_UUID = UuidType(as_uuid=True)
_new = (
    func.unnest(
        bindparam("people", type_=ARRAY(_UUID)),
        bindparam("editions", type_=ARRAY(_UUID)),
        bindparam("levels", type_=ARRAY(Text)),
    )
    .table_valued(column("person_id", _UUID), column("edition", _UUID), column("level", Text))
    .render_derived(name="new")
)
_HIS = (
    classification.c.person_id == _new.c.person_id,
    classification.c.year == bindparam("year", type_=Integer),
    CURRENT,
)
# Held before the cases are read: whoever decides a set holds it, and reads the results after.
_SHARE_SETS = (
    select(classification_round.c.id)
    .where(
        classification_round.c.id.in_(
            select(classification.c.round_id)
            .select_from(classification.join(_new, true()))
            .where(*_HIS)
        )
    )
    .order_by(classification_round.c.id)
    .with_for_update(read=True)
)
_CASES = (
    select(
        *(classification.c[name] for name in ("id", "agency_id", "person_id")),
        _new.c.edition,
    )
    .select_from(classification.join(_new, true()))
    .where(
        *_HIS,
        classification.c.state.in_(DECIDED),
        classification.c.computed_level.is_distinct_from(_new.c.level),
    )
    .order_by(classification.c.id)
)


@flags_what_rests
async def flag_classes(tx: Transaction, request: Request, superseded: Sequence[Superseded]) -> None:
    """Flag each decided class whose year comes to another level now than when it was decided.

    A result that still lacks a score says nothing yet.
    """
    years = [
        each
        for each in superseded
        if each.span == Span.YEAR.value and each.level != Level.INSUFFICIENT_DATA.value
    ]
    if request.reach.operator:
        # The fence hides nothing from him: thousands at once.
        cases = await _changed(tx, years)
    else:
        cases = []
        for each in years:
            async with as_seen_by(tx, each.person):
                cases += await _changed(tx, [each])
    for case in cases:
        await let_through(tx, case["agency_id"])
        await flag_case(
            tx, request, case, (YEAR_RESULT,), result=case["edition"], cite=MAY_BE_WRONG
        )


async def _changed(tx: Transaction, years: Sequence[Superseded]) -> list[Row]:
    """The decided cases of these persons whose level is another one now."""
    if not years:
        return []
    binds = {
        "people": [each.person for each in years],
        "editions": [each.edition for each in years],
        "levels": [each.level for each in years],
        "year": years[0].period.year,
    }
    await tx.rows(_SHARE_SETS, **binds)
    return list(await tx.rows(_CASES, **binds))
