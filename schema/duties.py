"""The heads' duties as a clock: what is due, the inbox, and what a missed duty may cost."""

from datetime import date, datetime
from enum import Enum

import strawberry

from resolvers import duties as answers
from resolvers.core.tables import since, until
from schema.catalogue import DeductionScale
from schema.mapping import column, computed, connection, one, ref, row, table
from schema.organisation import Agency, Unit
from schema.people import Delegation, Person, Posting
from schema.periods import period_months
from schema.shapes import Connection, Node
from schema.work import Delivery


@strawberry.enum(description="What a head owes.")
class DutyKind(Enum):
    ASSIGN_WORK = strawberry.enum_value(
        "assign_work", description="Work of the month assigned to everybody whom the head scores."
    )
    ACCEPT_DELIVERY = strawberry.enum_value(
        "accept_delivery", description="One delivery accepted or returned."
    )
    SCORE_SHEETS = strawberry.enum_value(
        "score_sheets", description="Every sheet of the unit's month scored and signed."
    )
    CLOSE_MONTH = strawberry.enum_value("close_month", description="The unit's month closed.")
    DECIDE_PETITION = strawberry.enum_value(
        "decide_petition", description="A petition decided (art. 22)."
    )
    CLASSIFY_PEOPLE = strawberry.enum_value(
        "classify_people", description="The year's people classified (art. 19)."
    )
    REVIEW_ORGANISATION = strawberry.enum_value(
        "review_organisation", description="An organisation's review decided."
    )


@strawberry.enum(description="Where a duty stands today.")
class DutyState(Enum):
    OPEN = strawberry.enum_value("open", description="Its last day is today or later.")
    OVERDUE = strawberry.enum_value("overdue", description="Its last day is over.")
    DONE = "done"


@strawberry.enum(description="Why somebody is told something.")
class NoticeKind(Enum):
    DUE_IN_7 = strawberry.enum_value("due_in_7", description="No more than 7 working days left.")
    DUE_IN_3 = strawberry.enum_value("due_in_3", description="No more than 3 working days left.")
    DUE_IN_1 = strawberry.enum_value("due_in_1", description="No more than 1 working day left.")
    OVERDUE = strawberry.enum_value("overdue", description="One's own duty is overdue.")
    ESCALATED = strawberry.enum_value(
        "escalated", description="The duty of a head beneath is overdue."
    )
    BREACH_DECIDED = strawberry.enum_value(
        "breach_decided", description="What one's missed duty costs is decided."
    )


@strawberry.enum(description="Where a breach stands.")
class BreachState(Enum):
    PROPOSED = strawberry.enum_value("proposed", description="Waits for the next head up.")
    ACCEPTED = strawberry.enum_value("accepted", description="Points were taken off the sheet.")
    DISMISSED = strawberry.enum_value("dismissed", description="It costs nothing.")


@strawberry.enum(description="The language of a person's mail.")
class MailLanguage(Enum):
    VIETNAMESE = strawberry.enum_value("vi")
    ENGLISH = strawberry.enum_value("en")


@table(answers.duty)
@strawberry.federation.type(
    keys=["id"],
    description="A step that the head of a unit owes by a day (trách nhiệm người đứng đầu).",
)
class Duty(Node):
    id: strawberry.ID
    kind: DutyKind
    name: str = computed(
        answers.step_names,
        needs=answers.NAME_NEEDS,
        description="The step, in the reader's language; it names the unit whose set is decided by"
        " the managing head.",
    )
    period: date = strawberry.field(description="First day of the period that it belongs to.")
    period_months: int = period_months(answers.duty)
    due_on: date = strawberry.field(description="The last day on which it is in time.")
    state: DutyState = column(answers.STATE)
    opened_at: datetime
    done_at: datetime | None
    escalated_at: datetime | None = strawberry.field(
        description="When it was put before the next head up, because it was overdue."
    )
    version: int
    agency: Agency = ref("agency_id")
    unit: Unit = ref("unit_id", description="The unit whose head owes it.")
    escalated_to: Unit | None = ref("escalated_to_id")
    head: Posting | None = one(
        answers.heads_today, on={"unit_id": "unit_id"}, description="The unit's head today."
    )
    acting_head: Delegation | None = one(
        answers.acting_heads_today,
        on={"unit_id": "unit_id"},
        description="Who acts for the head today.",
    )
    delivery: Delivery | None = ref(
        on={"subject_id": "id"}, description="The delivery that waits, where it is about one."
    )


@table(answers.notice)
@strawberry.type(description="One thing that one person is told (thông báo); nobody else sees it.")
class Notice(Node):
    id: strawberry.ID
    kind: NoticeKind
    title: str = computed(answers.notice_titles, needs=answers.NOTICE_NEEDS)
    text: str = computed(answers.notice_texts, needs=answers.NOTICE_NEEDS)
    created_at: datetime
    read_at: datetime | None
    version: int
    duty: Duty | None = ref("duty_id", description="Where you still may see it.")


@row
@strawberry.type(description="How much there is in one's inbox.")
class Inbox:
    notices: int
    unread: int


@table(answers.breach)
@strawberry.federation.type(
    keys=["id"],
    description="A missed duty on the record of the head who owed it; it proposes a deduction by"
    " the agency's scale, and the head who scores him decides.",
)
class Breach(Node):
    id: strawberry.ID
    period: date = strawberry.field(
        description="The period of the missed deadline: it counts on the sheet of that period."
    )
    criterion: str = strawberry.field(description="II.3, responsibility.")
    state: BreachState
    noted_at: datetime
    reason: str | None = strawberry.field(description="Given by whoever decided.")
    decided_at: datetime | None
    version: int
    person: Person = ref("person_id", inherited=True)
    unit: Unit = ref("unit_id", description="The unit that he headed.")
    scoring_unit: Unit = ref("scoring_unit_id", description="The unit whose head decides.")
    duty: Duty = ref("duty_id", inherited=True)
    scale: DeductionScale | None = ref("scale_id", inherited=True, description="As proposed.")
    decided_by: Person | None = ref("decided_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)
    allowed_actions: list[str] = computed(
        answers.allowed_actions,
        needs=answers.ALLOWED_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@table(answers.contact)
@strawberry.type(description="Where a person is written to, for some days.")
class Contact(Node):
    id: strawberry.ID
    email: str
    language: MailLanguage
    since: date = column(since(answers.contact))
    until: date | None = column(until(answers.contact))
    version: int
    person: Person = ref("person_id", inherited=True)


@strawberry.type
class DutiesQuestions:
    duty: Duty | None = one(answers.duty_by_id, args={"id": strawberry.ID})
    my_duties: Connection[Duty] = connection(
        answers.my_duties,
        order=("due_on",),
        description="What you have still to do as a head or acting head, the most urgent first.",
    )
    duties_escalated_to_me: Connection[Duty] = connection(
        answers.escalated_to_me,
        order=("due_on",),
        description="What is overdue beneath the units that you head.",
    )
    duties_of_unit: Connection[Duty] = connection(
        answers.duties_of_unit,
        args={"unit": strawberry.ID, "state": DutyState | None},
        order=("due_on",),
    )
    duties_of_agency: Connection[Duty] = connection(
        answers.duties_of_agency,
        args={"agency": strawberry.ID, "state": DutyState | None},
        order=("due_on",),
    )
    my_inbox: Inbox | None = one(answers.my_inbox)
    my_notices: Connection[Notice] = connection(
        answers.my_notices,
        args={"unread": bool | None},
        order=("created_at desc",),
        description="Your inbox, the latest first.",
    )
    breach: Breach | None = one(answers.breach_by_id, args={"id": strawberry.ID})
    my_breaches: Connection[Breach] = connection(answers.my_breaches, order=("noted_at desc",))
    breaches_to_decide: Connection[Breach] = connection(
        answers.breaches_to_decide,
        order=("noted_at",),
        description="Those that wait for you as the head who scores the head.",
    )
    breaches_of_agency: Connection[Breach] = connection(
        answers.breaches_of_agency,
        args={"agency": strawberry.ID, "state": BreachState | None},
        order=("noted_at desc",),
    )
    my_contact: Contact | None = one(answers.my_contact)
    contact_of: Contact | None = one(answers.contact_of, args={"person": strawberry.ID})
