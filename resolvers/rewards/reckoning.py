"""From the people of a list to what each of them gets: the law applied, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

from resolvers.core.database import Row
from resolvers.rewards.gathering import Member
from resolvers.rewards.model import SalariesMissing, named
from resolvers.rewards.salaries import Salaries, coefficient_of
from resolvers.statute.dated import Law
from resolvers.statute.evaluation import Step
from resolvers.statute.exact import exact_text
from resolvers.statute.rewards import (
    BONUS_FUND,
    HA_NOI,
    RESTS_ON,
    Line,
    Locality,
    Money,
    Pay,
    Person,
    Remainder,
    Rule,
    Scheme,
    at_base,
    by_class,
    by_weights,
    monthly,
    year_pool,
)


@dataclass(frozen=True, slots=True)
class Gets:
    """What one person gets by a list, and the way to it."""

    member: Member
    weight: str
    exact: str
    due: int
    steps: tuple[Step, ...]
    cites: tuple[str, ...]
    months: int | None = None
    coefficient: Decimal | None = None

    def columns(self) -> dict[str, Any]:
        """As a line keeps it."""
        return {
            "weight": self.weight,
            "exact": self.exact,
            "due": self.due,
            "steps": [step.to_json() for step in self.steps],
            "cites": list(self.cites),
            "months": self.months,
            "coefficient": self.coefficient,
        }


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A whole list."""

    gets: tuple[Gets, ...]
    rounding: str
    cites: tuple[str, ...]
    pool: int | None = None
    weights: Fraction | None = None
    base: Fraction | None = None

    @property
    def total(self) -> int:
        return sum(each.due for each in self.gets)

    def columns(self) -> dict[str, Any]:
        """As the list keeps it."""
        return {
            "rounding": self.rounding,
            "cites": list(self.cites),
            "pool": self.pool,
            "weights": None if self.weights is None else exact_text(self.weights),
            "base": None if self.base is None else exact_text(self.base),
        }


@dataclass(frozen=True, slots=True)
class Terms:
    """By what a list is reckoned: its span, the agency's rule, the day of which law is known."""

    pay: Pay
    period: date
    last: date
    known: date
    rule: Row
    """The span's row of the regulation with its number as `document_no` and its `remainder`; or
    the scheme's."""
    salaries: Salaries = field(default_factory=dict)

    def law(self) -> Law:
        """The law of the span's last day, with what bonus and income of a span rest on."""
        law = Law(self.last, known=self.known)
        if self.pay in RESTS_ON:
            law.cite(RESTS_ON[self.pay])
        return law

    def sharing(self, cite: str) -> Rule:
        """The agency's rule as the law takes it."""
        return Rule(
            name=self.rule["document_no"],
            multiples=multiples(self.rule),
            by_salary=self.rule["by_salary"],
            remainder=Remainder(self.rule["remainder"]),
            cite=cite,
        )

    def scheme(self) -> Scheme:
        """The agency's scheme of additional income as the law takes it."""
        locality = Locality(self.rule["locality"])
        shares, others = multiples(self.rule), int(self.rule["others"])
        return Scheme(locality, self.rule["most"], shares, others)


def multiples(rule: Row) -> dict[str, Decimal]:
    """By level the multiple or the share of a rule; a level that is not named has none."""
    return {name.upper(): rule[name] for name in ("excellent", "good", "completed")}


def bonus(people: Sequence[Member], pool: int, terms: Terms) -> Reckoned:
    """A bonus list: its pool shared out by the regulation's multiples."""
    law = terms.law()
    return _shared(people, pool, terms, law, law.cite(BONUS_FUND))


def income(people: Sequence[Member], everybody: Sequence[Member], terms: Terms) -> Reckoned:
    """A list of additional income; `everybody` counts for the pool of a year."""
    if terms.pay is not Pay.YEAR:
        return _each_by_himself(people, terms)
    law = terms.law()
    parts = (terms.salaries.get(each.person, ()) for each in everybody)
    pool = sum((year_pool(months, known=terms.known) for months in parts), Fraction(0))
    return _shared(people, floor(pool), terms, law, law.cite(HA_NOI))


def anew(member: Member, terms: Terms, of: Row) -> Gets:
    """What somebody gets by a list that stands, `of`, now that he is rated otherwise.

    A pool keeps the base that it was shared out at, so that nobody else's amount changes.
    """
    if member.rating.level is None:
        return Gets(member, "0", "0", 0, (), tuple(of["cites"]))
    if of["pool"] is None:
        return _gets_by_himself(member, terms)
    law = terms.law()
    rule = terms.sharing(law.cite(BONUS_FUND if of["kind"] == "bonus" else HA_NOI))
    person = _person(member, terms)
    if rule.by_salary:
        _demand_coefficients([member], [person])
    line = at_base(person, int(of["pool"]), Fraction(of["weights"]), rule)
    return _as_gets(member, line, person, law)


def _shared(people: Sequence[Member], pool: int, terms: Terms, law: Law, cite: str) -> Reckoned:
    persons = [_person(member, terms) for member in people]
    rule = terms.sharing(cite)
    if rule.by_salary:
        _demand_coefficients(people, persons)
    shared, lines = by_weights(pool, persons, rule)
    gets = [
        _as_gets(member, lines[person.key], person, law)
        for member, person in zip(people, persons, strict=True)
    ]
    base, weights = shared.base, shared.weights
    return Reckoned(tuple(gets), rule.remainder.value, law.cites, pool, weights, base)


def _demand_coefficients(people: Sequence[Member], persons: Sequence[Person]) -> None:
    """By salary, those without a salary by rank cannot be weighed."""
    both = zip(people, persons, strict=True)
    missing = [member.name for member, person in both if person.coefficient is None]
    if missing:
        raise SalariesMissing(count=len(missing), names=named(missing))


def _person(member: Member, terms: Terms) -> Person:
    coefficient = coefficient_of(member.person, terms.salaries)
    assert member.rating.level is not None
    return Person(str(member.person), member.order, member.rating.level, coefficient)


def _as_gets(member: Member, line: Line, person: Person, law: Law) -> Gets:
    return Gets(
        member,
        exact_text(line.weight),
        exact_text(line.exact),
        line.amount,
        line.steps,
        law.cites,
        coefficient=person.coefficient,
    )


def _each_by_himself(people: Sequence[Member], terms: Terms) -> Reckoned:
    gets = tuple(_gets_by_himself(member, terms) for member in people)
    cites = dict.fromkeys(cite for each in gets for cite in each.cites)
    return Reckoned(gets, "down", tuple(cites))


def _gets_by_himself(member: Member, terms: Terms) -> Gets:
    months, scheme = terms.salaries[member.person], terms.scheme()
    if terms.pay is Pay.MONTH:
        if months[0].coefficient is None:
            # What is paid each month is a part of the salary by rank: no such salary, no part.
            return Gets(member, "0", "0", 0, (), terms.law().cites)
        money = monthly(scheme, months[0], known=terms.known)
    else:
        money = by_class(scheme, member.rating.level or "", months, known=terms.known)
    return _as_money(member, money, terms, months[-1].coefficient)


def _as_money(member: Member, money: Money, terms: Terms, coefficient: Decimal | None) -> Gets:
    cites = tuple(dict.fromkeys((*terms.law().cites, *money.cites)))
    exact, paid = exact_text(money.exact), len(terms.salaries[member.person])
    return Gets(
        member, "1", exact, money.amount, money.steps, cites, months=paid, coefficient=coefficient
    )
