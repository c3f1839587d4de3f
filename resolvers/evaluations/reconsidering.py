"""A decided petition opens a signed sheet again, also in a locked month (art. 22).

Nobody scores in the responsible head's name: the decision reopens and grants him the time; he
scores and signs the new round.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from authz.decide import Decision
from resolvers.core.database import Transaction
from resolvers.core.errors import NotFound, Refusal
from resolvers.core.request import Request
from resolvers.evaluations.exceptions import demand_end, write_exception
from resolvers.evaluations.holding import held_again, held_sheet
from resolvers.evaluations.returning import begin_again


class ResultInRework(Refusal):
    """The sheet is open for a new round already; its next result can be petitioned against."""

    code = "RESULT_IN_REWORK"
    vi = "Phiếu đang được mở lại để đánh giá lại; có thể kiến nghị đối với kết quả mới."


@dataclass(frozen=True, slots=True)
class Reopened:
    """The round that a decision has opened, and the exception that lets it be scored."""

    round: int
    exception: UUID


async def reopen_by_decision(
    tx: Transaction,
    request: Request,
    decision: Decision,
    *,
    sheet: UUID,
    petition: UUID,
    ends_at: datetime,
    reason: str,
) -> Reopened:
    """Open a signed sheet to its responsible head until `ends_at`, by a decision already allowed.

    Raises NotFound, ResultInRework where it is not signed any more, InvalidInput for the end.
    """
    found = await held_sheet(tx, request, sheet)
    if found is None:
        raise NotFound(id=sheet, field="sheet")
    if found["state"] not in ("released", "closed"):
        raise ResultInRework(field="petition")
    demand_end(ends_at, request)
    round = await begin_again(tx, request, decision, found, reason)
    again = await held_again(tx, request, found)
    about = {
        "agency_id": found["agency_id"],
        "unit_id": again["scoring_unit_id"],
        "person_id": found["person_id"],
        "period": found["period"],
    }
    exception = await write_exception(
        tx, request, decision, about, ends_at, reason, petition=petition
    )
    return Reopened(round, exception)
