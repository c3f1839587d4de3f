"""A former agency is asked for the results of somebody who moved (Decree 335/2025, art. 19.1)."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, bindparam, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType
from sqlalchemy.dialects.postgresql import Range

from authz.actions import Action
from authz.facts import AgencyFacts
from resolvers.audit import record
from resolvers.core.arguments import line
from resolvers.core.database import Transaction
from resolvers.core.errors import InvalidInput, NotFound, Refusal
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add
from resolvers.organisation import records_keeper
from resolvers.people.handed import handover_request
from resolvers.people.serving import answering_unit


class NotServingThere(Refusal):
    """The person has held no main post in the agency since the beginning of {year}."""

    code = "NOT_SERVING_THERE"
    vi = "Từ đầu năm {year}, công chức không giữ vị trí chính nào tại cơ quan được nêu."


YEARS = (2025, 2100)
_UUID = UuidType(as_uuid=True)
_OPEN = (
    select(handover_request.c.id)
    .where(
        handover_request.c.person_id == bindparam("person", type_=_UUID),
        handover_request.c.agency_id == bindparam("to_agency", type_=_UUID),
        handover_request.c.from_agency_id == bindparam("from_agency", type_=_UUID),
        handover_request.c.year == bindparam("year", type_=Integer),
        handover_request.c.answered_at.is_(None),
    )
    .with_for_update(key_share=True)
)
_ANSWERED = (
    update(handover_request)
    .where(handover_request.c.id == bindparam("by_id", type_=_UUID))
    .values(answered_at=bindparam("at", type_=handover_request.c.answered_at.type))
)


async def request_handover(
    tx: Transaction,
    request: Request,
    *,
    person: UUID,
    from_agency: UUID,
    to_agency: UUID,
    year: int,
    document_no: str,
    document_day: date | None = None,
) -> UUID:
    """Ask the agency where a person served before for his results of a year; the request's id.

    One that is still open is answered with its id. Raises NotFound, a denial, NotServingThere,
    InvalidInput, TextNotAcceptable.
    """
    if await records_keeper(tx, from_agency) is None:
        raise NotFound(id=from_agency)
    decision = demand(request, Action.RequestHandover, AgencyFacts(to_agency))
    demand_two_agencies(from_agency, to_agency)
    units = await _units(tx, request, person, from_agency, to_agency, year)
    of = {"person": person, "from_agency": from_agency, "to_agency": to_agency, "year": year}
    open_one: UUID | None = await tx.value(_OPEN, **of)
    if open_one is not None:
        return open_one
    told = {"purpose": "transfer", **handover_document(document_no, document_day)}
    id = await add(
        tx,
        handover_request,
        agency_id=to_agency,
        person_id=person,
        from_agency_id=from_agency,
        **units,
        year=year,
        requested_by=request.reach.actor,
        requested_at=request.now,
        **told,
    )
    await record(
        tx,
        request,
        decision,
        deed="request_handover",
        subject=("handover_request", id),
        agency=to_agency,
        after={**of, **told},
    )
    return id


async def _units(
    tx: Transaction,
    request: Request,
    person: UUID,
    from_agency: UUID,
    to_agency: UUID,
    year: int,
) -> dict[str, UUID]:
    """The units whose heads answer for the person in both agencies; raises NotServingThere."""
    asked = days_of_year(year)
    since = Range(asked.lower, None)
    receiving = await answering_unit(tx, person, to_agency, since, request.today)
    giving = await answering_unit(tx, person, from_agency, asked, request.today)
    if receiving is None or giving is None:
        raise NotServingThere(year=year, field="toAgency" if receiving is None else "fromAgency")
    return {"scoring_unit_id": receiving, "from_scoring_unit_id": giving}


async def answer_requests(tx: Transaction, request: Request, of: Mapping[str, Any]) -> None:
    for row in await tx.rows(_OPEN, **of):
        await tx.run(_ANSWERED, by_id=row["id"], at=request.now)


def days_of_year(year: int) -> Range[date]:
    """The days of the year."""
    if not YEARS[0] <= year <= YEARS[1]:
        raise InvalidInput(what="year", allowed=f"{YEARS[0]}–{YEARS[1]}", field="year")
    return Range(date(year, 1, 1), date(year + 1, 1, 1))


def demand_two_agencies(from_agency: UUID, to_agency: UUID) -> None:
    if from_agency == to_agency:
        raise InvalidInput(what="toAgency", allowed="≠ fromAgency", field="toAgency")


def handover_document(number: str, day: date | None) -> dict[str, object]:
    return {"document_no": line(number, "documentNo", most=100), "document_day": day}
