"""Personnel actions (công tác cán bộ): proposals with their steps, votes, gates and decisions."""

from datetime import date, datetime
from enum import Enum
from typing import Annotated

import strawberry

from resolvers import personnel as answers
from resolvers.core.documents import hash_of
from schema.classification import Classification
from schema.evaluations import Level, Sheet
from schema.mapping import column, computed, connection, many, one, ref, table
from schema.organisation import Agency, Unit
from schema.people import Office, Person, Posting
from schema.personnel_gates import (
    GateEvidence,
    GateReason,
    StepOwner,
    VoteRule,
)
from schema.personnel_parts import PersonnelEnding, PersonnelStatement
from schema.personnel_records import PersonnelActionKind
from schema.positions import JobPosition
from schema.results import PeriodResult
from schema.shapes import Connection, Node


@strawberry.enum(description="Where a personnel action stands.")
class PersonnelActionState(Enum):
    PROPOSED = "proposed"
    IN_PROCEDURE = strawberry.enum_value("in_procedure", description="Its first step is done.")
    DECIDED = strawberry.enum_value("decided", description="Decided; its day has not come yet.")
    EFFECTIVE = strawberry.enum_value("effective", description="Decided, and its day has come.")
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    CANCELLED = strawberry.enum_value("cancelled", description="Taken back before its day.")


@strawberry.enum(description="Where somebody who takes a post comes from.")
class PersonnelSource(Enum):
    INTERNAL = strawberry.enum_value("internal", description="From the agency itself.")
    EXTERNAL = strawberry.enum_value("external", description="From another agency.")


@strawberry.enum(description="When gates were computed.")
class GateMoment(Enum):
    PROPOSAL = "proposal"
    DECISION = "decision"


@strawberry.enum(description="What an action rests on.")
class GroundKind(Enum):
    CLASSIFICATION = "classification"
    RESULT = "result"
    SHEET = "sheet"


@strawberry.enum(description="Which of two agencies agrees.")
class AgreementSide(Enum):
    SENDING = "sending_agency"
    RECEIVING = "receiving_agency"


@strawberry.type(description="How many ballots one choice got; never whose.")
class BallotCount:
    choice: str = strawberry.field(description="A person's id, agree or disagree, or a form.")
    name: str = strawberry.field(description="What that is called.")
    ballots: int


@table(answers.action_ground)
@strawberry.type(description="A class, result or sheet that an action rests on, as it was cited.")
class PersonnelGround(Node):
    id: strawberry.ID
    kind: GroundKind
    period: date = strawberry.field(description="First day of the year, the span or the month.")
    edition: int = strawberry.field(description="Of a class or a result; the round of a sheet.")
    level: Level | None
    replaced: bool = column(
        answers.IS_REPLACED, description="It has been replaced since: look at the action again."
    )
    classification: Classification | None = ref("classification_id")
    result: PeriodResult | None = ref("result_id")
    sheet: Sheet | None = ref(on={"sheet_id": "id", "period": "period"})


@table(answers.action_gate)
@strawberry.type(description="A gate as it was when the action was proposed, or decided.")
class KeptGate(Node):
    id: strawberry.ID
    moment: GateMoment
    code: str
    name: str = computed(answers.told_names, needs=("code",), description="What it is called.")
    open: bool
    computed_at: datetime
    cites: list[str] = computed(answers.told_texts, needs=("cites",))
    because: list[GateReason] = computed(answers.told_because, needs=("because",))
    evidence: list[GateEvidence] = computed(answers.told_evidence, needs=("evidence",))


@table(answers.action_vote)
@strawberry.type(description="A vote, by its count alone.")
class PersonnelVote(Node):
    id: strawberry.ID
    summoned: int
    present: int
    counts: list[BallotCount] = computed(answers.told_counts, needs=answers.COUNT_NEEDS)
    findings: list[GateReason] = computed(answers.told_because, needs=("findings",))
    chosen: str | None
    head_chose: str | None = strawberry.field(
        description="What the head chose where the law leaves it to him."
    )
    passed: bool = strawberry.field(description="The person has what it takes.")
    stops: bool = strawberry.field(description="Nothing further may be done without it.")
    revealed: bool = strawberry.field(description="The law has it announced.")
    recorded_at: datetime


@table(answers.action_hearing)
@strawberry.type(description="The person was met and heard.")
class PersonnelHearing(Node):
    id: strawberry.ID
    heard_on: date
    said: str
    recorded_at: datetime
    heard_by: Person = ref("heard_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)


@table(answers.action_agreement)
@strawberry.type(description="The head of an agency has agreed in writing.")
class PersonnelAgreement(Node):
    id: strawberry.ID
    side: AgreementSide
    number: str = column("document_no")
    day: date | None = column("document_day")
    sha256: str | None = column(hash_of(answers.action_agreement, "document_sha256"))
    note: str | None
    agreed_at: datetime
    agreed_by: Person = ref("agreed_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)


@table(answers.action_step)
@strawberry.type(description="A step of a procedure, as the law of the proposal's day has it.")
class PersonnelStep(Node):
    id: strawberry.ID
    ordinal: int
    code: str
    name: str = computed(answers.told_names, needs=("code",), description="What it is called.")
    owner: StepOwner
    cite: str = computed(answers.told_text, needs=("cite",))
    due_on: date | None = strawberry.field(
        description="The last day in time, once the law counts from something."
    )
    overdue: bool = column(answers.OVERDUE)
    needs_vote: bool
    needs_document: bool
    hears_person: bool
    reveals_result: bool = strawberry.field(description="Whether a count of it is announced.")
    done_on: date | None
    document_number: str | None = column("document_no")
    document_day: date | None
    document_sha256: str | None = column(hash_of(answers.action_step, "document_sha256"))
    document_url: str | None
    note: str | None
    done_by: Person | None = ref("done_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)
    vote_rule: VoteRule | None = computed(
        answers.told_vote_rules,
        needs=answers.VOTE_NEEDS,
        description="How its vote is held and counted, by the law of the proposal's day.",
    )
    votes: list[PersonnelVote] = many(on={"step_id": "id"}, order=("id",), at_most=1)
    hearings: list[PersonnelHearing] = many(on={"step_id": "id"}, order=("id",), at_most=1)
    statements: list[PersonnelStatement] = many(
        on={"step_id": "id"},
        order=("id",),
        at_most=1,
        description="What the person said himself at it.",
    )
    action: Annotated["PersonnelAction", strawberry.lazy("schema.personnel")] = ref(
        "action_id", inherited=True
    )


@table(answers.personnel_action)
@strawberry.federation.type(
    keys=["id"],
    description="A personnel action on a civil servant. Nothing in it is automatic: it is proposed,"
    " goes through the steps of its procedure, and a head decides; it takes effect on its day.",
)
class PersonnelAction(Node):
    id: strawberry.ID
    kind: PersonnelActionKind
    name: str = computed(answers.told_names, needs=("kind",), description="What it is called.")
    state: PersonnelActionState = column(answers.STATE, description="Where it stands today.")
    source: PersonnelSource
    own_wish: bool = strawberry.field(description="The person has asked for it himself.")
    reason: str
    ground_on: date = strawberry.field(description="The day from which the law counts.")
    cites: list[str] = computed(
        answers.told_texts, needs=("cites",), description="The articles that it rests on."
    )
    target_office: Office | None
    effective_on: date | None = strawberry.field(description="Its first day: wished, then decided.")
    until: date | None = strawberry.field(description="The first day on which it holds no more.")
    ended_on: date | None = strawberry.field(
        description="The first day on which it held no more, where it was ended early."
    )
    special_case: str | None = strawberry.field(
        description="Why a gate is passed that the law leaves to the authority."
    )
    paper_ground: str | None = strawberry.field(description="A ground that no record shows.")
    paper_number: str | None = column("paper_no")
    decision_number: str | None = column("decision_no")
    decision_day: date | None
    decision_sha256: str | None = column(hash_of(answers.personnel_action, "decision_sha256"))
    decision_url: str | None
    decision_note: str | None
    proposed_at: datetime
    told_at: datetime | None = strawberry.field(description="Since when the person reads it.")
    decided_at: datetime | None
    closed_reason: str | None
    closed_at: datetime | None
    rests_on_replaced: bool = column(
        answers.RESTS_ON_REPLACED,
        description="Something that it rests on has been replaced: somebody looks at it again.",
    )
    version: int
    person: Person = ref("person_id", inherited=True)
    posting: Posting = ref("posting_id", inherited=True, description="The post it is about.")
    agency: Agency = ref("agency_id", description="Where the person works.")
    deciding_unit: Unit = ref("deciding_unit_id", description="The unit whose head decides.")
    deciding_agency: Agency = ref("deciding_agency_id")
    receiving_agency: Agency | None = ref("receiving_agency_id")
    target_unit: Unit | None = ref("target_unit_id")
    target_position: JobPosition | None = ref("target_position_id")
    proposed_by: Person = ref("proposed_by", inherited=True)
    proposed_on_behalf_of: Person | None = ref("proposed_on_behalf_of", inherited=True)
    decided_by: Person | None = ref("decided_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)
    closed_by: Person | None = ref("closed_by", inherited=True)
    grounds: list[PersonnelGround] = many(on={"action_id": "id"}, order=("id",), at_most=50)
    steps: list[PersonnelStep] = many(on={"action_id": "id"}, order=("ordinal",), at_most=12)
    gates: list[KeptGate] = many(
        on={"action_id": "id"},
        order=("moment desc", "ordinal"),
        at_most=40,
        description="The person himself reads them once there is an answer.",
    )
    agreements: list[PersonnelAgreement] = many(on={"action_id": "id"}, order=("id",), at_most=2)
    endings: list[PersonnelEnding] = many(
        on={"action_id": "id"}, order=("id",), at_most=1, description="Its early end, if any."
    )
    agrees_as: list[AgreementSide] = computed(
        answers.agreeing_as,
        needs=answers.ACTION_NEEDS,
        description="The agencies as whose head you may agree to it now.",
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_actions,
        needs=answers.ACTION_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@strawberry.type
class PersonnelQuestions:
    personnel_action: PersonnelAction | None = one(answers.action_by_id, args={"id": strawberry.ID})
    my_personnel_actions: Connection[PersonnelAction] = connection(
        answers.my_actions,
        order=("id desc",),
        description="About yourself, from the day on which the law has you heard or told.",
    )
    personnel_actions_of_agency: Connection[PersonnelAction] = connection(
        answers.actions_of_agency,
        args={
            "agency": strawberry.ID,
            "kind": PersonnelActionKind | None,
            "open": bool | None,
        },
        order=("id desc",),
        description="About its people, decided by it, or into it; the latest first.",
    )
    personnel_actions_of_person: Connection[PersonnelAction] = connection(
        answers.actions_of_person, args={"person": strawberry.ID}, order=("id desc",)
    )
    personnel_actions_to_decide: Connection[PersonnelAction] = connection(
        answers.actions_to_decide,
        order=("id",),
        description="Open actions of which only your decision is missing.",
    )
    personnel_steps_due: Connection[PersonnelStep] = connection(
        answers.steps_due,
        args={"agency": strawberry.ID, "overdue": bool | None},
        order=("due_on",),
        description="Open steps of an agency's actions, the most urgent first.",
    )
