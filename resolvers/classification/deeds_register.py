"""The register of what forces, or may force, the lowest level (art. 11.3 and 20.4)."""

from dataclasses import dataclass
from datetime import MINYEAR, date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import RegisterFacts
from resolvers.audit import record
from resolvers.classification.alerting import alert_deciders
from resolvers.classification.flags import flag_classes_of
from resolvers.classification.holding import CURRENT
from resolvers.classification.model import MOST_REASON, reason_in
from resolvers.classification.registers import FORMS, KINDS, SOURCES, disqualifier
from resolvers.classification.tables import classification
from resolvers.core.arguments import among, line
from resolvers.core.database import Row, Transaction
from resolvers.core.days import DAY, holds
from resolvers.core.documents import Document
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.fence import as_seen_by
from resolvers.core.finding import find, hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, demand_version, save
from resolvers.organisation import agency, classifying_units
from resolvers.people import person as people
from resolvers.people import posting


class FormNotGiven(Refusal):
    """Discipline has a form, a source and a decision; a conclusion has no form and no source."""

    code = "DISCIPLINE_FORM"
    vi = "Kỷ luật phải có hình thức, hệ thống xử lý và quyết định; kết luận thì không."


class OtherPersonsAct(Refusal):
    """The other record about the same act concerns somebody else."""

    code = "OTHER_PERSONS_ACT"
    vi = "Ghi nhận về cùng hành vi không phải của công chức này."


class YearDecidedOtherwise(Refusal):
    """The year {year} did not end with the lowest level: this act has not decided it."""

    code = "YEAR_DECIDED_OTHERWISE"
    vi = (
        "Năm {year} không xếp loại ở mức không hoàn thành nhiệm vụ nên hành vi này chưa được dùng"
        " làm căn cứ của năm đó."
    )


class GroundOfDecision(Refusal):
    """This ground comes from a decision in the register of discipline; annul that one."""

    code = "GROUND_OF_A_DECISION"
    vi = "Căn cứ này phát sinh từ quyết định trong sổ kỷ luật; cần hủy bỏ quyết định đó."


_CLASS = select(classification.c.applied_level).where(
    classification.c.person_id == bindparam("person", type_=UuidType(as_uuid=True)),
    classification.c.year == bindparam("year"),
    CURRENT,
    classification.c.state != "withdrawn",
)
DISCIPLINE = ("duty_discipline", "party_discipline", "unrelated_discipline")
OF_A_SOURCE = {"duty_discipline": SOURCES, "party_discipline": ("party",)}
_UUID = UuidType(as_uuid=True)
_ROUTE = classifying_units(
    select(
        posting.c.id.label("key"), posting.c.unit_id, (posting.c.office == "head").label("above")
    ).where(
        posting.c.person_id == bindparam("person", type_=_UUID), posting.c.main, holds(posting, DAY)
    )
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What was decided or concluded, as the document tells it."""

    kind: str
    """One of the statute's kinds of disqualifiers."""
    effective_on: date
    note: str
    """What it is about, in one line."""
    source: str | None = None
    """party or administrative; of discipline."""
    form: str | None = None
    """reprimand, warning, demotion, dismissal, expulsion; of discipline."""
    decision: Document | None = None
    """None for an act that no decision has followed yet (art. 11.3b)."""
    act_on: date | None = None
    same_act_as: UUID | None = None
    """Another record about the same act: they count in one year together (art. 11.3a)."""
    fault_agency: UUID | None = None
    """The agency where the act happened, if not the one where the person works (art. 11.3c)."""
    discipline_agency: UUID | None = None
    """The agency where it was disciplined and served, likewise."""
    used_in: int | None = None
    """The year whose classification it has decided already (art. 11.3b)."""

    def columns(self) -> dict[str, Any]:
        """As a row keeps it; raises FormNotGiven, InvalidInput, TextNotAcceptable."""
        among(self.kind, "kind", KINDS)
        disciplined = self.kind in DISCIPLINE
        if disciplined != (self.form is not None) or disciplined != (self.source is not None):
            raise FormNotGiven(field="form")
        if disciplined and self.decision is None and self.used_in is None:
            raise FormNotGiven(field="decision")
        if self.form is not None and self.source is not None:
            among(self.form, "form", FORMS)
            among(self.source, "source", OF_A_SOURCE.get(self.kind, SOURCES))
        if self.act_on is not None and self.act_on > self.effective_on:
            raise InvalidInput(what="actOn", allowed=f"≤ {self.effective_on}", field="actOn")
        self._demand_used_before()
        papers = {} if self.decision is None else self.decision.columns("decision", dated=True)
        return {
            "kind": self.kind,
            "source": self.source,
            "form": self.form,
            "effective_on": self.effective_on,
            "act_on": self.act_on,
            "same_act_as": self.same_act_as,
            "fault_agency_id": self.fault_agency,
            "discipline_agency_id": self.discipline_agency,
            "used_in": self.used_in,
            "note": line(self.note, "note", most=MOST_REASON),
            **papers,
        }

    def _demand_used_before(self) -> None:
        """A year decided before the decision, and not before the act; raises InvalidInput.

        A later one would take the ground out of every year that it forces.
        """
        if self.used_in is None:
            return
        last = self.effective_on.year
        first = min(last, MINYEAR if self.act_on is None else self.act_on.year)
        if not first <= self.used_in <= last:
            told = f"≤ {last}" if self.act_on is None else f"{first}–{last}"
            raise InvalidInput(what="usedIn", allowed=told, field="usedIn")


async def record_disqualifier(
    tx: Transaction, request: Request, *, person: UUID, ground: Ground
) -> UUID:
    """Record what counts in a person's year, never one's own; the record's id.

    Raises NotFound, a denial (OWN_RECORD for one's own), OtherPersonsAct, FormNotGiven,
    YearDecidedOtherwise, InvalidInput, TextNotAcceptable.
    """
    who = await find(tx, request, people, person)
    facts = RegisterFacts(person, who["agency_id"])
    decision = demand(request, Action.RecordDisqualifier, facts)
    return await keep_ground(tx, request, decision, who, ground)


async def keep_ground(
    tx: Transaction,
    request: Request,
    decision: Decision,
    who: Row,
    ground: Ground,
    *,
    discipline: UUID | None = None,
    act: UUID | None = None,
) -> UUID:
    """Record a ground that the policies have allowed, here or in the register of discipline.

    Where it weighs in a year already decided, the class is flagged to who decided it.

    `who` is the person's row, `discipline` the decision that it comes from, `act` the first record
    about the same act where the caller has found it; the record's id is returned. Raises NotFound,
    OtherPersonsAct, FormNotGiven, YearDecidedOtherwise, InvalidInput, TextNotAcceptable.
    """
    person: UUID = who["id"]
    told = ground.columns()
    await _demand_decided_by_it(tx, person, ground.used_in)
    for place in (ground.fault_agency, ground.discipline_agency):
        if place is not None:
            await find(tx, request, agency, place)
    if ground.same_act_as is not None:
        told["same_act_as"] = act or await _root(tx, request, person, ground.same_act_as)
    route = await tx.row(_ROUTE, person=person, day=request.today)
    id = await add(
        tx,
        disqualifier,
        agency_id=who["agency_id"],
        classifying_unit_id=route["classifying_unit_id"] if route else None,
        person_id=person,
        discipline_id=discipline,
        recorded_by=request.reach.actor,
        recorded_at=request.now,
        **told,
    )
    flagged = await alert_deciders(tx, request, person, id)
    await record(
        tx,
        request,
        decision,
        deed="record_disqualifier",
        subject=("disqualifier", id),
        agency=who["agency_id"],
        after={"person": person, **told, "flagged": flagged},
    )
    return id


async def annul_disqualifier(
    tx: Transaction, request: Request, *, disqualifier_id: UUID, version: int, reason: str
) -> UUID:
    """Annul a record that should not stand, with a reason; it stays readable. The record's id.

    A class decided on it is flagged to who decided it.
    Raises NotFound, a denial (RECORD_ENDED, OWN_RECORD), GroundOfDecision where it comes from the
    register of discipline, StaleVersion, TextNotAcceptable.
    """
    held = await hold(tx, request, disqualifier, disqualifier_id)
    who = await find(tx, request, people, held["person_id"])
    facts = RegisterFacts(held["person_id"], who["agency_id"], held["annulled_at"] is not None)
    decision = demand(request, Action.AnnulDisqualifier, facts)
    demand_version(held, version)
    if held["discipline_id"] is not None:
        raise GroundOfDecision()
    await drop_ground(tx, request, decision, held, reason_in(reason))
    await flag_classes_of(tx, request, held)
    return disqualifier_id


async def drop_ground(
    tx: Transaction, request: Request, decision: Decision, held: Row, why: str
) -> None:
    """Annul a held record; the policies have allowed it, here or in the register of discipline."""
    await save(
        tx,
        disqualifier,
        held["id"],
        held["version"],
        annulled_by=request.reach.actor,
        annulled_at=request.now,
        annulled_reason=why,
    )
    await record(
        tx,
        request,
        decision,
        deed="annul_disqualifier",
        subject=("disqualifier", held["id"]),
        agency=held["agency_id"],
        before={name: held[name] for name in ("kind", "decision_no", "effective_on", "version")},
        after={"annulled_at": request.now},
        reason=why,
    )


async def _demand_decided_by_it(tx: Transaction, person: UUID, year: int | None) -> None:
    """The year that the act is said to have decided did end with the lowest level (art. 11.3b).

    Else the ground would count in no year. Of a year without a class here, which may be from before
    the first one on record, the document is believed. Raises YearDecidedOtherwise.
    """
    if year is None:
        return
    async with as_seen_by(tx, person):
        found = await tx.row(_CLASS, person=person, year=year)
    if found is not None and found["applied_level"] != "NOT_COMPLETED":
        raise YearDecidedOtherwise(year=year, field="usedIn")


async def _root(tx: Transaction, request: Request, person: UUID, other: UUID) -> UUID:
    """The first record about the act, to which the others point; raises NotFound."""
    found = await find(tx, request, disqualifier, other)
    if found["person_id"] != person:
        raise OtherPersonsAct(field="sameActAs")
    root: UUID = found["same_act_as"] or found["id"]
    return root
