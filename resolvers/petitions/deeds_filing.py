"""The person petitions against his own result, and may withdraw it (art. 22)."""

from collections.abc import Sequence
from uuid import UUID

from authz.actions import Action
from resolvers.audit import record
from resolvers.core.arguments import line, lines
from resolvers.core.database import Transaction, Violated
from resolvers.core.documents import Document
from resolvers.core.errors import Refusal
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add
from resolvers.organisation import switches_of
from resolvers.petitions.clock import clock
from resolvers.petitions.holding import change, demand_petition, keep_documents
from resolvers.petitions.model import MOST_REASON, MOST_TEXT
from resolvers.petitions.subjects import Subject, class_of, score_of
from resolvers.petitions.tables import petition


class PetitionOpen(Refusal):
    """There is an open petition against this result already."""

    code = "PETITION_OPEN"
    vi = "Đã có kiến nghị đang được xem xét đối với kết quả này."


async def petition_score(
    tx: Transaction,
    request: Request,
    *,
    sheet: UUID,
    text: str,
    documents: Sequence[Document] = (),
) -> UUID:
    """Petition against one's own released sheet; the petition's id.

    It goes to the next head up. After the agency's days it is accepted and marked late. Raises
    NotFound, NOT_THE_PERSON, NOT_YET_NOTIFIED, PetitionOpen, HolidaysNotLaidDown, InvalidInput.
    """
    said = lines(text, "text", least=1, most=MOST_TEXT)
    return await _file(tx, request, await score_of(tx, request, sheet), said, documents)


async def petition_class(
    tx: Transaction,
    request: Request,
    *,
    classification: UUID,
    text: str,
    documents: Sequence[Document] = (),
) -> UUID:
    """Petition against one's own notified class; the petition's id.

    It goes to the authority that classified; otherwise as `petition_score`.
    """
    said = lines(text, "text", least=1, most=MOST_TEXT)
    return await _file(tx, request, await class_of(tx, request, classification), said, documents)


async def withdraw_petition(
    tx: Transaction, request: Request, *, petition: UUID, version: int, reason: str = ""
) -> UUID:
    """Withdraw one's own petition before it is decided; it is kept. Its id.

    Raises NotFound, NOT_THE_PERSON, PETITION_OVER, StaleVersion.
    """
    said = line(reason, "reason", least=0, most=MOST_REASON)
    found, decision = await demand_petition(tx, request, Action.WithdrawPetition, petition, version)
    await change(
        tx,
        request,
        decision,
        found,
        "withdraw_petition",
        reason=said,
        state="withdrawn",
        withdrawn_at=request.now,
        withdrawn_reason=said,
    )
    return petition


async def _file(
    tx: Transaction, request: Request, subject: Subject, text: str, documents: Sequence[Document]
) -> UUID:
    decision = demand(request, Action.FilePetition, subject.facts())
    agency: UUID = subject.row["agency_id"]
    days = clock(subject.notice(), request.today, await switches_of(tx, agency, request.today))
    told = {**subject.columns(), **days.columns(), "text": text}
    try:
        async with tx.savepoint():
            id = await add(tx, petition, **told, filed_at=request.now)
    except Violated:
        raise PetitionOpen() from None
    await keep_documents(tx, request, {**told, "id": id}, "petition", documents)
    await record(
        tx,
        request,
        decision,
        deed="file_petition",
        subject=("petition", id),
        agency=agency,
        after=told,
    )
    return id
