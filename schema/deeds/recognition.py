"""Organisations' year: assessed by their heads, recognised by the authority above them."""

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated

import strawberry

from resolvers import recognition as answers
from schema.evaluations import Level
from schema.mapping import becomes, deed
from schema.organisation_schemes import OrganisationScheme
from schema.recognition import (
    OrganisationReview,
    OrganisationVerification,
    RecognitionRound,
    VerificationGround,
)
from schema.recognition_flags import RecognitionFlag
from schema.shapes import Refused

ProposeOrganisationSchemeResult = Annotated[
    OrganisationScheme | Refused, strawberry.union("ProposeOrganisationSchemeResult")
]
ApproveOrganisationSchemeResult = Annotated[
    OrganisationScheme | Refused, strawberry.union("ApproveOrganisationSchemeResult")
]
ReturnOrganisationSchemeResult = Annotated[
    OrganisationScheme | Refused, strawberry.union("ReturnOrganisationSchemeResult")
]
OpenRecognitionResult = Annotated[
    RecognitionRound | Refused, strawberry.union("OpenRecognitionResult")
]
DecideRecognitionResult = Annotated[
    RecognitionRound | Refused, strawberry.union("DecideRecognitionResult")
]
PublishRecognitionResult = Annotated[
    RecognitionRound | Refused, strawberry.union("PublishRecognitionResult")
]
SaveOrganisationDraftResult = Annotated[
    OrganisationReview | Refused, strawberry.union("SaveOrganisationDraftResult")
]
AssessOrganisationResult = Annotated[
    OrganisationReview | Refused, strawberry.union("AssessOrganisationResult")
]
ReturnOrganisationAssessmentResult = Annotated[
    OrganisationReview | Refused, strawberry.union("ReturnOrganisationAssessmentResult")
]
MarkOrganisationResult = Annotated[
    OrganisationReview | Refused, strawberry.union("MarkOrganisationResult")
]
ChooseOrganisationLevelResult = Annotated[
    OrganisationReview | Refused, strawberry.union("ChooseOrganisationLevelResult")
]
WithdrawOrganisationReviewResult = Annotated[
    OrganisationReview | Refused, strawberry.union("WithdrawOrganisationReviewResult")
]
ReplaceRecognitionResult = Annotated[
    OrganisationReview | Refused, strawberry.union("ReplaceRecognitionResult")
]
OrderOrganisationVerificationResult = Annotated[
    OrganisationVerification | Refused, strawberry.union("OrderOrganisationVerificationResult")
]
ConcludeOrganisationVerificationResult = Annotated[
    OrganisationVerification | Refused, strawberry.union("ConcludeOrganisationVerificationResult")
]
ClearRecognitionFlagResult = Annotated[
    RecognitionFlag | Refused, strawberry.union("ClearRecognitionFlagResult")
]


@strawberry.enum(description="Shortcomings named in the period before, or by an inspection.")
class Shortcomings(Enum):
    NONE = strawberry.enum_value("none", description="None were named.")
    FIXED = strawberry.enum_value("fixed", description="All of them are repaired.")
    OPEN = strawberry.enum_value("open", description="Some are still open.")


@becomes(answers.Criterion)
@strawberry.input(description="One criterion of a scheme.")
class OrganisationCriterionInput:
    item: str = strawberry.field(description="The decree's own: 6.1, 6.2, 6.3, 7.a … 7.dd … 7.h.")
    code: str
    name: str
    most: Decimal


@becomes(answers.OrganisationMark)
@strawberry.input(description="The points for one criterion, and why.")
class OrganisationMarkInput:
    criterion: str
    points: Decimal
    reason: str = ""


@becomes(answers.Statement)
@strawberry.input(description="What is said of an organisation's tasks of a year.")
class OrganisationStatementInput:
    planned: int = strawberry.field(description="Planned for the year, and those that arose.")
    completed: int
    on_time: int
    exceeded: int = strawberry.field(description="Completed beyond what was required.")
    late: int = strawberry.field(description="Not in time, completed or not.")
    quality: bool
    shortcomings: Shortcomings
    force_majeure: str = ""


@becomes(answers.Finding)
@strawberry.input(description="Wrongdoing that a competent body concluded (art. 8.4a).")
class OrganisationFindingInput:
    about: str
    body: str
    number: str
    day: date


@becomes(answers.Document)
@strawberry.input(description="A document by name and number, and by its hash, its link or both.")
class OrganisationDocumentInput:
    name: str
    number: str = ""
    day: date | None = None
    sha256: str = ""
    url: str = ""


@becomes(answers.PaperDecision)
@strawberry.input(description="The decision on paper: its number and its day.")
class PaperDecisionInput:
    number: str
    day: date


@becomes(answers.ShareDecision)
@strawberry.input(description="The decision that grants a higher share (art. 8.5b), and why.")
class ShareDecisionInput:
    share: Decimal
    number: str
    day: date
    reason: str


_REVIEW = {"review": strawberry.ID, "version": int}
_JUDGED = {
    "marks": list[OrganisationMarkInput],
    "statement": OrganisationStatementInput,
    "comment": str | None,
    "finding": OrganisationFindingInput | None,
}


@strawberry.type
class RecognitionDeeds:
    propose_organisation_scheme: ProposeOrganisationSchemeResult = deed(
        answers.propose_organisation_scheme,
        args={
            "agency": strawberry.ID,
            "title": str,
            "criteria": list[OrganisationCriterionInput],
        },
        description="Put a scheme of criteria to the managing agency's head (art. 7.2).",
    )
    approve_organisation_scheme: ApproveOrganisationSchemeResult = deed(
        answers.approve_organisation_scheme,
        args={
            "scheme": strawberry.ID,
            "version": int,
            "decision_no": str,
            "in_force_from": date,
        },
        description="Decide a proposed scheme, in force from a day.",
    )
    return_organisation_scheme: ReturnOrganisationSchemeResult = deed(
        answers.return_organisation_scheme,
        args={"scheme": strawberry.ID, "version": int, "reason": str},
        description="Give a proposed scheme back with a reason.",
    )
    open_recognition: OpenRecognitionResult = deed(
        answers.open_recognition,
        args={"unit": strawberry.ID, "year": int, "also": list[strawberry.ID] | None},
        description="Open a year for every organisation that the head of a unit recognises; `also`"
        " names parts without a standing of their own.",
    )
    save_organisation_draft: SaveOrganisationDraftResult = deed(
        answers.save_organisation_draft,
        args={
            **_REVIEW,
            "marks": list[OrganisationMarkInput] | None,
            "statement": OrganisationStatementInput | None,
            "level": Level | None,
            "comment": str | None,
        },
        description="Keep what the organisation's head has so far, and count its work anew.",
    )
    assess_organisation: AssessOrganisationResult = deed(
        answers.assess_organisation,
        args={
            **_REVIEW,
            "marks": list[OrganisationMarkInput],
            "statement": OrganisationStatementInput,
            "level": Level,
            "comment": str | None,
            "documents": list[OrganisationDocumentInput] | None,
        },
        description="Submit the organisation's assessment and the level it proposes (art. 9.2a).",
    )
    return_organisation_assessment: ReturnOrganisationAssessmentResult = deed(
        answers.return_organisation_assessment,
        args={**_REVIEW, "reason": str},
        description="Give the assessment back with a reason; what was submitted stays readable.",
    )
    order_organisation_verification: OrderOrganisationVerificationResult = deed(
        answers.order_organisation_verification,
        args={**_REVIEW, "ground": VerificationGround, "about": str},
        description="Order a verification; the decision waits for its conclusion (art. 9.2a).",
    )
    conclude_organisation_verification: ConcludeOrganisationVerificationResult = deed(
        answers.conclude_organisation_verification,
        args={
            "verification": strawberry.ID,
            "version": int,
            "founded": bool,
            "conclusion": str,
            "document_no": str,
            "document_day": date,
        },
        description="Record what a verification found, with its document.",
    )
    mark_organisation: MarkOrganisationResult = deed(
        answers.mark_organisation,
        args={**_REVIEW, **_JUDGED},
        description="Confirm marks and facts as the recognising head; the level follows (art. 8).",
    )
    choose_organisation_level: ChooseOrganisationLevelResult = deed(
        answers.choose_organisation_level,
        args={**_REVIEW, "level": Level, "reason": str},
        description="Choose a level, with a reason, where the decree gives none.",
    )
    withdraw_organisation_review: WithdrawOrganisationReviewResult = deed(
        answers.withdraw_organisation_review,
        args={**_REVIEW, "reason": str},
        description="Take an organisation out of a year that is not decided yet.",
    )
    decide_recognition: DecideRecognitionResult = deed(
        answers.decide_recognition,
        args={
            "round": strawberry.ID,
            "version": int,
            "decision": PaperDecisionInput,
            "excellent": list[strawberry.ID] | None,
            "reason": str | None,
            "share": ShareDecisionInput | None,
        },
        description="Recognise the levels of the whole closed set at once, within the share of"
        " excellent organisations (art. 8.5).",
    )
    publish_recognition: PublishRecognitionResult = deed(
        answers.publish_recognition,
        args={"round": strawberry.ID, "version": int},
        description="Notify the organisations, and show the levels to their people (art. 9.2b).",
    )
    replace_recognition: ReplaceRecognitionResult = deed(
        answers.replace_recognition,
        args={
            **_REVIEW,
            "reason": str,
            "decision": PaperDecisionInput,
            **_JUDGED,
            "level": Level | None,
            "level_reason": str | None,
            "excellent": bool | None,
        },
        description="Replace a recognised result, with a reason; the old one is kept (art. 4.4).",
    )
    clear_recognition_flag: ClearRecognitionFlagResult = deed(
        answers.clear_recognition_flag,
        args={"flag": strawberry.ID, "version": int, "note": str},
        description="Note what became of a result after one beneath it was replaced (art. 4.4).",
    )
