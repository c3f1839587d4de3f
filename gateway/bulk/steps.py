"""What `congtam year` does, step by step: close months, add up spans, prepare cases."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Protocol
from uuid import UUID

from sqlalchemy.dialects.postgresql import Range

from gateway.bulk.workers import Workers
from gateway.bulk.year import Adding, Cases, Closing, Left, Preparing, add_up, close, prepare
from gateway.database import PgDatabase, PgTransaction
from gateway.telemetry import Telemetry, names
from resolvers.core.days import first_day, last_day
from resolvers.organisation import months_by_agency
from resolvers.results import AgencyPeople, OpenMonth, agencies_with_people, open_months
from resolvers.statute.evaluation.year import Span, last_of, months_of

NOT_OPENED = Left("MONTH_NOT_OPEN", "Its month was never opened.")


class Progress(Protocol):
    """Is told how far a step has come."""

    def __call__(self, step: str, done: int, of: int, /) -> None: ...


@dataclass(frozen=True, slots=True)
class StillOpen:
    """A month that was left open, whose, and why."""

    month: OpenMonth
    left: Left


@dataclass(slots=True)
class Closed:
    """What became of one month."""

    period: date
    closed: int = 0
    open: list[StillOpen] = field(default_factory=list)


@dataclass(slots=True)
class Summed:
    """What became of one span."""

    span: Span
    period: date
    people: int = 0
    written: int = 0
    incomplete: int = 0
    unrated: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of the command works with."""

    database: PgDatabase
    workers: Workers
    telemetry: Telemetry
    progress: Progress
    today: date

    async def scope(self, top: UUID | None, year: int) -> list[AgencyPeople]:
        """The agency and all that it manages, or all there are, as far as anybody serves there."""
        days = Range(date(year, 1, 1), date(year + 1, 1, 1), bounds="[)")
        async with self.database.reading() as tx:
            return await agencies_with_people(tx, top, days)

    async def close(self, agencies: Sequence[AgencyPeople], period: date) -> Closed:
        """Close what is complete of the period that begins then, the lowest units first; the rest
        is told with who owes it."""
        done = Closed(period)
        async with self.database.reading() as tx:
            found = await self._open(tx, [each.id for each in agencies], period)
        done.open += [StillOpen(each, NOT_OPENED) for each in found if not each.opened]
        count, total = 0, sum(each.opened for each in found)
        for _, level in groupby((each for each in found if each.opened), lambda each: each.depth):
            months = {Closing(each.unit, period): each for each in level}
            with self.telemetry.step(names.YEAR_STEP, {names.STEP: "close"}):
                for asked, left in self.workers.each(close, months):
                    count += 1
                    self.progress(f"closing {period:%Y-%m}", count, total)
                    if left is None:
                        done.closed += 1
                    else:
                        done.open.append(StillOpen(months[asked], left))
        return done

    async def _open(self, tx: PgTransaction, ids: list[UUID], period: date) -> list[OpenMonth]:
        """What is open of the period that begins on a day, be it a month or a quarter; of an agency
        in whose quarter that day lies, nothing."""
        found: list[OpenMonth] = []
        lengths = await months_by_agency(tx, ids, period)
        for months in sorted(set(lengths.values())):
            if first_day(period, months) == period:
                alike = [id for id in ids if lengths[id] == months]
                last = last_day(period, months)
                found += await open_months(tx, alike, period, last, self.today)
        return sorted(found, key=lambda each: -each.depth)

    def add_up(self, agencies: Sequence[AgencyPeople], span: Span, period: date) -> Summed:
        """Compute the results of a span, agency by agency."""
        done = Summed(span, period)
        asked = [Adding(each.id, span.value, period) for each in agencies]
        with self.telemetry.step(names.YEAR_STEP, {names.STEP: "add_up"}):
            for count, (_, found) in enumerate(self.workers.each(add_up, asked), start=1):
                done.people += found.people
                done.written += found.written
                done.incomplete += found.incomplete
                done.unrated += found.unrated
                self.progress(f"adding up {span} from {period:%Y-%m}", count, len(asked))
        return done

    def prepare(self, agencies: Sequence[AgencyPeople], year: int) -> Cases:
        """Prepare the cases of a year, agency by agency."""
        asked = [Preparing(each.id, year) for each in agencies]
        found: list[Cases] = []
        with self.telemetry.step(names.YEAR_STEP, {names.STEP: "prepare"}):
            for count, (_, cases) in enumerate(self.workers.each(prepare, asked), start=1):
                found.append(cases)
                self.progress(f"preparing cases of {year}", count, len(asked))
        return Cases(
            sum(each.added for each in found),
            sum(each.moved for each in found),
            sum(each.withdrawn for each in found),
        )


def spans_due(year: int, today: date, wanted: Iterable[Span]) -> list[tuple[Span, date]]:
    """The spans of a year whose last month has begun, the shorter ones first."""
    return [
        (span, first)
        for span in Span
        if span in set(wanted)
        for first in months_of(Span.YEAR, date(year, 1, 1))[:: span.months]
        if last_of(span, first).replace(day=1) <= today
    ]
