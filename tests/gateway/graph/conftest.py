"""The graph over the fixture's schema, without a database."""

from typing import Any

import pytest

from gateway.graph import Graph
from tests.graph.fixture_schema import schema


@pytest.fixture(scope="session")
def graph() -> Graph:
    return Graph(schema)


class Untouched:
    """A database that must not be asked anything."""

    party = None

    async def text(self, sql: str, arguments: Any) -> bytes:
        raise AssertionError(f"this statement should not have been run: {sql}")

    def writing(self, *_: Any) -> Any:
        raise AssertionError("no transaction should have been opened")


@pytest.fixture
def untouched() -> Untouched:
    return Untouched()
