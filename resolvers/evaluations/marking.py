"""Marks as they are given, held against the law of the period's last day."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from resolvers.core.database import Row
from resolvers.core.errors import InvalidInput
from resolvers.evaluations.model import CODES, MOST_POINTS, PLACES, Leadership, Marks
from resolvers.statute.dated import Law, NotInForce
from resolvers.statute.evaluation import GENERAL_CRITERIA, LEADERSHIP, PARTS, month_law


def marks_by_code(marks: Marks) -> dict[str, Decimal]:
    """The marks by criterion, in the order of form 01; raises InvalidInput.

    All ten must be there. What each may be worth is the law's to say; here it must fit its column.
    """
    if isinstance(marks, Mapping):
        given = dict(marks)
    else:
        given = {mark.criterion: mark.points for mark in marks}
        if len(given) != len(marks):
            raise InvalidInput(what="marks", allowed="I.1 … III.4", field="marks")
    if set(given) != set(CODES):
        raise InvalidInput(what="marks", allowed=", ".join(CODES), field="marks")
    for code, points in given.items():
        fits = points.is_finite() and abs(points) < MOST_POINTS
        if not fits or points != round(points, PLACES):
            raise InvalidInput(what=f"marks.{code}", allowed="0.01", field=f"marks.{code}")
    return {code: given[code] for code in CODES}


def law_of(found: Row, known: date) -> Law:
    """The law of the last day of a held sheet's period, as it was known on a day."""
    return month_law(found["period"], found["months"], known=known)


def demand_marks(marks: Mapping[str, Decimal], law: Law) -> None:
    """Raises InvalidInput for a mark outside 0 to the most points of its criterion (form 01)."""
    most = law(GENERAL_CRITERIA)
    for code, points in marks.items():
        if not 0 <= points <= most[code]:
            name = f"marks.{code}"
            raise InvalidInput(what=name, allowed=f"0–{most[code]}", field=name)


def demand_leadership(chosen: Leadership, law: Law) -> None:
    """Raises InvalidInput unless each chosen criterion has one of the values of article 15(3)."""
    allowed = law(LEADERSHIP).values()
    for name in ("organising", "unity", "unit_result"):
        value = getattr(chosen, name)
        if value is not None and value not in allowed:
            words, field = ", ".join(map(str, allowed)), f"leadership.{name}"
            raise InvalidInput(what=field, allowed=words, field=field)


def demand_month(period: date, today: date) -> None:
    """Raises InvalidInput unless the period is a month, begun and governed by the decree."""
    if period.day != 1 or period > today:
        allowed = f"YYYY-MM-01, ≤ {today}"
        raise InvalidInput(what="period", allowed=allowed, field="period")
    law = month_law(period, known=today)
    try:
        law(PARTS)
    except NotInForce:
        first = PARTS.versions[0].since
        raise InvalidInput(what="period", allowed=f"≥ {first}", field="period") from None
