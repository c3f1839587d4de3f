"""What gates ask of a person and no other slice keeps: protected states, wishes, facts of service.

Each is recorded on a document. A protected state is about health and family: only the person, the
personnel body and the heads who decide on him see it, an inspector does not. Nothing is deleted.
"""

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ColumnElement,
    Date,
    DateTime,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    and_,
    exists,
    not_,
    or_,
    text,
)

from resolvers.core.documents import columns
from resolvers.core.tables import during, identity, metadata, one_of, refers, version
from resolvers.core.visibility import FENCE, HEADED, INSPECTED, PERSON, visible
from resolvers.people import keeps_the_file, person
from resolvers.statute.personnel import ActionKind, State

STATES = tuple(state.value for state in State)
KINDS = tuple(kind.value for kind in ActionKind)
FACTS = ("retirement", "term", "confidence", "earlier_class")
LEVELS = ("EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED", "NOT_RATED")


def _about() -> list[Column[Any]]:
    """Whom it is about, the agency that recorded it, and the units whose heads decide on him."""
    return [
        refers("agency_id", "agency.id", index=True),
        refers("person_id", "person.id", index=True),
        refers("classifying_unit_id", "unit.id", null=True),
        refers("managing_unit_id", "unit.id", null=True),
    ]


# A state in which the person is protected, or an action waits. Of a child, `during` begins on the
# day of birth: the months that count are the law's.
protected_state = Table(
    "protected_state",
    metadata,
    identity(),
    *_about(),
    Column("state", Text, nullable=False),
    during(),
    *columns(dated=True),
    refers("recorded_by", "person.id"),
    Column("recorded_at", DateTime(timezone=True), nullable=False),
    Column("ended_reason", Text),
    refers("ended_by", "person.id", null=True),
    Column("ended_at", DateTime(timezone=True)),
    version(),
    one_of("state", *STATES),
    CheckConstraint(
        "num_nonnulls(ended_reason, ended_by, ended_at) in (0, 3)", name="an_end_is_signed"
    ),
    CheckConstraint(
        "recorded_by <> person_id and ended_by <> person_id", name="nobody_records_his_own"
    ),
)

# What the person himself has asked for in writing: it waives what protects him, and nothing else.
personal_wish = Table(
    "personal_wish",
    metadata,
    identity(),
    *_about(),
    Column("kind", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("said", Text, nullable=False),
    # Null where he said it himself, signed in.
    *columns(null=True),
    refers("stated_by", "person.id"),
    Column("stated_at", DateTime(timezone=True), nullable=False),
    Column("withdrawn_at", DateTime(timezone=True)),
    version(),
    one_of("kind", *KINDS),
    CheckConstraint(
        "stated_by = person_id or document_no is not null", name="said_himself_or_on_paper"
    ),
    Index(
        "personal_wish_once_idx",
        "person_id",
        "kind",
        unique=True,
        postgresql_where=text("withdrawn_at is null"),
    ),
)

# The day of retirement, the term of an office, a count of confidence, a class from before or from
# elsewhere: facts that a decision rests on and that another system holds.
service_fact = Table(
    "service_fact",
    metadata,
    identity(),
    *_about(),
    Column("kind", Text, nullable=False),
    # The day of retirement, the last day of the term, the day of the count, of the notified class.
    Column("day", Date, nullable=False),
    # Of a term.
    refers("posting_id", "posting.id", null=True),
    Column("starts_on", Date),
    # Of a count of confidence.
    Column("low", Integer),
    Column("ballots", Integer),
    # Of a class: its year, level, and the text by which it was given.
    Column("year", Integer),
    Column("level", Text),
    Column("scale", Text),
    *columns(dated=True),
    refers("recorded_by", "person.id"),
    Column("recorded_at", DateTime(timezone=True), nullable=False),
    Column("annulled_reason", Text),
    refers("annulled_by", "person.id", null=True),
    Column("annulled_at", DateTime(timezone=True)),
    version(),
    one_of("kind", *FACTS),
    one_of("level", *LEVELS),
    CheckConstraint(
        "num_nonnulls(posting_id, starts_on) = case kind when 'term' then 2 else 0 end"
        " and num_nonnulls(low, ballots) = case kind when 'confidence' then 2 else 0 end"
        " and num_nonnulls(year, level, scale) = case kind when 'earlier_class' then 3 else 0 end",
        name="what_its_kind_holds",
    ),
    CheckConstraint("low between 0 and ballots and ballots > 0", name="no_more_than_ballots"),
    CheckConstraint("day >= starts_on", name="ends_after_it_begins"),
    CheckConstraint(
        "num_nonnulls(annulled_reason, annulled_by, annulled_at) in (0, 3)",
        name="annulment_is_signed",
    ),
    CheckConstraint(
        "recorded_by <> person_id and annulled_by <> person_id", name="nobody_records_his_own"
    ),
    Index(
        "service_fact_retirement_idx",
        "person_id",
        unique=True,
        postgresql_where=text("kind = 'retirement' and annulled_at is null"),
    ),
    Index(
        "service_fact_term_idx",
        "posting_id",
        unique=True,
        postgresql_where=text("kind = 'term' and annulled_at is null"),
    ),
    Index(
        "service_fact_class_idx",
        "person_id",
        "year",
        unique=True,
        postgresql_where=text("kind = 'earlier_class' and annulled_at is null"),
    ),
)

# The posts of an agency that are changed periodically, and after how many years.
periodic_position = Table(
    "periodic_position",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("position_id", "job_position.id"),
    Column("years", Integer, nullable=False),
    *columns(dated=True),
    refers("listed_by", "person.id"),
    Column("listed_at", DateTime(timezone=True), nullable=False),
    version(),
    UniqueConstraint("agency_id", "position_id"),
    CheckConstraint("years between 2 and 5", name="years_of_the_law"),
)


def _inspects(table: Table) -> ColumnElement[bool]:
    return exists().where(person.c.id == table.c.person_id, person.c.agency_id == INSPECTED.any_())


def _decides(table: Table) -> ColumnElement[bool]:
    return or_(
        table.c.classifying_unit_id == HEADED.any_(), table.c.managing_unit_id == HEADED.any_()
    )


visible(
    protected_state,
    or_(
        protected_state.c.person_id == PERSON,
        _decides(protected_state),
        and_(keeps_the_file(protected_state), not_(_inspects(protected_state))),
    ),
)
for _table in (personal_wish, service_fact):
    visible(
        _table,
        or_(_table.c.person_id == PERSON, _decides(_table), keeps_the_file(_table)),
    )
visible(periodic_position, periodic_position.c.agency_id == FENCE.any_())
