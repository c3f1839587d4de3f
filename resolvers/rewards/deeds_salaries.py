"""What money is reckoned from: salary coefficients, and the agency's salary fund of a year."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Integer, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import AgencyFacts, SalaryFacts
from resolvers.audit import record
from resolvers.core.arguments import positive
from resolvers.core.database import Row, Transaction
from resolvers.core.days import days
from resolvers.core.documents import Document
from resolvers.core.errors import InvalidInput
from resolvers.core.finding import find
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, demand_version, save, succeed
from resolvers.organisation import agency as agencies
from resolvers.people import person as persons
from resolvers.rewards.model import dong
from resolvers.rewards.tables import salary_fact, salary_fund

MOST_COEFFICIENT = 20
FIRST_YEAR, LAST_YEAR = 2024, 2099
_UUID = UuidType(as_uuid=True)
_FUND = (
    select(salary_fund)
    .where(
        salary_fund.c.agency_id == bindparam("agency", type_=_UUID),
        salary_fund.c.year == bindparam("year", type_=Integer),
    )
    .with_for_update(key_share=True)
)


async def record_salary(
    tx: Transaction,
    request: Request,
    *,
    person: UUID,
    coefficient: Decimal | None = None,
    begins: date,
    document: Document,
) -> UUID:
    """Record a person's salary coefficient from a day on; the fact's id.

    Of rank, grade and position, without allowances; none for somebody who has no such salary. What
    held before ends on that day. Raises NotFound, a denial (OWN_RECORD, NO_MANDATE),
    NumberNotAcceptable, InvalidInput, TextNotAcceptable.
    """
    found = await find(tx, request, persons, person)
    facts = SalaryFacts(person, found["agency_id"])
    decision = demand(request, Action.RecordSalary, facts)
    told = {"coefficient": coefficient_in(coefficient), **document.columns()}
    return await keep_salary(tx, request, decision, found, begins, told)


async def keep_salary(
    tx: Transaction,
    request: Request,
    decision: Decision,
    person: Row,
    begins: date,
    told: Mapping[str, object],
) -> UUID:
    """The dated row, and its leaf; for a single fact and for an import alike."""
    agency: UUID = person["agency_id"]
    of = {"agency_id": agency, "person_id": person["id"]}
    signed = {"recorded_by": request.reach.actor, "recorded_at": request.now}
    id = await succeed(tx, salary_fact, of, days(begins), **told, **signed)
    await record(
        tx,
        request,
        decision,
        deed="record_salary",
        subject=("salary_fact", id),
        agency=agency,
        after={"person": person["id"], "begins": begins, **told},
    )
    return id


async def record_salary_fund(
    tx: Transaction,
    request: Request,
    *,
    agency: UUID,
    year: int,
    amount: Decimal,
    document: Document,
    version: int | None = None,
) -> UUID:
    """Record an agency's salary fund of a year, without allowances, in đồng; its id.

    A later figure takes the place of the earlier, whose `version` is then given. Raises NotFound, a
    denial, InvalidInput, StaleVersion, TextNotAcceptable.
    """
    await find(tx, request, agencies, agency)
    decision = demand(request, Action.RecordSalaryFund, AgencyFacts(agency))
    demand_year(year)
    signed = {"recorded_by": request.reach.actor, "recorded_at": request.now}
    told = {"amount": dong(amount, "amount"), **document.columns()}
    found = await tx.row(_FUND, agency=agency, year=year)
    if found is None:
        id = await add(tx, salary_fund, agency_id=agency, year=year, **told, **signed)
    else:
        id = found["id"]
        demand_version(found, version or 0)
        await save(tx, salary_fund, id, found["version"], **told, **signed)
    await record(
        tx,
        request,
        decision,
        deed="record_salary_fund",
        subject=("salary_fund", id),
        agency=agency,
        before=None if found is None else {"amount": found["amount"]},
        after={"year": year, **told},
    )
    return id


def demand_year(year: int) -> None:
    """Raises InvalidInput."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InvalidInput(what="year", allowed=f"{FIRST_YEAR}–{LAST_YEAR}", field="year")


def coefficient_in(value: Decimal | None) -> Decimal | None:
    """A salary coefficient; raises NumberNotAcceptable."""
    if value is None:
        return None
    return positive(value, "coefficient", most=MOST_COEFFICIENT, places=3)
