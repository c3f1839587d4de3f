"""The gates of an action: computed when it is proposed, kept, and computed again when decided.

An open gate asks for nothing; a closed one bars the action and names its article and its records. A
person decides, never a gate.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from resolvers.core.arguments import among
from resolvers.core.database import Row, Transaction
from resolvers.core.documents import Document
from resolvers.core.errors import Refusal
from resolvers.core.ids import new_id
from resolvers.core.request import Request
from resolvers.personnel.gathering import Aim, computed_gates
from resolvers.personnel.holding import concerning
from resolvers.personnel.model import Wanted
from resolvers.personnel.parts import action_gate
from resolvers.statute.citing import cited
from resolvers.statute.personnel import (
    LOWER_GROUNDS,
    REMOVAL_GROUNDS,
    SUSPENSION_GROUNDS,
    ActionKind,
    Evidence,
    Gate,
    Ground,
    named,
)

PAPER_GROUNDS = tuple(sorted({*LOWER_GROUNDS, *REMOVAL_GROUNDS, *SUSPENSION_GROUNDS}))
_KEEP = insert(action_gate)


class GateClosed(Refusal):
    """The condition “{gate}” is not met: {because} ({cites})."""

    code = "GATE_CLOSED"
    vi = "Chưa đáp ứng điều kiện “{gate}”: {because} ({cites})."

    def __init__(self, gate: Gate) -> None:
        super().__init__(field="kind", gate=gate)

    def message(self, language: str) -> str:
        """The sentence, with the gate's own findings and articles in the same language."""
        return gate_told(self, language)


class GateShutSince(Refusal):
    """The condition “{gate}” was met when this was proposed and is not now: {because} ({cites})."""

    code = "GATE_SHUT_SINCE"
    vi = "Điều kiện “{gate}” đã thay đổi kể từ khi đề xuất: {because} ({cites})."

    def __init__(self, gate: Gate) -> None:
        super().__init__(field="action", gate=gate)

    def message(self, language: str) -> str:
        """As `GateClosed.message`."""
        return gate_told(self, language)


def gate_told(refusal: Refusal, language: str) -> str:
    """The refusal's sentence about its gate."""
    gate = refusal.facts["gate"]
    assert isinstance(gate, Gate)
    text = refusal.vi if language == "vi" else str(type(refusal).__doc__)
    return text.format(
        gate=named(gate.code, language),
        because="; ".join(each.text(language).rstrip(".") for each in gate.because),
        cites="; ".join(cited(cite, language) for cite in gate.cites),
    )


@dataclass(frozen=True, slots=True)
class PaperGround:
    """A ground that no record shows, by its name in the decree, and the paper that it stands on."""

    code: str
    document: Document

    def columns(self) -> dict[str, Any]:
        """As the action's row keeps them; raises InvalidInput, TextNotAcceptable."""
        code = among(self.code, "paper.code", PAPER_GROUNDS)
        return {"paper_ground": code, **self.document.columns("paper")}


def aim_of(row: Mapping[str, Any], wanted: Wanted) -> Aim:
    """What the action aims at, as far as gates ask."""
    code, number = row["paper_ground"], row["paper_no"]
    paper = () if code is None else (Ground(code, Evidence("document", number)),)
    return Aim(
        kind=ActionKind(row["kind"]),
        office=row["target_office"],
        starts_on=wanted.effective_on,
        ends_on=None if wanted.until is None else wanted.until - timedelta(days=1),
        own_wish_on=row["law_day"] if row["own_wish"] else None,
        own_wish=row["id"] if row["own_wish"] else None,
        grounds=paper,
    )


async def gates_of(
    tx: Transaction, row: Mapping[str, Any], wanted: Wanted, day: date
) -> Sequence[Gate]:
    """The gates of an action on a day; the person is held from here on."""
    person: UUID = row["person_id"]
    return await computed_gates(tx, person, aim_of(row, wanted), day)


def closed(gates: Iterable[Gate], special_case: str | None) -> Gate | None:
    """The first gate that bars it; what the law leaves to the authority passes with a reason."""
    barring = (gate for gate in gates if not gate.open)
    return next((gate for gate in barring if not (gate.special_case and special_case)), None)


def demand_open(gates: Iterable[Gate], special_case: str | None) -> None:
    """Raises GateClosed, naming the gate, why, and its articles."""
    gate = closed(gates, special_case)
    if gate is not None:
        raise GateClosed(gate)


def demand_still_open(gates: Iterable[Gate], special_case: str | None) -> None:
    """Raises GateShutSince."""
    gate = closed(gates, special_case)
    if gate is not None:
        raise GateShutSince(gate)


async def keep_gates(
    tx: Transaction, request: Request, row: Row, moment: str, gates: Sequence[Gate]
) -> None:
    """Keep the gates as they were at a moment: proposal or decision."""
    about = concerning(row)
    rows = [
        {
            "id": new_id(),
            **about,
            "moment": moment,
            "ordinal": ordinal,
            "code": gate.code,
            "open": gate.open,
            "cites": list(gate.cites),
            "because": [finding.to_json() for finding in gate.because],
            "evidence": [each._asdict() for each in gate.evidence],
            "computed_at": request.now,
        }
        for ordinal, gate in enumerate(gates, start=1)
    ]
    await tx.run_many(_KEEP, rows)
