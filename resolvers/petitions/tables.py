"""Petitions against a month's score or a year's class, and all that was said on them (art. 22, 24).

The row names the person, the unit whose head scored him and the unit whose head decides: by these,
and by the agencies of both, it is decided who may see it.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Index,
    Numeric,
    SmallInteger,
    Table,
    Text,
    and_,
    exists,
    or_,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, UUID

from resolvers.core.documents import columns
from resolvers.core.tables import identity, metadata, one_of, refers, version
from resolvers.core.visibility import AGENCIES, HEADED, PERSON, visible

SUBJECTS = ("score", "class")
STATES = ("filed", "upheld", "rejected", "withdrawn")
PARTS = ("petition", "statement", "opinion", "decision")
LEVELS = ("EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED", "INSUFFICIENT_DATA")

petition = Table(
    "petition",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("person_id", "person.id"),
    Column("about", Text, nullable=False),
    # A month's score: the sheet, and the round that was notified.
    Column("sheet_id", UUID(as_uuid=True)),
    Column("period", Date, nullable=False),
    Column("round", SmallInteger),
    # A year's class: the edition that was notified; `period` is the first day of its year.
    refers("classification_id", "classification.id", null=True),
    refers("scoring_unit_id", "unit.id"),
    refers("deciding_unit_id", "unit.id"),
    refers("deciding_agency_id", "agency.id"),
    refers("scored_by", "person.id"),
    # The result as it was notified.
    Column("old_total", Numeric),
    Column("old_level", Text, nullable=False),
    Column("notified_on", Date, nullable=False),
    Column("text", Text, nullable=False),
    Column("filed_at", DateTime(timezone=True), nullable=False),
    Column("filed_on", Date, nullable=False),
    # Until when it would have been in time by the agency's rule; a late one is decided too.
    Column("file_by", Date, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("cites", ARRAY(Text), nullable=False),
    Column("state", Text, nullable=False, server_default=text("'filed'")),
    # The head who scored learns of it when he is asked, or when it is decided.
    refers("statement_asked_by", "person.id", null=True),
    Column("statement_asked_at", DateTime(timezone=True)),
    Column("statement", Text),
    refers("stated_by", "person.id", null=True),
    refers("stated_on_behalf_of", "person.id", null=True),
    Column("stated_at", DateTime(timezone=True)),
    # The personnel body's written opinion.
    Column("opinion", Text),
    refers("opinion_by", "person.id", null=True),
    Column("opinion_at", DateTime(timezone=True)),
    refers("decided_by", "person.id", null=True),
    refers("on_behalf_of", "person.id", null=True),
    Column("decided_at", DateTime(timezone=True)),
    Column("decision_reason", Text),
    # What follows from upholding it: a new round under instructions, or a new edition of the class.
    Column("instructions", Text),
    Column("answer_by", DateTime(timezone=True)),
    Column("new_round", SmallInteger),
    refers("exception_id", "lock_exception.id", null=True),
    refers("new_classification_id", "classification.id", null=True),
    Column("withdrawn_at", DateTime(timezone=True)),
    Column("withdrawn_reason", Text),
    version(),
    one_of("about", *SUBJECTS),
    one_of("state", *STATES),
    one_of("old_level", *LEVELS),
    CheckConstraint(
        "(about = 'score') = (sheet_id is not null and round is not null)"
        " and (about = 'class') = (classification_id is not null)",
        name="is_about_one_result",
    ),
    CheckConstraint(
        "(state in ('upheld', 'rejected'))"
        " = (decided_by is not null and decided_at is not null and decision_reason is not null)",
        name="a_decision_is_signed",
    ),
    CheckConstraint(
        "(state = 'upheld') = (new_round is not null or new_classification_id is not null)",
        name="upholding_has_a_consequence",
    ),
    CheckConstraint(
        "decided_by <> person_id and opinion_by <> person_id and stated_by <> person_id",
        name="nobody_judges_his_own",
    ),
    CheckConstraint("on_behalf_of <> person_id", name="nobody_is_judged_for_himself"),
    CheckConstraint(
        "(state = 'withdrawn') = (withdrawn_at is not null)", name="a_withdrawal_is_dated"
    ),
    CheckConstraint(
        "num_nonnulls(opinion, opinion_by, opinion_at) in (0, 3)", name="opinion_signed"
    ),
    CheckConstraint(
        "num_nonnulls(statement, stated_by, stated_at) in (0, 3)", name="statement_signed"
    ),
    CheckConstraint("late = (filed_on > file_by)", name="late_is_after_the_last_day"),
    Index(
        "petition_one_open_per_sheet_idx",
        "sheet_id",
        unique=True,
        postgresql_where=text("state = 'filed'"),
    ),
    Index(
        "petition_one_open_per_class_idx",
        "classification_id",
        unique=True,
        postgresql_where=text("state = 'filed'"),
    ),
    Index("petition_person_idx", "person_id", "id"),
    Index("petition_agency_idx", "agency_id", "id"),
    Index("petition_deciding_idx", "deciding_unit_id", "state", "due_on"),
)

# Papers are kept where the agency keeps its papers; here stand their number, day, hash and link.
petition_document = Table(
    "petition_document",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("deciding_agency_id", "agency.id"),
    refers("person_id", "person.id"),
    refers("petition_id", "petition.id", index=True),
    # With which part of the file it came.
    Column("part", Text, nullable=False),
    *columns(),
    refers("added_by", "person.id"),
    Column("added_at", DateTime(timezone=True), nullable=False),
    one_of("part", *PARTS),
)

FINISHED = petition.c.state != "filed"
SCORER_TOLD = or_(
    petition.c.state.in_(("upheld", "rejected")), petition.c.statement_asked_at.is_not(None)
)
"""When the head who scored reads a petition: once he is asked, or it is decided."""

PETITION_SHOWN = or_(
    petition.c.person_id == PERSON,
    petition.c.deciding_unit_id == HEADED.any_(),
    petition.c.agency_id == AGENCIES.any_(),
    petition.c.deciding_agency_id == AGENCIES.any_(),
    and_(petition.c.scoring_unit_id == HEADED.any_(), SCORER_TOLD),
)

ADVICE_SHOWN = or_(
    FINISHED,
    and_(
        petition.c.person_id != PERSON,
        or_(
            petition.c.deciding_unit_id == HEADED.any_(),
            petition.c.agency_id == AGENCIES.any_(),
            petition.c.deciding_agency_id == AGENCIES.any_(),
        ),
    ),
)
"""When the personnel body's opinion is read: by those who decide and advise, or once it is over."""

STATEMENT_SHOWN = or_(
    ADVICE_SHOWN,
    and_(petition.c.person_id != PERSON, petition.c.scoring_unit_id == HEADED.any_()),
)
"""When the statement of the head who scored is read: as the opinion, and by himself."""

visible(petition, PETITION_SHOWN)
visible(
    petition_document,
    exists().where(
        petition.c.id == petition_document.c.petition_id,
        PETITION_SHOWN,
        or_(
            petition_document.c.part.in_(("petition", "decision")),
            and_(petition_document.c.part == "opinion", ADVICE_SHOWN),
            and_(petition_document.c.part == "statement", STATEMENT_SHOWN),
        ),
    ),
)
