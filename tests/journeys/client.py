"""A person's client: one token, questions by GraphQL over HTTP."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import httpx2

from gateway.clock import VIETNAM
from tests.journeys.documents import mutation
from tests.journeys.world import TODAY

Answer = dict[str, Any]


@dataclass(slots=True)
class Day:
    """The program's clock, which stands still until a test moves it."""

    today: date = TODAY

    def __call__(self) -> datetime:
        return datetime.combine(self.today, time(9, 30, tzinfo=VIETNAM))


@dataclass(frozen=True, slots=True)
class Client:
    """Somebody with a token at the door of one server."""

    http: httpx2.AsyncClient
    token: str | None

    async def send(
        self, body: Mapping[str, Any], headers: Mapping[str, str] | None = None
    ) -> httpx2.Response:
        """Send a body as it is."""
        bearer = {} if self.token is None else {"authorization": f"Bearer {self.token}"}
        return await self.http.post("/graphql", json=body, headers={**bearer, **(headers or {})})

    async def answer(self, query: str, *, language: str = "vi", **variables: Any) -> Answer:
        """The whole answer to a question."""
        body = {"query": query, "variables": said(variables)}
        sent = await self.send(body, {"accept-language": language})
        found: Answer = sent.json()
        return found

    async def ask(self, query: str, *, language: str = "vi", **variables: Any) -> Answer:
        """What a question finds; an error of any kind fails the test."""
        found = await self.answer(query, language=language, **variables)
        assert "errors" not in found, found["errors"]
        data: Answer = found["data"]
        return data

    async def do(self, deed: str, selection: str = "id", **arguments: Any) -> Answer:
        """One mutation: the payload, which is a refusal where it has a `code`."""
        found = await self.ask(mutation(deed, arguments, selection), **arguments)
        payload: Answer = found[deed]
        return payload

    async def done(self, deed: str, selection: str = "id", **arguments: Any) -> Answer:
        """One mutation that must not be refused."""
        payload = await self.do(deed, selection, **arguments)
        assert "code" not in payload, payload
        return payload

    async def refused(self, deed: str, **arguments: Any) -> Answer:
        """The refusal of a mutation that must be refused."""
        payload = await self.do(deed, **arguments)
        assert "code" in payload, payload
        return payload


Sign = Callable[[str], Client]
"""Makes the client of a person, by the name that `people` gives him."""


def said(value: Any) -> Any:
    """A value as JSON: numbers, days and ids as text."""
    if isinstance(value, Mapping):
        return {name: said(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [said(each) for each in value]
    return value if isinstance(value, bool | int | str | None) else str(value)
