"""Petitions against results (art. 22). Other slices use only the names exported here."""

from resolvers.core.days import HolidaysNotLaidDown
from resolvers.evaluations import told_cites
from resolvers.petitions.allowed import (
    MAY_PETITION_CLASS_NEEDS,
    MAY_PETITION_NEEDS,
    PETITION_ACTIONS,
    PETITION_NEEDS,
    allowed_on_petitions,
    may_petition,
    may_petition_class,
)
from resolvers.petitions.clock import LEFT_NEEDS, working_days_left
from resolvers.petitions.deeds_answering import (
    ask_petition_statement,
    give_petition_opinion,
    give_petition_statement,
)
from resolvers.petitions.deeds_deciding import (
    PetitionOfAnotherKind,
    reject_petition,
    uphold_class_petition,
    uphold_score_petition,
)
from resolvers.petitions.deeds_filing import (
    PetitionOpen,
    petition_class,
    petition_score,
    withdraw_petition,
)
from resolvers.petitions.passing_up import pass_petitions_up
from resolvers.petitions.questions import (
    DOCUMENT_SHA256,
    NEW_LEVEL,
    NEW_TOTAL,
    OVERDUE,
    my_petitions,
    petition_by_id,
    petitions_of_agency,
    petitions_of_class,
    petitions_of_sheet,
    petitions_to_decide,
    petitions_to_state,
)
from resolvers.petitions.tables import (
    ADVICE_SHOWN,
    STATEMENT_SHOWN,
    petition,
    petition_document,
)

__all__ = [
    "ADVICE_SHOWN",
    "DOCUMENT_SHA256",
    "LEFT_NEEDS",
    "MAY_PETITION_CLASS_NEEDS",
    "MAY_PETITION_NEEDS",
    "NEW_LEVEL",
    "NEW_TOTAL",
    "OVERDUE",
    "PETITION_ACTIONS",
    "PETITION_NEEDS",
    "STATEMENT_SHOWN",
    "HolidaysNotLaidDown",
    "PetitionOfAnotherKind",
    "PetitionOpen",
    "allowed_on_petitions",
    "ask_petition_statement",
    "give_petition_opinion",
    "give_petition_statement",
    "may_petition",
    "may_petition_class",
    "my_petitions",
    "pass_petitions_up",
    "petition",
    "petition_by_id",
    "petition_class",
    "petition_document",
    "petition_score",
    "petitions_of_agency",
    "petitions_of_class",
    "petitions_of_sheet",
    "petitions_to_decide",
    "petitions_to_state",
    "reject_petition",
    "told_cites",
    "uphold_class_petition",
    "uphold_score_petition",
    "withdraw_petition",
    "working_days_left",
]
