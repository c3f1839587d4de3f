"""Which facts of a month are acceptable. A refusal names the field as the JSON form has it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from resolvers.statute.bounds import Exact, Unacceptable, is_number, refused
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
        most = rules.parts.value["general"]
        if not is_number(general, 0, most):
            raise refused("general", POINTS.format(most), general)
        return
    criteria = rules.general_criteria.value
    for code in general:
        if code not in criteria:
            allowed = f"is no general criterion; allowed: {', '.join(criteria)}"
            raise Unacceptable(f"general.{code}", allowed)
    for code, most in criteria.items():
        if code not in general:
            raise Unacceptable(f"general.{code}", f"is missing; {POINTS.format(most)}")
        if not is_number(general[code], 0, most):
            raise refused(f"general.{code}", POINTS.format(most), general[code])


def _check_ratios(ratios: Ratios) -> None:
    for name, ratio in ratios._asdict().items():
        if not is_number(ratio, 0, MOST_RATIO):
            raise refused(f"ratios.{name}", RATIO, ratio)


def _check_lines(lines: Sequence[Line]) -> None:
    for index, line in enumerate(lines):
        units, completed, faults, delays, excused_faults, excused_delays, origin = line
        # Most products are accepted whole and without fault, which is quickly seen to be allowed.
        whole = type(completed) is int and completed == 1
        if not (
            is_number(units, 0, MOST_UNITS)
            and (whole or is_number(completed, 0, 1))
            and type(faults) is type(delays) is type(excused_faults) is type(excused_delays) is int
            and 0 <= excused_faults <= faults <= MOST_TIMES
            and 0 <= excused_delays <= delays <= MOST_TIMES
            and type(origin) is Origin
        ):
            raise _line_refused(line).under(f"lines[{index}]")


def _line_refused(line: Line) -> Unacceptable:
    """The first field of a line that is not as it may be."""
    if not is_number(line.units, 0, MOST_UNITS):
        return refused("units", UNITS, line.units)
    if not is_number(line.completed, 0, 1):
        return refused("completed", SHARE, line.completed)
    for field in ("quality_failures", "delays"):
        times, excused = getattr(line, field), getattr(line, f"objective_{field}")
        if type(times) is not int or not 0 <= times <= MOST_TIMES:
            return refused(field, f"must be a whole number from 0 to {MOST_TIMES}", times)
        if type(excused) is not int or not 0 <= excused <= times:
            allowed = f"must be a whole number from 0 to {times}, the number of {field}"
            return refused(f"objective_{field}", allowed, excused)
    return refused("origin", f"must be {' or '.join(Origin)}", line.origin)


def _check_leadership(leadership: Leadership, allowed: Mapping[str, Decimal]) -> None:
    """Article 15(3) knows two values; what lies between them is chosen, not measured."""
    for field, value in leadership._asdict().items():
        if not is_number(value, 0, 1) or value not in allowed.values():
            words = " or ".join(str(value) for value in allowed.values())
            raise refused(f"leadership.{field}", f"must be {words}", value)
