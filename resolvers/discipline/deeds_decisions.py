"""A decision on discipline is recorded: in the file, and in the year that it counts in.

How this register and that of grounds (`resolvers.classification`) fit: here stands discipline
itself, with its life in time, for whoever decides about the person; there stands what counts in the
class of a year, of which discipline is one part beside conclusions and suspensions. So a decision
makes its ground through that front door, in the same transaction, and never without it; the ground
carries the decision's id and is annulled together with it. A decision on conduct unrelated to duty
makes a record that is no ground (Law 80/2025, art. 38.4), so that everybody sees why it was none.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.dialects.postgresql import DATERANGE
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from resolvers.classification import Ground, OtherPersonsAct, disqualifier, keep_ground
from resolvers.core.arguments import among, line
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.errors import InvalidInput, NotFound, Refusal
from resolvers.core.fence import as_seen_by
from resolvers.core.finding import find, hold
from resolvers.core.ids import new_id
from resolvers.core.request import Request
from resolvers.core.spelling import spelt
from resolvers.core.writing import adding
from resolvers.discipline.deeds_procedures import close
from resolvers.discipline.holding import heads_today, tell, whose
from resolvers.discipline.judging import ActDisciplined, Judged, judged
from resolvers.discipline.model import MOST_TEXT, Ruling
from resolvers.discipline.tables import (
    RELATIONS,
    SOURCES,
    UNLIMITED,
    discipline_decision,
    discipline_procedure,
)
from resolvers.organisation import agency
from resolvers.statute.discipline import FORMS, Relation, Source, ground


class OtherProcedure(Refusal):
    """That procedure is not under way, is about somebody else, or leads to no such decision."""

    code = "NOT_ITS_PROCEDURE"
    vi = "Việc xem xét, xử lý đó đã kết thúc, của người khác hoặc không dẫn đến quyết định này."


_UUID = UuidType(as_uuid=True)
_ID = bindparam("by_id", type_=_UUID)
_GROUND = select(
    disqualifier.c.person_id,
    func.coalesce(disqualifier.c.same_act_as, disqualifier.c.id).label("act"),
).where(disqualifier.c.annulled_at.is_(None))
_OF_DECISION = _GROUND.where(disqualifier.c.discipline_id == _ID)
_EARLIER = _GROUND.where(disqualifier.c.id == _ID)
_END = (
    update(discipline_decision)
    .where(discipline_decision.c.id == _ID)
    .values(
        during=discipline_decision.c.during.op("*")(bindparam("before", type_=DATERANGE)),
        ended_by_id=bindparam("ended_by", type_=_UUID),
        version=discipline_decision.c.version + 1,
    )
)


async def record_discipline(
    tx: Transaction, request: Request, *, person: UUID, ruling: Ruling
) -> UUID:
    """Record a decision on discipline, with the ground that it is in a year; the decision's id.

    It is in force for twelve months and ends by itself; it ends its procedure, and the force of
    what was in force when a new violation was done. Raises NotFound, a denial (OWN_RECORD for one's
    own), OtherProcedure, OtherPersonsAct, ActDisciplined, LimitationOver, FormTooLight,
    DemotionOfNoLeader, NotRepeated, InvalidInput, TextNotAcceptable.
    """
    who, decision = await whose(tx, request, Action.RecordDiscipline, person)
    return await keep_discipline(tx, request, decision, who, ruling)


async def keep_discipline(
    tx: Transaction, request: Request, decision: Decision, who: Row, ruling: Ruling
) -> UUID:
    """Record a decision that the policies have allowed: here, or where it is taken as an action.

    `who` is the person's row, held. Raises as `record_discipline`, but no denial.
    """
    person: UUID = who["id"]
    told = _checked(ruling, request)
    for place in (ruling.fault_agency, ruling.discipline_agency):
        if place is not None:
            await find(tx, request, agency, place)
    procedure = await _procedure(tx, request, person, ruling)
    taken_up = told["decision_day"] if procedure is None else procedure["opened_on"]
    law = await judged(tx, person, ruling, taken_up, request.today)
    id = new_id()
    row = {"id": id, "agency_id": who["agency_id"], "person_id": person}
    await _add(
        tx,
        {
            **row,
            **await heads_today(tx, request, person),
            **told,
            **law.columns(),
            "procedure_id": ruling.procedure,
            "act_id": law.act or id,
            "repeats_id": ruling.repeats,
            "recorded_by": request.reach.actor,
            "recorded_at": request.now,
        },
    )
    await _end_others(tx, person, id, law)
    await _count(tx, request, decision, who, ruling, law, id)
    if procedure is not None:
        await _close(tx, request, procedure, told)
    after = {"person": person, **told, "during": spelt(law.during), "ends": list(law.ends)}
    await tell(tx, request, decision, discipline_decision, row, "record_discipline", after=after)
    return id


def _checked(ruling: Ruling, request: Request) -> dict[str, Any]:
    """What the document says, as a row keeps it; raises InvalidInput, TextNotAcceptable."""
    source = Source(among(ruling.source, "source", SOURCES))
    among(ruling.form, "form", [form.value for form in FORMS[source]])
    among(ruling.relation, "relation", RELATIONS)
    if ruling.unlimited is not None:
        among(ruling.unlimited, "unlimited", UNLIMITED)
    paper = ruling.decision.columns("decision", dated=True)
    days = (ruling.act_on, ruling.counted_from or ruling.act_on, paper["decision_day"])
    if not days[0] <= days[1] <= days[2] <= request.today or ruling.effective_on < days[0]:
        allowed = f"actOn ≤ countedFrom ≤ decision ≤ {request.today}; actOn ≤ effectiveOn"
        raise InvalidInput(what="actOn", allowed=allowed, field="actOn")
    return {
        **{name: getattr(ruling, name) for name in ("source", "form", "relation")},
        "about": line(ruling.about, "about", most=MOST_TEXT),
        "act_on": ruling.act_on,
        "unlimited": ruling.unlimited,
        **paper,
    }


async def _procedure(tx: Transaction, request: Request, person: UUID, ruling: Ruling) -> Row | None:
    """The procedure that the decision ends, held; raises NotFound, OtherProcedure."""
    if ruling.procedure is None:
        return None
    found = await hold(tx, request, discipline_procedure, ruling.procedure)
    own = found["person_id"] == person and found["kind"] == ruling.source
    if not own or found["closed_on"] is not None:
        raise OtherProcedure(field="procedure")
    return found


async def _add(tx: Transaction, values: dict[str, Any]) -> None:
    try:
        async with tx.savepoint():
            await tx.run(adding(discipline_decision), **values)
    except Violated:
        raise ActDisciplined(field="sameActAs") from None


async def _end_others(tx: Transaction, person: UUID, id: UUID, law: Judged) -> None:
    """A new violation's decision ends the force of those before it (art. 2.9)."""
    async with as_seen_by(tx, person):
        for other in law.ends:
            await tx.run(_END, by_id=other, before=_before(law), ended_by=id)


def _before(law: Judged) -> Any:
    return type(law.during)(None, law.during.lower, bounds="[)")


async def _count(
    tx: Transaction,
    request: Request,
    decision: Decision,
    who: Row,
    ruling: Ruling,
    law: Judged,
    id: UUID,
) -> None:
    """Record what the decision is in a year; raises NotFound, OtherPersonsAct."""
    kind = ground(Source(ruling.source), Relation(ruling.relation))
    disciplined = kind.value.endswith("_discipline")
    act = await _act(tx, who["id"], ruling, law)
    counted = Ground(
        kind=kind.value,
        effective_on=ruling.effective_on,
        note=ruling.about,
        source=ruling.source if disciplined else None,
        form=ruling.form if disciplined else None,
        decision=ruling.decision,
        act_on=ruling.act_on,
        same_act_as=act,
        fault_agency=ruling.fault_agency,
        discipline_agency=ruling.discipline_agency,
    )
    await keep_ground(tx, request, decision, who, counted, discipline=id, act=act)


async def _act(tx: Transaction, person: UUID, ruling: Ruling, law: Judged) -> UUID | None:
    """The first record of the register of grounds about the same act, if there is one."""
    asked, id = _EARLIER, ruling.earlier_ground
    if id is None:
        asked, id = _OF_DECISION, law.same
    if id is None:
        return None
    async with as_seen_by(tx, person):
        found = await tx.row(asked, by_id=id)
    if found is None:
        raise NotFound(id=id)
    if found["person_id"] != person:
        raise OtherPersonsAct(field="earlierGround")
    act: UUID = found["act"]
    return act


async def _close(tx: Transaction, request: Request, procedure: Row, told: dict[str, Any]) -> None:
    paper = {f"closing_{name}": told[f"decision_{name}"] for name in ("no", "day", "sha256", "url")}
    closing = max(told["decision_day"], procedure["opened_on"])
    values = {"outcome": "disciplined", "closed_on": closing, "closing_note": told["about"]}
    await close(tx, request, procedure, {**values, **paper})
