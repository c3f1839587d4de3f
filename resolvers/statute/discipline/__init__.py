"""Discipline in law: forms, terms, limits (Decree 172/2025; Law 80/2025, art. 36 to 38).

law = Law(effective, known=today)
begins, ends = in_force(effective, law)            # 12 months, then it is over by itself
last = limitation(Form.WARNING, act, law, None)    # until when it may be taken up
"""

from resolvers.statute.discipline.facts import (
    FORMS,
    Form,
    Postponed,
    Procedure,
    Relation,
    Source,
    Unlimited,
)
from resolvers.statute.discipline.parameters import BLOCKING, IN_FORCE
from resolvers.statute.discipline.terms import (
    ENDED_BY_ANOTHER,
    LEADERS_ONLY,
    administrative_due,
    blocks,
    correction_due,
    ground,
    in_force,
    is_lighter,
    is_repeated,
    least_form,
    limitation,
    procedure_due,
)

__all__ = [
    "BLOCKING",
    "ENDED_BY_ANOTHER",
    "FORMS",
    "IN_FORCE",
    "LEADERS_ONLY",
    "Form",
    "Postponed",
    "Procedure",
    "Relation",
    "Source",
    "Unlimited",
    "administrative_due",
    "blocks",
    "correction_due",
    "ground",
    "in_force",
    "is_lighter",
    "is_repeated",
    "least_form",
    "limitation",
    "procedure_due",
]
