"""Persons: registered with the agency that keeps their file, and linked to their logins."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, Text, bindparam, delete, select, union
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import AgencyFacts, LoginFacts
from resolvers.audit import record
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.days import holds_from
from resolvers.core.errors import NotFound, Refusal
from resolvers.core.fence import as_seen_by
from resolvers.core.finding import find
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add
from resolvers.organisation import agency as agencies
from resolvers.organisation import quarterly_years
from resolvers.people.corrections import named, numbered, sealed, taken
from resolvers.people.names import person_name
from resolvers.people.numbers import Sealer, number_hash
from resolvers.people.tables import login, mandate, posting
from resolvers.people.tables import person as people


class LoginTaken(Refusal):
    """The login is linked already, or the person has another one at the same issuer."""

    code = "LOGIN_TAKEN"
    vi = "Tài khoản đã được gắn, hoặc công chức đã có tài khoản khác tại cùng nơi cấp."


VOUCHED = Decision(
    True, "issuer-vouches-for-the-number", "Design: map by SoDinhDanh where the issuer is trusted"
)
"""What allows a first login to link itself: not a policy, but the operator's claim mapping."""

_PERSON = bindparam("person", type_=UuidType(as_uuid=True))
_ISSUER, _SUBJECT = bindparam("issuer", type_=Text), bindparam("subject", type_=Text)
_OF_LOGIN = select(login.c.person_id).where(login.c.issuer == _ISSUER, login.c.subject == _SUBJECT)
_MET = _OF_LOGIN.add_columns(quarterly_years(people.c.agency_id).label("quarters")).join(
    people, people.c.id == login.c.person_id
)
_AT_ISSUER = select(login.c.id).where(login.c.issuer == _ISSUER, login.c.person_id == _PERSON)
_TAKEN = (
    delete(login)
    .where(login.c.id == bindparam("login", type_=UuidType(as_uuid=True)))
    .where(login.c.person_id == _PERSON)
    .returning(login.c.issuer, login.c.subject)
)
_OF_NUMBER = select(people.c.id, people.c.agency_id).where(
    people.c.personal_number_hash == bindparam("hash", type_=LargeBinary)
)
_AGENCIES = union(
    select(people.c.agency_id).where(people.c.id == _PERSON),
    select(posting.c.agency_id).where(posting.c.person_id == _PERSON, holds_from(posting)),
    select(mandate.c.agency_id).where(mandate.c.person_id == _PERSON, holds_from(mandate)),
)


async def register_person(
    tx: Transaction,
    request: Request,
    *,
    agency: UUID,
    full_name: str,
    staff_code: str | None = None,
    personal_number: str | None = None,
    sealer: Sealer | None = None,
) -> UUID:
    """Register a civil servant with the agency that keeps the file; the person's id.

    A personal number needs the sealer. Raises NotFound, a denial, NameNotAcceptable,
    PersonalNumberForm, PersonalNumberTaken, StaffCodeTaken, TextNotAcceptable.
    """
    await find(tx, request, agencies, agency)
    decision = demand(request, Action.RegisterPerson, AgencyFacts(agency))
    name = person_name(full_name)
    staff_code = None if staff_code is None else line(staff_code, "staffCode", most=50)
    values: dict[str, Any] = {
        "agency_id": agency,
        **named(name),
        "staff_code": staff_code,
        **numbered(sealed(personal_number, sealer)),
    }
    try:
        async with tx.savepoint():
            id = await add(tx, people, **values)
    except Violated as violated:
        raise taken(violated, staff_code) from None
    await record(
        tx,
        request,
        decision,
        deed="register_person",
        subject=("person", id),
        agency=agency,
        after={"full_name": name.full, "staff_code": staff_code},
    )
    return id


async def link_login(
    tx: Transaction, request: Request, *, person: UUID, issuer: str, subject: str
) -> UUID:
    """Link a login of an identity provider to a person; the person's id.

    Raises NotFound, a denial, LoginTaken, TextNotAcceptable.
    """
    found = await find(tx, request, people, person)
    decision = demand(request, Action.LinkLogin, await _login_facts(tx, request, person))
    await _link(tx, request, decision, person, found["agency_id"], (issuer, subject))
    return person


async def unlink_login(tx: Transaction, request: Request, *, person: UUID, login_id: UUID) -> UUID:
    """Take a login away from a person: its very next request is nobody's. The person's id.

    Raises NotFound, also where the login is not that person's, and a denial.
    """
    found = await find(tx, request, people, person)
    decision = demand(request, Action.UnlinkLogin, await _login_facts(tx, request, person))
    taken_away = await tx.row(_TAKEN, login=login_id, person=person)
    if taken_away is None:
        raise NotFound(id=login_id)
    await record(
        tx,
        request,
        decision,
        deed="unlink_login",
        subject=("person", person),
        agency=found["agency_id"],
        before={"issuer": taken_away["issuer"], "subject": taken_away["subject"]},
    )
    return person


async def link_by_number(
    tx: Transaction,
    request: Request,
    *,
    issuer: str,
    subject: str,
    personal_number: str,
    sealer: Sealer,
) -> UUID:
    """Link the login by which the person of the request signs in for the first time.

    For the gateway alone, where the operator's mapping trusts the issuer for personal numbers: it
    looks the person up (`person_of_number`) and asks as that person. Raises NotFound where the
    number is not that person's, PersonalNumberForm, LoginTaken.
    """
    hashed = number_hash(personal_number, sealer)
    found = await tx.row(_OF_NUMBER, hash=hashed)
    if found is None or found["id"] != request.reach.person:
        raise NotFound(id=request.reach.person)
    await _link(tx, request, VOUCHED, found["id"], found["agency_id"], (issuer, subject))
    return UUID(str(found["id"]))


async def person_of_login(tx: Transaction, issuer: str, subject: str) -> UUID | None:
    """The person whom a login is linked to."""
    row = await tx.row(_OF_LOGIN, issuer=issuer, subject=subject)
    return None if row is None else row["person_id"]


async def met_at_login(tx: Transaction, issuer: str, subject: str, today: date) -> Row | None:
    """The person whom a login is linked to, as `person_id`, and as `quarters` the years up to the
    next in which his agency scores by the quarter."""
    return await tx.row(_MET, issuer=issuer, subject=subject, today=today)


async def person_of_number(tx: Transaction, personal_number: str, sealer: Sealer) -> UUID | None:
    """The person with a personal number; raises PersonalNumberForm."""
    row: Row | None = await tx.row(_OF_NUMBER, hash=number_hash(personal_number, sealer))
    return None if row is None else row["id"]


async def _login_facts(tx: Transaction, request: Request, person: UUID) -> LoginFacts:
    # An agency that the doer does not reach counts all the same: its doors would open as well.
    async with as_seen_by(tx, person):
        rows = await tx.rows(_AGENCIES, person=person, day=request.today)
    return LoginFacts(person, frozenset(row["agency_id"] for row in rows))


async def _link(
    tx: Transaction,
    request: Request,
    decision: Decision,
    person: UUID,
    agency: UUID,
    account: tuple[str, str],
) -> None:
    issuer, subject = (line(text, "login", most=500) for text in account)
    if await tx.value(_AT_ISSUER, person=person, issuer=issuer) is not None:
        raise LoginTaken(field="subject")
    values = {"person_id": person, "issuer": issuer, "subject": subject}
    try:
        async with tx.savepoint():
            await add(tx, login, linked_at=request.now, **values)
    except Violated:
        raise LoginTaken(field="subject") from None
    await record(
        tx,
        request,
        decision,
        deed="link_login",
        subject=("person", person),
        agency=agency,
        after={"issuer": issuer, "subject": subject},
    )
