"""The register of discipline is kept by the personnel body; the head makes corrections public."""

from datetime import date
from typing import Annotated

import strawberry

from resolvers import discipline as answers
from schema.classification_register import DisciplineForm, DisciplineSource
from schema.discipline import (
    AnnulmentCause,
    DisciplineCorrection,
    DisciplineDecision,
    DisciplineProcedure,
    DisciplineRelation,
    PostponementGround,
    ProcedureKind,
    ProcedureOutcome,
    UnlimitedViolation,
)
from schema.documents import PaperInput
from schema.mapping import becomes, deed
from schema.shapes import Refused


@becomes(answers.Opening)
@strawberry.input(description="A procedure that was opened, as its document tells it.")
class ProcedureInput:
    kind: ProcedureKind
    opened_on: date
    about: str
    document: PaperInput
    found_on: date | None = None


@becomes(answers.Ruling)
@strawberry.input(description="A decision on discipline, as its document tells it.")
class RulingInput:
    source: DisciplineSource
    form: DisciplineForm
    relation: DisciplineRelation
    about: str
    act_on: date
    effective_on: date
    decision: PaperInput
    same_act_as: strawberry.ID | None = strawberry.field(
        default=None, description="Another decision on the same act, of the other system."
    )
    earlier_ground: strawberry.ID | None = strawberry.field(
        default=None, description="A record of the register of grounds about the same act."
    )
    procedure: strawberry.ID | None = None
    repeats: strawberry.ID | None = None
    unlimited: UnlimitedViolation | None = None
    counted_from: date | None = None
    fault_agency: strawberry.ID | None = None
    discipline_agency: strawberry.ID | None = None


RecordProcedureResult = Annotated[
    DisciplineProcedure | Refused, strawberry.union("RecordProcedureResult")
]
ExtendProcedureResult = Annotated[
    DisciplineProcedure | Refused, strawberry.union("ExtendProcedureResult")
]
PostponeProcedureResult = Annotated[
    DisciplineProcedure | Refused, strawberry.union("PostponeProcedureResult")
]
ResumeProcedureResult = Annotated[
    DisciplineProcedure | Refused, strawberry.union("ResumeProcedureResult")
]
CloseProcedureResult = Annotated[
    DisciplineProcedure | Refused, strawberry.union("CloseProcedureResult")
]
RecordDisciplineResult = Annotated[
    DisciplineDecision | Refused, strawberry.union("RecordDisciplineResult")
]
AnnulDisciplineResult = Annotated[
    DisciplineDecision | Refused, strawberry.union("AnnulDisciplineResult")
]
AnnounceCorrectionResult = Annotated[
    DisciplineCorrection | Refused, strawberry.union("AnnounceCorrectionResult")
]


@strawberry.type
class DisciplineDeeds:
    record_procedure: RecordProcedureResult = deed(
        answers.record_procedure,
        args={"person": strawberry.ID, "opening": ProcedureInput},
        description="Record what is under way about a person; never about oneself.",
    )
    extend_procedure: ExtendProcedureResult = deed(
        answers.extend_procedure,
        args={"procedure": strawberry.ID, "version": int, "document": PaperInput},
        description="Record that a complicated case is extended to 150 days.",
    )
    postpone_procedure: PostponeProcedureResult = deed(
        answers.postpone_procedure,
        args={
            "procedure": strawberry.ID,
            "version": int,
            "ground": PostponementGround,
            "begins": date,
            "document": PaperInput,
        },
        description="Record that discipline is not taken up yet; its days stand still.",
    )
    resume_procedure: ResumeProcedureResult = deed(
        answers.resume_procedure,
        args={"procedure": strawberry.ID, "version": int, "begins": date},
        description="Record that discipline is taken up again.",
    )
    close_procedure: CloseProcedureResult = deed(
        answers.close_procedure,
        args={
            "procedure": strawberry.ID,
            "version": int,
            "outcome": ProcedureOutcome,
            "closed_on": date,
            "note": str,
            "document": PaperInput | None,
        },
        description="Record that a procedure is over without discipline.",
    )
    record_discipline: RecordDisciplineResult = deed(
        answers.record_discipline,
        args={"person": strawberry.ID, "ruling": RulingInput},
        description="Record a decision on discipline, with the ground that it is in a year.",
    )
    annul_discipline: AnnulDisciplineResult = deed(
        answers.annul_discipline,
        args={
            "decision_id": strawberry.ID,
            "version": int,
            "because": AnnulmentCause,
            "reason": str,
            "conclusion": PaperInput | None,
        },
        description="Annul a decision on discipline; its ground goes with it, and classes that"
        " were decided on it are flagged.",
    )
    announce_correction: AnnounceCorrectionResult = deed(
        answers.announce_correction,
        args={
            "correction": strawberry.ID,
            "version": int,
            "announced_on": date,
            "document": PaperInput,
        },
        description="Make public, as the agency's head, that somebody was wrongly disciplined.",
    )
