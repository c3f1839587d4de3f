"""Points that were put to a review, review meetings, and what a committee's decision counted."""

from datetime import date, datetime
from decimal import Decimal

import strawberry

from resolvers import party as answers
from schema.evaluations import Step
from schema.mapping import column, computed, connection, many, ref, table
from schema.party import PartyBody
from schema.party_kinds import PartyCategory
from schema.party_reviews import PartyCampaign, PartyReview
from schema.people import Person
from schema.shapes import Connection, Node


@table(answers.party_topic_answer)
@strawberry.type(description="One answer; a later one stands beside it.")
class PartyTopicAnswer(Node):
    id: strawberry.ID
    edition: int
    text: str
    answered_at: datetime
    answered_by: Person = ref("answered_by", inherited=True)


@table(answers.party_topic)
@strawberry.federation.type(
    keys=["id"],
    description="A point that a committee above wants answered in a review (gợi ý kiểm điểm); the"
    " self-review is not given before.",
)
class PartyTopic(Node):
    id: strawberry.ID
    number: int
    text: str
    document_no: str | None
    document_day: date | None
    document_sha256: str | None = column(answers.TOPIC_SHA256)
    document_url: str | None
    written_at: datetime
    answered: bool = column(answers.ANSWERED)
    version: int
    review: PartyReview | None = ref("review_id")
    author: PartyBody = ref("author_body_id", inherited=True)
    body: PartyBody = ref("body_id", inherited=True)
    person: Person | None = ref("person_id", inherited=True, description="Whom it is put to.")
    written_by: Person = ref("written_by", inherited=True)
    replies: list[PartyTopicAnswer] = many(on={"topic_id": "id"}, order=("edition desc",))
    allowed_actions: list[str] = computed(answers.allowed_on_topics, needs=answers.TOPIC_NEEDS)


@table(answers.party_meeting)
@strawberry.federation.type(
    keys=["id"],
    description="A collective's review meeting: its draft report goes out in time, and it takes the"
    " time that the guidance asks for.",
)
class PartyMeeting(Node):
    id: strawberry.ID
    draft_sent_on: date
    draft_by: date = computed(
        answers.draft_by,
        needs=answers.DRAFT_NEEDS,
        description="The last day on which the draft report could go out.",
    )
    draft_no: str
    draft_day: date | None
    draft_sha256: str | None = column(answers.DRAFT_SHA256)
    draft_url: str | None
    named: bool = strawberry.field(
        description="One of the standing committees that the guidance names."
    )
    meets_on: date
    least_days: int = computed(answers.least_days, needs=answers.DRAFT_NEEDS)
    days: int | None = strawberry.field(description="How many it took; null until it is held.")
    minutes_no: str | None
    minutes_day: date | None
    minutes_sha256: str | None = column(answers.MEETING_MINUTES_SHA256)
    minutes_url: str | None
    recorded_at: datetime
    held_at: datetime | None
    version: int
    review: PartyReview | None = ref("review_id")
    campaign: PartyCampaign | None = ref("campaign_id")
    body: PartyBody = ref("body_id", inherited=True)
    recorded_by: Person = ref("recorded_by", inherited=True)
    held_by: Person | None = ref("held_by", inherited=True)
    allowed_actions: list[str] = computed(answers.allowed_on_meetings, needs=answers.MEETING_NEEDS)


@table(answers.party_group)
@strawberry.type(description="Similar subjects of a decided set, and their excellent places.")
class PartyGroup(Node):
    id: strawberry.ID
    category: PartyCategory
    rated: int
    above_line: int = strawberry.field(description="Excellent by law.")
    good: int
    share: Decimal
    places: int
    chosen: int
    reason: str
    steps: list[Step] = computed(answers.told_steps, needs=("steps",))
    cites: list[str] = computed(answers.told_cites, needs=("cites",))


@table(answers.party_share_decision)
@strawberry.type(description="A larger share of excellent classes, with the decision behind it.")
class PartyShare(Node):
    id: strawberry.ID
    share: Decimal
    document_no: str
    document_day: date
    document_sha256: str | None = column(answers.SHARE_SHA256)
    document_url: str | None
    reason: str
    decided_at: datetime
    decided_by: Person = ref("decided_by", inherited=True)


@strawberry.type
class PartyDecisionsQuestions:
    party_topics: Connection[PartyTopic] = connection(
        answers.topics_of_review, args={"review": strawberry.ID}, order=("number",)
    )
    my_party_topics: Connection[PartyTopic] = connection(
        answers.my_party_topics, order=("id desc",), description="Points put to your own reviews."
    )
    party_meetings: Connection[PartyMeeting] = connection(
        answers.meetings_of_campaign, args={"campaign": strawberry.ID}, order=("id",)
    )
    party_meetings_of_body: Connection[PartyMeeting] = connection(
        answers.meetings_of_body, args={"body": strawberry.ID}, order=("id desc",)
    )
    my_party_meetings: Connection[PartyMeeting] = connection(
        answers.my_party_meetings,
        order=("meets_on", "id"),
        description="To come, of the collectives in which you hold an office.",
    )
    party_groups: list[PartyGroup] = many(
        answers.groups_of_campaign, args={"campaign": strawberry.ID}, order=("category",)
    )
    party_shares: list[PartyShare] = many(
        answers.shares_of_campaign, args={"campaign": strawberry.ID}, order=("id",)
    )
