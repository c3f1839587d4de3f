"""Days, spans of days and periods, written for a person or in no language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol, Self, runtime_checkable

from sqlalchemy.dialects.postgresql import Range

_OPEN_END = {"vi": "{} trở đi", "en": "{}…"}
_CLOSED = {"vi": "{} – {}", "en": "{}…{}"}
_WRITTEN = {"vi": ("%d/%m/%Y", "%m/%Y"), "en": ("%Y-%m-%d", "%Y-%m")}
"""How a language writes a day and a month."""
_QUARTER = {"vi": "quý {roman}/{year}", "en": "{year}-Q{number}"}
_ROMAN = ("I", "II", "III", "IV")


HIDDEN: Range[date] = Range(empty=True)
"""Told as a dash: days that the reader may not see."""


@runtime_checkable
class Span(Protocol):
    """Days as a row of the database has them, or as `days.days` makes them."""

    @property
    def isempty(self) -> bool: ...
    @property
    def lower(self) -> date | None: ...
    @property
    def upper(self) -> date | None: ...
    @property
    def upper_inc(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Months:
    """Periods by the first day of each, to be told as months, or as quarters those that are."""

    periods: tuple[date, ...]
    quarters: frozenset[date] = frozenset()

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, Any]]) -> Self:
        """Of rows with a `period` and how many `months` it has."""
        found = {row["period"]: row["months"] for row in rows}
        return cls(tuple(found), frozenset(each for each in found if found[each] > 1))

    def written(self, language: str) -> str:
        """As "vi" or "en" writes them."""
        return ", ".join(self._one(period, language) for period in self.periods)

    def _one(self, period: date, language: str) -> str:
        if period not in self.quarters:
            return period.strftime(_WRITTEN[language][1])
        return _QUARTER[language].format(
            roman=roman(period), number=quarter(period), year=period.year
        )


def quarter(day: date) -> int:
    """The quarter of a day, 1 to 4."""
    return (day.month + 2) // 3


def roman(day: date) -> str:
    """The quarter of a day as Vietnamese writes it, I to IV."""
    return _ROMAN[quarter(day) - 1]


def spelt(during: Span) -> str:
    """The days in no language, the last one included: 2026-01-01…2026-06-30, or 2026-01-01…"""
    return _span(during, "en")


def told(value: object, language: str) -> object:
    """A day, a span of days and months as "vi" or "en" writes them; anything else as it is."""
    if type(value) is date:
        return _day(value, language)
    if isinstance(value, Months):
        return value.written(language)
    return _span(value, language) if isinstance(value, Span) else value


def _day(value: date, language: str) -> str:
    return value.strftime(_WRITTEN[language][0])


def _span(value: Span, language: str) -> str:
    if value.isempty or value.lower is None:
        return "–"
    begins = _day(value.lower, language)
    if value.upper is None:
        return _OPEN_END[language].format(begins)
    last = value.upper if value.upper_inc else value.upper - timedelta(days=1)
    return _CLOSED[language].format(begins, _day(last, language))
