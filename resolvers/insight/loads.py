"""What those whom a head scores have to do in a month, and when they are away: before he assigns.

A row for each post whose holder the head scores on the period's last day, whether or not anything
is assigned yet. Nothing is decided by it; where one product is more than the agency's warned share
of what somebody was first assigned, the head is told to spread it (art. 18.1c).
"""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    Boolean,
    ColumnElement,
    Integer,
    Numeric,
    Select,
    Subquery,
    and_,
    cast,
    func,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY, aggregate_order_by
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import ABSENT, WorkFacts
from resolvers.catalogue import product
from resolvers.core.days import TODAY, holds
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.core.visibility import UNITS
from resolvers.evaluations import sheet
from resolvers.insight.model import ASSIGNED, BEYOND
from resolvers.organisation import (
    agency_switch,
    last_of_period,
    months_in,
    of_the_head,
    realm,
    switch_text,
    unit_placement,
)
from resolvers.organisation import unit as units
from resolvers.people import is_head, posting
from resolvers.results import absence
from resolvers.statute.switches import PRODUCT_SHARE_WARNING
from resolvers.work import Window, window_told, work_line

Value = ColumnElement[Any]


def _plain(number: Value) -> Value:
    return func.trim_scale(func.coalesce(number, 0), type_=Numeric)


def _posts(head_of: Value, last: Value) -> Subquery:
    """The main posts whose holders the head of a unit scores on a day.

    Whoever heads the unit himself is scored by the next head up, for whichever of his posts
    (decision 0033): he is missing here, and stands there.
    """
    met = realm(head_of, last).cte("met", nesting=True)
    led = _led(met, last)
    # Two ways by the index of units, instead of a look at every post that there is.
    below = select(posting.c.id).join(met, met.c.unit_id == posting.c.unit_id)
    below = below.where(of_the_head(met, posting, head_of))
    passed_up = select(posting.c.id).join(
        led, and_(led.c.unit_id == posting.c.unit_id, led.c.person_id == posting.c.person_id)
    )
    scored = below.union(passed_up).subquery("scored")
    return (
        select(
            posting.c.id,
            posting.c.person_id,
            posting.c.agency_id,
            posting.c.during,
        )
        .join(scored, scored.c.id == posting.c.id)
        .where(
            head_of == UNITS.any_(),
            posting.c.main,
            holds(posting, last),
            ~is_head(posting.c.person_id, head_of, TODAY),
        )
        .subquery("post")
    )


def _led(met: CTE, last: Value) -> CTE:
    """The next scoring units down, each with its head of today and with all beneath it down to
    those that somebody else heads: rows (unit_id, person_id).
    """
    head, lower = posting.alias("led_by"), unit_placement.alias()
    led = (
        select(met.c.unit_id, head.c.person_id)
        .join(head, head.c.unit_id == met.c.unit_id)
        .where(~met.c.own, head.c.office == "head", holds(head, TODAY))
        .cte("led", recursive=True, nesting=True)
    )
    step = select(lower.c.unit_id, led.c.person_id).join(led, led.c.unit_id == lower.c.parent_id)
    on = or_(lower.c.standing == "none", is_head(led.c.person_id, lower.c.unit_id, TODAY))
    return led.union(step.where(holds(lower, last), on))


def _work(period: Value) -> Subquery:
    """What each post was given for a period: sums of units, and its heaviest line."""
    planned = work_line.c.origin.in_(ASSIGNED)
    summed = func.sum(work_line.c.units, type_=Numeric)
    by_weight = func.array_agg(
        aggregate_order_by(work_line.c.product_id, work_line.c.units.desc(), work_line.c.id),
        type_=ARRAY(UuidType(as_uuid=True)),
    )
    return (
        select(
            work_line.c.posting_id,
            summed.filter(planned).label("planned"),
            summed.filter(work_line.c.origin.in_(BEYOND)).label("beyond"),
            func.count().label("lines"),
            func.max(work_line.c.units, type_=Numeric).filter(planned).label("most"),
            by_weight.filter(planned).label("products"),
        )
        .where(work_line.c.period == period)
        .group_by(work_line.c.posting_id)
        .subquery("given")
    )


def _warned(agency: Value, day: Value) -> Value:
    """Above which share of the units first assigned the agency warns of a product."""
    chosen = select(cast(switch_text, Numeric)).where(
        agency_switch.c.agency_id == agency,
        agency_switch.c.name == PRODUCT_SHARE_WARNING.name,
        holds(agency_switch, day),
    )
    return func.coalesce(chosen.scalar_subquery(), PRODUCT_SHARE_WARNING.default, type_=Numeric)


def month_loads(unit: Value, period: Value) -> Select[Any]:
    """The load of each post that the head of a unit scores for a period; nothing where he is
    somebody else's, nor for a month inside a quarter.
    """
    of_unit = select(units.c.agency_id).where(units.c.id == unit).scalar_subquery()
    last = last_of_period(of_unit, period)
    month = cast(func.extract("month", period), Integer)
    begins = func.mod(month - 1, months_in(of_unit, period)) == 0
    post, given = _posts(unit, last), _work(period)
    served = post.c.during.op("*")(func.daterange(period, last, "[]"))
    away = _away(post.c.person_id, served)
    days = cast(func.upper(served) - func.lower(served), Integer)
    warned = _warned(post.c.agency_id, last)
    planned = func.coalesce(given.c.planned, 0, type_=Numeric)
    return (
        select(
            post.c.id.label("posting_id"),
            post.c.person_id,
            given.c.products[1].label("product_id"),
            _plain(given.c.planned).label("planned"),
            _plain(given.c.beyond).label("beyond"),
            func.coalesce(given.c.lines, 0, type_=Integer).label("lines"),
            _share(planned, func.sum(planned, type_=Numeric).over()).label("share"),
            _share(given.c.most, given.c.planned).label("heaviest"),
            func.trim_scale(warned, type_=Numeric).label("warned_above"),
            func.coalesce(given.c.most > warned * given.c.planned, False).label("warned"),
            days.label("days"),
            away.label("absent_days"),
            unit.label("scoring_unit_id"),
            period.label("period"),
            _sheet_state(post.c.id, period).label("sheet_state"),
            func.congtam.month_closed(unit, period, type_=Boolean).label("closed"),
            window_told(post.c.agency_id, unit, post.c.person_id, period).label("window"),
        )
        .select_from(post.outerjoin(given, given.c.posting_id == post.c.id))
        .where(begins)
    )


def _share(part: Value, whole: Value) -> Value:
    """Cut to four places; null where there is nothing to be a share of."""
    return func.trim_scale(func.trunc(part / func.nullif(whole, 0), 4), type_=Numeric)


def _away(person: Value, served: Value) -> Value:
    """On how many of the days served recorded absences keep somebody away."""
    both = absence.c.during.op("*")(served)
    length = cast(func.upper(both) - func.lower(both), Integer)
    return (
        select(func.coalesce(func.sum(length), 0, type_=Integer))
        .where(absence.c.person_id == person, absence.c.annulled_at.is_(None))
        .scalar_subquery()
    )


def _sheet_state(post: Value, period: Value) -> Value:
    return (
        select(sheet.c.state)
        .where(sheet.c.posting_id == post, sheet.c.period == period)
        .scalar_subquery()
    )


LOAD_NEEDS = ("person_id", "scoring_unit_id", "period", "sheet_state", "closed", "window")
"""What `allowed_on_loads` needs of each row of `month_loads`."""


def allowed_on_loads(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of LOAD_NEEDS the names of the deeds that the caller may do now."""
    facts = (
        WorkFacts(
            # The columns of an aggregate arrive as JSON has them.
            person=UUID(str(person)),
            scoring_unit=UUID(str(unit)),
            sheet=state or ABSENT,
            month="closed" if closed else ABSENT,
            window=Window.of(date.fromisoformat(str(period)), told).state(request.reach.today),
        )
        for person, unit, period, state, closed, told in rows
    )
    return allowed(request, (Action.AssignWork,), facts)


def every_posting() -> Select[Any]:
    """Posts, for a row that names one."""
    return select(posting)


def every_product() -> Select[Any]:
    """Products, for a row that names one."""
    return select(product)
