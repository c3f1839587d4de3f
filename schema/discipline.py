"""Discipline in a person's file: what is under way, what was decided, what was put right."""

from datetime import date, datetime
from enum import Enum
from typing import Annotated

import strawberry

from resolvers import discipline as answers
from resolvers.core.documents import hash_of
from resolvers.core.tables import since, until
from schema.classification_register import DisciplineForm, DisciplineSource, Disqualifier
from schema.mapping import column, computed, connection, many, ref, table
from schema.organisation import Agency
from schema.people import Person
from schema.shapes import Connection, Node


@strawberry.enum(description="What may be under way about a person.")
class ProcedureKind(Enum):
    ADMINISTRATIVE = strawberry.enum_value("administrative", description="xử lý kỷ luật hành chính")
    PARTY = strawberry.enum_value("party", description="xử lý kỷ luật đảng")
    INSPECTION = strawberry.enum_value("inspection", description="thanh tra, kiểm tra")
    INVESTIGATION = strawberry.enum_value("investigation", description="điều tra")
    PROSECUTION = strawberry.enum_value("prosecution", description="truy tố")
    TRIAL = strawberry.enum_value("trial", description="xét xử")


@strawberry.enum(description="How a procedure ended.")
class ProcedureOutcome(Enum):
    DISCIPLINED = "disciplined"
    NO_VIOLATION = "no_violation"
    STOPPED = "stopped"
    MISRECORDED = strawberry.enum_value(
        "misrecorded", description="Recorded by mistake: it stood in nobody's way."
    )


@strawberry.enum(description="Why discipline is not taken up yet (Decree 172/2025, art. 3).")
class PostponementGround(Enum):
    ILLNESS = "illness"
    PREGNANCY = "pregnancy"
    MATERNITY = "maternity"
    SMALL_CHILD = strawberry.enum_value("small_child", description="A child under 12 months.")
    DETENTION = strawberry.enum_value("detention", description="khởi tố, tạm giữ, tạm giam")


@strawberry.enum(description="What disciplined conduct has to do with public duty.")
class DisciplineRelation(Enum):
    DUTY = "duty"
    DEGRADATION = strawberry.enum_value(
        "degradation", description="suy thoái về tư tưởng chính trị, đạo đức, lối sống"
    )
    UNRELATED = strawberry.enum_value(
        "unrelated", description="No ground in the year's class (Law 80/2025, art. 38.4)."
    )


@strawberry.enum(description="Violations to which no limitation applies (Decree 172/2025, 5.4).")
class UnlimitedViolation(Enum):
    PARTY_EXPULSION = "party_expulsion"
    INTERNAL_POLITICS = "internal_politics"
    NATIONAL_INTEREST = "national_interest"
    FALSE_DOCUMENTS = "false_documents"


@strawberry.enum(description="Why a decision on discipline was annulled.")
class AnnulmentCause(Enum):
    WRONG = strawberry.enum_value("wrong", description="oan, sai: made public within 10 days.")
    FLAWED = strawberry.enum_value(
        "flawed", description="Wrong form, procedure or authority: it is decided anew."
    )
    PARTY_ANNULLED = strawberry.enum_value(
        "party_annulled", description="The Party discipline that it followed was annulled."
    )
    MISRECORDED = strawberry.enum_value("misrecorded", description="Recorded here by mistake.")


@table(answers.discipline_postponement)
@strawberry.type(description="Days on which discipline is not taken up; they do not count.")
class DisciplinePostponement(Node):
    id: strawberry.ID
    ground: PostponementGround
    since: date = column(since(answers.discipline_postponement))
    until: date | None = column(until(answers.discipline_postponement))
    document_no: str
    document_day: date
    recorded_at: datetime


@table(answers.discipline_procedure)
@strawberry.federation.type(
    keys=["id"],
    description="A procedure, an inspection or a prosecution about a person: shown to himself, to"
    " the heads who answer for him, to the personnel body and to the inspector.",
)
class DisciplineProcedure(Node):
    id: strawberry.ID
    kind: ProcedureKind
    about: str
    found_on: date = strawberry.field(description="From here the days of a procedure count.")
    opened_on: date
    opening_no: str
    opening_day: date
    opening_sha256: str | None = column(hash_of(answers.discipline_procedure, "opening_sha256"))
    opening_url: str | None
    complicated: bool = strawberry.field(description="Extended, as a complicated case.")
    extension_no: str | None
    extension_day: date | None
    due_on: date | None = strawberry.field(
        description="By when it is decided (art. 5.5); null while its days stand still."
    )
    overdue: bool | None = column(answers.IS_OVERDUE)
    outcome: ProcedureOutcome | None
    closed_on: date | None
    closing_no: str | None
    closing_day: date | None
    closing_note: str | None
    recorded_at: datetime
    version: int
    cites: list[str] = computed(answers.told_cites, needs=("cites",))
    person: Person = ref("person_id", inherited=True)
    agency: Agency = ref("agency_id", description="That recorded it.")
    recorded_by: Person = ref("recorded_by", inherited=True)
    postponements: list[DisciplinePostponement] = many(
        on={"procedure_id": "id"}, order=("document_day",)
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_procedures,
        needs=answers.PROCEDURE_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@table(answers.discipline_decision)
@strawberry.federation.type(
    keys=["id"], description="A decision on discipline (quyết định kỷ luật) in a person's file."
)
class DisciplineDecision(Node):
    id: strawberry.ID
    source: DisciplineSource
    form: DisciplineForm
    relation: DisciplineRelation
    about: str
    act_on: date
    act_id: strawberry.ID = strawberry.field(description="The same for all decisions on one act.")
    decision_no: str
    decision_day: date
    decision_sha256: str | None = column(hash_of(answers.discipline_decision, "decision_sha256"))
    decision_url: str | None
    since: date | None = column(since(answers.discipline_decision))
    until: date | None = column(
        until(answers.discipline_decision),
        description="The last day of its force; then it is over.",
    )
    in_force: bool | None = column(answers.IS_IN_FORCE)
    limit_on: date | None = strawberry.field(
        description="Until when it could be taken up; null without limit (art. 5.4)."
    )
    unlimited: UnlimitedViolation | None
    follow_up_by: date | None = strawberry.field(
        description="By when the agency follows Party discipline (art. 2.6)."
    )
    recorded_at: datetime
    annulled_because: AnnulmentCause | None
    annulled_reason: str | None
    annulled_at: datetime | None
    version: int
    cites: list[str] = computed(answers.told_cites, needs=("cites",))
    person: Person = ref("person_id", inherited=True)
    agency: Agency = ref("agency_id", description="That recorded it.")
    recorded_by: Person = ref("recorded_by", inherited=True)
    procedure: DisciplineProcedure | None = ref("procedure_id")
    repeats: Annotated["DisciplineDecision", strawberry.lazy("schema.discipline")] | None = ref(
        "repeats_id", description="The decision on the same conduct that the act repeats."
    )
    ended_by: Annotated["DisciplineDecision", strawberry.lazy("schema.discipline")] | None = ref(
        "ended_by_id", description="The decision on a new violation that ended its force."
    )
    ground: Disqualifier | None = ref(
        on={"id": "discipline_id"}, description="What it is in the classification of a year."
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_decisions,
        needs=answers.DECISION_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@table(answers.discipline_correction)
@strawberry.federation.type(
    keys=["id"],
    description="Somebody was wrongly disciplined; once made public, everybody in the agency"
    " sees it (Decree 172/2025, art. 25.2).",
)
class DisciplineCorrection(Node):
    id: strawberry.ID
    decision_no: str = strawberry.field(description="Of the decision that was annulled.")
    decision_day: date
    conclusion_no: str
    conclusion_day: date
    announce_by: date = strawberry.field(description="Ten working days after the conclusion.")
    overdue: bool | None = column(answers.IS_OWED)
    announced_on: date | None
    announcement_no: str | None
    announcement_day: date | None
    version: int
    cites: list[str] = computed(answers.told_cites, needs=("cites",))
    person: Person = ref("person_id", inherited=True)
    agency: Agency = ref("agency_id")
    announced_by: Person | None = ref("announced_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)
    allowed_actions: list[str] = computed(
        answers.allowed_on_corrections,
        needs=answers.CORRECTION_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@strawberry.type
class DisciplineQuestions:
    my_procedures: Connection[DisciplineProcedure] = connection(
        answers.my_procedures, order=("opened_on desc",), description="What is under way about you."
    )
    procedures_of_person: Connection[DisciplineProcedure] = connection(
        answers.procedures_of, args={"person": strawberry.ID}, order=("opened_on desc",)
    )
    open_procedures: Connection[DisciplineProcedure] = connection(
        answers.open_procedures,
        args={"agency": strawberry.ID},
        order=("opened_on",),
        description="What an agency recorded and is still under way, the oldest first.",
    )
    my_discipline: Connection[DisciplineDecision] = connection(
        answers.my_decisions, order=("id desc",), description="What was decided against you."
    )
    discipline_of_person: Connection[DisciplineDecision] = connection(
        answers.decisions_of, args={"person": strawberry.ID}, order=("id desc",)
    )
    discipline_in_force: Connection[DisciplineDecision] = connection(
        answers.decisions_in_force, args={"agency": strawberry.ID}, order=("id",)
    )
    discipline_corrections: Connection[DisciplineCorrection] = connection(
        answers.corrections_in,
        args={"agency": strawberry.ID},
        order=("announce_by",),
        description="What an agency owes to those wrongly disciplined, and has made public.",
    )
