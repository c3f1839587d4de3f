"""Party organisations and collectives are founded beneath one another, and closed when empty."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, exists, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import PartyBodyFacts
from resolvers.core.arguments import among, line
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.days import days, holds_from
from resolvers.core.errors import NotFound, Refusal
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, demand_version, end
from resolvers.party.holding import held_body, tell
from resolvers.party.model import MOST_CODE, MOST_NAME
from resolvers.party.tables import (
    BODY_KINDS,
    COMMITTEES,
    PARTY_BODIES_PROPER,
    party_body,
    party_member,
    party_office,
)


class PartyBodyMisplaced(Refusal):
    """A body of the kind {kind} does not stand there; it stands beneath: {beneath}."""

    code = "PARTY_BODY_MISPLACED"
    vi = "Tổ chức, tập thể loại {kind} không thể đặt tại đó; chỉ trực thuộc: {beneath}."


class PartyBodyCodeTaken(Refusal):
    """The code {given} belongs to another Party organisation."""

    code = "PARTY_BODY_CODE_TAKEN"
    vi = "Mã {given} đã được dùng cho tổ chức đảng khác."


BENEATH: Mapping[str, tuple[str, ...]] = {
    "committee": ("committee",),
    "grassroots_committee": ("committee",),
    "grassroots_branch": ("committee",),
    "branch": COMMITTEES,
    "leadership": PARTY_BODIES_PROPER,
    "mass_organisation": PARTY_BODIES_PROPER,
}
"""Beneath which kinds of bodies each kind stands."""
ON_TOP = ("committee", "grassroots_committee", "grassroots_branch")
"""What may stand on top of a node's tree: whatever is above it is reviewed elsewhere."""
_UUID = UuidType(as_uuid=True)
_BODY = bindparam("body", type_=_UUID)
_OCCUPIED = select(
    exists().where(party_member.c.body_id == _BODY, holds_from(party_member))
    | exists().where(party_office.c.body_id == _BODY, holds_from(party_office))
    | exists().where(party_body.c.parent_id == _BODY, holds_from(party_body))
)


async def found_party_body(
    tx: Transaction,
    request: Request,
    *,
    parent: UUID | None = None,
    kind: str,
    code: str,
    name: str,
    begins: date,
    agency: UUID | None = None,
    unit: UUID | None = None,
) -> UUID:
    """Found a Party organisation or a collective; its id.

    `agency` and `unit` are what it corresponds to in the state's organisation. Only the operator
    founds what stands on top. Raises NotFound, a denial (NO_PARTY_OFFICE), PartyBodyMisplaced,
    PartyBodyCodeTaken, InvalidInput, TextNotAcceptable.
    """
    among(kind, "kind", BODY_KINDS)
    above = None if parent is None else await held_body(tx, request, parent)
    decision = demand(request, Action.FoundPartyBody, PartyBodyFacts(parent))
    _demand_place(kind, above)
    values = {
        "parent_id": parent,
        "kind": kind,
        "code": line(code, "code", most=MOST_CODE),
        "name": line(name, "name", most=MOST_NAME),
        "agency_id": agency,
        "unit_id": unit,
        "during": days(begins),
    }
    try:
        async with tx.savepoint():
            id = await add(tx, party_body, **values)
    except Violated as broken:
        raise _refused(broken, code) from None
    told = {name: value for name, value in values.items() if name != "during"}
    subject = ("party_body", id)
    await tell(
        tx, request, decision, Action.FoundPartyBody, subject, after={**told, "begins": begins}
    )
    return id


async def close_party_body(
    tx: Transaction, request: Request, *, body: UUID, version: int, ends: date
) -> UUID:
    """Close a body that nobody belongs to any more; from `ends` on it is no more. Its id.

    Raises NotFound, a denial (NO_PARTY_OFFICE, PARTY_BODY_OCCUPIED, PARTY_BODY_CLOSED),
    StaleVersion.
    """
    found = await held_body(tx, request, body)
    occupied = await tx.value(_OCCUPIED, body=body, day=ends)
    closed = found["during"].upper is not None
    facts = PartyBodyFacts(found["parent_id"], closed=closed, occupied=occupied)
    decision = demand(request, Action.ClosePartyBody, facts)
    demand_version(found, version)
    await end(tx, party_body, {"id": body}, ends)
    subject = ("party_body", body)
    await tell(tx, request, decision, Action.ClosePartyBody, subject, after={"ends": ends})
    return body


def _demand_place(kind: str, above: Row | None) -> None:
    """Raises PartyBodyMisplaced."""
    fits = kind in ON_TOP if above is None else above["kind"] in BENEATH[kind]
    if not fits or (above is not None and above["during"].upper is not None):
        raise PartyBodyMisplaced(kind=kind, beneath=", ".join(BENEATH[kind]), field="parent")


def _refused(broken: Violated, code: str) -> Refusal:
    if broken.constraint == "party_body_code_once_per_day":
        return PartyBodyCodeTaken(given=code, field="code")
    if broken.constraint == "party_body_leads_an_agency_check":
        return PartyBodyMisplaced(kind="leadership", beneath="agency", field="agency")
    return NotFound(id=broken.constraint, field="agency")
