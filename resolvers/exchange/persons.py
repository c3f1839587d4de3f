"""The persons of a staff list: found, corrected where the list says otherwise, or registered."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Text, and_, bindparam, or_, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.decide import Decision
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import Refusal
from resolvers.core.request import Request
from resolvers.exchange.model import Outcome, StaffRow, shown
from resolvers.exchange.references import UnknownReference, as_id
from resolvers.people import (
    Sealer,
    corrected,
    person_of_number,
    register_person,
    sealed_number,
)
from resolvers.people import person as people


class PersonalNumberDiffers(Refusal):
    """The person with this staff code is registered with another personal number."""

    code = "PERSONAL_NUMBER_DIFFERS"
    vi = "Người mang mã công chức này đã được đăng ký với số định danh cá nhân khác."


_ID = UuidType(as_uuid=True)
_CANDIDATES = select(people).where(
    or_(
        and_(
            people.c.agency_id == bindparam("agency", type_=_ID),
            people.c.staff_code == bindparam("code", type_=Text),
        ),
        people.c.id == bindparam("ids", type_=ARRAY(_ID)).any_(),
    )
)


@dataclass(frozen=True, slots=True)
class Register:
    """The register of persons as one agency's staff list changes it."""

    agency: UUID
    foreign: Mapping[str, frozenset[UUID]]
    """Whom other systems' codes name."""
    decision: Decision
    sealer: Sealer

    async def person(
        self, tx: Transaction, request: Request, row: StaffRow
    ) -> tuple[UUID, Outcome]:
        """The person of a row, and what became of his entry.

        He is found by staff code (our id and other systems' codes do too), then by personal number.
        Raises UnknownReference, PersonalNumberDiffers, and what registering him raises.
        """
        found = await self._found(tx, row)
        if found is not None:
            return found["id"], await self._corrected(tx, request, row, found)
        registered = await register_person(
            tx,
            request,
            agency=self.agency,
            full_name=row.full_name,
            staff_code=row.staff_code,
            personal_number=row.personal_number,
            sealer=self.sealer,
        )
        return registered, Outcome.CREATED

    async def _found(self, tx: Transaction, row: StaffRow) -> Row | None:
        holder = None
        if row.personal_number is not None:
            holder = await person_of_number(tx, row.personal_number, self.sealer)
        code = line(row.staff_code, "staff_code", most=50)
        ours = as_id(code)
        ids = ours | self.foreign.get(code, frozenset()) | ({holder} if holder else frozenset())
        found = await tx.rows(_CANDIDATES, agency=self.agency, code=code, ids=sorted(ids))
        # An id that nobody has is no new staff code, and no number stands in for it.
        if ours and not ours & {each["id"] for each in found}:
            raise UnknownReference(reference=shown(code), count=0, field="staff_code")
        if len(found) > 1:
            raise UnknownReference(reference=shown(code), count=len(found), field="staff_code")
        if not found:
            return None
        other = found[0]["personal_number_hash"] is not None and holder is None
        if other and row.personal_number is not None:
            raise PersonalNumberDiffers(field="personal_number")
        return found[0]

    async def _corrected(
        self, tx: Transaction, request: Request, row: StaffRow, found: Row
    ) -> Outcome:
        """Write what the list says anew of somebody whose file the agency itself keeps."""
        if found["agency_id"] != self.agency:
            return Outcome.UNCHANGED
        code = line(row.staff_code, "staff_code", most=50)
        named_otherwise = bool(as_id(code)) or found["id"] in self.foreign.get(code, frozenset())
        number = None
        if row.personal_number is not None and found["personal_number_hash"] is None:
            number = sealed_number(row.personal_number, self.sealer)
        written = await corrected(
            tx,
            request,
            self.decision,
            found,
            full_name=row.full_name,
            staff_code=None if named_otherwise else code,
            number=number,
        )
        return Outcome.UPDATED if written else Outcome.UNCHANGED
