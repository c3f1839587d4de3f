"""A sheet whose person has come to head the unit that scores it goes up with him, until signed."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Table, Update, bindparam, select, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.decide import Decision
from resolvers.core.database import Row, Transaction
from resolvers.core.request import Request
from resolvers.core.writing import raised
from resolvers.evaluations.locks import IN_FORCE, lock_exception
from resolvers.evaluations.tables import (
    calibration,
    deduction,
    score,
    self_assessment,
    sheet,
)
from resolvers.people import WAYS, binds_of, going_up, passes_up, tell_passed
from resolvers.work import pass_work_up

_UNSIGNED = ("open", "self_assessed", "scored")
_SHEETS = going_up(sheet, sheet.c.state.in_(_UNSIGNED))
_EXCEPTIONS = going_up(lock_exception, IN_FORCE, unit="unit_id")
_HOLD = (
    select(sheet.c.id)
    .join(
        WAYS, (WAYS.c.person_id == sheet.c.person_id) & (WAYS.c.unit_id == sheet.c.scoring_unit_id)
    )
    .order_by(sheet.c.id)
    .with_for_update(of=sheet, key_share=True)
)


def _with_its_sheet(table: Table, *which: ColumnElement[bool]) -> Update:
    """What belongs to the round that is not signed: those that were stay with who signed them."""
    sheets = bindparam("sheets", type_=ARRAY(UuidType(as_uuid=True)))
    return (
        update(table)
        .where(
            table.c.sheet_id == sheets.any_(),
            table.c.sheet_id == sheet.c.id,
            table.c.period == sheet.c.period,
            *which,
        )
        .values(scoring_unit_id=sheet.c.scoring_unit_id, **raised(table))
    )


_WITH_THEM = (
    _with_its_sheet(self_assessment, self_assessment.c.returned_at.is_(None)),
    _with_its_sheet(score, score.c.released_at.is_(None)),
    _with_its_sheet(deduction, deduction.c.released_at.is_(None)),
    _with_its_sheet(calibration, calibration.c.answered_at.is_(None)),
)


@passes_up
async def pass_sheets_up(
    tx: Transaction, request: Request, decision: Decision, found: Sequence[Row]
) -> None:
    """Send unsigned sheets up, with their work and what opened them to somebody alone.

    A judgement that the former head had drafted goes along, for the next one to sign or to change.
    """
    binds = binds_of(found)
    await tx.rows(_HOLD, **binds)
    await pass_work_up(tx, found)
    moved = await tx.rows(_SHEETS, **binds)
    for statement in _WITH_THEM if moved else ():
        await tx.run(statement, sheets=[row["id"] for row in moved])
    await tell_passed(tx, request, decision, "sheet", moved)
    opened = await tx.rows(_EXCEPTIONS, now=request.now, **binds)
    await tell_passed(tx, request, decision, "lock_exception", opened)
