"""Additional income: what a locality lets its agencies pay, and what a person gets of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import floor

from resolvers.statute.bounds import is_number, refused
from resolvers.statute.dated import Dated, Law
from resolvers.statute.evaluation import Step
from resolvers.statute.exact import exact_text
from resolvers.statute.load import Numbers
from resolvers.statute.rewards.fund import Money, base_salary
from resolvers.statute.rewards.parameters import (
    BASE_SALARY,
    HA_NOI,
    HA_NOI_CLASSES,
    HO_CHI_MINH_CITY,
    HO_CHI_MINH_CITY_CLASSES,
    HO_CHI_MINH_CITY_OTHERS,
    Pay,
)


class Locality(StrEnum):
    """Whose People's Council lays down additional income."""

    HO_CHI_MINH_CITY = "ho_chi_minh_city"
    HA_NOI = "ha_noi"


PAYS: Mapping[Locality, tuple[Pay, ...]] = {
    Locality.HO_CHI_MINH_CITY: (Pay.QUARTER,),
    Locality.HA_NOI: (Pay.MONTH, Pay.YEAR),
}
"""What each pays for: the quarter by class; every month for all, and a pool at the year's end."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """What an agency chose within its locality's text."""

    locality: Locality
    most: Decimal
    """Of the month's salary: the excellent person's part, or what everybody gets each month."""
    shares: Mapping[str, Decimal]
    """By level: of `most` (Hồ Chí Minh City), or the weight in the pool (Hà Nội)."""
    others: int
    """Đồng a month for whoever has no salary by rank; the excellent person's part."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month in which a person is paid."""

    last: date
    """Its last day: the base salary of that day counts."""
    coefficient: Decimal | None
    """Of rank, grade and position; None for somebody without such a salary."""


def demand_lawful(scheme: Scheme, day: date, *, known: date) -> tuple[str, ...]:
    """What the scheme rests on; raises Unacceptable where it goes beyond, and NotInForce."""
    law = Law(day, known=known)
    if scheme.locality is Locality.HO_CHI_MINH_CITY:
        _within("most", scheme.most, law(HO_CHI_MINH_CITY)["most"])
        _within("others", scheme.others, law(HO_CHI_MINH_CITY_OTHERS)["most"])
        for level, most in law(HO_CHI_MINH_CITY_CLASSES).items():
            _within(f"shares.{level}", scheme.shares.get(level, Decimal(0)), most)
        return law.cites
    _within("most", scheme.most, law(HA_NOI)["monthly"])
    _within("others", scheme.others, Decimal(0))
    for level, counts in law(HA_NOI_CLASSES).items():
        _within(f"shares.{level}", scheme.shares.get(level, Decimal(0)), 100 * counts)
    return law.cites


def by_class(scheme: Scheme, level: str, months: Sequence[Month], *, known: date) -> Money:
    """A quarter of a person in Hồ Chí Minh City: the months added up, rounded down once.

    Raises NotInForce.
    """
    parts = [_month(scheme, level, each, known) for each in months]
    return _added(parts, HO_CHI_MINH_CITY, max(each.last for each in months), known)


def monthly(scheme: Scheme, month: Month, *, known: date) -> Money:
    """A month of a person in Hà Nội, whatever his class, rounded down once; raises NotInForce."""
    step, exact = _paid(month, scheme.most, Decimal(1), HA_NOI, known)
    return _added([(step, exact)], HA_NOI, month.last, known)


def year_pool(months: Sequence[Month], *, known: date) -> Fraction:
    """What a person's months put into the year-end pool of Hà Nội, exact; raises NotInForce."""
    total = Fraction(0)
    for each in months:
        if each.coefficient is not None:
            part = Law(each.last, known=known)(HA_NOI)["pool"]
            salary = base_salary(each.last, known=known)[0] * Fraction(each.coefficient)
            total += salary * Fraction(part)
    return total


def _month(scheme: Scheme, level: str, month: Month, known: date) -> tuple[Step, Fraction]:
    share = scheme.shares.get(level, Decimal(0))
    if month.coefficient is not None:
        return _paid(month, scheme.most, share, HO_CHI_MINH_CITY, known)
    exact = Fraction(scheme.others) * Fraction(share)
    cite = Law(month.last, known=known).cite(HO_CHI_MINH_CITY_OTHERS)
    told = (f"{month.last:%Y-%m}", str(scheme.others), exact_text(share), exact_text(exact))
    return Step("income_month_other", told, cite), exact


def _paid(
    month: Month, most: Decimal, share: Decimal, text: Dated[Numbers], known: date
) -> tuple[Step, Fraction]:
    assert month.coefficient is not None
    base, _ = base_salary(month.last, known=known)
    exact = Fraction(month.coefficient) * base * Fraction(most) * Fraction(share)
    values = (
        f"{month.last:%Y-%m}",
        exact_text(month.coefficient),
        str(base),
        exact_text(most),
        exact_text(share),
        exact_text(exact),
    )
    return Step("income_month", values, Law(month.last, known=known).cite(text)), exact


def _added(
    parts: Sequence[tuple[Step, Fraction]], text: Dated[Numbers], last: date, known: date
) -> Money:
    exact = sum((part for _, part in parts), Fraction(0))
    amount = floor(exact)
    law = Law(last, known=known)
    steps = (*(step for step, _ in parts), Step("reward_down", (str(amount),), law.cite(text)))
    law.heed(*(step.cite for step in steps), law.cite(BASE_SALARY))
    return Money(exact, amount, steps, law.cites)


def _within(field: str, value: Decimal | int, most: Decimal) -> None:
    if not is_number(value, 0, most):
        raise refused(field, f"must be from 0 to {most}", value)
