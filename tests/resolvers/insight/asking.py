"""Asks the graph as a person of the town, the way the HTTP door does."""

import json
from typing import Any

from gateway.graph import Ask
from tests.graphs import platform
from tests.resolvers.cast import Cast


async def ask(cast: Cast, who: str, document: str, **variables: Any) -> Any:
    """The data of one operation."""

    async def request() -> Any:
        return await cast.request(who)

    asked = Ask.parse(json.dumps({"query": document, "variables": variables}, default=str))
    database = cast.town.database
    answer = await platform().respond(asked, await request(), database, renewed=request)
    told = json.loads(answer.body)
    assert "errors" not in told, told
    return told["data"]
