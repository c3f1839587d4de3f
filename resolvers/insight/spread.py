"""How a unit's scores lie beside those of comparable units: what calibration looks at (art. 4.4).

Asked for the unit of the superior: a row for each unit that scores beneath it, and for itself; one
for each standing, since units of one standing under one head are comparable; one for all. Only
signed scores are counted, and how many sheets there are without one is said beside them. Whoever
asks sees what he sees of the sheets themselves, so nothing is withheld here.
"""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Numeric,
    Select,
    Subquery,
    and_,
    case,
    cast,
    func,
    literal_column,
    or_,
    select,
    tuple_,
)
from sqlalchemy.dialects.postgresql import ARRAY, aggregate_order_by

from resolvers.core.days import holds
from resolvers.evaluations import sheet
from resolvers.insight.counting import LEVELS
from resolvers.organisation import last_of_period, unit_placement
from resolvers.organisation import unit as units

Value = ColumnElement[Any]

REACH_OF_QUARTILES = literal_column("1.5", Numeric)
"""Beyond the quartiles by so many times their distance a score is an outlier (Tukey's fences)."""
_QUARTERS = {"lowest": 0, "first_quarter": 1, "middle": 2, "third_quarter": 3, "highest": 4}


def _under(unit: Value, period: Value, name: str) -> Subquery:
    """`unit` and the next scoring units beneath it, on the period's last day: unit_id, standing."""
    agency = select(units.c.agency_id).where(units.c.id == unit).scalar_subquery()
    day = last_of_period(agency, period)
    place, lower = unit_placement.alias("place"), unit_placement.alias("lower")
    top = select(place.c.unit_id, place.c.standing, literal_column("true").label("on")).where(
        place.c.unit_id == unit, holds(place, day)
    )
    down = top.cte("down", recursive=True)
    step = select(lower.c.unit_id, lower.c.standing, lower.c.standing == "none").where(
        lower.c.parent_id == down.c.unit_id, down.c.on, holds(lower, day)
    )
    down = down.union(step)
    return select(down.c.unit_id, down.c.standing).subquery(name)


def _ordered(total: Value, *when: Any) -> Value:
    """The signed totals in their order, as an array; null where there is none."""
    return func.array_agg(aggregate_order_by(total, total), type_=ARRAY(Numeric)).filter(
        total.is_not(None), *when
    )


def _quarter(totals: Value, number: int) -> Value:
    """So many quarters of the way through ordered totals, exactly: between two, in proportion."""
    steps = (func.cardinality(totals, type_=Integer) - 1) * number
    place = steps.op("/")(4)
    here, after = totals[place + 1], totals[func.least(place + 2, func.cardinality(totals))]
    return here + (after - here) * cast(func.mod(steps, 4), Numeric) / 4


def scores_beneath(unit: Value, period: Value) -> Select[Any]:
    """The spread of the signed scores in and beneath a unit: by unit, by standing, and of all."""
    under = _under(unit, period, "under")
    signed = sheet.c.released_at.is_not(None)
    of_month = and_(sheet.c.scoring_unit_id == under.c.unit_id, sheet.c.period == period)
    groups = (
        select(
            func.grouping(under.c.unit_id).label("of_units"),
            func.grouping(under.c.standing).label("of_standings"),
            under.c.unit_id.label("unit_id"),
            under.c.standing.label("standing"),
            func.count(sheet.c.id).label("sheets"),
            func.count().filter(signed).label("signed"),
            *(
                func.count().filter(signed, sheet.c.level == level).label(column)
                for level, column in LEVELS.items()
            ),
            _ordered(sheet.c.total, signed).label("totals"),
            func.avg(sheet.c.total, type_=Numeric).filter(signed).label("mean"),
        )
        .select_from(under.outerjoin(sheet, of_month))
        .where(under.c.standing != "none")
        .group_by(
            func.grouping_sets(
                tuple_(under.c.unit_id, under.c.standing), tuple_(under.c.standing), tuple_()
            )
        )
        .subquery("groups")
    )
    counts = ("unit_id", "standing", "sheets", "signed", *LEVELS.values())
    return select(
        case(
            (groups.c.of_units == 0, "unit"), (groups.c.of_standings == 0, "standing"), else_="all"
        ).label("scope"),
        *(groups.c[name] for name in counts),
        *(
            func.trim_scale(_quarter(groups.c.totals, number), type_=Numeric).label(name)
            for name, number in _QUARTERS.items()
        ),
        func.trim_scale(func.trunc(groups.c.mean, 4), type_=Numeric).label("mean"),
    )


def score_outliers(unit: Value, period: Value) -> Select[Any]:
    """The signed scores beneath a unit that lie outside the fences of units of their standing."""
    mine, group = _under(unit, period, "mine"), _under(unit, period, "compared_with")
    other = sheet.alias("other")
    totals = (
        select(
            group.c.standing,
            _ordered(other.c.total).label("totals"),
            func.count(other.c.total).label("compared"),
        )
        .select_from(group.join(other, other.c.scoring_unit_id == group.c.unit_id))
        .where(
            group.c.standing != "none", other.c.period == period, other.c.released_at.is_not(None)
        )
        .group_by(group.c.standing)
        .subquery("totals")
    )
    first, middle, third = (_quarter(totals.c.totals, number) for number in (1, 2, 3))
    low, high = (
        first - (third - first) * REACH_OF_QUARTILES,
        third + (third - first) * REACH_OF_QUARTILES,
    )
    return (
        select(
            sheet.c.id.label("sheet_id"),
            sheet.c.person_id,
            sheet.c.scoring_unit_id,
            sheet.c.total,
            func.trim_scale(middle, type_=Numeric).label("middle"),
            func.trim_scale(low, type_=Numeric).label("low"),
            func.trim_scale(high, type_=Numeric).label("high"),
            totals.c.compared,
        )
        .select_from(
            sheet.join(mine, mine.c.unit_id == sheet.c.scoring_unit_id).join(
                totals, totals.c.standing == mine.c.standing
            )
        )
        .where(
            sheet.c.period == period,
            sheet.c.released_at.is_not(None),
            or_(sheet.c.total < low, sheet.c.total > high),
        )
    )
