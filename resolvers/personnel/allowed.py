"""What a person may do with an action now, by the very policies that guard the deeds."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import and_, exists, func, or_

from authz.actions import Action
from authz.facts import ABSENT, PersonnelFacts
from resolvers.core.days import TODAY
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.personnel.model import BY_AGREEING, DECIDE, LASTING
from resolvers.personnel.parts import SIDES, action_hearing, action_statement, action_vote
from resolvers.personnel.questions import (
    BEGUN,
    NEXT_CODE,
    NEXT_HEARS,
    NEXT_OWNER,
    has_agreed,
    is_asked,
)
from resolvers.personnel.tables import personnel_action

ON_ACTIONS = (
    Action.CancelPersonnelAction,
    Action.DecidePersonnelAction,
    Action.EndPersonnelActionEarly,
    Action.HearPersonnelSubject,
    Action.RecordPersonnelStep,
    Action.RefusePersonnelAction,
    Action.SpeakOnPersonnelAction,
    Action.WithdrawPersonnelAction,
)
_OF_ANOTHER_KIND = (None, DECIDE, *BY_AGREEING)
"""Next steps that are recorded by a deed of their own; none where nothing is left."""
_BOTH = and_(*map(has_agreed, SIDES))
_STOPPED = exists().where(action_vote.c.action_id == personnel_action.c.id, action_vote.c.stops)
_COMPLETE = and_(
    NEXT_CODE == DECIDE,
    ~_STOPPED,
    or_(personnel_action.c.receiving_agency_id.is_(None), _BOTH),
)
_NAMES = (
    "person_id",
    "agency_id",
    "using_unit_id",
    "deciding_agency_id",
    "deciding_unit_id",
    "receiving_agency_id",
    "receiving_unit_id",
    "scoring_unit_id",
    "proposing_unit_id",
    "proposed_by",
    "own_wish",
    "state",
)
_LASTS = and_(
    personnel_action.c.kind.in_(LASTING),
    personnel_action.c.ended_on.is_(None),
    BEGUN,
    func.coalesce(personnel_action.c.until > TODAY, False),
)
# Somewhere he was heard, and has not spoken himself yet.
_MAY_SPEAK = exists().where(
    action_hearing.c.action_id == personnel_action.c.id,
    ~exists().where(action_statement.c.step_id == action_hearing.c.step_id),
)
_FOUND = {
    "owner": NEXT_OWNER,
    "code": NEXT_CODE,
    "hears": NEXT_HEARS,
    "complete": _COMPLETE,
    "begun": BEGUN,
    "lasts": _LASTS,
    "heard": _MAY_SPEAK,
    "sending": and_(is_asked(SIDES[0]), ~has_agreed(SIDES[0])),
    "receiving": and_(is_asked(SIDES[1]), ~has_agreed(SIDES[1])),
}
ACTION_NEEDS = (*_NAMES, *_FOUND.values())
"""What `allowed_on_actions` needs of each action."""


def allowed_on_actions(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of ACTION_NEEDS the names of the deeds that the caller may do now."""
    told = [dict(zip((*_NAMES, *_FOUND), row, strict=True)) for row in rows]
    facts = [_facts(each) for each in told]
    may = allowed(request, ON_ACTIONS, facts)
    sides = [_agreeing(fact, each) for fact, each in zip(facts, told, strict=True)]
    agrees = allowed(
        request, (Action.AgreePersonnelAction,), (side for both in sides for side in both)
    )
    pairs = zip(agrees[::2], agrees[1::2], strict=True)
    return [
        [*(sending or receiving), *deeds]
        for (sending, receiving), deeds in zip(pairs, may, strict=True)
    ]


def agreeing_as(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of ACTION_NEEDS the agencies as whose head the caller may agree now."""
    told = [dict(zip((*_NAMES, *_FOUND), row, strict=True)) for row in rows]
    sides = [_agreeing(_facts(each), each) for each in told]
    agrees = iter(
        allowed(request, (Action.AgreePersonnelAction,), (side for both in sides for side in both))
    )
    return [[side for side in SIDES if next(agrees)] for _ in rows]


def _facts(told: Mapping[str, Any]) -> PersonnelFacts:
    return PersonnelFacts(
        person=told["person_id"],
        agency=told["agency_id"],
        using_unit=told["using_unit_id"],
        deciding_agency=told["deciding_agency_id"],
        deciding_unit=told["deciding_unit_id"],
        receiving_agency=told["receiving_agency_id"] or told["agency_id"],
        receiving_unit=told["receiving_unit_id"] or told["using_unit_id"],
        scoring_unit=told["scoring_unit_id"],
        proposing_unit=told["proposing_unit_id"],
        proposer=told["proposed_by"],
        own_wish=told["own_wish"],
        owner=ABSENT if told["hears"] or told["code"] in _OF_ANOTHER_KIND else told["owner"],
        hears=bool(told["hears"]),
        state=told["state"],
        complete=bool(told["complete"]),
        begun=told["begun"],
        lasts=told["lasts"],
        heard=told["heard"],
    )


def _agreeing(fact: PersonnelFacts, told: Mapping[str, Any]) -> tuple[PersonnelFacts, ...]:
    """The same of the agreement of each side."""
    waits = (told["sending"], told["receiving"])
    return tuple(
        replace(fact, owner=side, agreed=not asked)
        for side, asked in zip(SIDES, waits, strict=True)
    )
