"""What signals are looked for in: one agency's month, read in a few statements."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Integer, bindparam, cast, func, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Transaction
from resolvers.evaluations import sheet
from resolvers.insight.model import Decided, Load, Piece, Signed
from resolvers.people import posting
from resolvers.work import assignment, delivery, work_line

_AGENCY = bindparam("agency", type_=UuidType(as_uuid=True))
PERIOD = bindparam("period", type_=Date)
LAST = bindparam("last", type_=Date)
_SINCE = bindparam("since", type_=Date)

SERVED = posting.c.during.op("*")(func.daterange(PERIOD, LAST, "[]"))
"""The days of `:period` to `:last` on which a posting was held."""
DAYS = cast(func.upper(SERVED) - func.lower(SERVED), Integer)

_SIGNED = select(
    sheet.c.id,
    sheet.c.period,
    sheet.c.scoring_unit_id.label("unit"),
    sheet.c.person_id.label("person"),
    sheet.c.total,
    sheet.c.level,
    sheet.c.self_marks,
    sheet.c.self_assessed_at,
    sheet.c.head_marks,
    sheet.c.scored_at,
).where(
    sheet.c.agency_id == _AGENCY,
    sheet.c.period >= _SINCE,
    sheet.c.period <= PERIOD,
    sheet.c.released_at.is_not(None),
)
_DECIDED = select(
    delivery.c.id,
    delivery.c.scoring_unit_id.label("unit"),
    delivery.c.person_id.label("person"),
    delivery.c.delivered_at,
    delivery.c.decided_at,
).where(
    delivery.c.agency_id == _AGENCY,
    delivery.c.period == PERIOD,
    delivery.c.verdict.is_not(None),
)
_PIECES = (
    select(
        work_line.c.id,
        work_line.c.posting_id,
        work_line.c.person_id,
        work_line.c.scoring_unit_id,
        work_line.c.units,
        work_line.c.quantity,
        work_line.c.accepted,
        work_line.c.origin,
        assignment.c.title,
        posting.c.position_id,
        posting.c.office,
        DAYS.label("days"),
    )
    .join(assignment, assignment.c.id == work_line.c.assignment_id)
    .join(posting, posting.c.id == work_line.c.posting_id)
    .where(
        work_line.c.agency_id == _AGENCY,
        work_line.c.period == PERIOD,
        posting.c.during.op("&&")(func.daterange(PERIOD, LAST, "[]")),
    )
    .order_by(work_line.c.posting_id, work_line.c.id)
)


async def signed_sheets(tx: Transaction, agency: UUID, since: date, period: date) -> list[Signed]:
    """The signed sheets of an agency from one month to another, both included."""
    rows = await tx.rows(_SIGNED, agency=agency, since=since, period=period)
    return [
        Signed(
            **{name: row[name] for name in ("id", "period", "unit", "person", "total", "level")},
            # A draft of the person's own that he never sent is no self-assessment.
            self_marks=_marks(row["self_marks"] if row["self_assessed_at"] else None),
            head_marks=_marks(row["head_marks"]),
            scored_at=row["scored_at"],
        )
        for row in rows
    ]


async def decided_deliveries(tx: Transaction, agency: UUID, period: date) -> list[Decided]:
    """The accepted and returned deliveries of an agency's month."""
    return [Decided(**row) for row in await tx.rows(_DECIDED, agency=agency, period=period)]


async def loads(tx: Transaction, agency: UUID, period: date, last: date) -> list[Load]:
    """The work of an agency's period up to its last day, by post."""
    rows = await tx.rows(_PIECES, agency=agency, period=period, last=last)
    posts: defaultdict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        posts[row["posting_id"]].append(row)
    return [
        Load(
            posting=id,
            person=pieces[0]["person_id"],
            unit=pieces[0]["scoring_unit_id"],
            alike=_alike(pieces[0]["position_id"], pieces[0]["office"]),
            days=pieces[0]["days"],
            pieces=tuple(
                Piece(
                    row["id"],
                    row["title"],
                    row["units"],
                    accepted_units(row["units"], row["accepted"], row["quantity"]),
                    row["origin"],
                )
                for row in pieces
            ),
        )
        for id, pieces in posts.items()
    ]


def accepted_units(units: Decimal, accepted: Decimal, quantity: Decimal) -> Fraction:
    """The exact units of a line that were accepted."""
    return Fraction(units) * Fraction(accepted) / Fraction(quantity)


def _marks(stored: list[Decimal] | None) -> tuple[Decimal, ...] | None:
    return None if stored is None else tuple(stored)


def _alike(position: UUID | None, office: str) -> str:
    """What comparable people share: their job position, or where none is described, the office."""
    return f"office:{office}" if position is None else f"position:{position}"
