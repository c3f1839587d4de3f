"""Review meetings that are prepared in time and held long enough, and when a campaign must end."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, exists

from authz.actions import Action
from authz.facts import PartyDecisionFacts, PartyMeetingFacts
from resolvers.core.arguments import line
from resolvers.core.database import Transaction, Violated
from resolvers.core.documents import Document
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.finding import find, hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, demand_version, save
from resolvers.party.deadlines_tables import party_deadline_leave, party_meeting
from resolvers.party.holding import tell
from resolvers.party.review_tables import party_campaign, party_review
from resolvers.statute.calendar import Deadline, HolidaysUnknown
from resolvers.statute.party.deadlines import draft_deadline, finish_deadline, meeting_days

MOST_REASON = 2000
MOST_DAYS = 30


class DraftTooLate(Refusal):
    """For a meeting on {meeting} the draft report goes out by {latest}."""

    code = "DRAFT_REPORT_TOO_LATE"
    vi = "Hội nghị ngày {meeting} thì dự thảo báo cáo phải gửi chậm nhất ngày {latest}."


class MeetingTooShort(Refusal):
    """A review meeting takes at least {least} days, and this one took {days}."""

    code = "REVIEW_MEETING_TOO_SHORT"
    vi = "Hội nghị kiểm điểm phải có thời gian ít nhất {least} ngày; hội nghị này chỉ {days} ngày."


class MeetingRecorded(Refusal):
    """This review meeting is recorded already."""

    code = "REVIEW_MEETING_RECORDED"
    vi = "Hội nghị kiểm điểm này đã được ghi nhận."


class NotACollective(Refusal):
    """Only a collective has a draft report and a review meeting of its own."""

    code = "NOT_A_COLLECTIVE"
    vi = "Chỉ tập thể mới có dự thảo báo cáo kiểm điểm và hội nghị kiểm điểm."


class LeaveRecorded(Refusal):
    """The later day is recorded already, or this is the review of a quarter."""

    code = "PARTY_LEAVE_RECORDED"
    vi = "Việc lùi thời hạn đã được ghi nhận hoặc đây là kiểm điểm theo quý."


class DaysNotLaidDown(Refusal):
    """The public holidays of {year} are not laid down yet, so working days cannot be counted."""

    code = "PARTY_HOLIDAYS_UNKNOWN"
    vi = "Chưa có lịch nghỉ lễ, tết năm {year} nên chưa tính được ngày làm việc."


async def prepare_party_meeting(
    tx: Transaction,
    request: Request,
    *,
    review: UUID,
    draft: Document,
    draft_sent_on: date,
    meets_on: date,
    named: bool = False,
) -> UUID:
    """Record that a collective's draft report went out, and when it meets; the meeting's id.

    `named`: one of the standing committees that the guidance names. Raises NotFound, a denial,
    NotACollective, DraftTooLate, MeetingRecorded, DaysNotLaidDown, InvalidInput,
    TextNotAcceptable.
    """
    about = await find(tx, request, party_review, review)
    facts = PartyMeetingFacts(about["body_id"])
    decision = demand(request, Action.RecordPartyMeeting, facts)
    if about["category"] != "collective":
        raise NotACollective(field="review")
    if draft_sent_on > request.today:
        allowed = f"≤ {request.today}"
        raise InvalidInput(what="draftSentOn", allowed=allowed, field="draftSentOn")
    latest = _latest(meets_on).day
    if draft_sent_on > latest:
        raise DraftTooLate(latest=latest, meeting=meets_on, field="draftSentOn")
    values: dict[str, Any] = {
        "review_id": review,
        "campaign_id": about["campaign_id"],
        "body_id": about["body_id"],
        "deciding_body_id": about["deciding_body_id"],
        "draft_sent_on": draft_sent_on,
        "meets_on": meets_on,
        "named": named,
        **draft.columns("draft"),
    }
    signed = {"recorded_by": request.reach.actor, "recorded_at": request.now}
    try:
        async with tx.savepoint():
            id = await add(tx, party_meeting, **values, **signed)
    except Violated:
        raise MeetingRecorded(field="review") from None
    subject = ("party_meeting", id)
    await tell(tx, request, decision, Action.RecordPartyMeeting, subject, after=values)
    return id


async def hold_party_meeting(
    tx: Transaction,
    request: Request,
    *,
    meeting: UUID,
    version: int,
    days: int,
    minutes: Document,
) -> UUID:
    """Record that the meeting was held, and how many days it took; its id.

    Raises NotFound, a denial, MeetingTooShort, MeetingRecorded, StaleVersion, InvalidInput,
    TextNotAcceptable.
    """
    found = await hold(tx, request, party_meeting, meeting)
    facts = PartyMeetingFacts(found["body_id"])
    decision = demand(request, Action.RecordPartyMeeting, facts)
    demand_version(found, version)
    if found["held_at"] is not None:
        raise MeetingRecorded(field="meeting")
    ends = found["meets_on"] + timedelta(days=max(days, 1) - 1)
    if not 1 <= days <= MOST_DAYS or ends > request.today:
        allowed = f"1–{MOST_DAYS}, until {request.today}"
        raise InvalidInput(what="days", allowed=allowed, field="days")
    least = meeting_days(found["meets_on"], named=found["named"])
    if days < least:
        raise MeetingTooShort(least=least, days=days, field="days")
    values = {"days": days, **minutes.columns("minutes")}
    signed = {"held_by": request.reach.actor, "held_at": request.now}
    await save(tx, party_meeting, meeting, version, **values, **signed)
    subject = ("party_meeting", meeting)
    await tell(tx, request, decision, Action.RecordPartyMeeting, subject, after=values)
    return meeting


async def extend_party_deadline(
    tx: Transaction,
    request: Request,
    *,
    campaign: UUID,
    version: int,
    document: Document,
    reason: str,
) -> UUID:
    """Record that a body of a special kind finishes its year by the later day, and on whose leave;
    the campaign's id.

    Raises NotFound, a denial, LeaveRecorded, StaleVersion, InvalidInput, TextNotAcceptable.
    """
    found = await hold(tx, request, party_campaign, campaign)
    facts = PartyDecisionFacts(found["body_id"], found["state"], own=False)
    decision = demand(request, Action.ExtendPartyDeadline, facts)
    demand_version(found, version)
    if found["quarter"] is not None:
        raise LeaveRecorded(field="campaign")
    values: dict[str, Any] = {
        "body_id": found["body_id"],
        "reason": line(reason, "reason", most=MOST_REASON),
        **document.columns("document", dated=True),
    }
    signed = {"recorded_by": request.reach.actor, "recorded_at": request.now}
    try:
        async with tx.savepoint():
            await add(tx, party_deadline_leave, campaign_id=campaign, **values, **signed)
    except Violated:
        raise LeaveRecorded(field="campaign") from None
    await save(tx, party_campaign, campaign, version)
    subject = ("party_campaign", campaign)
    told: dict[str, Any] = {"after": values, "reason": values["reason"]}
    await tell(tx, request, decision, Action.ExtendPartyDeadline, subject, **told)
    return campaign


LEFT: ColumnElement[bool] = exists().where(
    party_deadline_leave.c.campaign_id == party_campaign.c.id
)
FINISH_NEEDS = ("year", "quarter", LEFT)
"""What `finish_by` needs of each campaign."""


def finish_by(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[date | None]:
    """For each row of FINISH_NEEDS the last day for deciding it; None for a quarter, for which the
    regulation names none."""
    return [
        None if quarter is not None else finish_deadline(year, special=special).day
        for year, quarter, special in rows
    ]


DRAFT_NEEDS = ("meets_on", "named")
"""What `draft_by` and `least_days` need of each meeting."""


def draft_by(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[date]:
    """For each row of DRAFT_NEEDS the last day on which its draft report could go out."""
    return [draft_deadline(meets_on).day for meets_on, _ in rows]


def least_days(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[int]:
    """For each row of DRAFT_NEEDS how many days the meeting takes at least."""
    return [meeting_days(meets_on, named=named) for meets_on, named in rows]


def _latest(meeting: date) -> Deadline:
    try:
        return draft_deadline(meeting)
    except HolidaysUnknown as unknown:
        raise DaysNotLaidDown(year=unknown.year, field="meetsOn") from unknown
