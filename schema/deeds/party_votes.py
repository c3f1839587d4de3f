"""Votes, points and their answers, review meetings, and a committee's decision on its set."""

from datetime import date
from decimal import Decimal
from typing import Annotated

import strawberry

from resolvers import party as answers
from schema.documents import PaperInput
from schema.evaluations import Level
from schema.mapping import becomes, deed
from schema.party_decisions import PartyMeeting, PartyTopic
from schema.party_kinds import PartyCategory
from schema.party_reviews import PartyCampaign, PartyReview
from schema.party_votes import (
    PartyBallot,
    PartyBallotBase,
    PartyBallotKind,
    PartyBallotRule,
    PartyBallotWay,
    PartyChoice,
)
from schema.shapes import Refused

SetPartyBallotRuleResult = Annotated[
    PartyBallotRule | Refused, strawberry.union("SetPartyBallotRuleResult")
]
OpenPartyBallotResult = Annotated[PartyBallot | Refused, strawberry.union("OpenPartyBallotResult")]
CastPartyVoteResult = Annotated[PartyBallot | Refused, strawberry.union("CastPartyVoteResult")]
CountPartyBallotResult = Annotated[
    PartyBallot | Refused, strawberry.union("CountPartyBallotResult")
]
EnterPartyCountResult = Annotated[PartyBallot | Refused, strawberry.union("EnterPartyCountResult")]
AnnulPartyBallotResult = Annotated[
    PartyBallot | Refused, strawberry.union("AnnulPartyBallotResult")
]
RaisePartyTopicResult = Annotated[PartyTopic | Refused, strawberry.union("RaisePartyTopicResult")]
AnswerPartyTopicResult = Annotated[PartyTopic | Refused, strawberry.union("AnswerPartyTopicResult")]
PreparePartyMeetingResult = Annotated[
    PartyMeeting | Refused, strawberry.union("PreparePartyMeetingResult")
]
HoldPartyMeetingResult = Annotated[
    PartyMeeting | Refused, strawberry.union("HoldPartyMeetingResult")
]
ExtendPartyDeadlineResult = Annotated[
    PartyCampaign | Refused, strawberry.union("ExtendPartyDeadlineResult")
]
DecidePartyShareResult = Annotated[
    PartyCampaign | Refused, strawberry.union("DecidePartyShareResult")
]
DecidePartyCampaignResult = Annotated[
    PartyCampaign | Refused, strawberry.union("DecidePartyCampaignResult")
]
NotifyPartyCampaignResult = Annotated[
    PartyCampaign | Refused, strawberry.union("NotifyPartyCampaignResult")
]
PublishPartyCampaignResult = Annotated[
    PartyCampaign | Refused, strawberry.union("PublishPartyCampaignResult")
]
ReplacePartyReviewResult = Annotated[
    PartyReview | Refused, strawberry.union("ReplacePartyReviewResult")
]


@becomes(answers.VotingRule)
@strawberry.input(description="How a body votes; the defaults are the usual rule.")
class VotingRuleInput:
    secret: bool = True
    quorum: str = strawberry.field(
        default="2/3", description="Of the summoned, a fraction from 1/2 on."
    )
    quorum_more: bool = False
    majority: str = "1/2"
    majority_more: bool = True
    base: PartyBallotBase = PartyBallotBase.SUMMONED
    subject_votes: bool = False
    needed: bool = False
    commission_least: int = 3


@becomes(answers.ChoiceCount)
@strawberry.input(description="The valid ballots for one choice.")
class ChoiceCountInput:
    choice: PartyChoice
    votes: int


@becomes(answers.PaperCount)
@strawberry.input(description="What a commission counted; the sums must agree.")
class PaperCountInput:
    present: int
    issued: int
    returned: int
    valid: int
    invalid: int
    choices: list[ChoiceCountInput]


@becomes(answers.PartyLevelChoice)
@strawberry.input(description="The level of one review, where the law leaves it open, or lower.")
class PartyLevelChoiceInput:
    review: strawberry.ID
    level: Level
    reason: str


@becomes(answers.PartyGroupChoice)
@strawberry.input(description="Who is excellent among similar subjects, and why.")
class PartyGroupChoiceInput:
    category: PartyCategory
    chosen: list[strawberry.ID]
    reason: str


_CAMPAIGN = {"campaign": strawberry.ID, "version": int}
_COUNTING = {
    "ballot": strawberry.ID,
    "version": int,
    "minutes": PaperInput,
    "commission": list[strawberry.ID] | None,
}


@strawberry.type
class PartyVotesDeeds:
    set_party_ballot_rule: SetPartyBallotRuleResult = deed(
        answers.set_party_ballot_rule,
        args={
            "body": strawberry.ID,
            "rule": VotingRuleInput,
            "regulation": PaperInput,
            "begins": date,
        },
        description="Lay down how a body votes from a day on, by its own regulation.",
    )
    open_party_ballot: OpenPartyBallotResult = deed(
        answers.open_party_ballot,
        args={
            "review": strawberry.ID,
            "body": strawberry.ID,
            "kind": PartyBallotKind,
            "way": PartyBallotWay,
            "code": str | None,
        },
        description="Open a body's vote about a review. `code` (16 characters or more) locks the"
        " box of a secret electronic ballot; it is stored nowhere, and counting needs it.",
    )
    cast_party_vote: CastPartyVoteResult = deed(
        answers.cast_party_vote,
        args={"ballot": strawberry.ID, "choice": PartyChoice | None},
        description="Vote, once; without a choice it is a blank vote. In a secret ballot the"
        " choice goes into the locked box and nowhere else.",
    )
    count_party_ballot: CountPartyBallotResult = deed(
        answers.count_party_ballot,
        args={**_COUNTING, "present": int, "code": str | None},
        description="Close an electronic ballot and count it, once.",
    )
    enter_party_count: EnterPartyCountResult = deed(
        answers.enter_party_count,
        args={**_COUNTING, "count": PaperCountInput},
        description="Enter what the commission counted of a vote on paper.",
    )
    annul_party_ballot: AnnulPartyBallotResult = deed(
        answers.annul_party_ballot,
        args={"ballot": strawberry.ID, "version": int, "reason": str},
        description="Annul a ballot, with a reason; an open one is never counted.",
    )
    raise_party_topic: RaisePartyTopicResult = deed(
        answers.raise_party_topic,
        args={
            "review": strawberry.ID,
            "author": strawberry.ID,
            "text": str,
            "document": PaperInput | None,
        },
        description="Put a point to a review, for a committee above.",
    )
    answer_party_topic: AnswerPartyTopicResult = deed(
        answers.answer_party_topic,
        args={"topic": strawberry.ID, "version": int, "text": str},
        description="Answer a point put to one's own review; earlier answers are kept.",
    )
    prepare_party_meeting: PreparePartyMeetingResult = deed(
        answers.prepare_party_meeting,
        args={
            "review": strawberry.ID,
            "draft": PaperInput,
            "draft_sent_on": date,
            "meets_on": date,
            "named": bool | None,
        },
        description="Record that a collective's draft report went out, and when it meets.",
    )
    hold_party_meeting: HoldPartyMeetingResult = deed(
        answers.hold_party_meeting,
        args={"meeting": strawberry.ID, "version": int, "days": int, "minutes": PaperInput},
        description="Record that the meeting was held, and how many days it took.",
    )
    extend_party_deadline: ExtendPartyDeadlineResult = deed(
        answers.extend_party_deadline,
        args={**_CAMPAIGN, "document": PaperInput, "reason": str},
        description="Record that a special body finishes its year by the later day.",
    )
    decide_party_share: DecidePartyShareResult = deed(
        answers.decide_party_share,
        args={**_CAMPAIGN, "share": Decimal, "document": PaperInput, "reason": str},
        description="Decide a larger share of excellent classes, up to a quarter.",
    )
    decide_party_campaign: DecidePartyCampaignResult = deed(
        answers.decide_party_campaign,
        args={
            **_CAMPAIGN,
            "decision": PaperInput,
            "levels": list[PartyLevelChoiceInput] | None,
            "choices": list[PartyGroupChoiceInput] | None,
        },
        description="Decide a committee's closed set, once, by one decision.",
    )
    notify_party_campaign: NotifyPartyCampaignResult = deed(
        answers.notify_party_campaign,
        args=_CAMPAIGN,
        description="Notify everybody of a decided set; each reads his own from now on.",
    )
    publish_party_campaign: PublishPartyCampaignResult = deed(
        answers.publish_party_campaign,
        args=_CAMPAIGN,
        description="Publish the classes of a notified set inside each body.",
    )
    replace_party_review: ReplacePartyReviewResult = deed(
        answers.replace_party_review,
        args={
            "review": strawberry.ID,
            "version": int,
            "level": Level,
            "reason": str,
            "decision": PaperInput,
        },
        description="Replace a class that proved wrong; the earlier edition is kept.",
    )
