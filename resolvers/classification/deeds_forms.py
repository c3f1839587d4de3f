"""Form 02: the person speaks of his year first (art. 21.1a and 21.2a)."""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from resolvers.classification.holding import held_case, save_case, tell
from resolvers.classification.model import MOST_TEXT, level_in, reason_in
from resolvers.classification.papers import year_form
from resolvers.core.arguments import lines
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import Refusal
from resolvers.core.request import Request
from resolvers.core.writing import add
from resolvers.results import result


class ResultMissing(Refusal):
    """The year has no result yet, so its monthly totals cannot be written into the form."""

    code = "RESULT_MISSING"
    vi = "Chưa có kết quả theo dõi, đánh giá của năm nên chưa lập được phiếu xếp loại."


_RESULT = select(result.c.total, result.c.level).where(
    result.c.id == bindparam("by_result", type_=UuidType(as_uuid=True))
)
_ANSWER = update(year_form).where(
    year_form.c.classification_id == bindparam("case", type_=UuidType(as_uuid=True)),
    year_form.c.returned_at.is_(None),
)


async def submit_year_form(
    tx: Transaction, request: Request, *, case: UUID, version: int, level: str, text: str
) -> UUID:
    """Submit form 02 with one's own level and words; the case's id.

    The monthly totals and their mean are those of the year's result. From now on the form changes
    only after a return. Raises NotFound, a denial (FORM_SUBMITTED), StaleVersion, ResultMissing,
    InvalidInput, TextNotAcceptable.
    """
    found, decision = await held_case(tx, request, Action.SubmitYearForm, case, version)
    said = lines(text, "text", least=1, most=MOST_TEXT)
    chosen = level_in(level, "level")
    mean = await _result(tx, found)
    await save_case(
        tx,
        found,
        state="self_reviewed",
        self_level=chosen,
        self_text=said,
        self_submitted_at=request.now,
    )
    await add(
        tx,
        year_form,
        agency_id=found["agency_id"],
        classification_id=case,
        round=found["form_round"],
        result_id=found["result_id"],
        level=chosen,
        text=said,
        submitted_at=request.now,
    )
    after = {"state": "self_reviewed", "level": chosen, "result": found["result_id"], **mean}
    await tell(tx, request, decision, found, "submit_year_form", before=_was(found), after=after)
    return case


async def return_year_form(
    tx: Transaction, request: Request, *, case: UUID, version: int, reason: str
) -> UUID:
    """Return form 02 with a reason; what was submitted stays readable. The case's id.

    Raises NotFound, a denial (FORM_MISSING), StaleVersion, TextNotAcceptable.
    """
    found, decision = await held_case(tx, request, Action.ReturnYearForm, case, version)
    why = reason_in(reason)
    await save_case(
        tx, found, state="open", form_round=found["form_round"] + 1, self_submitted_at=None
    )
    await tx.run(_ANSWER, case=case, returned_reason=why, returned_at=request.now)
    await tell(
        tx,
        request,
        decision,
        found,
        "return_year_form",
        before=_was(found),
        after={"state": "open", "form_round": found["form_round"] + 1},
        reason=why,
    )
    return case


async def excuse_year_form(
    tx: Transaction, request: Request, *, case: UUID, version: int, reason: str
) -> UUID:
    """Let a case go on without form 02: the person is absent for a good reason (art. 19.3).

    The case's id. Raises NotFound, a denial (FORM_SUBMITTED), StaleVersion, TextNotAcceptable.
    """
    found, decision = await held_case(tx, request, Action.ExcuseYearForm, case, version)
    why = reason_in(reason)
    await save_case(tx, found, state="excused", excuse=why, excused_by=request.reach.actor)
    await tell(
        tx,
        request,
        decision,
        found,
        "excuse_year_form",
        before=_was(found),
        after={"state": "excused"},
        reason=why,
    )
    return case


async def _result(tx: Transaction, found: Row) -> dict[str, Any]:
    """The mean of the year and its level, for the leaf; raises ResultMissing."""
    row = None
    if found["result_id"] is not None:
        row = await tx.row(_RESULT, by_result=found["result_id"])
    if row is None:
        raise ResultMissing(field="case")
    return {"total": row["total"], "by_points": row["level"]}


def _was(found: Row) -> dict[str, Any]:
    return {name: found[name] for name in ("state", "version", "form_round", "self_level")}
