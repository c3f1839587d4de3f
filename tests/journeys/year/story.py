"""The year's story: who does what, and what the wrong person is told."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import partial, wraps
from pathlib import Path
from typing import Any
from uuid import UUID

import orjson
import pytest
from click.testing import CliRunner

from gateway.clock import VIETNAM
from gateway.commands import main
from tests.journeys.client import Answer, Client
from tests.journeys.served import Served
from tests.journeys.year.laying import DAY, YEAR

PAPER = {"number": "12/BB-UBND", "day": DAY, "sha256": "ab" * 32}
DECISION = {"number": "345/QĐ-UBND", "day": DAY, "sha256": "cd" * 32}
Chapter = Callable[..., Awaitable[None]]


@dataclass
class Story:
    """The served commune at the end of its year, and how far the story has come."""

    served: Served
    told: int = 0
    petitions: dict[str, UUID] = field(default_factory=dict)

    def sign(self, who: str) -> Client:
        return self.served.sign(who)

    async def done(self, who: str, deed: str, selection: str = "id", /, **arguments: Any) -> Answer:
        """What somebody's deed answers; it must not be refused."""
        return await self.sign(who).done(deed, selection, **arguments)

    async def refused(self, who: str, deed: str, code: str, /, **arguments: Any) -> None:
        """The deed is refused with exactly this code, and nothing at all is written."""
        before = await self.served.trace()
        payload = await self.sign(who).do(deed, "__typename", **arguments)
        assert payload.get("code") == code, payload
        assert await self.served.trace() == before

    async def row(self, sql: str, *values: Any) -> Any:
        """The one row of a question as the owner sees it."""
        (found,) = await self.served.owner.fetch(sql, *values)
        return found

    async def case(self, who: str) -> dict[str, Any]:
        """The current edition of somebody's case, and its version."""
        found = await self.row(
            "select id, version from congtam.classification where person_id = $1"
            " and replaced_at is null",
            self.served.ids.people[who],
        )
        return {"case": found["id"], "version": found["version"]}

    async def set_of(self, unit: str) -> dict[str, Any]:
        """The set of cases that the head of a unit decides."""
        return await self._of_unit("classification_round", "classifying_unit_id", unit, "round")

    async def recognition(self, unit: str) -> dict[str, Any]:
        """The organisations that the head of a unit recognises."""
        return await self._of_unit("recognition_round", "unit_id", unit, "round")

    async def review(self, unit: str) -> dict[str, Any]:
        """A unit's own year as an organisation."""
        return await self._of_unit("organisation_review", "unit_id", unit, "review")

    async def petition(self, name: str) -> dict[str, Any]:
        """A petition that somebody has filed, by the name that the story gives it."""
        found = await self.row(
            "select id, version from congtam.petition where id = $1", self.petitions[name]
        )
        return {"petition": found["id"], "version": found["version"]}

    async def sheet(self, who: str) -> dict[str, Any]:
        """Somebody's sheet of November."""
        found = await self.row(
            "select id, version from congtam.sheet where id = $1", self.served.ids.sheets[who]
        )
        return {"sheet": found["id"], "version": found["version"]}

    async def printed(self, who: str, path: str) -> bytes:
        """An official form, as somebody gets it."""
        client = self.sign(who)
        answer = await client.http.get(
            f"/forms/{path}", headers={"authorization": f"Bearer {client.token}"}
        )
        assert answer.status_code == 200, answer.content
        return answer.content

    async def command(
        self, patch: pytest.MonkeyPatch, folder: Path, *arguments: str
    ) -> dict[str, Any]:
        """What `congtam year` reports, run on the story's day against the same database."""
        now = self.served.day()
        patch.setattr("gateway.commands.year.clock", lambda: now)
        url = self.served.settings.database_url
        assert url is not None
        environment = {
            "DATABASE_URL": url.get_secret_value(),
            "CONGTAM_DATA": str(folder / "data"),
        }
        told = ["year", *arguments, "--workers", "1", "--as-json"]
        ran = await asyncio.to_thread(partial(CliRunner().invoke, main, told, env=environment))
        assert ran.exit_code == 0, ran.output
        report: dict[str, Any] = orjson.loads(ran.stdout)
        return report

    async def _of_unit(self, table: str, column: str, unit: str, name: str) -> dict[str, Any]:
        found = await self.row(
            f"select id, version from congtam.{table} where {column} = $1 and year = $2",
            self.served.ids.units[unit],
            YEAR,
        )
        return {name: found["id"], "version": found["version"]}


def chapter(number: int) -> Callable[[Chapter], Chapter]:
    """A test that goes on where the chapter before it ended, and is skipped where that failed."""

    def bound(test: Chapter) -> Chapter:
        @wraps(test)
        async def told(**fixtures: Any) -> None:
            (story,) = (each for each in fixtures.values() if isinstance(each, Story))
            if story.told != number - 1:
                pytest.skip(f"goes on where chapter {number - 1} ends: run the whole module")
            await test(**fixtures)
            story.told = number

        return told

    return bound


def moment(day: date, hour: int = 17) -> str:
    """A moment of a day in Viet Nam."""
    return datetime.combine(day, time(hour, tzinfo=VIETNAM)).isoformat()
