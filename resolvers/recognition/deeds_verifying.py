"""What complaints or signs of disunity raise is verified before the decision (art. 9.2a)."""

from datetime import date
from uuid import UUID

from authz.actions import Action
from resolvers.core.arguments import among, line, lines
from resolvers.core.database import Transaction
from resolvers.core.errors import Refusal
from resolvers.core.finding import find, hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, demand_version, save
from resolvers.recognition.holding import about as whose
from resolvers.recognition.holding import held_review, review_facts, signature, tell
from resolvers.recognition.model import MOST_REASON
from resolvers.recognition.tables import GROUNDS, organisation_review, organisation_verification


class VerificationConcluded(Refusal):
    """This verification is concluded already."""

    code = "VERIFICATION_CONCLUDED"
    vi = "Việc kiểm tra, xác minh này đã có kết luận."


async def order_organisation_verification(
    tx: Transaction, request: Request, *, review: UUID, version: int, ground: str, about: str
) -> UUID:
    """Order a verification; until it is concluded the year is not decided. Its id.

    Raises NotFound, a denial (NOT_RECOGNISING_HEAD, ORGANISATION_SETTLED), StaleVersion,
    InvalidInput, TextNotAcceptable.
    """
    among(ground, "ground", GROUNDS)
    said = lines(about, "about", least=1, most=MOST_REASON)
    found, decision = await held_review(tx, request, Action.VerifyOrganisation, review, version)
    values = {"ground": ground, "about": said}
    id = await add(
        tx,
        organisation_verification,
        **whose(found),
        review_id=review,
        **values,
        **signature(request, decision, "ordered"),
    )
    told = {"verification": id, **values}
    await tell(tx, request, decision, found, "order_organisation_verification", after=told)
    return id


async def conclude_organisation_verification(
    tx: Transaction,
    request: Request,
    *,
    verification: UUID,
    version: int,
    founded: bool,
    conclusion: str,
    document_no: str,
    document_day: date,
) -> UUID:
    """Record what a verification found, with its document; the verification's id.

    A founded one changes nothing by itself: the recognising head marks again in its light. Raises
    NotFound, a denial, VerificationConcluded, StaleVersion, TextNotAcceptable.
    """
    ordered = await hold(tx, request, organisation_verification, verification)
    found = await find(tx, request, organisation_review, ordered["review_id"])
    decision = demand(request, Action.VerifyOrganisation, review_facts(found))
    demand_version(ordered, version)
    if ordered["concluded_at"] is not None:
        raise VerificationConcluded()
    values = {
        "founded": founded,
        "conclusion": lines(conclusion, "conclusion", least=1, most=MOST_REASON),
        "document_no": line(document_no, "documentNo", most=100),
        "document_day": document_day,
    }
    signed = signature(request, decision, "concluded")
    await save(tx, organisation_verification, verification, version, **values, **signed)
    told = {"verification": verification, **values}
    await tell(tx, request, decision, found, "conclude_organisation_verification", after=told)
    return verification
