"""Persons, and the authority they hold on a day."""

from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import strawberry

from resolvers import people as answers
from resolvers.core.tables import since, until
from schema.mapping import column, computed, connection, many, one, ref, table
from schema.organisation import Agency, Unit
from schema.positions import JobPosition
from schema.shapes import Connection, Node

if TYPE_CHECKING:
    from schema.evaluations import Sheet
    from schema.work import Assignment


@strawberry.enum(description="What a posting makes of its holder in the unit.")
class Office(Enum):
    HEAD = strawberry.enum_value("head", description="Head (người đứng đầu).")
    DEPUTY = strawberry.enum_value("deputy", description="Deputy (cấp phó).")
    MEMBER = strawberry.enum_value("member", description="Neither head nor deputy.")


@strawberry.enum(description="How a posting came about.")
class PostingMode(Enum):
    APPOINTED = strawberry.enum_value("appointed", description="Appointment (bổ nhiệm).")
    ACTING = strawberry.enum_value("acting", description="Acting, the office being vacant.")
    SECONDED = strawberry.enum_value("seconded", description="Secondment (biệt phái).")


@strawberry.enum(description="An office outside the line of heads, always bound to one unit.")
class MandateKind(Enum):
    PERSONNEL_OFFICER = "personnel_officer"
    INSPECTOR = "inspector"
    ADMINISTRATOR = "administrator"


@table(answers.posting)
@strawberry.type(description="A dated post of a person in a unit.")
class Posting(Node):
    id: strawberry.ID
    office: Office
    mode: PostingMode
    main: bool = strawberry.field(description="Whether the person is evaluated in this post.")
    decision_no: str
    since: date = column(since(answers.posting))
    until: date | None = column(
        until(answers.posting), description="The last day; null while open."
    )
    version: int
    person: Annotated["Person", strawberry.lazy("schema.people")] = ref("person_id", inherited=True)
    unit: Unit = ref("unit_id")
    position: JobPosition | None = ref("position_id", inherited=True)
    charges: list[Annotated["Charge", strawberry.lazy("schema.people")]] = many(
        on={"posting_id": "id"}, order=("id desc",), description="What a deputy is in charge of."
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_postings,
        needs=answers.POSTING_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@table(answers.mandate)
@strawberry.type(description="A mandate: a role and its unit, as one pair, for some days.")
class Mandate(Node):
    id: strawberry.ID
    kind: MandateKind
    since: date = column(since(answers.mandate))
    until: date | None = column(until(answers.mandate))
    version: int
    person: Annotated["Person", strawberry.lazy("schema.people")] = ref("person_id", inherited=True)
    unit: Unit = ref("unit_id")
    allowed_actions: list[str] = computed(
        answers.allowed_on_mandates,
        needs=answers.MANDATE_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@table(answers.delegation)
@strawberry.type(
    description="A head's authority lent to an acting head: it starts and ends by its days."
)
class Delegation(Node):
    id: strawberry.ID
    deeds: list[str] | None = strawberry.field(
        description="The deeds lent; null means all that the head himself may do."
    )
    reason: str
    since: date = column(since(answers.delegation))
    until: date | None = column(until(answers.delegation))
    revoked_at: datetime | None
    version: int
    unit: Unit = ref("unit_id")
    appointer: Annotated["Person", strawberry.lazy("schema.people")] = ref(
        "from_person_id", inherited=True
    )
    acting_head: Annotated["Person", strawberry.lazy("schema.people")] = ref(
        "to_person_id", inherited=True
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_delegations,
        needs=answers.DELEGATION_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@table(answers.transfer)
@strawberry.type(description="An agency lets somebody go to another one, which then appoints him.")
class Transfer(Node):
    id: strawberry.ID
    leaves_on: date = strawberry.field(description="The first day without the former post.")
    decision_no: str
    agreed_at: datetime
    taken_at: datetime | None = strawberry.field(description="When he was appointed there.")
    withdrawn_at: datetime | None
    version: int
    person: Annotated["Person", strawberry.lazy("schema.people")] = ref("person_id", inherited=True)
    posting: Posting = ref(
        "posting_id", inherited=True, description="The post that he leaves; `movePosting` ends it."
    )
    agency: Agency = ref("agency_id", description="The agency that he goes to.")
    from_agency: Agency = ref("from_agency_id")


@table(answers.charge)
@strawberry.type(description="The field a deputy is in charge of: a unit, or one person.")
class Charge:
    id: strawberry.ID
    since: date = column(since(answers.charge))
    until: date | None = column(until(answers.charge))
    unit: Unit | None = ref("unit_id")
    person: Annotated["Person", strawberry.lazy("schema.people")] | None = ref(
        "person_id", inherited=True
    )


@strawberry.type(description="A login of an identity provider that is linked to a person.")
class LinkedLogin:
    id: strawberry.ID
    issuer: str = strawberry.field(description="The identity provider's address.")
    subject: str = strawberry.field(description="The provider's lasting name of the person.")
    linked_at: datetime


@table(answers.person)
@strawberry.federation.type(keys=["id"], description="A civil servant (công chức).")
class Person(Node):
    id: strawberry.ID
    full_name: str
    given_name: str
    staff_code: str | None
    version: int
    agency: Agency = ref("agency_id", description="The agency that holds the personnel file.")
    postings: list[Posting] = many(on={"person_id": "id"}, order=("id desc",))
    mandates: list[Mandate] = many(on={"person_id": "id"}, order=("id desc",))
    sheets: Connection[Annotated["Sheet", strawberry.lazy("schema.evaluations")]] = connection(
        on={"person_id": "id"}, order=("period desc",), description="Those that you may see."
    )
    assignments: Connection[Annotated["Assignment", strawberry.lazy("schema.work")]] = connection(
        on={"person_id": "id"}, order=("due_on desc",), description="Those that you may see."
    )
    logins: list[LinkedLogin] = computed(
        answers.told_logins,
        needs=answers.LOGIN_NEEDS,
        description="Told to the person, and to whoever may link and unlink them.",
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_persons,
        needs=answers.PERSON_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@strawberry.type
class PeopleQuestions:
    me: Person | None = one(answers.myself, description="The person behind this request.")
    my_units: list[Unit] = many(
        answers.units_headed,
        order=("name",),
        description="The units whose head you are today, also as acting head.",
    )
    person: Person | None = one(answers.person_by_id, args={"id": strawberry.ID})
    person_by_staff_code: Person | None = one(
        answers.person_by_staff_code,
        args={"agency": strawberry.ID, "staff_code": str},
        description="The person with a staff code in the agency that keeps the file.",
    )
    people: Connection[Person] = connection(
        answers.directory,
        args={"agency": strawberry.ID, "search": str | None},
        order=("sort_key",),
        description="An agency's directory, by given name; search ignores diacritics.",
    )
    postings_in: Connection[Posting] = connection(
        answers.postings_in, args={"unit": strawberry.ID, "on": date | None}, order=("id",)
    )
    mandates_in: Connection[Mandate] = connection(
        answers.mandates_in, args={"agency": strawberry.ID, "on": date | None}, order=("id",)
    )
    transfers_of: Connection[Transfer] = connection(
        answers.transfers_of,
        args={"agency": strawberry.ID},
        order=("id desc",),
        description="Transfers out of an agency and into it, the latest first.",
    )
    delegations_of: Connection[Delegation] = connection(
        answers.delegations_of, args={"unit": strawberry.ID, "on": date | None}, order=("id",)
    )
    delegations_ahead: Connection[Delegation] = connection(
        answers.delegations_ahead,
        args={"unit": strawberry.ID},
        order=("id",),
        description="What a unit's head has lent for today or later days, without what was taken"
        " back.",
    )
