"""The Party's organisation of the town, by its own deeds."""

import pytest_asyncio

from tests.resolvers.party import house as stage
from tests.resolvers.town import Town


@pytest_asyncio.fixture
async def house(town: Town) -> stage.House:
    """Two committees, three branches, a leadership collective and a mass organisation."""
    return await stage.build(town)
