"""Organisations' results to look at again, because one beneath was replaced (art. 4.4 and 8)."""

from datetime import datetime

import strawberry

from resolvers import recognition as answers
from schema.evaluations import Level
from schema.mapping import computed, connection, ref, table
from schema.organisation import Unit
from schema.people import Person
from schema.recognition import OrganisationReview
from schema.shapes import Connection, Node


@table(answers.recognition_flag)
@strawberry.type(
    description="A recognised result to look at: one directly beneath it was replaced (art. 4.4)."
)
class RecognitionFlag(Node):
    id: strawberry.ID
    level_before: Level = strawberry.field(description="What the organisation beneath was.")
    level_after: Level
    raised_at: datetime
    cleared_at: datetime | None
    note: str | None = strawberry.field(description="What became of it.")
    version: int
    review: OrganisationReview = ref("review_id", inherited=True)
    organisation: Unit = ref("unit_id", inherited=True)
    because_of: Unit = ref(
        "because_unit_id", inherited=True, description="The organisation beneath."
    )
    replaced_by: OrganisationReview | None = ref(
        "because_id", description="The edition beneath that counts now, if you may see it."
    )
    cleared_by: Person | None = ref("cleared_by", inherited=True)
    cleared_on_behalf_of: Person | None = ref("cleared_on_behalf_of", inherited=True)
    allowed_actions: list[str] = computed(
        answers.allowed_on_recognition_flag, needs=answers.RECOGNITION_FLAG_NEEDS
    )


@strawberry.type
class RecognitionFlagQuestions:
    recognition_flags_waiting: Connection[RecognitionFlag] = connection(
        answers.recognition_flags_waiting,
        order=("id",),
        description="Recognised results that wait for you: one beneath each was replaced.",
    )
