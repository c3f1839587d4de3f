"""The next head up opens a locked month to a unit or a person, until a time and with a reason."""

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.codes import Code
from authz.decide import Decision
from authz.facts import LockFacts
from resolvers.audit import record
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import InvalidInput, NotFound
from resolvers.core.finding import hold
from resolvers.core.permission import DENIALS, demand
from resolvers.core.request import Request
from resolvers.core.writing import add, save
from resolvers.evaluations.holding import PERIOD, UNIT
from resolvers.evaluations.locks import lock_exception
from resolvers.evaluations.marking import demand_month
from resolvers.evaluations.model import MOST_REASON
from resolvers.evaluations.opening import scored_in_period, scoring_in
from resolvers.evaluations.tables import sheet
from resolvers.organisation import next_unit_up

MOST_DAYS = 31
"""An exception that lasts longer than a month would be the rule: it takes another decision."""


_PERSON = bindparam("person", type_=UuidType(as_uuid=True))
_SHEET = select(sheet.c.agency_id).where(
    sheet.c.scoring_unit_id == UNIT, sheet.c.period == PERIOD, sheet.c.person_id == _PERSON
)


async def grant_lock_exception(
    tx: Transaction,
    request: Request,
    *,
    unit: UUID,
    period: date,
    ends_at: datetime,
    reason: str,
    person: UUID | None = None,
) -> UUID:
    """Open a month of a unit beneath one's own until `ends_at`; the exception's id.

    `unit` is the one whose head scores; with `person` only what concerns him is opened. Neither the
    window's days nor a closed month change: they apply again when the exception ends. Raises
    NOT_NEXT_HEAD_UP and the other refusals of the policies, NotFound for a person whom that head
    does not score in the month, InvalidInput.
    """
    said = line(reason, "reason", most=MOST_REASON)
    demand_month(period, request.today)
    scoring = await scoring_in(tx, unit, period)
    if scoring is None:
        raise DENIALS[Code.NOT_NEXT_HEAD_UP]()
    upper = await next_unit_up(tx, unit, request.today)
    decision = demand(request, Action.GrantLockException, LockFacts(unit, upper, person))
    demand_end(ends_at, request)
    agency = scoring.agency
    if person is not None:
        agency = await _agency_of(tx, request, unit, period, person, scoring.last)
    return await write_exception(
        tx,
        request,
        decision,
        {"agency_id": agency, "unit_id": unit, "person_id": person, "period": period},
        ends_at,
        said,
    )


async def revoke_lock_exception(
    tx: Transaction, request: Request, *, exception: UUID, version: int, reason: str
) -> UUID:
    """Take an exception back before it ends; the very next deed meets the lock again. Its id.

    Raises NotFound, NOT_NEXT_HEAD_UP, LOCK_EXCEPTION_OVER and the other refusals of the policies,
    StaleVersion.
    """
    said = line(reason, "reason", most=MOST_REASON)
    found = await hold(tx, request, lock_exception, exception)
    upper = await next_unit_up(tx, found["unit_id"], request.today)
    in_force = found["revoked_at"] is None and request.now < found["ends_at"]
    facts = LockFacts(found["unit_id"], upper, found["person_id"], in_force)
    decision = demand(request, Action.RevokeLockException, facts)
    await save(
        tx,
        lock_exception,
        exception,
        version,
        revoked_by=request.reach.actor,
        revoked_at=request.now,
        revoked_reason=said,
    )
    await record(
        tx,
        request,
        decision,
        deed="revoke_lock_exception",
        subject=("lock_exception", exception),
        agency=found["agency_id"],
        before={"ends_at": found["ends_at"]},
        after={"revoked_at": request.now},
        reason=said,
    )
    return exception


async def write_exception(
    tx: Transaction,
    request: Request,
    decision: Decision,
    about: Row,
    ends_at: datetime,
    reason: str,
    petition: UUID | None = None,
) -> UUID:
    """Insert an exception that a rule has allowed, and tell the audit; its id."""
    id = await add(
        tx,
        lock_exception,
        **about,
        petition_id=petition,
        reason=reason,
        granted_by=request.reach.actor,
        on_behalf_of=decision.on_behalf_of,
        granted_at=request.now,
        ends_at=ends_at,
    )
    await record(
        tx,
        request,
        decision,
        deed="grant_lock_exception",
        subject=("lock_exception", id),
        agency=about["agency_id"],
        after={**about, "ends_at": ends_at, "petition": petition},
        reason=reason,
    )
    return id


def demand_end(ends_at: datetime, request: Request) -> None:
    """Raises InvalidInput unless an exception that begins now may end then."""
    latest = request.now + timedelta(days=MOST_DAYS)
    if ends_at.tzinfo is None or not request.now < ends_at <= latest:
        allowed = f"{request.now.isoformat()} – {latest.isoformat()}"
        raise InvalidInput(what="endsAt", allowed=allowed, field="endsAt")


async def _agency_of(
    tx: Transaction, request: Request, unit: UUID, period: date, person: UUID, last: date
) -> UUID:
    """The agency in which a person is scored by a unit's head in the month; raises NotFound."""
    agency: UUID | None = await tx.value(_SHEET, unit=unit, period=period, person=person)
    if agency is not None:
        return agency
    posts = await scored_in_period(tx, request, unit, period, last)
    for post in posts.values():
        if post["person_id"] == person:
            found: UUID = post["agency_id"]
            return found
    raise NotFound(id=person, field="person")
