"""Sends an operation as somebody, the way the HTTP door does."""

import json
from typing import Any

from gateway.graph import Answer, Ask, Graph
from resolvers.core.request import Request
from tests.graph.fixture_world import PEOPLE

RENAME = "mutation($id: ID!, $name: String!) { rename(id: $id, name: $name) { name version } }"


async def respond(
    graph: Graph, database: Any, document: str, who: str = "an", **variables: Any
) -> Answer:
    async def renewed() -> Request:
        return PEOPLE[who]

    ask = Ask.parse(json.dumps({"query": document, "variables": variables}))
    return await graph.respond(ask, PEOPLE[who], database, renewed=renewed)
