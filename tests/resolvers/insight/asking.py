"""Asks the graph as a person of the town, the way the HTTP door does."""

import json
from functools import cache
from typing import Any

from gateway.graph import Ask, Graph
from schema.platform import schema
from tests.resolvers.cast import Cast


@cache
def graph() -> Graph:
    return Graph(schema, stamp="select stamp from congtam.authority_stamp")


async def ask(cast: Cast, who: str, document: str, **variables: Any) -> Any:
    """The data of one operation."""

    async def request() -> Any:
        return await cast.request(who)

    asked = Ask.parse(json.dumps({"query": document, "variables": variables}, default=str))
    database = cast.town.database
    answer = await graph().respond(asked, await request(), database, renewed=request)
    told = json.loads(answer.body)
    assert "errors" not in told, told
    return told["data"]
