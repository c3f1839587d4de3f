"""What bonus and additional income rest on: salaries, funds, the agency's own rules.

Money is whole đồng. A fund and each of its parts carry what approved lists have taken from them,
and the database itself keeps either from being overdrawn.
"""

from decimal import Decimal

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
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
from sqlalchemy.dialects.postgresql import ARRAY, DATERANGE, JSONB, ExcludeConstraint

from resolvers.core.documents import columns
from resolvers.core.tables import during, identity, metadata, one_of, refers, version
from resolvers.core.visibility import AGENCIES, COLLEAGUES, HEADED, PERSON, visible
from resolvers.statute.rewards import Locality, Pay, Remainder

LEVELS = ("EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED")
KINDS = ("bonus", "income")
"""Drawn from the bonus fund, or additional income of a locality."""
SPANS = tuple(each.value for each in Pay)
BY_WEIGHTS = ("quarter", "half_year", "year")
"""The spans that a regulation lays down multiples for."""
REGULATION_STATES = ("proposed", "approved", "declined")


def money(name: str, *, null: bool = False, default: str | None = None) -> Column[Decimal]:
    """An amount in whole đồng."""
    filled = None if default is None else text(default)
    return Column(name, Numeric(18, 0), nullable=null, server_default=filled)


def multiples() -> list[Column[Decimal]]:
    """By level the multiple, or the share; whoever has not completed his tasks has none."""
    names = ("excellent", "good", "completed")
    return [Column(name, Numeric(8, 4), nullable=False) for name in names]


FALLING = "excellent >= good and good >= completed and completed >= 0"
"""A better level never gets less."""

# A person's salary coefficient by rank, grade and position, without allowances; null for somebody
# who has no such salary.
salary_fact = Table(
    "salary_fact",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("person_id", "person.id"),
    Column("coefficient", Numeric(6, 3)),
    during(),
    *columns(),
    # Null where the operator imported it.
    refers("recorded_by", "person.id", null=True),
    Column("recorded_at", DateTime(timezone=True), nullable=False),
    CheckConstraint("coefficient > 0", name="coefficient_above_zero"),
    CheckConstraint("recorded_by <> person_id", name="nobody_records_his_own"),
    ExcludeConstraint(
        ("agency_id", "="),
        ("person_id", "="),
        ("during", "&&"),
        name="salary_fact_one_per_person_and_day",
    ),
)

# The salaries of a year by rank and position, without allowances, as the accountant adds them up.
salary_fund = Table(
    "salary_fund",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    Column("year", Integer, nullable=False),
    money("amount"),
    *columns(),
    refers("recorded_by", "person.id"),
    Column("recorded_at", DateTime(timezone=True), nullable=False),
    version(),
    UniqueConstraint("agency_id", "year"),
    CheckConstraint("amount >= 0", name="amount_from_zero"),
)

# A year's money for lists: the bonus fund by law, or what there is for additional income.
bonus_fund = Table(
    "bonus_fund",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    Column("kind", Text, nullable=False),
    Column("year", Integer, nullable=False),
    money("amount"),
    # What approved lists have taken, corrections included.
    money("committed", default="0"),
    refers("salary_fund_id", "salary_fund.id", null=True),
    Column("steps", JSONB, nullable=False),
    Column("cites", ARRAY(Text), nullable=False),
    *columns(),
    refers("decided_by", "person.id"),
    refers("on_behalf_of", "person.id", null=True),
    Column("decided_at", DateTime(timezone=True), nullable=False),
    version(),
    UniqueConstraint("agency_id", "kind", "year"),
    one_of("kind", *KINDS),
    CheckConstraint("committed >= 0 and committed <= amount", name="never_overdrawn"),
    CheckConstraint("(kind = 'bonus') = (salary_fund_id is not null)", name="bonus_by_salaries"),
)

# What of a fund is meant for lists of one span.
fund_part = Table(
    "fund_part",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("fund_id", "bonus_fund.id"),
    Column("span", Text, nullable=False),
    money("amount"),
    money("committed", default="0"),
    version(),
    UniqueConstraint("fund_id", "span"),
    one_of("span", *SPANS),
    CheckConstraint("committed >= 0 and committed <= amount", name="never_overdrawn"),
)

# How an agency uses its bonus fund (Decree 161/2026, art. 4): proposed by the personnel body,
# approved by its head, published inside the agency, sent to the superior.
reward_regulation = Table(
    "reward_regulation",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    # The agency's root unit, whose head approves.
    refers("unit_id", "unit.id"),
    refers("superior_id", "agency.id", null=True),
    Column("edition", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("remainder", Text, nullable=False),
    Column("state", Text, nullable=False, server_default=text("'proposed'")),
    refers("proposed_by", "person.id"),
    Column("proposed_at", DateTime(timezone=True), nullable=False),
    # From its approval on.
    Column("during", DATERANGE),
    *columns("document", null=True),
    refers("decided_by", "person.id", null=True),
    refers("on_behalf_of", "person.id", null=True),
    Column("decided_at", DateTime(timezone=True)),
    Column("declined_reason", Text),
    *columns("sent", null=True, check="sent_sha256_length"),
    refers("sent_by", "person.id", null=True),
    version(),
    UniqueConstraint("agency_id", "edition"),
    one_of("state", *REGULATION_STATES),
    one_of("remainder", *Remainder),
    CheckConstraint(
        "(state = 'proposed') = (decided_by is null)"
        " and (state = 'approved') = (during is not null)"
        " and (state = 'approved') = (document_no is not null)"
        " and (state = 'declined') = (declined_reason is not null)",
        name="a_decision_is_signed",
    ),
    ExcludeConstraint(
        ("agency_id", "="), ("during", "&&"), name="reward_regulation_one_per_agency_and_day"
    ),
)

# What each level gets of a span's part: one list gets `share` of the part, shared by multiples.
regulation_span = Table(
    "regulation_span",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("regulation_id", "reward_regulation.id"),
    Column("span", Text, nullable=False),
    Column("share", Numeric(9, 8), nullable=False),
    Column("by_salary", Boolean, nullable=False),
    *multiples(),
    UniqueConstraint("regulation_id", "span"),
    one_of("span", *BY_WEIGHTS),
    CheckConstraint("share > 0 and share <= 1", name="share_of_the_part"),
    CheckConstraint(FALLING, name="better_is_not_less"),
)

# A reward out of turn: so many base salaries, or an amount.
regulation_award = Table(
    "regulation_award",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("regulation_id", "reward_regulation.id"),
    Column("code", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("base_salaries", Numeric(6, 2)),
    money("amount", null=True),
    UniqueConstraint("regulation_id", "code"),
    CheckConstraint("num_nonnulls(base_salaries, amount) = 1", name="one_measure"),
    CheckConstraint("base_salaries > 0 or amount > 0", name="above_zero"),
)

# What an agency chose within its locality's text on additional income.
income_scheme = Table(
    "income_scheme",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    Column("locality", Text, nullable=False),
    # Of the month's salary: see resolvers.statute.rewards.Scheme.
    Column("most", Numeric(6, 4), nullable=False),
    money("others"),
    *multiples(),
    # Of the year-end pool alone.
    Column("by_salary", Boolean, nullable=False),
    Column("remainder", Text, nullable=False),
    during(),
    *columns(),
    Column("cites", ARRAY(Text), nullable=False),
    refers("decided_by", "person.id"),
    refers("on_behalf_of", "person.id", null=True),
    Column("decided_at", DateTime(timezone=True), nullable=False),
    one_of("locality", *Locality),
    one_of("remainder", *Remainder),
    CheckConstraint(FALLING, name="better_is_not_less"),
    ExcludeConstraint(
        ("agency_id", "="), ("during", "&&"), name="income_scheme_one_per_agency_and_day"
    ),
)

Index("salary_fact_person_idx", salary_fact.c.person_id)
Index("income_scheme_agency_idx", income_scheme.c.agency_id)

_REGULATION_SHOWN = or_(
    reward_regulation.c.agency_id == AGENCIES.any_(),
    reward_regulation.c.unit_id == HEADED.any_(),
    and_(
        reward_regulation.c.state == "approved",
        reward_regulation.c.agency_id == COLLEAGUES.any_(),
    ),
    and_(
        reward_regulation.c.sent_no.is_not(None),
        reward_regulation.c.superior_id == AGENCIES.any_(),
    ),
)

visible(
    salary_fact,
    or_(salary_fact.c.person_id == PERSON, salary_fact.c.agency_id == AGENCIES.any_()),
)
visible(reward_regulation, _REGULATION_SHOWN)
for _table in (regulation_span, regulation_award):
    visible(
        _table,
        exists().where(reward_regulation.c.id == _table.c.regulation_id, _REGULATION_SHOWN),
    )
for _table in (salary_fund, bonus_fund, fund_part, income_scheme):
    # Sums are nobody's secret inside the agency; whoever is on a list recomputes his part of them.
    visible(
        _table, or_(_table.c.agency_id == AGENCIES.any_(), _table.c.agency_id == COLLEAGUES.any_())
    )
