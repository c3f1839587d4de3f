"""How long discipline lasts, until when it may be taken up, and what follows from it.

Each function takes the law of the day that it is about and returns days; the texts that it read
stand in `law.cites`. Days after which something is over are the first days without it.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from resolvers.statute.calendar import Deadline, add_working_days
from resolvers.statute.dated import Dated, Law
from resolvers.statute.decrees import decree_172
from resolvers.statute.discipline.facts import FORMS, Form, Procedure, Relation, Source, Unlimited
from resolvers.statute.discipline.parameters import (
    BLOCKING,
    CORRECTION,
    IN_FORCE,
    LIMITATION,
    PARTY_FOLLOW_UP,
    REPEAT,
)
from resolvers.statute.evaluation import DisqualifierKind
from resolvers.statute.months import months_after
from resolvers.statute.personnel.parameters import DISCIPLINE_WHOLE

NO_LIMITATION = Dated("discipline/no_limitation", [decree_172("5(4)", frozenset(Unlimited))])
"""The kinds of violations that are disciplined however long ago they were."""

ENDED_BY_ANOTHER = Dated("discipline/ended_by_another", [decree_172("2(9)", True)])
"""Discipline for a new violation ends what was in force (art. 2.9, third paragraph)."""

LEADERS_ONLY = Dated("discipline/leaders_only", [decree_172("7(2)(c)", (Form.DEMOTION,))])
"""Forms that only somebody in a leading office is given."""


def in_force(effective: date, law: Law, party: date | None = None) -> tuple[date, date]:
    """The first day of a decision's force, and the first day without it (art. 2.9).

    It ends by itself. Where Party discipline about the same act took effect on `party`, the months
    count from there.
    """
    return effective, months_after(party or effective, int(law(IN_FORCE)["months"]))


def limitation(form: Form, act: date, law: Law, unlimited: Unlimited | None) -> date | None:
    """The last day on which discipline may be taken up for an act; None without limit (art. 5)."""
    if unlimited is not None and unlimited in law(NO_LIMITATION):
        return None
    months = law(LIMITATION)["reprimand" if form is Form.REPRIMAND else "other"]
    return months_after(act, int(months))


def is_repeated(effective: date, act: date, law: Law) -> bool:
    """Whether an act came within the months after the decision on the same conduct (art. 2.8)."""
    return effective <= act < months_after(effective, int(law(REPEAT)["months"]))


def _next_form(running: Form, source: Source, leader: bool) -> Form:
    order = [form for form in FORMS[source] if leader or form is not Form.DEMOTION]
    above = [form for form in order if list(Form).index(form) > list(Form).index(running)]
    return above[0] if above else order[-1]


ONE_HEAVIER = Dated("discipline/one_heavier", [decree_172("2(3)", _next_form)])
"""The lightest form for a new violation while discipline is in force: one level above it."""


def least_form(running: Iterable[Form], source: Source, leader: bool, law: Law) -> Form | None:
    """The lightest form that may follow, given the forms in force when the act was done."""
    forms = sorted(running, key=list(Form).index)
    return law(ONE_HEAVIER)(forms[-1], source, leader) if forms else None


def is_lighter(form: Form, than: Form) -> bool:
    """Whether one form is lighter than another."""
    return list(Form).index(form) < list(Form).index(than)


def procedure_due(found: date, stopped: int, law: Law, *, complicated: bool) -> date:
    """The last day of a procedure for an act found on a day; `stopped` days do not count."""
    days = law(DISCIPLINE_WHOLE)["complex" if complicated else "days"]
    return found + timedelta(days=int(days) + stopped)


def administrative_due(announced: date, law: Law) -> date:
    """By when administrative discipline follows Party discipline announced on a day (art. 2.6)."""
    return announced + timedelta(days=int(law(PARTY_FOLLOW_UP)["days"]))


def correction_due(concluded: date, law: Law) -> Deadline:
    """By when it is made public that somebody was wrongly disciplined; raises HolidaysUnknown."""
    days = int(law(CORRECTION)["working_days"])
    return Deadline(add_working_days(concluded, days), law.cite(CORRECTION))


def blocks(kind: Procedure, law: Law) -> bool:
    """Whether nobody is appointed, transferred, rotated or seconded while it is under way."""
    return bool(law(BLOCKING)[kind])


def ground(source: Source, relation: Relation) -> DisqualifierKind:
    """What a decision is in the classification of a year (Decree 335/2025, art. 11.3 and 20.4).

    Degradation that is disciplined by the agency counts as the conclusion that it is.
    """
    if relation is Relation.UNRELATED:
        return DisqualifierKind.UNRELATED_DISCIPLINE
    if source is Source.PARTY:
        return DisqualifierKind.PARTY_DISCIPLINE
    return (
        DisqualifierKind.DUTY_DISCIPLINE
        if relation is Relation.DUTY
        else DisqualifierKind.DEGRADATION
    )
