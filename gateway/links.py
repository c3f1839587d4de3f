"""The links between issuers' subjects and persons, for the identity doors."""

from uuid import UUID

from gateway.clock import Clock
from gateway.database import PgDatabase
from resolvers.core.errors import Refusal
from resolvers.core.request import Request
from resolvers.people import (
    Sealer,
    link_by_number,
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
