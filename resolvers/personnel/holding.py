"""The first step of a deed on a personnel action: hold it, and say of it what the policies ask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import ABSENT, PersonnelFacts
from resolvers.audit import record
from resolvers.core.database import Row, Transaction
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import demand_version, save
from resolvers.personnel.model import BY_AGREEING, DECIDE, LASTING, AboutAStep
from resolvers.personnel.parts import (
    SIDES,
    action_agreement,
    action_hearing,
    action_statement,
    action_step,
    action_vote,
)
from resolvers.personnel.tables import personnel_action


class StepOutOfOrder(AboutAStep):
    """The next step is “{next}”."""

    code = "STEP_OUT_OF_ORDER"
    vi = "Bước tiếp theo của quy trình là “{next}”."


_ACTION = bindparam("action", type_=UuidType(as_uuid=True))
_STEPS = (
    select(action_step).where(action_step.c.action_id == _ACTION).order_by(action_step.c.ordinal)
)
_HEARD = (
    select(action_hearing.c.step_id, action_statement.c.id.is_not(None).label("spoken"))
    .outerjoin(action_statement, action_statement.c.step_id == action_hearing.c.step_id)
    .where(action_hearing.c.action_id == _ACTION)
)
_AGREED = select(action_agreement.c.side).where(action_agreement.c.action_id == _ACTION)
_VOTES = (
    select(action_vote)
    .join(action_step, action_step.c.id == action_vote.c.step_id)
    .where(action_vote.c.action_id == _ACTION)
    .order_by(action_step.c.ordinal)
)


_UNTOLD = ("effect", "lasting", "waiting")
"""What a decision keeps for itself: its posts have leaves of their own."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An action, held, with all that has been done for it."""

    row: Row
    steps: Sequence[Row]
    heard: frozenset[UUID]
    """The steps at which the person was heard."""
    spoken: frozenset[UUID]
    """Those at which he has spoken himself."""
    agreed: frozenset[str]
    """The agencies that have agreed: sending_agency, receiving_agency."""
    votes: Sequence[Row]
    """Those held, in the order of their steps."""

    @property
    def next(self) -> Row | None:
        """The first step that is not done."""
        return next((step for step in self.steps if step["done_on"] is None), None)

    @property
    def stopped(self) -> bool:
        """A vote has ended the procedure."""
        return any(vote["stops"] for vote in self.votes)

    @property
    def complete(self) -> bool:
        """Everything before the decision is done."""
        step = self.next
        both = self.row["receiving_agency_id"] is None or self.agreed >= set(SIDES)
        return both and step is not None and step["code"] == DECIDE and not self.stopped

    @property
    def hears(self) -> bool:
        """The person is to be heard now."""
        step = self.next
        return step is not None and step["hears_person"] and step["id"] not in self.heard

    @property
    def owner(self) -> str:
        """Whose step is next, where it is recorded as one."""
        step = self.next
        return ABSENT if step is None or step["code"] == DECIDE else str(step["owner"])

    def waits_for(self, side: str) -> bool:
        """The agency on this side is asked to agree, and has not."""
        asked = self.row["receiving_agency_id"] is not None or any(
            BY_AGREEING.get(step["code"]) == side for step in self.steps
        )
        return asked and side not in self.agreed

    def done(self) -> Mapping[str, date]:
        """The days of the steps that are done, by code."""
        return {step["code"]: step["done_on"] for step in self.steps if step["done_on"]}

    def at(self, code: str) -> UUID | None:
        """The step with this code, wherever the procedure stands."""
        return next((step["id"] for step in self.steps if step["code"] == code), None)

    def facts(
        self, today: date, side: str | None = None, speaks_at: str | None = None
    ) -> PersonnelFacts:
        """What the policies need to know; with `side`, of an agreement of that agency; with
        `speaks_at`, of what the person says himself at that step."""
        row = self.row
        begun = row["effective_on"] is not None and row["effective_on"] <= today
        ends = row["ended_on"] is None and row["until"]
        step = None if speaks_at is None else self.at(speaks_at)
        return PersonnelFacts(
            person=row["person_id"],
            agency=row["agency_id"],
            using_unit=row["using_unit_id"],
            deciding_agency=row["deciding_agency_id"],
            deciding_unit=row["deciding_unit_id"],
            receiving_agency=row["receiving_agency_id"] or row["agency_id"],
            receiving_unit=row["receiving_unit_id"] or row["using_unit_id"],
            scoring_unit=row["scoring_unit_id"],
            proposing_unit=row["proposing_unit_id"],
            proposer=row["proposed_by"],
            own_wish=row["own_wish"],
            owner=side or self.owner,
            hears=self.hears,
            agreed=side is not None and not self.waits_for(side),
            state=row["state"],
            complete=self.complete,
            begun=begun,
            lasts=bool(begun and row["kind"] in LASTING and ends and today < ends),
            heard=step in self.heard,
            spoken=step in self.spoken,
        )


async def standing_of(tx: Transaction, row: Row) -> Standing:
    """All that has been done for a held action."""
    of = {"action": row["id"]}
    steps = await tx.rows(_STEPS, **of)
    heard = await tx.rows(_HEARD, **of)
    return Standing(
        row,
        steps=steps,
        heard=frozenset(each["step_id"] for each in heard),
        spoken=frozenset(each["step_id"] for each in heard if each["spoken"]),
        agreed=frozenset(each["side"] for each in await tx.rows(_AGREED, **of)),
        votes=await tx.rows(_VOTES, **of),
    )


async def held_action(
    tx: Transaction, request: Request, deed: Action, id: UUID, version: int, **about: Any
) -> tuple[Standing, Decision]:
    """An action, held until the deed ends, and the rule that allows `deed` on it.

    Raises NotFound, the refusals of the policies, StaleVersion.
    """
    found = await standing_of(tx, await hold(tx, request, personnel_action, id))
    decision = demand(request, deed, found.facts(request.today, **about))
    demand_version(found.row, version)
    return found, decision


def step_at(found: Standing, code: str) -> Row:
    """The next step, if it is the one with this code; raises StepOutOfOrder."""
    step = found.next
    if step is None or step["code"] != code:
        raise StepOutOfOrder(next="–" if step is None else step["code"], field="step")
    return step


def concerning(row: Mapping[str, Any]) -> dict[str, Any]:
    """What every row that hangs on an action repeats of it."""
    names = ("person_id", "agency_id", "deciding_agency_id", "receiving_agency_id")
    return {**{name: row[name] for name in names}, "action_id": row["id"]}


async def change(
    tx: Transaction,
    request: Request,
    decision: Decision,
    found: Standing,
    deed: str,
    *,
    told: Mapping[str, Any] | None = None,
    reason: str = "",
    **values: Any,
) -> None:
    """Save a held action, and tell the audit what was set and done."""
    row = found.row
    await save(tx, personnel_action, row["id"], row["version"], **values)
    await record(
        tx,
        request,
        decision,
        deed=deed,
        subject=("personnel_action", row["id"]),
        agency=row["agency_id"],
        before={"state": row["state"], "version": row["version"]},
        after={**{n: v for n, v in values.items() if n not in _UNTOLD}, **(told or {})},
        reason=reason,
    )
