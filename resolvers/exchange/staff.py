"""Importing a staff list: persons and the posts they hold.

It registers and appoints by the deeds that the API has, and ends or rewrites no post: what a
decision said stays until another one says otherwise. It never touches a sheet, a mark or a score.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from uuid import UUID

from sqlalchemy import Text, bindparam, func, select
from sqlalchemy.dialects.postgresql import DATERANGE
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import AgencyFacts
from resolvers.core.database import Row, Transaction
from resolvers.core.days import days
from resolvers.core.errors import InvalidInput, NotFound, Refusal
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.seeing import seen
from resolvers.core.vietnamese import tidy
from resolvers.exchange.batches import CHANNEL, judged, once
from resolvers.exchange.contradictions import contradictions
from resolvers.exchange.model import Batch, Outcome, StaffRow, Verdict
from resolvers.exchange.persons import Register
from resolvers.exchange.references import (
    Codes,
    codes_of_positions,
    codes_of_units,
    foreign_codes,
    named,
)
from resolvers.organisation import agency as agencies
from resolvers.people import Sealer, appoint, posting


class PostDiffers(Refusal):
    """The person holds this post already ({during}), on other terms; an import changes no post."""

    code = "POST_DIFFERS"
    vi = "Người này đã giữ vị trí đó ({during}) với nội dung khác; việc nhập không sửa quyết định."


Progress = Callable[[int], object]
"""Told after each row how many are judged."""

_ID = UuidType(as_uuid=True)
_SAME_POST = (
    select(posting)
    .where(
        posting.c.person_id == bindparam("person", type_=_ID),
        posting.c.unit_id == bindparam("unit", type_=_ID),
        posting.c.office == bindparam("office", type_=Text),
        posting.c.during.op("&&")(bindparam("asked", type_=DATERANGE)),
    )
    .order_by(func.lower(posting.c.during))
)


@dataclass(frozen=True, slots=True)
class Post:
    """The post that a row names."""

    unit: UUID
    position: UUID | None
    begins: date


async def import_staff(
    tx: Transaction,
    request: Request,
    *,
    batch: Batch,
    agency: UUID,
    rows: Sequence[StaffRow],
    sealer: Sealer,
    progress: Progress = lambda _: None,
) -> list[Verdict]:
    """Bring persons and posts up to a list: a verdict for each row, which is one person's post.

    Created where the person or the post is new, updated where the person's name, staff code or
    missing personal number is. Posts that the list does not name stay. Raises NotFound, a denial,
    BatchReused.
    """
    request = replace(request, channel=CHANNEL)
    if await seen(tx, request.reach, agencies, agency) is None:
        raise NotFound(id=agency)
    decision = demand(request, Action.ImportStaff, AgencyFacts(agency))

    async def apply() -> list[Verdict]:
        staff = await _list(tx, request, agency, decision, sealer)
        unclear = contradictions(rows, staff.register.foreign)
        verdicts = []
        for number, row in enumerate(rows, start=1):
            enter = partial(staff.enter, tx, request, row)
            problems = (*row.problems, *unclear.get(row.place, ()))
            verdicts.append(await judged(tx, row.place, row.staff_code, problems, enter))
            progress(number)
        return verdicts

    return await once(tx, request, decision, batch, kind="staff", agency=agency, apply=apply)


@dataclass(frozen=True, slots=True)
class _List:
    """What the rows of one list are read against."""

    register: Register
    units: Codes
    positions: Codes

    async def enter(self, tx: Transaction, request: Request, row: StaffRow) -> Outcome:
        """Register or correct the person and record the post; raises what refuses the row."""
        post = self._post(row)
        person, outcome = await self.register.person(tx, request, row)
        held = await tx.rows(
            _SAME_POST,
            person=person,
            unit=post.unit,
            office=row.office,
            asked=days(post.begins, row.ends),
        )
        if held:
            _demand_same(held, row, post)
            return outcome
        await appoint(
            tx,
            request,
            person=person,
            unit=post.unit,
            office=row.office,
            begins=post.begins,
            ends=row.ends,
            mode=row.mode,
            main=row.main,
            position=post.position,
            decision_no=row.decision_no,
        )
        return Outcome.CREATED

    def _post(self, row: StaffRow) -> Post:
        begins = row.begins
        if begins is None:
            raise InvalidInput(what="begins", allowed="31/12/2026", field="begins")

        def open_then(entry: Row) -> bool:
            return entry["closed_on"] is None or entry["closed_on"] > begins

        def stands_then(entry: Row) -> bool:
            return bool(entry["opened_on"] <= begins) and open_then(entry)

        unit = self.units.one(row.unit, "unit", stands_then)
        if row.position is None:
            return Post(unit["id"], None, begins)
        # A description is often entered long after the post that it describes was filled.
        position = self.positions.one(row.position, "position", open_then)
        return Post(unit["id"], position["id"], begins)


async def _list(
    tx: Transaction, request: Request, agency: UUID, decision: Decision, sealer: Sealer
) -> _List:
    """The codes that may stand in the list, as they are today."""
    foreign = named(await foreign_codes(tx, agency, "person", request.today))
    return _List(
        Register(agency, foreign, decision, sealer),
        await codes_of_units(tx, agency, request.today),
        await codes_of_positions(tx, agency, request.today),
    )


def _demand_same(held: Sequence[Row], row: StaffRow, post: Post) -> None:
    """What the list leaves empty it does not deny; raises PostDiffers."""
    found = held[0]
    during = found["during"]
    same = (
        len(held) == 1
        and (during.lower, during.upper) == (post.begins, row.ends)
        and (found["mode"], found["main"]) == (row.mode, row.main)
        and post.position in (None, found["position_id"])
        and tidy(row.decision_no) in ("", found["decision_no"])
    )
    if not same:
        raise PostDiffers(during=during, field="begins")
