"""Random years: what the database says is what the law says of the same year, and can be retold."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateway.database import PgDatabase
from gateway.postgres.roles import Connection
from resolvers import results
from resolvers.core.ids import new_id
from resolvers.results import INPUTS
from resolvers.statute.evaluation.year import (
    AbsenceKind,
    Absent,
    MonthOfYear,
    SheetOfMonth,
    Span,
    periods_of,
    roll_up,
    span_law,
)
from resolvers.statute.switches import DEFAULTS
from tests.conftest import Empty
from tests.resolvers.cast import build as build_cast
from tests.resolvers.results.year import AFTER, MONTHS, YEAR, Year
from tests.resolvers.town import build, posting

DAY = timedelta(days=1)
END = date(2027, 1, 1)
FIRST, SECOND = "office", "culture"

days = st.integers(0, 364).map(lambda number: YEAR + number * DAY)
totals = st.none() | st.decimals(0, 100, places=2)


@dataclass(frozen=True)
class Lived:
    """One person's year: his posts, the sheets of each by month, and his absences."""

    moved: date | None
    joined: date
    scores: dict[tuple[str, date], Decimal | None]
    """Closed sheets; those without a total had nothing assigned."""
    away: list[tuple[AbsenceKind, date, date]]

    def posts(self) -> Iterator[tuple[str, date, date]]:
        if self.moved is None or self.moved <= self.joined:
            yield (FIRST if self.moved is None else SECOND), self.joined, END
            return
        yield FIRST, self.joined, self.moved
        yield SECOND, self.moved, END


@st.composite
def years(draw: st.DrawFn) -> Lived:
    joined = draw(st.just(YEAR) | days)
    moved = draw(st.none() | days)
    scores = draw(
        st.dictionaries(
            st.tuples(st.sampled_from([FIRST, SECOND]), st.sampled_from(MONTHS)),
            totals,
            min_size=draw(st.sampled_from([0, 20])),
            max_size=24,
        )
    )
    edges = sorted(draw(st.sets(days, max_size=6)))
    away = [
        (draw(st.sampled_from(AbsenceKind)), begins, ends)
        for begins, ends in zip(edges[::2], edges[1::2], strict=False)
    ]
    return Lived(moved, joined, scores, away)


def overlap(*ranges: tuple[date, date]) -> int:
    begins, ends = max(each[0] for each in ranges), min(each[1] for each in ranges)
    return max(0, (ends - begins).days)


def told(lived: Lived) -> tuple[MonthOfYear, ...]:
    """The year as the law takes it, worked out day by day."""
    return tuple(month(lived, each.first, each.last + DAY) for each in periods_of(Span.YEAR, YEAR))


def month(lived: Lived, first: date, after: date) -> MonthOfYear:
    served: dict[str, int] = {}
    at_work: dict[str, int] = {}
    absent: dict[int, int] = {}
    for unit, begins, ends in lived.posts():
        for number in range((after - first).days):
            day = first + number * DAY
            if not begins <= day < ends:
                continue
            served[unit] = served.get(unit, 0) + 1
            gone = [n for n, (_, b, e) in enumerate(lived.away) if b <= day < e]
            for each in gone:
                absent[each] = absent.get(each, 0) + 1
            at_work[unit] = at_work.get(unit, 0) + (not gone)
    scored = {
        unit: total for unit in served if (total := lived.scores.get((unit, first))) is not None
    }
    weights = {unit: at_work[unit] for unit in scored if at_work[unit]}
    weights = weights or {unit: served[unit] for unit in scored}
    sheets = [
        SheetOfMonth("", scored[unit], weights[unit])
        if unit in weights
        else SheetOfMonth("", None, at_work[unit])
        for unit in served
        if unit in weights or (unit not in scored and at_work[unit])
    ]
    away = tuple(Absent(lived.away[each][0], count) for each, count in sorted(absent.items()))
    return MonthOfYear(first, tuple(sheets), sum(served.values()), away)


async def laid_out(database: PgDatabase, owner: Connection, lived: Lived) -> Year:
    """The clerk lives that year in the town."""
    year = Year(await build_cast(await build(database, owner)))
    town = year.cast.town
    await owner.execute("delete from congtam.posting where id = $1", town.postings["clerk"])
    for unit, begins, ends in lived.posts():
        post = await posting(town, "clerk", unit, "member", begins=begins)
        if ends != END:
            await owner.execute(
                "update congtam.posting set during = daterange($2, $3) where id = $1",
                post,
                begins,
                ends,
            )
        for period in MONTHS:
            if (unit, period) in lived.scores and overlap(
                (begins, ends), (period, (period + 31 * DAY).replace(day=1))
            ):
                total = lived.scores[unit, period]
                said = None if total is None else str(total)
                await year.sheet("clerk", period, said, post=post, unit=unit)
    for kind, begins, ends in lived.away:
        await owner.execute(
            "insert into congtam.absence (id, agency_id, scoring_unit_id, person_id, kind, during,"
            " document_no, recorded_by, recorded_at) values ($1, $2, $3, $4, $5,"
            " daterange($6, $7), '1', $8, '2026-01-01')",
            new_id(),
            town.agencies["commune"],
            town.units["office"],
            town.people["clerk"],
            kind.value,
            begins,
            ends,
            town.people["chair"],
        )
    return year


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(lived=years())
async def test_the_database_says_what_the_law_says_of_the_same_year(
    database: PgDatabase, owner: Connection, empty: Empty, lived: Lived
) -> None:
    await empty()
    year = await laid_out(database, owner, lived)
    town = year.cast.town
    expected = roll_up(
        Span.YEAR, YEAR, told(lived), DEFAULTS, span_law(Span.YEAR, YEAR, known=AFTER)
    )
    asked = {"agency": town.agencies["commune"], "span": "year", "period": YEAR}
    await year.cast.do("chair", results.compute_results, today=AFTER, **asked)
    (row,) = await year.cast.rows("result", "person_id = $1", town.people["clerk"])
    level = None if expected.level is None else expected.level.value
    assert (row["total"], row["raw_total"]) == (expected.total, expected.raw)
    assert (row["level"], row["not_rated_because"]) == (level, expected.not_rated_because)
    assert row["months_worked"] == expected.months_worked
    assert [each["standing"] for each in row["entries"]] == standings(expected)
    # The two hashes of what it was drawn from agree, so nothing is stale that has not changed.
    assert await year.stale() == []
    assert retold(row) == (expected.total, expected.level)


def standings(expected: Any) -> list[str]:
    found = {each.period: "used" for each in expected.used}
    found |= {each.period: "excused" for each in expected.excused}
    found |= {each.period: "missing" for each in expected.missing}
    return [found.get(period, "outside") for period in MONTHS]


def retold(row: Any) -> tuple[Any, Any]:
    """Total and level, from what the answer tells alone."""
    (text,) = results.told_inputs(None, [tuple(row[name] for name in INPUTS)])  # type: ignore[arg-type]
    again = results.recomputed(json.loads(text))
    return again.total, again.level
