"""A person's own inbox, and where he is written to."""

import re
from uuid import UUID

from authz.actions import Action
from authz.facts import ContactFacts, NoticeFacts
from resolvers.audit import record
from resolvers.core.arguments import among
from resolvers.core.database import Transaction
from resolvers.core.days import days
from resolvers.core.errors import Refusal
from resolvers.core.finding import find, hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import save, succeed
from resolvers.duties.tables import LANGUAGES
from resolvers.duties.tables import contact as contacts
from resolvers.duties.tables import notice as notices
from resolvers.people import person as people

MOST_ADDRESS = 254
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
"""As browsers check an address (HTML standard), with a dot in its domain; no letter beyond ASCII,
for that is what every mail server takes."""


class AddressNotAcceptable(Refusal):
    """This is not an e-mail address such as an.nguyen@example.vn."""

    code = "ADDRESS_NOT_ACCEPTABLE"
    vi = "Địa chỉ thư điện tử không hợp lệ; ví dụ hợp lệ: an.nguyen@example.vn."


async def mark_notice(
    tx: Transaction, request: Request, *, notice: UUID, version: int, read: bool = True
) -> UUID:
    """Mark a notice in one's own inbox as read, or as unread again; its id.

    Raises NotFound, NOT_THE_PERSON, StaleVersion.
    """
    found = await hold(tx, request, notices, notice)
    decision = demand(request, Action.MarkNotice, NoticeFacts(found["person_id"]))
    at = request.now if read else None
    await save(tx, notices, notice, version, read_at=at)
    await record(
        tx,
        request,
        decision,
        deed="mark_notice",
        subject=("notice", notice),
        agency=found["agency_id"],
        before={"read_at": found["read_at"]},
        after={"read_at": at},
    )
    return notice


async def set_contact(
    tx: Transaction, request: Request, *, person: UUID, email: str, language: str = "vi"
) -> UUID:
    """Write to a person at this address from today on, in "vi" or "en"; the contact's id.

    What was set before ends today. Raises NotFound, a denial, AddressNotAcceptable, InvalidInput.
    """
    found = await find(tx, request, people, person)
    agency = found["agency_id"]
    decision = demand(request, Action.SetContact, ContactFacts(person, agency))
    address = email.strip()
    if len(address) > MOST_ADDRESS or not _ADDRESS.fullmatch(address):
        raise AddressNotAcceptable(field="email")
    tongue = among(language, "language", LANGUAGES)
    id = await succeed(
        tx,
        contacts,
        {"person_id": person},
        days(request.today),
        agency_id=agency,
        email=address,
        language=tongue,
        set_by=request.reach.actor,
    )
    await record(
        tx,
        request,
        decision,
        deed="set_contact",
        subject=("person", person),
        agency=agency,
        after={"contact": id, "language": tongue},
    )
    return id
