"""What a person reaches on a day, in one statement (Decree 335/2025, art. 10)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import bindparam, select, true
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.reach import Headship, Mandate, Reach, nobody
from resolvers.core.authority import authority_stamp
from resolvers.core.database import Row, Transaction
from resolvers.organisation import agency
from resolvers.people.authority import authority
from resolvers.people.tables import login, person

READERS = frozenset({"personnel_officer", "inspector"})
"""The roles that read sheets; an administrator keeps registers and reads none."""

_OF_LOGIN = authority(
    select(login.c.person_id).where(
        login.c.issuer == bindparam("issuer"), login.c.subject == bindparam("subject")
    )
)
_OF_PERSON = authority(
    select(person.c.id.label("person_id")).where(
        person.c.id == bindparam("person", type_=UuidType(as_uuid=True))
    )
)
_OF_OPERATOR = select(authority_stamp.c.stamp, agency.c.id).outerjoin(agency, true())


async def reach_of(tx: Transaction, *, issuer: str, subject: str, today: date) -> Reach:
    """What the person behind a login reaches; nothing for a subject that is linked to nobody."""
    return _read(await tx.rows(_OF_LOGIN, issuer=issuer, subject=subject, day=today), today)


async def reach_of_person(tx: Transaction, person: UUID, today: date) -> Reach:
    """What a person reaches; nothing for an id that nobody has."""
    return _read(await tx.rows(_OF_PERSON, person=person, day=today), today)


async def reach_of_operator(tx: Transaction, today: date) -> Reach:
    """What the command line on the server reaches: all registers, and nobody's sheets."""
    rows = await tx.rows(_OF_OPERATOR)
    nothing = nobody(today, rows[0]["stamp"])
    agencies = frozenset(row["id"] for row in rows if row["id"] is not None)
    return replace(nothing, fence=agencies, operator=True)


def _read(rows: Sequence[Row], today: date) -> Reach:
    stamp, who = rows[0]["stamp"], rows[0]["person_id"]
    if who is None:
        return nobody(today, stamp)
    parts: defaultdict[str | None, list[Row]] = defaultdict(list)
    for row in rows:
        parts[row["what"]].append(row)
    beneath, scored = _by_top(parts["beneath"]), _by_top(parts["scored"])
    stated = [_headship(row) for row in parts["headship"]]
    covered = {row["unit_id"] for each in stated for row in beneath[each.unit]}
    # Of a closed unit nobody does more than he reads.
    headships = [each for each in stated if each.unit in covered]
    mandates = [_mandate(row, beneath[row["unit_id"]]) for row in parts["role"]]
    readers = [each for each in mandates if each.kind in READERS]
    # The agencies directly beneath belong to their managing agency's head and personnel officers.
    managing = [each.unit for each in mandates if each.kind == "personnel_officer"]
    led = [row for each in headships for row in beneath[each.unit]]
    managed = [row for unit in managing for row in beneath[unit]]
    within = [each.unit for each in readers if not each.whole]
    own = [row for unit in within for row in beneath[unit] if row["whole"]]
    # Whoever reads what a unit scores meets the heads of the agencies that are scored there.
    met = [row for each in headships for row in scored[each.unit]]
    met += [row for unit in within for row in scored[unit] if row["whole"]]
    colleagues = _agencies(parts["post"])
    whole = _with_their_records(parts["kept"], [each for each in readers if each.whole])
    return Reach(
        person=who,
        today=today,
        stamp=stamp,
        headed=MappingProxyType({each.unit: each for each in headships}),
        units=frozenset(row["unit_id"] for row in (*led, *own)),
        agencies=whole,
        colleagues=colleagues,
        fence=colleagues | whole | _agencies([*led, *own, *met, *managed, *parts["role"]]),
        inspected=_with_their_records(
            parts["kept"], [each for each in readers if each.whole and each.kind == "inspector"]
        ),
        mandates=tuple(sorted(mandates, key=lambda each: (each.kind, each.unit))),
    )


def _by_top(rows: Iterable[Row]) -> defaultdict[UUID, list[Row]]:
    """The rows of each unit headed or covered; none for any other."""
    found: defaultdict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["top_id"]].append(row)
    return found


def _with_their_records(kept: Iterable[Row], roles: Iterable[Mandate]) -> frozenset[UUID]:
    """The agencies that roles cover as a whole, and the closed ones whose records these keep."""
    covered = {each.agency for each in roles}
    return frozenset(row["agency_id"] for row in kept if row["top_id"] in covered)


def _headship(row: Row) -> Headship:
    return Headship(
        row["unit_id"],
        on_behalf_of=row["on_behalf_of"],
        delegation=row["delegation_id"],
        deeds=None if row["deeds"] is None else frozenset(row["deeds"]),
        agency=row["agency_id"],
        whole=row["whole"],
    )


def _mandate(row: Row, beneath: Iterable[Row]) -> Mandate:
    own = (each["unit_id"] for each in beneath if each["agency_id"] == row["agency_id"])
    return Mandate(
        row["kind"], row["unit_id"], row["agency_id"], covers=frozenset(own), whole=row["whole"]
    )


def _agencies(rows: Iterable[Row]) -> frozenset[UUID]:
    return frozenset(row["agency_id"] for row in rows)
