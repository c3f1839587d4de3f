"""An inspector looks at a signal, says what he found, and may share it with the head concerned."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from authz.actions import Action
from authz.decide import Decision
from authz.facts import SignalFacts
from resolvers.audit import record
from resolvers.core.arguments import among, line
from resolvers.core.database import Row, Transaction
from resolvers.core.finding import hold
from resolvers.core.permission import allowed, demand
from resolvers.core.request import Request
from resolvers.core.writing import save
from resolvers.insight.model import MOST_REASON
from resolvers.insight.tables import FINDINGS, signal

ACTIONS = (Action.MarkSignal, Action.ShareSignal)
ALLOWED_NEEDS = ("agency_id", "scoring_unit_id", "person_id")
"""What `allowed_on_signals` needs of each signal."""


async def mark_signal(
    tx: Transaction, request: Request, *, id: UUID, version: int, finding: str, note: str
) -> UUID:
    """Mark a signal as looked at, with a finding and a note; the signal's id. No score changes.

    A later finding replaces an earlier one, which the audit keeps. Raises NotFound, NO_MANDATE,
    NO_SELF_INSPECTION, StaleVersion, InvalidInput, TextNotAcceptable.
    """
    said = line(note, "note", most=MOST_REASON)
    chosen = among(finding, "finding", FINDINGS)
    found, decision = await _demanded(tx, request, Action.MarkSignal, id)
    before = {name: found[name] for name in ("finding", "finding_note", "looked_by")}
    after = {"finding": chosen, "finding_note": said}
    told = {"looked_by": request.reach.actor, "looked_at": request.now}
    await save(tx, signal, id, version, **after, **told)
    await record(
        tx,
        request,
        decision,
        deed="mark_signal",
        subject=("signal", id),
        agency=found["agency_id"],
        before=before,
        after=after,
    )
    return id


async def share_signal(
    tx: Transaction, request: Request, *, id: UUID, version: int, note: str
) -> UUID:
    """Show a signal to the head of the unit concerned, with a note; the signal's id.

    Raises NotFound, NO_MANDATE, NO_SELF_INSPECTION, StaleVersion, TextNotAcceptable.
    """
    said = line(note, "note", most=MOST_REASON)
    found, decision = await _demanded(tx, request, Action.ShareSignal, id)
    told = {"shared_by": request.reach.actor, "shared_at": request.now}
    await save(tx, signal, id, version, share_note=said, **told)
    await record(
        tx,
        request,
        decision,
        deed="share_signal",
        subject=("signal", id),
        agency=found["agency_id"],
        before={"share_note": found["share_note"], "shared_at": found["shared_at"]},
        after={"share_note": said, "unit": found["scoring_unit_id"]},
    )
    return id


async def _demanded(
    tx: Transaction, request: Request, action: Action, id: UUID
) -> tuple[Row, Decision]:
    """The signal, held, and the rule by which it may be done; raises NotFound or a denial."""
    found = await hold(tx, request, signal, id)
    facts = SignalFacts(found["agency_id"], found["scoring_unit_id"], found["person_id"])
    return found, demand(request, action, facts)


def allowed_on_signals(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of ALLOWED_NEEDS the names of the deeds that the caller may do now."""
    return allowed(request, ACTIONS, (SignalFacts(*row) for row in rows))
