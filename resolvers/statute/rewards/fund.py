"""The bonus fund of a year (Decree 161/2026/NĐ-CP, art. 4), outside the emulation fund."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

from resolvers.statute.bounds import refused
from resolvers.statute.dated import Law
from resolvers.statute.evaluation import Step
from resolvers.statute.exact import exact_text
from resolvers.statute.rewards.parameters import BASE_SALARY, BONUS_FUND

MOST_MONEY = 10**17
"""Đồng; more than any fund of the state, and what a column of 18 digits holds."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole đồng, with the exact number before its one rounding, down."""

    exact: Fraction
    amount: int
    steps: tuple[Step, ...]
    cites: tuple[str, ...]


def bonus_fund(salary_fund: int, law: Law) -> Money:
    """The fund of a year from its salary fund by rank and position, without allowances.

    Raises Unacceptable, NotInForce.
    """
    if not 0 <= salary_fund <= MOST_MONEY:
        raise refused("salary_fund", f"must be from 0 to {MOST_MONEY}", salary_fund)
    share = law(BONUS_FUND)["of_salary_fund"]
    exact = Fraction(salary_fund) * Fraction(share)
    amount, cite = floor(exact), law.cite(BONUS_FUND)
    values = (str(salary_fund), exact_text(share), exact_text(exact))
    steps = (Step("bonus_fund", values, cite), Step("reward_down", (str(amount),), cite))
    return Money(exact, amount, steps, (cite,))


def base_salary(day: date, *, known: date) -> tuple[int, str]:
    """The base salary for a month that holds on a day, and its citation; raises NotInForce."""
    law = Law(day, known=known)
    return int(law(BASE_SALARY)["month"]), law.cite(BASE_SALARY)


def month_salary(coefficient: Decimal, day: date, *, known: date) -> Fraction:
    """A month's salary by rank and position, exact; raises NotInForce."""
    return Fraction(coefficient) * base_salary(day, known=known)[0]
