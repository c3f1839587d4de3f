"""Votes of Party bodies: how each votes, its ballots, and what was counted."""

from datetime import date, datetime
from enum import Enum

import strawberry

from resolvers import party as answers
from resolvers.core.tables import since, until
from schema.mapping import column, computed, connection, many, one, ref, table
from schema.party import PartyBody
from schema.party_reviews import PartyReview
from schema.people import Person
from schema.shapes import Connection, Node


@strawberry.enum(description="What a vote is about.")
class PartyBallotKind(Enum):
    CLASS = strawberry.enum_value("class", description="the class of a member or collective")
    CONFIDENCE = strawberry.enum_value("confidence", description="tín nhiệm")


@strawberry.enum(description="How a vote is held.")
class PartyBallotWay(Enum):
    ELECTRONIC = "electronic"
    PAPER = strawberry.enum_value("paper", description="Counted by its commission, and entered.")


@strawberry.enum(description="Where a ballot stands.")
class PartyBallotState(Enum):
    OPEN = strawberry.enum_value("open", description="Nothing is counted, for anybody.")
    COUNTED = "counted"
    ANNULLED = "annulled"


@strawberry.enum(description="What may be voted: a class, or confidence.")
class PartyChoice(Enum):
    EXCELLENT = "EXCELLENT"
    GOOD = "GOOD"
    COMPLETED = "COMPLETED"
    NOT_COMPLETED = "NOT_COMPLETED"
    HIGH = strawberry.enum_value("HIGH", description="tín nhiệm cao")
    CONFIDENT = strawberry.enum_value("CONFIDENT", description="tín nhiệm")
    LOW = strawberry.enum_value("LOW", description="tín nhiệm thấp")


@strawberry.enum(description="Of whom a majority is taken.")
class PartyBallotBase(Enum):
    SUMMONED = "summoned"
    PRESENT = "present"
    VALID = strawberry.enum_value("valid", description="the valid ballots")


@table(answers.party_ballot_rule)
@strawberry.type(description="How a body votes, by its own regulation.")
class PartyBallotRule(Node):
    id: strawberry.ID
    secret: bool
    quorum: str = strawberry.field(description="A fraction of the summoned, such as 2/3.")
    quorum_more: bool = strawberry.field(description="More than it; otherwise it is enough.")
    majority: str
    majority_more: bool
    base: PartyBallotBase
    subject_votes: bool = strawberry.field(
        description="Whether somebody votes about himself in this body."
    )
    needed: bool = strawberry.field(description="Whether the body's verdict waits for its vote.")
    commission_least: int
    regulation_no: str
    regulation_day: date
    regulation_sha256: str | None = column(answers.REGULATION_SHA256)
    regulation_url: str | None
    since: date = column(since(answers.party_ballot_rule))
    until: date | None = column(until(answers.party_ballot_rule), description="Its last day.")
    version: int
    body: PartyBody = ref("body_id", inherited=True)
    set_by: Person = ref("set_by", inherited=True)


@table(answers.party_ballot_voter)
@strawberry.type(description="Somebody on the roll of a ballot: whether he has voted, never how.")
class PartyVoter:
    may_vote: bool
    voted: bool
    person: Person = ref("person_id", inherited=True)


@table(answers.party_open_vote)
@strawberry.type(description="One vote by show of hands, told once it is counted.")
class PartyOpenVote:
    choice: PartyChoice | None = strawberry.field(description="Null for a blank vote.")
    person: Person = ref("person_id", inherited=True)


@table(answers.party_commission)
@strawberry.type(description="A member of the commission that counted.")
class PartyTeller:
    person: Person = ref("person_id", inherited=True)


@strawberry.type(description="The valid ballots for one choice.")
class PartyChoiceCount:
    choice: PartyChoice
    votes: int


@table(answers.party_ballot)
@strawberry.federation.type(
    keys=["id"],
    description="A body's vote about a review. Of a secret one nothing is kept of who voted what;"
    " but where few vote, or all alike, the sums themselves tell, and nothing can hide that.",
)
class PartyBallot(Node):
    id: strawberry.ID
    kind: PartyBallotKind
    round: int
    way: PartyBallotWay
    state: PartyBallotState
    secret: bool
    quorum: str
    quorum_more: bool
    majority: str
    majority_more: bool
    base: PartyBallotBase
    subject_votes: bool
    summoned: int = strawberry.field(description="How many may vote: the roll, settled then.")
    turnout: int = column(answers.TURNOUT, description="How many have voted electronically.")
    voted: bool = column(answers.VOTED, description="Whether you have.")
    opened_at: datetime
    present: int | None
    issued: int | None
    returned: int | None
    valid: int | None
    invalid: int | None = strawberry.field(description="Blank ones among them.")
    choices: list[PartyChoiceCount] | None = computed(
        answers.choice_counts, needs=("kind", "choices"), description="Null until counted."
    )
    needed_present: int | None
    needed_votes: int | None
    base_number: int | None = strawberry.field(description="What the majority was taken of.")
    chosen: PartyChoice | None = strawberry.field(
        description="What reached the majority; null where nothing did."
    )
    short_by: int | None = strawberry.field(description="How many votes the first one lacks.")
    cites: list[str] = computed(answers.told_cites, needs=("cites",))
    counted_at: datetime | None
    minutes_no: str | None
    minutes_day: date | None
    minutes_sha256: str | None = column(answers.MINUTES_SHA256)
    minutes_url: str | None
    annulled_at: datetime | None
    annulled_reason: str | None
    version: int
    review: PartyReview | None = ref("review_id")
    person: Person | None = ref("person_id", inherited=True, description="Whom it is about.")
    body: PartyBody = ref("body_id", inherited=True)
    rule: PartyBallotRule | None = ref(
        "rule_id", inherited=True, description="Null where the body has laid down none."
    )
    opened_by: Person = ref("opened_by", inherited=True)
    counted_by: Person | None = ref("counted_by", inherited=True)
    annulled_by: Person | None = ref("annulled_by", inherited=True)
    voters: list[PartyVoter] = many(on={"ballot_id": "id"}, order=("person_id",))
    open_votes: list[PartyOpenVote] = many(on={"ballot_id": "id"}, order=("person_id",))
    tellers: list[PartyTeller] = many(on={"ballot_id": "id"}, order=("person_id",))
    allowed_actions: list[str] = computed(answers.allowed_on_ballots, needs=answers.BALLOT_NEEDS)


@strawberry.type
class PartyVotesQuestions:
    party_ballot: PartyBallot | None = one(answers.party_ballot_by_id, args={"id": strawberry.ID})
    my_party_ballots: Connection[PartyBallot] = connection(
        answers.my_open_ballots,
        order=("id desc",),
        description="Open ballots in which you may vote and have not.",
    )
    party_ballots: Connection[PartyBallot] = connection(
        answers.ballots_of_body,
        args={"body": strawberry.ID | None},
        order=("id desc",),
        description="The votes of one body, or all that you may see; the latest first.",
    )
    party_ballots_of_review: Connection[PartyBallot] = connection(
        answers.ballots_of_review, args={"review": strawberry.ID}, order=("id",)
    )
    party_ballot_rules: Connection[PartyBallotRule] = connection(
        answers.ballot_rules_of, args={"body": strawberry.ID}, order=("id desc",)
    )
