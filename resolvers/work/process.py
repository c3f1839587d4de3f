"""Work without countable products: a post's process criteria are the lines of its month.

They stand in the approved list like any product, each for one job position, so that its coefficient
is the agency's and not the head's of the day. Nobody delivers them: the head measures what share
was reached, and says on what it rests (Decree 335/2025, art. 13.1, 14.1 and 18.1d).
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Date, bindparam, or_, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.codes import Code
from authz.decide import Decision
from resolvers.audit import record
from resolvers.catalogue import catalogue, product
from resolvers.core.arguments import line as line_of_text
from resolvers.core.database import Transaction
from resolvers.core.errors import InvalidInput, Refusal, StaleVersion
from resolvers.core.permission import DENIALS, demand
from resolvers.core.request import Request
from resolvers.core.writing import add
from resolvers.work.holding import facts, held_line
from resolvers.work.judging import count_judged
from resolvers.work.model import MOST_REASON, WHOLE, Part
from resolvers.work.placing import Placed, save_work
from resolvers.work.tables import process_measure

PLACES = 4
"""Decimals of a measured share: a hundredth of a per cent."""


class NotAProcessCriterion(Refusal):
    """This is counted work: it is delivered and accepted, not measured."""

    code = "NOT_A_PROCESS_CRITERION"
    vi = "Đây là sản phẩm/công việc đếm được: phải bàn giao và nghiệm thu, không đo theo quy trình."


_UUIDS = ARRAY(UuidType(as_uuid=True))
_DAY = bindparam("day", type_=Date)
_CRITERIA = (
    select(product.c.id, product.c.position_id, product.c.name, product.c.coefficient)
    .join(catalogue, catalogue.c.id == product.c.catalogue_id)
    .where(
        product.c.position_id == bindparam("positions", type_=_UUIDS).any_(),
        catalogue.c.state.in_(("approved", "closed")),
        catalogue.c.in_force_from <= _DAY,
        or_(catalogue.c.closed_on.is_(None), catalogue.c.closed_on > _DAY),
    )
    .order_by(product.c.code)
)


async def lay_process_criteria(
    tx: Transaction,
    request: Request,
    decision: Decision,
    posts: Iterable[Mapping[str, Any]],
    period: date,
    last: date,
) -> int:
    """Give each post the process criteria of its position as lines of a period; how many.

    `posts` are rows with posting_id, position_id, person_id, agency_id, unit_id, scoring_unit_id
    and `ends`, the day on which the post is over, or None. The list is that in force today.
    """
    theirs = [post for post in posts if post["position_id"] is not None]
    positions = sorted({post["position_id"] for post in theirs})
    if not positions:
        return 0
    criteria = await tx.rows(_CRITERIA, positions=positions, day=request.today)
    laid = 0
    for post in theirs:
        ends = post["ends"]
        due = last if ends is None else min(last, ends - timedelta(days=1))
        for each in criteria:
            if each["position_id"] != post["position_id"]:
                continue
            await save_work(
                tx,
                request,
                decision,
                post,
                Placed(
                    origin="planned",
                    product=each["id"],
                    title=each["name"],
                    note="",
                    quantity=Decimal(1),
                    coefficient=each["coefficient"],
                    parts=[Part(WHOLE, due)],
                    periods=[period],
                ),
            )
            laid += 1
    return laid


async def measure_process(
    tx: Transaction, request: Request, *, line: UUID, achieved: Decimal, reason: str, version: int
) -> UUID:
    """Say what share of a process criterion was reached in a month, 0 to 1; the line's id.

    Measured again it counts as measured last; all measures are kept. Raises NotAProcessCriterion,
    InvalidInput, StaleVersion and the refusals of the policies.
    """
    said = line_of_text(reason, "reason", most=MOST_REASON)
    _demand_share(achieved)
    found = await held_line(tx, request, line)
    if found is None:
        raise DENIALS[Code.NOT_RESPONSIBLE_HEAD]()
    decision = demand(request, Action.MeasureProcess, facts(found))
    if not found["process"]:
        raise NotAProcessCriterion(field="line")
    if found["line_version"] != version:
        raise StaleVersion(current=found["line_version"], field="version")
    await add(
        tx,
        process_measure,
        agency_id=found["agency_id"],
        scoring_unit_id=found["scoring_unit_id"],
        person_id=found["person_id"],
        line_id=line,
        period=found["period"],
        achieved=achieved,
        reason=said,
        measured_by=request.reach.actor,
        on_behalf_of=decision.on_behalf_of,
        measured_at=request.now,
    )
    # What counts is a share of the one piece that was assigned: raised or lowered to the new word.
    await count_judged(tx, found, accepted=achieved * found["quantity"] - found["accepted"])
    await record(
        tx,
        request,
        decision,
        deed="measure_process",
        subject=("work_line", line),
        agency=found["agency_id"],
        before={"accepted": found["accepted"]},
        after={"achieved": achieved},
        reason=said,
    )
    return line


def _demand_share(achieved: Decimal) -> None:
    if not (achieved.is_finite() and 0 <= achieved <= 1 and achieved == round(achieved, PLACES)):
        raise InvalidInput(
            what="achieved", allowed=f"0–1, {PLACES} decimals at most", field="achieved"
        )
