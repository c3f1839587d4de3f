"""From what is known of a person to the row of his result: pure, and the same on every machine."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import Range

from resolvers.results.entries import entries_of
from resolvers.results.gathering import Known
from resolvers.results.months import Month, last_day_in
from resolvers.results.posts import DAY, Post
from resolvers.statute.evaluation.year import (
    Period,
    PeriodResult,
    Span,
    last_of,
    periods_of,
    roll_up,
    span_law,
)
from resolvers.statute.switches import (
    CYCLE,
    DECEMBER,
    ROUNDING_DIGITS,
    ROUNDING_MODE,
    SHEETS_OF_ONE_MONTH,
    Switches,
)

READ = tuple(
    each.name for each in (CYCLE, DECEMBER, ROUNDING_DIGITS, ROUNDING_MODE, SHEETS_OF_ONE_MONTH)
)
"""The switches that a roll-up reads; they are stored with its result."""


@dataclass(frozen=True)
class Spanned:
    """One span as one agency counts it."""

    span: Span
    first: date
    agency: UUID
    switches: Switches
    known: date
    """The day of which the law is known: today."""

    @cached_property
    def answers(self) -> Mapping[str, str | int]:
        """The switches that a roll-up reads, as they are stored."""
        return self.switches.to_json(READ)

    @cached_property
    def last(self) -> date:
        """The last day of the span itself: whose agency one is on it computes the result."""
        return last_of(self.span, self.first)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Whose scores make the result."""
        return periods_of(self.span, self.first, self.switches)

    @cached_property
    def days(self) -> "Range[date]":
        """The days of the periods."""
        periods = self.periods
        return Range(periods[0].first, periods[-1].last + DAY, bounds="[)")

    @cached_property
    def whole(self) -> "Range[date]":
        """The days of the periods, up to the end of the span."""
        return Range(self.periods[0].first, self.last + DAY, bounds="[)")

    @cached_property
    def length(self) -> int:
        """How many days those are."""
        return (self.last - self.periods[0].first).days + 1


def unopened(months: Iterable[Month]) -> list[tuple[Post, date]]:
    """Posts without a sheet, each with the day on which who scores it is to be looked up."""
    return [
        (each.post, last_day_in(each.post, month.period))
        for month in months
        for each in month.owing
        if each.because == "NOT_OPENED"
    ]


@dataclass(frozen=True, slots=True)
class Computed:
    """One person's result, computed and not written yet."""

    known: Known
    months: Sequence[Month]
    spanned: Spanned
    unit: UUID
    """The unit that scores the person at the end of the span."""
    scorers: Mapping[tuple[UUID, date], UUID]
    """The units that score posts without a sheet, by post and day."""
    result: PeriodResult
    inputs: bytes
    fingerprint: bytes
    """Of what it says and what it is drawn from: the same, and there is nothing to write."""

    @property
    def person(self) -> UUID:
        return self.known.person

    def row(self) -> dict[str, Any]:
        """The row of `result` without id, edition and moment."""
        spanned, result = self.spanned, self.result
        return {
            "agency_id": spanned.agency,
            "scoring_unit_id": self.unit,
            "person_id": self.person,
            "span": spanned.span.value,
            "period": spanned.first,
            "days": spanned.days,
            "total": result.total,
            "raw_total": result.raw,
            "level": None if result.level is None else result.level.value,
            "rated": result.rated,
            "not_rated_because": result.not_rated_because,
            "months_worked": result.months_worked,
            "provisional": result.provisional,
            "entries": entries_of(self.months, result, self.scorers),
            "switches": spanned.answers,
            "cites": list(result.cites),
            "known": spanned.known,
            "inputs": self.inputs,
            "fingerprint": self.fingerprint,
        }


def computed(
    known: Known,
    months: Sequence[Month],
    spanned: Spanned,
    unit: UUID,
    scorers: Mapping[tuple[UUID, date], UUID],
) -> Computed:
    """The result of a person whom the head of `unit` scores at the end of the span."""
    law = span_law(spanned.span, spanned.first, known=spanned.known)
    told = [month.told for month in months]
    result = roll_up(spanned.span, spanned.first, told, spanned.switches, law)
    inputs = inputs_of(known)
    said = (
        *(spanned.agency, unit, *spanned.answers.values()),
        *(result.total, result.raw, result.level, result.not_rated_because, result.months_worked),
        *(result.provisional, *result.cites),
        *(sheet.sheet for month in told for sheet in month.sheets if sheet.provisional),
        *(scorers.get((post.id, day)) for post, day in unopened(months)),
    )
    mark = hashlib.sha256("|".join(map(str, said)).encode() + inputs).digest()
    return Computed(known, months, spanned, unit, scorers, result, inputs, mark)


def inputs_of(known: Known) -> bytes:
    """The hash of what a result is drawn from; `congtam.result_inputs` gives the same."""
    posts = [f"{each.id},{each.agency},{each.begins},{each.ends}" for each in known.posts]
    away = [f"{each.id},{each.kind},{each.begins},{each.ends}" for each in known.away]
    sheets = [
        f"{each.id},{each.state}" + ("" if each.total is None else f",{each.total}")
        for each in known.sheets.values()
    ]
    handed = [str(each.id) for each in known.handed]
    parts = [";".join(sorted(part)) for part in (posts, away, sheets, handed) if part]
    return hashlib.sha256("|".join(parts).encode()).digest()
