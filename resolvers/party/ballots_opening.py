"""A body's vote about a review is opened: who may vote is settled then, and does not change."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import PartyBallotFacts
from resolvers.core.arguments import among
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.days import DAY, holds
from resolvers.core.deed import keeps_back
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.finding import hold
from resolvers.core.ids import new_id
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import adding
from resolvers.party.ballots_box import empty_box, public_key
from resolvers.party.ballots_casting import review_standing
from resolvers.party.ballots_rules import rule_of
from resolvers.party.holding import tell
from resolvers.party.review_tables import party_review
from resolvers.party.tables import (
    BRANCHES,
    COMMITTEE_OFFICES,
    party_body,
    party_member,
    party_office,
)
from resolvers.party.vote_tables import (
    BALLOT_KINDS,
    CHOICES,
    WAYS,
    party_ballot,
    party_ballot_box,
    party_ballot_voter,
)


class BallotStands(Refusal):
    """This body has an open ballot of this kind about the review, or one that chose something."""

    code = "BALLOT_STANDS"
    vi = "Tổ chức đảng đang có hoặc đã có cuộc bỏ phiếu có kết quả về nội dung này."


class NoPartInReview(Refusal):
    """This body has no voice in the review, so it does not vote about it."""

    code = "BODY_HAS_NO_VOICE"
    vi = "Tổ chức này không tham gia đánh giá, xếp loại đối tượng nên không bỏ phiếu."


class NobodyVotes(Refusal):
    """Nobody may vote in this body today."""

    code = "BALLOT_WITHOUT_VOTERS"
    vi = "Hôm nay tổ chức này không có ai có quyền biểu quyết."


LEADERSHIP = ("head", "leader")
"""Who votes in a leadership collective."""
_UUID = UuidType(as_uuid=True)
_BODY, _REVIEW = bindparam("body", type_=_UUID), bindparam("review", type_=_UUID)
_EARLIER = select(func.count()).where(
    party_ballot.c.review_id == _REVIEW,
    party_ballot.c.body_id == _BODY,
    party_ballot.c.kind == bindparam("kind"),
)
_SUMMON = adding(party_ballot_voter)
# Official members, neither suspended nor exempt from activity. Whoever is active elsewhere for the
# time being belongs to the branch all the same.
_MEMBERS = select(party_member.c.person_id).where(
    party_member.c.body_id == _BODY,
    party_member.c.standing == "official",
    party_member.c.activity == "official",
    ~party_member.c.suspended,
    ~party_member.c.exempt,
    holds(party_member, DAY),
)
_OFFICERS = (
    select(party_office.c.person_id)
    .where(
        party_office.c.body_id == _BODY,
        party_office.c.kind.in_((*COMMITTEE_OFFICES, *LEADERSHIP)),
        holds(party_office, DAY),
    )
    .distinct()
)


@keeps_back("code")
async def open_party_ballot(
    tx: Transaction,
    request: Request,
    *,
    review: UUID,
    body: UUID,
    kind: str,
    way: str,
    code: str | None = None,
) -> UUID:
    """Open a body's vote about a review of this year or quarter; the ballot's id.

    `code` locks the box of a secret electronic ballot. The counting commission keeps it; it is
    stored nowhere, and without it the ballot can only be annulled. Raises NotFound, a denial,
    BallotStands, NoPartInReview, NobodyVotes, InvalidInput.
    """
    among(kind, "kind", BALLOT_KINDS)
    among(way, "way", WAYS)
    place = await hold(tx, request, party_body, body)
    about = await hold(tx, request, party_review, review)
    facts = PartyBallotFacts(body, review_standing(about), about["person_id"])
    decision = demand(request, Action.OpenPartyBallot, facts)
    if body not in about["holders"]:
        raise NoPartInReview(field="body")
    rule = dict(await rule_of(tx, body, request.today))
    del rule["needed"]
    roll = await _roll(tx, place, about, request.today, subject_votes=rule["subject_votes"])
    key = {"review_id": review, "body_id": body, "kind": kind}
    summoned = sum(each["may_vote"] for each in roll)
    id = new_id()
    box = _box(id, kind, code, locked=rule["secret"] and way == "electronic")
    values: dict[str, Any] = {
        **key,
        **rule,
        "person_id": about["person_id"],
        "round": 1 + await tx.value(_EARLIER, review=review, body=body, kind=kind),
        "way": way,
        "summoned": summoned,
        # A body of few has a commission of few.
        "commission_least": min(rule["commission_least"], summoned),
    }
    signed = {"opened_by": request.reach.actor, "opened_at": request.now}
    await _write(tx, {"id": id, **values, **signed}, roll, box)
    subject = ("party_ballot", id)
    await tell(tx, request, decision, Action.OpenPartyBallot, subject, after=values)
    return id


async def _roll(
    tx: Transaction, place: Row, about: Row, day: date, *, subject_votes: bool
) -> list[dict[str, Any]]:
    """Who is called to vote, each once. Raises NobodyVotes."""
    question = _MEMBERS if place["kind"] in BRANCHES else _OFFICERS
    people = {row["person_id"] for row in await tx.rows(question, body=place["id"], day=day)}
    # In the order of ids, which is nobody's order of voting.
    roll = [
        {"person_id": each, "may_vote": subject_votes or each != about["person_id"]}
        for each in sorted(people)
    ]
    if not any(each["may_vote"] for each in roll):
        raise NobodyVotes(field="body")
    return roll


async def _write(
    tx: Transaction, ballot: Row, roll: Sequence[Row], box: Mapping[str, bytes]
) -> None:
    """The ballot, its roll, and its box where it has one. Raises BallotStands."""
    try:
        async with tx.savepoint():
            await tx.run(adding(party_ballot), **ballot)
    except Violated:
        raise BallotStands(field="review") from None
    place = {"ballot_id": ballot["id"], "body_id": ballot["body_id"]}
    await tx.run_many(_SUMMON, [{**place, **each} for each in roll])
    if box:
        await tx.run(adding(party_ballot_box), **place, **box)


def _box(ballot: UUID, kind: str, code: str | None, *, locked: bool) -> dict[str, bytes]:
    """The columns of an empty box; none where votes are not put into one. Raises InvalidInput."""
    if locked != (code is not None):
        allowed = "for a secret electronic ballot, and for no other"
        raise InvalidInput(what="code", allowed=allowed, field="code")
    if code is None:
        return {}
    # One sum for each choice, and one for the blank votes.
    return {"key": public_key(code, ballot), "box": empty_box(len(CHOICES[kind]) + 1)}
