"""A year's classification of people: each step by its owner, and one decision for a whole set."""

from datetime import date
from decimal import Decimal
from typing import Annotated

import strawberry

from resolvers import classification as answers
from schema.classification import Classification, ClassificationRound, QuotaSet
from schema.classification_register import (
    DisciplineForm,
    DisciplineSource,
    Disqualifier,
    DisqualifierKind,
    DutyGroup,
    ReviewFlag,
)
from schema.documents import PaperInput
from schema.evaluations import Level
from schema.mapping import becomes, deed
from schema.shapes import Refused


@becomes(answers.GroupChoice)
@strawberry.input(description="Whom the head chose among those above the line of one group.")
class GroupChoiceInput:
    duty_group: str
    chosen: list[strawberry.ID] = strawberry.field(description="Cases; all others become good.")
    reason: str
    quota_set: QuotaSet = QuotaSet.STAFF


@becomes(answers.Ground)
@strawberry.input(description="What was decided or concluded about a person.")
class GroundInput:
    kind: DisqualifierKind
    effective_on: date
    note: str
    source: DisciplineSource | None = None
    form: DisciplineForm | None = None
    decision: PaperInput | None = None
    act_on: date | None = None
    same_act_as: strawberry.ID | None = None
    fault_agency: strawberry.ID | None = None
    discipline_agency: strawberry.ID | None = None
    used_in: int | None = None


@strawberry.type(description="The cases that one meeting commented on.")
class RecordMinutesPayload:
    cases: list[Classification]


RecordMinutesResult = Annotated[
    RecordMinutesPayload | Refused, strawberry.union("RecordMinutesResult")
]
SubmitYearFormResult = Annotated[Classification | Refused, strawberry.union("SubmitYearFormResult")]
ReturnYearFormResult = Annotated[Classification | Refused, strawberry.union("ReturnYearFormResult")]
ExcuseYearFormResult = Annotated[Classification | Refused, strawberry.union("ExcuseYearFormResult")]
RecordPartyCommentResult = Annotated[
    Classification | Refused, strawberry.union("RecordPartyCommentResult")
]
ProposeLevelResult = Annotated[Classification | Refused, strawberry.union("ProposeLevelResult")]
ConsiderSuspensionResult = Annotated[
    Classification | Refused, strawberry.union("ConsiderSuspensionResult")
]
WithdrawCaseResult = Annotated[Classification | Refused, strawberry.union("WithdrawCaseResult")]
ReplaceClassificationResult = Annotated[
    Classification | Refused, strawberry.union("ReplaceClassificationResult")
]
OpenClassificationResult = Annotated[
    ClassificationRound | Refused, strawberry.union("OpenClassificationResult")
]
CloseClassificationResult = Annotated[
    ClassificationRound | Refused, strawberry.union("CloseClassificationResult")
]
ReopenClassificationResult = Annotated[
    ClassificationRound | Refused, strawberry.union("ReopenClassificationResult")
]
DecideClassificationResult = Annotated[
    ClassificationRound | Refused, strawberry.union("DecideClassificationResult")
]
DecideQuotaShareResult = Annotated[
    ClassificationRound | Refused, strawberry.union("DecideQuotaShareResult")
]
NotifyClassificationResult = Annotated[
    ClassificationRound | Refused, strawberry.union("NotifyClassificationResult")
]
PublishClassificationResult = Annotated[
    ClassificationRound | Refused, strawberry.union("PublishClassificationResult")
]
RecordDisqualifierResult = Annotated[
    Disqualifier | Refused, strawberry.union("RecordDisqualifierResult")
]
AnnulDisqualifierResult = Annotated[
    Disqualifier | Refused, strawberry.union("AnnulDisqualifierResult")
]
DefineDutyGroupResult = Annotated[DutyGroup | Refused, strawberry.union("DefineDutyGroupResult")]
ClearReviewFlagResult = Annotated[ReviewFlag | Refused, strawberry.union("ClearReviewFlagResult")]


@strawberry.type
class ClassificationDeeds:
    open_classification: OpenClassificationResult = deed(
        answers.open_classification,
        args={"unit": strawberry.ID, "year": int},
        description="Prepare the cases of everybody whom a unit's head classifies; done again, it"
        " takes over new posts and results.",
    )
    submit_year_form: SubmitYearFormResult = deed(
        answers.submit_year_form,
        args={"case": strawberry.ID, "version": int, "level": Level, "text": str},
        description="Submit form 02 about one's own year; it changes only after a return.",
    )
    return_year_form: ReturnYearFormResult = deed(
        answers.return_year_form,
        args={"case": strawberry.ID, "version": int, "reason": str},
        description="Return form 02 with a reason; what was submitted stays readable.",
    )
    excuse_year_form: ExcuseYearFormResult = deed(
        answers.excuse_year_form,
        args={"case": strawberry.ID, "version": int, "reason": str},
        description="Let a case go on without form 02 (art. 19.3).",
    )
    record_minutes: RecordMinutesResult = deed(
        answers.record_minutes,
        args={
            "cases": list[strawberry.ID],
            "document": PaperInput,
            "summoned": int,
            "attended": int,
            "passed": bool,
        },
        description="Record a meeting's minutes for everybody whom it commented on: all or none.",
    )
    record_party_comment: RecordPartyCommentResult = deed(
        answers.record_party_comment,
        args={"case": strawberry.ID, "version": int, "document": PaperInput},
        description="Record where the Party committee's comment is kept (heads and deputies).",
    )
    propose_level: ProposeLevelResult = deed(
        answers.propose_level,
        args={"case": strawberry.ID, "version": int, "level": Level, "reason": str},
        description="Propose a level, as the personnel body of the classifying authority.",
    )
    consider_suspension: ConsiderSuspensionResult = deed(
        answers.consider_suspension,
        args={"case": strawberry.ID, "version": int, "counts": bool, "reason": str},
        description="Decide whether what must be weighed makes the year not completed.",
    )
    withdraw_case: WithdrawCaseResult = deed(
        answers.withdraw_case,
        args={"case": strawberry.ID, "version": int, "reason": str},
        description="Take a case out of a set that it does not belong to.",
    )
    close_classification: CloseClassificationResult = deed(
        answers.close_classification,
        args={"round": strawberry.ID, "version": int},
        description="Close a complete set; refused with the open cases named.",
    )
    reopen_classification: ReopenClassificationResult = deed(
        answers.reopen_classification,
        args={"round": strawberry.ID, "version": int, "reason": str},
        description="Open a closed set again before it is decided.",
    )
    decide_quota_share: DecideQuotaShareResult = deed(
        answers.decide_quota_share,
        args={
            "round": strawberry.ID,
            "version": int,
            "share": Decimal,
            "document": PaperInput,
            "reason": str,
        },
        description="Decide up to a quarter of excellent people, as the managing head (20.5b).",
    )
    decide_classification: DecideClassificationResult = deed(
        answers.decide_classification,
        args={
            "round": strawberry.ID,
            "version": int,
            "decision": PaperInput,
            "choices": list[GroupChoiceInput],
        },
        description="Decide all levels of a closed set by one decision, once (art. 10.2).",
    )
    notify_classification: NotifyClassificationResult = deed(
        answers.notify_classification,
        args={"round": strawberry.ID, "version": int},
        description="Give everybody of a decided set the written notice.",
    )
    publish_classification: PublishClassificationResult = deed(
        answers.publish_classification,
        args={"round": strawberry.ID, "version": int},
        description="Publish the classes, and nothing else, where each works.",
    )
    replace_classification: ReplaceClassificationResult = deed(
        answers.replace_classification,
        args={
            "case": strawberry.ID,
            "version": int,
            "level": Level,
            "reason": str,
            "decision": PaperInput,
        },
        description="Replace a decided classification, as the managing head (art. 21.3).",
    )
    record_disqualifier: RecordDisqualifierResult = deed(
        answers.record_disqualifier,
        args={"person": strawberry.ID, "ground": GroundInput},
        description="Record what counts in a person's year; never one's own.",
    )
    annul_disqualifier: AnnulDisqualifierResult = deed(
        answers.annul_disqualifier,
        args={"disqualifier_id": strawberry.ID, "version": int, "reason": str},
        description="Annul a record that should not stand; it stays readable.",
    )
    define_duty_group: DefineDutyGroupResult = deed(
        answers.define_duty_group,
        args={
            "agency": strawberry.ID,
            "code": str,
            "name": str,
            "positions": list[strawberry.ID],
            "begins": date,
        },
        description="Approve, as the agency's head, job positions with similar duties (20.5a).",
    )
    clear_review_flag: ClearReviewFlagResult = deed(
        answers.clear_review_flag,
        args={"flag": strawberry.ID, "version": int, "note": str},
        description="Note what became of a flagged class, or of what hung on a replaced one.",
    )
