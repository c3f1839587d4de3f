"""The town's year of organisations."""

import pytest_asyncio

from tests.resolvers.recognition.year import Year, build
from tests.resolvers.town import Town


@pytest_asyncio.fixture
async def year(town: Town) -> Year:
    return await build(town)
