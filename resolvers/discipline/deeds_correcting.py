"""What should not have been decided is annulled, and what rested on it is looked at again."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, null, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from resolvers.classification import disqualifier, drop_ground, flag_classes_of
from resolvers.core.arguments import among, line
from resolvers.core.database import Row, Transaction
from resolvers.core.days import HolidaysNotLaidDown
from resolvers.core.documents import Document
from resolvers.core.errors import InvalidInput
from resolvers.core.fence import as_seen_by, let_through
from resolvers.core.finding import hold
from resolvers.core.request import Request
from resolvers.core.writing import add, demand_version, save
from resolvers.discipline.holding import tell, whose
from resolvers.discipline.model import MOST_TEXT
from resolvers.discipline.tables import CORRECTIONS, discipline_correction, discipline_decision
from resolvers.organisation import root_unit
from resolvers.statute.calendar import HolidaysUnknown
from resolvers.statute.dated import Law
from resolvers.statute.discipline import correction_due

_UUID = UuidType(as_uuid=True)
_ID = bindparam("by_id", type_=_UUID)
_GROUND = select(disqualifier).where(
    disqualifier.c.discipline_id == _ID, disqualifier.c.annulled_at.is_(None)
)
_REPEATED = select(discipline_decision.c.id).where(discipline_decision.c.repeats_id == _ID)
_RESTORE = (
    update(discipline_decision)
    .where(discipline_decision.c.ended_by_id == _ID)
    .values(
        during=func.daterange(
            func.lower(discipline_decision.c.during), discipline_decision.c.expires_on
        ),
        ended_by_id=null(),
        version=discipline_decision.c.version + 1,
    )
)


async def annul_discipline(
    tx: Transaction,
    request: Request,
    *,
    decision_id: UUID,
    version: int,
    because: str,
    reason: str,
    conclusion: Document | None = None,
) -> UUID:
    """Annul a decision on discipline; it stays readable. The decision's id.

    Its ground is annulled with it, every class decided on that ground is flagged for the head of
    the managing agency, and what it had ended is in force again. Where somebody was wrongly
    disciplined, his agency owes a public correction (`announce_correction`). Raises NotFound, a
    denial (DISCIPLINE_ANNULLED, OWN_RECORD), StaleVersion, HolidaysNotLaidDown, InvalidInput,
    TextNotAcceptable.
    """
    held = await hold(tx, request, discipline_decision, decision_id)
    state = decision_state(held["annulled_at"])
    who, decision = await whose(tx, request, Action.CorrectDiscipline, held["person_id"], state)
    demand_version(held, version)
    among(because, "because", CORRECTIONS)
    if conclusion is None and because != "misrecorded":
        raise InvalidInput(what="conclusion", allowed="number, day", field="conclusion")
    why = line(reason, "reason", most=MOST_TEXT)
    await save(
        tx,
        discipline_decision,
        decision_id,
        version,
        annulled_because=because,
        annulled_reason=why,
        annulled_by=request.reach.actor,
        annulled_at=request.now,
    )
    resting = await _what_rested_on_it(tx, request, decision, held, why)
    if because == "wrong" and conclusion is not None:
        resting["correction"] = await _owe(tx, request, who, held, conclusion)
    before = {name: held[name] for name in ("decision_no", "form", "version")}
    after = {"because": because, **resting}
    told: dict[str, Any] = {"before": before, "after": after, "reason": why}
    await tell(tx, request, decision, discipline_decision, held, "annul_discipline", **told)
    return decision_id


async def announce_correction(
    tx: Transaction,
    request: Request,
    *,
    correction: UUID,
    version: int,
    announced_on: date,
    document: Document,
) -> UUID:
    """Make public in the agency that somebody was wrongly disciplined, as its head; the id.

    Raises NotFound, a denial (NOT_AGENCY_HEAD, CORRECTION_ANNOUNCED), StaleVersion, InvalidInput,
    TextNotAcceptable.
    """
    held = await hold(tx, request, discipline_correction, correction)
    state = correction_state(held["announced_on"])
    _, decision = await whose(
        tx, request, Action.AnnounceCorrection, held["person_id"], state, unit=held["unit_id"]
    )
    demand_version(held, version)
    if not held["conclusion_day"] <= announced_on <= request.today:
        allowed = f"{held['conclusion_day']} – {request.today}"
        raise InvalidInput(what="announcedOn", allowed=allowed, field="announcedOn")
    values = {"announced_on": announced_on, **document.columns("announcement", dated=True)}
    await save(
        tx,
        discipline_correction,
        correction,
        version,
        **values,
        announced_by=request.reach.actor,
        on_behalf_of=decision.on_behalf_of,
        announced_at=request.now,
    )
    await tell(
        tx, request, decision, discipline_correction, held, "announce_correction", after=values
    )
    return correction


def decision_state(annulled_at: object) -> str:
    """As the policies know it."""
    return "standing" if annulled_at is None else "annulled"


def correction_state(announced_on: object) -> str:
    """As the policies know it."""
    return "waiting" if announced_on is None else "announced"


async def _what_rested_on_it(
    tx: Transaction, request: Request, decision: Decision, held: Row, why: str
) -> dict[str, Any]:
    """Undo what followed by itself, flag what people decided; the ids, for the leaf."""
    async with as_seen_by(tx, held["person_id"]):
        await tx.run(_RESTORE, by_id=held["id"])
        grounds = await tx.rows(_GROUND, by_id=held["id"])
        repeated = await tx.rows(_REPEATED, by_id=held["id"])
    cases: list[UUID] = []
    for ground in grounds:
        await let_through(tx, ground["agency_id"])
        await drop_ground(tx, request, decision, ground, why)
        cases += await flag_classes_of(tx, request, ground)
    return {"cases": cases, "repeated_by": [row["id"] for row in repeated]}


async def _owe(
    tx: Transaction, request: Request, who: Row, held: Row, conclusion: Document
) -> UUID:
    """The correction that the person's agency owes, and by when; raises HolidaysNotLaidDown."""
    paper = conclusion.columns("conclusion", dated=True)
    day = paper["conclusion_day"]
    try:
        due = correction_due(day, Law(day, known=day))
    except HolidaysUnknown as problem:
        raise HolidaysNotLaidDown(year=problem.year) from None
    return await add(
        tx,
        discipline_correction,
        agency_id=who["agency_id"],
        unit_id=await root_unit(tx, who["agency_id"], request.today),
        person_id=who["id"],
        decision_id=held["id"],
        decision_no=held["decision_no"],
        decision_day=held["decision_day"],
        **paper,
        announce_by=due.day,
        cites=[due.cite],
    )
