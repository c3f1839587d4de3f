"""Recorded absences, and the results of quarter, half-year and year (Decree 335/2025, art. 11, 17).

A result is never changed: one that is computed again from other inputs is a new row, and the old
one is kept with the moment at which it was replaced.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Date,
    DateTime,
    Index,
    Integer,
    LargeBinary,
    Numeric,
    Table,
    Text,
    UniqueConstraint,
    and_,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, DATERANGE, JSONB, ExcludeConstraint

from resolvers.core.days import TODAY
from resolvers.core.documents import columns
from resolvers.core.tables import during, identity, metadata, one_of, refers, version
from resolvers.core.visibility import FENCE, visible
from resolvers.work import about, concerns

KINDS = ("maternity", "sick", "unpaid", "training", "suspended")
SPANS = ("quarter", "half_year", "year")
LEVELS = ("EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED", "INSUFFICIENT_DATA")

# Days on which a person did not serve, on a document. `scoring_unit_id` is the unit whose head
# scored the person when the absence began; where nobody did, the person's own unit.
absence = Table(
    "absence",
    metadata,
    identity(),
    *about(),
    Column("kind", Text, nullable=False),
    during(),
    *columns(),
    refers("recorded_by", "person.id"),
    Column("recorded_at", DateTime(timezone=True), nullable=False),
    Column("ended_reason", Text),
    Column("annulled_reason", Text),
    refers("annulled_by", "person.id", null=True),
    Column("annulled_at", DateTime(timezone=True)),
    version(),
    one_of("kind", *KINDS),
    CheckConstraint("not isempty(during)", name="has_days"),
    CheckConstraint("recorded_by <> person_id", name="nobody_records_his_own"),
    CheckConstraint("annulled_by <> person_id", name="nobody_annuls_his_own"),
    CheckConstraint(
        "(annulled_at is null) = (annulled_by is null)"
        " and (annulled_at is null) = (annulled_reason is null)",
        name="annulment_is_signed",
    ),
    ExcludeConstraint(
        ("person_id", "="),
        ("during", "&&"),
        where=text("annulled_at is null"),
        name="absence_one_per_person_and_day",
    ),
    Index("absence_agency_idx", "agency_id", "id"),
)

# The agency is that of the last main post in the span, and `scoring_unit_id` the unit whose head
# scored its holder then.
result = Table(
    "result",
    metadata,
    identity(),
    *about(),
    Column("span", Text, nullable=False),
    # First day of the span.
    Column("period", Date, nullable=False),
    # The days that it is drawn from: those of the span, or of twelve months that end before it.
    Column("days", DATERANGE, nullable=False),
    # As printed; null where there is no number.
    Column("total", Numeric),
    # Before its one rounding, cut after the twelfth decimal.
    Column("raw_total", Numeric),
    # Null where there is nothing to rate.
    Column("level", Text),
    Column("rated", Boolean, nullable=False),
    Column("not_rated_because", Text, nullable=False, server_default=text("''")),
    Column("months_worked", Numeric, nullable=False),
    Column("provisional", Boolean, nullable=False),
    # Every period of the span (see resolvers.results.entries): the sheets used, the absences, and
    # what is missing with the unit that owes it. With the switches and `known` it gives the number
    # again, and each step to it.
    Column("entries", JSONB, nullable=False),
    # The agency's answers to what the law leaves open, as they are for the span's last day.
    Column("switches", JSONB, nullable=False),
    Column("cites", ARRAY(Text), nullable=False),
    Column("edition", Integer, nullable=False),
    # The day of which the law was known.
    Column("known", Date, nullable=False),
    Column("computed_at", DateTime(timezone=True), nullable=False),
    # SHA-256 of what it says and of `inputs`: the same, and there is nothing to write.
    Column("fingerprint", LargeBinary, nullable=False),
    # What it was drawn from, as `congtam.result_inputs` says it: other inputs, a stale result.
    Column("inputs", LargeBinary, nullable=False),
    Column("replaced_at", DateTime(timezone=True)),
    one_of("span", *SPANS),
    one_of("level", *LEVELS),
    CheckConstraint(
        "extract(day from period) = 1 and extract(month from period)::integer % case span"
        " when 'quarter' then 3 when 'half_year' then 6 else 12 end = 1",
        name="period_begins_its_span",
    ),
    CheckConstraint("edition > 0", name="editions_count_from_one"),
    CheckConstraint(
        "level is distinct from 'INSUFFICIENT_DATA' or total is null",
        name="insufficient_data_is_no_number",
    ),
    CheckConstraint(
        "rated = (level is not null and level <> 'INSUFFICIENT_DATA')"
        " and rated = (not_rated_because = '')",
        name="rated_by_a_level",
    ),
    UniqueConstraint("person_id", "span", "period", "edition"),
    Index("result_agency_idx", "agency_id", "span", "period", "id"),
    Index("result_unit_idx", "scoring_unit_id", "span", "period", "id"),
)
Index(
    "result_current_idx",
    result.c.person_id,
    result.c.span,
    result.c.period,
    unique=True,
    postgresql_where=result.c.replaced_at.is_(None),
)

# One computing of an agency's results that wrote something: who asked for it, and what it found.
result_run = Table(
    "result_run",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    Column("span", Text, nullable=False),
    Column("period", Date, nullable=False),
    Column("people", Integer, nullable=False),
    Column("written", Integer, nullable=False),
    Column("incomplete", Integer, nullable=False),
    Column("unrated", Integer, nullable=False),
    # Null where the system did it by command.
    refers("computed_by", "person.id", null=True),
    Column("computed_at", DateTime(timezone=True), nullable=False),
    one_of("span", *SPANS),
    Index("result_run_agency_idx", "agency_id", "span", "period", "id"),
)


def _stale() -> ColumnElement[bool]:
    """A current result whose sheets, posts or absences are no longer those it was drawn from."""
    now: Any = func.congtam.result_inputs(result.c.person_id, result.c.days, type_=LargeBinary)
    return and_(result.c.replaced_at.is_(None), now != result.c.inputs)


STALE = _stale()
"""True where a result has to be computed again."""

DEBTORS: ColumnElement[Any] = func.congtam.result_debtors(
    result.c.entries, TODAY, type_=JSONB(none_as_null=True)
)
"""By unit that owes a sheet of the result: its name, and who heads it on the day of the request."""

for _table in (absence, result):
    visible(_table, concerns(_table))
visible(result_run, result_run.c.agency_id == FENCE.any_())
