"""What bonus and additional income rest on: salaries, funds, the agency's own rules."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum

import strawberry

from resolvers import rewards as answers
from resolvers.core.documents import hash_of
from resolvers.core.tables import since, until
from schema.evaluations import Step
from schema.mapping import column, computed, many, ref, table
from schema.organisation import Agency
from schema.people import Person
from schema.shapes import Node


@strawberry.enum(description="From which money a list is paid.")
class RewardKind(Enum):
    BONUS = strawberry.enum_value(
        "bonus", description="The bonus fund (quỹ tiền thưởng, Decree 161/2026, art. 4)."
    )
    INCOME = strawberry.enum_value(
        "income", description="A locality's additional income (thu nhập tăng thêm)."
    )


@strawberry.enum(description="For what a list pays.")
class RewardSpan(Enum):
    MONTH = strawberry.enum_value("month", description="A month of additional income.")
    QUARTER = strawberry.enum_value("quarter", description="By the results of a quarter.")
    HALF_YEAR = strawberry.enum_value("half_year", description="By the results of six months.")
    YEAR = strawberry.enum_value("year", description="By the classes of a year.")
    AD_HOC = strawberry.enum_value("ad_hoc", description="Rewards out of turn (đột xuất).")


@strawberry.enum(description="What becomes of the đồng left when all shares are rounded down.")
class Remainder(Enum):
    LARGEST = strawberry.enum_value(
        "largest", description="Given out one by one to the largest fractions."
    )
    KEPT = strawberry.enum_value("kept", description="Kept in the fund.")


@strawberry.enum(description="Where a regulation stands.")
class RegulationState(Enum):
    PROPOSED = "proposed"
    APPROVED = strawberry.enum_value("approved", description="Published inside the agency.")
    DECLINED = "declined"


@strawberry.enum(description="Whose text on additional income an agency goes by.")
class Locality(Enum):
    HO_CHI_MINH_CITY = "ho_chi_minh_city"
    HA_NOI = "ha_noi"


@table(answers.salary_fact)
@strawberry.type(description="A salary coefficient, without allowances, from a day on.")
class SalaryFact(Node):
    id: strawberry.ID
    coefficient: Decimal | None = strawberry.field(
        description="Of rank, grade and position; null for somebody without such a salary."
    )
    since: date = column(since(answers.salary_fact))
    until: date | None = column(until(answers.salary_fact))
    document_no: str
    recorded_at: datetime
    person: Person = ref("person_id", inherited=True)
    recorded_by: Person | None = ref("recorded_by", inherited=True)


@table(answers.salary_fund)
@strawberry.type(description="The salaries of a year by rank and position, without allowances.")
class SalaryFund(Node):
    id: strawberry.ID
    year: int
    amount: Decimal
    document_no: str
    document_day: date | None
    recorded_at: datetime
    version: int
    recorded_by: Person = ref("recorded_by", inherited=True)


@table(answers.fund_part)
@strawberry.type(description="What of a fund is meant for the lists of one span, in đồng.")
class FundPart(Node):
    id: strawberry.ID
    span: RewardSpan
    amount: Decimal
    committed: Decimal = strawberry.field(description="What approved lists have taken.")
    left: Decimal = column(answers.PART_LEFT)


@table(answers.bonus_fund)
@strawberry.federation.type(keys=["id"], description="A year's money for lists, in đồng.")
class BonusFund(Node):
    id: strawberry.ID
    kind: RewardKind
    year: int
    amount: Decimal
    committed: Decimal = strawberry.field(description="What approved lists have taken.")
    left: Decimal = column(answers.FUND_LEFT)
    document_no: str
    document_day: date | None
    decided_at: datetime
    version: int
    cites: list[str] = computed(answers.told_reward_cites, needs=("cites",))
    steps: list[Step] = computed(answers.told_reward_steps, needs=("steps",))
    agency: Agency = ref("agency_id")
    decided_by: Person = ref("decided_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)
    parts: list[FundPart] = many(
        answers.parts_of_fund, on={"fund_id": "id"}, order=("span",), at_most=5
    )


@table(answers.regulation_span)
@strawberry.type(description="What the levels get of one list of a span.")
class RegulationSpan(Node):
    id: strawberry.ID
    span: RewardSpan
    share: Decimal = strawberry.field(description="Of the fund's part, for one list.")
    by_salary: bool = strawberry.field(description="Multiples times the salary coefficient.")
    excellent: Decimal
    good: Decimal
    completed: Decimal


@table(answers.regulation_award)
@strawberry.type(description="A reward out of turn: so many base salaries, or an amount.")
class RegulationAward(Node):
    id: strawberry.ID
    code: str
    name: str
    base_salaries: Decimal | None
    amount: Decimal | None


@table(answers.reward_regulation)
@strawberry.federation.type(
    keys=["id"], description="An agency's regulation on its bonus fund (quy chế tiền thưởng)."
)
class RewardRegulation(Node):
    id: strawberry.ID
    edition: int
    title: str
    scope: str
    remainder: Remainder
    state: RegulationState
    since: date | None = column(since(answers.reward_regulation))
    until: date | None = column(until(answers.reward_regulation))
    document_no: str | None
    document_day: date | None
    document_sha256: str | None = column(hash_of(answers.reward_regulation, "document_sha256"))
    document_url: str | None
    proposed_at: datetime
    decided_at: datetime | None
    declined_reason: str | None
    sent_no: str | None = strawberry.field(description="By which letter the superior has it.")
    sent_day: date | None
    version: int
    agency: Agency = ref("agency_id")
    superior: Agency | None = ref("superior_id")
    proposed_by: Person = ref("proposed_by", inherited=True)
    decided_by: Person | None = ref("decided_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)
    spans: list[RegulationSpan] = many(
        answers.spans_of_regulation, on={"regulation_id": "id"}, order=("span",), at_most=3
    )
    awards: list[RegulationAward] = many(
        answers.awards_of_regulation, on={"regulation_id": "id"}, order=("code",), at_most=20
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_regulation, needs=answers.REGULATION_NEEDS
    )


@table(answers.income_scheme)
@strawberry.type(description="How an agency pays additional income within its locality's text.")
class IncomeScheme(Node):
    id: strawberry.ID
    locality: Locality
    most: Decimal = strawberry.field(description="Of the month's salary.")
    others: Decimal = strawberry.field(description="Đồng a month without a salary by rank.")
    excellent: Decimal
    good: Decimal
    completed: Decimal
    by_salary: bool
    remainder: Remainder
    since: date = column(since(answers.income_scheme))
    until: date | None = column(until(answers.income_scheme))
    document_no: str
    document_day: date | None
    decided_at: datetime
    cites: list[str] = computed(answers.told_reward_cites, needs=("cites",))
    decided_by: Person = ref("decided_by", inherited=True)
