"""The points of a Party review: general and results, exact, with the way to them. No rounding: no
text asks for one, and four parts of decimals make a decimal."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from resolvers.statute.bounds import Exact, is_number, refused
from resolvers.statute.dated import Dated, Law
from resolvers.statute.evaluation.steps import Step
from resolvers.statute.exact import exact_text
from resolvers.statute.party.facts import Assessment, Category, FourParts
from resolvers.statute.party.parameters import AXES, PARTS
from resolvers.statute.party.schemes import Method, Scheme

MOST_PLACES = 4
"""Decimals of a share or of points from outside; what is made of them is kept exactly."""


@dataclass(frozen=True, slots=True)
class PartyScore:
    """Points, 0 to 100, with the way to them."""

    points: Decimal
    steps: tuple[Step, ...]
    cites: tuple[str, ...]


def review_score(
    given: Assessment, scheme: Dated[Scheme], category: Category, law: Law, *, quarter: bool
) -> PartyScore:
    """The points of one voice; raises NotInForce, and Unacceptable for what it does not ask."""
    parts, cite = law(PARTS), law.cite(scheme)
    _check("general", given.general, parts["general"])
    steps = [Step("party_general", (str(parts["general"]), _said(given.general)), law.cite(PARTS))]
    method = law(scheme).method(category, quarter=quarter)
    results = _RESULTS[method](given, parts["results"], cite, steps, law)
    points = Fraction(given.general) + results
    values = (_said(given.general), _said(results), _said(points))
    steps.append(Step("party_points", values, law.cite(PARTS)))
    cites = tuple(dict.fromkeys(step.cite for step in steps))
    law.heed(*cites)
    return PartyScore(Decimal(_said(points)), tuple(steps), cites)


def _as_points(
    given: Assessment, most: Decimal, cite: str, steps: list[Step], law: Law
) -> Fraction:
    if isinstance(given.results, tuple | Mapping):
        raise refused("results", f"must be from 0 to {most} points", "parts")
    _check("results", given.results, most)
    steps.append(Step("party_results", (str(most), _said(given.results)), cite))
    return Fraction(given.results)


def _as_parts(given: Assessment, most: Decimal, cite: str, steps: list[Step], law: Law) -> Fraction:
    if not isinstance(given.results, FourParts):
        raise refused("results", f"must have the parts {_PARTS}", "something else")
    _check_parts("results", given.results)
    points = _share(given.results) * Fraction(most)
    values = (*(_said(part) for part in given.results), str(most), _said(points))
    steps.append(Step("party_four_parts", values, cite))
    return points


def _as_axes(given: Assessment, most: Decimal, cite: str, steps: list[Step], law: Law) -> Fraction:
    axes = law(AXES)
    if not isinstance(given.results, Mapping) or set(given.results) != set(axes):
        raise refused("results", f"must have the axes {', '.join(axes)}", "something else")
    total = Fraction(0)
    for code, most_of_axis in axes.items():
        _check_parts(f"results.{code}", given.results[code])
        points = _share(given.results[code]) * Fraction(most_of_axis)
        parts = (_said(part) for part in given.results[code])
        steps.append(
            Step("party_axis", (code, *parts, str(most_of_axis), _said(points)), law.cite(AXES))
        )
        total += points
    return total


_RESULTS = {Method.POINTS: _as_points, Method.FOUR_PARTS: _as_parts, Method.AXES: _as_axes}
_PARTS = ", ".join(FourParts._fields)


def _share(parts: FourParts) -> Fraction:
    """(A + B + C + D) / 4."""
    return sum((Fraction(part) for part in parts), Fraction(0)) / 4


def _check_parts(field: str, parts: FourParts) -> None:
    for name, share in parts._asdict().items():
        _check(f"{field}.{name}", share, Decimal(1))


def _check(field: str, value: Exact, most: Decimal) -> None:
    """Raises Unacceptable for what is no number from 0 to `most`, written in a few decimals."""
    short = isinstance(value, int | Decimal) and value == round(value, MOST_PLACES)
    if not is_number(value, 0, most) or not short:
        raise refused(field, f"must be from 0 to {most}, with {MOST_PLACES} decimals", value)


def _said(value: Exact) -> str:
    return exact_text(value)
