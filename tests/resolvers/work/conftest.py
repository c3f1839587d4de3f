"""The town at work."""

import pytest_asyncio

from tests.resolvers.cast import Cast, build
from tests.resolvers.town import Town


@pytest_asyncio.fixture
async def cast(town: Town) -> Cast:
    return await build(town)
