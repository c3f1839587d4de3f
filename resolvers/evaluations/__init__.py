"""Monthly sheets and their scores. Other slices use only the names exported here."""

from resolvers.evaluations.allowed import ALLOWED_NEEDS, allowed_actions
from resolvers.evaluations.deeds_assessing import (
    return_self_assessment,
    save_self_draft,
    self_assess,
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
from resolvers.evaluations.explanation import explain, recompute, told_facts, told_steps
from resolvers.evaluations.model import CODES, Leadership, Mark, Scoring, Signing
from resolvers.evaluations.questions import (
    CRITERIA,
    explanations,
    month_of_unit,
    my_sheets,
    sheet_by_id,
    sheets_of_agency,
    sheets_of_person,
    unit_month_by_id,
    unit_months,
    worklist,
)
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
    deduction,
    score,
    self_assessment,
    sheet,
    unit_month,
)

__all__ = [
    "ALLOWED_NEEDS",
    "CODES",
    "CRITERIA",
    "HEAD_STEP_SHOWN",
    "SELF_STEP_SHOWN",
    "ChildUnitOpen",
    "DeductionExists",
    "FactsChanged",
    "Leadership",
    "LeadershipNotAllowed",
    "LeadershipRequired",
    "Mark",
    "MonthHasOpenSheets",
    "Scoring",
    "SheetExists",
    "Signing",
    "SubordinatesNotScored",
    "SubordinatesNotSigned",
    "UnitResultDecided",
    "UnitResultToChoose",
    "allowed_actions",
    "apply_deduction",
    "close_month",
    "deduction",
    "explain",
    "explanations",
    "month_of_unit",
    "my_sheets",
    "open_month",
    "open_sheet",
    "recompute",
    "remove_deduction",
    "reopen_month",
    "reopen_sheet",
    "return_self_assessment",
    "return_sheet",
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
    "told_facts",
    "told_steps",
    "unit_month",
    "unit_month_by_id",
    "unit_months",
    "worklist",
]
