"""The audit trail, as inspectors of an agency read it."""

from datetime import datetime

import strawberry

from resolvers import audit as answers
from schema.mapping import column, connection, ref, table
from schema.people import Person
from schema.shapes import Connection, Node


@table(answers.audit_leaf)
@strawberry.type(description="One act: who did what to which row, on whose behalf, by which rule.")
class AuditLeaf(Node):
    id: strawberry.ID
    at: datetime
    deed: str
    subject_kind: str
    subject_id: strawberry.ID
    rule: str = strawberry.field(
        description="The @id of the policy that allowed it, or that refused it."
    )
    refusal: str | None = strawberry.field(
        description="The code, where the act was an attempt and was refused; nothing came of it."
    )
    channel: str = strawberry.field(description="api, portal, command, import or worker.")
    reason: str
    before: str | None = column(answers.BEFORE_TEXT, description="What it was, as JSON.")
    after: str | None = column(answers.AFTER_TEXT, description="What it became, as JSON.")
    trace_id: str
    actor: Person | None = ref("actor_id", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)


@strawberry.type
class AuditQuestions:
    audit_of: Connection[AuditLeaf] = connection(
        answers.leaves_of,
        args={"subject": strawberry.ID},
        order=("seq desc",),
        description="What was done to one row; for inspectors of its agency.",
    )
    audit_in: Connection[AuditLeaf] = connection(
        answers.leaves_in,
        args={"agency": strawberry.ID},
        order=("seq desc",),
        description="What was done in an agency; for its inspectors.",
    )
