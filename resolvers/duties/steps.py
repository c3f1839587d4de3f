"""The steps that a head owes: what opens each, when it is done, and by when that must be.

A new kind of step is one entry in STEPS (and its name in `tables.KINDS` and `texts.toml`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Integer,
    ScalarSelect,
    Select,
    Table,
    and_,
    case,
    cast,
    func,
    literal,
    select,
)

from authz.actions import Action
from resolvers.classification import classification_round
from resolvers.duties.deadlines import (
    accept_by,
    assign_by,
    classify_by,
    close_by,
    on_the_day,
    score_by,
)
from resolvers.duties.owing import (
    BEGINNING,
    ENDING,
    classifying_units_of_year,
    deliveries_waiting,
    petitions_filed,
    recognising_units_of_year,
    units_of_a_period,
)
from resolvers.duties.tables import duty
from resolvers.evaluations import sheet, unit_month
from resolvers.organisation import unit
from resolvers.petitions import petition
from resolvers.recognition import recognition_round
from resolvers.statute.switches import (
    DUTY_ACCEPT_DAYS,
    DUTY_ASSIGN_DAY,
    DUTY_CLOSE_DAY,
    DUTY_SCORE_DAY,
    SPECIAL_DEADLINE,
    Switch,
    Switches,
)
from resolvers.work import assignment, delivery, work_line

STAGES = (7, 3, 1)
"""Working days before the due day on which the owner is reminded."""


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of step."""

    kind: str
    action: Action
    """The deed that does it: an acting head who may not do it is not reminded of it."""
    switch: Switch[Any] | None
    """The agency's answer that `due` reads; None where the law leaves nothing open."""
    due: Callable[[date, Switches], date]
    """The last day, from the day on which the clock began and the agency's answer; raises
    HolidaysUnknown."""
    owed: Select[Any] | CompoundSelect[Any]
    """The steps owed; see `owing`."""
    done: ColumnElement[Any]
    """When a row of `duty` was done, by what others recorded; null while it is not."""
    months: tuple[int, ...] = ()
    """The months of the year in which it can be owed; `owed` binds one, where there are any."""
    edge: str | None = None
    """Which of the steps in `owed` are of this kind, where it answers those of several."""
    reminders: tuple[int, ...] = STAGES
    subject: ScalarSelect[Any] | None = None
    """What a row of `duty` is about, in people's words, where there is more to say than a month."""


def _decided(rounds: Table, unit_id: ColumnElement[Any]) -> ScalarSelect[Any]:
    """When the unit's round of the year was decided, by whoever it was that owed it."""
    return (
        select(rounds.c.decided_at)
        .where(
            unit_id == duty.c.subject_id,
            rounds.c.year == cast(func.extract("year", duty.c.period), Integer),
        )
        .correlate(duty)
        .scalar_subquery()
    )


_SHEETS = and_(sheet.c.scoring_unit_id == duty.c.unit_id, sheet.c.period == duty.c.period)
_ITS_LINES = and_(
    work_line.c.posting_id == sheet.c.posting_id, work_line.c.period == sheet.c.period
)
_FIRST_ASSIGNED = (
    select(func.min(assignment.c.assigned_at))
    .join(work_line, work_line.c.assignment_id == assignment.c.id)
    .where(_ITS_LINES)
    .correlate(sheet)
    .scalar_subquery()
)
_NOTHING_ASSIGNED = ~select(work_line.c.id).where(_ITS_LINES).correlate(sheet).exists()


def _of_every_sheet(
    lacking: ColumnElement[bool], moment: ColumnElement[Any]
) -> ColumnElement[datetime]:
    """The last of the sheets' moments, once no sheet of the unit's month is `lacking` its own.

    The moments are looked up only then: most of the time one sheet that lacks it is soon found.
    """
    waits = select(sheet.c.id).where(_SHEETS, lacking).correlate(duty).exists()
    last = select(func.max(moment)).where(_SHEETS).correlate(duty).scalar_subquery()
    return case((~waits, last))


def _unit_beneath() -> ScalarSelect[Any]:
    """The name of the unit whose set it is, where the managing head owes the decision on it."""
    beneath = unit.alias("beneath")
    return (
        select(beneath.c.name)
        .where(beneath.c.id == duty.c.subject_id, duty.c.subject_id != duty.c.unit_id)
        .correlate(duty)
        .scalar_subquery()
    )


CLASSIFY = "classify_people"
EVERY_MONTH = tuple(range(1, 13))
LAST_MONTH = (12,)
_SCORING = units_of_a_period()

STEPS: tuple[Step, ...] = (
    Step(
        kind="assign_work",
        action=Action.AssignWork,
        switch=DUTY_ASSIGN_DAY,
        due=assign_by,
        owed=_SCORING,
        edge=BEGINNING,
        done=_of_every_sheet(_NOTHING_ASSIGNED, _FIRST_ASSIGNED),
        months=EVERY_MONTH,
    ),
    Step(
        kind="accept_delivery",
        action=Action.AcceptDelivery,
        switch=DUTY_ACCEPT_DAYS,
        due=accept_by,
        owed=deliveries_waiting(),
        done=select(delivery.c.decided_at)
        .where(delivery.c.id == duty.c.subject_id)
        .correlate(duty)
        .scalar_subquery(),
        # It is due within a week, so that "in 7 days" would be said of each the moment it comes.
        reminders=(3, 1),
        subject=select(assignment.c.title)
        .join(delivery, delivery.c.assignment_id == assignment.c.id)
        .where(delivery.c.id == duty.c.subject_id)
        .correlate(duty)
        .scalar_subquery(),
    ),
    Step(
        kind="score_sheets",
        action=Action.SignSheet,
        switch=DUTY_SCORE_DAY,
        due=score_by,
        owed=_SCORING,
        edge=ENDING,
        done=_of_every_sheet(sheet.c.released_at.is_(None), sheet.c.released_at),
        months=EVERY_MONTH,
    ),
    Step(
        kind="close_month",
        action=Action.CloseMonth,
        switch=DUTY_CLOSE_DAY,
        due=close_by,
        owed=_SCORING,
        edge=ENDING,
        done=select(unit_month.c.closed_at)
        .where(
            unit_month.c.unit_id == duty.c.unit_id,
            unit_month.c.period == duty.c.period,
            unit_month.c.state == "closed",
        )
        .correlate(duty)
        .scalar_subquery(),
        months=EVERY_MONTH,
    ),
    Step(
        kind="decide_petition",
        action=Action.DecidePetition,
        switch=None,
        due=on_the_day,
        owed=petitions_filed(),
        done=select(func.coalesce(petition.c.decided_at, petition.c.withdrawn_at))
        .where(petition.c.id == duty.c.subject_id)
        .correlate(duty)
        .scalar_subquery(),
        reminders=(3, 1),
    ),
    Step(
        kind=CLASSIFY,
        action=Action.DecideClassification,
        switch=SPECIAL_DEADLINE,
        due=classify_by,
        owed=classifying_units_of_year(),
        done=_decided(classification_round, classification_round.c.classifying_unit_id),
        months=LAST_MONTH,
        subject=_unit_beneath(),
    ),
    Step(
        kind="review_organisation",
        action=Action.DecideRecognition,
        switch=SPECIAL_DEADLINE,
        due=classify_by,
        owed=recognising_units_of_year(),
        done=_decided(recognition_round, recognition_round.c.unit_id),
        months=LAST_MONTH,
    ),
)

ACTION: ColumnElement[str] = case(
    *((duty.c.kind == step.kind, literal(step.action.value)) for step in STEPS), else_=literal("")
)
"""The deed that does a row of `duty`."""

SUBJECT: ColumnElement[str] = func.coalesce(
    case(*((duty.c.kind == step.kind, step.subject) for step in STEPS if step.subject is not None)),
    "",
)
"""What a row of `duty` is about, in people's words; empty for a step of one's own month."""

NAME_NEEDS = ("kind", func.coalesce(case((duty.c.kind == CLASSIFY, _unit_beneath())), ""))
"""What `step_names` needs of each duty."""
