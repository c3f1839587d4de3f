"""Protected states and wishes: recorded from documents, ended or withdrawn, never deleted."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Date, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import PersonnelRecordFacts
from resolvers.audit import record
from resolvers.core.arguments import among, line
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.days import days, holds, until_day
from resolvers.core.documents import Document
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.finding import find, hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, demand_version, save
from resolvers.organisation import classifying_units_of, managing_units_of
from resolvers.people import person as people
from resolvers.people import posting
from resolvers.personnel.protection_tables import KINDS, STATES, personal_wish, protected_state

MOST_SAID = 2000


class WishStated(Refusal):
    """The person has stated a wish for this already; it is withdrawn before another is stated."""

    code = "WISH_STATED"
    vi = "Công chức đã nêu nguyện vọng về việc này; cần rút nguyện vọng cũ trước khi nêu lại."


class WishNeedsDocument(Refusal):
    """Somebody else's wish is recorded only from the person's own written document."""

    code = "WISH_NEEDS_DOCUMENT"
    vi = "Nguyện vọng của người khác chỉ được ghi nhận theo văn bản của chính người đó."


_MAIN = select(posting.c.unit_id, posting.c.office).where(
    posting.c.person_id == bindparam("person", type_=UuidType(as_uuid=True)),
    posting.c.main,
    holds(posting, bindparam("day", type_=Date)),
)


async def about(tx: Transaction, who: Row, day: date) -> dict[str, Any]:
    """Whom a record is about, and the units whose heads decide on him on a day."""
    found = {"person_id": who["id"], "agency_id": who["agency_id"]}
    held = await tx.row(_MAIN, person=who["id"], day=day)
    if held is None:
        return found
    unit: UUID = held["unit_id"]
    using = await classifying_units_of(tx, [unit], day, heads=held["office"] == "head")
    managing = await managing_units_of(tx, [unit], day)
    return {
        **found,
        "classifying_unit_id": using.get(unit),
        "managing_unit_id": managing.get(unit),
    }


async def record_protected_state(
    tx: Transaction,
    request: Request,
    *,
    person: UUID,
    state: str,
    since: date,
    document: Document,
    until: date | None = None,
) -> UUID:
    """Record a state from `since` to `until`, both included; of a child from its birth on.

    Raises NotFound, a denial (OWN_RECORD), InvalidInput, EndsBeforeItBegins, TextNotAcceptable.
    """
    who = await find(tx, request, people, person)
    decision = demand(
        request, Action.RecordProtectedState, PersonnelRecordFacts(person, who["agency_id"])
    )
    among(state, "state", STATES)
    if since > request.today:
        raise InvalidInput(what="since", allowed=f"≤ {request.today}", field="since")
    told = document.columns(dated=True)
    id = await add(
        tx,
        protected_state,
        **await about(tx, who, request.today),
        state=state,
        during=days(since, None if until is None else until + timedelta(days=1)),
        recorded_by=request.reach.actor,
        recorded_at=request.now,
        **told,
    )
    await record(
        tx,
        request,
        decision,
        deed="record_protected_state",
        subject=("protected_state", id),
        agency=who["agency_id"],
        after={"person": person, "state": state, "since": since, "until": until, **told},
    )
    return id


async def end_protected_state(
    tx: Transaction, request: Request, *, id: UUID, version: int, until: date, reason: str
) -> UUID:
    """End a state after its last day `until`, with a reason; before it began, it never held.

    Raises NotFound, a denial (OWN_RECORD, RECORD_ENDED), StaleVersion, TextNotAcceptable.
    """
    held = await hold(tx, request, protected_state, id)
    who = await find(tx, request, people, held["person_id"])
    facts = PersonnelRecordFacts(
        held["person_id"], who["agency_id"], ended=held["ended_at"] is not None
    )
    decision = demand(request, Action.EndProtectedState, facts)
    demand_version(held, version)
    why = line(reason, "reason", most=MOST_SAID)
    await save(
        tx,
        protected_state,
        id,
        version,
        during=until_day(held["during"], until + timedelta(days=1)),
        ended_reason=why,
        ended_by=request.reach.actor,
        ended_at=request.now,
    )
    await record(
        tx,
        request,
        decision,
        deed="end_protected_state",
        subject=("protected_state", id),
        agency=who["agency_id"],
        before={"state": held["state"], "version": version},
        after={"until": until},
        reason=why,
    )
    return id


async def state_wish(
    tx: Transaction,
    request: Request,
    *,
    person: UUID,
    kind: str,
    said: str,
    day: date | None = None,
    document: Document | None = None,
) -> UUID:
    """State, oneself or from the person's document, that the person wishes an action of a kind.

    Raises NotFound, a denial, WishNeedsDocument, WishStated, InvalidInput, TextNotAcceptable.
    """
    who = await find(tx, request, people, person)
    decision = demand(request, Action.StateWish, PersonnelRecordFacts(person, who["agency_id"]))
    among(kind, "kind", KINDS)
    if document is None and request.reach.actor != person:
        raise WishNeedsDocument(field="document")
    stated = day or request.today
    if stated > request.today:
        raise InvalidInput(what="day", allowed=f"≤ {request.today}", field="day")
    told = {} if document is None else document.columns(dated=True)
    words = line(said, "said", most=MOST_SAID)
    try:
        id = await add(
            tx,
            personal_wish,
            **await about(tx, who, request.today),
            kind=kind,
            day=stated,
            said=words,
            stated_by=request.reach.actor,
            stated_at=request.now,
            **told,
        )
    except Violated:
        raise WishStated(field="kind") from None
    await record(
        tx,
        request,
        decision,
        deed="state_wish",
        subject=("personal_wish", id),
        agency=who["agency_id"],
        after={"person": person, "kind": kind, "day": stated, "said": words, **told},
    )
    return id


async def withdraw_wish(tx: Transaction, request: Request, *, id: UUID, version: int) -> UUID:
    """Withdraw one's own wish; what was decided on it stays.

    Raises NotFound, a denial (NOT_THE_PERSON, RECORD_ENDED), StaleVersion.
    """
    held = await hold(tx, request, personal_wish, id)
    ended = held["withdrawn_at"] is not None
    facts = PersonnelRecordFacts(held["person_id"], held["agency_id"], ended=ended)
    decision = demand(request, Action.WithdrawWish, facts)
    demand_version(held, version)
    await save(tx, personal_wish, id, version, withdrawn_at=request.now)
    await record(
        tx,
        request,
        decision,
        deed="withdraw_wish",
        subject=("personal_wish", id),
        agency=held["agency_id"],
        before={"kind": held["kind"], "version": version},
        after={"withdrawn_at": request.now},
    )
    return id
