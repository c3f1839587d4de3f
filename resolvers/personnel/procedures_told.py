"""How a procedure goes on: its steps by name, and how a vote of one is held and counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select

from resolvers.core.request import Request
from resolvers.personnel.model import (
    GIVES_NO_OFFICE,
    MAY_NAME_A_POST,
    MOVES,
    REST_ON_RESULTS,
    WISHED,
)
from resolvers.personnel.parts import action_step
from resolvers.personnel.routing import LEADING
from resolvers.personnel.tables import personnel_action
from resolvers.statute.citing import CITATIONS
from resolvers.statute.dated import Law
from resolvers.statute.personnel import (
    LOWER_GROUNDS,
    REMOVAL_GROUNDS,
    SUSPENSION_GROUNDS,
    ActionKind,
    Procedure,
    Source,
    Step,
    named,
    procedure,
)


def _of_action(name: str) -> ColumnElement[Any]:
    column = personnel_action.c[name]
    found = select(column).where(personnel_action.c.id == action_step.c.action_id)
    return found.scalar_subquery()


_NAMES = ("kind", "law_day", "leader", "source", "own_wish")
VOTE_NEEDS = ("code", "needs_vote", *map(_of_action, _NAMES))
"""What `told_vote_rules` needs of each step."""
_PAPERS = {
    ActionKind.LOWER_POST: LOWER_GROUNDS,
    ActionKind.REMOVAL: REMOVAL_GROUNDS,
    ActionKind.SUSPENSION: SUSPENSION_GROUNDS,
    ActionKind.TERMINATION: LOWER_GROUNDS,
}
PROCEDURE_NEEDS = ("posts", "day")
"""What `told_procedures` needs of each person."""


@dataclass(frozen=True, slots=True)
class ToldRule:
    """How a vote is held and counted, in the caller's language."""

    body: str
    about: str
    quorum: str | None
    base: str
    majority: str
    half: str
    short: str
    members: int | None
    odd: bool
    secret: bool
    announced: bool
    cite: str


@dataclass(frozen=True, slots=True)
class ToldStep:
    """A step of a procedure that has not begun."""

    code: str
    name: str
    owner: str
    cite: str
    vote_rule: ToldRule | None


@dataclass(frozen=True, slots=True)
class ToldGround:
    """A ground that no record shows, by its name in the decree."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class ToldProcedure:
    """What a proposal is told with and would go through, and which of two heads decides."""

    names_a_post: bool
    may_name_a_post: bool
    gives_an_office: bool
    rests_on_results: bool
    may_be_wished: bool
    paper_grounds: Sequence[ToldGround]
    deciding: str
    cites: Sequence[str]
    steps: Sequence[ToldStep]


def told_vote_rules(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[ToldRule | None]:
    """For each row of VOTE_NEEDS how its vote is counted; None for a step without one."""
    return [_rule_of(row, request.language) if row[1] else None for row in rows]


def told_procedures(
    request: Request,
    rows: Sequence[tuple[Any, ...]],
    *,
    kind: str,
    office: str | None = None,
    elsewhere: bool = False,
    own_wish: bool = False,
) -> list[ToldProcedure]:
    """For each row of PROCEDURE_NEEDS what an action of a kind would go through, by today's law.

    `office`: the one to be taken; `elsewhere`: it is in another agency.
    """
    law, asked = Law(request.today, known=request.today), ActionKind(kind)
    return [
        _told(
            procedure(
                asked,
                law,
                leader=office in LEADING or (_leads(*row) and asked is not ActionKind.APPOINTMENT),
                source=Source.EXTERNAL if elsewhere else Source.INTERNAL,
                own_wish=own_wish or asked is ActionKind.RESIGNATION,
            ),
            request.language,
        )
        for row in rows
    ]


def _leads(posts: Sequence[Any], day: str) -> bool:
    """Whether the main post of a day is a leadership office."""
    return any(post["main"] and post["office"] in LEADING and _covers(post, day) for post in posts)


def _covers(post: Any, day: str) -> bool:
    return bool(post["since"] <= day and (post["until"] is None or day <= post["until"]))


def _told(found: Procedure, language: str) -> ToldProcedure:
    spoken = CITATIONS[language]
    steps = [
        ToldStep(
            step.code,
            step.name(language),
            step.owner.value,
            spoken[step.cite],
            _rule(step, language),
        )
        for step in found.steps
    ]
    return ToldProcedure(
        names_a_post=found.kind in MOVES,
        may_name_a_post=found.kind in MAY_NAME_A_POST,
        gives_an_office=found.kind not in GIVES_NO_OFFICE,
        rests_on_results=found.kind in REST_ON_RESULTS,
        may_be_wished=found.kind in WISHED,
        paper_grounds=[
            ToldGround(code, named(code, language)) for code in _PAPERS.get(found.kind, ())
        ],
        deciding=found.deciding.value,
        cites=[spoken[cite] for cite in found.cites],
        steps=steps,
    )


def _rule_of(row: tuple[Any, ...], language: str) -> ToldRule | None:
    code, _, kind, law_day, leader, source, own_wish = row
    law = Law(law_day, known=law_day)
    found = procedure(
        ActionKind(kind), law, leader=leader, source=Source(source), own_wish=own_wish
    )
    return _rule(found.step(code), language)


def _rule(step: Step, language: str) -> ToldRule | None:
    rule = step.vote
    if rule is None:
        return None
    return ToldRule(
        body=named(f"body_{rule.body}", language),
        about=rule.about.value,
        quorum=None if rule.quorum is None else str(rule.quorum),
        base=rule.base.value,
        majority=str(rule.majority),
        half=rule.half.value,
        short=rule.short.value,
        members=rule.members,
        odd=rule.odd,
        secret=rule.secret,
        announced=rule.announced,
        cite=CITATIONS[language][rule.cite],
    )
