"""Monthly sheets and their scores. Other slices use only the names exported here."""

from resolvers.evaluations.allowed import (
    ALLOWED_NEEDS,
    EXCEPTION_NEEDS,
    MONTH_NEEDS,
    allowed_actions,
    allowed_on_exceptions,
    allowed_on_months,
)
from resolvers.evaluations.criteria import TOLD_CRITERIA_NEEDS, told_criteria
from resolvers.evaluations.deeds_assessing import (
    return_self_assessment,
    save_self_draft,
    self_assess,
)
from resolvers.evaluations.deeds_calibrating import (
    CALIBRATION_NEEDS,
    CalibrationAnswered,
    CalibrationUnanswered,
    allowed_on_calibrations,
    answer_reconsideration,
    ask_reconsideration,
    keep_score,
    unanswered,
)
from resolvers.evaluations.deeds_closing import (
    ChildUnitOpen,
    MonthHasOpenSheets,
    close_month,
    reopen_month,
)
from resolvers.evaluations.deeds_deducting import (
    DeductionExists,
    apply_deduction,
    remove_deduction,
)
from resolvers.evaluations.deeds_opening import SheetExists, open_month, open_sheet
from resolvers.evaluations.deeds_scoring import score_many, score_sheet
from resolvers.evaluations.deeds_signing import (
    FactsChanged,
    SubordinatesNotSigned,
    reopen_sheet,
    return_sheet,
    sign_many,
    sign_sheet,
)
from resolvers.evaluations.exceptions import (
    grant_lock_exception,
    revoke_lock_exception,
)
from resolvers.evaluations.explanation import (
    explain,
    recompute,
    sourced,
    told_cites,
    told_facts,
    told_steps,
)
from resolvers.evaluations.handing_over import (
    NothingToHandOver,
    hand_over_scores,
)
from resolvers.evaluations.locks import IN_FORCE, lock_exception
from resolvers.evaluations.marking import demand_month
from resolvers.evaluations.model import CODES, Leadership, Mark, Scoring, Signing
from resolvers.evaluations.questions import (
    CRITERIA,
    explanations,
    lock_exception_by_id,
    lock_exceptions_of_agency,
    lock_exceptions_of_unit,
    month_of_unit,
    my_sheets,
    sheet_by_id,
    sheets_of_agency,
    sheets_of_person,
    unit_month_by_id,
    unit_months,
    worklist,
)
from resolvers.evaluations.reconsidering import Reopened, ResultInRework, reopen_by_decision
from resolvers.evaluations.scoring import (
    LeadershipNotAllowed,
    LeadershipRequired,
    SubordinatesNotScored,
    UnitResultDecided,
    UnitResultToChoose,
)
from resolvers.evaluations.tables import (
    HEAD_STEP_SHOWN,
    SELF_STEP_SHOWN,
    calibration,
    deduction,
    score,
    self_assessment,
    sheet,
    unit_month,
)
from resolvers.evaluations.windows import (
    MONTH_WINDOW_NEEDS,
    SHEET_WINDOW_NEEDS,
    told_windows,
)

__all__ = [
    "ALLOWED_NEEDS",
    "CALIBRATION_NEEDS",
    "CODES",
    "CRITERIA",
    "EXCEPTION_NEEDS",
    "HEAD_STEP_SHOWN",
    "IN_FORCE",
    "MONTH_NEEDS",
    "MONTH_WINDOW_NEEDS",
    "SELF_STEP_SHOWN",
    "SHEET_WINDOW_NEEDS",
    "TOLD_CRITERIA_NEEDS",
    "CalibrationAnswered",
    "CalibrationUnanswered",
    "ChildUnitOpen",
    "DeductionExists",
    "FactsChanged",
    "Leadership",
    "LeadershipNotAllowed",
    "LeadershipRequired",
    "Mark",
    "MonthHasOpenSheets",
    "NothingToHandOver",
    "Reopened",
    "ResultInRework",
    "Scoring",
    "SheetExists",
    "Signing",
    "SubordinatesNotScored",
    "SubordinatesNotSigned",
    "UnitResultDecided",
    "UnitResultToChoose",
    "allowed_actions",
    "allowed_on_calibrations",
    "allowed_on_exceptions",
    "allowed_on_months",
    "answer_reconsideration",
    "apply_deduction",
    "ask_reconsideration",
    "calibration",
    "close_month",
    "deduction",
    "demand_month",
    "explain",
    "explanations",
    "grant_lock_exception",
    "hand_over_scores",
    "keep_score",
    "lock_exception",
    "lock_exception_by_id",
    "lock_exceptions_of_agency",
    "lock_exceptions_of_unit",
    "month_of_unit",
    "my_sheets",
    "open_month",
    "open_sheet",
    "recompute",
    "remove_deduction",
    "reopen_by_decision",
    "reopen_month",
    "reopen_sheet",
    "return_self_assessment",
    "return_sheet",
    "revoke_lock_exception",
    "save_self_draft",
    "score",
    "score_many",
    "score_sheet",
    "self_assess",
    "self_assessment",
    "sheet",
    "sheet_by_id",
    "sheets_of_agency",
    "sheets_of_person",
    "sign_many",
    "sign_sheet",
    "sourced",
    "told_cites",
    "told_criteria",
    "told_facts",
    "told_steps",
    "told_windows",
    "unanswered",
    "unit_month",
    "unit_month_by_id",
    "unit_months",
    "worklist",
]
