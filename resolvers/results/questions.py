"""Questions about absences and results; which rows a person may see is applied elsewhere."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from resolvers.core.days import TODAY, holds
from resolvers.core.documents import hash_of
from resolvers.core.visibility import PERSON
from resolvers.organisation import last_of_period
from resolvers.results.tables import STALE, absence, result, result_run
from resolvers.statute.evaluation import Level

Value = ColumnElement[Any]

DOCUMENT_SHA256: ColumnElement[str] = hash_of(absence, "document_sha256")
"""The hash of the document behind an absence, as people write it."""


def my_absences() -> Select[Any]:
    """The absences of the person who asks, also those that were annulled."""
    return select(absence).where(absence.c.person_id == PERSON)


def absences_of_person(person: Value) -> Select[Any]:
    """A person's absences, also those that were annulled."""
    return select(absence).where(absence.c.person_id == person)


def absences_of_agency(agency: Value) -> Select[Any]:
    """The absences recorded in an agency, also those that were annulled."""
    return select(absence).where(absence.c.agency_id == agency)


def absences_of_period(period: Value) -> Select[Any]:
    """The absences that count and that reach into a period."""
    last = last_of_period(absence.c.agency_id, period)
    days = func.daterange(period, last, "[]")
    return select(absence).where(
        absence.c.annulled_at.is_(None), absence.c.during.op("&&", is_comparison=True)(days)
    )


def absences_in(unit: Value, on: Value = TODAY) -> Select[Any]:
    """Who is away on a day of those whom the head of a unit scores."""
    return select(absence).where(
        absence.c.scoring_unit_id == unit,
        absence.c.annulled_at.is_(None),
        holds(absence, on),
    )


def _current() -> Select[Any]:
    return select(result).where(result.c.replaced_at.is_(None))


def result_by_id(id: Value) -> Select[Any]:
    """One result, current or replaced."""
    return select(result).where(result.c.id == id)


def my_results() -> Select[Any]:
    """The current results of the person who asks."""
    return _current().where(result.c.person_id == PERSON)


def results_of_person(person: Value) -> Select[Any]:
    """A person's current results."""
    return _current().where(result.c.person_id == person)


def editions(person: Value, span: Value, period: Value) -> Select[Any]:
    """Every edition of one result of a person."""
    return select(result).where(
        result.c.person_id == person, result.c.span == span, result.c.period == period
    )


def results_of_agency(agency: Value, span: Value, period: Value) -> Select[Any]:
    """The current results of an agency for one span."""
    return _current().where(
        result.c.agency_id == agency, result.c.span == span, result.c.period == period
    )


def results_of_unit(unit: Value, span: Value, period: Value) -> Select[Any]:
    """The current results for one span of those whom the head of a unit scored at its end."""
    return _current().where(
        result.c.scoring_unit_id == unit, result.c.span == span, result.c.period == period
    )


def stale_results(agency: Value, span: Value, period: Value) -> Select[Any]:
    """Those results of an agency whose sheets, posts or absences have changed since."""
    return results_of_agency(agency, span, period).where(STALE)


def incomplete_results(agency: Value, span: Value, period: Value) -> Select[Any]:
    """Those results of an agency in which somebody owes a score."""
    missing = result.c.level == Level.INSUFFICIENT_DATA.value
    return results_of_agency(agency, span, period).where(missing)


def result_runs(agency: Value, span: Value, period: Value) -> Select[Any]:
    """When an agency's results of a span were computed, and by whom."""
    return select(result_run).where(
        result_run.c.agency_id == agency,
        result_run.c.span == span,
        result_run.c.period == period,
    )
