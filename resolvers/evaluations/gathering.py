"""What a score is made of, read in one statement and said as the law takes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sqlalchemy import Date, ScalarSelect, bindparam, func, select
from sqlalchemy.dialects.postgresql import JSONB, aggregate_order_by
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.catalogue import deduction_scale, product
from resolvers.core.database import Row, Transaction
from resolvers.core.days import holds, last_day
from resolvers.evaluations.tables import deduction
from resolvers.organisation import agency_switch
from resolvers.people import posting
from resolvers.statute.bounds import Exact
from resolvers.statute.evaluation import Line, Origin
from resolvers.statute.switches import Switches
from resolvers.work import assignment, work_line

COUNTS = ("quality_failures", "delays", "objective_quality_failures", "objective_delays")


@dataclass(frozen=True, slots=True)
class Gathered:
    """The facts of one sheet as they stand now."""

    lines: Sequence[Mapping[str, Any]]
    deductions: Sequence[Mapping[str, Any]]
    switches: Switches
    office: str

    def law_lines(self) -> tuple[Line, ...]:
        """The lines as the law counts them, in the order of their deadlines."""
        return tuple(
            Line(
                units=line["units"],
                completed=_share(line["accepted"], line["quantity"]),
                origin=Origin(line["origin"]),
                **{name: line[name] for name in COUNTS},
            )
            for line in self.lines
        )

    def taken_off(self) -> dict[str, Decimal]:
        """Points that the agency's scale takes off each criterion."""
        points: dict[str, Decimal] = {}
        for each in self.deductions:
            points[each["criterion"]] = points.get(each["criterion"], Decimal()) + each["points"]
        return points


def _share(accepted: Decimal, quantity: Decimal) -> Exact:
    """The exact quotient; `completed` of the line shows it rounded."""
    if accepted == quantity:
        return 1
    return Fraction(accepted) / Fraction(quantity)


_POSTING = bindparam("posting", type_=UuidType(as_uuid=True))
_SHEET = bindparam("sheet", type_=UuidType(as_uuid=True))
_AGENCY = bindparam("agency", type_=UuidType(as_uuid=True))
_PERIOD = bindparam("period", type_=Date)
_DAY = bindparam("day", type_=Date)


def _objects(columns: Mapping[str, Any], *order: Any) -> Any:
    pairs = [part for name, column in columns.items() for part in (name, column)]
    return func.jsonb_agg(
        aggregate_order_by(func.jsonb_build_object(*pairs, type_=JSONB), *order), type_=JSONB
    )


def _lines() -> ScalarSelect[Any]:
    names = ("id", "units", "quantity", "accepted", "origin", "milestone", "due_on", *COUNTS)
    told = {name: work_line.c[name] for name in names} | {
        "coefficient": assignment.c.coefficient,
        "title": assignment.c.title,
        "product": product.c.code,
    }
    return (
        select(_objects(told, work_line.c.due_on, work_line.c.id))
        .join_from(work_line, assignment, assignment.c.id == work_line.c.assignment_id)
        .join(product, product.c.id == work_line.c.product_id)
        .where(work_line.c.posting_id == _POSTING, work_line.c.period == _PERIOD)
        .scalar_subquery()
    )


def _deductions() -> ScalarSelect[Any]:
    told = {name: deduction.c[name] for name in ("criterion", "times", "points", "reason")} | {
        "scale": deduction_scale.c.code
    }
    return (
        select(_objects(told, deduction.c.criterion, deduction_scale.c.code))
        .join_from(deduction, deduction_scale, deduction_scale.c.id == deduction.c.scale_id)
        .where(deduction.c.sheet_id == _SHEET)
        .scalar_subquery()
    )


_GATHER = select(
    _lines().label("lines"),
    _deductions().label("deductions"),
    select(func.jsonb_object_agg(agency_switch.c.name, agency_switch.c.value, type_=JSONB))
    .where(agency_switch.c.agency_id == _AGENCY, holds(agency_switch, _DAY))
    .scalar_subquery()
    .label("switches"),
    select(posting.c.office).where(posting.c.id == _POSTING).scalar_subquery().label("office"),
)


async def gathered(tx: Transaction, found: Row) -> Gathered:
    """The facts of a held sheet; the agency's switches are those of the period's last day."""
    period: date = found["period"]
    row: Any = await tx.row(
        _GATHER,
        sheet=found["id"],
        posting=found["posting_id"],
        period=period,
        agency=found["agency_id"],
        day=last_day(period, found["months"]),
    )
    return Gathered(
        lines=row["lines"] or (),
        deductions=[
            {**each, "points": Decimal(each["points"])} for each in row["deductions"] or ()
        ],
        switches=Switches.of(row["switches"] or {}),
        office=row["office"],
    )
