"""What others say of a year: the meeting, the Party committee, the personnel body (art. 21)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from authz.actions import Action
from authz.decide import Decision
from resolvers.classification.holding import held_case, held_cases, save_case, tell
from resolvers.classification.model import MOST_ROWS, level_in, reason_in
from resolvers.classification.papers import case_paper
from resolvers.classification.tables import STEPS
from resolvers.core.database import Row, Transaction
from resolvers.core.documents import Document
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.ids import new_id
from resolvers.core.request import Request


class AttendanceContradicts(Refusal):
    """A meeting is attended by at least one and at most all of those summoned."""

    code = "ATTENDANCE_CONTRADICTS"
    vi = "Số người dự họp phải từ 01 đến số người được triệu tập."


class MinutesNotPassed(Refusal):
    """Only minutes that the meeting has passed are recorded."""

    code = "MINUTES_NOT_PASSED"
    vi = "Chỉ ghi nhận biên bản đã được cuộc họp thông qua."


_ADD = insert(case_paper)


async def record_minutes(
    tx: Transaction,
    request: Request,
    *,
    cases: Sequence[UUID],
    document: Document,
    summoned: int,
    attended: int,
    passed: bool,
) -> list[UUID]:
    """Record the minutes of one meeting for everybody whom it commented on; the cases' ids.

    All or none. Raises NotFound, a denial (FORM_MISSING and the like), AttendanceContradicts,
    MinutesNotPassed, InvalidInput, TextNotAcceptable.
    """
    if not 1 <= len(set(cases)) == len(cases) <= MOST_ROWS:
        raise InvalidInput(what="cases", allowed=f"1–{MOST_ROWS}", field="cases")
    if not 1 <= attended <= summoned:
        raise AttendanceContradicts(field="attended")
    if not passed:
        raise MinutesNotPassed(field="passed")
    paper = {
        "kind": "minutes",
        **document.columns("", dated=True),
        "summoned": summoned,
        "attended": attended,
    }
    for found, decision in await held_cases(tx, request, Action.RecordMinutes, cases):
        await _keep(tx, request, decision, found, paper, "discussed", "record_minutes")
    return list(cases)


async def record_party_comment(
    tx: Transaction, request: Request, *, case: UUID, version: int, document: Document
) -> UUID:
    """Record where the Party committee's written comment is kept; the case's id.

    Raises NotFound, a denial (MINUTES_MISSING), StaleVersion, InvalidInput, TextNotAcceptable.
    """
    found, decision = await held_case(tx, request, Action.RecordPartyComment, case, version)
    paper = {
        "kind": "party_comment",
        **document.columns("", dated=True),
        "summoned": None,
        "attended": None,
    }
    await _keep(tx, request, decision, found, paper, "commented", "record_party_comment")
    return case


async def propose_level(
    tx: Transaction, request: Request, *, case: UUID, version: int, level: str, reason: str
) -> UUID:
    """Propose a level as the personnel body of the classifying authority; the case's id.

    Raises NotFound, a denial (COMMENT_MISSING and the like), StaleVersion, InvalidInput,
    TextNotAcceptable.
    """
    found, decision = await held_case(tx, request, Action.ProposeLevel, case, version)
    proposed, why = level_in(level, "level"), reason_in(reason)
    await save_case(
        tx,
        found,
        state="proposed",
        proposed_level=proposed,
        proposed_reason=why,
        proposed_by=request.reach.actor,
        proposed_at=request.now,
    )
    before = {name: found[name] for name in ("state", "version", "proposed_level")}
    after = {"state": "proposed", "proposed_level": proposed}
    await tell(
        tx, request, decision, found, "propose_level", before=before, after=after, reason=why
    )
    return case


async def consider_suspension(
    tx: Transaction, request: Request, *, case: UUID, version: int, counts: bool, reason: str
) -> UUID:
    """Decide whether what must be weighed makes the year not completed; the case's id.

    A suspension, or a violation whose day nobody established, changes nothing by itself (Decree
    170/2025, art. 56.5b). Raises NotFound, a denial, StaleVersion, TextNotAcceptable.
    """
    found, decision = await held_case(tx, request, Action.ConsiderSuspension, case, version)
    why = reason_in(reason)
    await save_case(
        tx,
        found,
        suspension_counts=counts,
        suspension_reason=why,
        suspension_by=request.reach.actor,
        suspension_at=request.now,
    )
    before = {"suspension_counts": found["suspension_counts"], "version": found["version"]}
    after = {"suspension_counts": counts}
    await tell(
        tx, request, decision, found, "consider_suspension", before=before, after=after, reason=why
    )
    return case


async def withdraw_case(
    tx: Transaction, request: Request, *, case: UUID, version: int, reason: str
) -> UUID:
    """Take a case out of a set that it does not belong to; it stays readable. The case's id.

    Raises NotFound, a denial, StaleVersion, TextNotAcceptable.
    """
    found, decision = await held_case(tx, request, Action.WithdrawCase, case, version)
    why = reason_in(reason)
    await save_case(tx, found, state="withdrawn", replaced_at=request.now, replaced_reason=why)
    before = {"state": found["state"], "version": found["version"]}
    after = {"state": "withdrawn"}
    await tell(
        tx, request, decision, found, "withdraw_case", before=before, after=after, reason=why
    )
    return case


async def _keep(
    tx: Transaction,
    request: Request,
    decision: Decision,
    found: Row,
    paper: dict[str, Any],
    step: str,
    deed: str,
) -> None:
    """Keep a paper, and take the case to its step, unless it has gone further already."""
    state = max(found["state"], step, key=STEPS.index)
    await save_case(tx, found, state=state)
    row = {
        **paper,
        "id": new_id(),
        "agency_id": found["agency_id"],
        "classification_id": found["id"],
        "recorded_by": request.reach.actor,
        "on_behalf_of": decision.on_behalf_of,
        "recorded_at": request.now,
    }
    await tx.run(_ADD, **row)
    before = {"state": found["state"], "version": found["version"]}
    told = {
        name: paper[name] for name in ("number", "day", "sha256", "url", "summoned", "attended")
    }
    await tell(tx, request, decision, found, deed, before=before, after={"state": state, **told})
