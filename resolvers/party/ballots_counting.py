"""A vote is counted, once and as a whole: the box is opened, or the commission enters its count."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from resolvers.core.arguments import among, line
from resolvers.core.database import Row, Transaction
from resolvers.core.deed import keeps_back
from resolvers.core.documents import Document
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.request import Request
from resolvers.core.writing import adding, demand_version, save
from resolvers.party.ballots_box import counted
from resolvers.party.ballots_casting import held_ballot
from resolvers.party.ballots_rules import rule_in
from resolvers.party.holding import tell
from resolvers.party.vote_tables import (
    CHOICES,
    party_ballot,
    party_ballot_box,
    party_ballot_voter,
    party_commission,
    party_open_vote,
)
from resolvers.statute.bounds import Unacceptable
from resolvers.statute.party.votes import (
    Counts,
    CountsDisagree,
    Fault,
    Outcome,
    count_ballot,
)

MOST_REASON = 2000


class NoQuorum(Refusal):
    """Of {summoned} summoned {needed} must be present, and {present} were; the vote counts not."""

    code = "BALLOT_NO_QUORUM"
    vi = "Triệu tập {summoned} người, cần ít nhất {needed} người có mặt nhưng chỉ có {present}."


class MoreBallotsThanPeople(Refusal):
    """There cannot be so many in {what}: {allowed}."""

    code = "BALLOT_MORE_THAN_PEOPLE"
    vi = "Số liệu ở mục {what} nhiều hơn số người hoặc số phiếu có thể có: {allowed}."


class SumsDisagree(Refusal):
    """The numbers of the count do not add up in {what}: {allowed}."""

    code = "BALLOT_SUMS_DISAGREE"
    vi = "Số liệu kiểm phiếu ở mục {what} không khớp: {allowed}."


class CommissionTooSmall(Refusal):
    """The counting commission has {least} members or more, on the roll and not concerned."""

    code = "BALLOT_COMMISSION"
    vi = "Ban kiểm phiếu phải có từ {least} thành viên trong danh sách, không gồm đương sự."


class CountedElectronically(Refusal):
    """This vote is electronic; it is counted from its box."""

    code = "BALLOT_ELECTRONIC"
    vi = "Cuộc bỏ phiếu này thực hiện trên hệ thống; kết quả được kiểm từ hòm phiếu điện tử."


@dataclass(frozen=True, slots=True)
class ChoiceCount:
    """The valid ballots for one choice."""

    choice: str
    votes: int


@dataclass(frozen=True, slots=True)
class PaperCount:
    """What the commission counted."""

    present: int
    issued: int
    returned: int
    valid: int
    invalid: int
    choices: Sequence[ChoiceCount]


_UUID = UuidType(as_uuid=True)
_BALLOT = bindparam("ballot", type_=_UUID)
_VOTED = select(func.count()).where(
    party_ballot_voter.c.ballot_id == _BALLOT, party_ballot_voter.c.voted
)
_BOX = select(party_ballot_box.c.key, party_ballot_box.c.box).where(
    party_ballot_box.c.ballot_id == _BALLOT
)
_EMPTY = (
    update(party_ballot_box).where(party_ballot_box.c.ballot_id == _BALLOT).values(key=b"", box=b"")
)
_SHOWN_HANDS = select(party_open_vote.c.choice).where(party_open_vote.c.ballot_id == _BALLOT)
_ON_ROLL = select(func.count()).where(
    party_ballot_voter.c.ballot_id == _BALLOT,
    party_ballot_voter.c.person_id == bindparam("members", type_=ARRAY(_UUID)).any_(),
)


@keeps_back("code")
async def count_party_ballot(
    tx: Transaction,
    request: Request,
    *,
    ballot: UUID,
    version: int,
    present: int,
    minutes: Document,
    commission: Sequence[UUID] = (),
    code: str | None = None,
) -> UUID:
    """Close an electronic ballot and count it; its id. `present` is whoever took part in the
    meeting, by the minutes; `code` is the one that locks the box of a secret ballot.

    Raises NotFound, a denial, NoQuorum, MoreBallotsThanPeople, CommissionTooSmall, WrongCode,
    BoxDisagrees, StaleVersion, InvalidInput, TextNotAcceptable.
    """
    found, decision = await held_ballot(tx, request, Action.CountPartyBallot, ballot)
    demand_version(found, version)
    if found["way"] != "electronic":
        raise InvalidInput(what="ballot", allowed="electronic", field="ballot")
    votes = await _votes(tx, found, code)
    blank = votes.pop(None, 0)
    valid = sum(votes.values())
    choices = {name: votes.get(name, 0) for name in CHOICES[found["kind"]]}
    given = valid + blank
    counts = Counts(found["summoned"], present, given, given, valid, blank, choices)
    await _keep(tx, request, decision, found, counts, commission, minutes)
    # What was in the box is the sums, and these stand in the ballot now.
    await tx.run(_EMPTY, ballot=ballot)
    return ballot


async def enter_party_count(
    tx: Transaction,
    request: Request,
    *,
    ballot: UUID,
    version: int,
    count: PaperCount,
    minutes: Document,
    commission: Sequence[UUID] = (),
) -> UUID:
    """Enter the count of a vote on paper, by its commission; the ballot's id.

    Raises NotFound, a denial, CountedElectronically, NoQuorum, MoreBallotsThanPeople, SumsDisagree,
    CommissionTooSmall, StaleVersion, InvalidInput, TextNotAcceptable.
    """
    found, decision = await held_ballot(tx, request, Action.CountPartyBallot, ballot)
    demand_version(found, version)
    if found["way"] != "paper":
        raise CountedElectronically(field="ballot")
    told = {each.choice: each.votes for each in count.choices}
    for name in told:
        among(name, "choice", CHOICES[found["kind"]])
    if len(told) != len(count.choices):
        raise InvalidInput(what="choices", allowed="each once", field="choices")
    choices = {name: told.get(name, 0) for name in CHOICES[found["kind"]]}
    numbers = (count.present, count.issued, count.returned, count.valid, count.invalid)
    counts = Counts(found["summoned"], *numbers, choices)
    await _keep(tx, request, decision, found, counts, commission, minutes)
    return ballot


async def annul_party_ballot(
    tx: Transaction, request: Request, *, ballot: UUID, version: int, reason: str
) -> UUID:
    """Annul a ballot with a reason; its id. An open one is never counted; who had voted stays.

    Raises NotFound, a denial, StaleVersion, TextNotAcceptable.
    """
    found, decision = await held_ballot(tx, request, Action.AnnulPartyBallot, ballot)
    demand_version(found, version)
    why = line(reason, "reason", most=MOST_REASON)
    signed = {"annulled_by": request.reach.actor, "annulled_at": request.now}
    await save(tx, party_ballot, ballot, version, state="annulled", annulled_reason=why, **signed)
    await tx.run(_EMPTY, ballot=ballot)
    before = {"state": found["state"], "chosen": found["chosen"]}
    subject = ("party_ballot", ballot)
    await tell(tx, request, decision, Action.AnnulPartyBallot, subject, before=before, reason=why)
    return ballot


async def _votes(tx: Transaction, found: Row, code: str | None) -> Counter[str | None]:
    """What was voted, choice by choice; blank votes under None. Raises WrongCode, BoxDisagrees."""
    if not found["secret"]:
        shown = await tx.rows(_SHOWN_HANDS, ballot=found["id"])
        return Counter(row["choice"] for row in shown)
    voted: int = await tx.value(_VOTED, ballot=found["id"])
    box: Any = await tx.row(_BOX, ballot=found["id"])
    sums = counted(box["box"], box["key"], code or "", found["id"], voted=voted)
    return Counter(dict(zip((*CHOICES[found["kind"]], None), sums, strict=True)))


async def _keep(
    tx: Transaction,
    request: Request,
    decision: Decision,
    found: Row,
    counts: Counts,
    commission: Sequence[UUID],
    minutes: Document,
) -> None:
    """Save the count with what it came to, and who counted."""
    await _keep_commission(tx, found, commission)
    outcome = _outcome(found, counts)
    told: Mapping[str, Any] = {
        **{name: value for name, value in counts._asdict().items() if name != "summoned"},
        "choices": dict(counts.choices),
        "needed_present": outcome.needed_present,
        "needed_votes": outcome.needed,
        "base_number": outcome.base,
        "chosen": outcome.chosen,
        "short_by": outcome.short_by,
        "cites": list(outcome.cites),
        **minutes.columns("minutes"),
    }
    signed = {"counted_by": request.reach.actor, "counted_at": request.now}
    await save(tx, party_ballot, found["id"], found["version"], state="counted", **told, **signed)
    subject = ("party_ballot", found["id"])
    await tell(tx, request, decision, Action.CountPartyBallot, subject, after=told)


def _outcome(found: Row, counts: Counts) -> Outcome:
    try:
        outcome = count_ballot(rule_in(found), counts)
    except CountsDisagree as problem:
        more = problem.fault is Fault.MORE_BALLOTS_THAN_PEOPLE
        kind = MoreBallotsThanPeople if more else SumsDisagree
        raise kind(what=problem.field, allowed=problem.allowed, field=problem.field) from problem
    except Unacceptable as problem:
        raise InvalidInput(
            what=problem.field, allowed=problem.allowed, field=problem.field
        ) from problem
    if not outcome.quorum:
        raise NoQuorum(
            summoned=counts.summoned,
            needed=outcome.needed_present,
            present=counts.present,
            field="present",
        )
    return outcome


async def _keep_commission(tx: Transaction, found: Row, commission: Sequence[UUID]) -> None:
    """Raises CommissionTooSmall."""
    members = sorted(set(commission) - {found["person_id"]})
    least = found["commission_least"] if found["secret"] else 0
    on_roll = await tx.value(_ON_ROLL, ballot=found["id"], members=members)
    if len(members) < least or len(members) != len(commission) or on_roll != len(members):
        raise CommissionTooSmall(least=least, field="commission")
    place = {"ballot_id": found["id"], "body_id": found["body_id"]}
    await tx.run_many(
        adding(party_commission), [{**place, "person_id": member} for member in members]
    )
