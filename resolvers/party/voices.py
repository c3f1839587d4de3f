"""Each voice gives its own verdict on a review, in order; one that comes later may return it.

Nobody writes another's: a deed names one voice, and the policies ask whose it is and whose turn.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import PartyVoiceFacts
from resolvers.core.arguments import among, line, lines
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import InvalidInput, NotFound, Refusal
from resolvers.core.finding import find, hold
from resolvers.core.ids import new_id
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.seeing import locked
from resolvers.core.writing import demand_version, save
from resolvers.party.ballots_results import demand_votes
from resolvers.party.holding import tell
from resolvers.party.judging import NOTHING, columns, judged, state_result, stored
from resolvers.party.model import MOST_REASON, MOST_TEXT, Findings
from resolvers.party.review_tables import PARTY_LEVELS, party_review
from resolvers.party.topics import demand_answered
from resolvers.party.turns import VOICE_STANDING
from resolvers.party.voice_tables import party_voice
from resolvers.statute.evaluation import Level
from resolvers.statute.party import PartyClass

COMMENTS = ("temporary_branch", "mass_organisation")
"""Voices that comment; the others find points and propose a level."""


class FindingsNeeded(Refusal):
    """This voice gives findings and a level, besides its text."""

    code = "PARTY_FINDINGS_NEEDED"
    vi = "Ý kiến này phải có phần chấm điểm, đánh giá và mức xếp loại đề nghị."


class VoiceAboveTheLaw(Refusal):
    """By these findings the level is {lawful} at most."""

    code = "PARTY_LEVEL_ABOVE_THE_LAW"
    vi = "Theo điểm và điều kiện nêu trong ý kiến, mức xếp loại cao nhất là {lawful}."


class VerdictReasonNeeded(Refusal):
    """A level other than that of the points and conditions needs a reason."""

    code = "PARTY_VERDICT_REASON_NEEDED"
    vi = "Mức đề nghị khác với mức theo điểm và điều kiện thì phải nêu lý do."


class NotBeforeYours(Refusal):
    """Only a voice that has spoken before yours, on the same review, can be returned."""

    code = "VOICE_NOT_BEFORE_YOURS"
    vi = "Chỉ được trả lại ý kiến đã ghi nhận ở bước trước, của cùng hồ sơ kiểm điểm."


_UUID = UuidType(as_uuid=True)
_REVIEW = bindparam("review", type_=_UUID)
_SIGNED = (
    select(party_voice)
    .where(party_voice.c.review_id == _REVIEW, party_voice.c.state == "signed")
    .order_by(party_voice.c.step, party_voice.c.id)
)
_RETURN = (
    update(party_voice)
    .where(party_voice.c.id == bindparam("by_id", type_=_UUID))
    .values(version=party_voice.c.version + 1, state="returned")
)
_AGAIN = insert(party_voice)


async def speak_on_party_review(
    tx: Transaction,
    request: Request,
    *,
    voice: UUID,
    version: int,
    text: str,
    findings: Findings | None = None,
    level: str | None = None,
    reason: str = "",
) -> UUID:
    """Give one's own voice on a review; the voice's id.

    A voice that comments has its text alone. A level is at most what the findings give, and needs a
    reason where it is another one or the law leaves the case open. Raises NotFound, a denial
    (NOT_THE_VOICE, VOICE_OUT_OF_TURN, VOICE_GIVEN, OWN_PARTY_REVIEW, PARTY_COLLECTIVE_FIRST,
    PARTY_HEAD_FIRST, PARTY_REVIEW_NOT_OPEN), StaleVersion, FindingsNeeded, VoiceAboveTheLaw,
    VerdictReasonNeeded, InvalidInput, TextNotAcceptable, and what topics and votes raise.
    """
    review, found, decision = await _demand(tx, request, Action.SpeakOnPartyReview, voice)
    demand_version(found, version)
    said: dict[str, Any] = {"text": lines(text, "text", least=1, most=MOST_TEXT)}
    changed: dict[str, Any] = {}
    if found["kind"] not in COMMENTS:
        if findings is None or level is None:
            raise FindingsNeeded(field="findings")
        facts = stored(findings)
        score, classed = await judged(tx, request, review, facts)
        said |= {
            "facts": facts,
            "points": score.points,
            "computed_level": classed.computed.value,
            "level": among(level, "level", PARTY_LEVELS),
            "reason": _reason(classed, level, reason),
        }
        changed = {**columns(facts, score, classed), **await state_result(tx, review)}
    elif findings is not None or level is not None:
        raise InvalidInput(what="findings", allowed="a text alone", field="findings")
    await _demand_heard(tx, request, review, found, level)
    signed = {"state": "signed", "signed_by": request.reach.actor, "signed_at": request.now}
    await save(tx, party_voice, voice, version, **said, **signed)
    if changed:
        await save(tx, party_review, review["id"], review["version"], **changed)
    after = {name: said.get(name) for name in ("facts", "points", "level", "reason")}
    subject = ("party_voice", voice)
    after |= {"kind": found["kind"], "round": found["round"]}
    await tell(tx, request, decision, Action.SpeakOnPartyReview, subject, after=after)
    return voice


async def return_party_voice(
    tx: Transaction,
    request: Request,
    *,
    voice: UUID,
    version: int,
    returned: UUID,
    reason: str,
) -> UUID:
    """Return a voice that spoke before one's own, with a reason, when one's own turn has come.

    `voice` is one's own, with its version. What was said stays readable; the returned voice speaks
    again, and so does every one between the two, which rested on it. The id of one's own voice.
    Raises NotFound, a denial as `speak_on_party_review`, StaleVersion, NotBeforeYours.
    """
    review, found, decision = await _demand(tx, request, Action.ReturnPartyVoice, voice)
    demand_version(found, version)
    why = line(reason, "reason", most=MOST_REASON)
    spoken = await tx.rows(_SIGNED, review=review["id"])
    first = next((row for row in spoken if row["id"] == returned), None)
    if first is None or first["step"] >= found["step"]:
        raise NotBeforeYours(field="returned")
    again = [row for row in spoken if row is first or row["step"] > first["step"]]
    how = {"returned_by": request.reach.actor, "returned_at": request.now, "returned_reason": why}
    await tx.run_many(_RETURN, [{"by_id": row["id"], **how} for row in again])
    await tx.run_many(_AGAIN, [_next_round(row) for row in again])
    left = [row for row in spoken if row not in again and row["facts"] is not None]
    rests = await _rests_on(tx, request, review, left[-1] if left else None)
    await save(tx, party_review, review["id"], review["version"], **rests)
    subject = ("party_voice", returned)
    after = {"returned": [row["id"] for row in again], "by": voice}
    await tell(tx, request, decision, Action.ReturnPartyVoice, subject, after=after, reason=why)
    return voice


def voice_facts(found: Mapping[str, Any]) -> PartyVoiceFacts:
    """What the policies need to know of a voice, with how it stands (`turns`)."""
    return PartyVoiceFacts(
        kind=found["kind"],
        state=found["review"],
        turn=found["turn"],
        given=found["state"] != "waiting",
        person=found["person_id"],
        body=found["holder_body_id"],
        speaker_concerned=found["concerned"],
        waits_for=found["waits_for"],
    )


async def _demand(
    tx: Transaction, request: Request, action: Action, voice: UUID
) -> tuple[Row, Row, Decision]:
    """The review and the voice, held in this order by every deed, and the rule that allows."""
    seen = await find(tx, request, party_voice, voice)
    review = await locked(tx, request.reach, party_review, seen["review_id"])
    if review is None:
        raise NotFound(id=voice)
    found = await hold(tx, request, party_voice, voice)
    standing = await tx.row(VOICE_STANDING, voice=voice, today=request.today) or {}
    return review, found, demand(request, action, voice_facts({**found, **standing}))


async def _demand_heard(
    tx: Transaction, request: Request, review: Row, found: Row, level: str | None
) -> None:
    """Points asked for are answered, and what the body voted is its verdict."""
    if found["kind"] == "self":
        await demand_answered(tx, review["id"])
    elif level is not None:
        body: UUID = found["holder_body_id"]
        await demand_votes(tx, body, {review["id"]: level}, request.today)


def _reason(classed: PartyClass, level: str, reason: str) -> str | None:
    """Raises VoiceAboveTheLaw, VerdictReasonNeeded, TextNotAcceptable."""
    # Where the law leaves the case open, conditions are not met: nobody is excellent then.
    best = classed.lawful or max(classed.computed, Level.GOOD, key=list(Level).index)
    if PARTY_LEVELS.index(level) < PARTY_LEVELS.index(best.value):
        raise VoiceAboveTheLaw(lawful=best.value, field="level")
    said = line(reason, "reason", least=0, most=MOST_REASON)
    as_found = classed.lawful is not None and classed.lawful.value == level
    if not said and not as_found:
        raise VerdictReasonNeeded(field="reason")
    return said or None


_COPIED = ("review_id", "kind", "step", "holder_body_id", "person_id", "holders")


def _next_round(row: Row) -> dict[str, Any]:
    return {**{name: row[name] for name in _COPIED}, "id": new_id(), "round": row["round"] + 1}


async def _rests_on(
    tx: Transaction, request: Request, review: Row, voice: Row | None
) -> Mapping[str, Any]:
    """What a review shows once the later voices are returned."""
    if voice is None:
        return NOTHING
    score, classed = await judged(tx, request, review, voice["facts"])
    return columns(voice["facts"], score, classed)
