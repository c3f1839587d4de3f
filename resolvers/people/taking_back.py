"""What a decision on a post wrote is remembered, so that it is taken back before its day comes."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Table, Update, bindparam, or_, select, update
from sqlalchemy.dialects.postgresql import DATERANGE, Range
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.decide import Decision
from resolvers.core.database import Transaction, Violated
from resolvers.core.errors import Refusal
from resolvers.core.fence import as_seen_by, let_through
from resolvers.core.request import Request
from resolvers.core.spelling import spelt
from resolvers.people.losing_roles import tell_role
from resolvers.people.tables import charge, delegation, mandate, posting


class EffectChanged(Refusal):
    """What this decision wrote was changed since; only a new decision can change it again."""

    code = "EFFECT_CHANGED"
    vi = "Vị trí theo quyết định này đã được thay đổi; chỉ có thể điều chỉnh bằng quyết định mới."


_UUID = UuidType(as_uuid=True)
_PERSON = bindparam("person", type_=_UUID)
_POSTS = select(posting.c.id).where(posting.c.person_id == _PERSON)
_TABLES: Mapping[str, tuple[Table, Any]] = {
    # In this order they are given back: a head before those whom he put in charge.
    "posting": (posting, posting.c.person_id == _PERSON),
    "mandate": (mandate, mandate.c.person_id == _PERSON),
    "delegation": (
        delegation,
        or_(delegation.c.from_person_id == _PERSON, delegation.c.to_person_id == _PERSON),
    ),
    "charge": (charge, or_(charge.c.person_id == _PERSON, charge.c.posting_id.in_(_POSTS))),
}
_ROLES = select(mandate).where(mandate.c.person_id == _PERSON)
Held = Mapping[tuple[str, UUID], Range[date]]
"""The days of everything that hangs on a person, by table and id."""


@cache
def _of(name: str) -> Select[Any]:
    table, whose = _TABLES[name]
    return select(table.c.id, table.c.during).where(whose).order_by(table.c.id)


@cache
def _again(name: str) -> Update:
    """Only while nobody has changed the row since."""
    table, _ = _TABLES[name]
    days: dict[str, Any] = {"during": bindparam("before", type_=DATERANGE)}
    if "version" in table.c:
        days["version"] = table.c.version + 1
    same = table.c.during == bindparam("left", type_=DATERANGE)
    return update(table).where(table.c.id == bindparam("by_id", type_=_UUID), same).values(days)


async def held_days(tx: Transaction, person: UUID, agencies: Sequence[UUID]) -> Held:
    """The days of all posts, roles, loans and charges of a person in some agencies."""
    for agency in agencies:
        await let_through(tx, agency)
    async with as_seen_by(tx, person):
        return {
            (name, row["id"]): row["during"]
            for name in _TABLES
            for row in await tx.rows(_of(name), person=person)
        }


def changes(before: Held, after: Held) -> list[dict[str, Any]]:
    """What became of it, as a row keeps it in JSON: by table and id, the days before and after."""
    return [
        {
            "table": name,
            "id": str(id),
            "before": days_told(before.get((name, id))),
            "left": days_told(left),
        }
        for (name, id), left in after.items()
        if before.get((name, id)) != left
    ]


async def take_back(
    tx: Transaction,
    request: Request,
    decision: Decision,
    person: UUID,
    changed: Sequence[Mapping[str, Any]],
    agencies: Sequence[UUID],
) -> None:
    """Undo what `changes` told: what began is left without days, what was cut short goes on.

    A role that goes on is told to the agency that gave it. Raises EffectChanged where a post was
    changed since, or somebody else has it by now.
    """
    async with as_seen_by(tx, person):
        roles = {row["id"]: row for row in await tx.rows(_ROLES, person=person)}
    for agency in {*agencies, *(role["agency_id"] for role in roles.values())}:
        await let_through(tx, agency)
    # First what began, so that what goes on finds its place free.
    order = sorted(changed, key=lambda each: each["before"] is not None)
    try:
        async with tx.savepoint():
            for each in order:
                values = {"before": days_in(each["before"]), "left": days_in(each["left"])}
                done = await tx.run(_again(each["table"]), by_id=UUID(each["id"]), **values)
                if not done and each["table"] == "posting":
                    raise EffectChanged()
    except Violated:
        raise EffectChanged() from None
    for each in order:
        if each["table"] == mandate.name and each["before"]:
            role, goes_on = roles[UUID(each["id"])], days_in(each["before"])
            told = {"during": spelt(goes_on)}
            await tell_role(tx, request, decision, role, told, deed="grant_mandate")


def days_told(during: Range[date] | None) -> list[str | None] | None:
    """First day and end; an empty list for no days, null for a row that was not there."""
    if during is None:
        return None
    if during.isempty:
        return []
    return [each.isoformat() if each else None for each in (during.lower, during.upper)]


def days_in(told: Sequence[str | None] | None) -> Range[date]:
    """Days as `changes` told them."""
    if not told:
        return Range(empty=True)
    lower, upper = (date.fromisoformat(each) if each else None for each in told)
    return Range(lower, upper, bounds="[)")
