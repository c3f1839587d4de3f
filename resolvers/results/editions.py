"""Results are written once: what has not changed stays, what has is kept beside its successor."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Date, DateTime, Text, bindparam, insert, select, update
from sqlalchemy.dialects.postgresql import ARRAY, distinct_on
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.ids import new_id
from resolvers.results.resting import Superseded
from resolvers.results.rolling import Computed, Spanned
from resolvers.results.tables import result, result_run

_UUIDS = ARRAY(UuidType(as_uuid=True))
_SPAN = bindparam("of_span", type_=Text)
_PERIOD = bindparam("of_period", type_=Date)
_LATEST = (
    select(
        result.c.person_id,
        result.c.id,
        result.c.edition,
        result.c.fingerprint,
        result.c.replaced_at,
    )
    .ext(distinct_on(result.c.person_id))
    .where(
        result.c.person_id == bindparam("persons", type_=_UUIDS).any_(),
        result.c.span == _SPAN,
        result.c.period == _PERIOD,
    )
    .order_by(result.c.person_id, result.c.edition.desc())
)
_REPLACE = (
    update(result)
    .where(result.c.id == bindparam("ids", type_=_UUIDS).any_())
    .values(replaced_at=bindparam("at", type_=DateTime(timezone=True)))
)
_ADD = insert(result)
_LAST_RUN = (
    select(result_run.c.id)
    .where(
        result_run.c.agency_id == bindparam("agency", type_=UuidType(as_uuid=True)),
        result_run.c.span == _SPAN,
        result_run.c.period == _PERIOD,
    )
    .order_by(result_run.c.id.desc())
    .limit(1)
)


async def write(
    tx: Transaction,
    spanned: Spanned,
    found: Sequence[Computed],
    gone: Sequence[UUID],
    now: datetime,
) -> tuple[int, list[Superseded]]:
    """Add an edition of each result that differs from the current one; how many have changed, and
    those that took the place of another one.

    The results of persons who are `gone` from every post of the span are replaced by none.
    """
    persons = [*(each.person for each in found), *gone]
    rows = await tx.rows(
        _LATEST, persons=persons, of_span=spanned.span.value, of_period=spanned.first
    )
    latest = {row["person_id"]: row for row in rows}
    changed = [each for each in found if _differs(each, latest.get(each.person))]
    over = [person for person in gone if _stands(latest.get(person))]
    replaced = [each.person for each in changed if _stands(latest.get(each.person))]
    if over or replaced:
        await tx.run(_REPLACE, ids=[latest[person]["id"] for person in (*over, *replaced)], at=now)
    rows = [_edition(each, latest.get(each.person), now) for each in changed]
    await tx.run_many(_ADD, rows)
    superseded = [
        Superseded(row["person_id"], row["span"], row["period"], row["id"], row["level"])
        for row in rows
        if _stands(latest.get(row["person_id"]))
    ]
    return len(changed) + len(over), superseded


async def latest_run(tx: Transaction, spanned: Spanned) -> UUID | None:
    """The last computing of the agency's span that wrote something."""
    found: UUID | None = await tx.value(
        _LAST_RUN,
        agency=spanned.agency,
        of_span=spanned.span.value,
        of_period=spanned.first,
    )
    return found


def _stands(latest: Row | None) -> bool:
    return latest is not None and latest["replaced_at"] is None


def _differs(found: Computed, latest: Row | None) -> bool:
    return latest is None or not _stands(latest) or latest["fingerprint"] != found.fingerprint


def _edition(found: Computed, latest: Row | None, now: datetime) -> dict[str, Any]:
    edition = 1 if latest is None else latest["edition"] + 1
    return {**found.row(), "id": new_id(), "edition": edition, "computed_at": now}
