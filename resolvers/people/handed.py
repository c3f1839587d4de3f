"""Monthly results that an agency hands to the one where a person serves now (art. 19.1).

`agency_id` is the receiving agency, `from_agency_id` the one that hands over. A row is a copy of
what stood in a closed sheet, with the sheet's id and round; it is never changed. A sheet that was
corrected afterwards is handed over again: the new row takes the old one's place, which is kept.
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
    Numeric,
    SmallInteger,
    Table,
    Text,
    or_,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, UUID

from resolvers.core.tables import identity, metadata, one_of, refers
from resolvers.core.visibility import AGENCIES, PERSON, UNITS, visible

PURPOSES = ("transfer",)


def _between() -> list[Column[Any]]:
    """Whom it is about, who receives it, and who gives it, each agency with a unit that scores him.

    `scoring_unit_id` is the unit whose head scores the person in the receiving agency, and
    `from_scoring_unit_id` the one whose head scored him; where nobody does, his own unit.
    """
    return [
        refers("agency_id", "agency.id"),
        refers("scoring_unit_id", "unit.id"),
        refers("person_id", "person.id"),
        refers("from_agency_id", "agency.id"),
        refers("from_scoring_unit_id", "unit.id"),
    ]


def _shared(table: Table) -> ColumnElement[bool]:
    """The person's own, and those who read his sheets in either agency."""
    return or_(
        table.c.person_id == PERSON,
        table.c.scoring_unit_id == UNITS.any_(),
        table.c.agency_id == AGENCIES.any_(),
        table.c.from_scoring_unit_id == UNITS.any_(),
        table.c.from_agency_id == AGENCIES.any_(),
    )


# The receiving agency asks for a year's results; open until they are handed over.
handover_request = Table(
    "handover_request",
    metadata,
    identity(),
    *_between(),
    Column("year", Integer, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("document_no", Text, nullable=False),
    Column("document_day", Date),
    refers("requested_by", "person.id"),
    Column("requested_at", DateTime(timezone=True), nullable=False),
    Column("answered_at", DateTime(timezone=True)),
    one_of("purpose", *PURPOSES),
    CheckConstraint("from_agency_id <> agency_id", name="to_another_agency"),
)
Index(
    "handover_request_open_idx",
    handover_request.c.from_agency_id,
    handover_request.c.agency_id,
    handover_request.c.person_id,
    handover_request.c.year,
    unique=True,
    postgresql_where=handover_request.c.answered_at.is_(None),
)

# One act of handing over, on a document; its sheets are the rows of `handed_sheet`.
handover = Table(
    "handover",
    metadata,
    identity(),
    *_between(),
    Column("year", Integer, nullable=False),
    Column("document_no", Text, nullable=False),
    Column("document_day", Date),
    refers("handed_by", "person.id"),
    Column("handed_at", DateTime(timezone=True), nullable=False),
    CheckConstraint("from_agency_id <> agency_id", name="to_another_agency"),
    Index("handover_person_idx", "person_id", "year"),
)

# One closed sheet as it was handed over: the current row of a sheet is the one whose `replaced_at`
# is null.
handed_sheet = Table(
    "handed_sheet",
    metadata,
    identity(),
    *_between(),
    refers("handover_id", "handover.id", index=True),
    Column("sheet_id", UUID(as_uuid=True), nullable=False),
    Column("round", SmallInteger, nullable=False),
    # First day of the month.
    Column("period", Date, nullable=False),
    # Calendar days of the month on which the post of the sheet was held.
    Column("days", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("unit_name", Text, nullable=False),
    # As printed; null where there is no number (INSUFFICIENT_DATA).
    Column("total", Numeric),
    Column("level", Text, nullable=False),
    Column("cites", ARRAY(Text), nullable=False),
    refers("handed_by", "person.id"),
    Column("handed_at", DateTime(timezone=True), nullable=False),
    # The row whose place this one took, and when another one took this one's.
    refers("replaces_id", "handed_sheet.id", null=True),
    Column("replaced_at", DateTime(timezone=True)),
    CheckConstraint("extract(day from period) = 1", name="period_is_a_month"),
    CheckConstraint("days > 0", name="has_days"),
    CheckConstraint("from_agency_id <> agency_id", name="to_another_agency"),
    Index("handed_sheet_person_idx", "person_id", "period"),
    Index(
        "handed_sheet_current_idx",
        "agency_id",
        "sheet_id",
        unique=True,
        postgresql_where=text("replaced_at is null"),
    ),
)

for _table in (handover_request, handover, handed_sheet):
    visible(_table, _shared(_table))
