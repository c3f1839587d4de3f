"""KPIs of a job position, and what an agency takes off a general criterion for what."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from authz.actions import Action
from authz.facts import AgencyFacts, PositionFacts
from resolvers.audit import record
from resolvers.catalogue.model import Indicator
from resolvers.catalogue.tables import (
    deduction_scale,
    kpi,
    product,
)
from resolvers.core.arguments import line, positive
from resolvers.core.database import Transaction
from resolvers.core.days import days
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.finding import find
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.spelling import spelt
from resolvers.core.writing import succeed
from resolvers.organisation import agency as agencies
from resolvers.positions import job_position
from resolvers.statute.dated import Law, NotInForce
from resolvers.statute.evaluation.parameters import GENERAL_CRITERIA


class DeductsTooMuch(Refusal):
    """At most {most} points can be taken off {criterion}, and each time no more than that."""

    code = "DEDUCTS_TOO_MUCH"
    vi = "Chỉ được trừ tối đa {most} điểm của tiêu chí {criterion}, mỗi lần không quá mức đó."


class NoCriteriaYet(Refusal):
    """The law has no general criteria on {day}."""

    code = "NO_CRITERIA_YET"
    vi = "Pháp luật chưa quy định tiêu chí chung vào ngày {day}."


async def define_kpi(
    tx: Transaction,
    request: Request,
    *,
    position: UUID,
    code: str,
    name: str,
    kind: str,
    measure: str,
    target: Decimal,
    unit_of_measure: str,
    direction: str,
    feeds: str,
    begins: date,
    ends: date | None = None,
    product_id: UUID | None = None,
    criterion: str | None = None,
) -> UUID:
    """Set an indicator of a job position from a day on; its id.

    The indicator of the same code ends on that day. Raises NotFound, a denial, KpiMisdirected,
    KpiFeedsOneThing, NoCriteriaYet, EndsBeforeItBegins, TextNotAcceptable, NumberNotAcceptable,
    InvalidInput.
    """
    place = await find(tx, request, job_position, position)
    decision = demand(request, Action.DefineKpi, PositionFacts(place["agency_id"]))
    values = Indicator(
        code, name, kind, measure, target, unit_of_measure, direction, feeds, product_id, criterion
    ).row()
    if criterion is not None:
        _maximum(criterion, begins, request.today)
    if product_id is not None:
        await find(tx, request, product, product_id)
    during = days(begins, ends)
    of = {"position_id": position, "code": values.pop("code")}
    id = await succeed(tx, kpi, of, during, agency_id=place["agency_id"], **values)
    await record(
        tx,
        request,
        decision,
        deed="define_kpi",
        subject=("kpi", id),
        agency=place["agency_id"],
        after={**of, **values, "during": spelt(during)},
    )
    return id


async def set_deduction_scale(
    tx: Transaction,
    request: Request,
    *,
    agency: UUID,
    criterion: str,
    code: str,
    reason: str,
    points_each: Decimal,
    at_most: Decimal,
    begins: date,
    ends: date | None = None,
) -> UUID:
    """Set what a breach takes off a general criterion from a day on; the scale's id.

    "2 points each time, of 5" is points_each 2, at_most 5. The scale of the same code ends on that
    day. Raises NotFound, a denial, DeductsTooMuch, NoCriteriaYet, EndsBeforeItBegins,
    TextNotAcceptable, NumberNotAcceptable, InvalidInput.
    """
    await find(tx, request, agencies, agency)
    decision = demand(request, Action.SetDeductionScale, AgencyFacts(agency))
    most = _maximum(criterion, begins, request.today)
    values = {
        "criterion": criterion,
        "reason": line(reason, "reason", most=1000),
        "points_each": positive(points_each, "pointsEach", most=999, places=2),
        "at_most": positive(at_most, "atMost", most=999, places=2),
    }
    if not points_each <= at_most <= most:
        raise DeductsTooMuch(most=most, criterion=criterion, field="atMost")
    during = days(begins, ends)
    of = {"agency_id": agency, "code": line(code, "code", most=50)}
    id = await succeed(tx, deduction_scale, of, during, **values)
    await record(
        tx,
        request,
        decision,
        deed="set_deduction_scale",
        subject=("deduction_scale", id),
        agency=agency,
        after={**of, **values, "during": spelt(during)},
    )
    return id


def _maximum(criterion: str, day: date, today: date) -> Decimal:
    """The most points of a general criterion on a day (annex II, form 01)."""
    try:
        points = Law(day, known=today)(GENERAL_CRITERIA)
    except NotInForce:
        raise NoCriteriaYet(day=day, field="begins") from None
    if criterion not in points:
        raise InvalidInput(what="criterion", allowed=", ".join(points), field="criterion")
    return points[criterion]
