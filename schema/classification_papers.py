"""What is on file of one case: form 02 round by round, and papers by reference."""

from datetime import date, datetime

import strawberry

from resolvers import classification as answers
from resolvers.core.documents import hash_of
from schema.evaluations import Level
from schema.mapping import column, ref, table
from schema.people import Person
from schema.results import PeriodResult
from schema.shapes import Node


@table(answers.year_form)
@strawberry.type(description="Form 02 as it was submitted in one round; never changed.")
class YearForm(Node):
    id: strawberry.ID
    round: int
    level: Level
    text: str
    submitted_at: datetime
    returned_reason: str | None
    returned_at: datetime | None
    result: PeriodResult = ref("result_id", inherited=True)


@table(answers.case_paper)
@strawberry.type(description="Minutes, a Party committee's comment or a decision, by reference.")
class CasePaper(Node):
    id: strawberry.ID
    kind: str = strawberry.field(description="minutes, party_comment or decision.")
    number: str
    day: date
    sha256: str | None = column(hash_of(answers.case_paper))
    url: str | None
    summoned: int | None
    attended: int | None
    recorded_at: datetime
    recorded_by: Person = ref("recorded_by", inherited=True)
