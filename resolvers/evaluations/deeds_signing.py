"""A score is signed and so released; before that it can go back, after that only from above."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from authz.actions import Action
from authz.codes import Code
from resolvers.audit import record
from resolvers.core.arguments import line
from resolvers.core.database import Transaction
from resolvers.core.errors import Refusal
from resolvers.core.many import demand_few, each
from resolvers.core.permission import DENIALS, demand
from resolvers.core.request import Request
from resolvers.core.writing import demand_version
from resolvers.evaluations.holding import (
    demand_sheet,
    held_sheet,
    hold_in_order,
    save_sheet,
    sheet_facts,
)
from resolvers.evaluations.judgement import Judgement
from resolvers.evaluations.model import MOST_REASON, Signing
from resolvers.evaluations.returning import (
    NO_SCORE,
    OF_ROUND,
    RELEASE,
    RELEASE_DEDUCTIONS,
    back_to_person,
    begin_again,
    round_key,
)
from resolvers.evaluations.scoring import scored
from resolvers.evaluations.tables import score
from resolvers.organisation import next_unit_up


class FactsChanged(Refusal):
    """The facts have changed since this was scored: it would now be {total}. Score it again."""

    code = "FACTS_CHANGED"
    vi = "Dữ liệu đã thay đổi sau khi chấm điểm: kết quả hiện tại là {total}. Cần chấm điểm lại."


class SubordinatesNotSigned(Refusal):
    """{count} civil servants under this leader are not signed yet; sign them first."""

    code = "SUBORDINATES_NOT_SIGNED"
    vi = "Còn {count} công chức thuộc quyền chưa được ký kết quả; cần ký trước."


_SCORE = select(score.c.facts, score.c.total, score.c.level).where(*OF_ROUND)


async def sign_sheet(tx: Transaction, request: Request, *, sheet: UUID, version: int) -> UUID:
    """Sign a scored sheet and release it to the person; the sheet's id.

    The score is computed once more: what changed no fact changes no number. Raises FactsChanged,
    SubordinatesNotSigned, NOT_RESPONSIBLE_HEAD and the other refusals of the policies,
    StaleVersion.
    """
    found, decision = await demand_sheet(tx, request, Action.SignSheet, sheet, version)
    key = round_key(found)
    (stored,) = await tx.rows(_SCORE, **key)
    now = await scored(tx, request, found, Judgement.from_json(stored["facts"]["judged"]))
    if now.unsigned:
        raise SubordinatesNotSigned(count=now.unsigned)
    if not now.same_as(stored):
        raise FactsChanged(total=now.score.total or now.score.level.value)
    # What a lock exception let be scored again in a closed month is closed with its signature.
    state = "closed" if found["month"] == "closed" else "released"
    await save_sheet(tx, found, state=state, released_at=request.now)
    await tx.run(RELEASE, **key, released_at=request.now)
    if now.facts["deductions"]:
        await tx.run(RELEASE_DEDUCTIONS, sheet=sheet, released_at=request.now)
    await record(
        tx,
        request,
        decision,
        deed="sign_sheet",
        subject=("sheet", sheet),
        agency=found["agency_id"],
        before={"state": found["state"], "round": found["round"], "version": found["version"]},
        after={"state": state, "total": found["total"], "level": found["level"]},
    )
    return sheet


async def sign_many(
    tx: Transaction, request: Request, *, rows: Sequence[Signing], all_or_nothing: bool = False
) -> list[UUID | Refusal]:
    """Sign in bulk: the sheet's id or a refusal for each row, in their order."""
    arguments = [{"sheet": row.sheet, "version": row.version} for row in rows]
    demand_few(rows)
    await hold_in_order(tx, request, (row.sheet for row in rows))
    return await each(tx, request, sign_sheet, arguments, all_or_nothing=all_or_nothing)


async def return_sheet(
    tx: Transaction, request: Request, *, sheet: UUID, version: int, reason: str
) -> UUID:
    """Return a scored, unsigned sheet to the person with a reason: the next round; the sheet's id.

    Raises NOT_RESPONSIBLE_HEAD and the other refusals of the policies, StaleVersion.
    """
    said = line(reason, "reason", most=MOST_REASON)
    found, decision = await demand_sheet(tx, request, Action.ReturnSheet, sheet, version)
    await back_to_person(tx, request, decision, found, "return_sheet", said, **NO_SCORE)
    return sheet


async def reopen_sheet(
    tx: Transaction, request: Request, *, sheet: UUID, version: int, reason: str
) -> UUID:
    """Reopen a signed sheet as the next head up, with a reason, for a new round; the sheet's id.

    The signed round stays as it was signed and stays readable. Raises NOT_NEXT_HEAD_UP and the
    other refusals of the policies, StaleVersion.
    """
    said = line(reason, "reason", most=MOST_REASON)
    found = await held_sheet(tx, request, sheet)
    if found is None:
        raise DENIALS[Code.NOT_NEXT_HEAD_UP]()
    upper = await next_unit_up(tx, found["scoring_unit_id"], request.today)
    decision = demand(request, Action.ReopenSheet, sheet_facts(found, next_unit=upper))
    demand_version(found, version)
    await begin_again(tx, request, decision, found, said)
    return sheet
