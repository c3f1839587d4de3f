"""Rewards out of turn: an amount that the agency's regulation names, or so many base salaries."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

from resolvers.statute.dated import Law
from resolvers.statute.evaluation import Step
from resolvers.statute.exact import exact_text
from resolvers.statute.rewards.fund import Money, base_salary
from resolvers.statute.rewards.parameters import BONUS_FUND


@dataclass(frozen=True, slots=True)
class Award:
    """One kind of reward out of turn, as the regulation has it: exactly one of the two."""

    name: str
    rule: str
    """The number of the regulation."""
    base_salaries: Decimal | None = None
    amount: int | None = None


def award_amount(award: Award, day: date, *, known: date) -> Money:
    """What the award is on a day, rounded down once; raises NotInForce."""
    cite = Law(day, known=known).cite(BONUS_FUND)
    if award.base_salaries is None:
        assert award.amount is not None
        step = Step("award_amount", (award.name, award.rule, str(award.amount)), cite)
        return Money(Fraction(award.amount), award.amount, (step,), (cite,))
    base, text = base_salary(day, known=known)
    exact = Fraction(award.base_salaries) * base
    values = (award.name, award.rule, exact_text(award.base_salaries), str(base), exact_text(exact))
    amount = floor(exact)
    steps = (Step("award_salaries", values, text), Step("reward_down", (str(amount),), cite))
    return Money(exact, amount, steps, (cite, text))
