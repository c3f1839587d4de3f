"""Results that an agency hands to the one where somebody serves now (art. 19.1)."""

from datetime import date, datetime
from decimal import Decimal

import strawberry

from resolvers import people as answers
from resolvers.evaluations import told_cites
from schema.evaluations import Level, SheetRole
from schema.mapping import computed, connection, many, ref, table
from schema.organisation import Agency
from schema.people import Person
from schema.shapes import Connection, Node


@table(answers.handed_sheet)
@strawberry.type(description="One closed sheet as it was handed over; a corrected one comes anew.")
class HandedSheet(Node):
    id: strawberry.ID
    sheet_id: strawberry.ID = strawberry.field(description="The sheet in the former agency.")
    round: int
    period: date = strawberry.field(description="First day of the month.")
    days: int = strawberry.field(description="Calendar days of the month on which the post held.")
    role: SheetRole
    unit_name: str
    total: Decimal | None
    level: Level
    cites: list[str] = computed(told_cites, needs=("cites",))
    handed_at: datetime
    replaced_at: datetime | None = strawberry.field(
        description="When a corrected sheet took its place; null while it counts."
    )
    person: Person = ref("person_id", inherited=True)
    agency: Agency = ref("agency_id", description="The agency that received it.")
    from_agency: Agency = ref("from_agency_id")


@table(answers.handover)
@strawberry.type(description="One act of handing a person's results of a year over.")
class Handover(Node):
    id: strawberry.ID
    year: int
    document_no: str
    document_day: date | None
    handed_at: datetime
    person: Person = ref("person_id", inherited=True)
    agency: Agency = ref("agency_id", description="The agency that received them.")
    from_agency: Agency = ref("from_agency_id")
    handed_by: Person = ref("handed_by", inherited=True)
    sheets: list[HandedSheet] = many(on={"handover_id": "id"}, order=("period", "id"))


@table(answers.handover_request)
@strawberry.type(description="The receiving agency asks for the results of a year.")
class HandoverRequest(Node):
    id: strawberry.ID
    year: int
    purpose: str
    document_no: str
    document_day: date | None
    requested_at: datetime
    answered_at: datetime | None = strawberry.field(description="Null while it is open.")
    person: Person = ref("person_id", inherited=True)
    agency: Agency = ref("agency_id", description="The agency that asks.")
    from_agency: Agency = ref("from_agency_id", description="The agency that is asked.")
    requested_by: Person = ref("requested_by", inherited=True)


@strawberry.type
class HandingOverQuestions:
    handed_sheets: Connection[HandedSheet] = connection(
        answers.handed_sheets_of,
        args={"person": strawberry.ID, "year": int},
        order=("period", "id"),
        description="What was handed over of a person's year, without what was replaced since.",
    )
    handovers: Connection[Handover] = connection(
        answers.handovers_of,
        args={"person": strawberry.ID},
        order=("id desc",),
        description="The latest first.",
    )
    open_handover_requests: Connection[HandoverRequest] = connection(
        answers.open_requests,
        args={"agency": strawberry.ID},
        order=("id",),
        description="What an agency was asked for, or has asked for, and still waits.",
    )
