"""Somebody proposes a personnel action, with what it rests on; nothing of it is automatic."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from authz.actions import Action
from authz.decide import Decision
from authz.facts import PersonnelFacts
from resolvers.audit import record
from resolvers.core.arguments import among, line
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import InvalidInput
from resolvers.core.finding import find
from resolvers.core.ids import new_id
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import adding
from resolvers.organisation import unit as units
from resolvers.people import posting as postings
from resolvers.personnel.dues import due_days
from resolvers.personnel.gating import PaperGround, demand_open, gates_of, keep_gates
from resolvers.personnel.grounds import grounds_of
from resolvers.personnel.holding import change, concerning, held_action
from resolvers.personnel.lasting import term_ends
from resolvers.personnel.model import (
    GIVES_NO_OFFICE,
    MAY_NAME_A_POST,
    MOST_REASON,
    MOVES,
    OF_AN_OFFICE,
    REST_ON_RESULTS,
    WISHED,
    Cited,
    GroundsMissing,
    Target,
    Wanted,
)
from resolvers.personnel.parts import action_ground, action_step
from resolvers.personnel.routing import LEADING, Case, Destination, Route, route_of
from resolvers.personnel.tables import KINDS, OFFICES, personnel_action
from resolvers.statute.dated import Law
from resolvers.statute.personnel import ActionKind, Owner, Procedure, procedure

_PAPER = ("paper_ground", "paper_no", "paper_day", "paper_sha256", "paper_url")
_GROUND, _STEP = insert(action_ground), insert(action_step)


async def propose_personnel_action(
    tx: Transaction,
    request: Request,
    *,
    kind: str,
    posting: UUID,
    reason: str,
    grounds: Sequence[Cited] = (),
    target: Target | None = None,
    effective_on: date | None = None,
    until: date | None = None,
    own_wish: bool = False,
    ground_on: date | None = None,
    paper: PaperGround | None = None,
    special_case: str | None = None,
) -> UUID:
    """Propose an action on the holder of a post; its id.

    The law of the day gives its steps and says whose head decides; the gates are computed and kept.
    `ground_on` is the day from which the law counts, if not today; `paper` a ground that no record
    shows; `special_case` why a gate is passed that the law leaves to the authority. Raises
    NotFound, the refusals of the policies (OWN_ACTION for one's own), GateClosed, GroundsMissing,
    GroundOfAnother, NobodyDecides, InvalidInput, TextNotAcceptable.
    """
    held = await find(tx, request, postings, posting)
    case = await _case(tx, request, ActionKind(among(kind, "kind", KINDS)), held, target, own_wish)
    found, route, decision = await _routed(tx, request, case)
    rests_on = await grounds_of(tx, request, held["person_id"], grounds)
    if not rests_on and case.kind in REST_ON_RESULTS and not case.own_wish and paper is None:
        raise GroundsMissing(field="grounds")
    row = {
        "id": new_id(),
        **_about(case, route, request.today, ground_on),
        **_signed(request, decision, route),
        **(dict.fromkeys(_PAPER) if paper is None else paper.columns()),
        "cites": list(dict.fromkeys(found.cites)),
        "reason": line(reason, "reason", most=MOST_REASON),
        "effective_on": effective_on,
        "until": until,
        "told_at": request.now if _his_step(found) else None,
        "special_case": _special(special_case),
    }
    gates = await gates_of(tx, row, Wanted(effective_on, until), request.today)
    demand_open(gates, row["special_case"])
    await tx.run(adding(personnel_action), **row)
    await _keep(tx, row, rests_on, found, term_ends(held))
    await keep_gates(tx, request, row, "proposal", gates)
    return await _tell(tx, request, decision, row, rests_on)


async def withdraw_personnel_action(
    tx: Transaction, request: Request, *, action: UUID, version: int, reason: str
) -> UUID:
    """Take a proposal back before it is decided; it is kept. The action's id.

    Raises NotFound, the refusals of the policies (ACTION_OVER), StaleVersion, TextNotAcceptable.
    """
    found, decision = await held_action(
        tx, request, Action.WithdrawPersonnelAction, action, version
    )
    said = line(reason, "reason", most=MOST_REASON)
    await change(
        tx,
        request,
        decision,
        found,
        "withdraw_personnel_action",
        reason=said,
        state="withdrawn",
        closed_reason=said,
        closed_by=request.reach.actor,
        closed_at=request.now,
    )
    return action


async def _routed(
    tx: Transaction, request: Request, case: Case
) -> tuple[Procedure, Route, Decision]:
    """The procedure of the day, where it leads, and the rule that lets the asker propose it."""
    law = Law(request.today, known=request.today)
    found = procedure(
        case.kind, law, leader=case.leader, source=case.source, own_wish=case.own_wish
    )
    route = await route_of(tx, case, found.deciding, request.today)
    decision = demand(request, Action.ProposePersonnelAction, _facts(case, route))
    return replace(found, cites=(*found.cites, *law.cites)), route, decision


async def _case(
    tx: Transaction,
    request: Request,
    kind: ActionKind,
    held: Row,
    target: Target | None,
    own_wish: bool,
) -> Case:
    """What is asked about whom; raises InvalidInput, NotFound."""
    if (target is None) == (kind in MOVES) and kind not in MAY_NAME_A_POST:
        wanted = "unit, office" if kind in MOVES else "∅"
        raise InvalidInput(what="target", allowed=wanted, field="target")
    if kind in OF_AN_OFFICE and held["office"] not in LEADING:
        raise InvalidInput(what="kind", allowed=" | ".join(LEADING), field="kind")
    if own_wish and kind not in WISHED:
        raise InvalidInput(what="ownWish", allowed=" | ".join(sorted(WISHED)), field="ownWish")
    to = None
    if target is not None:
        among(target.office, "target.office", _offices(kind, held, target))
        to = Destination(target, await find(tx, request, units, target.unit))
    return Case(kind, held, to, own_wish or kind is ActionKind.RESIGNATION)


def _offices(kind: ActionKind, held: Row, target: Target) -> Sequence[str]:
    """The offices that an action may lead to.

    Nobody comes to an office by a change of rank or by losing one: that would go round the
    procedure of an appointment. Who has one keeps it where he is, if his post only changes rank.
    """
    if kind not in GIVES_NO_OFFICE:
        return OFFICES
    keeps = kind not in OF_AN_OFFICE and target.unit == held["unit_id"]
    return ("member", held["office"]) if keeps else ("member",)


def _facts(case: Case, route: Route) -> PersonnelFacts:
    """What the policies need to know of an action that is not there yet."""
    own: UUID = case.held["agency_id"]
    return PersonnelFacts(
        person=case.held["person_id"],
        agency=own,
        using_unit=route.using,
        deciding_agency=route.deciding_agency,
        deciding_unit=route.deciding,
        receiving_agency=own if case.to is None else case.to.place["agency_id"],
        receiving_unit=route.receiving or route.using,
        scoring_unit=route.scoring,
        own_wish=case.own_wish,
    )


def _about(case: Case, route: Route, today: date, ground_on: date | None) -> dict[str, Any]:
    """Whom it is about, and where it goes; raises InvalidInput for a ground of days to come."""
    if ground_on is not None and ground_on > today:
        raise InvalidInput(what="groundOn", allowed=f"≤ {today}", field="groundOn")
    to = case.to
    elsewhere = to.place["agency_id"] if to is not None and case.goes_elsewhere else None
    return {
        **{name: case.held[name] for name in ("person_id", "agency_id")},
        "posting_id": case.held["id"],
        "receiving_agency_id": elsewhere,
        "kind": case.kind.value,
        "source": case.source.value,
        "leader": case.leader,
        "own_wish": case.own_wish,
        "law_day": today,
        "ground_on": ground_on or today,
        "target_unit_id": None if to is None else to.target.unit,
        "target_position_id": None if to is None else to.target.position,
        "target_office": None if to is None else to.target.office,
        **route.columns(),
    }


def _signed(request: Request, decision: Decision, route: Route) -> dict[str, Any]:
    """Who proposes, and the unit as whose head; none for the personnel body and the person."""
    units = (route.scoring, route.using, route.deciding)
    as_head = next((unit for unit in units if unit in request.reach.headed), None)
    return {
        "proposed_by": request.reach.actor,
        "proposed_on_behalf_of": decision.on_behalf_of,
        "proposing_unit_id": as_head,
        "proposed_at": request.now,
    }


def _special(reason: str | None) -> str | None:
    return None if reason is None else line(reason, "specialCase", most=MOST_REASON)


def _his_step(found: Procedure) -> bool:
    """The procedure begins with what the person does himself."""
    return found.steps[0].owner is Owner.PERSON


async def _keep(
    tx: Transaction,
    row: Mapping[str, Any],
    rests_on: Sequence[Mapping[str, Any]],
    found: Procedure,
    ends: date | None,
) -> None:
    """What the action rests on, and the steps that the law lays down for it."""
    about = concerning(row)
    nothing = dict.fromkeys(("classification_id", "result_id", "sheet_id"))
    await tx.run_many(_GROUND, [{"id": new_id(), **about, **nothing, **each} for each in rests_on])
    due = due_days(found, {}, row["ground_on"], ends)
    steps = [
        {
            "id": new_id(),
            **about,
            "ordinal": step.order,
            "code": step.code,
            "owner": step.owner.value,
            "cite": step.cite,
            "due_on": due[step.code],
            "needs_vote": step.vote is not None,
            "needs_document": step.document_needed,
            "hears_person": step.hears_person,
            "reveals_result": step.reveals_result,
        }
        for step in found.steps
    ]
    await tx.run_many(_STEP, steps)


async def _tell(
    tx: Transaction,
    request: Request,
    decision: Decision,
    row: Mapping[str, Any],
    rests_on: Sequence[Mapping[str, Any]],
) -> UUID:
    names = ("person_id", "kind", "posting_id", "target_unit_id", "target_office", "effective_on")
    await record(
        tx,
        request,
        decision,
        deed="propose_personnel_action",
        subject=("personnel_action", row["id"]),
        agency=row["agency_id"],
        after={**{name: row[name] for name in names}, "grounds": rests_on},
        reason=row["reason"],
    )
    id: UUID = row["id"]
    return id
