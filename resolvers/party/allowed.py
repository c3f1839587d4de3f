"""What a person may do in the Party's record now, by the very policies that guard the deeds."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, exists, func, select

from authz.actions import Action
from authz.facts import (
    Facts,
    PartyBallotFacts,
    PartyBodyFacts,
    PartyCampaignFacts,
    PartyMeetingFacts,
    PartyMemberFacts,
    PartyOfficeFacts,
    PartyReviewFacts,
    PartyRuleFacts,
    PartyTopicFacts,
)
from authz.reach import NOBODY
from resolvers.core.days import TODAY, holds_from
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.party.deadlines_tables import party_meeting
from resolvers.party.offices import OFFICES_OF
from resolvers.party.review_tables import party_campaign, party_review
from resolvers.party.tables import (
    BRANCHES,
    COMMITTEES,
    PARTY_BODIES_PROPER,
    party_body,
    party_member,
    party_office,
)
from resolvers.party.turns import CONCERNED, REVIEW_STATE, TURN, WAITS_FOR
from resolvers.party.voice_tables import party_voice
from resolvers.party.voices import voice_facts

Rows = Sequence[tuple[Any, ...]]


def _keeper(table: Table) -> ColumnElement[Any]:
    """Who keeps the roll of a row's body."""
    place = party_body.alias("place")
    return (
        select(func.coalesce(place.c.parent_id, place.c.id))
        .where(place.c.id == table.c.body_id)
        .scalar_subquery()
    )


def _over(table: Table) -> ColumnElement[bool]:
    return ~holds_from(table, TODAY)


_below = party_body.alias("below")
_OCCUPIED: ColumnElement[bool] = (
    exists().where(party_member.c.body_id == party_body.c.id, holds_from(party_member, TODAY))
    | exists().where(party_office.c.body_id == party_body.c.id, holds_from(party_office, TODAY))
    | exists().where(_below.c.parent_id == party_body.c.id, holds_from(_below, TODAY))
)
_other = party_office.alias("other")
_OTHERS: ColumnElement[bool] = exists().where(
    _other.c.body_id == party_office.c.body_id,
    _other.c.kind == "secretary",
    _other.c.id != party_office.c.id,
    holds_from(_other, TODAY),
)
_SET_OPEN: ColumnElement[Any] = (
    select(party_campaign.c.state)
    .where(party_campaign.c.id == party_review.c.campaign_id)
    .scalar_subquery()
)

_SPOKEN: ColumnElement[bool] = exists().where(
    party_voice.c.review_id == party_review.c.id,
    party_voice.c.kind == "self",
    party_voice.c.state == "signed",
)
_MEETS: ColumnElement[bool] = exists().where(party_meeting.c.review_id == party_review.c.id)

GRANT_NEEDS = ("id", "parent_id", "kind", ~holds_from(party_body, TODAY))
BODY_NEEDS = (*GRANT_NEEDS, _OCCUPIED)
MEMBER_ACTIONS = (
    Action.ChangePartyMembership,
    Action.EndPartyMembership,
    Action.TransferPartyMember,
)
MEMBER_NEEDS = ("person_id", _keeper(party_member), _over(party_member))
OFFICE_ACTIONS = (Action.EndPartyOffice,)
OFFICE_NEEDS = (
    *("person_id", "body_id", "kind"),
    *(_keeper(party_office), _OTHERS, _over(party_office)),
)
CAMPAIGN_ACTIONS = (
    Action.ClosePartyCampaign,
    Action.NotifyPartyCampaign,
    Action.PublishPartyCampaign,
    Action.ReopenPartyCampaign,
)
CAMPAIGN_NEEDS = ("body_id", "state")
REVIEW_ACTIONS = (
    Action.ExcusePartyReview,
    Action.ReplacePartyReview,
    Action.WithdrawPartyReview,
)
REVIEW_NEEDS = (
    *("deciding_body_id", "state", "person_id", "replaced_at", _SET_OPEN),
    *("body_id", "category", _SPOKEN, _MEETS),
)
VOICE_ACTIONS = (Action.ReturnPartyVoice, Action.SpeakOnPartyReview)
_VOICE = (
    "kind",
    "state",
    "person_id",
    "holder_body_id",
    "review",
    "turn",
    "concerned",
    "waits_for",
)
VOICE_NEEDS = (*_VOICE[:4], REVIEW_STATE, TURN, CONCERNED, WAITS_FOR)


def allowed_on_bodies(request: Request, rows: Rows) -> list[list[str]]:
    """For each row of BODY_NEEDS the names of the deeds that the caller may do now: to the body
    itself, and beneath it or in it (for somebody else, or for a span that is not open yet)."""
    return [[name for names in each for name in names] for each in _on_bodies(request, rows)]


def _on_bodies(request: Request, rows: Rows) -> Iterator[tuple[list[str], ...]]:
    asked: list[tuple[Action, list[Facts]]] = [
        (Action.AdmitPartyMember, [_roll(id, above) for id, above, *_ in rows]),
        (Action.ClosePartyBody, [PartyBodyFacts(up, gone, held) for _, up, _, gone, held in rows]),
        (Action.FoundPartyBody, [PartyBodyFacts(id) for id, *_ in rows]),
        (Action.OpenPartyCampaign, [PartyCampaignFacts(id) for id, *_ in rows]),
        (Action.SetPartyBallotRule, [PartyRuleFacts(id) for id, *_ in rows]),
    ]
    answers = [allowed(request, (action,), facts) for action, facts in asked]
    grants = offices_to_grant(request, [row[:-1] for row in rows])
    for (_, _, kind, over, _), granted, (admit, close, found, opens, rules) in zip(
        rows, grants, zip(*answers, strict=True), strict=True
    ):
        stands, decides = not over, kind in COMMITTEES
        yield (
            admit if stands and kind in BRANCHES else [],
            [Action.AppointPartyOffice.value] if granted else [],
            close,
            found if stands and kind in PARTY_BODIES_PROPER else [],
            opens if stands and decides else [],
            rules if stands else [],
        )


def offices_to_grant(request: Request, rows: Rows) -> list[list[str]]:
    """For each row of GRANT_NEEDS the offices of that body that the caller may give to somebody."""
    found = []
    for id, above, kind, over in rows:
        kinds = () if over else OFFICES_OF[kind]
        facts = [PartyOfficeFacts(NOBODY, id, above or id, each) for each in kinds]
        told = allowed(request, (Action.AppointPartyOffice,), facts)
        found.append([each for each, names in zip(kinds, told, strict=True) if names])
    return found


def _roll(body: UUID, above: UUID | None) -> Facts:
    """The membership of somebody else in a body."""
    keeper = above or body
    return PartyMemberFacts(NOBODY, keeper, keeper)


def allowed_on_members(request: Request, rows: Rows) -> list[list[str]]:
    """For each row of MEMBER_NEEDS the names of the deeds that the caller may do now."""
    facts = (PartyMemberFacts(person, keeper, keeper, over) for person, keeper, over in rows)
    return allowed(request, MEMBER_ACTIONS, facts)


def allowed_on_offices(request: Request, rows: Rows) -> list[list[str]]:
    """For each row of OFFICE_NEEDS the names of the deeds that the caller may do now."""
    return allowed(request, OFFICE_ACTIONS, [_office(*row) for row in rows])


def allowed_on_campaigns(request: Request, rows: Rows) -> list[list[str]]:
    """For each row of CAMPAIGN_NEEDS the names of the deeds that the caller may do now."""
    return allowed(request, CAMPAIGN_ACTIONS, (PartyCampaignFacts(*row) for row in rows))


def allowed_on_reviews(request: Request, rows: Rows) -> list[list[str]]:
    """For each row of REVIEW_NEEDS the names of the deeds that the caller may do now: to the review
    itself, a point put to it by the committee that decides, a meeting that is not recorded yet."""
    kept = allowed(request, REVIEW_ACTIONS, [_review(*row[:5]) for row in rows])
    points = allowed(request, (Action.RaisePartyTopic,), [_point(row) for row in rows])
    meetings = (PartyMeetingFacts(row[5]) for row in rows)
    meets = allowed(request, (Action.RecordPartyMeeting,), meetings)
    return [
        sorted((*one, *point, *(meeting if _may_meet(row) else ())))
        for row, one, point, meeting in zip(rows, kept, points, meets, strict=True)
    ]


def _point(row: tuple[Any, ...]) -> Facts:
    """A point that the deciding committee would put to the review."""
    deciding, state, person, replaced_at, _, body, _, spoken, _ = row
    about = "open" if state == "open" and replaced_at is None else "settled"
    return PartyTopicFacts(deciding, True, body, about, spoken, person)


def _may_meet(row: tuple[Any, ...]) -> bool:
    return row[1] == "open" and row[6] == "collective" and not row[8]


def allowed_on_voices(request: Request, rows: Rows) -> list[list[str]]:
    """For each row of VOICE_NEEDS the names of the deeds that the caller may do now."""
    told: list[Mapping[str, Any]] = [dict(zip(_VOICE, row, strict=True)) for row in rows]
    kept = allowed(request, VOICE_ACTIONS, map(voice_facts, told))
    votes = iter(allowed(request, (Action.OpenPartyBallot,), map(_vote, filter(_votes, told))))
    return [
        [*(next(votes) if _votes(voice) else ()), *names]
        for voice, names in zip(told, kept, strict=True)
    ]


def _votes(voice: Mapping[str, Any]) -> bool:
    """A body votes before its voice is given."""
    return voice["holder_body_id"] is not None and voice["state"] == "waiting"


def _vote(voice: Mapping[str, Any]) -> Facts:
    about = "open" if voice["review"] in ("open", "closed") else "settled"
    return PartyBallotFacts(voice["holder_body_id"], about, voice["person_id"])


def _office(person: Any, body: Any, kind: str, keeper: Any, others: bool, over: bool) -> Facts:
    last = keeper == body and kind == "secretary" and not others
    return PartyOfficeFacts(person, body, keeper, kind, last=last, ended=over)


def _review(body: Any, state: str, person: Any, replaced_at: Any, campaign: str | None) -> Facts:
    shut = state == "open" and campaign not in (None, "open")
    return PartyReviewFacts(body, "closed" if shut else state, person, replaced_at is None)
