"""What an agency's regulation chose where the law leaves a question open."""

from datetime import date

import strawberry

from resolvers import organisation as answers
from resolvers.core.tables import since, until
from schema.mapping import column, table


@table(answers.agency_switch)
@strawberry.type(
    description="What the agency's regulation (quy chế) chose where the law leaves a question open."
)
class AgencySwitch:
    id: strawberry.ID
    name: str
    value: str = column(answers.switch_text)
    basis: str = strawberry.field(description="The regulation that chose it.")
    since: date = column(since(answers.agency_switch))
    until: date | None = column(until(answers.agency_switch))


@strawberry.type(description="A question that the law leaves open, and what may be answered.")
class SwitchQuestion:
    name: str
    asks: str = strawberry.field(description="In the reader's language.")
    answers: list[str] = strawberry.field(description="Empty where the answer is a number.")
    allowed: str = strawberry.field(description="The answers, or the least and the most number.")
    default: str = strawberry.field(description="What holds where an agency has not chosen.")
    basis: str = strawberry.field(description="The article that leaves it open.")
