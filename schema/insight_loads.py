"""What those whom a head scores have to do in a month, and when they are away."""

from datetime import date
from decimal import Decimal

import strawberry

from resolvers import insight as answers
from resolvers import results
from schema.catalogue import Product
from schema.mapping import computed, many, one, row
from schema.people import Person, Posting
from schema.results import Absence


@row
@strawberry.type(
    description="What somebody has to do in a month, before more is assigned to him; nothing is"
    " decided by it."
)
class MonthLoad:
    planned: Decimal = strawberry.field(description="Units first assigned: the denominator of a.")
    beyond: Decimal = strawberry.field(description="Urgent and taken-over units.")
    lines: int = strawberry.field(description="Pieces of work that count in the month.")
    share: Decimal | None = strawberry.field(
        description="Of what is first assigned to all whom the head scores, cut to four places."
    )
    heaviest: Decimal | None = strawberry.field(
        description="The share that the heaviest piece of work has of `planned`."
    )
    warned_above: Decimal = strawberry.field(
        description="The agency's switch: above this share a product is to be spread (art. 18.1c)."
    )
    warned: bool = strawberry.field(description="The heaviest piece is above that share.")
    days: int = strawberry.field(
        description="Calendar days of the period on which he has the post."
    )
    absent_days: int = strawberry.field(description="Of these, days of recorded absences.")
    person: Person | None = one(answers.every_person, on={"id": "person_id"})
    posting: Posting | None = one(answers.every_posting, on={"id": "posting_id"})
    heaviest_product: Product | None = one(answers.every_product, on={"id": "product_id"})
    absences: list[Absence] = many(
        results.absences_of_period,
        on={"person_id": "person_id"},
        args={"period": date},
        order=("id",),
        description="Those that count and reach into a period.",
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_loads,
        needs=answers.LOAD_NEEDS,
        description="AssignWork, where you may assign him work of the period now.",
    )
