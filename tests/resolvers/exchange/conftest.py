"""The town, whose units have codes of their own."""

import pytest_asyncio

from tests.resolvers.exchange.lists import Imports, coded
from tests.resolvers.town import Town


@pytest_asyncio.fixture
async def imports(town: Town) -> Imports:
    """The imports of the town; its neighbour too has a unit with the code VP."""
    return await coded(town)
