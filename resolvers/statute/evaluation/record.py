"""A month with everything that decides its score, as a value and as the JSON that is stored.

What is written here holds every number as text, so that no store on the way can change it.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from resolvers.statute.bounds import Exact
from resolvers.statute.dated import Law
from resolvers.statute.evaluation import reading
from resolvers.statute.evaluation.facts import Leadership, Line, MonthFacts, Ratios
from resolvers.statute.evaluation.month import month_score
from resolvers.statute.evaluation.periods import period_text
from resolvers.statute.evaluation.score import MonthScore
from resolvers.statute.exact import exact_text
from resolvers.statute.months import last_of_months
from resolvers.statute.switches import DEFAULTS, MONTH, Switches

FIELDS = frozenset(
    ("period", "known", "role", "general", "lines", "ratios", "leadership", "switches")
)


class MonthRecord(NamedTuple):
    """One person's month with all that decides its score: the same record, the same score."""

    period: date
    """The first day of the month, or of the quarter."""
    known: date
    """The day whose knowledge of the law counts: texts published later are not applied."""
    facts: MonthFacts
    switches: Switches = DEFAULTS
    months: int = 1
    """How many months the period has: 3 where the agency scores by the quarter (article 3(4))."""

    @property
    def last_day(self) -> date:
        """The day whose law governs the period."""
        return last_of_months(self.period, self.months)

    def score(self) -> MonthScore:
        """Raises Unacceptable, and NotInForce before the decree."""
        law = month_law(self.period, self.months, known=self.known)
        return month_score(self.facts, law, self.switches)


def month_law(period: date, months: int = 1, *, known: date) -> Law:
    """The law of a period's last day; `period` is the first day of a month, or of a quarter."""
    return Law(last_of_months(period, months), known=known)


def recompute(stored: Mapping[str, Any]) -> MonthScore:
    """The score of a stored record: always the one that was stored beside it."""
    return from_json(stored).score()


def to_json(record: MonthRecord) -> dict[str, Any]:
    """The record as JSON that `from_json` reads back to an equal one."""
    return {
        "period": period_text(record.period, record.months),
        "known": record.known.isoformat(),
        **_facts_json(record.facts),
        "switches": record.switches.to_json(MONTH),
    }


def from_json(value: Any, *, known: date | None = None) -> MonthRecord:
    """Read a record; `known` stands in where the JSON names no such day.

    Raises Unacceptable: its `field` is the path to the value, its `allowed` what may stand there.
    """
    raw = reading.object_of(value, FIELDS)
    period, months = reading.period_of(raw)
    return MonthRecord(
        period,
        reading.known_of(raw, known),
        reading.facts_of(raw),
        reading.switches_of(raw),
        months,
    )


def _facts_json(facts: MonthFacts) -> dict[str, Any]:
    """The facts in the form of the command `congtam score`."""
    stored: dict[str, Any] = {"role": facts.role.value, "general": _general_json(facts.general)}
    if isinstance(facts.work, Ratios):
        stored["ratios"] = _texts(facts.work)
    else:
        stored["lines"] = [_line_json(line) for line in facts.work]
    if facts.leadership is not None:
        stored["leadership"] = _texts(facts.leadership)
    return stored


def _general_json(general: Exact | Mapping[str, Exact]) -> str | dict[str, str]:
    if isinstance(general, Mapping):
        return {code: exact_text(mark) for code, mark in general.items()}
    return exact_text(general)


def _line_json(line: Line) -> dict[str, Any]:
    exact = {"units": exact_text(line.units), "completed": exact_text(line.completed)}
    return {**line._asdict(), **exact, "origin": line.origin.value}


def _texts(numbers: Ratios | Leadership) -> dict[str, str]:
    return {name: exact_text(number) for name, number in numbers._asdict().items()}
