"""From JSON to the facts of a month. Whatever may not stand there is refused with the path to it.

Numbers are JSON numbers (whole, or Decimal; never float) or their text ("22.5", "9/10").
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from resolvers.statute.bounds import PLACES, Exact, Unacceptable, refused, shown
from resolvers.statute.evaluation.checks import RATIO, SHARE, UNITS
from resolvers.statute.evaluation.counting import MOST_KEPT
from resolvers.statute.evaluation.facts import (
    Leadership,
    Line,
    MonthFacts,
    Origin,
    Ratios,
    Role,
)
from resolvers.statute.evaluation.parameters import CRITERION_NAMES
from resolvers.statute.evaluation.periods import period_read
from resolvers.statute.switches import DEFAULTS, MONTH, Switches

PERIOD = "must be a month such as 2026-03, or a quarter such as 2026-Q1"
DAY = "must be a day such as 2026-04-01"
ROLE = "must be staff or leader"
GENERAL = "must be a number of points, or a mark for each general criterion"
MARK = "must be a number of points"
LED = "must be one of the two values of article 15(3)"

_LINE, _RATIOS, _LEADERSHIP = map(frozenset, (Line._fields, Ratios._fields, Leadership._fields))
_UNSAID = [Line._field_defaults.get(name) for name in Line._fields]
_ORIGINS = {origin.value: origin for origin in Origin}
_ROLES = {role.value: role for role in Role}
_CRITERIA = CRITERION_NAMES["vi"].keys()
_EXACT = frozenset((int, Decimal, Fraction))
_PLAIN = re.compile(r"[\w.-]{1,40}")
_DECIMAL = re.compile(rf"-?\d{{1,{PLACES}}}(\.\d{{1,{PLACES}}})?", re.ASCII)
_FRACTION = re.compile(rf"\d{{1,{PLACES}}}/0*[1-9]\d{{0,{PLACES - 1}}}", re.ASCII)


class Repeated(dict[str, Any]):
    """What a parser hands over for a JSON object in which `key` stands twice, to be refused."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key


def object_of(value: Any, fields: frozenset[str] | None = None) -> dict[str, Any]:
    """`value` as a JSON object; with `fields`, one that has no other. Raises Unacceptable."""
    if type(value) is not dict:
        if isinstance(value, Repeated):
            raise Unacceptable(_named(value.key), "stands twice; allowed: once")
        raise refused("", f"must be an object with {_listed(fields)}", value)
    if fields is not None and not fields.issuperset(value):
        strange = next(key for key in value if key not in fields)
        raise Unacceptable(_named(strange), f"is not known; allowed: {_listed(fields)}")
    return value


def period_of(raw: dict[str, Any]) -> tuple[date, int]:
    """The first day and the months of the period that `period` names."""
    text = _present(raw, "period", PERIOD)
    found = period_read(text) if isinstance(text, str) and len(text) == len("2026-03") else None
    if found is None:
        raise refused("period", PERIOD, text)
    return found


def known_of(raw: dict[str, Any], otherwise: date | None) -> date:
    """The day whose knowledge of the law counts: what `known` names, or else `otherwise`."""
    if "known" not in raw and otherwise is not None:
        return otherwise
    text = _present(raw, "known", DAY)
    try:
        return date.fromisoformat(text if isinstance(text, str) and len(text) == 10 else "")
    except ValueError:
        raise refused("known", DAY, text) from None


def switches_of(raw: dict[str, Any]) -> Switches:
    """The agency's answers; the defaults where none are given."""
    if "switches" not in raw:
        return DEFAULTS
    try:
        return Switches.of(object_of(raw["switches"]), among=MONTH)
    except Unacceptable as error:
        raise error.under("switches") from None


def facts_of(raw: dict[str, Any]) -> MonthFacts:
    """Role, general criteria, work and leadership."""
    if ("lines" in raw) == ("ratios" in raw):
        raise Unacceptable("lines", "either lines or ratios must be given, and not both")
    role = _present(raw, "role", ROLE)
    if not isinstance(role, str) or role not in _ROLES:
        raise refused("role", ROLE, role)
    return MonthFacts(
        _ROLES[role],
        _general(raw),
        _lines(raw["lines"]) if "lines" in raw else _ratios(raw["ratios"]),
        _leadership(raw["leadership"]) if "leadership" in raw else None,
    )


def _general(raw: dict[str, Any]) -> Exact | Mapping[str, Exact]:
    marks = raw.get("general")
    if not isinstance(marks, dict):
        return _number(raw, "general", GENERAL)
    if _CRITERIA == marks.keys() and _EXACT.issuperset(map(type, marks.values())):
        return marks
    try:
        return {_named(code): _number(marks, code, MARK) for code in object_of(marks)}
    except Unacceptable as error:
        raise error.under("general") from None


def _lines(value: Any) -> tuple[Line, ...]:
    if not isinstance(value, list):
        raise refused("lines", "must be a list of assigned products", value)
    lines: list[Line] = []
    try:
        for line in value:
            lines.append(_line(line))
    except Unacceptable as error:
        raise error.under(f"lines[{len(lines)}]") from None
    return tuple(lines)


def _line(value: Any) -> Line:
    raw = object_of(value, _LINE)
    said: list[Any] = [*map(raw.get, Line._fields, _UNSAID)]
    try:
        return _known_line(*said)
    except (TypeError, Unacceptable):  # What has no hash, or is no number, is shown as it stands.
        return Line(_number(raw, "units", UNITS), _number(raw, "completed", SHARE), *said[2:])


@lru_cache(MOST_KEPT, typed=True)
def _known_line(*said: Any) -> Line:
    """The line of these values, in the order of its fields: a catalogue's products come again."""
    raw = dict(zip(Line._fields, said, strict=True))
    raw["units"] = _number(raw, "units", UNITS)
    raw["completed"] = _number(raw, "completed", SHARE)
    raw["origin"] = _ORIGINS.get(raw["origin"], raw["origin"])
    return Line(**raw)


def _ratios(value: Any) -> Ratios:
    try:
        raw = object_of(value, _RATIOS)
        return Ratios(*[_number(raw, name, RATIO) for name in Ratios._fields])
    except Unacceptable as error:
        raise error.under("ratios") from None


def _leadership(value: Any) -> Leadership:
    try:
        raw = object_of(value, _LEADERSHIP)
        return Leadership(*[_number(raw, name, LED) for name in Leadership._fields])
    except Unacceptable as error:
        raise error.under("leadership") from None


def _present(raw: dict[str, Any], field: str, allowed: str) -> Any:
    if field not in raw:
        raise Unacceptable(field, f"is missing; {allowed}")
    return raw[field]


def _number(raw: dict[str, Any], field: str, allowed: str) -> Exact:
    """A number, or the text of one; its range is checked by the fact that takes it."""
    value: Any = raw.get(field)
    if type(value) in _EXACT:
        exact: Exact = value
        return exact
    if isinstance(value, str):
        if _DECIMAL.fullmatch(value):
            return Decimal(value)
        if _FRACTION.fullmatch(value):
            return Fraction(value)
    raise refused(field, allowed, _present(raw, field, allowed))


def _listed(fields: frozenset[str] | None) -> str:
    return ", ".join(sorted(fields)) if fields else "named values"


def _named(key: str) -> str:
    """A key as part of a path; one that would not read well there is quoted."""
    return key if _PLAIN.fullmatch(key) else shown(key)
