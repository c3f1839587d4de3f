"""Points off a general criterion by the agency's own scale, as part of the head's draft."""

from decimal import Decimal
from uuid import UUID

from sqlalchemy import Date, bindparam, delete, select
from sqlalchemy.dialects.postgresql import UUID as UuidType
from sqlalchemy.dialects.postgresql import insert

from authz.actions import Action
from authz.codes import Code
from resolvers.audit import record
from resolvers.catalogue import deduction_scale
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction
from resolvers.core.days import holds, last_day
from resolvers.core.errors import InvalidInput, NotFound, Refusal
from resolvers.core.ids import new_id
from resolvers.core.permission import DENIALS
from resolvers.core.request import Request
from resolvers.core.seeing import needed, seen, shown
from resolvers.evaluations.holding import demand_sheet, save_sheet
from resolvers.evaluations.model import MOST_REASON
from resolvers.evaluations.tables import deduction as deductions

MOST_TIMES = 100


class DeductionExists(Refusal):
    """This deduction is applied already; remove it first to change it."""

    code = "DEDUCTION_EXISTS"
    vi = "Đã áp dụng mức trừ điểm này; cần gỡ bỏ trước khi thay đổi."


_SCALE = select(deduction_scale).where(
    deduction_scale.c.id == bindparam("id", type_=UuidType(as_uuid=True)),
    deduction_scale.c.agency_id == bindparam("agency", type_=UuidType(as_uuid=True)),
    holds(deduction_scale, bindparam("day", type_=Date)),
    shown(deduction_scale),
)
_APPLY = insert(deductions).on_conflict_do_nothing(index_elements=["sheet_id", "scale_id"])
_REMOVE = delete(deductions).where(deductions.c.id == bindparam("id", type_=UuidType(as_uuid=True)))


async def apply_deduction(
    tx: Transaction,
    request: Request,
    *,
    sheet: UUID,
    version: int,
    scale: UUID,
    times: int,
    reason: str,
) -> UUID:
    """Take a scale's points off a criterion, once or more `times` up to its most; the sheet's id.

    A sheet that is scored already must be scored again before it is signed. Raises
    DeductionExists, NotFound, InvalidInput, StaleVersion and the refusals of the policies.
    """
    said = line(reason, "reason", most=MOST_REASON)
    _demand_times(times)
    found, decision = await demand_sheet(tx, request, Action.ApplyDeduction, sheet, version)
    chosen = await _scale(tx, request, found, scale)
    points: Decimal = min(chosen["points_each"] * times, chosen["at_most"])
    told = {"criterion": chosen["criterion"], "times": times, "points": points}
    about = ("agency_id", "scoring_unit_id", "person_id", "period")
    id = new_id()
    applied = await tx.run(
        _APPLY,
        id=id,
        **{name: found[name] for name in about},
        sheet_id=sheet,
        scale_id=scale,
        **told,
        reason=said,
        noted_by=request.reach.actor,
        on_behalf_of=decision.on_behalf_of,
        noted_at=request.now,
    )
    if not applied:
        raise DeductionExists(field="scale")
    await save_sheet(tx, found)
    await record(
        tx,
        request,
        decision,
        deed="apply_deduction",
        subject=("sheet", sheet),
        agency=found["agency_id"],
        after={**told, "deduction": id, "scale": chosen["code"]},
        reason=said,
    )
    return sheet


async def remove_deduction(
    tx: Transaction, request: Request, *, deduction: UUID, version: int, reason: str
) -> UUID:
    """Take a deduction back from a sheet that is not signed; the sheet's id.

    `version` is the sheet's. Raises NOT_RESPONSIBLE_HEAD and the other refusals of the policies,
    StaleVersion.
    """
    said = line(reason, "reason", most=MOST_REASON)
    applied = await seen(tx, request.reach, deductions, deduction)
    if applied is None:
        raise DENIALS[Code.NOT_RESPONSIBLE_HEAD]()
    sheet: UUID = applied["sheet_id"]
    found, decision = await demand_sheet(tx, request, Action.ApplyDeduction, sheet, version)
    if not await tx.run(_REMOVE, id=deduction):
        raise NotFound(id=deduction, field="deduction")
    await save_sheet(tx, found)
    await record(
        tx,
        request,
        decision,
        deed="remove_deduction",
        subject=("sheet", sheet),
        agency=found["agency_id"],
        before={name: applied[name] for name in ("id", "scale_id", "criterion", "times", "points")},
        reason=said,
    )
    return sheet


def _demand_times(times: int) -> None:
    if not 1 <= times <= MOST_TIMES:
        raise InvalidInput(what="times", allowed=f"1–{MOST_TIMES}", field="times")


async def _scale(tx: Transaction, request: Request, found: Row, id: UUID) -> Row:
    """A scale of the sheet's agency, in force on the month's last day; raises NotFound."""
    chosen = await tx.row(
        _SCALE,
        id=id,
        agency=found["agency_id"],
        day=last_day(found["period"], found["months"]),
        **needed(deduction_scale, request.reach),
    )
    if chosen is None:
        raise NotFound(id=id, field="scale")
    return chosen
