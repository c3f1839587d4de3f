"""Organisations' year: its schemes, its recognition and its quota (Decree 335/2025, art. 5 to 9).

Other slices use only the names exported here.
"""

from resolvers.recognition.allowed import (
    REVIEW_NEEDS,
    ROUND_NEEDS,
    SCHEME_NEEDS,
    allowed_on_review,
    allowed_on_round,
    allowed_on_scheme,
    may_open_recognition,
    may_propose_scheme,
)
from resolvers.recognition.closed_set import MarksOutdated, RoundNotClosed, VerificationOpen
from resolvers.recognition.criteria import CriterionTwice, SchemeDoesNotAddUp, SchemeLeavesOut
from resolvers.recognition.deeds_assessing import (
    assess_organisation,
    return_organisation_assessment,
    save_organisation_draft,
)
from resolvers.recognition.deeds_deciding import decide_recognition, publish_recognition
from resolvers.recognition.deeds_marking import (
    LevelGiven,
    SubUnitsNotDecided,
    choose_organisation_level,
    mark_organisation,
)
from resolvers.recognition.deeds_verifying import (
    VerificationConcluded,
    conclude_organisation_verification,
    order_organisation_verification,
)
from resolvers.recognition.judging import (
    NothingPlanned,
    recompute_organisation,
    told_organisation_facts,
    told_organisation_steps,
)
from resolvers.recognition.levels import recognised_level
from resolvers.recognition.marking import CriteriaNotMarked, CriterionUnknown, MarkNeedsReason
from resolvers.recognition.model import (
    Criterion,
    Document,
    Finding,
    OrganisationMark,
    PaperDecision,
    ShareDecision,
    Statement,
    StatementContradicts,
)
from resolvers.recognition.opening import (
    NoOrganisationScheme,
    NothingToRecognise,
    NotInScope,
    open_recognition,
    withdraw_organisation_review,
)
from resolvers.recognition.questions import (
    organisation_review_by_id,
    organisation_scheme_by_id,
    organisation_schemes,
    organisations_to_recognise,
    recognition_round_by_id,
    recognition_rounds,
    recognition_rounds_of_agency,
    reviews_of_agency,
    reviews_of_organisation,
)
from resolvers.recognition.quota import ExcellentToChoose, NotACandidate, ShareNotAllowed
from resolvers.recognition.replacing import LevelToChoose, NoPlaceLeft, replace_recognition
from resolvers.recognition.scheme_tables import organisation_criterion, organisation_scheme
from resolvers.recognition.schemes import (
    NotManagingAgency,
    SchemeTooEarly,
    SchemeWaiting,
    approve_organisation_scheme,
    propose_organisation_scheme,
    return_organisation_scheme,
)
from resolvers.recognition.tables import (
    MARKS_SHOWN,
    RESULT_SHOWN,
    SELF_SHOWN,
    organisation_assessment,
    organisation_document,
    organisation_review,
    organisation_verification,
    recognition_round,
)
from resolvers.recognition.telling import (
    CITES,
    FACTS,
    STATEMENT,
    STEPS,
    SUGGESTION,
    told_confirmed_statement,
    told_finding,
    told_organisation_cites,
    told_statement,
    told_suggestion,
)

__all__ = [
    "CITES",
    "FACTS",
    "MARKS_SHOWN",
    "RESULT_SHOWN",
    "REVIEW_NEEDS",
    "ROUND_NEEDS",
    "SCHEME_NEEDS",
    "SELF_SHOWN",
    "STATEMENT",
    "STEPS",
    "SUGGESTION",
    "CriteriaNotMarked",
    "Criterion",
    "CriterionTwice",
    "CriterionUnknown",
    "Document",
    "ExcellentToChoose",
    "Finding",
    "LevelGiven",
    "LevelToChoose",
    "MarkNeedsReason",
    "MarksOutdated",
    "NoOrganisationScheme",
    "NoPlaceLeft",
    "NotACandidate",
    "NotInScope",
    "NotManagingAgency",
    "NothingPlanned",
    "NothingToRecognise",
    "OrganisationMark",
    "PaperDecision",
    "RoundNotClosed",
    "SchemeDoesNotAddUp",
    "SchemeLeavesOut",
    "SchemeTooEarly",
    "SchemeWaiting",
    "ShareDecision",
    "ShareNotAllowed",
    "Statement",
    "StatementContradicts",
    "SubUnitsNotDecided",
    "VerificationConcluded",
    "VerificationOpen",
    "allowed_on_review",
    "allowed_on_round",
    "allowed_on_scheme",
    "approve_organisation_scheme",
    "assess_organisation",
    "choose_organisation_level",
    "conclude_organisation_verification",
    "decide_recognition",
    "mark_organisation",
    "may_open_recognition",
    "may_propose_scheme",
    "open_recognition",
    "order_organisation_verification",
    "organisation_assessment",
    "organisation_criterion",
    "organisation_document",
    "organisation_review",
    "organisation_review_by_id",
    "organisation_scheme",
    "organisation_scheme_by_id",
    "organisation_schemes",
    "organisation_verification",
    "organisations_to_recognise",
    "propose_organisation_scheme",
    "publish_recognition",
    "recognised_level",
    "recognition_round",
    "recognition_round_by_id",
    "recognition_rounds",
    "recognition_rounds_of_agency",
    "recompute_organisation",
    "replace_recognition",
    "return_organisation_assessment",
    "return_organisation_scheme",
    "reviews_of_agency",
    "reviews_of_organisation",
    "save_organisation_draft",
    "told_confirmed_statement",
    "told_finding",
    "told_organisation_cites",
    "told_organisation_facts",
    "told_organisation_steps",
    "told_statement",
    "told_suggestion",
    "withdraw_organisation_review",
]
