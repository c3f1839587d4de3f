"""Facts of service that another system holds: retirement, terms, confidence, earlier classes."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import AgencyFacts, PersonnelRecordFacts
from resolvers.audit import record
from resolvers.core.arguments import among, line
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.documents import Document
from resolvers.core.errors import InvalidInput, NotFound, Refusal
from resolvers.core.finding import find, hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, demand_version, save
from resolvers.people import person as people
from resolvers.people import posting
from resolvers.personnel.protection_tables import (
    FACTS,
    LEVELS,
    periodic_position,
    service_fact,
)
from resolvers.personnel.protections import MOST_SAID, about
from resolvers.positions import job_position
from resolvers.statute.dated import Law
from resolvers.statute.personnel import PERIODIC_CHANGE

OLDEST_YEAR = 1990


class ServiceFactOnRecord(Refusal):
    """This is on record already; annul that record before another is made."""

    code = "SERVICE_FACT_ON_RECORD"
    vi = "Thông tin này đã được ghi nhận; cần hủy bỏ ghi nhận cũ trước khi ghi nhận lại."


class ServiceFactIncomplete(Refusal):
    """A record of this kind holds {holds}, and nothing else."""

    code = "SERVICE_FACT_INCOMPLETE"
    vi = "Ghi nhận loại này phải có đúng các thông tin: {holds}."


class PositionListed(Refusal):
    """This job position is on the list already."""

    code = "POSITION_LISTED"
    vi = "Vị trí việc làm này đã có trong danh mục định kỳ chuyển đổi."


HOLDS = {
    "retirement": (),
    "term": ("posting", "starts_on"),
    "confidence": ("low", "ballots"),
    "earlier_class": ("year", "level", "scale"),
}
"""What each kind of fact holds besides its day."""


@dataclass(frozen=True, slots=True)
class ServiceFact:
    """One fact of service, as a document tells it."""

    kind: str
    """retirement, term, confidence or earlier_class."""
    day: date
    """The day of retirement, the last day of the term, the day of the count or of the notice."""
    document: Document
    posting: UUID | None = None
    """Of a term: the post whose office it is."""
    starts_on: date | None = None
    low: int | None = None
    ballots: int | None = None
    year: int | None = None
    level: str | None = None
    scale: str | None = None
    """The text by which a class was given, in one line."""

    def columns(self, today: date) -> dict[str, Any]:
        """As a row keeps it; raises ServiceFactIncomplete, InvalidInput, TextNotAcceptable."""
        among(self.kind, "kind", FACTS)
        names = [name for kind in HOLDS.values() for name in kind]
        given = tuple(name for name in names if getattr(self, name) is not None)
        if given != HOLDS[self.kind]:
            raise ServiceFactIncomplete(holds=", ".join(("day", *HOLDS[self.kind])), field="kind")
        self._demand_sense(today)
        scale = None if self.scale is None else line(self.scale, "scale")
        return {
            "kind": self.kind,
            "day": self.day,
            "posting_id": self.posting,
            "starts_on": self.starts_on,
            "low": self.low,
            "ballots": self.ballots,
            "year": self.year,
            "level": self.level,
            "scale": scale,
            **self.document.columns(dated=True),
        }

    def _demand_sense(self, today: date) -> None:
        if self.kind in ("confidence", "earlier_class") and self.day > today:
            raise InvalidInput(what="day", allowed=f"≤ {today}", field="day")
        if self.starts_on is not None and self.starts_on > self.day:
            raise InvalidInput(what="startsOn", allowed=f"≤ {self.day}", field="startsOn")
        if self.low is not None and self.ballots is not None:
            if not 0 <= self.low <= self.ballots or self.ballots < 1:
                raise InvalidInput(
                    what="low", allowed="0 ≤ low ≤ ballots, ballots ≥ 1", field="low"
                )
        if self.level is not None:
            among(self.level, "level", LEVELS)
        if self.year is not None and not OLDEST_YEAR <= self.year <= today.year:
            raise InvalidInput(what="year", allowed=f"{OLDEST_YEAR}–{today.year}", field="year")


_HELD = select(posting.c.id).where(
    posting.c.id == bindparam("posting", type_=UuidType(as_uuid=True)),
    posting.c.person_id == bindparam("person", type_=UuidType(as_uuid=True)),
)


async def record_service_fact(
    tx: Transaction, request: Request, *, person: UUID, fact: ServiceFact
) -> UUID:
    """Record a fact of service from a document, never one's own; the record's id.

    Raises NotFound (also for a post of somebody else), a denial (OWN_RECORD),
    ServiceFactIncomplete, ServiceFactOnRecord, InvalidInput, TextNotAcceptable.
    """
    who = await find(tx, request, people, person)
    decision = demand(
        request, Action.RecordServiceFact, PersonnelRecordFacts(person, who["agency_id"])
    )
    return await keep_service_fact(tx, request, decision, who, fact)


async def keep_service_fact(
    tx: Transaction, request: Request, decision: Decision, who: Row, fact: ServiceFact
) -> UUID:
    """Keep a fact that the policies have allowed: here, or where an action takes effect.

    Raises NotFound, ServiceFactIncomplete, ServiceFactOnRecord, InvalidInput, TextNotAcceptable.
    """
    told = fact.columns(request.today)
    if fact.posting is not None:
        if await tx.value(_HELD, posting=fact.posting, person=who["id"]) is None:
            raise NotFound(id=fact.posting)
    try:
        id = await add(
            tx,
            service_fact,
            **await about(tx, who, request.today),
            **told,
            recorded_by=request.reach.actor,
            recorded_at=request.now,
        )
    except Violated:
        raise ServiceFactOnRecord(field="kind") from None
    await record(
        tx,
        request,
        decision,
        deed="record_service_fact",
        subject=("service_fact", id),
        agency=who["agency_id"],
        after={"person": who["id"], **told},
    )
    return id


async def annul_service_fact(
    tx: Transaction, request: Request, *, id: UUID, version: int, reason: str
) -> UUID:
    """Annul a record that should not stand, with a reason; it stays readable.

    Raises NotFound, a denial (OWN_RECORD, RECORD_ENDED), StaleVersion, TextNotAcceptable.
    """
    held = await hold(tx, request, service_fact, id)
    who = await find(tx, request, people, held["person_id"])
    facts = PersonnelRecordFacts(
        held["person_id"], who["agency_id"], ended=held["annulled_at"] is not None
    )
    decision = demand(request, Action.AnnulServiceFact, facts)
    demand_version(held, version)
    why = line(reason, "reason", most=MOST_SAID)
    await save(
        tx,
        service_fact,
        id,
        version,
        annulled_reason=why,
        annulled_by=request.reach.actor,
        annulled_at=request.now,
    )
    await record(
        tx,
        request,
        decision,
        deed="annul_service_fact",
        subject=("service_fact", id),
        agency=who["agency_id"],
        before={name: held[name] for name in ("kind", "day", "version")},
        after={"annulled_at": request.now},
        reason=why,
    )
    return id


async def list_periodic_position(
    tx: Transaction, request: Request, *, position: UUID, years: int, document: Document
) -> UUID:
    """Put a job position on the list of posts that are changed after so many years.

    Raises NotFound, a denial (NO_MANDATE), PositionListed, InvalidInput, TextNotAcceptable.
    """
    found = await find(tx, request, job_position, position)
    decision = demand(request, Action.ListPeriodicPosition, AgencyFacts(found["agency_id"]))
    allowed = Law(request.today, known=request.today)(PERIODIC_CHANGE)
    if not allowed["least"] <= years <= allowed["most"]:
        raise InvalidInput(
            what="years", allowed=f"{allowed['least']}–{allowed['most']}", field="years"
        )
    told = document.columns(dated=True)
    try:
        id = await add(
            tx,
            periodic_position,
            agency_id=found["agency_id"],
            position_id=position,
            years=years,
            listed_by=request.reach.actor,
            listed_at=request.now,
            **told,
        )
    except Violated:
        raise PositionListed(field="position") from None
    await record(
        tx,
        request,
        decision,
        deed="list_periodic_position",
        subject=("periodic_position", id),
        agency=found["agency_id"],
        after={"position": position, "years": years, **told},
    )
    return id
