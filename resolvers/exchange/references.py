"""What a code of a file refers to: our id, the agency's own code, or another system's.

A code must name exactly one thing. Where it names none, or several, the row is refused with their
number; nothing is guessed from names or from what stands nearby.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Executable, Select, Text, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.days import holds
from resolvers.core.errors import Refusal
from resolvers.core.vietnamese import tidy
from resolvers.exchange.model import shown
from resolvers.exchange.tables import external_code
from resolvers.organisation import agency_code, root_unit
from resolvers.organisation import unit as units
from resolvers.people import person
from resolvers.positions import job_position


class UnknownReference(Refusal):
    """The code {reference} names {count} entries here; allowed: a code that names exactly one."""

    code = "UNKNOWN_REFERENCE"
    vi = "Mã {reference} khớp {count} mục; mã phải chỉ đúng một mục."


Stands = Callable[[Row], bool]

_AGENCY = bindparam("agency", type_=UuidType(as_uuid=True))
_UNITS = select(units).where(units.c.agency_id == _AGENCY)
_POSITIONS = select(job_position).where(job_position.c.agency_id == _AGENCY)
_PEOPLE = select(person, person.c.staff_code.label("code")).where(person.c.agency_id == _AGENCY)
_AGENCY_CODE = select(agency_code.c.code).where(
    agency_code.c.agency_id == _AGENCY, holds(agency_code)
)
_FOREIGN: Select[tuple[str, str, UUID]] = select(
    external_code.c.scheme, external_code.c.code, external_code.c.target_id
).where(
    external_code.c.agency_id == _AGENCY,
    external_code.c.object_type == bindparam("kind", type_=Text),
    holds(external_code),
)


@dataclass(frozen=True, slots=True)
class Codes:
    """The entries of one kind, and what each code of any system says of them on a day."""

    entries: Mapping[UUID, Row]
    named: Mapping[str, frozenset[UUID]]

    def one(self, reference: str, field: str, stands: Stands = lambda _: True) -> Row:
        """The one entry that a code names among those that stand; raises UnknownReference."""
        known = (self.entries[id] for id in self.candidates(reference) if id in self.entries)
        found = [entry for entry in known if stands(entry)]
        if len(found) != 1:
            raise UnknownReference(reference=shown(reference), count=len(found), field=field)
        return found[0]

    def candidates(self, reference: str) -> frozenset[UUID]:
        """Every entry that a code may mean."""
        return self.named.get(tidy(reference), frozenset()) | as_id(reference)


async def codes_of_units(tx: Transaction, agency: UUID, day: date) -> Codes:
    """The units of an agency; its electronic code names the unit at its root.

    Source: Decision 20/2020/QĐ-TTg, art. 4.
    """
    names = await foreign_codes(tx, agency, "unit", day)
    official = await tx.value(_AGENCY_CODE, agency=agency, day=day)
    root = await root_unit(tx, agency, day)
    if official is not None and root is not None:
        names.append((official, root))
    return await _codes(tx, _UNITS, agency, names)


async def codes_of_positions(tx: Transaction, agency: UUID, day: date) -> Codes:
    """The job positions of an agency."""
    names = await foreign_codes(tx, agency, "position", day)
    return await _codes(tx, _POSITIONS, agency, names)


async def codes_of_people(tx: Transaction, agency: UUID, day: date) -> Codes:
    """The people whose files an agency keeps, by its staff codes among others."""
    names = await foreign_codes(tx, agency, "person", day)
    return await _codes(tx, _PEOPLE, agency, names)


async def foreign_codes(
    tx: Transaction, agency: UUID, kind: str, day: date
) -> list[tuple[str, UUID]]:
    """What other systems call an agency's entries of a kind: as "code", and as "scheme:code"."""
    rows = await tx.rows(_FOREIGN, agency=agency, kind=kind, day=day)
    plain = [(row["code"], row["target_id"]) for row in rows]
    return [*plain, *((f"{row['scheme']}:{row['code']}", row["target_id"]) for row in rows)]


def named(names: Iterable[tuple[str | None, UUID]]) -> Mapping[str, frozenset[UUID]]:
    """What each code names."""
    found: defaultdict[str, set[UUID]] = defaultdict(set)
    for code, id in names:
        if code is not None:
            found[tidy(code)].add(id)
    return {code: frozenset(ids) for code, ids in found.items()}


def as_id(reference: str) -> frozenset[UUID]:
    """Our own id, if the reference is written like one."""
    try:
        return frozenset({UUID(reference)})
    except ValueError:
        return frozenset()


async def _codes(
    tx: Transaction, statement: Executable, agency: UUID, names: Sequence[tuple[str, UUID]]
) -> Codes:
    rows = await tx.rows(statement, agency=agency)
    own = [(row["code"], row["id"]) for row in rows]
    return Codes({row["id"]: row for row in rows}, named([*own, *names]))
