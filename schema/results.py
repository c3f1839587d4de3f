"""Recorded absences, and the results of quarter, half-year and year with their explanation."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum

import strawberry

from resolvers import results as answers
from resolvers.core.tables import since, until
from schema.evaluations import Level, Step
from schema.mapping import column, computed, connection, one, ref, table
from schema.organisation import Agency, Unit
from schema.people import Person
from schema.shapes import Connection, Node


@strawberry.enum(description="Why somebody in service was not at work.")
class AbsenceKind(Enum):
    MATERNITY = strawberry.enum_value("maternity", description="Maternity leave (nghỉ thai sản).")
    SICK = strawberry.enum_value("sick", description="Sick leave (nghỉ ốm).")
    UNPAID = strawberry.enum_value(
        "unpaid", description="Unpaid leave (nghỉ việc riêng không hưởng lương)."
    )
    TRAINING = strawberry.enum_value("training", description="Training (đào tạo, bồi dưỡng).")
    SUSPENDED = strawberry.enum_value(
        "suspended", description="Suspension from work (tạm đình chỉ công tác)."
    )


@table(answers.absence)
@strawberry.federation.type(
    keys=["id"], description="Days on which a person did not serve, recorded on a document."
)
class Absence(Node):
    id: strawberry.ID
    kind: AbsenceKind
    since: date = column(since(answers.absence))
    until: date | None = column(
        until(answers.absence), description="The last day; null while open."
    )
    document_no: str = strawberry.field(description="Number of the decision or certificate.")
    document_day: date | None
    document_sha256: str | None = column(
        answers.DOCUMENT_SHA256, description="SHA-256 of the document, in hexadecimal digits."
    )
    document_url: str | None
    recorded_at: datetime
    ended_reason: str | None = strawberry.field(description="Why it ended before its last day.")
    annulled_at: datetime | None = strawberry.field(description="Since when it counts no more.")
    annulled_reason: str | None
    version: int
    person: Person = ref("person_id", inherited=True)
    agency: Agency = ref("agency_id")
    unit: Unit = ref("scoring_unit_id", description="Whose head scored the person then.")
    recorded_by: Person = ref("recorded_by", inherited=True)
    annulled_by: Person | None = ref("annulled_by", inherited=True)
    allowed_actions: list[str] = computed(
        answers.allowed_on_absences,
        needs=answers.ABSENCE_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@strawberry.enum(description="What a result is formed for, besides the month.")
class Span(Enum):
    QUARTER = strawberry.enum_value("quarter", description="Three months (quý).")
    HALF_YEAR = strawberry.enum_value("half_year", description="Six months (06 tháng).")
    YEAR = strawberry.enum_value("year", description="The working year (năm).")


@strawberry.enum(description="What a period is to the mean.")
class MonthStanding(Enum):
    USED = strawberry.enum_value("used", description="Its score counts.")
    EXCUSED = strawberry.enum_value("excused", description="Recorded absences cover it.")
    MISSING = strawberry.enum_value("missing", description="Nobody scored it: no result.")
    OUTSIDE = strawberry.enum_value("outside", description="The person was not in service.")


@strawberry.enum(description="Why a post has no score in a period.")
class WhyMissing(Enum):
    NOT_OPENED = strawberry.enum_value("NOT_OPENED", description="There is no sheet.")
    NOT_SIGNED = strawberry.enum_value("NOT_SIGNED", description="The sheet is not signed.")
    NOT_CLOSED = strawberry.enum_value("NOT_CLOSED", description="The month is not closed.")
    NOTHING_ASSIGNED = strawberry.enum_value(
        "NOTHING_ASSIGNED", description="Nothing was assigned, so the sheet has no number."
    )
    NOT_HANDED_OVER = strawberry.enum_value(
        "NOT_HANDED_OVER", description="The agency of that time has not handed it over (art. 19.1)."
    )


@strawberry.type(description="A closed sheet with its score.")
class UsedSheet:
    sheet: strawberry.ID
    days: int = strawberry.field(description="Days of service by which it weighs in its period.")
    total: Decimal
    level: Level
    agency: strawberry.ID
    provisional: bool | None = strawberry.field(
        description="True for a December that was signed before it was over."
    )


@strawberry.type(description="Days of one recorded absence inside a period.")
class AbsentDays:
    absence: strawberry.ID
    kind: AbsenceKind
    days: int


@strawberry.type(description="A post without a score, and who owes it.")
class MissingScore:
    because: WhyMissing
    days: int = strawberry.field(description="Days at work that no score covers.")
    agency: strawberry.ID
    sheet: strawberry.ID | None
    unit: strawberry.ID | None = strawberry.field(description="The unit whose head owes it.")
    unit_name: str | None
    head: strawberry.ID | None = strawberry.field(
        description="Who heads that unit today; null while the office is vacant."
    )
    head_name: str | None


@strawberry.type(description="One month of a result, or one quarter of an agency that scores so.")
class ResultMonth:
    period: date
    months: int = strawberry.field(description="1, or 3 for a quarter.")
    days: int = strawberry.field(description="Calendar days of service, absences included.")
    standing: MonthStanding
    sheets: list[UsedSheet]
    absent: list[AbsentDays]
    missing: list[MissingScore]


@table(answers.result)
@strawberry.federation.type(
    keys=["id"],
    description="What a person's closed months add up to (art. 17.3). It is never changed: computed"
    " from other inputs it has a new edition.",
)
class PeriodResult(Node):
    id: strawberry.ID
    span: Span
    period: date = strawberry.field(description="First day of the span.")
    total: Decimal | None = strawberry.field(description="As printed; null where there is none.")
    raw_total: Decimal | None = strawberry.field(
        description="The mean before its one rounding, cut after the twelfth decimal."
    )
    level: Level | None = strawberry.field(description="Null where there is nothing to rate.")
    rated: bool
    not_rated_because: str = strawberry.field(
        description="Empty, UNDER_SIX_MONTHS, NOTHING_WORKED or INSUFFICIENT_DATA."
    )
    months_worked: Decimal
    provisional: bool = strawberry.field(
        description="Formed before its last period was over, or from a sheet that was."
    )
    months: list[ResultMonth] = computed(
        answers.told_months, needs=("entries", answers.DEBTORS), description="Each period of it."
    )
    steps: list[Step] = computed(
        answers.told_result_steps, needs=answers.INPUTS, description="The way to the number."
    )
    inputs: str = computed(
        answers.told_inputs,
        needs=answers.INPUTS,
        description="The periods, switches and day of the law, as JSON from which alone the number"
        " can be recomputed.",
    )
    cites: list[str] = computed(
        answers.told_cites,
        needs=("cites",),
        description="Every text that was read, with its article.",
    )
    edition: int
    computed_at: datetime
    replaced_at: datetime | None = strawberry.field(description="Null for the current edition.")
    stale: bool = column(
        answers.STALE,
        description="Its sheets, posts or absences have changed since: compute it again.",
    )
    person: Person = ref("person_id", inherited=True)
    agency: Agency = ref("agency_id", description="Of the last main post in the span.")
    unit: Unit = ref("scoring_unit_id", description="Whose head scored the person at its end.")


@table(answers.result_run)
@strawberry.type(description="One computing of an agency's results that wrote something.")
class ResultRun(Node):
    id: strawberry.ID
    span: Span
    period: date
    people: int
    written: int = strawberry.field(description="Results that were new or had changed.")
    incomplete: int = strawberry.field(description="People of whom a month is missing.")
    unrated: int = strawberry.field(description="People who are not rated (art. 11).")
    computed_at: datetime
    agency: Agency = ref("agency_id")
    computed_by: Person | None = ref(
        "computed_by", inherited=True, description="Null where the system did it by command."
    )


@strawberry.type
class ResultsQuestions:
    result: PeriodResult | None = one(answers.result_by_id, args={"id": strawberry.ID})
    my_results: Connection[PeriodResult] = connection(
        answers.my_results, order=("period desc", "span"), description="The latest first."
    )
    results_of_person: Connection[PeriodResult] = connection(
        answers.results_of_person, args={"person": strawberry.ID}, order=("period desc", "span")
    )
    result_editions: Connection[PeriodResult] = connection(
        answers.editions,
        args={"person": strawberry.ID, "span": Span, "period": date},
        order=("edition desc",),
        description="Every edition of one result, the current one first.",
    )
    results_of_agency: Connection[PeriodResult] = connection(
        answers.results_of_agency,
        args={"agency": strawberry.ID, "span": Span, "period": date},
        order=("id",),
    )
    results_of_unit: Connection[PeriodResult] = connection(
        answers.results_of_unit,
        args={"unit": strawberry.ID, "span": Span, "period": date},
        order=("id",),
        description="Of those whom the unit's head scored at the end of the span.",
    )
    incomplete_results: Connection[PeriodResult] = connection(
        answers.incomplete_results,
        args={"agency": strawberry.ID, "span": Span, "period": date},
        order=("id",),
        description="Those in which somebody owes a score: see `months`.",
    )
    stale_results: Connection[PeriodResult] = connection(
        answers.stale_results,
        args={"agency": strawberry.ID, "span": Span, "period": date},
        order=("id",),
        description="Those whose sheets, posts or absences have changed since.",
    )
    result_runs: Connection[ResultRun] = connection(
        answers.result_runs,
        args={"agency": strawberry.ID, "span": Span, "period": date},
        order=("id desc",),
    )
    my_absences: Connection[Absence] = connection(
        answers.my_absences, order=("id desc",), description="The latest recorded first."
    )
    absences_of_person: Connection[Absence] = connection(
        answers.absences_of_person, args={"person": strawberry.ID}, order=("id desc",)
    )
    absences_in: Connection[Absence] = connection(
        answers.absences_in,
        args={"unit": strawberry.ID, "on": date | None},
        order=("id",),
        description="Who is away on a day of those whom the unit's head scores.",
    )
    absences_of_agency: Connection[Absence] = connection(
        answers.absences_of_agency, args={"agency": strawberry.ID}, order=("id desc",)
    )
