"""Discipline in a person's file: what is under way, what was decided, what was put right.

A row names the unit whose head scored the person when it was recorded and the one whose head
classified him: they are the heads who answer for him. Nothing is deleted; what should not stand is
annulled, with its reason.
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
    Table,
    Text,
    and_,
    exists,
    or_,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, UUID

from resolvers.core.documents import columns
from resolvers.core.tables import during, identity, metadata, one_of, refers, version
from resolvers.core.visibility import AGENCIES, COLLEAGUES, HEADED, PERSON, visible
from resolvers.people import keeps_the_file
from resolvers.statute.discipline import Form, Postponed, Procedure, Relation, Source, Unlimited

PROCEDURES = tuple(kind.value for kind in Procedure)
SOURCES = tuple(source.value for source in Source)
FORMS = tuple(form.value for form in Form)
RELATIONS = tuple(relation.value for relation in Relation)
UNLIMITED = tuple(kind.value for kind in Unlimited)
POSTPONED = tuple(ground.value for ground in Postponed)
OUTCOMES = ("disciplined", "no_violation", "stopped", "misrecorded")
CORRECTIONS = ("wrong", "flawed", "party_annulled", "misrecorded")


def _about() -> list[Column[Any]]:
    """Whom it is about, the agency that recorded it, and the units whose heads answer for him."""
    return [
        refers("agency_id", "agency.id", index=True),
        refers("person_id", "person.id"),
        refers("scoring_unit_id", "unit.id", null=True),
        refers("classifying_unit_id", "unit.id", null=True),
    ]


# A procedure, an inspection or a prosecution that is under way, or has been.
discipline_procedure = Table(
    "discipline_procedure",
    metadata,
    identity(),
    *_about(),
    Column("kind", Text, nullable=False),
    Column("about", Text, nullable=False),
    # The day on which the act was found: from there the days of a procedure count.
    Column("found_on", Date, nullable=False),
    Column("opened_on", Date, nullable=False),
    *columns("opening", dated=True, check="opening_sha256_length"),
    Column("complicated", Boolean, nullable=False, server_default=text("false")),
    *columns("extension", null=True, check="extension_sha256_length"),
    # The last day for a decision; null while the days stand still, and where none are laid down.
    Column("due_on", Date),
    Column("cites", ARRAY(Text), nullable=False),
    Column("outcome", Text),
    # The first day on which it is no longer under way.
    Column("closed_on", Date),
    *columns("closing", null=True, check="closing_sha256_length"),
    Column("closing_note", Text),
    refers("recorded_by", "person.id"),
    Column("recorded_at", DateTime(timezone=True), nullable=False),
    refers("closed_by", "person.id", null=True),
    Column("closed_at", DateTime(timezone=True)),
    version(),
    one_of("kind", *PROCEDURES),
    one_of("outcome", *OUTCOMES),
    CheckConstraint("closed_on >= opened_on", name="closes_after_it_opens"),
    CheckConstraint(
        "num_nonnulls(outcome, closed_on, closed_by, closed_at) in (0, 4)", name="closing_signed"
    ),
    CheckConstraint("complicated = (extension_no is not null)", name="extended_on_a_document"),
    CheckConstraint(
        "recorded_by <> person_id and closed_by <> person_id", name="nobody_records_his_own"
    ),
    Index("discipline_procedure_person_idx", "person_id", "opened_on"),
)

# Days on which discipline is not taken up (art. 3): they count neither for nor against the person.
discipline_postponement = Table(
    "discipline_postponement",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("person_id", "person.id"),
    refers("procedure_id", "discipline_procedure.id", index=True),
    Column("ground", Text, nullable=False),
    during(),
    *columns(dated=True),
    refers("recorded_by", "person.id"),
    Column("recorded_at", DateTime(timezone=True), nullable=False),
    one_of("ground", *POSTPONED),
    CheckConstraint("not isempty(during)", name="has_days"),
    CheckConstraint("recorded_by <> person_id", name="nobody_records_his_own"),
)

# A decision on discipline. `during` are the days of its force, which end by themselves.
discipline_decision = Table(
    "discipline_decision",
    metadata,
    identity(),
    *_about(),
    refers("procedure_id", "discipline_procedure.id", null=True),
    # The act: the id of the first decision about it. One act, one form of each of the two systems.
    Column("act_id", UUID(as_uuid=True), nullable=False),
    Column("source", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("relation", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("act_on", Date, nullable=False),
    *columns("decision", dated=True),
    during(),
    # The first day without it, unless another decision ends it before.
    Column("expires_on", Date, nullable=False),
    # Until when it could be taken up; null without limit.
    Column("limit_on", Date),
    Column("unlimited", Text),
    # By when the agency's own procedure follows Party discipline (art. 2.6).
    Column("follow_up_by", Date),
    # The decision on the same conduct that this act repeats (art. 2.8).
    refers("repeats_id", "discipline_decision.id", null=True),
    # The decision for a new violation that ended this one's force (art. 2.9).
    refers("ended_by_id", "discipline_decision.id", null=True),
    Column("cites", ARRAY(Text), nullable=False),
    refers("recorded_by", "person.id"),
    Column("recorded_at", DateTime(timezone=True), nullable=False),
    Column("annulled_because", Text),
    Column("annulled_reason", Text),
    refers("annulled_by", "person.id", null=True),
    Column("annulled_at", DateTime(timezone=True)),
    version(),
    one_of("source", *SOURCES),
    one_of("form", *FORMS),
    one_of("relation", *RELATIONS),
    one_of("unlimited", *UNLIMITED),
    one_of("annulled_because", *CORRECTIONS),
    CheckConstraint(
        "(source = 'party' and form <> 'dismissal')"
        " or (source = 'administrative' and form <> 'expulsion')",
        name="form_of_its_source",
    ),
    CheckConstraint(
        "num_nonnulls(annulled_because, annulled_reason, annulled_by, annulled_at) in (0, 4)",
        name="annulment_is_signed",
    ),
    CheckConstraint(
        "recorded_by <> person_id and annulled_by <> person_id", name="nobody_records_his_own"
    ),
    Index("discipline_decision_person_idx", "person_id", "id"),
    Index(
        "discipline_decision_one_form_idx",
        "act_id",
        "source",
        unique=True,
        postgresql_where=text("annulled_at is null"),
    ),
)

# Somebody was wrongly disciplined: the agency says so before everybody (art. 25.2).
discipline_correction = Table(
    "discipline_correction",
    metadata,
    identity(),
    # The agency where the person works, and the unit whose head leads it and makes it public.
    refers("agency_id", "agency.id", index=True),
    refers("unit_id", "unit.id", null=True),
    refers("person_id", "person.id", index=True),
    refers("decision_id", "discipline_decision.id", unique=True),
    Column("decision_no", Text, nullable=False),
    Column("decision_day", Date, nullable=False),
    *columns("conclusion", dated=True, check="conclusion_sha256_length"),
    Column("announce_by", Date, nullable=False),
    Column("cites", ARRAY(Text), nullable=False),
    Column("announced_on", Date),
    *columns("announcement", null=True, check="announcement_sha256_length"),
    refers("announced_by", "person.id", null=True),
    refers("on_behalf_of", "person.id", null=True),
    Column("announced_at", DateTime(timezone=True)),
    version(),
    CheckConstraint(
        "num_nonnulls(announced_on, announcement_no, announced_by, announced_at) in (0, 4)",
        name="announcement_is_signed",
    ),
    CheckConstraint("announced_by <> person_id", name="nobody_announces_his_own"),
)


def _shown(table: Table) -> ColumnElement[bool]:
    return or_(
        table.c.person_id == PERSON,
        table.c.scoring_unit_id == HEADED.any_(),
        table.c.classifying_unit_id == HEADED.any_(),
        table.c.agency_id == AGENCIES.any_(),
        keeps_the_file(table),
    )


visible(discipline_procedure, _shown(discipline_procedure))
visible(discipline_decision, _shown(discipline_decision))
visible(
    discipline_postponement,
    exists().where(
        discipline_procedure.c.id == discipline_postponement.c.procedure_id,
        _shown(discipline_procedure),
    ),
)
visible(
    discipline_correction,
    or_(
        discipline_correction.c.person_id == PERSON,
        discipline_correction.c.agency_id == AGENCIES.any_(),
        discipline_correction.c.unit_id == HEADED.any_(),
        keeps_the_file(discipline_correction),
        and_(
            discipline_correction.c.agency_id == COLLEAGUES.any_(),
            discipline_correction.c.announced_on.is_not(None),
        ),
    ),
)
