"""The months of units, by unit, and the criteria of every month."""

from datetime import date

import strawberry

from resolvers import evaluations as answers
from schema.evaluations import GeneralCriterion, UnitMonth
from schema.mapping import computed, connection, one
from schema.shapes import Connection


@strawberry.type
class MonthsQuestions:
    month_of_unit: UnitMonth | None = one(
        answers.month_of_unit, args={"unit": strawberry.ID, "period": date}
    )
    general_criteria: list[GeneralCriterion] = computed(
        answers.criteria_today,
        needs=(),
        description="The ten general criteria by the law of today, in the order of form 01.",
    )
    unit_months: Connection[UnitMonth] = connection(
        answers.unit_months, args={"unit": strawberry.ID}, order=("period desc",)
    )
