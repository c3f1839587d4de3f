"""Questions about work: what to read; which rows of it a person may see is applied elsewhere."""

from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, select

from resolvers.catalogue import product
from resolvers.core.days import TODAY
from resolvers.core.documents import hash_of
from resolvers.core.visibility import PERSON
from resolvers.organisation import kept_units
from resolvers.people import posting
from resolvers.work.tables import assignment, delivery, evidence, work_line

Value = ColumnElement[Any]

SHA256_HEX: ColumnElement[str] = hash_of(evidence)
"""The hash of a piece of evidence as hexadecimal digits."""


def assignment_by_id(id: Value) -> Select[Any]:
    """One assignment."""
    return select(assignment).where(assignment.c.id == id)


def assignments_of_unit(unit: Value) -> Select[Any]:
    """What the head of a unit has assigned."""
    return select(assignment).where(assignment.c.scoring_unit_id == unit)


def assignments_of_person(person: Value) -> Select[Any]:
    """What a person was assigned."""
    return select(assignment).where(assignment.c.person_id == person)


def my_assignments() -> Select[Any]:
    """What the person who asks was assigned."""
    return select(assignment).where(assignment.c.person_id == PERSON)


def my_work(period: Value) -> Select[Any]:
    """The work of the person who asks that counts in a month."""
    return select(work_line).where(work_line.c.person_id == PERSON, work_line.c.period == period)


def work_of_unit(unit: Value, period: Value) -> Select[Any]:
    """The work that counts in a month for those whom the head of a unit scores."""
    return select(work_line).where(
        work_line.c.scoring_unit_id == unit, work_line.c.period == period
    )


def waiting_deliveries(unit: Value) -> Select[Any]:
    """Deliveries on which the head of a unit has still to decide."""
    return select(delivery).where(delivery.c.scoring_unit_id == unit, delivery.c.verdict.is_(None))


def delivery_by_id(id: Value) -> Select[Any]:
    """One delivery."""
    return select(delivery).where(delivery.c.id == id)


def unfinished_work(unit: Value) -> Select[Any]:
    """What is open on posts that have ended, of a unit and of the closed ones it answers for."""
    ended = func.upper(posting.c.during)
    process = select(product.c.process.is_not(None)).where(product.c.id == assignment.c.product_id)
    open_line = exists().where(
        work_line.c.assignment_id == assignment.c.id,
        work_line.c.accepted < work_line.c.quantity,
        work_line.c.due_on >= ended,
    )
    return (
        select(assignment)
        .join(posting, posting.c.id == assignment.c.posting_id)
        .where(
            assignment.c.scoring_unit_id.in_(kept_units(unit, TODAY)),
            assignment.c.state == "assigned",
            ended <= TODAY,
            open_line,
            ~process.scalar_subquery(),
        )
    )
