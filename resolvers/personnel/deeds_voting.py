"""A vote of a procedure: how many ballots for what, never whose; the statute says what comes of it.

What the law does not announce is kept from the person for good.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from authz.actions import Action
from resolvers.classification import AttendanceContradicts
from resolvers.core.database import Row, Transaction
from resolvers.core.documents import Document
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.ids import new_id
from resolvers.core.request import Request
from resolvers.personnel.deeds_steps import (
    HeardElsewhere,
    StepOfAnotherKind,
    demand_going_on,
    done_by,
    finish_step,
    law_of,
)
from resolvers.personnel.holding import Standing, concerning, held_action, step_at
from resolvers.personnel.model import AboutAStep, Ballots, counted
from resolvers.personnel.parts import action_vote
from resolvers.statute.bounds import Unacceptable
from resolvers.statute.personnel import (
    AGREE,
    About,
    ActionKind,
    Short,
    VoteOutcome,
    VoteRule,
    count_vote,
)


class NoQuorum(Refusal):
    """{present} of {summoned} summoned are not enough for this vote; it is held again."""

    code = "NO_QUORUM"
    vi = "Có mặt {present}/{summoned} người được triệu tập, chưa đủ để họp; phải tổ chức lại."


class MoreBallotsThanPeople(Refusal):
    """{ballots} ballots are more than the {present} people present."""

    code = "MORE_BALLOTS_THAN_PEOPLE"
    vi = "Số phiếu ({ballots}) nhiều hơn số người có mặt ({present})."


class HeadMustChoose(AboutAStep):
    """The law leaves this to the head: he chooses one of {choices}."""

    code = "HEAD_MUST_CHOOSE"
    vi = "Theo quy định, người đứng đầu phải lựa chọn một trong các phương án: {choices}."


_KEEP = insert(action_vote)


async def hold_personnel_vote(
    tx: Transaction,
    request: Request,
    *,
    action: UUID,
    version: int,
    step: str,
    summoned: int,
    present: int,
    counts: Sequence[Ballots],
    document: Document,
    held_on: date | None = None,
    head_choice: str | None = None,
    chair: str | None = None,
) -> UUID:
    """Record the count of the next step's vote, with its minutes; the action's id.

    `head_choice`: what the head chose where the law leaves it to him; `chair`: what the chair of a
    council voted. Raises NotFound, the refusals of the policies, StaleVersion, StepOutOfOrder,
    StepOfAnotherKind, ProcedureStopped, HeardElsewhere, AttendanceContradicts,
    MoreBallotsThanPeople, NoQuorum, HeadMustChoose, InvalidInput, TextNotAcceptable.
    """
    found, decision = await held_action(tx, request, Action.RecordPersonnelStep, action, version)
    at = step_at(found, step)
    if not at["needs_vote"]:
        raise StepOfAnotherKind(step=step, field="step")
    demand_going_on(found)
    if found.hears:
        raise HeardElsewhere(field="step")
    rule = law_of(found.row)[0].step(step).vote
    assert rule is not None, "the step was laid down by the same law"
    votes = counted(counts)
    outcome = _outcome(found, rule, summoned, present, votes, chair)
    kept = {
        "summoned": summoned,
        "present": present,
        "counts": dict(votes),
        "revealed": at["reveals_result"],
        **_what_comes_of_it(found.row, rule, outcome, head_choice),
    }
    await _keep(tx, request, found, at, kept)
    done = done_by(request, at, held_on, document, "")
    told = {name: kept[name] for name in ("summoned", "present", "chosen", "passed")}
    await finish_step(tx, request, decision, found, at, "hold_personnel_vote", done, told)
    return action


def _what_comes_of_it(
    row: Row, rule: VoteRule, outcome: VoteOutcome, head_choice: str | None
) -> dict[str, Any]:
    """Who is chosen, by the vote or by the head where it is left to him; raises HeadMustChoose."""
    left = outcome.head_chooses
    if left and head_choice not in left:
        raise HeadMustChoose(choices=tuple(left), field="headChoice")
    chosen = head_choice if left else outcome.chosen
    passed = _passed(row, rule, outcome, chosen)
    return {
        "chosen": chosen,
        "forward": list(outcome.forward),
        "findings": [finding.to_json() for finding in outcome.findings],
        "head_chose": head_choice if left else None,
        "passed": passed,
        "stops": not passed and rule.short in (Short.STOP, Short.FORWARD),
    }


def _outcome(
    found: Standing,
    rule: VoteRule,
    summoned: int,
    present: int,
    votes: Mapping[str, int],
    chair: str | None,
) -> VoteOutcome:
    """What the vote comes to; raises the refusals of a count that no meeting can have."""
    if present > summoned:
        raise AttendanceContradicts(field="present")
    ballots = sum(votes.values())
    if ballots > present:
        raise MoreBallotsThanPeople(ballots=ballots, present=present, field="counts")
    listed = found.votes[-1]["forward"] if rule.other_name is not None and found.votes else None
    try:
        outcome = count_vote(rule, summoned, present, votes, listed=listed, chair=chair)
    except Unacceptable as problem:
        raise InvalidInput(
            what=problem.field, allowed=problem.allowed, field=problem.field
        ) from None
    if not outcome.quorum:
        raise NoQuorum(present=present, summoned=summoned, field="present")
    return outcome


def _passed(row: Row, rule: VoteRule, outcome: VoteOutcome, chosen: str | None) -> bool:
    """Whether the person has what it takes; an opinion, and a form of discipline, stop nobody."""
    if not rule.decisive:
        return True
    if rule.about is About.AGREEMENT:
        return chosen == AGREE
    if row["kind"] == ActionKind.DISCIPLINE:
        return not outcome.stopped
    person = str(row["person_id"])
    return person == chosen or (chosen is None and person in outcome.forward)


async def _keep(
    tx: Transaction, request: Request, found: Standing, step: Row, kept: Mapping[str, Any]
) -> None:
    await tx.run(
        _KEEP,
        id=new_id(),
        **concerning(found.row),
        step_id=step["id"],
        recorded_by=request.reach.actor,
        recorded_at=request.now,
        **kept,
    )
