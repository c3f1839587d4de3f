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
    FromClause,
    Insert,
    Select,
    Text,
    Update,
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
    found = [await tx.rows(_finishing(step)) for step in STEPS]
    return [row["id"] for rows in found for row in rows]


def _times(step: Step, today: date) -> Iterator[Mapping[str, date]]:
    """The binds of each round: by month, as the units stood on its last day or stand today."""
    if not step.of_month:
        yield {}
        return
    this = today.replace(day=1)
    eve = this - timedelta(days=1)
    yield {"period": eve.replace(day=1), "day": eve}
    yield {"period": this, "day": today}


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


def _on_the_clock(step: Step, owed: FromClause) -> ColumnElement[bool]:
    found = select(duty.c.id).where(
        duty.c.kind == step.kind,
        duty.c.subject_id == owed.c.subject_id,
        duty.c.period == owed.c.period,
    )
    return found.exists()


@cache
def _bases(step: Step) -> Select[Any]:
    """From which day and answer the due days of what is not open yet are to be worked out."""
    owed = _answered(step).subquery("answered")
    return select(owed.c.began_on, owed.c.answer).where(~_on_the_clock(step, owed)).distinct()


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
    owed = _answered(step).subquery("answered")
    known = func.unnest(
        bindparam("bases", type_=ARRAY(Date)),
        bindparam("answers", type_=ARRAY(Text)),
        bindparam("due_days", type_=ARRAY(Date)),
    ).table_valued(column("began_on", Date), column("answer", Text), column("due_on", Date))
    known = known.render_derived("known")
    rows = (
        select(
            NEW_ID,
            literal(step.kind),
            *(owed.c[name] for name in COLUMNS if name != "began_on"),
            known.c.due_on,
            NOW,
        )
        .join(known, and_(known.c.began_on == owed.c.began_on, known.c.answer == owed.c.answer))
        .where(~_on_the_clock(step, owed))
    )
    names = ["id", "kind", "agency_id", "unit_id", "subject_id", "period", "due_on", "opened_at"]
    return insert(duty).from_select(names, rows).on_conflict_do_nothing()


@cache
def _finishing(step: Step) -> Update:
    found = (
        select(duty.c.id, step.done.label("done_at"))
        .where(duty.c.kind == step.kind, duty.c.done_at.is_(None))
        # A fence for the planner, which else would look everything up twice.
        .offset(0)
        .subquery("found")
    )
    return (
        update(duty)
        .where(duty.c.id == found.c.id, found.c.done_at.is_not(None))
        .values(done_at=found.c.done_at, version=duty.c.version + 1)
        .returning(duty.c.id)
    )
