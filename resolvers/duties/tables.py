"""The heads' duties, what people are told of them, and what a missed one may cost."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Index,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    or_,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB, UUID, ExcludeConstraint

from resolvers.core.tables import during, identity, metadata, one_of, refers, version
from resolvers.core.visibility import AGENCIES, HEADED, PERSON, UNITS, visible
from resolvers.work import about, concerns

KINDS = (
    "assign_work",
    "accept_delivery",
    "score_sheets",
    "close_month",
    "decide_petition",
    "classify_people",
    "review_organisation",
)
NOTICES = ("due_in_7", "due_in_3", "due_in_1", "overdue", "escalated", "breach_decided")
BREACH_STATES = ("proposed", "accepted", "dismissed")
MAIL_STATES = ("waiting", "claimed", "handing_over", "sent", "refused", "unknown", "expired")
LANGUAGES = ("vi", "en")

# One step that the head of `unit_id` owes by the end of `due_on`. The clock opens, finishes and
# escalates it; nobody else writes here.
duty = Table(
    "duty",
    metadata,
    identity(),
    Column("kind", Text, nullable=False),
    refers("agency_id", "agency.id"),
    refers("unit_id", "unit.id"),
    # What the step is about: a delivery, a petition …; for a step of a unit's month the unit.
    Column("subject_id", UUID(as_uuid=True), nullable=False),
    Column("period", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("opened_at", DateTime(timezone=True), nullable=False),
    Column("done_at", DateTime(timezone=True)),
    Column("escalated_at", DateTime(timezone=True)),
    refers("escalated_to_id", "unit.id", null=True),
    version(),
    UniqueConstraint("kind", "subject_id", "period"),
    one_of("kind", *KINDS),
    CheckConstraint(
        "(escalated_at is null) = (escalated_to_id is null)", name="escalated_to_somebody"
    ),
    CheckConstraint("extract(day from period) = 1", name="period_is_a_month"),
    Index("duty_unit_idx", "unit_id", "due_on", "id"),
    Index("duty_agency_idx", "agency_id", "due_on", "id"),
    Index("duty_escalated_idx", "escalated_to_id", postgresql_where=text("done_at is null")),
    Index("duty_open_idx", "due_on", postgresql_where=text("done_at is null")),
)

# The inbox in the program: each notice is one person's, and told once.
notice = Table(
    "notice",
    metadata,
    identity(),
    refers("person_id", "person.id"),
    refers("agency_id", "agency.id"),
    refers("duty_id", "duty.id", null=True),
    Column("kind", Text, nullable=False),
    # What the sentence of `texts.toml` leaves open, in no language.
    Column("params", JSONB, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("read_at", DateTime(timezone=True)),
    version(),
    UniqueConstraint("duty_id", "kind", "person_id"),
    one_of("kind", *NOTICES),
    Index("notice_inbox_idx", "person_id", "created_at", "id"),
)

# The outbox: written with its notice, sent by the worker; see `gateway.mail`.
mail = Table(
    "mail",
    metadata,
    identity(),
    refers("notice_id", "notice.id", unique=True),
    refers("person_id", "person.id"),
    Column("address", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("state", Text, nullable=False, server_default=text("'waiting'")),
    Column("attempts", SmallInteger, nullable=False, server_default=text("0")),
    # While waiting: not before; while claimed: another worker may claim it after.
    Column("not_before", DateTime(timezone=True), nullable=False),
    Column("sent_at", DateTime(timezone=True)),
    # What the mail server said last.
    Column("reply", Text, nullable=False, server_default=text("''")),
    one_of("state", *MAIL_STATES),
    one_of("language", *LANGUAGES),
    Index(
        "mail_to_send_idx",
        "not_before",
        "id",
        postgresql_where=text("state in ('waiting', 'claimed', 'handing_over')"),
    ),
)

# A missed duty on the record of the head who owed it (criterion II.3). It proposes a deduction by
# the agency's scale; the head who scores him decides.
breach = Table(
    "breach",
    metadata,
    identity(),
    *about(),
    refers("duty_id", "duty.id", unique=True),
    refers("unit_id", "unit.id"),
    # The month of the deadline that was missed: on the sheet of that month it may count.
    Column("period", Date, nullable=False),
    Column("criterion", Text, nullable=False),
    refers("scale_id", "deduction_scale.id", null=True),
    Column("state", Text, nullable=False, server_default=text("'proposed'")),
    Column("noted_at", DateTime(timezone=True), nullable=False),
    # Given by whoever decides.
    Column("reason", Text),
    Column("sheet_id", UUID(as_uuid=True)),
    refers("decided_by", "person.id", null=True),
    refers("on_behalf_of", "person.id", null=True),
    Column("decided_at", DateTime(timezone=True)),
    version(),
    one_of("state", *BREACH_STATES),
    CheckConstraint("extract(day from period) = 1", name="period_is_a_month"),
    CheckConstraint("decided_by <> person_id", name="nobody_decides_his_own"),
    CheckConstraint(
        "(state = 'proposed') = (decided_at is null) and (state = 'proposed') = (reason is null)",
        name="a_decision_has_its_reason",
    ),
    CheckConstraint("(state = 'accepted') = (sheet_id is not null)", name="accepted_on_a_sheet"),
    Index("breach_person_idx", "person_id", "period"),
    Index("breach_agency_idx", "agency_id", "period", "id"),
    Index(
        "breach_to_decide_idx",
        "scoring_unit_id",
        "noted_at",
        postgresql_where=text("state = 'proposed'"),
    ),
)

# Where a person is written to.
contact = Table(
    "contact",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("person_id", "person.id"),
    Column("email", Text, nullable=False),
    Column("language", Text, nullable=False, server_default=text("'vi'")),
    refers("set_by", "person.id", null=True),
    during(),
    version(),
    one_of("language", *LANGUAGES),
    ExcludeConstraint(("person_id", "="), ("during", "&&"), name="contact_one_per_person_and_day"),
)

visible(
    duty,
    or_(
        duty.c.unit_id == UNITS.any_(),
        duty.c.escalated_to_id == HEADED.any_(),
        duty.c.agency_id == AGENCIES.any_(),
    ),
)
visible(notice, notice.c.person_id == PERSON)
visible(breach, concerns(breach))
visible(contact, or_(contact.c.person_id == PERSON, contact.c.agency_id == AGENCIES.any_()))
