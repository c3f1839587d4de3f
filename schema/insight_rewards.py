"""Work beyond the plan, and the rewards out of turn that heads propose for it."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum

import strawberry

from resolvers import insight as answers
from schema.mapping import column, computed, many, one, ref, row, table
from schema.organisation import Agency, Unit
from schema.people import Person, Posting
from schema.shapes import Node


@strawberry.enum(description="Origin of work beyond the plan.")
class BeyondOrigin(Enum):
    URGENT = "urgent"
    TAKEN_OVER = "taken_over"


@row
@strawberry.type(description="One such line of work.")
class BeyondLine:
    title: str
    origin: BeyondOrigin
    units: Decimal
    due_on: date


@row
@strawberry.type(description="Urgent and taken-over work of one month, accepted without faults.")
class BeyondPlan:
    period: date
    units: Decimal
    urgent: Decimal
    taken_over: Decimal
    plan: Decimal = strawberry.field(description="Units first assigned to the person.")
    share: Decimal | None = strawberry.field(description="Of his own plan, cut to four places.")
    person: Person | None = one(answers.every_person, on={"id": "person_id"})
    unit: Unit | None = one(answers.every_unit, on={"id": "scoring_unit_id"})
    lines: list[BeyondLine] = many(
        answers.pieces_beyond,
        on={"posting_id": "posting_id", "period": "period"},
        order=("due_on", "id"),
    )


@strawberry.enum(description="Where a proposed reward stands.")
class RewardState(Enum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@table(answers.reward_proposal)
@strawberry.federation.type(
    keys=["id"], description="A reward out of turn: proposed by a head, decided by the agency's."
)
class RewardProposal(Node):
    id: strawberry.ID
    period: date
    state: RewardState
    reason: str
    proposed_at: datetime
    decision_reason: str | None
    decided_at: datetime | None
    version: int
    units: Decimal = column(answers.REWARDED_UNITS, description="The work it rests on.")
    person: Person = ref("person_id", inherited=True)
    posting: Posting = ref("posting_id", inherited=True)
    unit: Unit = ref("scoring_unit_id")
    agency: Agency = ref("agency_id")
    proposed_by: Person = ref("proposed_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)
    decided_by: Person | None = ref("decided_by", inherited=True)
    decided_on_behalf_of: Person | None = ref("decided_on_behalf_of", inherited=True)
    evidence: str = computed(
        answers.told_evidence, needs=("facts",), description="The work, line by line, as JSON."
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_rewards, needs=answers.ALLOWED_NEEDS_OF_REWARDS
    )
