"""What is written beside a personnel action: the person's own words, and an early end."""

from datetime import date, datetime
from enum import Enum

import strawberry

from resolvers import personnel as answers
from resolvers.core.documents import hash_of
from schema.mapping import column, ref, table
from schema.people import Person
from schema.shapes import Node


@strawberry.enum(description="Where the person stands on what is prepared about him.")
class PersonnelStance(Enum):
    CONSENT = strawberry.enum_value("consent", description="đồng ý")
    OBJECTION = strawberry.enum_value("objection", description="không đồng ý")
    OPINION = strawberry.enum_value("opinion", description="có ý kiến khác")


@table(answers.action_statement)
@strawberry.type(description="What the person said himself, at a step at which he was heard.")
class PersonnelStatement(Node):
    id: strawberry.ID
    stance: PersonnelStance
    said: str
    stated_at: datetime


@table(answers.action_ending)
@strawberry.type(description="A secondment or a suspension was ended before its last day.")
class PersonnelEnding(Node):
    id: strawberry.ID
    ends_on: date = strawberry.field(description="The first day on which it holds no more.")
    reason: str
    number: str = column("document_no")
    day: date | None = column("document_day")
    sha256: str | None = column(hash_of(answers.action_ending, "document_sha256"))
    url: str | None = column("document_url")
    ended_at: datetime
    ended_by: Person = ref("ended_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)
