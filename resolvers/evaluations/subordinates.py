"""The civil servants whose scores decide d of a leader (art. 15.3a and 15.4).

A head answers for everybody posted in his unit and beneath it; a deputy for the units and persons
that he is in charge of.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Select, and_, bindparam, func, or_, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.days import holds, last_day
from resolvers.evaluations.tables import sheet
from resolvers.organisation import unit_placement
from resolvers.people import charge, posting
from resolvers.statute.evaluation import Subordinates

_OWN = bindparam("posting", type_=UuidType(as_uuid=True))
_PERSON = bindparam("person", type_=UuidType(as_uuid=True))
_PERIOD = bindparam("period", type_=Date)
_own = posting.alias("own_post")
_DURING = select(_own.c.during).where(_own.c.id == _OWN).scalar_subquery()
_SINCE = func.greatest(_PERIOD, func.lower(_DURING), type_=Date)
# A post that has no end is of no day: `least` passes over null.
_DAY = func.least(bindparam("day", type_=Date), func.upper(_DURING, type_=Date) - 1, type_=Date)
"""The days of the period on which he led: who had left before, or came after, is not his."""
_HEADED = bindparam("headed", type_=UuidType(as_uuid=True))


@dataclass(frozen=True, slots=True)
class Below:
    """What is known of a leader's subordinates in one month."""

    scores: Subordinates
    unsigned: int
    """Whose sheet is not signed yet; their scores may still change."""


def _units() -> Select[tuple[UUID]]:
    """The unit headed or the units in one's charge, with all that stands beneath them."""
    lower = unit_placement.alias()
    top = select(_HEADED.label("unit_id")).where(_HEADED.is_not(None))
    charged = select(charge.c.unit_id).where(
        charge.c.posting_id == _OWN, charge.c.unit_id.is_not(None), holds(charge, _DAY)
    )
    tops = top.union(charged).subquery()
    down = select(tops.c.unit_id).cte("under", recursive=True)
    step = select(lower.c.unit_id).join(down, lower.c.parent_id == down.c.unit_id)
    down = down.union(step.where(holds(lower, _DAY)))
    return select(down.c.unit_id)


def _below() -> Any:
    scored = sheet.c.state.in_(("scored", "released", "closed"))
    persons = select(charge.c.person_id).where(
        charge.c.posting_id == _OWN, charge.c.person_id.is_not(None), holds(charge, _DAY)
    )
    counted = func.count()
    return (
        select(
            func.array_agg(sheet.c.total)
            .filter(scored, sheet.c.total.is_not(None))
            .label("totals"),
            counted.filter(or_(sheet.c.id.is_(None), ~scored)).label("unscored"),
            counted.filter(scored, sheet.c.total.is_(None)).label("insufficient"),
            counted.filter(or_(sheet.c.id.is_(None), sheet.c.released_at.is_(None))).label(
                "unsigned"
            ),
        )
        .select_from(posting)
        .outerjoin(sheet, and_(sheet.c.posting_id == posting.c.id, sheet.c.period == _PERIOD))
        .where(
            posting.c.main,
            # Nor is anybody his own, with another post that he had in the same period.
            posting.c.person_id != _PERSON,
            posting.c.during.op("&&")(func.daterange(_SINCE, _DAY, "[]")),
            or_(posting.c.unit_id.in_(_units()), posting.c.person_id.in_(persons)),
            # Whoever headed the unit in another part of the month is nobody's subordinate in it.
            or_(_HEADED.is_(None), posting.c.unit_id != _HEADED, posting.c.office != "head"),
        )
    )


_BELOW = _below()


async def below(tx: Transaction, found: Row, office: str) -> Below:
    """The subordinates of the leader whose sheet is held, by his office on it: head or deputy."""
    (row,) = await tx.rows(
        _BELOW,
        posting=found["posting_id"],
        person=found["person_id"],
        headed=found["unit_id"] if office == "head" else None,
        period=found["period"],
        day=last_day(found["period"], found["months"]),
    )
    scores = Subordinates(tuple(row["totals"] or ()), row["unscored"], row["insufficient"])
    return Below(scores, row["unsigned"])
