"""What a register says of a person is corrected: the name, the staff code, the personal number."""

from typing import Any
from uuid import UUID

from authz.actions import Action
from authz.decide import Decision
from authz.facts import AgencyFacts
from resolvers.audit import record
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import demand_version, save
from resolvers.people.names import PersonName, person_name
from resolvers.people.numbers import SealedNumber, Sealer, sealed_number
from resolvers.people.tables import person as people


class StaffCodeTaken(Refusal):
    """Somebody else in the agency has the staff code {staff_code}."""

    code = "STAFF_CODE_TAKEN"
    vi = "Mã công chức {staff_code} đã được dùng trong cơ quan."


class PersonalNumberTaken(Refusal):
    """This personal identification number is registered already."""

    code = "PERSONAL_NUMBER_TAKEN"
    vi = "Số định danh cá nhân này đã được đăng ký."


async def correct_person(
    tx: Transaction,
    request: Request,
    *,
    person: UUID,
    version: int,
    full_name: str | None = None,
    staff_code: str | None = None,
    personal_number: str | None = None,
    sealer: Sealer | None = None,
) -> UUID:
    """Correct what is given of a person whose file the agency keeps; the person's id.

    A personal number needs the sealer. Raises NotFound, a denial, StaleVersion, InvalidInput where
    nothing is given, NameNotAcceptable, PersonalNumberForm, PersonalNumberTaken, StaffCodeTaken,
    TextNotAcceptable.
    """
    found = await hold(tx, request, people, person)
    decision = demand(request, Action.CorrectPerson, AgencyFacts(found["agency_id"]))
    demand_version(found, version)
    if full_name is None and staff_code is None and personal_number is None:
        raise InvalidInput(what="fullName, staffCode", allowed="1…", field="fullName")
    await corrected(
        tx,
        request,
        decision,
        found,
        full_name=full_name,
        staff_code=staff_code,
        number=sealed(personal_number, sealer),
    )
    return person


async def corrected(
    tx: Transaction,
    request: Request,
    decision: Decision,
    found: Row,
    *,
    full_name: str | None = None,
    staff_code: str | None = None,
    number: SealedNumber | None = None,
) -> bool:
    """Write what differs from a person's row, with its leaf; whether anything did.

    The caller has asked permission. Raises as `correct_person`, without its own checks.
    """
    values: dict[str, Any] = {}
    if full_name is not None and (name := person_name(full_name)).full != found["full_name"]:
        values |= named(name)
    if staff_code is not None:
        code = line(staff_code, "staffCode", most=50)
        values |= {"staff_code": code} if code != found["staff_code"] else {}
    if number is not None and number.hash != found["personal_number_hash"]:
        values |= numbered(number)
    if not values:
        return False
    try:
        async with tx.savepoint():
            await save(tx, people, found["id"], found["version"], **values)
    except Violated as violated:
        raise taken(violated, staff_code) from None
    told = [each for each in ("full_name", "staff_code") if each in values]
    # The trail says that a number was corrected, and never which.
    also = {"personal_number": "corrected"} if "personal_number_hash" in values else {}
    await record(
        tx,
        request,
        decision,
        deed="correct_person",
        subject=("person", found["id"]),
        agency=found["agency_id"],
        before={each: found[each] for each in told},
        after={**{each: values[each] for each in told}, **also},
    )
    return True


def named(name: PersonName) -> dict[str, str]:
    """A name as its row keeps it."""
    return {
        "full_name": name.full,
        "given_name": name.given,
        "sort_key": name.sort_key,
        "search_key": name.search_key,
    }


def numbered(number: SealedNumber | None) -> dict[str, bytes]:
    """A personal number as its row keeps it."""
    if number is None:
        return {}
    return {"personal_number_sealed": number.sealed, "personal_number_hash": number.hash}


def sealed(personal_number: str | None, sealer: Sealer | None) -> SealedNumber | None:
    """A number sealed; raises PersonalNumberForm."""
    if personal_number is None:
        return None
    if sealer is None:
        raise TypeError("a personal number is never stored without a sealer")
    return sealed_number(personal_number, sealer)


def taken(violated: Violated, staff_code: str | None) -> Refusal:
    """The refusal that a broken constraint of the register is told as."""
    if violated.constraint == "person_personal_number_hash_key":
        return PersonalNumberTaken(field="personalNumber")
    return StaffCodeTaken(staff_code=staff_code, field="staffCode")
