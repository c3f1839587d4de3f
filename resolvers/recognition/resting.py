"""What rested on a replaced result: the organisation directly above is looked at (art. 4.4, 8.1).

Its class counts what failed beneath it, and its points rest on what they achieved. Nothing changes
by itself: its own recognising head looks, and replaces its result where that is due. What rests on
results in slices that this one does not know is flagged by them: see `flags_what_rests`.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import FlagFacts
from resolvers.audit import record
from resolvers.core.arguments import lines
from resolvers.core.database import Row, Transaction
from resolvers.core.days import counting_day, holds
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, demand_version, save
from resolvers.organisation import unit_placement
from resolvers.recognition.flag_tables import recognition_flag
from resolvers.recognition.holding import ABOUT
from resolvers.recognition.model import MOST_REASON
from resolvers.recognition.scope import YEAR, in_force, reviewed
from resolvers.recognition.tables import organisation_review


@dataclass(frozen=True, slots=True)
class Replaced:
    """A recognised result that another edition has just taken the place of."""

    agency: UUID
    """The agency of the organisation, as `unit` names that."""
    unit: UUID
    year: int
    edition: UUID
    """The review that counts now."""
    level_before: str
    level_after: str


Flagging = Callable[[Transaction, Request, Replaced], Awaitable[Sequence[UUID]]]

_UUID = UuidType(as_uuid=True)
_FLAGGING: list[Flagging] = []


def flags_what_rests(flagging: Flagging) -> Flagging:
    """Declare, beside a table of a slice above, how what rests on a replaced result is flagged.

    It runs in the transaction of `replace_recognition`, after the policies have allowed that, and
    tells what it flagged.
    """
    _FLAGGING.append(flagging)
    return flagging


async def flag_what_rests(tx: Transaction, request: Request, replaced: Replaced) -> list[UUID]:
    """Let every slice flag what rests on a replaced result; what they flagged."""
    return [id for flagging in _FLAGGING for id in await flagging(tx, request, replaced)]


def _above() -> Select[Any]:
    """The review of the organisation directly above `:unit` on `:day`, held, whatever its state.

    The mirror of `scope.beneath`: a part without a standing and without a review is passed over.
    Held, because a decision on it that runs at the same time reads what is beneath it only then.
    """
    own, parent, upper = (unit_placement.alias(name) for name in ("own", "parent", "upper"))
    first = (
        select(parent.c.unit_id, parent.c.parent_id, parent.c.standing)
        .join(own, own.c.parent_id == parent.c.unit_id)
        .where(own.c.unit_id == bindparam("unit", type_=_UUID), holds(own), holds(parent))
    )
    up = first.cte("up", recursive=True)
    step = (
        select(upper.c.unit_id, upper.c.parent_id, upper.c.standing)
        .join(up, upper.c.unit_id == up.c.parent_id)
        .where(holds(upper), up.c.standing == "none", ~reviewed(up.c.unit_id))
    )
    up = up.union(step)
    review = organisation_review
    same = and_(review.c.unit_id == up.c.unit_id, review.c.year == YEAR, in_force(review))
    return (
        select(*(review.c[name] for name in ("id", "state", *ABOUT)))
        .join(up, same)
        .with_for_update(of=review, key_share=True)
    )


_ABOVE = _above()


async def flag_above(
    tx: Transaction, request: Request, found: Row, new: UUID, level: str
) -> UUID | None:
    """Flag the recognised result of the organisation above that of `found`; whose it is, if any.

    `new` is the edition that took the place of `found`, with its level.
    """
    day: date = counting_day(found["year"], request.today)
    above = await tx.row(_ABOVE, unit=found["unit_id"], year=found["year"], day=day)
    if above is None or above["state"] != "recognised":
        return None
    await add(
        tx,
        recognition_flag,
        **{name: above[name] for name in ABOUT},
        review_id=above["id"],
        because_id=new,
        because_unit_id=found["unit_id"],
        level_before=found["applied_level"],
        level_after=level,
        raised_at=request.now,
    )
    flagged: UUID = above["id"]
    return flagged


async def clear_recognition_flag(
    tx: Transaction, request: Request, *, flag: UUID, version: int, note: str
) -> UUID:
    """Note what became of a result that rested on a replaced one beneath it; the flag's id.

    Raises NotFound, a denial (NOT_RECOGNISING_HEAD, NO_SELF_RECOGNITION, RECORD_ENDED),
    StaleVersion, TextNotAcceptable.
    """
    held = await hold(tx, request, recognition_flag, flag)
    ended = held["cleared_at"] is not None
    facts = FlagFacts(held["unit_id"], held["recognising_unit_id"], ended)
    decision = demand(request, Action.ClearRecognitionFlag, facts)
    demand_version(held, version)
    said = lines(note, "note", least=1, most=MOST_REASON)
    await save(
        tx,
        recognition_flag,
        flag,
        version,
        cleared_by=request.reach.person,
        cleared_on_behalf_of=decision.on_behalf_of,
        cleared_at=request.now,
        note=said,
    )
    await record(
        tx,
        request,
        decision,
        deed="clear_recognition_flag",
        subject=("recognition_flag", flag),
        agency=held["agency_id"],
        before={"level_before": held["level_before"], "level_after": held["level_after"]},
        after={"cleared_at": request.now},
        reason=said,
    )
    return flag
