"""Questions about bonus and additional income; which rows a person may see is applied elsewhere."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from resolvers.classification import review_flag
from resolvers.core.days import TODAY, holds
from resolvers.core.visibility import HEADED, PERSON
from resolvers.rewards.list_tables import reward_line, reward_list
from resolvers.rewards.tables import (
    bonus_fund,
    fund_part,
    income_scheme,
    regulation_award,
    regulation_span,
    reward_regulation,
    salary_fact,
    salary_fund,
)

Value = ColumnElement[Any]

PART_LEFT: ColumnElement[Any] = fund_part.c.amount - fund_part.c.committed
"""What approved lists have left of a part."""
FUND_LEFT: ColumnElement[Any] = bonus_fund.c.amount - bonus_fund.c.committed
"""What approved lists have left of a fund."""


def _payable() -> ColumnElement[Any]:
    of = reward_line.alias("of_the_list")
    found = select(func.coalesce(func.sum(of.c.amount), 0, type_=of.c.amount.type))
    return found.where(of.c.list_id == reward_list.c.id, of.c.state == "approved").scalar_subquery()


PAYABLE = _payable()
"""The sum of the lines that are granted: the total without what waits for the head above, or was
declined by him."""


def salaries_of_person(person: Value) -> Select[Any]:
    """A person's salary coefficients, the earlier ones too."""
    return select(salary_fact).where(
        salary_fact.c.person_id == person, ~func.isempty(salary_fact.c.during)
    )


def my_salaries() -> Select[Any]:
    """The salary coefficients of the person who asks."""
    return salaries_of_person(PERSON)


def salary_fund_of(agency: Value, year: Value) -> Select[Any]:
    """An agency's salary fund of a year."""
    return select(salary_fund).where(salary_fund.c.agency_id == agency, salary_fund.c.year == year)


def funds_of_agency(agency: Value, year: Value) -> Select[Any]:
    """What money an agency has for lists of a year."""
    return select(bonus_fund).where(bonus_fund.c.agency_id == agency, bonus_fund.c.year == year)


def parts_of_fund() -> Select[Any]:
    """The parts of funds, with `fund_id`."""
    return select(fund_part)


def regulations_of_agency(agency: Value) -> Select[Any]:
    """Every edition of an agency's regulation on its bonus fund."""
    return select(reward_regulation).where(reward_regulation.c.agency_id == agency)


def regulation_in_force(agency: Value, on: Value = TODAY) -> Select[Any]:
    """The regulation that holds on a day."""
    return regulations_of_agency(agency).where(holds(reward_regulation, on))


def spans_of_regulation() -> Select[Any]:
    """The multiples of regulations, with `regulation_id`."""
    return select(regulation_span)


def awards_of_regulation() -> Select[Any]:
    """The rewards out of turn of regulations, with `regulation_id`."""
    return select(regulation_award)


def income_scheme_in_force(agency: Value, on: Value = TODAY) -> Select[Any]:
    """The scheme of additional income that an agency goes by on a day."""
    return select(income_scheme).where(
        income_scheme.c.agency_id == agency, holds(income_scheme, on)
    )


def reward_list_by_id(id: Value) -> Select[Any]:
    """One list."""
    return select(reward_list).where(reward_list.c.id == id)


def lists_of_agency(agency: Value, year: Value) -> Select[Any]:
    """The lists of an agency for the spans of a year."""
    return select(reward_list).where(
        reward_list.c.agency_id == agency,
        func.extract("year", reward_list.c.period) == year,
    )


def lines_of_list() -> Select[Any]:
    """The lines of lists, with `list_id`."""
    return select(reward_line)


def corrections_of_list() -> Select[Any]:
    """The lists that settle what changed after another was approved, with `corrects_id`."""
    return select(reward_list)


def my_rewards() -> Select[Any]:
    """The lines of the person who asks."""
    return select(reward_line).where(reward_line.c.person_id == PERSON)


def rewards_to_decide() -> Select[Any]:
    """The lines of heads of agencies that wait for the person who asks, as the head above."""
    return select(reward_line).where(
        reward_line.c.state == "listed",
        reward_line.c.deciding_unit_id == HEADED.any_(),
        reward_line.c.deciding_unit_id != reward_line.c.approving_unit_id,
        reward_line.c.told_at.is_not(None),
    )


def bonus_flags() -> Select[Any]:
    """The flags on bonuses that rest on replaced classes, with `classification_id`."""
    return select(review_flag).where(review_flag.c.kind == "bonus")
