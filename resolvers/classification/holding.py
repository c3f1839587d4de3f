"""The first step of a deed on a case or a set: see it, hold it, and ask the policies.

Locks are taken in one order everywhere: the set, then its cases. A deed on a case shares its set,
so that whoever closes or decides the set holds every case of it still.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, exists, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision, Question, batch
from authz.facts import ClassificationFacts, ClassificationRoundFacts
from authz.reach import Reach
from resolvers.audit import record
from resolvers.classification.tables import HEAD_IN_IT, classification, classification_round
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import NotFound
from resolvers.core.finding import hold
from resolvers.core.permission import demand, refusal
from resolvers.core.request import Request
from resolvers.core.seeing import needed, shown
from resolvers.core.writing import demand_version, save

_UUID = UuidType(as_uuid=True)
IDS = bindparam("ids", type_=ARRAY(_UUID))
ROUND = bindparam("round", type_=_UUID)
CURRENT = classification.c.replaced_at.is_(None)

# Held before the case is looked at, and looked at again once whoever held it has finished.
_SHARE_ROUNDS = (
    select(classification_round.c.id, classification_round.c.state)
    .where(
        classification_round.c.id.in_(
            select(classification.c.round_id).where(classification.c.id == IDS.any_())
        )
    )
    .order_by(classification_round.c.id)
    .with_for_update(read=True)
)


def _cases() -> Select[Any]:
    found = select(classification).where(classification.c.id == IDS.any_(), shown(classification))
    return found.order_by(classification.c.id).with_for_update(of=classification, key_share=True)


_CASES = _cases()
_HEAD_IN_IT = select(HEAD_IN_IT).where(classification_round.c.id == ROUND)
_OWN = select(
    exists().where(
        classification.c.round_id == ROUND,
        CURRENT,
        classification.c.person_id == bindparam("concerned", type_=ARRAY(_UUID)).any_(),
    )
)


async def held_cases(
    tx: Transaction, request: Request, action: Action, ids: Sequence[UUID]
) -> list[tuple[Row, Decision]]:
    """The cases, held, each with the state of its set as `round`, and the rule that allows.

    In the order of `ids`. Raises NotFound for an absent or hidden one, and the first denial.
    """
    rounds = await tx.rows(_SHARE_ROUNDS, ids=list(ids))
    states = {row["id"]: row["state"] for row in rounds}
    found = await tx.rows(_CASES, ids=list(ids), **needed(classification, request.reach))
    cases = {row["id"]: {**row, "round": states[row["round_id"]]} for row in found}
    for id in ids:
        if id not in cases:
            raise NotFound(id=id)
    asked: list[Question] = [(action, case_facts(cases[id])) for id in ids]
    decisions = batch(request.reach, asked)
    for decision in decisions:
        if not decision.allowed:
            raise refusal(decision)
    return [(cases[id], decision) for id, decision in zip(ids, decisions, strict=True)]


async def held_case(
    tx: Transaction, request: Request, action: Action, id: UUID, version: int
) -> tuple[Row, Decision]:
    """As `held_cases`, for one; raises StaleVersion too."""
    ((found, decision),) = await held_cases(tx, request, action, [id])
    demand_version(found, version)
    return found, decision


def case_facts(found: Row) -> ClassificationFacts:
    """What the policies need to know of a held case."""
    return ClassificationFacts(
        person=found["person_id"],
        agency=found["agency_id"],
        classifying_agency=found["classifying_agency_id"],
        classifying_unit=found["classifying_unit_id"],
        managing_unit=found["managing_unit_id"],
        scoring_unit=found["scoring_unit_id"],
        office=found["office"],
        state=found["state"],
        round=found["round"],
        current=found["replaced_at"] is None,
    )


async def held_round(
    tx: Transaction, request: Request, action: Action, id: UUID, version: int | None = None
) -> tuple[Row, Decision]:
    """A visible set, held until the deed ends, and the rule that allows `action`.

    Raises NotFound, a denial, StaleVersion.
    """
    found = await hold(tx, request, classification_round, id)
    own = await is_concerned(tx, request.reach, found)
    head = await tx.value(_HEAD_IN_IT, round=id, today=request.today)
    decision = demand(request, action, round_facts(found, own=own, head_in_it=head))
    if version is not None:
        demand_version(found, version)
    return found, decision


async def is_concerned(tx: Transaction, reach: Reach, found: Row) -> bool:
    """Whether the asker's own case is in the set, or that of a head for whom he acts in it."""
    places = {found["classifying_unit_id"], found["managing_unit_id"]}
    lenders = [
        held.on_behalf_of
        for unit, held in reach.headed.items()
        if unit in places and held.on_behalf_of is not None
    ]
    return bool(await tx.value(_OWN, round=found["id"], concerned=[reach.person, *lenders]))


def round_facts(found: Row, *, own: bool, head_in_it: bool) -> ClassificationRoundFacts:
    """What the policies need to know of a set."""
    return ClassificationRoundFacts(
        agency=found["agency_id"],
        unit=found["classifying_unit_id"],
        managing_unit=found["managing_unit_id"],
        state=found["state"],
        own=own,
        head_in_it=head_in_it,
    )


async def save_case(tx: Transaction, found: Row, **values: Any) -> None:
    """Change a held case and raise its version by one."""
    await save(tx, classification, found["id"], found["version"], **values)


async def save_round(tx: Transaction, found: Row, **values: Any) -> None:
    """Change a held set and raise its version by one."""
    await save(tx, classification_round, found["id"], found["version"], **values)


async def tell(
    tx: Transaction, request: Request, decision: Decision, found: Row, deed: str, **told: Any
) -> None:
    """The audit leaf of a deed on a case."""
    subject = ("classification", found["id"])
    await record(
        tx, request, decision, deed=deed, subject=subject, agency=found["agency_id"], **told
    )


async def tell_round(
    tx: Transaction, request: Request, decision: Decision, found: Row, deed: str, **told: Any
) -> None:
    """The audit leaf of a deed on a set."""
    subject = ("classification_round", found["id"])
    await record(
        tx, request, decision, deed=deed, subject=subject, agency=found["agency_id"], **told
    )
