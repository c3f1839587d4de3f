"""What is gathered before a petition is decided: the statement of the head, the written opinion."""

from collections.abc import Sequence
from uuid import UUID

from authz.actions import Action
from resolvers.core.arguments import lines
from resolvers.core.database import Transaction
from resolvers.core.documents import Document
from resolvers.core.request import Request
from resolvers.petitions.holding import change, demand_petition, keep_documents
from resolvers.petitions.model import MOST_TEXT


async def ask_petition_statement(
    tx: Transaction, request: Request, *, petition: UUID, version: int
) -> UUID:
    """Ask the head who scored for his statement, as the authority; from now on he sees it. Its id.

    Raises NotFound, NOT_PETITION_AUTHORITY and the other refusals of the policies, StaleVersion.
    """
    found, decision = await demand_petition(
        tx, request, Action.AskPetitionStatement, petition, version
    )
    await change(
        tx,
        request,
        decision,
        found,
        "ask_petition_statement",
        statement_asked_by=request.reach.actor,
        statement_asked_at=request.now,
    )
    return petition


async def give_petition_statement(
    tx: Transaction,
    request: Request,
    *,
    petition: UUID,
    version: int,
    text: str,
    documents: Sequence[Document] = (),
) -> UUID:
    """State, as the head who answers for the result, how it came about; the petition's id.

    Raises NotFound, STATEMENT_NOT_ASKED and the other refusals of the policies, StaleVersion.
    """
    said = lines(text, "text", least=1, most=MOST_TEXT)
    found, decision = await demand_petition(
        tx, request, Action.GivePetitionStatement, petition, version
    )
    await change(
        tx,
        request,
        decision,
        found,
        "give_petition_statement",
        statement=said,
        stated_by=request.reach.actor,
        stated_on_behalf_of=decision.on_behalf_of,
        stated_at=request.now,
    )
    await keep_documents(tx, request, found, "statement", documents)
    return petition


async def give_petition_opinion(
    tx: Transaction,
    request: Request,
    *,
    petition: UUID,
    version: int,
    text: str,
    documents: Sequence[Document] = (),
) -> UUID:
    """Give the personnel body's written opinion, once; no decision comes before it. Its id.

    Raises NotFound, NO_MANDATE and the other refusals of the policies, StaleVersion.
    """
    said = lines(text, "text", least=1, most=MOST_TEXT)
    found, decision = await demand_petition(
        tx, request, Action.GivePetitionOpinion, petition, version
    )
    await change(
        tx,
        request,
        decision,
        found,
        "give_petition_opinion",
        opinion=said,
        opinion_by=request.reach.actor,
        opinion_at=request.now,
    )
    await keep_documents(tx, request, found, "opinion", documents)
    return petition
