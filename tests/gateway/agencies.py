"""Rows and statements that the driver's tests share: one small agency, and another."""

from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, insert, select, update

from authz.reach import Reach
from resolvers.organisation import agency

TODAY = date(2026, 3, 17)
HERE, ELSEWHERE = UUID(int=101), UUID(int=102)
SOMEBODY = UUID(int=7)

ADD_AGENCY = insert(agency)
RENAME = (
    update(agency)
    .where(agency.c.id == bindparam("which"), agency.c.version == bindparam("seen"))
    .values(name=bindparam("to"), version=agency.c.version + 1)
)
NAMES = select(agency.c.name).order_by(agency.c.name)


def reaching(*agencies: UUID, person: UUID = SOMEBODY) -> Reach:
    """A reach whose fence lets these agencies through."""
    return Reach(person=person, today=TODAY, stamp=1, fence=frozenset(agencies))


def commune(id: UUID, name: str) -> dict[str, object]:
    """The values of an agency."""
    return {"id": id, "name": name, "kind": "commune", "opened_on": TODAY}
