"""Lists of bonus and additional income: what each person gets, and how it comes about."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum

import strawberry

from resolvers import rewards as answers
from schema.classification import Classification
from schema.classification_register import ReviewFlag
from schema.evaluations import Level, Step
from schema.insight_rewards import RewardProposal
from schema.mapping import column, computed, connection, many, one, ref, table
from schema.organisation import Agency, Unit
from schema.people import Person
from schema.results import PeriodResult
from schema.rewards_rules import (
    BonusFund,
    IncomeScheme,
    RewardKind,
    RewardRegulation,
    RewardSpan,
    SalaryFact,
    SalaryFund,
)
from schema.shapes import Connection, Node


@strawberry.enum(description="Where a list stands.")
class RewardListState(Enum):
    DRAFT = "draft"
    PROPOSED = strawberry.enum_value("proposed", description="Waits for the agency's head.")
    APPROVED = strawberry.enum_value("approved", description="Its sum is taken from the fund.")
    PAID = strawberry.enum_value("paid", description="Everything that is granted is paid.")
    WITHDRAWN = "withdrawn"


@strawberry.enum(description="Where one person's line stands.")
class RewardLineState(Enum):
    LISTED = strawberry.enum_value("listed", description="Waits for whoever decides it.")
    NOT_RATED = strawberry.enum_value("not_rated", description="The law rates him not.")
    LEFT_OUT = strawberry.enum_value("left_out", description="Left out, for the reason given.")
    APPROVED = "approved"
    DECLINED = strawberry.enum_value("declined", description="Declined by the head above.")
    WITHDRAWN = "withdrawn"


@table(answers.reward_list)
@strawberry.federation.type(
    keys=["id"],
    description="A list of bonuses or additional income, drawn at one moment. Amounts in đồng.",
)
class RewardList(Node):
    id: strawberry.ID
    kind: RewardKind
    span: RewardSpan
    period: date
    state: RewardListState
    pool: Decimal | None = strawberry.field(
        description="What is shared out by weights; null where each amount stands for itself."
    )
    weights: str | None = strawberry.field(description="All weights, exact.")
    base: str | None = strawberry.field(description="What a weight of 1 is worth, exact.")
    total: Decimal = strawberry.field(description="The sum of its lines.")
    payable: Decimal = column(
        answers.PAYABLE, description="The sum of the lines that are granted by now."
    )
    rounding: str = computed(answers.told_rounding, needs=("rounding",))
    known: date = strawberry.field(description="The day of which the law was known.")
    taken_at: datetime = strawberry.field(description="When the set of people was closed.")
    reason: str
    proposed_at: datetime | None
    returned_reason: str | None
    approved_at: datetime | None
    decision_no: str | None
    decision_day: date | None
    paid_on: date | None
    withdrawn_at: datetime | None
    withdrawn_reason: str | None
    version: int
    cites: list[str] = computed(answers.told_reward_cites, needs=("cites",))
    agency: Agency = ref("agency_id")
    fund: BonusFund = ref("fund_id", inherited=True)
    regulation: RewardRegulation | None = ref("regulation_id", inherited=True)
    scheme: IncomeScheme | None = ref("scheme_id", inherited=True)
    corrects: "RewardList | None" = ref("corrects_id", inherited=True)
    corrections: "list[RewardList]" = many(
        answers.corrections_of_list, on={"corrects_id": "id"}, order=("id",)
    )
    drawn_by: Person = ref("drawn_by", inherited=True)
    proposed_by: Person | None = ref("proposed_by", inherited=True)
    approved_by: Person | None = ref("approved_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)
    lines: "Connection[RewardLine]" = connection(
        answers.lines_of_list, on={"list_id": "id"}, order=("ordinal",)
    )
    allowed_actions: list[str] = computed(answers.allowed_on_reward_list, needs=answers.LIST_NEEDS)


@table(answers.reward_line)
@strawberry.federation.type(
    keys=["id"],
    description="One person's line: read by himself once the list is approved, by the personnel"
    " body, by the agency's head and by the inspector. Amounts in đồng.",
)
class RewardLine(Node):
    id: strawberry.ID
    ordinal: int
    state: RewardLineState
    level: Level | None
    edition: int | None = strawberry.field(description="Of the result or the class.")
    months: int | None
    coefficient: Decimal | None
    weight: str = strawberry.field(description="Exact.")
    exact: str = strawberry.field(description="The share before its one rounding.")
    due: Decimal
    granted_before: Decimal = strawberry.field(description="By the lists that this one corrects.")
    amount: Decimal = strawberry.field(description="What this list grants, or takes back.")
    reason: str = strawberry.field(description="Why somebody is left out or not rated.")
    steps: list[Step] = computed(answers.told_reward_steps, needs=("steps",))
    cites: list[str] = computed(answers.told_reward_cites, needs=("cites",))
    replaced: bool = column(
        answers.REPLACED,
        description="What it rests on has another edition since: a correcting list settles it.",
    )
    decided_at: datetime | None
    decision_reason: str | None
    paid_on: date | None
    version: int
    reward_list: RewardList = ref("list_id", inherited=True)
    person: Person = ref("person_id", inherited=True)
    unit: Unit = ref("unit_id")
    deciding_unit: Unit = ref("deciding_unit_id")
    result: PeriodResult | None = ref("result_id", inherited=True)
    classification: Classification | None = ref("classification_id", inherited=True)
    proposal: RewardProposal | None = ref("proposal_id", inherited=True)
    review_flag: ReviewFlag | None = one(
        answers.bonus_flags, on={"classification_id": "classification_id"}
    )
    decided_by: Person | None = ref("decided_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)
    allowed_actions: list[str] = computed(answers.allowed_on_reward_line, needs=answers.LINE_NEEDS)


@strawberry.type
class RewardsQuestions:
    my_rewards: Connection[RewardLine] = connection(
        answers.my_rewards, order=("id desc",), description="One's own lines, explained."
    )
    my_salaries: list[SalaryFact] = many(answers.my_salaries, order=("id",))
    salaries_of_person: list[SalaryFact] = many(
        answers.salaries_of_person, args={"person": strawberry.ID}, order=("id",)
    )
    salary_fund: SalaryFund | None = one(
        answers.salary_fund_of, args={"agency": strawberry.ID, "year": int}
    )
    bonus_funds: list[BonusFund] = many(
        answers.funds_of_agency,
        args={"agency": strawberry.ID, "year": int},
        order=("kind",),
        at_most=2,
    )
    reward_regulations: Connection[RewardRegulation] = connection(
        answers.regulations_of_agency, args={"agency": strawberry.ID}, order=("edition desc",)
    )
    reward_regulation_in_force: RewardRegulation | None = one(
        answers.regulation_in_force, args={"agency": strawberry.ID, "on": date | None}
    )
    income_scheme_in_force: IncomeScheme | None = one(
        answers.income_scheme_in_force, args={"agency": strawberry.ID, "on": date | None}
    )
    reward_list: RewardList | None = one(answers.reward_list_by_id, args={"id": strawberry.ID})
    reward_lists: Connection[RewardList] = connection(
        answers.lists_of_agency,
        args={"agency": strawberry.ID, "year": int},
        order=("period desc", "id desc"),
    )
    rewards_to_decide: Connection[RewardLine] = connection(
        answers.rewards_to_decide,
        order=("id",),
        description="The lines of heads of agencies that wait for you, as the head above.",
    )
