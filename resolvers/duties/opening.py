"""Opening what is owed and finishing what is done; nothing here tells anybody anything."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Date,
    DateTime,
    Insert,
    Select,
    Subquery,
    Text,
    and_,
    bindparam,
    cast,
    column,
    func,
    select,
    true,
    union,
    update,
    values,
)
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.days import TODAY, holds
from resolvers.core.request import Request
from resolvers.duties.owing import COLUMNS, MONTH
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
_found = (
    func.unnest(
        bindparam("ids", type_=ARRAY(UuidType(as_uuid=True))),
        bindparam("moments", type_=ARRAY(DateTime(timezone=True))),
    )
    .table_valued("of_id", "done_at", name="found")
    .render_derived()
)
_FINISH = (
    update(duty)
    .where(duty.c.id == _found.c.of_id)
    .values(done_at=_found.c.done_at, version=duty.c.version + 1)
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
    for steps in _TOGETHER:
        for month, day in _times(steps[0], request.today):
            known = _due_days(await tx.rows(_bases(steps), **month), unknown)
            if known:
                opened += await tx.run(_opening(steps), now=request.now, **month, **day, **known)
    return Opened(opened, frozenset(unknown))


async def finish_duties(tx: Transaction, request: Request) -> list[UUID]:
    """Finish every duty whose step is done, at the moment when it was; their ids."""
    await tx.run(_CLOSED, today=request.today, now=request.now)
    finished: list[UUID] = []
    for step in STEPS:
        owing = [row["agency_id"] for row in await tx.rows(_OWING, kind=step.kind)]
        for start in range(0, len(owing), CHUNK):
            done = await tx.rows(_done(step), agencies=owing[start : start + CHUNK])
            ids, moments = ([row[name] for row in done] for name in ("of_id", "done_at"))
            await tx.run(_FINISH, ids=ids, moments=moments)
            finished += ids
    return finished


def _times(step: Step, today: date) -> Iterator[tuple[Mapping[str, date], Mapping[str, date]]]:
    """The binds of each round: its month, and its last day or today, on which the units stand."""
    if not step.months:
        yield {}, {}
        return
    this = today.replace(day=1)
    eve = this - timedelta(days=1)
    for month, day in ((eve.replace(day=1), eve), (this, today)):
        if month.month in step.months:
            yield {"month": month}, {"day": day}


def _together() -> tuple[tuple[Step, ...], ...]:
    """The steps, those together that the same units owe: the units are looked for once."""
    alike: dict[int, list[Step]] = {}
    for step in STEPS:
        alike.setdefault(id(step.owed), []).append(step)
    return tuple(map(tuple, alike.values()))


_TOGETHER = _together()
_CHOSEN = agency_switch.c.value.op("#>>")(cast([], ARRAY(Text)))
"""As text, without JSON's quotes: some answers are words, others numbers."""


def _asked(steps: tuple[Step, ...]) -> Subquery:
    """Each step with the switch that it asks and the answer of those who have chosen none."""
    told = [
        (step.kind, step.edge or _NOTHING, step.switch.name, str(step.switch.default))
        if step.switch
        else (step.kind, step.edge or _NOTHING, _NOTHING, _NOTHING)
        for step in steps
    ]
    names = (column(name, Text) for name in ("kind", "edge", "switch", "otherwise"))
    return select(values(*names, name="steps").data(told)).subquery("asked")


@cache
def _answered(steps: tuple[Step, ...]) -> Select[Any]:
    """The steps owed, each with the agency's answer on the day on which its clock began."""
    owed, asked = steps[0].owed.subquery("owed"), _asked(steps)
    of_kind = owed.c.edge == asked.c.edge if steps[0].edge else true()
    return (
        select(
            *(owed.c[name] for name in COLUMNS),
            asked.c.kind,
            func.coalesce(_CHOSEN, asked.c.otherwise).label("answer"),
        )
        .join_from(owed, asked, of_kind)
        .outerjoin(
            agency_switch,
            and_(
                agency_switch.c.agency_id == owed.c.agency_id,
                agency_switch.c.name == asked.c.switch,
                holds(agency_switch, owed.c.began_on),
            ),
        )
    )


@cache
def _bases(steps: tuple[Step, ...]) -> CompoundSelect[Any] | Select[Any]:
    """From which days and answers the steps' due days are to be worked out.

    Those of a month all begin with it, and the answers are few: who owes them is not asked.
    """
    if not steps[0].months:
        owed = _answered(steps).subquery("answered")
        return select(owed.c.kind, owed.c.began_on, owed.c.answer).distinct()
    asked = _asked(steps)
    chosen = select(asked.c.kind, MONTH.label("began_on"), _CHOSEN.label("answer")).join(
        agency_switch, and_(agency_switch.c.name == asked.c.switch, holds(agency_switch, MONTH))
    )
    return union(chosen, select(asked.c.kind, MONTH, asked.c.otherwise))


def _due_days(bases: Iterable[Row], unknown: set[int]) -> dict[str, list[Any]]:
    """The due day of each base, as binds of `_opening`; empty where there is none.

    Before the decree nobody owed anything.
    """
    found: dict[str, list[Any]] = {"kinds": [], "began_ons": [], "answers": [], "due_ons": []}
    for base in bases:
        step = _BY_KIND[base["kind"]]
        try:
            Law(base["began_on"], known=base["began_on"])(LEVELS)
            due = step.due(base["began_on"], _answers(step, base["answer"]))
        except NotInForce:
            continue
        except HolidaysUnknown as problem:
            unknown.add(problem.year)
            continue
        found["kinds"].append(step.kind)
        found["began_ons"].append(base["began_on"])
        found["answers"].append(base["answer"])
        found["due_ons"].append(due)
    return found if found["began_ons"] else {}


_BY_KIND = {step.kind: step for step in STEPS}


def _answers(step: Step, answer: str) -> Switches:
    if step.switch is None:
        return DEFAULTS
    return Switches.of({step.switch.name: int(answer) if answer.isdecimal() else answer})


@cache
def _opening(steps: tuple[Step, ...]) -> Insert:
    """What is on the clock already stays as it is: the constraint knows, and asking before would
    be planned for the handful of duties that there were."""
    owed = _answered(steps).subquery("answered")
    columns = {"kind": Text, "began_on": Date, "answer": Text, "due_on": Date}
    known = func.unnest(
        *(bindparam(f"{name}s", type_=ARRAY(kind)) for name, kind in columns.items())
    ).table_valued(*(column(name, kind) for name, kind in columns.items()))
    known = known.render_derived("known")
    rows = select(
        NEW_ID,
        owed.c.kind,
        *(owed.c[name] for name in COLUMNS if name != "began_on"),
        known.c.due_on,
        NOW,
    ).join(known, and_(*(known.c[name] == owed.c[name] for name in ("kind", "began_on", "answer"))))
    names = ["id", "kind", "agency_id", "unit_id", "subject_id", "period", "due_on", "opened_at"]
    return insert(duty).from_select(names, rows).on_conflict_do_nothing()


@cache
def _done(step: Step) -> Select[Any]:
    """The open duties of some agencies whose step is done, and when it was.

    They are read first and written afterwards: where many duties have just been opened, a join of
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
