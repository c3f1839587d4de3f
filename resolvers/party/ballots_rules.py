"""How a body votes: the rule of its own regulation, or the usual one where it has set none."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import PartyRuleFacts
from resolvers.core.arguments import among
from resolvers.core.database import Row, Transaction
from resolvers.core.days import DAY, days, holds
from resolvers.core.documents import Document
from resolvers.core.errors import InvalidInput
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import succeed
from resolvers.party.holding import tell
from resolvers.party.tables import party_body
from resolvers.party.vote_tables import BASES, party_ballot_rule
from resolvers.statute.bounds import Unacceptable
from resolvers.statute.party.votes import USUAL, BallotRule, Base, Threshold, threshold

LEAST_COMMISSION, MOST_COMMISSION = 1, 9


@dataclass(frozen=True, slots=True)
class VotingRule:
    """How a body votes about reviews; the defaults are what holds where it has laid down nothing.

    Neither Regulation 366-QĐ/TW nor Guidance 43-HD/BTCTW has thresholds for this vote.
    """

    secret: bool = True
    quorum: str = f"{USUAL.quorum.part}/{USUAL.quorum.whole}"
    """Of the summoned, as a fraction from 1/2 on."""
    quorum_more: bool = USUAL.quorum.more
    """More than the fraction; otherwise the fraction itself is enough."""
    majority: str = f"{USUAL.majority.part}/{USUAL.majority.whole}"
    majority_more: bool = USUAL.majority.more
    base: str = USUAL.base.value
    """Of whom the majority is taken: summoned, present or valid."""
    subject_votes: bool = False
    """Whether the person whom a vote is about takes part in it."""
    needed: bool = False
    """Whether the body's verdict waits for its vote."""
    commission_least: int = 3
    """How many count a secret ballot, at least."""

    def columns(self) -> dict[str, Any]:
        """As a row keeps it. Raises InvalidInput."""
        among(self.base, "base", BASES)
        for field, share, more in (
            ("quorum", self.quorum, self.quorum_more),
            ("majority", self.majority, self.majority_more),
        ):
            try:
                threshold(share, more=more, field=field)
            except Unacceptable as problem:
                raise InvalidInput(what=field, allowed=problem.allowed, field=field) from problem
        if not LEAST_COMMISSION <= self.commission_least <= MOST_COMMISSION:
            allowed = f"{LEAST_COMMISSION}–{MOST_COMMISSION}"
            raise InvalidInput(what="commissionLeast", allowed=allowed, field="commissionLeast")
        return {name: getattr(self, name) for name in RULED}


RULED = (
    *("secret", "quorum", "quorum_more", "majority", "majority_more", "base"),
    *("subject_votes", "needed", "commission_least"),
)
"""The columns of a rule."""

_OF_DAY = select(party_ballot_rule).where(
    party_ballot_rule.c.body_id == bindparam("body", type_=UuidType(as_uuid=True)),
    holds(party_ballot_rule, DAY),
)


async def set_party_ballot_rule(
    tx: Transaction,
    request: Request,
    *,
    body: UUID,
    rule: VotingRule,
    regulation: Document,
    begins: date,
) -> UUID:
    """Lay down, as the body's own secretary and on its regulation, how it votes from a day on; the
    rule's id. Ballots that are open keep the rule that they were opened under.

    Raises NotFound, a denial, InvalidInput, TextNotAcceptable.
    """
    await hold(tx, request, party_body, body)
    decision = demand(request, Action.SetPartyBallotRule, PartyRuleFacts(body))
    if begins < request.today:
        raise InvalidInput(what="begins", allowed=f"≥ {request.today}", field="begins")
    told = {**rule.columns(), **regulation.columns("regulation", dated=True)}
    id = await succeed(
        tx,
        party_ballot_rule,
        {"body_id": body},
        days(begins),
        set_by=request.reach.actor,
        **told,
    )
    subject = ("party_ballot_rule", id)
    after = {"body": body, "begins": begins, **told}
    await tell(tx, request, decision, Action.SetPartyBallotRule, subject, after=after)
    return id


async def rule_of(tx: Transaction, body: UUID, day: date) -> Mapping[str, Any]:
    """The columns of the rule that holds for a body on a day; `rule_id` is None for the usual."""
    found = await tx.row(_OF_DAY, body=body, day=day)
    if found is None:
        return {**VotingRule().columns(), "rule_id": None}
    return {**{name: found[name] for name in RULED}, "rule_id": found["id"]}


def rule_in(row: Row) -> BallotRule:
    """The thresholds that a ballot was opened under."""

    def share(name: str) -> Threshold:
        return threshold(row[name], more=row[f"{name}_more"], field=name)

    return BallotRule(share("quorum"), share("majority"), Base(row["base"]))
