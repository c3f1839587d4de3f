"""The annual classification of people. Other slices use only the names exported here."""

from resolvers.classification.allowed import (
    CASE_NEEDS,
    ROUND_NEEDS,
    allowed_on_case,
    allowed_on_round,
)
from resolvers.classification.choosing import ChoiceNeeded, NotAboveTheLine, QuotaExceeded
from resolvers.classification.completeness import SetNotComplete
from resolvers.classification.deeds_closing import (
    NobodyToClassify,
    close_classification,
    reopen_classification,
)
from resolvers.classification.deeds_deciding import (
    GroundsChanged,
    decide_classification,
    decide_quota_share,
)
from resolvers.classification.deeds_forms import (
    ResultMissing,
    excuse_year_form,
    return_year_form,
    submit_year_form,
)
from resolvers.classification.deeds_groups import PositionNotOfAgency, define_duty_group
from resolvers.classification.deeds_papers import (
    AttendanceContradicts,
    MinutesNotPassed,
    consider_suspension,
    propose_level,
    record_minutes,
    record_party_comment,
    withdraw_case,
)
from resolvers.classification.deeds_register import (
    FormNotGiven,
    Ground,
    GroundOfDecision,
    OtherPersonsAct,
    annul_disqualifier,
    drop_ground,
    keep_ground,
    record_disqualifier,
)
from resolvers.classification.deeds_replacing import (
    LevelAboveTheLaw,
    NoFreePlace,
    reconsider,
    replace_classification,
)
from resolvers.classification.deeds_telling import notify_classification, publish_classification
from resolvers.classification.flags import clear_review_flag, flag_classes_of
from resolvers.classification.model import GroupChoice
from resolvers.classification.papers import case_paper, published_class, review_flag, year_form
from resolvers.classification.preparing import Prepared, open_classification, prepare_cases
from resolvers.classification.questions import (
    case_by_id,
    cases_to_replace,
    classifications_of_person,
    current_cases,
    duty_groups_of,
    flags_of_agency,
    my_classifications,
    my_register,
    open_cases,
    positions_of_group,
    published_classes,
    register_of,
    round_by_id,
    rounds_of_agency,
)
from resolvers.classification.registers import disqualifier, duty_group, duty_group_position
from resolvers.classification.tables import (
    DECISION_SHOWN,
    FINDINGS_SHOWN,
    classification,
    classification_round,
    quota_decision,
    round_group,
)
from resolvers.classification.telling import (
    CITES_SHOWN,
    STEPS_SHOWN,
    WAITING_NEEDS,
    told_cites,
    told_steps,
    told_waiting,
)

__all__ = [
    "CASE_NEEDS",
    "CITES_SHOWN",
    "DECISION_SHOWN",
    "FINDINGS_SHOWN",
    "ROUND_NEEDS",
    "STEPS_SHOWN",
    "WAITING_NEEDS",
    "AttendanceContradicts",
    "ChoiceNeeded",
    "FormNotGiven",
    "Ground",
    "GroundOfDecision",
    "GroundsChanged",
    "GroupChoice",
    "LevelAboveTheLaw",
    "MinutesNotPassed",
    "NoFreePlace",
    "NobodyToClassify",
    "NotAboveTheLine",
    "OtherPersonsAct",
    "PositionNotOfAgency",
    "Prepared",
    "QuotaExceeded",
    "ResultMissing",
    "SetNotComplete",
    "allowed_on_case",
    "allowed_on_round",
    "annul_disqualifier",
    "case_by_id",
    "case_paper",
    "cases_to_replace",
    "classification",
    "classification_round",
    "classifications_of_person",
    "clear_review_flag",
    "close_classification",
    "consider_suspension",
    "current_cases",
    "decide_classification",
    "decide_quota_share",
    "define_duty_group",
    "disqualifier",
    "drop_ground",
    "duty_group",
    "duty_group_position",
    "duty_groups_of",
    "excuse_year_form",
    "flag_classes_of",
    "flags_of_agency",
    "keep_ground",
    "my_classifications",
    "my_register",
    "notify_classification",
    "open_cases",
    "open_classification",
    "positions_of_group",
    "prepare_cases",
    "propose_level",
    "publish_classification",
    "published_class",
    "published_classes",
    "quota_decision",
    "reconsider",
    "record_disqualifier",
    "record_minutes",
    "record_party_comment",
    "register_of",
    "reopen_classification",
    "replace_classification",
    "return_year_form",
    "review_flag",
    "round_by_id",
    "round_group",
    "rounds_of_agency",
    "submit_year_form",
    "told_cites",
    "told_steps",
    "told_waiting",
    "withdraw_case",
    "year_form",
]
