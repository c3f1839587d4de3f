"""Which facts of a month are acceptable. A refusal names the field as the JSON form has it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from resolvers.statute.bounds import Exact, Unacceptable, is_number, refused
from resolvers.statute.evaluation.counting import MOST_KEPT
from resolvers.statute.evaluation.facts import Leadership, Line, MonthFacts, Origin, Ratios, Role
from resolvers.statute.evaluation.rules import MonthRules

MOST_UNITS = 1_000_000
MOST_TIMES = 1_000
MOST_RATIO = 1_000

UNITS = f"must be a number from 0 to {MOST_UNITS}"
POINTS = "must be from 0 to {} points"
SHARE = "must be a share from 0 to 1"
RATIO = f"must be a fraction or decimal from 0 to {MOST_RATIO}"


def check(facts: MonthFacts, rules: MonthRules) -> None:
    """Raises Unacceptable unless the law of the day knows every value."""
    _check_general(facts.general, rules)
    if isinstance(facts.work, Ratios):
        _check_ratios(facts.work)
    else:
        _check_lines(facts.work)
    if facts.leadership is not None:
        if facts.role is not Role.LEADER:
            raise Unacceptable("leadership", "must be left out; only a leader has it")
        _check_leadership(facts.leadership, rules.leadership.value)
    elif facts.role is Role.LEADER:
        wanted = ", ".join(Leadership._fields)
        raise Unacceptable("leadership", f"is missing; must be an object with {wanted}")


def _check_general(general: Exact | Mapping[str, Exact], rules: MonthRules) -> None:
    if isinstance(general, int | Decimal | Fraction):
        _demand_points(general, rules.parts.value["general"])
        return
    criteria = rules.general_criteria.value
    if general.keys() != criteria.keys():
        _demand_known(general, criteria)
    for code, most in criteria.items():
        if code not in general:
            raise Unacceptable(f"general.{code}", f"is missing; {POINTS.format(most)}")
        _demand_points(general[code], most, code)


def _demand_known(general: Mapping[str, Exact], criteria: Mapping[str, Decimal]) -> None:
    for code in general:
        if code not in criteria:
            allowed = f"is no general criterion; allowed: {', '.join(criteria)}"
            raise Unacceptable(f"general.{code}", allowed)


@lru_cache(MOST_KEPT, typed=True)
def _demand_points(points: Exact, most: Decimal, *code: str) -> None:
    """Raises Unacceptable; points that are allowed are kept, by type as well."""
    if not is_number(points, 0, most):
        raise refused(".".join(("general", *code)), POINTS.format(most), points)


def _check_ratios(ratios: Ratios) -> None:
    for name, ratio in ratios._asdict().items():
        if not is_number(ratio, 0, MOST_RATIO):
            raise refused(f"ratios.{name}", RATIO, ratio)


def _check_lines(lines: Sequence[Line]) -> None:
    try:
        for line in lines:
            _demand_kept(*line)
    except (TypeError, Unacceptable):  # What has no hash is not allowed either.
        for index, line in enumerate(lines):
            try:
                _demand_line(line)
            except Unacceptable as error:
                raise error.under(f"lines[{index}]") from None


@lru_cache(MOST_KEPT, typed=True)
def _demand_kept(*line: Any) -> None:
    """`_demand_line`; lines that are allowed are kept, by type as well, since True is no 1."""
    _demand_line(Line(*line))


def _demand_line(line: Line) -> None:
    """Raises Unacceptable for the first field of a line that is not as it may be."""
    if not is_number(line.units, 0, MOST_UNITS):
        raise refused("units", UNITS, line.units)
    if not is_number(line.completed, 0, 1):
        raise refused("completed", SHARE, line.completed)
    for field in ("quality_failures", "delays"):
        times, excused = getattr(line, field), getattr(line, f"objective_{field}")
        if type(times) is not int or not 0 <= times <= MOST_TIMES:
            raise refused(field, f"must be a whole number from 0 to {MOST_TIMES}", times)
        if type(excused) is not int or not 0 <= excused <= times:
            allowed = f"must be a whole number from 0 to {times}, the number of {field}"
            raise refused(f"objective_{field}", allowed, excused)
    if type(line.origin) is not Origin:
        raise refused("origin", f"must be {' or '.join(Origin)}", line.origin)


def _check_leadership(leadership: Leadership, allowed: Mapping[str, Decimal]) -> None:
    """Article 15(3) knows two values; what lies between them is chosen, not measured."""
    for field, value in leadership._asdict().items():
        if not is_number(value, 0, 1) or value not in allowed.values():
            words = " or ".join(str(value) for value in allowed.values())
            raise refused(f"leadership.{field}", f"must be {words}", value)
