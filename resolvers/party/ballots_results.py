"""What votes have chosen: what a verdict waits for where the body's rule demands a vote."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.errors import Refusal
from resolvers.party.ballots_rules import rule_of
from resolvers.party.vote_tables import party_ballot


class BallotStillOpen(Refusal):
    """A vote of this body about the review is still open."""

    code = "BALLOT_STILL_OPEN"
    vi = "Cuộc bỏ phiếu của tổ chức này về đối tượng chưa kết thúc."


class BallotMissing(Refusal):
    """By its rule this body votes before it gives its verdict, and it has not voted."""

    code = "BALLOT_MISSING"
    vi = "Theo quy chế, tổ chức này phải bỏ phiếu trước khi kết luận nhưng chưa bỏ phiếu."


class BallotNotReached(Refusal):
    """No class got enough votes: {needed} are needed, and the first is {short} short."""

    code = "BALLOT_NOT_REACHED"
    vi = (
        "Không mức xếp loại nào đủ phiếu: cần {needed} phiếu, mức cao phiếu nhất còn thiếu {short}."
    )


class BallotChoseOtherwise(Refusal):
    """The body has voted for {chosen}."""

    code = "BALLOT_CHOSE_OTHERWISE"
    vi = "Kết quả bỏ phiếu của tổ chức này là {chosen}."


class Confidence(NamedTuple):
    """The votes of confidence cast on a leader, by the last counted ballot of each body."""

    low: int
    ballots: int


_UUID = UuidType(as_uuid=True)
_STANDING = (
    select(party_ballot)
    .where(
        party_ballot.c.review_id == bindparam("reviews", type_=ARRAY(_UUID)).any_(),
        party_ballot.c.kind == bindparam("kind"),
        party_ballot.c.state != "annulled",
    )
    .order_by(party_ballot.c.review_id, party_ballot.c.body_id, party_ballot.c.round)
)


async def demand_votes(tx: Transaction, body: UUID, levels: Mapping[UUID, str], day: date) -> None:
    """What the body has voted, where its rule of the day demands a vote, agrees with its verdicts.

    `levels` are the verdicts by review. Raises BallotStillOpen, BallotMissing, BallotNotReached,
    BallotChoseOtherwise.
    """
    found = await tx.rows(_STANDING, reviews=list(levels), kind="class")
    mine = [row for row in found if row["body_id"] == body]
    if any(row["state"] == "open" for row in mine):
        raise BallotStillOpen(field="review")
    if not (await rule_of(tx, body, day))["needed"]:
        return
    # The last round of each, since they come in order.
    last = {row["review_id"]: row for row in mine}
    for review, level in levels.items():
        _demand_chosen(last.get(review), level)


def _demand_chosen(ballot: Row | None, level: str) -> None:
    if ballot is None:
        raise BallotMissing(field="review")
    if ballot["chosen"] is None:
        raise BallotNotReached(
            needed=ballot["needed_votes"], short=ballot["short_by"], field="review"
        )
    if ballot["chosen"] != level:
        raise BallotChoseOtherwise(chosen=ballot["chosen"], field="level")


async def confidence_in(tx: Transaction, review: UUID) -> Confidence:
    """The counted votes of confidence on the subject of a review; noughts where there are none."""
    found = await tx.rows(_STANDING, reviews=[review], kind="confidence")
    last = {row["body_id"]: row for row in found if row["state"] == "counted"}
    low = sum(row["choices"]["LOW"] for row in last.values())
    return Confidence(low, sum(row["valid"] for row in last.values()))
