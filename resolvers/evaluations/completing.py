"""What keeps a unit's month open: one count for the deed that closes it and for who reads it."""

from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    ScalarSelect,
    Select,
    and_,
    exists,
    func,
    or_,
    select,
)

from resolvers.core.days import holds
from resolvers.evaluations.tables import calibration, unit_month
from resolvers.organisation import unit_placement
from resolvers.people import posting

Value = ColumnElement[Any]


def _of(rows: FromClause | None, asked: Select[Any]) -> Select[Any]:
    """Asked of each of `rows`, where values come from there; a recursion has to be told so."""
    return asked if rows is None else asked.correlate(rows)


def _beneath(unit: Value, day: Value, rows: FromClause | None) -> CTE:
    """Every unit beneath `unit` on `day`, with its standing."""
    place, lower = unit_placement.alias("place_under"), unit_placement.alias("place_lower")
    first = select(place.c.unit_id, place.c.standing).where(
        place.c.parent_id == unit, holds(place, day)
    )
    down = _of(rows, first).cte("beneath", recursive=True, nesting=True)
    step = select(lower.c.unit_id, lower.c.standing).join(down, lower.c.parent_id == down.c.unit_id)
    return down.union(_of(rows, step.where(holds(lower, day))))


def open_beneath(
    unit: Value, period: Value, day: Value, rows: FromClause | None = None
) -> ScalarSelect[int]:
    """How many units beneath have not closed the period that ends on `day`.

    `rows` are those that `unit`, `period` and `day` come from, if they are columns.
    """
    beneath = _beneath(unit, day, rows)
    month, post = unit_month.alias("month_beneath"), posting.alias("post_beneath")
    somebody_there = exists().where(
        post.c.unit_id == beneath.c.unit_id,
        post.c.main,
        post.c.office != "head",
        holds(post, day),
    )
    found = (
        select(func.count())
        .select_from(beneath)
        .outerjoin(month, and_(month.c.unit_id == beneath.c.unit_id, month.c.period == period))
        .where(
            or_(
                # Also of a unit that has lost its standing since it was opened.
                month.c.state == "open",
                # Never opened, although somebody works there whom its head scores.
                and_(beneath.c.standing != "none", month.c.id.is_(None), somebody_there),
            )
        )
    )
    return _of(rows, found).scalar_subquery()


def unanswered(unit: Value, period: Value) -> ScalarSelect[int]:
    """How many requests to reconsider a score of the period wait for the head of the unit."""
    waiting = select(func.count()).where(
        calibration.c.scoring_unit_id == unit,
        calibration.c.period == period,
        calibration.c.answered_at.is_(None),
    )
    return waiting.scalar_subquery()
