"""The Party's reviews: campaigns, reviews, voices in their order, and what is published."""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import strawberry

from resolvers import party as answers
from schema.classification import Classification
from schema.evaluations import Level, Step
from schema.mapping import column, computed, connection, guarded, many, one, ref, table
from schema.party import PartyBody
from schema.party_kinds import (
    PartyCampaignState,
    PartyCategory,
    PartyResultsBy,
    PartyReviewState,
    PartyScheme,
    PartyVoiceKind,
    PartyVoiceState,
    PartyVoiceWait,
)
from schema.people import Person
from schema.shapes import Connection, Node

if TYPE_CHECKING:
    from schema.party_decisions import PartyTopic

FINDINGS = answers.FINDINGS_SHOWN


@strawberry.type(
    description="Similar subjects of a set that is not decided: how they stand by law alone."
)
class PartyPlaces:
    category: PartyCategory
    rated: int
    undecided: int = strawberry.field(description="The law leaves their level open.")
    above_line: int = strawberry.field(description="Excellent by law.")
    good: int
    share: Decimal
    places: int = strawberry.field(description="How many of them may be excellent.")


@table(answers.party_campaign)
@strawberry.federation.type(
    keys=["id"], description="One committee's reviews of a year or of a quarter."
)
class PartyCampaign(Node):
    id: strawberry.ID
    year: int
    quarter: int | None = strawberry.field(
        description="1 to 3; the fourth is reviewed with the year. Null for the year."
    )
    scheme: PartyScheme
    scheme_version: date
    law_day: date = strawberry.field(description="The last day of the span: its law applies.")
    state: PartyCampaignState
    opened_at: datetime
    closed_at: datetime | None
    decided_at: datetime | None
    decision_no: str | None
    decision_day: date | None
    notified_at: datetime | None
    published_at: datetime | None
    version: int
    body: PartyBody = ref("body_id", inherited=True)
    decided_by: Person | None = ref("decided_by", inherited=True)
    reviews: Connection["PartyReview"] = connection(
        on={"campaign_id": "id"}, order=("category", "id")
    )
    allowed_actions: list[str] = computed(answers.allowed_on_sets, needs=answers.SET_NEEDS)
    places: list[PartyPlaces] = computed(
        answers.places_now,
        needs=answers.PLACES_NEEDS,
        description="Before the decision, by the share that holds now; none for whoever is reviewed"
        " in the set himself.",
    )
    finish_by: date | None = computed(
        answers.finish_by,
        needs=answers.FINISH_NEEDS,
        description="The last day for deciding a year's reviews; none is named for a quarter.",
    )


@table(answers.party_voice)
@strawberry.type(description="One voice on a review; it writes its own verdict, and nobody else's.")
class PartyVoice(Node):
    id: strawberry.ID
    kind: PartyVoiceKind
    step: int
    round: int
    state: PartyVoiceState
    text: str | None
    findings: str | None = column(
        answers.VOICE_FINDINGS, description="What it found, in the terms of the scheme, as JSON."
    )
    points: Decimal | None
    computed_level: Level | None = strawberry.field(description="By points alone.")
    level: Level | None = strawberry.field(description="Its verdict.")
    reason: str | None
    signed_at: datetime | None
    returned_at: datetime | None
    returned_reason: str | None
    comments: bool = column(
        answers.VOICE_COMMENTS, description="It has its text alone: no findings and no level."
    )
    turn: bool = column(answers.TURN, description="Every voice of an earlier step has spoken.")
    waits_for: PartyVoiceWait | None = column(
        answers.VOICE_WAITS_FOR, description="What else it waits for, by the order of the guidance."
    )
    version: int
    review: "PartyReview | None" = ref("review_id")
    body: PartyBody | None = ref(
        "holder_body_id", inherited=True, description="Whose voice it is; a member's own has none."
    )
    person: Person | None = ref(
        "person_id", inherited=True, description="Whom the review is about."
    )
    signed_by: Person | None = ref("signed_by", inherited=True)
    returned_by: Person | None = ref("returned_by", inherited=True)
    allowed_actions: list[str] = computed(answers.allowed_on_voices, needs=answers.VOICE_NEEDS)


@table(answers.party_review)
@strawberry.federation.type(
    keys=["id"],
    description="The Party's review of a member or a collective (Regulation 366-QĐ/TW): a record of"
    " its own beside the state's classification, whose class may be another one.",
)
class PartyReview(Node):
    id: strawberry.ID
    year: int
    quarter: int | None
    category: PartyCategory
    scheme: PartyScheme
    scheme_version: date
    results_by: PartyResultsBy = computed(answers.results_by, needs=answers.RESULTS_NEEDS)
    state: PartyReviewState
    not_rated_reason: str | None
    findings: str | None = guarded(
        answers.REVIEW_FINDINGS,
        when=FINDINGS,
        description="Of the voice that spoke last, as JSON.",
    )
    points: Decimal | None = guarded("points", when=FINDINGS)
    computed_level: Level | None = guarded(
        "computed_level", when=FINDINGS, description="By points alone."
    )
    lawful_level: Level | None = guarded(
        "lawful_level",
        when=FINDINGS,
        description="By points and conditions; null where the text leaves the case open.",
    )
    gaps: list[str] | None = guarded(
        "gaps", when=FINDINGS, description="What a person has to decide, or may set aside."
    )
    excused: bool | None = guarded(
        "excused", when=FINDINGS, description="Whether force majeure or self-repair was accepted."
    )
    excused_reason: str | None = guarded("excused_reason", when=FINDINGS)
    state_level: Level | None = guarded(
        "state_level", when=FINDINGS, description="The state's class of the year, as it was read."
    )
    state_total: Decimal | None = guarded("state_total", when=FINDINGS)
    state_edition: int | None = guarded("state_edition", when=FINDINGS)
    state_replaced_at: datetime | None = guarded(
        answers.STATE_REPLACED_AT,
        when=FINDINGS,
        description="When that class was replaced: this review has to be looked at.",
    )
    applied_level: Level | None = guarded(
        "applied_level", when=FINDINGS, description="The class that was decided."
    )
    applied_reason: str | None = guarded("applied_reason", when=FINDINGS)
    steps: list[Step] = computed(answers.told_steps, needs=(answers.STEPS_SHOWN,))
    cites: list[str] = computed(answers.told_cites, needs=(answers.CITES_SHOWN,))
    decided_at: datetime | None = guarded("decided_at", when=FINDINGS)
    decision_no: str | None = guarded("decision_no", when=FINDINGS)
    decision_day: date | None = guarded("decision_day", when=FINDINGS)
    notified_at: datetime | None
    published_at: datetime | None
    edition: int
    replaced_at: datetime | None
    replaced_reason: str | None
    version: int
    person: Person | None = ref("person_id", inherited=True)
    body: PartyBody = ref(
        "body_id", inherited=True, description="The member's branch, or the collective itself."
    )
    deciding_body: PartyBody = ref("deciding_body_id", inherited=True)
    campaign: PartyCampaign | None = ref("campaign_id")
    classification: Classification | None = ref(
        "classification_id", description="The state's class that was read, if yours to see."
    )
    replaces: "PartyReview | None" = ref("replaces_id")
    voices: list[PartyVoice] = many(on={"review_id": "id"}, order=("step", "round", "id"))
    topics: list[Annotated["PartyTopic", strawberry.lazy("schema.party_decisions")]] = many(
        on={"review_id": "id"},
        order=("number",),
        description="Points that a committee above wants answered in it.",
    )
    allowed_actions: list[str] = computed(answers.allowed_on_reviews, needs=answers.REVIEW_NEEDS)


@table(answers.party_published)
@strawberry.type(description="What the members of a body are told: the class, nothing else.")
class PartyPublishedClass(Node):
    id: strawberry.ID
    year: int
    quarter: int | None
    level: Level
    published_at: datetime
    person: Person | None = ref("person_id", inherited=True)
    body: PartyBody = ref("body_id", inherited=True)


@strawberry.type
class PartyReviewsQuestions:
    party_campaign: PartyCampaign | None = one(
        answers.party_campaign_by_id, args={"id": strawberry.ID}
    )
    party_campaigns: Connection[PartyCampaign] = connection(
        answers.party_campaigns, args={"body": strawberry.ID}, order=("id desc",)
    )
    my_party_campaigns: Connection[PartyCampaign] = connection(
        answers.my_party_campaigns,
        order=("id desc",),
        description="Of the committees in which you hold an office, the latest first.",
    )
    party_review: PartyReview | None = one(answers.party_review_by_id, args={"id": strawberry.ID})
    my_party_reviews: Connection[PartyReview] = connection(
        answers.my_party_reviews, order=("id desc",), description="The latest first."
    )
    party_reviews: Connection[PartyReview] = connection(
        answers.party_reviews,
        args={"body": strawberry.ID, "year": int, "quarter": int | None},
        order=("id",),
        description="Of a body's members and of the body itself, for a year or one quarter.",
    )
    party_voices_to_give: Connection[PartyVoice] = connection(
        answers.party_voices_to_give,
        order=("id",),
        description="Voices whose turn it is: your own, and those of bodies that you read.",
    )
    my_party_voices: Connection[PartyVoice] = connection(
        answers.my_party_voices,
        args={"turn": bool},
        order=("id",),
        description="Voices that you and the bodies of your offices still owe: those whose turn it"
        " is, or those that wait for others.",
    )
    party_published_classes: Connection[PartyPublishedClass] = connection(
        answers.party_published_of_body,
        args={"body": strawberry.ID, "year": int},
        order=("id",),
    )
