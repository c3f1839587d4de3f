"""What may be done with an assignment as a whole now, by the policies that guard the deeds."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select
from sqlalchemy.dialects.postgresql import JSONB, aggregate_order_by

from authz.actions import Action
from authz.facts import ABSENT, WorkFacts
from resolvers.catalogue import product
from resolvers.core.days import TODAY, holds
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.core.visibility import HEADED
from resolvers.organisation import answering_units, realm, unit
from resolvers.people import posting
from resolvers.work.holding import SHEETS
from resolvers.work.lines import is_open
from resolvers.work.tables import assignment, work_line
from resolvers.work.windows import Window, window_told

ON_ASSIGNMENTS = (Action.CarryOnWork, Action.HandOverWork, Action.SpreadWork)
"""The deeds on an assignment, in alphabetical order."""

_next = posting.alias("next_post")
_left = posting.alias("left_post")
_realm = realm(HEADED.any_(), TODAY).subquery("my_realm")
_answers = answering_units(HEADED.any_(), TODAY).subquery("my_answering")


def main_posts_today() -> Select[Any]:
    """The posts in which people are evaluated today: at most one of each person."""
    return select(posting).where(posting.c.main, holds(posting, TODAY))


def _lines() -> ColumnElement[Any]:
    """What `is_open` needs to know of each line, by due day, and whether something is left of it;
    null where there is none.
    """
    sheet = (
        select(SHEETS.c.state)
        .where(SHEETS.c.posting_id == work_line.c.posting_id, SHEETS.c.period == work_line.c.period)
        .scalar_subquery()
    )
    closed = case((func.congtam.month_closed(work_line.c.scoring_unit_id, work_line.c.period), 1))
    named = ("agency_id", "scoring_unit_id", "person_id", "period")
    told = func.jsonb_build_object(
        "period",
        work_line.c.period,
        "sheet",
        sheet,
        "closed",
        closed,
        "window",
        window_told(*(work_line.c[name] for name in named)),
        "left",
        work_line.c.accepted < work_line.c.quantity,
    )
    by_day = aggregate_order_by(told, work_line.c.due_on, work_line.c.id)
    return (
        select(func.jsonb_agg(by_day, type_=JSONB))
        .where(work_line.c.assignment_id == assignment.c.id)
        .scalar_subquery()
    )


def _goes_on() -> ColumnElement[bool]:
    """Whether it can be carried on: its post has ended, the same person is evaluated in another
    one, and the unit is closed or whoever asks answers for that other post.
    """
    ended = exists().where(
        _left.c.id == assignment.c.posting_id, func.upper(_left.c.during) <= TODAY
    )
    closed = exists().where(unit.c.id == assignment.c.unit_id, unit.c.closed_on <= TODAY)
    headed = _next.c.office == "head"
    mine = exists().where(
        _realm.c.unit_id == _next.c.unit_id,
        or_(
            and_(~headed, _realm.c.own),
            and_(headed, or_(~_realm.c.own, _next.c.unit_id != HEADED.all_())),
        ),
    )
    elsewhere = (
        _next.c.person_id == assignment.c.person_id,
        _next.c.id != assignment.c.posting_id,
        _next.c.main,
        holds(_next, TODAY),
    )
    anywhere = and_(closed, exists().where(*elsewhere))
    return and_(ended, or_(anywhere, exists().where(*elsewhere, mine)))


_PROCESS = (
    select(product.c.process.is_not(None))
    .where(product.c.id == assignment.c.product_id)
    .scalar_subquery()
)
_ANSWERING = (
    select(_answers.c.answering_id)
    .where(_answers.c.unit_id == assignment.c.scoring_unit_id)
    .limit(1)
    .scalar_subquery()
)
ASSIGNMENT_NEEDS = (
    "person_id",
    "scoring_unit_id",
    "state",
    _ANSWERING,
    _lines(),
    _goes_on(),
    _PROCESS,
)
"""What `allowed_on_assignments` needs of each assignment."""


def allowed_on_assignments(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of ASSIGNMENT_NEEDS the names of the deeds that the caller may do now.

    Nothing of a process criterion, which stays with its post, and nothing where nothing is left in
    a month that takes changes. Whether the next post takes it in its month is asked by the deed.
    """
    lines = [[_told(request, each) for each in row[4] or ()] for row in rows]
    facts = (_facts(row, told) for row, told in zip(rows, lines, strict=True))
    named = allowed(request, ON_ASSIGNMENTS, facts)
    return [
        [name for name in names if goes_on or name != Action.CarryOnWork.value]
        if not process and any(is_open(each) and each["left"] for each in told)
        else []
        for names, told, (*_, goes_on, process) in zip(named, lines, rows, strict=True)
    ]


def _told(request: Request, line: Mapping[str, Any]) -> dict[str, Any]:
    """A line as `is_open` takes it."""
    period = date.fromisoformat(line["period"])
    window = Window.of(period, line["window"]).state(request.reach.today)
    return {**line, "month": "closed" if line["closed"] else None, "window": window}


def _facts(row: Sequence[Any], lines: Sequence[Mapping[str, Any]]) -> WorkFacts:
    """As the deeds ask: the first line that may still change tells, else the last one."""
    person, scoring_unit, state, answering, *_ = row
    telling = next((each for each in lines if is_open(each)), lines[-1] if lines else None)
    told = {} if telling is None else {"window": telling["window"]}
    return WorkFacts(
        person=person,
        scoring_unit=answering or scoring_unit,
        state=state,
        sheet=(telling or {}).get("sheet") or ABSENT,
        month=(telling or {}).get("month") or ABSENT,
        **told,
    )
