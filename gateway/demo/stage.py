"""Acting as somebody on some day: what every deed of the sample goes through."""

from bisect import bisect_right
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import Executable

from authz.reach import Reach
from gateway.clock import VIETNAM
from gateway.database import PgDatabase, PgTransaction
from gateway.demo.questions import TURNS
from resolvers.core.database import Row
from resolvers.core.request import Request
from resolvers.party import enter_party
from resolvers.people import Heads, heads_of, reach_of_operator, reach_of_person

WORKING_HOUR = time(9, 30, tzinfo=VIETNAM)


@dataclass(slots=True)
class Stage:
    """The database, and what is known already of who may do what.

    Authority differs only from one turn to the next: from the day on which somebody's post,
    mandate or delegation begins or ends. Between two turns a reach is computed once.
    """

    database: PgDatabase
    _turns: list[date] = field(default_factory=list)
    _reaches: dict[tuple[UUID | None, int], Reach] = field(default_factory=dict)
    _heads: dict[tuple[UUID, int], Heads] = field(default_factory=dict)

    @asynccontextmanager
    async def acting(
        self, person: UUID | None, day: date
    ) -> AsyncIterator[tuple[PgTransaction, Request]]:
        """A transaction of somebody on a day; None acts as the operator of the server."""
        request = await self.request(person, day)
        async with self.database.writing(request.reach) as tx:
            yield tx, request

    async def request(self, person: UUID | None, day: date) -> Request:
        """What somebody asks on a day: for each further day in one transaction."""
        known = self._reaches.get(key := (person, self._turn(day)))
        if known is None:
            async with self.database.reading() as tx:
                known = self._reaches[key] = await self._reach(tx, person, day)
        now = datetime.combine(day, WORKING_HOUR)
        return Request(replace(known, today=day), now, day, channel="demo")

    async def heads(self, unit: UUID, day: date) -> Heads:
        """The head of a unit on a day, and the acting one where authority is lent."""
        known = self._heads.get(key := (unit, self._turn(day)))
        if known is None:
            async with self.database.reading() as tx:
                known = self._heads[key] = await heads_of(tx, unit, day)
        return known

    async def rows(self, statement: Executable, **values: Any) -> Sequence[Row]:
        """What the sample needs to know of what it has made."""
        async with self.database.reading() as tx:
            return await tx.rows(statement, **values)

    async def authority_changed(self) -> None:
        """Look anew at who may do what: somebody was appointed, moved, or lent authority."""
        self.forget()
        self._turns = [row["day"] for row in await self.rows(TURNS)]

    def forget(self) -> None:
        """Forget who may do what."""
        self._reaches.clear()
        self._heads.clear()

    async def _reach(self, tx: PgTransaction, person: UUID | None, day: date) -> Reach:
        if person is None:
            return await reach_of_operator(tx, day)
        return await reach_of_person(tx, person, day)

    def _turn(self, day: date) -> int:
        return bisect_right(self._turns, day)


class PartyStage(Stage):
    """The same under the Party's roles, for people who come in by the Party's entrance."""

    async def _reach(self, tx: PgTransaction, person: UUID | None, day: date) -> Reach:
        if person is None:
            return await reach_of_operator(tx, day)
        return await enter_party(tx, await reach_of_person(tx, person, day))

    def _turn(self, day: date) -> int:
        """Offices turn on other days than posts: each day is looked at by itself."""
        return day.toordinal()
