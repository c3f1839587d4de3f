"""The personnel file goes with the main post: the agency where it is held keeps it.

`person.agency_id` says who keeps the file today, so that a directory is one index. A post that
begins later takes the file along on its first day: before the first question of a day is answered,
`settle_files` moves the files whose main post has changed its agency.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, bindparam, case, exists, null, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.decide import Decision
from resolvers.audit import record
from resolvers.core.database import Row, Transaction
from resolvers.core.days import holds
from resolvers.core.request import Request
from resolvers.core.visibility import AGENCIES
from resolvers.people.tables import person as people
from resolvers.people.tables import posting

FOLLOWS = Decision(
    True, "the-file-follows-the-main-post", "Law 80/2025/QH15, art. 42: the agency keeps the file"
)
"""What moves a file on the first day of a post: no deed of anybody, but the decision of before."""

_UUID = UuidType(as_uuid=True)


def file_keeper(table: Table) -> ColumnElement[Any]:
    """The agency that keeps the file of a row's person now."""
    return select(people.c.agency_id).where(people.c.id == table.c.person_id).scalar_subquery()


def keeps_the_file(table: Table) -> ColumnElement[bool]:
    """The personnel body, or an inspector, of the agency that keeps the file of a row's person."""
    return exists().where(people.c.id == table.c.person_id, people.c.agency_id == AGENCIES.any_())


_AGENCY, _PERSON = bindparam("agency", type_=_UUID), bindparam("person", type_=_UUID)
_colleague = people.alias("colleague")
_CODE_HELD = exists().where(
    _colleague.c.agency_id == _AGENCY, _colleague.c.staff_code == people.c.staff_code
)
# A staff code that somebody holds there already stays behind.
_FILE = (
    update(people)
    .where(people.c.id == _PERSON, people.c.agency_id != _AGENCY)
    .values(
        agency_id=_AGENCY,
        staff_code=case((_CODE_HELD, null()), else_=people.c.staff_code),
        version=people.c.version + 1,
    )
)
_DUE = (
    select(
        people.c.id.label("person"),
        people.c.agency_id.label("before"),
        posting.c.agency_id.label("agency"),
    )
    .join(posting, posting.c.person_id == people.c.id)
    .where(posting.c.main, holds(posting), people.c.agency_id != posting.c.agency_id)
    .order_by(people.c.id)
)


async def follow(tx: Transaction, person: UUID, agency: UUID) -> bool:
    """From now on `agency` keeps the person's file; whether it did not before."""
    return await tx.run(_FILE, person=person, agency=agency) > 0


async def settle_files(tx: Transaction, request: Request) -> int:
    """Move the files whose main post is in another agency today; how many they were.

    For the gateway, as the operator, at the beginning of a day. Done again it changes nothing.
    """
    due = await tx.rows(_DUE, day=request.today)
    return sum([await _moved(tx, request, row) for row in due])


async def _moved(tx: Transaction, request: Request, row: Row) -> bool:
    if not await follow(tx, row["person"], row["agency"]):
        return False
    await record(
        tx,
        request,
        FOLLOWS,
        deed="settle_files",
        subject=("person", row["person"]),
        agency=row["agency"],
        before={"agency": row["before"]},
        after={"agency": row["agency"]},
    )
    return True
