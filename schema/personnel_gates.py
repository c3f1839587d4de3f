"""What stands in the way of a personnel action, what may be proposed, and what is due."""

from datetime import date
from enum import Enum

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
    name: str = strawberry.field(description="What it is called; never a state of health.")
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


@strawberry.enum(description="Whose step it is.")
class StepOwner(Enum):
    PROPOSER = "proposer"
    PERSONNEL_BODY = "personnel_body"
    DECIDING_HEAD = "deciding_head"
    PERSON = "person"
    PARTY_COMMITTEE = strawberry.enum_value(
        "party_committee", description="Its written opinion; the personnel body records it."
    )
    SENDING_AGENCY = "sending_agency"
    RECEIVING_AGENCY = "receiving_agency"


@strawberry.enum(description="What each ballot of a vote says.")
class VoteSubject(Enum):
    NAMES = strawberry.enum_value("names", description="One person, or one form of discipline.")
    AGREEMENT = strawberry.enum_value("agreement", description="agree or disagree.")


@strawberry.enum(description="On whom the shares of a vote are reckoned.")
class VoteBase(Enum):
    SUMMONED = "summoned"
    PRESENT = "present"


@strawberry.enum(description="Who decides at exactly half.")
class VoteTie(Enum):
    HEAD = "head"
    HEAD_BETWEEN_TWO = strawberry.enum_value(
        "head_between_two", description="The head, but only between two who have half each."
    )
    CHAIR = strawberry.enum_value("chair", description="The chair's own vote.")
    NOBODY = "nobody"


@strawberry.enum(description="What follows where nobody has a majority.")
class VoteShort(Enum):
    STOP = strawberry.enum_value("stop", description="Nothing further may be done.")
    FORWARD = strawberry.enum_value("forward", description="Those with the smaller share go on.")
    REPORT = strawberry.enum_value("report", description="The deciding head is told, and decides.")
    HEAD = strawberry.enum_value("head", description="The head decides.")


@strawberry.type(description="How a vote of a procedure is held and counted.")
class VoteRule:
    body: str = strawberry.field(description="Who votes.")
    about: VoteSubject
    quorum: str | None = strawberry.field(description="The least share present, such as 2/3.")
    base: VoteBase
    majority: str = strawberry.field(description="Chosen is who has more than this share.")
    half: VoteTie
    short: VoteShort
    members: int | None = strawberry.field(description="All of whom are present.")
    odd: bool = strawberry.field(description="The number of members is odd.")
    secret: bool
    announced: bool
    cite: str


@strawberry.enum(description="Which head decides.")
class DecidingHead(Enum):
    USING = strawberry.enum_value("using", description="The head of the using agency.")
    MANAGING = strawberry.enum_value("managing", description="The head of the managing agency.")


@strawberry.type(description="A step of a procedure that has not begun.")
class PlannedStep:
    code: str
    name: str
    owner: StepOwner
    cite: str
    vote_rule: VoteRule | None


@strawberry.type(description="A ground that no record shows, by its name in the decree.")
class PaperGroundName:
    code: str
    name: str


@strawberry.type(description="What an action of a kind would go through, and whose head decides.")
class PersonnelProcedure:
    names_a_post: bool = strawberry.field(description="It takes him to another post.")
    may_name_a_post: bool = strawberry.field(description="Another post may wait for him.")
    gives_an_office: bool = strawberry.field(
        description="It may lead to an office; else to none but the one that he has where he is."
    )
    rests_on_results: bool = strawberry.field(
        description="It cites a class, a result or a sheet, a paper, or the person's own wish."
    )
    may_be_wished: bool = strawberry.field(description="The person may ask for it himself.")
    paper_grounds: list[PaperGroundName] = strawberry.field(
        description="Grounds that a paper may show."
    )
    deciding: DecidingHead
    cites: list[str]
    steps: list[PlannedStep]


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
            "own_wish": bool | None,
            "paper": str | None,
        },
        description="The gates of an action of this kind, by today's law: `ownWish` where he asks"
        " for it himself, `paper` the ground that a paper shows.",
    )
    procedure: PersonnelProcedure = computed(
        answers.told_procedures,
        needs=answers.PROCEDURE_NEEDS,
        args={
            "kind": PersonnelActionKind,
            "office": Office | None,
            "elsewhere": bool | None,
            "own_wish": bool | None,
        },
        description="What an action of this kind would go through, by today's law.",
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_people,
        needs=answers.PERSON_NEEDS,
        description="What you may begin about the person, by the policies that guard the deeds.",
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


@row
@strawberry.type(description="What may be begun in an agency about personnel and rewards.")
class PersonnelDesk:
    agency_id: strawberry.ID
    allowed_actions: list[str] = computed(
        answers.allowed_on_desk,
        needs=answers.DESK_NEEDS,
        description="What you may begin there, by the policies that guard the deeds.",
    )


@strawberry.type
class PersonnelGatesQuestions:
    personnel_desk: PersonnelDesk | None = one(answers.desk_of, args={"agency": strawberry.ID})
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
