"""Whose request it is, and what that person reaches today: computed once, kept until it may differ.

A kept reach is never trusted by itself: every statement compares the authority stamp that it was
computed under with the current one. So a revocation stops the very next request, and an unchanged
organisation costs no statement of its own.
"""

from collections import OrderedDict
from datetime import date, datetime, time

from authz.reach import Reach
from gateway.clock import VIETNAM
from gateway.database import PgDatabase
from resolvers.core.request import Request
from resolvers.party import enter_party
from resolvers.people import reach_of, reach_of_operator, settle_files

MOST = 10_000
"""A kept reach takes some kilobytes, one forgotten too early a statement."""
Who = tuple[str, str, date, bool]


class Reaches:
    """The reaches of those who asked lately, the longest unused forgotten first."""

    def __init__(self, database: PgDatabase, *, most: int = MOST) -> None:
        self._database, self._most = database, most
        self._kept: OrderedDict[Who, Reach] = OrderedDict()
        self._settled = date.min

    async def of(self, issuer: str, subject: str, today: date, *, party: bool = False) -> Reach:
        """The reach of a subject of an issuer on a day; a subject nobody knows reaches nothing.

        `party` says that he came in by the Party's own entrance: only then, and only where that
        module is configured, does the reach hold anything of the Party's.
        """
        who = (issuer, subject, today, party)
        kept = self._kept.get(who)
        if kept is not None:
            self._kept.move_to_end(who)
            return kept
        return await self.renewed(issuer, subject, today, party=party)

    async def renewed(
        self, issuer: str, subject: str, today: date, *, party: bool = False
    ) -> Reach:
        """The reach computed anew, because the kept one is older than somebody's authority."""
        if today > self._settled:
            await self._begin(today)
        of_party = self._database.party if party else None
        # One snapshot for both, so that the stamp speaks for both.
        async with (of_party or self._database).reading() as tx:
            found = await reach_of(tx, issuer=issuer, subject=subject, today=today)
            if of_party is not None:
                found = await enter_party(tx, found)
        who = (issuer, subject, today, party)
        self._kept[who] = found
        self._kept.move_to_end(who)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return found

    async def _begin(self, today: date) -> None:
        """What the new day brings without anybody's deed: files follow the posts that begin on it.

        Before the day's first answer, so that nobody is shown yesterday's directory.
        """
        async with self._database.reading() as tx:
            operator = await reach_of_operator(tx, today)
        begins = datetime.combine(today, time.min, VIETNAM)
        async with self._database.writing(operator) as tx:
            await settle_files(tx, Request(operator, begins, today, channel="worker"))
        self._kept.clear()  # nobody asks for what he reached yesterday
        self._settled = today
