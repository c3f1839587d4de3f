"""Somebody votes, once. In a secret ballot the choice goes into the box and nowhere else."""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import PartyBallotFacts
from resolvers.core.arguments import among
from resolvers.core.database import Row, Transaction
from resolvers.core.deed import keeps_back
from resolvers.core.errors import Refusal
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.seeing import seen
from resolvers.core.writing import adding
from resolvers.party.ballots_box import put
from resolvers.party.holding import tell
from resolvers.party.review_tables import party_review
from resolvers.party.vote_tables import (
    CHOICES,
    party_ballot,
    party_ballot_box,
    party_ballot_voter,
    party_open_vote,
)


class OnPaper(Refusal):
    """This vote is held on paper; its count is entered by the counting commission."""

    code = "BALLOT_ON_PAPER"
    vi = "Cuộc bỏ phiếu này dùng phiếu giấy; kết quả do ban kiểm phiếu nhập."


_UUID = UuidType(as_uuid=True)
_BALLOT, _PERSON = bindparam("ballot", type_=_UUID), bindparam("voter", type_=_UUID)
_ON_ROLL = (party_ballot_voter.c.ballot_id == _BALLOT, party_ballot_voter.c.person_id == _PERSON)
_STANDING = select(party_ballot_voter.c.may_vote, party_ballot_voter.c.voted).where(*_ON_ROLL)
_VOTED = update(party_ballot_voter).where(*_ON_ROLL).values(voted=True)
_OF_BALLOT = party_ballot_box.c.ballot_id == _BALLOT
_BOX = select(party_ballot_box.c.key, party_ballot_box.c.box).where(_OF_BALLOT)
_PUT = update(party_ballot_box).where(_OF_BALLOT)


@keeps_back("choice")
async def cast_party_vote(
    tx: Transaction, request: Request, *, ballot: UUID, choice: str | None = None
) -> UUID:
    """Vote, as somebody on the roll; no choice is a blank vote. The ballot's id.

    A vote is not changed: whoever has voted has voted. Raises NotFound, a denial (NOT_A_VOTER,
    VOTED_ALREADY, BALLOT_OVER, OWN_BALLOT), OnPaper, InvalidInput.
    """
    found, decision = await held_ballot(tx, request, Action.CastPartyVote, ballot)
    if found["way"] != "electronic":
        raise OnPaper(field="ballot")
    choices = CHOICES[found["kind"]]
    if choice is not None:
        among(choice, "choice", choices)
    person = request.reach.person
    await tx.run(_VOTED, ballot=ballot, voter=person)
    if found["secret"]:
        # The one place where a choice is known; what the database gets does not tell it.
        box: Any = await tx.row(_BOX, ballot=ballot)
        number = len(choices) if choice is None else choices.index(choice)
        await tx.run(_PUT, ballot=ballot, box=put(box["box"], box["key"], number))
    else:
        told = {"ballot_id": ballot, "body_id": found["body_id"], "person_id": person}
        await tx.run(adding(party_open_vote), **told, choice=choice)
    await tell(tx, request, decision, Action.CastPartyVote, ("party_ballot", ballot))
    return ballot


async def held_ballot(
    tx: Transaction, request: Request, action: Action, id: UUID
) -> tuple[Row, Decision]:
    """A ballot, held so that votes and counts come one after the other, and the rule that allows.

    Raises NotFound, a denial.
    """
    found = await hold(tx, request, party_ballot, id)
    standing = await tx.row(_STANDING, ballot=id, voter=request.reach.person)
    # Whoever only votes may not see the review itself; it is the others whom its end stops.
    review = await seen(tx, request.reach, party_review, found["review_id"])
    about = "open" if review is None else review_standing(review)
    return found, demand(request, action, ballot_facts(found, about, standing))


def review_standing(review: Row) -> str:
    """open, or settled where it is decided, withdrawn or replaced: nobody votes about it then."""
    return "open" if review["state"] == "open" and review["replaced_at"] is None else "settled"


def ballot_facts(found: Row, review: str, standing: Row | None) -> PartyBallotFacts:
    """What the policies need to know of a ballot, and of the asker's place on its roll."""
    return PartyBallotFacts(
        found["body_id"],
        review,
        found["person_id"],
        state=found["state"],
        on_roll=standing is not None,
        may_vote=standing is not None and standing["may_vote"],
        voted=standing is not None and standing["voted"],
    )
