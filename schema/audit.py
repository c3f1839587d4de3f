"""The audit trail, as inspectors of an agency read it."""

from datetime import datetime
from enum import Enum

import strawberry

from resolvers import audit as answers
from resolvers.insight import every_person
from schema.mapping import column, computed, connection, many, one, ref, row, table
from schema.people import Person
from schema.shapes import Connection, Node


@strawberry.enum(description="Whether a leaf of the trail still is what was sealed.")
class SealStanding(Enum):
    WAITS = strawberry.enum_value("waits", description="No seal covers it yet; the next one will.")
    SEALED = strawberry.enum_value("sealed", description="As it was when it was sealed.")
    ALTERED = strawberry.enum_value("altered", description="Changed since it was sealed.")


@strawberry.type(description="One thing that an act changed, in the reader's words.")
class LeafChange:
    field: str
    was: str | None
    became: str | None


@table(answers.audit_leaf)
@strawberry.type(description="One act: who did what to which row, on whose behalf, by which rule.")
class AuditLeaf(Node):
    id: strawberry.ID
    at: datetime
    deed: str
    deed_name: str = computed(
        answers.told_deeds, needs=("deed",), description="What it is called, in your language."
    )
    subject_kind: str
    subject_name: str | None = computed(
        answers.told_subjects,
        needs=("subject_kind",),
        description="What such a row is called, in your language.",
    )
    subject_id: strawberry.ID
    rule: str = strawberry.field(
        description="The @id of the policy that allowed it, or that refused it."
    )
    basis: str | None = computed(
        answers.told_bases,
        needs=("rule",),
        description="The text that the policy comes from, in your language.",
    )
    refusal: str | None = strawberry.field(
        description="The code, where the act was an attempt and was refused; nothing came of it."
    )
    refusal_text: str | None = computed(
        answers.told_refusals, needs=("refusal",), description="Why it was refused, in words."
    )
    channel: str = strawberry.field(description="api, portal, command, import or worker.")
    reason: str
    before: str | None = column(answers.BEFORE_TEXT, description="What it was, as JSON.")
    after: str | None = column(answers.AFTER_TEXT, description="What it became, as JSON.")
    changes: list[LeafChange] = computed(
        answers.told_changes,
        needs=("subject_kind", "before", "after"),
        description="What people read of `before` and `after`, in your language.",
    )
    trace_id: str
    sealed_at: datetime | None = column(answers.SEALED_AT)
    seal: SealStanding = computed(
        answers.told_seals,
        needs=answers.SEALED_NEEDS,
        description="Whether the leaf, hashed anew, is the one that was sealed. The whole trail is"
        " verified by the operator (`congtam audit verify`).",
    )
    actor: Person | None = ref("actor_id", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)


@row
@strawberry.type(description="How often a deed stands in a trail; refused attempts not counted.")
class DeedCount:
    deed: str
    deed_name: str = computed(answers.told_deeds, needs=("deed",))
    times: int
    last_at: datetime


@row
@strawberry.type(description="How often somebody was refused the same deed for the same reason.")
class RefusedAttempts:
    deed: str
    deed_name: str = computed(answers.told_deeds, needs=("deed",))
    refusal: str
    refusal_text: str | None = computed(answers.told_refusals, needs=("refusal",))
    times: int
    last_at: datetime
    actor: Person | None = one(every_person, on={"id": "actor_id"})


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
        args={
            "agency": strawberry.ID,
            "actor": strawberry.ID | None,
            "deed": str | None,
            "refused": bool | None,
        },
        order=("seq desc",),
        description="What was done in an agency; for its inspectors.",
    )
    deeds_in: list[DeedCount] = many(
        answers.deeds_in,
        args={"agency": strawberry.ID},
        order=("times desc", "deed desc"),
        description="The kinds of deeds in an agency's trail.",
    )
    refused_attempts: list[RefusedAttempts] = many(
        answers.attempts_in,
        args={"agency": strawberry.ID},
        order=("times desc", "last_at desc", "deed desc", "refusal desc", "actor_id desc"),
        description="Who was refused what in an agency, and how often.",
    )
