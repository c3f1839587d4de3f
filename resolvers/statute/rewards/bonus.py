"""What each person of a list gets from a pool, by the agency's own multiples, step by step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from resolvers.statute.bounds import Unacceptable
from resolvers.statute.evaluation import Step
from resolvers.statute.exact import exact_text
from resolvers.statute.rewards.sharing import Claim, Remainder, Shared, share_out

Multiples = Mapping[str, Decimal]
"""By level; a level that is not named has none."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How an agency shares a pool out among the levels."""

    name: str
    """The number of the regulation, as the steps name it."""
    multiples: Multiples
    by_salary: bool
    """The multiple is taken times the person's salary coefficient."""
    remainder: Remainder
    cite: str
    """The text by which the agency lays this down."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a list."""

    key: str
    order: str
    level: str
    coefficient: Decimal | None = None
    """Of the salary by rank and position; needed where the rule goes by salary."""


@dataclass(frozen=True, slots=True)
class Line:
    """What one person gets, and how it comes about."""

    weight: Fraction
    exact: Fraction
    amount: int
    steps: tuple[Step, ...]


def by_weights(pool: int, people: Sequence[Person], rule: Rule) -> tuple[Shared, dict[str, Line]]:
    """The pool shared out, and by person the line of each; raises Unacceptable."""
    claims = [Claim(each.key, weight(each, rule), each.order) for each in people]
    shared = share_out(pool, claims, rule.remainder)
    weights = {claim.key: claim.weight for claim in claims}
    lines = {each.key: _line(each, weights[each.key], shared, rule) for each in people}
    return shared, lines


def at_base(person: Person, pool: int, weights: Fraction, rule: Rule) -> Line:
    """What a person would have got at the base of a list that stands, rounded down."""
    own = weight(person, rule)
    exact = own * pool / weights if weights else Fraction(0)
    amount = floor(exact)
    steps = [*_to_the_share(person, own, exact, (pool, weights), rule)]
    return Line(own, exact, amount, (*steps, Step("reward_down", (str(amount),), rule.cite)))


def weight(person: Person, rule: Rule) -> Fraction:
    """The multiple of the level, by salary where the rule says so; raises Unacceptable."""
    multiple = Fraction(rule.multiples.get(person.level, Decimal(0)))
    if not rule.by_salary or not multiple:
        return multiple
    if person.coefficient is None:
        raise Unacceptable("coefficient", "is missing; the rule goes by salary")
    return multiple * Fraction(person.coefficient)


def _line(person: Person, own: Fraction, shared: Shared, rule: Rule) -> Line:
    share = shared.shares[person.key]
    steps = [*_to_the_share(person, own, share.exact, (shared.pool, shared.weights), rule)]
    steps.append(Step("reward_down", (str(floor(share.exact)),), rule.cite))
    if share.raised:
        steps.append(Step("reward_up", (str(share.amount),), rule.cite))
    return Line(own, share.exact, share.amount, tuple(steps))


def _to_the_share(
    person: Person, own: Fraction, exact: Fraction, of: tuple[int, Fraction], rule: Rule
) -> tuple[Step, ...]:
    pool, weights = of
    base = exact_text(pool / weights if weights else Fraction(0))
    return (
        _weighed(person, own, rule),
        Step("reward_base", (str(pool), exact_text(weights), base), rule.cite),
        Step("reward_share", (base, exact_text(own), exact_text(exact)), rule.cite),
    )


def _weighed(person: Person, own: Fraction, rule: Rule) -> Step:
    multiple = exact_text(rule.multiples.get(person.level, Decimal(0)))
    if not rule.by_salary or person.coefficient is None:
        return Step("reward_weight", (person.level, rule.name, exact_text(own)), rule.cite)
    values = (person.level, rule.name, multiple, exact_text(person.coefficient), exact_text(own))
    return Step("reward_weight_salary", values, rule.cite)
