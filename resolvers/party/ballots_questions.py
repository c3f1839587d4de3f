"""What is asked about votes. Of an open ballot nothing is told but its roll."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, case, exists, func, select

from authz.actions import Action
from authz.facts import PartyBallotFacts
from resolvers.core.days import TODAY, holds
from resolvers.core.documents import hash_of
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.core.visibility import PARTY_PERSON
from resolvers.party.ballots_counting import ChoiceCount
from resolvers.party.ballots_rules import VotingRule
from resolvers.party.review_tables import party_review
from resolvers.party.tables import party_body
from resolvers.party.vote_tables import (
    CHOICES,
    party_ballot,
    party_ballot_rule,
    party_ballot_voter,
)

BALLOT_ACTIONS = (Action.AnnulPartyBallot, Action.CastPartyVote, Action.CountPartyBallot)

_ROLL = party_ballot_voter.alias("roll")
TURNOUT: ColumnElement[int] = (
    select(func.count().cast(Integer))
    .where(_ROLL.c.ballot_id == party_ballot.c.id, _ROLL.c.voted)
    .scalar_subquery()
)
"""How many have voted; of a vote on paper nobody, since its roll is not ticked off here."""


def _mine(*marks: str) -> ColumnElement[bool]:
    """The asker is on the roll, and marked there with each of these."""
    mine = party_ballot_voter.alias()
    marked = [mine.c[mark] for mark in marks]
    return exists().where(
        mine.c.ballot_id == party_ballot.c.id, mine.c.person_id == PARTY_PERSON, *marked
    )


VOTED = _mine("voted")
"""Whether the asker has voted."""
_REVIEW = (
    select(
        case(
            (and_(party_review.c.state == "open", party_review.c.replaced_at.is_(None)), "open"),
            else_="settled",
        )
    )
    .where(party_review.c.id == party_ballot.c.review_id)
    .scalar_subquery()
)
BALLOT_NEEDS = (
    "body_id",
    _REVIEW,
    "person_id",
    "state",
    _mine(),
    _mine("may_vote"),
    VOTED,
)
"""What `allowed_on_ballots` needs of each ballot."""
VOTES_IN_SECRET: ColumnElement[bool] = func.coalesce(
    select(party_ballot_rule.c.secret)
    .where(party_ballot_rule.c.body_id == party_body.c.id, holds(party_ballot_rule, TODAY))
    .scalar_subquery(),
    VotingRule().secret,
)
"""Whether a body votes in secret today."""
MINUTES_SHA256 = hash_of(party_ballot, "minutes_sha256")
REGULATION_SHA256 = hash_of(party_ballot_rule, "regulation_sha256")


def allowed_on_ballots(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of BALLOT_NEEDS the names of the deeds that the caller may do now."""
    return allowed(request, BALLOT_ACTIONS, (PartyBallotFacts(*row) for row in rows))


def choice_counts(
    request: Request, rows: Sequence[tuple[Any, ...]]
) -> list[list[ChoiceCount] | None]:
    """For each (kind, choices) the valid ballots for each choice, in the order of the levels; None
    until the ballot is counted."""
    return [
        None
        if counted is None
        else [ChoiceCount(choice, counted[choice]) for choice in CHOICES[kind]]
        for kind, counted in rows
    ]


def party_ballot_by_id(id: Any) -> Select[Any]:
    return select(party_ballot).where(party_ballot.c.id == id)


def ballots_of_review(review: Any) -> Select[Any]:
    return select(party_ballot).where(party_ballot.c.review_id == review)


def ballots_of_body(body: Any = None) -> Select[Any]:
    """The votes of one body; without one, all that the asker may see."""
    found = select(party_ballot)
    return found if body is None else found.where(party_ballot.c.body_id == body)


def my_open_ballots() -> Select[Any]:
    """Ballots in which the asker may vote and has not."""
    return select(party_ballot).where(
        party_ballot.c.state == "open",
        party_ballot.c.way == "electronic",
        _mine("may_vote"),
        ~VOTED,
    )


def ballot_rules_of(body: Any) -> Select[Any]:
    """How a body has voted and votes, by its own regulations."""
    return select(party_ballot_rule).where(party_ballot_rule.c.body_id == body)
