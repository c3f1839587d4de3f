"""The agency's head chooses, within the locality's text, how additional income is paid."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from authz.actions import Action
from authz.facts import AgencyFacts
from resolvers.audit import record
from resolvers.core.arguments import among, positive
from resolvers.core.database import Transaction
from resolvers.core.days import days
from resolvers.core.documents import Document
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import succeed
from resolvers.organisation import agency as agencies
from resolvers.rewards.deeds_regulations import demand_ahead, falling
from resolvers.rewards.model import IncomeBeyondLimit, IncomeTerms, dong
from resolvers.rewards.reckoning import multiples
from resolvers.rewards.tables import income_scheme
from resolvers.statute.bounds import Unacceptable
from resolvers.statute.dated import NotInForce
from resolvers.statute.rewards import Locality, Remainder, Scheme, demand_lawful

MOST_SHARE = 100


async def choose_income_scheme(
    tx: Transaction,
    request: Request,
    *,
    agency: UUID,
    locality: str,
    terms: IncomeTerms,
    begins: date,
    document: Document,
) -> UUID:
    """Choose the locality's scheme and the agency's own numbers in it, from a day on; its id.

    Raises NotFound, a denial, IncomeBeyondLimit, RegulationInThePast, InvalidInput,
    NumberNotAcceptable, TextNotAcceptable.
    """
    await hold(tx, request, agencies, agency)
    decision = demand(request, Action.ChooseIncomeScheme, AgencyFacts(agency))
    demand_ahead(begins, request)
    told = {"locality": among(locality, "locality", tuple(Locality)), **_told(terms)}
    cites = _demand_within_the_text(told, begins, request)
    id = await succeed(
        tx,
        income_scheme,
        {"agency_id": agency},
        days(begins),
        **told,
        **document.columns(),
        cites=list(cites),
        decided_by=request.reach.actor,
        on_behalf_of=decision.on_behalf_of,
        decided_at=request.now,
    )
    await record(
        tx,
        request,
        decision,
        deed="choose_income_scheme",
        subject=("income_scheme", id),
        agency=agency,
        after={**told, "begins": begins},
    )
    return id


def _told(terms: IncomeTerms) -> dict[str, Any]:
    """As the scheme keeps them; raises InvalidInput, NumberNotAcceptable."""
    return {
        "most": positive(terms.most, "terms.most", most=10, places=4),
        "others": dong(terms.others, "terms.others"),
        **falling(terms.excellent, terms.good, terms.completed, MOST_SHARE),
        "by_salary": terms.by_salary,
        "remainder": among(terms.remainder, "terms.remainder", tuple(Remainder)),
    }


def _demand_within_the_text(
    told: Mapping[str, Any], begins: date, request: Request
) -> tuple[str, ...]:
    """The texts that the scheme rests on; raises IncomeBeyondLimit."""
    shares, others = multiples(told), int(told["others"])
    scheme = Scheme(Locality(told["locality"]), told["most"], shares, others)
    try:
        return demand_lawful(scheme, begins, known=request.today)
    except Unacceptable as beyond:
        raise IncomeBeyondLimit(what=beyond.field, allowed=beyond.allowed) from None
    except NotInForce:
        raise IncomeBeyondLimit(what="begins", allowed="—", field="begins") from None
