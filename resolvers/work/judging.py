"""What the head's judgement leaves behind: faults, and the line's counters that equal them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Update, bindparam, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType
from sqlalchemy.dialects.postgresql import insert

from resolvers.core.database import Row, Transaction
from resolvers.core.ids import new_id
from resolvers.core.request import Request
from resolvers.work.tables import assignment, fault, work_line

LATE = "Hoàn thành sau thời hạn được giao."
"""The reason of a delay that was found by comparing the day of delivery with the deadline."""

_NOTE = insert(fault).on_conflict_do_nothing(index_elements=["line_id", "missed_due_on"])
_LINE = bindparam("line", type_=UuidType(as_uuid=True))


def _counting(*columns: str) -> Update:
    """Raise counters of a line by `:by_<column>`; the period finds the partition."""
    return (
        update(work_line)
        .where(
            work_line.c.id == _LINE,
            work_line.c.period == bindparam("month", type_=work_line.c.period.type),
        )
        .values(
            version=work_line.c.version + 1,
            **{
                name: work_line.c[name] + bindparam(f"by_{name}", type_=work_line.c[name].type)
                for name in columns
            },
        )
    )


_JUDGED = _counting("accepted", "quality_failures", "delays")
_EXCUSED = _counting("objective_quality_failures", "objective_delays")
_FINISH = (
    update(assignment)
    .where(
        assignment.c.id == bindparam("finished", type_=UuidType(as_uuid=True)),
        assignment.c.state == "assigned",
        ~select(work_line.c.id)
        .where(
            work_line.c.assignment_id == assignment.c.id,
            work_line.c.accepted < work_line.c.quantity,
        )
        .exists(),
    )
    .values(state="finished", version=assignment.c.version + 1)
)


async def note_faults(
    tx: Transaction,
    request: Request,
    found: Row,
    kind: str,
    reasons: Sequence[str],
    *,
    delivery: UUID | None = None,
) -> list[UUID]:
    """Insert faults of a held line; their ids. A deadline that was missed is noted only once."""
    noted = []
    for reason in reasons:
        id = new_id()
        added = await tx.run(
            _NOTE,
            id=id,
            **{name: found[name] for name in ("agency_id", "scoring_unit_id", "person_id")},
            assignment_id=found["assignment_id"],
            line_id=found["line_id"],
            period=found["period"],
            delivery_id=delivery,
            kind=kind,
            reason=reason,
            missed_due_on=found["due_on"] if kind == "delay" else None,
            noted_on=request.today,
            noted_by=request.reach.actor,
        )
        if added:
            noted.append(id)
    return noted


async def count_judged(
    tx: Transaction, found: Row, *, accepted: Any = 0, quality_failures: int = 0, delays: int = 0
) -> None:
    """Raise a held line's counters by what was just noted; finish work that is all accepted."""
    await tx.run(
        _JUDGED,
        line=found["line_id"],
        month=found["period"],
        by_accepted=accepted,
        by_quality_failures=quality_failures,
        by_delays=delays,
    )
    if found["accepted"] + accepted == found["quantity"]:
        await tx.run(_FINISH, finished=found["assignment_id"])


async def count_excused(tx: Transaction, found: Row) -> None:
    """Raise the counters of a held fault's line by its confirmed objective cause."""
    await tx.run(
        _EXCUSED,
        line=found["line_id"],
        month=found["period"],
        by_objective_quality_failures=int(found["kind"] == "quality"),
        by_objective_delays=int(found["kind"] == "delay"),
    )
