"""Where the sample's deeds happen: its commune, its people by their parts, and its days."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from gateway.database import PgTransaction
from gateway.demo.cast import Cast
from gateway.demo.founding import Commune
from gateway.demo.stage import Stage
from resolvers.core.request import Request

DAY = timedelta(days=1)
JANUARY, MARCH, DECEMBER = 1, 3, 12
Acting = AbstractAsyncContextManager[tuple[PgTransaction, Request]]
"""A transaction of somebody on a day, with his request."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The sample as of `today`; its months begin with its records."""

    stage: Stage
    cast: Cast
    commune: Commune
    today: date

    def acting(self, login: str, day: date) -> Acting:
        """A transaction of whoever has an account of the sample, on a day."""
        return self.stage.acting(self.login(login), day)

    def login(self, login: str) -> UUID:
        """The person of an account."""
        return self.commune.people[next(p.name for p in self.cast.people if p.login == login)]

    def named(self, part: str) -> str:
        """The name of whoever has a part in the sample."""
        return next(person.name for person in self.cast.people if person.part == part)

    def part(self, part: str) -> UUID:
        """Whoever has a part in the sample."""
        return self.commune.people[self.named(part)]

    def posting(self, part: str) -> UUID:
        """The main post of whoever has a part in the sample."""
        return self.commune.postings[self.named(part)]

    def ago(self, days: int) -> date:
        """So many days before today, but not before anything was on record."""
        return max(self.today - days * DAY, self.commune.founded)

    @property
    def year(self) -> int:
        """The year that is being reviewed: until the end of March the one before, if it counts."""
        last = self.today.year - (self.today.month <= MARCH)
        return max(last, self.commune.founded.year)

    @property
    def year_is_reviewed(self) -> bool:
        """Whether it is the time in which the law has people classified for the year."""
        return self.today.month == DECEMBER or self.year < self.today.year
