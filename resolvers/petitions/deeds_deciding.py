"""The authority decides: it rejects with a reason, or upholds with what follows (art. 22).

A month's score is not changed by the decision: the head who scored does it again, under the
instructions and inside the time that the decision gives him.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from resolvers.classification import classification, reconsider, replace_classification
from resolvers.core.arguments import line, lines
from resolvers.core.database import Row, Transaction
from resolvers.core.documents import Document
from resolvers.core.errors import Refusal
from resolvers.core.request import Request
from resolvers.evaluations import reopen_by_decision
from resolvers.petitions.holding import change, demand_petition, keep_documents
from resolvers.petitions.model import MOST_REASON, MOST_TEXT


class PetitionOfAnotherKind(Refusal):
    """This petition is about {about}; it is upheld by the deed for that."""

    code = "PETITION_OF_ANOTHER_KIND"
    vi = "Kiến nghị này là về {about}; cần dùng chức năng giải quyết tương ứng."


_CASE = select(classification.c.version, classification.c.classifying_unit_id).where(
    classification.c.id == bindparam("case", type_=UuidType(as_uuid=True))
)


async def reject_petition(
    tx: Transaction,
    request: Request,
    *,
    petition: UUID,
    version: int,
    reason: str,
    documents: Sequence[Document] = (),
) -> UUID:
    """Reject a petition with a reason; the result stands. The petition's id.

    Raises NotFound, NOT_PETITION_AUTHORITY, OPINION_MISSING and the other refusals of the policies,
    StaleVersion, TextNotAcceptable.
    """
    said = line(reason, "reason", most=MOST_REASON)
    found, decision = await demand_petition(tx, request, Action.DecidePetition, petition, version)
    await _decide(tx, request, decision, found, "rejected", said, documents)
    return petition


async def uphold_score_petition(
    tx: Transaction,
    request: Request,
    *,
    petition: UUID,
    version: int,
    reason: str,
    instructions: str,
    answer_by: datetime,
    documents: Sequence[Document] = (),
) -> UUID:
    """Uphold a petition against a month's score; the petition's id.

    The sheet is opened for a new round, in a locked month too, to the head who answers for it:
    under the instructions and until `answer_by`. Nobody scores in his name. Raises NotFound,
    NOT_PETITION_AUTHORITY and the other refusals of the policies, PetitionOfAnotherKind,
    RESULT_IN_REWORK, InvalidInput, StaleVersion.
    """
    said = line(reason, "reason", most=MOST_REASON)
    bound = lines(instructions, "instructions", least=1, most=MOST_TEXT)
    found, decision = await demand_petition(tx, request, Action.DecidePetition, petition, version)
    _demand_about(found, "score")
    opened = await reopen_by_decision(
        tx,
        request,
        decision,
        sheet=found["sheet_id"],
        petition=petition,
        ends_at=answer_by,
        reason=said,
    )
    follows = {"new_round": opened.round, "exception_id": opened.exception}
    told = {"instructions": bound, "answer_by": answer_by, **follows}
    await _decide(tx, request, decision, found, "upheld", said, documents, **told)
    return petition


async def uphold_class_petition(
    tx: Transaction,
    request: Request,
    *,
    petition: UUID,
    version: int,
    reason: str,
    level: str,
    decision: Document,
) -> UUID:
    """Uphold a petition against a year's class by a new decision; the petition's id.

    The person gets a new edition with `level`, which the law and the quota must allow as they stand
    now; the earlier one is kept. The managing head decides by replacing it, where the person heads
    by now the unit that classified. Raises NotFound, NOT_PETITION_AUTHORITY and the other refusals
    of the policies, PetitionOfAnotherKind, StaleVersion, and whatever `reconsider` raises.
    """
    said = line(reason, "reason", most=MOST_REASON)
    found, allowed = await demand_petition(tx, request, Action.DecidePetition, petition, version)
    _demand_about(found, "class")
    case = found["classification_id"]
    (known,) = await tx.rows(_CASE, case=case)
    classified = known["classifying_unit_id"] == found["deciding_unit_id"]
    anew = reconsider if classified else replace_classification
    edition = await anew(
        tx,
        request,
        case=case,
        version=known["version"],
        level=level,
        reason=said,
        decision=decision,
    )
    follows = {"new_classification_id": edition}
    await _decide(tx, request, allowed, found, "upheld", said, [decision], **follows)
    return petition


def _demand_about(found: Row, about: str) -> None:
    """Raises PetitionOfAnotherKind."""
    if found["about"] != about:
        raise PetitionOfAnotherKind(about=found["about"], field="petition")


async def _decide(
    tx: Transaction,
    request: Request,
    decision: Decision,
    found: Row,
    state: str,
    reason: str,
    documents: Sequence[Document],
    **follows: Any,
) -> None:
    await change(
        tx,
        request,
        decision,
        found,
        "decide_petition",
        reason=reason,
        decision_reason=reason,
        state=state,
        decided_by=request.reach.actor,
        on_behalf_of=decision.on_behalf_of,
        decided_at=request.now,
        **follows,
    )
    await keep_documents(tx, request, found, "decision", documents)
