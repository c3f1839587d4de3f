"""Petitions: filed by the person, answered, advised on, decided by the authority."""

from datetime import date, datetime
from typing import Annotated

import strawberry

from resolvers import petitions as answers
from resolvers.core.documents import Document
from schema.evaluations import Level
from schema.mapping import becomes, deed
from schema.petitions import Petition
from schema.shapes import Refused

PetitionScoreResult = Annotated[Petition | Refused, strawberry.union("PetitionScoreResult")]
PetitionClassResult = Annotated[Petition | Refused, strawberry.union("PetitionClassResult")]
WithdrawPetitionResult = Annotated[Petition | Refused, strawberry.union("WithdrawPetitionResult")]
AskPetitionStatementResult = Annotated[
    Petition | Refused, strawberry.union("AskPetitionStatementResult")
]
GivePetitionStatementResult = Annotated[
    Petition | Refused, strawberry.union("GivePetitionStatementResult")
]
GivePetitionOpinionResult = Annotated[
    Petition | Refused, strawberry.union("GivePetitionOpinionResult")
]
RejectPetitionResult = Annotated[Petition | Refused, strawberry.union("RejectPetitionResult")]
UpholdScorePetitionResult = Annotated[
    Petition | Refused, strawberry.union("UpholdScorePetitionResult")
]
UpholdClassPetitionResult = Annotated[
    Petition | Refused, strawberry.union("UpholdClassPetitionResult")
]


@becomes(Document)
@strawberry.input(description="A paper kept elsewhere: number, day, and hash or link.")
class PetitionDocumentInput:
    number: str
    day: date | None = None
    sha256: str | None = strawberry.field(
        default=None, description="SHA-256 of its content, 64 hexadecimal digits in lower case."
    )
    url: str | None = strawberry.field(default=None, description="A link to it, over https.")


_SAID = {
    "petition": strawberry.ID,
    "version": int,
    "text": str,
    "documents": list[PetitionDocumentInput] | None,
}


@strawberry.type
class PetitionsDeeds:
    petition_score: PetitionScoreResult = deed(
        answers.petition_score,
        args={
            "sheet": strawberry.ID,
            "text": str,
            "documents": list[PetitionDocumentInput] | None,
        },
        description="Petition against one's own released sheet; it goes to the next head up.",
    )
    petition_class: PetitionClassResult = deed(
        answers.petition_class,
        args={
            "classification": strawberry.ID,
            "text": str,
            "documents": list[PetitionDocumentInput] | None,
        },
        description="Petition against one's own notified class (art. 22).",
    )
    withdraw_petition: WithdrawPetitionResult = deed(
        answers.withdraw_petition,
        args={"petition": strawberry.ID, "version": int, "reason": str | None},
        description="Withdraw one's own petition before it is decided; it is kept.",
    )
    ask_petition_statement: AskPetitionStatementResult = deed(
        answers.ask_petition_statement,
        args={"petition": strawberry.ID, "version": int},
        description="Ask the head who scored for his statement; from now on he sees the petition.",
    )
    give_petition_statement: GivePetitionStatementResult = deed(
        answers.give_petition_statement,
        args=_SAID,
        description="State how the result came about, as the head who answers for it.",
    )
    give_petition_opinion: GivePetitionOpinionResult = deed(
        answers.give_petition_opinion,
        args=_SAID,
        description="Give the personnel body's written opinion; no decision comes before it.",
    )
    reject_petition: RejectPetitionResult = deed(
        answers.reject_petition,
        args={
            "petition": strawberry.ID,
            "version": int,
            "reason": str,
            "documents": list[PetitionDocumentInput] | None,
        },
        description="Reject a petition with a reason; the result stands.",
    )
    uphold_score_petition: UpholdScorePetitionResult = deed(
        answers.uphold_score_petition,
        args={
            "petition": strawberry.ID,
            "version": int,
            "reason": str,
            "instructions": str,
            "answer_by": datetime,
            "documents": list[PetitionDocumentInput] | None,
        },
        description="Uphold it: the responsible head scores a new round under the instructions, in"
        " a locked month too, until `answerBy`.",
    )
    uphold_class_petition: UpholdClassPetitionResult = deed(
        answers.uphold_class_petition,
        args={
            "petition": strawberry.ID,
            "version": int,
            "reason": str,
            "level": Level,
            "decision": PetitionDocumentInput,
        },
        description="Uphold it by a new decision: a new edition, inside the law and the quota.",
    )
