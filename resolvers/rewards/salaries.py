"""Salary coefficients as they held in the months of a span."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import DATERANGE, Range
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Transaction
from resolvers.rewards.gathering import Member
from resolvers.rewards.model import SalariesMissing, named
from resolvers.rewards.tables import salary_fact
from resolvers.statute.months import last_of_months
from resolvers.statute.rewards import Month

Salaries = Mapping[UUID, Sequence[Month]]
"""By person, the months in which his salary is recorded."""

_SALARIES = (
    select(salary_fact.c.person_id, salary_fact.c.coefficient, salary_fact.c.during)
    .where(
        salary_fact.c.agency_id == bindparam("agency", type_=UuidType(as_uuid=True)),
        salary_fact.c.during.op("&&", is_comparison=True)(bindparam("days", type_=DATERANGE)),
    )
    .order_by(salary_fact.c.person_id, salary_fact.c.id)
)


def months_from(first: date, count: int) -> list[date]:
    """The last days of `count` months, from the one that begins on `first`."""
    return [last_of_months(first, months) for months in range(1, count + 1)]


async def salaries_of(tx: Transaction, agency: UUID, lasts: Sequence[date]) -> Salaries:
    """The salaries that hold on the last days of months."""
    days = Range(lasts[0], lasts[-1], bounds="[]")
    found: defaultdict[UUID, list[Month]] = defaultdict(list)
    for row in await tx.rows(_SALARIES, agency=agency, days=days):
        held = [last for last in lasts if _holds(row["during"], last)]
        found[row["person_id"]] += [Month(last, row["coefficient"]) for last in held]
    return {who: sorted(months, key=lambda month: month.last) for who, months in found.items()}


def demand_salaries(people: Iterable[Member], salaries: Salaries) -> None:
    """Raises SalariesMissing for those who have none in any of the months."""
    missing = [member.name for member in people if not salaries.get(member.person)]
    if missing:
        raise SalariesMissing(count=len(missing), names=named(missing))


def coefficient_of(person: UUID, salaries: Salaries) -> Decimal | None:
    """The last coefficient of the span; None for somebody without such a salary."""
    months = salaries.get(person)
    return months[-1].coefficient if months else None


def _holds(during: Range[date], day: date) -> bool:
    lower, upper = during.lower, during.upper
    return (lower is None or lower <= day) and (upper is None or day < upper)
