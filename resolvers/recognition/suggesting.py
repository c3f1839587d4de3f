"""What the work of an organisation's people says of its year: shown beside what its head states."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.days import counting_day
from resolvers.core.request import Request
from resolvers.organisation import subtree
from resolvers.people import posting
from resolvers.work import work_line

SOURCE = {
    "en": "Counted from the work recorded for the organisation's own people; not its statement.",
    "vi": "Số liệu tổng hợp từ công việc đã ghi nhận của công chức thuộc tổ chức; chỉ để đối chiếu,"
    " không thay cho báo cáo của tổ chức.",
}
"""What a suggestion is, in the words shown with it."""


def _counted() -> Select[Any]:
    """One task is one assignment; whoever took one over has it instead of who handed it over."""
    within, line = subtree().subquery("within"), work_line
    late = func.sum(line.c.delays - line.c.objective_delays) > 0
    whole = func.bool_and(line.c.accepted == line.c.quantity)
    tasks = (
        select(late.label("late"), whole.label("completed"))
        .join(posting, posting.c.id == line.c.posting_id)
        .join(within, within.c.unit_id == posting.c.unit_id)
        .where(
            line.c.agency_id == bindparam("agency", type_=UuidType(as_uuid=True)),
            line.c.period.between(bindparam("first"), bindparam("last")),
            line.c.origin != "handed_over",
        )
        .group_by(line.c.assignment_id)
        .subquery("task")
    )
    counts: tuple[ColumnElement[Any], ...] = (
        func.count().label("planned"),
        func.count().filter(tasks.c.completed).label("completed"),
        func.count().filter(and_(tasks.c.completed, ~tasks.c.late)).label("on_time"),
        func.count().filter(tasks.c.late).label("late"),
    )
    return select(*counts).select_from(tasks)


_COUNTED = _counted()


async def suggestion(tx: Transaction, request: Request, review: Row) -> dict[str, Any]:
    """The tasks of a year, completed, in time and late, as JSON that names the day of counting."""
    year = review["year"]
    counted = await tx.row(
        _COUNTED,
        unit=review["unit_id"],
        agency=review["agency_id"],
        first=date(year, 1, 1),
        last=date(year, 12, 1),
        day=counting_day(year, request.today),
    )
    return {**(counted or {}), "counted_on": request.today.isoformat()}
