"""What hangs on a case: form 02, papers, the published class, flags on what was drawn from it."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    DateTime,
    Index,
    Integer,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    and_,
    exists,
    or_,
)

from resolvers.classification.tables import LEVELS, classification, with_its_case
from resolvers.core.documents import columns
from resolvers.core.tables import identity, metadata, one_of, refers, version
from resolvers.core.visibility import AGENCIES, COLLEAGUES, HEADED, PERSON, visible

PAPERS = ("minutes", "party_comment", "decision")
FLAGS = ("party_rating", "bonus", "national_database")
"""What may hang on a class, and is looked at when that is replaced."""
ITSELF = "classification"
"""The class itself is looked at: a ground that it rests on was annulled."""
NEW_GROUND = "disqualifier"
"""Likewise: a ground that weighs in its year was recorded after it was decided."""
HEADED_RESULT = "organisation"
"""Likewise: the result of the organisation that he heads was replaced by one of another level."""
YEAR_RESULT = "result"
"""Likewise: its year comes to another level by a result that was computed since."""
OF_CLASSES = (ITSELF, NEW_GROUND, HEADED_RESULT, YEAR_RESULT)
"""The kinds that are about a class itself: whoever decided it is told, and looks."""

# What the person said of his year, round by round; never changed, only answered.
year_form = Table(
    "year_form",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("classification_id", "classification.id"),
    Column("round", SmallInteger, nullable=False),
    # The twelve monthly totals and their mean, as they stood then.
    refers("result_id", "result.id"),
    Column("level", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("submitted_at", DateTime(timezone=True), nullable=False),
    Column("returned_reason", Text),
    Column("returned_at", DateTime(timezone=True)),
    UniqueConstraint("classification_id", "round"),
    one_of("level", *LEVELS),
)

# The meeting's minutes, the Party committee's comment, a decision on one case alone: references,
# never their text.
case_paper = Table(
    "case_paper",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("classification_id", "classification.id", index=True),
    Column("kind", Text, nullable=False),
    *columns("", dated=True),
    Column("summoned", Integer),
    Column("attended", Integer),
    refers("recorded_by", "person.id"),
    refers("on_behalf_of", "person.id", null=True),
    Column("recorded_at", DateTime(timezone=True), nullable=False),
    one_of("kind", *PAPERS),
    CheckConstraint(
        "(kind = 'minutes') = (summoned is not null and attended is not null)",
        name="minutes_tell_attendance",
    ),
    CheckConstraint("attended > 0 and attended <= summoned", name="attendance_adds_up"),
)

# What colleagues are told: the class, nothing else (art. 21.1 đ).
published_class = Table(
    "published_class",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("person_id", "person.id"),
    refers("classification_id", "classification.id", unique=True),
    Column("year", Integer, nullable=False),
    Column("level", Text, nullable=False),
    Column("published_at", DateTime(timezone=True), nullable=False),
    Column("replaced_at", DateTime(timezone=True)),
    one_of("level", *LEVELS),
    Index("published_class_agency_idx", "agency_id", "year", "id"),
)

# What was drawn from a classification that is no longer the current one, and has to be looked at.
review_flag = Table(
    "review_flag",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("person_id", "person.id"),
    refers("classification_id", "classification.id"),
    Column("kind", Text, nullable=False),
    # The ground annulled or recorded, where it is because of one; and by which text it weighs.
    refers("ground_id", "disqualifier.id", null=True),
    Column("cite", Text),
    # The edition of the organisation's result that counts now, where it is because of one.
    refers("review_id", "organisation_review.id", null=True),
    # The result of the year that counts now, where it is because of that.
    refers("result_id", "result.id", null=True),
    Column("raised_at", DateTime(timezone=True), nullable=False),
    Column("cleared_at", DateTime(timezone=True)),
    refers("cleared_by", "person.id", null=True),
    Column("note", Text),
    version(),
    UniqueConstraint(
        *("classification_id", "kind", "ground_id", "review_id", "result_id"),
        name="review_flag_once_key",
        postgresql_nulls_not_distinct=True,
    ),
    one_of("kind", *FLAGS, *OF_CLASSES),
    CheckConstraint(
        "(kind = 'organisation') = (review_id is not null)", name="organisation_has_its_result"
    ),
    CheckConstraint("(kind = 'result') = (result_id is not null)", name="year_has_its_result"),
)

visible(year_form, with_its_case(year_form))
visible(case_paper, with_its_case(case_paper))
visible(
    published_class,
    or_(
        published_class.c.person_id == PERSON,
        published_class.c.agency_id == AGENCIES.any_(),
        and_(
            published_class.c.agency_id == COLLEAGUES.any_(),
            published_class.c.replaced_at.is_(None),
        ),
    ),
)
# Whoever decided a class, or alone may replace it, is told that what it rests on changed; so is
# the personnel body that prepares for him.
DECIDERS_CASE = exists().where(
    classification.c.id == review_flag.c.classification_id,
    or_(
        classification.c.classifying_unit_id == HEADED.any_(),
        classification.c.managing_unit_id == HEADED.any_(),
    ),
)
"""The flag is about a class that the head who asks decided, or alone may replace."""
_PREPARED = exists().where(
    classification.c.id == review_flag.c.classification_id,
    classification.c.classifying_agency_id == AGENCIES.any_(),
)
visible(
    review_flag,
    and_(
        review_flag.c.person_id != PERSON,
        or_(
            review_flag.c.agency_id == AGENCIES.any_(),
            and_(review_flag.c.kind.in_(OF_CLASSES), or_(DECIDERS_CASE, _PREPARED)),
        ),
    ),
)
