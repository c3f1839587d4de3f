"""What is known of a person for gates, in one question: the same for a preview and for a deed."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    Text,
    cast,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import aggregate_order_by

from resolvers.classification import classification
from resolvers.core.days import holds
from resolvers.core.tables import since, until
from resolvers.discipline import discipline_decision, discipline_procedure
from resolvers.people import handover, person, posting
from resolvers.personnel.protection_tables import personal_wish, protected_state, service_fact

Value = ColumnElement[Any]
LISTS = ("posts", "classes", "proceedings", "disciplines", "states", "wishes", "service")
"""The columns of `standing_of` that hold JSON lists of records."""


def _told(*columns: ColumnElement[Any]) -> ColumnElement[Any]:
    """One record as JSON, by the names of its columns; everything but numbers as text."""
    pairs: list[Any] = []
    for column in columns:
        pairs += [cast(column.name, Text), column]
    return func.jsonb_build_object(*pairs)


def _listed(rows: Select[Any]) -> ColumnElement[Any]:
    """The records of a question as one JSON list, in the order of their ids."""
    found = rows.subquery()
    record = _told(*found.c)
    listed = func.jsonb_agg(aggregate_order_by(record, found.c.id))
    return select(func.coalesce(listed, func.jsonb_build_array())).scalar_subquery()


def _posts(who: Value) -> Select[Any]:
    names = ("id", "office", "mode", "main", "unit_id", "position_id", "agency_id")
    return select(
        *(posting.c[name] for name in names),
        since(posting).label("since"),
        until(posting).label("until"),
    ).where(posting.c.person_id == who, ~func.isempty(posting.c.during))


def _classes(who: Value) -> Select[Any]:
    """Notified classes of the agency that keeps the file, and of years handed over to it."""
    case = classification
    keeper = select(person.c.agency_id).where(person.c.id == who).scalar_subquery()
    sent = exists().where(
        handover.c.person_id == who,
        handover.c.agency_id == keeper,
        handover.c.from_agency_id == case.c.agency_id,
        handover.c.year == case.c.year,
    )
    return select(
        case.c.id,
        case.c.year,
        case.c.state,
        case.c.applied_level.label("level"),
        case.c.edition,
        case.c.result_id,
        cast(func.timezone("Asia/Ho_Chi_Minh", case.c.notified_at), Date).label("known_on"),
    ).where(
        case.c.person_id == who,
        case.c.replaced_at.is_(None),
        case.c.notified_at.is_not(None),
        or_(
            case.c.agency_id == keeper,
            case.c.classifying_agency_id == keeper,
            case.c.managing_agency_id == keeper,
            sent,
        ),
    )


def _proceedings(who: Value, day: Value) -> Select[Any]:
    table = discipline_procedure
    return select(table.c.id, table.c.kind, table.c.opened_on.label("since")).where(
        table.c.person_id == who,
        table.c.opened_on <= day,
        or_(table.c.closed_on.is_(None), table.c.closed_on > day),
        table.c.outcome.is_distinct_from("misrecorded"),
    )


def _disciplines(who: Value, day: Value) -> Select[Any]:
    table = discipline_decision
    return select(
        table.c.id,
        table.c.form,
        table.c.source,
        since(table).label("since"),
        until(table).label("until"),
    ).where(table.c.person_id == who, holds(table, day), table.c.annulled_at.is_(None))


def _states(who: Value, day: Value) -> Select[Any]:
    table = protected_state
    return select(
        table.c.id, table.c.state, since(table).label("since"), until(table).label("until")
    ).where(table.c.person_id == who, holds(table, day))


def _wishes(who: Value) -> Select[Any]:
    table = personal_wish
    return select(table.c.id, table.c.kind, table.c.day).where(
        table.c.person_id == who, table.c.withdrawn_at.is_(None)
    )


def _service(who: Value) -> Select[Any]:
    table = service_fact
    names = ("id", "kind", "day", "posting_id", "starts_on", "low", "ballots", "year", "level")
    return select(*(table.c[name] for name in names)).where(
        table.c.person_id == who, table.c.annulled_at.is_(None)
    )


def standing_of(who: Value, day: Value) -> Select[Any]:
    """One row about a person on a day: `person_id`, `agency_id`, `day` and the lists of LISTS."""
    lists: dict[str, ColumnElement[Any]] = {
        "posts": _listed(_posts(who)),
        "classes": _listed(_classes(who)),
        "proceedings": _listed(_proceedings(who, day)),
        "disciplines": _listed(_disciplines(who, day)),
        "states": _listed(_states(who, day)),
        "wishes": _listed(_wishes(who)),
        "service": _listed(_service(who)),
    }
    return select(
        person.c.id.label("person_id"),
        person.c.agency_id,
        cast(day, Date).label("day"),
        *(found.label(name) for name, found in lists.items()),
    ).where(person.c.id == who)
