"""Lists of bonus and additional income, and a line for each person with the way to his amount.

An approved list is never changed: a replaced result or class is settled by a list that corrects it.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ColumnElement,
    Date,
    DateTime,
    Index,
    Integer,
    Numeric,
    Table,
    Text,
    UniqueConstraint,
    and_,
    exists,
    or_,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from resolvers.classification import classification
from resolvers.core.documents import columns
from resolvers.core.tables import identity, metadata, one_of, refers, version
from resolvers.core.visibility import AGENCIES, HEADED, PERSON, visible
from resolvers.results import result
from resolvers.rewards.tables import KINDS, LEVELS, SPANS, money

LIST_STATES = ("draft", "proposed", "approved", "paid", "withdrawn")
LINE_STATES = ("listed", "not_rated", "left_out", "approved", "declined", "withdrawn")
RULES = ("largest", "kept", "down")
"""The one rounding of a list: see the statute's names."""

reward_list = Table(
    "reward_list",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    # The agency's root unit, whose head approves.
    refers("approving_unit_id", "unit.id"),
    refers("fund_id", "bonus_fund.id"),
    refers("part_id", "fund_part.id"),
    Column("kind", Text, nullable=False),
    Column("span", Text, nullable=False),
    # First day of the span; of rewards out of turn, of the month that the amounts are taken on.
    Column("period", Date, nullable=False),
    Column("state", Text, nullable=False, server_default=text("'draft'")),
    refers("regulation_id", "reward_regulation.id", null=True),
    refers("scheme_id", "income_scheme.id", null=True),
    Column("rounding", Text, nullable=False),
    # What is shared out by weights; null where each amount stands for itself.
    money("pool", null=True),
    # Exact, as text: all weights, and what a weight of 1 is worth.
    Column("weights", Text),
    Column("base", Text),
    # The sum of its lines.
    money("total"),
    # The day of which the law was known, and the moment at which the set of people was closed.
    Column("known", Date, nullable=False),
    Column("taken_at", DateTime(timezone=True), nullable=False),
    Column("cites", ARRAY(Text), nullable=False),
    refers("drawn_by", "person.id"),
    Column("reason", Text, nullable=False, server_default=text("''")),
    refers("proposed_by", "person.id", null=True),
    Column("proposed_at", DateTime(timezone=True)),
    Column("returned_reason", Text),
    refers("approved_by", "person.id", null=True),
    refers("on_behalf_of", "person.id", null=True),
    Column("approved_at", DateTime(timezone=True)),
    *columns("decision", null=True),
    Column("paid_on", Date),
    Column("withdrawn_at", DateTime(timezone=True)),
    Column("withdrawn_reason", Text),
    # The first list, whose base a correcting one keeps to.
    refers("corrects_id", "reward_list.id", null=True),
    version(),
    one_of("kind", *KINDS),
    one_of("span", *SPANS),
    one_of("state", *LIST_STATES),
    one_of("rounding", *RULES),
    CheckConstraint("corrects_id is not null or total >= 0", name="gives"),
    CheckConstraint("corrects_id is not null or total <= pool", name="within_its_pool"),
    CheckConstraint(
        "(kind = 'bonus') = (regulation_id is not null)"
        " and (kind = 'income') = (scheme_id is not null)",
        name="rests_on_a_rule",
    ),
    CheckConstraint(
        "state not in ('approved', 'paid')"
        " or (approved_by is not null and decision_no is not null)",
        name="a_decision_is_signed",
    ),
    CheckConstraint("(state = 'withdrawn') = (withdrawn_at is not null)", name="withdrawn_once"),
    CheckConstraint("(state = 'paid') <= (paid_on is not null)", name="paid_on_a_day"),
    Index("reward_list_agency_idx", "agency_id", "period", "id"),
    Index(
        "reward_list_once_idx",
        "agency_id",
        "kind",
        "span",
        "period",
        unique=True,
        postgresql_where=text("state <> 'withdrawn' and corrects_id is null and span <> 'ad_hoc'"),
    ),
    Index(
        "reward_list_one_correction_idx",
        "corrects_id",
        unique=True,
        postgresql_where=text("state in ('draft', 'proposed')"),
    ),
)

reward_line = Table(
    "reward_line",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("list_id", "reward_list.id"),
    # Its place in the list: by name; the declared order between equal fractions.
    Column("ordinal", Integer, nullable=False),
    refers("person_id", "person.id"),
    refers("unit_id", "unit.id"),
    refers("approving_unit_id", "unit.id"),
    # The unit whose head decides it: for the agency's own head the one that classifies him.
    refers("deciding_unit_id", "unit.id"),
    Column("state", Text, nullable=False, server_default=text("'listed'")),
    refers("result_id", "result.id", null=True),
    refers("classification_id", "classification.id", null=True),
    # Of the result or the class, as it stood when the list was drawn.
    Column("edition", Integer),
    refers("proposal_id", "reward_proposal.id", null=True),
    refers("award_id", "regulation_award.id", null=True),
    Column("level", Text),
    # Months that are paid for, and the coefficient that counts.
    Column("months", Integer),
    Column("coefficient", Numeric(6, 3)),
    # Exact, as text.
    Column("weight", Text, nullable=False),
    Column("exact", Text, nullable=False),
    money("due"),
    money("granted_before", default="0"),
    money("amount"),
    Column("reason", Text, nullable=False, server_default=text("''")),
    Column("steps", JSONB, nullable=False),
    Column("cites", ARRAY(Text), nullable=False),
    # From when the person reads it.
    Column("told_at", DateTime(timezone=True)),
    refers("decided_by", "person.id", null=True),
    refers("on_behalf_of", "person.id", null=True),
    Column("decided_at", DateTime(timezone=True)),
    Column("decision_reason", Text),
    Column("paid_on", Date),
    version(),
    UniqueConstraint("list_id", "ordinal"),
    one_of("state", *LINE_STATES),
    one_of("level", *LEVELS),
    CheckConstraint("amount = due - granted_before and due >= 0", name="adds_up"),
    CheckConstraint(
        "state not in ('not_rated', 'left_out') or due = 0", name="only_who_is_rated_gets"
    ),
    CheckConstraint("decided_by <> person_id", name="nobody_rewards_himself"),
    CheckConstraint("on_behalf_of <> person_id", name="nobody_is_rewarded_for_himself"),
    CheckConstraint(
        "(state in ('approved', 'declined')) = (decided_by is not null)",
        name="a_decision_is_signed",
    ),
    CheckConstraint("paid_on is null or state = 'approved'", name="paid_after_the_decision"),
    Index("reward_line_person_idx", "person_id", "id"),
    Index("reward_line_deciding_idx", "deciding_unit_id", "state"),
    Index(
        "reward_line_once_a_proposal_idx",
        "proposal_id",
        unique=True,
        postgresql_where=text("state <> 'withdrawn'"),
    ),
    Index(
        "reward_line_once_a_list_idx",
        "list_id",
        "person_id",
        unique=True,
        postgresql_where=text("proposal_id is null"),
    ),
)

REPLACED: ColumnElement[bool] = or_(
    exists().where(result.c.id == reward_line.c.result_id, result.c.replaced_at.is_not(None)),
    exists().where(
        classification.c.id == reward_line.c.classification_id,
        classification.c.replaced_at.is_not(None),
    ),
)
"""What a line rests on has another edition since: a correcting list settles the difference."""

visible(
    reward_list,
    or_(
        reward_list.c.agency_id == AGENCIES.any_(),
        reward_list.c.approving_unit_id == HEADED.any_(),
    ),
)
visible(
    reward_line,
    or_(
        reward_line.c.agency_id == AGENCIES.any_(),
        reward_line.c.approving_unit_id == HEADED.any_(),
        and_(reward_line.c.deciding_unit_id == HEADED.any_(), reward_line.c.told_at.is_not(None)),
        and_(reward_line.c.person_id == PERSON, reward_line.c.told_at.is_not(None)),
    ),
)
