"""Personnel actions: proposed, taken through their steps, decided by the head who may."""

from datetime import date
from typing import Annotated

import strawberry

from resolvers import personnel as answers
from schema.deeds.discipline import RulingInput
from schema.documents import PaperInput
from schema.mapping import becomes, deed
from schema.people import Office
from schema.personnel import AgreementSide, PersonnelAction
from schema.personnel_parts import PersonnelStance
from schema.personnel_records import PersonnelActionKind
from schema.shapes import Refused

ProposePersonnelActionResult = Annotated[
    PersonnelAction | Refused, strawberry.union("ProposePersonnelActionResult")
]
WithdrawPersonnelActionResult = Annotated[
    PersonnelAction | Refused, strawberry.union("WithdrawPersonnelActionResult")
]
RecordPersonnelStepResult = Annotated[
    PersonnelAction | Refused, strawberry.union("RecordPersonnelStepResult")
]
HoldPersonnelVoteResult = Annotated[
    PersonnelAction | Refused, strawberry.union("HoldPersonnelVoteResult")
]
HearPersonnelSubjectResult = Annotated[
    PersonnelAction | Refused, strawberry.union("HearPersonnelSubjectResult")
]
AgreePersonnelActionResult = Annotated[
    PersonnelAction | Refused, strawberry.union("AgreePersonnelActionResult")
]
DecidePersonnelActionResult = Annotated[
    PersonnelAction | Refused, strawberry.union("DecidePersonnelActionResult")
]
RefusePersonnelActionResult = Annotated[
    PersonnelAction | Refused, strawberry.union("RefusePersonnelActionResult")
]
CancelPersonnelActionResult = Annotated[
    PersonnelAction | Refused, strawberry.union("CancelPersonnelActionResult")
]
EndPersonnelActionEarlyResult = Annotated[
    PersonnelAction | Refused, strawberry.union("EndPersonnelActionEarlyResult")
]
SpeakOnPersonnelActionResult = Annotated[
    PersonnelAction | Refused, strawberry.union("SpeakOnPersonnelActionResult")
]


@becomes(answers.Target)
@strawberry.input(description="The post that somebody is to take.")
class TargetInput:
    unit: strawberry.ID
    office: Office
    position: strawberry.ID | None = None


@becomes(answers.Cited)
@strawberry.input(description="One result that a proposal rests on: exactly one of the three.")
class CitedInput:
    classification: strawberry.ID | None = None
    result: strawberry.ID | None = None
    sheet: strawberry.ID | None = None


@becomes(answers.PaperGround)
@strawberry.input(description="A ground that no record shows, by its name in the decree.")
class PaperGroundInput:
    code: str
    document: PaperInput


@becomes(answers.Ballots)
@strawberry.input(description="How many ballots one choice got.")
class BallotsInput:
    choice: str = strawberry.field(description="A person's id, agree or disagree, or a form.")
    ballots: int


_ACTION = {"action": strawberry.ID, "version": int}
_WITH_A_REASON = {**_ACTION, "reason": str}


@strawberry.type
class PersonnelDeeds:
    propose_personnel_action: ProposePersonnelActionResult = deed(
        answers.propose_personnel_action,
        args={
            "kind": PersonnelActionKind,
            "posting": strawberry.ID,
            "reason": str,
            "grounds": list[CitedInput] | None,
            "target": TargetInput | None,
            "effective_on": date | None,
            "until": date | None,
            "own_wish": bool | None,
            "ground_on": date | None,
            "paper": PaperGroundInput | None,
            "special_case": str | None,
        },
        description="Propose an action on the holder of a post, with what it rests on; the gates"
        " are computed, and a closed one refuses it.",
    )
    withdraw_personnel_action: WithdrawPersonnelActionResult = deed(
        answers.withdraw_personnel_action,
        args=_WITH_A_REASON,
        description="Take a proposal back before it is decided; it is kept.",
    )
    record_personnel_step: RecordPersonnelStepResult = deed(
        answers.record_personnel_step,
        args={
            **_ACTION,
            "step": str,
            "done_on": date | None,
            "document": PaperInput | None,
            "note": str | None,
        },
        description="Record that the next step is done, by whose it is.",
    )
    hold_personnel_vote: HoldPersonnelVoteResult = deed(
        answers.hold_personnel_vote,
        args={
            **_ACTION,
            "step": str,
            "summoned": int,
            "present": int,
            "counts": list[BallotsInput],
            "document": PaperInput,
            "held_on": date | None,
            "head_choice": str | None,
            "chair": str | None,
        },
        description="Record the count of the next step's vote; the statute says what follows.",
    )
    hear_personnel_subject: HearPersonnelSubjectResult = deed(
        answers.hear_personnel_subject,
        args={**_ACTION, "said": str, "heard_on": date | None, "document": PaperInput | None},
        description="Record that the person was met and heard; from now on he reads the action.",
    )
    agree_personnel_action: AgreePersonnelActionResult = deed(
        answers.agree_personnel_action,
        args={**_ACTION, "side": AgreementSide, "document": PaperInput, "note": str | None},
        description="Agree in writing, as head of the agency that he leaves or comes to.",
    )
    decide_personnel_action: DecidePersonnelActionResult = deed(
        answers.decide_personnel_action,
        args={
            **_ACTION,
            "effective_on": date,
            "decision": PaperInput,
            "until": date | None,
            "note": str | None,
            "discipline": RulingInput | None,
        },
        description="Decide, as the head who alone may; it takes effect on its day by itself.",
    )
    refuse_personnel_action: RefusePersonnelActionResult = deed(
        answers.refuse_personnel_action,
        args=_WITH_A_REASON,
        description="Refuse a proposal, with a reason.",
    )
    cancel_personnel_action: CancelPersonnelActionResult = deed(
        answers.cancel_personnel_action,
        args=_WITH_A_REASON,
        description="Cancel a decision before its day; every post is as it was.",
    )
    end_personnel_action_early: EndPersonnelActionEarlyResult = deed(
        answers.end_personnel_action_early,
        args={**_ACTION, "ends_on": date, "reason": str, "decision": PaperInput},
        description="End a secondment or a suspension before its last day, by a decision of whoever"
        " decides on it; posts, roles and an absence follow on `endsOn`.",
    )
    speak_on_personnel_action: SpeakOnPersonnelActionResult = deed(
        answers.speak_on_personnel_action,
        args={**_ACTION, "step": str, "stance": PersonnelStance, "said": str},
        description="Consent, object or say what you think of an action about yourself, once at"
        " each step at which you were heard.",
    )
