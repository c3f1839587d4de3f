"""Questions, computed values and deeds over the fixture's tables."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    Date,
    Numeric,
    Select,
    bindparam,
    cast,
    exists,
    func,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import Text

from resolvers.core.database import Transaction
from resolvers.core.errors import NotFound, Refusal
from resolvers.core.request import Request
from resolvers.core.visibility import PERSON
from tests.graph.fixture_tables import agency, line, person, sheet, stamp, unit

CRITERIA = cast(["I.1", "I.2", "II.1"], ARRAY(Text))
NO_MARKS = cast([], ARRAY(Numeric))
TODAY = bindparam("today", type_=Date())
SHOUTED = func.upper(person.c.name) + "!"
OWN = person.c.id == PERSON


def sheet_by_id(id: Any) -> Select[Any]:
    return select(sheet).where(sheet.c.id == id)


def worklist(unit: Any, period: Any = None) -> Select[Any]:
    """Sheets of a unit, which can be ordered by the person's name."""
    found = (
        select(sheet, person.c.sort_key.label("name_key"))
        .join(person, person.c.id == sheet.c.person_id)
        .where(sheet.c.unit_id == unit)
    )
    return found if period is None else found.where(sheet.c.period == period)


def worklist_of_any() -> Select[Any]:
    """All sheets, which can be ordered by the person's name."""
    return select(sheet, person.c.sort_key.label("name_key")).join(
        person, person.c.id == sheet.c.person_id
    )


def sheets(state: Any = None, states: Any = None, text: Any = None) -> Select[Any]:
    found = select(sheet)
    if state is not None:
        found = found.where(sheet.c.state == state)
    if states is not None:
        found = found.where(sheet.c.state == states.any_())
    if text is not None:
        found = found.where(sheet.c.comment == text)
    return found


def units(name: Any = None) -> Select[Any]:
    found = select(unit)
    return found if name is None else found.where(unit.c.name == name)


def me() -> Select[Any]:
    return select(person).where(
        person.c.id == bindparam("reach_person", type_=person.c.id.type), person.c.active
    )


def units_with_sheets() -> Select[Any]:
    return select(unit).where(exists().where(sheet.c.unit_id == unit.c.id, sheet.c.period <= TODAY))


def agencies() -> Select[Any]:
    return select(agency)


def summary() -> Select[Any]:
    return select(
        func.count().label("sheets"),
        func.sum(sheet.c.total).label("sum"),
        func.max(sheet.c.period).label("latest"),
        (func.count() > 0).label("any"),
    )


def unit_summaries() -> Select[Any]:
    """For each unit: how many sheets are visible, also where there is none."""
    return (
        select(
            unit.c.id.label("unit_id"),
            func.count(sheet.c.id).label("sheets"),
            func.sum(sheet.c.total).label("sum"),
            func.max(sheet.c.period).label("latest"),
            (func.count(sheet.c.id) > 0).label("any"),
        )
        .select_from(unit.outerjoin(sheet, sheet.c.unit_id == unit.c.id))
        .group_by(unit.c.id)
    )


def states() -> Select[Any]:
    return select(sheet.c.state.label("state"), func.count().label("sheets")).group_by(
        sheet.c.state
    )


def of_period(period: Any = None) -> Any:
    return sheet.c.period == period if period is not None else sheet.c.version >= 0


LINES = (
    select(func.count()).select_from(line).where(line.c.sheet_id == sheet.c.id).scalar_subquery()
)


def double_totals(request: Request, rows: Sequence[Any]) -> list[Decimal | None]:
    return [None if total is None else total * 2 for (total,) in rows]


def greetings(request: Request, rows: Sequence[Any], word: str = "Chào") -> list[str]:
    return [f'{word} {name} \x01\x02"\\ {request.today}' for (name,) in rows]


@dataclass(frozen=True)
class Told:
    text: str
    value: Decimal | None
    parts: tuple["Told", ...] = ()


def explained(request: Request, rows: Sequence[Any]) -> list[list[Told]]:
    found = []
    for id, period, total, state, lines in rows:
        assert isinstance(id, UUID)
        parts = tuple(Told(f"{lines}", None) for _ in range(2))
        found.append([Told(json.dumps([period.isoformat(), state]), total, parts)])
    return found


def actions(request: Request, rows: Sequence[Any]) -> list[list[str]]:
    return [["score", "return"] if state == "open" else [] for (state,) in rows]


def moods(request: Request, rows: Sequence[Any]) -> list[str | None]:
    return [None if mood is None else mood for (mood,) in rows]


def server_time(request: Request, rows: Sequence[Any], days: int = 0) -> list[str]:
    return [f"{request.today.isoformat()}+{days}"]


class TooLong(Refusal):
    """The name has {length} letters."""

    code = "TOO_LONG"
    vi = "Tên có {length} chữ."


@dataclass(frozen=True)
class Mark:
    criterion: str
    points: Decimal
    note: str | None = None


class Heard:
    """What the deeds were given, for tests to look at."""

    last: ClassVar[dict[str, Any]] = {}


async def rename_unit(
    tx: Transaction,
    request: Request,
    *,
    id: UUID,
    name: str,
    note: str | None = "unsaid",
    reason: str = "",
) -> UUID:
    Heard.last = {"id": id, "name": name, "note": note, "reason": reason}
    if len(name) > 40:
        raise TooLong(length=len(name), field="name")
    changed = await tx.run(
        update(unit).where(unit.c.id == bindparam("which")).values(name=bindparam("called")),
        which=id,
        called=name,
    )
    if not changed:
        raise NotFound(id=id)
    return id


async def score(tx: Transaction, request: Request, *, sheet: UUID, marks: list[Mark]) -> Any:
    Heard.last = {"sheet": sheet, "marks": marks}
    return {"sheet": sheet, "marks": marks, "others": [sheet, sheet], "when": request.now}


async def score_many(tx: Transaction, request: Request, *, sheets: list[UUID]) -> list[Any]:
    """One outcome for each: the sheet, or why not."""
    return [
        found if number % 2 == 0 else TooLong(length=number) for number, found in enumerate(sheets)
    ]


async def break_down(tx: Transaction, request: Request, *, id: UUID) -> UUID:
    await tx.run(
        update(unit).where(unit.c.id == bindparam("which")).values(name="half done"), which=id
    )
    raise RuntimeError("a secret detail")


async def reappoint(tx: Transaction, request: Request, *, id: UUID) -> UUID:
    """Authority changes, so that every reach is stale."""
    await tx.run(update(stamp).values(stamp=stamp.c.stamp + 1))
    return id


async def move_away(tx: Transaction, request: Request, *, id: UUID, to: UUID) -> UUID:
    await tx.run(
        update(unit).where(unit.c.id == bindparam("which")).values(agency_id=bindparam("to")),
        which=id,
        to=to,
    )
    return id
