"""A year of closed sheets laid out by hand: what a head signs is tested where he signs it."""

from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select

from authz.reach import Reach
from resolvers import results
from resolvers.core.documents import Document
from resolvers.core.ids import new_id
from resolvers.core.request import Request
from tests.resolvers.cast import SCORED_BY, Cast

YEAR = date(2026, 1, 1)
AFTER = date(2027, 1, 11)
"""A day on which the whole year is over."""
TOTALS = (
    *("88.20", "91.50", "84.00", "92.00", "90.10", "89.60"),
    *("93.40", "90.00", "87.70", "91.20", "92.80", "89.50"),
)
"""Months whose mean is exactly 90."""
_STALE = select(results.result.c.person_id).where(results.STALE)
MONTHS = tuple(date(2026, month, 1) for month in range(1, 13))


@dataclass(frozen=True)
class Year:
    """The cast, with sheets of the year 2026."""

    cast: Cast
    sheets: dict[tuple[str, date], UUID] = field(default_factory=dict)
    """By person and month; of two in one month, the first."""

    async def sheet(
        self,
        name: str,
        period: date,
        total: str | None = "80.00",
        *,
        state: str = "closed",
        post: UUID | None = None,
        unit: str = "office",
        signed: date | None = None,
    ) -> UUID:
        """One sheet of a person; without a total of INSUFFICIENT_DATA, or not scored yet."""
        town, id = self.cast.town, new_id()
        scored = state in ("scored", "released", "closed")
        last = period.replace(day=monthrange(period.year, period.month)[1])
        day = signed or last
        await town.owner.execute(
            "insert into congtam.sheet (id, period, agency_id, scoring_unit_id, person_id, unit_id,"
            " posting_id, role, state, total, level, scored_by, released_at)"
            " values ($1, $2, $3, $4, $5, $4, $6, 'staff', $7, $8, $9, $10, $11)",
            id,
            period,
            town.agency_of(unit),
            town.units[unit],
            town.people[name],
            post or town.postings[name],
            state,
            Decimal(total) if scored and total else None,
            _level(total) if scored else None,
            town.people["chair" if SCORED_BY.get(name) != "governor" else "governor"],
            datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
            if state in ("released", "closed")
            else None,
        )
        self.sheets.setdefault((name, period), id)
        return id

    async def whole(
        self, name: str, totals: tuple[str, ...] = TOTALS, unit: str = "office"
    ) -> None:
        """A closed sheet for each month."""
        for period, total in zip(MONTHS, totals, strict=False):
            await self.sheet(name, period, total, unit=unit)

    async def change(self, name: str, period: date, total: str) -> None:
        """Another total in a closed sheet, as after reopening and closing it again."""
        await self.cast.town.owner.execute(
            "update congtam.sheet set total = $2, level = $3, version = version + 2 where id = $1",
            self.sheets[name, period],
            Decimal(total),
            _level(total),
        )

    async def absent(self, name: str, kind: str, begins: date, ends: date) -> UUID:
        """An absence, recorded by the commune's officer."""
        told = {"person": self.cast.town.people[name], "kind": kind, "begins": begins, "ends": ends}
        done: UUID = await self.cast.do(
            "officer", results.record_absence, today=AFTER, document=Document("12/QĐ"), **told
        )
        return done

    async def hand_over(self, name: str, period: date, of: str, to: str, total: str) -> None:
        """A sheet of one agency handed to another."""
        town, handover = self.cast.town, new_id()
        between = (
            town.agencies[to],
            town.units[to],
            town.people[name],
            town.agencies[of],
            town.units[of],
            town.people["officer"],
            datetime(2026, 12, 1, 3, tzinfo=UTC),
        )
        columns = (
            "agency_id, scoring_unit_id, person_id, from_agency_id, from_scoring_unit_id,"
            " handed_by, handed_at, id"
        )
        await town.owner.execute(
            f"insert into congtam.handover ({columns}, year, document_no)"
            " values ($1, $2, $3, $4, $5, $6, $7, $8, 2026, '1/BB')",
            *between,
            handover,
        )
        await town.owner.execute(
            f"insert into congtam.handed_sheet ({columns}, handover_id, sheet_id, round, period,"
            " total, level, days, role, unit_name, cites) values ($1, $2, $3, $4, $5, $6, $7, $8,"
            " $9, $10, 1, $11, $12, $13, 28, 'staff', '', '{}')",
            *between,
            new_id(),
            handover,
            self.sheets[name, period],
            period,
            Decimal(total),
            _level(total),
        )

    async def stale(self) -> list[str]:
        """Whose current results have to be computed again."""
        names = {id: name for name, id in self.cast.town.people.items()}
        async with self.cast.town.database.reading() as tx:
            rows = await tx.rows(_STALE)
        return sorted(names[row["person_id"]] for row in rows)

    def request(self, reach: Reach, today: date = AFTER) -> Request:
        """A request on a day after the year."""
        now = datetime(today.year, today.month, today.day, 2, tzinfo=UTC)
        return Request(replace(reach, today=today), now, today, channel="command")

    async def move(self, name: str, day: date) -> None:
        """The post ends before a day."""
        await self.cast.town.owner.execute(
            "update congtam.posting set during = daterange(lower(during), $2) where id = $1",
            self.cast.town.postings[name],
            day,
        )


def _level(total: str | None) -> str:
    if total is None:
        return "INSUFFICIENT_DATA"
    points = Decimal(total)
    bounds = {"EXCELLENT": 90, "GOOD": 70, "COMPLETED": 50}
    return next((each for each, least in bounds.items() if points >= least), "NOT_COMPLETED")
