"""Months and sheets. A score comes from the responsible head on that day, and from nobody else."""

from datetime import date
from decimal import Decimal
from typing import Annotated

import strawberry

from resolvers import evaluations as answers
from schema.evaluations import Sheet, UnitMonth
from schema.mapping import becomes, deed
from schema.shapes import Refused

OpenMonthResult = Annotated[UnitMonth | Refused, strawberry.union("OpenMonthResult")]
CloseMonthResult = Annotated[UnitMonth | Refused, strawberry.union("CloseMonthResult")]
ReopenMonthResult = Annotated[UnitMonth | Refused, strawberry.union("ReopenMonthResult")]
OpenSheetResult = Annotated[Sheet | Refused, strawberry.union("OpenSheetResult")]
SaveSelfDraftResult = Annotated[Sheet | Refused, strawberry.union("SaveSelfDraftResult")]
SelfAssessResult = Annotated[Sheet | Refused, strawberry.union("SelfAssessResult")]
ReturnSelfAssessmentResult = Annotated[
    Sheet | Refused, strawberry.union("ReturnSelfAssessmentResult")
]
ScoreSheetResult = Annotated[Sheet | Refused, strawberry.union("ScoreSheetResult")]
ScoreSheetOutcome = Annotated[Sheet | Refused, strawberry.union("ScoreSheetOutcome")]
SignSheetResult = Annotated[Sheet | Refused, strawberry.union("SignSheetResult")]
SignSheetOutcome = Annotated[Sheet | Refused, strawberry.union("SignSheetOutcome")]
ReturnSheetResult = Annotated[Sheet | Refused, strawberry.union("ReturnSheetResult")]
ReopenSheetResult = Annotated[Sheet | Refused, strawberry.union("ReopenSheetResult")]
ApplyDeductionResult = Annotated[Sheet | Refused, strawberry.union("ApplyDeductionResult")]
RemoveDeductionResult = Annotated[Sheet | Refused, strawberry.union("RemoveDeductionResult")]


@becomes(answers.Mark)
@strawberry.input(description="The points for one general criterion.")
class MarkInput:
    criterion: str = strawberry.field(description="I.1, I.2, II.1 … II.4, III.1 … III.4.")
    points: Decimal


@becomes(answers.Leadership)
@strawberry.input(description="đ and e of article 15.3, each 1 or 0.5, chosen with a reason.")
class LeadershipInput:
    organising: Decimal
    organising_reason: str
    unity: Decimal
    unity_reason: str
    unit_result: Decimal | None = strawberry.field(
        default=None, description="d, only where no subordinate has a score."
    )
    unit_result_reason: str = ""


@becomes(answers.Scoring)
@strawberry.input(description="One row of a bulk scoring.")
class ScoreSheetRow:
    sheet: strawberry.ID
    version: int
    marks: list[MarkInput]
    comment: str = ""
    leadership: LeadershipInput | None = None
    absence: str = strawberry.field(
        default="", description="Why the person could not assess himself."
    )


@becomes(answers.Signing)
@strawberry.input(description="One row of a bulk signature.")
class SignSheetRow:
    sheet: strawberry.ID
    version: int


@strawberry.type(description="What became of each row, in the order of the rows.")
class ScoreSheetManyPayload:
    outcomes: list[ScoreSheetOutcome]


@strawberry.type(description="What became of each row, in the order of the rows.")
class SignSheetManyPayload:
    outcomes: list[SignSheetOutcome]


ScoreSheetManyResult = Annotated[
    ScoreSheetManyPayload | Refused, strawberry.union("ScoreSheetManyResult")
]
SignSheetManyResult = Annotated[
    SignSheetManyPayload | Refused, strawberry.union("SignSheetManyResult")
]


@strawberry.type
class EvaluationsDeeds:
    open_month: OpenMonthResult = deed(
        answers.open_month,
        args={"unit": strawberry.ID, "period": date},
        description="Open a unit's month: a sheet for everybody whom its head scores.",
    )
    open_sheet: OpenSheetResult = deed(
        answers.open_sheet,
        args={"posting": strawberry.ID, "period": date},
        description="Open the sheet of somebody who came later; one that exists is returned with"
        " SHEET_EXISTS.",
    )
    save_self_draft: SaveSelfDraftResult = deed(
        answers.save_self_draft,
        args={
            "sheet": strawberry.ID,
            "version": int,
            "marks": list[MarkInput],
            "comment": str | None,
        },
        description="Keep one's own marks without submitting them.",
    )
    self_assess: SelfAssessResult = deed(
        answers.self_assess,
        args={
            "sheet": strawberry.ID,
            "version": int,
            "marks": list[MarkInput],
            "comment": str | None,
        },
        description="Submit the self-assessment (art. 17.2); it changes only after a return.",
    )
    return_self_assessment: ReturnSelfAssessmentResult = deed(
        answers.return_self_assessment,
        args={"sheet": strawberry.ID, "version": int, "reason": str},
        description="Return the self-assessment with a reason; what was submitted stays readable.",
    )
    score_sheet: ScoreSheetResult = deed(
        answers.score_sheet,
        args={
            "sheet": strawberry.ID,
            "version": int,
            "marks": list[MarkInput],
            "comment": str | None,
            "leadership": LeadershipInput | None,
            "absence": str | None,
        },
        description="Score a sheet as its responsible head (art. 10.1); a draft until signed.",
    )
    score_sheet_many: ScoreSheetManyResult = deed(
        answers.score_many,
        args={"rows": list[ScoreSheetRow], "all_or_nothing": bool | None},
        description="Score up to 100 sheets, with an outcome for each.",
    )
    sign_sheet: SignSheetResult = deed(
        answers.sign_sheet,
        args={"sheet": strawberry.ID, "version": int},
        description="Sign a score and release it to the person.",
    )
    sign_sheet_many: SignSheetManyResult = deed(
        answers.sign_many,
        args={"rows": list[SignSheetRow], "all_or_nothing": bool | None},
        description="Sign up to 100 sheets, with an outcome for each.",
    )
    return_sheet: ReturnSheetResult = deed(
        answers.return_sheet,
        args={"sheet": strawberry.ID, "version": int, "reason": str},
        description="Withdraw a draft score and return the sheet to the person.",
    )
    reopen_sheet: ReopenSheetResult = deed(
        answers.reopen_sheet,
        args={"sheet": strawberry.ID, "version": int, "reason": str},
        description="Reopen a signed sheet, as the next head up; the signed round is kept.",
    )
    apply_deduction: ApplyDeductionResult = deed(
        answers.apply_deduction,
        args={
            "sheet": strawberry.ID,
            "version": int,
            "scale": strawberry.ID,
            "times": int,
            "reason": str,
        },
        description="Take points off a general criterion by the agency's scale.",
    )
    remove_deduction: RemoveDeductionResult = deed(
        answers.remove_deduction,
        args={"deduction": strawberry.ID, "version": int, "reason": str},
        description="Take a deduction back before the sheet is signed.",
    )
    close_month: CloseMonthResult = deed(
        answers.close_month,
        args={"unit": strawberry.ID, "period": date},
        description="Close a unit's month, once its sheets are signed and the units beneath are"
        " closed.",
    )
    reopen_month: ReopenMonthResult = deed(
        answers.reopen_month,
        args={"unit": strawberry.ID, "period": date, "reason": str},
        description="Reopen a closed month, as the next head up.",
    )
