"""A secondment or a suspension ends before its last day: by another decision of the same authority.

What was decided stays as it was; the day, the reason and the document are written beside it. Posts,
roles and an absence follow on that day; sheets of before keep unit and post.
"""

from datetime import date, timedelta
from uuid import UUID

from authz.actions import Action
from authz.decide import Decision
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction
from resolvers.core.days import days
from resolvers.core.documents import Document
from resolvers.core.errors import Refusal
from resolvers.core.request import Request
from resolvers.core.writing import add
from resolvers.people import Measure, end_measure_early
from resolvers.personnel.holding import change, concerning, held_action
from resolvers.personnel.model import MOST_REASON
from resolvers.personnel.parts import action_ending
from resolvers.results import end_absences_by_decision
from resolvers.statute.personnel import ActionKind


class EndsOutsideMeasure(Refusal):
    """It ends on a day from {first} to {last}."""

    code = "ENDS_OUTSIDE_MEASURE"
    vi = "Ngày hết hiệu lực phải từ {first} đến {last}: sau ngày bắt đầu, trước khi hết thời hạn."


async def end_personnel_action_early(
    tx: Transaction,
    request: Request,
    *,
    action: UUID,
    version: int,
    ends_on: date,
    reason: str,
    decision: Document,
) -> UUID:
    """End a measure that is in effect, so that it holds no more from `ends_on` on; the action's id.

    The head who decides on it may (Decree 170/2025, art. 26, 56.4). A suspension stays a ground to
    weigh in its year. Raises NotFound, the refusals of the policies (NOT_DECIDING_HEAD, OWN_ACTION,
    MEASURE_NOT_LASTING), StaleVersion, EffectChanged, EndsOutsideMeasure, TextNotAcceptable.
    """
    found, allowed = await held_action(tx, request, Action.EndPersonnelActionEarly, action, version)
    row, papers = found.row, decision.columns()
    said = line(reason, "reason", most=MOST_REASON)
    _demand_within(row, ends_on, request.today)
    await _bring_back(tx, request, allowed, row, ends_on, said)
    await add(
        tx,
        action_ending,
        **concerning(row),
        ends_on=ends_on,
        reason=said,
        ended_by=request.reach.person,
        on_behalf_of=allowed.on_behalf_of,
        ended_at=request.now,
        **papers,
    )
    held = {"ended_on": ends_on, "lasting": days(row["effective_on"], ends_on)}
    deed = "end_personnel_action_early"
    await change(tx, request, allowed, found, deed, told=papers, reason=said, **held)
    return action


def _demand_within(row: Row, ends_on: date, today: date) -> None:
    """Not before today, and shorter than it was to be; raises EndsOutsideMeasure."""
    first = max(today, row["effective_on"] + timedelta(days=1))
    last = row["until"] - timedelta(days=1)
    if not first <= ends_on <= last:
        raise EndsOutsideMeasure(first=first, last=last, field="endsOn")


async def _bring_back(
    tx: Transaction, request: Request, allowed: Decision, row: Row, ends_on: date, said: str
) -> None:
    agencies = [row["agency_id"], row["receiving_agency_id"] or row["agency_id"]]
    changed = row["effect"]["changed"]
    days_of = (row["effective_on"], row["until"])
    measure = Measure(row["person_id"], *days_of, changed=changed, agencies=agencies)
    await end_measure_early(tx, request, allowed, measure, ends_on)
    if row["kind"] == ActionKind.SUSPENSION:
        about = {"person": row["person_id"], "kind": "suspended"}
        await end_absences_by_decision(tx, request, allowed, **about, ends=ends_on, reason=said)
