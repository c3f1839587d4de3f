"""Assigned work, its deliveries and faults: the facts that a score follows from."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated

import strawberry

from resolvers import work as answers
from resolvers.core.tables import trimmed
from schema.catalogue import Product
from schema.mapping import column, computed, connection, many, one, ref, table
from schema.organisation import Unit
from schema.people import Person, Posting
from schema.shapes import MAY_DO, Connection, Node


@strawberry.enum(description="Where work came from (Decree 335/2025, art. 18.1d).")
class Origin(Enum):
    PLANNED = strawberry.enum_value("planned", description="Assigned in the period's plan.")
    URGENT = strawberry.enum_value(
        "urgent", description="Urgent, unplanned (đột xuất, phát sinh): adds to the numerator only."
    )
    TAKEN_OVER = strawberry.enum_value(
        "taken_over", description="Taken over from a colleague: adds to the numerator only."
    )
    HANDED_OVER = strawberry.enum_value(
        "handed_over", description="Given up to a colleague: stays in the denominator."
    )


@strawberry.enum(description="Where an assignment stands.")
class AssignmentState(Enum):
    ASSIGNED = "assigned"
    FINISHED = "finished"
    HANDED_OVER = "handed_over"


@strawberry.enum(description="What the head decided on a delivery.")
class Verdict(Enum):
    ACCEPTED = "accepted"
    RETURNED = "returned"


@strawberry.enum(description="A fault of quality (chất lượng) or of progress (tiến độ).")
class FaultKind(Enum):
    QUALITY = "quality"
    DELAY = "delay"


@table(answers.evidence)
@strawberry.type(description="Evidence of a delivery: a file's hash, or a link. Only ever added.")
class Evidence(Node):
    id: strawberry.ID
    name: str
    sha256: str | None = column(answers.SHA256_HEX, description="Hexadecimal.")
    url: str | None
    uploaded_at: datetime
    uploader: Person = ref("uploaded_by", inherited=True)


@table(answers.fault)
@strawberry.type(
    description="One failure of quality or missed deadline, and its objective cause if confirmed."
)
class Fault(Node):
    id: strawberry.ID
    kind: FaultKind
    reason: str
    noted_on: date
    objective: bool = strawberry.field(
        description="Objective cause (nguyên nhân khách quan) confirmed: nothing is deducted."
    )
    objective_cause: str | None
    confirmed_at: datetime | None
    version: int
    noted_by: Person = ref("noted_by", inherited=True)
    confirmed_by: Person | None = ref("confirmed_by", inherited=True)
    allowed_actions: list[str] = computed(
        answers.allowed_on_faults, needs=answers.FAULT_NEEDS, description=MAY_DO
    )


@table(answers.delivery)
@strawberry.type(description="What the person reports as done, and what the head decided on it.")
class Delivery(Node):
    id: strawberry.ID
    period: date
    quantity: Decimal = column(trimmed(answers.delivery, "quantity"))
    note: str
    delivered_on: date
    delivered_at: datetime
    verdict: Verdict | None = strawberry.field(description="Null while it waits for the head.")
    verdict_reason: str | None
    accepted_quantity: Decimal | None = column(trimmed(answers.delivery, "accepted_quantity"))
    decided_at: datetime | None
    version: int
    person: Person = ref("person_id", inherited=True)
    decided_by: Person | None = ref("decided_by", inherited=True)
    on_behalf_of: Person | None = ref("decided_on_behalf_of", inherited=True)
    assignment: Annotated["Assignment", strawberry.lazy("schema.work")] = ref(
        "assignment_id", inherited=True
    )
    evidence: list[Evidence] = many(on={"delivery_id": "id"}, order=("uploaded_at", "id"))
    allowed_actions: list[str] = computed(
        answers.allowed_on_deliveries, needs=answers.DELIVERY_NEEDS, description=MAY_DO
    )


@table(answers.process_measure)
@strawberry.type(description="What a head measured of a process criterion; the last word counts.")
class ProcessMeasure(Node):
    id: strawberry.ID
    achieved: Decimal = column(
        trimmed(answers.process_measure, "achieved"), description="Share reached, 0 to 1."
    )
    reason: str
    measured_at: datetime
    measured_by: Person = ref("measured_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)


@table(answers.work_line)
@strawberry.federation.type(
    keys=["id"], description="The part of one assignment that counts in one month."
)
class WorkLine(Node):
    id: strawberry.ID
    period: date
    milestone: str
    share: Decimal = column(
        trimmed(answers.work_line, "share"), description="Per cent of the assignment's units."
    )
    quantity: Decimal = column(
        trimmed(answers.work_line, "quantity"), description="Pieces assigned for this month."
    )
    accepted: Decimal = column(
        trimmed(answers.work_line, "accepted"), description="Pieces that the head has accepted."
    )
    units: Decimal = column(
        trimmed(answers.work_line, "units"), description="Standard units that count in this month."
    )
    due_on: date
    origin: Origin
    completed: Decimal = column(
        trimmed(answers.work_line, "completed"), description="Share of the units accepted, 0 to 1."
    )
    quality_failures: int
    delays: int
    objective_quality_failures: int
    objective_delays: int
    version: int
    product: Product = ref("product_id", inherited=True)
    assignment: Annotated["Assignment", strawberry.lazy("schema.work")] = ref(
        "assignment_id", inherited=True
    )
    deliveries: list[Delivery] = many(
        on={"line_id": "id"}, order=("delivered_at", "id"), inherited=True
    )
    faults: list[Fault] = many(on={"line_id": "id"}, order=("noted_on", "id"), inherited=True)
    measures: list[ProcessMeasure] = many(
        on={"line_id": "id"},
        order=("measured_at", "id"),
        inherited=True,
        description="Of a process criterion, the latest last.",
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_lines, needs=answers.LINE_NEEDS, description=MAY_DO
    )


@table(answers.assignment)
@strawberry.federation.type(
    keys=["id"],
    description="Work assigned to a person (giao nhiệm vụ, Decree 335/2025, art. 18.1).",
)
class Assignment(Node):
    id: strawberry.ID
    title: str
    note: str
    quantity: Decimal = column(trimmed(answers.assignment, "quantity"))
    coefficient: Decimal = column(
        trimmed(answers.assignment, "coefficient"),
        description="Copied from the catalogue on the day of assignment.",
    )
    units: Decimal = column(
        trimmed(answers.assignment, "units"),
        description="quantity × coefficient, in standard units.",
    )
    due_on: date
    origin: Origin
    state: AssignmentState
    assigned_at: datetime
    version: int
    person: Person = ref("person_id", inherited=True)
    unit: Unit = ref("unit_id")
    posting: Posting = ref("posting_id", inherited=True)
    product: Product = ref("product_id", inherited=True)
    assigned_by: Person = ref("assigned_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)
    taken_from: Annotated["Assignment", strawberry.lazy("schema.work")] | None = ref(
        "taken_from_id", description="The colleague's assignment, where you may see it."
    )
    holds_now: Posting | None = one(
        answers.main_posts_today,
        on={"person_id": "person_id"},
        description="The post in which the person is evaluated today, if you may see it.",
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_assignments, needs=answers.ASSIGNMENT_NEEDS, description=MAY_DO
    )
    lines: list[WorkLine] = many(on={"assignment_id": "id"}, order=("period", "id"))
    deliveries: list[Delivery] = many(on={"assignment_id": "id"}, order=("delivered_at", "id"))


@strawberry.type
class WorkQuestions:
    assignment: Assignment | None = one(answers.assignment_by_id, args={"id": strawberry.ID})
    delivery: Delivery | None = one(answers.delivery_by_id, args={"id": strawberry.ID})
    assignments_of_unit: Connection[Assignment] = connection(
        answers.assignments_of_unit,
        args={"unit": strawberry.ID},
        order=("due_on desc",),
        description="What the head of a unit has assigned.",
    )
    assignments_of_person: Connection[Assignment] = connection(
        answers.assignments_of_person, args={"person": strawberry.ID}, order=("due_on desc",)
    )
    my_assignments: Connection[Assignment] = connection(
        answers.my_assignments, order=("due_on desc",)
    )
    my_work: list[WorkLine] = many(
        answers.my_work,
        args={"period": date},
        order=("due_on", "id"),
        description="My work that counts in a month.",
    )
    work_of_unit: Connection[WorkLine] = connection(
        answers.work_of_unit,
        args={"unit": strawberry.ID, "period": date},
        order=("due_on",),
        description="The work of a month of all whom the head of a unit scores.",
    )
    unfinished_work: Connection[Assignment] = connection(
        answers.unfinished_work,
        args={"unit": strawberry.ID},
        order=("due_on", "id"),
        description="Work that is open on posts that have ended, of a unit and of the closed units"
        " that it answers for: carry it on, or hand it over.",
    )
    waiting_deliveries: Connection[Delivery] = connection(
        answers.waiting_deliveries,
        args={"unit": strawberry.ID},
        order=("delivered_at",),
        description="Deliveries on which the head of a unit has still to decide.",
    )
