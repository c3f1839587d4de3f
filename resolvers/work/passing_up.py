"""Work whose person has come to head the unit that judged it goes up with him, while it is open."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Table, and_, exists, select

from resolvers.core.database import Row, Transaction
from resolvers.people import binds_of, going_up, posting
from resolvers.work.holding import SHEETS
from resolvers.work.tables import assignment, delivery, fault, work_line

_SIGNED = ("released", "closed")


def _open() -> ColumnElement[bool]:
    """A line whose month nobody has signed yet: what was signed stays where it was judged."""
    signed = exists().where(
        SHEETS.c.posting_id == work_line.c.posting_id,
        SHEETS.c.period == work_line.c.period,
        SHEETS.c.state.in_(_SIGNED),
    )
    return ~signed


def _of_open_line(table: Table) -> ColumnElement[bool]:
    same = and_(work_line.c.id == table.c.line_id, work_line.c.period == table.c.period)
    return exists().where(same, _open())


def _of_his_posts(table: Table) -> ColumnElement[bool]:
    return table.c.posting_id.in_(
        select(posting.c.id).where(posting.c.person_id == table.c.person_id)
    )


# What hangs on a line is found by the line, so the lines go last. Evidence and measures of process
# criteria are only ever added to: they stay, and the next head up reads what is beneath him anyway.
_STATEMENTS = (
    going_up(
        assignment,
        _of_his_posts(assignment),
        exists().where(work_line.c.assignment_id == assignment.c.id, _open()),
    ),
    going_up(delivery, _of_open_line(delivery)),
    going_up(fault, _of_open_line(fault)),
    going_up(work_line, _of_his_posts(work_line), _open()),
)


async def pass_work_up(tx: Transaction, found: Sequence[Row]) -> None:
    """Send up what hangs on months that are not signed, along `found`: see `people.WAYS`.

    Whoever calls it holds the sheets of these months.
    """
    for statement in _STATEMENTS:
        await tx.run(statement, **binds_of(found))
