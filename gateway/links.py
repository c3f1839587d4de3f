"""The links between issuers' subjects and persons, for the identity doors."""

from uuid import UUID

from gateway.clock import Clock
from gateway.database import PgDatabase
from gateway.identity import Met
from resolvers.core.errors import Refusal
from resolvers.core.request import Request
from resolvers.people import (
    Sealer,
    link_by_number,
    met_at_login,
    person_of_login,
    person_of_number,
    reach_of_person,
)


class PersonLinks:
    """Asks the people slice, and links somebody at his first sign-in (`gateway.identity.links`)."""

    def __init__(self, database: PgDatabase, sealer: Sealer, clock: Clock) -> None:
        self._database, self._sealer, self._clock = database, sealer, clock

    async def find(self, iss: str, sub: str) -> UUID | None:
        """The linked person, or None."""
        async with self._database.reading() as tx:
            return await person_of_login(tx, iss, sub)

    async def met(self, iss: str, sub: str) -> Met | None:
        """The linked person and the years in which his agency scores by the quarter, or None."""
        async with self._database.reading() as tx:
            row = await met_at_login(tx, iss, sub, self._clock().date())
        return None if row is None else Met(row["person_id"], row["quarters"])

    async def link_by_personal_number(self, iss: str, sub: str, number: str) -> UUID | None:
        """Link the person with this number; None where there is nobody, or he is linked already."""
        now = self._clock()
        try:
            async with self._database.reading() as tx:
                person = await person_of_number(tx, number, self._sealer)
                if person is None:
                    return None
                reach = await reach_of_person(tx, person, now.date())
            request = Request(reach, now, now.date(), channel="login")
            async with self._database.writing(reach) as tx:
                return await link_by_number(
                    tx,
                    request,
                    issuer=iss,
                    subject=sub,
                    personal_number=number,
                    sealer=self._sealer,
                )
        except Refusal:
            return None
