"""What every deed of this slice does first and last: whose row, may it be done, and who is told."""

from typing import Any
from uuid import UUID

from sqlalchemy import Table, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import ABSENT, DisciplineFacts
from resolvers.audit import record
from resolvers.core.database import Row, Transaction
from resolvers.core.days import DAY, holds
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import demand_version
from resolvers.discipline.tables import discipline_procedure
from resolvers.organisation import classifying_units
from resolvers.people import person as people
from resolvers.people import posting, scoring_unit_of

_PERSON = bindparam("person", type_=UuidType(as_uuid=True))
_MAIN = (posting.c.person_id == _PERSON, posting.c.main, holds(posting, DAY))
_POST = select(posting.c.id).where(*_MAIN)
_ROUTE = classifying_units(
    select(
        posting.c.id.label("key"), posting.c.unit_id, (posting.c.office == "head").label("above")
    ).where(*_MAIN)
)


async def whose(
    tx: Transaction,
    request: Request,
    action: Action,
    person: UUID,
    state: str = ABSENT,
    *,
    unit: UUID | None = None,
) -> tuple[Row, Decision]:
    """The person's row, held until the deed ends, and the rule that allows `action`.

    Held, so that two deeds about one person follow one another; `unit` is the one whose head does
    it, where it is a head's. Raises NotFound, a denial.
    """
    who = await hold(tx, request, people, person)
    return who, demand(request, action, DisciplineFacts(person, who["agency_id"], state, unit))


async def held_procedure(
    tx: Transaction, request: Request, id: UUID, version: int
) -> tuple[Row, Decision]:
    """A procedure that is under way, held, and the rule that allows it to be changed.

    Raises NotFound, a denial (PROCEDURE_CLOSED), StaleVersion.
    """
    found = await hold(tx, request, discipline_procedure, id)
    state = procedure_state(found["closed_on"])
    _, decision = await whose(tx, request, Action.ChangeProcedure, found["person_id"], state)
    demand_version(found, version)
    return found, decision


def procedure_state(closed_on: object) -> str:
    """As the policies know it."""
    return "under_way" if closed_on is None else "closed"


async def heads_today(tx: Transaction, request: Request, person: UUID) -> dict[str, Any]:
    """The units whose heads answer for a person today: who scores him, and who classifies him."""
    post = await tx.value(_POST, person=person, day=request.today)
    route = await tx.row(_ROUTE, person=person, day=request.today)
    scoring = None if post is None else await scoring_unit_of(tx, post, request.today)
    return {
        "scoring_unit_id": scoring,
        "classifying_unit_id": route["classifying_unit_id"] if route else None,
    }


async def tell(
    tx: Transaction,
    request: Request,
    decision: Decision,
    table: Table,
    row: Row,
    deed: str,
    **told: Any,
) -> None:
    """The audit leaf of a deed on a row, which has `id` and `agency_id`."""
    subject = (table.name, row["id"])
    await record(tx, request, decision, deed=deed, subject=subject, agency=row["agency_id"], **told)
