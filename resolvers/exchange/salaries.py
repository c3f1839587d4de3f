"""Importing salary coefficients, as the agency's payroll has them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from sqlalchemy import Date, bindparam, func, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import AgencyFacts
from resolvers.core.arguments import line
from resolvers.core.database import Transaction
from resolvers.core.days import holds
from resolvers.core.documents import MOST_NUMBER
from resolvers.core.errors import NotFound
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.seeing import seen
from resolvers.exchange.batches import CHANNEL, judged, once, rejected, repetitions
from resolvers.exchange.model import Batch, Outcome, SalaryRow, Verdict
from resolvers.exchange.references import Codes, codes_of_people
from resolvers.organisation import agency as agencies
from resolvers.rewards import coefficient_in, keep_salary, salary_fact

_UUID = UuidType(as_uuid=True)
_AGENCY = bindparam("agency", type_=_UUID)
_BEFORE = select(
    salary_fact.c.coefficient,
    salary_fact.c.document_no,
    func.lower(salary_fact.c.during, type_=Date).label("begins"),
).where(
    salary_fact.c.agency_id == _AGENCY,
    salary_fact.c.person_id == bindparam("person", type_=_UUID),
    holds(salary_fact),
)


async def import_salaries(
    tx: Transaction, request: Request, *, batch: Batch, agency: UUID, rows: Sequence[SalaryRow]
) -> list[Verdict]:
    """Record salary coefficients as a file has them: created, updated, unchanged or rejected.

    A person whom the file does not name keeps his. Raises NotFound, a denial, BatchReused.
    """
    request = replace(request, channel=CHANNEL)
    if await seen(tx, request.reach, agencies, agency) is None:
        raise NotFound(id=agency)
    decision = demand(request, Action.ImportSalaries, AgencyFacts(agency))
    apply = partial(_apply, tx, request, decision, agency, rows)
    return await once(tx, request, decision, batch, kind="salaries", agency=agency, apply=apply)


async def _apply(
    tx: Transaction, request: Request, decision: Decision, agency: UUID, rows: Sequence[SalaryRow]
) -> list[Verdict]:
    people = await codes_of_people(tx, agency, request.today)
    twice = repetitions(rows)
    verdicts = []
    for row in rows:
        if row.place in twice:
            verdicts.append(rejected(row.place, row.code, twice[row.place]))
            continue
        keep = partial(_keep, tx, request, decision, row, people)
        verdicts.append(await judged(tx, row.place, row.code, row.problems, keep))
    return verdicts


async def _keep(
    tx: Transaction,
    request: Request,
    decision: Decision,
    row: SalaryRow,
    people: Codes,
) -> Outcome:
    who = people.one(row.code, "staff_code")
    assert row.begins is not None
    told = {
        "coefficient": coefficient_in(row.coefficient),
        "document_no": line(row.document_no, "document_no", most=MOST_NUMBER),
    }
    found = await tx.row(_BEFORE, agency=who["agency_id"], person=who["id"], day=row.begins)
    if found is not None and {**told, "begins": row.begins} == dict(found):
        return Outcome.UNCHANGED
    await keep_salary(tx, request, decision, who, row.begins, told)
    return Outcome.CREATED if found is None else Outcome.UPDATED
