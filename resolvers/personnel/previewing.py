"""Gates before anybody proposes: what they would be today, for whoever prepares an action.

Asked by the personnel body that keeps the file and by the head of the agency; computed from
what they may see. What is decided is decided on all that there is: see `gathering`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, not_, or_

from resolvers.core.days import TODAY
from resolvers.core.request import Request
from resolvers.core.visibility import AGENCIES, HEADED, INSPECTED, PERSON
from resolvers.people import person
from resolvers.personnel.desk import root_of
from resolvers.personnel.gathering import Aim, facts_of
from resolvers.personnel.standing import LISTS, standing_of
from resolvers.statute.citing import CITATIONS
from resolvers.statute.dated import Law
from resolvers.statute.personnel import (
    ActionKind,
    Evidence,
    Finding,
    FollowUp,
    Gate,
    GateFacts,
    Ground,
    follow_ups,
    gates,
    named,
)

Value = ColumnElement[Any]
STANDING_NEEDS = ("person_id", "agency_id", "day", *LISTS)
"""What `told_gates` and `told_proposals` need of each row."""


@dataclass(frozen=True, slots=True)
class ToldReason:
    """One finding in words, with its article, both in the caller's language."""

    text: str
    cite: str


@dataclass(frozen=True, slots=True)
class ToldGate:
    """A gate in words."""

    code: str
    name: str
    open: bool
    missing: bool
    waivable_by_wish: bool
    special_case: bool
    because: Sequence[ToldReason]
    cites: Sequence[str]
    evidence: Sequence[Evidence]


@dataclass(frozen=True, slots=True)
class ToldProposal:
    """What may be proposed, in words, and by when it is decided."""

    kind: str
    because: ToldReason
    due_on: date | None
    evidence: Sequence[Evidence]


def person_standing(person_id: Value) -> Select[Any]:
    """What is known of a person today, for those who prepare an action; never for himself."""
    root = root_of(person.c.agency_id)
    keeps = and_(
        person.c.agency_id == AGENCIES.any_(), not_(person.c.agency_id == INSPECTED.any_())
    )
    return (
        standing_of(person_id, TODAY)
        .add_columns(root.label("root_unit_id"))
        .where(person.c.id != PERSON, or_(keeps, root == HEADED.any_()))
    )


def told_gates(
    request: Request,
    rows: Sequence[tuple[Any, ...]],
    *,
    kind: str,
    office: str | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
    own_wish: bool = False,
    paper: str | None = None,
) -> list[list[ToldGate]]:
    """For each row of STANDING_NEEDS the gates of an action of a kind, as of today.

    `own_wish`: he asks for it himself; `paper`: the ground that a paper would show.
    """
    aim = Aim(
        ActionKind(kind),
        office=office,
        starts_on=starts_on,
        ends_on=ends_on,
        own_wish_on=request.today if own_wish else None,
        grounds=() if paper is None else (Ground(paper, Evidence("document", "")),),
    )
    law = Law(request.today, known=request.today)
    found = (gates(aim.kind, _facts(row, aim, request), request.today, law) for row in rows)
    return [[told_gate(gate, request.language) for gate in each] for each in found]


def told_proposals(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[ToldProposal]]:
    """For each row of STANDING_NEEDS what the facts give ground to propose."""
    law = Law(request.today, known=request.today)
    aim = Aim(ActionKind.LOWER_POST)
    found = (follow_ups(_facts(row, aim, request), request.today, law) for row in rows)
    return [[_told_proposal(each, request.language) for each in some] for some in found]


def _facts(row: tuple[Any, ...], aim: Aim, request: Request) -> GateFacts:
    named: Mapping[str, Any] = dict(zip(STANDING_NEEDS, row, strict=True))
    return facts_of(named, aim, request.today)


def told_gate(gate: Gate, language: str) -> ToldGate:
    """A gate in Vietnamese ("vi") or English."""
    return ToldGate(
        code=gate.code,
        name=named(gate.code, language),
        open=gate.open,
        missing=gate.missing,
        waivable_by_wish=gate.waivable_by_wish,
        special_case=gate.special_case,
        because=[told_reason(each, language) for each in gate.because],
        cites=[CITATIONS[language][cite] for cite in gate.cites],
        evidence=gate.evidence,
    )


def told_reason(finding: Finding, language: str) -> ToldReason:
    """A finding in Vietnamese ("vi") or English."""
    return ToldReason(finding.text(language), CITATIONS[language][finding.cite])


def _told_proposal(found: FollowUp, language: str) -> ToldProposal:
    due = None if found.due is None else found.due.day
    return ToldProposal(found.kind.value, told_reason(found.because, language), due, found.evidence)
