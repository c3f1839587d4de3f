"""A batch: one file applied once, with a verdict for each of its rows."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import Text, bindparam, func, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.decide import Decision
from resolvers.audit import record
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.errors import Refusal
from resolvers.core.request import Request
from resolvers.core.vietnamese import tidy
from resolvers.core.writing import adding
from resolvers.exchange.model import (
    Batch,
    BatchReused,
    CodeRepeated,
    Outcome,
    RowInConflict,
    Verdict,
    shown,
)
from resolvers.exchange.tables import import_batch

CHANNEL = "import"
"""Where the audit says that the deeds of an import came from."""
MOST_TOLD = 500
"""Characters of a verdict's message."""
_EARLIER = select(import_batch).where(
    import_batch.c.id == bindparam("by_id", type_=UuidType(as_uuid=True))
)
_ALONE = select(func.pg_advisory_xact_lock(func.hashtextextended(bindparam("what", type_=Text), 0)))

Apply = Callable[[], Awaitable[Sequence[Verdict]]]


class Placed(Protocol):
    """A row that knows where it stands in its file, and what it calls itself."""

    @property
    def place(self) -> str: ...
    @property
    def code(self) -> str: ...


async def batch_by_id(tx: Transaction, id: UUID) -> Row | None:
    """A batch that was applied before."""
    return await tx.row(_EARLIER, by_id=id)


async def once(
    tx: Transaction,
    request: Request,
    decision: Decision,
    batch: Batch,
    *,
    kind: str,
    agency: UUID | None,
    apply: Apply,
) -> list[Verdict]:
    """Apply a batch, keep its verdicts and tell the audit; or answer with those kept.

    A caller who only wants to know (a dry run) undoes the transaction: the verdicts are the same,
    for the same code gave them. Raises BatchReused, and what refuses the file as a whole.
    """
    # Two imports into one register would each judge their rows by what stood before the other.
    await tx.value(_ALONE, what=f"import {kind} {agency}")
    earlier = await batch_by_id(tx, batch.id)
    if earlier is not None:
        same = (earlier["kind"], earlier["agency_id"], earlier["sha256"])
        if same != (kind, agency, batch.sha256):
            raise BatchReused(id=batch.id, name=earlier["file_name"], field="batch")
        return [_kept(each) for each in earlier["verdicts"]]
    verdicts = list(await apply())
    await _keep(tx, request, batch, kind, agency, verdicts)
    await record(
        tx,
        request,
        decision,
        deed=f"import_{kind}",
        subject=("import_batch", batch.id),
        agency=agency,
        after={"file": shown(batch.file_name), "sha256": batch.sha256, **summary(verdicts)},
    )
    return verdicts


async def judged(
    tx: Transaction,
    place: str,
    key: str,
    problems: Sequence[Refusal],
    apply: Callable[[], Awaitable[Outcome]],
) -> Verdict:
    """The verdict on one row: rejected for what is wrong with it, or what `apply` made of it.

    What a refused row had begun to write is undone; the other rows stand.
    """
    if problems:
        return rejected(place, key, problems[0])
    try:
        async with tx.savepoint():
            return accepted(place, key, await apply())
    except Refusal as refused:
        return rejected(place, key, refused)
    except Violated as violated:
        return rejected(place, key, RowInConflict(rule=violated.constraint))


def accepted(place: str, key: str, outcome: Outcome) -> Verdict:
    """The verdict of a row that stands."""
    return Verdict(shown(place), shown(key), outcome)


def rejected(place: str, key: str, refusal: Refusal) -> Verdict:
    """The verdict of a row that is refused."""
    return replace(
        accepted(place, key, Outcome.REJECTED),
        code=refusal.code,
        field=refusal.field,
        message=shown(refusal.message("vi"), MOST_TOLD),
    )


def changed(earlier: Mapping[str, Any] | None, values: Mapping[str, Any]) -> Outcome:
    """What writing `values` over the earlier row comes to."""
    if earlier is None:
        return Outcome.CREATED
    same = all(earlier[name] == value for name, value in values.items())
    return Outcome.UNCHANGED if same else Outcome.UPDATED


def repetitions(rows: Sequence[Placed]) -> dict[str, CodeRepeated]:
    """By place, the refusal of each row whose code another row has too: none is preferred."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.code:
            places[tidy(row.code)].append(row.place)
    return {
        place: CodeRepeated(key=shown(code), places=", ".join(found), field="code")
        for code, found in places.items()
        if len(found) > 1
        for place in found
    }


def summary(verdicts: Sequence[Verdict]) -> dict[str, int]:
    """How many rows met which fate, for the audit and the terminal."""
    return {each.value: sum(v.outcome is each for v in verdicts) for each in Outcome}


async def _keep(
    tx: Transaction,
    request: Request,
    batch: Batch,
    kind: str,
    agency: UUID | None,
    verdicts: Sequence[Verdict],
) -> None:
    try:
        await tx.run(
            adding(import_batch),
            id=batch.id,
            agency_id=agency,
            kind=kind,
            sha256=batch.sha256,
            file_name=shown(batch.file_name),
            imported_by=request.reach.actor,
            imported_at=request.now,
            verdicts=[asdict(each) for each in verdicts],
        )
    except Violated as same_id:
        # Another agency's batch, which the fence hides, has this id.
        raise BatchReused(id=batch.id, name=shown(batch.file_name), field="batch") from same_id


def _kept(stored: Mapping[str, Any]) -> Verdict:
    return Verdict(**{**stored, "outcome": Outcome(stored["outcome"])})
