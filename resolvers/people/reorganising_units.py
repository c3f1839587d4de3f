"""The steps of a reorganisation that open, place and close units and agencies, each judged."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.codes import Code
from authz.decide import Decision
from resolvers.audit import record
from resolvers.core.arguments import among, line
from resolvers.core.database import Row, Transaction
from resolvers.core.days import only
from resolvers.core.errors import Refusal
from resolvers.core.permission import DENIALS
from resolvers.core.request import Request
from resolvers.organisation import (
    STANDINGS,
    Standing,
    end_agency,
    end_unit,
    line_up,
    replace_unit,
    stand,
    unit,
)
from resolvers.people.managing import leaves_unmanaged
from resolvers.people.reorganisation_plan import (
    AgencyClosing,
    Closing,
    Opening,
    Placing,
    ReorganisationPlan,
    ReorganisationStep,
    StepVerdict,
)

MANAGERS = ("administrator", "personnel_officer")
"""The roles without which nobody manages a unit; what had one before has one after."""


class PlaceNotOpened(Refusal):
    """The plan opens no unit {key}, or its opening is refused."""

    code = "PLACE_NOT_OPENED"
    vi = "Phương án không có đơn vị {key}, hoặc việc thành lập đơn vị đó không được chấp nhận."


@dataclass(slots=True)
class Course:
    """One reorganisation on its way."""

    tx: Transaction
    request: Request
    plan: ReorganisationPlan
    decision: Decision
    units: dict[str, Row]
    """By its id or the plan's key, each unit that stood before and each one opened."""
    verdicts: list[StepVerdict] = field(default_factory=list)

    def place(self, name: str) -> Row:
        """A unit by its id or key; raises PlaceNotOpened."""
        if name not in self.units:
            raise PlaceNotOpened(key=name, field="unit")
        return self.units[name]

    async def judge(
        self, step: ReorganisationStep, subject: str | UUID, work: Callable[[], Awaitable[None]]
    ) -> bool:
        """Do one step; a refusal undoes it alone and becomes its verdict. Whether it was done."""
        told: dict[str, str | None] = {}
        try:
            async with self.tx.savepoint():
                await work()
        except Refusal as refusal:
            message = refusal.message(self.request.language)
            told = {"code": refusal.code, "message": message, "field": refusal.field}
        self.verdicts.append(StepVerdict(step, str(subject), not told, **told))
        return not told

    async def tell(
        self, subject: tuple[str, UUID], agency: UUID, before: object, after: Mapping[str, object]
    ) -> None:
        """The leaf of one step."""
        await record(
            self.tx,
            self.request,
            self.decision,
            deed="reorganise",
            subject=subject,
            agency=agency,
            before=None if before is None else {"was": before},
            after={**after, "day": self.plan.day, "decision_no": self.plan.decision_no},
        )


_UNIT = select(unit).where(unit.c.id == bindparam("unit", type_=UuidType(as_uuid=True)))
_LINE = line_up()


async def open_units(course: Course) -> None:
    """Open the new units, those above before those beneath, as the plan lists them."""
    for each in course.plan.opens:
        await course.judge(ReorganisationStep.UNIT_OPENED, each.key, partial(_open, course, each))


async def _open(course: Course, opening: Opening) -> None:
    parent = course.place(opening.parent)
    opened = Standing(
        agency=parent["agency_id"],
        name=line(opening.name, "name"),
        parent=parent["id"],
        standing=among(opening.standing, "standing", STANDINGS),
        opened_on=course.plan.day,
        code=None if opening.code is None else line(opening.code, "code", most=50),
    )
    id = await stand(course.tx, opened)
    await course.tell(("unit", id), opened.agency, None, {"opened": asdict(opened)})
    row = await course.tx.row(_UNIT, unit=id)
    assert row is not None
    course.units[opening.key] = row


async def place_units(course: Course) -> None:
    """Place the units that go on beneath others."""
    for each in course.plan.places:
        await course.judge(ReorganisationStep.UNIT_PLACED, each.unit, partial(_place, course, each))


async def _place(course: Course, placing: Placing) -> None:
    moved, parent = course.place(str(placing.unit)), course.place(placing.parent)
    await replace_unit(course.tx, moved, parent, course.plan.day, placing.standing)
    placed = {"placed_beneath": parent["id"], "standing": placing.standing}
    await course.tell(("unit", moved["id"]), moved["agency_id"], None, placed)


async def close_units(course: Course) -> None:
    """Close the units that end, the deepest first, and the agencies after their units."""
    depths = {each.unit: await _depth(course, each.unit) for each in course.plan.closes}
    for each in sorted(course.plan.closes, key=lambda each: -depths[each.unit]):
        await course.judge(ReorganisationStep.UNIT_CLOSED, each.unit, partial(_close, course, each))
    for agency in course.plan.agencies:
        done = partial(_close_agency, course, agency)
        await course.judge(ReorganisationStep.AGENCY_CLOSED, agency.agency, done)


async def _depth(course: Course, unit: UUID) -> int:
    day = course.plan.day - timedelta(days=1)
    return len(await course.tx.rows(_LINE, unit=unit, day=day))


async def _close(course: Course, closing: Closing) -> None:
    row = course.place(str(closing.unit))
    named = course.plan.keeper(closing)
    keeper = None if named is None else course.place(named)["id"]
    await end_unit(course.tx, row, course.plan.day, keeper, course.request.today)
    await course.tell(("unit", row["id"]), row["agency_id"], None, {"kept_by": keeper})


async def _close_agency(course: Course, closing: AgencyClosing) -> None:
    await end_agency(course.tx, closing.agency, course.plan.day, closing.succeeded_by)
    kept = {"succeeded_by": closing.succeeded_by}
    await course.tell(("agency", closing.agency), closing.agency, None, kept)


async def managed_kinds(course: Course) -> list[str]:
    """The roles by which some unit that ends is managed on the day."""
    found = []
    for kind in MANAGERS:
        for each in course.plan.closes:
            if not await _unmanaged(course, each.unit, kind):
                found.append(kind)
                break
    return found


async def demand_managed(course: Course, kinds: list[str]) -> None:
    """Every unit that comes out of it has what those had that ended: nobody is left unmanaged."""
    for name in course.plan.successors():
        if name in course.units:
            work = partial(_demand_managed, course, course.units[name]["id"], kinds)
            await course.judge(ReorganisationStep.UNIT_MANAGED, name, work)


async def _demand_managed(course: Course, unit: UUID, kinds: list[str]) -> None:
    for kind in kinds:
        if await _unmanaged(course, unit, kind):
            raise DENIALS[Code.LAST_MANAGER](field="mandates")


async def _unmanaged(course: Course, unit: UUID, kind: str) -> bool:
    return await leaves_unmanaged(course.tx, unit, only(course.plan.day), kinds=(kind,))
