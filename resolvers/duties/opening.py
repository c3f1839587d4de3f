"""Opening what is owed and finishing what is done; nothing here tells anybody anything."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    DateTime,
    Insert,
    Select,
    Text,
    and_,
    bindparam,
    cast,
    column,
    func,
    literal,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.days import TODAY, holds
from resolvers.core.request import Request
from resolvers.duties.owing import COLUMNS
from resolvers.duties.steps import STEPS, Step
from resolvers.duties.tables import duty
from resolvers.organisation import agency_switch, unit
from resolvers.statute.calendar import HolidaysUnknown
from resolvers.statute.dated import Law, NotInForce
from resolvers.statute.evaluation import LEVELS
from resolvers.statute.switches import DEFAULTS, Switches

NOW: ColumnElement[Any] = bindparam("now", type_=DateTime(timezone=True))
NEW_ID: ColumnElement[Any] = func.gen_random_uuid()
"""One statement writes thousands of rows, so their ids are the server's: as free of meaning."""
_NOTHING = ""
"""Stands for the agency's answer where a step asks for none."""

CHUNK = 200
"""Agencies whose steps one statement looks through, so that none of them works for long."""

_OWING = (
    select(duty.c.agency_id)
    .where(duty.c.kind == bindparam("kind", type_=Text), duty.c.done_at.is_(None))
    .distinct()
)
_FINISH = (
    update(duty)
    .where(duty.c.id == bindparam("of_id", type_=UuidType(as_uuid=True)))
    .values(done_at=bindparam("done_at"), version=duty.c.version + 1)
)
_CLOSED = (
    update(duty)
    .where(duty.c.done_at.is_(None), duty.c.unit_id == unit.c.id, unit.c.closed_on <= TODAY)
    .values(done_at=NOW, version=duty.c.version + 1)
)
"""A unit that is closed owes nothing more."""


@dataclass(frozen=True, slots=True)
class Opened:
    """How many duties were opened, and the years whose holidays are not known yet."""

    duties: int
    unknown_years: frozenset[int]


async def open_duties(tx: Transaction, request: Request) -> Opened:
    """Open every step that is owed and not on the clock yet: of this month and of the last one.

    A step whose last day falls into a year without a holiday calendar stays unopened; the year is
    told, and never guessed.
    """
    opened, unknown = 0, set[int]()
    for step in STEPS:
        for binds in _times(step, request.today):
            bases = await tx.rows(_bases(step), **binds)
            known = _due_days(step, bases, unknown)
            if known:
                opened += await tx.run(_opening(step), now=request.now, **binds, **known)
    return Opened(opened, frozenset(unknown))


async def finish_duties(tx: Transaction, request: Request) -> list[UUID]:
    """Finish every duty whose step is done, at the moment when it was; their ids."""
    await tx.run(_CLOSED, today=request.today, now=request.now)
    finished: list[UUID] = []
    for step in STEPS:
        owing = [row["agency_id"] for row in await tx.rows(_OWING, kind=step.kind)]
        for start in range(0, len(owing), CHUNK):
            done = await tx.rows(_done(step), agencies=owing[start : start + CHUNK])
            await tx.run_many(_FINISH, done)
            finished += [row["of_id"] for row in done]
    return finished


def _times(step: Step, today: date) -> Iterator[Mapping[str, date]]:
    """The binds of each round: by month, as the units stood on its last day or stand today."""
    if not step.of_month:
        yield {}
        return
    this = today.replace(day=1)
    eve = this - timedelta(days=1)
    yield {"month": eve.replace(day=1), "day": eve}
    yield {"month": this, "day": today}


@cache
def _answered(step: Step) -> Select[Any]:
    """The steps owed, each with the agency's answer on the day on which its clock began."""
    owed = step.owed.subquery("owed")
    if step.switch is None:
        return select(*owed.c, literal(_NOTHING).label("answer"))
    # As text, without JSON's quotes: some answers are words, others numbers.
    chosen = agency_switch.c.value.op("#>>")(cast([], ARRAY(Text)))
    return select(
        *owed.c, func.coalesce(chosen, literal(str(step.switch.default))).label("answer")
    ).outerjoin(
        agency_switch,
        and_(
            agency_switch.c.agency_id == owed.c.agency_id,
            agency_switch.c.name == step.switch.name,
            holds(agency_switch, owed.c.began_on),
        ),
    )


@cache
def _bases(step: Step) -> Select[Any]:
    """From which days and answers due days are to be worked out."""
    owed = _answered(step).subquery("answered")
    return select(owed.c.began_on, owed.c.answer).distinct()


def _due_days(step: Step, bases: Iterable[Row], unknown: set[int]) -> dict[str, list[Any]]:
    """The due day of each base, as binds of `_opening`; empty where there is none.

    Before the decree nobody owed anything.
    """
    found: dict[str, list[Any]] = {"bases": [], "answers": [], "due_days": []}
    for base in bases:
        try:
            Law(base["began_on"], known=base["began_on"])(LEVELS)
            due = step.due(base["began_on"], _answers(step, base["answer"]))
        except NotInForce:
            continue
        except HolidaysUnknown as problem:
            unknown.add(problem.year)
            continue
        found["bases"].append(base["began_on"])
        found["answers"].append(base["answer"])
        found["due_days"].append(due)
    return found if found["bases"] else {}


def _answers(step: Step, answer: str) -> Switches:
    if step.switch is None:
        return DEFAULTS
    return Switches.of({step.switch.name: int(answer) if answer.isdecimal() else answer})


@cache
def _opening(step: Step) -> Insert:
    """What is on the clock already stays as it is: the constraint knows, and asking before would
    be planned for the handful of duties that there were."""
    owed = _answered(step).subquery("answered")
    known = func.unnest(
        bindparam("bases", type_=ARRAY(Date)),
        bindparam("answers", type_=ARRAY(Text)),
        bindparam("due_days", type_=ARRAY(Date)),
    ).table_valued(column("began_on", Date), column("answer", Text), column("due_on", Date))
    known = known.render_derived("known")
    rows = select(
        NEW_ID,
        literal(step.kind),
        *(owed.c[name] for name in COLUMNS if name != "began_on"),
        known.c.due_on,
        NOW,
    ).join(known, and_(known.c.began_on == owed.c.began_on, known.c.answer == owed.c.answer))
    names = ["id", "kind", "agency_id", "unit_id", "subject_id", "period", "due_on", "opened_at"]
    return insert(duty).from_select(names, rows).on_conflict_do_nothing()


@cache
def _done(step: Step) -> Select[Any]:
    """The open duties of some agencies whose step is done, and when it was.

    They are read first and written one by one: where many duties have just been opened, a join of
    the two would be planned for a handful, and look all of this up again for each of them.
    """
    found = (
        select(duty.c.id.label("of_id"), step.done.label("done_at"))
        .where(
            duty.c.kind == step.kind,
            duty.c.done_at.is_(None),
            duty.c.agency_id == bindparam("agencies", type_=ARRAY(UuidType(as_uuid=True))).any_(),
        )
        # A fence for the planner, which else would look everything up twice.
        .offset(0)
        .subquery("found")
    )
    return select(found).where(found.c.done_at.is_not(None))
