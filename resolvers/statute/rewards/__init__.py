"""Money that rests on results: bonus fund and additional income (Decree 161/2026).

bonus_fund(12_000_000_000, Law(date(2026, 12, 31), known=today)).amount
shared, lines = by_weights(pool, people, Rule("12/QĐ-UBND", {"EXCELLENT": Decimal(3), …}, …))
lines["…"].amount, [step.text("vi") for step in lines["…"].steps]

Money is whole đồng; before that it is an exact fraction, and it is rounded once, down.
"""

from resolvers.statute.rewards.awards import Award, award_amount
from resolvers.statute.rewards.bonus import Line, Person, Rule, at_base, by_weights, weight
from resolvers.statute.rewards.fund import (
    MOST_MONEY,
    Money,
    base_salary,
    bonus_fund,
    month_salary,
)
from resolvers.statute.rewards.income import (
    PAYS,
    Locality,
    Month,
    Scheme,
    by_class,
    demand_lawful,
    monthly,
    year_pool,
)
from resolvers.statute.rewards.parameters import (
    BASE_SALARY,
    BONUS_FUND,
    HA_NOI,
    RESTS_ON,
    Pay,
    Rests,
)
from resolvers.statute.rewards.sharing import Claim, Remainder, Share, Shared, share_out

__all__ = [
    "BASE_SALARY",
    "BONUS_FUND",
    "HA_NOI",
    "MOST_MONEY",
    "PAYS",
    "RESTS_ON",
    "Award",
    "Claim",
    "Line",
    "Locality",
    "Money",
    "Month",
    "Pay",
    "Person",
    "Remainder",
    "Rests",
    "Rule",
    "Scheme",
    "Share",
    "Shared",
    "at_base",
    "award_amount",
    "base_salary",
    "bonus_fund",
    "by_class",
    "by_weights",
    "demand_lawful",
    "month_salary",
    "monthly",
    "share_out",
    "weight",
    "year_pool",
]
