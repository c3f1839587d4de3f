"""What stands in the way of a personnel action, what may be proposed, and what is due."""

from datetime import date

import strawberry

from resolvers import personnel as answers
from schema.classification import Classification
from schema.mapping import computed, many, one, row
from schema.people import Office, Person, Posting
from schema.personnel_records import PersonnelActionKind


@strawberry.type(description="A record that a gate rests on; it may be opened by who may see it.")
class GateEvidence:
    kind: str = strawberry.field(
        description="classification, result, proceeding, discipline, protected_state, wish,"
        " service_fact, posting, personnel_action or document."
    )
    id: str
    edition: int | None


@strawberry.type(description="One finding, with the article that it answers.")
class GateReason:
    text: str
    cite: str


@strawberry.type(
    description="One condition of a personnel action. A closed gate bars it; an open one asks for"
    " nothing: a person decides."
)
class PersonnelGate:
    code: str
    open: bool
    missing: bool = strawberry.field(
        description="Closed only because something is not known; the reasons say what."
    )
    waivable_by_wish: bool = strawberry.field(description="The person's own written wish opens it.")
    special_case: bool = strawberry.field(
        description="The text lets the authority go on in a special case, with its reason."
    )
    because: list[GateReason]
    cites: list[str]
    evidence: list[GateEvidence]


@strawberry.type(description="What may be proposed; nobody is bound to, and a head decides.")
class PersonnelProposal:
    kind: PersonnelActionKind
    because: GateReason
    due_on: date | None = strawberry.field(description="By when it is decided, if it is proposed.")
    evidence: list[GateEvidence]


@row
@strawberry.type(
    description="What is known of a person for personnel actions: for the personnel body that"
    " keeps the file and for the head of the agency, never for oneself."
)
class PersonnelStanding:
    person_id: strawberry.ID
    day: date
    person: Person | None = one(answers.every_person, on={"id": "person_id"})
    gates: list[PersonnelGate] = computed(
        answers.told_gates,
        needs=answers.STANDING_NEEDS,
        args={
            "kind": PersonnelActionKind,
            "office": Office | None,
            "starts_on": date | None,
            "ends_on": date | None,
        },
        description="The gates of an action of this kind, by today's law.",
    )
    proposals: list[PersonnelProposal] = computed(
        answers.told_proposals,
        needs=answers.STANDING_NEEDS,
        description="What the last class and the last count of confidence give ground to propose.",
    )


@row
@strawberry.type(description="A leadership post whose term ends.")
class EndingTerm:
    ends_on: date
    notice_by: date = computed(
        answers.notice_days,
        needs=("ends_on",),
        description="By when it is announced that its continuation is looked at (90 days before).",
    )
    person: Person | None = one(answers.every_person, on={"id": "person_id"})
    posting: Posting | None = one(answers.every_posting, on={"id": "posting_id"})


@row
@strawberry.type(description="Somebody notified of the lowest class: proposals may follow.")
class LowestClass:
    year: int
    office: str
    known_on: date
    termination_by: date = computed(
        answers.termination_days,
        needs=("known_on",),
        description="By when a termination, if it is proposed, is decided (30 days).",
    )
    person: Person | None = one(answers.every_person, on={"id": "person_id"})
    classification: Classification | None = one(answers.every_case, on={"id": "classification_id"})


@row
@strawberry.type(description="A post whose holder is to be changed periodically.")
class PeriodicChange:
    since: date
    years: int
    due_on: date
    person: Person | None = one(answers.every_person, on={"id": "person_id"})
    posting: Posting | None = one(answers.every_posting, on={"id": "posting_id"})


@strawberry.type
class PersonnelGatesQuestions:
    personnel_standing: PersonnelStanding | None = one(
        answers.person_standing,
        args={"person_id": strawberry.ID},
        description="The gates of actions on a person, for those who prepare one.",
    )
    terms_ending: list[EndingTerm] = many(
        answers.terms_ending,
        args={"agency": strawberry.ID},
        order=("ends_on", "id"),
        description="Leadership posts whose term ends within 90 days, or is over.",
    )
    lowest_classes: list[LowestClass] = many(
        answers.not_completed,
        args={"agency": strawberry.ID},
        order=("known_on", "id"),
        description="Those notified of 'not completed' within half a year.",
    )
    periodic_changes_due: list[PeriodicChange] = many(
        answers.periodic_changes_due,
        args={"agency": strawberry.ID},
        order=("due_on", "id"),
        description="Posts on the list whose years are over within 90 days.",
    )
