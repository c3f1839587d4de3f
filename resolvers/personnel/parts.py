"""What a personnel action is made of: grounds, gates, steps, votes, a hearing, two agreements.

Nothing here is deleted or changed, but a step that is done and a ground that is looked at anew.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Date,
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
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, UUID

from resolvers.core.documents import columns as document
from resolvers.core.tables import identity, metadata, one_of, refers
from resolvers.core.visibility import visible
from resolvers.personnel.tables import (
    ACTION_SHOWN,
    HIS_OWN,
    PREPARED_SHOWN,
    concerned,
    personnel_action,
)
from resolvers.statute.personnel import Owner

OWNERS = tuple(owner.value for owner in Owner)
GROUNDS = ("classification", "result", "sheet")
MOMENTS = ("proposal", "decision")
SIDES = ("sending_agency", "receiving_agency")
STANCES = ("consent", "objection", "opinion")

# The classes, results and sheets that a proposal cites, as they stood then.
action_ground = Table(
    "action_ground",
    metadata,
    identity(),
    *concerned(),
    refers("action_id", "personnel_action.id"),
    Column("kind", Text, nullable=False),
    refers("classification_id", "classification.id", null=True),
    refers("result_id", "result.id", null=True),
    Column("sheet_id", UUID(as_uuid=True)),
    # First day of the year, the span or the month.
    Column("period", Date, nullable=False),
    # The edition of a class or a result, the round of a sheet.
    Column("edition", Integer, nullable=False),
    Column("level", Text),
    UniqueConstraint("action_id", "classification_id"),
    UniqueConstraint("action_id", "result_id"),
    UniqueConstraint("action_id", "sheet_id"),
    one_of("kind", *GROUNDS),
    CheckConstraint(
        "num_nonnulls(classification_id, result_id, sheet_id) = 1", name="is_one_thing"
    ),
    Index("action_ground_classification_idx", "classification_id"),
)

# The gates as they were computed when it was proposed, and again when it was decided.
action_gate = Table(
    "action_gate",
    metadata,
    identity(),
    *concerned(),
    refers("action_id", "personnel_action.id"),
    Column("moment", Text, nullable=False),
    Column("ordinal", SmallInteger, nullable=False),
    Column("code", Text, nullable=False),
    Column("open", Boolean, nullable=False),
    Column("cites", ARRAY(Text), nullable=False),
    # Why, as the statute's findings keep it: told in the reader's language.
    Column("because", JSONB, nullable=False),
    # What it rests on: kinds of rows with their ids.
    Column("evidence", JSONB, nullable=False),
    Column("computed_at", DateTime(timezone=True), nullable=False),
    UniqueConstraint("action_id", "moment", "ordinal"),
    one_of("moment", *MOMENTS),
)

# The procedure as the law laid it down on the day of the proposal.
action_step = Table(
    "action_step",
    metadata,
    identity(),
    *concerned(),
    refers("action_id", "personnel_action.id"),
    Column("ordinal", SmallInteger, nullable=False),
    Column("code", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("cite", Text, nullable=False),
    Column("due_on", Date),
    Column("needs_vote", Boolean, nullable=False),
    Column("needs_document", Boolean, nullable=False),
    Column("hears_person", Boolean, nullable=False),
    # Whether a count of this step is announced.
    Column("reveals_result", Boolean, nullable=False),
    Column("done_on", Date),
    refers("done_by", "person.id", null=True),
    refers("on_behalf_of", "person.id", null=True),
    Column("recorded_at", DateTime(timezone=True)),
    *document(null=True),
    Column("note", Text),
    UniqueConstraint("action_id", "ordinal"),
    UniqueConstraint("action_id", "code"),
    one_of("owner", *OWNERS),
    CheckConstraint(
        "num_nonnulls(done_on, done_by, recorded_at) in (0, 3)", name="done_by_somebody"
    ),
    CheckConstraint("on_behalf_of <> person_id", name="nobody_steps_for_himself"),
    CheckConstraint(
        "done_on is null or not needs_document or document_no is not null",
        name="a_document_is_there",
    ),
    CheckConstraint(
        "done_by <> person_id or owner = 'person'", name="nobody_does_a_step_about_himself"
    ),
)

# One secret ballot: how many, for what; never who.
action_vote = Table(
    "action_vote",
    metadata,
    identity(),
    *concerned(),
    refers("action_id", "personnel_action.id"),
    refers("step_id", "action_step.id", unique=True),
    Column("summoned", Integer, nullable=False),
    Column("present", Integer, nullable=False),
    # Ballots by name or choice.
    Column("counts", JSONB, nullable=False),
    # What the statute makes of them: who is chosen, who goes forward, and what it found on the way.
    Column("chosen", Text),
    Column("forward", ARRAY(Text), nullable=False),
    Column("findings", JSONB, nullable=False),
    # What the head chose where the law leaves it to him.
    Column("head_chose", Text),
    # Whether the person has what it takes; and whether nothing further may be done without it.
    Column("passed", Boolean, nullable=False),
    Column("stops", Boolean, nullable=False),
    Column("revealed", Boolean, nullable=False),
    refers("recorded_by", "person.id"),
    Column("recorded_at", DateTime(timezone=True), nullable=False),
    CheckConstraint("present > 0 and present <= summoned", name="attendance_adds_up"),
    CheckConstraint("recorded_by <> person_id", name="nobody_counts_about_himself"),
    CheckConstraint("not (passed and stops)", name="what_has_passed_goes_on"),
)

# The person was met and heard (art. 25): when, by whom, what he said.
action_hearing = Table(
    "action_hearing",
    metadata,
    identity(),
    *concerned(),
    refers("action_id", "personnel_action.id", index=True),
    refers("step_id", "action_step.id", unique=True),
    Column("heard_on", Date, nullable=False),
    Column("said", Text, nullable=False),
    refers("heard_by", "person.id"),
    refers("on_behalf_of", "person.id", null=True),
    Column("recorded_at", DateTime(timezone=True), nullable=False),
    *document(null=True),
    CheckConstraint("heard_by <> person_id", name="nobody_hears_himself"),
)

# The head of the agency that he leaves, and of the one that he comes to, agree in writing.
action_agreement = Table(
    "action_agreement",
    metadata,
    identity(),
    *concerned(),
    refers("action_id", "personnel_action.id"),
    Column("side", Text, nullable=False),
    refers("agreed_by", "person.id"),
    refers("on_behalf_of", "person.id", null=True),
    Column("agreed_at", DateTime(timezone=True), nullable=False),
    *document(),
    Column("note", Text),
    UniqueConstraint("action_id", "side"),
    one_of("side", *SIDES),
    CheckConstraint(
        "agreed_by <> person_id and on_behalf_of <> person_id", name="nobody_agrees_to_his_own"
    ),
)

# What the person says himself, at a step at which he was heard; never changed.
action_statement = Table(
    "action_statement",
    metadata,
    identity(),
    *concerned(),
    refers("action_id", "personnel_action.id", index=True),
    refers("step_id", "action_step.id", unique=True),
    Column("stance", Text, nullable=False),
    Column("said", Text, nullable=False),
    Column("stated_at", DateTime(timezone=True), nullable=False),
    one_of("stance", *STANCES),
)

# A measure that held for some days was ended before the last of them, by whoever decides on it.
action_ending = Table(
    "action_ending",
    metadata,
    identity(),
    *concerned(),
    refers("action_id", "personnel_action.id", unique=True),
    Column("ends_on", Date, nullable=False),
    Column("reason", Text, nullable=False),
    refers("ended_by", "person.id"),
    refers("on_behalf_of", "person.id", null=True),
    Column("ended_at", DateTime(timezone=True), nullable=False),
    *document(),
    CheckConstraint(
        "ended_by <> person_id and on_behalf_of <> person_id", name="nobody_ends_his_own"
    ),
)


def with_its_action(table: Table, when: ColumnElement[bool]) -> ColumnElement[bool]:
    """What hangs on an action that is shown in the way of `when`."""
    return exists().where(personnel_action.c.id == table.c.action_id, when)


_DECIDED = personnel_action.c.state.in_(("decided", "refused", "cancelled"))

for _table in (
    action_ground,
    action_step,
    action_hearing,
    action_statement,
    action_agreement,
    action_ending,
):
    visible(_table, with_its_action(_table, ACTION_SHOWN))
# The person reads what the law announces; and the gates once there is an answer.
visible(
    action_vote,
    or_(
        with_its_action(action_vote, PREPARED_SHOWN),
        and_(action_vote.c.revealed, with_its_action(action_vote, HIS_OWN)),
    ),
)
visible(
    action_gate,
    or_(
        with_its_action(action_gate, PREPARED_SHOWN),
        with_its_action(action_gate, and_(HIS_OWN, _DECIDED)),
    ),
)
