"""Offices in Party organisations and collectives: granted by those above, never to oneself."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, exists, func, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import PartyOfficeFacts
from resolvers.core.arguments import among, line
from resolvers.core.database import Transaction, Violated
from resolvers.core.days import days, holds, holds_from
from resolvers.core.errors import NotFound, Refusal
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, demand_version, end
from resolvers.party.holding import body_of, held_body, keeper, over, tell
from resolvers.party.model import MOST_NUMBER
from resolvers.party.tables import (
    PARTY_BODIES_PROPER,
    PARTY_OFFICES,
    READS_BENEATH,
    SPEAKERS,
    party_body,
    party_member,
    party_office,
)


class PartyOfficeMisplaced(Refusal):
    """A body of the kind {body} has no {kind}; it has: {offices}."""

    code = "PARTY_OFFICE_MISPLACED"
    vi = "Tổ chức, tập thể loại {body} không có chức vụ {kind}; chỉ có: {offices}."


class PartyOfficeTaken(Refusal):
    """Somebody holds this office on these days already."""

    code = "PARTY_OFFICE_TAKEN"
    vi = "Chức vụ này đã có người giữ trong thời gian đó."


class NotAPartyMember(Refusal):
    """Only an official Party member beneath the committee that grants it holds this."""

    code = "NOT_A_PARTY_MEMBER"
    vi = "Chỉ đảng viên chính thức thuộc cấp ủy có thẩm quyền mới được giữ chức vụ này."


OFFICES_OF: Mapping[str, tuple[str, ...]] = {
    **{kind: READS_BENEATH for kind in PARTY_BODIES_PROPER},
    "leadership": ("head", "leader"),
    "mass_organisation": ("representative",),
}
"""Which offices each kind of body has."""
_UUID = UuidType(as_uuid=True)
_BODY, _PERSON = bindparam("body", type_=_UUID), bindparam("person", type_=_UUID)
_SECRETARY = (party_office.c.body_id == _BODY, party_office.c.kind == "secretary")
_EVER = select(exists().where(*_SECRETARY))
_OTHERS = select(func.count()).where(
    *_SECRETARY, party_office.c.id != bindparam("office", type_=_UUID), holds_from(party_office)
)


def _belongs() -> Any:
    """Whether a person is an official member of a body, or of a branch beneath it."""
    tree = select(_BODY.label("id")).cte("beneath", recursive=True)
    tree = tree.union(select(party_body.c.id).where(party_body.c.parent_id == tree.c.id))
    return select(
        exists().where(
            party_member.c.person_id == _PERSON,
            party_member.c.body_id.in_(select(tree.c.id)),
            party_member.c.standing == "official",
            party_member.c.activity == "official",
            holds(party_member),
        )
    )


_BELONGS = _belongs()


async def appoint_party_office(
    tx: Transaction,
    request: Request,
    *,
    person: UUID,
    body: UUID,
    kind: str,
    begins: date,
    ends: date | None = None,
    decision_no: str,
) -> UUID:
    """Record that somebody holds an office from a day; the office's id. `ends` is the first day on
    which he no longer does. Of an office that speaks for its body, the earlier holder's ends.

    Raises NotFound, a denial (NO_PARTY_OFFICE, GRANT_TO_SELF), PartyOfficeMisplaced,
    PartyOfficeTaken, NotAPartyMember, EndsBeforeItBegins, InvalidInput.
    """
    among(kind, "kind", PARTY_OFFICES)
    place = await held_body(tx, request, body)
    on_top = place["parent_id"] is None
    first = on_top and not await tx.value(_EVER, body=body)
    facts = PartyOfficeFacts(person, body, keeper(place), kind, first=first)
    decision = demand(request, Action.AppointPartyOffice, facts)
    if kind not in OFFICES_OF[place["kind"]]:
        told = ", ".join(OFFICES_OF[place["kind"]])
        raise PartyOfficeMisplaced(body=place["kind"], kind=kind, offices=told, field="kind")
    # The first secretary comes before the first member: the operator installs him.
    if kind in READS_BENEATH and not request.reach.operator:
        if not await tx.value(_BELONGS, body=keeper(place), person=person, day=begins):
            raise NotAPartyMember(field="person")
    values = {
        "person_id": person,
        "body_id": body,
        "kind": kind,
        "decision_no": line(decision_no, "decisionNo", most=MOST_NUMBER),
        "appointed_by": request.reach.actor,
    }
    try:
        async with tx.savepoint():
            if kind in SPEAKERS:
                await end(tx, party_office, {"body_id": body, "kind": kind}, begins)
            id = await add(tx, party_office, during=days(begins, ends), **values)
    except Violated as broken:
        if broken.constraint.endswith("_fk"):
            raise NotFound(id=person, field="person") from None
        raise PartyOfficeTaken(field="begins") from None
    subject = ("party_office", id)
    after = {**values, "begins": begins, "ends": ends}
    await tell(tx, request, decision, Action.AppointPartyOffice, subject, after=after)
    return id


async def end_party_office(
    tx: Transaction, request: Request, *, office: UUID, version: int, ends: date
) -> UUID:
    """Record that an office ends; from `ends` on it is no more. Its id.

    Raises NotFound, a denial (NO_PARTY_OFFICE, LAST_MANAGER, PARTY_RECORD_ENDED), StaleVersion.
    """
    found = await hold(tx, request, party_office, office)
    place = await body_of(tx, found["body_id"])
    others = await tx.value(_OTHERS, body=place["id"], office=office, day=ends)
    on_top = place["parent_id"] is None
    facts = PartyOfficeFacts(
        found["person_id"],
        place["id"],
        keeper(place),
        found["kind"],
        last=on_top and found["kind"] == "secretary" and not others,
        ended=over(found, request.today),
    )
    decision = demand(request, Action.EndPartyOffice, facts)
    demand_version(found, version)
    await end(tx, party_office, {"id": office}, ends)
    subject = ("party_office", office)
    await tell(tx, request, decision, Action.EndPartyOffice, subject, after={"ends": ends})
    return office
